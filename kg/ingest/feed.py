"""An RSS or Atom feed to Articles, one for each entry."""

from __future__ import annotations

import datetime
import email.utils
import io
import re
import time
from collections.abc import Iterator
from typing import Any

from kg.ingest.article import make_article
from kg.ingest.markup import text_of
from kg.model.article import Article, Rejected
from kg.model.errors import IngestError

_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def read_feed(content: str, *, key: str, origin: str) -> Iterator[Article | Rejected]:
    """The entries of the feed in `content`, in its order; an entry that cannot be read becomes a `Rejected`.

    An entry's id is its own (guid), else its link, else `key` and its number. The text is its content, else its summary.
    Raises IngestError where `content` is no feed, or declares XML entities: harmless feeds do not, and those that do can
    be made to grow without end.
    """
    import feedparser  # noqa: PLC0415 (slow to load: only where there is a feed)

    if _ENTITY.search(content):
        raise IngestError("the feed declares XML entities", file=origin, cure="remove the <!ENTITY …> declarations")
    # The declaration names the encoding of the bytes that were decoded already. A stream, because feedparser would
    # open a string that looks like an address or a file name.
    feed = feedparser.parse(
        io.BytesIO(_DECLARATION.sub("", content).encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    if not feed.entries:
        if not feed.version:
            raise IngestError("this XML is no RSS or Atom feed", file=origin, cure="give the article as text, HTML or JSON")
        return
    source = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _entry(entry, f"{key}#{number}", origin, source)
        except IngestError as error:
            yield Rejected(origin, IngestError(f"entry {number}: {error.message}", file=origin, cure=error.cure))


def _entry(entry: Any, numbered: str, origin: str, source: str | None) -> Article:
    contents = [content.value for content in entry.get("content", [])] or [entry.get("summary", "")]
    link = entry.get("link") or None
    return make_article(
        key=entry.get("id") or link or numbered, title=text_of(entry.get("title", "")), text=text_of("\n".join(contents)),
        date=_date(entry), lang=None, url=link, source=source, origin=origin,
    )  # fmt: skip


def _date(entry: Any) -> str | None:
    """The day on which the entry appeared, in the time zone that the feed writes; None where it gives none that can be read."""
    for key in ("published", "updated"):
        written = entry.get(key)
        if not written:
            continue
        try:
            return datetime.datetime.fromisoformat(written).date().isoformat()
        except ValueError:
            pass
        try:
            return email.utils.parsedate_to_datetime(written).date().isoformat()
        except ValueError:
            pass
        parsed: time.struct_time | None = entry.get(f"{key}_parsed")
        if parsed is not None:
            return datetime.date(*parsed[:3]).isoformat()
    return None
