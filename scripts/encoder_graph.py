"""Write ``encoder.onnx``, the operations of the sentence encoder, without its weights (30 KB).

    pip install onnx && python scripts/encoder_graph.py src/quellenlage/corpus/resources

The graph is put together operation by operation. Its weights are external initializers, which
``quellenlage.corpus.encoder`` expands from the 4-bit blocks of ``encoder.npz`` when it is loaded. Matrix products are
int8: every piece's activations have a scale of their own, so that a text's vector does not depend on the texts beside
it, as it would with ``DynamicQuantizeMatMul`` (one scale a tensor). Texts of one graph run have the same length, so
that nothing is padded. Add and LayerNormalization stay apart, since SkipLayerNormalization takes eight times as long in
ONNX Runtime 1.31 on a processor.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
HIDDEN, INNER, LAYERS, HEADS = 384, 1536, 12, 12
EPSILON = 1e-12
WEIGHTS = "encoder.npz"


class Graph:
    """An ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        """Add a small tensor with its values."""
        self.weights.append(numpy_helper.from_array(value, name))
        return name

    def given(self, name: str, shape: list[int], kind: int = TensorProto.FLOAT) -> str:
        """Add a tensor whose values the program gives."""
        tensor = TensorProto(name=name, dims=shape, data_type=kind, data_location=TensorProto.EXTERNAL)
        place = tensor.external_data.add()
        place.key, place.value = "location", WEIGHTS
        self.weights.append(tensor)
        return name

    def add(self, kind: str, inputs: list[str], output: str, *, domain: str = "", **attributes: object) -> str:
        """Add a node with one output and return the output's name."""
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def dense(self, source: str, name: str, width: int, height: int) -> str:
        """Add a linear layer: int8, one scale a piece and one an output channel; the bias is added by the caller."""
        size = self.add("Abs", [source], f"{name}.size")
        top = self.add("ReduceMax", [size, "last"], f"{name}.top", keepdims=1)
        unit = self.add("Div", [source, top], f"{name}.unit")
        whole = self.add("QuantizeLinear", [unit, "step", "middle"], f"{name}.whole")
        matrix, scale = self.given(f"{name}.w", [width, height], TensorProto.INT8), self.given(f"{name}.s", [height])
        inputs = [whole, matrix, "step", scale, "middle"]
        product = self.add("MatMulIntegerToFloat", inputs, f"{name}.product", domain=MICROSOFT)
        return self.add("Mul", [product, top], f"{name}.scaled")

    def biased(self, source: str, name: str, width: int, height: int) -> str:
        """Add a linear layer with its bias."""
        return self.add("Add", [self.dense(source, name, width, height), self.given(f"{name}.b", [height])], name)

    def norm(self, source: str, name: str) -> str:
        """Add a layer norm."""
        scale, shift = self.given(f"{name}.w", [HIDDEN]), self.given(f"{name}.b", [HIDDEN])
        return self.add("LayerNormalization", [source, scale, shift], name, axis=-1, epsilon=EPSILON)

    def layer(self, source: str, name: str) -> str:
        """Add a transformer layer."""
        joined = self.biased(source, f"{name}.qkv", HIDDEN, 3 * HIDDEN)
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        self.nodes.append(helper.make_node("Split", [joined, "thirds"], parts, axis=-1))
        read = self.add("MultiHeadAttention", parts, f"{name}.read", domain=MICROSOFT, num_heads=HEADS)
        told = self.biased(read, f"{name}.ao", HIDDEN, HIDDEN)
        middle = self.norm(self.add("Add", [source, told], f"{name}.sum"), f"{name}.aln")
        up = self.dense(middle, f"{name}.fi", HIDDEN, INNER)
        active = self.add("BiasGelu", [up, self.given(f"{name}.fi.b", [INNER])], f"{name}.gelu", domain=MICROSOFT)
        down = self.biased(active, f"{name}.fo", INNER, HIDDEN)
        return self.norm(self.add("Add", [middle, down], f"{name}.total"), f"{name}.oln")


def model() -> onnx.ModelProto:
    """Return the graph: embeddings ``rows`` [texts, pieces, 384] in, ``states`` of the same shape out."""
    graph = Graph()
    graph.constant("step", np.array(1 / 127, np.float32))
    graph.constant("middle", np.array(128, np.uint8))
    graph.constant("last", np.array([-1], np.int64))
    graph.constant("thirds", np.full(3, HIDDEN, np.int64))
    state = graph.norm("rows", "norm")
    for number in range(LAYERS):
        state = graph.layer(state, str(number))
    graph.add("Identity", [state], "states")
    shape = ["texts", "pieces", HIDDEN]
    made = helper.make_graph(
        graph.nodes,
        "encoder",
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("states", TensorProto.FLOAT, shape)],
        graph.weights,
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9, producer_name="quellenlage")


def main(target: Path) -> None:
    """Write ``encoder.onnx`` into a folder."""
    (target / "encoder.onnx").write_bytes(model().SerializeToString(deterministic=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
