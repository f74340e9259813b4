"""Whom a word for several stands for: «екеуі», «олармен», «екі министр», «тәжік және қырғыз әріптестері».

Enters: persons in the order of the text, those of one list together. Leaves: actors, none where the text leaves it open.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.actors import Cast
from kg.extract.roles import Held
from kg.language import Language
from kg.language.document import Document, Title

_Test = Callable[[int], bool]
# A pronoun looks back so many sentences, a word for an office over the whole text.
NEAR = 3
FAR = 40
LEADERS = frozenset({"head_of_state", "head_of_government", "monarch"})
# Which offices a plural title may stand for; any where its kind is not listed.
OFFICES = {
    "head_of_state": LEADERS,
    "head_of_government": LEADERS,
    "monarch": LEADERS,
    "party": LEADERS,
    "minister": frozenset({"minister"}),
    "speaker": frozenset({"speaker", "chair"}),
    "ambassador": frozenset({"ambassador"}),
}


class Plurals:
    """Remembers one document's persons sentence by sentence, and which of them stood in one list."""

    def __init__(self, doc: Document, cast: Cast, held: list[Held], tongue: Language, country_of: dict[int, str]) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.country_of = country_of
        self.kinds: dict[int, set[str]] = {}
        self.titles: dict[int, set[str]] = {}
        for row in held:
            self.kinds.setdefault(row.person, set()).add(row.kind)
            self.titles.setdefault(row.person, set()).add(row.title.casefold())
        self.seen: dict[int, list[int]] = {}
        self.lists: dict[int, list[list[int]]] = {}
        self.subjects: dict[int, list[int]] = {}
        self.countries: dict[int, list[int]] = {}
        for number, phrase in enumerate(doc.phrases):
            if phrase.kind == "country" and number in cast.of and doc.tokens[phrase.first].start >= doc.body:
                self.countries.setdefault(doc.tokens[phrase.first].sentence, []).append(cast.of[number])
        self.last: tuple[int, int] | None = None
        self.begun = -1
        self.regions = {p.last: p.last for p in doc.phrases if p.kind in {"place", "organization"}}

    def note(self, actor: int, first: int, last: int, case: str) -> None:
        """Keeps that a person is named by tokens `first` to `last`."""
        sentence = self.doc.tokens[first].sentence
        lists = self.lists.setdefault(sentence, [])
        if self.last is not None and lists and (self._joined(self.last[1], first) or self.begun == first):
            lists[-1].append(actor)
        else:
            lists.append([actor])
        self.seen.setdefault(sentence, []).append(actor)
        if case == "nom":
            self.subjects.setdefault(sentence, []).append(actor)
        self.last, self.begun = (actor, last), first

    def keep(self, actor: int, position: int) -> None:
        """Keeps that a pronoun spoke of a person."""
        self.seen.setdefault(self.doc.tokens[position].sentence, []).append(actor)

    def beside(self, position: int) -> int | None:
        """«Министр мен оның әріптесі»: the person whom "and" joins to what is his."""
        if self.last is None or self.last[1] != position - 2:
            return None
        joining = self.tongue.words("joins_like") | self.tongue.words("joins_any")
        return self.last[0] if self.doc.tokens[position - 1].lower in joining else None

    def _joined(self, last: int, first: int) -> bool:
        """Whether only "and", commas and brackets stand between two names."""
        tokens = self.doc.tokens
        if not 0 < first - last <= 8 or tokens[last].sentence != tokens[first].sentence:
            return False
        joining = self.tongue.words("joins_like") | self.tongue.words("joins_any") | {","}
        depth, found = 0, False
        for token in tokens[last + 1 : first]:
            if token.text in "()":
                depth += 1 if token.text == "(" else -1
            elif depth == 0 and token.lower not in joining:
                return False
            else:
                found = found or depth == 0
        return found

    def of_pronoun(self, position: int, case: str) -> tuple[int, ...]:
        """Whom «олар», «екеуі» mean: the last who stood in one list or alone together in a sentence."""
        sentence = self.doc.tokens[position].sentence
        # «Ол олармен сөйлесті»: whoever acts in the sentence is not among the others.
        acting = self.subjects.get(sentence, []) if case != "nom" else []
        size = 2 if self.doc.tokens[position].lower in self.tongue.words("both_pronoun") else None
        found = self._together(sentence, NEAR, size, lambda actor: actor not in acting)
        return found or self._latest(sentence, size or 2, lambda actor: actor not in acting)

    def of_title(self, title: Title, size: int | None) -> tuple[int, ...]:
        """Whom «министрлер», «екі көшбасшы», «АҚШ өкілдері» mean."""
        demonyms = [self.doc.phrases[b].key for b in title.bodies if self.doc.phrases[b].kind == "demonym"]
        sentence = self.doc.tokens[title.first].sentence
        if demonyms:
            return self._of_countries([code for code in demonyms if code], sentence)
        if title.bodies:
            return self._of_bodies(title)
        if self.tongue.of_two_countries(self.doc, title.first, title.last) and not self._officials(title, sentence):
            return self._two_countries(sentence)
        if title.lemma in self.tongue.words("crowd") or (size is None and self._of_region(title)):
            return ()
        general = title.lemma in self.tongue.words("no_office")
        head = title.lemma in self.tongue.words("head_word")
        wanted = None if general else LEADERS | {"chair"} if head else OFFICES.get(title.kind, frozenset({title.kind}))
        acting = self.subjects.get(sentence, []) if title.case != "nom" else []

        def fits(actor: int) -> bool:
            return actor not in acting and (wanted is None or bool(self.kinds.get(actor, set()) & wanted))

        def may_fit(actor: int) -> bool:
            return actor not in acting and (fits(actor) or not self.kinds.get(actor))

        found = self._together(sentence, NEAR, size, fits)
        if found or not (general or head or title.kind in OFFICES):
            return found
        found = self._together(sentence, NEAR, size, may_fit)
        if not found and wanted:
            found = self._together(sentence, FAR, size, fits)
        return found or (self._latest(sentence, size or 2, may_fit) if size in {None, 2} else ())

    def _officials(self, title: Title, sentence: int) -> tuple[int, ...]:
        """Persons who hold the office of a title, named together before."""
        wanted = OFFICES.get(title.kind, frozenset({title.kind}))
        return self._together(sentence, FAR, 2, lambda actor: bool(self.kinds.get(actor, set()) & wanted))

    def _two_countries(self, sentence: int) -> tuple[int, ...]:
        """«Екі елдің министрлері»: the two countries that the text spoke of together last."""
        for s in range(sentence, max(-1, sentence - FAR), -1):
            codes = {code for actor in self.seen.get(s, ()) if (code := self.country_of.get(actor))}
            named = list(
                dict.fromkeys([*self.countries.get(s, []), *(n for c in codes if (n := self.cast.country(c)) is not None)])
            )
            if len(named) == 2:
                return tuple(sorted(named))
        return ()

    def _of_region(self, title: Title) -> bool:
        """«Орталық Азия мемлекеттері басшылары»: who they are the text tells elsewhere."""
        ends = (self.regions.get(title.first - back) for back in (1, 2))
        sentence = self.doc.tokens[title.first].sentence
        return any(last is not None and self.doc.tokens[last].sentence == sentence for last in ends)

    def _together(self, sentence: int, window: int, size: int | None, fits: _Test) -> tuple[int, ...]:
        for s in range(sentence, max(-1, sentence - window - 1), -1):
            for row in [*reversed(self.lists.get(s, [])), self.seen.get(s, [])]:
                members = tuple(dict.fromkeys(actor for actor in row if fits(actor)))
                if (len(members) == size) if size else len(members) >= 2:
                    return members
        return ()

    def _latest(self, sentence: int, size: int, fits: _Test) -> tuple[int, ...]:
        recent = [actor for s in range(sentence - 2, sentence + 1) for actor in self.seen.get(s, []) if fits(actor)]
        distinct = list(dict.fromkeys(reversed(recent)))
        return tuple(reversed(distinct[:size])) if len(distinct) >= size else ()

    def _of_countries(self, codes: list[str], sentence: int) -> tuple[int, ...]:
        subject = next(iter(self.subjects.get(sentence, [])), None)
        order = [actor for s in range(max(0, sentence - FAR), sentence + 1) for actor in self.seen.get(s, ())]
        found: list[int] = []
        for code in codes:
            known = [actor for actor in order if self.country_of.get(actor) == code and actor != subject]
            alike = [actor for actor in known if self.colleagues(actor, subject)] if subject is not None else []
            chosen = alike or known
            if len(codes) == 1 and chosen:
                near = self._together(sentence, NEAR, None, lambda actor, code=code: self.country_of.get(actor) == code)  # type: ignore[misc]
                found += near or (chosen[-1],)
            else:
                found += chosen[-1:]
        return tuple(dict.fromkeys(found))

    def colleagues(self, actor: int, other: int) -> bool:
        """Whether two persons hold the same office, alone or joined to another."""
        mine, theirs = ({part for title in self.titles.get(a, ()) for part in title.split(" – ")} for a in (actor, other))
        return bool(mine & theirs)

    def _of_bodies(self, title: Title) -> tuple[int, ...]:
        """«Қазақстан мен Ресей президенттері»: without names their countries or bodies act."""
        if title.lemma in self.tongue.words("crowd"):
            return ()
        return tuple(dict.fromkeys(n for b in title.bodies if (n := self.cast.of.get(b)) is not None))
