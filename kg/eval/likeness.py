"""Two wordings in, how alike they are out: names without regard to case and quotes, phrases without regard to endings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Set

from kg.eval.documents import ActorFact, EventFact

ENCOUNTERS = frozenset({"reception", "meeting", "talks", "consultations", "summit", "session", "ceremony"})
"""Kinds of meetings that are told from each other by wording; a visit and a call are something else."""
MIN_PARTICIPANT_OVERLAP = 0.5
MIN_NAME_OVERLAP = 0.5
MIN_TITLE_OVERLAP = 0.6
_STEM = 5


def normal(name: str | None) -> str:
    """`name` in lower case, without quotes, with one kind of dash and even spaces."""
    name = unicodedata.normalize("NFC", name or "").casefold()
    name = re.sub(r"[«»“”„\"'’]", "", name)
    name = re.sub(r"[‐‑–—-]", "-", name)
    name = re.sub(r"\s*-\s*", "-", name)
    name = re.sub(r"\.\s*", ". ", name)
    return " ".join(name.split())


def names(actor: ActorFact) -> set[str]:
    """All names of an actor."""
    return {normal(name) for name in (actor.name, *actor.aliases) if name}


def phrase_overlap(one: str | None, other: str | None) -> float:
    """The share of words in common, cut to five letters so that an inflected form still meets its nominative."""
    left, right = _stems(one), _stems(other)
    shared = sum((left & right).values())
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def _stems(phrase: str | None) -> Counter[str]:
    return Counter(word[:_STEM] for word in re.findall(r"\w+", normal(phrase)))


def actor_likeness(gold: ActorFact, predicted: ActorFact) -> int:
    """0 where the two cannot be one."""
    if predicted.type != gold.type:
        return 0
    same_iso = bool(gold.iso) and gold.iso == predicted.iso
    shared = len(names(predicted) & names(gold))
    return shared + 10 * same_iso + 5 * (normal(predicted.name) == normal(gold.name)) if same_iso or shared else 0


def meeting_likeness(gold: EventFact, predicted: EventFact, wanted: Set[str], got: Set[str]) -> float:
    """0 where the two cannot be one: `wanted` and `got` are their participants, in the gold's ids."""
    if _family(gold.type) != _family(predicted.type):
        return 0.0
    union = wanted | got
    overlap = len(wanted & got) / len(union) if union else 1.0
    if overlap < MIN_PARTICIPANT_OVERLAP:
        return 0.0
    return overlap + 0.2 * (gold.type == predicted.type) + 0.2 * (gold.date == predicted.date)


def agreement_likeness(gold: EventFact, predicted: EventFact, wanted: Set[str], got: Set[str]) -> float:
    """0 where the two cannot be one: names must share half of their words; parties in common decide between equals."""
    overlap = max(phrase_overlap(g, p) for g in (gold.name, *gold.aliases) for p in (predicted.name, *predicted.aliases))
    return overlap + 0.2 * bool(wanted & got) if overlap >= MIN_NAME_OVERLAP else 0.0


def cites_same_words(text: str, gold: str | None, predicted: str | None) -> bool:
    """Whether the extracted evidence stands in the text as it is and shares words with the gold's evidence."""
    if not gold or not predicted:
        return False
    places = [_places(text, quote) for quote in (gold, predicted)]
    return any(a < d and c < b for a, b in places[0] for c, d in places[1])


def _places(text: str, quote: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(re.escape(quote), text)]


def _family(meeting_type: str) -> str:
    return "encounter" if meeting_type in ENCOUNTERS else meeting_type
