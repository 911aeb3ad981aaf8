"""Those of one surname whom a text names together („Anna und Maria Feldkamp“, „die Brüder Tom und Jan Reuter“)."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.roles import german_role

_FAMILY_JOIN: Final = frozenset(["und", "and", "и", "&"])


def shares_surname(line: Line, first: Found, second: Found) -> bool:
    """Tell whether a given name behind a title shares the surname behind it („die Brüder Tom und Jan Reuter“)."""
    at = {token.end: i for i, token in enumerate(line.tokens)}
    k = at.get(first.end, -1)
    joined = line.word(k + 1) in _FAMILY_JOIN and line.tokens[k + 2].start == second.start
    return (
        k >= 0 and joined and len(first.words) == 1 and len(second.words) > 1 and given_name(first.words[0]) is not None
    )


def sibling(line: Line, person: Found, i: int) -> Found | None:
    """Return the one who shares the surname of a person („Anna“ in „Anna und Maria Feldkamp“), or None."""
    k = next(k for k in range(i, len(line.tokens)) if line.tokens[k].start == person.start)
    word = line.word(k - 2)
    if line.word(k - 1) not in _FAMILY_JOIN or len(person.words) < 2 or given_name(person.words[0]) is None:
        return None
    known = given_name(word) if word[:1].isupper() and line.free(k - 2) and not line.title[k - 2] else None
    own = line.word(k - 3)
    if known is None or known.gender is None or (own[:1].isupper() and german_role(own) is None and k > 3):
        return None
    line.take(k - 2, k - 1)
    token = line.tokens[k - 2]
    words = (word, *person.words[1:])
    return Found(
        token.start,
        token.end,
        "person",
        words,
        "given name before one of the family",
        line.index,
        gender=known.gender,
    )
