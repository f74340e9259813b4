"""Words of the Kazakh calendar, and its arithmetic. Enters: words, days. Leaves: numbers, ISO 8601."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = {
    "қаңтар": 1,
    "ақпан": 2,
    "наурыз": 3,
    "сәуір": 4,
    "мамыр": 5,
    "маусым": 6,
    "шілде": 7,
    "тамыз": 8,
    "қыркүйек": 9,
    "қазан": 10,
    "қараша": 11,
    "желтоқсан": 12,
}
WEEKDAYS = {"дүйсенбі": 0, "сейсенбі": 1, "сәрсенбі": 2, "бейсенбі": 3, "жұма": 4, "сенбі": 5, "жексенбі": 6}
NUMERALS = {
    "бір": 1,
    "екі": 2,
    "үш": 3,
    "төрт": 4,
    "бес": 5,
    "алты": 6,
    "жеті": 7,
    "сегіз": 8,
    "тоғыз": 9,
    "он": 10,
    "жиырма": 20,
    "отыз": 30,
    "қырық": 40,
    "елу": 50,
    "бірнеше": 0,
}
UNITS = {"күн": "day", "апта": "week", "ай": "month", "жыл": "year"}
DAYS = {
    "бүгін": 0,
    "бүгінгі": 0,
    "бүгінге": 0,
    "кеше": -1,
    "кешегі": -1,
    "ертең": 1,
    "ертеңгі": 1,
    "ертеңге": 1,
    "бүрсігүні": 2,
    "алдыңгүні": -2,
    "алдыгүні": -2,
}
YEARS = {"биыл": 0, "биылғы": 0, "былтыр": -1, "былтырғы": -1}
BEFORE, AFTER = {"бұрын", "бұрынғы"}, {"кейін", "соң", "өткенде"}
LAST = {"өткен", "былтырғы", "алдыңғы", "бұрнағы"}
NEXT = {"келесі", "келер", "алдағы", "ендігі"}
THIS = {"осы", "биылғы", "ағымдағы", "үстіміздегі"}
SEASONS = {"көктемде": 3, "жазда": 6, "күзде": 9, "қыста": 12}
GENITIVE = ("ның", "нің", "дың", "дің", "тың", "тің")
EDGES = ("соңын", "басын", "ортасын", "аяғын")
MOST = 500  # of days, weeks, months or years that words count


def leading_number(text: str) -> int | None:
    """The number that a token begins with; None where it has more digits than a year."""
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits and len(digits.group()) <= 4 else None


def month_of(word: str) -> int | None:
    return next((n for name, n in MONTHS.items() if word.startswith(name) and len(word) - len(name) <= 5), None)


def iso(year: int, month: int, day: int | None = None) -> str | None:
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def shift_months(day: date, months: int) -> str:
    index = day.year * 12 + day.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def shift(anchor: date, unit: str, count: int) -> str:
    if unit == "day":
        return (anchor + timedelta(days=count)).isoformat()
    if unit == "half-month":
        return (anchor + timedelta(days=15 * count)).isoformat()[:7]
    if unit == "week":
        return (anchor + timedelta(days=7 * count)).isoformat()[:7]
    if unit == "month":
        return shift_months(anchor, count)
    return str(anchor.year + count)
