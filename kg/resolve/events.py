"""The meetings and agreements of one document in, their identifiers out, so that two reports of one event meet.

A meeting is its family (encounter, visit, call), its participants and its date as written: `2025-12` and `2025-12-02` stay
apart, for one document cannot tell whether a month's only meeting is meant. An agreement is its type, name, parties and
year. What could be several events (no date, fewer than two participants, a name that says nothing) does not leave its
document.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.model.facts import Agreement, Extraction, Meeting, Provenance
from kg.model.graph import Entity
from kg.model.identifiers import digest
from kg.resolve.names import key
from kg.resolve.people import Found

_APART = frozenset({"visit", "call"})
# Words that say what an instrument is and nothing of what it is about.
_EMPTY_WORDS = """
    бірлескен біріккен ортақ бірқатар екіжақты екінші бірінші үшінші құжат құжаттар құжаттары келісім келісімі
    келісімшарт келісімшарттар шарт шарты меморандум меморандумы меморандумдар декларация декларациясы мәлімдеме
    мәлімдемесі хаттама хаттамасы қарар шешім жол картасы бағдарлама бағдарламасы коммюнике пакт акт совместный
    совместная совместное заявление соглашение договор протокол документ документы ряд joint declaration statement
    memorandum agreement treaty protocol communique document documents roadmap road map a an the of several
"""


def identify_meetings(extraction: Extraction, entities: Mapping[str, Entity], places: Mapping[str, str]) -> dict[str, Found]:
    """Every meeting's local id with its node."""
    return {meeting.id: _meeting(meeting, extraction, entities, places) for meeting in extraction.meetings}


def identify_agreements(extraction: Extraction, entities: Mapping[str, Entity]) -> dict[str, Found]:
    """Every agreement's local id with its node."""
    return {agreement.id: _agreement(agreement, extraction, entities) for agreement in extraction.agreements}


def family(meeting_type: str) -> str:
    """What two reports of one meeting agree on: a visit or a call is no meeting in a room, but "talks" may be another's
    "reception".
    """
    return meeting_type if meeting_type in _APART else "encounter"


def _meeting(meeting: Meeting, extraction: Extraction, entities: Mapping[str, Entity], places: Mapping[str, str]) -> Found:
    actors = sorted({entities[local].id for local in meeting.participants})
    parts: list[str | None] = ["meeting", family(meeting.type), *actors, "on", meeting.date]
    where = places.get(meeting.place) if meeting.place else None
    if meeting.date is None or not actors or (len(actors) == 1 and where is None):
        return _own(f"meeting/{digest(*parts, *_scope(extraction, meeting.provenance))}", "no date, or too few actors")
    if len(actors) == 1:
        return Found(f"meeting/{digest(*parts, meeting.type, where)}", "same kind, actor, date and place", 0.8)
    return Found(f"meeting/{digest(*parts)}", "same family, participants and date", 0.95)


def _agreement(agreement: Agreement, extraction: Extraction, entities: Mapping[str, Entity]) -> Found:
    parties = sorted({entities[local].id for local in agreement.parties})
    about = name_key(agreement.name)
    parts: list[str | None] = ["agreement", agreement.type, *parties, "called", about]
    year = agreement.date[:4] if agreement.date else None
    day = agreement.date if agreement.date and len(agreement.date) == 10 else None
    if not parties or (len(parties) < 2 and not (about and year)) or not (about or day):
        scope = _scope(extraction, agreement.provenance)
        return _own(f"agreement/{digest(*parts, key(agreement.name), year, *scope)}", "no date, or no name of its own")
    if not about:
        return Found(f"agreement/{digest(*parts, day)}", "same type, parties and day", 0.85)
    return Found(f"agreement/{digest(*parts, year)}", "same type, name, parties and year", 0.95)


def name_key(name: str) -> str:
    """An agreement's name as a key: "" where all its words only say what kind of thing it is."""
    words = [word for word in key(name).split("-") if word]
    empty = frozenset(map(key, _EMPTY_WORDS.split()))
    return "" if all(word in empty for word in words) else "-".join(words)


def _scope(extraction: Extraction, provenance: Provenance) -> tuple[str, ...]:
    """What keeps an event within its document, and apart from its like there: where its evidence stands."""
    span = provenance.evidence
    return ("in", extraction.article.id, *(() if span is None else (str(span.start), str(span.end))))


def _own(identifier: str, reason: str) -> Found:
    return Found(identifier, f"{reason}: only this document's", 0.6)
