"""Articles as JSON: one object a line (JSONL), or one document that holds an article or a list of them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from quellenlage import limits
from quellenlage.sources.encoding import decode
from quellenlage.sources.record import Record
from quellenlage.sources.rejects import Reject

_SKIP_BYTES = 1 << 16


def read_lines(head: bytes, stream: io.BufferedReader | BinaryIO, *, path: str) -> Iterator[Record | Reject]:
    """Read one article a line. A broken line is a reject with its byte offset; the next lines are read.

    Args:
        head: Bytes already taken from the stream.
        stream: The rest.
        path: The file; a record's path is ``path:LINE``, lines counted from 1.
    """
    offset = 0
    found = False
    for number, (line, size) in enumerate(_lines(head, stream), start=1):
        place = f"{path}:{number}"
        if line is None:
            found = True
            yield Reject(place, offset, "too-large", f"the line is longer than {limits.MAX_LINE_BYTES} bytes")
        elif line.strip(b" \t\r\n\x00\xef\xbb\xbf"):
            found = True
            yield _article(line, path=place, offset=offset)
        offset += size
    if not found:
        yield Reject(path, None, "empty", "no line holds an article")


def read_document(content: bytes, *, path: str) -> Iterator[Record | Reject]:
    """Read a JSON document: one article, a list of articles, or articles one a line under the name ``.json``."""
    value = _decoded(content)
    if isinstance(value, str):
        if b"\n" in content.strip() and content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            yield from read_lines(content, io.BytesIO(), path=path)
        else:
            yield Reject(path, 0, "bad-json", value)
        return
    content_value = value[0]
    if isinstance(content_value, list):
        if not content_value:
            yield Reject(path, None, "empty", "the list holds no article")
        for number, item in enumerate(content_value, start=1):
            place = f"{path}:{number}"
            if isinstance(item, dict):
                yield Record(path=place, kind="fields", fields=item)
            else:
                yield Reject(place, None, "no-text", f"item {number} of the list is no JSON object")
    elif isinstance(content_value, dict):
        yield Record(path=path, kind="fields", fields=content_value)
    else:
        yield Reject(path, 0, "no-text", "the JSON document is neither an object nor a list")


def _article(line: bytes, *, path: str, offset: int) -> Record | Reject:
    value = _decoded(line)
    if isinstance(value, str):
        return Reject(path, offset, "bad-json", value)
    fields = value[0]
    if not isinstance(fields, dict):
        return Reject(path, offset, "bad-json", "the line is no JSON object")
    return Record(path=path, kind="fields", fields=fields, offset=offset)


def _decoded(content: bytes) -> tuple[object] | str:
    """Return the JSON value in a tuple, or the reason why there is none."""
    try:
        return (json.loads(decode(content).replace("\x00", "").strip()),)
    except RecursionError:
        return "no JSON that can be read: nested too deeply"
    except ValueError as error:
        return f"no JSON: {error}"


def _lines(head: bytes, stream: io.BufferedReader | BinaryIO) -> Iterator[tuple[bytes | None, int]]:
    r"""Yield each line with its size in bytes; None for a line over the limit, of which only a part is ever held."""
    buffer = bytearray(head)
    skipped = searched = 0
    ended = False
    while True:
        cut = buffer.find(b"\n", searched)
        if cut >= 0:
            size = cut + 1
            too_long = skipped + cut > limits.MAX_LINE_BYTES
            yield (None if too_long else bytes(buffer[:cut])), skipped + size
            del buffer[:size]
            skipped = searched = 0
        elif ended:
            if buffer or skipped:
                too_long = skipped + len(buffer) > limits.MAX_LINE_BYTES
                yield (None if too_long else bytes(buffer)), skipped + len(buffer)
            return
        else:
            if len(buffer) > limits.MAX_LINE_BYTES:
                skipped += len(buffer)
                buffer.clear()
            searched = len(buffer)
            chunk = stream.read(_SKIP_BYTES)
            ended = not chunk
            buffer += chunk
