"""Adjectives and demonyms of countries, states and cities („kasachischen“, „Dresdner“, „die Französin“)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.gazetteer import Entry, countries, gazetteer, rows
from quellenlage.layers.entities.lexis import kind

_STATES: Final = {
    "bayerisch": "DE-BY",
    "bayrisch": "DE-BY",
    "baden-württembergisch": "DE-BW",
    "brandenburgisch": "DE-BB",
    "hessisch": "DE-HE",
    "mecklenburg-vorpommerisch": "DE-MV",
    "niedersächsisch": "DE-NI",
    "nordrhein-westfälisch": "DE-NW",
    "rheinland-pfälzisch": "DE-RP",
    "saarländisch": "DE-SL",
    "sächsisch": "DE-SN",
    "sachsen-anhaltisch": "DE-ST",
    "schleswig-holsteinisch": "DE-SH",
    "thüringisch": "DE-TH",
    "kärntnerisch": "AT-2",
    "steirisch": "AT-6",
    "tirolerisch": "AT-7",
    "burgenländisch": "AT-1",
    "südtirolerisch": "IT-32",
    "flämisch": "BE-VLG",
    "wallonisch": "BE-WAL",
}
_STATE_PEOPLE: Final = {
    "vorarlberger": "AT-8",
    "tiroler": "AT-7",
    "kärntner": "AT-2",
    "burgenländer": "AT-1",
    "walliser": "CH-VS",
    "aargauer": "CH-AG",
    "bündner": "CH-GR",
    "thurgauer": "CH-TG",
    "tessiner": "CH-TI",
    "waadtländer": "CH-VD",
    "nidwaldner": "CH-NW",
    "obwaldner": "CH-OW",
    "baselbieter": "CH-BL",
    "glarner": "CH-GL",
    "urner": "CH-UR",
    "schwyzer": "CH-SZ",
    "südtiroler": "IT-32",
}
"""Adjectives in -er of states and cantons; they do not inflect."""
_IRREGULAR: Final = {
    "Zürch": "Zürich",
    "Mailänd": "Mailand",
    "Hannoveran": "Hannover",
    "Münsteran": "Münster",
    "Weimaran": "Weimar",
    "Hallens": "Halle",
    "Jenens": "Jena",
    "Neapolitan": "Neapel",
    "Venezian": "Venedig",
    "Florentin": "Florenz",
    "Röm": "Rom",
    "Lissabonn": "Lissabon",
    "Dubain": "Dubai",
}
"""Towns whose adjectives in -er change the name."""
_LARGE: Final = 100_000
"""A city of so many people may call its inhabitants by a word that is also a common noun („der Kölner“)."""
_SHORTEST_WOMAN: Final = 7
"""Letters of the shortest „-erin“ that may be a woman called after an unlisted place."""
_ENDINGS: Final = ("en", "er", "es", "em", "e", "")
_RUSSIAN_ENDINGS: Final = ("ого", "ому", "ими", "ий", "ая", "ое", "ие", "ой", "ую", "их", "им", "ом", "ый")


@cache
def _german() -> dict[str, str]:
    out: dict[str, str] = {}
    for code, country in countries().items():
        for adjective in country.adjectives:
            for ending in _ENDINGS[:5]:
                out[adjective.lower() + ending] = f"country/{code}"
    for adjective, code in _STATES.items():
        for ending in _ENDINGS[:5]:
            out[adjective + ending] = f"state/{code}"
    for code in countries():
        out.pop(f"country/{code}", None)
    out["schweizer"] = "country/CH"
    out["thüringer"] = "state/DE-TH"
    out |= {word: f"state/{code}" for word, code in _STATE_PEOPLE.items()}
    return out


@cache
def _english() -> dict[str, str]:
    french = {
        form: code if "/" in code else f"country/{code}"
        for code, forms in rows("adjectives-french.tsv", columns=2)[1:]
        for form in forms.split("|")
    }
    return french | {
        word.lower(): f"country/{code}" for code, country in countries().items() for word in country.english if word
    }


@cache
def _russian() -> dict[str, str]:
    out: dict[str, str] = {}
    for code, country in countries().items():
        for stem in country.russian:
            if stem.endswith(("к", "ськ")):
                for ending in _RUSSIAN_ENDINGS:
                    out[stem + ending] = f"country/{code}"
            else:
                out[stem] = f"country/{code}"
    return out


@lru_cache(maxsize=65_536)
def adjective_of(word: str, *, language: str) -> str | None:
    """Return the key of the country or state whose adjective a word is (``country/KZ``), or None."""
    low = word.lower()
    if language == "en":
        return _english().get(low)
    if language == "ru":
        return _russian().get(low)
    if low.startswith("us-"):
        return "country/US" if low.startswith("us-amerikanisch") else None
    found = _german().get(low)
    if found is None and "-" in low:
        found = _german().get(low.rpartition("-")[2])
    return found


@lru_cache(maxsize=65_536)
def city_adjective(word: str) -> Entry | None:
    """Return the city of a German adjective in -er (``Dresdner``, ``Berliner``, ``Münchner``), or None."""
    if not word.endswith(("er", "ern", "ers")) or not word[:1].isupper() or len(word) < 5:
        return None
    base = word.removesuffix("s").removesuffix("n").removesuffix("er")
    cities = gazetteer().cities
    base = _IRREGULAR.get(base, base)
    for form in (
        base,
        base[:-1] + "e" + base[-1:],
        base + "en",
        base[:-1] + "en" if base.endswith("n") else base,
        base + "e",
        base[:-1] + "en" + base[-1:],
    ):
        entry = cities.get(form)
        if entry is not None and (
            entry.population >= 50_000 or (entry.country in {"DE", "AT", "CH"} and entry.population >= 20_000)
        ):
            return entry
    return None


@cache
def _demonyms() -> dict[str, tuple[str, Gender | None, bool]]:
    out: dict[str, tuple[str, Gender | None, bool]] = {}
    for code, country in countries().items():
        for man in country.men:
            out.setdefault(man, (code, "m" if man != "Deutsche" else None, False))
            if man.endswith("e"):
                out.setdefault(man + "n", (code, "m", True))
            else:
                out.setdefault(man + "n", (code, None, True))
                out.setdefault(man + "s", (code, "m", False))
        for woman in country.women:
            if woman.endswith("in"):
                out.setdefault(woman, (code, "f", False))
                out.setdefault(woman + "nen", (code, "f", True))
    out["Deutscher"] = ("DE", "m", False)
    return out


def demonym(word: str) -> tuple[str, Gender | None, bool] | None:
    """Return country, gender and whether it may be a plural, for a German demonym (``Französin``), or None."""
    return _demonyms().get(word)


@cache
def _listed_people() -> dict[tuple[str, str], tuple[str, Gender | None, bool]]:
    out: dict[tuple[str, str], tuple[str, Gender | None, bool]] = {}
    for language, place, man, woman in rows("demonyms.tsv", columns=4)[1:]:
        out.setdefault((language, man), (place, "m", False))
        out.setdefault((language, woman), (place, "f", False))
        if language == "de":
            out.setdefault((language, man + ("n" if man.endswith("e") else "s")), (place, "m", man.endswith("e")))
            out.setdefault((language, woman + "nen"), (place, "f", True))
    return out


def inhabitant(word: str, following: str, *, language: str) -> tuple[str, Gender | None, bool] | None:
    """Return where a person called after a region or city lives („die Allgäuerin“, „der Kölner“, «бельгийка»), or None.

    Args:
        word: The noun.
        following: The word behind it; before a noun „Kölner“ is an adjective.
        language: ``de``, ``en`` or ``ru``.

    Returns:
        Gazetteer key of country or state (empty where none is known), gender, and whether it may be a plural.
    """
    found = _listed_people().get((language, word if language == "de" else word.lower()))
    if found is not None:
        return found if language != "de" or not following[:1].isupper() else None
    if language != "de" or following[:1].isupper() or not word[:1].isupper():
        return None
    if word.endswith("erin") and len(word) > _SHORTEST_WOMAN:
        city = city_adjective(word.removesuffix("in"))
        if city is not None:
            return city.state or f"country/{city.country}", "f", False
        return ("", "f", False) if kind(word) == "unknown" and kind(word.removesuffix("in")) == "unknown" else None
    city = city_adjective(word) if word.endswith(("er", "ers")) else None
    if city is not None and kind(word) == "noun" and city.population < _LARGE:
        return None
    return (city.state or f"country/{city.country}", "m", False) if city is not None else None
