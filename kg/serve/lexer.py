"""SPARQL text -> tokens (SPARQL 1.1 Query Language, section 19.8), enough to see what a query or an update reaches for.

The store parses for itself; nothing here decides whether a text is SPARQL. A text that this cannot cut up is one that the store
refuses, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\n]+|\#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
  | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<variable>[?$][\w\u00b7]+)
  | (?P<pname>(?:[^\W\d_][\w.\u00b7-]*)?:(?:[\w.:\u00b7-]|%[0-9A-Fa-f]{2}|\\.)*)
  | (?P<blank>_:[\w.\u00b7-]+)
  | (?P<tag>@[A-Za-z][A-Za-z0-9-]*)
  | (?P<word>[^\W\d]\w*)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text at `start`. `kind` is a group of the grammar; `word` tokens are keywords, whatever their case."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the next one begins at the earliest."""
        return self.start + len(self.text)

    @property
    def deeper(self) -> int:
        """1 for a brace that opens, -1 for one that closes, else 0."""
        return {"{": 1, "}": -1}.get(self.text, 0) if self.kind == "other" else 0

    def says(self, *keywords: str) -> bool:
        """Whether this is one of the keywords."""
        return self.kind == "word" and self.text.upper() in keywords


def tokens(text: str) -> Iterator[Token]:
    """All tokens but blanks and comments."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind != "space":
            yield Token(kind, match[0], match.start())


def reaches_out(text: str) -> str | None:
    """The keyword by which a query or an update asks the network (SERVICE, LOAD); None where it does not."""
    return next((token.text.upper() for token in tokens(text) if token.says("SERVICE", "LOAD")), None)
