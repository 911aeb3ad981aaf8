"""German verb forms: what the verbs of the event lexicon look like in a text, so that a look-up by form is enough.

Weak verbs are formed by rule, strong ones from ``resources/strong-verbs.tsv`` (the base is found behind the inseparable
prefix). For a separable verb the joined forms (``zurückwies``, ``zurückzuweisen``, ``zurückgewiesen``) are given whole,
the parted ones (``wies … zurück``) with their particle.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple

Tense = Literal["present", "past", "conjunctive", "infinitive", "participle"]

_INSEPARABLE: Final = (
    *("be", "emp", "ent", "er", "ge", "ver", "zer", "miss", "über", "unter", "wider", "voll"),
    *("hinter", "durch", "umring", "umzingel", "umstell"),
)
_ALSO_WEAK: Final = frozenset({"schaffen", "senden", "wenden"})
"""Strong verbs with weak forms beside (``schuf`` and ``abgeschafft``, ``entsandte`` and ``entsendete``)."""
_UMLAUT: Final = {"a": "ä", "o": "ö", "u": "ü"}


class Form(NamedTuple):
    """One form of a verb.

    Attributes:
        text: The word, in lower case.
        tense: What it is.
        particle: The particle that must stand apart from it in the clause, or an empty string.
    """

    text: str
    tense: Tense
    particle: str = ""


@cache
def _strong() -> dict[str, tuple[str, str, str]]:
    text = (files("quellenlage.layers") / "resources" / "strong-verbs.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def _base(verb: str) -> tuple[str, str]:
    """Split an inseparable prefix off where what remains is a strong verb; ``("", verb)`` otherwise."""
    if verb in _strong():
        return "", verb
    for prefix in _INSEPARABLE:
        if verb.startswith(prefix) and verb[len(prefix) :] in _strong():
            return prefix, verb[len(prefix) :]
    return "", verb


def _participle(verb: str, stem: str, t: str) -> str:
    untouched = verb.endswith("ieren") or verb.startswith(_INSEPARABLE)
    return f"{stem}{t}" if untouched else f"ge{stem}{t}"


def _simple(verb: str) -> Iterator[tuple[str, Tense]]:
    """Yield the forms of a verb without separable particle."""
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    prefix, base = _base(verb)
    yield verb, "infinitive"
    yield verb, "present"
    yield f"{stem}e", "conjunctive"
    if base in _strong():
        present, past, participle = _strong()[base]
        # begangen and vergeben lose the ge- of gegangen and gegeben; that of gewonnen is the verb's own
        augmented = participle.startswith("ge") and (not base.startswith("ge") or participle.startswith("geg"))
        ge = participle[2:] if prefix and augmented else participle
        present, past, participle = prefix + present, prefix + past, prefix + ge
        yield present, "present"
        yield past, "past"
        yield past + ("n" if past.endswith("e") else "en"), "past"
        if not past.endswith("e"):
            place = max(map(past.rfind, "aeiou"))
            folded = past[:place] + _UMLAUT.get(past[place], past[place]) + past[place + 1 :]
            yield f"{folded}e", "conjunctive"
            yield f"{folded}en", "conjunctive"
        yield participle, "participle"
    if base not in _strong() or base in _ALSO_WEAK:
        cluster = stem[-1:] in "mn" and (stem[-2:-1] not in "aeiouäöülrhmn" or stem.endswith("chn"))
        e = "e" if stem.endswith(("t", "d")) or cluster else ""
        participle = _participle(verb, stem, f"{e}t")
        yield f"{stem}{e}t", "present"
        yield f"{stem}{e}te", "past"
        yield f"{stem}{e}ten", "past"
        yield participle, "participle"


def forms(verb: str) -> tuple[Form, ...]:
    """Return the forms of a verb.

    Args:
        verb: Infinitive in lower case; ``|`` stands before the base of a separable verb (``zurück|weisen``).

    Returns:
        Third person and non-finite forms, without double entries, in a fixed order.
    """
    particle, _, base = verb.rpartition("|")
    particle = particle.replace("|", "")
    out: dict[Form, None] = {}
    for text, tense in _simple(base):
        if not particle:
            out[Form(text, tense)] = None
        elif tense in ("infinitive", "participle"):
            out[Form(particle + text, tense)] = None
            if tense == "infinitive":
                out[Form(f"{particle}zu{text}", tense)] = None
        else:
            out[Form(text, tense, particle)] = None
            out[Form(particle + text, tense)] = None
    return tuple(out)
