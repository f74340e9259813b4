"""Resolved documents in, their graphs out; and views over many graphs: networkx, measures, derived edges."""

from kg.graph.build import document_graph
from kg.graph.derived import DerivedEdge, meetings_between
from kg.graph.fingerprint import fingerprint
from kg.graph.networkx_view import networkx_view

__all__ = ["DerivedEdge", "document_graph", "fingerprint", "meetings_between", "networkx_view"]
