"""Property graphs, in servers that speak Bolt: Neo4j, and ArcadeDB as a child process. Model: docs/property-graph.md."""
