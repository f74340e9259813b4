"""kg resolve: documents in, their facts with the nodes of the graph that they are about out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import format_option, min_confidence_option, paths_argument, quiet_option, standard_input, workers_option

if TYPE_CHECKING:
    from kg.model.resolution import Resolution


@click.command("resolve")
@paths_argument
@format_option("gold", "reasons", default="gold")
@min_confidence_option
@workers_option
@quiet_option
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[str, ...], form: str, min_confidence: float, workers: int | None, quiet: bool
) -> None:
    """Print facts with the nodes that they are about.

    Each actor, meeting and agreement is some node of the graph.

    gold prints one document a line, as kg extract does, with "entity" added; reasons one judgement a line, saying why.

    \b
    Examples:
      kg resolve articles/ > resolved.jsonl
      kg extract articles/ | kg resolve - --format reasons
    """
    from kg import pipeline
    from kg.cli.meter import Meter
    from kg.model.article import Rejected

    with Meter(paths, quiet=quiet, verbose=True) as meter:
        found = pipeline.resolve(
            paths, stdin=standard_input(paths), workers=workers, min_confidence=min_confidence, advance=meter.advance
        )
        for item in found:
            meter.count()
            if isinstance(item, Rejected):
                meter.report(item)
                continue
            for record in [_gold(item)] if form == "gold" else _reasons(item):
                click.echo(json.dumps(record, ensure_ascii=False))
    ctx.exit(1 if meter.failed else 0)


def _gold(resolution: Resolution) -> dict[str, Any]:
    from kg.ingest import to_record

    record = to_record(resolution.extraction)
    entities = {local: entity.id for local, entity in resolution.entities.items()}
    for group, nodes in (("actors", entities), ("meetings", resolution.meetings), ("agreements", resolution.agreements)):
        for fact in record[group]:
            fact["entity"] = nodes[fact["id"]]
    return record


def _reasons(resolution: Resolution) -> list[dict[str, Any]]:
    document = resolution.extraction.article.id
    return [
        {"document": document, "local": one.local, "entity": one.entity, "reason": one.reason, "score": one.score}
        for one in resolution.judgements
    ]
