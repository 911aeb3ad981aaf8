"""Word lists and tables that the layers read: data files, each with its origin and licence in README.md."""

from __future__ import annotations

from importlib.resources import files


def word_lists(name: str) -> dict[str, frozenset[str]]:
    """Read a file of named word lists: one list a line, name, tab, words with spaces between; ``#`` begins a comment.

    A list may take several lines of the same name. An underscore inside a word stands for a space.
    """
    out: dict[str, set[str]] = {}
    for line in (files(__name__) / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            key, _, words = line.partition("\t")
            out.setdefault(key, set()).update(word.replace("_", " ") for word in words.split())
    return {key: frozenset(words) for key, words in out.items()}
