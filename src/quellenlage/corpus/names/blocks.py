"""Keys under which names are found: the surname by sound, and the given name by sound with the surname's beginning."""

from __future__ import annotations

from functools import lru_cache

from quellenlage.corpus.names.parts import glued, parse
from quellenlage.layers.entities.sounds import openings, skeletons


def _solid(form: str) -> tuple[str, ...]:
    return tuple(word for word in parse(form).words if len(word) > 1)


@lru_cache(maxsize=65_536)
def keys(form: str) -> tuple[str, ...]:
    """Return the keys of a form: its last word by sound, and the pair of last and first for the other order."""
    words = _solid(form)
    if not words:
        return (form.casefold(),)
    last = skeletons(words[-1])
    if len(words) == 1:
        return last
    return (*last, *_together(form), *(f"{one}|{two}" for one in last for two in skeletons(words[0])))


def _together(form: str) -> tuple[str, ...]:
    """Return the keys of a surname written together with what stands before it („Vandeput“, „Delacroix“)."""
    whole, words = glued(form), _solid(form)
    if whole is not None:
        return skeletons(_solid(whole)[-1]) if _solid(whole) else ()
    return skeletons(words[-2] + words[-1]) if len(words) > 2 else ()


@lru_cache(maxsize=65_536)
def lookups(form: str) -> tuple[str, ...]:
    """Return the keys under which other spellings of a form stand."""
    words = _solid(form)
    if not words:
        return (form.casefold(),)
    last = skeletons(words[-1])
    if len(words) == 1:
        return last
    return (*last, *_together(form), *(f"{two}|{one}" for one in last for two in skeletons(words[0])))


@lru_cache(maxsize=65_536)
def loose(form: str) -> tuple[tuple[str, ...], str]:
    """Return the keys of given name and beginning of the surname, and the surname's consonants to choose by."""
    words = _solid(form)
    if len(words) < 2:
        return (), ""
    group = parse(form).groups[0]
    given = (group,) if group else skeletons(words[0])
    return tuple(f"{one}~{two}" for one in given for two in openings(words[-1])), skeletons(words[-1])[0]
