"""Names and facts in, identifiers of the graph out: deterministic, readable where they can be, the same on every machine.

Kazakh and Russian letters follow BGN/PCGN (1979 for Kazakh, 1947 for Russian) without its diacritics, so that a spelling in
either language, and a Latin one, tend to meet: «Ермек Көшербаев» is `ermek-kosherbaev`. What that folds together (ә and а,
і and и, upper and lower case, dashes, quotes) is meant to be one name. Every other script keeps each of its letters as a
code point: nothing is lost.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata

MAX_SLUG = 96
_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "gh", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ї": "i", "є": "e", "ґ": "g", "ў": "u", "ӣ": "i", "ӯ": "u", "ҳ": "h", "ҷ": "j", "ј": "j", "љ": "lj", "њ": "nj", "ђ": "dj",
    "ћ": "c", "џ": "dz",
}  # fmt: skip
_LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ŋ": "ng"}
_SIGNS = {"№": "no", "&": "\x01and\x01", "+": "\x01plus\x01"}
_TABLE = _CYRILLIC | _LATIN | _SIGNS
_SILENT = frozenset("'’ʼʻ`\"«»“”„")


def latin(name: str) -> str:
    """`name` in lower-case ASCII letters, digits and hyphens; foreign letters as `u--` and their hexadecimal code
    points.
    """
    pieces: list[str] = []
    previous = ""
    for letter in unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()):
        piece = _piece(letter, previous)
        pieces.append(piece)
        previous = piece
    text = re.sub(r"\x01+", "-", "".join(pieces).strip("\x01"))
    return re.sub(r"(?:\x00[0-9a-f]+)+", lambda run: f"-u-{run[0].replace(chr(0), '-')}-", text).strip("-")


def _piece(letter: str, previous: str) -> str:
    if letter.isascii() and letter.isalnum():
        return letter
    if letter in _TABLE:
        return _TABLE[letter]
    plain = unicodedata.normalize("NFKD", letter)
    base = "".join(part for part in plain if not unicodedata.combining(part))
    if base and base != letter and all((c.isascii() and c.isalnum()) or c in _TABLE for c in base.casefold()):
        return "".join(_TABLE.get(c, c) for c in base.casefold())
    category = unicodedata.category(letter)
    if category[0] == "M" and not previous.startswith("\x00"):
        return ""  # an accent on a Latin or Cyrillic letter; on a letter of another script it is part of the spelling
    if category[0] in "LMN":
        return f"\x00{ord(letter):x}"
    return "" if letter in _SILENT else "\x01"


def slug(name: str) -> str:
    """A part of an identifier for `name`: [a-z0-9-], never empty, and never longer than `MAX_SLUG` and a hash.

    A name without any letter or digit is spelt by its hash; a long one is cut and keeps a hash of the whole.
    """
    text = latin(name)
    if not text:
        return f"x--{digest(name)[:12]}"
    return text if len(text) <= MAX_SLUG else f"{text[:MAX_SLUG].rstrip('-')}--{digest(text)[:12]}"


def digest(*parts: str | None) -> str:
    """First 20 hexadecimal digits of the SHA-256 of the parts written as a JSON array (so that no two lists of parts look
    alike).
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def document_id(article_id: str) -> str:
    """The identifier of a document's node: its own id where that is safe in an IRI, else a readable part and a hash."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}", article_id):
        return f"document/{article_id}"
    return f"document/{slug(article_id)[:60].strip('-')}--{digest(article_id)}"


def post_id(body: str | None, title: str) -> str:
    """The office `title` of the body with that entity id; without a body one office for all that bear the title."""
    return f"post/{'-' if body is None else body.replace('/', '~')}/{slug(title)}"
