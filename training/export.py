"""Writes a checkpoint as the model that ships: `python training/export.py CHECKPOINT kg/language/ner/model`.

Enters: weights of `training/train.py`. Leaves: `tagger.onnx`, `pieces.model` (SentencePiece), `labels.json`.
The embedding keeps the 4-bit blocks of the wheel, bit by bit (it was not trained); linear layers hold 8 bits a weight with a
scale for each block of 64 and are computed on 8-bit activations, quantised block by block (ONNX Runtime's MatMulNBits).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from encoder import BLOCK, Wheel, read_wheel
from onnx import TensorProto, helper, numpy_helper
from vocabulary import sentencepiece_model

CONTRIB = "com.microsoft"
WIDTH = 64
ACTIVATIONS_INT8 = 4
POSITIONS = 512


class Graph:
    """An ONNX graph that grows node by node; each call returns the name of what the node gives."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], domain: str = "", **attributes: object) -> str:
        name = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name, domain=domain, **attributes))
        return name

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """x · weightᵀ + bias with 8-bit weights; weight: outputs x inputs."""
        outputs, inputs = weight.shape
        blocks = weight.reshape(outputs, inputs // WIDTH, WIDTH)
        scales = np.maximum(np.abs(blocks).max(2), 1e-12) / 127
        values = (np.clip(np.rint(blocks / scales[:, :, None]), -127, 127) + 128).astype(np.uint8)
        arguments = [
            x,
            self.constant(name + ".weight", values),
            self.constant(name + ".scales", scales.reshape(-1).astype(np.float32)),
            "",
            "",
            self.constant(name + ".bias", bias),
        ]
        sizes = {"K": inputs, "N": outputs, "bits": 8, "block_size": WIDTH, "accuracy_level": ACTIVATIONS_INT8}
        return self.node("MatMulNBits", arguments, CONTRIB, **sizes)


def embedding(graph: Graph, wheel: Wheel, rows: np.ndarray) -> str:
    """The rows of the pieces in the wheel's own blocks of 4 bits."""
    values, scales = wheel.blocks("emb.word")
    across = wheel.hidden // BLOCK
    values = values.reshape(-1, across * BLOCK)[rows].astype(np.int16) - 8
    packed = (values[:, 0::2] & 15) | ((values[:, 1::2] & 15) << 4)
    shape = [len(rows), wheel.hidden]
    table = helper.make_tensor("word", TensorProto.INT4, shape, packed.astype(np.uint8).tobytes(), raw=True)
    graph.constants.append(table)
    inputs = ["word", "ids", graph.constant("word.scales", scales.reshape(-1, across)[rows])]
    return graph.node("GatherBlockQuantized", inputs, CONTRIB, block_size=BLOCK, gather_axis=0, quantize_axis=1)


def build(wheel: Wheel, state: dict[str, torch.Tensor], rows: np.ndarray, layers: int, labels: list[str]) -> onnx.ModelProto:
    """The graph: ids (1 x pieces), first, last (words) in; scores (words x labels, log probabilities) out."""
    w = {k: v.float().numpy() for k, v in state.items()}
    g = Graph()

    def linear(x: str, name: str) -> str:
        return g.linear(x, name, w[name + ".weight"], w[name + ".bias"])

    def norm(inputs: list[str], name: str) -> str:
        weights = [g.constant(f"{name}.{part}", w[f"{name}.{part}"]) for part in ("weight", "bias")]
        kind, domain = ("SkipLayerNormalization", CONTRIB) if len(inputs) > 1 else ("LayerNormalization", "")
        return g.node(kind, [*inputs, *weights], domain, epsilon=wheel.epsilon)

    words = embedding(g, wheel, rows)
    positions = g.constant("position", w["encoder.position"][:POSITIONS] + w["encoder.segment"])
    one = g.constant("one", np.array([1], np.int64))
    length = g.node("Slice", [g.node("Shape", ["ids"]), one, g.constant("two", np.array([2], np.int64))])
    place = g.node(
        "Slice", [positions, g.constant("zero", np.array([0], np.int64)), length, g.constant("axis", np.array([0], np.int64))]
    )
    x = norm([g.node("Add", [words, place])], "encoder.norm")
    for n in range(layers):
        prefix = f"encoder.layers.{n}."
        q, k, v = (linear(x, prefix + part) for part in ("q", "k", "v"))
        a = g.node("MultiHeadAttention", [q, k, v], CONTRIB, num_heads=wheel.heads)
        x = norm([x, linear(a, prefix + "ao")], prefix + "aln")
        inner = g.node("Gelu", [linear(x, prefix + "fi")], CONTRIB)
        x = norm([x, linear(inner, prefix + "fo")], prefix + "oln")
    flat = g.node("Squeeze", [x, "axis"])
    ends = g.node("Concat", [g.node("Gather", [flat, name]) for name in ("first", "last")], axis=1)
    hidden = g.node("Gelu", [linear(ends, "inner")], CONTRIB)
    g.node("LogSoftmax", [linear(hidden, "outer")], axis=-1)
    g.nodes[-1].output[0] = "scores"
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "pieces"])]
    inputs += [helper.make_tensor_value_info(name, TensorProto.INT64, ["words"]) for name in ("first", "last")]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["words", len(labels)])]
    graph = helper.make_graph(g.nodes, "tagger", inputs, outputs, g.constants)
    opsets = [helper.make_opsetid("", 21), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="elshi")


def main(checkpoint: Path, folder: Path) -> None:
    saved = torch.load(checkpoint, weights_only=False)
    wheel = read_wheel()
    folder.mkdir(parents=True, exist_ok=True)
    model = build(wheel, saved["state"], saved["rows"], len(saved["layers"]), saved["labels"])
    (folder / "tagger.onnx").write_bytes(model.SerializeToString(deterministic=True))
    (folder / "pieces.model").write_bytes(sentencepiece_model(wheel, saved["rows"]))
    (folder / "labels.json").write_text(json.dumps(saved["labels"], ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
