"""Development only: SHACL shapes of what one document's graph, and the derived graph, must keep to."""

from __future__ import annotations

from typing import Any

from linkml_runtime.utils.schemaview import SchemaView  # type: ignore[import-untyped]

from kg.schema.generate.compact import expand, is_set, own_classes, own_enums, own_slots
from kg.schema.generate.turtle import Triples, document, items, text

_DATATYPES = {"integer": "xsd:integer", "Offset": "xsd:integer", "Confidence": "xsd:double", "boolean": "xsd:boolean"}
_DATES = items(f"[ sh:datatype xsd:{name} ]" for name in ("date", "gYearMonth", "gYear"))
_NAMES = ("name", "name_ru", "name_en")


def shapes(view: SchemaView) -> str:
    """shapes.ttl. Data are checked one document at a time: a node has there all that the document says of it."""
    names = ("kg", "kgv", "rdf", "rdfs", "skos", "xsd")
    prefixes = {name: str(view.schema.prefixes[name].prefix_reference) for name in names}
    prefixes |= {"sh": "http://www.w3.org/ns/shacl#", "kgs": "https://w3id.org/elshi/shapes#"}
    concrete = {name: found for name, found in own_classes(view).items() if not found.abstract}
    triples: Triples = {}
    for name, found in concrete.items():
        triples |= _class(view, name, found)
    triples |= _claims(view, concrete)
    triples |= _rules(sorted(str(found.class_uri) for found in concrete.values()))
    return document(prefixes, triples)


def _class(view: SchemaView, name: str, found: Any) -> Triples:
    shape: dict[str, set[str]] = {"a": {"sh:NodeShape"}, "sh:targetClass": {str(found.class_uri)}, "sh:property": set()}
    if not is_set(found, "derived"):
        shape |= {"sh:closed": {"true"}, "sh:ignoredProperties": {"( rdf:type rdfs:label kg:met )"}}
        shape["sh:message"] = {text(f"{found.title}: the vocabulary does not know this property", "en")}
    result: Triples = {f"kgs:{name}": shape}
    for slot in view.class_induced_slots(name):
        if str(slot.name) in _NAMES[1:] or (is_set(slot, "derived") and not is_set(found, "derived")):
            continue
        result[f"kgs:{name}-{slot.name}"] = _slot(view, found, slot)
        shape["sh:property"].add(f"kgs:{name}-{slot.name}")
    return result


def _slot(view: SchemaView, kind: Any, slot: Any) -> dict[str, set[str]]:
    what = f"{kind.title}, {slot.title}:"
    shape = {"a": {"sh:PropertyShape"}, "sh:path": {str(slot.slot_uri)}}
    claim = is_set(slot, "claim")  # a negated claim has no edge: what must be claimed is asked of the claims (_claims)
    if slot.required and not claim:
        shape["sh:minCount"] = {"2" if kind.name == "Contact" and slot.name == "between" else "1"}
    if str(slot.name) == "name":
        shape |= {"sh:nodeKind": {"sh:Literal"}, "sh:minLength": {"1"}, "sh:uniqueLang": {"true"}, "sh:maxCount": {"3"}}
        return shape | {"sh:message": {text(f"{what} one text, and one in Russian and English each at most", "en")}}
    if kind.name == "Contact" and slot.name == "between":
        shape["sh:maxCount"] = {"2"}
    elif not slot.multivalued:
        shape["sh:maxCount"] = {"1"}
    constraint, must = _range(view, slot)
    counts = {(True, True): "exactly one", (True, False): "at least one", (False, True): "at most one"}
    count = counts.get(("sh:minCount" in shape, "sh:maxCount" in shape), "any number")
    return shape | constraint | {"sh:message": {text(f"{what} {count}, {must}", "en")}}


def _range(view: SchemaView, slot: Any) -> tuple[dict[str, set[str]], str]:
    """Constraints on a value, and how to say them."""
    name = str(slot.range)
    if name in own_enums(view):
        return {"sh:in": {items(_concepts(view, name))}}, f"one of {name}"
    if str(slot.slot_uri).startswith("rdf:"):
        return ({"sh:nodeKind": {"sh:IRI"}}, "an IRI") if slot.name != "object" else ({}, "anything")
    if name in own_classes(view):
        kinds = _concrete(view, [str(option.range) for option in slot.any_of] or [name])
        return {"sh:nodeKind": {"sh:IRI"}, "sh:or": {_classes(kinds)}}, f"a {' or '.join(kinds)} of the same document"
    return _datatype(view, slot, name) if name in _DATATYPES else _text(view, slot, name)


def _datatype(view: SchemaView, slot: Any, name: str) -> tuple[dict[str, set[str]], str]:
    given = view.get_type(name)
    low = slot.minimum_value if slot.minimum_value is not None else given.minimum_value
    high = slot.maximum_value if slot.maximum_value is not None else given.maximum_value
    limits = {"sh:minInclusive": low, "sh:maxInclusive": high}
    bounds = {key: {str(limit)} for key, limit in limits.items() if limit is not None}
    must = f"{'an' if _DATATYPES[name] == 'xsd:integer' else 'a'} {_DATATYPES[name][4:]}"
    return {"sh:datatype": {_DATATYPES[name]}} | bounds, must + (f" from {low}" if low is not None else "")


def _text(view: SchemaView, slot: Any, name: str) -> tuple[dict[str, set[str]], str]:
    if name == "PartialDate":
        return {"sh:or": {_DATES}}, "a year, month or day of ISO 8601"
    if slot.name == "status":
        codes = [code for enum in ("AgreementStatus", "MeetingStatus") for code in own_enums(view)[enum].permissible_values]
        return {"sh:in": {items(text(code) for code in sorted({str(code) for code in codes}))}}, "the status of an event"
    pattern = slot.pattern or (view.get_type(name).pattern if name in view.all_types() else None)
    matched = {"sh:pattern": {text(str(pattern))}} if pattern else {}
    least = {} if slot.name in {"title", "quote", "context"} else {"sh:minLength": {"1"}}
    return {"sh:nodeKind": {"sh:Literal"}} | least | matched, f"text{f' like {pattern}' if pattern else ''}"


def _concepts(view: SchemaView, enum: str) -> list[str]:
    return [f"<{expand(view, value.meaning)}>" for value in own_enums(view)[enum].permissible_values.values()]


def _concrete(view: SchemaView, names: list[str]) -> list[str]:
    below = [str(kind) for name in names for kind in view.class_descendants(name) if not view.get_class(kind).abstract]
    return sorted(set(below))


def _classes(kinds: list[str]) -> str:
    return items(f"[ sh:class kg:{kind} ]" for kind in kinds)


def _claims(view: SchemaView, concrete: dict[str, Any]) -> Triples:
    """A claim's predicate is one that claims may have, and decides what its subject and object are."""
    slots = {name: found for name, found in own_slots(view).items() if is_set(found, "claim")}
    predicates = sorted(str(found.slot_uri) for found in slots.values())
    result: Triples = {
        "kgs:Claim-predicate": {
            "a": {"sh:PropertyShape"},
            "sh:path": {"rdf:predicate"},
            "sh:in": {items(predicates)},
            "sh:minCount": {"1"},
            "sh:maxCount": {"1"},
            "sh:message": {text("claim, predicate: exactly one of those that the vocabulary allows in claims", "en")},
        }
    }
    for name, found in slots.items():
        owners = [kind for kind in concrete if _claims_about(view, kind, name)]
        options = []
        for owner in sorted(owners, key=lambda kind: (name not in view.class_slots(kind, direct=True), kind)):
            constraint, _ = _range(view, view.induced_slot(name, owner))
            said = " ; ".join(f"{key} {', '.join(sorted(values))}" for key, values in sorted(constraint.items()))
            subject = f"[ sh:path rdf:subject ; sh:class kg:{owner} ]"
            options.append(f"[ sh:property {subject} , [ sh:path rdf:object ; {said} ] ]")
        other = f"[ sh:not [ sh:property [ sh:path rdf:predicate ; sh:hasValue {found.slot_uri} ] ] ]"
        must = (
            f"a claim of {found.title} has a {' or '.join(sorted(owners))} as subject, and a fitting object, of the same document"
        )
        result[f"kgs:Claim-of-{name}"] = {
            "a": {"sh:NodeShape"},
            "sh:targetClass": {"kg:Claim"},
            "sh:or": {items([other, *options])},
            "sh:message": {text(must, "en")},
        }
    return result


def _claims_about(view: SchemaView, kind: str, name: str) -> bool:
    slots = {str(slot.name): slot for slot in view.class_induced_slots(kind)}
    return name in slots and is_set(slots[name], "claim")


def _rules(classes: list[str]) -> Triples:
    """What no single slot says."""
    order = "[ sh:path kg:start ; sh:lessThan kg:end ; sh:message " + text("evidence must start before it ends", "en") + " ]"
    known = items(classes)
    has_kind = "[ sh:property [ sh:path rdf:predicate ; sh:hasValue kg:kind ] ]"
    both = "[ sh:property [ sh:path kg:start ; sh:minCount 1 ] , [ sh:path kg:end ; sh:minCount 1 ] ]"
    none = "[ sh:property [ sh:path kg:start ; sh:maxCount 0 ] , [ sh:path kg:end ; sh:maxCount 0 ] ]"
    return {
        "kgs:Evidence-order": {
            "a": {"sh:NodeShape"},
            "sh:targetClass": {"kg:Claim", "kg:Mention"},
            "sh:property": {order[:-1] + f"; sh:message {text('evidence must start before it ends', 'en')} ]"},
        },
        "kgs:Evidence-whole": {
            "a": {"sh:NodeShape"},
            "sh:targetClass": {"kg:Claim"},
            "sh:or": {items([both, none])},
            "sh:message": {text("evidence has a start and an end, or neither", "en")},
        },
        "kgs:Event-kind": {
            "a": {"sh:NodeShape"},
            "sh:targetClass": {"kg:Meeting", "kg:Agreement"},
            "sh:property": {
                "[ sh:path [ sh:inversePath rdf:subject ] ; sh:qualifiedMinCount 1 ; "
                f"sh:qualifiedValueShape {has_kind} ; sh:message {text('an event needs a claim of its kind', 'en')} ]"
            },
        },
        "kgs:Node-class": {
            "a": {"sh:NodeShape"},
            "sh:targetSubjectsOf": {"rdf:type"},
            "sh:property": {
                f"[ sh:path rdf:type ; sh:in {known} ; sh:maxCount 1 ; "
                f"sh:message {text('a node must be of one class of the vocabulary', 'en')} ]"
            },
        },
        "kgs:Document-there": {
            "a": {"sh:NodeShape"},
            "sh:targetSubjectsOf": {"kg:fingerprint"},
            "sh:class": {"kg:Document"},
            "sh:message": {text("the document itself must be among its nodes", "en")},
        },
    }
