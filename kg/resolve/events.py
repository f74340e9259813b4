"""The meetings and agreements of one document in, their identifiers out, so that two reports of one event meet.

A meeting is its family, its participants and its date as written: `2025-12` and `2025-12-02` stay apart, for one document
cannot tell whether a month's only meeting is meant. Reports of a summit name now these, now those guests, so a summit is
its day and place. An agreement is its type, name, parties and year; a joint statement or declaration, of which the same
parties make one a day and which each report calls otherwise, its type, parties and day. What could be several events (no
date, fewer than two actors, a name that says nothing) does not leave its document; nor does one that its own document tells
apart from another with the same key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from kg.model.facts import Agreement, Extraction, Meeting, Provenance, Span
from kg.model.graph import Entity
from kg.model.identifiers import digest
from kg.resolve.names import key, normal
from kg.resolve.people import Found

_IN_A_ROOM = frozenset({"reception", "meeting", "talks", "consultations"})
_SEVERAL_A_DAY = frozenset({"ceremony", "session"})
_ONE_A_DAY = frozenset({"statement", "declaration"})
# Words that say what an instrument is and nothing of what it is about.
_EMPTY_WORDS = """
    бірлескен біріккен ортақ бірқатар екіжақты екінші бірінші үшінші құжат құжаттар құжаттары келісім келісімі
    келісімшарт келісімшарттар шарт шарты меморандум меморандумы меморандумдар декларация декларациясы мәлімдеме
    мәлімдемесі хаттама хаттамасы қарар шешім жол картасы бағдарлама бағдарламасы коммюнике пакт акт туралы арасындағы мен пен бен
    және екі ел елдің совместный совместная совместное заявление соглашение договор протокол документ документы ряд о об между и
    joint declaration statement memorandum agreement treaty protocol communique document documents roadmap road map a an the of
    several on between and
"""


def identify_meetings(extraction: Extraction, entities: Mapping[str, Entity], places: Mapping[str, str]) -> dict[str, Found]:
    """Every meeting's local id with its node; `places` gives the place id of each wording."""
    summits = Counter(_summit(meeting, places) for meeting in extraction.meetings)
    found: dict[str, Found] = {}
    for meeting in extraction.meetings:
        summit = _summit(meeting, places)
        if summit is not None and summits[summit] == 1:
            found[meeting.id] = Found(f"meeting/{digest('meeting', *summit)}", "a summit of this day and place", 0.85)
        else:
            found[meeting.id] = _meeting(meeting, extraction, entities, places)
    return found | _told_apart(extraction, found)


def _told_apart(extraction: Extraction, found: Mapping[str, Found]) -> dict[str, Found]:
    """Ceremonies or sittings that their document tells apart though their keys are equal: all but the first in the text
    stay its own.

    Talks or a visit that come twice are one event told twice.
    """
    first: dict[str, Span] = {}
    apart: dict[str, Found] = {}
    placed = [(m.provenance.evidence, m) for m in extraction.meetings if m.type in _SEVERAL_A_DAY and m.provenance.evidence]
    for span, meeting in sorted(placed, key=lambda pair: (pair[0].start, pair[0].end, pair[1].id)):
        shared = found[meeting.id].id
        kept = first.setdefault(shared, span)
        if span.start >= kept.end:
            scope = _scope(extraction, meeting.id, meeting.provenance)
            apart[meeting.id] = _own(f"meeting/{digest(shared, *scope)}", "another of its kind that day")
    return apart


def identify_agreements(extraction: Extraction, entities: Mapping[str, Entity]) -> dict[str, Found]:
    """Every agreement's local id with its node."""
    named = {agreement.id: _agreement_key(agreement, entities) for agreement in extraction.agreements}
    alike = Counter(parts for parts, _ in named.values())
    found: dict[str, Found] = {}
    for agreement in extraction.agreements:
        parts, reason = named[agreement.id]
        if parts and (alike[parts] == 1 or parts[-2]):
            found[agreement.id] = Found(f"agreement/{digest(*parts)}", reason, 0.9)
        else:
            parties = sorted({entities[local].id for local in agreement.parties})
            own = ("agreement", agreement.type, *parties, "called", key(agreement.name), agreement.date)
            scope = _scope(extraction, agreement.id, agreement.provenance)
            found[agreement.id] = _own(f"agreement/{digest(*own, *scope)}", reason)
    return found


def family(meeting_type: str) -> str:
    """What two reports of one meeting agree on: one says "reception" where another says "talks", but neither says
    "visit".
    """
    return "encounter" if meeting_type in _IN_A_ROOM else meeting_type


def name_key(name: str, without: frozenset[str] = frozenset()) -> str:
    """An agreement's name as a key, less the words in `without` and those that only say what kind of thing it is."""
    empty = _empty_words() | without
    return "-".join(word for word in map(key, normal(name).replace("-", " ").split()) if word and word not in empty)


@lru_cache(maxsize=1)
def _empty_words() -> frozenset[str]:
    return frozenset(map(key, _EMPTY_WORDS.split()))


def _summit(meeting: Meeting, places: Mapping[str, str]) -> tuple[str, ...] | None:
    if meeting.type != "summit" or meeting.date is None or len(meeting.date) < 10 or meeting.place is None:
        return None
    return ("summit", "on", meeting.date, "in", places[meeting.place])


def _meeting(meeting: Meeting, extraction: Extraction, entities: Mapping[str, Entity], places: Mapping[str, str]) -> Found:
    actors = sorted({entities[local].id for local in meeting.participants})
    parts: list[str | None] = ["meeting", family(meeting.type), *actors, "on", meeting.date]
    where = places[meeting.place] if meeting.place else None
    if meeting.date is None or not actors or (len(actors) == 1 and where is None):
        scope = _scope(extraction, meeting.id, meeting.provenance)
        return _own(f"meeting/{digest(*parts, *scope)}", "no date, or too few actors")
    if len(actors) == 1:
        return Found(f"meeting/{digest(*parts, meeting.type, where)}", "same kind, actor, date and place", 0.8)
    return Found(f"meeting/{digest(*parts)}", "same family, participants and date", 0.95)


def _agreement_key(agreement: Agreement, entities: Mapping[str, Entity]) -> tuple[tuple[str, ...], str]:
    """What the agreement shares with other reports of it, its last part but one "" where the name is none of it; () if
    nothing.
    """
    parties = sorted({entities[local].id for local in agreement.parties})
    names = frozenset(
        key(word)
        for local in agreement.parties
        for name in (entities[local].name, *entities[local].aliases)
        for word in normal(name).replace("-", " ").split()
    )
    about = name_key(agreement.name, names)
    date = agreement.date or ""
    nameless = not about or agreement.type in _ONE_A_DAY
    if len(parties) > 1 and nameless and len(date) == 10:
        return ("agreement", agreement.type, *parties, "on", "", date), "same type, parties and day"
    if about and (len(parties) > 1 or (parties and date)):
        return ("agreement", agreement.type, *parties, "called", about, date[:4]), "same type, name, parties and year"
    return (), "no date, no party or no name of its own"


def _scope(extraction: Extraction, local: str, provenance: Provenance) -> tuple[str, ...]:
    """What keeps an event within its document, and apart from its like there: where its evidence stands, else its local
    id.
    """
    span = provenance.evidence
    return ("in", extraction.article.id, *((local,) if span is None else (str(span.start), str(span.end))))


def _own(identifier: str, reason: str) -> Found:
    return Found(identifier, f"{reason}: only this document's", 0.6)
