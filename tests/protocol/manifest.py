"""The W3C's manifests of HTTP requests -> cases to run. The meaning of each term is told in w3c/*/manifest.ttl."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

FOLDER = Path(__file__).parent / "w3c"
HT = "http://www.w3.org/2011/http#"
HTS = "http://www.w3.org/2011/http-statusCodes#"
CNT = "http://www.w3.org/2011/content#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
STATUS = {"OK": "200", "Created": "201", "NoContent": "204", "NotFound": "404"}


@dataclass(frozen=True)
class Exchange:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[str]
    boolean: bool | None
    format: str | None
    location: str | None
    returned_headers: dict[str, str]
    returned: str | None


@dataclass(frozen=True)
class Case:
    name: str
    title: str
    data: tuple[tuple[str, bytes], ...]
    exchanges: tuple[Exchange, ...]


def cases(file: str) -> tuple[Case, ...]:
    """The entries of a manifest, in its order."""
    return tuple(_Manifest(FOLDER / file).cases())


class _Manifest:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = ox.Store()
        self.store.load(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=path.as_uri())

    def cases(self) -> Iterator[Case]:
        (entries,) = (quad.object for quad in self.store.quads_for_pattern(None, ox.NamedNode(MF + "entries"), None))
        for entry in self.items(entries):
            action = self.one(entry, MF + "action")
            data = []
            for given in self.all(entry, UT + "graphData"):
                file = Path(self.one(given, UT + "graph").value.removeprefix("file://"))
                data.append((self.one(given, RDFS + "label").value, file.read_bytes()))
            requests = self.items(self.one(action, HT + "requests"))
            exchanges = tuple(self.exchange(request) for request in requests)
            yield Case(entry.value.rpartition("#")[2], self.one(entry, MF + "name").value, tuple(sorted(data)), exchanges)

    def exchange(self, request) -> Exchange:
        response = self.one(request, HT + "resp")
        body = self.one(request, HT + "body")
        boolean = self.one(response, MF + "expectedBoolean")
        returned = self.one(response, HT + "body")
        return Exchange(
            method=self.one(request, HT + "methodName").value,
            path=self.one(request, HT + "absolutePath").value,
            headers=self.headers(request),
            body=None if body is None else self.text(body),
            statuses=frozenset(self.status(found.value) for found in self.all(response, MF + "expectedStatus")),
            boolean=None if boolean is None else boolean.value == "true",
            format=self.value(response, MF + "expectedFormat"),
            location=self.value(response, MF + "expectedLocation"),
            returned_headers=self.headers(response),
            returned=None if returned is None else self.one(returned, CNT + "chars").value,
        )

    def text(self, body) -> bytes:
        return self.one(body, CNT + "chars").value.encode(self.one(body, CNT + "characterEncoding").value)

    def status(self, iri: str) -> str:
        name = iri.removeprefix(HTS)
        return STATUS.get(name) or name.removeprefix("StatusCode")

    def headers(self, message) -> dict[str, str]:
        found = self.one(message, HT + "headers")
        fields = [] if found is None else self.items(found)
        return {self.one(field, HT + "fieldName").value: self.one(field, HT + "fieldValue").value for field in fields}

    def all(self, subject, predicate: str) -> list:
        return [quad.object for quad in self.store.quads_for_pattern(subject, ox.NamedNode(predicate), None)]

    def one(self, subject, predicate: str):
        found = self.all(subject, predicate)
        assert len(found) <= 1, (subject, predicate)
        return found[0] if found else None

    def value(self, subject, predicate: str) -> str | None:
        found = self.one(subject, predicate)
        return None if found is None else found.value

    def items(self, head) -> list:
        found = []
        while head.value != RDF + "nil":
            found.append(self.one(head, RDF + "first"))
            head = self.one(head, RDF + "rest")
        return found
