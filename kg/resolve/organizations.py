"""The organizations of one document in, which each of them is out."""

from __future__ import annotations

from kg.model.facts import Extraction
from kg.model.identifiers import slug
from kg.resolve.known import Known
from kg.resolve.people import Found, names_of


def identify_organizations(extraction: Extraction, known: Known) -> dict[str, tuple[Found, str | None]]:
    """Every organization's local id with what was found, and the ISO code of its country where it has one."""
    found: dict[str, tuple[Found, str | None]] = {}
    for actor in extraction.actors:
        if actor.type != "organization":
            continue
        rows = (known.named("organization", name) for name in names_of(actor))
        row = next((row for row in rows if row), None)
        if row:
            found[actor.id] = Found(row.id, "known by name", 1.0), row.country
        else:
            found[actor.id] = Found(f"organization/{slug(actor.name)}", f"name «{actor.name}»", 0.9), None
    return found
