"""Pictures of a graph. Enters: the networkx view; leaves: an HTML page that works without a network."""

from kg.view.map import map_html, write_map
from kg.view.source import map_graph

__all__ = ["map_graph", "map_html", "write_map"]
