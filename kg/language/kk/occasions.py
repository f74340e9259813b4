"""Words that tie what is told to an event or place told before: «саммит барысында», «сонда», «екі күндік», «бүгін аяқталды».

Enters: a Document and tokens. Leaves: the kind of event, the number of days, whether the words end it.
"""

from __future__ import annotations

import re
from functools import cache

from kg.language.document import Document
from kg.language.kk import lexicon, presence, verbs
from kg.language.kk.almanac import SEASONS, UNITS

NUMBERS = {"екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10}
DAYS = re.compile(
    r"\b(?P<count>\d{1,2}|"
    + "|".join(NUMBERS)
    + r") (?:күндік|күнге (?:созыл|жоспарлан|арнал)|күн(?:нің)? (?:ішінде|бойы|қатар))"
)
WEEK = re.compile(r"\bапталық\b|\bаптаға (?:жуық|созыл)")
ENDS = re.compile(r"\b(?:аяқтал|тәмамдал|жабыл|түйіндел|қорытындылан)|\bмәресіне жет|\bсоңына жет")
BEGINS = re.compile(r"\bбаста")

# «өтіп жатқан форум», «сапармен жүрген», «сапардың екінші күні»
GOES_ON = re.compile(r"\b(?:өтіп|жүріп|жалғасып|болып) жатқан\b")
NOW = re.compile(r"(?:уда|үде)$")
OPENS = re.compile(r"бастал(?:ды|ып|ған|уда)")
UNDER_WAY = re.compile(r"(?:жүр|келе жат)")
NTH_DAY = re.compile(r"(?:алғашқы|бірінші|екінші|үшінші|төртінші|бесінші|соңғы|келесі) күн")
AHEAD = 10  # words before an event noun that may say that it goes on

THERE = re.compile(
    r"\b(?:(?:сол|осы|аталған) "
    r"(?:(?P<town>қала(?:да|сында)|шаһарда)|(?P<country>елде|мемлекетте)|жерде)|сонда|мұнда|осында|(?P<weak>онда))\b"
)


@cache
def _classes() -> dict[str, str]:
    """Event noun -> visit, gathering or encounter."""
    kinds = {"visit": "visit", "summit": "gathering", "session": "gathering", "ceremony": "gathering"}
    rows = [row for row in lexicon.data_rows("frames.csv") if row["pos"] == "noun" and not row["with"]]
    table = {row["predicate"]: kinds.get(row["type"], "encounter") for row in rows}
    held = [row["lemma"] for row in lexicon.data_rows("gatherings.csv") if row["lemma"] not in table]
    return table | dict.fromkeys((*held, *lexicon.word_list("event_noun")), "gathering")


def kind_of(doc: Document, i: int) -> str:
    """What kind of event the noun at token `i` names; empty where it names none."""
    token = doc.tokens[i]
    return _classes().get(token.nominal.lemma) or _classes().get(token.lower) or "" if token.kind == "word" else ""


def names_event(lemma: str) -> bool:
    """Whether a noun names a visit, a gathering or an encounter."""
    return lemma in _classes()


def occasion(doc: Document, first: int, last: int, *, encounters: bool = False) -> tuple[int, str] | None:
    """Token and kind of the event on whose sidelines lies what tokens `first` to `last` tell; `encounters`: also a meeting."""
    for i in range(first, last + 1):
        kind = kind_of(doc, i)
        if (kind in {"visit", "gathering"} or (encounters and kind)) and beside(doc, i, last):
            return i, kind
    return None


def beside(doc: Document, i: int, last: int) -> bool:
    """Whether the noun of event at token `i` is but the occasion of what follows («саммит барысында», «саммитте»)."""
    following = doc.tokens[i + 1].lower if i < last else ""
    return following in lexicon.word_list("during") or doc.tokens[i].nominal.case == "loc"


# «кездескенде», «жүздескеннен»; with a word of time after it also «сөйлескен кезде», «кездесуден кейін».
WHEN = re.compile(r"[ғгқк][ае]н(?:да|де|нан кейін|нен кейін|нан соң|нен соң)$")
CONVERB = re.compile(r"(?:[^аеыіоөуүұәй]|с)[ыі]п$")


# A participle within so many words after an occasion tells what was done at it.
DONE = 4


def has_been(doc: Document, i: int, last: int) -> bool:
    """Whether a participle of the past shows that what the noun at token `i` names was: one right before it («өткен сапары»), or
    one after it that tells what was done at it («сапары кезінде қол жеткізілген …»).
    """
    before = _before(doc, i)
    intended = i > 1 and verbs.is_future(doc.tokens[i - 2].lower)  # «жасамақ болған сапары»
    if _past_participle(before) and not intended:
        return True
    if not occasional(doc, i):
        return False
    words = doc.tokens[i + 1 : min(last, i + DONE) + 1]
    for n, token in enumerate(words):
        if token.kind != "word":
            return False
        following = doc.tokens[i + n + 2].lower if i + n + 2 <= last else ""
        if _past_participle(token.lower):
            return bool(following) and following[0].isalpha() and following not in lexicon.word_list("auxiliary")
    return False


def foreseen(doc: Document, i: int) -> bool:
    """Whether a participle right before the noun at token `i` says that the event was to be («жоспарланған кездесу»)."""
    before = _before(doc, i)
    return verbs.is_participle(before) and _tells_intent(before)


def _before(doc: Document, i: int) -> str:
    """The word right before token `i` in its sentence; empty where there is none."""
    return doc.tokens[i - 1].lower if i and doc.tokens[i - 1].sentence == doc.tokens[i].sentence else ""


def _past_participle(word: str) -> bool:
    held = verbs.is_participle(word) and not verbs.is_future(word) and not verbs.NEGATED_PAST.search(word)
    return held and not _tells_intent(word)


def _tells_intent(word: str) -> bool:
    return word.startswith(tuple(lexicon.word_list("foreseen")))


def occasional(doc: Document, i: int) -> bool:
    """Whether the noun or verb at token `i` only tells on what occasion the rest of the sentence was done."""
    token = doc.tokens[i]
    following = doc.tokens[i + 1].lower if i + 1 < doc.sentences[token.sentence][1] else ""
    if following in lexicon.word_list("during") and token.nominal.case in {"nom", "gen"}:
        return True
    if verbs.is_participle(token.lower):
        return following in lexicon.word_list("when")
    if WHEN.search(token.lower) or WHEN.search(f"{token.lower} {following}"):
        return True
    if CONVERB.search(token.lower):
        return following == ","
    back = any(re.match(pattern, following) for pattern in lexicon.word_list("returns_pattern"))
    return token.nominal.case == "loc" or (token.nominal.case == "abl" and (back or following in lexicon.word_list("when")))


def attended(doc: Document, i: int, last: int) -> bool:
    """Whether somebody comes to what the noun at token `i` names, up to token `last`."""
    if doc.tokens[i].nominal.case != "dat":
        return False
    found = presence.presence(doc, i + 1, last, ceremony=False)
    return found is not None and found.name in {"joins", "leads"}


def addresses(doc: Document, first: int, last: int, case: str) -> bool:
    """Whether the words tell of something said or given to whoever stands in `case` before them."""
    following = doc.tokens[first].lower if first <= last else ""
    if following in lexicon.word_list("with_dative") or verbs.is_participle(following):
        return False
    text = " ".join(t.lower for t in doc.tokens[first : last + 1] if t.kind == "word")
    return any(re.search(pattern, text) for pattern in lexicon.word_list(f"addressed_{case}_pattern"))


def days(doc: Document, first: int, last: int) -> int:
    """How many days the words say that something takes; 1 where they say nothing."""
    text = " ".join(t.lower for t in doc.tokens[first : last + 1])
    found = DAYS.search(text)
    if found:
        count = found.group("count")
        return int(count) if count.isdigit() else NUMBERS[count]
    return 7 if WEEK.search(text) else 1


def opens(doc: Document, first: int, last: int) -> bool:
    """Whether the words tell that an event begins («екі күндік форум басталды»)."""
    return any(OPENS.match(t.lower) for t in doc.tokens[first : last + 1])


def lasting(doc: Document, i: int) -> bool:
    """Whether what the noun at token `i` names takes several days as a rule («80-сессиясы»)."""
    token, words = doc.tokens[i], lexicon.word_list("lasting_event")
    if token.kind == "number":
        return token.lower.partition("-")[2].startswith(tuple(words))
    return token.nominal.lemma in words


def in_course(doc: Document, first: int, last: int) -> bool:
    """Whether the words say that what they tell lies in the course of an event of several days, which does not begin with it."""
    if opens(doc, first, last):
        return False
    if days(doc, first, last) > 1:
        return not any(t.lower.startswith("созыл") for t in doc.tokens[first : last + 1])  # how long it was, not what was at it
    for i in range(first, last + 1):
        token = doc.tokens[i]
        kind = kind_of(doc, i)
        if lasting(doc, i) and beside(doc, i, last):
            return True
        if kind not in {"visit", "gathering"}:
            continue
        after = " ".join(t.lower for t in doc.tokens[i + 1 : min(i + 3, last + 1)])
        before = " ".join(t.lower for t in doc.tokens[max(first, i - AHEAD) : i])
        # «өтіп жатқан форумға қатысуда», but «… форумы аясында кездесті» is a report of just now.
        going = GOES_ON.search(before) and (kind == "visit" or any(NOW.search(t.lower) for t in doc.tokens[i + 1 : last + 1]))
        if going or (kind == "visit" and UNDER_WAY.match(after)):
            return True
        if token.nominal.case == "gen" and NTH_DAY.match(after):
            return True
    return False


def ends(doc: Document, first: int, last: int) -> bool:
    """Whether the words tell the end of an event that has begun before."""
    text = " ".join(t.lower for t in doc.tokens[first : last + 1])
    return bool(ENDS.search(text)) and not BEGINS.search(text)


def there(doc: Document, first: int, last: int) -> str:
    """Whether the words point to a place named before: "place", "country", "any", "earlier" in this sentence, or nothing."""
    text = " ".join(t.lower for t in doc.tokens[first : last + 1])
    found = THERE.search(text)
    if found is None:
        return ""
    if found.group("weak"):
        return "earlier"
    return "place" if found.group("town") else "country" if found.group("country") else "any"


def remote(doc: Document, first: int, last: int) -> bool:
    """Whether the words tell of a meeting over a line."""
    text = " ".join(t.lower for t in doc.tokens[first : last + 1])
    return any(re.search(pattern, text) for pattern in lexicon.word_list("remote_pattern"))


def times(doc: Document, i: int) -> bool:
    """Whether the word at token `i` belongs to a time («келер аптада»)."""
    return doc.tokens[i].nominal.lemma in UNITS or doc.tokens[i].lower.startswith(tuple(SEASONS))
