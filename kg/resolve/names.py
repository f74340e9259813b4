"""Names as they are written in, forms that can be compared out. No letter of any script is ever lost."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kg.model.identifiers import latin

_PATRONYMIC = re.compile(r".(?:ұлы|қызы|уулу|кызы|оғлы|оглы|угли|ович|евич|овна|евна|ична)$")
_PARTICLES = frozenset(
    ["фон", "дер", "ден", "ван", "де", "да", "ди", "ду", "ла", "ле", "аль", "әл", "эль", "эл", "ас", "бен", "бин", "ибн"]
) | frozenset(["von", "der", "den", "van", "de", "da", "di", "du", "la", "le", "al", "el", "bin", "ibn"])
_INITIAL = re.compile(r"^(?:\w|Дж|дж|Ш[иы]|Ye|Yu|Ya|Zh|Kh|Sh|Ch|Ts)\.$|^\w$")


def normal(name: str) -> str:
    """`name` in NFC and lower case, without quotation marks, with one kind of dash, one blank, «е» for «ё», and one after
    each full stop.
    """
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).replace("ё", "е")
    text = re.sub(r"[«»“”„\"'’ʼ]", "", text)
    text = re.sub(r"\s*[‐‑‒–—―-]\s*", "-", text)
    return " ".join(re.sub(r"\.\s*(?=\w)", ". ", text).split())


@lru_cache(maxsize=1 << 15)
def key(name: str) -> str:
    """What two names of one actor have in common across case, dashes, quotes, and Kazakh, Russian and Latin letters; ""
    without letters.
    """
    return latin(normal(name))


def skeleton(name: str) -> str:
    """A coarse key under which Kazakh, Russian and English spellings of one full name meet. Only for looking up known
    people.
    """
    text = re.sub(r"[^a-z0-9]+", " ", key(name))
    for old, new in _SPELLINGS:
        text = re.sub(old, new, text)
    return re.sub(r"([a-z])\1+", r"\1", text).strip()


_SPELLINGS = (
    ("dzh|zh|j", "j"), ("kh|gh", "h"), ("ph", "f"), ("ts|tz", "c"), ("ck|q|x", "k"), ("w", "v"), ("[yi]u", "u"),
    ("[yi]a|ay", "a"), ("[yi]o|oe", "e"), ("[iye]*e[iye]*", "e"), ("[iy]+", "i"), ("h", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart, each part as a `key`. `given` are full given names and patronymics, `initials` single
    letters.

    The surname is the last part, as in «Қ.Тоқаев» and «Қасым-Жомарт Кемелұлы Тоқаев», unless only initials follow («Тоқаев
    Қ.К.»).
    """

    given: tuple[str, ...]
    initials: tuple[str, ...]
    surname: str

    @property
    def full(self) -> bool:
        """Whether the name has both a given name and a surname."""
        return bool(self.given) and bool(self.surname)


def person_name(name: str) -> PersonName:
    """The parts of `name`, which should be in the nominative and without title."""
    words = [word for word in normal(name).split() if key(word)]
    initials = [word for word in words if _INITIAL.match(word)]
    rest = [word for word in words if word not in initials]
    if not rest:
        return PersonName((), tuple(map(key, initials)), "")
    if len(rest) > 2 and _PATRONYMIC.search(rest[-1]):
        rest = [*rest[1:], rest[0]]  # «Тоқаев Қасым-Жомарт Кемелұлы»
    before = [word for word in rest[:-1] if word not in _PARTICLES]
    given = [word for word in before if not _PATRONYMIC.search(word)] or before
    return PersonName(tuple(map(key, given)), tuple(map(key, initials)), key(rest[-1]))


def plain_person(name: str) -> str:
    """`name` without its patronymic, the surname last: under this form a person is identified."""
    words = normal(name).split()
    if len(words) < 3:
        return name
    if _PATRONYMIC.search(words[-1]):
        words = [*words[1:], words[0]]
    return " ".join(word for word in words[:-1] if not _PATRONYMIC.search(word)) + f" {words[-1]}"


def may_be_short_for(short: PersonName, full: PersonName) -> bool:
    """Whether `short` (initials and surname, a surname alone, or a full name less a middle name) can stand for `full`."""
    if not short.surname or short.surname != full.surname:
        return False
    if short.given:
        return short.given[0] == full.given[0] if full.given else False
    letters = [name[:1] for name in full.given] or [initial[:1] for initial in full.initials]
    if not letters:
        return not short.initials
    return not short.initials or short.initials[0][:1] == letters[0]
