"""Development only: uniqueness and indexes for property graphs (Neo4j 5 and what speaks its Cypher)."""

from __future__ import annotations

from linkml_runtime.utils.schemaview import SchemaView  # type: ignore[import-untyped]

from kg.schema.generate.compact import own_classes

_HEAD = """// Generated from schemas/diplomacy.yaml by python -m kg.schema.generate: do not edit.
// Every node has the label Entity beside that of its class, and is found by its id alone.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
"""
_INDEXED = ("name", "iso", "date", "identifier", "predicate")


def constraints(view: SchemaView) -> str:
    """constraints.cypher: one statement a line, safe to run again."""
    lines = [_HEAD]
    for name, found in own_classes(view).items():
        slots = {str(slot.name) for slot in view.class_induced_slots(name)}
        lines += [
            f"CREATE INDEX {name.lower()}_{slot} IF NOT EXISTS FOR (n:{name}) ON (n.{slot});\n"
            for slot in _INDEXED
            if slot in slots and not found.abstract
        ]
    return "".join(lines)
