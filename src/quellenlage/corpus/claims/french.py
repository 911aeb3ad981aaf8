"""What French has of its own: negation in two parts, compound numbers, figures grouped by spaces."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final

from quellenlage.layers.annotations import Token

_NEGATION: Final = frozenset(
    {"pas", "plus", "jamais", "aucun", "aucune", "rien", "personne", "guère", "ni", "nullement"}
)
_ALONE: Final = frozenset({"aucun", "aucune", "personne", "rien", "nul", "nulle"})
"""Words that negate before *ne* too (*aucun blessé n'est à déplorer*)."""
_REACH: Final = 6
"""Words between the two parts of a negation (*n'a, selon lui, pas*)."""
_GROUPED: Final = re.compile(r"\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:,\d+)?(?!\d)")
_EIGHTY: Final = re.compile(r"quatre-vingts?")


def negative(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause is negated: *ne … pas*, *aucun … ne*, *sans faire*; *ne … que* (only) is no negation."""
    words = [token.text.lower().replace("’", "'") for token in tokens]
    for place, word in enumerate(words):
        if word == "sans" and words[place + 1 : place + 2] in (["faire"], ["blessé"], ["victime"], ["avoir"]):
            return True
        if word not in {"ne", "n'"}:
            continue
        behind = words[place + 1 : place + 1 + _REACH]
        if _NEGATION & set(behind):
            only = "plus" in behind and words[place + behind.index("plus") + 2 :][:1] in (["de"], ["que"])
            return not only or bool(_NEGATION - {"plus"} & set(behind))
        if _ALONE & set(words[max(0, place - _REACH) : place]):
            return True
    return words[:2] in (["aucun", "blessé"], ["pas", "de"])


def turns_down(tokens: Sequence[Token], denial: Collection[str]) -> bool:
    """Tell whether a clause denies a matter that it names (*dément toute fuite*, *nie avoir payé*).

    Args:
        tokens: The clause's tokens.
        denial: Forms of verbs of denial.
    """
    words = [token.text.lower() for token in tokens]
    return any(
        word in denial and following in {"tout", "toute", "avoir", "être", "catégoriquement", "formellement"}
        for word, following in pairwise(words)
    )


def compound(word: str, numbers: Mapping[str, float]) -> float | None:
    """Read a number word with hyphens (*vingt-trois*, *soixante-dix-huit*, *quatre-vingt-dix*)."""
    value = 0.0
    rest = word
    if (eighty := _EIGHTY.match(word)) is not None:
        value, rest = 80.0, word[eighty.end() :].lstrip("-")
    for part in (piece for piece in rest.split("-") if piece and piece != "et"):
        if part in {"un", "une"}:
            value += 1
        elif part in numbers and (value == 0 or numbers[part] < 20):
            value += numbers[part]
        else:
            return None
    return value or None


def grouped(tokens: Sequence[Token], place: int, text: str) -> tuple[float, int] | None:
    """Read figures grouped by spaces or apostrophes (*1 400*, *140'000,5*): the value and the last token."""
    start = tokens[place].start
    match = _GROUPED.match(text, start)
    if match is None or (start and text[start - 1].isdigit()):
        return None
    last = place
    while last + 1 < len(tokens) and tokens[last + 1].start < match.end():
        last += 1
    if last == place or tokens[last].end > match.end():
        return None
    return float(re.sub(r"[^\d,]", "", match[0]).replace(",", ".")), last
