"""Typed access to the fields of a JSON object; each complaint names file, line, field and cure."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from kg.ingest.text import demand_whole, one_line
from kg.model.errors import IngestError
from kg.model.facts import Span

_Choice = TypeVar("_Choice", bound=str)
_MOMENT = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Places(Protocol):
    """Carries offsets of the text as written over to the cleaned text."""

    def span(self, start: int, end: int) -> Span | None:
        """The same words in the cleaned text; None where there are no such words."""
        ...


class Fields:
    """One JSON object. `what` is how messages call it, such as `meetings[2]`."""

    def __init__(self, value: object, what: str, *, file: str, line: int | None) -> None:
        self._what, self._file, self._line = what, file, line
        if not isinstance(value, dict):
            raise self.wrong(None, f"is {_kind(value)}", "write a JSON object: {…}")
        self._values: dict[str, Any] = value

    def __contains__(self, key: str) -> bool:
        return self._values.get(key) is not None

    def keys(self) -> list[str]:
        """The keys of the object, as written."""
        return list(self._values)

    def wrong(self, key: str | None, problem: str, cure: str) -> IngestError:
        """The error to raise for a field."""
        subject = self._what if key is None else f'"{key}" of {self._what}'
        return IngestError(f"{subject}: {problem}", file=self._file, line=self._line, cure=cure)

    def text(self, key: str) -> str:
        """A string that must be there and not be empty (a document's text excepted, which `make_article` judges)."""
        value = self._values.get(key)
        if not isinstance(value, str):
            raise self.wrong(key, "is missing" if value is None else f"is {_kind(value)}", "write a string")
        demand_whole(value, f'"{key}" of {self._what}', file=self._file, line=self._line)
        return value

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if key in self else None

    def name(self, key: str) -> str:
        """A string on one line that is not blank."""
        name = one_line(self.text(key))
        if not name:
            raise self.wrong(key, "is blank", "give it words, or leave the fact out")
        return name

    def optional_name(self, key: str) -> str | None:
        return self.name(key) if key in self else None

    def names(self, key: str) -> tuple[str, ...]:
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(key, "holds something else than strings", "write a list of strings")
        for value in values:
            demand_whole(value, f'"{key}" of {self._what}', file=self._file, line=self._line)
        return tuple(filter(None, map(one_line, values)))

    def choice(self, key: str, choices: Sequence[_Choice]) -> _Choice:
        value = self.text(key)
        for choice in choices:
            if choice == value:
                return choice
        raise self.wrong(key, f"{value[:40]!r} is unknown", f"one of {', '.join(choices)}")

    def moment(self, key: str) -> str | None:
        """A year, month or day of ISO 8601."""
        value = self.optional_text(key)
        if value is None:
            return None
        try:
            if not _MOMENT.fullmatch(value):
                raise ValueError
            datetime.date.fromisoformat((value + "-01-01")[:10])
        except ValueError as error:
            raise self.wrong(key, f"{value[:40]!r} is no date", "write 2025, 2025-12 or 2025-12-02") from error
        return value

    def flag(self, key: str) -> bool:
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, f"is {_kind(value)}", "write true or false")
        return value

    def rule(self) -> str:
        return self.optional_name("rule") or "given"

    def confidence(self) -> float:
        return self._confidence("confidence", self._values.get("confidence", 1.0))

    def optional_confidence(self, key: str) -> float | None:
        return self._confidence(key, self._values[key]) if key in self else None

    def confidences(self, key: str, members: str) -> tuple[float, ...]:
        """A confidence for each of the `members`, in their order, or none at all."""
        values = self._list(key)
        if values and len(values) != len(self._list(members)):
            raise self.wrong(key, f"has {len(values)} numbers for {len(self._list(members))} {members}", "write one for each")
        return tuple(self._confidence(key, value) for value in values)

    def _confidence(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self.wrong(key, f"{value!r:.40} is no confidence", "write a number from 0 to 1")
        return float(value)

    def objects(self, key: str, known: Sequence[str]) -> tuple[Fields, ...]:
        """A list of objects with no other keys than `known`: an unknown key is a slip of the pen that would lose a fact."""
        found = []
        for number, value in enumerate(self._list(key)):
            fields = Fields(value, f"{key}[{number}]", file=self._file, line=self._line)
            for name in fields._values:
                if name not in known:
                    raise fields.wrong(name[:40], "is unknown", f"the keys are {', '.join(known)}")
            found.append(fields)
        return tuple(found)

    def reference(self, key: str, types: Mapping[str, str], wanted: str | None = None) -> str:
        """The id of an actor of the document, of type `wanted`."""
        return self._actor(key, self.text(key), types, wanted)

    def optional_reference(self, key: str, types: Mapping[str, str]) -> str | None:
        return self.reference(key, types) if key in self else None

    def references(self, key: str, types: Mapping[str, str]) -> tuple[str, ...]:
        """Ids of actors, none twice."""
        found = [self._actor(key, value, types, None) for value in self._list(key)]
        if repeated := [name for name, count in Counter(found).items() if count > 1]:
            raise self.wrong(key, f"names {repeated[0]} twice", "name each actor once")
        return tuple(found)

    def spans(self, key: str, places: Places) -> tuple[Span, ...]:
        return tuple(self._span(key, value, places) for value in self._list(key))

    def optional_span(self, key: str, places: Places) -> Span | None:
        return self._span(key, self._values[key], places) if key in self else None

    def demand_unique(self, identifiers: Sequence[str]) -> None:
        """Raises IngestError where an id occurs twice among a document's actors, meetings and agreements."""
        if repeated := [name for name, count in Counter(identifiers).items() if count > 1]:
            raise self.wrong("id", f"{repeated[0][:40]!r} occurs twice", "give each actor, meeting and agreement its own id")

    def _actor(self, key: str, value: object, types: Mapping[str, str], wanted: str | None) -> str:
        if not isinstance(value, str) or value not in types:
            known = ", ".join(list(types)[:8]) + (", …" if len(types) > 8 else "")
            raise self.wrong(key, f"{value!r:.40} is no actor of the document", f'the ids in its "actors" are: {known or "none"}')
        if wanted is not None and types[value] != wanted:
            raise self.wrong(key, f"{value!r:.40} is no {wanted}", f"name an actor of type {wanted}")
        return value

    def _list(self, key: str) -> list[Any]:
        value = self._values.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(key, f"is {_kind(value)}", "write a list: […]")
        return value

    def _span(self, key: str, value: object, places: Places) -> Span:
        match value:
            case [int(start), int(end)] if not isinstance(start, bool) and not isinstance(end, bool):
                span = places.span(start, end)
                if span is not None:
                    return span
        raise self.wrong(key, f"{value!r:.40} is no part of the text", "write [start, end], counted in characters from 0")


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}
    return kinds.get(type(value), "null")
