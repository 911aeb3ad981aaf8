"""Nouns for institutions: class, what their identity depends on, whether „die …“ may refer back to one named before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from quellenlage.layers.entities.gazetteer import rows


@dataclass(frozen=True, slots=True)
class Institution:
    """What a noun says of an organisation.

    Attributes:
        noun: The ending found in the list (``ministerium``).
        kind: Class (``ministry``, ``bank``, ``company``).
        scope: ``country``, ``state`` or ``city`` where the noun alone names one institution of it; ``-`` where not.
        generic: Whether the noun alone refers back to an organisation named before.
        whole: Whether the word is the noun itself (``Behörde``) and no compound (``Wahlbehörde``).
    """

    noun: str
    kind: str
    scope: str
    generic: bool
    whole: bool


@cache
def _table() -> dict[str, tuple[str, str, str]]:
    out: dict[str, tuple[str, str, str]] = {}
    for noun, kind, scope, generic in rows("institutions.tsv", columns=4)[1:]:
        forms = [noun, noun + "s", noun + "es"]
        if noun.endswith("nis"):
            forms.append(noun + "ses")
        if noun.endswith(("konzern", "verband", "amt", "betrieb", "verein", "institut", "dienst")):
            forms.append(noun + "e")
        if noun.endswith("institut"):
            forms.append(noun + "s")
        for form in forms:
            out.setdefault(form, (noun, kind, scope + "|" + generic))
    return out


_OFFICIAL: Final = {
    "bund": "country",
    "land": "state",
    "kanton": "state",
    "bezirk": "city",
    "kreis": "city",
    "stadt": "city",
    "gemeinde": "city",
}
"""Whose an office is, by the beginning of its name, and so on what its identity depends."""
_OFFICES: Final = (
    *("zentrale", "direktion", "anstalt", "warte", "inspektorat", "inspektion", "warndienst", "prüfdienst"),
    *("fachstelle", "meldestelle", "prüfstelle", "dienststelle", "leitstelle", "koordinationsstelle"),
    *("labor", "archiv", "oberbehörde", "forstamt", "werke", "kraftwerke"),
)


def _official(low: str) -> Institution | None:
    """Return the office that a compound of its body and a noun for offices names („Landesforstdirektion“), or None."""
    for first, scope in _OFFICIAL.items():
        if not low.startswith((first + "es", first + "s", first + "-", first)) or len(low) < len(first) + 6:
            continue
        for noun in _OFFICES:
            for form in (noun, noun + "s", noun + "es"):
                if low.endswith(form) and len(low) > len(first) + len(form):
                    return Institution(low.removesuffix(form) + noun, "authority", scope, False, True)
    return None


_FIRMS = frozenset(["company", "association", "aid", "paper", "broadcaster", "institute"])
_FIRM_OR_PERSON = (
    *("er", "ers", "ern", "investor", "investors", "sponsor", "sponsors"),
    *("rivale", "rivalen", "konkurrent", "konkurrenten", "lieferant", "lieferanten"),
)
"""Endings of nouns for firms that are also said of persons („der Betreiber Hans Moos“)."""


def firm(noun: str) -> bool:
    """Tell whether a noun before a name makes it a firm's or association's („die Reederei Peter Harms“)."""
    body = institution(noun)
    return body is not None and body.kind in _FIRMS and not noun.lower().endswith(_FIRM_OR_PERSON)


def firm_or_person(noun: str) -> bool:
    """Tell whether a noun is said of firms and of persons („der Investor“, „der Betreiber“)."""
    body = institution(noun)
    return body is not None and body.kind == "company" and noun.lower().endswith(_FIRM_OR_PERSON)


@lru_cache(maxsize=65_536)
def institution(word: str) -> Institution | None:
    """Return what a German noun says of an organisation, or None; a compound is read by its longest known ending."""
    if not word[:1].isupper() or len(word) < 3:
        return None
    low, table = word.lower(), _table()
    if low.endswith("gesamt") or low in {"samt", "verrat"}:
        return None
    for start in range(0, max(1, len(low) - 2)):
        found = table.get(low[start:])
        if found is None or (0 < start < 2) or (start and len(low) - start < 4 and not low.endswith(("amt", "amts"))):
            continue
        noun, kind, more = found
        if (
            start
            and noun
            in {
                "rat",
                "tag",
                "bank",
                "bahn",
                "gruppe",
                "amt",
                "zoll",
                "verein",
                "club",
                "klub",
                "tochter",
                "gesellschaft",
                "kammer",
                "betrieb",
                "blatt",
                "händler",
                "träger",
                "trägerin",
            }
            and noun not in {"amt", "bank", "gruppe", "verein", "gesellschaft"}
        ):
            continue
        scope, generic = more.split("|")
        if start and scope == "-" and kind in {"ministry", "authority", "court"}:
            scope = "country" if kind != "authority" or low.startswith("bundes") else "city"
            scope = "state" if kind == "authority" and low.startswith("landes") else scope
        if start and kind == "authority" and (official := _official(low)) is not None:
            return official
        return Institution(noun, kind, scope, generic == "y", start == 0)
    return _official(low)
