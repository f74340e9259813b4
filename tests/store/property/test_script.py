from __future__ import annotations

import pytest

from kg.store.property.script import statements


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RETURN 1", ["RETURN 1"]),
        ("// first\nRETURN 1;\n\n/* ; */ RETURN 2 ;\n", ["RETURN 1", "RETURN 2"]),
        ('RETURN \';\' AS a; RETURN "\\";" AS b; RETURN 1 AS `;`', ["RETURN ';' AS a", 'RETURN "\\";" AS b', "RETURN 1 AS `;`"]),
        ("RETURN 4/2; ;; // RETURN 3;", ["RETURN 4/2"]),
        ("RETURN 1 // one; or\n+ 1", ["RETURN 1 // one; or\n+ 1"]),
        (" \n// nothing\n", []),
        ("RETURN 'unended; ", ["RETURN 'unended", ""]),
    ],
)
def test_semicolons_end_statements_but_not_in_texts_names_and_comments(text: str, found: list[str]) -> None:
    assert list(statements(text)) == [statement for statement in found if statement]
