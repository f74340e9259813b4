"""What a change of documents must know of a store that is far away: fetched into memory in a few questions.

The excerpt holds, in the same graphs, all that kg.store.rdf.update and derived look at for these documents, so that both
work on it as on a whole store. Triples of which only matters that some other document holds them lie in ELSEWHERE.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

import pyoxigraph as ox

from kg.model.graph import DocumentGraph
from kg.schema.rdf import CLAIM, DERIVED, ELSEWHERE, ID, LABEL, TYPE, Term, iri, slot_iri, triples
from kg.store.batches import batches
from kg.store.derive import NAME_SLOTS, Contact, MeetingFacts, called, gather, told
from kg.store.rdf.quads import from_quads, plain
from kg.store.rdf.update import lost
from kg.store.rdf.values import term

Ask = Callable[[str], Iterable[Mapping[str, Term]]]
"""Text of a SELECT -> its rows, each name -> term."""

_ROWS = 1000
"""Values in one question: some 100 kB of text."""
_GRAPHS = 50
"""Documents fetched in one question: some 10 MB of results."""


def excerpt(ask: Ask, new: Mapping[str, DocumentGraph], replaced: Iterable[str]) -> ox.Store:
    """What `plan` must know to put `new` in the place of `replaced`."""
    found, going = ox.Store(), sorted(replaced)
    _graphs(ask, going, found)
    old = {name: from_quads(name, found.quads_for_pattern(None, None, None, iri(name))) for name in going}
    facts = _meetings(ask, [*old.values(), *new.values()], going, found)
    _contacts(ask, facts, found)
    _labels(ask, new, old, found)
    union = dict.fromkeys(str(triple) for graph in new.values() for triple in triples(graph))
    _held(ask, lost(found, going, union), going, found)
    return found


def contributions(ask: Ask, documents: Iterable[str]) -> Iterator[DocumentGraph]:
    """The documents, in the order given, a batch at a time."""
    for batch in batches(documents, _GRAPHS):
        found = ox.Store()
        _graphs(ask, batch, found)
        for name in batch:
            yield from_quads(name, found.quads_for_pattern(None, None, None, iri(name)))


def _graphs(ask: Ask, documents: Iterable[str], found: ox.Store) -> None:
    """Whole documents."""
    for batch in batches(documents, _GRAPHS):
        rows = ask(f"SELECT ?g ?s ?p ?o WHERE {{ VALUES ?g {{ {_terms(map(iri, batch))} }} GRAPH ?g {{ ?s ?p ?o }} }}")
        found.extend(_quad(row, row["g"]) for row in rows)


def _meetings(ask: Ask, graphs: Iterable[DocumentGraph], going: list[str], found: ox.Store) -> dict[str, MeetingFacts]:
    """The documents that stay and speak of the same meetings; what they and these say together about each."""
    facts = told(graphs)
    others: set[str] = set()
    for batch in batches(sorted(facts), _ROWS):
        rows = ask(f"SELECT DISTINCT ?g WHERE {{ VALUES ?m {{ {_terms(map(iri, batch))} }} GRAPH ?g {{ ?m {TYPE} ?kind }} }}")
        others |= {plain(row["g"]) for row in rows if str(row["g"]).startswith(f"<{ID}")}
    _graphs(ask, sorted(others - set(going)), found)
    for name in others - set(going):
        gather(facts, from_quads(name, found.quads_for_pattern(None, None, None, iri(name))))
    return facts


def _contacts(ask: Ask, facts: Mapping[str, MeetingFacts], found: ox.Store) -> None:
    """What is derived from these meetings, or may be from now on. Of a contact's other meetings, which may be thousands, only
    where its first or last date may go.
    """
    side, meeting = slot_iri("side"), slot_iri("meeting")
    touched = [iri(name) for name in sorted(facts)]
    for batch in batches(touched, _ROWS):
        rows = ask(f"SELECT ?s ?o WHERE {{ VALUES ?s {{ {_terms(batch)} }} GRAPH {DERIVED} {{ ?s {side} ?o }} }}")
        found.extend(_quad({**row, "p": side}, DERIVED) for row in rows)
        rows = ask(f"SELECT ?s ?o WHERE {{ VALUES ?o {{ {_terms(batch)} }} GRAPH {DERIVED} {{ ?s {meeting} ?o }} }}")
        found.extend(_quad({**row, "p": meeting}, DERIVED) for row in rows)
    _dates(ask, map(str, touched), found)
    known = {str(quad.subject) for quad in found.quads_for_pattern(None, meeting, None, DERIVED)}
    pairs = {pair for said in facts.values() for pair in said.pairs()}
    contacts = known | {str(iri(Contact(pair, (), None, None).id)) for pair in pairs}
    for some in batches(sorted(contacts), _ROWS):
        values = f"VALUES ?s {{ {' '.join(some)} }}"
        rows = ask(f"SELECT ?s ?p ?o WHERE {{ {values} GRAPH {DERIVED} {{ ?s ?p ?o FILTER(?p != {meeting}) }} }}")
        found.extend(_quad(row, DERIVED) for row in rows)
    ends = [str(node) for node in dict.fromkeys(_ending(found))]
    for some in batches(sorted(ends), _ROWS):
        rows = ask(f"SELECT ?s ?o WHERE {{ VALUES ?s {{ {' '.join(some)} }} GRAPH {DERIVED} {{ ?s {meeting} ?o }} }}")
        found.extend(_quad({**row, "p": meeting}, DERIVED) for row in rows)
    rest = {str(quad.object) for quad in found.quads_for_pattern(None, meeting, None, DERIVED)} - set(map(str, touched))
    _dates(ask, sorted(rest), found)


def _ending(found: ox.Store) -> Iterator[ox.NamedNode]:
    """Contacts whose first or last date is that of one of their meetings here."""
    for quad in found.quads_for_pattern(None, slot_iri("meeting"), None, DERIVED):
        dates = {plain(date.object) for date in found.quads_for_pattern(quad.object, slot_iri("date"), None, None)}  # type: ignore[arg-type]
        for end in ("first", "last"):
            if any(plain(known.object) in dates for known in found.quads_for_pattern(quad.subject, slot_iri(end), None, DERIVED)):
                yield cast(ox.NamedNode, quad.subject)


def _dates(ask: Ask, meetings_asked: Iterable[str], found: ox.Store) -> None:
    """The dates that any document gives these meetings, those that go, too: so they lie in no graph that holds anything."""
    date = slot_iri("date")
    for some in batches(meetings_asked, _ROWS):
        rows = ask(f"SELECT DISTINCT ?s ?o WHERE {{ VALUES ?s {{ {' '.join(some)} }} GRAPH ?g {{ ?s {date} ?o }} }}")
        found.extend(_quad({**row, "p": date}, ox.DefaultGraph()) for row in rows)


def _labels(ask: Ask, new: Mapping[str, DocumentGraph], old: Mapping[str, DocumentGraph], found: ox.Store) -> None:
    """The label in use of each node, and the other names of those whose label may have lost its last document."""
    come = called(new.values())
    gone = called(old.values())
    known: dict[str, set[str]] = {}
    for batch in batches(sorted({*come, *gone}), _ROWS):
        nodes = _terms(map(iri, batch))
        for row in ask(f"SELECT ?s ?o WHERE {{ VALUES ?s {{ {nodes} }} GRAPH {DERIVED} {{ ?s {LABEL} ?o }} }}"):
            found.add(_quad({**row, "p": LABEL}, DERIVED))
            known.setdefault(plain(row["s"]), set()).add(plain(row["o"]))
    at_stake = [node for node, lost_names in gone.items() if lost_names & known.get(node, set()) - come.get(node, set())]
    slots = _terms(map(slot_iri, NAME_SLOTS))
    for batch in batches(sorted(at_stake), _ROWS):
        rows = ask(
            f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?s {{ {_terms(map(iri, batch))} }} VALUES ?p {{ {slots} }}"
            f" GRAPH ?g {{ ?s ?p ?o }} {_but(old)} }}"
        )
        found.extend(_quad(row, ELSEWHERE) for row in rows)


def _held(ask: Ask, gone: Iterable[ox.Triple], going: list[str], found: ox.Store) -> None:
    """Which of these triples some document that stays holds, too. Claims, most of the triples, are counted by their subject
    first: where the documents that go hold all that is said of it, nobody else does, and the triples need not be sent.
    """
    about: dict[str, list[ox.Triple]] = {}
    for one in gone:
        about.setdefault(str(one.subject), []).append(one)
    claims = {str(quad.subject) for quad in found.quads_for_pattern(None, TYPE, CLAIM, None)} & about.keys()
    own = Counter(str(quad.subject) for name in going for quad in found.quads_for_pattern(None, None, None, iri(name)))
    for some in batches(sorted(claims), _ROWS):
        values = f"VALUES ?s {{ {' '.join(some)} }}"
        for row in ask(f"SELECT ?s (COUNT(*) AS ?n) WHERE {{ {values} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?s"):
            if int(plain(row["n"])) <= own[str(row["s"])]:
                del about[str(row["s"])]
    for batch in batches((one for triples_of in about.values() for one in triples_of), _ROWS):
        values = " ".join(f"({one.subject} {one.predicate} {term(one.object)})" for one in batch)  # type: ignore[arg-type]
        rows = ask(
            f"SELECT ?s ?p ?o WHERE {{ VALUES (?s ?p ?o) {{ {values} }}"
            f" FILTER EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} {_but(going)} }} }}"
        )
        found.extend(_quad(row, ELSEWHERE) for row in rows)


def _but(documents: Iterable[str]) -> str:
    """Leaves out the graphs of these documents, and those of other programs (`kg.schema.rdf.is_own`)."""
    listed = ", ".join(map(str, map(iri, documents)))
    return f"FILTER((STRSTARTS(STR(?g), {ox.Literal(ID)}) || ?g = {DERIVED}) && ?g NOT IN ({listed}))"


def _quad(row: Mapping[str, Term], graph: Term | ox.DefaultGraph) -> ox.Quad:
    return ox.Quad(row["s"], row["p"], row["o"], graph)  # type: ignore[arg-type]


def _terms(found: Iterable[Term]) -> str:
    return " ".join(map(term, found))
