"""Where the terminal views are printed: the screen, a pipe or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console

PAGE: Final = 100
"""Columns where there is no terminal to measure and ``COLUMNS`` does not say: what a printed page and a mail hold."""


@contextmanager
def screen(file: IO[str] | None = None) -> Iterator[Console]:
    """Yield a console on standard output or on a file.

    What does not go to a terminal is ``PAGE`` columns wide and has no blanks at the ends of its lines, so that it can
    be searched, compared and pasted.

    Args:
        file: Where to print; standard output by default.
    """
    from rich.console import Console

    out = file if file is not None else sys.stdout
    if out.isatty():
        yield Console(file=out)
        return
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if file is None and columns.isdecimal() and int(columns) > 0 else PAGE
    trimmed = _Trimmed(out)
    yield Console(file=trimmed, width=width)  # type: ignore[arg-type]
    trimmed.finish()


class _Trimmed:
    """A text file that drops the blanks at the ends of lines."""

    def __init__(self, file: IO[str]) -> None:
        self._file, self._rest = file, ""
        self.encoding: str = getattr(file, "encoding", None) or "utf-8"

    def write(self, text: str) -> int:
        *lines, self._rest = (self._rest + text).split("\n")
        self._file.writelines(f"{line.rstrip(' ')}\n" for line in lines)
        return len(text)

    def flush(self) -> None:
        self._file.flush()

    def isatty(self) -> bool:
        return False

    def finish(self) -> None:
        if self._rest:
            self._file.write(self._rest)
        self._file.flush()
