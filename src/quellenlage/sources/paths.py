"""What the user names becomes a sorted sequence of files: folders are walked, patterns are matched."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quellenlage import limits
from quellenlage.sources.rejects import Reject

ARTICLE_SUFFIXES = frozenset(
    {".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".jsonl", ".ndjson", ".jsonlines", ".json"}
)
"""Suffixes that are read when they are met in a folder, beside files without a suffix."""


_ABOUT_FOLDER = re.compile(r"(?:README|LICEN[CS]E|NOTICE|COPYING|CHANGELOG)(?:\.(?:md|txt|rst|html))?$")
"""Files that describe a folder; they are passed over like hidden ones."""


@dataclass(frozen=True, slots=True)
class Place:
    """One file to read.

    Attributes:
        path: The path to open.
        shown: The path as the user sees it, without lone surrogates.
    """

    path: str
    shown: str

    @property
    def is_stdin(self) -> bool:
        """Whether this is standard input."""
        return self.path == "-"


def shown(path: str) -> str:
    """Return a path as printable text: bytes of a file name that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def reason_of(error: OSError | ValueError) -> str:
    """Return why a file cannot be opened, in words."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)


def expand(paths: Sequence[str]) -> Iterator[Place | Reject]:
    """Turn the paths of the user into files, each once, in order; stop with a reject at ``MAX_FILES``."""
    seen: set[tuple[int, int] | str] = set()
    count = 0
    for path in paths:
        for place in _expand_one(path):
            if isinstance(place, Place):
                key = _identity(place.path)
                if key in seen:
                    continue
                seen.add(key)
                count += 1
                if count > limits.MAX_FILES:
                    message = f"more than {limits.MAX_FILES} files; the rest, from here on, is not read"
                    yield Reject(place.shown, None, "too-many-files", message)
                    return
            yield place


def _identity(path: str) -> tuple[int, int] | str:
    """Return device and inode of a regular file, so that links to it count once; else the path."""
    if path == "-":
        return path
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return path
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else path


def _expand_one(path: str) -> Iterator[Place | Reject]:
    if path == "-":
        yield Place("-", "-")
        return
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and glob.has_magic(path):
            yield from _match(path)
        else:
            code = "not-found" if isinstance(error, FileNotFoundError) else "unreadable"
            yield Reject(shown(path), None, code, f"cannot be opened: {reason_of(error)}")
        return
    if stat.S_ISDIR(mode):
        yield from _walk_top(path)
    else:
        yield Place(path, shown(path))


def _match(pattern: str) -> Iterator[Place | Reject]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (absolute patterns, `**`)
    if not matches:
        yield Reject(shown(pattern), None, "not-found", "no file matches this pattern")
    for match in matches:
        if Path(match).is_dir():
            if "**" not in pattern:  # `**` names the files below by itself
                yield from _walk_top(match)
        else:
            yield Place(match, shown(match))


def _walk_top(folder: str) -> Iterator[Place | Reject]:
    empty = True
    for place in _walk(folder, depth=0, above=frozenset()):
        empty = False
        yield place
    if empty:
        yield Reject(shown(folder), None, "empty", "the folder holds no files")


def _walk(folder: str, *, depth: int, above: frozenset[tuple[int, int]]) -> Iterator[Place | Reject]:
    """Walk a folder in sorted order; ``above`` are the folders that lead here, so that loops of links end."""
    try:
        status = Path(folder).stat()
        with os.scandir(folder) as entries:
            names = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Reject(shown(folder), None, "unreadable", f"the folder cannot be read: {reason_of(error)}")
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield Reject(shown(folder), None, "folder-loop", "a link leads back to a folder above it")
        return
    if depth > limits.MAX_FOLDER_DEPTH:
        message = f"deeper than {limits.MAX_FOLDER_DEPTH} folders; not read"
        yield Reject(shown(folder), None, "too-deep", message)
        return
    for entry in names:
        if entry.name.startswith(".") or _ABOUT_FOLDER.match(entry.name):
            continue
        try:
            is_folder, is_file = entry.is_dir(), entry.is_file()
        except OSError as error:
            yield Reject(shown(entry.path), None, "unreadable", f"cannot be opened: {reason_of(error)}")
            continue
        if is_folder:
            yield from _walk(entry.path, depth=depth + 1, above=above | {here})
        elif not is_file:
            yield Reject(shown(entry.path), None, "unreadable", "neither a file nor a folder")
        elif Path(entry.name).suffix.lower() not in ARTICLE_SUFFIXES | {""}:
            suffix = shown(Path(entry.name).suffix)
            message = f"files of type '{suffix}' are not read from folders; name the file itself to try it"
            yield Reject(shown(entry.path), None, "unsupported-type", message)
        else:
            yield Place(entry.path, shown(entry.path))
