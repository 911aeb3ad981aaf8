"""When two values of a claim are shown as one: written alike, or the same number with the same bounds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quellenlage.layers.annotations import Token

_QUOTES: Final = str.maketrans("", "", "„“”»«‚‘’›‹\"'")
_TOKEN: Final = re.compile(r"\w+(?:[.,:\-]\w+)*|\S")

Key = str | tuple[float, float, float]


def folded(text: str) -> str:
    """Return text in the form in which it is compared: case, white space and quotation marks aside."""
    return " ".join(text.translate(_QUOTES).casefold().split())


@lru_cache(maxsize=4096)
def key_of(value: str, language: str) -> Key:
    """Return what a value is grouped by.

    ``zwölf`` and ``12`` have the same key, ``rund 2000`` and ``etwa 2000`` too; ``rund 2000`` and ``2000`` do not, nor
    do values of more than one number.

    Args:
        value: The value as an article gives it.
        language: Language of the article: ``de``, ``en``, ``ru``; others are read as German.
    """
    from quellenlage.corpus.claims.quantities import quantities

    tokens = [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(value)]
    found = quantities(tokens, value, language=language)
    if len(found) != 1:
        return folded(value)
    return found[0].value, found[0].low, found[0].high
