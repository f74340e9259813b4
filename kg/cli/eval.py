"""kg eval: documents with their facts in, how well extraction finds these out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import min_confidence_option, quiet_option, workers_option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.eval import Facts, Figures, Reliability

_FILE = click.Path(exists=True, path_type=Path)


@click.command("eval")
@click.argument("gold", metavar="GOLD...", nargs=-1, required=True, type=_FILE)
@click.option("--pred", "predicted", metavar="FILE", type=_FILE, help="Facts extracted before, instead of extracting now.")
@click.option("--misses", is_flag=True, help="Also list every missed, spurious and wrong fact.")
@click.option("--reliability", "reliable", is_flag=True, help="Also say how far confidences can be believed.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@min_confidence_option
@workers_option
@quiet_option
@click.pass_context
def command(  # noqa: PLR0917 (click passes options by name)
    ctx: click.Context,
    gold: tuple[Path, ...],
    predicted: Path | None,
    misses: bool,
    reliable: bool,
    as_json: bool,
    min_confidence: float,
    workers: int | None,
    quiet: bool,
) -> None:
    """Measure extraction against documents whose facts are known.

    GOLD are files and folders of documents in the shape that kg extract --format gold prints. Facts that are marked
    "required": false count neither when found nor when left out. graph sums up actors, roles, participants and parties.

    --reliability compares confidences with the shares that are right: by kind of claim the mean distance of the two
    (calibration error), the Brier score, and a line for each span of confidences.

    \b
    Examples:
      kg eval tests/eval/gold
      kg eval tests/eval/gold/kk-001.json --misses
      kg eval tests/eval/gold --min-confidence 0.8 --reliability
      kg extract articles/ > extracted.jsonl; kg eval gold/ --pred extracted.jsonl
    """
    from kg.eval import read_facts, reliability, score, verdicts

    wanted = read_facts(gold)
    if not wanted:
        raise click.UsageError("GOLD holds no documents (.json, .jsonl)")
    failed = 0
    if predicted is None:
        found, failed = extracted(wanted, least=min_confidence, workers=workers, quiet=quiet)
    elif min_confidence:
        found, failed = _surer(predicted, min_confidence, workers=workers, quiet=quiet)
    else:
        found = read_facts([predicted])
    for key in wanted.keys() - found.keys():
        click.echo(f"no extraction for {key}: everything in it counts as missed", err=True)
    judged = [verdict for key, facts in wanted.items() if key in found for verdict in verdicts(facts, found[key])]
    _show(score(wanted, found), misses, reliability(judged) if reliable else {}, as_json)
    ctx.exit(1 if failed else 0)


def extracted(
    documents: Mapping[str, Facts], *, least: float = 0.0, workers: int | None = None, quiet: bool = True
) -> tuple[dict[str, Facts], int]:
    """What extraction finds in the articles of these documents, and how many of them failed."""
    lines = "".join(json.dumps(document.article, ensure_ascii=False) + "\n" for document in documents.values())
    return _read(["-"], BytesIO(lines.encode()), least, workers, quiet)


def _surer(predicted: Path, least: float, *, workers: int | None, quiet: bool) -> tuple[dict[str, Facts], int]:
    """What of the facts extracted before is sure enough."""
    return _read([str(predicted)], None, least, workers, quiet)


def _read(
    paths: Sequence[str], stdin: BytesIO | None, least: float, workers: int | None, quiet: bool
) -> tuple[dict[str, Facts], int]:
    from kg import pipeline
    from kg.cli.meter import Meter
    from kg.eval import parse_facts
    from kg.ingest import to_record
    from kg.model.article import Rejected

    found = {}
    with Meter((), quiet=quiet, verbose=True) as meter:
        for item in pipeline.extract(paths, stdin=stdin, workers=workers, min_confidence=least):
            meter.count()
            if isinstance(item, Rejected):
                meter.report(item)
            else:
                facts = parse_facts(json.dumps(to_record(item)))
                found[facts.id] = facts
    return found, meter.failed


def _show(figures: Figures, misses: bool, reliable: Mapping[str, Reliability], as_json: bool) -> None:
    if as_json:
        listed = [{"document": m.document, "kind": m.kind, "what": m.what, "fact": m.fact} for m in figures.misses]
        more = ({"reliability": {kind: one.to_json() for kind, one in reliable.items()}} if reliable else {}) | (
            {"misses": listed} if misses else {}
        )
        click.echo(json.dumps(figures.to_json() | more, ensure_ascii=False, indent=1))
        return
    for kind, c in figures.facts.items():
        click.echo(f"{kind:24} P {c.precision:.3f}  R {c.recall:.3f}  F1 {c.f1:.3f}   tp {c.right} fp {c.spurious} fn {c.missed}")
    for kind, share in figures.attributes.items():
        click.echo(f"{kind:40} {share.right}/{share.of} = {share.accuracy:.3f}")
    for kind, one in reliable.items():
        click.echo(
            f"confidence of {kind:16} {one.claims:5} claims  calibration error {one.calibration:.3f}  Brier {one.brier:.3f}"
        )
        for b in one.bins:
            click.echo(f"  {b.low:.2f} to {b.high:.2f}  {b.claims:5} claims  mean {b.mean:.3f}  right {b.right:.3f}")
    if misses:
        for miss in figures.misses:
            click.echo(f"{miss.document}\t{miss.kind}\t{miss.what}\t{miss.fact}")
