"""Clauses that a comma or *und* parted where none ends, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.corpus.claims.shapes import GRAMMAR, verb_last
from quellenlage.layers import german
from quellenlage.layers.annotations import Token
from quellenlage.layers.events.clauses import Clause, finite_verb

_ADJECTIVE: Final = ("en", "er", "es", "em", "e")
_NUMBERS: Final = frozenset({"zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"})
_SUBJECTS: Final = frozenset({"niemand", "keiner", "keine", "jeder", "alle", "er", "sie", "es", "wir", "ich"})
"""Pronouns that open a clause as its subject."""

_OPENING: Final = 2
"""Words of the shortest part without verb before it (``Zwei Tote``)."""

_GIVEN: Final = 3
"""Words of the longest answer behind a colon (``am kommenden Montag``)."""

_NON_FINITE: Final = frozenset({"haben", "sein", "werden", "worden", "lassen", "können", "müssen"})


def mended(parts: Sequence[Clause], *, language: str) -> tuple[Clause, ...]:
    """Return the clauses with those put together that a comma or *und* inside a phrase parted.

    ``der neuen | und breiteren Brücke``: an adjective waits for its noun. ``soll sich …, … zu halten, | die
    Hand verletzt haben``: the modal verb waits for its infinitive. ``The ship, he said, | was old``: a subject waits
    for its verb.
    """
    if language not in ("de", "en"):
        return tuple(parts)
    broken = _broken_en if language == "en" else _broken_de
    out: list[Clause] = []
    for part in parts if language == "en" else (piece for p in parts for piece in _parted(_without_joiner(p))):
        before = out[-1] if out else None
        if before is not None and part.kind == "main" and broken(before, part):
            finite = before.finite
            if language == "de" and finite is not None and _waits(before, part) and finite == len(before.tokens) - 1:
                finite = None  # the adjective was taken for the verb
            if finite is None and part.finite is not None:
                finite = len(before.tokens) + part.finite
            start, end = before.start, max(before.end, part.end)
            out[-1] = Clause(start, end, before.tokens + part.tokens, before.kind, before.opener, finite)
        else:
            out.append(part)
    return tuple(out)


def _without_joiner(part: Clause) -> Clause:
    """Return a clause whose joining word was taken for its verb (*sondern* is one too) with its verb found again."""
    if part.finite is None or part.tokens[part.finite].text.lower() not in GRAMMAR["de.joining"]:
        return part
    after = part.finite + 1
    finite = finite_verb(part.tokens[after:], language="de")
    return part._replace(finite=None if finite is None else after + finite)


def _parted(part: Clause) -> tuple[Clause, ...]:
    """Return a clause, in two where it goes on behind a comma and *und* with a pronoun and its verb.

    ``Zwei Tote, und niemand will etwas gesehen haben``: what opens it has no verb, and the negation is not of it.
    """
    tokens, finite = part.tokens, part.finite
    if part.kind != "main" or finite is None or finite < _OPENING + 2:
        return (part,)
    joiner = finite - 2
    comma = tokens[joiner].start - tokens[joiner - 1].end > 1
    going_on = tokens[joiner].text in ("und", "aber", "doch") and tokens[joiner + 1].text in _SUBJECTS
    if not (comma and going_on and tokens[joiner - 1].text[:1].isupper()):
        return (part,)
    head = part._replace(end=tokens[joiner - 1].end, tokens=tokens[:joiner], finite=None)
    rest = part._replace(start=tokens[joiner].start, tokens=tokens[joiner:], opener="", finite=2)
    return head, rest


def _broken_de(before: Clause, part: Clause) -> bool:
    if before.kind != "main":
        return before.kind == "subordinate" and _open(before) and (verb_last(part) or part.finite is None)
    return _waits(before, part) or _completes(before, part) or _gives(before, part)


def _gives(before: Clause, part: Clause) -> bool:
    """Tell whether two parts without verb are a matter and what is given for it (``Nächster Termin: Montag``)."""
    verbless = before.finite is None and part.finite is None and part.kind == "main"
    return verbless and len(before.tokens) >= _OPENING and len(part.tokens) <= _GIVEN


def _open(clause: Clause) -> bool:
    """Tell whether a subordinate clause still waits for its verb: it ends with a noun or a number."""
    last = clause.tokens[-1].text
    return (last[:1].isupper() and not german.verb_readings(last)) or last in _NUMBERS


def _broken_en(before: Clause, part: Clause) -> bool:
    """Tell whether an English clause opens with an auxiliary verb, whose subject stands in the clause before."""
    return before.kind == "main" and part.tokens[0].text in GRAMMAR["en.auxiliary"] - {"said", "says", "be", "been"}


def _waits(before: Clause, part: Clause) -> bool:
    """Tell whether the clause before ends with article and adjective, and this one goes on with another adjective."""
    if len(before.tokens) < 2 or before.end > part.start:
        return False
    determiner, last = before.tokens[-2].text.lower(), before.tokens[-1].text
    first = _after_joiner(part)
    if not last.islower() or not last.endswith(_ADJECTIVE) or first is None or not first.text[:1].islower():
        return False
    known = GRAMMAR["de.article"] | GRAMMAR["de.relative"] | {"im", "am", "zum", "zur", "beim", "vom"}
    ending = last[-2:] if last.endswith(("en", "er", "es", "em")) else last[-1:]
    return determiner in known and first.text.endswith(ending)


def _completes(before: Clause, part: Clause) -> bool:
    """Tell whether a clause is only the infinitive for which the modal verb before waits."""
    if before.finite is None or part.finite is None or part.finite != len(part.tokens) - 1 or len(part.tokens) < 2:
        return False
    if before.tokens[before.finite].text.lower() not in GRAMMAR["de.auxiliary"]:
        return False
    last, other = part.tokens[-1].text, part.tokens[-2].text
    return last in _NON_FINITE and any(r.mood == "part" for r in german.verb_readings(other))


def _after_joiner(clause: Clause) -> Token | None:
    joining = GRAMMAR["de.joining"]
    place = 1 if clause.tokens[0].text.lower() in joining else 0
    return clause.tokens[place] if place < len(clause.tokens) else None
