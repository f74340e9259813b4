"""The best sequence of labels is one that IOB2 allows."""

from __future__ import annotations

import numpy as np

from kg.language.ner.viterbi import best_path

LABELS = ["O", "B-PERSON", "I-PERSON", "B-GPE", "I-GPE"]


def scores(*rows: list[float]) -> np.ndarray:
    return np.log(np.array(rows, np.float32))


def test_each_word_takes_its_likeliest_label_where_that_is_allowed():
    rows = scores([0.1, 0.8, 0.05, 0.03, 0.02], [0.1, 0.1, 0.7, 0.05, 0.05], [0.9, 0.025, 0.025, 0.025, 0.025])
    assert [LABELS[k] for k in best_path(rows, LABELS)] == ["B-PERSON", "I-PERSON", "O"]


def test_a_name_never_begins_inside():
    rows = scores([0.1, 0.2, 0.6, 0.05, 0.05])
    assert [LABELS[k] for k in best_path(rows, LABELS)] == ["B-PERSON"]


def test_a_name_does_not_change_its_kind_midway():
    rows = scores([0.02, 0.9, 0.02, 0.04, 0.02], [0.05, 0.05, 0.3, 0.1, 0.5])
    assert [LABELS[k] for k in best_path(rows, LABELS)] == ["B-PERSON", "I-PERSON"]


def test_a_name_may_follow_one_of_its_kind():
    rows = scores([0.02, 0.9, 0.02, 0.04, 0.02], [0.05, 0.8, 0.05, 0.05, 0.05])
    assert [LABELS[k] for k in best_path(rows, LABELS)] == ["B-PERSON", "B-PERSON"]


def test_no_words_have_no_labels():
    assert best_path(np.zeros((0, len(LABELS)), np.float32), LABELS) == []
