"""The cut vocabulary: the pieces of the encoder that Kazakh, Russian, English and names of the world need.

Enters: the wheel's 250,002 pieces. Leaves: the identifiers that are kept and a SentencePiece model of them (unigram).
Kept are the pieces of Cyrillic letters, digits and punctuation, and those of Latin letters that the wheel's own cut for English
and Portuguese keeps: 81,127, which cut Kazakh, Russian and English news exactly as the whole vocabulary does.
"""

from __future__ import annotations

import unicodedata

import numpy as np
from encoder import Wheel
from sentencepiece import sentencepiece_model_pb2 as proto

SPACE = "\N{LOWER ONE EIGHTH BLOCK}"
SPECIALS = 4
EAST_ASIAN = 0x2E80


def choose(wheel: Wheel, latin: Wheel) -> np.ndarray:
    """Identifiers in `wheel` of the kept pieces, ascending, the specials first; `latin` is the wheel's cut for English."""
    wanted = set(latin.pieces)
    kept = [n for n, p in enumerate(wheel.pieces) if n < SPECIALS or p in wanted or all(map(_kept, p.replace(SPACE, "")))]
    return np.array(kept)


def _kept(letter: str) -> bool:
    if letter.isalpha():
        return unicodedata.name(letter, "").startswith("CYRILLIC")
    return ord(letter) < EAST_ASIAN


def sentencepiece_model(wheel: Wheel, rows: np.ndarray) -> bytes:
    """The kept pieces as a SentencePiece model whose identifiers are positions in `rows`.

    Text must come in Unicode NFKC: the model normalises nothing by itself.
    """
    model = proto.ModelProto()
    model.trainer_spec.model_type = proto.TrainerSpec.UNIGRAM
    model.trainer_spec.vocab_size = len(rows)
    model.trainer_spec.bos_id, model.trainer_spec.pad_id, model.trainer_spec.eos_id, model.trainer_spec.unk_id = 0, 1, 2, 3
    model.normalizer_spec.name = "identity"
    model.normalizer_spec.add_dummy_prefix = True
    model.normalizer_spec.remove_extra_whitespaces = True
    kinds = {0: proto.ModelProto.SentencePiece.CONTROL, 1: proto.ModelProto.SentencePiece.CONTROL}
    kinds |= {2: proto.ModelProto.SentencePiece.CONTROL, 3: proto.ModelProto.SentencePiece.UNKNOWN}
    for position, number in enumerate(rows):
        kind = kinds.get(position, proto.ModelProto.SentencePiece.NORMAL)
        model.pieces.add(piece=wheel.pieces[number], score=float(wheel.scores[number]), type=kind)
    return model.SerializeToString()
