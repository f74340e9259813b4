"""What a file holds, from its name and its first bytes."""

from __future__ import annotations

import json
import re
from typing import Literal

from kg.ingest.decode import demand_text
from kg.model.errors import IngestError

Form = Literal["plain", "page", "feed", "json", "lines"]

_JSON = re.compile(r'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\]|$))')
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(
    r"\s*<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h1|table|script|span|a)\b", re.IGNORECASE
)
_XHTML = re.compile(r"<html[\s>]", re.IGNORECASE)
_COMMENTS = re.compile(r"\A(?:\s*<!--.{0,2000}?-->)+", re.DOTALL)


def sniff(head: bytes, suffix: str, *, file: str, whole: bool) -> Form:
    """The form of a file that begins with `head`, or is it where `whole`.

    What it holds counts more than what it is called: any text may be named .txt.

    Raises IngestError for what is no text, or is XML of another kind.
    """
    demand_text(head, file=file)
    if suffix in {".jsonl", ".ndjson"}:
        return "lines"
    text = head.replace(b"\x00", b"").decode("utf-8", errors="replace").lstrip("\ufeff\ufffd")
    if suffix == ".json" or _JSON.match(text):
        return "lines" if _is_lines(text, whole) else "json"
    start = _COMMENTS.sub("", text, count=1).lstrip()
    if start.startswith("<?xml") or suffix in {".rss", ".atom", ".xml"} or _FEED.match(start):
        if _FEED.search(start[:20_000]):
            return "feed"
        if _XHTML.search(start[:20_000]):
            return "page"
        raise IngestError("this XML is no RSS or Atom feed", file=file, cure="give the article as text, HTML or JSON")
    if suffix in {".html", ".htm", ".xhtml", ".xht"} or _PAGE.match(start):
        return "page"
    return "plain"


def _is_lines(text: str, whole: bool) -> bool:
    """Whether a JSON object ends on the first line and more follows."""
    lines = [line for line in text.split("\n", 50) if line.strip()]
    if not lines or not lines[0].lstrip().startswith("{") or (len(lines) == 1 and whole):
        return False
    try:
        json.loads(lines[0])
    except (ValueError, RecursionError):
        # A slip in the first line should not hide that all lines are objects.
        return len(lines) > 1 and lines[0].rstrip().endswith("}") and lines[1].lstrip().startswith('{"')
    return True
