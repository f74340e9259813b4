"""Bytes to text. UTF-8 is tried first and strictly; older Cyrillic and Kazakh encodings only where it fails."""

from __future__ import annotations

import codecs
import re

from kg.model.errors import IngestError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
# On a tie the earlier wins: pure Russian text reads the same in the first three.
_CYRILLIC = ("cp1251", "kz1048", "ptcp154", "koi8_r", "cp866")
_LOWER = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")
_UPPER = {letter.upper() for letter in _LOWER}
_MARKS = set("«»“”„‘’–—…№•·°§©\xa0")
# What no word holds: a capital after a small letter, Latin beside Cyrillic, ғ beside front vowels or between consonants
# (PTCP154 has ә where KZ-1048 has ғ).
_BROKEN_WORD = re.compile(
    "[а-яёәғқңөұүһі][А-ЯЁӘҒҚҢӨҰҮҺІ]|[A-Za-z][А-Яа-яЁёӘ-ӫҐ-ҿ]|[А-Яа-яЁёӘ-ӫҐ-ҿ][A-Za-z]"
    "|[еіөүә][ғҒ]|[ғҒ][еіөүә]|[бвгджзкқлмнңпрстфхш][ғҒ](?=[бвгджзкқлмнңпрстфхш])"
)
_WORD = re.compile("[а-яёәғқңөұүһі]{3}", re.IGNORECASE)
_DECLARED = re.compile(rb"""<(?:\?xml|meta)\b[^>]{0,300}?(?:encoding|charset)\s*=\s*["']?\s*([\w.-]{2,30})""", re.IGNORECASE)
_SAMPLE = 200_000
_FITS = 0.6
_MAGIC = (
    (b"%PDF-", "a PDF document"), (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"),
    (b"RIFF", "a sound, film or image"), (b"ID3", "a sound"), (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"), (b"{\\rtf", "a rich text document"), (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"), (b"\x7fELF", "a program"), (b"SQLite format 3", "a database"),
)  # fmt: skip


def demand_text(head: bytes, *, file: str) -> None:
    """Raises IngestError where the first bytes of a file show that it is no text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise IngestError(f"this is {name}, not text", file=file, cure="save its text as .txt, .html or .json")
    if b"\x00" in head and not head.startswith(tuple(bom for bom, _ in _BOMS)) and _utf16(head) is None:
        raise IngestError(
            f"binary data: a NUL byte at position {head.index(0)}", file=file, cure="save its text as .txt, .html or .json"
        )


def is_utf16(head: bytes) -> bool:
    """Whether a text that begins with `head` writes two or four bytes a character."""
    return b"\x00" in head


def declared_encoding(head: bytes) -> str | None:
    """The encoding that an HTML page or XML document names in its beginning."""
    match = _DECLARED.search(head[:4096])
    return None if match is None else match[1].decode("ascii")


def decode(data: bytes, *, file: str, line: int | None = None, declared: str | None = None) -> str:
    """The text of `data`, without byte order mark. `declared` is the encoding that the document itself names.

    Raises IngestError, with the position of the first byte that is not UTF-8, where no encoding fits.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise _unreadable(error.start, encoding.upper(), file, line) from error
    if b"\x00" in data and (text := _utf16(data)) is not None:
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data):
            raise _unreadable(error.start, "UTF-8", file, line) from error
        text = _declared(data, declared) or _cyrillic(data) or _other(data)
        if text is None:
            raise _unreadable(error.start, "UTF-8", file, line) from error
        return text


def _unreadable(position: int, encoding: str, file: str, line: int | None) -> IngestError:
    where = f"byte {position}" if line is None else f"byte {position} of the line"
    return IngestError(
        f"{where} is not {encoding}, and no other encoding fits", file=file, line=line, cure="save the file as UTF-8"
    )


def _is_broken_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 with some damage: text in another encoding hardly holds a valid sequence."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    sequences = sum(character > "\x7f" and character != "\ufffd" for character in text)
    return sequences > 2 * text.count("\ufffd")


def _utf16(data: bytes) -> str | None:
    """UTF-16 without byte order mark, recognised by reading as Latin or Cyrillic text in one of the byte orders."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data[: len(data) // 2 * 2].decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:2000]
        usual = sum(c in "\t\n\r" or " " <= c <= "\u052f" or "\u2010" <= c <= "\u203a" for c in sample)
        if usual > 0.98 * len(sample) and sum(map(str.isalpha, sample)) > len(sample) / 2:
            return text
    return None


def _declared(data: bytes, declared: str | None) -> str | None:
    """`data` in the encoding that the document names, if that exists and holds no impossible byte."""
    if declared is None:
        return None
    try:
        text = data.decode(declared)
    except (LookupError, UnicodeDecodeError):
        return None
    # Pages in KZ-1048 commonly claim windows-1251, which has other letters at the places of the Kazakh ones.
    return None if _fit(text) < _FITS else text


def _cyrillic(data: bytes) -> str | None:
    best, text = _FITS, None
    for encoding in _CYRILLIC:
        try:
            candidate = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if (fit := _fit(candidate)) > best and _WORD.search(candidate):
            best, text = fit, candidate
    return text


def _fit(text: str) -> float:
    """How much the characters beyond ASCII look like Kazakh or Russian, at most 1."""
    sample = text[:_SAMPLE]
    beyond = [character for character in sample if character > "\x7f"]
    if not beyond:
        return 1.0
    lower = sum(character in _LOWER for character in beyond)
    upper = sum(character in _UPPER for character in beyond)
    strange = len(beyond) - lower - upper - sum(character in _MARKS for character in beyond)
    broken = len(_BROKEN_WORD.findall(sample))
    # Capitals count less: KOI8 read as windows-1251 is Cyrillic too, but with the cases exchanged.
    return (len(beyond) - 0.5 * upper - 4 * strange - 4 * broken) / len(beyond)


def _other(data: bytes) -> str | None:
    """What charset-normalizer makes of it, for the languages of western and central Europe and of Asia."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 (seldom needed)

    matches = list(from_bytes(data[:_SAMPLE]))
    # Western pages are far more common than the others that read as well.
    match = min(matches, key=lambda m: (m.chaos, -m.coherence, m.encoding != "cp1252"), default=None)
    if match is None or match.chaos > 0.05:
        return None
    try:
        text = data.decode(match.encoding)
    except UnicodeDecodeError:
        return None
    odd = sum(not (c.isprintable() or c.isspace()) for c in text[:_SAMPLE])
    return None if odd else text
