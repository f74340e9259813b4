"""Pieces of HTML to text: for what feeds carry, and for pages too short or too odd for the article finder."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math", "select", "textarea"})
_BLOCKS = frozenset({
    "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "header",
    "footer", "blockquote", "pre", "figure", "figcaption", "main", "nav", "aside", "dd", "dt", "dl", "hr", "td", "th", "form",
    "body",
})  # fmt: skip


# Marked sections and the like, on which html.parser stumbles; comments and the document type it knows.
_DECLARATION = re.compile(r"<!(?!--|doctype)[^>]*>?|<\?[^>]*>?", re.IGNORECASE)


class _Reader(HTMLParser):
    """Reads without recursion, so that no depth of nesting can exhaust the stack."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the base class passes them)
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "body":
            self._silent.clear()
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the base class passes them)
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            while self._silent.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data.replace("\n", " "))


def text_of(html: str) -> str:
    """The text a reader would see, one line a block, entities resolved; scripts, styles and comments are left out."""
    reader = _Reader()
    reader.feed(_DECLARATION.sub(" ", html))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n".join(filter(None, lines))


_TITLE = re.compile(r"<title[^>]{0,200}>(.{1,1000}?)</title", re.IGNORECASE | re.DOTALL)


def title_of(html: str) -> str | None:
    """The words of the page's title element."""
    match = _TITLE.search(html[:200_000])
    return text_of(match[1]) if match else None
