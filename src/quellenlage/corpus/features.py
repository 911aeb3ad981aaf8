"""What of an article tells its story: words, names, numbers and days, as sparse vectors that do not need the language.

Words are cut to their first letters, which joins the inflected forms of the European languages. Names are reduced to
the skeleton of their consonants in Latin letters, so that ``Щербаков``, ``Schtscherbakow`` and ``Shcherbakov`` meet
without a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

STEM_LETTERS = 6
"""Letters of a word that are compared; five to seven score alike on the OG2021 titles."""

LEAD_CHARS = 600
"""The lead, where a report says what it is about."""

BODY_CHARS = 6_000
"""What lies further down is background."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "Z", "з": "z",
        "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "z", "ч": "C", "ш": "S", "щ": "S", "ъ": "", "ы": "i",
        "ь": "", "э": "e", "ю": "u", "я": "a",
    }
)  # fmt: skip
# Spellings of one sound, longest first.
_SOUNDS = (
    ("schtsch", "S"), ("shch", "S"), ("šč", "S"), ("dsch", "Z"), ("tsch", "C"), ("tch", "C"), ("dzh", "Z"),
    ("sch", "S"), ("sh", "S"), ("zh", "Z"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("ck", "k"), ("qu", "k"),
    ("ts", "z"), ("tz", "z"), ("th", "t"), ("š", "S"), ("ş", "S"), ("ș", "S"), ("ž", "Z"), ("č", "C"), ("ç", "C"),
    ("ć", "C"), ("ţ", "z"), ("ț", "z"), ("ß", "s"), ("x", "ks"), ("q", "k"), ("w", "v"), ("c", "k"),
)  # fmt: skip
_VOWELS = re.compile(r"(?<=.)[aeiouyj]+")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Features:
    """Sparse vectors of one article; weights are counts damped by place, not yet by rarity.

    Attributes:
        words: By stem.
        names: By consonant skeleton of capitalised words.
        numbers: By value as written, decimal point unified.
        size: Words that were read.
    """

    words: Mapping[str, float]
    names: Mapping[str, float]
    numbers: Mapping[str, float]
    size: int


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Reduce a name to its consonants in Latin letters (``Путин`` meets ``Putin``, ``Хавьер`` not ``Javier``)."""
    folded = word.lower().translate(_CYRILLIC)
    for spelling, sound in _SOUNDS:
        if spelling in folded:
            folded = folded.replace(spelling, sound)
    folded = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", folded).replace("Z", "S").replace("C", "S"))


def features(parts: Sequence[tuple[str, float]]) -> Features:
    """Read the features of an article from its parts, each with its weight (title, lead, body).

    Linear in the length of the text.
    """
    words: dict[str, float] = defaultdict(float)
    names: dict[str, float] = defaultdict(float)
    numbers: dict[str, float] = {}
    size = 0
    for text, weight in parts:
        previous_end = True
        for match in _WORD.finditer(text):
            word = match[0]
            size += 1
            if _NUMBER.fullmatch(word):
                if len(word) > 1 and not _YEAR.fullmatch(word):
                    numbers[word.replace(",", ".")] = 1.0
                continue
            folded = word.lower()
            if len(folded) > 2:
                words[folded[:STEM_LETTERS]] += weight
            if word[0].isupper() and len(word) > 2 and not previous_end:
                names[skeleton(word)] += weight
            previous_end = text[match.end() : match.end() + 1] in {".", "!", "?", ":"}
    return Features(
        {intern(w): _damp(c) for w, c in words.items()},
        {intern(n): _damp(c) for n, c in names.items() if len(n) > 2},
        dict(numbers),
        size,
    )


def _damp(count: float) -> float:
    return count if count <= 1 else 1 + (count - 1) ** 0.5
