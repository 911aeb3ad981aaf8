"""Finding time expressions: tokens, their classes, and the longest rule at each place that may begin one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from quellenlage.layers.times.grammar import BREAK, OTHER, SPACE, Feature, Grammar, Rule

_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|\s+|[^\w\s]|_+")
_RUN: Final = re.compile(f"[^{OTHER}{BREAK}]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into words, numbers, marks and white space, without gaps.

    Attributes:
        words: The tokens.
        starts: Where each begins in the text, and, as the last item, the length of the text.
        codes: One class for each token.
    """

    words: list[str]
    starts: list[int]
    codes: str


@dataclass(frozen=True, slots=True)
class Word:
    """A captured word: the category it was captured as, what the grammar says of it, and its token."""

    category: str
    value: Feature
    token: int


class Hit:
    """A match of one rule.

    Attributes:
        rule: The rule.
        begin: First token of the match, context included.
        end: One past its last token.
        spans: The token ranges of its spans, in the order of the rule.
        words: The captured words by name.
    """

    __slots__ = ("begin", "end", "rule", "spans", "words")

    def __init__(self, rule: Rule, begin: int, end: int, spans: list[tuple[int, int]], words: dict[str, Word]) -> None:
        self.rule = rule
        self.begin = begin
        self.end = end
        self.spans = spans
        self.words = words


class View:
    """What an action sees of a hit: captured words under the names the rule gives them, and constants."""

    def __init__(self, hit: Hit, arguments: Mapping[str, str], span: int) -> None:
        self._hit = hit
        self._arguments = arguments
        self.begin, self.end = hit.spans[span]
        self.whole = hit.spans[0][0], hit.spans[-1][1]
        self.rule = hit.rule.id

    def word(self, name: str) -> Word | None:
        """Return the captured word, following the rule's renaming; None where it was not captured."""
        renamed = self._arguments.get(name, name)
        return self._hit.words.get(renamed)

    def value(self, name: str) -> Feature | None:
        """Return what is known of a name: the captured word's feature, or the constant the rule gives."""
        word = self.word(name)
        if word is not None:
            return word.value
        given = self._arguments.get(name)
        return (
            None if given is None or given in self._hit.words or (given[0].islower() and given[-1].isdigit()) else given
        )

    def number(self, name: str) -> int | None:
        """Return a name's value as a whole number, or None."""
        value = self.value(name)
        return None if value is None else int(value)

    def text(self, name: str) -> str | None:
        """Return a name's value as a string, or None."""
        value = self.value(name)
        return None if value is None else str(value)


def tokenise(text: str, grammar: Grammar) -> Tokens:
    """Cut a text into tokens and class them."""
    words = _TOKEN.findall(text)
    starts = list(accumulate(map(len, words), initial=0))
    return Tokens(words, starts, "".join(map(grammar.classes.__getitem__, words)))


def _word(tokens: Tokens, grammar: Grammar, categories: tuple[str, ...], token: int) -> Word:
    word = tokens.words[token]
    if word[0].isdecimal():
        return Word("num", int(word[:9]), token)
    features = grammar.features(word)
    category = next(category for category in categories if category in features)
    return Word(category, features[category], token)


def _hit(tokens: Tokens, grammar: Grammar, rule: Rule, begin: int, end: int) -> Hit | None:
    match = rule.pattern.fullmatch(tokens.codes, begin, end)
    if match is None:
        return None
    words: dict[str, Word] = {}
    spans: list[tuple[int, int]] = []
    for name, code in match.groupdict().items():
        if code is None:
            continue
        if name.startswith("span"):
            spans.append(match.span(name))
            continue
        words[name.split("__")[0]] = _word(tokens, grammar, rule.captures[name], match.start(name))
    spans.sort()
    return Hit(rule, begin, end, spans, words)


def _first(
    tokens: Tokens, grammar: Grammar, allowed: Callable[[Hit], bool], begin: int, stop: int, rules: list[int]
) -> Hit | None:
    for number in rules:
        hit = _hit(tokens, grammar, grammar.rules[number], begin, stop)
        if hit is not None and allowed(hit):
            return hit
    return None


def _better(tokens: Tokens, grammar: Grammar, allowed: Callable[[Hit], bool], hit: Hit) -> Hit:
    """Return the match that begins where the span of a match with context before it begins, if it reaches further."""
    begin = hit.spans[0][0]
    if begin > hit.begin:
        for stop, rules in grammar.accepts(tokens.codes, begin):
            if stop <= hit.spans[-1][1]:
                break
            longer = _first(tokens, grammar, allowed, begin, stop, rules)
            if longer is not None:
                return longer
    return hit


def hits(tokens: Tokens, grammar: Grammar, allowed: Callable[[Hit], bool]) -> Iterator[Hit]:
    """Yield the matches from left to right, longest first, without overlap.

    Args:
        tokens: The text.
        grammar: Its language's grammar.
        allowed: A function ``(hit) -> bool``: the rules' guards.

    Yields:
        Matches whose guard holds.
    """
    codes = tokens.codes
    triggers = grammar.triggers
    for run in _RUN.finditer(codes):
        begin, end = run.span()
        if triggers.isdisjoint(run.group()):
            continue
        place = begin
        while place < end:
            step = place + 1
            if codes[place] != SPACE:
                for stop, rules in grammar.accepts(codes, place):
                    hit = _first(tokens, grammar, allowed, place, stop, rules)
                    if hit is not None:
                        hit = _better(tokens, grammar, allowed, hit)
                        yield hit
                        step = max(hit.spans[-1][1], place + 1)
                        break
            place = step
