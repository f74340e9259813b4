"""Nodes tell their counts again, whatever documents state: so that one document can be taken out of many."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from kg.schema.rdf import first_day
from kg.store.property.state import NodeState, node_state

VALUES = {
    "class": ("Person", "Meeting", "Organization", "of no vocabulary", "Contact"),
    "name": ("Тоқаев", "Қасым-Жомарт Тоқаев", ""),
    "label": ("Кездесу", "Ұзағырақ кездесу", "Қасым-Жомарт Тоқаев"),
    "alias": ("а", "б"),
    "date": ("2025", "2025-11", "2025-11-25", "кеше"),
    "start": ("0", "12", "007", "-3", "x"),
    "status": ("held", "planned"),
    "country": ("country/KZ", "country/UZ"),
}
statements = some.sets(some.sampled_from([(slot, value) for slot, values in VALUES.items() for value in values]), max_size=8)


@given(some.lists(statements, min_size=1, max_size=5))
@example([{("label", "Кездесу"), ("name", "Қасым-Жомарт Тоқаев")}])
def test_labels_properties_and_references_tell_what_was_counted(documents: list[set[tuple[str, str]]]) -> None:
    state = NodeState()
    for stated in documents:
        state.add(stated, 1)
    references = [(slot, node, count) for (slot, node), count in state.references().items()]
    again = node_state(state.labels(), state.properties("x"), references)
    assert (again.documents, +again.counts) == (state.documents, +state.counts)
    again.add(documents[0], -1)
    state.add(documents[0], -1)
    assert again.properties("x") == state.properties("x")


@pytest.mark.parametrize(
    ("text", "day"),
    [("2025", date(2025, 1, 1)), ("2025-11", date(2025, 11, 1)), ("2025-11-25", date(2025, 11, 25)),
     ("2025-13", None), ("2025-02-30", None), ("25", None), ("", None), ("２０２５", None), ("0000", None)],
)  # fmt: skip
def test_a_date_begins_on_its_first_day(text: str, day: date | None) -> None:
    assert first_day(text) == day
