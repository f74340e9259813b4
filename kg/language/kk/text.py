"""Tokens and sentences of Kazakh text. Enters: a string. Leaves: spans in code points.

Segmentation is an ordered list of small decisions in the manner of razdel; the tables of abbreviations are data below.
"""

from __future__ import annotations

import re

UPPER = "A-ZА-ЯЁӘІҢҒҮҰҚӨҺÀ-ÖØ-Þ"
LETTER = r"[^\W\d_]"
# «өтті.Оған»: a space that was left out after the end of a sentence.
SMALL = "а-яёәіңғүұқөһ"
GLUED = rf"[А-ЯЁӘІҢҒҮҰҚӨҺ][{SMALL}]"
TOKEN = re.compile(
    rf"""
    (?P<initial>[{UPPER}][{UPPER}а-яёәіңғүұқөһ]?\.(?:-[{UPPER}]\.)?(?=\s?[{UPPER}]))
    | (?P<number>\d+(?:[.,:]\d+)*(?:-{LETTER}+)?)
    | (?P<word>{LETTER}+(?:['’ʼ`&]{LETTER}+|[-‐‑]{LETTER}+|\.(?!{GLUED}){LETTER}+|[-‐‑]\d+)*(?:-{LETTER}+)?)
    | (?P<mark>[«»“”„"()\[\]])
    | (?P<dash>[–—−-]+)
    | (?P<other>[^\s\w]+|_+|\w)
    """,
    re.VERBOSE,
)
ABBREVIATIONS = frozenset(
    ["т.б", "т.с.с", "ж", "жж", "ғ", "млн", "млрд", "трлн", "тг", "көш", "др", "проф", "акад", "ген", "г", "р", "с", "б", "бет"]
)
LONGEST_ABBREVIATION = max(map(len, ABBREVIATIONS)) + 1
# Begins only where a run of marks begins, so that a long run is read once.
END = re.compile(rf"(?<![.!?…])[.!?…]++[»”\"')\]]*+(?=\s|$)|(?<=[{SMALL}]{{3}})[.!?…](?={GLUED})")
NOT_SPACE = re.compile(r"\S")
SPEECH = re.compile(r"[–—-]\s*(?:де[пйгсд]|дейді|деді)")


def tokenize(text: str) -> list[tuple[str, int, int, str]]:
    """(text, start, end, kind) of each token; kind is initial, number, word, mark, dash or other."""
    rows = []
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        start, end = match.span()
        rows.append((match.group(), start, end, kind))
    return rows


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of sentences; a line break always ends one."""
    spans: list[tuple[int, int]] = []
    position = 0
    for line in text.split("\n"):
        spans += [(position + a, position + b) for a, b in _split_line(line)]
        position += len(line) + 1
    return spans


def _split_line(line: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in END.finditer(line):
        if not _ends_sentence(line, match.start(), match.end()):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(line)))
    return [
        (a + len(line[a:b]) - len(line[a:b].lstrip()), b - (len(line[a:b]) - len(line[a:b].rstrip())))
        for a, b in spans
        if line[a:b].strip()
    ]


def _ends_sentence(line: str, dot: int, end: int) -> bool:
    start = NOT_SPACE.search(line, end)
    if start is None:
        return True
    following = start.group()
    if following.islower() or following in ",;:)":
        return False
    # Looking back is bounded, so that a line of many dots costs no more than its length.
    word = re.search(r"[\w.]*$", line[max(0, dot - LONGEST_ABBREVIATION) : dot])
    previous = word.group() if word else ""
    if line[dot] == "." and len(previous.rpartition(".")[2]) == 1 and previous.isupper():
        return False  # «Қ. Тоқаев», «Қ.К. Тоқаев»
    if line[dot] == "." and previous.lower() in ABBREVIATIONS:
        return False
    # «… деді», – деп сөйледі: a quotation that its verb of speech follows in the same sentence.
    return not (following in "–—-" and SPEECH.match(line, start.start()))
