"""What decides a document's graph, as one hash: equal fingerprints mean that building the document again would change
nothing.
"""

from __future__ import annotations

import hashlib
from dataclasses import astuple
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Protocol

import kg
from kg.model.article import Article
from kg.model.facts import Extraction
from kg.model.identifiers import digest


class Tables(Protocol):
    """The seed tables, as far as a fingerprint needs them."""

    @property
    def sha256(self) -> str:
        """The hash of everything in the tables that decides what an actor resolves to."""
        ...


def fingerprint(source: Article | Extraction, known: Tables | str, least: float = 0.0) -> str:
    """The fingerprint of a document, from what is at hand before extraction; `known` are the seed tables or their hash.

    An article that is yet to be extracted counts with its text and metadata, Elshi's version and the rules and lexicons in
    force, so that a table which a user extends is applied at the next build. Facts that were given
    (`Extraction`) count too. The order of actors and events within the document does not matter. `least` is the confidence
    below which facts are left out.
    """
    if least:
        return digest(fingerprint(source, known), "least", repr(float(least)))
    tables = known if isinstance(known, str) else known.sha256
    if isinstance(source, Article):
        return digest(kg.__version__, rules(), tables, *_article(source))
    facts = [source.actors, source.roles, source.meetings, source.agreements]
    hashes = [digest(*sorted(map(_canonical, group))) for group in facts]
    return digest(kg.__version__, tables, *_article(source.article), *hashes)


@cache
def rules() -> str:
    """The hash of every rule, lexicon and model that reads an article: the files of language analysis and extraction."""
    total = hashlib.sha256()
    for package in ("kg.language", "kg.extract"):
        for name, data in sorted(_files(files(package), package)):
            total.update(f"{name}\0{len(data)}\0".encode() + data)
    return total.hexdigest()


def _files(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    rows: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            rows += _files(entry, f"{name}/{entry.name}")
        elif entry.name.endswith((".py", ".csv", ".tsv", ".json", ".onnx", ".model")):
            rows.append((f"{name}/{entry.name}", entry.read_bytes()))
    return rows


def _article(article: Article) -> tuple[str | None, ...]:
    words = (article.id, article.sha256, article.title, article.text)
    return (*words, article.date, article.lang, article.url, article.source, article.origin)


def _canonical(fact: Any) -> str:
    return repr(astuple(fact))
