"""How often the reading of a Kazakh noun has the right case and the right lemma, on a treebank in CoNLL-U.

    python bench/morphology.py kk_ktb-ud-test.conllu [more.conllu …] [--errors 20] [--json]

Counts nouns and proper nouns that the treebank gives a case, in words that it does not split in two; a word is read without its
sentence. The treebank is not part of this repository: UD Kazakh-KTB is at https://universaldependencies.org (CC BY-SA 4.0).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.language.kk.analyse import reading

_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True)
class Noun:
    """A noun of the treebank; `case` as in UD, lower case."""

    form: str
    lemma: str
    case: str


@dataclass(frozen=True)
class Figures:
    """Shares of nouns."""

    nouns: int
    case: float
    lemma: float
    both: float


def nouns(path: Path) -> Iterator[Noun]:
    """The nouns of a file. Raises ValueError, with the line, where a row has not ten columns."""
    parts: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            parts = set() if not line else parts
            continue
        columns = line.split("\t")
        if len(columns) != 10:
            raise ValueError(f"{path}:{number}: {len(columns)} columns instead of ten: not CoNLL-U")
        key, form, lemma, kind, _, features, *_ = columns
        if "-" in key:
            first, last = key.split("-")
            parts.update(str(n) for n in range(int(first), int(last) + 1))
            continue
        case = dict(feature.split("=") for feature in features.split("|") if "=" in feature).get("Case")
        if kind in _NOUNS and case and key not in parts:
            yield Noun(form, lemma.lower(), case.lower())


def measure(rows: list[Noun]) -> tuple[Figures, Counter[str]]:
    """The figures, and what went wrong, counted."""
    case = lemma = both = 0
    errors: Counter[str] = Counter()
    for row in rows:
        found = reading(row.form)
        right = found.case == row.case, found.lemma == row.lemma
        case, lemma, both = case + right[0], lemma + right[1], both + all(right)
        if not all(right):
            errors[f"{row.form}: {row.lemma} {row.case}, read as {found.lemma} {found.case}"] += 1
    size = len(rows)
    return Figures(size, round(case / size, 4), round(lemma / size, 4), round(both / size, 4)), errors


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="+", type=Path, metavar="CONLLU")
    options.add_argument("--errors", type=int, default=0, metavar="N", help="show the N most frequent errors")
    options.add_argument("--json", action="store_true", help="print JSON")
    given = options.parse_args()
    try:
        rows = [row for path in given.files for row in nouns(path)]
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    if not rows:
        print("no noun with a case in these files", file=sys.stderr)
        return 2
    figures, errors = measure(rows)
    if given.json:
        print(json.dumps(asdict(figures)))
    else:
        print("nouns    case   lemma    both")
        print(f"{figures.nouns:5}  {figures.case:6.3f}  {figures.lemma:6.3f}  {figures.both:6.3f}")
    for error, count in errors.most_common(given.errors):
        print(f"{count:3}  {error}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
