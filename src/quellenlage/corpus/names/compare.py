"""Are two names the same person's? A likeness from sounds and word alignment, with vetoes that no likeness overrules."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.sounds import likeness, sounds

THRESHOLD: Final = 0.8
"""The one threshold for all names; see benchmarks/bench_names.py for what it gives."""

_PARTICLES: Final = frozenset(
    [
        "von",
        "van",
        "vom",
        "zu",
        "zur",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "le",
        "la",
        "el",
        "al",
        "as",
        "an",
        "ash",
        "ad",
        "bin",
        "ibn",
        "ben",
        "ter",
        "ten",
        "und",
        "af",
        "av",
        "und",
        "фон",
        "ван",
        "де",
        "аль",
        "эль",
        "бин",
        "ибн",
        "дер",
    ]
)
_TITLES: Final = frozenset(["dr", "prof", "mr", "mrs", "ms", "sir", "lord", "lady", "herr", "frau"])
_SUFFIX: Final = {"jr": "jr", "jun": "jr", "junior": "jr", "sr": "sr", "sen": "sr", "senior": "sr", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7",
                  "viii": "8", "ix": "9", "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xvi": "16"}  # fmt: skip
_SPLIT: Final = re.compile(r"[\s.,]+")
_WOMAN: Final = re.compile(
    r"(?:owa|ova|ewa|eva|ina|skaja|skaya|ska|cka|ská|cká|naja|naya|ová|ова|ева|ёва|ина|ская|ська|цкая|цька|ная|ična|ovna|evna|овна|евна)$"
)
_MAN: Final = re.compile(
    r"(?:ow|ov|off|ew|ev|jow|yov|in|ski|skij|skyj|sky|skiy|skyy|cki|ský|cký|ny|nyj|nyy|ов|ев|ёв|ин|ский|ський|цкий|цький|ный|ний|ović|ovich|owitsch|ович|евич)$"
)
_PATRONYMIC: Final = re.compile(
    r"(?:ovich|evich|owitsch|jewitsch|ewitsch|ovitch|evitch|ovych|ович|евич|ьич|ovna|evna|owna|ewna|jewna|овна|евна|ична|івна|ївна|івич|їович|ovyč|ovič|evič)$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    Attributes:
        words: Its words in lower case, without particles, titles and suffix.
        suffix: ``jr``, ``sr`` or a number, or an empty string.
        initials: For each word, whether it is an initial.
        gender: From the given name or the ending of the surname.
        given: For each word, rigour's ids of it as a given name.
    """

    words: tuple[str, ...]
    suffix: str
    initials: tuple[bool, ...]
    gender: Gender | None
    given: tuple[frozenset[str], ...]
    surface: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, and why."""

    score: float
    reason: str


@lru_cache(maxsize=131_072)
def parse(name: str) -> Name:
    """Take a name apart."""
    text = (
        unicodedata.normalize("NFC", name).replace("-", "").replace("‐", "")
        if False
        else unicodedata.normalize("NFC", name)
    )
    raw = [word for word in _SPLIT.split(text) if word]
    words, surface, initials, given, suffix = [], [], [], [], ""
    for place, word in enumerate(raw):
        low = word.casefold()
        if low in _SUFFIX and place > 0 and not (len(low) == 1 and place < len(raw) - 1):
            suffix = _SUFFIX[low]
            continue
        if low in _TITLES and len(raw) > 1 and place == 0:
            continue
        if low in _PARTICLES and len(raw) > 1:
            continue
        for prefix in ("al-", "as-", "el-", "an-", "ash-", "ad-", "аль-", "эль-", "ас-"):
            if low.startswith(prefix) and len(low) > len(prefix) + 2:
                low, word = low[len(prefix) :], word[len(prefix) :]
                break
        words.append(low)
        surface.append(word)
        initials.append(len(low.strip("'-")) == 1)
        known = given_name(word[:1].upper() + word[1:])
        given.append(known.ids if known else frozenset())
    gender: Gender | None = None
    for word in surface[:-1] or surface:
        known = given_name(word[:1].upper() + word[1:])
        if known is not None and known.gender:
            gender = known.gender
            break
    return Name(tuple(words), suffix, tuple(initials), gender, tuple(given), tuple(surface))


def _gendered(first: str, second: str) -> bool:
    """Tell whether two surnames are the man's and the woman's form of one family name."""
    for man, woman in ((first, second), (second, first)):
        if _WOMAN.search(woman) and _MAN.search(man) and not _WOMAN.search(man):
            return True
    return False


@lru_cache(maxsize=262_144)
def _word(first: str, second: str) -> float:
    if first == second:
        return 1.0
    return likeness(first, second)


def _pair(a: Name, i: int, b: Name, j: int) -> float:
    first, second = a.words[i], b.words[j]
    if a.initials[i] or b.initials[j]:
        one, two = sounds(first)[:1], sounds(second)[:1]
        return 0.9 if one == two or likeness(first[:1], second[:1]) > 0.8 else 0.0
    value = _word(first, second)
    if value < 0.97 and a.given[i] and b.given[j]:
        if a.given[i] & b.given[j]:
            return max(value, 0.95)
        return value * 0.85
    return value


def _align(a: Name, b: Name) -> list[tuple[int, int, float]]:
    """Pair the words of two names, best pairs first; each word is used once."""
    pairs = sorted(
        ((_pair(a, i, b, j) - 0.01 * abs(i - j), i, j) for i in range(len(a.words)) for j in range(len(b.words))),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    out = []
    for value, i, j in pairs:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            out.append((i, j, value + 0.01 * abs(i - j)))
    return out


def veto(a: Name, b: Name) -> str | None:
    """Return why two names cannot be one person's, whatever their likeness; or None."""
    if a.suffix != b.suffix and (a.suffix or b.suffix):
        return f"suffix {a.suffix or 'none'} against {b.suffix or 'none'}"
    if a.gender and b.gender and a.gender != b.gender:
        return "given names of different gender"
    if (a.words and b.words and len(a.words) > 1 and len(b.words) > 1) or len(a.words) == len(b.words) == 1:
        if (
            _gendered(a.words[-1], b.words[-1])
            and a.words[-1] != b.words[-1]
            and not (a.words[-1][-1:] == b.words[-1][-1:])
        ):
            return "surnames of a man and of a woman"
    initials_a = [word[0] for word, flag in zip(a.words[1:-1], a.initials[1:-1], strict=True) if flag]
    initials_b = [word[0] for word, flag in zip(b.words[1:-1], b.initials[1:-1], strict=True) if flag]
    if initials_a and initials_b and initials_a != initials_b:
        return "middle initials differ"
    pair = frozenset((a.words[-1] if a.words else "", b.words[-1] if b.words else ""))
    if any(x.startswith(("cham", "kham", "hame", "хаме")) for x in pair) and any(
        x.startswith(("chom", "khom", "hom", "хоме")) for x in pair
    ):
        return "Khamenei and Khomeini are two people"
    return None


@lru_cache(maxsize=262_144)
def compare(first: str, second: str) -> Likeness:
    """Compare two names of persons.

    Args:
        first: A name in any script and order.
        second: Another.

    Returns:
        The likeness, 0 to 1, and the words that decided.
    """
    a, b = parse(first), parse(second)
    if not a.words or not b.words:
        return Likeness(0.0, "nothing to compare")
    reason = veto(a, b)
    if reason is not None:
        return Likeness(0.0, reason)
    if a.words == b.words:
        return Likeness(1.0, "same words")
    if len(a.words) == 1 and len(b.words) == 1:
        return Likeness(_pair(a, 0, b, 0), f"{first} ~ {second}")
    pairs = _align(a, b)
    joined = max(
        _word("".join(a.words), "".join(b.words)), _word("".join(a.words), "".join((*b.words[1:], b.words[0])))
    )
    values = [value for _, _, value in pairs]
    left = abs(len(a.words) - len(b.words))
    longer = a if len(a.words) > len(b.words) else b
    taken = {i if longer is a else j for i, j, _ in pairs}
    spare = [word for k, word in enumerate(longer.words) if k not in taken]
    penalty = sum(0.02 if _PATRONYMIC.search(word) or len(word) == 1 else 0.08 for word in spare)
    if min(len(a.words), len(b.words)) == 1 and left:
        penalty += 0.15
    score = 0.5 * sum(values) / len(values) + 0.5 * min(values) - penalty
    if len(a.words) != len(b.words) or "-" in first + second:
        score = max(score, joined - 0.03)
    shown = ", ".join(f"{a.surface[i]} ~ {b.surface[j]} {value:.2f}" for i, j, value in sorted(pairs))
    return Likeness(max(0.0, min(1.0, score)), shown)
