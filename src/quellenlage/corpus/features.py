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

STEM_LETTERS = 6
"""Letters of a word that are compared; five to seven score alike on the OG2021 titles."""

LEAD_CHARS = 600
"""The lead, where a report says what it is about."""

BODY_CHARS = 6_000
"""What lies further down is background."""

# A word or figure, and the mark behind it that ends a sentence or opens a quotation.
_WORD = re.compile(r"(\w+(?:[.,]\d+)*)([.!?:]?)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# „50 000“, „50.000“, *50,000* and „50'000“ are one figure.
_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3})((?:[.,'’\u00a0\u202f ]\d{3})+)(?![\d]|[.,]\d)")
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
    """Sparse vectors of one article, in the order of the keys; weights are counts damped by place, not yet by rarity.

    Attributes:
        words: By stem.
        names: By consonant skeleton of capitalised words.
        numbers: By value, decimal point unified and thousands joined.
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
    if not folded.isascii():
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
        inside = False
        for word, end in _WORD.findall(_THOUSANDS.sub(_joined, text)):
            size += 1
            stem, bones, number = _read(word)
            if number is None:
                if stem:
                    words[stem] += weight
                if inside and bones:
                    names[bones] += weight
                inside = not end
            elif number:
                numbers[number] = 1.0
    return Features(_damped(words), _damped(names), dict(sorted(numbers.items())), size)


def _joined(match: re.Match[str]) -> str:
    return match[1] + "".join(character for character in match[2] if character.isdecimal())


@lru_cache(maxsize=100_000)
def _read(word: str) -> tuple[str, str, str | None]:
    """Return the stem of a word (empty for one of two letters), its bones where it can be a name, or its number.

    The number is None for a word, and empty for a year or a digit.
    """
    if _NUMBER.fullmatch(word):
        return "", "", word.replace(",", ".") if len(word) > 1 and not _YEAR.fullmatch(word) else ""
    folded = word.lower()
    bones = skeleton(word) if word[0].isupper() and len(word) > 2 else ""
    return folded[:STEM_LETTERS] if len(folded) > 2 else "", bones if len(bones) > 2 else "", None


def _damped(counts: Mapping[str, float]) -> dict[str, float]:
    return {key: count if count <= 1 else 1 + (count - 1) ** 0.5 for key, count in sorted(counts.items())}
