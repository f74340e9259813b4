"""Facts that are sure enough. Enters: Extraction, a confidence. Leaves: the Extraction without what lies below it.

What is left out takes along what makes no sense without it: an actor its offices (those it holds and those of it) and its place
in events; a meeting that loses participants goes where fewer than two are left of several, while an agreement stands by its name.
Date and place that are less sure than asked are no longer told. An actor that is sure enough stays, whatever becomes of its
events: that the text names it is a statement of its own. Who reports an event stays by name, for a report must not become a plain
fact.
"""

from __future__ import annotations

import math
from collections.abc import Sequence, Set
from dataclasses import replace

from kg.model.errors import ExtractionError
from kg.model.facts import Agreement, Extraction, Meeting


def demand_confidence(least: float) -> float:
    """`least`, where it is a confidence. Raises ExtractionError where it is none."""
    if math.isnan(least) or not 0 <= least <= 1:
        raise ExtractionError(f"{least} is no confidence", cure="give a number from 0 (everything) to 1 (only what is given)")
    return least


def surer(extraction: Extraction, least: float) -> Extraction:
    """The facts whose confidence is `least` or more. Raises ExtractionError where `least` is no confidence."""
    if demand_confidence(least) == 0:
        return extraction
    names = {actor.id: actor.name for actor in extraction.actors}
    kept = {actor.id for actor in extraction.actors if actor.confidence >= least}
    meetings = (_meeting(m, least, kept, names) for m in extraction.meetings if m.provenance.confidence >= least)
    return replace(
        extraction,
        actors=tuple(actor for actor in extraction.actors if actor.id in kept),
        roles=tuple(
            role
            for role in extraction.roles
            if role.provenance.confidence >= least and role.person in kept and (role.of is None or role.of in kept)
        ),
        meetings=tuple(meeting for meeting in meetings if meeting is not None),
        agreements=tuple(
            _agreement(agreement, least, kept, names)
            for agreement in extraction.agreements
            if agreement.provenance.confidence >= least
        ),
    )


def _meeting(meeting: Meeting, least: float, kept: Set[str], names: dict[str, str]) -> Meeting | None:
    there, sure = _members(meeting.participants, meeting.participants_confidence, least, kept)
    if len(there) < min(2, len(meeting.participants)):
        return None
    return replace(
        meeting,
        participants=there,
        participants_confidence=sure,
        host=meeting.host if meeting.host in (there if meeting.host in meeting.participants else kept) else None,
        reported_by=_voice(meeting.reported_by, kept, names),
        date=meeting.date if _sure(meeting.date_confidence, least) else None,
        date_confidence=meeting.date_confidence if _sure(meeting.date_confidence, least) else None,
        place=meeting.place if _sure(meeting.place_confidence, least) else None,
        place_confidence=meeting.place_confidence if _sure(meeting.place_confidence, least) else None,
    )


def _agreement(agreement: Agreement, least: float, kept: Set[str], names: dict[str, str]) -> Agreement:
    there, sure = _members(agreement.parties, agreement.parties_confidence, least, kept)
    signatories = tuple(local for local in agreement.signatories if local in kept)
    return replace(
        agreement,
        parties=there,
        parties_confidence=sure,
        signatories=signatories,
        reported_by=_voice(agreement.reported_by, kept, names),
        date=agreement.date if _sure(agreement.date_confidence, least) else None,
        date_confidence=agreement.date_confidence if _sure(agreement.date_confidence, least) else None,
    )


def _sure(confidence: float | None, least: float) -> bool:
    return confidence is None or confidence >= least


def _voice(reported_by: str | None, kept: Set[str], names: dict[str, str]) -> str | None:
    return reported_by if reported_by is None or reported_by in kept else names.get(reported_by, reported_by)


def _members(
    members: Sequence[str], confidences: Sequence[float], least: float, kept: Set[str]
) -> tuple[tuple[str, ...], tuple[float, ...]]:
    sure = [n for n, local in enumerate(members) if local in kept and (not confidences or confidences[n] >= least)]
    return tuple(members[n] for n in sure), tuple(confidences[n] for n in sure) if confidences else ()
