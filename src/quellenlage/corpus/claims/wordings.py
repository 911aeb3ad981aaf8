"""Words and pairs of words that tell a fate or a matter (``resources/anchors.tsv``), looked up in a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

_LETTERS: Final = r"[^\W_]"
_KEPT: Final = 65_536
"""Answers kept, since one clause is asked for the same by several rules."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns of which one must be found.

    Attributes:
        single: Matches any of the entries of one word, or None where there are none.
        joint: Entries of which all words must be found, in any order.
    """

    single: re.Pattern[str] | None
    joint: tuple[tuple[re.Pattern[str], ...], ...]

    def found(self, words: str) -> str | None:
        """Return the first word that fits, or None.

        Args:
            words: A clause in lower case, its tokens with blanks between them.
        """
        hit = self.single.search(words) if self.single else None
        if hit is not None:
            return hit[0]
        for parts in self.joint:
            hit = parts[0].search(words)
            if hit is not None and all(part.search(words) for part in parts[1:]):
                return hit[0]
        return None


def _pattern(*entries: str) -> re.Pattern[str]:
    words = "|".join(re.escape(entry).replace(re.escape("*"), _LETTERS + "*") for entry in entries)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _wording(entries: list[str]) -> Wording:
    single = [entry for entry in entries if "+" not in entry]
    joint = [tuple(_pattern(part) for part in entry.split("+")) for entry in entries if "+" in entry]
    return Wording(_pattern(*single) if single else None, tuple(joint))


@cache
def _tables() -> dict[tuple[str, str], dict[str, list[str]]]:
    """Return the entries by kind and language, then key, in the order of the file."""
    out: dict[tuple[str, str], dict[str, list[str]]] = {}
    folder = files("quellenlage.corpus.claims") / "resources"
    names = ("anchors.tsv", "anchors-french.tsv")
    for line in [line for name in names for line in (folder / name).read_text("utf-8").splitlines()]:
        if line and not line.startswith("#"):
            kind, key, language, words = line.split("\t")
            out.setdefault((kind, language), {}).setdefault(key, []).extend(words.split())
    return out


@cache
def wordings(kind: str, language: str) -> dict[str, Wording]:
    """Return the wordings of a kind (``fate``) in a language (first part of the BCP 47 code) by key, in order."""
    return {key: _wording(entries) for key, entries in _tables().get((kind, language), {}).items()}


@cache
def units_of(fate: str) -> frozenset[str]:
    """Return the kinds of unit in which a fate counts (``person``, ``money``)."""
    return frozenset(_tables()["units", "-"].get(fate, ()))


@lru_cache(maxsize=_KEPT)
def tells(kind: str, language: str, words: str, key: str = "-") -> bool:
    """Tell whether a clause holds a wording of a kind."""
    wording = wordings(kind, language).get(key)
    return wording is not None and wording.found(words) is not None


@lru_cache(maxsize=_KEPT)
def told_keys(kind: str, language: str, words: str) -> tuple[str, ...]:
    """Return all keys of a kind that a clause tells, in the order of the file."""
    return tuple(key for key, wording in wordings(kind, language).items() if wording.found(words) is not None)


@lru_cache(maxsize=_KEPT)
def first(kind: str, language: str, words: str) -> tuple[str, str] | None:
    """Return the first key of a kind that a clause tells, with the word, or None."""
    for key, wording in wordings(kind, language).items():
        hit = wording.found(words)
        if hit is not None:
            return key, hit
    return None
