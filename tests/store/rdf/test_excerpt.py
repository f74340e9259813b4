"""The excerpt of a store leads to the same change as the store itself."""

from __future__ import annotations

import random
from collections.abc import Mapping

from pyoxigraph import QuerySolutions

from kg.schema.rdf import Term
from kg.store.rdf.excerpt import excerpt
from kg.store.rdf.oxigraph import RdfStore
from kg.store.rdf.update import Plan, plan
from tests.store.rdf.test_derived import made_up


def content(changed: Plan) -> tuple[object, ...]:
    return tuple(
        {name: sorted(found) for name, found in graphs.items()} for graphs in (changed.gone, changed.removed, changed.added)
    )


def test_the_excerpt_leads_to_the_same_change_as_the_whole_store() -> None:
    for seed in range(12):
        dice = random.Random(seed)
        with RdfStore.open("memory:") as store:

            def ask(text: str, store: RdfStore = store) -> list[Mapping[str, Term]]:
                found = store.graph.query(text)
                assert isinstance(found, QuerySolutions)
                names = [variable.value for variable in found.variables]
                return [{name: row[name] for name in names} for row in found]  # type: ignore[misc]

            for number in range(12):
                new = {
                    graph.document: graph for graph in (made_up(seed * 100 + number * 3 + n) for n in range(dice.randrange(3)))
                }
                replaced = {*new, *(f"document/d{dice.randrange(12)}" for _ in range(dice.randrange(2)))}
                whole = plan(store.graph, new, replaced)
                assert content(plan(excerpt(ask, new, replaced), new, replaced)) == content(whole)
                store.write(new.values())
                for document in replaced - set(new):
                    store.forget(document)
