"""Graphs as RDF: one named graph a document, and one of what is derived from them all."""
