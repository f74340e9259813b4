"""An HTTP request -> the SPARQL operation that it asks for (SPARQL 1.1 Protocol, section 2)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.serve.errors import RequestError
from kg.serve.evaluate import graph_name

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_FIELDS = 1000

Parameters = dict[str, list[str]]

_DATASET = {"query": ("default-graph-uri", "named-graph-uri"), "update": ("using-graph-uri", "using-named-graph-uri")}


@dataclass(frozen=True, slots=True)
class Operation:
    """`kind` is query or update; `default` and `named` are the graphs of the dataset that the request names."""

    kind: str
    text: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def operation(method: str, query_string: bytes, content_type: str | None, body: bytes) -> Operation | None:
    """The operation of a GET or POST; None where a GET asks for nothing.

    Raises RequestError where the request is none of those that the protocol knows.
    """
    given = parameters(query_string.decode("ascii", "replace"))
    if method == "GET":
        if "update" in given:
            raise RequestError(400, "an update by GET", cure="send it by POST")
        return _one(given, "query") if "query" in given else None
    kind = media_type(content_type)
    if kind == FORM:
        for name, values in parameters(_utf8(body)).items():
            given.setdefault(name, []).extend(values)
        if "query" in given and "update" in given:
            raise RequestError(400, "a query and an update in one request", cure="send one")
        return _one(given, "update" if "update" in given else "query")
    if kind not in {QUERY, UPDATE}:
        raise RequestError(
            415,
            f"a POST of {content_type or 'no content type'}",
            cure=f"send {QUERY}, {UPDATE} or {FORM}",
            headers={"Accept-Post": f"{QUERY}, {UPDATE}, {FORM}"},
        )
    if "query" in given or "update" in given:
        raise RequestError(400, "an operation in the address and one in the body", cure="send one")
    return _one(given | {kind.removeprefix("application/sparql-"): [_utf8(body)]}, kind.removeprefix("application/sparql-"))


def parameters(text: str) -> Parameters:
    """The values of each name, in order. Raises RequestError where they are not UTF-8, or too many."""
    found: Parameters = {}
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError as error:
        raise RequestError(400, f"the parameters cannot be read: {error}", cure="send UTF-8, percent-encoded") from error
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def media_type(content_type: str | None) -> str:
    """The media type alone, in lower case. Raises RequestError (415) where it comes in another encoding than UTF-8."""
    kind, *rest = (piece.strip() for piece in (content_type or "").lower().split(";"))
    for piece in rest:
        name, _, value = piece.partition("=")
        if name.strip() == "charset" and value.strip().strip('"') not in {"utf-8", "utf8", "us-ascii"}:
            raise RequestError(415, f"text in {value.strip()}", cure="send UTF-8")
    return kind


def _one(given: Parameters, kind: str) -> Operation:
    texts = given.get(kind, [])
    if len(texts) != 1:
        told = f"no {kind}" if not texts else f"{len(texts)} of them"
        raise RequestError(400, f"one {kind} is needed, there is {told}", cure=f"give the parameter {kind} once")
    other = _DATASET["update" if kind == "query" else "query"]
    if any(name in given for name in other):
        raise RequestError(
            400, f"{' and '.join(other)} go with the other sort of operation", cure=f"give {' and '.join(_DATASET[kind])}"
        )
    default, named = (tuple(graph_name(name).value for name in given.get(key, [])) for key in _DATASET[kind])
    return Operation(kind, texts[0], default, named)


def _utf8(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RequestError(400, f"the text is not UTF-8: byte {error.start}", cure="send UTF-8") from error
