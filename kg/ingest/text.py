"""Text as Elshi keeps it: one form of line end, one form of each letter, no characters that print nothing.

Every offset in Elshi counts code points of the text that `clean` returns.
"""

from __future__ import annotations

import re
import unicodedata

from kg.model.errors import IngestError

MAX_CHARACTERS = 200_000
"""The longest text of one article. That is some 80 pages: what is longer is a book or a mistake, and one
sentence of that length takes half a minute to analyse."""

_LINE_END = re.compile("\r\n?|\x85|\u2028|\u2029")
# C0 and C1 controls but newline and tab, soft hyphen, zero-width space, word joiner, byte order mark.
# Joiners that shape letters and bidirectional marks stay: they are part of how the text reads.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` with newline as its only line end, without invisible characters, in Unicode form NFC.

    Form feed and vertical tab go with the other controls. Spaces stay as they are, at both ends too.
    """
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_END.sub("\n", text)))


def one_line(text: str) -> str:
    """`text` cleaned, each run of white space made one space: for titles and names."""
    return " ".join(clean(text).split())


def demand_whole(text: str, what: str, *, file: str | None, line: int | None = None) -> None:
    """Raises IngestError where `text` holds half of a character, as JSON escapes can write it."""
    if half := _HALF_CHARACTER.search(text):
        raise IngestError(
            f"{what} holds half a character (U+{ord(half[0]):04X}) at position {half.start()}",
            file=file, line=line, cure="write the escape as a pair, or the character itself in UTF-8",
        )  # fmt: skip
