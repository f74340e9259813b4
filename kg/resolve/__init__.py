"""Extracted facts in, the same facts with the nodes of the graph that they speak of out."""

from kg.resolve.known import Known, KnownEntity, known_from
from kg.resolve.resolve import resolve
from kg.resolve.tables import load_known

__all__ = ["Known", "KnownEntity", "known_from", "load_known", "resolve"]
