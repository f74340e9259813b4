"""What the tagger learns from: KazNERD's validation split, split by sentence identifier, and mentions exchanged at random.

Enters: IOB2 files (`word label` a line, blank line between sentences, the first word of each is its identifier).
Leaves: sentences as lists of (word, label).
"""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

Sentence = list[tuple[str, str]]


def read(path: Path) -> list[tuple[str, Sentence]]:
    """(identifier, sentence) of each sentence. Spellings of one sentence (AID7, BID7) share the identifier 7."""
    found, current = [], []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        parts = line.split()
        if parts:
            label = "O" if parts[-1] == "0" else parts[-1]
            current.append((" ".join(parts[:-1]), label))
        elif current:
            found.append((current[0][0][3:], current[1:]))
            current = []
    return found


def split(rows: list[tuple[str, Sentence]], part: int = 10, seed: int = 13) -> tuple[list[Sentence], list[Sentence]]:
    """Sentences to learn from, and one identifier in `part` to measure on: no spelling of a sentence stands on both sides."""
    identifiers = sorted({identifier for identifier, _ in rows})
    random.Random(seed).shuffle(identifiers)
    held = set(identifiers[: len(identifiers) // part])
    return [s for i, s in rows if i not in held], [s for i, s in rows if i in held]


def mentions(sentence: Sentence) -> list[tuple[int, int, str]]:
    """(first word, word after the last, label) of each mention."""
    found: list[tuple[int, int, str]] = []
    for i, (_, label) in enumerate(sentence):
        if label.startswith("B-"):
            found.append((i, i + 1, label[2:]))
        elif label.startswith("I-") and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


class Exchange:
    """Mention replacement (Dai and Adel, COLING 2020): a name gives way to another of its kind with the same ending."""

    def __init__(self, sentences: list[Sentence], share: float, seed: int) -> None:
        self.random = random.Random(seed)
        self.share = share
        self.pool: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
        for s in sentences:
            for first, last, label in mentions(s):
                words = [w for w, _ in s[first:last]]
                self.pool[label, _ending(words[-1])].append(words)

    def __call__(self, sentence: Sentence) -> Sentence:
        result: Sentence = []
        at = 0
        for first, last, label in mentions(sentence):
            result += sentence[at:first]
            others = self.pool[label, _ending(sentence[last - 1][0])]
            if others and self.random.random() < self.share:
                words = self.random.choice(others)
                result += [(w, ("I-" if n else "B-") + label) for n, w in enumerate(words)]
            else:
                result += sentence[first:last]
            at = last
        return result + sentence[at:]


def _ending(word: str) -> str:
    return word[-2:].casefold()
