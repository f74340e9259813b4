"""What language analysis hands on: an article with its tokens, sentences and phrases, in terms that no language owns.

Enters: Article. Leaves: Document. Cases and verb features carry the labels of Universal Dependencies.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model.article import Article

LATIN_END = "\u0250"  # the first letter behind the Latin blocks of Unicode


def latin(text: str) -> bool:
    """Whether nothing in a text is of another script than Latin («Électricité», «Taşımacılık»)."""
    return all(letter < LATIN_END for letter in text)


@dataclass(frozen=True, slots=True)
class Nominal:
    """A reading of a noun. `case` is nom, gen, acc, dat, loc, abl or ins; `person` that of the possessor (0: none).

    `attributive`: the locative that modifies a noun («Қазақстандағы елші»).
    """

    lemma: str
    case: str = "nom"
    plural: bool = False
    person: int = 0
    attributive: bool = False


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A reading of a verb. `tense`: past, future, conditional or none; `form`: finite, converb, participle or noun."""

    stem: str
    form: str
    tense: str
    negated: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    sentence: int
    lower: str
    nominal: Nominal
    kind: str = "word"

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last` (inclusive) that name one thing.

    `kind`: person, organization, country, place, office, demonym, group, pronoun. `key` identifies what is named where a
    table knows it (ISO code, slug, lemma of the office); `name` is the nominative as written; `case` that of the whole.
    `tagger` is the confidence of a model where it was the finder, `whole` a quoted name with its quotes and head noun.
    """

    kind: str
    first: int
    last: int
    name: str
    case: str = "nom"
    key: str | None = None
    plural: bool = False
    attributive: bool = False
    quoted: bool = False
    subtype: str = ""
    possessed: bool = False
    tagger: float | None = None
    whole: str = ""


@dataclass(frozen=True, slots=True)
class TimeReference:
    """A point in time as written: tokens and ISO value, resolved against the day of publication; `other` is the next such
    day where the words fit one that has passed and one that lies ahead: the event's status chooses.

    What counts from the story itself has an `anchor`: "story" (the day told before: «ертеңіне») or "event" (an event that the
    words name: «саммиттен бір күн бұрын»), and `shift` units from there; its `value` is then but the best guess.
    """

    first: int
    last: int
    value: str | None
    kind: str = "date"
    other: str | None = None
    anchor: str = ""
    shift: int = 0
    unit: str = "day"


@dataclass(slots=True)
class Document:
    article: Article
    tokens: list[Token]
    sentences: list[tuple[int, int]]
    phrases: list[Phrase] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    times: list[TimeReference] = field(default_factory=list)
    dateline: str | None = None
    body: int = 0


@dataclass(frozen=True, slots=True)
class Title:
    """An office as written. Tokens `first` to `last`; `lemma` is that of its head noun, `kind` as in the table of offices.

    `title`: the office in the nominative, without country or body. `body`: index of the phrase that it belongs to, else None;
    `common_body`: a common noun that stands for the body («ведомство»); `holders`: indexes of the person phrases after it
    that bear it, `bearers` of those that stand elsewhere («Х, … елшісі,», «елші болған Х»). `organ`: the title names an organ
    with which the phrase of its body ends («Еуразиялық комиссия Алқасының төрағасы»). `rank`: more a rank than an office.
    """

    first: int
    last: int
    title: str
    lemma: str
    kind: str
    case: str
    plural: bool
    possessed: bool
    bare: bool
    body: int | None = None
    bodies: tuple[int, ...] = ()
    common_body: str | None = None
    holders: tuple[int, ...] = ()
    person: int = 0
    bearers: tuple[int, ...] = ()
    organ: bool = False
    rank: bool = False
