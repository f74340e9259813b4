"""Times that count from the story: «сол күні», «ертеңіне», «саммиттен бір күн бұрын», «сапардың алғашқы күні».

Enters: a Document, a token, the reference told before. Leaves: a `TimeReference` with its anchor.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.language.document import Document, TimeReference

SAME_DAY = {"күні", "кеште", "кеші", "күнгі", "күннің", "түні", "таңда", "таңертең", "жолы", "жолғы"}
NEXT_DAY = {"ертеңіне", "ертесіне", "ертеңінде", "ертесінде", "ертеңгісін"}
NEXT, BEFORE = {"келесі", "ертесі", "ертеңгі", "екінші"}, {"алдыңғы", "бұрнағы"}
ORDINALS = {"алғашқы": 0, "бірінші": 0, "екінші": 1, "үшінші": 2, "төртінші": 3}
THAT = {"сол", "дәл"}
FROM_STORY = {"одан", "бұдан", "содан", "соның", "мұнан", "онан"}
DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:-\w+)?")


def at(doc: Document, i: int, previous: TimeReference | None, counted: bool) -> TimeReference | None:
    """The reference that begins at token `i`; `counted` where days of the text can be counted at all."""
    lower, following = doc.tokens[i].lower, _lower(doc, i + 1)
    value, other = (previous.value, previous.other) if previous else (None, None)
    if lower in NEXT_DAY and value:
        return TimeReference(i, i, _day(value, 1), "same", _day(other, 1), "story", 1)
    if lower in NEXT and following == "күні" and value and not _owner(doc, i):
        return TimeReference(i, i + 1, _day(value, 1), "same", _day(other, 1), "story", 1)
    if lower in BEFORE and following == "күні" and value:
        return TimeReference(i, i + 1, _day(value, -1), "same", _day(other, -1), "story", -1)
    if lower in ORDINALS and following.startswith("күн") and _owner(doc, i):
        shift = ORDINALS[lower]
        return TimeReference(i, i + 1, _day(value, shift), "same", _day(other, shift), "event", shift)
    if lower not in {"сол", "осы"}:
        return None
    if following in SAME_DAY and not (lower == "осы" and following == "күні"):
        return TimeReference(i, i + 1, value, "same", other, "story")
    if lower != "сол" or not counted:
        return None
    if following in {"күндері", "күндерде"}:
        return TimeReference(i, i + 1, value[:7] if value else None, "same", None, "story", unit="month")
    if following.startswith(("айда", "айдың")):
        return _in_month(doc, i, value)
    if following.startswith(("жылы", "жылғы", "жылдың")):
        return TimeReference(i, i + 1, value[:4] if value else None, "same", None, "story", unit="year")
    return None


def anchor(doc: Document, i: int) -> str:
    """From what a distance counts that begins at token `i`: "event", "story", or nothing where it counts from publication."""
    if i == 0 or doc.tokens[i - 1].sentence != doc.tokens[i].sentence:
        return ""
    before = doc.tokens[i - 1]
    if before.lower in FROM_STORY:
        return "story"
    return "event" if before.kind == "word" and before.nominal.case == "abl" and before.lower != "осыдан" else ""


def _in_month(doc: Document, i: int, value: str | None) -> TimeReference:
    month = value[:7] if value and len(value) >= 7 else None
    number = DAY_OF_MONTH.fullmatch(_lower(doc, i + 2))
    if month and number and 1 <= int(number.group(1)) <= 31:
        day = f"{month}-{int(number.group(1)):02d}"
        last = i + 3 if _lower(doc, i + 3) == "күні" else i + 2
        try:
            date.fromisoformat(day)
        except ValueError:
            day = month
        return TimeReference(i, last, day)
    return TimeReference(i, i + 1, month, "same", None, "story", unit="month")


def _owner(doc: Document, i: int) -> bool:
    """Whether a noun in the genitive stands before: whose first day it is."""
    before = doc.tokens[i - 1] if i else None
    return before is not None and before.kind == "word" and before.nominal.case == "gen"


def _lower(doc: Document, i: int) -> str:
    return doc.tokens[i].lower if i < len(doc.tokens) else ""


def _day(value: str | None, shift: int) -> str | None:
    """A day so many days later; None for a month or a year."""
    if value is None or len(value) != 10:
        return None
    return (date.fromisoformat(value) + timedelta(days=shift)).isoformat()
