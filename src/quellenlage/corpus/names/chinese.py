"""Chinese names in Palladius (Cyrillic), Wade–Giles and Han characters, brought to pinyin."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from quellenlage.layers.entities.gazetteer import rows

_WORD: Final = re.compile(r"[^\W\d_]+")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,4}")


@cache
def _palladius() -> dict[str, str]:
    """Return pinyin syllables by Palladius syllable, made from initials and finals."""
    table = {}
    initials: dict[str, str] = {}
    finals: dict[str, str] = {}
    for kind, source, target in rows("chinese.tsv", columns=3)[1:]:
        if kind == "initial":
            initials[source] = target
        elif kind == "final":
            finals[source] = target
        elif kind == "syllable":
            table[source] = target
    for first, one in initials.items():
        for last, two in finals.items():
            table.setdefault(first + last, one + two)
    return table


@cache
def _han() -> dict[str, str]:
    return {source: target for kind, source, target in rows("chinese.tsv", columns=3)[1:] if kind == "han"}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(source for kind, source, _ in rows("chinese.tsv", columns=3)[1:] if kind == "surname")


def _split(word: str) -> str | None:
    """Return a Cyrillic word as pinyin where it is made of Palladius syllables only."""
    table = _palladius()
    best: list[str | None] = ["", *[None] * len(word)]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 6), end):
            before, syllable = best[start], table.get(word[start:end])
            if before is not None and syllable is not None:
                best[end] = before + syllable
                break
    return best[len(word)]


@lru_cache(maxsize=65_536)
def pinyin(name: str) -> str | None:
    """Return a Chinese name in pinyin, or None where it is none: Cyrillic by Palladius' table, Han as listed.

    A Cyrillic name counts as Chinese where its first word is a surname of the list and all of it reads as syllables.
    """
    if _HAN.fullmatch(name.strip()):
        table = _han()
        syllables = [table.get(character) for character in name.strip()]
        if None in syllables:
            return None
        plain = [syllable for syllable in syllables if syllable]
        return f"{plain[0].capitalize()} {''.join(plain[1:]).capitalize()}"
    words = _WORD.findall(name.lower())
    if not 2 <= len(words) <= 3 or not all("а" <= word[0] <= "я" for word in words) or words[0] not in _surnames():
        return None
    read = [_split(word) for word in words]
    if any(word is None for word in read):
        return None
    return f"{(read[0] or '').capitalize()} {''.join(word or '' for word in read[1:]).capitalize()}"
