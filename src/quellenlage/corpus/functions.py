"""Bodies that are called by what they do: *die Polizei*, *the organisers*, *организаторы* are one voice in a story.

A speaker without a name is else an origin for the one article; but a story has one police and one organiser, and two
papers that both quote them rest on one source (``resources/functions.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

_WORD: Final = re.compile(r"\w[\w’'-]*")
_TOLD: Final = frozenset({"angaben", "schätzung", "schätzungen", "zählung", "zählungen", "informationen", "sicht"})
"""Nouns for what such a body told (``Schätzung der Veranstalter``)."""


@cache
def _keys() -> Mapping[str, str]:
    out: dict[str, str] = {}
    text = (files("quellenlage.corpus") / "resources" / "functions.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, _, words = line.partition("\t")
            out.update(dict.fromkeys(words.split(), key))
    return out


def function_of(words: str) -> str | None:
    """Return the key of the body that words call by its function alone (``police``), or None.

    Args:
        words: A speaker's words without the article in front.
    """
    found = _WORD.findall(words)
    keys = {_keys()[word.casefold()] for word in found if word.casefold() in _keys()}
    # a name or noun besides tells which body it is ("Polizei Bremen"), an adjective does not
    which = any(w[:1].isupper() and w.casefold() not in _TOLD | _keys().keys() for w in found)
    return keys.pop() if len(keys) == 1 and not which else None
