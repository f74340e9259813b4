"""What `kg build` says at its end."""

# ruff: noqa: PLC0415 (imports within functions keep the start quick)
from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.cli.options import DEFAULT_STORE
from kg.cli.tables import printable

if TYPE_CHECKING:
    from kg.pipeline import Report
    from kg.store import Store

_COUNTS = """PREFIX kg: <https://w3id.org/elshi/ns#>
SELECT ?kind (COUNT(DISTINCT ?node) AS ?count) WHERE {
  ?node a ?kind
  FILTER(?kind NOT IN (kg:Meeting, kg:Agreement) || EXISTS { ?node kg:kind ?any })
} GROUP BY ?kind"""
_ACTORS = {
    "Document": ("document", "documents"), "Person": ("person", "people"), "Organization": ("organization", "organizations"),
    "Country": ("country", "countries"),
}  # fmt: skip
_EVENTS = {"Meeting": ("meeting", "meetings"), "Agreement": ("agreement", "agreements")}
_COUNTS_IN_CYPHER = " UNION ALL ".join(
    f"MATCH (n:{kind}) {'WHERE n.kind IS NOT NULL ' if kind in _EVENTS else ''}RETURN '{kind}' AS kind, count(n) AS count"
    for kind in (*_ACTORS, *_EVENTS)
)
_LATEST = 5


def summary(report: Report, store: Store, drawn: str) -> None:
    """Prints what was read, what is in the graph, who met last, where things lie and what to try next."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 100_000)
    for heading, line in _lines(report, store, drawn):
        text = Text(f"{heading:<8}", style="bold").append(printable(line), style="not bold")
        text.truncate(console.width, overflow="ellipsis")
        console.print(text)


def _lines(report: Report, store: Store, drawn: str) -> Iterator[tuple[str, str]]:
    yield "Read", f"{_count(report.read, 'document', 'documents')} in {_duration(report.seconds)}: {_outcome(report)}"
    if report.skipped:
        languages = ", ".join(f"{count:,} in {language}" for language, count in report.skipped.items())
        yield "", f"passed over, not in a language that Elshi reads: {languages.replace('in ?', 'in no known language')}"
    if report.undated:
        yield "", f"{report.undated:,} without a date of publication"
    counts = _counts(store)
    if not counts.get("Document"):
        yield "Graph", "empty: no document has entered it yet"
        yield "Next", "kg build --help"
        return
    for heading, kinds in (("Graph", _ACTORS), ("", _EVENTS)):
        if held := [_count(counts[kind], *names) for kind, names in kinds.items() if counts.get(kind)]:
            yield heading, ", ".join(held)
    yield from zip(("Latest", *[""] * _LATEST), _latest(store), strict=False)
    if drawn:
        yield "Map", drawn
    yield "Store", store.uri
    yield "Next", _next(store)


def _outcome(report: Report) -> str:
    parts = [
        f"{count:,} {name}"
        for name, count in (
            ("new", report.new), ("changed", report.changed), ("unchanged", report.unchanged),
            ("passed over", sum(report.skipped.values())),
            ("duplicate" if report.duplicates == 1 else "duplicates", report.duplicates),
            ("failed", report.rejected),
        )
        if count
    ]  # fmt: skip
    return ", ".join(parts) or "nothing"


def _counts(store: Store) -> dict[str, int]:
    from kg.store.base import speaks_cypher, speaks_sparql

    if speaks_cypher(store):
        rows = store.query(_COUNTS_IN_CYPHER).rows
    else:
        rows = store.query(_COUNTS).rows if speaks_sparql(store) else ()
    return {kind: int(count) for kind, count in rows if kind and count}


def _latest(store: Store) -> list[str]:
    """The last meetings that were held, one a line."""
    from kg.query import run

    table = run(store, "recent-meetings", {"limit": str(_LATEST)})
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return [f"{row['date'] or '':<10}  {_what(row['label'] or '', row['date'], row['place'])}" for row in rows]


def _what(label: str, date: str | None, place: str | None) -> str:
    """The label without the date, which stands before it, and with the place."""
    bare = label.replace(f", {date}", "", 1)
    return bare if place is None or bare.endswith(place) else f"{bare}, {place}"


def _next(store: Store) -> str:
    """A question worth asking of this very graph."""
    from kg.query import run

    where = "" if store.uri == DEFAULT_STORE else f" --store {shlex.quote(store.uri)}"
    best = run(store, "most-connected", {"limit": "1", "type": "Person"})
    if not best.rows:
        return f"kg query{where}"
    name = best.rows[0][best.columns.index("name")] or ""
    return f"kg query who-met-whom{where} --param {shlex.quote('actor=' + name)}"


def _count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s"
