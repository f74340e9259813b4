"""The functions of Kazakh that later stages call."""

from __future__ import annotations

import re
from functools import cache

from kg.language.document import Document
from kg.language.frames import Act, Frame, Gathering, Instrument, Stance, Voice
from kg.language.kk import (
    formats,
    gatherings,
    instrument_names,
    instruments,
    lexicon,
    numerals,
    occasions,
    organs,
    phonology,
    places,
    presence,
    scope,
    sports,
    topics,
    verbs,
    voices,
)
from kg.language.kk.analyse import document as analyse_document
from kg.language.kk.shapes import head_of, patronymic
from kg.language.ner import Tagger
from kg.model.article import Article

# An adjective of a place: «африкалық», «еуропалық».
RELATIONAL = re.compile(r"[лдт][ыі][қк]$")
# Endings of a verbal noun that something is done to or for («өткізуді ұсынды»).
AIMS = ("уді", "уды", "уге", "уға")
# Lists of numerals by the number they say.
COUNTS = {0: "indefinite", 2: "two", 3: "three", 4: "four"}


# «әл-Мурайхи», «аш-Шараа»: an article that no name of Kazakhstan has.
OWN_LETTER = re.compile(r"[әғқңөұүһі]")
SLAVIC_ENDING = re.compile(r"[ое]ва?$|ина?$")
ARABIC = re.compile(r"(?:[әаэ][лдзнрсштт]ь?|ибн)-")


class Kazakh:
    home = places.HOME

    def parent(self, doc: Document, number: int) -> tuple[str, str] | None:
        phrase = doc.phrases[number]
        found = organs.owner_in(doc, phrase)
        if found is None or found.entry.key == phrase.key:
            return None
        last = doc.tokens[phrase.first + len(found.entry.words) - 1]
        return found.entry.key, doc.article.text[doc.tokens[phrase.first].start : last.start + found.length]

    def canonical_body(self, name: str) -> str:
        return lexicon.canonical_body(name)

    def pair(self, name: str) -> tuple[str, ...]:
        return lexicon.pair_of(name.split(maxsplit=1)[0]) if " " in name else ()

    def folded(self, word: str) -> str:
        return phonology.folded(word)

    def state_of(self, doc: Document, number: int) -> tuple[str, str] | None:
        phrase = doc.phrases[number]
        words = tuple(t.lower for t in doc.tokens[phrase.first : phrase.last + 1])
        for entry in lexicon.gazetteer().get(words[0], ()):
            if entry.kind == "country" and entry.key and not phrase.quoted and words[: len(entry.words)] == entry.words != words:
                return entry.key, lexicon.country_names()[entry.key][0]
        return None

    def topics(self, doc: Document, sentence: int) -> list[tuple[int, int, str]]:
        return list(topics.find(doc, sentence))

    def words(self, name: str) -> frozenset[str]:
        return lexicon.word_list(name)

    def country_names(self) -> dict[str, tuple[str, str]]:
        return lexicon.country_names()

    def citizens(self) -> dict[str, str]:
        return lexicon.people()

    def document(self, article: Article, tagger: Tagger | None = None) -> Document:
        return analyse_document(article, tagger)

    def instrument(self, doc: Document, i: int) -> Instrument | None:
        return instruments.instrument(doc.tokens[i])

    def trigger(self, doc: Document, i: int) -> Frame | None:
        token = doc.tokens[i]
        if token.kind != "word":
            return None
        if token.lower == "келер" and i + 1 < len(doc.tokens) and occasions.times(doc, i + 1):
            return None  # «келер аптада»
        for frame in _by_letters().get(token.lower[:2], ()):
            if frame.pos == "verb":
                form = verbs.verb_form(token.lower, frame.predicate)
                if form is None or form.form == "noun" or (form.passive and "acc" in frame.partner):
                    continue
                if form.tense == "conditional" and self._supposed(doc, i):
                    continue
                if frame.type == "meeting" and sports.of_sports(doc, i):
                    continue
            elif frame.predicate not in (token.nominal.lemma, token.lower):
                continue
            if frame.condition:
                first, last = doc.sentences[token.sentence]
                window = " ".join(
                    t.lower for t in doc.tokens[max(first, i - 12) : min(last, i + (8 if frame.pos == "noun" else 3))]
                )
                if not re.search(frame.condition, window):
                    continue
            if frame.pos == "noun" and self.no_diplomacy(doc, i):
                continue
            return frame
        return None

    def holds(self, doc: Document, last: int) -> bool:
        words = " ".join(t.lower for t in doc.tokens[last + 1 : last + 4])
        return any(re.match(pattern, words) for pattern in lexicon.word_list("holds_pattern"))

    def appoints(self, doc: Document, last: int) -> bool:
        words = " ".join(t.lower for t in doc.tokens[last + 1 : last + 7] if t.kind == "word")
        return any(re.match(pattern, words) for pattern in lexicon.word_list("appoints_pattern"))

    def sort_of_noun(self, lemma: str) -> str:
        return lexicon.organization_heads().get(lemma, ("", False))[0]

    def sorts(self, doc: Document, number: int) -> frozenset[str]:
        phrase = doc.phrases[number]
        head = self.sort_of_noun(doc.tokens[phrase.last].nominal.lemma)
        wider = "intergovernmental" if phrase.subtype == "un_body" else ""
        return frozenset(sort for sort in (phrase.subtype, head, wider) if sort)

    def office_sorts(self, title: str) -> frozenset[str]:
        lower = title.lower()
        for row in sorted(lexicon.word_list("office_sort")):
            pattern, sorts = row.split("#")
            if re.match(pattern, lower):
                return frozenset(lexicon.split(sorts))
        return frozenset()

    def office_countries(self, title: str) -> tuple[str, ...]:
        lower = title.lower()
        rows = (row.split("#") for row in sorted(lexicon.word_list("office_country")))
        return next((tuple(lexicon.split(codes)) for pattern, codes in rows if re.match(pattern, lower)), ())

    def owned(self, doc: Document, first: int) -> bool:
        if first and doc.tokens[first - 1].nominal.lemma in lexicon.word_list("no_role"):
            return True
        before = [
            t for t in doc.tokens[max(0, first - 3) : first] if t.kind == "word" and t.sentence == doc.tokens[first].sentence
        ]
        return any(
            t.nominal.case == "gen"
            and t.nominal.plural
            and not t.capital
            and t.nominal.lemma not in lexicon.word_list("country_noun")
            and t.lower not in lexicon.word_list("own_pronoun")
            for t in before
        )

    def this_post(self, doc: Document, i: int) -> bool:
        if i + 1 >= len(doc.tokens) or doc.tokens[i].lower not in lexicon.word_list("post_pointer"):
            return False
        return doc.tokens[i + 1].nominal.lemma in lexicon.word_list("post_noun")

    def patronymic(self, word: str) -> bool:
        return patronymic(word.lower())

    def homely(self, name: str) -> bool:
        words = [word.lower() for word in name.replace(".", ". ").split()]
        if any(word in lexicon.word_list("arabic_particle") or ARABIC.match(word) for word in words):
            return False
        if OWN_LETTER.search(words[0]) and SLAVIC_ENDING.search(words[-1]):
            # «Нұрия Ниязова»: letters that Russian names lack, with a surname of Russian make.
            return True
        return any(word in lexicon.home_given_names() for word in words[:-1]) or words[-1].endswith(
            lexicon.home_surname_suffixes()
        )

    def citizen(self, name: str) -> str | None:
        return lexicon.citizen(name)

    def likely_countries(self, name: str) -> tuple[str, ...]:
        origins = lexicon.origins().get(name.replace(".", ". ").split()[0].lower(), frozenset())
        rows = dict(row.split("#") for row in lexicon.word_list("origin_country"))
        return tuple(sorted({code for origin in origins for code in lexicon.split(rows.get(origin))}))

    def retrospective(self, doc: Document, i: int, last: int) -> bool:
        text = " ".join(t.lower for t in doc.tokens[i : last + 1] if t.kind == "word")
        return bool(re.search(r"(?:[ғгқк][ае]н)(?: еді| болатын| екен|-ды|-ді|-тұғын)\b", text))

    def today(self, doc: Document, first: int, last: int) -> bool:
        words = " ".join(t.lower for t in doc.tokens[first : last + 1])
        return any(re.search(rf"\b{pattern}\w{{0,3}}\b", words) for pattern in lexicon.word_list("day_part_pattern"))

    def no_diplomacy(self, doc: Document, i: int) -> bool:
        first, last = doc.sentences[doc.tokens[i].sentence]
        if sports.of_sports(doc, i) or doc.tokens[i].nominal.person == 1:
            return True  # «әңгімеміз»: what a journalist says of his own
        words = [t.lower for t in doc.tokens[first:last] if t.kind == "word"]
        if doc.tokens[i].nominal.lemma == "сұхбат" and any(w.startswith(tuple(lexicon.word_list("press"))) for w in words):
            return True
        following = [t.lower for t in doc.tokens[i + 1 : min(last, i + 4)]]
        told = doc.tokens[i].nominal.case != "loc" and following[:1] and following[0] not in lexicon.word_list("during")
        wished = [k for k, word in enumerate(following) if word in lexicon.word_list("wish")]
        # «кездесуі керек еді»: what should have been is told of as called off.
        after = doc.tokens[i + 2 + wished[0]].lower if wished and i + 2 + wished[0] < last else ""
        if told and wished and after not in lexicon.word_list("auxiliary"):
            return True
        if lexicon.word_list("purpose") & set(following[:2]) and not _matches(doc, i + 1, last - 1, "goes_pattern"):
            return True
        aimed = doc.tokens[i].nominal.case in {"acc", "dat"} or (following[:1] and following[0].endswith(AIMS))
        if aimed and any(word in lexicon.word_list("offer") for word in following):
            return True
        return gatherings.lemma(doc, i) in lexicon.word_list("sitting") and gatherings.domestic(doc, i)

    def _supposed(self, doc: Document, i: int) -> bool:
        """«егер … кездессе»: a condition; without its word the same form sets one thing told against another."""
        first, _ = doc.sentences[doc.tokens[i].sentence]
        return any(t.lower in lexicon.word_list("if") for t in doc.tokens[first:i])

    def describes(self, doc: Document, i: int) -> bool:
        following = doc.tokens[i + 1].lower if i + 1 < len(doc.tokens) else ""
        return verbs.is_participle(doc.tokens[i].lower) and following not in lexicon.word_list("auxiliary")

    def nominalised(self, doc: Document, i: int, last: int) -> bool:
        return verbs.nominalised(doc, i, last)

    def separately(self, doc: Document, first: int, last: int) -> bool:
        return _matches(doc, first, last, "separately_pattern")

    def gathering(self, doc: Document, i: int) -> Gathering | None:
        return gatherings.noun(doc, i)

    def stance(self, doc: Document, i: int, last: int) -> Stance | None:
        return gatherings.stance(doc, i, last)

    def presence(self, doc: Document, first: int, last: int, *, ceremony: bool) -> Stance | None:
        return presence.presence(doc, first, last, ceremony=ceremony)

    def is_occasion(self, doc: Document, i: int) -> bool:
        return gatherings.occasion(doc, i)

    def is_coming(self, doc: Document, first: int, i: int) -> bool:
        return gatherings.coming(doc, first, i)

    def is_next(self, doc: Document, first: int, i: int) -> bool:
        return gatherings.next_one(doc, first, i)

    def is_counted(self, doc: Document, first: int, i: int) -> bool:
        return gatherings.counted(doc, first, i)

    def speaking(self, doc: Document, first: int, last: int) -> Stance | None:
        return presence.speaking(doc, first, last)

    def members(self, doc: Document, first: int, last: int) -> tuple[str, ...]:
        return formats.members(doc, first, last)

    def convening(self, doc: Document, first: int, last: int) -> int | None:
        return presence.convening(doc, first, last)

    def accrediting(self, doc: Document, first: int, last: int) -> int | None:
        return presence.accrediting(doc, first, last)

    def celebrating(self, doc: Document, first: int, last: int) -> int | None:
        return presence.celebrating(doc, first, last)

    def at_it(self, doc: Document, first: int, i: int) -> bool:
        return presence.at_it(doc, first, i)

    def predicative(self, doc: Document, first: int, i: int) -> bool:
        opens = doc.tokens[first].lower in lexicon.word_list("this") and first + 1 < i
        return opens and doc.tokens[first + 1].kind != "word" and doc.tokens[i].nominal.case == "nom"

    def refutes(self, doc: Document, first: int, last: int) -> bool:
        return _matches(doc, first, last, "refutes_pattern")

    def points_back(self, doc: Document, first: int, last: int) -> bool:
        return presence.points_back(doc, first, last)

    def sides(self, doc: Document, first: int, last: int) -> tuple[str, ...]:
        return formats.sides(doc, first, last)

    def mutual(self, doc: Document, first: int, last: int) -> bool:
        return _matches(doc, first, last, "mutual_pattern")

    def counted(self, doc: Document, first: int) -> int | None:
        if first == 0 or doc.tokens[first - 1].sentence != doc.tokens[first].sentence:
            return None
        before = doc.tokens[first - 1]
        if first + 2 < len(doc.tokens) and numerals.spelled(doc, first) is not None:
            first += 1  # «он елдің басшысы» read as one title
        if doc.tokens[first].nominal.lemma in lexicon.word_list("state_noun") and doc.tokens[first].nominal.case == "gen":
            return self.counted(doc, first + 1)
        if RELATIONAL.search(before.lower) and first > 1 and doc.tokens[first - 2].sentence == before.sentence:
            before = doc.tokens[first - 2]  # «екі африкалық министр»
        many = False
        if before.nominal.lemma in lexicon.word_list("state_noun") and before.nominal.case == "gen" and first > 1:
            # «он елдің басшысы»: somebody of each, whom no name before needs to mean.
            before = doc.tokens[first - 2]
            many = before.kind == "number" or numerals.spelled(doc, first - 2) is not None
        return next((size for size, name in COUNTS.items() if before.lower in lexicon.word_list(name)), 0 if many else None)

    def sits_beside(self, doc: Document, first: int, last: int) -> bool:
        return _matches(doc, first, last, "sits_beside_pattern")

    def leads_side(self, doc: Document, first: int, last: int) -> bool:
        return _matches(doc, first, last, "leads_side_pattern")

    def in_delegation(self, doc: Document, first: int, last: int) -> bool:
        return _matches(doc, first, last, "in_delegation_pattern")

    def another_round(self, doc: Document, first: int, i: int) -> bool:
        end = doc.sentences[doc.tokens[i].sentence][1]
        return _matches(doc, max(first, i - 4), min(end - 1, i + 6), "another_round_pattern")

    def each(self, doc: Document, first: int, last: int) -> bool:
        return any(t.lower in lexicon.word_list("each") for t in doc.tokens[first : last + 1])

    def one_of_several(self, doc: Document, i: int) -> bool:
        return doc.tokens[i].lower in lexicon.word_list("one_of_them")

    def jointly(self, doc: Document, first: int, last: int) -> bool:
        return any(t.lower in lexicon.word_list("jointly") for t in doc.tokens[first : last + 1])

    def contrasts(self, doc: Document, first: int) -> bool:
        return doc.tokens[first].lower in lexicon.word_list("contrast")

    def first_person(self, doc: Document, i: int) -> bool:
        if verbs.first_person(doc.tokens[i].lower):
            return True
        # «танысып, … сөйлестік»: a converb shares the person of the verb that ends the sentence.
        last = doc.sentences[doc.tokens[i].sentence][1]
        words = [t.lower for t in doc.tokens[i:last] if t.kind == "word"]
        return self.converb(doc, i) and verbs.first_person(words[-1])

    def welcomes(self, doc: Document, first: int, last: int) -> bool:
        return any(_received(doc, i) for i in range(first, last + 1))

    def converb(self, doc: Document, i: int) -> bool:
        return verbs.CONVERB.search(doc.tokens[i].lower) is not None

    def of_two_countries(self, doc: Document, first: int, last: int) -> bool:
        return _matches(doc, max(0, first - 2), last, "two_countries_pattern")

    def attends_talks(self, doc: Document, first: int, last: int) -> bool:
        return _matches(doc, first, last, "attends_talks_pattern")

    def is_capital(self, name: str) -> bool:
        return name.lower() in lexicon.capitals()

    def journeys(self, doc: Document, first: int, last: int, case: str) -> bool:
        end = doc.sentences[doc.tokens[first].sentence][1]
        if case == "gen":
            return any(t.lower.startswith(("сапар", "іссапар")) for t in doc.tokens[last + 1 : min(end, last + 7)])
        if case == "nom" and _matches(doc, last + 1, min(end, last + 6), "journey_pattern"):
            return True
        words = {t.lower for t in doc.tokens[doc.sentences[doc.tokens[first].sentence][0] : end]}
        return case == "nom" and bool(words & lexicon.word_list("journey"))

    def that_country(self, doc: Document, first: int, last: int) -> int | None:
        for i in range(first + 1, last):
            noun = doc.tokens[i].nominal
            if noun.case == "dat" and noun.person == 0 and noun.lemma in lexicon.word_list("state_noun"):
                return i if doc.tokens[i - 1].lower in lexicon.word_list("pointing") else None
        return None

    def invited(self, doc: Document, first: int, last: int) -> bool:
        return any(t.lower.startswith("шақыруы") for t in doc.tokens[first : last + 1])

    def hands_over(self, doc: Document, i: int, last: int) -> tuple[bool, int] | None:
        for j in range(i + 1, last + 1):
            for name, gives in (("gives_pattern", True), ("takes_pattern", False)):
                if any(re.match(pattern, doc.tokens[j].lower) for pattern in lexicon.word_list(name)):
                    return gives, j
        return None

    def private(self, doc: Document, first: int, last: int) -> bool:
        return _matches(doc, first, last, "private_journey_pattern")

    def delegation(self, doc: Document, i: int) -> bool:
        nominal = doc.tokens[i].nominal if i < len(doc.tokens) else None
        return nominal is not None and nominal.case == "nom" and nominal.lemma in lexicon.word_list("delegation")

    def travels(self, doc: Document, first: int, last: int) -> bool:
        return any(t.lower.startswith(("сапар", "іссапар")) for t in doc.tokens[first : last + 1])

    def continues(self, doc: Document, first: int) -> bool:
        words = " ".join(t.lower for t in doc.tokens[first : first + 6])
        return any(re.match(pattern, words) for pattern in lexicon.word_list("continues_pattern"))

    def scope(self, doc: Document, first: int, last: int, i: int) -> str:
        return scope.scope(doc, first, last, i)

    def governor(self, doc: Document, last: int, end: int) -> int | None:
        return scope.governor(doc, last, end)

    def begins(self, doc: Document, i: int, last: int) -> bool:
        return any(t.lower.startswith("баста") for t in doc.tokens[i + 1 : min(last, i + 4) + 1])

    def copula(self, doc: Document, i: int) -> bool:
        return i < len(doc.tokens) and doc.tokens[i].lower in {"болды", "болған", "болмақ", "саналады", "еді", "атанды"}

    def attributive(self, doc: Document, i: int) -> bool:
        return scope.ATTRIBUTIVE.search(doc.tokens[i].lower) is not None

    def turns(self, doc: Document, first: int) -> bool:
        return doc.tokens[first].lower == "ал"

    def before_that(self, doc: Document, first: int) -> bool:
        words = [t.lower for t in doc.tokens[first : first + 2]]
        return words[0] in {"оған", "бұған", "соған", "осыған", "одан"} and words[-1] in {"дейін", "бұрын"}

    def moves(self, doc: Document, k: int) -> bool:
        return doc.tokens[k].lower.startswith(("шегер", "ауыс", "ысыр", "қалдыр", "жылжы"))

    def plain_past(self, doc: Document, i: int, last: int) -> bool:
        words = [t.lower for t in doc.tokens[i : last + 1] if t.kind == "word"]
        tense = next((w for w in words if re.search(r"[дт][ыі]$|[ғгқк][ае]н$", w)), "")
        return re.search(r"[дт][ыі]$", tense) is not None and not self.retrospective(doc, i, last)

    def takes_in(self, doc: Document, k: int) -> bool:
        return doc.tokens[k].lower.startswith(("қабылда", "өткіз", "ұйымдастыр"))

    def here(self, doc: Document, first: int, last: int) -> bool:
        return any(t.lower in lexicon.word_list("home_goal") for t in doc.tokens[first : last + 1])

    def happens(self, doc: Document, k: int) -> bool:
        return scope.happens(doc, k)

    def event_kind(self, doc: Document, i: int) -> str:
        return occasions.kind_of(doc, i)

    def occasion(self, doc: Document, first: int, last: int, *, encounters: bool = False) -> tuple[int, str] | None:
        return occasions.occasion(doc, first, last, encounters=encounters)

    def occasional(self, doc: Document, i: int) -> bool:
        return occasions.occasional(doc, i)

    def between_states(self, doc: Document, first: int, last: int) -> bool:
        return _matches(doc, first, last, "between_states_pattern")

    def lasting(self, doc: Document, i: int) -> bool:
        return occasions.lasting(doc, i)

    def foreseen(self, doc: Document, i: int) -> bool:
        return occasions.foreseen(doc, i)

    def has_been(self, doc: Document, i: int, last: int) -> bool:
        return occasions.has_been(doc, i, last)

    def attended(self, doc: Document, i: int, last: int) -> bool:
        return occasions.attended(doc, i, last)

    def addresses(self, doc: Document, first: int, last: int, case: str) -> bool:
        return occasions.addresses(doc, first, last, case)

    def days(self, doc: Document, first: int, last: int) -> int:
        return occasions.days(doc, first, last)

    def opens(self, doc: Document, first: int, last: int) -> bool:
        return occasions.opens(doc, first, last)

    def in_course(self, doc: Document, first: int, last: int) -> bool:
        return occasions.in_course(doc, first, last)

    def ends(self, doc: Document, first: int, last: int) -> bool:
        return occasions.ends(doc, first, last)

    def there(self, doc: Document, first: int, last: int) -> str:
        return occasions.there(doc, first, last)

    def remote(self, doc: Document, first: int, last: int) -> bool:
        return occasions.remote(doc, first, last)

    def act(self, doc: Document, i: int, case: str, kind: str | None) -> Act | None:
        return instruments.act(doc, i, case, kind)

    def act_state(self, doc: Document, i: int, last: int) -> tuple[str, bool]:
        return instruments.state(doc, i, last)

    def pronoun_case(self, word: str) -> str | None:
        return instruments.PRONOUNS.get(word)

    def collective(self, doc: Document, first: int, last: int) -> tuple[int, str] | None:
        return instruments.collective(doc, first, last)

    def verbal_noun(self, doc: Document, i: int, last: int) -> bool:
        return instruments.verbal_noun(doc, i) or verbs.nominalised(doc, i, last)

    def body_type(self, key: str | None) -> str | None:
        return lexicon.body_types().get(key or "")

    def body_country(self, key: str | None) -> str | None:
        return lexicon.body_countries().get(key or "")

    def institution(self, doc: Document, i: int) -> str | None:
        head = head_of(doc.tokens[i])
        return head[0] if head else None

    def format_members(self) -> dict[str, tuple[str, ...]]:
        return lexicon.format_members()

    def matches(self, name: str, text: str) -> bool:
        return any(re.search(pattern, text) for pattern in lexicon.word_list(name))

    def earlier_act(self, doc: Document, first: int) -> Act | None:
        return instruments.earlier_act(doc, first)

    def instrument_start(self, doc: Document, i: int) -> int:
        return instrument_names.start(doc, i)

    def instrument_name(self, doc: Document, first: int, i: int) -> str:
        return instrument_names.name(doc, first, i)

    def modality(self, doc: Document, first: int, last: int) -> tuple[str, bool]:
        return verbs.modality(doc, first, last)

    def voices(self, doc: Document, sentence: int) -> list[Voice]:
        return voices.find(doc, sentence)

    def home_press(self, key: str | None) -> bool:
        return voices.is_home_press(key, self.home)

    def clauses(self, doc: Document, sentence: int) -> list[tuple[int, int]]:
        first, last = doc.sentences[sentence]
        spans, start = [], first
        for i in range(first, last):
            token = doc.tokens[i]
            closes = token.text in {";", ":"} or (
                token.text == ","
                and i > first
                and doc.tokens[i - 1].kind == "word"
                and not (doc.tokens[i - 1].capital and i - 1 > first)
                and (
                    verbs.ends_clause(doc.tokens[i - 1].lower) or _received(doc, i - 1) or voices.as_said(doc.tokens[i - 1].lower)
                )
            )
            if closes and i + 1 - start > 2:
                spans.append((start, i + 1))
                start = i + 1
        if start < last:
            spans.append((start, last))
        return spans


def _received(doc: Document, i: int) -> bool:
    """«қарсы алды», «күтіп алды»: the same letters are a noun ("in front of") elsewhere."""
    token, before = doc.tokens[i], doc.tokens[i - 1].lower if i else ""
    return token.lower in {"алды", "алған", "алып"} and (before == "қарсы" or before.endswith(("ып", "іп")))


def _matches(doc: Document, first: int, last: int, name: str) -> bool:
    """Whether a pattern of a list occurs in the words from token `first` to `last`."""
    text = " ".join(t.lower for t in doc.tokens[first : last + 1] if t.kind == "word")
    return any(re.search(pattern, text) for pattern in lexicon.word_list(name))


@cache
def _frames() -> tuple[Frame, ...]:
    return tuple(
        Frame(
            row["name"], row["pos"], row["predicate"], row["with"], row["type"], tuple(lexicon.split(row["partner"])), row["host"]
        )
        for row in lexicon.data_rows("frames.csv")
    )


@cache
def _by_letters() -> dict[str, tuple[Frame, ...]]:
    table: dict[str, list[Frame]] = {}
    for frame in _frames():
        table.setdefault(frame.predicate[:2], []).append(frame)
    return {
        key: tuple(sorted(group, key=lambda f: (not f.condition, f.pos == "noun", f.type != "call")))
        for key, group in table.items()
    }


LANGUAGE = Kazakh()
