"""Who else is named in the clause of a description: subject and object of one verb are two people."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.words import DEFINITE, PREPOSITIONS
from quellenlage.layers.german import verb_readings

_BOUNDS: Final = frozenset([",", ";", ":", "–", "—", "-", "„", "“", "”", '"', "«", "»", "(", ")", "!", "?"])
_COPULAS: Final = frozenset(
    [
        *(
            "ist",
            "war",
            "sei",
            "wäre",
            "wird",
            "wurde",
            "werde",
            "bleibt",
            "blieb",
            "gilt",
            "galt",
            "als",
            "wie",
            "heißt",
        ),
        *("is", "was", "be", "been", "became", "becomes", "remains", "remained", "as", "like", "названным", "является"),
        *("был", "была", "стал", "стала", "как"),
    ]
)
"""Words that may make a name and a description one („Merz ist der Kanzler“)."""
_PRONOUNS: Final[dict[str, Gender]] = {"er": "m", "he": "m", "он": "m", "sie": "f", "she": "f", "она": "f"}
_GENITIVE: Final = frozenset(["des", "der", "von", "of", "'s", "’s"])
_INSIDE: Final = ("en", "em", "er", "es", "e")


def clause_mates(line: Line, first: int, i: int) -> tuple[frozenset[int], Gender | None]:
    """Return who else takes part in the clause of a description.

    Args:
        line: The sentence.
        first: First token of the description.
        i: The token of its noun.

    Returns:
        Where the names begin that are neither in the genitive nor behind a preposition, and the gender of a personal
        pronoun; nothing where the clause may say that both are one.
    """
    if line.heading:
        return frozenset(), None
    start = first
    while start > 0 and line.word(start - 1) not in _BOUNDS:
        start -= 1
    words = {line.word(k).lower() for k in range(start, first)}
    if words & _COPULAS or line.word(first - 1).lower() in _GENITIVE:
        return frozenset(), None
    beside = {line.tokens[k].start for k in range(start, first) if _argument(line, k, start)}
    k = start - 2
    if line.word(start - 1) == "," and line.word(start).lower() in PREPOSITIONS and k >= 0 and line.taken[k]:
        while k > 0 and line.taken[k - 1]:
            k -= 1
        beside.add(line.tokens[k].start)  # „Anna Moos, mit dem Minister befreundet, …“
    pronoun = next((_PRONOUNS[word] for k in range(start, first) if (word := line.word(k).lower()) in _PRONOUNS), None)
    if pronoun == "f" and "sie" in words and not _singular(line, start, first):
        pronoun = None
    return frozenset(beside), pronoun


def _argument(line: Line, k: int, start: int) -> bool:
    """Tell whether a name begins at a token that neither a preposition nor a genitive governs."""
    if not line.taken[k] or (k > start and line.taken[k - 1]) or not line.word(k)[:1].isupper():
        return False
    last = k
    while last + 1 < len(line.tokens) and line.taken[last + 1]:
        last += 1
    owner = line.word(last).endswith(("s", "’", "'")) and line.word(last + 1)[:1].isupper()
    if owner or line.word(last + 1) in {"'s", "’s"}:
        return False
    x = k - 1
    while x >= start and (
        line.title[x] or line.word(x).lower() in DEFINITE or (line.word(x).islower() and line.word(x).endswith(_INSIDE))
    ):
        if line.word(x).lower() in PREPOSITIONS or line.word(x) in {"der", "des"}:
            return False
        x -= 1
    return line.word(x).lower() not in PREPOSITIONS or x < start


def _singular(line: Line, start: int, first: int) -> bool:
    """Tell whether a verb of the clause is in the singular only („sie forderte“, not „sie forderten“)."""
    return any(
        reading.person == 3 and reading.number == "sg"
        for k in range(start, first)
        if line.word(k).islower()
        for reading in verb_readings(line.word(k))
    )
