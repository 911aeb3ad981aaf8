"""Firms and sports clubs by words that only they have: „Harz Aqua GmbH“, „FC Traunfeld“, „Borussia Dortmund“."""

from __future__ import annotations

import re
from typing import Final

from quellenlage.layers.entities.adjectives import city_adjective
from quellenlage.layers.entities.behind import OPENING, Behind
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import gazetteer, rows
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.institutions import firm, institution
from quellenlage.layers.entities.lexis import kind
from quellenlage.layers.entities.roles import german_role
from quellenlage.layers.entities.words import DEFINITE, FUNCTION_WORDS, LEGAL, PAPERS_ENGLISH, TIME_WORDS

_YEAR: Final = re.compile(r"(?:0\d|\d\d|1[89]\d\d|20\d\d)")
"""The year in the name of a club („Schalke 04“)."""


def _words(name: str) -> frozenset[str]:
    return next((frozenset(words.split()) for key, words in rows("words.tsv", columns=2) if key == name), frozenset())


_PARTNERS: Final = frozenset(
    [
        "Söhne",
        "Sohn",
        "Töchter",
        "Sons",
        "Son",
        "Daughters",
        "Partner",
        "Partners",
        "Brothers",
        "Cie",
        "Associates",
        "Co",
    ]
)
"""What stands behind „&“ in the name of a firm."""
_ABBREVIATIONS: Final = _words("club_abbreviations")
_NAMES: Final = _words("club_names")
_BEHIND: Final = _words("club_endings")


def bare_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a firm's name without its legal form („Harz Aqua GmbH & Co. KG“: ``Harz Aqua``)."""
    last = len(words)
    while last > 1 and (words[last - 1] in LEGAL or words[last - 1] in {"&", "+", "Co", "Co.", ".", "Cie", "Cie."}):
        last -= 1
    return words[:last]


class NamedFirms:
    """Finds them in one document, before lists and word formation can take their words apart.

    Args:
        language: ``de``, ``en`` or ``ru``.
        behind: Finds names by their legal form.
    """

    def __init__(self, *, language: str, behind: Behind) -> None:
        self.language = language
        self.behind = behind

    def find(self, lines: list[Line]) -> list[Found]:
        """Return the clubs and firms of all sentences, and the places where a firm stands without its legal form."""
        out = [found for line in lines for found in self._line(line)]
        short = {bare_name(found.words): found for found in out if found.reason.startswith("legal form")}
        firsts = frozenset(words[0] for words in short)
        for line in lines:
            for i, token in enumerate(line.tokens):
                if token.text in firsts and not line.taken[i]:
                    out += self._again(line, i, short)
        return out

    def _line(self, line: Line) -> list[Found]:
        out, i = [], 0
        while i < len(line.tokens):
            if line.taken[i] or not (line.words[i][:1].isupper() or line.words[i][:1] == "1"):
                i += 1
                continue
            last = self._club(line, i)
            club = last > i
            if not club:
                last = self._paper(line, i) if self.language == "en" else i
            if last > i and not club:
                out.append(self._make(line, i, last, f"newspaper: {line.word(last - 1)}"))
                out[-1].context.append("paper")
                i = last
                continue
            if not club:
                last = self._firm(line, i)
            quoted = self.behind.in_quotes(line, i) if last == i and line.word(i - 1) in OPENING else None
            if quoted is not None and quoted.noun.kind is not None and line.word(i)[:1].isupper():
                out.append(self._make(line, i, quoted.last, quoted.reason))
                out[-1].context.append(quoted.noun.kind)
                last = quoted.last
            elif last > i:
                out.append(self._make(line, i, last, "name of a club" if club else f"legal form {line.word(last - 1)}"))
                out[-1].context.append("association" if club else "company")
            i = max(i + 1, last)
        return out

    def _firm(self, line: Line, i: int) -> int:
        """Return the end of a firm's name whose legal form closes it, or ``i``."""
        word = line.word(i)
        if not line.free(i) or not word[:1].isupper() or word in LEGAL:
            return i
        if word in FUNCTION_WORDS or word in TIME_WORDS or self._introduces(word):
            return i
        if line.word(i + 1) in {"&", "und", "and", "и"} and line.word(i + 2) in _PARTNERS:
            return i + 3
        last = self.behind.company(line, i)
        inside = (line.word(k) for k in range(i + 1, last))
        return i if any(word in FUNCTION_WORDS or self._introduces(word) for word in inside) else last

    def _introduces(self, word: str) -> bool:
        """Tell whether a German word stands before a firm's name and is no part of it („Betreiber“, „Sprecherin“)."""
        if self.language != "de":
            return False
        body = institution(word)
        return german_role(word) is not None or (body is not None and body.kind != "utility")

    def _club(self, line: Line, i: int) -> int:
        """Return the end of a club's name („1. FC Traunfeld“, „Borussia Dortmund“, „Leeds United“), or ``i``."""
        word, k = line.word(i), i
        if not line.free(i):
            return i
        if word == "1." or (word == "1" and line.word(i + 1) == "."):
            k = i + (1 if word == "1." else 2)
        if line.word(k) in _ABBREVIATIONS:
            while line.word(k) in _ABBREVIATIONS:
                k += 1
            last = self._proper(line, k)
            return last if last > k else i
        if k == i and word in _NAMES and self._town(line.word(i + 1)) and line.free(i + 1):
            return i + 2
        if k == i and line.word(i + 1) in _ABBREVIATIONS and line.free(i + 1):
            called = city_adjective(word) is not None or word in _NAMES or given_name(word) is not None
            return i + 2 if called and not line.heading else i  # „Hamburger SV“
        if k == i and self._town(word) and line.word(i + 1) in _BEHIND and line.free(i + 1):
            return i + 2
        return i

    def _paper(self, line: Line, i: int) -> int:
        """Return the end of an English newspaper's name behind “the” (“the Daily Nation”), or ``i``."""
        if line.word(i - 1).lower() != "the" or not line.free(i) or not line.word(i)[:1].isupper():
            return i
        last = i
        while last < i + 4 and line.free(last) and line.word(last)[:1].isupper():
            last += 1
        return last if last > i + 1 and line.word(last - 1) in PAPERS_ENGLISH else i

    def _proper(self, line: Line, k: int) -> int:
        """Return the end of up to two proper names and a year behind „FC“ or „TSV“, or ``k``."""
        last = k
        while last < k + 2 and line.free(last) and line.word(last)[:1].isupper():
            noun = self.language == "de" and kind(line.word(last)) == "noun"
            if noun and not self._town(line.word(last)) and line.word(last) not in gazetteer().words:
                break
            if line.word(last) in FUNCTION_WORDS or line.word(last) in TIME_WORDS:
                break
            last += 1
        return last + 1 if last > k and _YEAR.fullmatch(line.word(last)) else last

    @staticmethod
    def _town(word: str) -> bool:
        return word in gazetteer().cities

    def _again(self, line: Line, i: int, short: dict[tuple[str, ...], Found]) -> list[Found]:
        for words, first in short.items():
            last = i + len(words)
            if tuple(line.words[i:last]) != words or any(line.taken[i:last]) or not self._sure(line, i, words):
                continue
            found = self._make(line, i, last, "named before with its legal form")
            found.words, found.context = first.words, list(first.context)
            return [found]
        return []

    def _sure(self, line: Line, i: int, words: tuple[str, ...]) -> bool:
        """Tell whether the short form is a name: two words, or one that is no place and no noun with an article."""
        if len(words) > 1:
            known = given_name(words[0])  # „Robert Bosch“ is the man
            return known is None or known.gender is None or firm(line.word(i - 1))
        placed = self._town(words[0]) or words[0] in gazetteer().words
        noun = self.language == "de" and kind(words[0]) in {"noun", "compound"}
        return not placed and not (noun and (line.word(i - 1).lower() in DEFINITE or i == 0))

    @staticmethod
    def _make(line: Line, first: int, last: int, reason: str) -> Found:
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        words = tuple(token.text for token in line.tokens[first:last])
        line.take(first, last)
        return Found(start, end, "organization", words, reason, line.index)
