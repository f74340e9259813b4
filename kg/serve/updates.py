"""SPARQL Update text -> its operations (SPARQL 1.1 Update, section 3; grammar rules 29 to 52): which graphs each would change.

It sees structure only: what is wrong within braces the store itself will say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from kg.serve.lexer import Token, tokens

DEFAULT = "default"
"""The name that stands for the default graph; no IRI looks like it."""
ALL = "all"
"""The name that stands for all graphs, or all that have a name."""

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_GRAPHS = {"CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "LOAD"}


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two braces, from `start` (behind the first) to `end` (before the second)."""

    start: int
    end: int
    inner: tuple[Token, ...]


@dataclass(slots=True)
class Operation:
    """One operation from `start` to `end`. `kind` is its first word, or two (INSERT DATA, DELETE WHERE), or MODIFY.

    `where` is where WHERE stands in a MODIFY.
    `changes` names the graphs that it changes by IRI, `DEFAULT` or `ALL`; `variables` those that it finds by a variable.
    """

    kind: str
    start: int
    end: int
    blocks: dict[str, Block] = field(default_factory=dict)
    with_: Token | None = None
    where: int = 0
    using: tuple[int, int] | None = None
    changes: set[str] = field(default_factory=set)
    variables: set[str] = field(default_factory=set)


class UnreadableError(ValueError):
    """The text has not the structure of an update."""


def operations(text: str, base: str) -> list[Operation]:
    """All operations, in order. Raises UnreadableError where the text cannot be an update."""
    return _Reader(text, base).read()


class _Reader:
    def __init__(self, text: str, base: str) -> None:
        self._tokens = list(tokens(text))
        self._at = 0
        self._base = base
        self._prefixes: dict[str, str] = {}

    def read(self) -> list[Operation]:
        found: list[Operation] = []
        while True:
            self._prologue()
            if self._peek() is None:
                return found
            found.append(self._operation())
            if self._peek() is not None and self._next().text != ";":
                raise UnreadableError("an operation does not end where it should")

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next(self) -> Token:
        token = self._peek()
        if token is None:
            raise UnreadableError("the update ends too early")
        self._at += 1
        return token

    def _take(self, *keywords: str) -> bool:
        token = self._peek()
        if token is not None and token.says(*keywords):
            self._at += 1
            return True
        return False

    def _prologue(self) -> None:
        while (token := self._peek()) is not None and token.says("PREFIX", "BASE", "VERSION"):
            self._at += 1
            if token.says("BASE"):
                self._base = self._name(self._next())
            elif token.says("PREFIX"):
                prefix = self._next().text
                self._prefixes[prefix] = self._name(self._next())
            else:
                self._next()

    def _operation(self) -> Operation:
        first = self._next()
        start = first.start
        word = first.text.upper()
        if first.says(*_GRAPHS):
            done = Operation(word, start, 0)
            self._graphs(done)
        elif first.says("INSERT", "DELETE") and self._take("DATA"):
            done = Operation(f"{word} DATA", start, 0, {"data": self._block()})
            self._template(done, done.blocks["data"])
        elif first.says("DELETE") and self._take("WHERE"):
            done = Operation("DELETE WHERE", start, 0, {"where": self._block()})
            self._template(done, done.blocks["where"])
        else:
            done = self._modify(first)
        done.end = self._tokens[self._at - 1].end
        return done

    def _modify(self, first: Token) -> Operation:
        done = Operation("MODIFY", first.start, 0)
        if first.says("WITH"):
            done.with_ = self._next()
            first = self._next()
        default = self._name(done.with_) if done.with_ else DEFAULT
        while first.says("DELETE", "INSERT"):
            block = self._block()
            done.blocks[first.text.lower()] = block
            self._template(done, block, default)
            first = self._next()
        begun = first.start
        while first.says("USING"):
            self._take("NAMED")
            self._next()
            done.using = (begun, self._tokens[self._at - 1].end)
            first = self._next()
        if not first.says("WHERE") or not done.blocks:
            raise UnreadableError(f"{first.text} is no operation")
        done.where = first.start
        done.blocks["where"] = self._block()
        return done

    def _graphs(self, done: Operation) -> None:
        """CLEAR, DROP, CREATE, ADD, MOVE, COPY, LOAD and the graphs behind them."""
        self._take("SILENT")
        if done.kind == "LOAD":
            self._next()
            done.changes.add(self._graph() if self._take("INTO") else DEFAULT)
            return
        source = self._graph()
        if done.kind in {"ADD", "MOVE", "COPY"}:
            if not self._take("TO"):
                raise UnreadableError(f"{done.kind} without TO")
            done.changes.add(self._graph())
        if done.kind not in {"ADD", "COPY"}:
            done.changes.add(source)

    def _graph(self) -> str:
        self._take("GRAPH")
        token = self._next()
        if token.says("DEFAULT"):
            return DEFAULT
        return ALL if token.says("ALL", "NAMED") else self._name(token)

    def _block(self) -> Block:
        opening = self._next()
        if opening.text != "{":
            raise UnreadableError(f"a brace is missing before {opening.text}")
        inner: list[Token] = []
        depth = 1
        while True:
            token = self._next()
            depth += token.deeper
            if not depth:
                return Block(opening.end, token.start, tuple(inner))
            inner.append(token)

    def _template(self, done: Operation, block: Block, default: str = DEFAULT) -> None:
        """The graphs to which the triples of a template belong."""
        at, inner = 0, block.inner
        while at < len(inner):
            if inner[at].says("GRAPH") and at + 1 < len(inner):
                name = inner[at + 1]
                if name.kind == "variable":
                    done.variables.add(name.text)
                else:
                    done.changes.add(self._name(name))
                at = _closing(inner, at + 2)
            elif inner[at].text != ".":
                done.changes.add(default)
            at += 1

    def _name(self, token: Token) -> str:
        if token.kind == "iri":
            return urljoin(self._base, _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), token.text[1:-1]))
        if token.kind == "pname":
            prefix, _, local = token.text.partition(":")
            if f"{prefix}:" in self._prefixes:
                return self._prefixes[f"{prefix}:"] + re.sub(r"\\(.)", r"\1", local)
        raise UnreadableError(f"{token.text} names no graph")


def _closing(inner: Sequence[Token], at: int) -> int:
    """Where the brace that opens at `at` is closed."""
    depth = 0
    for place in range(at, len(inner)):
        depth += inner[place].deeper
        if depth == 0:
            return place
    return len(inner)
