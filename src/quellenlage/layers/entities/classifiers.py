"""Nouns that a text puts before a name or behind it („die Reederei Nordstern“), and what refers back by them alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.lexis import common
from quellenlage.layers.entities.resolve import Draft
from quellenlage.layers.entities.roles import german_role
from quellenlage.layers.entities.words import DEFINITE, TIME_WORDS
from quellenlage.layers.german import head_noun, noun_lemma

_DEMONSTRATIVE: Final = frozenset(["dieser", "diese", "dieses", "diesem", "diesen", "jener", "jene", "jenes", "jenem"])
_VESSELS: Final = frozenset(
    [
        *("Frachter", "Tanker", "Fähre", "Kutter", "Dampfer", "Kreuzer", "Segler", "Jacht", "Yacht", "Trawler"),
        *("Fregatte", "Korvette", "Zerstörer", "Kahn", "Boot", "Schlepper"),
    ]
)
"""Nouns for what is also called „das Schiff“."""
_ADJECTIVE: Final = ("e", "en", "er", "es", "em")
_SHORTEST: Final = 4
"""Letters of the shortest noun that a compound may be cut down to („Fährreederei“, later „die Reederei“)."""


class Classifiers:
    """The nouns that a German document gives to its names.

    Args:
        lines: Its sentences.
        drafts: Its places, organisations and works.
    """

    def __init__(self, lines: Sequence[Line], drafts: Sequence[Draft]) -> None:
        self._of: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
        at = {token.start: (line, i) for line in lines for i, token in enumerate(line.tokens)}
        by_end = {token.end: (line, i) for line in lines for i, token in enumerate(line.tokens)}
        for draft in drafts:
            for start, end, kind, _ in draft.mentions:
                if kind != "name":
                    continue
                if start in at:
                    line, i = at[start]
                    self._give(line, i - 2 if line.word(i - 1) in '„»«"' else i - 1, start, draft)
                if end in by_end:
                    line, i = by_end[end]
                    self._give(line, _apposed(line, i + 1), start, draft)
        for found in self._of.values():
            found.sort(key=lambda item: item[0])

    def _give(self, line: Line, i: int, start: int, draft: Draft) -> None:
        noun = _noun(line, i)
        if noun is not None:
            self._of[noun].append((start, draft))
            head = (head_noun(noun) or "").lower().capitalize()
            if noun in _VESSELS or head in _VESSELS:
                self._of["Schiff"].append((start, draft))
            if head and head != noun and len(head) >= _SHORTEST:
                self._of[head].append((start, draft))

    def meant(self, line: Line, i: int) -> Draft | None:
        """Return what a definite noun at token ``i`` refers back to, or None."""
        if not self._of or line.title[i] or not _definite(line, i) or line.word(i + 1) in {"der", "des"}:
            return None
        if line.word(i + 1)[:1].isupper():
            return None
        noun = _noun(line, i)
        found = self._of.get(noun) if noun is not None else None
        if not found:
            return None
        place = bisect_left(found, line.tokens[i].start, key=lambda item: item[0])
        return found[place - 1][1] if place else None


def _noun(line: Line, i: int) -> str | None:
    """Return the lemma of a common noun at a token that nothing has claimed, or None."""
    word = line.word(i)
    if not line.free(i) or not word[:1].isupper() or word in TIME_WORDS or not common(word, language="de"):
        return None
    if german_role(word) is not None:
        return None
    return noun_lemma(word) or word


def _definite(line: Line, i: int) -> bool:
    """Tell whether an article or demonstrative stands before a noun, with up to two adjectives between."""
    k = i - 1
    while k >= i - 2 and line.word(k)[:1].islower() and line.word(k).endswith(_ADJECTIVE):
        if line.word(k).lower() in DEFINITE or line.word(k).lower() in _DEMONSTRATIVE:
            return True
        k -= 1
    return k >= 0 and (line.word(k).lower() in DEFINITE or line.word(k).lower() in _DEMONSTRATIVE)


def _apposed(line: Line, i: int) -> int:
    """Return the token of the noun in apposition behind a name („Nordstern, eine staatliche Reederei, …“), or -1."""
    if line.word(i) != ",":
        return -1
    k = i + 1
    while k < i + 5 and line.word(k)[:1].islower() and line.word(k)[:1].isalpha():
        if line.word(k).lower() in {"der", "die", "das"} and k > i + 1:
            return -1
        k += 1
    closed = line.word(k + 1) in {",", ".", ";"} or line.word(k + 1) in {"der", "des", "von", "mit", "aus", "in"}
    return k if k > i + 1 and closed else -1
