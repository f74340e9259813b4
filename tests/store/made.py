"""Document graphs made by hypothesis: any text, any name, known or not, where the model allows it."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.model.facts import Span
from kg.model.graph import Claim, DocumentGraph, Node
from kg.schema.model import schema

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
IDS = st.from_regex(r"(person|meeting|country|x)/[a-zа-я0-9~_-][a-zа-я0-9~_.-]{0,7}(%20)?", fullmatch=True)
DATES = st.sampled_from(["2025", "2025-12", "2025-12-02", "2025-02-30", "0000", "2025-1", "ертең", ""])
KINDS = st.sampled_from([*(name for name, kind in schema().classes.items() if name not in {"Claim"}), "Unheard of", ""])
SLOTS = [name for name, slot in schema().slots.items() if name != "fingerprint"]
CLAIMED = [name for name, slot in schema().slots.items() if slot.claim]
VALUES = st.one_of(TEXT, DATES, st.sampled_from(["true", "12", "007", "-0", "held", "reception", "signed", "9" * 30, "0.5"]))


@st.composite
def properties(draw: st.DrawFn) -> tuple[tuple[str, str], ...]:
    names = st.sampled_from([*(name for name in SLOTS if name not in CLAIMED), "unheard of", "titleAsWritten"])
    pairs = set()
    for name in draw(st.lists(names, max_size=5)):
        slot = schema().slots.get(name)
        pairs.add((name, draw(IDS if slot is not None and slot.type == "reference" else VALUES)))
    return tuple(sorted(pairs))


@st.composite
def claims(draw: st.DrawFn, key: str) -> Claim:
    literal = draw(st.booleans())
    start = draw(st.integers(0, 1000))
    return Claim(
        id=key,
        subject=draw(IDS),
        predicate=draw(st.sampled_from([*CLAIMED, "name", "unheard of"])),
        object=draw(VALUES if literal else IDS),
        literal=literal,
        rule=draw(TEXT),
        confidence=draw(st.floats(0, 1)),
        evidence=draw(st.none() | st.just(Span(start, start + 3))),
        quote=draw(st.none() | TEXT),
        context=draw(st.none() | TEXT),
        negated=draw(st.booleans()),
        status=draw(st.none() | TEXT),
        reported_by=draw(st.none() | TEXT),
        valid=draw(st.none() | DATES),
    )


@st.composite
def graphs(draw: st.DrawFn, key: str = "document/d") -> DocumentGraph:
    """Whatever a document may contribute."""
    language = draw(st.sampled_from([(), (("lang", "kk"),), (("lang", "ru"),), (("lang", "en"),), (("lang", "not a code"),)]))
    document = Node(key, "Document", language)
    nodes = [Node(node, draw(KINDS), draw(properties())) for node in draw(st.sets(IDS, max_size=4))]
    made = [draw(claims(f"claim/{key[9:]}-{number}")) for number in range(draw(st.integers(0, 4)))]
    return DocumentGraph(key, draw(TEXT), tuple(sorted([document, *nodes], key=lambda node: node.id)), tuple(made))
