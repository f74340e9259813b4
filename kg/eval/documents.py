"""Files of records in, the facts to compare out.

Unlike ingest, this reads what a scorer must see even where it is wrong: evidence that does not stand in the text, a host that
is no participant. `required` is False where neither finding nor leaving out the fact counts; only gold says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kg.model.errors import IngestError

ARTICLE_KEYS = ("id", "lang", "date", "source", "title", "text")
_NOT_A_DOCUMENT = "clusters.json"


@dataclass(frozen=True, slots=True)
class ActorFact:
    """An actor of one document."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    iso: str | None
    required: bool
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RoleFact:
    """An office that a document gives a person; `of` is None where it does not say of what."""

    person: str
    title: str
    of: str | None
    required: bool
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class EventFact:
    """A meeting, with its participants for members, or an agreement, with its parties. `topics` is None where none are told."""

    id: str
    type: str
    name: str | None
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    host: str | None
    date: str | None
    place: str | None
    status: str | None
    topics: tuple[str, ...] | None
    evidence: str | None
    required: bool
    confidence: float = 1.0
    member_confidence: tuple[float, ...] = ()
    date_confidence: float | None = None
    place_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What one document holds. `article` is the record without its facts."""

    id: str
    text: str
    article: Mapping[str, Any]
    actors: tuple[ActorFact, ...] = ()
    roles: tuple[RoleFact, ...] = ()
    meetings: tuple[EventFact, ...] = ()
    agreements: tuple[EventFact, ...] = ()


def read_facts(paths: Sequence[Path]) -> dict[str, Facts]:
    """Documents by id from .json and .jsonl files, and folders of them; of two with one id, the later counts.

    Raises IngestError where a file cannot be read or holds something else.
    """
    return {document.id: document for path in paths for file in _files(path) for document in _documents(file)}


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted([*path.rglob("*.json"), *path.rglob("*.jsonl")])
    return [file for file in found if file.name != _NOT_A_DOCUMENT]


def _documents(file: Path) -> Iterator[Facts]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise IngestError(f"cannot be read: {error}", file=str(file), cure="give a readable file in UTF-8") from error
    lines = enumerate(text.split("\n"), 1) if file.suffix == ".jsonl" else [(None, text)]
    for number, line in lines:
        if line.strip():
            yield parse_facts(line, file=str(file), line=number)


def parse_facts(text: str, *, file: str | None = None, line: int | None = None) -> Facts:
    """One document from its JSON. Raises IngestError, which names `file` and `line`, where it is none."""
    try:
        record = json.loads(text)
        return Facts(
            id=record["id"],
            text=record.get("text") or "",
            article={key: record[key] for key in ARTICLE_KEYS if key in record},
            actors=tuple(map(_actor, record.get("actors", ()))),
            roles=tuple(map(_role, record.get("roles", ()))),
            meetings=tuple(_event(event, "participants") for event in record.get("meetings", ())),
            agreements=tuple(_event(event, "parties") for event in record.get("agreements", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        cure = "see Records in the README for the shape of documents with facts"
        raise IngestError(f"is no document with facts: {error}", file=file, line=line, cure=cure) from error


def _actor(record: dict[str, Any]) -> ActorFact:
    return ActorFact(
        record["id"],
        record["type"],
        record["name"],
        _texts(record, "aliases"),
        record.get("iso"),
        _required(record),
        _confidence(record),
    )


def _role(record: dict[str, Any]) -> RoleFact:
    return RoleFact(record["person"], record["title"], record["of"], _required(record), _confidence(record))


def _event(record: dict[str, Any], members: str) -> EventFact:
    return EventFact(
        id=record["id"],
        type=record["type"],
        name=record.get("name"),
        aliases=_texts(record, "aliases"),
        members=_texts(record, members),
        host=record.get("host"),
        date=record.get("date"),
        place=record.get("place"),
        status=record.get("status"),
        topics=_texts(record, "topics") if "topics" in record else None,
        evidence=record.get("evidence"),
        required=_required(record),
        confidence=_confidence(record),
        date_confidence=record.get("date_confidence"),
        place_confidence=record.get("place_confidence"),
        member_confidence=tuple(float(value) for value in record.get(f"{members}_confidence") or ()),
    )


def _texts(record: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(record.get(key) or ())


def _required(record: dict[str, Any]) -> bool:
    return bool(record.get("required", True))


def _confidence(record: dict[str, Any]) -> float:
    return float(record.get("confidence", 1.0))


Fact = TypeVar("Fact", ActorFact, EventFact)


def optional(facts: Sequence[Fact]) -> frozenset[str]:
    """Ids of the facts that count neither when found nor when left out."""
    return frozenset(fact.id for fact in facts if not fact.required)
