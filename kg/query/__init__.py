"""Questions by name: a catalogue of queries with typed parameters, and their answers as tables."""

from kg.model.table import Table
from kg.query.catalogue import NamedQuery, Parameter, catalogue, named
from kg.query.run import run
from kg.query.table import to_csv, to_json, to_tsv

__all__ = ["NamedQuery", "Parameter", "Table", "catalogue", "named", "run", "to_csv", "to_json", "to_tsv"]
