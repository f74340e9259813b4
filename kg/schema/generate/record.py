"""Development only: JSON Schema of one document with its facts (`kg extract --format gold` prints it, `kg build` reads it)."""

from __future__ import annotations

import json
from typing import Any

from linkml_runtime.utils.schemaview import SchemaView  # type: ignore[import-untyped]

from kg.schema.generate.compact import own_enums

_TEXT = {"type": "string", "minLength": 1}
_NULLABLE = {"type": ["string", "null"]}
_LOCAL = {"type": "string", "minLength": 1, "description": "id of an actor of this document"}
_SURE = {"type": "number", "minimum": 0, "maximum": 1}
_SPAN = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
    "description": "code points of the text: start, end (exclusive)",
}


def record_schema(view: SchemaView) -> str:
    """record.schema.json. What other programs add beyond it is allowed and ignored."""
    date = {"type": ["string", "null"], "pattern": str(view.get_type("PartialDate").pattern)}
    span = {"anyOf": [{"$ref": "#/$defs/span"}, {"type": "null"}]}
    proof = {
        "evidence": {**_NULLABLE, "description": "exact words of the text"},
        "span": span,
        "rule": _TEXT,
        "confidence": _SURE,
        "required": {"type": "boolean", "description": "false: a reasonable reader could leave it out (gold only)"},
        "entity": {**_TEXT, "description": "identifier in the graph, after resolution"},
    }
    actor = {
        "id": _TEXT,
        "type": {"enum": ["person", "organization", "country"]},
        "name": _TEXT,
        "iso": {"type": ["string", "null"], "pattern": str(view.get_slot("iso").pattern)},
        "aliases": _many(_TEXT),
        "mentions": _many({"$ref": "#/$defs/span"}),
        **{name: proof[name] for name in ("rule", "confidence", "required", "entity")},
    }
    role = {"person": _LOCAL, "title": _TEXT, "of": _NULLABLE, **proof}
    voice = {**_NULLABLE, "description": "who says so: id of an actor of this document, or a name"}
    event = {
        "date": date,
        "place": _NULLABLE,
        "negated": {"type": "boolean"},
        "reported_by": voice,
        "date_confidence": _SURE,
        **proof,
    }
    meeting = {
        "id": _TEXT,
        "type": _codes(view, "MeetingKind"),
        "participants": _many(_LOCAL),
        "host": _NULLABLE,
        "status": _codes(view, "MeetingStatus"),
        "topics": _many(_TEXT),
        "participants_confidence": {**_many(_SURE), "description": "of each of the participants, in their order"},
        "place_confidence": _SURE,
        **event,
    }
    agreement = {
        "id": _TEXT,
        "type": _codes(view, "AgreementKind"),
        "name": _TEXT,
        "aliases": _many(_TEXT),
        "parties": _many(_LOCAL),
        "parties_confidence": {**_many(_SURE), "description": "of each of the parties, in their order"},
        "signatories": _many(_LOCAL),
        "status": _codes(view, "AgreementStatus"),
        **event,
    }
    facts = {
        "actors": _many(_object(actor, "id", "type", "name")),
        "roles": _many(_object(role, "person", "title")),
        "meetings": _many(_object(meeting, "id", "type", "participants", "status")),
        "agreements": _many(_object(agreement, "id", "type", "name", "parties", "status")),
    }
    article = {
        "id": _TEXT,
        "lang": {"type": ["string", "null"], "pattern": str(view.get_type("LanguageCode").pattern)},
        "date": date,
        "source": _NULLABLE,
        "url": _NULLABLE,
        "title": {"type": ["string", "null"]},
        "text": {"type": "string"},
    }
    # What the text denies; a record that was not extracted by Elshi need not have the lists.
    denied = {"denied": facts["meetings"], "denied_agreements": facts["agreements"]}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/elshi/schema/record.schema.json",
        "$comment": "Generated from schemas/diplomacy.yaml by python -m kg.schema.generate: do not edit.",
        "title": "One document with its facts",
        "$defs": {"span": _SPAN},
        **_object(article | facts | denied, "id", "text", *facts),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _codes(view: SchemaView, enum: str) -> dict[str, Any]:
    return {"enum": [str(code) for code in own_enums(view)[enum].permissible_values]}


def _many(member: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": member}


def _object(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}
