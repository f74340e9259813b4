"""Content negotiation (RFC 9110, section 12.5.1): an Accept header in, the format of an answer out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Media:
    """A format: its name for the worker, the media type that the answer bears, and all that ask for it."""

    name: str
    content_type: str
    types: tuple[str, ...]


TABLES = (
    Media("json", "application/sparql-results+json", ("application/sparql-results+json", "application/json")),
    Media("xml", "application/sparql-results+xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Media("csv", "text/csv; charset=utf-8; header=present", ("text/csv",)),
    Media("tsv", "text/tab-separated-values; charset=utf-8", ("text/tab-separated-values",)),
)
"""Formats of SELECT and ASK, the preferred one first."""

GRAPHS = (
    Media("turtle", "text/turtle; charset=utf-8", ("text/turtle", "application/x-turtle")),
    Media("ntriples", "application/n-triples", ("application/n-triples", "text/plain")),
    Media("rdfxml", "application/rdf+xml", ("application/rdf+xml", "application/xml", "text/xml")),
    Media("jsonld", "application/ld+json", ("application/ld+json", "application/json")),
    Media("trig", "application/trig", ("application/trig",)),
    Media("nquads", "application/n-quads", ("application/n-quads",)),
)
"""Formats of CONSTRUCT, DESCRIBE and of graphs, the preferred one first."""

HTML = Media("html", "text/html; charset=utf-8", ("text/html", "application/xhtml+xml"))

RDF = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}


def choose(accept: str | None, offered: Sequence[Media]) -> Media | None:
    """The offered format that `accept` prefers; of equals the first offered. None where it accepts none of them."""
    wanted = _ranges(accept) if accept and accept.strip() else [("*", "*", 1.0)]
    best, found = 0.0, None
    for media in offered:
        quality = max(_quality(media.types[0], wanted), *(_named_quality(name, wanted) for name in media.types))
        if quality > best:
            best, found = quality, media
    return found


def named(content_type: str, offered: Sequence[Media]) -> Media | None:
    """The offered format that a Content-Type names; None where it names none."""
    given = content_type.partition(";")[0].strip().lower()
    return next((media for media in offered if given in media.types), None)


def _ranges(accept: str) -> list[tuple[str, str, float]]:
    found = []
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        kind, slash, subtype = name.partition("/")
        if not slash:
            if name != "*":  # some old clients send a lone * for */*
                continue
            kind = subtype = "*"
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                quality = _weight(value)
        found.append((kind, subtype, quality))
    return found


def _weight(text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0  # a weight that is no number is not one that the client means


def _quality(name: str, wanted: list[tuple[str, str, float]]) -> float:
    """Of the ranges that match the most specific counts."""
    kind, _, subtype = name.partition("/")
    best, quality = -1, 0.0
    for range_kind, range_subtype, weight in wanted:
        if range_kind not in {"*", kind} or range_subtype not in {"*", subtype}:
            continue
        precision = (range_kind != "*") + (range_subtype != "*")
        if precision > best or (precision == best and weight > quality):
            best, quality = precision, weight
    return quality


def _named_quality(name: str, wanted: list[tuple[str, str, float]]) -> float:
    """What a range gives that names the type in full: only so is a format asked for by another of its types."""
    return max((weight for kind, subtype, weight in wanted if f"{kind}/{subtype}" == name), default=0.0)
