"""The last step of every input form: raw title, text and metadata become an `Article`."""

from __future__ import annotations

import datetime
import hashlib
import json
import re

from kg.ingest.languages import detect
from kg.ingest.text import MAX_CHARACTERS, clean, demand_whole, one_line
from kg.model.article import Article
from kg.model.errors import IngestError

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-_]+)?")


def make_article(
    *,
    key: str,
    title: str | None,
    text: str,
    date: str | None,
    lang: str | None,
    url: str | None,
    source: str | None,
    origin: str,
    line: int | None = None,
) -> Article:
    """The article with its text cleaned (`kg.ingest.text`), its language detected where None is given, and its hash.

    `key` becomes its id. `date` is a day, or a moment whose day is kept as written. `line` only serves messages.
    Raises IngestError where there is no text, where it is too long, or where date or language are malformed.
    """
    for what, value in (("the text", text), ("the title", title), ("the id", key), ("the source", source), ("the URL", url)):
        demand_whole(value or "", what, file=origin, line=line)
    if len(text) > MAX_CHARACTERS:
        raise IngestError(
            f"a text of {len(text):,} characters is longer than {MAX_CHARACTERS:,}",
            file=origin,
            line=line,
            cure="split it into articles",
        )
    text = clean(text)
    if not text.strip():
        raise IngestError("there is no text", file=origin, line=line, cure="leave the document out, or give it its text")
    title = one_line(title or "")
    day = None if date is None else publication_day(date, file=origin, line=line)
    language = detect(f"{title}\n{text}") if lang is None else language_code(lang, file=origin, line=line)
    return Article(
        id=one_line(key), title=title, text=text, date=day, lang=language, url=_optional(url), source=_optional(source),
        origin=origin, sha256=content_hash(title, day, language, text),
    )  # fmt: skip


def content_hash(title: str, date: str | None, lang: str | None, text: str) -> str:
    """SHA-256, in hexadecimal, of the JSON array [title, date, lang, text] in UTF-8 without spaces between its elements.

    Articles with equal hashes are duplicates; id, URL, source and origin do not count.
    """
    canonical = json.dumps([title, date, lang, text], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def publication_day(value: str, *, file: str | None = None, line: int | None = None) -> str:
    """`YYYY-MM-DD` of an ISO 8601 day or moment, in the time zone that it is written in. Raises IngestError for anything else."""
    match = _DAY.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError
        return datetime.date.fromisoformat(match[1]).isoformat()
    except ValueError as error:
        raise IngestError(
            f"{value[:40]!r} is no date", file=file, line=line, cure='write it as "2025-11-25", or null where it is unknown'
        ) from error


def language_code(value: str, *, file: str | None = None, line: int | None = None) -> str:
    """The language part, in lower case, of a code such as `kk` or `kk-KZ`. Raises IngestError for anything else."""
    match = _LANGUAGE.fullmatch(value.strip())
    if match is None:
        raise IngestError(f"{value[:40]!r} is no language code", file=file, line=line, cure='write it as "kk", or leave it out')
    return match[1].lower()


def _optional(value: str | None) -> str | None:
    return (one_line(value) or None) if value is not None else None
