"""When: dates, relative words, weekdays, years, resolved against the day of publication.

Enters: a Document with tokens. Leaves: its `times` and the end of its dateline. A reference without a year has two
readings, the last such day that has passed (`value`) and the next one (`other`); the event's status chooses.
ISO 8601 throughout, as exact as the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from kg.language.document import Document, TimeReference, Token
from kg.language.kk import numerals, story_dates

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
LAST = {"өткен", "былтырғы"}
NEXT = {"келесі", "келер", "алдағы", "ендігі"}
THIS = {"осы", "биылғы", "ағымдағы"}
SEASONS = {"көктемде": 3, "жазда": 6, "күзде": 9, "қыста": 12}
MOST = 500  # of days, weeks, months or years that words count


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
    value = _iso(*map(int, match.groups())) if match else None
    return date.fromisoformat(value) if value and "1000" < value < "9000" else None


class _Finder:
    def __init__(self, doc: Document, published: date | None) -> None:
        self.doc = doc
        self.published = published
        self.previous: TimeReference | None = None

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

    def _token(self, i: int) -> Token | None:
        return self.doc.tokens[i] if 0 <= i < len(self.doc.tokens) else None

    def _lemma(self, i: int) -> str:
        token = self._token(i)
        return "" if token is None or token.kind != "word" else token.nominal.lemma

    def _lower(self, i: int) -> str:
        token = self._token(i)
        return "" if token is None else token.lower

    def _unit(self, i: int) -> str | None:
        return "year" if self._lower(i) == "жылғы" else UNITS.get(self._lemma(i))

    def _month(self, i: int) -> int | None:
        token = self._token(i)
        if token is None or token.kind != "word":
            return None
        month = MONTHS.get(token.lower) or MONTHS.get(token.nominal.lemma)
        # The corpus may support another stem (қазан + ы); a month declines like any noun.
        return month or _month_of(token.lower)

    def _number(self, i: int) -> TimeReference | None:
        text = self.doc.tokens[i].text
        value = _leading_number(text)
        if value is None:
            return None
        if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", text):
            return self._reference(i, i, _iso(*reversed([int(part) for part in text.split(".")])))
        if 1900 <= value <= 2100 and re.fullmatch(r"\d{4}(-\w+)?", text):
            return self._year(i, value)
        if re.match(r"\d+[.,:]\d", text):
            return self._calendar(i, text)
        hyphened = re.match(r"\d{1,2}-(\w+)", text)
        month = _month_of(hyphened.group(1)) if hyphened else None
        if month is not None:
            return self._yearless(i, i, month, value)
        found = self._day(i, i, value) if 1 <= value <= 31 else None
        return found or self._distance(i)

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
                return self._reference(first, year[1], _iso(year[0], month, day))
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
                    whole = self._reference(first, last, _iso(year[0], self._month(i + 3) or 1, day))
                return None if whole is None else replace(whole, kind="range")
        return None

    def _ranged(self, reference: TimeReference | None) -> TimeReference | None:
        """«31 тамыз – 1 қыркүйек»: the first of two days in two months begins a range."""
        if reference is None or len(reference.value or "") != 10:
            return reference
        dash, number = self._token(reference.last + 1), self._token(reference.last + 2)
        ranged = (
            dash is not None
            and dash.kind == "dash"
            and number is not None
            and number.kind == "number"
            and self._month(reference.last + 3) is not None
        )
        return replace(reference, kind="range") if ranged else reference

    def _explicit_year(self, i: int) -> tuple[int, int] | None:
        token = self._token(i)
        if token is not None and re.match(r"(19|20)\d\d$", token.text) and self._lemma(i + 1) in {"жыл", "жылғы", "ж"}:
            return int(token.text), i + 1
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
            return self._reference(i, self._skip_ay(j), _iso(year, month))
        token = self._token(j)
        if token is not None and token.kind == "number":
            digits = re.match(r"\d{1,2}\b", token.text)
            if digits:
                for k in (j + 1, j + 3):
                    month = self._month(k)
                    if month is not None:
                        # A day that the month does not have leaves the month.
                        return self._reference(i, k, _iso(year, month, int(digits.group())) or _iso(year, month))
        return self._reference(i, self._skip_season(i + 1), str(year), kind="year")

    def _skip_ay(self, j: int) -> int:
        return j + 1 if self._lower(j + 1).startswith(("ай", "айы")) and self._lemma(j + 1) == "ай" else j

    def _word(self, i: int) -> TimeReference | None:
        lower, lemma = self._lower(i), self._lemma(i)
        if lower in DAYS:
            return self._shift_days(i, i, DAYS[lower])
        if lower in YEARS:
            return self._with_month(i, YEARS[lower])
        if lower in SEASONS and self.published is not None:
            year, month = self.published.year, self.published.month
            past = year if month >= SEASONS[lower] else year - 1
            return TimeReference(i, i, str(past), "season", str(year if month <= SEASONS[lower] + 2 else year + 1))
        told = story_dates.at(self.doc, i, self.previous, self.published is not None)
        if told is not None:
            return told
        if lower == "осы" and self._lower(i + 1) == "күні":
            return self._shift_days(i, i + 1, 0)
        if lower == "осы" and self._lower(i + 1) == "күндері" and self.published is not None:
            return self._reference(i, i + 1, self.published.isoformat()[:7], kind="period")
        if lower in LAST | NEXT | THIS:
            found = self._relative(i)
            if found is not None:
                return found
        if lower in NUMERALS or lower in {"осыдан", "бір"}:
            found = self._distance(i)
            if found is not None:
                return found
        number = numerals.spelled(self.doc, i)
        if number is not None:
            return self._spelled(i, number)
        if lemma in WEEKDAYS or lower in WEEKDAYS:
            return self._weekday(i, i, WEEKDAYS.get(lower, WEEKDAYS.get(lemma, 0)))
        if lower in MONTHS or self._month(i) is not None:
            return self._bare_month(i)
        return None

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
            return self._reference(i, self._skip_ay(j + 1), _iso(year, month))
        day = numerals.spelled(self.doc, j + 1)
        month = self._month(day.last + 1) if day is not None else None
        if day is not None and month is not None:
            value = _iso(year, month, day.value) or _iso(year, month)
            return self._reference(i, day.last + 1, value)
        return self._reference(i, self._skip_season(j), str(year), kind="year")

    def _with_month(self, i: int, shift: int) -> TimeReference | None:
        """«былтыр желтоқсанда», «былтыр 23 мамырда», «биыл»."""
        if self.published is None:
            return None
        year = self.published.year + shift
        token = self._token(i + 1)
        if token is not None and token.kind == "number" and self._month(i + 2) is not None:
            digits = re.match(r"\d{1,2}", token.text)
            if digits:
                return self._reference(i, i + 2, _iso(year, self._month(i + 2) or 1, int(digits.group())))
        month = self._month(i + 1)
        if month is not None:
            return self._reference(i, self._skip_ay(i + 1), _iso(year, month))
        return self._reference(i, self._skip_season(i), str(year), kind="year")

    def _skip_season(self, i: int) -> int:
        """«былтыр күзде», «келер жылдың көктемінде»: a season narrows a year no further than the year."""
        return i + 1 if self._lower(i + 1).startswith(("көктем", "жазда", "жазынд", "күзде", "күзінде", "қыста", "қысынд")) else i

    def _relative(self, i: int) -> TimeReference | None:
        """«өткен аптада», «келесі жылы», «өткен дүйсенбіде», «келер айда», «осы аптада»."""
        if self.published is None:
            return None
        lower, unit = self._lower(i), self._unit(i + 1)
        sign = -1 if lower in LAST else 1 if lower in NEXT else 0
        weekday = WEEKDAYS.get(self._lemma(i + 1))
        if weekday is not None:
            return self._weekday(i, i + 1, weekday, sign)
        month = self._month(i + 1)
        if month is not None:
            past, ahead = self._near(month)
            if sign == 0:
                return self._reference(i, self._skip_ay(i + 1), past, other=ahead)
            return self._reference(i, self._skip_ay(i + 1), past if sign < 0 else ahead)
        if unit == "week":
            weekday = WEEKDAYS.get(self._lemma(i + 2))
            monday = self.published - timedelta(days=self.published.weekday()) + timedelta(days=7 * sign)
            if weekday is not None:
                return self._reference(i, i + 2, (monday + timedelta(days=weekday)).isoformat())
            middle = monday if sign > 0 else monday + timedelta(days=6)
            same = monday.month == (monday + timedelta(days=6)).month
            value = monday.isoformat()[:7] if same else middle.isoformat()[:7]
            return self._reference(i, i + 1, value, kind="period")
        if unit == "month":
            return self._reference(i, i + 1, _shift_months(self.published, sign)[:7], kind="period")
        if unit == "year":
            following = self._month(i + 2)
            year = self.published.year + sign
            if following is not None:
                return self._reference(i, i + 2, _iso(year, following))
            token = self._token(i + 2)
            if (
                token is not None
                and token.kind == "number"
                and self._month(i + 3) is not None
                and re.match(r"\d{1,2}\b", token.text)
            ):
                return self._reference(i, i + 3, _iso(year, self._month(i + 3) or 1, int(re.match(r"\d+", token.text).group())))  # type: ignore[union-attr]
            return self._reference(i, self._skip_season(i + 1), str(year), kind="year")
        if self._lower(i + 1) in SEASONS and sign:
            month = SEASONS[self._lower(i + 1)]
            year = self.published.year
            year += (sign if (month - self.published.month) * sign <= 0 else 0) if sign > 0 else -(month > self.published.month)
            return self._reference(i, i + 1, str(year), kind="year")
        return None

    def _distance(self, i: int) -> TimeReference | None:
        """«осыдан үш күн бұрын», «он жыл бұрын», «екі күннен кейін», «жеті күннен соң»."""
        j = i + 1 if self._lower(i) == "осыдан" else i
        count = 0
        start = j
        if (token := self._token(j)) is not None and token.kind == "number":
            count, j = _leading_number(token.lower) or 0, j + 1
        else:
            # «он бес»: a ten and a unit.
            count = NUMERALS.get(self._lower(j), 0)
            j += self._lower(j) in NUMERALS
            if count >= 10 and 0 < NUMERALS.get(self._lower(j), 0) < 10:
                count, j = count + NUMERALS[self._lower(j)], j + 1
        half = self._lower(j) == "жарым"
        j += half
        unit = UNITS.get(self._lemma(j))
        if j == start or unit is None or not 0 < count < MOST:
            return None
        following = self._lower(j + 1)
        sign = -1 if following in BEFORE else 1 if following in AFTER else 0
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
        value = _shift(begin, unit, sign * count)
        return TimeReference(i, j + 1, value, "distance", anchor=anchor, shift=sign * count, unit=unit)

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

    def _bare_month(self, i: int) -> TimeReference | None:
        token = self.doc.tokens[i]
        month = self._month(i)
        if month is None or self.published is None:
            return None
        ay = self._lemma(i + 1) == "ай"
        if (
            not ay
            and token.nominal.case not in {"loc", "gen", "dat"}
            and not token.nominal.attributive
            and not token.lower.endswith(("да", "де", "та", "те"))
        ):
            return None
        if month == 10 and token.capital and not ay:
            return None
        following = self._token(i + 1)
        if (
            token.lower.endswith(("ның", "нің", "дың", "дің", "тың", "тің"))
            and following is not None
            and following.kind == "number"
        ):
            digits = re.match(r"\d{1,2}", following.text)
            if digits:
                return self._yearless(i, i + 1, month, int(digits.group()))
        past, ahead = self._near(month)
        return TimeReference(i, i + 1 if ay else i, past, "month", ahead)

    def _near(self, month: int) -> tuple[str, str]:
        assert self.published is not None
        year = self.published.year
        past = year if month <= self.published.month else year - 1
        ahead = year if month >= self.published.month else year + 1
        return _iso(past, month) or "", _iso(ahead, month) or ""

    def _yearless(self, first: int, last: int, month: int, day: int) -> TimeReference | None:
        if self.published is None:
            return None
        day_published = self.published.isoformat()
        # A leap day may be years away.
        years = range(self.published.year - 8, self.published.year + 9)
        days = [value for year in years if (value := _iso(year, month, day)) is not None]
        past = max((value for value in days if value <= day_published), default=None)
        ahead = min((value for value in days if value >= day_published), default=None)
        return self._reference(first, last, past, other=ahead)

    def _shift_days(self, first: int, last: int, days: int) -> TimeReference | None:
        if self.published is None:
            return None
        return self._reference(first, last, (self.published + timedelta(days=days)).isoformat(), kind="day")

    def _reference(
        self, first: int, last: int, value: str | None, kind: str = "date", other: str | None = None
    ) -> TimeReference | None:
        return None if value is None else TimeReference(first, last, value, kind, other)


def _leading_number(text: str) -> int | None:
    """The number that a token begins with; None where it has more digits than a year."""
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits and len(digits.group()) <= 4 else None


def _month_of(word: str) -> int | None:
    return next((n for name, n in MONTHS.items() if word.startswith(name) and len(word) - len(name) <= 5), None)


def _iso(year: int, month: int, day: int | None = None) -> str | None:
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _shift_months(day: date, months: int) -> str:
    index = day.year * 12 + day.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _shift(anchor: date, unit: str, count: int) -> str:
    if unit == "day":
        return (anchor + timedelta(days=count)).isoformat()
    if unit == "half-month":
        return (anchor + timedelta(days=15 * count)).isoformat()[:7]
    if unit == "week":
        return (anchor + timedelta(days=7 * count)).isoformat()[:7]
    if unit == "month":
        return _shift_months(anchor, count)
    return str(anchor.year + count)
