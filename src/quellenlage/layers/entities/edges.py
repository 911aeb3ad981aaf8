"""Where a name begins and ends: nouns and trades before it, a genitive at its end, a given name that stands alone."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.entities.behind import OPENING
from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.lexis import common, kind
from quellenlage.layers.entities.roles import german_role
from quellenlage.layers.entities.words import DEFINITE

_SMALL: Final = frozenset(
    ["kleine", "kleinen", "kleiner", "junge", "jungen", "tote", "toten", "vermisste", "vermissten", "verletzte"]
)
"""Adjectives behind which a given name alone names a person."""
_TRADES: Final = ("er", "erin", "istin", "eurin")
"""Endings of nouns for what somebody does."""
_GENITIVE: Final = 4
"""Letters of the longest surname whose last *s* is left."""
_ARABIC: Final = (
    "al-",
    "el-",
    "ad-",
    "an-",
    "ar-",
    "as-",
    "asch-",
    "ash-",
    "at-",
    "az-",
    "аль-",
    "эль-",
    "ас-",
    "аш-",
    "ан-",
)
"""Arabic articles written with the surname („al-Farabi“)."""


def capital(word: str) -> bool:
    """Tell whether a word begins like a name: upper case, then letters; an Arabic article may stand before it."""
    if word.startswith(_ARABIC):
        word = word.partition("-")[2]
    return bool(word) and word[0].isupper() and word[-1].isalpha()


def noun_first(line: Line, k: int) -> bool:
    """Tell whether a word that opens a sentence stands before a full name («Защита Ивана Соколова»)."""
    opens = k == 0 or line.word(k - 1) in OPENING
    return (
        opens
        and given_name(line.word(k)) is None
        and given_name(line.word(k + 1)) is not None
        and capital(line.word(k + 2))
        and line.word(k + 1)[:1].isupper()
    )


def possessor(line: Line, last: int) -> bool:
    """Tell whether a name stands in the genitive before what is its bearer's („Präsident Jan Moors Sprecher“)."""
    word, owned = line.word(last - 1), line.word(last)
    ends = word.endswith("s") and not word.endswith(("ss", "us", "as", "is", "os")) and len(word) > _GENITIVE
    return ends and owned[:1].isupper() and (german_role(owned) is not None or common(owned, language="de"))


def trade_first(line: Line, k: int) -> bool:
    """Tell whether an unknown word is a trade before a full name („Melkerin Jo Pahl“)."""
    word = line.word(k)
    return (
        word.endswith(_TRADES)
        and given_name(word) is None
        and given_name(line.word(k + 1)) is not None
        and given_name(line.word(k + 1)).gender is not None  # type: ignore[union-attr]
        and capital(line.word(k + 2))
        and line.free(k + 2)
    )


def child(line: Line, i: int) -> bool:
    """Tell whether a given name stands alone behind article and adjective („der kleine Noah“)."""
    word, before = line.word(i), line.word(i - 1)
    return (
        line.free(i)
        and before in _SMALL
        and line.word(i - 2).lower() in DEFINITE
        and not line.word(i + 1)[:1].isupper()
        and given_name(word) is not None
        and kind(word) not in {"noun", "compound"}
    )
