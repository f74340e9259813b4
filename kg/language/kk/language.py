"""The functions of Kazakh that later stages call."""

from __future__ import annotations

import re
from functools import cache

from kg.language.document import Document
from kg.language.frames import Act, Frame, Instrument
from kg.language.kk import instruments, lexicon, verbs
from kg.language.kk.analyse import document as analyse_document
from kg.model.article import Article


class Kazakh:
    home = "KZ"

    def document(self, article: Article) -> Document:
        return analyse_document(article)

    def frames(self) -> tuple[Frame, ...]:
        return _frames()

    def instruments(self) -> tuple[Instrument, ...]:
        return tuple(Instrument(row["lemma"], row["type"], row["alone"] == "yes") for row in lexicon.data_rows("instruments.csv"))

    def trigger(self, doc: Document, i: int) -> Frame | None:
        token = doc.tokens[i]
        if token.kind != "word":
            return None
        for frame in _by_letters().get(token.lower[:2], ()):
            if frame.pos == "verb":
                form = verbs.verb_form(token.lower, frame.predicate)
                if form is None or form.form == "noun" or (form.passive and frame.type == "reception"):
                    continue
            elif token.nominal.lemma != frame.predicate and token.lower != frame.predicate:
                continue
            if frame.condition:
                first, last = doc.sentences[token.sentence]
                window = " ".join(t.lower for t in doc.tokens[max(first, i - 12) : min(last, i + 3)])
                if not re.search(frame.condition, window):
                    continue
            return frame
        return None

    def act(self, doc: Document, noun: int, i: int) -> Act | None:
        return instruments.act(doc, noun, i)

    def instrument_start(self, doc: Document, i: int) -> int:
        return instruments.start(doc, i)

    def instrument_name(self, doc: Document, first: int, i: int) -> str:
        return instruments.name(doc, first, i)

    def modality(self, doc: Document, first: int, last: int) -> tuple[str, bool]:
        return verbs.modality(doc, first, last)

    def clauses(self, doc: Document, sentence: int) -> list[tuple[int, int]]:
        first, last = doc.sentences[sentence]
        spans, start = [], first
        for i in range(first, last):
            token = doc.tokens[i]
            closes = token.text in {";", ":"} or (token.text == "," and i > first and doc.tokens[i - 1].kind == "word"
                                                  and verbs.ends_clause(doc.tokens[i - 1].lower))  # fmt: skip
            if closes and i + 1 - start > 2:
                spans.append((start, i + 1))
                start = i + 1
        if start < last:
            spans.append((start, last))
        return spans


@cache
def _frames() -> tuple[Frame, ...]:
    return tuple(
        Frame(row["name"], row["pos"], row["predicate"], row["with"], row["type"], tuple(lexicon.split(row["partner"])), row["host"])
        for row in lexicon.data_rows("frames.csv")
    )


@cache
def _by_letters() -> dict[str, tuple[Frame, ...]]:
    table: dict[str, list[Frame]] = {}
    for frame in _frames():
        table.setdefault(frame.predicate[:2], []).append(frame)
    return {key: tuple(sorted(group, key=lambda f: (not f.condition, f.pos == "noun"))) for key, group in table.items()}


LANGUAGE = Kazakh()
