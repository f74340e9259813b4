from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.ingest import read
from tests.ingest.helpers import BODY, TITLE


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def one() -> Callable[..., Any]:
    """Reads what must be exactly one document."""

    def read_one(*paths: str | Path, **options: Any) -> Any:
        items = list(read([str(path) for path in paths], **options))
        assert len(items) == 1, items
        return items[0]

    return read_one


@pytest.fixture
def gold() -> dict[str, Any]:
    """A document with each kind of fact."""
    return {
        "id": "d1",
        "lang": "kk",
        "date": "2025-11-15",
        "source": "own wording",
        "title": TITLE,
        "text": BODY + " Келіссөздерден кейін су туралы келісімге қол қойылды.",
        "actors": [
            {"id": "a1", "type": "person", "name": "Қасым-Жомарт Тоқаев", "aliases": ["Тоқаев"], "required": True},
            {"id": "a2", "type": "person", "name": "Шавкат Мирзиёев", "aliases": []},
            {"id": "a3", "type": "country", "name": "Қазақстан", "iso": "KZ", "aliases": []},
            {"id": "a4", "type": "country", "name": "Өзбекстан", "iso": "UZ", "aliases": []},
        ],
        "roles": [{"person": "a1", "title": "Президент", "of": "a3", "required": True}],
        "meetings": [
            {
                "id": "m1", "type": "meeting", "participants": ["a1", "a2"], "host": "a1", "date": "2025-11-15",
                "place": "Астана", "status": "held", "topics": ["су мәселесі"],
                "evidence": "Қасым-Жомарт Тоқаев Өзбекстан Президенті Шавкат Мирзиёевпен кездесті", "required": True,
            }
        ],
        "agreements": [
            {
                "id": "g1", "type": "agreement", "name": "су туралы келісім", "aliases": [], "parties": ["a3", "a4"],
                "status": "signed", "date": "2025-11", "place": None, "evidence": "су туралы келісімге қол қойылды",
            }
        ],
    }  # fmt: skip
