"""A gathering in the making, and the event that it becomes. Enters: who was told to attend. Leaves: an event in the story.

Where two persons or more are named they take part; one person stands beside the body that convenes or the other side; where
nobody is named, that body, or its countries, take part.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.arguments import Clause
from kg.extract.event import Event
from kg.extract.story import Story
from kg.language.frames import Gathering

# So many events back a ceremony told again may have been told.
LATELY = 4


@dataclass(slots=True)
class Told:
    """`first` is its noun, `at` its verb; `passing` one that is but a setting; `event` its number in the story, if any.

    `bodies` convene it; `countries` are the sides that its words name, also as members of a region, `codes` their ISO codes,
    `partners` those named themselves. An `attended` one is told of those who go there; a `vague` one is but «a sitting», whose
    it was the text does not say; of a `closed` one the text has told the end; a `joint` one is held with a body; `heard` are
    those who may have spoken at it; `scope` is the part of the clause that tells when and where it was.
    """

    noun: Gathering
    type: str
    first: int
    at: int
    clause: Clause
    status: str
    sentence: int
    passing: bool
    bodies: list[int] = field(default_factory=list)
    codes: tuple[str, ...] = ()
    countries: list[int] = field(default_factory=list)
    partners: list[int] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    host: int | None = None
    vague: bool = False
    attended: bool = False
    closed: bool = False
    joint: bool = False
    heard: list[int] = field(default_factory=list)
    scope: Clause | None = None
    event: int | None = None


def countries(story: Story, codes: tuple[str, ...]) -> list[int]:
    """The countries among the actors that have these codes."""
    return [n for code in codes if (n := story.cast.country(code)) is not None]


def homes(story: Story, people: list[int]) -> list[int]:
    """The countries whose offices persons hold."""
    found = [story.cast.country(story.country_of.get(a)) for a in people]
    return list(dict.fromkeys(n for n in found if n is not None))


def participants(story: Story, told: Told) -> list[int]:
    """Who takes part, by what is known so far; nobody while that is but a setting."""
    people = list(dict.fromkeys(told.people))
    if len(people) >= 2:
        return people
    if told.type == "ceremony" or told.vague:
        return []
    sides = told.countries if len(told.countries) > 1 else []
    if people:
        own = story.country_of.get(people[0])
        others = [c for c in told.partners if story.cast.clusters[c].key != own] if own else []
        # Of a commission of two countries the other one takes part, of any other body the body.
        bilateral = len(told.partners) == 2 and len(others) == 1
        # A leader is at the summit for its own state, which is of the body, unless the summit is one with that body.
        bodies = told.bodies[:1] if told.type != "summit" or told.joint else []
        sides = [*people, *(others if bilateral else bodies or others[:1])]
        # One person at some sitting, nobody knows of what: not even known to be between countries.
        return sides if len(sides) > 1 or told.type != "session" or not told.noun.generic or told.codes else []
    if told.passing:
        return []
    host = [told.host] if told.host is not None else []
    return list(dict.fromkeys([*(sides or told.bodies or told.countries), *host]))


def emit(story: Story, told: Told) -> None:
    """Adds the event of a gathering to the story, or its participants to the event."""
    who = tuple(participants(story, told))
    if not who:
        return
    if told.event is None:
        told.event = _begun(story, told, set(who))
    if told.event is not None:
        story.events[told.event] = replace(story.events[told.event], participants=who, type=told.type, host=told.host)
        return
    noun = bool(told.noun.lemma)
    at = (told.first, told.scope or told.clause, told.status, told.type, story.events)
    moment, spot = story.setting.moment(*at, noun=noun), story.setting.spot(*at, noun=noun)
    story.events.append(
        Event(
            told.type,
            who,
            told.host,
            moment.date,
            spot.name,
            told.status,
            told.first,
            story.evidence_end(told.first, told.clause),
            f"gathering {told.noun.lemma}",
            0.8 if moment.told else 0.75,
            moment.told,
            spot.told,
            spot.iso,
            days=moment.days,
        )
    )
    told.event = len(story.events) - 1


def _begun(story: Story, told: Told, who: set[int]) -> int | None:
    """The number of a ceremony told just before with some of those who are there, under the same host."""
    if told.type != "ceremony":
        return None
    for n in range(len(story.events) - 1, max(-1, len(story.events) - LATELY), -1):
        event = story.events[n]
        if (
            event.type == "ceremony"
            and event.status == told.status
            and event.host == told.host
            and set(event.participants) <= who
        ):
            return n
    return None
