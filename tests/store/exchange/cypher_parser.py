"""A reader of Cypher literals, made from the openCypher grammar and not from what writes them.

`resolve_first` reads \\uXXXX before anything else, as Neo4j's parser of Cypher 5 does; else within strings only, as others do.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_ESCAPES = {"\\": "\\", "'": "'", '"': '"', "n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def parse(text: str, *, resolve_first: bool) -> Any:
    if resolve_first:
        # Whatever stands before the backslash: a resolver that does not look there is the most dangerous one.
        text = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda found: chr(int(found[1], 16)), text)
    reader = _Reader(text, resolved=resolve_first)
    value = reader.value()
    assert reader.at == len(text), f"more behind the literal: {text[reader.at :]!r}"
    return value


class _Reader:
    def __init__(self, text: str, *, resolved: bool) -> None:
        self.text, self.at, self.resolved = text, 0, resolved

    def space(self) -> None:
        while self.text[self.at : self.at + 1] == " ":
            self.at += 1

    def take(self, token: str) -> bool:
        self.space()
        found = self.text.startswith(token, self.at)
        self.at += len(token) * found
        return found

    def match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        assert found, f"no literal: {self.text[self.at : self.at + 40]!r}"
        self.at = found.end()
        return found[0]

    def value(self) -> Any:
        self.space()
        if self.text[self.at] == "'":
            value = self.string()
            while self.take("+"):
                self.space()
                value += self.string()
            return value
        if self.take("["):
            return self.several("]", self.value)
        if self.take("{"):
            return dict(self.several("}", self.entry))
        for word, value in (("null", None), ("true", True), ("false", False)):
            if self.take(word):
                return value
        if self.take("date("):
            value = date.fromisoformat(self.string())
            assert self.take(")")
            return value
        number = self.match(_NUMBER)
        return float(number) if set(number) & set(".eE") else int(number)

    def several(self, end: str, one: Any) -> list[Any]:
        found: list[Any] = []
        while not self.take(end):
            assert not found or self.take(",")
            found.append(one())
        return found

    def entry(self) -> tuple[str, Any]:
        self.space()
        key = self.match(_NAME)
        assert self.take(":")
        return key, self.value()

    def string(self) -> str:
        assert self.text[self.at] == "'"
        self.at += 1
        found = ""
        while (char := self.text[self.at]) != "'":
            self.at += 1
            if char == "\\":
                char = self.text[self.at]
                self.at += 1
                if char == "u" and not self.resolved:
                    char = chr(int(self.text[self.at : self.at + 4], 16))
                    self.at += 4
                else:
                    char = _ESCAPES[char]
            found += char
        self.at += 1
        return found
