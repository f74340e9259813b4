"""One HTML file that needs nothing else: fixed scripts and styles under their hashes, and data that can never become code.

The policy allows exactly the scripts and the style sheet of this package, by hash; no other script, no address to load from or to
send to. Data stand in `application/json` elements with every character that could end the element escaped, and the scripts
put them on the page as text only (Trusted Types refuses the rest).
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from functools import cache
from importlib.resources import files
from typing import Any

from kg.view.network import vis_network

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_SCRIPTS = ("base.js", "canvas.js", "labels.js", "panel.js", "table.js", "controls.js", "start.js")


def render(*, title: str, language: str, data: dict[str, Any]) -> str:
    """The page with `data` for its scripts; `title` is plain text."""
    style = _asset("map.css")
    scripts = (vis_network(), _program())
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(f"'{_hash(script)}'" for script in scripts),
            # vis-network sets styles through the object model, which a policy never stops: no 'unsafe-inline' is needed.
            f"style-src '{_hash(style)}'",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )
    parts = {
        "language": html.escape(language),
        "policy": html.escape(policy, quote=True).replace("&#x27;", "'"),
        "title": html.escape(clean(title)),
        "style": style,
        "strings": to_json(strings()),
        "data": to_json(data),
        "library": scripts[0],
        "program": scripts[1],
    }
    text = _asset("map.html")
    # Cut first, fill afterwards: what is filled in is never looked at again.
    pieces = text.split("{{")
    return pieces[0] + "".join(parts[name] + rest for name, _, rest in (piece.partition("}}") for piece in pieces[1:]))


@cache
def strings() -> dict[str, Any]:
    """The words of the interface by language code."""
    words: dict[str, Any] = json.loads(_asset("strings.json"))
    return words


def to_json(value: object) -> str:
    """JSON that can stand in a script element, whatever its strings hold."""
    text = clean(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False))
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def clean(text: str) -> str:
    """`text` without lone surrogates, which no encoding can write."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _program() -> str:
    body = "\n".join(_asset(name) for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{body}\n}})();\n'


def _asset(name: str) -> str:
    return (files("kg.view") / "assets" / name).read_bytes().decode("utf-8").replace("\r\n", "\n")
