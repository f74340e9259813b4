"""Sentences tagged from gold documents: `python training/gold.py OUT.txt GOLD…`.

Enters: documents with their facts (`kg eval`'s shape). Leaves: IOB2 sentences in which only what the facts confirm is labelled:
a name that tables and rules found and that the document lists among its actors, and the plain words beside it. All other
words carry `?`, which the training passes over, so that a name which rules missed is not learnt as none.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kg.language import language
from kg.language.document import Document
from kg.model.article import Article

LABELS = {"person": "PERSON", "organization": "ORGANISATION", "country": "GPE"}
UNKNOWN = "?"


def label(doc: Document, names: set[str]) -> list[str]:
    """A label for each token of a document whose actors have these names (case folded)."""
    labels = [UNKNOWN] * len(doc.tokens)
    other = {i for p in [*doc.phrases, *doc.titles, *doc.times] for i in range(p.first, p.last + 1)}
    for p in sorted(doc.phrases, key=lambda p: (p.first, -p.last)):
        spans = any(labels[i] != UNKNOWN for i in range(p.first, p.last + 1))
        if p.kind not in LABELS or p.name.casefold() not in names or p.attributive or spans:
            continue
        for i in range(p.first, p.last + 1):
            labels[i] = ("B-" if i == p.first else "I-") + LABELS[p.kind]
    for i, found in enumerate(labels):
        if found != UNKNOWN or i in other or not doc.tokens[i].text.islower():
            continue
        beside = [j for j in (i - 1, i + 1) if 0 <= j < len(labels) and doc.tokens[j].sentence == doc.tokens[i].sentence]
        if any(labels[j][0] in "BI" for j in beside):
            labels[i] = "O"
    return labels


def main(out: Path, paths: list[Path]) -> None:
    files = [f for p in paths for f in (sorted(p.glob("*.json")) if p.is_dir() else [p])]
    number = 0
    with out.open("w", encoding="utf-8") as file:
        for path in files:
            gold = json.loads(path.read_text("utf-8"))
            tongue = language(gold["lang"])
            doc = tongue.document(Article(gold["id"], gold["title"], gold["text"], gold["date"], gold["lang"]))
            labels = label(doc, {n.casefold() for a in gold["actors"] for n in [a["name"], *a.get("aliases", [])]})
            for first, last in doc.sentences:
                if any(x[0] in "BI" for x in labels[first:last]):
                    number += 1
                    rows = [f"{t.text} {x}" for t, x in zip(doc.tokens[first:last], labels[first:last], strict=True)]
                    file.write("\n".join([f"AID{number} O", *rows, "", ""]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(p) for p in sys.argv[2:]])
