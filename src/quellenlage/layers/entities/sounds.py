"""Names as sequences of sound classes, whatever the alphabet and the transliteration they are written in.

A word is read greedily, longest grapheme first, into one symbol a sound (``resources/graphemes.tsv``). Letters that
different standards read differently (German ``z`` is ц, English ``z`` is з; ``ch`` is х, ч or ш) get a symbol of their
own that lies close to each reading; how close, ``resources/sounds.tsv`` says. The graphemes come from the standards in
use for names in the press: German (Duden), English (BGN/PCGN, GOST), French, Polish, Czech, scientific (ISO 9, DIN
1460), the Turkic Latin alphabets; the Cyrillic rows from Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Kazakh.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

from quellenlage.layers.entities.gazetteer import rows

VOWELS: Final = frozenset("aeiouEOUAY@9")
_VOWEL_LETTERS: Final = frozenset("aeiouyäöüáéíóúàèìòùâêîôûëïаеёиоуыэюяіїєαεηιουω")
_VOWEL_PAIR: Final = 0.5
"""Cost of one vowel for another where the table says nothing: vowels are what transliterations differ in most."""
_APOSTROPHES: Final = str.maketrans({"’": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "ʹ": "'", "‘": "'"})


@cache
def _graphemes() -> tuple[dict[str, str], dict[str, str], dict[str, str], int]:
    """Return the graphemes, those that hold before no vowel, those at the beginning, and the length of the longest."""
    tables: dict[str, dict[str, str]] = {"": {}, "closed": {}, "start": {}}
    for grapheme, symbols, condition in rows("graphemes.tsv", columns=3)[1:]:
        tables[condition][grapheme] = symbols
    return tables[""], tables["closed"], tables["start"], max(len(form) for table in tables.values() for form in table)


@cache
def _costs() -> tuple[dict[str, float], dict[str, float]]:
    """Return the costs of leaving a symbol out and of taking one for another."""
    soft, near = {}, {}
    for kind, symbols, value in rows("sounds.tsv", columns=3)[1:]:
        for item in symbols.split():
            if kind == "drop":
                soft[item] = float(value)
            else:
                near[item] = near[item[::-1]] = float(value)
    return soft, near


@lru_cache(maxsize=4_096)
def _plain(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))


@lru_cache(maxsize=262_144)
def sounds(token: str) -> str:
    """Return the sound classes of one word of a name, one character a sound; empty where nothing is a letter."""
    always, closed, first, longest = _graphemes()
    word = unicodedata.normalize("NFC", token.casefold().translate(_APOSTROPHES))
    out: list[str] = []
    i, n = 0, len(word)
    while i < n:
        if word[i] == "x" and i == 0:
            out.append("x")  # Uzbek and Kazakh Latin х; inside a word mostly ks
            i += 1
            continue
        for length in range(min(longest, n - i), 0, -1):
            part = word[i : i + length]
            found = first.get(part) if i == 0 else None
            if found is None:
                found = always.get(part)
            if found is None and part in closed and not (i + length < n and word[i + length] in _VOWEL_LETTERS):
                found = closed[part]
            if found is not None:
                out.append(found)
                i += length
                break
        else:
            letter = _plain(word[i])
            out.append(always.get(letter, letter[:1] if letter.isalpha() else ""))
            i += 1
    joined = "".join(out)
    if len(joined) > 3 and joined[-1] == "e" and word[-1] == "e":
        joined = joined[:-1] + "9"  # mute in English and French
    return "".join(c for k, c in enumerate(joined) if k == 0 or c != joined[k - 1])


def cost(a: str, b: str) -> float:
    """Return what it costs to take one sound for another: 0 for the same, 1 for unlike ones."""
    if a == b:
        return 0.0
    near = _costs()[1].get(a + b)
    if near is not None:
        return near
    return _VOWEL_PAIR if a in VOWELS and b in VOWELS else 1.0


@lru_cache(maxsize=524_288)
def distance(a: str, b: str) -> float:
    """Return the weighted edit distance of two sound sequences (0 where they may be the same name)."""
    if a == b:
        return 0.0
    soft, near = _costs()
    drops = [soft.get(c, 1.0) for c in b]
    row = [0.0]
    for drop in drops:
        row.append(row[-1] + drop)
    for x in a:
        gone = soft.get(x, 1.0)
        vowel = x in VOWELS
        diagonal, left = row[0], row[0] + gone
        new = [left]
        for j, y in enumerate(b):
            above = row[j + 1]
            if x == y:
                best = diagonal
            else:
                price = near.get(x + y)
                best = diagonal + (price if price is not None else _VOWEL_PAIR if vowel and y in VOWELS else 1.0)
            best = min(best, above + gone, left + drops[j])
            new.append(best)
            diagonal, left = above, best
        row = new
    return row[-1]


@lru_cache(maxsize=262_144)
def weight(sequence: str) -> float:
    """Return the weight of a sound sequence: what it would cost to leave all of it out."""
    soft = _costs()[0]
    return sum(soft.get(c, 1.0) for c in sequence)


_LIGHTEST: Final = 1.5
"""Shorter words count as if they weighed this much, so that ``Li`` and ``Lee`` do not differ by a whole name."""


def likeness(a: str, b: str) -> float:
    """Return the likeness of two words of a name by their sounds, 0 to 1."""
    first, second = sounds(a), sounds(b)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    return max(0.0, 1.0 - distance(first, second) / max(weight(first), weight(second), _LIGHTEST))


_HARD: Final = {ord("y"): "s", ord("H"): "k", ord("2"): "s", ord("c"): "s"}
_OPENINGS: Final = {
    **dict.fromkeys("td5szSCDQZ2", "t"),
    **dict.fromkeys("kgxHG", "k"),
    **dict.fromkeys("pb", "p"),
    **dict.fromkeys("vw", "v"),
    **dict.fromkeys("aeiouEOUAY@9J", "a"),
    "n": "n",
    "N": "n",
    "c": "kt",
    "h": "kt",
    "y": "at",
}
_SKELETON: Final = str.maketrans(
    {
        "b": "p",
        "d": "t",
        "5": None,
        "g": "k",
        "G": "k",
        "x": "k",
        "h": "k",
        "H": None,
        "c": "k",
        "w": "v",
        "z": "s",
        "Z": "s",
        "S": "s",
        "Q": "s",
        "C": "s",
        "D": "s",
        "2": None,
        "N": "n",
        "y": None,
        "J": None,
        **dict.fromkeys("aeiouEOUAY@9"),
    }
)


@lru_cache(maxsize=262_144)
def skeletons(token: str) -> tuple[str, ...]:
    """Return the consonants of a word in broad classes: keys under which its other spellings are likely to stand.

    A Latin ``j`` may be a glide or ж, an ``h`` silent or х: where a word has one, there are two keys.
    """
    sequence = sounds(token)
    soft = sequence.translate(_SKELETON) or sequence[:1]
    hard = sequence.translate(_HARD).translate(_SKELETON) or sequence[:1]
    return (soft,) if soft == hard else (soft, hard)


def openings(token: str) -> str:
    """Return the broad classes that the first sound of a word may belong to, one character each."""
    first = sounds(token)[:1]
    return _OPENINGS.get(first, first)
