"""A store as a folder of CSV for `neo4j-admin database import full`: the fastest way into a new database of Neo4j 5.

One file a set of labels and one a relationship type, with typed columns (Operations Manual, "Import", "CSV header format").
Text is always quoted, so that an empty text is no missing one; a quote within is doubled. Lists are joined by a control
character that occurs in no value of the graph, because the format has no way to escape the one that joins.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Any

from kg.model.errors import StoreError
from kg.resources import folder
from kg.store.base import Store
from kg.store.exchange.property_graph import PropertyGraph, PropertyNode

_TYPES: dict[type, str] = {
    str: "string", bool: "boolean", int: "long", float: "double", date: "date", list: "string[]", bytes: "byte[]",
}  # fmt: skip
_KEYS = {"Contribution": "document"}
"""The property that is the identifier of a node, where it is not `id`."""
_DELIMITERS = "\x1f\x1e\x1d\x1c\x02\x03\x04\x05\x06\x07"
_BUFFER = 4_194_304
"""What neo4j-admin reads at once, in bytes, if it is not told otherwise; no value may be longer."""


@dataclass(slots=True)
class _Table:
    """One file: `columns` are its properties with their types, in the order of the alphabet behind the identifier."""

    columns: dict[str, str]
    file: str


@dataclass(slots=True)
class _Tables:
    """The files of all nodes or all relationships, by labels or type; further ones where a property has several types."""

    kind: str
    found: dict[tuple[str, ...], list[_Table]] = field(default_factory=dict)

    def of(self, key: tuple[str, ...], properties: Mapping[str, Any]) -> _Table:
        """The file that takes these properties, made where there is none."""
        types = {name: _type(value) for name, value in properties.items()}
        several = self.found.setdefault(key, [])
        for table in several:
            if all(table.columns.get(name, kind) == kind for name, kind in types.items()):
                table.columns.update(types)
                return table
        several.append(_Table(types, f"{self.kind}-{'-'.join(key)}{f'-{len(several) + 1}' if several else ''}.csv"))
        return several[-1]

    def files(self) -> list[_Table]:
        """All files, by name."""
        return sorted((table for several in self.found.values() for table in several), key=lambda table: table.file)


def write_neo4j_csv(store: Store, into: Path) -> None:
    """Makes the folder `into`, with a README that holds the command to run. Raises StoreError where it cannot be written."""
    graph = PropertyGraph(store.read)
    nodes, relationships, used, longest = _Tables("nodes"), _Tables("relationships"), set[str](), 0
    for one in graph.everything():
        if not isinstance(one, PropertyNode):
            relationships.of((one.kind,), one.properties)
            continue
        nodes.of(one.labels, one.properties)
        for value in one.properties.values():
            used.update(found for text in _texts(value) for found in _DELIMITERS if found in text)
            longest = max(longest, _length(value))
    delimiter = next((found for found in _DELIMITERS if found not in used), None)
    if delimiter is None:
        raise StoreError("texts of the graph hold every control character that could join lists", cure="use --format cypher")
    with ExitStack() as stack:
        streams = {
            table.file: stack.enter_context((into / table.file).open("wb")) for table in (*nodes.files(), *relationships.files())
        }
        for key, tables in nodes.found.items():
            for table in tables:
                space = "" if "Entity" in key else f"({key[0]})"
                _head(streams[table.file], [f"{_KEYS.get(key[0], 'id')}:ID{space}", ":LABEL"], _others(table, key))
        for tables in relationships.found.values():
            for table in tables:
                _head(streams[table.file], [":START_ID", ":END_ID", ":TYPE"], dict(sorted(table.columns.items())))
        for one in graph.everything():
            if isinstance(one, PropertyNode):
                table = nodes.of(one.labels, one.properties)
                first = [one.properties[_KEYS.get(one.labels[0], "id")], list(one.labels)]
                columns = _others(table, one.labels)
            else:
                table = relationships.of((one.kind,), one.properties)
                first, columns = [one.start, one.end, one.kind], dict(sorted(table.columns.items()))
            _line(streams[table.file], first, one.properties, columns, delimiter)
    (into / "constraints.cypher").write_bytes((folder("schemas") / "generated" / "constraints.cypher").read_bytes())
    (into / "README.md").write_text(_readme(nodes.files(), relationships.files(), delimiter, longest), encoding="utf-8")


def _others(table: _Table, labels: tuple[str, ...]) -> dict[str, str]:
    return {name: kind for name, kind in sorted(table.columns.items()) if name != _KEYS.get(labels[0], "id")}


def _type(value: Any) -> str:
    found = _TYPES.get(type(value))
    if found is None or (isinstance(value, list) and not all(isinstance(one, str) for one in value)):
        raise StoreError(f"a column of CSV cannot hold {value!r:.100}")
    return found


def _texts(value: Any) -> Iterable[str]:
    return value if isinstance(value, list) else (value,) if isinstance(value, str) else ()


def _length(value: Any) -> int:
    if isinstance(value, bytes):
        return len(value) * 5
    return sum(len(text.encode()) + 3 for text in _texts(value))


def _head(stream: IO[bytes], first: list[str], columns: Mapping[str, str]) -> None:
    stream.write((",".join([*first, *(f"{name}:{kind}" for name, kind in columns.items())]) + "\n").encode())


def _line(stream: IO[bytes], first: list[Any], properties: Mapping[str, Any], columns: Mapping[str, str], delimiter: str) -> None:
    cells = [*first, *(properties.get(name) for name in columns)]
    stream.write((",".join(cell(value, delimiter) for value in cells) + "\n").encode())


def cell(value: Any, delimiter: str) -> str:
    """A value as a cell; None is an empty one. Bytes are numbers from -128 to 127, as Java has them."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case bytes():
            value = delimiter.join(str(byte - 256 if byte > 127 else byte) for byte in value)
        case list():
            value = delimiter.join(value)
        case date():
            value = value.isoformat()
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else str(value)


def _readme(nodes: list[_Table], relationships: list[_Table], delimiter: str, longest: int) -> str:
    options = [f"--array-delimiter=U+{ord(delimiter):04X}", "--multiline-fields=true"]
    options += [f"--read-buffer-size={longest + 1}"] * (longest >= _BUFFER)
    options += [f"--nodes={shlex.quote(table.file)}" for table in nodes]
    options += [f"--relationships={shlex.quote(table.file)}" for table in relationships]
    command = " \\\n  ".join(["neo4j-admin database import full neo4j", *options])  # the name first: lists of files have no end
    return f"""# Elshi's graph for Neo4j 5

In this folder, with the database `neo4j` stopped and empty (`--overwrite-destination` empties it):

```sh
{command}
```

Then start Neo4j and make constraints and indexes:

```sh
cypher-shell --database neo4j --file constraints.cypher
```

Elshi can then ask and change the database at its address, such as `kg query --store neo4j://localhost`.
"""
