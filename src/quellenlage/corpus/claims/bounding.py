"""How a time bounds what a clause tells: until it, since it, before it, after it, or simply on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from quellenlage.corpus.claims.terms import words_of
from quellenlage.layers.annotations import Time, Token

_BOUNDS: Final = ("until", "since", "before", "after")
_LANGUAGES: Final = ("de", "en", "fr", "ru")
_REACH: Final = 4
"""Words before a time among which the bounding one stands (``bis voraussichtlich zum Ende des``)."""


@cache
def _roles() -> dict[str, str]:
    """Return the words before a time that make it a bound; empty for those that can stand between (``bis zum``)."""
    out = {word: "" for lg in _LANGUAGES for word in words_of(f"{lg}.between")}
    return out | {word: bound for lg in _LANGUAGES for bound in _BOUNDS for word in words_of(f"{lg}.{bound}")}


def bounding(tokens: Sequence[Token], time: Time) -> str:
    """Return ``until``, ``since``, ``before``, ``after`` or ``on``.

    Args:
        tokens: The clause's tokens, frames included.
        time: A time expression on them.
    """
    roles = _roles()
    inside = next((n for n, token in enumerate(tokens) if token.end > time.start), len(tokens))
    if inside < len(tokens) and roles.get(tokens[inside].text.lower()):
        return roles[tokens[inside].text.lower()]
    for token in reversed(tokens[max(0, inside - _REACH) : inside]):
        role = roles.get(token.text.lower())
        if role is None:
            break
        if role:
            return role
    return "on"


def not_before(bounds: Sequence[str]) -> tuple[str, ...]:
    """Return the bounds of a clause that negates one (``not before July``: since July); empty where that is none."""
    return ("since",) if tuple(bounds) == ("before",) else ()
