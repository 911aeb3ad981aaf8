"""Nouns that stand for an alliance or a party: „die Union“, „das Bündnis“, “the bloc”, „die Christdemokraten“."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from quellenlage.layers.entities.backward import kinds_of
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.focus import Focus
from quellenlage.layers.entities.gazetteer import gazetteer, rows
from quellenlage.layers.entities.linking import Linker
from quellenlage.layers.entities.words import DEFINITE

_ENDING: Final = 3
"""Longest Russian case ending of these nouns."""
_DRAFTS: Final = 200
"""Referents looked at: a document that names more is a list."""
_GENITIVES: Final = frozenset(["der", "des", "of", "aus", "zwischen", "between", "mit", "with", "für", "for"])
_PARTIES: Final = frozenset(["org/cdu", "org/csu", "org/union"])
"""Parties that are called „die Union“."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a noun may mean: keys that the text must have named, or keys by country."""

    named: tuple[str, ...]
    lands: dict[str, str]


@cache
def _table() -> dict[tuple[str, str], _Meant]:
    out: dict[tuple[str, str], _Meant] = {}
    for language, kind, keys, nouns in rows("alliances.tsv", columns=4)[1:]:
        listed = keys.split()
        lands = dict(key.split("=", 1) for key in listed) if kind == "land" else {}
        named = tuple(f"org/{key}" for key in listed) if kind == "named" else ()
        meant = _Meant(named, {f"country/{code}": f"org/{key}" for code, key in lands.items()})
        for noun in nouns.split("|"):
            out[language, noun] = meant
    return out


def _meant(word: str, *, language: str) -> _Meant | None:
    table = _table()
    if language != "ru":
        return table.get((language, word))
    low = word.lower()
    return next((found for cut in range(_ENDING + 1) if (found := table.get(("ru", low[: len(low) - cut])))), None)


class Alliances:
    """Brings such nouns of one document home.

    Args:
        linker: Its places and organisations.
        focus: What it is mostly about.
        language: ``de``, ``en`` or ``ru``.
    """

    def __init__(self, linker: Linker, focus: Focus, *, language: str) -> None:
        self.linker = linker
        self.focus = focus
        self.language = language

    def resolve(self, line: Line, i: int) -> bool:
        """Add the noun at token ``i`` to the alliance or party that it stands for; tell whether it stands for one."""
        meant = _meant(line.word(i), language=self.language)
        if meant is None or line.taken[i] or line.title[i] or not self._alone(line, i):
            return False
        key = self._of_land(line, i, meant) if meant.lands else self._last(line, i, meant)
        entry = gazetteer().by_key.get(key) if key else None
        if entry is None:
            return False
        token = line.tokens[i]
        reason = f"the one meant by „{token.text}“"
        found = Found(
            token.start, token.end, entry.type, (entry.name,), reason, line.index, entry=entry, kind="nominal"
        )
        self.linker.add_all([found])
        return True

    def _alone(self, line: Line, i: int) -> bool:
        """Tell whether a noun stands with its article, with an adjective between at most, and no name behind it."""
        following = line.word(i + 1)
        if following[:1].isupper() or following in {"„", "«", '"', "“"} or following in _GENITIVES:
            return False
        if self.language == "ru" or (line.heading and i == 0):
            return True
        before = line.word(i - 1)
        between = before[:1].islower() and line.word(i - 2).lower() in DEFINITE
        return before.lower() in DEFINITE or (between and before not in {"andere", "anderen", "neue", "neuen"})

    def _of_land(self, line: Line, i: int, meant: _Meant) -> str | None:
        plural = line.word(i - 1).lower() in {"die", "den", "der"} or (line.heading and i == 0)
        return meant.lands.get(self.focus.country or "") if plural else None

    def _last(self, line: Line, i: int, meant: _Meant) -> str | None:
        """Return the key of the alliance last named; a party named later than it is what „das Bündnis“ means."""
        position = line.tokens[i].start
        best: tuple[int, str] | None = None
        party = -1
        for draft in self.linker.drafts[:_DRAFTS]:
            last = draft.mentions.last_before(position)
            if draft.known in meant.named and last >= 0 and (best is None or last > best[0]):
                best = (last, draft.known)
            elif "party" in kinds_of(draft) and draft.entry is None:
                party = max(party, last)
            elif draft.known in _PARTIES and line.word(i) == "Union":
                return "org/union"
        spoken_of = [key for key in meant.named if key in self.focus.lands]
        if best is None and len(spoken_of) == 1 and party < 0:
            return spoken_of[0]
        return best[1] if best is not None and best[0] > party else None
