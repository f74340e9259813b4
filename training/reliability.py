"""How far confidences can be believed, on documents that they were not fitted on, and what --min-confidence trades.

python training/reliability.py GOLD…            prints the tables
python training/reliability.py GOLD… --write    writes them into docs/confidence.md, and draws docs/reliability.svg
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import pairwise
from math import sqrt
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from kg.eval import Facts, Figures, Reliability, parse_facts, read_facts, reliability, score, verdicts  # noqa: E402
from kg.eval.reliability import ALL, EDGES  # noqa: E402
from kg.extract import extract  # noqa: E402
from kg.extract.assemble import facts  # noqa: E402
from kg.extract.selection import surer  # noqa: E402
from kg.ingest import to_record  # noqa: E402
from kg.language.ner.model import shipped  # noqa: E402
from kg.model.article import Article  # noqa: E402
from kg.model.facts import Extraction  # noqa: E402

PAGE = ROOT / "docs" / "confidence.md"
FIGURE = ROOT / "docs" / "reliability.svg"
MARKS = ("<!-- figures of training/reliability.py -->", "<!-- end of figures -->")
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
TRADED = ("graph", "actors", "roles", "meetings", "meeting participants", "agreements", "agreement parties")

Reader = Callable[[Article], Extraction]


def readable(paths: Sequence[Path]) -> list[Facts]:
    """The documents in a language that can be read."""
    return [document for document in read_facts(paths).values() if document.article.get("lang") == "kk"]


def read(document: Facts, reader: Reader) -> Extraction:
    told = document.article
    return reader(Article(document.id, told.get("title") or "", document.text, told.get("date"), told.get("lang")))


def calibrated(article: Article) -> Extraction:
    """What `kg extract` finds."""
    return extract(article, shipped())


def constant(article: Article) -> Extraction:
    """The same, as sure as its rules say of themselves."""
    return facts(article, shipped())


def facts_of(extraction: Extraction) -> Facts:
    return parse_facts(json.dumps(to_record(extraction)))


def believed(gold: Sequence[Facts], reader: Reader) -> dict[str, Reliability]:
    """How far what a reader says of its claims can be believed."""
    return reliability([verdict for one in gold for verdict in verdicts(one, facts_of(read(one, reader)))])


def trade(gold: Sequence[Facts]) -> dict[float, Figures]:
    """Figures at several thresholds of --min-confidence."""
    found = [read(one, calibrated) for one in gold]
    wanted = {one.id: one for one in gold}
    return {least: score(wanted, {one.article.id: facts_of(surer(one, least)) for one in found}) for least in THRESHOLDS}


def tables(now: Mapping[str, Reliability], before: Mapping[str, Reliability], figures: Mapping[float, Figures]) -> str:
    """What is measured, as Markdown."""
    lines = [
        "| claims of | claims | right | mean confidence | calibration error | Brier score | Brier, rules' constants |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind, one in now.items():
        right = sum(b.claims * b.right for b in one.bins) / one.claims
        mean = sum(b.claims * b.mean for b in one.bins) / one.claims
        errors = f"{one.calibration:.3f} | {one.brier:.3f} | {before[kind].brier:.3f}"
        lines.append(f"| {kind} | {one.claims} | {right:.3f} | {mean:.3f} | {errors} |")
    lines += ["", "Mean confidence → share right (claims), bin by bin:", ""]
    lines += ["| confidence | " + " | ".join(now) + " |", "| --- |" + " ---: |" * len(now)]
    for low, high in pairwise(EDGES):
        there = [next((b for b in one.bins if b.low == low), None) for one in now.values()]
        cells = [f"{b.mean:.2f} → {b.right:.2f} ({b.claims})" if b else "" for b in there]
        lines.append(f"| {low:.2f} to {high:.2f} | " + " | ".join(cells) + " |")
    lines += ["", "Precision / recall of what `--min-confidence` leaves:", ""]
    lines += ["| P | " + " | ".join(TRADED) + " |", "| ---: |" + " ---: |" * len(TRADED)]
    for least, row in figures.items():
        cells = [f"{row.facts[kind].precision:.3f} / {row.facts[kind].recall:.3f}" for kind in TRADED]
        lines.append(f"| {least:g} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


SIDE, GAP, MARGIN, TOP = 150, 46, 44, 30


def figure(now: Mapping[str, Reliability], before: Mapping[str, Reliability]) -> str:
    """The bins of each kind as circles: how sure across, how often right upwards; on the line they say what is so."""
    kinds = [kind for kind in now if kind != ALL]
    width, height = MARGIN + 3 * (SIDE + GAP), -(-len(kinds) // 3) * (TOP + SIDE + GAP)
    text = 'font-family="sans-serif" font-size="11" fill="#222"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
        "<title>Reliability of confidences, kind by kind</title>",
        "<desc>Circles are bins of claims: mean confidence across, share right upwards, area by claims. Blue: the calibrated "
        "confidence; grey rings: the constants of the rules.</desc>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for n, kind in enumerate(kinds):
        left, top = MARGIN + n % 3 * (SIDE + GAP), TOP + n // 3 * (TOP + SIDE + GAP)
        lines.append(f'<g transform="translate({left} {top})"><text {text} font-weight="bold" y="-8">{escape(kind)}</text>')
        lines.append(f'<rect width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>')
        lines.append(f'<line x1="0" y1="{SIDE}" x2="{SIDE}" y2="0" stroke="#bbb" stroke-dasharray="4 3"/>')
        for share in (0, 0.5, 1):
            at = share * SIDE
            lines.append(f'<text {text} x="{at:g}" y="{SIDE + 15}" text-anchor="middle">{share:g}</text>')
            lines.append(f'<text {text} x="-6" y="{SIDE - at + 4:g}" text-anchor="end">{share:g}</text>')
        for found, paint in ((before.get(kind), 'fill="none" stroke="#888"'), (now[kind], 'fill="#1f6fb4" fill-opacity="0.7"')):
            for b in found.bins if found else ():
                radius = max(2.0, 14 * sqrt(b.claims / now[kind].claims))
                lines.append(f'<circle cx="{b.mean * SIDE:.1f}" cy="{(1 - b.right) * SIDE:.1f}" r="{radius:.1f}" {paint}/>')
        lines.append("</g>")
    across = f'<text {text} x="{MARGIN + 1.5 * (SIDE + GAP) - GAP / 2:g}" y="{height - 10}" text-anchor="middle">'
    lines.append(f"{across}confidence (across), share right (upwards)</text>")
    return "\n".join([*lines, "</svg>"]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    gold = readable(given.gold)
    now, before = believed(gold, calibrated), believed(gold, constant)
    told = tables(now, before, trade(gold))
    if not given.write:
        print(told)
        return
    FIGURE.write_text(figure(now, before), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    head, rest = page.split(MARKS[0])
    told = f"{len(gold)} articles:\n\n{told}"
    PAGE.write_text(f"{head}{MARKS[0]}\n{told}\n{MARKS[1]}{rest.split(MARKS[1])[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
