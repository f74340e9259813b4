"""Fits how sure claims are, from documents whose facts are known, and checks it on others.

    python training/confidence.py fit GOLD… --seen GOLD…    writes kg/extract/data/confidence.csv
    python training/confidence.py check GOLD…               prints how reliable the table in force is, and what it lets you trade
    python training/confidence.py check GOLD… --write       writes that into docs/confidence.md, and draws docs/reliability.svg

GOLD are files and folders of documents in the shape of records (README, "Records"). Documents whose errors were looked at while
rules were written belong behind `--seen`: rules fit them better than others. One weight for each kind takes that up, and is left
out of the table.

The model is a logistic regression for each kind of claim, its weights drawn to zero (ridge) so that a rule with few claims stays
near its kind; how strongly, cross-validation over documents decides. The same documents give the same table.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from kg.eval import Facts, Figures, Verdict, parse_facts, read_facts, score, verdicts  # noqa: E402
from kg.eval.reliability import EDGES, Reliability, reliability  # noqa: E402
from kg.extract import extract  # noqa: E402
from kg.extract.assemble import facts  # noqa: E402
from kg.extract.confidence import OWN  # noqa: E402
from kg.extract.features import EVENT_OF, KINDS, sights  # noqa: E402
from kg.extract.selection import surer  # noqa: E402
from kg.ingest import to_record  # noqa: E402
from kg.model.article import Article  # noqa: E402

TABLE = ROOT / "kg" / "extract" / "data" / "confidence.csv"
SEEN = "seen"
STRENGTHS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
FOLDS = 6
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
FEWEST = 3
"""A feature of fewer claims gets no weight."""


@dataclass(frozen=True, slots=True)
class Example:
    """A claim: its document's id, its features, whether it is right."""

    document: str
    features: frozenset[str]
    right: bool


def examples(gold: Iterable[Facts], *, seen: bool) -> dict[str, list[Example]]:
    """The claims of each kind that extraction makes on the articles of these documents."""
    found: dict[str, list[Example]] = {kind: [] for kind in KINDS}
    for wanted in sorted(gold, key=lambda document: document.id):
        read = facts(article(wanted))
        judged = {(v.kind, *v.claim): v.right for v in verdicts(wanted, parse_facts(json.dumps(to_record(read))))}
        for sight in sights(read):
            right = judged.get((sight.kind, *sight.claim))
            event = EVENT_OF.get(sight.kind)
            if right is None or (event and not judged.get((event, sight.claim[0]))):
                continue
            found[sight.kind].append(Example(wanted.id, frozenset(sight.features) | ({SEEN} if seen else set()), right))
    return found


def article(document: Facts) -> Article:
    told = document.article
    return Article(document.id, told.get("title") or "", document.text, told.get("date"), told.get("lang"))


def readable(paths: Sequence[Path]) -> list[Facts]:
    """The documents in a language that can be read."""
    return [document for document in read_facts(paths).values() if document.article.get("lang") == "kk"]


def matrix(rows: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    columns = {name: n for n, name in enumerate(names)}
    values = np.zeros((len(rows), len(names) + 1))
    values[:, -1] = 1.0
    for n, row in enumerate(rows):
        for name in row.features:
            if name in columns:
                values[n, columns[name]] = 1.0
    return values


def fitted(x: np.ndarray, y: np.ndarray, strength: float) -> np.ndarray:
    """Weights by Newton's method; the last column, the kind's own weight, is not drawn to zero."""
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], strength)
    penalty[-1] = 1e-6
    # A kind whose claims are all right would have no end: one claim more of either sort gives it one.
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (p - y) + penalty * weights
        curvature = (x.T * (p * (1 - p) + 1e-9)) @ x + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-10:
            break
    return weights


def loss(x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> float:
    p = np.clip(1 / (1 + np.exp(-np.clip(x @ weights, -30, 30))), 1e-6, 1 - 1e-6)
    return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)).sum())


def fit_kind(rows: Sequence[Example]) -> tuple[dict[str, float], Counter[str], Counter[str], float, float]:
    """Weights of one kind, with claims and right claims by feature, the strength chosen and its loss a claim when held out."""
    claims: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows:
        claims.update([OWN, *row.features])
        right.update([OWN, *row.features] if row.right else ())
    names = sorted(name for name, count in claims.items() if count >= FEWEST and name != OWN)
    x, y = matrix(rows, names), np.array([row.right for row in rows], dtype=float)
    # One claim right and one wrong without features: no kind is ever quite certain.
    x, y = np.vstack([x, matrix([Example("", frozenset(), True)] * 2, [*names])]), np.append(y, [1.0, 0.0])
    documents = sorted({row.document for row in rows})
    fold = np.array([documents.index(row.document) % FOLDS for row in rows] + [-1, -1])
    held: dict[float, float] = {}
    for strength in STRENGTHS:
        held[strength] = sum(
            loss(x[fold == k], y[fold == k], fitted(x[fold != k], y[fold != k], strength)) for k in range(FOLDS)
        ) / max(len(rows), 1)
    strength = min(STRENGTHS, key=lambda one: (round(held[one], 6), -one))
    weights = fitted(x, y, strength)
    return dict(zip([*names, OWN], weights, strict=True)), claims, right, strength, held[strength]


def fit(unseen: Sequence[Path], seen: Sequence[Path]) -> str:
    """The table as CSV."""
    one, other = examples(readable(unseen), seen=False), examples(readable(seen), seen=True)
    out = io.StringIO()
    out.write(
        "# Written by training/confidence.py. How a feature of a claim changes the log odds that it is right; the row without\n"
    )
    out.write("# a feature is where its kind begins. claims, right: how many claims had it, and how many of them were right.\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("kind", "feature", "weight", "claims", "right"))
    for kind in KINDS:
        rows = one[kind] + other[kind]
        weights, claims, right, strength, held = fit_kind(rows)
        share = right[OWN] / max(claims[OWN], 1)
        plain = -sum(n * np.log(max(n / max(claims[OWN], 1), 1e-9)) for n in (right[OWN], claims[OWN] - right[OWN]) if n) / max(
            claims[OWN], 1
        )
        print(
            f"{kind:12} {claims[OWN]:5} claims, {share:.3f} right; strength {strength:g}, "
            f"loss {held:.3f} where held out, {plain:.3f} by the share alone; seen {weights.get(SEEN, 0.0):+.2f}",
            file=sys.stderr,
        )
        for name in (OWN, *sorted(name for name in weights if name not in {OWN, SEEN})):
            if name == OWN or f"{weights[name]:.2f}" not in {"0.00", "-0.00"}:
                writer.writerow((kind, name, f"{weights[name]:.2f}", claims[name], right[name]))
    return out.getvalue()


def judged(gold: Sequence[Facts]) -> list[Verdict]:
    """The claims that the program makes now on these documents, with what it says of them."""
    found = []
    for wanted in gold:
        found += verdicts(wanted, parse_facts(json.dumps(to_record(extract(article(wanted))))))
    return found


def trade(gold: Sequence[Facts]) -> dict[float, Figures]:
    """Figures at several thresholds of --min-confidence."""
    read = [extract(article(wanted)) for wanted in gold]
    wanted = {document.id: document for document in gold}
    rows = {}
    for least in THRESHOLDS:
        kept = [parse_facts(json.dumps(to_record(surer(one, least)))) for one in read]
        rows[least] = score(wanted, {one.id: one for one in kept})
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    fitting = verbs.add_parser("fit")
    fitting.add_argument("gold", nargs="*", type=Path)
    fitting.add_argument("--seen", nargs="+", type=Path, default=[])
    checking = verbs.add_parser("check")
    checking.add_argument("gold", nargs="+", type=Path)
    checking.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if given.verb == "fit":
        TABLE.write_text(fit(given.gold, given.seen), encoding="utf-8")
        return
    gold = readable(given.gold)
    found, figures = reliability(judged(gold)), trade(gold)
    print(tables(found, figures))


def tables(found: dict[str, Reliability], figures: dict[float, Figures]) -> str:
    """Both as Markdown."""
    lines = [
        "| claims of | claims | right | mean confidence | calibration error | Brier score |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for kind, one in found.items():
        right = sum(b.claims * b.right for b in one.bins) / one.claims
        mean = sum(b.claims * b.mean for b in one.bins) / one.claims
        lines.append(f"| {kind} | {one.claims} | {right:.3f} | {mean:.3f} | {one.calibration:.3f} | {one.brier:.3f} |")
    lines += ["", "| confidence | " + " | ".join(found) + " |", "| --- |" + " --- |" * len(found)]
    for low, high in pairwise(EDGES):
        cells = []
        for one in found.values():
            there = [b for b in one.bins if b.low == low]
            cells.append(f"{there[0].mean:.2f} → {there[0].right:.2f} ({there[0].claims})" if there else "")
        lines.append(f"| {low:g} to {high:g} | " + " | ".join(cells) + " |")
    kinds = ("graph", "actors", "roles", "meetings", "meeting participants", "agreements", "agreement parties")
    lines += ["", "| `--min-confidence` | " + " | ".join(kinds) + " |", "| --- |" + " --- |" * len(kinds)]
    for least, row in figures.items():
        cells = [f"{row.facts[kind].precision:.3f} / {row.facts[kind].recall:.3f}" for kind in kinds]
        lines.append(f"| {least:g} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
