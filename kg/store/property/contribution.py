"""DocumentGraph <-> the bytes that its Contribution node keeps: compressed JSON, exactly what was written."""

from __future__ import annotations

import json
import zlib
from typing import Any

from kg.model.errors import SchemaError, StoreError
from kg.model.facts import Span
from kg.model.graph import Claim, DocumentGraph, Node

_TEXTS = ("quote", "context", "status", "reported_by", "valid")


def pack(graph: DocumentGraph) -> bytes:
    """The bytes of a contribution; equal ones have equal bytes. Raises SchemaError for half a Unicode character."""
    nodes = [[node.id, node.kind, node.properties] for node in graph.nodes]
    claims = [
        [
            claim.id, claim.subject, claim.predicate, claim.object, claim.literal, claim.rule, claim.confidence, claim.negated,
            None if claim.evidence is None else [claim.evidence.start, claim.evidence.end],
            *(getattr(claim, name) for name in _TEXTS),
        ]
        for claim in graph.claims
    ]  # fmt: skip
    text = json.dumps([graph.fingerprint, nodes, claims], ensure_ascii=False, separators=(",", ":"))
    try:
        return zlib.compress(text.encode())
    except UnicodeEncodeError as error:  # JSON can hold it, and no file can
        raise SchemaError(f"a text of the document cannot be written: {error}", file=graph.document) from error


def unpack(document: str, data: bytes) -> DocumentGraph:
    """The contribution of a document. Raises StoreError where the bytes are not what `pack` gives."""
    try:
        fingerprint, nodes, claims = json.loads(zlib.decompress(data))
        return DocumentGraph(
            document,
            fingerprint,
            tuple(Node(key, kind, tuple((name, value) for name, value in pairs)) for key, kind, pairs in nodes),
            tuple(map(_claim, claims)),
        )
    except (zlib.error, ValueError, TypeError) as error:
        raise StoreError(
            f"what the store keeps of {document} is damaged: {error}", cure="forget the document, and build it again"
        ) from error


def _claim(fields: list[Any]) -> Claim:
    key, subject, predicate, value, literal, rule, confidence, negated, evidence, *texts = fields
    quote, context, status, reported_by, valid = texts
    span = None if evidence is None else Span(*evidence)
    return Claim(
        key, subject, predicate, value, literal, rule, confidence, span, quote, context, negated, status, reported_by, valid
    )
