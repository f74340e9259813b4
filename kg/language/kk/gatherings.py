"""Gatherings in Kazakh: the nouns that name one, what a sentence does with them, who they gather.

Enters: a Document and tokens. Leaves: frames, stances, ISO codes of sides. The words are in `frames.csv` and `lists.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from kg.language.document import Document, Nominal, Phrase
from kg.language.frames import Gathering, Stance
from kg.language.kk import lexicon, verbs
from kg.language.kk.formats import named_between
from kg.language.kk.morphology import analyse

# A verb stands within so many words of the noun; the bounds keep endless sentences cheap.
AHEAD = 30
BACK = 14
# «бейнесаммит», «бейнеконференция»: held over a screen.
VIDEO = "бейне"
ROMAN = re.compile(r"[IVXІХ]+\.?$")
NUMBER = re.compile(r"\d+(?:-?(?:ші|шы|інші|ыншы|нші|ншы))?$")
ORDINAL = re.compile(r"(?:інші|ыншы|нші|ншы)$")


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in sorted(lexicon.word_list(name)))


def _matches(name: str, text: str) -> int | None:
    """Where the first of the patterns of a list begins in a text."""
    found = [match.start() for pattern in _patterns(name) if (match := pattern.search(text))]
    return min(found) if found else None


def _text(doc: Document, first: int, last: int) -> str:
    return " ".join(t.lower for t in doc.tokens[first : last + 1] if t.kind == "word")


def lemma(doc: Document, i: int) -> str:
    """«78-сессиясында», «бизнес-форумын»: what the last part of a compound names."""
    name = _nominal(doc, i).lemma.rsplit("-", 1)[-1]
    return name.removeprefix(VIDEO) if name.removeprefix(VIDEO) in _nouns() else name


def _nominal(doc: Document, i: int) -> Nominal:
    token = doc.tokens[i]
    return analyse(token.lower.rsplit("-", 1)[-1]) if token.kind == "number" and "-" in token.text else token.nominal


def case_of(doc: Document, i: int) -> str:
    return _nominal(doc, i).case


@cache
def _nouns() -> dict[str, list[dict[str, str]]]:
    table: dict[str, list[dict[str, str]]] = {}
    for row in lexicon.data_rows("gatherings.csv"):
        table.setdefault(row["lemma"], []).append(row)
    return table


def noun(doc: Document, i: int) -> Gathering | None:
    """The gathering that token `i` names; the first row whose words stand around it, else the last."""
    token = doc.tokens[i]
    rows = _nouns().get(lemma(doc, i), []) if token.kind in {"word", "number"} and not token.nominal.plural else []
    if rows and _part(doc, i):
        return None
    first, last = doc.sentences[token.sentence]
    for row in rows:
        if row["type"] == "body" and case_of(doc, i) != "nom":
            return None
        around = _text(doc, max(first, i - BACK), min(last - 1, i + BACK)) if row["with"] else ""
        anew = not row["with"] or re.search(row["with"], around) is not None
        if anew or row is rows[-1]:
            return Gathering(row["lemma"], row["type"], row["generic"] == "yes", anew, row["several"] == "yes")
    return None


def sittings(doc: Document) -> None:
    """Drops from `doc.phrases` «Мәжіліс» that only begins a sentence, where the text has told before of such a sitting."""
    told: set[str] = set()
    bodies = {p.first: p for p in doc.phrases if p.kind == "organization" and p.first == p.last and not p.quoted}
    dropped: list[Phrase] = []
    starts = {first for first, _ in doc.sentences}
    for i, token in enumerate(doc.tokens):
        if token.kind != "word" or (name := token.nominal.lemma.lower()) not in _nouns():
            continue
        if not token.capital and i not in bodies:
            found = noun(doc, i) if name not in told else None
            if found is not None and found.anew and not domestic(doc, i):
                told.add(name)
        elif name in told and i in starts and i in bodies and token.nominal.person == 0:
            dropped.append(bodies[i])
    doc.phrases = [p for p in doc.phrases if p not in dropped] if dropped else doc.phrases


def _part(doc: Document, i: int) -> bool:
    """«Форумның ашылу салтанаты», «Ассамблеяның 78-сессиясы»: whether the noun at `i` names but a part of a gathering."""
    if lemma(doc, i) not in lexicon.word_list("gathering_part"):
        return False
    for j in range(i - 1, max(-1, i - 4), -1):
        if not _modifies(doc, j):
            whole = noun(doc, j) if case_of(doc, j) == "gen" else None
            return whole is not None and whole.anew
    return False


def head(doc: Document, i: int, last: int) -> int:
    """«форумның ашылу салтанатына», «саммит жұмысына»: the token whose case says what is done to the gathering at `i`."""
    while i < last and case_of(doc, i) in {"gen", "nom"}:
        ahead = range(i + 1, min(last, i + 4) + 1)
        shifted = next((j for j in ahead if lemma(doc, j) in lexicon.word_list("gathering_part")), None)
        if shifted is None or not all(_modifies(doc, j) for j in range(i + 1, shifted)):
            break
        i = shifted
    return i


def occasion(doc: Document, i: int) -> bool:
    """«саммит аясында», «форумның екінші күні»: whether the noun at `i` is but the occasion of what follows."""
    following = [t.lower for t in doc.tokens[i + 1 : i + 4] if t.kind == "word"]
    listed = lexicon.word_list("occasion")
    return bool(following) and (following[0] in listed or (case_of(doc, i) == "gen" and any(w in listed for w in following)))


def _modifies(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    return token.kind == "word" and (token.nominal.case == "nom" or token.nominal.attributive)


def stance(doc: Document, i: int, last: int) -> Stance | None:
    """What the words after the gathering at token `i` say of it, up to token `last`; None where it is but a setting."""
    told, i = i, head(doc, i, last)
    case = case_of(doc, i)
    following = doc.tokens[i + 1].lower if i + 1 <= last else ""
    if following in lexicon.word_list("occasion") or case not in {"nom", "acc", "dat", "loc"}:
        return None
    # «Жиынға А, Б, В … қатысты»: a list of those who come may be long.
    end = min(last, i + AHEAD) if case in {"nom", "acc"} else last
    words = [j for j in range(i + 1, end + 1) if doc.tokens[j].kind == "word"]
    if case == "nom":
        if _owns(doc, i):
            return None
        held = first_match(doc, words[:2], "holds_it_pattern")
        if held is not None:
            return Stance("hosted", held)
        found = first_match(doc, words, "convenes_pattern")
        # «ассамблея құқыққа ие болды»: what somebody became or had.
        if found is not None and found > i + 1 and doc.tokens[found - 1].lower in lexicon.word_list("becomes"):
            return None
        return Stance("convenes", found) if found is not None else None
    if case == "acc":
        # «Саммит жұмысын аяқтады»: it is the gathering that ends.
        works = first_match(doc, [i, *words], "convenes_pattern") if i > told and case_of(doc, told) == "nom" else None
        found = works if works is not None else first_match(doc, words, "convened_pattern")
        if found is not None:
            return Stance("convenes", found)
        found = first_match(doc, words, "hosts_pattern")
        return Stance("hosted", found) if found is not None else None
    if following == "," or following in lexicon.word_list("conjunction") | lexicon.word_list("contrast"):
        # «саммитке, ал ертең форумға қатысады»: what is said of the last holds for each.
        for j in words:
            if case_of(doc, j) == case and noun(doc, j) is not None:
                return stance(doc, j, last)
    words = _before_participle(doc, words)
    if case == "dat" and (hosting := first_match(doc, words, "hosts_for_pattern")) is not None:
        return Stance("hosted", hosting)
    found = first_match(doc, words, "joins_pattern" if case == "dat" else "speaks_at_pattern")
    if found is not None and not concerning(doc, found, last):
        return Stance("attended" if case == "dat" else "spoke", found)
    return Stance("setting", i) if case == "loc" else None


def _owns(doc: Document, i: int) -> bool:
    """«съезі хатшылығының басшысы», «саммиті қатысушылары»: whether the noun at `i` belongs to the one after it."""
    if i + 1 >= len(doc.tokens):
        return False
    token = doc.tokens[i + 1]
    if token.lower in lexicon.word_list("next_of_series") or first_match(doc, [i + 1], "convenes_pattern") is not None:
        return False
    return token.kind == "word" and token.nominal.person == 3 and not verbs.ends_clause(token.lower)


def _before_participle(doc: Document, words: list[int]) -> list[int]:
    """The words up to the first participle that describes a noun: what comes after it is said of something else."""
    for n, j in enumerate(words):
        following = doc.tokens[j + 1].lower if j + 1 < len(doc.tokens) else ""
        word = doc.tokens[j].lower
        if doc.tokens[j].capital:
            continue
        if verbs.is_nominalised(word) or (verbs.is_participle(word) and following not in lexicon.word_list("auxiliary")):
            return words[: n + 1]
    return words


def concerning(doc: Document, i: int, last: int) -> bool:
    """«саммитке қатысты мәселе»: the same letters are a postposition before a noun."""
    return doc.tokens[i].lower == "қатысты" and i + 1 <= last and doc.tokens[i + 1].kind == "word"


def first_match(doc: Document, words: list[int], name: str) -> int | None:
    """The first token at which a pattern of a list matches; patterns may reach over the next words."""
    for n, j in enumerate(words):
        text = " ".join(doc.tokens[k].lower for k in words[n : n + 4])
        if any(pattern.match(text) for pattern in _patterns(name)):
            return j
    return None


def coming(doc: Document, first: int, i: int) -> bool:
    """Whether a participle before the gathering at token `i` says that it lies ahead («қарашада өтетін сессия»)."""
    return _matches("ahead_pattern", _text(doc, max(first, i - 4), i - 1)) is not None


def next_one(doc: Document, first: int, i: int) -> bool:
    """Whether the words before token `i` make it the next of a series («келесі», «кезекті»)."""
    return any(doc.tokens[j].lower in lexicon.word_list("next_of_series") for j in range(max(first, i - 6), i))


def counted(doc: Document, first: int, i: int) -> bool:
    """Whether a number, or a word like it, tells the gathering at token `i` from others («екінші», «VI», «тағы бір»)."""
    if doc.tokens[i].lower[:1].isdigit():
        return True
    for j in range(max(first, i - 9), i):
        token = doc.tokens[j]
        if ROMAN.match(token.text) or NUMBER.match(token.lower) or ORDINAL.search(token.lower):
            return True
        if token.lower in lexicon.word_list("one_of_series"):
            return True
    return False


def domestic(doc: Document, i: int) -> bool:
    """Whether a country's own institution sits: its name stands before the noun at `i`, and no body of several countries does."""
    first, _ = doc.sentences[doc.tokens[i].sentence]
    own = lexicon.word_list("own_institution")
    near = any(t.lower in own for t in doc.tokens[max(first, i - 4) : i])
    if not near and not any(t.lower in lexicon.word_list("own_place") for t in doc.tokens[first:i]):
        return False
    before = named_between(doc, first, i - 1)
    several = {p.key for p in before if p.kind in {"country", "demonym"} and p.case != "loc"}
    return len(several) < 2 and not any(p.subtype.startswith("intergovernmental") for p in before)
