"""Rows of a language's frame table: what a verb or noun of meeting, or a noun of agreement, says about its arguments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """`partner`: cases of the other side; `host`: which side receives (subject, partner or empty); `condition`: a regular
    expression that the clause must match.
    """

    name: str
    pos: str
    predicate: str
    condition: str
    type: str
    partner: tuple[str, ...]
    host: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A noun of agreement: its lemma, the kind of instrument, whether it is named when it stands alone."""

    lemma: str
    type: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Act:
    """What is done to an instrument: the status it gives, the pattern of its words after the noun, the noun's case; `lasting`
    where the words tell a state that no tense changes («күшінде»); `sure` where nothing but an instrument undergoes it;
    `kinds` of instrument that undergo it, all where empty.
    """

    status: str
    pattern: str
    case: str
    lasting: bool = False
    sure: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """What a sentence says of a gathering, or of somebody at one, and the token that says it.

    `name`: convenes («отырыс өтті»), hosted («отырысты өткізді»), attended («отырысқа қатысты»), spoke («отырыста сөйледі»),
    setting («отырыста»); of people leads, joins, speaks or absent.
    """

    name: str
    token: int


@dataclass(frozen=True, slots=True)
class Voice:
    """Words that lay what is told to somebody's account: their token, and the case in which that somebody stands.

    `stance`: before (the source stands right before them), quote (beside them, and what is told goes before), noun (what is told
    is their object, and the source their subject), back (the same, but what is told is the sentence before).
    """

    token: int
    stance: str
    case: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """A noun of gathering: its lemma, type, whether it may stand for any gathering told before, whether the words around it
    tell of one anew, and whether it is a gathering only where a body or three sides meet («министрлердің кездесуі»).
    """

    lemma: str
    type: str
    generic: bool
    anew: bool
    several: bool = False
