"""One file, opened and handed to the reader of its kind."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from quellenlage import limits
from quellenlage.sources import html, jsonl, sniff, text
from quellenlage.sources.paths import Place, reason_of
from quellenlage.sources.record import Record
from quellenlage.sources.rejects import Reject


def read_file(place: Place) -> Iterator[Record | Reject]:
    """Read one file, whatever it holds."""
    try:
        with Path(place.path).open("rb") as stream:
            yield from read_stream(stream, path=place.shown)
    except (OSError, ValueError) as error:
        yield Reject(place.shown, None, "unreadable", f"cannot be read: {reason_of(error)}")


def read_stream(stream: io.BufferedReader | BinaryIO, *, path: str) -> Iterator[Record | Reject]:
    """Read a stream of bytes: an article, a page, or articles as JSON.

    Args:
        stream: Opened for reading bytes; it need not be seekable.
        path: What its records and rejects are called.
    """
    head = stream.read(sniff.HEAD_BYTES)
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        rest = stream.read(1)
        if not rest:
            message = "the file is empty" if not head else "the file holds nothing but white space"
            yield Reject(path, None, "empty", message)
            return
        head += rest
    kind = sniff.binary_kind(head)
    if kind is not None:
        yield Reject(path, 0, "binary", f"{kind}, not a text, a page or JSON")
        return
    content = sniff.content_of(path, head)
    if content == "jsonl":
        yield from jsonl.read_lines(head, stream, path=path)
        return
    raw = head + stream.read(max(0, limits.MAX_RECORD_BYTES + 1 - len(head)))
    if len(raw) > limits.MAX_RECORD_BYTES:
        message = f"larger than {limits.MAX_RECORD_BYTES} bytes; not read"
        yield Reject(path, limits.MAX_RECORD_BYTES, "too-large", message)
    elif content == "json":
        yield from jsonl.read_document(raw, path=path)
    elif content == "html":
        yield html.record(raw, path=path)
    else:
        yield text.record(raw, path=path)
