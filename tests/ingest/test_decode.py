from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from kg.ingest.decode import decode
from kg.model.errors import IngestError
from tests.ingest.helpers import BODY, TITLE, is_rejected

RUSSIAN = "Президент Казахстана встретился с президентом Узбекистана. «Стороны обсудили сотрудничество», – сказал он."
KAZAKH = BODY + " Әмірлік ұсынған жобаға қатысушы ҚХР пен Үндістан һәм Иран да өз үлесін қосты, деді ол."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "ptcp154"])
def test_kazakh_letters_survive(encoding):
    assert decode(KAZAKH.encode(encoding), file="a.txt") == KAZAKH


def test_kazakh_letters_survive_in_kz1048():
    # Python's kz1048 has no encoder fault: every letter of Kazakh has its place.
    assert decode(KAZAKH.encode("kz1048"), file="a.txt") == KAZAKH


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "cp866"])
def test_russian_reads_in_its_old_encodings(encoding):
    text = RUSSIAN if encoding == "cp1251" else RUSSIAN.replace("«", '"').replace("»", '"').replace("–", "-")
    assert decode(text.encode(encoding), file="a.txt") == text


def test_a_page_that_claims_windows_1251_but_is_kz1048_keeps_its_kazakh_letters():
    assert decode(KAZAKH.encode("kz1048"), file="a.html", declared="windows-1251") == KAZAKH


def test_a_declared_encoding_is_believed_where_it_fits():
    assert decode(RUSSIAN.encode("cp1251"), file="a.html", declared="windows-1251") == RUSSIAN


@pytest.mark.parametrize("declared", ["no-such-encoding", "utf-8", "ascii"])
def test_a_false_declaration_does_no_harm(declared):
    assert decode(KAZAKH.encode("kz1048"), file="a.html", declared=declared) == KAZAKH


def test_western_letters_read():
    text = "Le président français a reçu son homologue à l'Élysée, où ils ont discuté de coopération énergétique."
    assert decode(text.encode("cp1252"), file="a.txt") == text


def test_broken_utf8_is_named_by_its_position():
    data = KAZAKH.encode()
    with pytest.raises(IngestError, match=r"a\.txt: byte 20 is not UTF-8, and no other encoding fits \(save the file as UTF-8\)"):
        decode(data[:20] + b"\xff" + data[20:], file="a.txt")


def test_utf8_that_was_cut_off_is_rejected():
    with pytest.raises(IngestError, match="is not UTF-8"):
        decode(KAZAKH.encode()[:101], file="a.txt")


def test_bytes_without_sense_are_rejected():
    with pytest.raises(IngestError, match="byte 0 is not UTF-8"):
        decode(bytes(range(128, 256)), file="a.txt")


def test_a_byte_order_mark_before_something_else_is_rejected():
    with pytest.raises(IngestError, match="is not UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8a", file="a.txt")


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"PK\x03\x04\x14\x00", b"\x1f\x8b\x08\x00",
     b"abc\x00\x01\x02def" * 50],
)  # fmt: skip
def test_binary_files_are_rejected_with_cure(inbox, one, data):
    Path("a.txt").write_bytes(data)
    assert is_rejected(one("a.txt"), "a.txt", "save its text as")


def test_files_in_old_encodings_are_read_from_disk(inbox, one):
    Path("a.txt").write_bytes(f"{TITLE}\n{KAZAKH}".encode("kz1048"))
    article = one("a.txt")
    assert (article.title, article.lang) == (TITLE, "kk")
