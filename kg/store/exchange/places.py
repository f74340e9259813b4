"""Where in a file something is told, for messages: parsers of RDF say the line of a mistake, not that of a statement."""

from __future__ import annotations

from pathlib import Path

from kg.schema.rdf import ID


def line_of(node: str, path: Path) -> int | None:
    """The first line that names a node, by its IRI, its id, or the id as TriG writes it behind a prefix; None where none does."""
    short = node.removeprefix(ID)
    escaped = "".join(f"\\{char}" if char in "~/%!$&'()*+,;=?#@" else char for char in short)
    wanted = [text.encode() for text in {node, short, escaped}]
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if any(text in line for text in wanted):
                return number
    return None
