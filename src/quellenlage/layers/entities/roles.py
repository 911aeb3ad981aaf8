"""Nouns for persons: which office or function a word names, with gender, number and the rest of a compound."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.gazetteer import gazetteer, rows
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.words import ADJECTIVAL_NOUNS

Number = Literal["sg", "pl", "?"]

_MIN_SUFFIX: Final = 4
_WEAK: Final = (
    "ent",
    "ist",
    "at",
    "ant",
    "loge",
    "graf",
    "ege",
    "arch",
    "nom",
    "ient",
    "or",
    "soldat",
    "herr",
    "fürst",
    "prinz",
    "zeuge",
)
_HEADING: Final = frozenset(["head-of-government", "chief", "leader", "president"])
"""Offices of heads, which behind a party's name are the party's."""
_DEPUTY: Final = frozenset(["vize", "vice", "stellvertreter", "co"])
_MEMBERS: Final[dict[str, Gender]] = {"Mann": "m", "Mannes": "m", "Frau": "f"}
_LONGEST: Final = 5
"""Words of the longest foreign title."""
_LINKING: Final = ("s-", "-", "s", "en", "n")


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun says of a person.

    Attributes:
        office: Canonical key (``head-of-government``, ``spokesperson``).
        lemma: The masculine base, without compound parts.
        modifier: What stands before it in a compound (``EZB`` in ``EZB-Chefin``), in lower case, or an empty string.
        gender: ``m`` or ``f``, or None where the form fits both.
        number: Singular, plural, or open.
    """

    office: str
    lemma: str
    modifier: str
    gender: Gender | None
    number: Number


def _feminine(base: str) -> str:
    for old, new in (
        ("rat", "rätin"),
        ("arzt", "ärztin"),
        ("anwalt", "anwältin"),
        ("bauer", "bäuerin"),
        ("mann", "frau"),
        ("vorstand", "vorständin"),
        ("vogt", "vögtin"),
    ):
        if base.lower().endswith(old):
            cut = base[: len(base) - len(old)]
            return (cut + new) if cut else new[0].upper() + new[1:]
    return (base[:-1] if base.endswith("e") else base) + "in"


def _forms(base: str, fixed: str) -> list[tuple[str, Gender | None, Number]]:
    low = base.lower()
    if fixed == "n":
        return [(base, None, "sg"), (base + "s", None, "sg")]
    if fixed == "f":
        return [(base, "f", "sg"), (base + "n", "f", "pl"), (base + "en", "f", "pl")]
    out: list[tuple[str, Gender | None, Number]] = []
    if low.endswith(ADJECTIVAL_NOUNS):
        stem = base[:-1]
        out = [(base, "m", "sg"), (stem, None, "sg"), (stem + "n", None, "?"), (stem + "m", "m", "sg")]
        if low.endswith("beamter"):
            out.append((base[:-2] + "in", "f", "sg"))
        return out
    out.append((base, "m", "sg"))
    if low.endswith(_WEAK) or low.endswith("e"):
        out.append((base + ("n" if low.endswith(("e", "herr")) else "en"), "m", "?"))
        if low.endswith("herr"):
            out.append((base + "en", "m", "pl"))
    else:
        out += [(base + "s", "m", "sg"), (base + "es", "m", "sg")]
        if low.endswith(("er", "el", "or")):
            out.append((base + "n", "m", "pl"))
        elif low.endswith("mann"):
            out += [(base[:-4] + "leute", None, "pl")]
        else:
            out += [(base + "e", "m", "pl"), (base + "en", "m", "pl")]
    if fixed != "m":
        woman = _feminine(base)
        out.append((woman, "f", "sg"))
        if woman.endswith("in"):
            out.append((woman + "nen", "f", "pl"))
    return out


@cache
def _table() -> dict[str, tuple[str, str, Gender | None, Number]]:
    table: dict[str, tuple[str, str, Gender | None, Number]] = {}
    for noun, office, fixed in rows("roles.tsv", columns=3)[1:]:
        for form, gender, number in _forms(noun, fixed):
            table.setdefault(form.lower(), (office, noun, gender, number))
    return table


_NOT: Final = frozenset(
    [
        "vorstand",
        "bundesrat",
        "regierungsrat",
        "nationalrat",
        "stadtrat",
        "gemeinderat",
        "ständerat",
        "kantonsrat",
        "kreisrat",
        "staatsrat",
        "betriebsrat",
    ]
)
"""Bodies as well as persons: a person only where a name follows or an article in the feminine says so."""


@lru_cache(maxsize=65_536)
def german_role(word: str) -> Role | None:
    """Return what a German noun says of a person, or None; a compound is read by its longest known ending."""
    if not word[:1].isupper() or len(word) < 2:
        return None
    low, table = word.lower(), _table()
    first, hyphen, tail = word.partition("-")
    if hyphen and tail in _MEMBERS and _party(first):
        return Role("politician", "Politiker", first.lower(), _MEMBERS[tail], "sg")
    for start in range(0, max(1, len(low) - _MIN_SUFFIX + 1)):
        row = table.get(low[start:])
        if row is None or 0 < start < 2:
            continue
        ending = low[start:]
        if start and word[start - 1] != "-" and len(ending) < 5 and ending not in {"chef", "chefs", "arzt", "wirt"}:
            continue
        if start and ending in {
            "mann",
            "mannes",
            "frau",
            "frauen",
            "major",
            "autor",
            "opfer",
            "graf",
            "könig",
            "fürst",
            "coach",
        }:
            continue
        modifier = low[:start]
        for link in _LINKING:
            if modifier.endswith(link) and len(modifier) > len(link) + 1:
                modifier = modifier[: -len(link)]
                break
        office, noun, gender, number = row
        if noun == "Bauer" and start and institution(word) is not None:
            return None  # „Flugzeugbauer“ is a firm
        if modifier in _DEPUTY and office in {"mayor", "district-administrator", "chief", "leader", "party-leader"}:
            office = "deputy"
        if office in _HEADING and "-" in word and _party(word.partition("-")[0]):
            office = "party-leader"  # „SPD-Landeschef“
        return Role(office, noun, modifier, gender, number)
    return None


def _party(word: str) -> bool:
    entry = gazetteer().words.get(word)
    return entry is not None and entry.kind == "party"


def is_body(word: str) -> bool:
    """Tell whether the word also names a body (``Bundesrat``, ``Vorstand``), so that it alone stands for nobody."""
    return word.lower().rstrip("s").removesuffix("e") in _NOT


@cache
def _foreign() -> dict[tuple[str, tuple[str, ...]], tuple[str, str]]:
    french = {
        ("en", tuple(noun.split())): (office, gender)
        for noun, office, gender in rows("roles-french.tsv", columns=3)[1:]
    }
    return french | {
        (language, tuple(noun.split())): (office, gender)
        for language, noun, office, gender in rows("roles-foreign.tsv", columns=4)[1:]
    }


@cache
def _cyrillic_forms() -> dict[str, str]:
    """Case forms of Russian titles: first words with their nominative."""
    out: dict[str, str] = {}
    for language, nouns in _foreign():
        if language == "ru":
            for noun in nouns:
                out[noun] = noun
                base = noun[:-1] if noun[-1] in "аьй" else noun
                endings = {"а": ("ы", "у", "е", "ой"), "ь": ("я", "ю", "е", "ем"), "й": ("я", "ю", "ем")}.get(
                    noun[-1], ("а", "у", "ом", "е")
                )
                for ending in endings:
                    out.setdefault(base + ending, noun)
    return out


@cache
def _openers(language: str) -> frozenset[str]:
    """Return the words with which the titles of a language begin, case forms included."""
    first = {noun[0] for code, noun in _foreign() if code == language}
    return frozenset(first | set(_cyrillic_forms())) if language == "ru" else frozenset(first)


def foreign_role(words: tuple[str, ...], *, language: str) -> tuple[Role, int] | None:
    """Return the English, French (``en``) or Russian title that the words begin with, and how many of them it takes."""
    if words and words[0].lower().rstrip(".") not in _openers(language):
        return None
    table = _foreign()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        low = tuple(word.lower().rstrip(".").replace("’", "'") for word in words[:length])
        found = table.get((language, low))
        if found is None and language == "ru":
            forms = _cyrillic_forms()
            base = tuple(forms.get(word, word) for word in low)
            low = (base[0], *low[1:]) if (language, (base[0], *low[1:])) in table else base
            found = table.get((language, low))
        if found:
            office, sex = found
            gender: Gender | None = "m" if sex == "m" else "f" if sex == "f" else None
            if low[-1].endswith("woman"):
                gender = "f"
            elif low[-1].endswith("man"):
                gender = "m"
            return Role(office, " ".join(low), "", gender, "sg"), length
    return None


@cache
def also() -> dict[str, frozenset[str]]:
    """Return, for each office, the offices by which its holder may also be called."""
    return {office: frozenset(others.split("|")) for office, others in rows("offices.tsv", columns=2)[1:]}


def fits(description: str, office: str) -> bool:
    """Tell whether a holder of ``office`` may be called by ``description`` (or the other way round)."""
    return description == office or description in also().get(office, ()) or office in also().get(description, ())
