"""Rows about one node -> its page: what it is, what points to it, which words say so. HTML without script, text only as text."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from kg.schema.model import schema
from kg.schema.rdf import ID, NS, RDF
from kg.store.rdf.quads import class_name, slot_name

SHOWN = 200
"""So many rows of each table at most; the page says where there are more."""

Row = dict[str, dict[str, str]]
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


@cache
def words(language: str) -> dict[str, str]:
    """The words of the pages in a language."""
    found: dict[str, dict[str, str]] = json.loads((files("kg.serve") / "assets" / "words.json").read_text(encoding="utf-8"))
    return found[language]


def page(iri: str, out: Sequence[Row], into: Sequence[Row], said: Sequence[Row], *, language: str) -> str:
    """The page of the node `iri`: the triples that begin with it, those that end in it, the claims about it."""
    told = words(language)
    names = [row["node"]["value"] for row in out if row["p"]["value"] == _LABEL]
    kinds = [_name(row["node"]["value"], language) for row in out if row["p"]["value"] == f"{RDF}type"]
    title = names[0] if names else iri.removeprefix(ID)
    body = [
        f"<h1>{_text(title)}</h1>",
        f'<p class="kind">{_text(", ".join(kinds))}</p>' if kinds else "",
        f'<p class="iri">{_text(iri)}</p>',
        _facts(told["facts"], [row for row in out if row["p"]["value"] not in {_LABEL, f"{RDF}type"}], told, language),
        _facts(told["links"], into, told, language),
        _claims(said, told, language),
    ]
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{_text(title)}</title>'
        f'<link rel="stylesheet" href="/assets/page.css"></head>\n<body><nav><a href="/">{_text(told["ask"])}</a></nav>\n'
        f"<main>{''.join(body)}</main></body></html>\n"
    )


def _facts(heading: str, rows: Sequence[Row], told: dict[str, str], language: str) -> str:
    if not rows:
        return ""
    lines = []
    for predicate, group in groupby(rows[:SHOWN], key=lambda row: row["p"]["value"]):
        items = "".join(f"<li>{_node(row, language)}</li>" for row in group)
        lines.append(f'<tr><th scope="row">{_text(_name(predicate, language))}</th><td><ul>{items}</ul></td></tr>')
    return f"<h2>{_text(heading)}</h2><table><tbody>{''.join(lines)}</tbody></table>{_more(rows, told)}"


def _claims(rows: Sequence[Row], told: dict[str, str], language: str) -> str:
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{_text(told[name])}</th>' for name in ("what", "value", "quote", "confidence", "document"))
    lines = []
    for row in rows[:SHOWN]:
        what = _text(_name(row["p"]["value"], language))
        denied = f" <strong>{_text(told['negated'])}</strong>" if row.get("negated", {}).get("value") == "true" else ""
        quote = f"<q>{_text(row['quote']['value'])}</q>" if "quote" in row else ""
        document = _link(row["document"]["value"], row["document"]["value"].removeprefix(f"{ID}document/"))
        sure = f"{float(row['confidence']['value']):.2f}"
        lines.append(
            f"<tr><td>{what}{denied}</td><td>{_node(row, language)}</td><td>{quote}</td><td>{sure}</td><td>{document}</td></tr>"
        )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    return f"<h2>{_text(told['said'])}</h2>{table}{_more(rows, told)}"


def _more(rows: Sequence[Row], told: dict[str, str]) -> str:
    return f'<p class="more">{_text(told["more"])}</p>' if len(rows) > SHOWN else ""


def _node(row: Row, language: str) -> str:
    node = row["node"]
    if node["type"] == "uri":
        label = row.get("label", {}).get("value") or _name(node["value"], language)
        return _link(node["value"], label)
    tag = f' <span class="tag">{_text(node["xml:lang"])}</span>' if "xml:lang" in node else ""
    return f"{_text(node['value'])}{tag}"


def _link(iri: str, label: str) -> str:
    """Nodes of Elshi lead to their pages, addresses of the web to the web, anything else nowhere."""
    if iri.startswith(ID):
        return f'<a href="/id/{html.escape(_path(iri.removeprefix(ID)))}">{_text(label)}</a>'
    if iri.startswith(("http://", "https://")) and not iri.startswith(NS):
        return f'<a href="{html.escape(iri)}" rel="noreferrer">{_text(label)}</a>'
    return _text(label)


def _path(name: str) -> str:
    return name.replace("%", "%25").replace("?", "%3F").replace("#", "%23")


def _name(iri: str, language: str) -> str:
    """What the vocabulary calls a class, a property or a value; else the end of its IRI."""
    known = schema()
    if iri in known.concepts:
        return known.label(known.concepts[iri], language)
    for name in (slot_name(iri), class_name(iri)):
        if name in known.slots or name in known.classes:
            return known.label(name, language)
    return iri.removeprefix(ID).rpartition("#")[2].rpartition("/")[2] or iri


def _text(value: Any) -> str:
    return html.escape(str(value))
