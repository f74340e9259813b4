"""Counts the words of corpora for `data/words.tsv`: how often each is seen in lower case, and in how many forms each stem.

    python -m kg.language.kk.count_words FILE... > kg/language/kk/data/words.tsv

FILE: Kazakh text; `.json` documents of the gold's shape (their title and text are read); `.txt` files in IOB2, a token and its
tag a line, as KazNERD comes. The file that is shipped was counted from KazNERD's validation split, the Kazakh side of X-WMT
and this project's training articles (NOTICE names their licences).
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.language.kk.morphology import parse_candidates

WORD = re.compile(r"[А-Яа-яӘәІіҢңҒғҮүҰұҚқӨөҺһЁё\-]+")
TAGGED = re.compile(r"(\S+) (?:O|[BI]-[A-Z_]+)$", re.MULTILINE)


def words_of(path: Path) -> Iterator[str]:
    """The words of a corpus file, as written."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        document = json.loads(text)
        text = f"{document['title']} {document['text']}"
    elif TAGGED.match(text):
        text = " ".join(TAGGED.findall(text))
    yield from (word for word in re.findall(r"[\w-]+", text) if WORD.fullmatch(word))


def count(words: Iterable[str]) -> list[tuple[str, int, int]]:
    """(word or stem, occurrences in lower case, distinct forms of the stem), sorted; what occurs once is left out."""
    every: set[str] = set()
    lower: Counter[str] = Counter()
    for word in words:
        every.add(word.lower())
        if word[0].islower():
            lower[word] += 1
    forms: dict[str, set[str]] = defaultdict(set)
    for word in every:
        for stem in set(parse_candidates(word)):
            forms[stem].add(word)
    names = sorted(lower.keys() | forms.keys())
    rows = [(name, lower[name], len(forms.get(name, ())) if len(forms.get(name, ())) > 1 else 0) for name in names]
    return [row for row in rows if row[1] > 1 or row[2] > 1]


def main(paths: list[str]) -> None:
    for row in count(word for path in paths for word in words_of(Path(path))):
        print(*row, sep="\t")  # noqa: T201  the table is this command's output


if __name__ == "__main__":
    main(sys.argv[1:])
