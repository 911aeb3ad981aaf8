"""What the words of a clause tell, whatever the words: senses of news vocabulary, the same in every language.

``Das Werk wird geschlossen``, ``die Schließung``, ``the plant will be shut`` and ``завод закроют`` share the senses
*close* and *plant* (``resources/senses.tsv``, own compilation). A sense is either what happens or who and what takes
part; two clauses that tell the same thing share the first kind above all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from quellenlage.corpus.claims.terms import stemmed

LANGUAGES: Final = ("de", "en", "ru", "fr")
"""Languages of the table, in the order of its columns."""

_KEY: Final = 4
"""Letters by which entries of several words are found."""

_SHORTEST: Final = 2
"""Letters of the shortest beginning of a word (``né*``)."""


@dataclass(frozen=True, slots=True)
class Table:
    """The entries of one language.

    Attributes:
        whole: Senses by word, as ``terms`` has it.
        beginnings: Senses by the beginning of words.
        joint: Entries of which every word must stand in the clause, by the first letters of the first.
    """

    whole: dict[str, frozenset[str]]
    beginnings: dict[str, frozenset[str]]
    joint: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


_ANY: Final = frozenset(
    {"happen", "plan", "say", "use", "decide", "expect", "first", "find", "begin", "end", "count", "change", "wait"}
)
"""What happens to anything, so that it does not tell one matter from another."""


def _rows() -> list[list[str]]:
    text = (files("quellenlage.corpus.claims") / "resources" / "senses.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def happenings() -> frozenset[str]:
    """Return the senses that tell what happens; all others tell who or what."""
    return frozenset(row[0] for row in _rows() if row[1] == "p")


@cache
def table(language: str) -> Table:
    """Return the entries of a language (first part of the BCP 47 code); an unknown one has none."""
    whole: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    joint: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    column = 2 + LANGUAGES.index(language) if language in LANGUAGES else None
    for row in _rows() if column is not None else ():
        for entry in row[column or 0].split():
            if "+" in entry:
                parts = tuple(entry.split("+"))
                joint.setdefault(_key(parts[0], language), []).append((parts, row[0]))
            elif entry.endswith("*"):
                beginnings.setdefault(entry[:-1], set()).add(row[0])
            else:
                whole.setdefault(stemmed(entry, language=language), set()).add(row[0])
    return Table(
        {word: frozenset(found) for word, found in whole.items()},
        {word: frozenset(found) for word, found in beginnings.items()},
        {key: tuple(found) for key, found in joint.items()},
    )


def _key(word: str, language: str) -> str:
    return stemmed(word.rstrip("*"), language=language)[:_KEY]


@lru_cache(maxsize=65_536)
def _of_word(word: str, language: str) -> frozenset[str]:
    entries = table(language)
    out = entries.whole.get(word, frozenset())
    for end in range(_SHORTEST, len(word) + 1):
        out |= entries.beginnings.get(word[:end], frozenset())
    return out


def _stands(part: str, words: Collection[str], terms: Collection[str], language: str) -> bool:
    if part.endswith("*"):
        return any(word.startswith(part[:-1]) for word in words)
    return part in words or stemmed(part, language=language) in terms


def senses(terms: Iterable[str], words: str, *, language: str) -> dict[str, str]:
    """Return the senses that a clause tells, each with the word that tells it.

    Args:
        terms: Its content words as ``terms`` reduces them, without names.
        words: The clause, its tokens with blanks between them.
        language: First part of the BCP 47 code.
    """
    out: dict[str, str] = {}
    if language not in LANGUAGES:
        return out
    known = list(terms)
    for term in known:
        for sense in sorted(_of_word(term, language)):
            out.setdefault(sense, term)
    joint = table(language).joint
    tokens = {token.lower() for token in words.split()}
    for word in sorted(tokens.union(known)):
        for parts, sense in joint.get(_key(word, language), ()):
            if sense not in out and all(_stands(part, tokens, known, language) for part in parts):
                out[sense] = max(parts, key=len).rstrip("*")
    return out


def other_matter(left: Collection[str], right: Collection[str]) -> bool:
    """Tell whether the senses of two clauses tell what happens, and nothing that happens alike."""
    both = [set(found) & happenings() - _ANY for found in (left, right)]
    return bool(both[0] and both[1]) and not set(left) & set(right) & happenings()
