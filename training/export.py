"""Writes the trained network as two ONNX graphs, int8 where it pays, with tokenizer, labels and checksums."""

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
from onnx import TensorProto, helper
from tokenizers import Tokenizer
from torch import Tensor, nn

from quellenlage.layers.model import labels
from training import articles, names, priors
from training.articles import Article, windows
from training.evaluate import THRESHOLDS
from training.graph import Dense, Graph, Peaks, table_of
from training.network import Block, Network

TRUST = 0.25
"""Weight of the rules' evidence against the model's scores (dev, after seven epochs: quote F1 0.774 at 0, 0.789 at 0.2,
0.784 at 0.3, 0.774 at 0.5; after three epochs 0.692, -, 0.750, 0.748)."""

CALIBRATION = 40
"""Articles from which the loud channels are measured."""


def measure_peaks(network: Network, tokenizer: Tokenizer, texts: Sequence[Article]) -> list[Peaks]:
    """Return the greatest magnitudes of each block on some articles."""
    tops: dict[str, Tensor] = {}
    hooks = []
    for index, block in enumerate(network.encoder.blocks):
        for name in ("up", "down"):

            def keep(_: nn.Module, given: tuple[Tensor, ...], key: str = f"{name}{index}") -> None:
                size = given[0][0].abs()
                for part, rows in (("words", size[1:-1]), ("signs", size[[0, -1]])):
                    top = rows.amax(dim=0)
                    tops[part + key] = torch.maximum(tops.get(part + key, top), top)

            hooks.append(getattr(block, name).register_forward_pre_hook(keep))
    with torch.inference_mode():
        for window in windows(texts, tokenizer, overlap=0):
            network.encoder(torch.tensor([window.pieces]), None)
    for hook in hooks:
        hook.remove()
    return [
        Peaks(*(tops[f"{name}{index}"].numpy() for name in ("wordsup", "signsup", "signsdown")))
        for index in range(len(network.encoder.blocks))
    ]


def encoder_graph(network: Network, *, peaks: list[Peaks]) -> onnx.ModelProto:
    """Return the graph of encoder, tags and entities for one window; float32 where ``peaks`` is empty.

    Inputs: ``pieces`` [1, length] with the signs at both ends, ``first`` and ``last`` [words]. Outputs: ``words``
    [words, 384] for the reader, ``tags`` [words, 32], ``germeval`` [words, 25], ``wikineural`` [words, 9].
    """
    graph, encoder = Graph(quantised=bool(peaks)), network.encoder
    states = graph.norm(placed(graph, network), encoder.norm, "input")
    for index, block in enumerate(encoder.blocks):
        assert isinstance(block, Block)
        states = graph.block(states, block, f"block{index}", peaks=peaks[index] if peaks else None)
    width = heads(graph, network, states)
    integers, floats = TensorProto.INT64, TensorProto.FLOAT
    value = helper.make_tensor_value_info
    return graph.model(
        [value("pieces", integers, [1, "length"]), value("first", integers, ["n"]), value("last", integers, ["n"])],
        [
            value("words", floats, ["n", width]),
            value("tags", floats, ["n", 2 * len(labels.QUOTE_LABELS)]),
            value("germeval", floats, ["n", len(labels.GERMEVAL_LABELS)]),
            value("wikineural", floats, ["n", len(labels.WIKINEURAL_LABELS)]),
        ],
    )


def heads(graph: Graph, network: Network, states: str) -> int:
    """Add what is read off the pieces' states ``[1, length, hidden]``; return the width of a word for the reader.

    A word is the mean of its first and last piece. The reader's own two views of it are made here, once an article.
    """
    row = graph.add("Squeeze", [states, graph.index(0)], "row")
    ends = [
        graph.add("Gather", [row, graph.add("Add", [name, graph.index(1)], name + ".place")], name + ".row", axis=0)
        for name in ("first", "last")
    ]
    half = graph.weight("half", np.array(0.5, dtype=np.float32))
    middle = graph.add("Mul", [graph.add("Add", ends, "both"), half], "middle")
    narrow, quoted = Dense.of("narrow", network.reader.narrow), Dense.of("quoted", network.reader.quoted)
    joined = Dense("reader", np.hstack([narrow.matrix, quoted.matrix]), np.hstack([narrow.bias, quoted.bias]))
    graph.dense(middle, joined, "words")
    hidden, out = network.quotes[0], network.quotes[2]
    assert isinstance(hidden, nn.Linear)
    assert isinstance(out, nn.Linear)
    inner = graph.gelu(graph.dense(middle, Dense.of("tags.hidden", hidden), "tags.hidden"))
    graph.dense(inner, Dense.of("tags", out), "tags", exact=True)
    graph.dense(middle, Dense.of("wikineural", network.wikineural), "wikineural", exact=True)
    share = graph.add("Softmax", ["wikineural"], "wikineural.share", axis=-1)
    joined_words = graph.add("Concat", [middle, share], "entity.input", axis=-1)
    graph.dense(joined_words, Dense.of("germeval", network.germeval), "germeval", exact=True)
    return len(joined.bias)


def placed(graph: Graph, network: Network) -> str:
    """Add embeddings with positions; the last sign is moved to the second row, behind the first sign."""
    last, one = graph.index(-1), graph.index(1)
    pieces = [
        graph.add("Slice", ["pieces", *map(graph.index, ends), one], f"pieces{ends[0]}")
        for ends in ((0, 1), (-1, 2**31), (1, -1))
    ]
    moved = graph.add("Concat", pieces, "moved", axis=1)
    words = graph.table(table_of(network.encoder.words), moved, "embedding")
    length = graph.add("Shape", ["pieces"], "length", start=1, end=2)
    end = graph.add("Add", [length, last], "end")
    table = graph.weight("positions", table_of(network.encoder.positions))
    places = [
        graph.add("Slice", [table, *ends], f"place{number}")
        for number, ends in enumerate([[graph.index(0), one], [end, length], [one, end]])
    ]
    place = graph.add("Concat", places, "place", axis=0)
    return graph.add("Add", [words, place], "placed")


def reader_graph(network: Network, *, quantised: bool) -> onnx.ModelProto:
    """Return the graph of the reader for one quotation.

    Inputs: ``words`` [1, n, 384] from the encoder; ``place``, ``distance``, ``other`` [1, n]. Outputs: ``roles`` [1, n,
    4], ``kind`` [1, 12].
    """
    graph, reader = Graph(quantised=quantised), network.reader
    width = reader.narrow.out_features
    equal = graph.add("Equal", ["place", graph.index(1)], "inside.truth")
    inside = graph.add(
        "Unsqueeze", [graph.add("Cast", [equal], "inside.flat", to=TensorProto.FLOAT), graph.index(2)], "inside"
    )
    count = graph.add("ReduceSum", [inside, graph.index(1)], "count", keepdims=1)

    def mean_inside(source: str, output: str) -> str:
        only = graph.add("Mul", [source, inside], output + ".in")
        return graph.add(
            "Div", [graph.add("ReduceSum", [only, graph.index(1)], output + ".sum", keepdims=1), count], output
        )

    graph.nodes.append(helper.make_node("Split", ["words"], ["narrow", "quoted"], axis=2))
    read = graph.add("Add", ["narrow", mean_inside("quoted", "quotation")], "described")
    read = graph.norm(graph.add("Add", [read, marks(graph, network)], "marked"), reader.norm, "norm")
    for index, block in enumerate(reader.blocks):
        assert isinstance(block, Block)
        read = graph.block(read, block, f"block{index}")
    graph.dense(read, Dense.of("roles", reader.roles), "roles", exact=True)
    attend = graph.dense(read, Dense.of("attend", reader.attend), "attend", exact=True)
    weight = graph.add("Softmax", [attend], "weight", axis=1)
    weighted = graph.add("Mul", [read, weight], "weighted")
    pooled = graph.add("ReduceSum", [weighted, graph.index(1)], "pooled", keepdims=1)
    features = graph.add("Concat", [pooled, mean_inside(read, "mean")], "features", axis=-1)
    flat = graph.add("Squeeze", [features, graph.index(1)], "flat")
    graph.dense(flat, Dense.of("kind", reader.kind), "kind", exact=True)
    integers, floats = TensorProto.INT64, TensorProto.FLOAT
    value = helper.make_tensor_value_info
    return graph.model(
        [
            value("words", floats, [1, "n", 2 * width]),
            *(value(name, integers, [1, "n"]) for name in ("place", "distance", "other")),
        ],
        [
            value("roles", floats, [1, "n", len(labels.ROLES)]),
            value("kind", floats, [1, len(labels.TYPES) + len(labels.MEDIA)]),
        ],
    )


def marks(graph: Graph, network: Network) -> str:
    """Add one look-up for place, distance and other quotation of each word: the three tables are added beforehand."""
    places, distances, others = (
        table_of(table) for table in (network.reader.places, network.reader.distances, network.reader.others)
    )
    rows = places[:, None, None] + others[:, None] + distances
    first = graph.add("Mul", ["place", graph.index(len(others))], "place.row")
    second = graph.add("Add", [first, "other"], "place.other")
    third = graph.add("Mul", [second, graph.index(len(distances))], "place.other.row")
    index = graph.add("Add", [third, "distance"], "mark")
    return graph.add("Gather", [graph.weight("marks", rows.reshape(-1, rows.shape[-1])), index], "mark.row", axis=0)


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
    entity_moves: dict[str, list[list[float]]],
) -> None:
    """Write all files of the model into a folder; ``sha256.txt`` names each with its checksum.

    Args:
        network: The trained network.
        tokenizer: The trimmed tokenizer.
        target: The folder.
        quantised: Int8; else float32.
        texts: Articles from which the loud channels are measured.
        evidence: See :mod:`training.evidence`.
        entity_moves: See :func:`training.priors.entity_moves`, by source.
    """
    target.mkdir(parents=True, exist_ok=True)
    peaks = measure_peaks(network, Tokenizer.from_file(str(tokenizer)), texts) if quantised else []
    onnx.save(encoder_graph(network, peaks=peaks), str(target / "encoder.onnx"))
    onnx.save(reader_graph(network, quantised=quantised), str(target / "reader.onnx"))
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
        "entity_moves": entity_moves,
    }
    (target / "labels.json").write_text(json.dumps(settings) + "\n", encoding="utf-8")
    written = ("encoder.onnx", "labels.json", "reader.onnx", "tokenizer.json")
    sums = [f"{hashlib.sha256((target / name).read_bytes()).hexdigest()}  {name}\n" for name in written]
    (target / "sha256.txt").write_text("".join(sums), encoding="ascii")


def moves_of(folder: Path) -> dict[str, list[list[float]]]:
    """Return the scores of moves between entity labels, counted on the sentences that the network was trained on."""
    sentences = names.split(names.germeval(folder / "germeval-train.tsv"), fold=4, folds=5)[0]
    sentences += names.split(names.wikineural(folder / "wikineural-de-val.conllu"), fold=9, folds=10)[0]
    schemes = (("germeval", labels.GERMEVAL_LABELS), ("wikineural", labels.WIKINEURAL_LABELS))
    return {source: priors.entity_moves(sentences, source, tags).round(4).tolist() for source, tags in schemes}


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
        load(given.checkpoint),
        given.tokenizer,
        given.target,
        quantised=not given.float,
        texts=texts,
        evidence=evidence,
        entity_moves=moves_of(given.data / "entities"),
    )


if __name__ == "__main__":
    main()
