"""Measures the tagger as it ships: `python training/measure.py KAZNERD/valid.txt [MODEL_FOLDER]`.

Prints precision, recall and F1 of each label on the sentences that training holds out (seqeval, strict spans), words a second,
and how often a mention is right at each level of confidence.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path

from corpus import mentions, read, split
from seqeval.metrics import classification_report

from kg.language.ner.model import NeuralTagger


def main(corpus: Path, folder: Path) -> None:
    _, held = split(read(corpus))
    tagger = NeuralTagger(folder)
    gold, answers = [], []
    bins: dict[int, list[bool]] = defaultdict(list)
    began = time.perf_counter()
    for sentence in held:
        words = [w for w, _ in sentence]
        (found,) = tagger.tag([words])
        labels = ["O"] * len(words)
        true = set(mentions(sentence))
        for m in found:
            labels[m.first : m.last + 1] = [("B-" if i == m.first else "I-") + m.label for i in range(m.first, m.last + 1)]
            bins[min(9, int(m.confidence * 10))].append((m.first, m.last + 1, m.label) in true)
        gold.append([g for _, g in sentence])
        answers.append(labels)
    seconds = time.perf_counter() - began
    count = sum(map(len, held))
    print(classification_report(gold, answers, digits=3, zero_division=0))
    print(f"{len(held)} sentences, {count} words, {count / seconds:.0f} words a second on one core")
    for tenth, right in sorted(bins.items()):
        print(f"confidence {tenth / 10:.1f}–{tenth / 10 + 0.1:.1f}: {sum(right) / len(right):.3f} right of {len(right)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "kg/language/ner/model"))
