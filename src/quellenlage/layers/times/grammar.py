"""A compiled time grammar: word classes, the automaton over them, and the rules it accepts.

The compiled form is built by ``scripts/build_times.py``; this module only reads it. A *class* is one character that
stands for a set of categories a word has, so a text becomes a string of classes as long as its list of tokens.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from quellenlage.errors import ResourceError
from quellenlage.layers import german
from quellenlage.layers.times.typos import Index

OTHER: Final = "\ue000"
SPACE: Final = "\ue001"
BREAK: Final = "\n"
LANGUAGES: Final = ("de", "en", "fr", "ru")
_KNOWN_TOKENS: Final = 200_000  # words remembered with their class; more would let hostile text grow the table

Feature = str | int | float


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, pattern over classes, categories of its captures, what computes each span, and a guard."""

    id: str
    regex: str
    captures: Mapping[str, tuple[str, ...]]
    do: tuple[tuple[str, Mapping[str, str]], ...]
    guard: str | None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern; compiled when the rule first matches, then kept."""
        return _compiled(self.regex)


@lru_cache(maxsize=2048)
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


def number_key(digits: str) -> str:
    """Return the key of a string of digits in the table of number classes: what it may be by length and value."""
    length = len(digits)
    if length <= 2:
        return f"{length}:{int(digits)}"
    if length == 3:
        return "3"
    return f"4:{int(1000 <= int(digits) <= 2199)}" if length == 4 else "5"


class _Classes(dict[str, str]):
    """Token to class; a token not seen yet is classed by its shape and remembered."""

    def __init__(self, words: Mapping[str, str], numbers: Mapping[str, str], slips: Index, language: str) -> None:
        super().__init__(words)
        self._numbers = numbers
        self._slips = slips
        self._language = language
        self.typos: dict[str, str] = {}

    def __missing__(self, token: str) -> str:
        if token.isspace():
            code = BREAK if token.count("\n") > 1 else SPACE
        elif token[0].isdecimal() and token.isascii():
            code = self._numbers[number_key(token)]
        else:
            code = OTHER
            meant = self._slips.nearest(token)
            if meant is not None and not (self._language == "de" and german.is_noun(token)):
                code = self[meant]
                self.typos[token] = meant
        if len(self) < _KNOWN_TOKENS:
            self[token] = code
        return code


class Grammar:
    """The grammar of one language."""

    def __init__(self, compiled: Mapping[str, Any]) -> None:
        self.language: str = compiled["language"]
        entries = compiled["entries"]
        self._entries: list[Mapping[str, Feature]] = [entry["is"] for entry in entries]
        self._words: dict[str, int] = compiled["words"]
        words = {word: entries[i]["code"] for word, i in self._words.items()}
        self.classes = _Classes(words, compiled["numbers"], Index(compiled["slips"]), self.language)
        self.rules = [
            Rule(
                rule["id"],
                rule["regex"],
                {name: tuple(categories) for name, categories in rule["captures"].items()},
                tuple((name, arguments) for name, arguments in rule["do"]),
                rule["guard"],
            )
            for rule in compiled["rules"]
        ]
        self.triggers: frozenset[str] = frozenset(compiled["triggers"])
        self.tense: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in compiled["tense"].items()}
        self.lists: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in compiled["lists"].items()}
        self.endings: dict[str, tuple[str, ...]] = {name: tuple(parts) for name, parts in compiled["endings"].items()}
        self._states: list[Any] = compiled["automaton"]
        self._edges: list[dict[str, int] | None] = [None] * len(self._states)

    def features(self, token: str) -> Mapping[str, Feature]:
        """Return the categories of a word with what each says; nothing for a word of no category."""
        place = self._words.get(self.classes.typos.get(token, token))
        return {} if place is None else self._entries[place]

    def _next(self, state: int) -> dict[str, int]:
        edges = self._edges[state]
        if edges is None:
            edges = {code: after for codes, after in self._states[state][1] for code in codes}
            self._edges[state] = edges
        return edges

    def accepts(self, codes: str, begin: int) -> list[tuple[int, list[int]]]:
        """Run the automaton from ``begin``; return ``(end, rules)`` where rules accept, longest first."""
        found: list[tuple[int, list[int]]] = []
        state = 0
        for place in range(begin, len(codes)):
            after = self._next(state).get(codes[place])
            if after is None:
                break
            state = after
            if self._states[state][0]:
                found.append((place + 1, self._states[state][0]))
        found.reverse()
        return found


@lru_cache(maxsize=len(LANGUAGES))
def load(language: str) -> Grammar:
    """Return the grammar of a language.

    Args:
        language: ``de``, ``en``, ``fr`` or ``ru``.

    Raises:
        ResourceError: There is no compiled grammar of this language, or it is damaged.
    """
    try:
        text = files("quellenlage.layers").joinpath(f"resources/times/{language}.json").read_text("utf-8")
        return Grammar(json.loads(text))
    except (OSError, KeyError, ValueError) as error:
        raise ResourceError(f"the time grammar of {language!r} cannot be read: {error}") from error
