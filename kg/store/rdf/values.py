"""A query and the values of its variables -> one text that any SPARQL 1.1 server takes.

SPARQL's protocol has no parameters, so values go into VALUES clauses, as terms that pyoxigraph serialises: no value can leave
its quotes. A clause stands at the head of each group that itself speaks of the variable, because a filter or a subquery only
sees what is bound in its own group. Other groups get none: a store that spells a number its own way (Jena's TDB2 turns "1"
into "1.0e0") would not join it with itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.model.errors import QueryError
from kg.schema.rdf import Term

_TOKEN = re.compile(
    r"""
      (?P<skip> \#[^\n\r]* | \s+ | <[^<>"{}|^`\\\x00-\x20]*> | \\.
              | \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
              | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | [?$](?P<variable> \w+ )
    | (?P<word> [A-Za-z_][\w.:-]* )
    | (?P<open> \{ ) | (?P<close> \} )
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\(?:\\([uU])|.)")
_NAME = re.compile(r"[^\W\d]\w*")


@dataclass(slots=True)
class _Group:
    """A pair of braces: where its content begins, whether that is a pattern, which variables stand in it, and its first word."""

    start: int
    pattern: bool
    variables: set[str] = field(default_factory=set)
    first: str | None = None


def bound(text: str, bindings: Mapping[str, Term]) -> str:
    """The query with its variables bound. Raises QueryError where braces are not in pairs, or a name is no variable's."""
    if not bindings:
        return text
    for name in bindings:
        if not _NAME.fullmatch(name):
            raise QueryError(f"{name!r} cannot be the name of a variable")
    insertions = []
    for group in _groups(text):
        names = sorted(group.variables & bindings.keys())
        if group.pattern and names and group.first != "SELECT":
            insertions.append((group.start, _clause(names, bindings)))
    parts, last = [], 0
    for start, clause in sorted(insertions):
        parts += [text[last:start], clause]
        last = start
    return "".join([*parts, text[last:]])


def term(value: Term) -> str:
    """A term as text that means the same to every server; see `portable`."""
    return portable(str(value))


def portable(text: str) -> str:
    r"""SPARQL text without a backslash that is doubled before u or U.

    SPARQL 1.1 (19.2) has \uXXXX decoded before the text is parsed. Servers that do so without regard to what stands before
    it read the text \\u0022, a backslash and u0022, as the end of a string. The letter is written \u0075 instead, which
    every reading gives back as u.
    """
    return _ESCAPED.sub(lambda found: rf"\\\u00{ord(found[1]):02X}" if found[1] else found[0], text)


def _clause(names: list[str], bindings: Mapping[str, Term]) -> str:
    row = " ".join(term(bindings[name]) for name in names)
    return f" VALUES ({' '.join(f'?{name}' for name in names)}) {{ ({row}) }} "


def _groups(text: str) -> Iterator[_Group]:
    """Each pair of braces, when it closes."""
    opened: list[_Group] = []
    word: str | None = None
    for found in _TOKEN.finditer(text):
        if found["skip"] is not None:
            continue
        if found["open"]:
            inside_data = bool(opened) and not opened[-1].pattern
            if opened:
                opened[-1].first = opened[-1].first or ""
            opened.append(_Group(found.end(), word not in {"VALUES", "CONSTRUCT"} and not inside_data))
            word = None
        elif found["close"]:
            if not opened:
                raise QueryError("the query is not SPARQL: a } without its {")
            yield opened.pop()
            word = None
        else:
            name = found["word"]
            if opened and opened[-1].first is None:
                opened[-1].first = (name or "").upper()
            if found["variable"]:
                if opened:
                    opened[-1].variables.add(found["variable"])
            elif name:
                word = name.upper()
            elif found[0] not in "()":  # VALUES (?a ?b) {
                word = None
    if opened:
        raise QueryError("the query is not SPARQL: a { without its }")
