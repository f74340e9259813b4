"""Extraction: an article becomes the facts that it states, each with the words that prove it."""

from __future__ import annotations

from kg.extract.assemble import extract
from kg.language import languages

__all__ = ["extract", "languages"]
