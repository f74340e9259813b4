"""The neural tagger's place: a model that finds names by itself, beside the tables and rules of a language.

A tagger is given to `kg.extract.extract`; `kg.language.ner.model` has the one that ships. It adds the names that rules and
tables missed; where both name something, tables and rules stand, since they know which country or body it is.
Labels are those of KazNERD (Yeshpanov, Khassanov, Varol, LREC 2022).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.language.document import Document

KINDS = {"PERSON": "person", "ORGANISATION": "organization", "GPE": "place"}


@dataclass(frozen=True, slots=True)
class Tagged:
    """Tokens `first` to `last` (inclusive, counted within the sentence), a label of KazNERD, a confidence from 0 to 1."""

    first: int
    last: int
    label: str
    confidence: float


class Tagger(Protocol):
    """A model that labels the names of sentences. The same sentences give the same labels, whatever stands beside them."""

    def tag(self, sentences: Sequence[Sequence[str]]) -> Sequence[Sequence[Tagged]]:
        """For each sentence (its tokens as written) the names in it, in order, without overlap."""
        ...


def names(
    doc: Document, tagger: Tagger, sentences: Iterable[int] | None = None, least: float = 0.95
) -> Iterator[tuple[int, int, str, float]]:
    """(first token, last token, kind of phrase, confidence) of each name that a tagger finds in a document.

    `sentences` are the numbers of those that it is asked for (None: all). Raises ValueError where the tagger answers for
    another number of sentences or points outside of one: a fault of the model.
    """
    spans = doc.sentences if sentences is None else [doc.sentences[n] for n in sentences]
    words = [[t.text for t in doc.tokens[first:last]] for first, last in spans]
    answers = tagger.tag(words) if words else []
    if len(answers) != len(words):
        raise ValueError(f"the tagger was given {len(words)} sentences and answered for {len(answers)}")
    for (start, end), answer in zip(spans, answers, strict=True):
        for found in answer:
            if not 0 <= found.first <= found.last < end - start:
                raise ValueError(f"the tagger names tokens {found.first} to {found.last} of a sentence of {end - start}")
            if found.label in KINDS and found.confidence >= least:
                yield start + found.first, start + found.last, KINDS[found.label], found.confidence
