"""The vocabulary as the running program sees it: classes, slots and enumerations of schemas/diplomacy.yaml.

Read from schemas/generated/model.json, which `python -m kg.schema.generate` writes, so that running needs no LinkML.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from kg.model.errors import SchemaError
from kg.resources import folder

SlotType = Literal["string", "date", "integer", "double", "boolean", "reference"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A property, a claim's predicate, or a derived edge.

    `type` is "reference" where the value is a node of class `range`. `tagged` is the language tag of its literals:
    a code, "document" for the language of the document, or None.
    """

    name: str
    iri: str
    type: SlotType
    range: str | None
    claim: bool
    derived: bool
    multivalued: bool
    tagged: str | None
    label: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Class:
    """A kind of node. `enums` says which enumeration a slot takes in this class (`kind` of a Meeting: MeetingKind)."""

    name: str
    iri: str
    parent: str | None
    abstract: bool
    derived: bool
    slots: tuple[str, ...]
    enums: Mapping[str, str]
    label: Mapping[str, str]
    description: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Value:
    """A permissible value of an enumeration, a SKOS concept in RDF."""

    code: str
    iri: str
    label: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Schema:
    """The whole vocabulary."""

    version: str
    prefixes: Mapping[str, str]
    classes: Mapping[str, Class]
    slots: Mapping[str, Slot]
    enums: Mapping[str, Mapping[str, Value]]
    concepts: Mapping[str, str] = field(default_factory=dict)
    """IRI of each permissible value -> its code."""

    def kinds(self, name: str) -> tuple[str, ...]:
        """The classes without subclasses that `name` stands for, sorted: Actor -> Country, Organization, Person."""
        below = [found for kind in self.classes.values() if kind.parent == name for found in self.kinds(kind.name)]
        return tuple(sorted(below)) or (name,)

    def label(self, name: str, language: str) -> str:
        """What to call a class, slot or value in `language` ("kk", "ru" or "en"); the name itself where there is no label."""
        found: Class | Slot | Value | None = self.classes.get(name) or self.slots.get(name)
        if found is None:
            found = next((values[name] for values in self.enums.values() if name in values), None)
        return name if found is None else found.label.get(language) or found.label.get("en") or name


@lru_cache(maxsize=1)
def schema() -> Schema:
    """The vocabulary, read once. Raises SchemaError where the installation lacks it."""
    path = folder("schemas") / "generated" / "model.json"
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SchemaError(f"the vocabulary cannot be read: {error}", file=str(path), cure="install Elshi again") from error
    classes = {name: Class(name=name, **{**given, "slots": tuple(given["slots"])}) for name, given in raw["classes"].items()}
    slots = {name: Slot(name=name, **given) for name, given in raw["slots"].items()}
    enums = {
        name: {code: Value(code=code, iri=value["iri"], label=value["label"]) for code, value in values.items()}
        for name, values in raw["enums"].items()
    }
    concepts = {value.iri: value.code for values in enums.values() for value in values.values()}
    return Schema(raw["version"], raw["prefixes"], classes, slots, enums, concepts)
