"""Where given facts stand in the text: quotes, spans and mentions of actors."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.ingest.text import clean
from kg.model.facts import Span

_SHORT = 3
"""Names up to this length are only found as whole words: «ЕО» begins other words too, «Кипр» hardly."""


class Finder:
    """Finds words in an article's text. `written` is the text as the record gave it, `text` the same cleaned."""

    def __init__(self, written: str, text: str) -> None:
        self._written, self._text = written, text

    def span(self, start: int, end: int) -> Span | None:
        """Offsets of `written` carried over to `text`; None where they are no part of it."""
        if not 0 <= start < end <= len(self._written):
            return None
        if self._written == self._text:
            return Span(start, end)
        begin = len(clean(self._written[:start]))
        words = clean(self._written[start:end])
        return Span(begin, begin + len(words)) if self._text.startswith(words, begin) else None

    def quote(self, words: str) -> Span | None:
        """The first place of `words`, letter for letter, else with white space as it may come."""
        words = clean(words).strip()
        if not words:
            return None
        start = self._text.find(words)
        if start >= 0:
            return Span(start, start + len(words))
        loose = re.search(r"\s+".join(map(re.escape, words.split())), self._text)
        return None if loose is None else Span(*loose.span())

    def mentions(self, names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[Span, ...]]:
        """For each actor the places where one of its names begins a word, endings left outside; the longer name goes first.

        A name that two actors share is given to the first.
        """
        owner: dict[str, str] = {}
        for actor, own in names.items():
            for name in own:
                owner.setdefault(name, actor)
        found: dict[str, list[Span]] = {actor: [] for actor in names}
        ordered = sorted(owner, key=lambda name: (-len(name), name))
        if ordered:
            pattern = "|".join(re.escape(name) + (r"(?!\w)" if len(name) <= _SHORT else "") for name in ordered)
            for match in re.finditer(rf"(?<!\w)(?:{pattern})", self._text):
                found[owner[match[0]]].append(Span(*match.span()))
        return {actor: tuple(spans) for actor, spans in found.items()}
