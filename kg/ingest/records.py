"""JSON records, both ways: documents with or without facts in, extractions out (shape: README, "Records").

`from_record(to_record(extraction), …)` is the same extraction.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.ingest.article import make_article
from kg.ingest.fields import Fields
from kg.ingest.places import Finder
from kg.model.article import Article
from kg.model.errors import IngestError
from kg.model.facts import (
    AGREEMENT_STATUSES,
    AGREEMENT_TYPES,
    MEETING_STATUSES,
    MEETING_TYPES,
    Actor,
    ActorType,
    Agreement,
    Extraction,
    Meeting,
    Provenance,
    Role,
    Span,
)

GROUPS = ("actors", "roles", "meetings", "agreements")
_ACTOR_TYPES: tuple[ActorType, ...] = ("person", "organization", "country")
_ACTOR = ("id", "type", "name", "iso", "aliases", "mentions")
_ROLE = ("person", "title", "of")
_MEETING = ("id", "type", "participants", "host", "date", "place", "status", "topics", "negated", "reported_by",
            "participants_confidence", "date_confidence", "place_confidence")  # fmt: skip
_AGREEMENT = ("id", "type", "name", "aliases", "parties", "status", "date", "place", "signatories", "negated", "reported_by",
              "parties_confidence", "date_confidence")  # fmt: skip
_PROVENANCE = ("evidence", "span", "rule", "confidence")
# What gold documents and resolved documents say beyond the facts themselves.
_IGNORED = ("required", "entity")


def to_record(extraction: Extraction) -> dict[str, Any]:
    """The extraction as a JSON object in gold shape, with offsets, rule and confidence, its keys in a fixed order.

    What the text denies stands apart, meetings under "denied", agreements under "denied_agreements": who reads "meetings"
    reads what was or will be.
    """
    article = extraction.article
    record: dict[str, Any] = {
        "id": article.id, "lang": article.lang, "date": article.date, "source": article.source, "title": article.title,
        "text": article.text,
    }  # fmt: skip
    if article.url is not None:
        record["url"] = article.url
    record["origin"] = article.origin
    record["actors"] = [_actor_out(actor) for actor in extraction.actors]
    record["roles"] = [
        {"person": role.person, "title": role.title, "of": role.of} | _provenance_out(role.provenance, article.text)
        for role in extraction.roles
    ]
    record["meetings"] = [
        {
            "id": meeting.id, "type": meeting.type, "participants": list(meeting.participants), "host": meeting.host,
            "date": meeting.date, "place": meeting.place, "status": meeting.status, "topics": list(meeting.topics),
            "negated": meeting.negated, "reported_by": meeting.reported_by,
        } | _surely(
            participants=list(meeting.participants_confidence), date=meeting.date_confidence, place=meeting.place_confidence
        ) | _provenance_out(meeting.provenance, article.text)
        for meeting in extraction.meetings
    ]  # fmt: skip
    record["denied"] = [meeting for meeting in record["meetings"] if meeting["negated"]]
    record["meetings"] = [meeting for meeting in record["meetings"] if not meeting["negated"]]
    record["agreements"] = [
        {
            "id": agreement.id, "type": agreement.type, "name": agreement.name, "aliases": list(agreement.aliases),
            "parties": list(agreement.parties), "status": agreement.status, "date": agreement.date, "place": agreement.place,
            "signatories": list(agreement.signatories), "negated": agreement.negated,
            "reported_by": agreement.reported_by,
        } | _surely(
            parties=list(agreement.parties_confidence), date=agreement.date_confidence
        ) | _provenance_out(agreement.provenance, article.text)
        for agreement in extraction.agreements
    ]  # fmt: skip
    record["denied_agreements"] = [agreement for agreement in record["agreements"] if agreement["negated"]]
    record["agreements"] = [agreement for agreement in record["agreements"] if not agreement["negated"]]
    return record


def read_record(value: object, *, file: str, line: int | None = None, fallback_id: str) -> Article | Extraction:
    """An article, or an extraction where the record holds facts (any of actors, roles, meetings, agreements).

    Raises IngestError, naming file, line and cure, where `value` is no document.
    """
    fields = Fields(value, "the document", file=file, line=line)
    if "text" not in fields:
        raise IngestError(
            f'the document has no "text" (its keys: {", ".join(fields.keys()[:12]) or "none"})',
            file=file,
            line=line,
            cure="give title and text, or name the file .txt",
        )
    written = fields.text("text")
    article = make_article(
        key=fields.optional_text("id") or fields.optional_text("url") or fallback_id,
        title=fields.optional_text("title"),
        text=written,
        date=fields.optional_text("date"),
        lang=fields.optional_text("lang"),
        url=fields.optional_text("url"),
        source=fields.optional_text("source"),
        origin=fields.optional_text("origin") or file,
        line=line,
    )
    if not any(group in fields for group in GROUPS):
        return article
    return _facts(fields, article, Finder(written, article.text))


def from_record(record: dict[str, Any], file: str, line: int | None = None) -> Extraction:
    """The extraction that `record` holds; without facts it is one that found nothing. Raises as `read_record` does."""
    document = read_record(record, file=file, line=line, fallback_id=file if line is None else f"{file}#{line}")
    return Extraction(document, (), (), (), ()) if isinstance(document, Article) else document


def _facts(document: Fields, article: Article, finder: Finder) -> Extraction:
    actor_fields = document.objects("actors", (*_ACTOR, "rule", "confidence", *_IGNORED))
    names = {a.text("id"): (a.name("name"), *a.names("aliases")) for a in actor_fields}
    spotted = finder.mentions(names)
    actors = tuple(_actor(a, finder, spotted) for a in actor_fields)
    types = {actor.id: actor.type for actor in actors}
    keys: tuple[str, ...] = (*_MEETING, *_PROVENANCE, *_IGNORED)
    meetings = (*document.objects("meetings", keys), *document.objects("denied", keys))
    wanted = (*_AGREEMENT, *_PROVENANCE, *_IGNORED)
    agreements = (*document.objects("agreements", wanted), *document.objects("denied_agreements", wanted))
    document.demand_unique([f.text("id") for f in (*actor_fields, *meetings, *agreements)])
    return Extraction(
        article=article,
        actors=actors,
        roles=tuple(_role(r, types, finder) for r in document.objects("roles", (*_ROLE, *_PROVENANCE, *_IGNORED))),
        meetings=tuple(_meeting(m, types, finder) for m in meetings),
        agreements=tuple(_agreement(a, types, finder) for a in agreements),
    )


def _actor(fields: Fields, finder: Finder, spotted: dict[str, tuple[Span, ...]]) -> Actor:
    key = fields.text("id")
    return Actor(
        id=key,
        type=fields.choice("type", _ACTOR_TYPES),
        name=fields.name("name"),
        aliases=fields.names("aliases"),
        iso=fields.optional_name("iso"),
        mentions=fields.spans("mentions", finder) if "mentions" in fields else spotted[key],
        rule=fields.rule(),
        confidence=fields.confidence(),
    )


def _role(fields: Fields, types: Mapping[str, str], finder: Finder) -> Role:
    return Role(
        person=fields.reference("person", types, "person"),
        title=fields.name("title"),
        of=fields.optional_reference("of", types),
        provenance=_provenance(fields, finder),
    )


def _meeting(fields: Fields, types: Mapping[str, str], finder: Finder) -> Meeting:
    return Meeting(
        id=fields.text("id"),
        type=fields.choice("type", MEETING_TYPES),
        participants=fields.references("participants", types),
        host=fields.optional_reference("host", types),
        date=fields.moment("date"),
        place=fields.optional_name("place"),
        status=fields.choice("status", MEETING_STATUSES),
        topics=fields.names("topics"),
        provenance=_provenance(fields, finder),
        negated=fields.flag("negated"),
        reported_by=fields.optional_name("reported_by"),
        participants_confidence=fields.confidences("participants_confidence", "participants"),
        date_confidence=fields.optional_confidence("date_confidence"),
        place_confidence=fields.optional_confidence("place_confidence"),
    )


def _agreement(fields: Fields, types: Mapping[str, str], finder: Finder) -> Agreement:
    return Agreement(
        id=fields.text("id"),
        type=fields.choice("type", AGREEMENT_TYPES),
        name=fields.name("name"),
        aliases=fields.names("aliases"),
        parties=fields.references("parties", types),
        status=fields.choice("status", AGREEMENT_STATUSES),
        date=fields.moment("date"),
        place=fields.optional_name("place"),
        provenance=_provenance(fields, finder),
        signatories=fields.references("signatories", types),
        negated=fields.flag("negated"),
        parties_confidence=fields.confidences("parties_confidence", "parties"),
        date_confidence=fields.optional_confidence("date_confidence"),
        reported_by=fields.optional_name("reported_by"),
    )


def _provenance(fields: Fields, finder: Finder) -> Provenance:
    """Where a span is given it counts; else the first place where the quoted words stand."""
    span = fields.optional_span("span", finder)
    if span is None and (quote := fields.optional_text("evidence")) is not None:
        span = finder.quote(quote)
        if span is None:
            raise fields.wrong("evidence", f"the words {quote[:60]!r} do not stand in the text", "quote the text word for word")
    return Provenance(evidence=span, rule=fields.rule(), confidence=fields.confidence())


def _actor_out(actor: Actor) -> dict[str, Any]:
    record: dict[str, Any] = {"id": actor.id, "type": actor.type, "name": actor.name}
    if actor.iso is not None:
        record["iso"] = actor.iso
    return record | {
        "aliases": list(actor.aliases), "mentions": [[span.start, span.end] for span in actor.mentions],
        "rule": actor.rule, "confidence": actor.confidence,
    }  # fmt: skip


def _surely(**confidences: list[float] | float | None) -> dict[str, Any]:
    """What is not just as sure as its event."""
    return {f"{name}_confidence": value for name, value in confidences.items() if value is not None and value != []}


def _provenance_out(provenance: Provenance, text: str) -> dict[str, Any]:
    span = provenance.evidence
    return {
        "evidence": None if span is None else text[span.start : span.end],
        "span": None if span is None else [span.start, span.end],
        "rule": provenance.rule,
        "confidence": provenance.confidence,
    }
