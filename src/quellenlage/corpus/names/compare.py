"""Are two names one person's? A likeness from sounds and word alignment, with vetoes that no likeness overrules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from quellenlage.corpus.names.parts import Name, glued, name_words, parse
from quellenlage.layers.entities.sounds import cost, likeness, skeletons, sounds

THRESHOLD: Final = 0.8
"""The one threshold for all names; ``benchmarks/bench_names.py`` shows what it gives."""
_INITIAL: Final = 0.9
"""Value of an initial that fits a word."""
_UNKNOWN_GIVEN: Final = 0.75
"""Factor on two given names that are both listed, as different names."""
_SPARE: Final = 0.08
"""Loss for a word that the other name lacks; a quarter of it for a patronymic or an initial."""
_ALONE: Final = 0.15
"""Further loss where one name is a single word."""

_ONE_SOUND: Final = 0.78
"""What a surname alone is worth at most beside one that differs in a sound which no transliteration changes."""
_ONE_WAY: Final = (frozenset("aeiouöü"), frozenset("uy"), frozenset("kg"), frozenset("аеиоу"))

_WOMAN: Final = re.compile(
    r"(?:owa|ova|ewa|eva|ina|skaja|skaya|ska|zka|cka|ská|cká|naja|naya|ná|ová|ова|ева|ёва|ина|ская|ська|цкая|цька|ная)$"
)
_MAN: Final = re.compile(
    r"(?:ow|ov|off|ew|ev|jow|yov|in|ski|skij|skyj|sky|skiy|skyy|cki|ský|cký|ny|nyj|nyy|ný|ов|ев|ёв|ин|ский|ський|цкий|цький|ный|ний)$"
)
_PATRONYMIC: Final = re.compile(
    r"(?:[oe]vich|[oe]witsch|[oe]vitch|ovych|ович|евич|ьич|[oe]vna|[oe]wna|овна|евна|ична|івна|ївна|івич|йович|[oe]vič|ovyč|oğlu|uly|ұлы|qizi)$"
)
_CZECH_WOMAN: Final = re.compile(r"(?:ov[áé]|ovou|ová)$")
_RUSSIAN_CASES: Final = (
    ("ого", "ый"),
    ("ого", "ий"),
    ("ого", "ой"),
    ("ому", "ый"),
    ("ому", "ий"),
    ("ым", ""),
    ("ом", ""),
    ("ем", ""),
    ("а", ""),
    ("у", ""),
    ("е", ""),
    ("я", "й"),
    ("ю", "й"),
    ("я", "ь"),
    ("ой", "а"),
    ("у", "а"),
    ("ы", "а"),
    ("и", "я"),
    ("ю", "я"),
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, 0 to 1, and the words or the veto that decided."""

    score: float
    reason: str


def gendered(first: str, second: str) -> bool:
    """Tell whether two surnames, in lower case, are the man's and the woman's form of one family name."""
    return any(
        bool(_WOMAN.search(woman) and _MAN.search(man)) and not _WOMAN.search(man)
        for man, woman in ((first, second), (second, first))
    )


def _inflected(word: str) -> tuple[str, ...]:
    """Return what a Cyrillic surname or a Czech woman's surname may be in its base form, besides itself."""
    out = []
    czech = _CZECH_WOMAN.search(word)
    if czech is not None and len(word) - len(czech.group()) > 1:
        out.append(word[: czech.start()])
    if word[-1] >= "а":
        out += [
            word[: -len(ending)] + base
            for ending, base in _RUSSIAN_CASES
            if word.endswith(ending) and len(word) - len(ending) > 2
        ]
    return tuple(out)


@lru_cache(maxsize=262_144)
def _best(first: str, second: str, inflect: bool) -> float:
    """Return the likeness of two words, in base forms where ``inflect`` allows it (a loss of .03 for each)."""
    value = likeness(first, second)
    if inflect and 0.4 < value < 0.97:
        for one in _inflected(first):
            value = max(value, likeness(one, second) - 0.03)
        for two in _inflected(second):
            value = max(value, likeness(first, two) - 0.03)
    return value


def _pair(a: Name, i: int, b: Name, j: int, *, inflect: bool) -> float:
    first, second = a.words[i], b.words[j]
    if a.initials[i] or b.initials[j]:
        one, two = sounds(first)[:1], sounds(second)[:1]
        return _INITIAL if one and two and (first[0] == second[0] or cost(one, two) <= 0.1) else 0.0
    if first == second:
        return 1.0
    value = _best(first, second, inflect)
    if a.groups[i] is not None and a.groups[i] == b.groups[j]:
        return max(value, 0.95)
    if value < 0.97 and a.given[i] and b.given[j]:
        return max(value, 0.94) if a.given[i] & b.given[j] else value * (_UNKNOWN_GIVEN if value < 0.93 else 1.0)
    return value


def _align(a: Name, b: Name) -> list[tuple[int, int, float]]:
    """Pair the words of two names, the best pairs first, full words before initials; each word is used once."""
    pairs = []
    for i in range(len(a.words)):
        for j in range(len(b.words)):
            value = _pair(a, i, b, j, inflect=True)
            short = a.initials[i] or b.initials[j]
            pairs.append((value - 0.01 * abs(i - j) - (0.3 if short else 0.0), value, i, j))
    pairs.sort(key=lambda item: (-item[0], item[2], item[3]))
    left, right, out = set(range(len(a.words))), set(range(len(b.words))), []
    for _, value, i, j in pairs:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            out.append((i, j, value))
    return out


def veto(a: Name, b: Name) -> str | None:
    """Return why two names cannot be one person's, whatever their likeness; or None."""
    if a.suffix != b.suffix:
        return f"suffix {a.suffix or 'none'} against {b.suffix or 'none'}"
    if not a.words or not b.words:
        return "nothing to compare"
    if a.gender and b.gender and a.gender != b.gender:
        alike = a.groups[0] is not None and a.groups[0] == b.groups[0]
        alike = alike or bool(a.given[0] & b.given[0]) or likeness(a.words[0], b.words[0]) >= 0.93
        if not alike or (gendered(a.words[-1], b.words[-1]) and a.words[0] != b.words[0]):
            return "given names of different gender"
    if len(a.words) == len(b.words) == 1 and gendered(a.words[0], b.words[0]):
        return "surnames of a man and of a woman"
    middle_a = [word[0] for word, flag in zip(a.words[1:-1], a.initials[1:-1], strict=True) if flag]
    middle_b = [word[0] for word, flag in zip(b.words[1:-1], b.initials[1:-1], strict=True) if flag]
    if (
        middle_a
        and middle_b
        and len(middle_a) == len(middle_b)
        and any(cost(sounds(x)[:1] or x, sounds(y)[:1] or y) > 0.2 for x, y in zip(middle_a, middle_b, strict=True))
    ):
        return "middle initials differ"
    if middle_a and middle_b and len(middle_a) != len(middle_b):
        return "middle initials differ"
    namesakes = name_words()["alias"]
    one, two = namesakes.get(a.words[-1]), namesakes.get(b.words[-1])
    if one and two and one != two:
        return f"{one} and {two} are two people"
    return None


def _near(first: str, second: str) -> bool:
    """Tell whether the consonants of two words are close enough for two spellings of one name."""
    for one in skeletons(first):
        for two in skeletons(second):
            bound = max(1, max(len(one), len(two)) // 3)
            if OSA.distance(one, two, score_cutoff=bound) <= bound:
                return True
    return False


def may_match(first: str, second: str) -> bool:
    """Tell by a glance whether two full names may be one person's; False is certain, True is for ``compare`` to decide.

    Two names of two words each must have given names (or, in the other order, given name and surname) whose consonants
    are close, or that share a group of spellings or an id.
    """
    a, b = parse(first), parse(second)
    if len(a.words) != 2 or len(b.words) != 2 or any(a.initials) or any(b.initials):
        return True
    if (a.groups[0] is not None and a.groups[0] == b.groups[0]) or a.given[0] & b.given[0]:
        return True
    return _near(a.words[0], b.words[0]) or (_near(a.words[0], b.words[1]) and _near(a.words[1], b.words[0]))


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
    reason = veto(a, b)
    if reason is not None:
        return Likeness(0.0, reason)
    if a.words == b.words:
        return Likeness(1.0, "same words")
    if len(a.words) == len(b.words) == 1:
        value = _pair(a, 0, b, 0, inflect=False)
        if _one_sound_off(a.words[0], b.words[0]):
            value = min(value, _ONE_SOUND)
        return Likeness(value, f"{first} ~ {second}")
    if bool(a.particles) != bool(b.particles):
        apart, whole = (first, second) if a.particles else (second, first)
        together = glued(apart)
        if together is not None and (found := compare(together, whole)).score >= THRESHOLD:
            return Likeness(found.score, f"{apart} written together; {found.reason}")
    pairs = _align(a, b)
    values = [value for _, _, value in pairs]
    score = 0.5 * sum(values) / len(values) + 0.5 * min(values) - _loss(a, b, pairs)
    if len(a.words) != len(b.words) or "-" in first + second:
        score = max(score, _joined(a, b) - 0.03)
    shown = ", ".join(f"{a.surface[i]} ~ {b.surface[j]} {value:.2f}" for i, j, value in sorted(pairs))
    return Likeness(max(0.0, min(1.0, score)), shown)


def _one_sound_off(first: str, second: str) -> bool:
    """Tell whether two words of one script differ in one inner vowel or velar alone (``Müller``/``Möller``).

    One transliteration writes one sound one way, so that such a pair is two names rather than two spellings.
    """
    if len(first) != len(second) or (first[0] >= "А") != (second[0] >= "А"):
        return False
    off = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    if len(off) != 1 or first[-1] != second[-1]:
        return False
    x, y = off[0]
    return any(x in sounds_ and y in sounds_ for sounds_ in _ONE_WAY)


def _loss(a: Name, b: Name, pairs: list[tuple[int, int, float]]) -> float:
    """Return what the words cost that only one of two names has."""
    longer, used = (a, {i for i, _, _ in pairs}) if len(a.words) > len(b.words) else (b, {j for _, j, _ in pairs})
    loss = 0.0
    for k, word in enumerate(longer.words):
        if k not in used:
            light = longer.initials[k] or _PATRONYMIC.search(word) is not None or longer.given[k]
            loss += _SPARE / 4 if light else _SPARE
    if min(len(a.words), len(b.words)) == 1 and max(len(a.words), len(b.words)) > 1:
        loss += 0.02 if max(a.particles, b.particles) and a.particles == b.particles else _ALONE
    # an initial that took the place of another given name, which the longer name also has
    for i, j, _ in pairs:
        if a.initials[i] != b.initials[j] and len(a.words) != len(b.words):
            other = a if len(a.words) > len(b.words) else b
            k = i if other is a else j
            if other.initials[k] and 0 not in used and k != 0:
                loss += 0.5
    return loss


def _joined(a: Name, b: Name) -> float:
    """Return the likeness of two names written as one word each, in the orders of their words that occur."""
    return max(likeness(one, two) for one in _orders(a) for two in _orders(b))


def _orders(name: Name) -> tuple[str, ...]:
    words = tuple(word.replace("-", "") for word in name.words)
    return tuple(dict.fromkeys(("".join(words), "".join((*words[1:], words[0])))))
