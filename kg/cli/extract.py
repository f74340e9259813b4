"""kg extract: documents in, the facts found in each out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import format_option, min_confidence_option, paths_argument, quiet_option, standard_input, workers_option

if TYPE_CHECKING:
    from kg.model.facts import Extraction


@click.command("extract")
@paths_argument
@format_option("gold", "jsonl", "summary", default="gold")
@min_confidence_option
@workers_option
@quiet_option
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[str, ...], form: str, min_confidence: float, workers: int | None, quiet: bool
) -> None:
    """Print the facts that articles state.

    Each comes with the words that prove it, the rule that found it and how sure that is.

    gold prints one document a line, a shape that kg build takes as input; jsonl one fact a line, with names in the place of
    local ids; summary a few readable lines a document.

    \b
    Examples:
      kg extract article.txt --format summary
      kg extract articles/ | kg build -
      kg extract articles/ --min-confidence 0.8 --format summary
      kg extract articles/ --format jsonl | grep '"fact": "meeting"'
    """
    from kg import pipeline
    from kg.cli.meter import Meter
    from kg.model.article import Rejected

    with Meter(paths, quiet=quiet, verbose=True) as meter:
        found = pipeline.extract(
            paths, stdin=standard_input(paths), workers=workers, min_confidence=min_confidence, advance=meter.advance
        )
        for item in found:
            meter.count()
            if isinstance(item, Rejected):
                meter.report(item)
                continue
            for line in _LINES[form](item):
                click.echo(line)
    ctx.exit(1 if meter.failed else 0)


def _gold(extraction: Extraction) -> Iterator[str]:
    from kg.ingest import to_record

    yield json.dumps(to_record(extraction), ensure_ascii=False)


_REFERENCES = ("person", "of", "participants", "host", "parties", "signatories", "reported_by")


def _facts(extraction: Extraction) -> Iterator[str]:
    from kg.ingest import to_record

    record = to_record(extraction)
    names = {actor["id"]: actor["name"] for actor in record["actors"]}
    for fact, group in (("actor", "actors"), ("role", "roles"), ("meeting", "meetings"), ("agreement", "agreements")):
        for found in record[group]:
            named = {key: _named(value, names) if key in _REFERENCES else value for key, value in found.items() if key != "id"}
            yield json.dumps({"document": record["id"], "fact": fact, **named}, ensure_ascii=False)


def _named(value: Any, names: dict[str, str]) -> Any:
    return [names[one] for one in value] if isinstance(value, list) else names.get(value, value)


def _summary(extraction: Extraction) -> Iterator[str]:
    from kg.cli.tables import printable

    article = extraction.article
    names = {actor.id: actor.name for actor in extraction.actors}
    yield printable(f"{article.id}  {article.date or 'no date'}  {article.title}")
    for role in extraction.roles:
        yield printable(f"  {names[role.person]}: {role.title}" + (f" ({names[role.of]})" if role.of else ""))
    for meeting in extraction.meetings:
        when, where = meeting.date or "", f", {meeting.place}" if meeting.place else ""
        state = "not " * meeting.negated + meeting.status
        yield printable(
            f"  {meeting.type}, {state}: {' — '.join(names[one] for one in meeting.participants)}{where}  {when}".rstrip()
        )
    for agreement in extraction.agreements:
        parties = " — ".join(names[one] for one in agreement.parties)
        state = "not " * agreement.negated + agreement.status
        yield printable(f"  {agreement.type}, {state}: {agreement.name}" + (f" ({parties})" if parties else ""))
    if not (extraction.meetings or extraction.agreements):
        yield "  neither meetings nor agreements"


_LINES = {"gold": _gold, "jsonl": _facts, "summary": _summary}
