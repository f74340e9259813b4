"""Development only: the vocabulary as OWL, its enumerations as SKOS."""

from __future__ import annotations

from typing import Any

from linkml_runtime.utils.schemaview import SchemaView  # type: ignore[import-untyped]

from kg.schema.generate.compact import annotation, descriptions, expand, labels, own_classes, own_enums, own_slots
from kg.schema.generate.turtle import Triples, document, text, texts

_DATATYPES = {"integer": "xsd:integer", "boolean": "xsd:boolean", "Confidence": "xsd:double", "Offset": "xsd:integer"}


def ontology(view: SchemaView) -> str:
    """ontology.ttl: classes and properties with labels in kk, ru and en, mappings to other vocabularies, concepts."""
    prefixes = {str(name): str(found.prefix_reference) for name, found in view.schema.prefixes.items()}
    prefixes["owl"] = "http://www.w3.org/2002/07/owl#"
    triples: Triples = {
        f"<{view.schema.id}>": {
            "a": {"owl:Ontology"},
            "rdfs:label": {text(str(view.schema.title), "en")},
            "rdfs:comment": {text(str(view.schema.description), "en")},
            "dcterms:license": {f"<{view.schema.license}>"},
            "owl:versionInfo": {text(str(view.schema.version))},
        },
        "kg:cameo": {"a": {"owl:AnnotationProperty"}, "rdfs:label": {text("CAMEO code", "en")}},
        "kg:plover": {"a": {"owl:AnnotationProperty"}, "rdfs:label": {text("PLOVER event type", "en")}},
    }
    for name, found in own_classes(view).items():
        triples[str(found.class_uri)] = _class(view, name, found)
    for name, found in own_slots(view).items():
        if str(found.slot_uri).startswith("kg:"):  # the rest is defined by its own vocabulary
            triples[str(found.slot_uri)] = _property(view, name, found)
    for name, found in own_enums(view).items():
        triples |= _scheme(view, name, found)
    return document(prefixes, triples)


def _about(name: str, found: Any) -> dict[str, set[str]]:
    return {
        "rdfs:label": texts(labels(found, name)),
        "rdfs:comment": texts(descriptions(found)),
        "skos:exactMatch": {str(iri) for iri in found.exact_mappings},
        "skos:closeMatch": {str(iri) for iri in found.close_mappings},
        "skos:broadMatch": {str(iri) for iri in found.broad_mappings},
    } | _codes(found)


def _codes(found: Any) -> dict[str, set[str]]:
    return {f"kg:{tag}": {text(code)} for tag in ("cameo", "plover") if (code := annotation(found, tag))}


def _class(view: SchemaView, name: str, found: Any) -> dict[str, set[str]]:
    above = {str(iri) for iri in (*found.exact_mappings, *found.broad_mappings)}
    if found.is_a:
        above.add(str(view.get_class(found.is_a).class_uri))
    return {"a": {"owl:Class"}, "rdfs:subClassOf": above} | _about(name, found)


def _property(view: SchemaView, name: str, found: Any) -> dict[str, set[str]]:
    reference = found.range in own_classes(view)
    users = [kind for kind in own_classes(view) if name in view.class_slots(kind, direct=True)]
    in_enum = any(view.induced_slot(name, kind).range in own_enums(view) for kind in users)
    kinds = {"owl:ObjectProperty" if reference or in_enum else "owl:DatatypeProperty"}
    if found.symmetric:
        kinds.add("owl:SymmetricProperty")
    ranges = {str(view.get_class(found.range).class_uri)} if reference else {_DATATYPES.get(str(found.range), "")} - {""}
    return {
        "a": kinds,
        "rdfs:range": ranges,
        "schema:domainIncludes": {str(view.get_class(kind).class_uri) for kind in users},
        "rdfs:subPropertyOf": {str(iri) for iri in found.exact_mappings},
    } | _about(name, found)


def _scheme(view: SchemaView, name: str, found: Any) -> Triples:
    scheme = f"kg:{name}"
    result: Triples = {scheme: {"a": {"skos:ConceptScheme"}, "skos:prefLabel": texts(labels(found, name))}}
    for code, value in found.permissible_values.items():
        result[f"<{expand(view, value.meaning)}>"] = {
            "a": {"skos:Concept"},
            "skos:inScheme": {scheme},
            "skos:topConceptOf": {scheme},
            "skos:notation": {text(str(code))},
            "skos:prefLabel": texts(labels(value, str(code))),
            "skos:definition": texts(descriptions(value)),
        } | _codes(value)
    return result
