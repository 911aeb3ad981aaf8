"""Words one slip of the pen away from a word of the grammar: a letter too many, missing, wrong, or two swapped.

The method is that of SymSpell (W. Garbe, 2012): both sides are compared by the forms that come of leaving out one
letter, so that a look-up costs as many dictionary look-ups as the word has letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

SHORTEST: Final = 6  # letters; a shorter word is one slip away from too many others


def _without_one(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _one_slip(a: str, b: str) -> bool:
    """Tell whether two words of nearly the same length are one insertion, deletion, change or swap apart."""
    if abs(len(a) - len(b)) == 1:
        long, short = (a, b) if len(a) > len(b) else (b, a)
        return short in _without_one(long)
    differing = [place for place in range(len(a)) if a[place] != b[place]]
    if len(differing) == 2:
        first, second = differing
        return second == first + 1 and a[first] == b[second] and a[second] == b[first]
    return len(differing) == 1


class Index:
    """The words that slips are looked up against."""

    def __init__(self, words: Iterable[str]) -> None:
        self._forms: dict[str, str] = {}
        for word in sorted(words, reverse=True):
            for form in (word, *_without_one(word)):
                self._forms[form] = word

    def nearest(self, word: str) -> str | None:
        """Return the word that ``word`` is one slip away from, or None."""
        if len(word) < SHORTEST or not word[:1].isupper() or not word[1:].islower():
            return None
        for form in (word, *_without_one(word)):
            found = self._forms.get(form)
            if found is not None and abs(len(found) - len(word)) <= 1 and _one_slip(word, found):
                return found
        return None
