"""How the derived graph must change when documents change: computed before the transaction, written in it.

Only what the documents touch is looked at: their meetings, the pairs that met in those, and the names of their nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.model.graph import DocumentGraph
from kg.schema.rdf import DERIVED, LABEL, TYPE, class_iri, iri, is_own, partial_date, slot_iri
from kg.store.derive import (
    NAME_SLOTS,
    Contact,
    MeetingFacts,
    Pair,
    best_date,
    best_name,
    by_pair,
    called,
    contact,
    gather,
    told,
)
from kg.store.rdf.quads import from_quads, plain, slot_name


@dataclass(frozen=True, slots=True)
class Change:
    """Triples to take out of the derived graph and to put into it, sorted."""

    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


@dataclass(slots=True)
class _Draft:
    before: set[ox.Triple] = field(default_factory=set)
    after: set[ox.Triple] = field(default_factory=set)

    def change(self) -> Change:
        return Change(
            tuple(sorted(map(str, self.before - self.after))),
            tuple(sorted(map(str, self.after - self.before))),
        )


def changes(store: ox.Store, new: Mapping[str, DocumentGraph], old: Mapping[str, DocumentGraph]) -> Change:
    """What the derived graph gains and loses when `old` contributions (document -> graph) give way to `new` ones."""
    draft = _Draft()
    _contacts(store, new, old, draft)
    _labels(store, new, old, draft)
    return draft.change()


def contact_triples(found: Contact) -> set[ox.Triple]:
    """A Contact node, and `met` both ways."""
    node = iri(found.id)
    return _head(node, found.pair) | _figures(node, len(found.meetings), found.first, found.last) | _rests(node, found.meetings)


def _head(node: ox.NamedNode, pair: Pair) -> set[ox.Triple]:
    one, other = map(iri, pair)
    return {
        ox.Triple(node, TYPE, class_iri("Contact")),
        ox.Triple(node, slot_iri("between"), one),
        ox.Triple(node, slot_iri("between"), other),
        ox.Triple(one, slot_iri("met"), other),
        ox.Triple(other, slot_iri("met"), one),
    }


def _figures(node: ox.NamedNode, count: int, first: str | None, last: str | None) -> set[ox.Triple]:
    result = {ox.Triple(node, slot_iri("count"), ox.Literal(count))}
    for name, day in (("first", first), ("last", last)):
        if day is not None:
            result.add(ox.Triple(node, slot_iri(name), partial_date(day) or ox.Literal(day)))
    return result


def _rests(node: ox.NamedNode, meetings: Iterable[str]) -> set[ox.Triple]:
    return {ox.Triple(node, slot_iri("meeting"), iri(meeting)) for meeting in meetings}


def _contacts(store: ox.Store, new: Mapping[str, DocumentGraph], old: Mapping[str, DocumentGraph], draft: _Draft) -> None:
    facts = dict.fromkeys(told(old.values()), MeetingFacts()) | told(new.values())
    for document in _others(store, facts, set(new) | set(old)):
        gather(facts, from_quads(document, store.quads_for_pattern(None, None, None, iri(document))))

    come = by_pair(facts)
    known: dict[Pair, set[str]] = {}
    for meeting, said in facts.items():
        draft.before.update(
            ox.Triple(iri(meeting), slot_iri("side"), iri(plain(quad.object)))
            for quad in store.quads_for_pattern(iri(meeting), slot_iri("side"), None, DERIVED)
        )
        draft.after.update(ox.Triple(iri(meeting), slot_iri("side"), iri(country)) for country in said.sides)
        for pair in _known_pairs(store, meeting):
            known.setdefault(pair, set()).add(meeting)
    for pair in come.keys() | known.keys():
        dates = {meeting: facts[meeting].dates for meeting in come.get(pair, ())}
        _contact(store, pair, known.get(pair, set()), dates, draft)


def _contact(store: ox.Store, pair: Pair, known: set[str], come: Mapping[str, frozenset[str]], draft: _Draft) -> None:
    """The contact of `pair` when it no longer rests on the `known` meetings, but on those that `come` with their dates.

    Two presidents may have met a thousand times: the meetings that stay are looked at only where the first or the last
    date goes.
    """
    node = iri(Contact(pair, (), None, None).id)
    found = _values(store, node, "count")
    if not found:
        draft.after |= contact_triples(contact(pair, dict(come)))
        return
    count = int(found[0])
    first, last = (min(_values(store, node, name), default=None) for name in ("first", "last"))
    draft.before |= _figures(node, count, first, last) | _rests(node, known)
    if count == len(known) and not come:
        draft.before |= _head(node, pair)
        return
    draft.after |= _rests(node, come)
    new = contact(pair, dict(come))
    if {first, last} & {best_date(_dates(store, meeting)) for meeting in known} - {None}:
        stay = {plain(quad.object) for quad in store.quads_for_pattern(node, slot_iri("meeting"), None, DERIVED)} - known
        new = contact(pair, {**{meeting: _dates(store, meeting) for meeting in stay}, **come})
        first = last = None
    days = sorted(day for day in (first, last, new.first, new.last) if day)
    ends = (days[0], days[-1]) if days else (None, None)
    draft.after |= _figures(node, count - len(known) + len(come), *ends)


def _others(store: ox.Store, facts: Iterable[str], replaced: set[str]) -> set[str]:
    """Documents that stay and speak of the same meetings."""
    quads = (quad for meeting in facts for quad in store.quads_for_pattern(iri(meeting), TYPE, None, None))
    return {plain(quad.graph_name) for quad in quads if is_own(quad.graph_name)} - replaced


def _known_pairs(store: ox.Store, meeting: str) -> list[Pair]:
    nodes = [plain(quad.subject) for quad in store.quads_for_pattern(None, slot_iri("meeting"), iri(meeting), DERIVED)]
    return [_pair(store, node) for node in nodes]


def _pair(store: ox.Store, node: str) -> Pair:
    one, other = sorted(plain(quad.object) for quad in store.quads_for_pattern(iri(node), slot_iri("between"), None, DERIVED))
    return one, other


def _values(store: ox.Store, node: ox.NamedNode, slot: str) -> list[str]:
    return [plain(quad.object) for quad in store.quads_for_pattern(node, slot_iri(slot), None, DERIVED)]


def _dates(store: ox.Store, meeting: str) -> frozenset[str]:
    return frozenset(plain(quad.object) for quad in store.quads_for_pattern(iri(meeting), slot_iri("date"), None, None))


def _labels(store: ox.Store, new: Mapping[str, DocumentGraph], old: Mapping[str, DocumentGraph], draft: _Draft) -> None:
    gone, come = called(old.values()), called(new.values())
    for node in gone.keys() | come.keys():
        known = [plain(quad.object) for quad in store.quads_for_pattern(iri(node), LABEL, None, DERIVED)]
        draft.before.update(ox.Triple(iri(node), LABEL, ox.Literal(name)) for name in known)
        candidates = come.get(node, set()) | set(known)
        if gone.get(node, set()) & (set(known) - come.get(node, set())):  # the name in use may have lost its last document
            candidates = come.get(node, set()) | _names_elsewhere(store, node, set(new) | set(old))
        best = best_name(candidates)
        if best is not None:
            draft.after.add(ox.Triple(iri(node), LABEL, ox.Literal(best)))


def _names_elsewhere(store: ox.Store, node: str, replaced: set[str]) -> set[str]:
    found = set()
    for slot in NAME_SLOTS:
        for quad in store.quads_for_pattern(iri(node), slot_iri(slot), None, None):
            stays = is_own(quad.graph_name) and plain(quad.graph_name) not in replaced
            if stays and slot_name(quad.predicate.value, quad.object) == slot:
                found.add(plain(quad.object))
    return found
