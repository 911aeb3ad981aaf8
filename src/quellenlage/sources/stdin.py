"""Standard input: one text, one page, or JSONL; told apart by its first bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from quellenlage.sources.files import read_stream
from quellenlage.sources.paths import reason_of
from quellenlage.sources.record import Record
from quellenlage.sources.rejects import Reject


def read_stdin() -> Iterator[Record | Reject]:
    """Read standard input to its end, under the path ``-``."""
    try:
        yield from read_stream(sys.stdin.buffer, path="-")
    except (OSError, ValueError) as error:
        yield Reject("-", None, "unreadable", f"cannot be read: {reason_of(error)}")
