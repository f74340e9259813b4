"""Development only: schemas/diplomacy.yaml -> schemas/generated/.

`python -m kg.schema.generate` writes the files, with `--check` it says how they differ from what it would write. Needs
LinkML, which running Elshi does not.
"""

from __future__ import annotations

from pathlib import Path

from linkml_runtime.utils.schemaview import SchemaView  # type: ignore[import-untyped]

from kg.schema.generate.compact import model
from kg.schema.generate.context import context
from kg.schema.generate.cypher import constraints
from kg.schema.generate.ontology import ontology
from kg.schema.generate.page import page
from kg.schema.generate.record import record_schema
from kg.schema.generate.shapes import shapes

WRITERS = {
    "constraints.cypher": constraints,
    "context.jsonld": context,
    "model.json": model,
    "ontology.ttl": ontology,
    "record.schema.json": record_schema,
    "shapes.ttl": shapes,
    "vocabulary.md": page,
}
"""Name of each generated file -> what writes it."""


def generate(source: Path) -> dict[str, str]:
    """The LinkML file's generated files: name -> text, the same on every machine."""
    view = SchemaView(str(source))
    return {name: write(view) for name, write in WRITERS.items()}
