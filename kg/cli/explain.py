"""kg explain: a document in, each statement with its words, rule and confidence out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import min_confidence_option, standard_input, store_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from kg.model.graph import DocumentGraph
    from kg.view.explain import Explanation, Fact, Passage

_COLOURS = {"Person": "cyan", "Meeting": "magenta", "Agreement": "yellow"}
_SURE, _FAIRLY_SURE = 0.8, 0.6


@click.command("explain")
@click.argument("document", metavar="DOCUMENT")
@store_option
@min_confidence_option
@click.option("--html", "page", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write a page instead.")
@click.option(
    "--language", type=click.Choice(["kk", "ru", "en"]), default="en", show_default=True, help="Of the names of statements."
)
@click.pass_context
def command(ctx: click.Context, document: str, store_uri: str, min_confidence: float, page: Path | None, language: str) -> None:
    """Show which words of a document say what, by which rule, and how sure that is.

    DOCUMENT is a file, which is extracted anew, - for standard input, or the id of a document in the store.

    \b
    Examples:
      kg explain article.txt
      kg explain document/kk-001 --store graph/
      kg explain article.txt --html article.html
    """
    from kg.view.explain import explain

    failed: list[str] = []
    explanations = (explain(graph, language=language) for graph in _graphs(document, store_uri, min_confidence, failed))
    if page is not None:
        from kg.view.explain_page import explanation_page
        from kg.view.writing import write_page

        write_page(explanation_page(explanations, title=document, language=language), page)
    else:
        for explanation in explanations:
            _print(explanation)
    for complaint in failed:
        click.echo(complaint, err=True)
    ctx.exit(1 if failed else 0)


def _graphs(document: str, store_uri: str, least: float, failed: list[str]) -> Iterator[DocumentGraph]:
    from kg.graph.selection import surer

    if document == "-" or Path(document).exists():
        from kg import pipeline
        from kg.graph import document_graph
        from kg.model.article import Rejected

        for item in pipeline.resolve([document], stdin=standard_input([document]), min_confidence=least):
            if isinstance(item, Rejected):
                failed.append(str(item.error))
            else:
                yield document_graph(item)
        return
    yield surer(_stored(document, store_uri), least)


def _stored(document: str, store_uri: str) -> DocumentGraph:
    from kg.model.errors import StoreError
    from kg.model.identifiers import document_id
    from kg.schema.rdf import ID
    from kg.store import open_store

    wanted = document.removeprefix(ID)
    with open_store(store_uri, create=False, read_only=True) as store:
        for graph in store.read():
            if graph.document in {wanted, document_id(document)}:
                return graph
    raise StoreError(f"there is no file and no document {document!r}", cure="kg query documents lists those in the store")


def _print(explanation: Explanation) -> None:
    from rich.console import Console
    from rich.text import Text

    from kg.cli.tables import printable

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 100_000)
    console.print(Text(printable(explanation.title), style="bold"))
    console.print(Text(printable("  ".join(filter(None, (explanation.date, explanation.identifier)))), style="dim"))
    for passage in explanation.passages:
        console.print()
        if passage.text is not None:
            console.print(_marked(passage, coloured=console.is_terminal))
        for fact in passage.facts:
            for line in _fact(fact):
                console.print(line)
    if not explanation.passages:
        console.print("\nNothing is stated.")
    console.print()


def _marked(passage: Passage, *, coloured: bool) -> Text:
    """The sentence with the words that prove something; where there are no colours, between brackets."""
    from rich.text import Text

    from kg.cli.tables import printable
    from kg.view.explain_page import merged_marks

    text, at, line = passage.text or "", 0, Text()
    for start, end in merged_marks(passage):
        words = printable(text[start:end])
        line.append(printable(text[at:start])).append(words if coloured else f"⟦{words}⟧", style="bold underline")
        at = end
    return line.append(printable(text[at:]))


def _fact(fact: Fact) -> Iterator[Text]:
    from rich.text import Text

    from kg.cli.tables import printable

    head = Text("  ").append("not " * fact.negated, style="bold red")
    head.append(printable(fact.name), style=_COLOURS.get(fact.kind, "blue"))
    if fact.reported_by:
        head.append(f" ({printable(fact.reported_by)})", style="dim")
    yield head.append(f"  {printable(fact.rule)}", style="dim").append(f"  {fact.confidence:.2f}", style=_shade(fact.confidence))
    for words in fact.words:
        yield Text("    ").append(f"«{printable(words)}»", style="italic")
    width = max(len(what) for what, _ in fact.statements)
    for (what, value), confidence in zip(fact.statements, fact.confidences, strict=True):
        line = Text("    ").append(f"{what:<{width}}  ", style="dim").append(printable(value))
        yield line if confidence == fact.confidence else line.append(f"  {confidence:.2f}", style=_shade(confidence))


def _shade(confidence: float) -> str:
    return "green" if confidence >= _SURE else "yellow" if confidence >= _FAIRLY_SURE else "red"
