"""When: dates, relative words, weekdays, years, resolved against the day of publication.

Enters: a Document with tokens. Leaves: its `times` and the end of its dateline. A reference without a year has two
readings, the last such day that has passed (`value`) and the next one (`other`); the event's status chooses.
ISO 8601 throughout, as exact as the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from kg.language.document import Document, TimeReference
from kg.language.kk import almanac, numerals, story_dates
from kg.language.kk.relative_dates import RelativeDates


def find(doc: Document) -> None:
    """Fills `doc.times`."""
    finder = _Finder(doc, _published(doc.article.date))
    i = 0
    while i < len(doc.tokens):
        reference = finder.at(i)
        if reference is None:
            i += 1
            continue
        doc.times.append(reference)
        i = reference.last + 1


def _published(text: str | None) -> date | None:
    """The day of publication; None where there is none, or none from which one can count."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", text or "")
    value = almanac.iso(*map(int, match.groups())) if match else None
    return date.fromisoformat(value) if value and "1000" < value < "9000" else None


class _Finder(RelativeDates):
    """Reads dates with numbers and months, and finds what begins at a token."""

    def at(self, i: int) -> TimeReference | None:
        """The reference that begins at token `i`."""
        token = self.doc.tokens[i]
        if token.kind == "number":
            found = self._number(i)
        elif token.kind == "word":
            found = self._word(i)
        else:
            found = None
        if found is not None and found.value is not None and found.kind not in {"year", "season"}:
            self.previous = found
        return found

    def _number(self, i: int) -> TimeReference | None:
        text = self.doc.tokens[i].text
        value = almanac.leading_number(text)
        if value is None:
            return None
        if (iso := re.fullmatch(r"(\d{4})[.-](\d\d)[.-](\d\d)", self._joined(i))) is not None:
            last = i if iso.group() == text else i + 4
            return self._reference(i, last, almanac.iso(*map(int, iso.groups())))
        if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", text):
            return self._reference(i, i, almanac.iso(*reversed([int(part) for part in text.split(".")])))
        if 1900 <= value <= 2100 and re.fullmatch(r"\d{4}(-\w+)?", text):
            return self._year(i, value)
        if re.match(r"\d+[.,:]\d", text):
            return self._calendar(i, text)
        hyphened = re.match(r"\d{1,2}-(\w+)", text)
        month = almanac.month_of(hyphened.group(1)) if hyphened else None
        if month is not None:
            return self._yearless(i, i, month, value)
        found = self._day(i, i, value) if 1 <= value <= 31 else None
        return found or self._distance(i)

    def _joined(self, i: int) -> str:
        """«2025-12-01», which is five tokens, or what one token holds."""
        rows = self.doc.tokens[i : i + 5]
        glued = len(rows) == 5 and all(a.end == b.start for a, b in pairwise(rows))
        return "".join(t.text for t in rows) if glued and rows[1].kind == rows[3].kind == "dash" else rows[0].text

    def _calendar(self, i: int, text: str) -> TimeReference | None:
        """«12.05 – консультация», «кездесу – 20.05»: the day of an entry in a calendar of events."""
        match = re.fullmatch(r"(\d{1,2})\.(\d\d)", text)
        beside = [t for t in (self._token(i - 1), self._token(i + 1)) if t is not None and t.kind == "dash"]
        if match is None or not beside or not 1 <= int(match.group(2)) <= 12:
            return None
        return self._yearless(i, i, int(match.group(2)), int(match.group(1)))

    def _day(self, first: int, i: int, day: int) -> TimeReference | None:
        """«2 желтоқсанда», «12–13 қазанда», «6 және 7 қаңтарда», «31 тамыз – 1 қыркүйек»."""
        following = self._token(i + 1)
        month = self._month(i + 1)
        if month is not None:
            last = i + 1
            year = self._explicit_year(last + 1)
            if year:
                return self._reference(first, year[1], almanac.iso(year[0], month, day))
            return self._ranged(self._yearless(first, last, month, day))
        if following is not None and (
            following.kind == "dash" or following.lower in {"және", "мен", "пен", "бен", ","} or following.text == ","
        ):
            second = self._token(i + 2)
            if (
                second is not None
                and second.kind == "number"
                and self._month(i + 3) is not None
                and re.match(r"\d{1,2}\b", second.text)
            ):
                # Each of two days is a reference of its own; the second is found from its own token.
                last = i + 3 if following.kind == "dash" else i
                whole = self._yearless(first, last, self._month(i + 3) or 1, day)
                year = self._explicit_year(i + 4)
                if whole is not None and year:
                    whole = self._reference(first, last, almanac.iso(year[0], self._month(i + 3) or 1, day))
                return None if whole is None else replace(whole, kind="range")
        return None

    def _year(self, i: int, year: int) -> TimeReference | None:
        """«2018 жылғы 20 қыркүйек», «2025 жылдың мамырында», «2025 жылы»; a year without its noun is none."""
        lower = self._lower(i + 1)
        if not (lower.startswith("жыл") or lower in {"ж", "жж"}):
            return None
        if lower.startswith("жылдар"):
            return None
        j = i + 2
        if self._lower(j) == "." and lower in {"ж", "жж"}:
            j += 1
        month = self._month(j)
        if month is not None:
            return self._reference(i, self._skip_ay(j), almanac.iso(year, month))
        token = self._token(j)
        if token is not None and token.kind == "number":
            digits = re.match(r"\d{1,2}\b", token.text)
            if digits:
                for k in (j + 1, j + 3):
                    month = self._month(k)
                    if month is not None:
                        # A day that the month does not have leaves the month.
                        return self._reference(i, k, almanac.iso(year, month, int(digits.group())) or almanac.iso(year, month))
        return self._reference(i, self._skip_season(i + 1), str(year), kind="year")

    def _edge(self, i: int) -> TimeReference | None:
        """«ай соңында», «жылдың басында»: the month or year in which it is published."""
        unit = {"ай": 7, "айдың": 7, "жыл": 4, "жылдың": 4}.get(self._lower(i))
        before = self._token(i - 1)
        if unit is None or self.published is None or (before is not None and (before.kind == "number" or self._month(i - 1))):
            return None
        return self._reference(i, i + 1, self.published.isoformat()[:unit], kind="period" if unit == 7 else "year")

    def _spelled(self, i: int, number: numerals.Numeral) -> TimeReference | None:
        """«екі мың он тоғызыншы жылғы бесінші мамыр», «жиырма бесінші қыркүйекте»; «бес маусым» may be five seasons."""
        j = number.last + 1
        month = self._month(j)
        if number.value <= 31:
            return self._ranged(self._yearless(i, j, month, number.value)) if number.ordinal and month is not None else None
        # «тоқсан бірінші жылы»: the century goes without saying.
        year = number.value + (1900 if number.ordinal and 50 <= number.value < 100 else 0)
        if not (1900 <= year <= 2100 and self._lower(j).startswith("жыл")) or self._lower(j).startswith("жылдар"):
            return None
        month = self._month(j + 1)
        if month is not None:
            return self._reference(i, self._skip_ay(j + 1), almanac.iso(year, month))
        day = numerals.spelled(self.doc, j + 1)
        month = self._month(day.last + 1) if day is not None else None
        if day is not None and month is not None:
            value = almanac.iso(year, month, day.value) or almanac.iso(year, month)
            return self._reference(i, day.last + 1, value)
        return self._reference(i, self._skip_season(j), str(year), kind="year")

    def _bare_month(self, i: int) -> TimeReference | None:
        token = self.doc.tokens[i]
        month = self._month(i)
        if month is None or self.published is None:
            return None
        ay = self._lemma(i + 1) == "ай"
        if (
            not ay
            and self._lower(i + 1) not in {"бері", "бастап"}
            and token.nominal.case not in {"loc", "gen", "dat"}
            and not token.nominal.attributive
            and not token.lower.endswith(("да", "де", "та", "те"))
        ):
            return None
        if month == 10 and token.capital and not ay:
            return None
        following = self._token(i + 1)
        if token.lower.endswith(almanac.GENITIVE) and following is not None and following.kind == "number":
            digits = re.match(r"\d{1,2}", following.text)
            if digits:
                return self._yearless(i, i + 1, month, int(digits.group()))
        past, ahead = self._near(month)
        return TimeReference(i, i + 1 if ay else i, past, "month", ahead)

    def _word(self, i: int) -> TimeReference | None:
        lower, lemma = self._lower(i), self._lemma(i)
        if lower in almanac.DAYS:
            return self._shift_days(i, i, almanac.DAYS[lower])
        if lower in almanac.YEARS:
            return self._with_month(i, almanac.YEARS[lower])
        if lower in almanac.SEASONS and self.published is not None:
            year, month = self.published.year, self.published.month
            past = year if month >= almanac.SEASONS[lower] else year - 1
            return TimeReference(i, i, str(past), "season", str(year if month <= almanac.SEASONS[lower] + 2 else year + 1))
        told = story_dates.at(self.doc, i, self.previous, self.published is not None)
        if told is not None:
            return told
        if lower == "осы" and self._lower(i + 1) == "күні":
            return self._shift_days(i, i + 1, 0)
        if lower == "осы" and self._lower(i + 1) == "күндері" and self.published is not None:
            return self._reference(i, i + 1, self.published.isoformat()[:7], kind="period")
        if lower in almanac.LAST | almanac.NEXT | almanac.THIS:
            found = self._relative(i)
            if found is not None:
                return found
        if lower.startswith(("ай", "жыл")) and self._lower(i + 1).startswith(almanac.EDGES) and self.published is not None:
            found = self._edge(i)
            if found is not None:
                return found
        if lower in almanac.NUMERALS or lower in {"осыдан", "бір", "жарты"}:
            found = self._distance(i)
            if found is not None:
                return found
        number = numerals.spelled(self.doc, i)
        if number is not None:
            return self._spelled(i, number)
        if lemma in almanac.WEEKDAYS or lower in almanac.WEEKDAYS:
            return self._weekday(i, i, almanac.WEEKDAYS.get(lower, almanac.WEEKDAYS.get(lemma, 0)))
        if lower in almanac.MONTHS or self._month(i) is not None:
            return self._bare_month(i)
        return None
