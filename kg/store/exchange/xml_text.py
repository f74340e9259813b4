"""Text as XML 1.0 can hold it."""

from __future__ import annotations

import re
from xml.sax import saxutils  # escaping only: nothing is parsed here

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters outside the production Char of XML 1.0, section 2.2: no reference can stand for them either."""

_NAME = re.compile(r"[^A-Za-z0-9.\-\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u3001-\ud7ff]|_(?=x[0-9A-F]+_)")


def content(text: str) -> str:
    """Text between tags. Characters that XML cannot hold become U+FFFD; line ends stay what they are."""
    return saxutils.escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    """The value of an attribute with its quotes; tabs and line ends stay what they are."""
    return saxutils.quoteattr(_FORBIDDEN.sub("\ufffd", text))


def token(text: str) -> str:
    """Text as an NMTOKEN, which GraphML asks of identifiers: `/` becomes `:`, other characters that may not stand in one
    become `_x7E_` with their code. Different texts have different tokens.
    """
    return _NAME.sub(lambda found: ":" if found[0] == "/" else f"_x{ord(found[0]):X}_", text)
