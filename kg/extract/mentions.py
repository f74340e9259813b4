"""Noun phrases that stand for actors, each with its case, and the actor that a bare title or pronoun stands for.

Enters: Document, Cast, roles. Leaves: `Mention` rows in the order of the text, joined into groups («А, Б мен В»).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from kg.extract.actors import Cast
from kg.extract.antecedents import Antecedents
from kg.extract.roles import Held
from kg.language import Language
from kg.language.document import Document, Phrase, Title, Token

MOST_ATTRIBUTES = 3


# Bodies whose heads the text may leave unnamed; those of a state are mostly known from elsewhere.
EMPLOYERS = frozenset({"intergovernmental", "un_body", "bank", "company", "fund", "bloc"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last`; `actors` are cluster numbers. `kind`: person, organization, country, title, pronoun, place.

    `rivals`: who else bears the office of a bare title, the last named first.
    """

    first: int
    last: int
    kind: str
    case: str
    actors: tuple[int, ...]
    plural: bool = False
    attributive: bool = False
    iso: str | None = None
    name: str = ""
    rivals: tuple[int, ...] = ()


class MentionReader:
    """Reads the mentions of one document from left to right, so that each title looks back for its bearer."""

    def __init__(
        self, doc: Document, cast: Cast, held: list[Held], tongue: Language, country_of: dict[int, str], citizens: dict[str, str]
    ) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.antecedents = Antecedents(doc, cast, held, tongue, country_of, citizens)

    def read(self) -> list[Mention]:
        """All mentions, in order."""
        titles = {t.first: t for t in self.doc.titles}
        inside: dict[int, Title] = {i: t for t in self.doc.titles for i in range(t.first, t.last + 1)}
        rows: list[Mention] = []
        by_start = {p.first: n for n, p in enumerate(self.doc.phrases)}
        i, end = 0, len(self.doc.tokens)
        while i < end:
            if self.doc.tokens[i].start < self.doc.body:
                i += 1
                continue
            title = titles.get(i)
            if title is not None:
                row, i = self._title(title, i)
                if row is not None:
                    rows.append(row)
                continue
            number = by_start.get(i)
            if number is not None and i not in inside:
                row = self._phrase(number, self.doc.phrases[number])
                if row is not None:
                    rows.append(row)
                i = self.doc.phrases[number].last + 1
                continue
            i += 1
        return self._with_relatives(rows)

    def _with_relatives(self, rows: list[Mention]) -> list[Mention]:
        """«Трамптың күйеу баласы Джаред Кушнер»: whose relative or aide a person is belongs to the person's phrase."""
        kept: list[Mention] = []
        for row in rows:
            previous = kept[-1] if kept else None
            if previous is not None and previous.case == "gen" and row.kind == "person":
                between = self.doc.tokens[previous.last + 1 : row.first]
                if 1 <= len(between) <= 3 and all(t.kind == "word" and not t.capital for t in between):
                    last = between[-1].nominal
                    if last.person == 3 and last.case == "nom":
                        kept[-1] = replace(row, first=previous.first)
                        continue
            kept.append(row)
        return kept

    def _title(self, title: Title, i: int) -> tuple[Mention | None, int]:
        if title.holders:
            first_holder = self.doc.phrases[title.holders[0]]
            actor = self.cast.of.get(title.holders[0])
            if actor is None:
                return None, first_holder.last + 1
            case = self._courtesy(first_holder) or first_holder.case
            self.antecedents.note(actor, i, first_holder.last, case)
            return Mention(
                i, first_holder.last, "person", case, (actor,), attributive=first_holder.attributive
            ), first_holder.last + 1
        if title.bearers:
            # «Х, … елшісі,»: the title only explains the name, which is a mention of its own.
            return None, title.last + 1
        following = self.doc.tokens[title.last + 1] if title.last + 1 < len(self.doc.tokens) else None
        if following is not None and (following.lower in self.tongue.words("as") or (title.plural and following.kind == "dash")):
            # «қонақ ретінде», «қонақтарын – А, Б»: a part that somebody plays, a word for those named behind it.
            return None, title.last + 1
        actors = self.antecedents.of_title(title)
        rivals = self.antecedents.rivals
        for actor in actors:
            if self.cast.clusters[actor].type != "person":
                continue
            self.antecedents.note(actor, i, title.last, title.case)
        country = self.antecedents.country_of_title(title)
        if (
            not actors
            and country is not None
            and not title.plural
            and title.kind in {"head_of_state", "head_of_government", "minister", "monarch", "ambassador"}
        ):
            number = self.cast.country(country)
            actors = () if number is None else (number,)
        if not actors and title.case == "ins" and not title.plural and title.bodies:
            # «НАТО Бас хатшысымен», «банктің президентімен»: without a name the body stands for its people.
            phrase, body = self.doc.phrases[title.bodies[0]], self.cast.of.get(title.bodies[0])
            actors = (body,) if body is not None and phrase.subtype in EMPLOYERS else ()
        row = Mention(i, title.last, "title", title.case, actors, title.plural, iso=country, name=title.title, rivals=rivals)
        return row, title.last + 1

    def _phrase(self, number: int, phrase: Phrase) -> Mention | None:
        if phrase.kind in {"person", "organization", "country"}:
            actor = self.cast.of.get(number)
            if actor is None:
                return None
            case = self._case(phrase)
            if phrase.kind == "person":
                self.antecedents.note(actor, phrase.first, phrase.last, case)
            return Mention(
                phrase.first,
                phrase.last,
                phrase.kind,
                case,
                (actor,),
                attributive=phrase.attributive,
                iso=phrase.key if phrase.kind == "country" else None,
                name=phrase.name,
            )
        if phrase.kind == "place":
            return Mention(
                phrase.first,
                phrase.last,
                "place",
                phrase.case,
                (),
                attributive=phrase.attributive,
                iso=phrase.key,
                name=phrase.name,
            )
        if phrase.kind == "pronoun":
            actors = self.antecedents.of_pronoun(phrase)
            if len(actors) == 1 and phrase.case != "gen":
                self.antecedents.keep(actors[0], phrase.first, phrase.case)
            return Mention(phrase.first, phrase.last, "pronoun", phrase.case, actors, phrase.plural)
        return None

    def _case(self, phrase: Phrase) -> str:
        """«Жапаровтың өзі»: with "himself" after it a genitive is the subject."""
        after = self.doc.tokens[phrase.last + 1].lower if phrase.last + 1 < len(self.doc.tokens) else ""
        return self._courtesy(phrase) or ("nom" if phrase.case == "gen" and after in self.tongue.words("self") else phrase.case)

    def _courtesy(self, phrase: Phrase) -> str:
        """«Наср мырзамен»: the case of the courtesy word behind a person's name, which bears it; empty without one."""
        if phrase.kind != "person" or phrase.case != "nom" or phrase.last + 1 >= len(self.doc.tokens):
            return ""
        after = self.doc.tokens[phrase.last + 1]
        return after.nominal.case if after.lower in self.tongue.words("honorific") else ""


def groups(doc: Document, mentions: list[Mention], tongue: Language) -> list[list[Mention]]:
    """Mentions joined by "and" or a comma; each takes the case of the last.

    The country that a body belongs to stands apart: «Қазақстанның «А» компаниясы мен Оманның «Б» банкі» is a group of two.
    """
    rows: list[list[Mention]] = []
    last: list[Mention] | None = None
    for n, mention in enumerate(mentions):
        if n + 1 < len(mentions) and owns(doc, mention, mentions[n + 1], tongue):
            rows.append([mention])
            continue
        if last is not None and _joined(doc, last[-1], mention, tongue, mentions[n - 1]):
            last.append(mention)
        else:
            last = [mention]
            rows.append(last)
    return rows


def owns(doc: Document, a: Mention, b: Mention, tongue: Language) -> bool:
    """Whether a name only says whose or where the body after it is («Латвия СІМ», «Қытайдың CNPC корпорациясы»)."""
    owner = a.kind in {"country", "place"} or (a.kind == "organization" and a.case == "gen")
    if not owner or b.kind != "organization" or a.attributive or b.first <= a.last:
        return False
    between = doc.tokens[a.last + 1 : b.first]
    if a.case == "nom" and interstate(doc, b):
        return False
    if not between:
        return a.case in {"nom", "gen"}
    return a.case == "gen" and len(between) <= MOST_ATTRIBUTES and all(_attribute(t, tongue) for t in between)


def interstate(doc: Document, mention: Mention) -> bool:
    """«Қазақстан Еуропалық одақпен …»: a body of states, which no country owns."""
    number = bisect_left(doc.phrases, mention.first, key=lambda p: p.first)
    phrase = doc.phrases[number] if number < len(doc.phrases) else None
    return phrase is not None and phrase.first == mention.first and phrase.subtype in {"intergovernmental", "un_body", "bloc"}


def _attribute(token: Token, tongue: Language) -> bool:
    """A quote, or a word that describes the name behind it («италиялық», «ұлттық»)."""
    return token.text in "«“" or (not token.capital and tongue.matches("attribute_pattern", token.lower))


def _joined(doc: Document, a: Mention, b: Mention, tongue: Language, before: Mention) -> bool:
    if doc.tokens[a.last].sentence != doc.tokens[b.first].sentence or a.kind == "pronoun" or b.kind == "pronoun":
        return False
    if b.kind == "country" and a.kind in {"person", "title"} and b.case in {"abl", "loc", "dat"}:
        # «министр А, Латвиядан елші Б»: where the next one is from.
        return False
    between = doc.tokens[a.last + 1 : b.first]
    if before is not a and b.kind == "organization":
        between = doc.tokens[a.last + 1 : before.first]
    if a.kind == b.kind == "organization":
        while between and _attribute(between[-1], tongue):
            between = between[:-1]
        if between and between[0].nominal.person == 3 and between[0].nominal.lemma in tongue.words("side_noun"):
            between = between[1:]
    if a.kind == "person" and between and between[0].lower in tongue.words("honorific"):
        between = between[1:]
    words = [t.lower for t in between]
    loose, close = tongue.words("joins_like"), tongue.words("joins_any")
    if not words or not all(word in loose or word in close or word in {",", "(", ")", "«", "»"} for word in words):
        return False
    if (a.kind == "place") != (b.kind == "place") and a.kind != "country" and b.kind != "country":
        return False
    if words[0] in tongue.words("also") and a.case == "nom" != b.case and a.kind != "country":
        # «А сондай-ақ Б-мен кездесті»: without a comma the word says what else the subject did.
        return False
    # «Қытайда, Ресеймен»: a comma joins only what may stand in one list.
    return a.case == "nom" or (a.case == b.case and (words[0] == "," or words[0] in loose or words[-1] in close))
