"""Development only: Turtle in one fixed order, so that a generated file changes only where the schema does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

Triples = dict[str, dict[str, set[str]]]
"""Subject -> predicate -> objects, each already written as Turtle."""

HEAD = "# Generated from schemas/diplomacy.yaml by python -m kg.schema.generate: do not edit.\n"


def text(value: str, language: str | None = None) -> str:
    """A literal."""
    return json.dumps(value, ensure_ascii=False) + (f"@{language}" if language else "")


def texts(values: Mapping[str, str]) -> set[str]:
    """One literal a language."""
    return {text(value, language) for language, value in values.items()}


def items(members: Iterable[str]) -> str:
    """An RDF list."""
    return f"( {' '.join(members)} )"


def document(prefixes: Mapping[str, str], triples: Triples) -> str:
    """The whole file: prefixes, then subjects, predicates and objects, each sorted; the class of a subject comes first."""
    lines = [HEAD, *(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items()))]
    for subject in sorted(triples):
        facts = sorted(triples[subject].items(), key=lambda fact: (fact[0] != "a", fact[0]))
        said = " ;\n    ".join(f"{predicate} {', '.join(sorted(objects))}" for predicate, objects in facts if objects)
        lines.append(f"\n{subject}\n    {said} .\n")
    return "".join(lines)
