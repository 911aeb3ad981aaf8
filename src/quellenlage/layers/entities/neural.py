"""Names that no list and no rule knows, as the model's entity head reads them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from quellenlage.layers.annotations import Annotations
from quellenlage.layers.entities.adjectives import inhabitant
from quellenlage.layers.entities.behind import foreign_noun
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.shapes import Shapes
from quellenlage.layers.statements import mode
from quellenlage.limits import MAX_MODEL_CHARS

ENOUGH: Final = 0.4
"""Confidence from which a name of the model alone is taken."""

_TRADES: Final = ("er", "erin", "ist", "istin", "eur", "eurin")
_ACRONYM: Final = 5
"""Letters of the longest word in capitals that is an acronym."""

SURE: Final = 0.6
"""Confidence from which a lone word is taken for a person's surname."""


def proposals(annotations: Annotations, lines: Sequence[Line], shapes: Shapes) -> list[Found]:
    """Return names that the model finds where nothing has claimed a word yet, and claim them.

    Args:
        annotations: The document with its sentences.
        lines: The same sentences as the recogniser works on them.
        shapes: Tells common nouns, adjectives and demonyms from names.
    """
    if mode.mode() != "model" or len(annotations.document.text) > MAX_MODEL_CHARS:
        return []
    from quellenlage.layers.model.article import entities

    begins = [line.tokens[0].start if line.tokens else -1 for line in lines]
    found = []
    for name in entities(annotations):
        if name.type == "nationality" or name.confidence < ENOUGH:
            continue
        line = lines[bisect_right(begins, name.span.start) - 1]
        places = [
            i for i, token in enumerate(line.tokens) if token.start < name.span.end and token.end > name.span.start
        ]
        while places and not line.word(places[-1])[-1:].isalnum():
            places.pop()
        if not places or line.heading or not all(line.free(i) for i in places):
            continue
        if not any(shapes.is_unknown(line, i) and not _inhabitant(line, i, shapes.language) for i in places):
            continue
        first, last = places[0], places[-1] + 1
        words = tuple(line.word(i) for i in range(first, last))
        if len(words) == 1 and last < len(line.tokens) and line.taken[last] and words[0].endswith(_TRADES):
            continue  # „Glaserin Anna M.“: a trade
        kind = "other" if name.type == "person" and name.confidence < SURE else name.type
        if kind == "person" and len(words) == 1 and _acronym(words[0]):
            kind = "organization"  # nobody's surname is an acronym
        if (
            kind == "person"
            and len(words) > 1
            and (_placed(words[0]) or foreign_noun(words[0], language=shapes.language))
        ):
            kind = "organization"  # “Kenya Marine Services”
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        item = Found(start, end, kind, words, "model", line.index, surname_only=kind == "person" and len(words) == 1)
        found.append(item)
        line.take(first, last)
    return found


def _placed(word: str) -> bool:
    entry = gazetteer().words.get(word)
    return entry is not None and entry.type == "place"


def _acronym(word: str) -> bool:
    """Tell whether a word has the capitals of an abbreviation („TfL“)."""
    return sum(letter.isupper() for letter in word) > 1 and word.isalpha() and len(word) <= _ACRONYM


def _inhabitant(line: Line, i: int, language: str) -> bool:
    """Tell whether a word names somebody by the country („Шведка“), which the list of inhabitants resolves."""
    return inhabitant(line.word(i), line.word(i + 1), language=language) is not None
