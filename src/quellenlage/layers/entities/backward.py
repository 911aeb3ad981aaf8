"""Nouns that refer back to an organisation: „die Behörde“, "the ferry operator", «компания»."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.entities.adjectives import adjective_of, city_adjective
from quellenlage.layers.entities.behind import foreign_noun
from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.institutions import Institution, institution
from quellenlage.layers.entities.resolve import Draft
from quellenlage.layers.entities.words import DEFINITE, POSSESSIVE, PREPOSITIONS

_FIT: Final = {
    "operator": frozenset(["company", "utility", "aid", "association", "authority", "other"]),
    "authority": frozenset(
        ["authority", "ministry", "prosecution", "police", "court", "bank", "government", "institute"]
    ),
    "company": frozenset(["company", "other", "bank", "utility"]),
    "utility": frozenset(["utility", "company", "other", "association"]),
    "association": frozenset(["association", "federation", "union", "aid", "other"]),
    "aid": frozenset(["aid", "association"]),
    "party": frozenset(["party", "other"]),
}
"""Classes of organisations that a noun of another class may describe; the others describe their own class alone."""
_OTHER: Final = (
    "ander",
    "weiter",
    "ähnlich",
    "beid",
    "zweit",
    "dritt",
    "neu",
    "viel",
    "nächst",
    "einzig",
    "größt",
    "letzt",
)
_SHORTEST: Final = 4
"""Letters of the shortest first part of a compound that is looked for in names."""
_ARTICLES: Final = frozenset(["the", "this", "its", "their"])
_ACCORDING: Final = frozenset(["laut", "gemäß", "gemäss"])
"""Prepositions behind which a noun for the firm spoken of stands without article („laut Unternehmen“)."""


def describe_body(line: Line, i: int, *, language: str) -> Institution | None:
    """Return the noun at token ``i`` where it refers back to an organisation, or None."""
    if line.taken[i] or line.title[i]:
        return None
    word, article = line.word(i), line.word(i - 1).lower() if i else ""
    if language != "de":
        found = foreign_noun(word, language=language)
        if found is None or found[1].type != "organization" or line.word(i + 1)[:1].isupper():
            return None
        if language == "en" and not _articled(line, i):
            return None
        return Institution(found[0], found[1].kind or "", "-", True, True)
    body = institution(word)
    if body is not None and body.noun == "amt" and article not in {"das", "dem", "des"}:
        return None
    if body is None or not ((body.generic and body.whole) or _compound(word, body)):
        return None
    known = article in DEFINITE or article in POSSESSIVE or article in _ACCORDING
    return body if known or _attributed(line, i) else None


def _attributed(line: Line, i: int) -> bool:
    """Tell whether article and one adjective stand before a German noun („das Zuger Unternehmen“)."""
    word, article = line.word(i - 1), line.word(i - 2).lower()
    adjective = word[:1].islower() and word.endswith(("e", "en")) and not word.startswith(_OTHER)
    place = city_adjective(word) is not None or adjective_of(word, language="de") is not None
    return article in DEFINITE and (adjective or place) and word not in PREPOSITIONS


def _articled(line: Line, i: int) -> bool:
    """Tell whether “the” stands before an English noun, with one modifier between at most (“the ferry operator”)."""
    if line.word(i - 1).lower() in _ARTICLES:
        return True
    between = line.word(i - 1)
    if adjective_of(between, language="en") is not None and line.word(i - 2).lower() in _ARTICLES:
        return True
    return between.islower() and between not in PREPOSITIONS and line.word(i - 2).lower() in _ARTICLES


def kinds_of(draft: Draft) -> frozenset[str]:
    """Return the classes of an organisation."""
    if draft.institution is not None:
        return frozenset([draft.institution[1]])
    if draft.entry is not None:
        return frozenset([draft.entry.kind])
    return frozenset(draft.context) or frozenset(["other"])


def _compound(word: str, body: Institution) -> str:
    """Return what a compound says of a firm or body in lower case („Verkehrs“ of „Verkehrsbetrieb“), or nothing."""
    if body.whole or body.kind not in {"company", "utility", "association", "hospital"}:
        return ""
    first = word.lower().partition(body.noun)[0].rstrip("-").removesuffix("s")
    return first if len(first) >= _SHORTEST else ""


def land_before(line: Line, i: int, *, language: str) -> str | None:
    """Return the country that an adjective before a noun tells („der dänische Konzern“, „die Hamburger Reederei“)."""
    word = line.word(i - 1)
    key = adjective_of(word, language=language)
    if key is None and language == "de" and (city := city_adjective(word)) is not None:
        key = f"country/{city.country}"
    return key


def of_land(drafts: list[Draft], country: str) -> list[Draft]:
    """Return the organisations of a country, or where none is known to be, those of which it is not known."""
    code = country.partition("/")[2][:2]
    lands = [(draft.entry.country if draft.entry else (draft.country or "/").partition("/")[2][:2]) for draft in drafts]
    known = [draft for draft, land in zip(drafts, lands, strict=True) if land == code]
    fitting = [draft for draft in known if draft.type == "organization" and not kinds_of(draft) & {"other"}]
    return fitting or [draft for draft, land in zip(drafts, lands, strict=True) if land in {code, "", None}]


def choose_body(body: Institution, position: int, drafts: list[Draft], word: str = "") -> Draft | None:
    """Return the last organisation before a position that a noun fits.

    Args:
        body: What the noun says.
        position: Where it stands.
        drafts: The organisations.
        word: The noun itself: a compound means one that has its first part in its name („des Verkehrsbetriebs“).
    """
    first = _compound(word, body)
    if first:
        drafts = [draft for draft in drafts if any(first in form.lower() for words in draft.names for form in words)]
    elif not (body.generic and body.whole):
        return None
    wanted = _FIT.get(body.kind, frozenset([body.kind]))
    unclear = wanted & {"other"} if body.kind in {"company", "utility", "party"} else frozenset[str]()
    return _last(body, position, drafts, wanted - {"other"}) or _last(body, position, drafts, unclear)


def _last(body: Institution, position: int, drafts: list[Draft], wanted: frozenset[str]) -> Draft | None:
    """Return the last organisation of some classes before a position; of what class a thing is may be unknown."""
    best: tuple[int, Draft] | None = None
    for draft in drafts:
        if draft.type not in {"organization", "other"} or not kinds_of(draft) & wanted:
            continue
        named = draft.institution[0] if draft.institution else draft.entry.name.lower() if draft.entry else ""
        noun = "kommission" if body.noun.startswith(("комисси", "commission")) else body.noun
        if noun in {"kommission", "nationalbank"} and noun not in named:
            continue
        last = draft.mentions.last_before(position)
        if last >= 0 and (best is None or last > best[0]):
            best = (last, draft)
    return best[1] if best else None
