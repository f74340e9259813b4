"""Small texts, analysed."""

from __future__ import annotations

from kg.language import language
from kg.language.document import Document
from kg.model.article import Article

PUBLISHED = "2025-12-03"  # a Wednesday


def analysed(text: str, *, date: str | None = PUBLISHED, title: str = "") -> Document:
    """The document of a Kazakh text published on `date`."""
    return language("kk").document(Article("one", title, text, date, "kk"))
