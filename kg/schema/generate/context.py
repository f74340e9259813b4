"""Development only: the JSON-LD context."""

from __future__ import annotations

import json
from typing import Any

from linkml_runtime.utils.schemaview import SchemaView  # type: ignore[import-untyped]

from kg.schema.generate.compact import annotation, own_classes, own_slots

_TYPES = {"integer": "xsd:integer", "Offset": "xsd:integer", "Confidence": "xsd:double", "boolean": "xsd:boolean"}


def context(view: SchemaView) -> str:
    """context.jsonld: prefixes, classes and slots by their names. Node ids are relative to the identifiers' namespace."""
    classes = own_classes(view)
    terms: dict[str, Any] = {"@version": 1.1, "@base": str(view.schema.prefixes["id"].prefix_reference)}
    terms |= {str(name): str(found.prefix_reference) for name, found in sorted(view.schema.prefixes.items())}
    terms |= {"id": "@id", "type": "@type"}
    terms |= {name: str(found.class_uri) for name, found in classes.items()}
    for name, found in own_slots(view).items():
        term: dict[str, Any] = {"@id": str(found.slot_uri)}
        language = annotation(found, "tagged")
        if found.range in classes:
            term["@type"] = "@id"
        elif str(found.range) in _TYPES:
            term["@type"] = _TYPES[str(found.range)]
        elif language and language != "document":
            term["@language"] = language
        if found.multivalued:
            term["@container"] = "@set"
        terms[name] = term
    return json.dumps({"@context": terms}, ensure_ascii=False, indent=2) + "\n"
