"""docs/queries.md says what queries/ says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kg.query import catalogue

ROOT = Path(__file__).parents[2]


def test_the_page_of_questions_is_what_their_heads_say() -> None:
    done = subprocess.run([sys.executable, "docs/queries.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_question_and_every_parameter_has_its_line_in_the_page() -> None:
    text = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    for query in catalogue():
        section = text.split(f"\n## {query.name}\n", 1)[1].split("\n## ", 1)[0]
        assert all(f"| `{name}` |" in section for name in (*query.returns, *(one.name for one in query.parameters)))
        assert all(summary.replace("|", "\\|") in text for summary in query.summary.values())
