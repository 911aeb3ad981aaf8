"""Sources: bytes with an origin. Every input ends as a record or as a reject, never in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quellenlage.sources.record import Record
from quellenlage.sources.rejects import Reject

__all__ = ["Record", "Reject", "read"]


def read(paths: Sequence[str]) -> Iterator[Record | Reject]:
    """Read files, folders (recursively), glob patterns and ``-`` (standard input).

    Folders are walked in sorted order; hidden files, README, LICENSE and the like are passed over, files of a type
    that holds no articles are rejected. A file that several paths lead to is read once, at its first place.

    Args:
        paths: What the user named, in that order.

    Yields:
        One record an article, and one reject for each input that cannot become one. Nothing is raised for bad input.
    """
    from quellenlage.sources.files import read_file
    from quellenlage.sources.paths import expand
    from quellenlage.sources.stdin import read_stdin

    for place in expand(paths):
        if isinstance(place, Reject):
            yield place
        elif place.is_stdin:
            yield from read_stdin()
        else:
            yield from read_file(place)
