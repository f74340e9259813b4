"""Development only: schemas/diplomacy.yaml (LinkML) -> the compact form that the running program reads."""

from __future__ import annotations

import json
from typing import Any

from linkml_runtime.utils.schemaview import SchemaView  # type: ignore[import-untyped]

_TYPES = {"PartialDate": "date", "Offset": "integer", "integer": "integer", "Confidence": "double", "boolean": "boolean"}


def annotation(element: Any, tag: str) -> str | None:
    """The value of a LinkML element's annotation, None where it has none."""
    if tag not in element.annotations:
        return None
    return str(element.annotations[tag].value)


def labels(element: Any, name: str) -> dict[str, str]:
    """Labels by language: title for English, annotations `kk` and `ru`."""
    given = {"kk": annotation(element, "kk"), "ru": annotation(element, "ru"), "en": element.title or name.replace("_", " ")}
    return {language: text for language, text in given.items() if text}


def descriptions(element: Any) -> dict[str, str]:
    """Descriptions by language."""
    given = {"kk": annotation(element, "about_kk"), "ru": annotation(element, "about_ru"), "en": element.description}
    return {language: str(text).strip() for language, text in given.items() if text}


def is_set(element: Any, tag: str) -> bool:
    """Whether an annotation says yes."""
    return annotation(element, tag) == "yes"


def own_classes(view: SchemaView) -> dict[str, Any]:
    """The classes of the vocabulary, sorted by name."""
    return dict(sorted((str(name), found) for name, found in view.all_classes(imports=False).items()))


def own_slots(view: SchemaView) -> dict[str, Any]:
    """The slots of the vocabulary, sorted by name."""
    return dict(sorted((str(name), found) for name, found in view.all_slots(imports=False, attributes=False).items()))


def own_enums(view: SchemaView) -> dict[str, Any]:
    """The enumerations of the vocabulary, sorted by name."""
    return dict(sorted((str(name), found) for name, found in view.all_enums(imports=False).items()))


def expand(view: SchemaView, curie: str) -> str:
    """The IRI behind a prefixed name; the prefixes are those of diplomacy.yaml and no others."""
    prefix, _, local = str(curie).partition(":")
    return f"{view.schema.prefixes[prefix].prefix_reference}{local}"


def model(view: SchemaView) -> str:
    """model.json: the vocabulary as `kg.schema.model` reads it."""
    classes, enums = own_classes(view), own_enums(view)
    data = {
        "version": str(view.schema.version),
        "prefixes": {str(name): str(found.prefix_reference) for name, found in sorted(view.schema.prefixes.items())},
        "classes": {name: _class(view, name, found, enums) for name, found in classes.items()},
        "slots": {name: _slot(view, name, found, classes) for name, found in own_slots(view).items()},
        "enums": {
            name: {
                str(code): {"iri": expand(view, value.meaning), "label": labels(value, str(code))}
                for code, value in found.permissible_values.items()
            }
            for name, found in enums.items()
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _class(view: SchemaView, name: str, found: Any, enums: dict[str, Any]) -> dict[str, Any]:
    slots = view.class_induced_slots(name)
    return {
        "iri": expand(view, found.class_uri),
        "parent": None if found.is_a is None else str(found.is_a),
        "abstract": bool(found.abstract),
        "derived": is_set(found, "derived"),
        "slots": sorted(str(slot.name) for slot in slots),
        "enums": {str(slot.name): str(slot.range) for slot in slots if slot.range in enums},
        "label": labels(found, name),
        "description": descriptions(found),
    }


def _slot(view: SchemaView, name: str, found: Any, classes: dict[str, Any]) -> dict[str, Any]:
    reference = str(found.range) in classes
    return {
        "iri": expand(view, found.slot_uri),
        "type": "reference" if reference else _TYPES.get(str(found.range), "string"),
        "range": str(found.range) if reference else None,
        "claim": is_set(found, "claim"),
        "derived": is_set(found, "derived"),
        "multivalued": bool(found.multivalued),
        "tagged": annotation(found, "tagged"),
        "label": labels(found, name),
    }
