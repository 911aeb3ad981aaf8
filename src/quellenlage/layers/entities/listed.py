"""Places and organisations that a gazetteer lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quellenlage.layers.entities.cyrillic import nominatives
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import Entry, gazetteer, stem
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.lexis import common, kind
from quellenlage.layers.entities.metonyms import Metonyms
from quellenlage.layers.entities.roles import german_role
from quellenlage.layers.entities.towns import twin_town
from quellenlage.layers.entities.words import (
    AT_PLACE,
    DEFINITE,
    FUNCTION_WORDS,
    LEGAL,
    MEDIA_TAILS,
    PLACE_BEFORE,
    PLACE_NOUNS,
    TIME_WORDS,
)
from quellenlage.layers.german import is_noun, verb_readings

_ENGLISH_ONLY: Final = frozenset(
    [
        *("Austria", "Germany", "France", "Italy", "Spain", "Switzerland", "Norway", "Sweden", "Denmark", "Finland"),
        *("Poland", "Hungary", "Turkey", "Greece", "Croatia", "Ireland", "Scotland"),
    ]
)
"""English names of countries that German texts have in the names of firms only."""
_SMALL: Final = 30_000
"""Below this many people a city is taken only behind a word of place or in the German-speaking countries."""
_LARGE: Final = 150_000
"""A city whose name is also a common noun or a given name (Essen, Halle, Florenz) is taken from this size on."""
_RIVER_BEFORE: Final = frozenset(
    ["Fluss", "Flusses", "Fluß", "Flüsschen", "River", "река", "реки", "реке", "реку", "рекой"]
)
_DISTRICT: Final = frozenset(["Landkreis", "Landkreises", "Landkreise", "Kreis", "Kreises"])
_BEZIRK: Final = frozenset(["Bezirk", "Bezirks", "Bezirke"])
"""What Austria and Switzerland call their districts; in Germany it is a part of a town."""
_ON_RIVER: Final = frozenset(
    [
        *(
            "an",
            "entlang",
            "über",
            "auf",
            "in",
            "aus",
            "durch",
            "jenseits",
            "diesseits",
            "ufer",
            "ufern",
            "tal",
            "pegel",
        ),
        *("wasser", "quelle", "mündung", "oberlauf", "hochwasser", "lauf", "brücke", "brücken"),
    ]
)
"""Words that stand before a river with its article."""
_RIVER_BEHIND: Final = frozenset(["river", "River"])
_OPENING: Final = frozenset(["„", '"', "«", "»", "“", "‚", "(", "["])


class Listed:
    """Finds the listed names of one document.

    Args:
        language: ``de``, ``en`` or ``ru``.
    """

    def __init__(self, *, language: str) -> None:
        self.language = language
        self.places = gazetteer()
        self.metonyms = Metonyms(language=language)

    def phrases(self, line: Line) -> list[Found]:
        """Return the listed names of several words, whatever their case endings."""
        out = []
        stems = [stem(token.text) for token in line.tokens]
        i = 0
        while i < len(stems):
            length = 0
            for form, entry in self.places.phrases(stems[i]):
                last = i + len(form)
                if tuple(stems[i:last]) == form and self._phrase_fits(line, i, last, entry):
                    length = len(form)
                    found = self.found(line, i, last, entry, f"gazetteer: {entry.name}")
                    if tuple(stem(word) for word in entry.name.split()) == form:
                        found.words = tuple(entry.name.split())  # the nominative
                    out.append(found)
                    line.take(i, last)
                    break
            i += max(1, length)
        return out

    def _phrase_fits(self, line: Line, first: int, last: int, entry: Entry) -> bool:
        if any(line.taken[first:last]):
            return False
        head, tail = line.word(first), line.word(last - 1)
        named = tail[:1].isupper() or tail[:1].isdigit() or (self.language == "ru" and entry.type == "organization")
        if not (named or entry.kind == "seat"):
            return False
        if entry.kind == "city":
            before = line.word(first - 1)
            placed = before.lower() in PLACE_BEFORE or before in PLACE_NOUNS
            return head[:1].isupper() and (
                entry.population >= 15_000 or (placed and entry.country in {"DE", "AT", "CH"})
            )
        return head[:1].isupper() or entry.type == "organization"

    def found(self, line: Line, first: int, last: int, entry: Entry, reason: str) -> Found:
        """Make a stretch of the tokens ``[first, last)``."""
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        words = tuple(token.text for token in line.tokens[first:last])
        country = f"country/{entry.country}" if entry.country else None
        line.entries.update(dict.fromkeys(range(first, last), entry))
        return Found(start, end, entry.type, words, reason, line.index, entry=entry, country=country)

    def _variants(self, word: str) -> Iterator[str]:
        """Yield a word, its form without genitive ending, in title case, and its Russian stem and nominatives."""
        yield word
        if len(word) > 4 and word[-1] in "sS" and not word.endswith("ss"):
            yield word[:-1]
            if word.endswith("es"):
                yield word[:-2]
        if word.isupper() and len(word) > 3:
            yield word.title()
        if self.language == "en" and word[:2] in {"l'", "l’", "d'", "d’"} and word[2:3].isupper():
            yield word[2:]  # French: „l’AFP“
        if word[:1] >= "А" and len(word) > 4:
            yield stem(word)
            yield from nominatives(word)

    def words(self, line: Line, *, surnames: frozenset[str]) -> list[Found]:
        """Return the listed names of one word: entries, cities, first parts of compounds."""
        out = []
        for i, token in enumerate(line.tokens):
            word = token.text
            if line.taken[i] or not word[:1].isalpha() or (line.title[i] and "-" not in word):
                continue
            elided = self.language == "en" and word[1:2] in {"'", "’"} and word[2:3].isupper()
            if not word[0].isupper() and not elided and word.partition("/")[0] not in self.places.words:
                continue
            towns = self._dateline(line, i, word) if "/" in word else []
            if towns:
                out += towns
                line.take(i, i + 1)
                continue
            found = self._word(line, i, word, surnames)
            if found is not None:
                out.append(found)
                if found.end == token.end or german_role(word) is None:
                    line.take(i, i + 1)
        return out

    def _dateline(self, line: Line, i: int, word: str) -> list[Found]:
        """Return the towns that a slash joins („Oslo/Riga.“), where all of them are listed and large enough."""
        if word in self.places.cities or word in self.places.words:
            return []
        parts, opens = word.split("/"), i == 0 and line.word(1) in {".", "(", "-", "–", ","}
        cities = [self.places.cities.get(part) for part in parts]
        large = [city is not None and (city.population >= _SMALL or city.capital is not None) for city in cities]
        if not all(part[:1].isupper() for part in parts) or not (all(large) or (opens and any(cities))):
            return []
        out, start = [], line.tokens[i].start
        for part, city in zip(parts, cities, strict=True):
            if city is None:
                found = Found(start, start, "place", (part,), "dateline", line.index)
            else:
                found = self.found(line, i, i + 1, city, f"gazetteer: {part}")
            found.start, found.end, found.words = start, start + len(part), (part,)
            out.append(found)
            start += len(part) + 1
        return out

    def _word(self, line: Line, i: int, word: str, surnames: frozenset[str]) -> Found | None:
        if "/" in word:  # dpa/lnw
            entry = self.places.words.get(word.partition("/")[0])
            if entry is not None and entry.kind == "agency":
                found = self.found(line, i, i + 1, entry, f"first part of {word}")
                found.end, found.words = found.start + len(word.partition("/")[0]), (word.partition("/")[0],)
                return found
        for form in self._variants(word):
            entry = self.places.words.get(form)
            inflected = form != word and line.word(i + 1)[:1].isupper()
            if entry is not None and entry.kind == "party" and inflected:
                continue  # „Grünes Licht“
            if entry is not None and self._entry_fits(line, i, entry):
                if entry.kind == "seat":
                    entry = Entry(entry.key, "organization", "seat", entry.name, entry.country)
                found = self.found(line, i, i + 1, entry, f"gazetteer: {form}")
                found.words = (form,) if self.language != "ru" else found.words
                return found
        if word in FUNCTION_WORDS or word in TIME_WORDS:
            return None
        if "-" in word:
            compound = self._compound(line, i, word)
            if compound is not None:
                return compound
        for form in self._variants(word):
            city = self.places.cities.get(form)
            if city is not None and form + "es" != word and self._city_fits(line, i, form, city, surnames):
                return self._city(line, i, city, form)
        return None

    def _entry_fits(self, line: Line, i: int, entry: Entry) -> bool:
        word, before, after = line.word(i), line.word(i - 1), line.word(i + 1)
        if word[0].islower() and not word[2:4].removeprefix("-")[:1].isupper():
            return entry.kind == "agency" and (before in {"(", "/", "der", "die"} or after in {"/", ")", "-"})
        if self.language == "de" and entry.kind == "country" and word in _ENGLISH_ONLY:
            return False  # „Geosphere Austria“, „Amazon Germany“: part of a name
        if entry.kind == "river":
            return before.lower() in {"der", "die", "dem", "den", "des", "am", "vom", "the"} and word not in {
                "Oder",
                "Don",
            }
        if self.language == "de" and is_noun(word) and not word.isupper() and entry.kind != "country":
            return self._noun_fits(line, i, entry)
        return not (word.isupper() and len(word) == 2 and line.heading and word in {"IS", "AU"})

    def _noun_fits(self, line: Line, i: int, entry: Entry) -> bool:
        """Tell whether a word that is also a common noun names the entry (the Greens, the railway)."""
        before, after = line.word(i - 1), line.word(i + 1)
        if entry.kind == "region" and before in {"auf", "vor", "nach", "Auf", "Vor"}:
            return True  # „vor Rügen“
        if entry.kind in {
            "party",
            "parliament",
            "authority",
            "government",
            "region",
            "state",
            "continent",
            "sea",
            "international",
            "seat",
            "bank",
            "aid",
        }:
            return (
                before.lower() in DEFINITE
                or institution(before) is not None
                or before in {"(", "von", "laut", "in", "im", "/", ",", "und"}
                or entry.kind in {"state", "continent", "bank", "parliament"}
            )
        if entry.kind == "company" and entry.key != "org/db" and institution(before) is not None:
            return True  # „der Autobauer Mercedes“
        if entry.key == "org/db":
            return before.lower() in DEFINITE and i + 1 < len(line.tokens)
        return before in {"(", "/", "Agentur", "Nachrichtenagentur", "Zeitung", "Magazin", "Sender"} or (
            before in _OPENING and after in {"“", '"', "»", "«"}
        )

    def _city_fits(self, line: Line, i: int, form: str, city: Entry, surnames: frozenset[str]) -> bool:
        word, before, after = line.word(i), line.word(i - 1), line.word(i + 1)
        if form in surnames or word in surnames or word in LEGAL or not word[-1].isalpha():
            return False
        dateline = i == 0 and not line.heading and after in {"(", ".", ",", "/", "–", "-"}
        placed = before.lower() in PLACE_BEFORE or before in PLACE_NOUNS or before in {"Raum", "Großraum"} or dateline
        placed = placed or (before == "und" and line.taken[i - 2] and line.word(i - 3).lower() in PLACE_BEFORE)
        if len(form) < 4 and city.capital is None:
            return placed and city.population > 100_000
        doubtful = (self.language == "de" and is_noun(form)) or given_name(form) is not None
        if not doubtful and i == 0 and self.language == "de":
            doubtful = bool(verb_readings(form.lower()))
        if doubtful and city.capital is None and city.seat is None:
            sure = before.lower() in AT_PLACE or before in PLACE_NOUNS or dateline
            return sure and city.population >= (_LARGE if given_name(form) is None else 400_000)
        if city.country in {"DE", "AT", "CH"} and (placed or city.population >= _SMALL):
            return True
        return city.population >= 200_000 or placed or (before == "," and city.population >= _SMALL)

    @staticmethod
    def _stream(line: Line, i: int) -> bool:
        """Tell whether a town's name is a river's: rivers have an article, towns none („der Park an der Fulda“)."""
        article, before = line.word(i - 1), line.word(i - 2).lower()
        return article in {"der", "die"} and before in _ON_RIVER and not line.word(i + 1)[:1].isupper()

    def _city(self, line: Line, i: int, city: Entry, form: str) -> Found:
        if line.word(i - 1) in _RIVER_BEFORE or (line.word(i + 1) in _RIVER_BEHIND and self.language == "en"):
            river = Entry(f"river/{city.name.lower()}", "place", "river", form)
            return self.found(line, i, i + 1, river, f"river: {form}")
        if self.language == "de" and self._stream(line, i):
            return self.found(line, i, i + 1, Entry(f"river/{form.lower()}", "place", "river", form), f"river: {form}")
        alpine = line.word(i - 1) in _BEZIRK and city.country in {"AT", "CH"}
        if self.language == "de" and (line.word(i - 1) in _DISTRICT or alpine):
            noun = "Bezirk" if alpine else "Landkreis"
            key, name = f"district/{city.key.partition('/')[2]}", f"{noun} {form}"
            found = self.found(
                line, i, i + 1, Entry(key, "place", "district", name, city.country, state=city.state), key
            )
            found.words = (noun, form)
            return found
        twin = twin_town(line, i, form)
        if twin is not None:
            line.take(i + 1, twin[1])
            return self.found(line, i, twin[1], twin[0], f"{twin[0].name}, told apart from {form}")
        name = city.name if form[:1] >= "А" and not city.name[:1] >= "А" and self.language != "ru" else form
        entry = Entry(
            city.key, "place", "city", name, city.country, None, city.population, city.capital, city.state, city.seat
        )
        found = self.found(line, i, i + 1, entry, f"gazetteer: {form}")
        found.words = (form,) if self.language != "ru" else found.words
        if line.word(i - 1) in {"aus", "from", "из"}:
            found.context.append("place/origin")  # where somebody comes from is not where the institutions are
        if (city.capital or city.seat) and self.metonyms.governs(line, i, form):
            found.metonym = True
            found.reason = f"seat of government for the government: {form}"
        return found

    def _compound(self, line: Line, i: int, word: str) -> Found | None:
        """Return the name that a hyphenated compound begins with (``EU-Gipfel``, ``Donau-Hochwasser``)."""
        first = word.partition("-")[0]
        if line.word(i - 1) in _DISTRICT:
            return None  # „Landkreis Vorpommern-Rügen“
        entry = self.places.words.get(first)
        told = entry is not None and entry.kind == "agency" and word.rpartition("-")[2] in MEDIA_TAILS
        if (
            entry is None
            or len(first) < 2
            or (entry.kind == "agency" and common(first, language=self.language) and not told)
        ):
            entry = self.places.cities.get(first)
            based = self.language == "en" and word.endswith("-based")
            if entry is None or entry.population < (_SMALL if based else _LARGE):
                return None
            if not based and (common(first, language=self.language) or given_name(first)):
                return None
        rest = word.rpartition("-")[2]
        if (
            self.language == "de"
            and not told
            and (
                (kind(first) == "noun" and not first.isupper())
                or (entry.kind == "city" and kind(rest[:1].upper() + rest[1:]) in {"unknown", "odd"})
            )
        ):
            return None
        found = self.found(line, i, i + 1, entry, f"first part of {word}")
        found.end, found.words = found.start + len(first), (first,)
        return found
