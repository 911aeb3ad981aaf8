"""Case forms of Russian place names: the nominatives that an inflected form may have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_CLASSES: Final = (
    ":|ы|и|а|о а:|о у:|а|о ом:|о ем:|ь|й|е е:|а|о|я|ь|й я:ь|й|е ю:ь|й|я|е ы:а и:ь|а|я ой:а ей:я|и "
    "ью:ь ии:ия ию:ия ией:ия ам:ы|и ами:ы|и ах:ы|и ях:и "
    "ов:ы|и ого:ый|ий|ой|ое ому:ый|ий|ой|ое ым:ый|ое им:ий ном:ный|ное ском:ский|ское"
)
_ENDINGS: Final = tuple(
    (ending, tuple(bases.split("|")))
    for ending, _, bases in sorted((row.partition(":") for row in _CLASSES.split(" ")), key=lambda row: -len(row[0]))
)
"""Endings of the cases and of the nominatives they may belong to (nouns of all declensions, adjectival names)."""
_SHORTEST: Final = 3


def nominatives(word: str) -> Iterator[str]:
    """Yield a Cyrillic word and the nominatives whose case form it may be, the likeliest first."""
    yield word
    if not "а" <= word[-1:].lower() <= "ё":
        return
    for ending, bases in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield from (word[: len(word) - len(ending)] + base for base in bases if base != ending)
