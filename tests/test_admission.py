from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.admission import Admission, Build, Duplicate, Item, Unchanged, Verdict
from kg.ingest.article import make_article
from kg.model.article import Article, Rejected


def article(key: str, text: str) -> Article:
    return make_article(key=key, title="", text=text, date=None, lang="kk", url=None, source=None, origin=f"{key}.txt")


def judged(admission: Admission, *items: Item) -> list[Verdict]:
    return [verdict for item in items for verdict in admission.judge(item, fingerprint(item))]


def fingerprint(item: Item) -> str:
    assert isinstance(item, Article)
    return f"{item.id} {item.sha256}"


class Shelf:
    """A store that keeps no more than which document says what."""

    def __init__(self) -> None:
        self.documents: dict[str, Article] = {}

    def run(self, *items: Article) -> None:
        hashes = {document: item.sha256 for document, item in self.documents.items()}
        admission = Admission({document: fingerprint(item) for document, item in self.documents.items()}, hashes)
        written = []
        for verdict in judged(admission, *items):
            if isinstance(verdict, Build):
                assert isinstance(verdict.item, Article)
                written.append((verdict.document, verdict.fingerprint, verdict.item))
        for document, mark, item in written:
            if admission.stands(document, mark):
                self.documents[document] = item
        for document in admission.forgotten({document for document, _, _ in written}):
            del self.documents[document]


def test_a_new_document_is_built_and_a_known_one_is_not():
    one = article("1", "а")
    (verdict,) = judged(Admission({}, {}), one)
    assert verdict == Build(one, "document/1", fingerprint(one), changed=False)
    known = Admission({"document/1": fingerprint(one)}, {"document/1": one.sha256})
    assert judged(known, one) == [Unchanged("document/1")]


def test_a_changed_document_is_built_as_changed():
    old, new = article("1", "а"), article("1", "ә")
    (verdict,) = judged(Admission({"document/1": fingerprint(old)}, {"document/1": old.sha256}), new)
    assert isinstance(verdict, Build)
    assert verdict.changed


def test_a_document_that_another_has_displaced_no_longer_stands():
    two, one = article("2", "а"), article("1", "а")
    admission = Admission({}, {})
    first, duplicate, second = judged(admission, two, one)
    assert isinstance(first, Build) and isinstance(second, Build) and isinstance(duplicate, Duplicate)
    assert not admission.stands(first.document, first.fingerprint)
    assert admission.stands(second.document, second.fingerprint)


def test_a_stored_document_is_forgotten_only_when_its_duplicate_is_written():
    two, one = article("2", "а"), article("1", "а")
    admission = Admission({"document/2": fingerprint(two)}, {"document/2": two.sha256})
    judged(admission, one)
    assert admission.forgotten(set()) == ()
    assert admission.forgotten({"document/1"}) == ("document/2",)
    assert admission.forgotten({"document/1"}) == ()


def test_two_texts_under_one_id_are_an_error():
    verdicts = judged(Admission({}, {}), article("1", "а"), article("1", "ә"))
    assert any(isinstance(verdict, Rejected) and "'1'" in str(verdict.error) for verdict in verdicts)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_three_duplicates_the_smallest_stays_in_any_order(order):
    store = Shelf()
    store.run(*(article(str(n), "а") for n in order))
    assert list(store.documents) == ["document/0"]


versions = st.dictionaries(st.sampled_from("12345"), st.sampled_from("абв"), max_size=5)


@given(st.lists(versions, min_size=1, max_size=3), st.randoms())
def test_neither_order_nor_history_decides_what_stays(runs, chance):
    store = Shelf()
    for run in runs:
        items = [article(key, text) for key, text in run.items()]
        chance.shuffle(items)
        store.run(*items)
    together = Shelf()
    last = {key: text for run in runs for key, text in run.items()}
    together.run(*(article(key, text) for key, text in sorted(last.items())))
    seen_alone = set(runs[-1])
    for key, text in last.items():
        if key in seen_alone:
            holders = [k for k, t in store.documents.items() if t.text == text]
            assert len(holders) == 1, "each text that was read last stands once"
    if len(runs) == 1:
        assert store.documents == together.documents
