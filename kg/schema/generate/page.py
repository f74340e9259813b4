"""Development only: the vocabulary as a page to read, in Kazakh, Russian and English, with its mappings to other vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from linkml_runtime.utils.schemaview import SchemaView  # type: ignore[import-untyped]

from kg.schema.generate.compact import annotation, descriptions, expand, is_set, labels, own_classes, own_enums, own_slots

_HEAD = "<!-- Generated from schemas/diplomacy.yaml by python -m kg.schema.generate: do not edit. -->\n"
_INTRODUCTION = """
Terms of other vocabularies are matched to each class and slot: = is the same, ≈ nearly the same, ⊂ a wider one. CAMEO and PLOVER
are the codes of event data. The same in other forms: [ontology.ttl](ontology.ttl) (OWL, SKOS), [shapes.ttl](shapes.ttl) (SHACL),
[context.jsonld](context.jsonld), [record.schema.json](record.schema.json), [constraints.cypher](constraints.cypher).
"""
_LANGUAGES = ("kk", "ru", "en")
_SIGNS = (("exact_mappings", "="), ("close_mappings", "≈"), ("broad_mappings", "⊂"))


def page(view: SchemaView) -> str:
    """vocabulary.md: classes with their slots, slots, enumerations, types of values, prefixes."""
    return "".join(f"{line}\n" for line in _lines(view))


def _lines(view: SchemaView) -> Iterator[str]:
    yield f"{_HEAD}# {view.schema.title}\n\n{view.schema.description} Version {view.schema.version}.\n{_INTRODUCTION}"
    yield "## Classes\n"
    classes = own_classes(view)
    yield from _table(
        ("class", "kk", "ru", "en", "is a"),
        ((_link("class", name), *_named(found, name), _link("class", str(found.is_a or ""))) for name, found in classes.items()),
    )
    for name, found in classes.items():
        yield from _class(view, name, found)
    yield "\n## Slots\n\nThose marked *claim* are stated by claims, each with its evidence; *derived* ones are computed.\n"
    yield from _table(
        ("slot", "kk", "ru", "en", "what it says", "value", "IRI", "other vocabularies"),
        (_slot(view, name, found) for name, found in own_slots(view).items()),
    )
    yield "\n## Enumerations"
    for name, found in own_enums(view).items():
        yield f'\n### <a id="enum-{name}"></a>{name}\n\n{" · ".join(_named(found, name))}\n'
        yield from _table(
            ("code", "kk", "ru", "en", "what it means", "IRI", "CAMEO", "PLOVER"),
            (_value(view, str(code), value) for code, value in found.permissible_values.items()),
        )
    yield "\n## Types of values\n"
    own = sorted(view.all_types(imports=False).items())
    yield from _table(
        ("type", "what it is", "written as", "pattern"),
        ((f'<a id="type-{name}"></a>`{name}`', found.description, f"`{found.uri}`", _code(found.pattern)) for name, found in own),
    )
    yield "\n## Prefixes\n"
    yield from _table(
        ("prefix", "IRI"),
        ((f"`{name}:`", f"<{found.prefix_reference}>") for name, found in sorted(view.schema.prefixes.items())),
    )


def _class(view: SchemaView, name: str, found: Any) -> Iterator[str]:
    yield f'\n### <a id="class-{name}"></a>{name}\n\n{" · ".join(_named(found, name))}\n'
    said = descriptions(found)
    yield from (f"- {language}: {said[language]}" for language in _LANGUAGES if language in said)
    facts = [f"`{found.class_uri}`", _mappings(found), _codes(found)]
    facts += ["abstract: its subclasses have nodes"] * bool(found.abstract) + ["derived"] * is_set(found, "derived")
    yield f"- {'; '.join(fact for fact in facts if fact)}\n"
    slots = sorted(view.class_induced_slots(name), key=lambda slot: str(slot.name))
    rows = ((_link("slot", str(slot.name)), _range(view, slot), _count(slot), slot.description) for slot in slots)
    yield from _table(("slot", "value", "how many", "what it says"), rows)


def _slot(view: SchemaView, name: str, found: Any) -> tuple[str, ...]:
    marks = "".join(f" *{mark}*" for mark in ("claim", "derived") if is_set(found, mark))
    what = f"{found.description or ''}{marks}".strip()
    value = _range(view, found) + (f", {_code(found.pattern)}" if found.pattern else "")
    tag = annotation(found, "tagged")
    value += {None: "", "document": " in the language of the document"}.get(tag, f" @{tag}")
    return f'<a id="slot-{name}"></a>`{name}`', *_named(found, name), what, value, f"`{found.slot_uri}`", _mappings(found)


def _value(view: SchemaView, code: str, value: Any) -> tuple[str, ...]:
    codes = tuple(annotation(value, tag) or "" for tag in ("cameo", "plover"))
    return f"`{code}`", *_named(value, code), value.description or "", f"<{expand(view, value.meaning)}>", *codes


def _named(found: Any, name: str) -> tuple[str, str, str]:
    known = labels(found, name)
    kk, ru, en = (known.get(language, "") for language in _LANGUAGES)
    return kk, ru, en


def _range(view: SchemaView, slot: Any) -> str:
    several = [str(one.range) for one in slot.any_of or () if one.range] or [str(slot.range or view.schema.default_range)]
    kinds = ((own_classes(view), "class"), (own_enums(view), "enum"), (view.all_types(imports=False), "type"))
    return " or ".join(next((_link(kind, name) for known, kind in kinds if name in known), f"`{name}`") for name in several)


def _count(slot: Any) -> str:
    return ("1" if slot.required else "0") + ("…n" if slot.multivalued else "" if slot.required else "…1")


def _mappings(found: Any) -> str:
    return ", ".join(f"{sign} `{iri}`" for slot, sign in _SIGNS for iri in getattr(found, slot))


def _codes(found: Any) -> str:
    return ", ".join(f"{tag.upper()} {code}" for tag in ("cameo", "plover") if (code := annotation(found, tag)))


def _link(kind: str, name: str) -> str:
    return f"[{name}](#{kind}-{name})" if name else ""


def _code(text: str | None) -> str:
    return f"`{text}`" if text else ""


def _table(head: tuple[str, ...], rows: Iterable[tuple[str | None, ...]]) -> Iterator[str]:
    """Lines of a table in GitHub's Markdown; a bar in a cell would end it."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(' '.join(str(cell or '').replace('|', '&#124;').split()) for cell in row)} |"
