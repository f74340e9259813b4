"""Days as text: which is published, how far apart two are, what lies so many days later. ISO 8601, as exact as it is written."""

from __future__ import annotations

import datetime as dt
import re


def gap(value: str, published: str) -> int:
    """Days from one date to another."""
    return (_day(published) - _day(value)).days


def _day(value: str) -> dt.date:
    return dt.date.fromisoformat((value + "-01-01")[:10])


def shifted(value: str, unit: str, count: int) -> str:
    """So many days, weeks, months or years later, as exact as the unit allows."""
    if unit == "day" and len(value) == 10:
        return (_day(value) + dt.timedelta(days=count)).isoformat() if count else value
    if unit in {"week", "half-month"} and len(value) == 10:
        return (_day(value) + dt.timedelta(days=count * (7 if unit == "week" else 15))).isoformat()[:7]
    if unit == "year":
        return f"{max(1, int(value[:4]) + count):04d}"
    if len(value) < 7 or unit == "day":
        return value
    index = int(value[:4]) * 12 + int(value[5:7]) - 1 + count
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def published(text: str | None) -> str | None:
    """The day of publication, without its hour; None where it is no date."""
    match = re.match(r"\d{4}(?:-\d\d(?:-\d\d(?=$|T))?)?(?![\d-])", text or "")
    value = match.group() if match else ""
    try:
        valid = "1000" < value < "9000" and bool(dt.date.fromisoformat((value + "-01-01")[:10]))
    except ValueError:
        return None
    return value if valid else None


def distance(value: str, published: str) -> int:
    """Days between a date, taken as its first day, and the day of publication."""
    return abs(gap(value, published))
