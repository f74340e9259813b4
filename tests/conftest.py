"""What every test may use: articles a reader can follow, and a place to build in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def record() -> Callable[..., dict[str, Any]]:
    """A document with given facts: `guest` is received by Tokayev on `day`."""

    def make(key: str, guest: str = "Шавкат Мирзиёев", day: str = "2025-11-15", **changes: Any) -> dict[str, Any]:
        words = f"Қазақстан Президенті Қасым-Жомарт Тоқаев Астанада {guest} мырзаны қабылдады."
        return {
            "id": key, "lang": "kk", "date": day, "source": "own wording", "title": f"Тоқаев {guest} мырзаны қабылдады",
            "text": words,
            "actors": [
                {"id": "a1", "type": "person", "name": "Қасым-Жомарт Тоқаев", "aliases": ["Тоқаев"]},
                {"id": "a2", "type": "person", "name": guest},
                {"id": "a3", "type": "country", "name": "Қазақстан", "iso": "KZ"},
            ],
            "roles": [{"person": "a1", "title": "Президент", "of": "a3"}],
            "meetings": [{
                "id": "m1", "type": "reception", "participants": ["a1", "a2"], "host": "a1", "date": day, "place": "Астана",
                "status": "held", "topics": [], "evidence": words,
            }],
            "agreements": [],
        } | changes  # fmt: skip

    return make


@pytest.fixture
def write() -> Callable[..., Path]:
    """Writes records as JSON Lines."""

    def to(name: str, *records: dict[str, Any]) -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
        return path

    return to
