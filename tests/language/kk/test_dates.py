from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.language.helpers import PUBLISHED, analysed


def times(text: str, date: str | None = PUBLISHED) -> list[tuple[str | None, str | None]]:
    """The two readings, past and ahead, of each reference."""
    return [(found.value, found.other) for found in analysed(text, date=date).times]


def past(text: str, date: str | None = PUBLISHED) -> list[str | None]:
    return [value for value, _ in times(text, date)]


def written(text: str, date: str | None = PUBLISHED) -> list[str]:
    doc = analysed(text, date=date)
    return [doc.article.text[doc.tokens[found.first].start : doc.tokens[found.last].end] for found in doc.times]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2025 жылғы 15 қарашада", "2025-11-15"),
        ("2025 жылы 15 қарашада", "2025-11-15"),
        ("2025 жылдың 15 қарашасында", "2025-11-15"),
        ("15 қараша 2025 жылы", "2025-11-15"),
        ("2025 ж. 5 мамырда", "2025-05-05"),
        ("15.11.2025", "2025-11-15"),
        ("2024 жылғы 29 ақпанда", "2024-02-29"),
        ("2026 жылғы қаңтарда", "2026-01"),
        ("2024 жылдың мамыр айында", "2024-05"),
        ("2024 жылы", "2024"),
    ],
)
def test_a_date_with_its_year_is_read_as_exactly_as_it_is_written(words: str, value: str) -> None:
    text = f"Кездесу {words} өтті."
    assert times(text) == [(value, None)]
    assert written(text) == [words]
    assert times(text, date=None) == [(value, None)]


@pytest.mark.parametrize(
    ("words", "value", "other"),
    [
        ("15 қарашада", "2025-11-15", "2026-11-15"),
        ("15 қараша күні", "2025-11-15", "2026-11-15"),
        ("15-қарашада", "2025-11-15", "2026-11-15"),
        ("15-ші қарашада", "2025-11-15", "2026-11-15"),
        ("мамырдың 5-інде", "2025-05-05", "2026-05-05"),
        ("20 желтоқсанда", "2024-12-20", "2025-12-20"),
        ("3 желтоқсанда", "2025-12-03", "2025-12-03"),
        ("қарашада", "2025-11", "2026-11"),
        ("қараша айында", "2025-11", "2026-11"),
        ("ақпанда", "2025-02", "2026-02"),
        ("желтоқсанда", "2025-12", "2025-12"),
    ],
)
def test_a_date_without_a_year_is_the_last_one_and_the_next_one(words: str, value: str, other: str) -> None:
    assert times(f"Кездесу {words} өтті.") == [(value, other)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("бүгін", "2025-12-03"), ("кеше", "2025-12-02"), ("ертең", "2025-12-04"), ("бүрсігүні", "2025-12-05"),
        ("биыл", "2025"), ("былтыр", "2024"), ("былтыр желтоқсанда", "2024-12"), ("былтыр 23 мамырда", "2024-05-23"),
        ("биыл мамыр айында", "2025-05"), ("биылғы 5 мамырда", "2025-05-05"),
        ("өткен аптада", "2025-11"), ("осы аптада", "2025-12"), ("келесі аптаның дүйсенбісінде", "2025-12-08"),
        ("өткен аптаның жұмасында", "2025-11-28"), ("өткен айда", "2025-11"), ("осы айда", "2025-12"), ("келесі айда", "2026-01"),
        ("өткен жылы", "2024"), ("келесі жылы", "2026"), ("келер жылы қаңтарда", "2026-01"), ("осы жылдың мамырында", "2025-05"),
        ("өткен жылғы 5 мамырда", "2024-05-05"), ("осы жылғы 5 мамырда", "2025-05-05"),
    ],
)  # fmt: skip
def test_words_of_time_count_from_the_day_of_publication(words: str, value: str) -> None:
    text = f"Кездесу {words} өтті."
    assert past(text) == [value]
    assert written(text) == [words]


@pytest.mark.parametrize(
    ("words", "value", "other"),
    [
        ("дүйсенбіде", "2025-12-01", "2025-12-08"),
        ("дүйсенбі күні", "2025-12-01", "2025-12-08"),
        ("жұмада", "2025-11-28", "2025-12-05"),
        ("сәрсенбіде", "2025-12-03", "2025-12-03"),
        ("өткен жұмада", "2025-11-28", None),
        ("өткен сәрсенбіде", "2025-11-26", None),
        ("келесі жұмада", "2025-12-05", None),
        ("алдағы сенбіде", "2025-12-06", None),
    ],
)
def test_a_weekday_is_the_last_and_the_next_one_unless_a_word_chooses(words: str, value: str, other: str | None) -> None:
    assert times(f"Кездесу {words} өтті.") == [(value, other)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("осыдан үш күн бұрын", "2025-11-30"),
        ("үш күн бұрын", "2025-11-30"),
        ("екі апта бұрын", "2025-11"),
        ("екі ай бұрын", "2025-10"),
        ("он жыл бұрын", "2015"),
        ("он бес жыл бұрын", "2010"),
        ("10 жыл бұрын", "2015"),
        ("осыдан 10 жыл бұрын", "2015"),
        ("жиырма екі күн бұрын", "2025-11-11"),
        ("екі күннен кейін", "2025-12-05"),
        ("жеті күннен соң", "2025-12-10"),
    ],
)
def test_a_distance_in_time_is_counted_as_exactly_as_its_unit_allows(words: str, value: str) -> None:
    text = f"Кездесу {words} өтті."
    assert past(text) == [value]
    assert written(text) == [words]


def test_a_distance_after_a_told_day_counts_from_that_day() -> None:
    assert past("Кездесу 15 қарашада өтті. Үш күннен кейін министр кетті.") == ["2025-11-15", "2025-11-18"]


def test_the_same_day_is_the_day_told_before() -> None:
    assert times("Кездесу 15 қарашада өтті. Сол күні министр кетті.") == [("2025-11-15", "2026-11-15")] * 2


def test_the_same_day_is_unknown_where_none_was_told() -> None:
    assert times("Сол күні министр кетті.") == [(None, None)]


def test_each_of_two_days_is_a_reference() -> None:
    assert times("Жиын 6 және 7 қаңтарда өтеді.") == [("2025-01-06", "2026-01-06"), ("2025-01-07", "2026-01-07")]


@pytest.mark.parametrize("words", ["12–13 қазанда", "12-13 қазанда"])
def test_a_range_of_days_begins_with_its_first(words: str) -> None:
    assert times(f"Жиын {words} өтті.") == [("2025-10-12", "2026-10-12")]


def test_a_range_over_two_months_names_both_ends() -> None:
    assert past("Жиын 31 тамыз – 1 қыркүйек күндері өтті.") == ["2025-08-31", "2025-09-01"]


@pytest.mark.parametrize(
    ("published", "value", "other"),
    [
        ("2024-02-01", "2020-02-29", "2024-02-29"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2025-03-01", "2024-02-29", "2028-02-29"),
    ],
)
def test_a_leap_day_without_a_year_is_that_of_the_nearest_leap_years(published: str, value: str, other: str) -> None:
    assert times("Кездесу 29 ақпанда өтті.", published) == [(value, other)]


@pytest.mark.parametrize(
    ("words", "value"), [("2025 жылғы 29 ақпанда", "2025-02"), ("30 ақпанда", "2025-02"), ("32 қаңтарда", "2025-01")]
)
def test_a_day_that_a_month_does_not_have_leaves_the_month(words: str, value: str) -> None:
    assert past(f"Кездесу {words} өтті.") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Жиын 15.13.2025 күні өтті.",
        "Жиын сағат 15:30-да басталды.",
        "Кездесу Қазан қаласында өтті.",
        "Қала 21 ғасырда өзгерді.",
        "2024–2025 жылдары өзгерді.",
        "Бірнеше күн бұрын кездесті.",
        "Үш жыл бойы жұмыс істеді.",
        "Халық саны 2025 адамға жетті.",
    ],
)
def test_what_is_no_point_in_time_is_left_alone(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize("published", [None, "2025", "2025-12", "2025-13-45", "жарияланбаған", "0001-01-01", "9999-12-31"])
def test_without_a_day_of_publication_to_count_from_relative_words_say_nothing(published: str | None) -> None:
    text = "Кеше, дүйсенбіде, өткен аптада, 15 қарашада, мамырда, екі күн бұрын, былтыр желтоқсанда, ертең кездесті."
    assert times(text, published) == []


def test_the_hour_of_publication_is_passed_over() -> None:
    assert past("Кеше кездесті.", "2025-12-03T23:30:00+05:00") == ["2025-12-02"]


@pytest.mark.parametrize("number", ["9" * 6000, "99999999", "0", "00000000000000000001"])
def test_a_number_that_no_calendar_holds_is_no_date(number: str) -> None:
    assert times(f"Осыдан {number} күн бұрын, {number} жыл бұрын, {number} жылы өтті.") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("екі мың он сегізінші жылы", "2018"),
        ("екі мың он сегізінші жылдың наурызында", "2018-03"),
        ("бір мың тоғыз жүз тоқсан жетінші жылғы он екінші қарашада", "1997-11-12"),
        ("тоқсан үшінші жылы", "1993"),
        ("жиырма бірінші қазанда", "2025-10-21"),
    ],
)
def test_dates_in_words_are_read_like_those_in_figures(words: str, value: str) -> None:
    assert past(f"Екеуі {words} жүздесті.") == [value]


@pytest.mark.parametrize("words", ["екі мың он төртінші жылдары", "екі мың теңге", "бес маусым бойы", "алпысыншы орын"])
def test_other_numbers_in_words_are_no_dates(words: str) -> None:
    assert [v for v in past(f"Ол {words} туралы айтты.") if v and v.startswith(("2014", "2000-", "2025-06-05"))] == []


def test_only_the_last_of_numerals_without_end_counts() -> None:
    assert past("Осыдан " + "үш " * 5000 + "күн бұрын өтті.") == ["2025-11-30"]


PARTS = [
    "2025", "жылғы", "жылы", "15", "31", "29", "қарашада", "ақпанның", "желтоқсан", "айында", "–", "және", ",", "өткен", "келесі",
    "осы", "сол", "күні", "күннен", "кейін", "бұрын", "осыдан", "үш", "жыл", "аптада", "дүйсенбі", "кеше", "былтыр",
    "5-інде", "15.11.2025", "екі", "мың", "он", "бесінші", ".",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=12), st.sampled_from([None, PUBLISHED, "2024-02-29"]))
def test_any_heap_of_words_of_time_gives_iso_dates_in_order(words: list[str], published: str | None) -> None:
    doc = analysed(" ".join(words), date=published)
    position = -1
    for found in doc.times:
        assert position < found.first <= found.last < len(doc.tokens)
        position = found.last
        for value in (found.value, found.other):
            assert value is None or re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("өткен айдың 20-сында", "2025-11-20"),
        ("келер айдың 5-і күні", "2026-01-05"),
        ("өткен жылғы қыркүйектің 5-інде", "2024-09-05"),
        ("биыл 5-6 мамырда", "2025-05-05"),
        ("ай соңында", "2025-12"),
        ("жылдың басында", "2025"),
        ("былтыр күзде", "2024"),
        ("келер көктемде", "2026"),
        ("жарты жыл бұрын", "2025-06"),
        ("екі жарым ай бұрын", "2025-09"),
        ("2025-12-01 күні", "2025-12-01"),
        ("2025.12.01 күні", "2025-12-01"),
        ("үстіміздегі жылдың мамырында", "2025-05"),
    ],
)
def test_edges_halves_and_days_of_named_months_are_read(words: str, value: str) -> None:
    assert past(f"Кездесу {words} өтті.") == [value]


def test_an_entry_of_a_calendar_is_a_day_and_a_decimal_is_none() -> None:
    assert times("12.05 – кездесу.") == [("2025-05-12", "2026-05-12")]
    assert times("Баға 12.05 теңге болды.") == []


@pytest.mark.parametrize(
    ("words", "value", "anchor", "shift"),
    [
        ("Ертеңіне", "2025-11-16", "story", 1),
        ("Алдыңғы күні", "2025-11-14", "story", -1),
        ("Одан екі күн бұрын", "2025-11-13", "story", -2),
        ("Саммиттен бір күн бұрын", "2025-11-14", "event", -1),
        ("Сапардың екінші күні", "2025-11-16", "event", 1),
    ],
)
def test_times_that_count_from_the_story_keep_their_anchor(words: str, value: str, anchor: str, shift: int) -> None:
    found = analysed(f"Кездесу 15 қарашада өтті. {words} министр кетті.", date=PUBLISHED).times[-1]
    assert (found.value, found.anchor, found.shift) == (value, anchor, shift)
