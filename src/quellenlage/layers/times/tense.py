"""Which way a clause looks: its tense and cue words tell whether „am Montag“ is the Monday before or the next."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.times.grammar import Grammar

PAST: Final = -1
PRESENT: Final = 0
FUTURE: Final = 1
_CLAUSE_MARKS: Final = frozenset(",;:–()—")
_END_MARKS: Final = frozenset(".!?")
_REACH: Final = 120  # tokens to either side; a longer sentence tells no more
_SHORTEST_VERB: Final = 5


def is_end(words: list[str], place: int) -> bool:
    """Tell whether the token at ``place`` ends a sentence: a full stop after a number or an initial does not."""
    if words[place] not in _END_MARKS:
        return "\n\n" in words[place]
    before = words[place - 1] if place else ""
    if words[place] == "." and (before.isdecimal() or len(before) < 2):
        return False
    after = words[place + 1] if place + 1 < len(words) else " "
    return after.isspace() or after in {'"', "“", "”", "»", "«"}


def clauses(words: list[str], begin: int, end: int) -> tuple[list[list[str]], int]:
    """Return the clauses of the sentence around tokens ``begin`` to ``end``, and which of them holds these tokens."""
    low = begin
    while low > 0 and begin - low < _REACH and not is_end(words, low - 1):
        low -= 1
    high = end
    while high < len(words) and high - end < _REACH and not is_end(words, high):
        high += 1
    found: list[list[str]] = [[]]
    own = 0
    for place in range(low, high):
        if place == begin:
            own = len(found) - 1
        word = words[place]
        if word in _CLAUSE_MARKS and not begin <= place < end:
            found.append([])
        elif not word.isspace():
            found[-1].append(word)
    return found, own


def _participle(word: str, grammar: Grammar) -> bool:
    """Tell whether a lower-case German word has the shape of a past participle (``ge…t``, ``abge…en``, ``…iert``)."""
    if len(word) < _SHORTEST_VERB or not word.endswith(("t", "en")):
        return False
    if word.endswith("iert") or word.startswith(grammar.starts["participle"]):
        return True
    return any(word.startswith(particle + "ge") for particle in grammar.lists["particles"])


def _preterite(word: str, grammar: Grammar) -> bool:
    """Tell whether a lower-case word ends like a regular past form and is none that only looks so."""
    if len(word) < _SHORTEST_VERB or not word.endswith(grammar.ends["preterite"]) or word in grammar.tense["notpast"]:
        return False
    if word.endswith("ten") and word.endswith(grammar.ends["infinitive"]):
        return False
    superlative = word.endswith(grammar.ends["superlative"])
    return not superlative or word.endswith(grammar.ends["nosuperlative"])


def _tense(clause: list[str], grammar: Grammar) -> int | None:
    """Return the tense of one clause, or None where it has no verb that tells."""
    tense = grammar.tense
    past = future = perfect = participle = False
    for place, word in enumerate(clause):
        low = word.lower() if place == 0 else word
        if low in tense["strong"]:
            return FUTURE
        if low in tense["past"]:
            past = True
        elif low in tense["future"]:
            future = True
        elif low in tense["perfect"]:
            perfect = True
        elif low.islower() and _preterite(low, grammar):
            past = True
        participle = participle or (low.islower() and _participle(low, grammar))
    if past or (perfect and participle and not future):
        return PAST
    if future:
        return FUTURE
    return PRESENT if perfect else None


def direction(words: list[str], begin: int, end: int, grammar: Grammar) -> int | None:
    """Return where the clause around a span looks.

    Args:
        words: The tokens of the text.
        begin: First token of the span.
        end: One past its last.
        grammar: Its language's grammar.

    Returns:
        ``PAST``, ``PRESENT``, ``FUTURE``, or None where no verb near it tells.
    """
    found, own = clauses(words, begin, end)
    for place in (own, own + 1, own - 1):
        if 0 <= place < len(found):
            told = _tense(found[place], grammar)
            if told is not None:
                return told
    return None
