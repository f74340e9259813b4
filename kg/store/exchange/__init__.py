"""Graphs to and from other programs' files: networks for Gephi, property graphs for Neo4j, RDF in and out."""
