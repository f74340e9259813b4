"""kg eval: documents with their facts in, how well extraction finds these out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import quiet_option, workers_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.eval import Facts, Figures

_FILE = click.Path(exists=True, path_type=Path)


@click.command("eval")
@click.argument("gold", metavar="GOLD...", nargs=-1, required=True, type=_FILE)
@click.option("--pred", "predicted", metavar="FILE", type=_FILE, help="Facts extracted before, instead of extracting now.")
@click.option("--misses", is_flag=True, help="Also list every missed, spurious and wrong fact.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@workers_option
@quiet_option
@click.pass_context
def command(
    ctx: click.Context,
    gold: tuple[Path, ...],
    predicted: Path | None,
    misses: bool,
    as_json: bool,
    workers: int | None,
    quiet: bool,
) -> None:
    """Measure extraction against documents whose facts are known.

    GOLD are files and folders of documents in the shape that kg extract --format gold prints. Facts that are marked
    "required": false count neither when found nor when left out. graph sums up actors, roles, participants and parties.

    \b
    Examples:
      kg eval tests/eval/gold
      kg eval tests/eval/gold/kk-001.json --misses
      kg extract articles/ > extracted.jsonl; kg eval gold/ --pred extracted.jsonl
    """
    from kg.eval import read_facts, score

    wanted = read_facts(gold)
    if not wanted:
        raise click.UsageError("GOLD holds no documents (.json, .jsonl)")
    failed = 0
    if predicted is None:
        found, failed = extracted(wanted, workers=workers, quiet=quiet)
    else:
        found = read_facts([predicted])
    for key in wanted.keys() - found.keys():
        click.echo(f"no extraction for {key}: everything in it counts as missed", err=True)
    _show(score(wanted, found), misses, as_json)
    ctx.exit(1 if failed else 0)


def extracted(documents: Mapping[str, Facts], *, workers: int | None = None, quiet: bool = True) -> tuple[dict[str, Facts], int]:
    """What extraction finds in the articles of these documents, and how many of them failed."""
    from kg import pipeline
    from kg.cli.meter import Meter
    from kg.eval import parse_facts
    from kg.ingest import to_record
    from kg.model.article import Rejected

    lines = "".join(json.dumps(document.article, ensure_ascii=False) + "\n" for document in documents.values())
    found = {}
    with Meter((), quiet=quiet, verbose=True) as meter:
        for item in pipeline.extract(["-"], stdin=BytesIO(lines.encode()), workers=workers):
            meter.count()
            if isinstance(item, Rejected):
                meter.report(item)
            else:
                facts = parse_facts(json.dumps(to_record(item)))
                found[facts.id] = facts
    return found, meter.failed


def _show(figures: Figures, misses: bool, as_json: bool) -> None:
    if as_json:
        listed = [{"document": m.document, "kind": m.kind, "what": m.what, "fact": m.fact} for m in figures.misses]
        click.echo(json.dumps(figures.to_json() | ({"misses": listed} if misses else {}), ensure_ascii=False, indent=1))
        return
    for kind, c in figures.facts.items():
        click.echo(f"{kind:24} P {c.precision:.3f}  R {c.recall:.3f}  F1 {c.f1:.3f}   tp {c.right} fp {c.spurious} fn {c.missed}")
    for kind, share in figures.attributes.items():
        click.echo(f"{kind:40} {share.right}/{share.of} = {share.accuracy:.3f}")
    if misses:
        for miss in figures.misses:
            click.echo(f"{miss.document}\t{miss.kind}\t{miss.what}\t{miss.fact}")
