"""The int8 matrix products of the encoder and nothing else: what its time is measured against.

Two sets: the products with weights alone, and all products of the network, those of attention among them (every head's
queries with its keys, and its weights with its values), which have no constant side.

The graph is written as the bytes of an ONNX file, a few dozen fields of protocol buffers, so that the package ``onnx``
is not needed. All products of one shape write into one array: an array of its own for each would add page faults.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import onnxruntime
from numpy.typing import NDArray

SHAPES = ((384, 1152), (384, 384), (384, 1536), (1536, 384))
"""Rows and columns of the matrices of one block: query, key and value; out; up; down."""

HEADS, WIDTH = 12, 32
"""Heads of attention, and the numbers of a word in each."""

UINT8, INT8, INT32 = 2, 3, 6


def number(field: int, value: int) -> bytes:
    """Return a field with a whole number."""
    return varint(field << 3) + varint(value)


def bytes_of(field: int, value: bytes | str) -> bytes:
    """Return a field with bytes, text or a message."""
    data = value.encode() if isinstance(value, str) else value
    return varint(field << 3 | 2) + varint(len(data)) + data


def varint(value: int) -> bytes:
    """Return a number in groups of seven bits."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def tensor(name: str, matrix: NDArray[np.int8]) -> bytes:
    """Return a constant."""
    dims = b"".join(number(1, size) for size in matrix.shape)
    return dims + number(2, INT8) + bytes_of(8, name) + bytes_of(9, matrix.tobytes())


def value(name: str, kind: int, shape: tuple[int, ...]) -> bytes:
    """Return the description of an input or output."""
    dims = b"".join(bytes_of(1, number(1, size)) for size in shape)
    return bytes_of(1, name) + bytes_of(2, bytes_of(1, number(1, kind) + bytes_of(2, dims)))


def product(left: str, right: str, result: str) -> bytes:
    """Return the node of a product."""
    return bytes_of(1, bytes_of(1, left) + bytes_of(1, right) + bytes_of(2, result) + bytes_of(4, "MatMulInteger"))


def attended(pieces: int) -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return both sides of the products of attention of one block, by name."""
    return {
        "scores": ((HEADS, pieces, WIDTH), (HEADS, WIDTH, pieces)),
        "contexts": ((HEADS, pieces, pieces), (HEADS, pieces, WIDTH)),
    }


def model(pieces: int, *, blocks: int, attention: bool) -> bytes:
    """Return an ONNX file with the products of ``pieces`` rows and of all blocks."""
    dice = np.random.default_rng(1)
    graph = bytes_of(2, "bare")
    for rows in sorted({rows for rows, _ in SHAPES}):
        graph += bytes_of(11, value(f"x{rows}", UINT8, (pieces, rows)))
    sides = attended(pieces) if attention else {}
    for name, (left, right) in sides.items():
        graph += bytes_of(11, value(f"{name}.left", UINT8, left)) + bytes_of(11, value(f"{name}.right", INT8, right))
    for block in range(blocks):
        for rows, columns in SHAPES:
            weight, result = f"w{block}.{rows}.{columns}", f"y{block}.{rows}.{columns}"
            graph += bytes_of(5, tensor(weight, dice.integers(-63, 64, (rows, columns), dtype=np.int8)))
            graph += product(f"x{rows}", weight, result)
            graph += bytes_of(12, value(result, INT32, (pieces, columns)))
        for name, (left, right) in sides.items():
            graph += product(f"{name}.left", f"{name}.right", f"{name}{block}")
            graph += bytes_of(12, value(f"{name}{block}", INT32, (*left[:2], right[2])))
    return number(1, 8) + bytes_of(7, graph) + bytes_of(8, bytes_of(1, "") + number(2, 17))


def bare(pieces: int, *, blocks: int, threads: int, attention: bool) -> Callable[[], None]:
    """Return a function that runs the products of one text."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    made = model(pieces, blocks=blocks, attention=attention)
    session = onnxruntime.InferenceSession(made, options, providers=["CPUExecutionProvider"])
    binding = session.io_binding()
    dice = np.random.default_rng(2)
    for given in session.get_inputs():
        kind = np.uint8 if "uint8" in given.type else np.int8
        limits = np.iinfo(kind)
        binding.bind_cpu_input(given.name, dice.integers(limits.min, limits.max, given.shape, dtype=kind))
    places: dict[tuple[int, ...], NDArray[np.int32]] = {}
    for result in session.get_outputs():
        place = places.setdefault(tuple(result.shape), np.empty(result.shape, dtype=np.int32))
        binding.bind_output(result.name, "cpu", 0, np.int32, result.shape, place.ctypes.data)
    kept = (places, binding)

    def run() -> None:
        session.run_with_iobinding(kept[1])

    return run
