"""What an article speaks of: the context in which a lone surname or a vague name is compared with those of others."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.annotations import Annotations, Referent

_WORD: Final = "~"
"""Marks a word of a name: „~Moos“ for ``Anna Moos``, whom another article calls ``Moos``."""
_SHORTEST: Final = 4


def near(annotations: Annotations) -> frozenset[str]:
    """Return gazetteer keys and names of a document as context for comparing its surnames with those of others.

    Of persons the surname counts too, of other unlisted names the first word, since articles shorten them, and of a
    body its place.
    """
    out: set[str] = set()
    for referent in annotations.referents:
        if referent.known or _named(referent):
            out.add(referent.known or referent.name)
        if referent.known and referent.known.startswith("inst/"):
            place = referent.known.split("/", 2)[-1]
            out |= {place} if place.startswith(("country/", "state/")) else set()
        word = telling_word(referent)
        if word:
            out.add(_WORD + word)
    return frozenset(out)


def _named(referent: Referent) -> bool:
    full = referent.type == "person" and " " in referent.name
    return full or referent.type in {"organization", "other"}


def telling_word(referent: Referent) -> str:
    """Return the surname of a person, the first word of another unlisted name, or nothing."""
    words = referent.name.split()
    if not words or (referent.known and referent.type != "person"):
        return ""
    word = words[-1] if referent.type == "person" else words[0]
    return word if len(word) >= _SHORTEST and word[:1].isupper() else ""


def others(near: frozenset[str], referent: Referent) -> frozenset[str]:
    """Return a context without the words of the referent's own name."""
    return near - {_WORD + word for form in (referent.name, *referent.aliases) for word in form.split()}


def shown(name: str) -> str:
    """Return a name of the context as a reader sees it."""
    return name.removeprefix(_WORD)
