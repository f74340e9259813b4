"""One document's facts in, the same facts with the nodes of the graph that they are about out.

A pure function of the document and the seed tables: no other document has a say, so that documents may come in any order,
one by one or in parallel, and still meet in the same nodes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.model.facts import Actor, Extraction
from kg.model.graph import Entity, Judgement
from kg.model.identifiers import slug
from kg.model.resolution import Place, Resolution
from kg.resolve.events import identify_agreements, identify_meetings
from kg.resolve.known import Known
from kg.resolve.names import key
from kg.resolve.organizations import identify_organizations
from kg.resolve.people import Found, identify_people, names_of


def resolve(extraction: Extraction, known: Known) -> Resolution:
    """The document with an entity for each of its actors, meetings, agreements and places."""
    found: dict[str, Found] = {}
    countries: dict[str, str | None] = {}
    for actor in extraction.actors:
        if actor.type == "country":
            found[actor.id], countries[actor.id] = _country(actor, known)
    homes = dict(countries)
    for local, (organization, home) in identify_organizations(extraction, known, countries).items():
        found[local], homes[local] = organization, home
    found |= identify_people(extraction, known, homes)
    entities = _entities(extraction.actors, found, homes, known)
    places = {name: _place(name, known) for name in _place_names(extraction)}
    meetings = identify_meetings(extraction, entities, {name: place.id for name, place in places.items()})
    agreements = identify_agreements(extraction, entities)
    judgements = [Judgement(local, one.id, one.reason, one.score) for local, one in {**found, **meetings, **agreements}.items()]
    return Resolution(
        extraction,
        entities,
        {local: one.id for local, one in sorted(meetings.items())},
        {local: one.id for local, one in sorted(agreements.items())},
        places,
        _referred(entities, places, known),
        tuple(sorted(judgements, key=lambda judgement: (judgement.entity, judgement.local))),
        known.sha256,
    )


def _country(actor: Actor, known: Known) -> tuple[Found, str | None]:
    if actor.iso:
        return Found(f"country/{actor.iso}", f"ISO code {actor.iso}", 1.0), actor.iso
    row = next((row for name in names_of(actor) if (row := known.named("country", name))), None)
    if row:
        return Found(row.id, f"known by the name «{row.name}»", 1.0), row.country
    return Found(f"country/x-{slug(actor.name)}", f"unknown country «{actor.name}»", 0.7), None


def _entities(
    actors: Iterable[Actor], found: Mapping[str, Found], homes: Mapping[str, str | None], known: Known
) -> dict[str, Entity]:  # fmt: skip
    """One entity for all local actors that are the same, with the names of all of them."""
    groups: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        groups[found[actor.id].id].append(actor)
    entities: dict[str, Entity] = {}
    for identifier, group in groups.items():
        row = known.get(identifier)
        written = sorted({name for actor in group for name in names_of(actor)})
        type_ = identifier.split("/")[0]
        name = row.name if row else max((actor.name for actor in group), key=lambda name: (len(key(name)), name))
        home = next((home for actor in group if (home := homes.get(actor.id))), None) if type_ == "organization" else None
        entity = Entity(
            identifier, type_, name, tuple(alias for alias in written if alias != name),
            next((actor.iso for actor in group if actor.iso), row.country if row and type_ == "country" else None),
            row.name_ru if row else None, row.name_en if row else None, row.wikidata if row else None,
            _country_id(home, known),
        )  # fmt: skip
        entities |= {actor.id: entity for actor in group}
    return dict(sorted(entities.items()))


def _place_names(extraction: Extraction) -> list[str]:
    held = {meeting.place for meeting in extraction.meetings if meeting.place}
    return sorted(held | {agreement.place for agreement in extraction.agreements if agreement.place})


def _place(name: str, known: Known) -> Place:
    """A place known by any of its names, else one called so; a country can be a place."""
    row = known.named("place", name) or known.named("country", name)
    if row is None:
        return Place(f"place/{slug(name)}", name)
    return Place(f"place/{slug(row.name)}", row.name, _country_id(row.country, known), row.name_ru, row.name_en, row.wikidata)


def _country_id(iso: str | None, known: Known) -> str | None:
    """The entity id of a country that the tables know."""
    return f"country/{iso}" if iso and known.get(f"country/{iso}") else None


def _referred(entities: Mapping[str, Entity], places: Mapping[str, Place], known: Known) -> dict[str, Entity]:
    """The countries of bodies and places."""
    ids = {entity.country for entity in entities.values()} | {place.country for place in places.values()}
    rows = (row for identifier in sorted(filter(None, ids)) if (row := known.get(identifier)))
    return {row.id: Entity(row.id, "country", row.name, (), row.country, row.name_ru, row.name_en, row.wikidata) for row in rows}
