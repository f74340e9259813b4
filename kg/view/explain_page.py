"""Explanations in, one HTML page out: every text escaped, no script, nothing loaded."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Iterator
from importlib.resources import files

from kg.view.explain import Explanation, Fact, Passage
from kg.view.page import clean


def explanation_page(explanations: Iterable[Explanation], *, title: str, language: str = "en") -> str:
    """The page, whole; its policy forbids scripts and anything that is not in it."""
    style = (files("kg.view") / "assets" / "explain.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    body = "".join(part for explanation in explanations for part in _document(explanation))
    return (
        f'<!doctype html>\n<html lang="{html.escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{_escaped(title)}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _document(explanation: Explanation) -> Iterator[str]:
    date = f'<time datetime="{_escaped(explanation.date)}">{_escaped(explanation.date)}</time> ' if explanation.date else ""
    yield f'<article>\n<h1 lang="kk">{_escaped(explanation.title)}</h1>\n'
    yield f"<p>{date}<code>{_escaped(explanation.identifier)}</code></p>\n"
    for passage in explanation.passages:
        yield "<section>\n"
        if passage.text is not None:
            yield f'<blockquote lang="kk">{_marked(passage)}</blockquote>\n'
        yield "<ul>\n"
        for fact in passage.facts:
            yield from _fact(fact)
        yield "</ul>\n</section>\n"
    if not explanation.passages:
        yield "<p>Nothing is stated.</p>\n"
    yield "</article>\n"


def _fact(fact: Fact) -> Iterator[str]:
    voice = f" <small>({_escaped(fact.reported_by)})</small>" if fact.reported_by else ""
    denied = "<strong>not</strong> " if fact.negated else ""
    yield f'<li class="{_escaped(fact.kind)}"><h2>{denied}{_escaped(fact.name)}{voice}</h2>\n'
    yield "".join(f'<q lang="kk">{_escaped(words)}</q> ' for words in fact.words) + "\n<dl>\n"
    for (what, value), confidence in zip(fact.statements, fact.confidences, strict=True):
        own = f" <small>{confidence:.2f}</small>" if confidence != fact.confidence else ""
        yield f"<div><dt>{_escaped(what)}</dt><dd>{_escaped(value)}{own}</dd></div>\n"
    share = f"{fact.confidence:.2f}"
    yield f'</dl>\n<p>{_escaped(fact.rule)} · <meter min="0" max="1" value="{share}">{share}</meter> {share}</p>\n</li>\n'


def _marked(passage: Passage) -> str:
    text = passage.text or ""
    pieces, at = [], 0
    for start, end in merged_marks(passage):
        pieces += [_escaped(text[at:start]), "<mark>", _escaped(text[start:end]), "</mark>"]
        at = end
    return "".join([*pieces, _escaped(text[at:])])


def merged_marks(passage: Passage) -> list[tuple[int, int]]:
    """The words of all facts of a passage, in order, without overlaps."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted({mark for fact in passage.facts for mark in fact.marks}):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _escaped(text: str) -> str:
    return html.escape(clean(text))
