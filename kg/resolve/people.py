"""The persons of one document in, who each of them is out. Nobody is merged on doubt.

From strong to weak: a known full name; the spelling of a known full name in another language; the one fuller name in the
document that initials or a surname can stand for; the one known person that they can stand for, unless the document gives
that person an office of another country. A full name that is not known is its own identifier, its patronymic apart.
Initials or a bare surname that nothing explains are one person only together with one office of one body, else only within
the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model.facts import Actor, Extraction
from kg.model.identifiers import digest, slug
from kg.resolve.known import Known
from kg.resolve.names import PersonName, may_be_short_for, person_name, plain_person


@dataclass(frozen=True, slots=True)
class Found:
    """Which entity a local actor is, and why."""

    id: str
    reason: str
    score: float


def identify_people(extraction: Extraction, known: Known, bodies: Mapping[str, str | None]) -> dict[str, Found]:
    """Every person's local id with what was found; `bodies` gives the country (ISO) of each local country and
    organization.
    """
    people = [actor for actor in extraction.actors if actor.type == "person"]
    offices: dict[str, list[tuple[str | None, str]]] = defaultdict(list)
    for role in extraction.roles:
        offices[role.person].append((role.of, slug(role.title)))
    countries = {person: {iso for body, _ in held if body and (iso := bodies.get(body))} for person, held in offices.items()}
    around = {iso for iso in bodies.values() if iso}
    strong = {actor.id: one for actor in people if (one := _by_full_name(actor, known, countries.get(actor.id, set())))}
    full = {actor.id: _full_names(actor) for actor in people if actor.id in strong}
    found = dict(strong)
    for actor in people:
        if actor.id not in strong:
            found[actor.id] = (
                _within(actor, full, strong)
                or _known_by_part(actor, known, countries.get(actor.id, set()), around)
                or _scoped(actor, extraction, offices[actor.id], bodies)
            )
    return found


def names_of(actor: Actor) -> tuple[str, ...]:
    """Name and aliases of a local actor, each once."""
    return tuple(dict.fromkeys((actor.name, *actor.aliases)))


def _full_names(actor: Actor) -> list[PersonName]:
    return [parsed for name in names_of(actor) if (parsed := person_name(name)).full]


def _by_full_name(actor: Actor, known: Known, countries: set[str]) -> Found | None:
    full = [name for name in names_of(actor) if person_name(name).full]
    for name in full:
        row = known.named("person", name) or known.named("person", plain_person(name))
        if row:
            return Found(row.id, f"known by the name «{name}»", 1.0)
    for name in full:
        row = known.sounding(name)
        if row and not _contradicts(row.country, countries):
            return Found(row.id, f"«{name}» is a spelling of the known name «{row.name}»", 0.9)
    if not full:
        return None
    name = max(full, key=lambda name: (name == actor.name, len(name), name))
    return Found(f"person/{slug(plain_person(name))}", f"full name «{name}»", 0.9)


def _within(actor: Actor, full: Mapping[str, Sequence[PersonName]], strong: Mapping[str, Found]) -> Found | None:
    shorts = [person_name(name) for name in names_of(actor)]
    fits = {strong[other].id for other, names in full.items() for name in names if any(may_be_short_for(s, name) for s in shorts)}
    if len(fits) != 1:
        return None
    return Found(fits.pop(), f"«{actor.name}» can stand for only one fuller name in the document", 0.9)


def _known_by_part(actor: Actor, known: Known, countries: set[str], around: set[str]) -> Found | None:
    for name in sorted(names_of(actor), key=lambda name: (not person_name(name).initials, name)):
        short = person_name(name)
        row = known.named("person", name) or known.surnamed(short)
        if row is None or _contradicts(row.country, countries):
            continue
        if short.initials:
            return Found(row.id, f"«{name}» can stand for only one known person, «{row.name}»", 0.85)
        if row.country in countries | around:
            return Found(row.id, f"«{name}» can stand for only one known person, «{row.name}», of a country named here", 0.75)
    return None


def _contradicts(country: str | None, countries: set[str]) -> bool:
    return country is not None and bool(countries) and country not in countries


def _scoped(
    actor: Actor, extraction: Extraction, offices: Sequence[tuple[str | None, str]], bodies: Mapping[str, str | None]
) -> Found:  # fmt: skip
    placed = sorted((iso, title) for body, title in offices if body is not None and (iso := bodies.get(body)))
    name = max(names_of(actor), key=lambda name: (name == actor.name, len(name), name))
    if placed:
        scope, reason = digest(*placed[0]), f"«{name}» in the office {placed[0][1]} of {placed[0][0]}"
    else:
        scope, reason = digest(extraction.article.id), f"«{name}» may be anybody outside this document"
    return Found(f"person/{slug(name)}--{scope[:12]}", reason, 0.6)
