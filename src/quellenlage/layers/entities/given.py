"""Given names: is a word one, of which gender, and under which ids of rigour's list its other spellings stand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.gazetteer import rows


class GivenName(NamedTuple):
    """A given name: gender where all sources agree, and the ids it shares with its other spellings."""

    gender: Gender | None
    ids: frozenset[str]


@cache
def _table() -> dict[str, tuple[str, str]]:
    return {form: (gender, ids) for form, gender, ids in rows("given.tsv.gz", columns=3)}


@cache
def _equivalents() -> dict[str, str]:
    """Return the number of the group of spellings and nicknames that a form, in lower case, belongs to."""
    out: dict[str, str] = {}
    for number, (forms,) in enumerate(rows("equivalents.tsv", columns=1)):
        for form in forms.split("|"):
            out.setdefault(form.lower(), f"e{number}")
    return out


def names_listed() -> Iterable[str]:
    """Return all listed given names."""
    return _table().keys()


def equivalent(word: str) -> str | None:
    """Return the group of spellings and nicknames of a given name (``Joe`` and ``Joseph`` share one), or None."""
    return _equivalents().get(word.lower())


_RUSSIAN_CASES = (
    ("ея", "ей"),
    ("ею", "ей"),
    ("еем", "ей"),
    ("ия", "ий"),
    ("ию", "ий"),
    ("ием", "ий"),
    ("ая", "ай"),
    ("аю", "ай"),
    ("ла", "ел"),
    ("ия", "ия"),
    ("ии", "ия"),
    ("ию", "ия"),
    ("ией", "ия"),
    ("ы", "а"),
    ("е", "а"),
    ("у", "а"),
    ("ой", "а"),
    ("а", ""),
    ("у", ""),
    ("ом", ""),
    ("е", ""),
    ("я", "ь"),
    ("ю", "ь"),
    ("ем", "ь"),
    ("и", "я"),
    ("ю", "я"),
    ("ра", "р"),
)


@lru_cache(maxsize=65_536)
def given_name(word: str) -> GivenName | None:
    """Return what is known of a given name; a hyphenated one by its first part, a Russian case by its nominative."""
    table = _table()
    found = table.get(word)
    if found is None and word.isupper() and len(word) > 2:
        found = table.get(word.title())
    if found is None and "-" in word:
        first, _, rest = word.partition("-")
        found = table.get(first)
        if found is None and rest[:1].isupper():
            found = table.get(rest)
    if found is None and word[:1] >= "А" and len(word) > 3:
        for ending, nominative in _RUSSIAN_CASES:
            if word.endswith(ending):
                found = table.get(word[: -len(ending)] + nominative)
                if found is not None:
                    break
    if found is None:
        return GivenName(None, frozenset()) if word.lower() in _equivalents() and word[:1].isupper() else None
    gender: Gender | None = "m" if found[0] == "m" else "f" if found[0] == "f" else None
    return GivenName(gender, frozenset(found[1].split(",")) - {""})


def nominative(word: str) -> str:
    """Return a Russian given name in the nominative where the list knows it, else the word."""
    table = _table()
    if word in table or not word[:1] >= "А":
        return word
    for ending, base in _RUSSIAN_CASES:
        if word.endswith(ending) and word[: -len(ending)] + base in table:
            return word[: -len(ending)] + base
    return word
