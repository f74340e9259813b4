from __future__ import annotations

from kg.store import open_store


def test_a_graph_is_copied_and_the_copy_compared(built):
    assert "3 new. It holds the 3 documents of graph/" in built("copy", "graph/", "copy/").stdout
    assert "copy/: 3 there already." in built("copy", "graph/", "copy/").stdout
    with open_store("graph/", read_only=True) as one, open_store("copy/", read_only=True) as other:
        assert list(one.read()) == list(other.read())
    assert built("export", "--format", "nquads").stdout == built("export", "--format", "nquads", "--store", "copy/").stdout


def test_documents_that_only_the_target_has_stay_and_are_told_of(built, record, write):
    write("b.jsonl", record("9"))
    built("build", "b.jsonl", "--store", "other/", "--quiet")
    assert "1 documents that only other/ has stay there." in built("copy", "graph/", "other/").stdout


def test_wrong_copies_are_explained(built):
    assert "there is no store at nowhere" in built("copy", "nowhere", "copy/", code=2).stderr
    assert "the same store" in built("copy", "graph/", "graph", code=2).stderr
    assert "URIs that begin with" in built("copy", "graph/", "ftp://host", code=2).stderr
