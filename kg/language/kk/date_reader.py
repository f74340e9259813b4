"""What every reader of dates asks of a document. Enters: a Document and tokens. Leaves: months, references."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from kg.language.document import Document, TimeReference, Token
from kg.language.kk import almanac


class DateReader:
    """Looks at tokens and makes references; `previous` is the last one finer than a year."""

    def __init__(self, doc: Document, published: date | None) -> None:
        self.doc = doc
        self.published = published
        self.previous: TimeReference | None = None

    def _token(self, i: int) -> Token | None:
        return self.doc.tokens[i] if 0 <= i < len(self.doc.tokens) else None

    def _lemma(self, i: int) -> str:
        token = self._token(i)
        return "" if token is None or token.kind != "word" else token.nominal.lemma

    def _lower(self, i: int) -> str:
        token = self._token(i)
        return "" if token is None else token.lower

    def _unit(self, i: int) -> str | None:
        return "year" if self._lower(i) == "жылғы" else almanac.UNITS.get(self._lemma(i))

    def _month(self, i: int) -> int | None:
        token = self._token(i)
        if token is None or token.kind != "word":
            return None
        month = almanac.MONTHS.get(token.lower) or almanac.MONTHS.get(token.nominal.lemma)
        # The corpus may support another stem (қазан + ы); a month declines like any noun.
        return month or almanac.month_of(token.lower)

    def _explicit_year(self, i: int) -> tuple[int, int] | None:
        token = self._token(i)
        if token is not None and re.match(r"(19|20)\d\d$", token.text) and self._lemma(i + 1) in {"жыл", "жылғы", "ж"}:
            return int(token.text), i + 1
        return None

    def _skip_ay(self, j: int) -> int:
        return j + 1 if self._lower(j + 1).startswith(("ай", "айы")) and self._lemma(j + 1) == "ай" else j

    def _skip_season(self, i: int) -> int:
        """«былтыр күзде», «келер жылдың көктемінде»: a season narrows a year no further than the year."""
        return i + 1 if self._lower(i + 1).startswith(("көктем", "жазда", "жазынд", "күзде", "күзінде", "қыста", "қысынд")) else i

    def _near(self, month: int) -> tuple[str, str]:
        assert self.published is not None
        year = self.published.year
        past = year if month <= self.published.month else year - 1
        ahead = year if month >= self.published.month else year + 1
        return almanac.iso(past, month) or "", almanac.iso(ahead, month) or ""

    def _yearless(self, first: int, last: int, month: int, day: int) -> TimeReference | None:
        if self.published is None:
            return None
        day_published = self.published.isoformat()
        # A leap day may be years away.
        years = range(self.published.year - 8, self.published.year + 9)
        days = [value for year in years if (value := almanac.iso(year, month, day)) is not None]
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

    def _day_number(self, i: int) -> int | None:
        """The day of a month that a number at token `i` gives: «5», «5-і», «20-сында»; the first day of «5-6»."""
        token = self._token(i)
        match = re.fullmatch(r"(\d{1,2})(?:-\w+)?", token.text) if token is not None and token.kind == "number" else None
        return int(match.group(1)) if match and 1 <= int(match.group(1)) <= 31 else None

    def _skip_day(self, i: int) -> int:
        """The word «күні» after a day."""
        return i + 1 if self._lower(i + 1) in {"күні", "күнгі", "күндері"} else i
