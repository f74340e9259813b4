"""Fits how sure claims are, from documents whose facts are known: writes kg/extract/data/confidence.csv.

    python training/confidence.py GOLD… --seen GOLD…

GOLD are files and folders of documents in the shape of records (README, "Records"). Documents whose errors were looked at while
rules were written belong behind `--seen`: rules fit them better than others. One weight for each kind takes that up, and is left
out of the table.

The model is a logistic regression for each kind of claim, its weights drawn to zero (ridge) so that a rule with few claims stays
near its kind. How strongly, and how much a seen document counts beside another, cross-validation over the documents that were not
seen decides. The same documents give the same table.
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
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from kg.eval import Facts, parse_facts, read_facts, verdicts  # noqa: E402
from kg.extract.assemble import facts  # noqa: E402
from kg.extract.confidence import OWN  # noqa: E402
from kg.extract.features import EVENT_OF, KINDS, sights  # noqa: E402
from kg.ingest import to_record  # noqa: E402
from kg.language.ner.model import shipped  # noqa: E402
from kg.model.article import Article  # noqa: E402

TABLE = ROOT / "kg" / "extract" / "data" / "confidence.csv"
SEEN = "seen"
STRENGTHS = (1.0, 2.0, 4.0, 8.0, 16.0, 64.0)
FREE = 0.01
SHARES = (0.1, 0.3, 1.0)
"""How much a claim of a seen document may count."""
FOLDS = 6
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
        read = facts(article(wanted), shipped())
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


def fitted(x: np.ndarray, y: np.ndarray, counts: np.ndarray, penalty: np.ndarray) -> np.ndarray:
    """Weights by Newton's method: those of the least loss, each drawn to zero by its penalty."""
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (counts * (p - y)) + penalty * weights
        curvature = (x.T * (counts * p * (1 - p) + 1e-9)) @ x + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def loss(x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> float:
    p = np.clip(1 / (1 + np.exp(-np.clip(x @ weights, -30, 30))), 1e-6, 1 - 1e-6)
    return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)).sum())


def penalties(names: Sequence[str], strength: float) -> np.ndarray:
    """A feature is drawn to zero by `strength`, what was seen and the kind's own weight hardly."""
    return np.array([FREE if name == SEEN else strength for name in names] + [FREE])


def held_out(
    x: np.ndarray, y: np.ndarray, counts: np.ndarray, fold: np.ndarray, judges: np.ndarray, penalty: np.ndarray
) -> float:
    """Loss a claim on those of the `judges` that the weights were not fitted on."""
    total = 0.0
    for k in range(FOLDS):
        there, rest = judges & (fold == k), fold != k
        if there.any():
            total += loss(x[there], y[there], fitted(x[rest], y[rest], counts[rest], penalty))
    return total / max(int(judges.sum()), 1)


def fit_kind(rows: Sequence[Example]) -> tuple[dict[str, float], Counter[str], Counter[str], tuple[float, float], float]:
    """Weights of one kind, with claims and right claims by feature, the strength and the share of the seen that were chosen, and
    the loss a claim where held out.
    """
    claims: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows:
        claims.update([OWN, *row.features])
        right.update([OWN, *row.features] if row.right else ())
    names = sorted(name for name, count in claims.items() if count >= FEWEST and name != OWN)
    x, y = matrix(rows, names), np.array([row.right for row in rows], dtype=float)
    # One claim more of either sort, without features: no kind is ever quite certain.
    x, y = np.vstack([x, matrix([Example("", frozenset(), True)] * 2, names)]), np.append(y, [1.0, 0.0])
    seen = np.array([SEEN in row.features for row in rows] + [False, False])
    number = {document: n for n, document in enumerate(sorted({row.document for row in rows}))}
    fold = np.array([number[row.document] % FOLDS for row in rows] + [-1, -1])
    judges = (fold >= 0) & (~seen if not seen[:-2].all() else True)
    choices = [(strength, share) for strength in STRENGTHS for share in (SHARES if 0 < seen.sum() < len(rows) else (1.0,))]
    held = {one: held_out(x, y, np.where(seen, one[1], 1.0), fold, judges, penalties(names, one[0])) for one in choices}
    best = min(choices, key=lambda one: (round(held[one], 6), -one[0], one[1]))
    weights = fitted(x, y, np.where(seen, best[1], 1.0), penalties(names, best[0]))
    return dict(zip([*names, OWN], weights, strict=True)), claims, right, best, held[best]


def fit(unseen: Sequence[Path], seen: Sequence[Path]) -> str:
    """The table as CSV."""
    one, other = examples(readable(unseen), seen=False), examples(readable(seen), seen=True)
    out = io.StringIO()
    out.write("# Written by training/confidence.py. How a feature of a claim changes the log odds that it is right; the row\n")
    out.write("# without a feature is where its kind begins. claims, right: how many had it, and how many of them were right.\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("kind", "feature", "weight", "claims", "right"))
    for kind in KINDS:
        rows = one[kind] + other[kind]
        weights, claims, right, (strength, counted), held = fit_kind(rows)
        judges = [row.right for row in one[kind] or rows]
        share = (sum(judges) + 1) / (len(judges) + 2)
        plain = loss(np.ones((len(judges), 1)), np.array(judges), np.array([np.log(share / (1 - share))]))
        print(
            f"{kind:12} {claims[OWN]:5} claims, {share:.3f} right; strength {strength:g}, a seen one counts {counted:g}; "
            f"loss {held:.3f} where held out, {plain / max(len(judges), 1):.3f} by the share alone",
            file=sys.stderr,
        )
        for name in (OWN, *sorted(name for name in weights if name not in {OWN, SEEN})):
            if name == OWN or f"{weights[name]:.2f}" not in {"0.00", "-0.00"}:
                writer.writerow((kind, name, f"{weights[name]:.2f}", claims[name], right[name]))
    return out.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--seen", nargs="+", type=Path, default=[])
    given = parser.parse_args()
    if not given.gold and not given.seen:
        parser.error("name the documents whose facts are known")
    TABLE.write_text(fit(given.gold, given.seen), encoding="utf-8")


if __name__ == "__main__":
    main()
