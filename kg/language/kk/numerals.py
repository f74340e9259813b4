"""Numbers spelled out in words, as in what is spoken: «екі мың он тоғызыншы», «жиырма бесінші».

Enters: a Document and a token. Leaves: the number, its last token, and whether it is an ordinal.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.language.document import Document

UNITS = {
    "бір": 1,
    "екі": 2,
    "үш": 3,
    "төрт": 4,
    "бес": 5,
    "алты": 6,
    "жеті": 7,
    "сегіз": 8,
    "тоғыз": 9,
}
TENS = {
    "он": 10,
    "жиырма": 20,
    "отыз": 30,
    "қырық": 40,
    "елу": 50,
    "алпыс": 60,
    "жетпіс": 70,
    "сексен": 80,
    "тоқсан": 90,
}
SCALES = {"жүз": 100, "мың": 1000}
ORDINALS = {
    "бірінші": 1,
    "екінші": 2,
    "үшінші": 3,
    "төртінші": 4,
    "бесінші": 5,
    "алтыншы": 6,
    "жетінші": 7,
    "сегізінші": 8,
    "тоғызыншы": 9,
    "оныншы": 10,
    "жиырмасыншы": 20,
    "отызыншы": 30,
    "қырқыншы": 40,
    "елуінші": 50,
    "алпысыншы": 60,
    "жетпісінші": 70,
    "сексенінші": 80,
    "тоқсаныншы": 90,
    "жүзінші": 100,
    "мыңыншы": 1000,
}
# No number of this kind has more words; the bound keeps endless lists cheap.
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number up to token `last`."""

    value: int
    last: int
    ordinal: bool


def spelled(doc: Document, i: int) -> Numeral | None:
    """The number whose words begin at token `i`: thousands, hundreds, tens, units, an ordinal at most at the end."""
    total = part = 0
    limit = 10_000
    last, ordinal = i - 1, False
    while last + 1 < len(doc.tokens) and last + 1 - i < LONGEST and not ordinal:
        word = doc.tokens[last + 1].lower
        ordinal = word in ORDINALS
        value = ORDINALS.get(word) or UNITS.get(word) or TENS.get(word) or SCALES.get(word)
        if value is None or value >= limit:
            ordinal = False
            break
        if value == 1000:
            total, part, limit = (total + part or 1) * 1000, 0, 1000
        elif value == 100:
            total, part, limit = total + (part or 1) * 100, 0, 100
        elif value >= 10:
            part, limit = value, 10
        else:
            # «екі» may still count hundreds or thousands, which are read next.
            following = doc.tokens[last + 2].lower if last + 2 < len(doc.tokens) else ""
            part, limit = part + value, (SCALES.get(following) or ORDINALS.get(following, 0)) + 1
        last += 1
    return Numeral(total + part, last, ordinal) if last >= i else None
