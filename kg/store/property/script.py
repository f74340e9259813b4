"""A script of Cypher -> its statements, which semicolons end, but not those in texts, names and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<end>;)
    |'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | `(?:``|[^`])*`
    |[^'"`/;]+ | .""",
    re.DOTALL | re.VERBOSE,
)


def statements(text: str) -> Iterator[str]:
    """The statements, without comments around them and without their semicolons."""
    parts: list[str] = []
    said = False
    for token in _TOKEN.finditer(text):
        if token["end"]:
            if said:
                yield "".join(parts).strip()
            parts, said = [], False
        elif said or not token["comment"]:
            parts.append(token[0])
            said = said or bool(token[0].strip())
    if said:
        yield "".join(parts).strip()
