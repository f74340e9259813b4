"""Extraction of one article, composed. Enters: Article. Leaves: Extraction."""

from __future__ import annotations

from kg.extract.actors import actors_from, cast_of, local_ids
from kg.extract.agreements import PactReader
from kg.extract.confidence import calibrated
from kg.extract.events import EventReader
from kg.extract.hearsay import Hearsay
from kg.extract.mentions import MentionReader
from kg.extract.roles import RoleReader
from kg.language import language
from kg.language.ner import Tagger
from kg.model.article import Article
from kg.model.facts import Agreement, Extraction, Meeting, Provenance, Role, Span


def extract(article: Article, tagger: Tagger | None = None) -> Extraction:
    """All facts of an article, each with the chance that it is right; `tagger` is a model of names to help, none by default.

    Raises ExtractionError where the article's language cannot be read.
    """
    return calibrated(facts(article, tagger))


def facts(article: Article, tagger: Tagger | None = None) -> Extraction:
    """The same, where each claim is as sure as its rule says of itself."""
    tongue = language(article.lang)
    doc = tongue.document(article, tagger)
    cast = cast_of(doc, tongue)
    reader = RoleReader(doc, cast, tongue)
    held = reader.read()
    ids = local_ids(doc, cast)
    mentions = MentionReader(doc, cast, held, tongue, reader.country_of, tongue.citizens()).read()
    event_reader = EventReader(doc, cast, mentions, tongue, reader.country_of)
    events = event_reader.read()
    hearsay = Hearsay(doc, cast, mentions, tongue)

    def voice(first: int, *members: int) -> str | None:
        source = hearsay.source(first, members)
        return ids[source] if isinstance(source, int) else source

    meetings = tuple(
        Meeting(
            f"m{n}",
            e.type,
            tuple(ids[a] for a in e.participants),
            None if e.host is None else ids[e.host],
            e.date,
            e.place,
            e.status,
            e.topics,
            Provenance(Span(doc.tokens[e.first].start, doc.tokens[e.last].end), e.rule, e.confidence),
            e.negated,
            voice(e.first, *e.participants),
        )
        for n, e in enumerate(events, 1)
    )
    bodies = {h.person: h.body for h in held if h.body is not None and cast.clusters[h.body].type == "organization"}
    # Whoever holds an office of a country signs for it, not only its leaders and ministers.
    states = {h.person: h.country for h in held if h.country and h.body is not None and cast.clusters[h.body].type == "country"}
    told = [e for e in events if not e.negated]
    dating = event_reader.story.setting.dating
    pacts = PactReader(doc, event_reader.arguments, told, tongue, states | reader.country_of, bodies, dating).read()
    agreements = tuple(
        Agreement(
            f"g{n}",
            p.type,
            p.name,
            (),
            tuple(ids[a] for a in p.parties),
            p.status,
            p.date,
            p.place,
            Provenance(Span(doc.tokens[p.first].start, doc.tokens[p.last].end), p.rule, p.confidence),
            tuple(ids[a] for a in p.signatories),
            p.negated,
            reported_by=voice(p.first, *p.parties, *p.signatories),
        )
        for n, p in enumerate(pacts, 1)
    )
    roles = tuple(
        Role(
            ids[h.person],
            h.title,
            None if h.body is None else ids[h.body],
            Provenance(Span(doc.tokens[h.first].start, doc.tokens[h.last].end), h.rule, 0.9 if h.certain else 0.7),
        )
        for h in held
    )
    return Extraction(article, tuple(actors_from(doc, cast, tongue)), roles, meetings, agreements)
