"""Reads the networkx view into `Contents`: which actors there are and which facts join them.

Posts, topics and places are no pictures of their own: a post becomes a fact between its holder and its body, a topic and
a place belong to their meeting. Nodes of any other kind (documents, claims) are passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.view.evidence import Pool
from kg.view.facts import ACTOR_KINDS, Actor, Contents, Fact

if TYPE_CHECKING:
    import networkx as nx

_EVENT_KINDS = ("Meeting", "Agreement")
_LEADING = {"host", "signatory"}
_DESCRIBING = {"topic", "place", "holds"}


def read(graph: nx.MultiDiGraph[str]) -> Contents:
    """The contents of `graph` (the contract of `kg.graph.networkx_view`), in an order that only identifiers decide."""
    kinds = {node: str(graph.nodes[node].get("kind", "")) for node in sorted(graph.nodes)}
    actors = tuple(_actor(node, graph.nodes[node]) for node, kind in kinds.items() if kind in ACTOR_KINDS)
    index = {actor.id: number for number, actor in enumerate(actors)}
    pool = Pool()
    events = (_event(graph, node, kinds, index, pool) for node, kind in kinds.items() if kind in _EVENT_KINDS)
    # The view keeps the node of an event that documents only deny, with nothing said of it.
    facts = [event for event in events if event.actors or event.status or event.evidence]
    facts += _offices(graph, kinds, index, pool)
    facts += _between_actors(graph, index, pool, facts)
    return Contents(actors, tuple(facts), pool.evidence, pool.sources)


def texts(value: object) -> tuple[str, ...]:
    """A property's values as text: none, one or several."""
    if value is None:
        return ()
    if isinstance(value, (list, tuple, set, frozenset)):
        return tuple(str(each) for each in value)
    return (str(value),)


def _first(attributes: Mapping[str, Any], name: str) -> str | None:
    values = texts(attributes.get(name)) or texts(_properties(attributes).get(name))
    return values[0] if values else None


def _properties(attributes: Mapping[str, Any]) -> Mapping[str, Any]:
    properties = attributes.get("properties")
    return properties if isinstance(properties, Mapping) else {}


def _name(node: str, attributes: Mapping[str, Any]) -> str:
    return _first(attributes, "name") or _first(attributes, "title") or _first(attributes, "label") or node


def _actor(node: str, attributes: Mapping[str, Any]) -> Actor:
    name = _name(node, attributes)
    names = tuple((code, spelling) for code in ("kk", "ru", "en") if (spelling := _first(attributes, f"name_{code}")))
    aliases = tuple(each for slot in ("name", "alias") for each in texts(_properties(attributes).get(slot)))
    return Actor(
        id=node,
        kind=str(attributes["kind"]),
        name=name,
        names=names,
        aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias != name),
        iso=_first(attributes, "iso"),
        wikidata=_first(attributes, "wikidata"),
    )


def _event(graph: nx.MultiDiGraph[str], node: str, kinds: Mapping[str, str], index: Mapping[str, int], pool: Pool) -> Fact:
    attributes = graph.nodes[node]
    joined: dict[int, bool] = {}
    topics: list[str] = []
    place = _first(attributes, "place")
    passages: list[int] = list(pool.add(attributes.get("evidence", ())))
    denied: list[bool] = []
    edges = sorted(graph.out_edges(node, keys=True, data=True), key=lambda edge: (edge[2], edge[1]))
    for _, target, key, data in edges:
        predicate = str(data.get("predicate", key))
        passages += pool.add(data.get("evidence", ()))
        if target in index:
            joined[index[target]] = joined.get(index[target], False) or predicate in _LEADING
            denied += [bool(entry.get("negated")) for entry in data.get("evidence", ())]
        elif kinds.get(target) == "Topic":
            topics.append(_name(target, graph.nodes[target]))
        elif kinds.get(target) == "Place":
            place = _name(target, graph.nodes[target])
    if place is not None and place in kinds:  # a reference, as properties may hold it
        place = _name(place, graph.nodes[place])
    is_meeting = attributes["kind"] == "Meeting"
    return Fact(
        id=node,
        kind="meeting" if is_meeting else "agreement",
        actors=tuple(sorted(joined)),
        lead=tuple(sorted(actor for actor, leads in joined.items() if leads)),
        type=_first(attributes, "type"),
        # A meeting's label is made of its type and date, which the page says in the reader's language.
        name=None if is_meeting else _name(node, attributes),
        status="denied" if denied and all(denied) else _first(attributes, "status"),
        date=_first(attributes, "date"),
        until=None,
        place=place,
        topics=tuple(dict.fromkeys(topics)),
        count=1,
        evidence=pool.by_document(passages),
    )


def _offices(graph: nx.MultiDiGraph[str], kinds: Mapping[str, str], index: Mapping[str, int], pool: Pool) -> list[Fact]:
    """Who holds which post of which body. A post without a body joins its holder to nobody, and shows with the person."""
    facts = []
    for person, post, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        if person not in index or kinds.get(post) != "Post" or str(data.get("predicate", key)) != "holds":
            continue
        body = index.get(_first(graph.nodes[post], "body") or "")
        facts.append(
            Fact(
                id=f"{person} {post}",
                kind="office",
                actors=tuple(sorted({index[person], body} if body is not None else {index[person]})),
                lead=(index[person],),
                type=None,
                name=_name(post, graph.nodes[post]),
                status=None,
                date=None,
                until=None,
                place=None,
                topics=(),
                count=1,
                evidence=pool.by_document(pool.add(data.get("evidence", ()))),
            )
        )
    return facts


def _between_actors(graph: nx.MultiDiGraph[str], index: Mapping[str, int], pool: Pool, known: list[Fact]) -> list[Fact]:
    """Edges that join two actors directly: derived ones, stored once or both ways, and predicates without a picture of
    their own. A derived `met` between two who share a meeting on this very map would say the same thing twice.
    """
    shared = {
        (first, second)
        for fact in known
        if fact.kind == "meeting" and fact.status == "held"
        for first in fact.actors
        for second in fact.actors
    }
    facts: dict[tuple[str, tuple[int, int]], Fact] = {}
    number = {fact.id: place for place, fact in enumerate(known)}
    for source, target, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        predicate = str(data.get("predicate", key))
        if source not in index or target not in index or source == target or predicate in _DESCRIBING:
            continue
        pair = (min(index[source], index[target]), max(index[source], index[target]))
        derived = bool(data.get("derived")) or predicate == "met"
        if (derived and pair in shared) or (predicate, pair) in facts:
            continue
        facts[predicate, pair] = Fact(
            id=f"{source} {predicate} {target}",
            kind="derived" if derived else "other",
            actors=pair,
            lead=(index[source],),
            type=predicate,
            name=None,
            status=None,
            date=_first(data, "first"),
            until=_first(data, "last"),
            place=None,
            topics=(),
            count=int(data.get("count") or 1),
            evidence=pool.by_document(pool.add(data.get("evidence", ()))),
            because=tuple(number[meeting] for meeting in texts(data.get("meetings")) if meeting in number),
        )
    return list(facts.values())
