"""queries/*.rq and *.cypher -> docs/queries.md, the page of all named questions.

python docs/queries.py            writes the page
python docs/queries.py --check    exit code 1 if the page is not what would be written
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.query import NamedQuery, Parameter, catalogue
from kg.query.parameters import ENUMS
from kg.schema.model import schema

PAGE = Path(__file__).with_name("queries.md")
_HEAD = """# Questions by name

Written by `python docs/queries.py` from the heads of `queries/*.rq` and `queries/*.cypher`: do not edit.

`kg query NAME --param KEY=VALUE … --store URI` asks one; `run(store, NAME, {KEY: VALUE})` of `kg.query` does in Python. Every
question is written twice, in SPARQL and in Cypher, and has the same rows in the same order on every store:
`tests/query/test_parity.py` compares them in pyoxigraph, Apache Jena Fuseki, Neo4j and ArcadeDB. Each file can be pasted into
the server's own console: parameters are variables of the same name, `?actor` in SPARQL, `$actor` in Cypher (null where not
given).

Nodes come as ids, kinds and statuses as codes of the vocabulary, dates as ISO 8601, as exact as known. Rows without a date come
last; only `timeline`, which begins with the oldest, begins with them. Values are checked and bound, never pasted into a query.

| type of parameter | takes |
| --- | --- |
"""
_TYPES = {
    "actor": "a person, organization or country: its id, IRI, name or other name in any language and case",
    "person": "a person, likewise",
    "country": "a country, likewise, or its ISO 3166 code",
    "place": "a place, likewise",
    "topic": "a topic, likewise",
    "meeting": "the id of a meeting",
    "node": "any of these, an office, or an agreement",
    "date": "a year, month or day: `2025`, `2025-11`, `2025-11-25`; a month includes its days",
    "number": "a number",
    "text": "any text",
    "actor_class": "`Person`, `Organization`, `Country`, or what they are called in Kazakh or Russian",
    "limit": "how many rows at most, from 1",
}


def page() -> str:
    """The page as it should be."""
    return "".join(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    used = {parameter.type for query in catalogue() for parameter in query.parameters}
    for kind in (kind for kind in (*_TYPES, *ENUMS) if kind in used):
        yield f"| `{kind}` | {_TYPES.get(kind) or _codes(kind)} |\n"
    yield "\n| question | asks | сұрағы | вопрос |\n| --- | --- | --- | --- |\n"
    for query in catalogue():
        asks = " | ".join(_cell(query.summary[language]) for language in ("en", "kk", "ru"))
        yield f"| [{query.name}](#{query.name}) | {asks} |\n"
    for query in catalogue():
        yield from _section(query)


def _codes(kind: str) -> str:
    values = schema().enums[ENUMS[kind]]
    return ", ".join(f"`{code}`" for code in values) + ", or their labels in Kazakh or Russian"


def _section(query: NamedQuery) -> Iterator[str]:
    links = " · ".join(f"[{Path(file).name}](../queries/{Path(file).name})" for file in query.files.values())
    yield f"\n## {query.name}\n\n{query.summary['en']}. {links} · {', '.join(query.tags)}\n"
    if query.parameters:
        yield "\n| parameter | type | |\n| --- | --- | --- |\n"
        yield from (_parameter(parameter) for parameter in query.parameters)
    yield "\n| column | holds |\n| --- | --- |\n"
    yield from (f"| `{name}` | {_cell(holds)} |\n" for name, holds in query.returns.items())


def _parameter(given: Parameter) -> str:
    more = "; must be given" if given.required else f"; without it {given.default}" if given.default else ""
    return f"| `{given.name}` | {given.type} | {_cell(given.description)}{more} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> int:
    """Writes or checks the page."""
    parser = argparse.ArgumentParser(description="Writes docs/queries.md from the heads of queries/.")
    parser.add_argument("--check", action="store_true", help="only say whether the page is up to date")
    if not parser.parse_args().check:
        PAGE.write_text(page(), encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
        sys.stderr.write("docs/queries.md is not up to date: run python docs/queries.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
