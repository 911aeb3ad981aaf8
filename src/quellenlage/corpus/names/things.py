"""Names of places, organisations and works: the same in another script, spelling or legal form."""

from __future__ import annotations

import re
import unicodedata

from quellenlage.layers.entities.cyrillic import nominatives
from quellenlage.layers.entities.named_firms import bare_name
from quellenlage.layers.entities.sounds import likeness

_SHORTEST_PLACE = 5
_SAME_PLACE = 0.95
_SAME_NAME = 0.9
_ENGLISH_LETTERS = re.compile(r"zh|kh|sh|dzh|(?<![aeiou])y|j(?=[aeiou])|iya|ya")
"""Letters that an English transliteration has and a German one has not."""


def plain(name: str) -> str:
    """Return a name in lower case, hyphens as blanks and without a legal form at its end (``Lahn-Frost GmbH``)."""
    return " ".join(bare_name(tuple(name.replace("-", " ").split()))).casefold()


def transliterated(mine: str, theirs: str) -> bool:
    """Tell whether two names of places, not both in a gazetteer, are one in two scripts or transliterations.

    Two spellings of one language that differ are two places (``Neuhausen``, ``Neuhaußen``): only names in two scripts
    are compared, in their nominatives, and Latin ones where one has the letters of an English transliteration.
    """
    if " " in mine or " " in theirs or min(len(mine), len(theirs)) < _SHORTEST_PLACE:
        return False
    cyrillic = [name[0] >= "А" for name in (mine, theirs)]
    if not any(cyrillic) and not any(_ENGLISH_LETTERS.search(name.lower()) for name in (mine, theirs)):
        return False
    forms = [tuple(nominatives(name)) if flag else (name,) for name, flag in zip((mine, theirs), cyrillic, strict=True)]
    return any(likeness(one, two) >= _SAME_PLACE for one in forms[0] for two in forms[1])


_GERMAN_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LATIN_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe"})


def folded(name: str) -> str:
    """Return a name in lower case without hyphens and diacritics; German umlauts are written with an *e*."""
    low = name.casefold().replace("-", " ").translate(_GERMAN_LETTERS).translate(_LATIN_LETTERS)
    return "".join(letter for letter in unicodedata.normalize("NFD", low) if not unicodedata.combining(letter))


def respelled(mine: str, theirs: str) -> bool:
    """Tell whether two names of organisations or works are one name with and without diacritics, or in two scripts.

    In two scripts every word has to sound like its counterpart; acronyms are left to the gazetteer.
    """
    if not mine or not theirs:
        return False
    cyrillic = [name[0] >= "А" for name in (mine, theirs)]
    if cyrillic[0] == cyrillic[1]:
        return len(mine) > 3 and not cyrillic[0] and folded(mine) == folded(theirs)
    parts = [name.replace("-", " ").split() for name in (mine, theirs)]
    if (
        len(parts[0]) != len(parts[1])
        or mine.isupper()
        or theirs.isupper()
        or min(len(mine), len(theirs)) < _SHORTEST_PLACE
    ):
        return False
    return all(_alike(one, two) for one, two in zip(*(parts if cyrillic[0] else parts[::-1]), strict=True))


def _alike(cyrillic: str, latin: str) -> bool:
    return any(likeness(form, latin) >= _SAME_NAME for form in nominatives(cyrillic))
