"""Nouns that stand for a place by what it is: „die Hauptstadt“, „das Sultanat“, „der Fluss“, «в столице Омана»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.adjectives import adjective_of
from quellenlage.layers.entities.cyrillic import nominatives
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.facilities import definite, sort_of
from quellenlage.layers.entities.focus import Focus
from quellenlage.layers.entities.gazetteer import Entry, gazetteer, rows
from quellenlage.layers.entities.lexis import kind
from quellenlage.layers.entities.linking import Linker
from quellenlage.layers.entities.resolve import Draft, People
from quellenlage.layers.entities.words import DEFINITE

_FIRST: Final = 200
"""Places looked at: a document that names more is a list."""
_NEAR: Final = 900
"""Code points within which a town or river must have been named for „die Stadt“, „der Fluss“."""
_SMALL: Final = 20_000
_LARGE: Final = 100_000
_ENDING: Final = 3
"""Longest Russian case ending of these nouns."""
_FREE_STATES: Final = frozenset(["state/DE-BY", "state/DE-SN", "state/DE-TH"])
_FREE_STATE: Final = frozenset(["Freistaat", "Freistaats", "Freistaates"])
_LAND: Final = frozenset(["Land", "Lande", "Landes"])
_COUNTRY: Final = frozenset(["country", "nation"])
_OWNERS: Final[dict[str, Gender]] = {
    **dict.fromkeys(("sein", "seinem", "seines", "his"), "m"),
    **dict.fromkeys(("ihr", "ihrem", "ihres", "her"), "f"),
}
_ASIDE: Final = 150
"""Code points behind which a country named in passing is not „das Land“ any more."""
_SHARE: Final = 2
"""Mentions from which the town spoken of most is „die Stadt“ rather than one named once."""
_LAND_ARTICLES: Final = frozenset(["das", "dem", "des", "vom", "beim", "im", "ins"])
_ON_LAND: Final = frozenset(["auf", "über", "an", "zu"])
_STATE_KEY: Final = re.compile(r"(?:^|/)(state/(?:DE|AT|IT)-\w+)$")
"""A state, or the place of one of its institutions, in the key of a referent."""
_FEDERATION: Final = frozenset(["Bund", "Bundes", "Bunds"])
_FEDERAL_ARTICLES: Final = frozenset(["der", "den", "dem", "des", "vom", "beim", "zum"])
_FEDERAL_STATES: Final = frozenset(["country/DE", "country/AT", "country/CH"])
_OTHER: Final = (
    "ander",
    "benachbart",
    "nächst",
    "nah",
    "größt",
    "zweit",
    "dritt",
    "viert",
    "gleich",
    "jeweilig",
    "umliegend",
)
_OTHER_ENGLISH: Final = frozenset(
    ["other", "nearby", "neighbouring", "neighboring", "largest", "second", "next", "nearest"]
)
_NO_TOWN: Final = (
    *("Alt", "Innen", "Vor", "Neu", "West", "Süd", "Nord", "Ost", "Partner", "Nachbar", "Zelt", "Heimat", "Geburts"),
    *("Ober", "Unter", "Traum", "Ideal", "Ganz", "Kern", "Ober", "Schwester", "Haupt", "Trabanten", "Satelliten"),
)
"""Beginnings of compounds with „-stadt“ that are no name for a town known."""
_GENITIVE: Final = frozenset(["der", "des", "of", "von"])


@dataclass(frozen=True, slots=True)
class _Sort:
    """What a noun says of a place: its class, and the countries it may mean (or may not, where ``never``)."""

    name: str
    codes: frozenset[str]
    never: bool

    def allows(self, key: str | None) -> bool:
        """Tell whether the noun may stand for a country of a gazetteer key."""
        code = key.partition("/")[2] if key and key.startswith("country/") else ""
        return len(code) == 2 and (code in self.codes) is not self.never


@cache
def _sorts() -> dict[tuple[str, str], _Sort]:
    out: dict[tuple[str, str], _Sort] = {}
    for language, name, codes, nouns in rows("polities.tsv", columns=4)[1:]:
        sort = _Sort(name, frozenset(codes.replace("!", " ").split()), codes.startswith("!"))
        for noun in nouns.split("|"):
            out[language, noun] = sort
    return out


def _sort(word: str, *, language: str) -> _Sort | None:
    if language == "de" and (language, word) not in _sorts() and word.endswith(("stadt", "metropole")):
        town = kind(word) in {"compound", "odd"} and not word.startswith(_NO_TOWN) and word not in gazetteer().cities
        return _sorts()[language, "Stadt" if word.endswith("stadt") else "Metropole"] if town else None
    if language != "ru":
        return _sorts().get((language, word))
    low = word.lower()
    return next((found for cut in range(_ENDING + 1) if (found := _sorts().get(("ru", low[: len(low) - cut])))), None)


@cache
def _capitals() -> dict[str, tuple[Entry, ...]]:
    """Return the capitals of each country by its key; more than one where government and capital differ."""
    out: dict[str, tuple[Entry, ...]] = {}
    for entry in gazetteer().by_key.values():
        if entry.kind == "city" and entry.capital:
            out[f"country/{entry.capital}"] = (*out.get(f"country/{entry.capital}", ()), entry)
    return out


def _land(word: str, *, language: str) -> str | None:
    """Return the key of the country that a word names in any case."""
    words = gazetteer().words
    forms = nominatives(word) if language == "ru" else (word, word.removesuffix("s"))
    return next((words[form].key for form in forms if form in words and words[form].kind == "country"), None)


class PlaceWords:
    """Brings such nouns of one document home.

    Args:
        linker: Its places and organisations.
        focus: What it is mostly about.
        people: Its persons.
        language: ``de``, ``en`` or ``ru``.
    """

    def __init__(self, linker: Linker, focus: Focus, people: People, *, language: str) -> None:
        self.linker = linker
        self.focus = focus
        self.people = people
        self.language = language

    def resolve(self, line: Line, i: int) -> bool:
        """Add the noun at token ``i`` to the place that it stands for; tell whether it stands for one."""
        if line.taken[i] or line.title[i]:
            return False
        word = line.word(i)
        if self.language == "de" and word in _FEDERATION:
            return self._federation(line, i)
        if self.language == "de" and word in _FREE_STATE:
            return self._definite(line, i) and self._free_state(line, i)
        if (self.language == "de" and word in _LAND) or (self.language == "en" and word in _COUNTRY):
            return self._owned(line, i) or self._spoken_of(line, i)
        built = sort_of(word, language=self.language)
        if built is not None and definite(line, i) and line.word(i + 1) not in _GENITIVE:
            return self._near(line, i, _Sort(f"facility/{built.lower()}", frozenset(), False))
        sort = _sort(word, language=self.language)
        if sort is None:
            return False
        if sort.name == "capital":
            return self._capital(line, i)
        if self._named(line, i + 1) or not self._definite(line, i) or line.word(i + 1) in _GENITIVE:
            return False
        if sort.name == "polity":
            return self._polity(line, i, sort)
        if sort.name == "seat":
            return self._seat(line, i)
        return self._near(line, i, sort)

    def _definite(self, line: Line, i: int) -> bool:
        """Tell whether an article stands before a noun, with an adjective between at most; Russian has none."""
        if self.language == "ru":
            return True
        before = line.word(i - 1)
        if before.lower() in DEFINITE:
            return True
        between = before[:1].islower() and not before.startswith(_OTHER) and before not in _OTHER_ENGLISH
        return between and line.word(i - 2).lower() in DEFINITE

    @staticmethod
    def _named(line: Line, i: int) -> bool:
        """Tell whether a name follows, which the noun then only classifies („die Hauptstadt Riga“)."""
        return 0 <= i < len(line.tokens) and (
            line.taken[i] or line.word(i) in {"„", "«", '"', "“"} or line.word(i)[:1].isupper()
        )

    def _country(self, line: Line, i: int) -> tuple[str | None, bool]:
        """Return the country whose capital a noun names, and whether the words around it tell."""
        for k in (i - 1, i - 2):
            key = adjective_of(line.word(k), language=self.language)
            if key is None and (k == i - 1 or line.word(i - 1) in {"'s", "’s"}):
                key = _land(line.word(k), language=self.language)
            if key is not None and key.startswith("country/"):
                return key, True
        behind = i + 1 if self.language == "ru" else i + 2 if line.word(i + 1) in _GENITIVE else -1
        for k in (behind, behind + 1 if line.word(behind) in {"the", "Republik"} else -1, i + 1):
            key = _land(line.word(k), language=self.language) if k > 0 else None
            if key is not None:
                return key, True
        return self.focus.country, False

    def _capital(self, line: Line, i: int) -> bool:
        key, told = self._country(line, i)
        if key is None or (not told and (not self._definite(line, i) or self._named(line, i + 1))):
            return False
        if not told and (line.word(i + 1) in _GENITIVE or (self.language == "en" and line.word(i + 1).islower())):
            following = line.word(i + 1)
            if following in _GENITIVE or following in {"market", "markets", "gains", "punishment", "city"}:
                return False
        entries = _capitals().get(key, ())
        known = {draft.known for draft in self.linker.drafts[:_FIRST]}
        chosen = [entry for entry in entries if entry.key in known] or list(entries)
        if len(chosen) != 1 or (self.language == "en" and line.word(i + 1)[:1].isupper() and line.taken[i + 1]):
            return False
        return self._add(line, i, chosen[0], f"capital of {key}")

    def _polity(self, line: Line, i: int, sort: _Sort) -> bool:
        """Resolve a form of state to the country last named that has it, else to the country spoken of."""
        position = line.tokens[i].start
        named = [
            (draft.mentions.last_before(position), draft.known)
            for draft in self.linker.drafts[:_FIRST]
            if sort.allows(draft.known)
        ]
        last = max((item for item in named if item[0] >= 0), default=None) if not sort.never else None
        key = last[1] if last else self.focus.country if sort.allows(self.focus.country) else None
        if key is None:
            others = [land for land in self.focus.lands if sort.allows(land)] if not sort.never else []
            key = others[0] if len(others) == 1 else None
        entry = gazetteer().by_key.get(key) if key else None
        return entry is not None and self._add(line, i, entry, f"form of state: {line.word(i)}")

    def _seat(self, line: Line, i: int) -> bool:
        cities = (entry for entry in gazetteer().by_key.values() if entry.kind == "city" and entry.seat)
        entry = next((entry for entry in cities if entry.seat == self.focus.state), None)
        return entry is not None and self._add(line, i, entry, "seat of the state's government")

    def _near(self, line: Line, i: int, sort: _Sort) -> bool:
        """Resolve „die Stadt“, „der Fluss“ to the last of its kind named before."""
        position = line.tokens[i].start
        best: tuple[int, Draft] | None = None
        for draft in self.linker.drafts[:_FIRST]:
            last = draft.mentions.last_before(position) if draft.type == "place" and self._is(draft, sort.name) else -1
            if last >= 0 and position - last <= _NEAR and (best is None or last > best[0]):
                best = (last, draft)
        if best is None:
            return False
        if sort.name == "city" and position - best[0] > _ASIDE:
            best = (best[0], self._main_city(best[1]))
        token = line.tokens[i]
        best[1].mentions.append((token.start, token.end, "nominal", f"description „{token.text}“"))
        return True

    def _main_city(self, named: Draft) -> Draft:
        """Return the town that the text is about rather than one that it names once and some way back."""
        if len(named.mentions) > 1 or named.known == self.focus.city:
            return named
        main = (draft for draft in self.linker.drafts[:_FIRST] if draft.known == self.focus.city)
        return next((draft for draft in main if len(draft.mentions) > _SHARE), named)

    @staticmethod
    def _is(draft: Draft, sort: str) -> bool:
        """Tell whether a place is of a class; a town that no list has counts as a small one."""
        if sort.startswith("facility/"):
            return draft.known is not None and draft.known.startswith(f"{sort}/")
        if sort == "river":
            return draft.known is not None and draft.known.startswith("river/")
        if sort in {"state", "district"}:
            return draft.known is not None and draft.known.startswith(f"{sort}/")
        if draft.entry is None:
            return draft.known is None and sort in {"city", "town", "small"}
        if draft.entry.kind not in {"city", "epithet"}:
            return False
        people = draft.entry.population
        return (
            (sort == "large" and people >= _LARGE)
            or (sort == "small" and people < _SMALL)
            or (sort == "town" and people < _LARGE)
            or sort == "city"
        )

    def _add(self, line: Line, i: int, entry: Entry, reason: str) -> bool:
        token = line.tokens[i]
        found = Found(
            token.start, token.end, entry.type, (entry.name,), reason, line.index, entry=entry, kind="nominal"
        )
        self.linker.add_all([found])
        return True

    def _federation(self, line: Line, i: int) -> bool:
        """Resolve „der Bund“ to the federal state that the text is about."""
        country, following = self.focus.country, line.word(i + 1)
        articled = line.word(i - 1).lower() in _FEDERAL_ARTICLES
        if not articled or country not in _FEDERAL_STATES or following[:1].isupper():
            return False
        if following in {"der", "des", "für", "fürs", "deutscher", "zwischen"}:
            return False
        return self._add(line, i, gazetteer().by_key[country], "the federal state spoken of")

    def _owned(self, line: Line, i: int) -> bool:
        """Resolve „sein Land“: the country of the one named last, or the one that the text is about."""
        before, position = line.word(i - 1).lower(), line.tokens[i].start
        owner = _OWNERS.get(before)
        if owner is None or self._named(line, i + 1) or line.word(i + 1) in _GENITIVE:
            return False
        drafts = [
            draft
            for draft in self.people.drafts[:_FIRST]
            if draft.gender == owner and draft.mentions.last_before(position) >= 0
        ]
        last = max(drafts, key=lambda draft: draft.mentions.last_before(position), default=None)
        if last is None:
            return False
        key = last.country if last.country and last.country.startswith("country/") else self.focus.country
        entry = gazetteer().by_key.get(key) if key else None
        return entry is not None and self._add(line, i, entry, f"the country of {last.full[-1]}")

    def _spoken_of(self, line: Line, i: int) -> bool:
        """Resolve „das Land“: the Austrian or German state whose name or office was told, abroad the country."""
        before, outside = line.word(i - 1).lower(), line.word(i - 2).lower()
        articles = _LAND_ARTICLES if self.language == "de" else {"the"}
        if before not in articles or self._named(line, i + 1) or line.word(i + 1) in _GENITIVE:
            return False
        if before in {"das", "dem"} and outside in _ON_LAND:
            return False  # „auf dem Land“, „über das Land“
        position = line.tokens[i].start
        best: tuple[int, str, str] | None = None
        for draft in self.linker.drafts[:_FIRST]:
            last, key = draft.mentions.last_before(position), draft.known or ""
            state = _STATE_KEY.search(key)
            foreign = draft.entry is not None and draft.entry.kind == "country" and key not in _FEDERAL_STATES
            near = foreign and position - last <= _NEAR
            if last >= 0 and (near or (state and before not in {"im", "ins"})) and (best is None or last > best[0]):
                best = (last, state.group(1), "state") if state else (last, key, "country")
        if best is not None and best[2] == "country":
            best = (best[0], self._main(best[1], position - best[0]), "country")
        entry = gazetteer().by_key.get(best[1]) if best else None
        return best is not None and entry is not None and self._add(line, i, entry, f"the {best[2]} spoken of")

    def _main(self, key: str, distance: int) -> str:
        """Return the country that the text is about rather than one named in passing and some way back."""
        main = self.focus.country
        foreign = main is not None and main not in _FEDERAL_STATES
        return main if main is not None and foreign and distance > _ASIDE and key not in self.focus.rivals else key

    def _free_state(self, line: Line, i: int) -> bool:
        state = self.focus.state
        if state not in _FREE_STATES or self._named(line, i + 1):
            return False
        return self._add(line, i, gazetteer().by_key[state], "the state spoken of")
