"""What all documents together state of a node <-> the labels and properties that the node has.

A value is counted by the documents that state it. Where all documents that speak of a node agree, its properties tell these
counts; only for the slots where they do not, the counts stand in the property `stated`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kg.schema.model import Slot, schema
from kg.schema.rdf import INTEGER, first_day
from kg.store.derive import NAME_SLOTS, best_date, best_name
from kg.store.property.stated import CLASS, Statement, labels, slot_of

_LISTED = {"kind": "kinds", "status": "statuses", "date": "dates"}
"""Claims that several documents may make differently: beside the one value stand all."""
_MEETING = "Meeting"
"""Only meetings have a slot `label`, and no other name: the property that all nodes have is then the slot's."""
_NAMES = ("name", "name_ru", "name_en", "title", "iso")


@dataclass(slots=True)
class NodeState:
    """`documents` speak of the node, and so many of them state each value of each slot; references are among them."""

    documents: int = 0
    counts: Counter[Statement] = field(default_factory=Counter)

    def add(self, statements: Iterable[Statement], by: int) -> None:
        """One document more (1) or less (-1) states these."""
        self.documents += by
        for statement in statements:
            self.counts[statement] += by

    def copy(self) -> NodeState:
        """The same, to change."""
        return NodeState(self.documents, self.counts.copy())

    def values(self) -> dict[str, dict[str, int]]:
        """Slot -> value -> count, of what some document states."""
        found: dict[str, dict[str, int]] = {}
        for (slot, value), count in sorted(self.counts.items()):
            if count > 0:
                found.setdefault(slot, {})[value] = count
        return found

    def labels(self) -> frozenset[str]:
        """Its labels."""
        return labels({value for (slot, value), count in self.counts.items() if slot == CLASS and count > 0})

    def references(self) -> dict[Statement, int]:
        """Slot and node -> how many documents say so."""
        return {one: count for one, count in self.counts.items() if count > 0 and _refers(one[0])}

    def properties(self, key: str) -> dict[str, Any]:
        """Its properties."""
        values = {slot: counts for slot, counts in self.values().items() if not _refers(slot)}
        result: dict[str, Any] = {"id": key, "documents": self.documents}
        irregular = {}
        for name, counts in values.items():
            if name == CLASS:
                regular = len(counts) == 1 and _is_label(next(iter(counts)))
            else:
                slot = schema().slots[name]
                regular = slot.multivalued or len(counts) == 1
                result.update(_properties(slot, sorted(counts)))
            if not regular or any(count != self.documents for count in counts.values()):
                irregular[name] = counts
        best = best_name(value for name in NAME_SLOTS for value in values.get(name, ()))
        if best is not None:
            result["label"] = best
        told = values.get("label", {})
        if best is not None and (told != {best: self.documents} if _MEETING in values.get(CLASS, ()) else told):
            irregular["label"] = told
        if named := {value for name in _NAMES for value in values.get(name, ())}:
            result["names"] = sorted(named)
        if irregular or CLASS not in values:
            result["stated"] = json.dumps({CLASS: {}, **irregular} if CLASS not in values else irregular, ensure_ascii=False)
        return result


def node_state(found: Iterable[str], properties: Mapping[str, Any], references: Iterable[tuple[str, str, int]]) -> NodeState:
    """The state of a node with these labels, properties and references: slot, node, count."""
    documents = int(properties["documents"])
    irregular: dict[str, dict[str, int]] = json.loads(properties.get("stated", "{}"))
    state = NodeState(documents)
    for name, counts in irregular.items():
        state.counts.update({(name, value): count for value, count in counts.items()})
    if CLASS not in irregular:
        abstract = {name for name, known in schema().classes.items() if known.abstract}
        state.counts.update({(CLASS, kind): documents for kind in set(found) - abstract - {"Entity"}})
    for name, value in properties.items():
        slot = slot_of(name)
        if slot is None or name in irregular or slot.type == "reference":
            continue
        if name == "label" and _MEETING not in found:  # elsewhere it is made from names alone
            continue
        for one in value if isinstance(value, list) else [value]:
            state.counts[name, str(one)] = documents
    for name, node, count in references:
        state.counts[name, node] = count
    return state


def _is_label(kind: str) -> bool:
    """Whether a node of this class alone has its label, and no node of another class."""
    known = schema().classes.get(kind)
    return known is not None and not (known.derived or known.abstract)


@lru_cache(maxsize=512)
def _refers(name: str) -> bool:
    slot = schema().slots.get(name)
    return slot is not None and slot.type == "reference"


def _properties(slot: Slot, values: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    if slot.multivalued:
        return {slot.name: values}
    best = _best(slot, values)
    result[slot.name] = int(best) if slot.type == "integer" and INTEGER.fullmatch(best) else best
    if slot.name in _LISTED:
        result[_LISTED[slot.name]] = values
    if slot.type == "date" and (day := first_day(best)) is not None:
        result[f"{slot.name}_day"] = day
    return result


def _best(slot: Slot, values: list[str]) -> str:
    if slot.type == "date":
        return best_date(values) or ""
    if slot.name in {*NAME_SLOTS, *_NAMES}:
        return best_name(values) or ""
    return min(values)
