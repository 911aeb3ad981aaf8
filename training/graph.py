"""Builds ONNX graphs operation by operation, so that the int8 kernels of ONNX Runtime are used as they are meant.

An activation is scaled once, when it is made, for all products that read it (``DynamicQuantizeLinear``,
``MatMulIntegerToFloat``); weights have a scale per output channel and are held to 7 bits, because processors without
VNNI saturate on products of full 8-bit values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from training.network import Block

MICROSOFT = "com.microsoft"
LEVELS = 63

SIGNS = 2
"""Rows of the signs before and after a text; the encoder's graph puts them first."""

LOUD = 4
"""Channels of the signs that are multiplied in float32."""

QUIET = 16
"""Channels of the text louder than this one, by rank, are scaled down to it."""

Array = NDArray[np.generic]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Codes:
    """Names of an activation in 8 bits, of its scale and of its zero."""

    values: str
    scale: str
    zero: str


@dataclass(frozen=True, slots=True)
class Dense:
    """A linear layer: matrix ``[inputs, outputs]`` and bias, with its name in the graph."""

    name: str
    matrix: Floats
    bias: Floats

    @classmethod
    def of(cls, name: str, layer: nn.Linear) -> Dense:
        """Take the weights of a layer."""
        return cls(name, layer.weight.detach().float().numpy().T, layer.bias.detach().float().numpy())


@dataclass(frozen=True, slots=True)
class Peaks:
    """Greatest magnitudes in a block, by channel.

    Attributes:
        words: ``[hidden]``, of the input of ``up``, at the pieces of the text.
        signs_up: ``[hidden]``, the same at the signs before and after it.
        signs_down: ``[inner]``, of the input of ``down``, at the signs.
    """

    words: Floats
    signs_up: Floats
    signs_down: Floats


def quantise(matrix: Floats, *, axis: int, levels: int = LEVELS) -> tuple[NDArray[np.int8], Floats]:
    """Return symmetric int8 values and their scales, with the greatest magnitude along ``axis`` at ``levels``."""
    top = np.abs(matrix).max(axis=axis)
    scale = np.where(top > 0, top / levels, 1.0).astype(np.float32)
    whole = np.rint(matrix / np.expand_dims(scale, axis)).clip(-levels, levels).astype(np.int8)
    return whole, scale


class Graph:
    """An ONNX graph under construction.

    Args:
        quantised: Whether products are of int8 where it pays.
    """

    def __init__(self, *, quantised: bool) -> None:
        self.quantised = quantised
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.names: set[str] = set()

    def weight(self, name: str, value: Array) -> str:
        """Add a constant once and return its name."""
        if name not in self.names:
            self.names.add(name)
            self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def index(self, at: int) -> str:
        """Add a constant of shape [1]."""
        return self.weight(f"index{at}", np.array([at], dtype=np.int64))

    def add(self, kind: str, inputs: list[str], output: str, *, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output and return the output's name."""
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def codes(self, source: str) -> Codes:
        """Add the quantisation of an activation, once."""
        names = [f"{source}.{part}" for part in ("codes", "step", "origin")]
        if names[0] not in self.names:
            self.names.add(names[0])
            self.nodes.append(helper.make_node("DynamicQuantizeLinear", [source], names))
        return Codes(*names)

    def dense(self, source: str, layer: Dense, output: str, *, exact: bool = False) -> str:
        """Add a linear layer; ``exact`` keeps it in float32."""
        bias = self.weight(layer.name + ".bias", layer.bias)
        if exact or not self.quantised:
            product = self.add("MatMul", [source, self.weight(layer.name + ".weight", layer.matrix)], output + ".raw")
            return self.add("Add", [product, bias], output)
        codes = self.codes(source)
        whole, scale = quantise(layer.matrix, axis=0)
        weight = self.weight(layer.name + ".weight", whole)
        scales = self.weight(layer.name + ".scale", scale)
        zero = self.weight(layer.name + ".zero", np.zeros(len(scale), dtype=np.int8))
        inputs = [codes.values, weight, codes.scale, scales, codes.zero, zero, bias]
        return self.add("MatMulIntegerToFloat", inputs, output, domain=MICROSOFT)

    def loud(self, source: str, layer: Dense, peaks: Floats, output: str) -> str:
        """Add a linear layer over few rows whose loudest channels are multiplied in float32."""
        chosen = np.argsort(-peaks, kind="stable")[:LOUD].copy()
        mask = np.ones(len(peaks), dtype=np.float32)
        mask[chosen] = 0.0
        picked = self.add("Gather", [source, self.weight(output + ".loud", chosen)], output + ".picked", axis=-1)
        extra = self.add("MatMul", [picked, self.weight(output + ".rows", layer.matrix[chosen])], output + ".extra")
        quiet = self.add("Mul", [source, self.weight(output + ".mask", mask)], output + ".masked")
        return self.add("Add", [self.dense(quiet, layer, output + ".quiet"), extra], output)

    def norm(self, source: str, layer: nn.LayerNorm, output: str) -> str:
        """Add a layer norm."""
        scale = self.weight(output + ".scale", layer.weight.detach().float().numpy())
        bias = self.weight(output + ".bias", layer.bias.detach().float().numpy())
        return self.add("LayerNormalization", [source, scale, bias], output, axis=-1, epsilon=layer.eps)

    def gelu(self, source: str) -> str:
        """Add the activation."""
        return self.add("Gelu", [source], source + ".gelu", domain=MICROSOFT)

    def block(self, source: str, block: Block, name: str, *, peaks: Peaks | None = None) -> str:
        """Add a transformer block over ``[1, length, hidden]``.

        With ``peaks``, the first rows are the signs, and the feed-forward layers treat them apart.
        """
        joined, parts = Dense.of(f"{name}.qkv", block.qkv), []
        for part, matrix, bias in zip("qkv", np.split(joined.matrix, 3, axis=1), np.split(joined.bias, 3), strict=True):
            layer = Dense(f"{name}.{part}", matrix, bias)
            parts.append(self.dense(source, layer, layer.name))
        read = self.add("MultiHeadAttention", parts, name + ".read", domain=MICROSOFT, num_heads=block.heads)
        out = self.dense(read, Dense.of(name + ".out", block.out), name + ".out")
        middle = self.norm(self.add("Add", [source, out], name + ".sum"), block.first, name + ".first")
        up, down = Dense.of(name + ".up", block.up), Dense.of(name + ".down", block.down)
        if peaks is None:
            fed = self.dense(self.gelu(self.dense(middle, up, up.name)), down, down.name)
        else:
            fed = self.feed_apart(middle, up, down, name, peaks=peaks)
        return self.norm(self.add("Add", [middle, fed], name + ".total"), block.second, name + ".second")

    def feed_apart(self, source: str, up: Dense, down: Dense, name: str, *, peaks: Peaks) -> str:
        """Add int8 feed-forward layers that scale the signs before and after a text apart from the text.

        One loud channel would take the whole range of the int8 scale (Dettmers et al. 2022). The loudest, up to twenty
        times as loud as the rest, are so at the signs alone, where attention rests (Xiao et al. 2024, attention
        sinks): those two rows have scales of their own, and their loudest channels are multiplied in float32. In the
        text, louder channels are scaled down and their weights up (Xiao et al. 2023, SmoothQuant).
        """
        soft = np.minimum(1.0, np.sort(peaks.words)[-QUIET] / np.maximum(peaks.words, 1e-9)).astype(np.float32)
        up = Dense(up.name, up.matrix / soft[:, None], up.bias)
        source = self.add("Mul", [source, self.weight(name + ".soft", soft)], name + ".softened")
        begin, border, end, axis = (self.index(at) for at in (0, SIGNS, 2**31, 1))
        signs = self.add("Slice", [source, begin, border, axis], name + ".signs")
        signs = self.gelu(self.loud(signs, up, peaks.signs_up * soft, signs + ".up"))
        signs = self.loud(signs, down, peaks.signs_down, name + ".signs.down")
        text = self.add("Slice", [source, border, end, axis], name + ".text")
        text = self.gelu(self.dense(text, up, text + ".up"))
        text = self.dense(text, down, name + ".text.down")
        return self.add("Concat", [signs, text], name + ".fed", axis=1)

    def table(self, rows: Floats, indices: str, output: str) -> str:
        """Add a look-up in a table of int8 rows, each with its scale."""
        whole, scale = quantise(rows, axis=1, levels=127)
        picked = self.add("Gather", [self.weight(output + ".rows", whole), indices], output + ".whole", axis=0)
        scales = self.add(
            "Gather", [self.weight(output + ".scales", scale[:, None]), indices], output + ".scale", axis=0
        )
        floats = self.add("Cast", [picked], output + ".float", to=TensorProto.FLOAT)
        return self.add("Mul", [floats, scales], output)

    def model(self, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        """Return the finished model."""
        graph = helper.make_graph(self.nodes, "quellenlage", inputs, outputs, self.weights)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="quellenlage")


def table_of(embedding: nn.Embedding) -> Floats:
    """Return the rows of an embedding."""
    rows: Floats = torch.Tensor(embedding.weight).detach().float().numpy()
    return rows
