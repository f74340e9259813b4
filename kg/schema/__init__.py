"""The vocabulary: what classes and slots there are, how values become RDF, what data must keep to."""
