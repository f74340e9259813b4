"""Development only: uniqueness and indexes for property graphs (Neo4j 5 and what speaks its Cypher)."""

from __future__ import annotations

from linkml_runtime.utils.schemaview import SchemaView  # type: ignore[import-untyped]

from kg.schema.generate.compact import own_classes

_HEAD = """// Generated from schemas/diplomacy.yaml by python -m kg.schema.generate: do not edit.
// Every node has the label Entity beside that of its class, and is found by its id alone.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
// What the store keeps for itself: what each document contributed, and that the database is a store of Elshi.
CREATE CONSTRAINT contribution_document IF NOT EXISTS FOR (n:Contribution) REQUIRE n.document IS UNIQUE;
CREATE CONSTRAINT store_id IF NOT EXISTS FOR (n:Store) REQUIRE n.id IS UNIQUE;
// Names in words: Neo4j only, ArcadeDB passes it over.
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.names, n.alias, n.label];
"""
_INDEXED = ("name", "iso", "date", "identifier", "predicate", "confidence", "sha256")


def constraints(view: SchemaView) -> str:
    """constraints.cypher: one statement a line, safe to run again."""
    lines = [_HEAD]
    for name, found in own_classes(view).items():
        slots = {str(slot.name) for slot in view.class_induced_slots(name)}
        if found.abstract:
            continue
        for slot in _INDEXED:
            if slot in slots:
                indexed = (slot, f"{slot}_day") if slot == "date" else (slot,)
                lines += [f"CREATE INDEX {name.lower()}_{each} IF NOT EXISTS FOR (n:{name}) ON (n.{each});\n" for each in indexed]
    return "".join(lines)
