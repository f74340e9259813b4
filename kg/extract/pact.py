"""The value that the reader of agreements leaves, and when two of them are one instrument."""

from __future__ import annotations

from dataclasses import dataclass, replace

# What a later sentence tells outranks what an earlier one told of the same instrument only in this order.
STAGES = ("mentioned", "negotiating", "planned", "adopted", "signed", "ratified", "in_force", "terminated")


@dataclass(frozen=True, slots=True)
class Pact:
    """An agreement; `parties` and `signatories` are cluster numbers, the words are tokens `first` to `last`."""

    type: str
    name: str
    parties: tuple[int, ...]
    signatories: tuple[int, ...]
    status: str
    date: str | None
    place: str | None
    first: int
    last: int
    rule: str
    confidence: float
    negated: bool = False
    initialled: bool = False
    told: bool = False


LETTERS = 5


def _stems(name: str) -> set[str]:
    return {w[:LETTERS] for w in name.casefold().replace("«", "").replace("»", "").split()}


def _content(stems: set[str], other: set[str], plain: frozenset[str], kinds: frozenset[str]) -> float:
    """How much two names share beyond the words that every name of an agreement has."""
    common = plain | (stems & other & kinds)
    left, right = (stems - common) or stems, (other - common) or other
    return 2 * len(left & right) / (len(left) + len(right))


def same(a: Pact, b: Pact, plain: frozenset[str], kinds: frozenset[str]) -> bool:
    """Whether two are one instrument; `plain`: the first letters of words that most names have, `kinds`: of its nouns."""
    if a.type != b.type:
        return False
    if len(a.parties) > 1 and len(b.parties) > 1 and not (set(a.parties) <= set(b.parties) or set(b.parties) <= set(a.parties)):
        return False
    left, right = _stems(a.name), _stems(b.name)
    shared = len(left & right)
    return shared > 0 and 2 * shared / (len(left) + len(right)) >= 0.67 and _content(left, right, plain, kinds) >= 0.6


def joined(a: Pact, b: Pact) -> Pact:
    """Two mentions of one instrument: its furthest stage, its longer name, the parties that are told more fully."""
    better = b if STAGES.index(b.status) > STAGES.index(a.status) else a
    longer = a if len(a.name) >= len(b.name) else b
    return replace(
        better,
        name=longer.name,
        parties=b.parties
        if (b.told and not a.told and len(b.parties) > 1) or len(b.parties) > len(a.parties) == 1
        else a.parties or b.parties,
        told=a.told or b.told,
        signatories=a.signatories or b.signatories,
        date=better.date or a.date or b.date,
        place=better.place or a.place or b.place,
    )
