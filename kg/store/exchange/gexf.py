"""A network as GEXF 1.3, Gephi's own format (gexf.net): colours by kind, and a timeline by the dates of events."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from typing import IO

from kg.schema.rdf import partial_date
from kg.store.exchange.graphml import text
from kg.store.exchange.network import EDGE_TYPES, NODE_TYPES, Network, Value
from kg.store.exchange.xml_text import attribute

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta><creator>Elshi</creator><description>Actors, meetings and agreements of diplomacy news</description></meta>
<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">
"""
_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}
_COLOURS = {
    "Country": (31, 90, 150), "Organization": (20, 120, 100), "Person": (190, 80, 30),
    "Meeting": (120, 70, 150), "Agreement": (150, 120, 20),
}  # fmt: skip


def write_gexf(found: Network, output: IO[bytes]) -> None:
    """Writes the network. An event whose date is known lasts from the first to the last day of it; actors are always there."""
    output.writelines(piece.encode() for piece in _pieces(found))


def _pieces(found: Network) -> Iterator[str]:
    yield _HEAD
    for target, types in (("node", NODE_TYPES), ("edge", EDGE_TYPES)):
        yield f'<attributes class="{target}" mode="static">\n'
        for name, kind in types.items():
            yield f'<attribute id="{target}.{name}" title="{name}" type="{_TYPES[kind]}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in found.nodes:
        red, green, blue = _COLOURS[str(node.attributes["kind"])]
        yield f"<node id={attribute(node.id)} label={attribute(node.label)}{_spell(node.attributes)}>"
        yield f'{_values("node", node.attributes)}<viz:color r="{red}" g="{green}" b="{blue}"/></node>\n'
    yield "</nodes>\n<edges>\n"
    for edge in found.edges:
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        name = attribute(f"{edge.source} {edge.predicate} {edge.target}")
        predicate = attribute(edge.predicate)
        yield f'<edge id={name} {ends} kind={predicate} label={predicate} weight="{edge.weight}">'
        yield f"{_values('edge', edge.attributes)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def days(date: str) -> tuple[str, str]:
    """The first and the last day of a year, a month or a day in ISO 8601."""
    if len(date) == len("2025"):
        return f"{date}-01-01", f"{date}-12-31"
    if len(date) == len("2025-11"):
        year, month = map(int, date.split("-"))
        return f"{date}-01", f"{date}-{calendar.monthrange(year, month)[1]}"
    return date, date


def _spell(attributes: dict[str, Value]) -> str:
    date = str(attributes.get("date", ""))
    if partial_date(date) is None:
        return ""
    start, end = days(date)
    return f" start={attribute(start)} end={attribute(end)}"


def _values(target: str, attributes: dict[str, Value]) -> str:
    values = "".join(f'<attvalue for="{target}.{name}" value={attribute(text(value))}/>' for name, value in attributes.items())
    return f"<attvalues>{values}</attvalues>"
