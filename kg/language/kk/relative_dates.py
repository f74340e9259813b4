"""Times that count from the day of publication: «өткен аптада», «келер жылғы мамырда», «екі күн бұрын», «жұмада».

Enters: a Document and tokens. Leaves: references.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kg.language.document import TimeReference
from kg.language.kk import almanac, story_dates
from kg.language.kk.date_reader import DateReader


class RelativeDates(DateReader):
    """Reads relative words, weekdays and distances."""

    def _with_month(self, i: int, shift: int) -> TimeReference | None:
        """«былтыр желтоқсанда», «былтыр 23 мамырда», «биыл»."""
        if self.published is None:
            return None
        return self._in_year(i, i, self.published.year + shift)

    def _relative(self, i: int) -> TimeReference | None:
        """«өткен аптада», «келесі жылы», «өткен дүйсенбіде», «келер айда», «осы аптада»."""
        if self.published is None:
            return None
        lower, unit = self._lower(i), self._unit(i + 1)
        sign = -1 if lower in almanac.LAST else 1 if lower in almanac.NEXT else 0
        weekday = almanac.WEEKDAYS.get(self._lemma(i + 1))
        if weekday is not None:
            return self._weekday(i, i + 1, weekday, sign)
        month = self._month(i + 1)
        if month is not None:
            past, ahead = self._near(month)
            if sign == 0:
                return self._reference(i, self._skip_ay(i + 1), past, other=ahead)
            return self._reference(i, self._skip_ay(i + 1), past if sign < 0 else ahead)
        if unit == "week":
            weekday = almanac.WEEKDAYS.get(self._lemma(i + 2))
            monday = self.published - timedelta(days=self.published.weekday()) + timedelta(days=7 * sign)
            if weekday is not None:
                return self._reference(i, i + 2, (monday + timedelta(days=weekday)).isoformat())
            middle = monday if sign > 0 else monday + timedelta(days=6)
            same = monday.month == (monday + timedelta(days=6)).month
            value = monday.isoformat()[:7] if same else middle.isoformat()[:7]
            return self._reference(i, i + 1, value, kind="period")
        if unit == "month":
            month_value = almanac.shift_months(self.published, sign)[:7]
            number = self._day_number(i + 2) if self._lower(i + 1) == "айдың" else None
            day = almanac.iso(int(month_value[:4]), int(month_value[5:7]), number) if number else None
            if day is not None:
                return self._reference(i, self._skip_day(i + 2), day)
            return self._reference(i, i + 1, month_value, kind="period")
        if unit == "year":
            return self._in_year(i, i + 1, self.published.year + sign)
        if self._lower(i + 1) in almanac.SEASONS and sign:
            month = almanac.SEASONS[self._lower(i + 1)]
            year = self.published.year
            year += (sign if (month - self.published.month) * sign <= 0 else 0) if sign > 0 else -(month > self.published.month)
            return self._reference(i, i + 1, str(year), kind="year")
        return None

    def _in_year(self, first: int, i: int, year: int) -> TimeReference | None:
        """What follows the year that ends at token `i`: «мамырда», «5 мамырда», «мамырдың 5-інде», «күзде», or nothing."""
        month = self._month(i + 1)
        if month is not None:
            number = self._day_number(i + 2) if self._lower(i + 1).endswith(almanac.GENITIVE) else None
            day = almanac.iso(year, month, number) if number else None
            if day is not None:
                return self._reference(first, self._skip_day(i + 2), day)
            return self._reference(first, self._skip_ay(i + 1), almanac.iso(year, month))
        number, month, last = self._day_number(i + 1), self._month(i + 2), i + 2
        dash = self._token(i + 2)
        if number is not None and dash is not None and dash.kind == "dash" and self._day_number(i + 3) is not None:
            month, last = self._month(i + 4), i + 4  # «биыл 5-6 мамырда»
        if number is not None and month is not None:
            found = self._reference(first, last, almanac.iso(year, month, number))
            return found if found is None or last == i + 2 else replace(found, kind="range")
        return self._reference(first, self._skip_season(i), str(year), kind="year")

    def _distance(self, i: int) -> TimeReference | None:
        """«осыдан үш күн бұрын», «он жыл бұрын», «екі күннен кейін», «жеті күннен соң»."""
        j = i + 1 if self._lower(i) == "осыдан" else i
        count = 0
        start = j
        if (token := self._token(j)) is not None and token.kind == "number":
            count, j = almanac.leading_number(token.lower) or 0, j + 1
        else:
            # «он бес»: a ten and a unit.
            count = almanac.NUMERALS.get(self._lower(j), 0)
            j += self._lower(j) in almanac.NUMERALS
            if count >= 10 and 0 < almanac.NUMERALS.get(self._lower(j), 0) < 10:
                count, j = count + almanac.NUMERALS[self._lower(j)], j + 1
        half = self._lower(j) == "жарым"
        j += half
        if self._lower(j) == "жарты" and self._unit(j + 1) == "year" and j == start:
            return self._half_year(i, j + 1)
        unit = almanac.UNITS.get(self._lemma(j))
        if j == start or unit is None or not 0 < count < almanac.MOST:
            return None
        following = self._lower(j + 1)
        sign = -1 if following in almanac.BEFORE else 1 if following in almanac.AFTER else 0
        if not sign:
            return None
        told = self.previous.value if self.previous and len(self.previous.value or "") == 10 else None
        anchor = story_dates.anchor(self.doc, i)
        if not anchor and sign == 1 and told and (i != start or self._lower(j) == "күннен"):
            anchor = "story"
        begin = date.fromisoformat(told) if anchor and told else self.published
        if begin is None:
            return None
        if half:
            unit, count = {"year": ("month", 12 * count + 6), "month": ("half-month", 2 * count + 1)}.get(unit, (unit, count))
        value = almanac.shift(begin, unit, sign * count)
        return TimeReference(i, j + 1, value, "distance", anchor=anchor, shift=sign * count, unit=unit)

    def _half_year(self, i: int, j: int) -> TimeReference | None:
        """«жарты жыл бұрын»."""
        sign = -1 if self._lower(j + 1) in almanac.BEFORE else 1 if self._lower(j + 1) in almanac.AFTER else 0
        if not sign or self.published is None:
            return None
        return TimeReference(i, j + 1, almanac.shift(self.published, "month", 6 * sign), "distance", shift=6 * sign, unit="month")

    def _weekday(self, first: int, i: int, weekday: int, sign: int = 0) -> TimeReference | None:
        if self.published is None:
            return None
        last = i + 1 if self._lower(i + 1) in {"күні", "күнгі", "күнге"} else i
        back = (self.published.weekday() - weekday) % 7
        past = self.published - timedelta(days=back)
        if sign < 0 and back == 0:
            past -= timedelta(days=7)
        ahead = self.published + timedelta(days=(weekday - self.published.weekday()) % 7)
        if sign > 0:
            return self._reference(first, last, ahead.isoformat())
        return TimeReference(first, last, past.isoformat(), "weekday", None if sign < 0 else ahead.isoformat())
