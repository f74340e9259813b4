"""Ingest: what the user names goes in, articles come out.

Read are plain text, HTML pages, RSS and Atom feeds, JSON documents and JSON Lines, in files, folders, pipes and standard
input. The form is found from the content, then from the suffix. What cannot be read comes out as a `Rejected` in its
place, so that one bad document never stops the run.

An id is the record's own, else its URL, else the path (with `#line` in JSON Lines, `#number` in feeds and JSON lists).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import BinaryIO

from kg.ingest.decode import declared_encoding, decode, is_utf16
from kg.ingest.feed import read_feed
from kg.ingest.files import MAX_FILE, STANDARD_INPUT, Ahead, Source, size, sources
from kg.ingest.jsonfile import read_lines, read_values
from kg.ingest.page import read_page
from kg.ingest.plain import read_plain
from kg.ingest.records import from_record, read_record, to_record
from kg.ingest.sniff import sniff
from kg.model.article import Article, Rejected
from kg.model.errors import IngestError
from kg.model.facts import Extraction

__all__ = ["STANDARD_INPUT", "from_record", "read", "read_record", "size", "to_record"]

Item = Article | Extraction | Rejected


def _nothing(_: int) -> None:
    return


def read(paths: Sequence[str], *, stdin: BinaryIO | None = None, advance: Callable[[int], None] = _nothing) -> Iterator[Item]:
    """Articles, extractions (from records that hold facts) and rejects, in the order of `paths`, read as they are asked for.

    `-` is `stdin`. `advance` is told how many bytes more have been read (`size` says of how many). Errors come as `Rejected`;
    nothing is raised for what a file holds.
    """
    for path in paths:
        try:
            for source in sources([path], stdin):
                yield from _guarded(source, advance)
        except IngestError as error:
            yield Rejected(path, error)


def _guarded(source: Source, advance: Callable[[int], None]) -> Iterator[Item]:
    try:
        with source.open() as stream:
            yield from _documents(source, stream, advance)
    except IngestError as error:
        yield Rejected(source.name, error)
    except OSError as error:
        yield Rejected(source.name, IngestError(f"cannot be read: {error.strerror}", file=source.name, cure="check the file"))


def _documents(source: Source, stream: Ahead, advance: Callable[[int], None]) -> Iterator[Item]:
    file = source.name
    form = sniff(stream.head, source.suffix, file=file, whole=stream.is_whole)
    if form == "lines" and not is_utf16(stream.head):
        yield from _lines(source, stream, advance)
        return
    data = stream.read(MAX_FILE + 1)
    advance(len(data))
    if len(data) > MAX_FILE:
        raise IngestError(f"longer than {MAX_FILE // 2**20} MB", file=file, cure="one article a file, or JSON Lines")
    text = decode(data, file=file, declared=declared_encoding(stream.head) if form in {"page", "feed"} else None)
    own = source.fallback_id(data)
    if form == "lines":
        yield from _lines(source, Ahead(BytesIO(text.encode("utf-8", "surrogatepass"))), _nothing)
    elif form == "json":
        for number, value in read_values(text, file=file):
            yield _record(value, file, None, own if number is None else f"{own}#{number}")
    elif form == "feed":
        yield from read_feed(text, key=own, origin=file)
    else:
        yield (read_page if form == "page" else read_plain)(text, key=own, origin=file)


def _lines(source: Source, stream: Ahead, advance: Callable[[int], None]) -> Iterator[Item]:
    number = None
    for number, line, value in read_lines(stream, file=source.name):
        advance(len(line))
        yield _record(value, source.name, number, f"{source.name}#{number}" if source.path else source.fallback_id(line))
    if number is None:
        raise IngestError("there is no text", file=source.name, cure="leave the file out")


def _record(value: object, file: str, line: int | None, fallback_id: str) -> Item:
    try:
        if isinstance(value, IngestError):
            raise value
        return read_record(value, file=file, line=line, fallback_id=fallback_id)
    except IngestError as error:
        return Rejected(file if line is None else f"{file}:{line}", error)
