"""The graph that a map is drawn from: the networkx view with offices, subjects and places, and who met whom by derivation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.graph import meetings_between, networkx_view
from kg.view.facts import ACTOR_KINDS

if TYPE_CHECKING:
    import networkx as nx

    from kg.model.graph import DocumentGraph

_EVENTS = ("Meeting", "Agreement")
_KINDS = (*ACTOR_KINDS, *_EVENTS, "Post", "Topic", "Place")


def map_graph(graphs: Iterable[DocumentGraph]) -> nx.MultiDiGraph[str]:
    """What `map_html` draws best, from the graphs of documents (`Store.read()`); derived edges are marked `derived`."""
    documents = list(graphs)
    view: nx.MultiDiGraph[str] = networkx_view(documents, kinds=_KINDS)
    for edge in meetings_between(documents):
        if edge.source in view and edge.target in view:
            view.add_edge(
                edge.source, edge.target, key=edge.predicate, predicate=edge.predicate, derived=True, count=edge.count,
                first=edge.first, last=edge.last, meetings=edge.meetings, evidence=[],
            )  # fmt: skip
    _prove_literals(view, documents)
    return view


def _prove_literals(view: nx.MultiDiGraph[str], documents: Sequence[DocumentGraph]) -> None:
    """Adds `evidence` to meetings and agreements from claims that no edge carries (type, date, status), and passages' languages.

    Without it an agreement whose parties the text does not name would stand there with no words to prove it.
    """
    described = {
        graph.document: dict(node.properties) for graph in documents for node in graph.nodes if node.id == graph.document
    }
    for graph in documents:
        document = described.get(graph.document, {})
        source = {"document": graph.document, **{name: document.get(name) for name in ("title", "date", "url", "lang")}}
        for claim in graph.claims:
            if not claim.literal or claim.negated or claim.subject not in view:
                continue
            span = claim.evidence
            offsets = {"start": None, "end": None} if span is None else {"start": span.start, "end": span.end}
            said = {name: getattr(claim, name) for name in ("quote", "context", "rule", "confidence", "status", "negated")}
            view.nodes[claim.subject].setdefault("evidence", []).append({**source, **offsets, **said})
    for _, _, data in view.edges(data=True):
        for entry in data["evidence"]:
            entry["lang"] = described.get(entry["document"], {}).get("lang")
