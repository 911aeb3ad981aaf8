"""Corrections: what a clause names only to say that it is wrong (``nicht in A, sondern in B``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.corpus.claims.polarity import NOT_ONLY
from quellenlage.layers.annotations import Token
from quellenlage.layers.events.clauses import Clause

_NOT: Final = {"de": "nicht", "en": "not", "ru": "не"}
_INSTEAD: Final = {"de": "sondern", "en": "but", "ru": "а"}

_SHORT: Final = 6
"""Words of a rejected phrase at most."""


def joined(parts: Sequence[Clause], *, language: str) -> tuple[Clause, ...]:
    """Return the clauses with each that *sondern* opens put together with the one before, which it corrects."""
    instead, no = _INSTEAD.get(language), _NOT.get(language)
    out: list[Clause] = []
    for part in parts:
        before = out[-1] if out else None
        if (
            before is not None
            and language == "de"
            and part.tokens[0].text == instead
            and before.end <= part.start
            and any(token.text.lower() == no for token in before.tokens)
        ):
            finite = before.finite
            if finite is None and part.finite is not None:
                finite = len(before.tokens) + part.finite
            tokens = before.tokens + part.tokens
            out[-1] = Clause(before.start, part.end, tokens, before.kind, before.opener, finite)
        else:
            out.append(part)
    return tuple(out)


def corrected(tokens: list[Token], text: str, *, language: str) -> tuple[list[Token], list[Token]]:
    """Part what a clause holds to be so from what it names as wrong; the second list can be empty.

    Args:
        tokens: The clause's tokens.
        text: The document's text: the comma before *not* is no token of the clause.
        language: ``de``, ``en`` or ``ru``.
    """
    no, instead = _NOT.get(language), _INSTEAD.get(language)
    words = [token.text.lower() for token in tokens]
    for place, word in enumerate(words[:-1]):
        if word != no or words[place + 1] in NOT_ONLY:
            continue
        stop = next((n for n in range(place + 2, len(words)) if words[n] == instead), None)
        if stop is not None and stop - place - 1 <= _SHORT:
            return tokens[:place] + tokens[stop + 1 :], tokens[place + 1 : stop]
        behind = place >= 2 and "," in text[tokens[place - 1].end : tokens[place].start]
        if language == "ru":
            behind = place >= 3 and words[place - 1] == "а"
        if behind and len(words) - place - 1 <= _SHORT:
            return tokens[: place - (language == "ru")], tokens[place + 1 :]
    return tokens, []
