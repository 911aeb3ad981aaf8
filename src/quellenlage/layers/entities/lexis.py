"""Common noun or name: what German word formation says of a capitalised word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from quellenlage.layers.entities.words import COMPOUND_PREFIXES
from quellenlage.layers.german import is_noun, verb_readings

Kind = Literal["noun", "compound", "odd", "unknown"]

_DERIVED: Final = re.compile(
    r"(?:[a-zäöüß]ung|heit|keit|schaft|tion|ismus|ität|nis|ling|logie|login?|isierung|chen|ierer|[bdfgklmnprstz]ieren|tum|ment|anz|enz|graf[ie]*|grafie|zeug|"
    r"macher|macherin|träger|trägerin|tionär|ologe|istin|istik|atik|kratie|metrie|nomie|phobie|therapie|theke?|gramm|skop|phon|itis)"
    r"(?:e|en|n|s|es|er|ern|innen)?$"
)
"""Endings that make common nouns."""
_FOREIGN: Final = re.compile(r"[^\W\dA-Za-zÄÖÜäöüßÉéÈèÊêÀàÂâÔôÇçÎîÛûËëÏïÑñÅåØøÆæ]")
"""Letters of other languages' names that no loanword in German keeps."""
_LINKS: Final = ("", "s", "n", "en", "es", "er", "e", "ns")
_STEMS: Final = ("e", "en", "n")
_PREFIXES: Final = COMPOUND_PREFIXES


@lru_cache(maxsize=65_536)
def kind(word: str) -> Kind:
    """Tell how German a capitalised word is.

    Returns:
        ``noun`` where the table has it, ``compound`` where it is built of known nouns, ``odd`` where only its end is a
        noun and its beginning no known word (``Deggendorf``, ``Isarchip``: mostly names), else ``unknown``.
    """
    if _FOREIGN.search(word):
        return "unknown"  # no German noun has such letters
    if is_noun(word) or any(word.endswith(ending) and is_noun(word[: -len(ending)]) for ending in ("es", "s")):
        return "noun"
    if _DERIVED.search(word) and len(word) > 5:
        return "compound"
    if "-" in word:
        last = word.rpartition("-")[2]
        if not last or kind(last[:1].upper() + last[1:]) not in {"noun", "compound"}:
            return "unknown"
        first = word.partition("-")[0]
        return "compound" if _part(first) or first.isupper() or not first[:1].isalpha() else "odd"
    odd = False
    for cut in range(2, len(word) - 2):
        rest = word[cut:]
        if not rest.islower() or not is_noun(rest.capitalize()):
            continue
        if _part(word[:cut]):
            return "compound"
        odd = odd or len(rest) >= 4
    return "odd" if odd else "unknown"


def _part(first: str) -> bool:
    """Tell whether the first part of a compound is a word: a noun with or without a linking sound, a stem, a prefix."""
    if first in _PREFIXES:
        return True
    if len(first) < 3:
        return False
    for link in _LINKS:
        base = first[: len(first) - len(link)] if link else first
        if first.endswith(link) and len(base) > 2 and (is_noun(base) or kind(base) == "compound"):
            return True
    if any(is_noun(first + ending) for ending in _STEMS):
        return True
    return any(reading.mood == "inf" for reading in verb_readings(first.lower() + "en"))


def common(word: str, *, language: str) -> bool:
    """Tell whether a capitalised word is a German common noun (in English and Russian texts: never)."""
    return language == "de" and kind(word) in {"noun", "compound"}
