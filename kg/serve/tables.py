"""Rows of SELECT -> SPARQL results in JSON, XML, CSV, TSV (W3C recommendations of 2013; triple terms and directions as in 1.2).

pyoxigraph could write them too, but not stop after so many rows, and its XML holds characters that XML forbids.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = Sequence[Term | None]

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_ITS = "http://www.w3.org/2005/11/its"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_json(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """SPARQL 1.1 Query Results JSON Format."""
    yield b'{"head":{"vars":' + _dumps(list(columns)) + b'},"results":{"bindings":['
    comma = b""
    for row in rows:
        found = {name: _json(term) for name, term in zip(columns, row, strict=True) if term is not None}
        yield comma + _dumps(found)
        comma = b",\n"
    yield b"]}}"


def as_xml(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """SPARQL Query Results XML Format. Raises ValueError where a value holds a character that XML cannot."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>'
    yield "".join(f"<variable name={quoteattr(name)}/>" for name in columns).encode() + b"</head><results>\n"
    for row in rows:
        found = "".join(
            f"<binding name={quoteattr(name)}>{_xml(term)}</binding>"
            for name, term in zip(columns, row, strict=True)
            if term is not None
        )
        yield f"<result>{found}</result>\n".encode()
    yield b"</results></sparql>\n"


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """SPARQL 1.1 Query Results CSV: plain values."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(["" if term is None else _plain(term) for term in row])
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


def as_tsv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """SPARQL 1.1 Query Results TSV: terms as Turtle writes them, which leaves no tab and no line end in any."""
    yield ("\t".join(f"?{name}" for name in columns) + "\n").encode()
    for row in rows:
        yield ("\t".join("" if term is None else str(term) for term in row) + "\n").encode()


WRITERS: dict[str, Callable[[Sequence[str], Iterable[Row]], Iterator[bytes]]] = {
    "json": as_json,
    "xml": as_xml,
    "csv": as_csv,
    "tsv": as_tsv,
}
"""Writers by the name of the format."""


def answer(value: bool, form: str) -> bytes:
    """The answer to an ASK."""
    word = "true" if value else "false"
    if form == "json":
        return b'{"head":{},"boolean":' + word.encode() + b"}"
    if form == "xml":
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head/>'
        return f"{head}<boolean>{word}</boolean></sparql>\n".encode()
    return f"{word}\r\n".encode() if form == "csv" else f"{word}\n".encode()


def _dumps(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _json(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json(part) for name, part in parts.items()}}
    found = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
        if term.direction is not None:
            found["its:dir"] = str(term.direction)
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found


def _xml(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{_text(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{_text(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return "<triple>" + "".join(f"<{name}>{_xml(part)}</{name}>" for name, part in parts.items()) + "</triple>"
    attributes = ""
    if term.language:
        attributes = f" xml:lang={quoteattr(term.language)}"
        if term.direction is not None:
            attributes += f' xmlns:its="{_ITS}" its:version="2.0" its:dir={quoteattr(str(term.direction))}'
    elif term.datatype.value != _STRING:
        attributes = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{attributes}>{_text(term.value)}</literal>"


def _text(value: str) -> str:
    wrong = _NO_XML.search(value)
    if wrong:
        raise ValueError(f"the answer holds the character U+{ord(wrong[0]):04X}, which XML cannot")
    return escape(value, {"\r": "&#13;"})


def _plain(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
