"""The gazetteers: countries, cities, regions, organisations and media under every form a text may name them by."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from quellenlage.errors import ResourceError
from quellenlage.layers.agencies import table as agencies
from quellenlage.layers.annotations import EntityType

MIN_WORD: Final = 3
"""Shorter city names (Au, Ay, Ed) are taken only behind a preposition of place."""

SEATS: Final = {
    "Munich": "DE-BY",
    "Dresden": "DE-SN",
    "Stuttgart": "DE-BW",
    "Mainz": "DE-RP",
    "Wiesbaden": "DE-HE",
    "Hannover": "DE-NI",
    "Kiel": "DE-SH",
    "Schwerin": "DE-MV",
    "Magdeburg": "DE-ST",
    "Erfurt": "DE-TH",
    "Saarbrücken": "DE-SL",
    "Potsdam": "DE-BB",
    "Düsseldorf": "DE-NW",
    "München": "DE-BY",
    "Hanover": "DE-NI",
}
"""Seats of the German state governments, under GeoNames' own names."""

_TOWN: Final = 15_000
_RIVERSIDE: Final = (" in der ", " im ", " am ", " an der ", " bei ", " ob der ", " vor der ", " unter ")
"""What tells a town of the German-speaking countries from others of its name."""

_ENDING = re.compile(r"(?:en|er|es|em|e|s|n)$")
_RUSSIAN_ENDING = re.compile(
    r"(?:ого|ому|ыми|ими|ами|ями|ой|ей|ый|ий|ая|яя|ое|ее|ом|ем|ым|им|ых|их|ам|ям|ах|ях|ов|ую|юю|[аяеёиоуыэюьй])$"
)


class Entry(NamedTuple):
    """A thing that a gazetteer knows.

    Attributes:
        key: Gazetteer key, the same in all documents.
        type: Its entity type.
        kind: What it is: ``country``, ``city``, ``region``, ``agency``, ``party``, ``bank``, ``seat`` …
        name: The form to show.
        country: ISO 3166-1 alpha-2 code or None.
        wikidata: QID or None.
        population: People, for a city; 0 elsewhere.
        capital: For a city: the country whose capital or seat of government it is.
        state: For a German or Austrian city: the key of its state.
        seat: For a city: the state whose government sits there.
    """

    key: str
    type: EntityType
    kind: str
    name: str
    country: str | None = None
    wikidata: str | None = None
    population: int = 0
    capital: str | None = None
    state: str | None = None
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """What belongs to a country: adjectives, demonyms, capitals, seats of government."""

    code: str
    adjectives: tuple[str, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]
    english: tuple[str, ...]
    russian: tuple[str, ...]
    capitals: tuple[str, ...]
    names: tuple[str, ...]
    seats: tuple[str, ...]


def rows(name: str, *, columns: int) -> list[list[str]]:
    """Read a resource of this package without comment lines and heading.

    Raises:
        ResourceError: The file is missing, or a line has not ``columns`` columns.
    """
    path = files("quellenlage.layers.entities") / "resources" / name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ResourceError(f"{path}: {error}") from error
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    out = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
    if any(len(row) != columns for row in out):
        raise ResourceError(f"{path}: a line has not {columns} columns")
    return out


def stem(word: str) -> str:
    """Return a word without its inflectional ending, in lower case, for comparing the words of a long name."""
    low = word.casefold()
    if len(low) > 4 and "а" <= low[-1] <= "ё":
        return _RUSSIAN_ENDING.sub("", low)
    return _ENDING.sub("", low) if len(low) > 4 else low


@cache
def countries() -> dict[str, Country]:
    """Return the countries with what belongs to them, by ISO code."""
    out = {}
    for row in rows("countries.tsv", columns=9)[1:]:
        lists = [tuple(part for part in cell.split("|") if part) for cell in row[1:]]
        out[row[0]] = Country(row[0], *lists)
    return out


_CLDR_CLUTTER = ("Sonderverwaltungsregion", "SAR China", "(САР)", "(", "&")


class Cities:
    """City forms with the largest city of each name; an entry is made when it is asked for, since few ever are."""

    def __init__(self, capitals: Mapping[str, str]) -> None:
        self.rows = rows("cities.tsv.gz", columns=5)
        self._capitals = capitals
        self._numbers: dict[str, int] = {}
        self._entries: dict[int, Entry] = {}
        self._given: dict[str, Entry] = {}
        self._by_id: dict[str, int] = {}
        for number, row in enumerate(self.rows):
            for form in row[4].split("|"):
                self._numbers.setdefault(form, number)

    def entry(self, number: int) -> Entry:
        """Return the entry of a row."""
        entry = self._entries.get(number)
        if entry is None:
            key, country, state, population, forms = self.rows[number]
            names = forms.split("|")
            capital = None
            if not self._capitals.keys().isdisjoint(names):
                capital = next((self._capitals[name] for name in names if self._capitals.get(name) == country), None)
            seat = f"state/{state}" if state and SEATS.get(names[0]) == state else None
            home = f"state/{state}" if state else None
            entry = Entry(f"city/{key}", "place", "city", names[0], country, None, int(population), capital, home, seat)
            self._entries[number] = entry
        return entry

    def placed(self, city: Entry, state: str) -> Entry:
        """Return a city with the state that it lies in, and keep it so."""
        city = city._replace(state=state)
        number = self.number_of(city.key)
        if number is not None:
            self._entries[number] = city
        return city

    def numbers(self) -> Mapping[str, int]:
        """Return the row of each form."""
        return self._numbers

    def number_of(self, key: str) -> int | None:
        """Return the row of a gazetteer key, or None."""
        if not self._by_id:
            self._by_id = {row[0]: number for number, row in enumerate(self.rows)}
        return self._by_id.get(key.partition("/")[2])

    def get(self, form: str) -> Entry | None:
        """Return the city of a form, or None."""
        given = self._given.get(form)
        if given is not None:
            return given
        number = self._numbers.get(form)
        return None if number is None else self.entry(number)

    def __contains__(self, form: str) -> bool:
        return form in self._numbers or form in self._given

    def __getitem__(self, form: str) -> Entry:
        entry = self.get(form)
        if entry is None:
            raise KeyError(form)
        return entry

    def __setitem__(self, form: str, entry: Entry) -> None:
        self._given[form] = entry


class Gazetteer:
    """Forms and what they name.

    Attributes:
        words: Single-word forms.
        cities: City forms (the largest city of a name).
        by_key: The entries by their keys.
        capitals: Forms of capitals, with the code of the country.
        parliaments: National parliaments by country or body and the noun that stands for them.
    """

    def __init__(self) -> None:
        self.words: dict[str, Entry] = {}
        self._phrases: dict[str, list[tuple[str, Entry | int]]] = {}
        self._stems: dict[str, str] = {}
        self._sorted: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self.by_key: dict[str, Entry] = {}
        self.capitals: dict[str, str] = {}
        self.parliaments: dict[tuple[str, str], Entry] = {}
        self._countries()
        self.cities = Cities(self.capitals)
        self._cities()
        self._places()
        self._organisations()

    def phrases(self, first: str) -> Sequence[tuple[tuple[str, ...], Entry]]:
        """Return the longer forms whose first word has this stem: their stems and their entry, longest first."""
        found = self._sorted.get(first)
        if found is None:
            found = [
                (
                    tuple(stem(word) for word in form.split()),
                    self.cities.entry(entry) if isinstance(entry, int) else entry,
                )
                for form, entry in self._phrases.get(first, ())
            ]
            if not found:
                return ()
            found.sort(key=lambda item: -len(item[0]))
            self._sorted[first] = found
        return found

    def _put(self, form: str, entry: Entry) -> None:
        words = form.split()
        if len(words) == 1:
            self.words.setdefault(form, entry)
            if "а" <= form[-1].casefold() <= "ё" and len(form) > 4:
                self.words.setdefault(stem(form), entry)
        elif words:
            self._phrase(form, entry)

    def _add(self, entry: Entry, forms: tuple[str, ...]) -> None:
        self.by_key.setdefault(entry.key, entry)
        for form in (entry.name, *forms):
            self._put(form, entry)

    def _phrase(self, form: str, entry: Entry | int) -> None:
        first = form.split(None, 1)[0]
        key = self._stems.get(first)
        if key is None:
            key = self._stems[first] = stem(first)
        self._phrases.setdefault(key, []).append((form, entry))

    def _countries(self) -> None:
        known = countries()
        for code, qid, german, english, russian, french, ukrainian in rows("territories.tsv", columns=7):
            extra = known.get(code)
            entry = Entry(f"country/{code}", "place", "country", german, code, qid or None)
            forms = [
                form
                for form in (english, russian, french, ukrainian)
                if form and not any(c in form for c in _CLDR_CLUTTER)
            ]
            self._add(entry, (*forms, *(extra.names if extra else ())))
            if extra:
                for form in extra.seats:
                    seat = Entry(f"seat/{code}", "place", "seat", form, code)
                    self._put(form, seat)
                for form in extra.capitals:
                    self.capitals.setdefault(form, code)

    def _cities(self) -> None:
        for form, number in self.cities.numbers().items():
            if " " in form:
                self._phrase(form, number)
                if form.startswith("Sankt ") and self.cities.rows[number][1] in {"DE", "AT", "CH"}:
                    self._phrase(form.replace("Sankt ", "St. ", 1), number)
        towns: dict[str, Entry] = {}
        for number, (_, country, _, population, forms) in enumerate(self.cities.rows):
            names = forms.split("|")
            if int(population) > 50_000 or names[0] in SEATS or not self.capitals.keys().isdisjoint(names):
                entry = self.cities.entry(number)
                if entry.population > 50_000 or entry.capital or entry.seat:
                    self.by_key[entry.key] = entry
            if country in {"DE", "AT", "CH"} and int(population) >= _TOWN:
                short, _, _ = names[0].partition(next((word for word in _RIVERSIDE if word in names[0]), "|"))
                if short != names[0]:
                    towns.setdefault(short, self.cities.entry(number))
        for short, entry in towns.items():  # „Landau“ for Landau in der Pfalz, where no other town is called so
            if short not in self.cities:
                self.cities[short] = entry

    def _places(self) -> None:
        for key, told, kind, name, forms in rows("places.tsv", columns=5)[1:]:
            country = told
            listed = tuple(form for form in forms.split("|") if form)
            if kind == "city":
                number = self.cities.number_of(key)
                country, inside, _ = told.partition("-")
                city = Entry(key, "place", "city", name, country, None, _TOWN)
                city = city if number is None else self.cities.entry(number)
                if inside:
                    city = self.cities.placed(city, f"state/{told}")
                self.by_key[key] = city
                for form in (name, *listed):
                    self.cities[form] = city
                    if " " in form:
                        self._put(form, city)
            elif kind == "epithet":
                target = self.cities.get(name)
                if target is not None:
                    for form in listed:
                        self.words[form] = Entry(target.key, "place", "epithet", target.name, target.country)
            else:
                self._add(Entry(key, "place", kind, name, country or None), listed)

    def _organisations(self) -> None:
        for agency in agencies():
            entry = Entry(agency.key, "organization", agency.kind, agency.name, agency.country)
            self.by_key.setdefault(entry.key, entry)
            for form in agency.forms:
                if agency.bare or " " in form:
                    self._put(form, entry)
        for key, country, kind, name, forms in rows("organisations.tsv", columns=5)[1:]:
            entry = Entry(f"org/{key}", "organization", kind, name, country or None)
            self._add(entry, tuple(form for form in forms.split("|") if form))
        for key, country, means, name, forms in rows("parliaments.tsv", columns=5)[1:]:
            entry = Entry(f"org/{key}", "organization", "parliament", name, country or None)
            self._add(entry, tuple(form for form in forms.split("|") if form))
            for noun in means.split("|"):
                self.parliaments[f"country/{country}", noun] = self.by_key[entry.key]


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteers, loaded on the first call (about 0.15 s)."""
    return Gazetteer()
