r"""Values as text of Cypher: the one place where Elshi puts values into a query's text, for scripts that run without parameters.

A literal says the value and nothing else, whatever it holds: quotes and backslashes are escaped, characters that a terminal,
an editor or a reader of lines could take for something else are written by their code. A backslash before `u` ends its string
(`'\\'+'u0027'`), because Neo4j's parser of Cypher 5 may resolve `\u0027` before it looks for the end of a string
(Cypher manual, section Parsing, "Unicode escape sequences").
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from kg.model.errors import StoreError

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_SPECIAL = re.compile(
    "[\\\\'\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_LEAST, _MOST = -(2**63), 2**63 - 1


def literal(value: Any) -> str:
    """A value as a Cypher expression: None, booleans, 64-bit integers, finite numbers, dates, text, lists and maps of these.

    Raises StoreError for what Cypher has no literal of: other types, larger numbers, half a Unicode character.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int) and _LEAST <= value <= _MOST:
        return str(value)
    if isinstance(value, float) and math.isfinite(value):
        return repr(value)
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name(key)}: {literal(found)}' for key, found in value.items())}}}"
    raise StoreError(f"Cypher has no literal for {value!r:.100}", cure="kg export --format neo4j-csv has no such limit")


def name(text: str) -> str:
    """A label, relationship type or property: only names of letters, digits and underscores, so that none needs quotes.

    Raises StoreError for others; the vocabulary has none.
    """
    if not _NAME.fullmatch(text):
        raise StoreError(f"{text!r:.100} is no name that Elshi gives to labels, types or properties")
    return text


def _text(value: str) -> str:
    if _SURROGATE.search(value):
        raise StoreError(f"half a Unicode character cannot be written: {value!r:.100}")
    return "+".join(f"'{_SPECIAL.sub(_escape, part)}'" for part in re.split(r"(?<=\\)(?=u)", value))


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
