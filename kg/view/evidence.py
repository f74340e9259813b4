"""Passages: from the evidence that edges carry to `Evidence` and `Source` values, each kept once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from kg.view.facts import Evidence, Source


def safe_url(url: object) -> str | None:
    """`url` where it is an absolute http(s) address that can be a link, else None. Never raises."""
    if not isinstance(url, str) or any(ord(letter) <= 0x20 or letter in '"<>\\^`{|}' for letter in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # such as an unclosed bracket in the host
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname and parts.username is None else None


def split(context: str | None, quote: str | None) -> tuple[str, str, str]:
    """The sentence as (before, quote, after); (sentence, "", "") or ("", quote, "") where one does not hold the other."""
    if not quote:
        return context or "", "", ""
    if not context or (at := context.find(quote)) < 0:
        return "", quote, ""
    return context[:at], quote, context[at + len(quote) :]


class Pool:
    """Collects passages and documents of a graph's edges; the same passage under the same rule is kept once."""

    def __init__(self) -> None:
        self._evidence: dict[Evidence, int] = {}
        self._sources: dict[str, int] = {}
        self._described: list[Source] = []

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(self._evidence)

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self._described)

    def add(self, entries: Iterable[Mapping[str, Any]]) -> tuple[int, ...]:
        """Indexes of the passages in `entries` (the `evidence` attribute of an edge), in their order, without repetition."""
        return tuple(dict.fromkeys(self._one(entry) for entry in entries))

    def by_document(self, indexes: Iterable[int]) -> tuple[int, ...]:
        """`indexes` without repetition, newest document first, then in the order of the text."""
        kept = self.evidence

        def order(index: int) -> tuple[str, int, int, str]:
            passage = kept[index]
            return (_backwards(self._described[passage.source].date or ""), passage.source, passage.start or 0, passage.rule)

        return tuple(sorted(dict.fromkeys(indexes), key=order))

    def _one(self, entry: Mapping[str, Any]) -> int:
        before, mark, after = split(entry.get("context"), entry.get("quote"))
        passage = Evidence(
            source=self._source(entry),
            before=before,
            mark=mark,
            after=after,
            start=entry.get("start"),
            end=entry.get("end"),
            rule=str(entry.get("rule") or ""),
            confidence=round(float(entry.get("confidence", 1.0)), 3),
            status=entry.get("status"),
            negated=bool(entry.get("negated")),
            reported_by=entry.get("reported_by"),
        )
        return self._evidence.setdefault(passage, len(self._evidence))

    def _source(self, entry: Mapping[str, Any]) -> int:
        document = str(entry.get("document", ""))
        if document not in self._sources:
            self._sources[document] = len(self._described)
            title = str(entry.get("title") or document)
            self._described.append(Source(title, entry.get("date"), safe_url(entry.get("url")), entry.get("lang")))
        return self._sources[document]


def _backwards(date: str) -> str:
    """A key that sorts ISO dates from new to old, undated last."""
    return "".join(chr(0x100 - ord(letter)) if ord(letter) < 0x100 else letter for letter in date) or "\uffff"
