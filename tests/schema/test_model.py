from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.model.errors import SchemaError
from kg.schema import model
from kg.schema.model import schema


def test_actors_are_people_organizations_and_countries() -> None:
    assert schema().kinds("Actor") == ("Country", "Organization", "Person")
    assert schema().kinds("Meeting") == ("Meeting",)


def test_slots_say_what_they_hold() -> None:
    slots = schema().slots
    assert (slots["body"].type, slots["body"].range, slots["body"].claim) == ("reference", "Actor", False)
    assert (slots["date"].type, slots["holds"].claim, slots["met"].derived) == ("date", True, True)
    assert {name for name, slot in slots.items() if slot.claim} == {
        "called", "date", "holds", "host", "kind", "participant", "party", "place", "signatory", "status", "topic",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "language", "label"),
    [
        ("Meeting", "kk", "кездесу"),
        ("participant", "ru", "участник"),
        ("in_force", "kk", "күшінде"),
        ("Meeting", "fr", "meeting"),
    ],
)
def test_labels_come_in_the_language_asked_for_else_in_english(name: str, language: str, label: str) -> None:
    assert schema().label(name, language) == label


def test_what_the_vocabulary_lacks_is_called_by_its_own_name() -> None:
    assert schema().label("unheard of", "kk") == "unheard of"


def test_an_installation_without_the_vocabulary_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(model, "folder", lambda name: tmp_path)
    model.schema.cache_clear()
    with pytest.raises(SchemaError, match="install Elshi again"):
        model.schema()
    model.schema.cache_clear()


def test_running_needs_no_linkml() -> None:
    program = (
        "import sys; sys.modules['linkml_runtime'] = sys.modules['linkml'] = None\n"
        "import kg.query, kg.store, kg.schema.validate\n"
        "print(len(kg.query.catalogue()), len(kg.schema.validate.validate([])))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
