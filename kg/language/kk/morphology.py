"""Readings of Kazakh nouns and names: stem, number, possessor, case. Enters: a word. Leaves: the best `Nominal`.

Every parse that the grammar allows is ranked by how often the endings occur and by how well the corpus supports the stem
(in how many distinct forms it was seen); the method follows unsupervised stem support counting as in Goldsmith (2001).
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from kg.language.document import Nominal
from kg.language.kk.phonology import VOWELS, Harmony, fill, harmony, last_sound

# After a vowel, nasal, sonorant, voiced or voiceless sound; p3 and p12 follow the possessor's ending.
CASES: dict[str, dict[str, str]] = {
    "gen": {"vowel": "нIң", "nasal": "нIң", "sonorant": "дIң", "voiced": "дIң", "voiceless": "тIң", "p3": "нIң", "p12": "нIң"},
    "acc": {"vowel": "нI", "nasal": "дI", "sonorant": "дI", "voiced": "дI", "voiceless": "тI", "p3": "н", "p12": "дI"},
    "dat": {"vowel": "GA", "nasal": "GA", "sonorant": "GA", "voiced": "GA", "voiceless": "KA", "p3": "нA", "p12": "A"},
    "loc": {"vowel": "дA", "nasal": "дA", "sonorant": "дA", "voiced": "дA", "voiceless": "тA", "p3": "ндA", "p12": "дA"},
    "abl": {"vowel": "дAн", "nasal": "нAн", "sonorant": "дAн", "voiced": "дAн", "voiceless": "тAн", "p3": "нAн", "p12": "нAн"},
    "ins": {"vowel": "мен", "nasal": "мен", "sonorant": "мен", "voiced": "бен", "voiceless": "пен", "p3": "мен", "p12": "мен"},
}
PRIOR = {"nom": 0.0, "gen": -1.2, "acc": -1.3, "dat": -1.2, "loc": -1.3, "abl": -1.9, "ins": -2.2}
PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер")
POSSESSIVES = (("мыз", 1), ("міз", 1), ("ңыз", 2), ("ңіз", 2), ("м", 1), ("ң", 2))
# Written after a hyphen, a whole ending stands alone: ЕО-мен, ТМД-ның, АҚШ-тағы.
HYPHENED = re.compile(
    r"(?P<gen>[ндт][ыі]ң)|(?P<acc>[ндт][ыі]|с[ыі]н)|(?P<dat>[ғгқк][ае]|н[ае]|с[ыі]на|с[ыі]не)|(?P<attributive>н?[дт][ае]ғ[ыі]|н?[дт]егі)"
    r"|(?P<loc>н?[дт][ае])|(?P<abl>[дтн][ае]н)|(?P<ins>[мбп]ен)|(?P<nom>с[ыі]|[ыі]|л[ае]р|д[ае]р|т[ае]р)|(?P<possgen>с[ыі]н[ыі]ң|[ыі]н[ыі]ң)"
    r"|(?P<possins>с[ыі]мен|[ыі]мен)|(?P<possdat>[ыі]н[ае])|(?P<possloc>с?[ыі]нд[ае])|(?P<possacc>[ыі]н)"
)
# The ending is set off by a hyphen, or by the change of script: «АҚШ-тың», «NATO-ның», «Boeingке».
JOINT = re.compile(r"^(.+)(?:-|(?<=[a-zà-ž])(?=[а-яәіңғүұқөһ]))([а-яәіңғүұқөһ]{1,9})$")
# A last syllable in и takes front endings whatever stands before it (саммиті), foreign names either kind.
# «Минскіде», «Гданскіге»: after two consonants a foreign name takes a linking vowel before its case.
LINKED = re.compile(r"[бвгғджзйкқлмнңпрстфхһцчшщ]{2}[ыі]$")
FOREIGN_ENDING = re.compile(r"(ев|ов|ия|[рн]к|и[^аәеёиоөұүуыіэюя]{1,2})$")
SUPPORT, BARE, LONG, SHORT = 1.6, 0.6, 1.0, 0.4
UNLIKELY = 3.0


@dataclass(frozen=True, slots=True)
class _Parse:
    stem: str
    plural: bool
    person: int
    case: str
    attributive: bool


@cache
def _support() -> tuple[dict[str, int], dict[str, int]]:
    """Counts of words in the training corpora, and of distinct forms for each possible stem."""
    counts: dict[str, int] = {}
    support: dict[str, int] = {}
    with (files("kg.language.kk") / "data" / "words.tsv").open(encoding="utf-8") as file:
        for word, count, forms in csv.reader(file, delimiter="\t"):
            if int(count):
                counts[word] = int(count)
            if int(forms):
                support[word] = int(forms)
    return counts, support


def known(word: str) -> int:
    """How often the lower-case word occurs in the training corpora."""
    return _support()[0].get(word, 0)


@lru_cache(maxsize=200_000)
def analyse(word: str, proper: bool = False) -> Nominal:
    """The best reading of a word; `proper` for names, whose last vowel need not rule the ending."""
    lower = word.lower()
    hyphened = JOINT.match(lower)
    if hyphened and (ending := HYPHENED.fullmatch(hyphened.group(2))):
        label = ending.lastgroup or "nom"
        case = "loc" if label == "attributive" else label.removeprefix("poss")
        person = 3 if label.startswith("poss") or hyphened.group(2) in {"сы", "сі", "ы", "і", "сын", "сін", "сына", "сіне"} else 0
        if hyphened.group(2) in {"сына", "сіне"}:
            case = "dat"
        return Nominal(hyphened.group(1), case, False, person, label == "attributive")
    parses = list(_parses(lower, proper))
    if not parses:
        return Nominal(lower)
    best = max(parses, key=lambda parse: (_score(parse, lower, proper), len(parse.stem), parse.case))
    return Nominal(best.stem, best.case, best.plural, best.person, best.attributive)


def split_ending(word: str) -> tuple[str, str]:
    """A name and the case ending set off from it, "" where there is none."""
    joint = JOINT.match(word.lower())
    if joint is None or not HYPHENED.fullmatch(joint.group(2)):
        return word, ""
    return word[: len(joint.group(1))], joint.group(2)


def readings(word: str, proper: bool = False) -> tuple[Nominal, ...]:
    """Every reading that the grammar allows, best first."""
    lower = word.lower()
    ranked = sorted(_parses(lower, proper), key=lambda p: (-_score(p, lower, proper), -len(p.stem), p.case))
    return tuple(Nominal(p.stem, p.case, p.plural, p.person, p.attributive) for p in ranked)


def _score(parse: _Parse, word: str, proper: bool) -> float:
    counts, support = _support()
    score = PRIOR[parse.case] - 0.8 * parse.plural - 0.3 * parse.attributive
    score -= {0: 0.0, 3: 0.9}.get(parse.person, 3.2)
    if proper and (parse.person or parse.plural):
        score -= 2.5
    if parse.stem != word and not proper and _unlikely(parse.stem, parse.case):
        score -= UNLIKELY
    forms = support.get(parse.stem, 0) - (1 if word in counts else 0)
    bare = counts.get(parse.stem, 0) if parse.stem != word else 0
    score += SUPPORT * math.log(max(forms, 0) + 0.3) + BARE * math.log(bare + 0.3)
    return score + (LONG if len(parse.stem) >= (3 if proper else 4) else SHORT) * (len(word) - len(parse.stem))


def _unlikely(stem: str, case: str) -> bool:
    """Whether something speaks against a stem of a common noun, however often the corpus shows it."""
    counts, support = _support()
    if _too_short(stem):
        return True  # «қа» of «қасында», «та» of «тамыз»
    if stem[-1] in "бгғ" and stem not in counts:
        return True  # voiced only before a vowel: «мысығы» is of «мысық»
    if case in {"loc", "abl", "dat"} and stem.endswith(("ын", "ін")) and max(counts.get(stem[:-2], 0), support.get(stem[:-2], 0)):
        return True  # the н belongs to the possessor: «ішінде» is «іш» + «інде»
    singular = _singular(stem, proper=False)
    return singular is not None and not _too_short(singular) and singular in counts


def _too_short(stem: str) -> bool:
    return len(stem) < 2 or (len(stem) == 2 and last_sound(stem) == "vowel")


def parse_candidates(word: str, proper: bool = False) -> Iterator[str]:
    """The stems of all parses of a word, for counting support."""
    for parse in _parses(word.lower(), proper):
        yield parse.stem


def _parses(word: str, proper: bool) -> Iterator[_Parse]:
    seen: set[_Parse] = set()
    for base, case, context, kind, attributive in _strip_case(word):
        if len(base) < 2:
            continue
        for stem, plural, person in _strip_rest(base, context, kind, case, proper):
            parse = _Parse(stem, plural, person, case, attributive)
            if parse not in seen:
                seen.add(parse)
                yield parse


@cache
def _endings() -> tuple[tuple[str, str, str, Harmony], ...]:
    rows = {
        (fill(template, kind), case, context, kind)
        for case, shapes in CASES.items()
        for context, template in shapes.items()
        for kind in ("back", "front")
    }
    return tuple(sorted(rows))  # type: ignore[arg-type]


def _plausible(stem: str) -> bool:
    return len(stem) >= 1 and any(letter in VOWELS for letter in stem)


def _strip_case(word: str) -> Iterator[tuple[str, str, str | None, Harmony | None, bool]]:
    yield word, "nom", None, None, False
    for base, attributive in ((word, False), (word[:-2], True)) if word.endswith(("ғы", "гі")) else ((word, False),):
        for ending, case, context, kind in _endings():
            if attributive and case != "loc":
                continue
            if base.endswith(ending) and _plausible(base[: -len(ending)]):
                yield base[: -len(ending)], case, context, kind, attributive


def _harmonies(stem: str, proper: bool) -> tuple[str, ...]:
    return ("back", "front") if proper or FOREIGN_ENDING.search(stem) else (harmony(stem),)


def _agrees(stem: str, kind: Harmony | None, case: str, proper: bool) -> bool:
    return kind is None or case == "ins" or kind in _harmonies(stem, proper)


def _fits(context: str, base: str) -> bool:
    """Whether an ending may follow the last sound of a word; after ю papers write both «Лекорнюдің» and «Лекорнюның»."""
    return context == last_sound(base) or (context == "vowel" and base.endswith("ю"))


def _strip_rest(base: str, context: str | None, kind: Harmony | None, case: str, proper: bool) -> Iterator[tuple[str, bool, int]]:
    if (context is None or _fits(context, base)) and _agrees(base, kind, case, proper):
        yield base, False, 0
        singular = _singular(base, proper)
        if singular:
            yield singular, True, 0
    if context in (None, "p3"):
        yield from _third_person(base, proper)
    yield from _first_and_second(base, context)


def _singular(base: str, proper: bool) -> str | None:
    if base[-3:] not in PLURALS or not _plausible(base[:-3]):
        return None
    stem, first, vowel = base[:-3], base[-3], base[-2]
    needed = {"vowel": "л", "sonorant": "л", "nasal": "д", "voiced": "д", "voiceless": "т"}[last_sound(stem)]
    if stem[-1] == "л":
        needed = "д"
    if first != needed or ("back" if vowel == "а" else "front") not in _harmonies(stem, proper):
        return None
    return stem


def _voiced_alternants(stem: str) -> list[str]:
    changed = {"б": "п", "г": "к", "ғ": "қ"}.get(stem[-1])
    return [stem] + ([stem[:-1] + changed] if changed else [])


def _restored(stem: str, ending: str) -> Iterator[str]:
    """Known stems that lose a vowel or the soft sign before a possessor: халық in «халқы», госпиталь in «госпиталі»."""
    if len(stem) > 2 and stem[-1] not in VOWELS and stem[-2] not in VOWELS:
        whole = stem[:-1] + ending + stem[-1]
        if known(whole):
            yield whole
    if ending == "і" and known(stem + "ь"):
        yield stem + "ь"


def _third_person(base: str, proper: bool) -> Iterator[tuple[str, bool, int]]:
    for ending in ("сы", "сі", "ы", "і"):
        stem = base[: -len(ending)]
        if not base.endswith(ending) or not _plausible(stem):
            continue
        if not proper:
            yield from ((whole, False, 3) for whole in _restored(stem, ending))
        if ("back" if ending[-1] == "ы" else "front") not in _harmonies(stem, proper):
            continue
        if (ending[0] == "с") != (last_sound(stem) == "vowel"):
            continue
        for shape in _voiced_alternants(stem):
            if shape == stem and shape[-1] in "пкқ":
                continue
            yield shape, False, 3
            singular = _singular(shape, proper=True) if shape == stem else None
            if singular:
                yield singular, True, 3


def _first_and_second(base: str, context: str | None) -> Iterator[tuple[str, bool, int]]:
    for ending, person in POSSESSIVES:
        if not base.endswith(ending):
            continue
        allowed = (
            context is None
            or (context == "p12" and len(ending) == 1)
            or (context == "voiced" and len(ending) == 3)
            or (context == "nasal" and len(ending) == 1)
        )
        stem = base[: -len(ending)]
        if not allowed or not _plausible(stem):
            continue
        if stem[-1] in "ыі" and _plausible(stem[:-1]):
            for shape in _voiced_alternants(stem[:-1]):
                if not (shape == stem[:-1] and shape[-1] in "пкқ"):
                    yield shape, False, person
                    if shape[-3:] in PLURALS and _plausible(shape[:-3]):
                        yield shape[:-3], True, person
        if last_sound(stem) == "vowel":
            yield stem, False, person


@lru_cache(maxsize=200_000)
def case_readings(word: str, proper: bool = True) -> tuple[tuple[int, str, bool, bool], ...]:
    """(length of the nominative, case, attributive, possessed) of each way to take only the case off a word.

    Number and possessor stay, so that the nominative is always a prefix of the word as written.
    """
    lower = word.lower()
    hyphened = JOINT.match(lower)
    if hyphened and HYPHENED.fullmatch(hyphened.group(2)):
        nominal = analyse(word, proper)
        return (
            (len(hyphened.group(1)), nominal.case, nominal.attributive, nominal.person == 3),
            (len(word), "nom", False, False),
        )
    rows = {(len(word), "nom", False, False)}
    for base, case, context, kind, attributive in _strip_case(lower):
        if context is None:
            continue
        possessed = base.endswith(("ы", "і")) and context == "p3"
        if (_fits(context, base) or possessed) and _agrees(base, kind, case, proper or possessed):
            rows.add((len(base), case, attributive, possessed))
            if proper and LINKED.search(base):
                rows.add((len(base) - 1, case, attributive, False))
    return tuple(sorted(rows))
