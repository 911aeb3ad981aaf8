"""Writes the trained network as two ONNX graphs, int8 where it pays, with tokenizer, labels and checksums.

The graphs are put together operation by operation instead of traced, so that the int8 kernels of ONNX Runtime are
used as they are meant: one dynamic quantisation per activation (``DynamicQuantizeMatMul``), weights per output
channel, attention fused. Weights are held to 7 bits, because processors without VNNI saturate on products of full
8-bit values.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from torch import nn

from quellenlage.layers.model import labels
from training import articles
from training.articles import Article, windows
from training.evaluate import THRESHOLDS
from training.network import Block, Network

MICROSOFT = "com.microsoft"
LEVELS = 63
LOUD = 4
"""Channels of an input that are multiplied in float32: one to three are ten times as loud as the rest."""

TRUST = 0.25
"""Weight of the rules' evidence against the model's scores (dev, after seven epochs: quote F1 0.774 at 0, 0.789 at 0.2,
0.784 at 0.3, 0.774 at 0.5; after three epochs 0.692, -, 0.750, 0.748)."""

CALIBRATION = 40
"""Articles from which the loud channels are measured."""

Array = NDArray[np.generic]


class Graph:
    """An ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.names: set[str] = set()

    def weight(self, name: str, value: Array) -> str:
        """Add a constant once and return its name."""
        if name not in self.names:
            self.names.add(name)
            self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, *, domain: str = "", **attributes: object) -> str:
        """Add a node with one output and return the output's name."""
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def dense(
        self, source: str, layer: nn.Linear, output: str, *, quantised: bool, peaks: NDArray[np.float32] | None = None
    ) -> str:
        """Add a linear layer; with ``peaks``, the few channels of greatest magnitude are multiplied in float32.

        One loud channel would take the whole range of the int8 scale (Dettmers et al. 2022).
        """
        matrix = layer.weight.detach().float().numpy().T
        bias = self.weight(output + ".bias", layer.bias.detach().float().numpy())
        if not quantised:
            product = self.add("MatMul", [source, self.weight(output + ".weight", matrix)], output + ".product")
            return self.add("Add", [product, bias], output)
        extra = None
        if peaks is not None:
            loud = np.argsort(-peaks, kind="stable")[:LOUD].copy()
            mask = np.ones(len(matrix), dtype=np.float32)
            mask[loud] = 0.0
            picked = self.add("Gather", [source, self.weight(output + ".loud", loud)], output + ".picked", axis=-1)
            extra = self.add("MatMul", [picked, self.weight(output + ".rows", matrix[loud])], output + ".extra")
            source = self.add("Mul", [source, self.weight(output + ".mask", mask)], output + ".masked")
            matrix = matrix * mask[:, None]
        whole, scale = quantise(matrix, axis=0)
        inputs = [
            source,
            self.weight(output + ".weight", whole),
            self.weight(output + ".scale", scale),
            self.weight(output + ".zero", np.zeros(len(scale), dtype=np.int8)),
            bias,
        ]
        if extra is None:
            return self.add("DynamicQuantizeMatMul", inputs, output, domain=MICROSOFT)
        product = self.add("DynamicQuantizeMatMul", inputs, output + ".product", domain=MICROSOFT)
        return self.add("Add", [product, extra], output)

    def norm(self, source: str, layer: nn.LayerNorm, output: str) -> str:
        """Add a layer norm."""
        scale = self.weight(output + ".scale", layer.weight.detach().float().numpy())
        bias = self.weight(output + ".bias", layer.bias.detach().float().numpy())
        return self.add("LayerNormalization", [source, scale, bias], output, axis=-1, epsilon=layer.eps)

    def block(
        self, source: str, block: Block, name: str, *, quantised: bool, peaks: dict[str, NDArray[np.float32]]
    ) -> str:
        """Add a transformer block over ``[1, length, hidden]``; ``peaks`` holds those of its layers by name."""
        joined = self.dense(source, block.qkv, name + ".qkv", quantised=quantised)
        sizes = self.weight(f"thirds{block.out.in_features}", np.full(3, block.out.in_features, dtype=np.int64))
        parts = [f"{name}.{part}" for part in "qkv"]
        self.nodes.append(helper.make_node("Split", [joined, sizes], parts, axis=-1))
        read = self.add("MultiHeadAttention", parts, name + ".read", domain=MICROSOFT, num_heads=block.heads)
        out = self.dense(read, block.out, name + ".out", quantised=quantised)
        middle = self.norm(self.add("Add", [source, out], name + ".sum"), block.first, name + ".first")
        up = self.dense(middle, block.up, name + ".up", quantised=quantised, peaks=peaks.get(name + ".up"))
        active = self.add("Gelu", [up], name + ".gelu", domain=MICROSOFT)
        down = self.dense(active, block.down, name + ".down", quantised=quantised, peaks=peaks.get(name + ".down"))
        return self.norm(self.add("Add", [middle, down], name + ".total"), block.second, name + ".second")

    def table(self, rows: NDArray[np.float32], indices: str, output: str) -> str:
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


def quantise(
    matrix: NDArray[np.float32], *, axis: int, levels: int = LEVELS
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return symmetric int8 values and their scales, with the greatest magnitude along ``axis`` at ``levels``."""
    top = np.abs(matrix).max(axis=axis)
    scale = np.where(top > 0, top / levels, 1.0).astype(np.float32)
    whole = np.rint(matrix / np.expand_dims(scale, axis)).clip(-levels, levels).astype(np.int8)
    return whole, scale


def measure_peaks(network: Network, tokenizer: Tokenizer, texts: Sequence[Article]) -> dict[str, NDArray[np.float32]]:
    """Return the greatest magnitude of each channel of the inputs of ``up`` and ``down`` on some articles."""
    peaks: dict[str, torch.Tensor] = {}
    hooks = []
    for index, block in enumerate(network.encoder.blocks):
        for name in ("up", "down"):

            def keep(_: nn.Module, given: tuple[torch.Tensor, ...], key: str = f"block{index}.{name}") -> None:
                top = given[0].abs().amax(dim=(0, 1))
                peaks[key] = torch.maximum(peaks.get(key, top), top)

            hooks.append(getattr(block, name).register_forward_pre_hook(keep))
    with torch.inference_mode():
        for window in windows(texts, tokenizer, overlap=0):
            network.encoder(torch.tensor([window.pieces]), None)
    for hook in hooks:
        hook.remove()
    return {name: values.numpy() for name, values in peaks.items()}


def encoder_graph(network: Network, *, quantised: bool, peaks: dict[str, NDArray[np.float32]]) -> onnx.ModelProto:
    """Return the graph of encoder, tags and entities for one window.

    Inputs: ``pieces`` [1, length], ``first`` and ``last`` [words]. Outputs: ``words`` [words, 384], ``tags`` [words,
    32], ``germeval`` [words, 25], ``wikineural`` [words, 9].
    """
    graph, encoder = Graph(), network.encoder
    states = graph.table(encoder.words.weight.detach().numpy(), "pieces", "embedding")
    positions = graph.weight("positions", encoder.positions.weight.detach().numpy())
    shape = graph.add("Shape", ["pieces"], "shape", start=1, end=2)
    zero = graph.weight("zero", np.zeros(1, dtype=np.int64))
    place = graph.add("Slice", [positions, zero, shape], "place")
    states = graph.norm(graph.add("Add", [states, place], "placed"), encoder.norm, "input")
    for index, block in enumerate(encoder.blocks):
        assert isinstance(block, Block)
        states = graph.block(states, block, f"block{index}", quantised=quantised, peaks=peaks)
    row = graph.add("Squeeze", [states, zero], "row")
    left = graph.add("Gather", [row, "first"], "left", axis=0)
    right = graph.add("Gather", [row, "last"], "right", axis=0)
    both = graph.add("Add", [left, right], "both")
    words = graph.add("Mul", [both, graph.weight("half", np.array(0.5, dtype=np.float32))], "words")
    hidden, out = network.quotes[0], network.quotes[2]
    assert isinstance(hidden, nn.Linear)
    assert isinstance(out, nn.Linear)
    middle = graph.dense(words, hidden, "tags.hidden", quantised=False)
    graph.dense(graph.add("Gelu", [middle], "tags.gelu", domain=MICROSOFT), out, "tags", quantised=False)
    graph.dense(words, network.wikineural, "wikineural", quantised=False)
    share = graph.add("Softmax", ["wikineural"], "wikineural.share", axis=-1)
    joined = graph.add("Concat", [words, share], "entity.input", axis=-1)
    graph.dense(joined, network.germeval, "germeval", quantised=False)
    integers, floats = TensorProto.INT64, TensorProto.FLOAT
    value = helper.make_tensor_value_info
    return graph.model(
        [value("pieces", integers, [1, "length"]), value("first", integers, ["n"]), value("last", integers, ["n"])],
        [
            value("words", floats, ["n", words_width(network)]),
            value("tags", floats, ["n", 2 * len(labels.QUOTE_LABELS)]),
            value("germeval", floats, ["n", len(labels.GERMEVAL_LABELS)]),
            value("wikineural", floats, ["n", len(labels.WIKINEURAL_LABELS)]),
        ],
    )


def words_width(network: Network) -> int:
    """Return the width of a word's state."""
    return network.encoder.words.embedding_dim


def reader_graph(network: Network) -> onnx.ModelProto:
    """Return the graph of the reader for one quotation, in float32.

    Inputs: ``words`` [1, n, 384]; ``place``, ``distance``, ``other`` [1, n]. Outputs: ``roles`` [1, n, 4], ``kind``
    [1, 12].
    """
    graph, reader = Graph(), network.reader
    one = graph.weight("one", np.array(1, dtype=np.int64))
    second = graph.weight("axis1", np.array([1], dtype=np.int64))
    third = graph.weight("axis2", np.array([2], dtype=np.int64))
    equal = graph.add("Equal", ["place", one], "inside.truth")
    inside = graph.add("Unsqueeze", [graph.add("Cast", [equal], "inside.flat", to=TensorProto.FLOAT), third], "inside")
    count = graph.add("ReduceSum", [inside, second], "count", keepdims=0)

    def mean_inside(source: str, output: str) -> str:
        total = graph.add(
            "ReduceSum", [graph.add("Mul", [source, inside], output + ".in"), second], output + ".sum", keepdims=0
        )
        return graph.add("Div", [total, count], output)

    read = graph.dense("words", reader.narrow, "narrow", quantised=False)
    for name, table in (("place", reader.places), ("distance", reader.distances), ("other", reader.others)):
        rows = graph.weight(name + ".table", table.weight.detach().numpy())
        read = graph.add("Add", [read, graph.add("Gather", [rows, name], name + ".row", axis=0)], name + ".added")
    quoted = graph.dense(mean_inside("words", "quoted.words"), reader.quoted, "quoted", quantised=False)
    read = graph.add("Add", [read, graph.add("Unsqueeze", [quoted, second], "quoted.row")], "described")
    read = graph.norm(read, reader.norm, "norm")
    for index, block in enumerate(reader.blocks):
        assert isinstance(block, Block)
        read = graph.block(read, block, f"block{index}", quantised=False, peaks={})
    graph.dense(read, reader.roles, "roles", quantised=False)
    weight = graph.add("Softmax", [graph.dense(read, reader.attend, "attend", quantised=False)], "weight", axis=1)
    pooled = graph.add("ReduceSum", [graph.add("Mul", [read, weight], "weighted"), second], "pooled", keepdims=0)
    graph.dense(
        graph.add("Concat", [pooled, mean_inside(read, "mean")], "features", axis=-1),
        reader.kind,
        "kind",
        quantised=False,
    )
    integers, floats = TensorProto.INT64, TensorProto.FLOAT
    value = helper.make_tensor_value_info
    return graph.model(
        [
            value("words", floats, [1, "n", words_width(network)]),
            *(value(name, integers, [1, "n"]) for name in ("place", "distance", "other")),
        ],
        [
            value("roles", floats, [1, "n", len(labels.ROLES)]),
            value("kind", floats, [1, len(labels.TYPES) + len(labels.MEDIA)]),
        ],
    )


def load(checkpoint: Path) -> Network:
    """Return the network of a checkpoint."""
    state = torch.load(checkpoint, weights_only=True)["network"]
    blocks = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.blocks."))
    network = Network(vocabulary=len(state["encoder.words.weight"]), layers=blocks)
    network.load_state_dict(state)
    return network.eval()


def write(
    network: Network,
    tokenizer: Path,
    target: Path,
    *,
    quantised: bool,
    texts: Sequence[Article],
    evidence: list[list[float]],
) -> None:
    """Write all files of the model into a folder; ``sha256.txt`` names each with its checksum.

    Args:
        network: The trained network.
        tokenizer: The trimmed tokenizer.
        target: The folder.
        quantised: Int8; else float32.
        texts: Articles from which the loud channels are measured.
        evidence: See :mod:`training.evidence`.
    """
    target.mkdir(parents=True, exist_ok=True)
    peaks = measure_peaks(network, Tokenizer.from_file(str(tokenizer)), texts) if quantised else {}
    onnx.save(encoder_graph(network, quantised=quantised, peaks=peaks), str(target / "encoder.onnx"))
    onnx.save(reader_graph(network), str(target / "reader.onnx"))
    shutil.copyfile(tokenizer, target / "tokenizer.json")
    chains = {
        name: {
            "moves": crf.scores().detach().numpy().round(4).tolist(),
            "start": crf.start.detach().numpy().round(4).tolist(),
        }
        for name, crf in (("outer", network.outer), ("inner", network.inner))
    }
    settings = {
        "quote_labels": labels.QUOTE_LABELS,
        "germeval_labels": labels.GERMEVAL_LABELS,
        "wikineural_labels": labels.WIKINEURAL_LABELS,
        "types": labels.TYPES,
        "media": labels.MEDIA,
        "roles": labels.ROLES,
        "chains": chains,
        "thresholds": THRESHOLDS,
        "evidence": evidence,
        "trust": TRUST,
    }
    (target / "labels.json").write_text(json.dumps(settings) + "\n", encoding="utf-8")
    names = ("encoder.onnx", "labels.json", "reader.onnx", "tokenizer.json")
    sums = [f"{hashlib.sha256((target / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (target / "sha256.txt").write_text("".join(sums), encoding="ascii")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json beside the checkpoint")
    parser.add_argument("--target", type=Path, default=Path("src/quellenlage/layers/resources/model"))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--evidence", type=Path, required=True, help="made by training.evidence")
    parser.add_argument("--float", action="store_true", help="keep float32, to measure what int8 costs")
    given = parser.parse_args()
    evidence = json.loads(given.evidence.read_text(encoding="utf-8"))
    texts = articles.read(given.data / "quotations" / "train.jsonl")[:CALIBRATION]
    write(
        load(given.checkpoint), given.tokenizer, given.target, quantised=not given.float, texts=texts, evidence=evidence
    )


if __name__ == "__main__":
    main()
