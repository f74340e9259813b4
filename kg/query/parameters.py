"""What a user gives for a parameter -> the value that is bound. Nothing given becomes part of a query's text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.model.errors import QueryError
from kg.query.names import find, whole
from kg.schema.model import schema
from kg.schema.rdf import Term, class_iri, iri, partial_date
from kg.store.base import Store

NODES = {
    "actor": "Actor",
    "person": "Person",
    "organization": "Organization",
    "country": "Country",
    "place": "Place",
    "topic": "Topic",
    "meeting": "Meeting",
    "node": "",
}
"""Types whose value is a node, given as id, IRI, name or other name -> the class that it must be of."""
ENUMS = {
    "meeting_kind": "MeetingKind",
    "meeting_status": "MeetingStatus",
    "agreement_kind": "AgreementKind",
    "agreement_status": "AgreementStatus",
}


@dataclass(frozen=True, slots=True)
class Value:
    """What stands for a parameter: `term` in SPARQL, `plain` (the id of a node, the code of a concept) in Cypher."""

    term: Term
    plain: str | float


def bind(store: Store, name: str, kind: str, value: str) -> Value:
    """The value of a parameter of type `kind`. Raises QueryError, with a cure, where what is given does not fit."""
    if kind in NODES:
        node = find(store, value, NODES[kind] or None)
        return Value(iri(node), node)
    if kind in ENUMS:
        return _code(name, ENUMS[kind], value)
    return _PLAIN[kind](name, value)


def row_limit(name: str, value: str) -> int:
    """How many rows at most. Raises QueryError where the value is no whole number from 1."""
    if not (value.isascii() and value.isdecimal() and int(value[:10]) > 0):
        raise QueryError(f"{name} must be a whole number from 1, not {value!r}")
    return int(value[:10])


def _code(name: str, enum: str, value: str) -> Value:
    values = schema().enums[enum]
    wanted = value.strip().casefold().replace(" ", "_")
    for code, found in values.items():
        if wanted == code or value.strip().casefold() in {label.casefold() for label in found.label.values()}:
            return Value(NamedNode(found.iri), code)
    raise QueryError(f"{name} cannot be {value!r}", cure=f"one of {', '.join(values)}")


def _date(name: str, value: str) -> Value:
    if partial_date(value.strip()) is None:
        raise QueryError(f"{name} must be a year, month or day such as 2025, 2025-12 or 2025-12-02, not {value!r}")
    return Value(Literal(value.strip()), value.strip())


def _number(name: str, value: str) -> Value:
    try:
        return Value(Literal(float(value)), float(value))
    except ValueError as error:
        raise QueryError(f"{name} must be a number, not {value!r}") from error


def _actor_class(name: str, value: str) -> Value:
    wanted = value.strip().casefold()
    kinds = [schema().classes[kind] for kind in schema().kinds("Actor")]
    for kind in kinds:
        if wanted in {kind.name.casefold(), *(label.casefold() for label in kind.label.values())}:
            return Value(class_iri(kind.name), kind.name)
    raise QueryError(f"{name} cannot be {value!r}", cure=f"one of {', '.join(kind.name for kind in kinds)}")


def _text(name: str, value: str) -> Value:
    return Value(Literal(whole(value, name)), value)


_PLAIN: dict[str, Callable[[str, str], Value]] = {"date": _date, "number": _number, "actor_class": _actor_class, "text": _text}
TYPES = (*NODES, *ENUMS, *_PLAIN, "limit")
"""All types of parameters."""
