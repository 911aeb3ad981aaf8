"""Denials in other words: one tells a thing, another voice tells what excludes it.

``Der Minister soll davon gewusst haben. Er habe es erst aus der Zeitung erfahren`` holds no negation, and ``kein Liter
sei in den Fluss gelangt`` has no word for the water that it denies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.moments import other_day
from quellenlage.corpus.claims.terms import words_of
from quellenlage.corpus.claims.wordings import tells, told_keys
from quellenlage.layers import german

_REACH: Final = 3
"""Sentences between what is told and the other voice's opposite."""

_BACK: Final = 12
"""Clauses before one among which stands what it answers."""

_SHARE: Final = 0.5
"""Share of a denial's content words that what it denies must have."""


def marked(found: Sequence[Assertion], texts: Mapping[str, str]) -> list[Assertion]:
    """Return the assertions, those marked as denials that point back which tell the opposite of one shortly before.

    Args:
        found: The assertions of a story.
        texts: The texts of its articles by their keys.
    """
    return [_marked(found, n, texts) for n in range(len(found))]


def _marked(found: Sequence[Assertion], number: int, texts: Mapping[str, str]) -> Assertion:
    here = found[number]
    if here.back or here.statement is None:
        return here
    behind_colon = texts[here.article][: here.span.start].rstrip(' \n„“”"»«')[-1:] == ":"
    if behind_colon and _counters(found, number):
        return replace(here, back=True, answers=True)
    return replace(here, back=True, negative=True) if _answers(found, number) else here


def _counters(found: Sequence[Assertion], number: int) -> bool:
    """Tell whether an assertion contradicts a no.

    ``Niemand habe gewarnt, klagt A. B widerspricht: Die Durchsage sei erfolgt.``

    The words behind the colon are what X says, and not what he denies.
    """
    here = found[number]
    if not (here.explicit and here.negative and here.subjunctive) or words_of(f"{here.language}.that") & set(
        here.print.split()
    ):
        return False
    if number and found[number - 1].article == here.article and found[number - 1].sentence == here.sentence:
        return False
    before = found[number - 1] if number else here
    near = before.article == here.article and here.sentence - before.sentence <= 1
    return near and before.negative and not before.back and before.statement not in (None, here.statement)


def _answers(found: Sequence[Assertion], number: int) -> bool:
    """Tell whether an assertion is the opposite of one by another voice, in the sentences before it."""
    here = found[number]
    keys = told_keys("no", here.language, here.print)
    if not keys:
        return False
    for before in reversed(found[max(0, number - _BACK) : number]):
        if before.article != here.article or here.sentence - before.sentence > _REACH:
            return False
        if before.sentence == here.sentence or before.statement in (None, here.statement) or before.negative:
            continue
        if any(tells("yes", here.language, before.print, key) for key in keys):
            return True
    return False


def contrary(a: Assertion, b: Assertion) -> bool:
    """Tell whether one of two clauses on one matter is the opposite of the other (``einstimmig``, ``zwei dagegen``)."""
    for no, yes in ((a, b), (b, a)):
        keys = told_keys("no", no.language, no.print)
        if any(
            tells("yes", yes.language, yes.print, key) and not tells("no", yes.language, yes.print, key) for key in keys
        ):
            return a.negative == b.negative
    return False


def opposed(found: Sequence[Assertion]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the pairs (indices) of which one says no to the other's words of the same thing, with these words.

    The denial names no one and no place that the other does not, and shares the verb and at least half of its content
    words.
    """
    negative = [n for n, a in enumerate(found) if a.negative and not a.back and a.entities]
    by_entity: dict[str, list[int]] = {}
    for number, assertion in enumerate(found):
        if not assertion.negative and not assertion.back:
            for entity in assertion.entities:
                by_entity.setdefault(entity, []).append(number)
    for i in negative:
        first = min(found[i].entities, key=lambda entity: (len(by_entity.get(entity, ())), entity))
        for j in by_entity.get(first, ()):
            words = _denied(found[i], found[j])
            if words:
                yield i, j, words


def _denied(denial: Assertion, told: Assertion) -> tuple[str, ...]:
    if denial.language != told.language or not denial.entities <= told.entities or denial.statement == told.statement:
        return ()
    if denial.print.split()[-2:-1] == ["zu"]:  # what somebody shall not do, or does not want to do
        return ()
    if denial.forecast != told.forecast or other_day(denial, told):
        return ()
    own = {term for term, weight in denial.terms.items() if weight == 1.0}
    shared = sorted(term for term in own if told.terms.get(term) == 1.0)
    if not shared or len(shared) < _SHARE * len(own):
        return ()
    done = any(german.is_verb(term) for term in shared) if denial.language == "de" else len(shared) > 1
    return tuple(shared) if done else ()
