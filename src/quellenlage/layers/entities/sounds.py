"""Names as sequences of sound classes, whatever the alphabet and the transliteration they are written in.

A token is read greedily, longest grapheme first, into one symbol a sound. Letters that different standards read
differently (German ``z`` is ц, English ``z`` is з; ``ch`` is х, ч or ш) get a symbol of their own that lies close to each
reading; how close, ``distance`` says. The graphemes come from the standards in use for names in the press: German
(Duden), English (BGN/PCGN, GOST), French, Polish, Czech, scientific (ISO 9, DIN 1460), the Turkic Latin alphabets of
Kazakhstan, Uzbekistan, Azerbaijan and Turkey; the Cyrillic rows from Russian, Ukrainian, Belarusian, Bulgarian, Serbian
and Kazakh orthography.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

# Symbols. Vowels: a e i o u; J: glide (weak). Consonants: b p v w t d k g x(kh) H s z Z(German or Polish z) S(š) Q(ž) C(č)
# D(dž) T(ц) c(Latin c) h(Latin ch) y(Latin j) l m n r N(ng).
_LATIN: Final = {
    "schtsch": "SC", "chtch": "SC", "shtch": "SC", "shch": "SC", "szcz": "SC", "šč": "SC", "stsch": "SC",
    "tsch": "C", "tch": "C", "cz": "C", "č": "C", "ć": "C", "ç": "C", "ĉ": "C", "tš": "C", "cs": "C", "tsj": "C",
    "dsch": "D", "dzh": "D", "dsh": "D", "dż": "D", "dž": "D", "đ": "D", "dj": "D", "dz": "d3", "c̆": "C",
    "sch": "S", "sh": "S", "š": "S", "ş": "S", "ș": "S", "sz": "S", "ś": "S", "ŝ": "S", "sj": "S",
    "zh": "Q", "ž": "Q", "ż": "Q", "rz": "R", "ź": "Q", "ĵ": "Q", "zs": "Q", "ř": "R",
    "kh": "x", "ch": "h", "ck": "k", "gh": "g", "qu": "kv", "q": "k", "ğ": "g", "ġ": "g", "ḥ": "H", "ḫ": "x", "ñ": "n",
    "ts": "T", "tz": "T", "ț": "T", "ţ": "T", "ph": "v", "th": "t", "dh": "d", "rh": "r",
    "ng": "N", "ŋ": "N", "gn": "n", "ł": "l", "ñg": "N",
    "ou": "u", "oo": "u", "ee": "i", "ea": "e", "ie": "i", "eu": "Y", "äu": "Y", "oy": "Y", "oi": "Y", "oj": "Y",
    "oe": "O", "ö": "O", "ø": "O", "ő": "O", "œ": "O", "ue": "U", "ü": "U", "ű": "U", "ae": "E", "ä": "E", "æ": "E", "ə": "E",
    "ei": "A", "ey": "A", "ej": "A", "ai": "A", "ay": "A", "aj": "A", "ï": "i", "ij": "i", "iy": "i", "yi": "i", "yj": "i", "yy": "i",
    "ij": "i", "ii": "i", "aw": "W", "au": "W", "ow": "ov", "ew": "ev", "ó": "o", "å": "o", "ā": "a", "ą": "on", "ę": "en", "ů": "u",
    "ı": "i", "oʻ": "o", "gʻ": "g", "o'": "o", "g'": "g", "ß": "s", "x": "ks", "w": "v", "f": "v", "v": "v", "j": "y", "y": "i", "z": "Z",
    "c": "c", "s": "s", "h": "H", "g": "g", "k": "k", "þ": "t", "ð": "d", "đ": "D",
}  # fmt: skip
_CYRILLIC: Final = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "ғ": "g", "д": "d", "дж": "D", "ђ": "D", "џ": "D", "е": "e", "ё": "Jo", "є": "Je",
    "ж": "Q", "з": "z", "и": "i", "і": "i", "ї": "Ji", "й": "J", "ј": "J", "к": "k", "қ": "k", "л": "l", "љ": "l", "м": "m", "н": "n",
    "њ": "n", "ң": "N", "нг": "N", "о": "o", "ө": "O", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "C", "у": "u", "ў": "v", "ү": "U",
    "ұ": "u", "ф": "v", "х": "x", "һ": "H", "ҳ": "H", "ц": "T", "тс": "T", "ч": "C", "тч": "C", "ш": "S", "щ": "SC", "ъ": "", "ы": "i",
    "ь": "", "э": "e", "ә": "E", "ю": "Ju", "я": "Ja", "ѓ": "g", "ќ": "k", "ѕ": "z", "ого": "ovo", "ай": "A", "ей": "A", "эй": "A",
    "ой": "Y", "ый": "i", "ий": "i", "ау": "W", "оу": "u", "дз": "z", "ч": "C", "эу": "Y", "уэ": "e", "уи": "vi", "уо": "vo", "уа": "va",
}  # fmt: skip
_GREEK: Final = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "t", "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n",
    "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "i", "φ": "v", "χ": "x", "ψ": "ps", "ω": "o", "ου": "u",
    "μπ": "b", "ντ": "d", "γκ": "g", "τζ": "T", "τσ": "T", "αι": "e", "ει": "i", "οι": "i", "ευ": "ev", "αυ": "av",
}  # fmt: skip
_TABLE: Final = {**_LATIN, **_CYRILLIC, **_GREEK}
_LONGEST: Final = 7
_KEEP: Final = frozenset("äöüåøæœßčćçšşșśžżźčřłğñőűóąęůıəţțđáéíàèìòùâêîôûëïỳýћђїйўёǧŏŭŝĉĵ")

VOWELS: Final = frozenset("aeiouEOUAYWJ")
_SOFT: Final = {"J": 0.12, "H": 0.25, "a": 0.42, "e": 0.38, "i": 0.36, "o": 0.42, "u": 0.42, "E": 0.42, "O": 0.42, "U": 0.42,
                "A": 0.6, "Y": 0.6, "W": 0.6, "y": 0.15, "h": 0.8, "3": 0.3, "N": 0.8}  # fmt: skip


def _pairs() -> dict[str, float]:
    near: dict[str, float] = {}

    def put(cost: float, *pairs: str) -> None:
        for pair in pairs:
            near[pair] = near[pair[::-1]] = cost

    put(
        0.05,
        "iJ",
        "yJ",
        "yi",
        "Zz",
        "ZT",
        "zs",
        "cs",
        "ck",
        "hx",
        "hC",
        "hS",
        "eE",
        "uU",
        "Oe",
        "EA",
        "yQ",
        "iU",
        "Rr",
        "Qz",
    )
    put(
        0.1,
        "Zs",
        "Ts",
        "cT",
        "xH",
        "xk",
        "hk",
        "hH",
        "SQ",
        "yD",
        "QD",
        "AJ",
        "CD",
        "oO",
        "aE",
        "ie",
        "ai",
        "ae",
        "Ae",
        "Ai",
        "Yi",
    )
    near.update({pair: cost for pair, cost in near.items() if pair not in {"ai", "ia", "Qz", "zQ"}})
    put(
        0.2,
        "bp",
        "dt",
        "gk",
        "gH",
        "SC",
        "SD",
        "QS",
        "TC",
        "cC",
        "cD",
        "gx",
        "sS",
        "zQ",
        "RQ",
        "Nn",
        "hg",
        "CT",
        "TZ",
        "sT",
    )
    put(
        0.25,
        "ao",
        "ei",
        "ou",
        "ae",
        "uO",
        "oe",
        "EO",
        "Ei",
        "aA",
        "AE",
        "Wa",
        "Wo",
        "Yo",
        "Ye",
        "uv",
        "Wv",
        "AY",
        "yg",
        "gD",
        "gQ",
    )
    put(
        0.35,
        "ai",
        "au",
        "oi",
        "ui",
        "eu",
        "EI",
        "Ou",
        "Oi",
        "Uo",
        "Ue",
        "Eo",
        "bv",
        "pv",
        "kT",
        "kC",
        "cg",
        "ck",
        "yH",
        "Ng",
        "Zd",
        "dz",
        "dD",
    )
    put(0.05, "ck")
    return near


_NEAR: Final = _pairs()


def _plain(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))


@lru_cache(maxsize=262_144)
def sounds(token: str) -> str:
    """Return the sound classes of one word of a name, one character a sound; an empty string where nothing is a letter."""
    word = unicodedata.normalize(
        "NFC", token.casefold().replace("’", "'").replace("ʼ", "'").replace("ʻ", "'").replace("`", "'")
    )
    word = "".join(c if c in _KEEP or ord(c) < 128 or 0x370 <= ord(c) < 0x530 else _plain(c) for c in word)
    out: list[str] = []
    i, n = 0, len(word)
    while i < n:
        if word[i] == "x" and i == 0:
            out.append("x")  # Uzbek and Kazakh Latin х; inside a word mostly ks
            i += 1
            continue
        for length in range(min(_LONGEST, n - i), 0, -1):
            found = _TABLE.get(word[i : i + length])
            if found is not None:
                out.append(found)
                i += length
                break
        else:
            letter = _plain(word[i])
            if letter != word[i] and letter in _TABLE:
                out.append(_TABLE[letter])
            elif letter.isalpha():
                out.append(letter[0])
            i += 1
    joined = "".join(out).replace("d3", "z").replace("iJ", "i")
    result = [c for k, c in enumerate(joined) if k == 0 or c != joined[k - 1]]
    return "".join(result)


def cost(a: str, b: str) -> float:
    """Return what it costs to take one sound for another: 0 for the same, 1 for unlike ones."""
    if a == b:
        return 0.0
    near = _NEAR.get(a + b)
    if near is not None:
        return near
    if a in VOWELS and b in VOWELS:
        return 0.5
    return 1.0


@lru_cache(maxsize=524_288)
def distance(a: str, b: str) -> float:
    """Return the weighted edit distance of two sound sequences (0 where they may be the same name)."""
    if a == b:
        return 0.0
    row = [0.0]
    for c in b:
        row.append(row[-1] + _SOFT.get(c, 1.0))
    for i, x in enumerate(a):
        drop = _SOFT.get(x, 1.0)
        previous, row = row, [row[0] + drop]
        for j, y in enumerate(b):
            if x == y:
                best = previous[j]
            else:
                best = previous[j] + cost(x, y)
            other = previous[j + 1] + drop
            best = min(best, other)
            other = row[j] + _SOFT.get(y, 1.0)
            best = min(best, other)
            row.append(best)
    return row[-1]


def likeness(a: str, b: str) -> float:
    """Return the likeness of two words of a name by their sounds, 0 to 1."""
    first, second = sounds(a), sounds(b)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    weight = max(sum(_SOFT.get(c, 1.0) for c in first), sum(_SOFT.get(c, 1.0) for c in second), 1.0)
    return max(0.0, 1.0 - distance(first, second) / max(weight, 1.5))


_SKELETON: Final = str.maketrans({
    "b": "p", "d": "t", "g": "k", "x": "k", "h": "k", "H": None, "c": "k", "v": "v", "z": "s", "Z": "s", "T": "s", "S": "s", "Q": "s",
    "C": "s", "D": "s", "R": "r", "N": "n", "y": None, "J": None, **dict.fromkeys("aeiouEOUAYW", None),
})  # fmt: skip


@lru_cache(maxsize=262_144)
def skeleton(token: str) -> str:
    """Return the consonants of a word in broad classes: a key under which its other spellings are likely to be found."""
    sequence = sounds(token)
    bare = sequence.translate(_SKELETON)
    return bare or sequence[:1]
