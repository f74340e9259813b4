"""What resolution hands on: the facts of one document, and which node of the graph each of them is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model.facts import Extraction
from kg.model.graph import Entity, Judgement


@dataclass(frozen=True, slots=True)
class Place:
    """A place resolved: `id` such as `place/astana`; `country` is an entity id, names in other languages where known."""

    id: str
    name: str
    country: str | None = None
    name_ru: str | None = None
    name_en: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """One document resolved. Keys are the document's local ids (actors, meetings, agreements) or its wording (places).

    `countries` are those that entities and places refer to, by entity id, for a document need not name them.
    `known` is the hash of the seed tables that decided. `judgements` say why, sorted by kind and local id.
    """

    extraction: Extraction
    entities: Mapping[str, Entity]
    meetings: Mapping[str, str]
    agreements: Mapping[str, str]
    places: Mapping[str, Place]
    countries: Mapping[str, Entity]
    judgements: tuple[Judgement, ...] = ()
    known: str = ""
