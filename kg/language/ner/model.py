"""The tagger that ships: a small multilingual encoder fine-tuned on names, run by ONNX Runtime. See `model/README.md`.

Enters: sentences as words. Leaves: `Tagged` mentions. One sentence is one run of the model, so that nothing depends on what is
tagged together; the sentence's words become pieces of the encoder's vocabulary, a word is its first and its last piece.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kg.language.ner import Tagged
from kg.language.ner.pieces import normalise
from kg.language.ner.viterbi import best_path

if TYPE_CHECKING:
    import onnxruntime
    import sentencepiece

FILES = ("tagger.onnx", "pieces.model", "labels.json")
BEGIN, END, UNKNOWN = 0, 2, 3
LONGEST = 400
"""Pieces in one run; what is longer is read in parts."""
LONGEST_WORD = 20
"""Pieces of one word that are read: enough for any word, few enough for a line of signs without a space."""


class NeuralTagger:
    """Labels of KazNERD with their probabilities. The model is loaded when the first sentence is tagged."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds `tagger.onnx`, `pieces.model` and `labels.json`. Raises FileNotFoundError where it lacks one."""
        for name in FILES:
            if not (folder / name).is_file():
                raise FileNotFoundError(f"this installation of Elshi lacks {folder / name}: install it again")
        self.folder = folder

    @cached_property
    def labels(self) -> list[str]:
        """IOB2 labels in the order of the model's scores."""
        labels: list[str] = json.loads((self.folder / "labels.json").read_text("utf-8"))
        return labels

    @cached_property
    def pieces(self) -> sentencepiece.SentencePieceProcessor:
        """The vocabulary."""
        from sentencepiece import SentencePieceProcessor  # noqa: PLC0415  loaded by those who tag

        return SentencePieceProcessor(model_proto=(self.folder / "pieces.model").read_bytes())

    @cached_property
    def session(self) -> onnxruntime.InferenceSession:
        """The encoder."""
        import onnxruntime  # noqa: PLC0415  loaded by those who tag

        options = onnxruntime.SessionOptions()
        # Parallelism is that of documents: one thread a process, the same sums in the same order everywhere.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        model = (self.folder / "tagger.onnx").read_bytes()
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """For each sentence (its words as written) the names in it, in order, without overlap."""
        return [list(self._mentions(words)) for words in sentences]

    def _mentions(self, words: Sequence[str]) -> Iterator[Tagged]:
        begin = 0
        for pieces in self._parts(words):
            scores = self._scores(pieces)
            path = best_path(scores, self.labels)
            sure = [float(np.exp(scores[n, k])) for n, k in enumerate(path)]
            n = 0
            while n < len(path):
                label, start = self.labels[path[n]], n
                n += 1
                while label != "O" and n < len(path) and self.labels[path[n]] == "I-" + label[2:]:
                    n += 1
                if label != "O":
                    yield Tagged(begin + start, begin + n - 1, label[2:], round(min(sure[start:n]), 4))
            begin += len(pieces)

    def _parts(self, words: Sequence[str]) -> Iterator[list[list[int]]]:
        """The pieces of each word, in parts short enough for one run."""
        part: list[list[int]] = []
        length = 0
        for whole in self.pieces.encode([normalise(w) for w in words]):
            ids = whole[:LONGEST_WORD] or [UNKNOWN]
            if length + len(ids) > LONGEST:
                yield part
                part, length = [], 0
            part.append(ids)
            length += len(ids)
        if part:
            yield part

    def _scores(self, pieces: list[list[int]]) -> npt.NDArray[np.float32]:
        """Log probabilities, words x labels."""
        ends = np.cumsum([len(ids) for ids in pieces])
        feed = {
            "ids": np.array([[BEGIN, *(i for ids in pieces for i in ids), END]], np.int64),
            "first": np.array([1, *(ends[:-1] + 1)], np.int64),
            "last": ends.astype(np.int64),
        }
        scores: npt.NDArray[np.float32] = self.session.run(["scores"], feed)[0]
        return scores


@lru_cache(maxsize=1)
def shipped() -> NeuralTagger:
    """The tagger of this installation, loaded once a process."""
    return NeuralTagger(Path(__file__).parent / "model")
