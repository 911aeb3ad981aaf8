"""English and Russian cue words, where their clauses are cut, and Russian quotations that hold their frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from quellenlage.layers.annotations import Token
from quellenlage.layers.resources import word_lists
from quellenlage.layers.statements.quotes import Quote
from quellenlage.layers.statements.units import Unit

WORDS: Final = word_lists("statement-words-foreign.tsv")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at a place: how many tokens, its class, and its uses."""

    place: int
    size: int
    kind: str
    uses: frozenset[str]
    word: str


@lru_cache(maxsize=1)
def cues() -> dict[str, dict[str, tuple[str, frozenset[str]]]]:
    """Return class and uses of every cue form, by language."""
    out: dict[str, dict[str, tuple[str, frozenset[str]]]] = {"en": {}, "ru": {}}
    source = files("quellenlage.layers") / "resources" / "statement-cues-foreign.tsv"
    for line in source.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        language, kind, uses, words = line.split("\t")
        use = frozenset({"c", "o"}) if uses == "co" else frozenset({uses})
        for word in words.split():
            forms = [word.replace("_", " ")]
            if language == "ru" and word.endswith("л"):
                forms += [word + "а", word + "и", word + "о"]
            elif language == "ru" and word.endswith("лся"):
                forms += [word[:-3] + end for end in ("лась", "лись", "лось")]
            elif language == "ru" and word in ("отверг", "опроверг"):
                forms += [word + end for end in ("ла", "ли")]
            for form in forms:
                known = out[language].get(form)
                out[language][form] = (known[0], known[1] | use) if known else (kind, use)
    return out


_ENDINGS: Final = tuple(sorted(WORDS["ru-endings"]))
"""Endings of Russian finite verbs in the third person and the past."""


def is_finite(language: str, word: str) -> bool:
    """Tell whether a word is one of the common finite verbs of a language or a cue."""
    low = word.lower()
    if low in WORDS[f"{language}-finite"] or low in cues()[language]:
        return True
    return language == "ru" and word == low and len(low) > 4 and low.endswith(_ENDINGS)


def kind_of(language: str, words: Sequence[str]) -> str:
    """Return the class of the first cue among some words in lower case, or ``say``."""
    known = cues()[language]
    for place, word in enumerate(words):
        entry = known.get(" ".join(words[place : place + 2])) or known.get(word)
        if entry is not None:
            return entry[0]
    return "say"


def cuts_at(language: str, unit: Unit, first: int, place: int) -> bool:
    """Tell whether a conjunction at ``place`` begins a second cue of one subject (*X denied it and called …*)."""
    if unit.low[place] not in ("and", "but", "и", "но", "а") or place + 2 >= len(unit.words):
        return False
    following = unit.low[place + 1] if unit.low[place + 1] not in WORDS["en-aux"] else unit.low[place + 2]
    pair = " ".join(unit.low[place + 1 : place + 3])
    known = cues()[language]
    verbs = any(unit.low[i] in known or is_finite(language, unit.low[i]) for i in range(first, place))
    return verbs and (following in known or pair in known)


def parted(quotes: Sequence[Quote], tokens: Sequence[Token]) -> list[Quote]:
    """Part Russian quotations around a frame that stands inside their marks: «A, — сказал X. — B»."""
    out: list[Quote] = []
    known = cues()["ru"]
    for quote in quotes:
        first = quote.first
        place = quote.first + 1
        while place + 1 < quote.last:
            dash = tokens[place].text in ("—", "–", "-") and place > first + 1
            if dash and tokens[place + 1].text.lower() in known and tokens[place - 1].text in (",", "!", "?", ".", "…"):
                out.append(Quote(first, place - 1))
                following = next((i for i in range(place + 2, quote.last) if tokens[i].text in ("—", "–", "-")), None)
                if following is None:
                    first = -1
                    break
                first = place = following + 1
            place += 1
        if 0 <= first < quote.last:
            out.append(Quote(first, quote.last, quote.closed))
    return out
