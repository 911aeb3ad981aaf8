"""French: words that open sentences and are no names, places and bodies by their French names, institutions.

The rest is done by the rules for English, with French titles and adjectives of countries in their tables.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from quellenlage.layers import french
from quellenlage.layers.annotations import EntityType
from quellenlage.layers.entities.adjectives import adjective_of
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import Entry, gazetteer, rows
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.listed import Listed
from quellenlage.layers.entities.roles import foreign_role

_OF: Final = frozenset(["de", "du", "des", "d'"])
_AT: Final = frozenset(["à", "au", "aux", "en"])
_ARTICLES: Final = frozenset(["le", "la", "l'", "les"])
_INDEFINITE: Final = frozenset(["un", "une", "chaque", "aucun", "aucune", "plusieurs", "quelques", "toute"])
_LOCAL: Final = frozenset(["cantonale", "cantonal", "locale", "local", "régionale", "régional", "fédérale", "fédéral"])
_LANDS: Final = frozenset(["country", "state", "region", "international"])
_BEFORE: Final = frozenset(["de", "d'", "à", "vers", "entre", "sur", "dans", "depuis", "pour", "et", "jusqu'à", "via"])
"""Words before a town."""
_PLACED: Final = frozenset(
    [
        "près",
        "village",
        "commune",
        "vallée",
        "hameau",
        "ville",
        "col",
        "route",
        "gare",
        "port",
        "aéroport",
        "pont",
        "lac",
        "barrage",
        "site",
        "usine",
        "aciérie",
        "centrale",
        "prison",
        "hôpital",
        "tunnel",
        "province",
        "canton",
        "district",
        "région",
        "val",
    ]
)
"""Nouns whose complement is a place, listed or not."""
_TITLES: Final = frozenset(["Me", "Mgr", "Pr", "Dr", "Mes"])
"""Titles before a name that is told by its own words."""
_CANTON_CODES: Final = ("AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH",)
_CANTONS: Final = {code: f"state/CH-{code}" for codes in _CANTON_CODES for code in codes.split()}
"""Cantons as they stand in brackets behind a town (*Payerne (VD)*)."""
_LARGE: Final = 200_000
"""People of a town whose name is a given name too (*Florence*)."""
_NOUNS: Final = {
    **dict.fromkeys(["entreprise", "société", "groupe", "compagnie", "constructeur", "exploitant", "firme"], "company"),
    **dict.fromkeys(
        ["association", "fondation", "organisation", "ong", "fédération", "club", "collectif"], "association"
    ),
    **dict.fromkeys(["quotidien", "journal", "hebdomadaire", "magazine"], "paper"),
    **dict.fromkeys(["chaîne", "radio", "télévision"], "broadcaster"),
    **dict.fromkeys(["banque"], "bank"),
    **dict.fromkeys(["syndicat"], "union"),
    **dict.fromkeys(["parti"], "party"),
}
"""Nouns before a name, with the class of what it names."""
_LONGEST: Final = 6
"""Tokens of the longest French name of an institution."""
_NEED: Final = frozenset(["embassy", "mission"])
"""Classes of which the noun alone names none."""


class _Body(NamedTuple):
    base: str
    kind: str
    scope: str


def plain(word: str) -> str:
    """Return a word in lower case with a straight apostrophe."""
    return word.lower().replace("’", "'")


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    """Return the French names by their first token: their tokens and what they name, longest first."""
    places = gazetteer()
    out: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for key, country, kind, name, forms in rows("names-french.tsv", columns=5)[1:]:
        number = places.cities.number_of(key) if key.startswith("city/") else None
        known = places.by_key.get(key) if number is None else places.cities.entry(number)
        if known is None and not kind:
            continue
        organised = key.startswith(("org/", "seat/"))
        entry = known or Entry(key, "organization" if organised else "place", kind, name, country or None)
        for form in forms.split("|"):
            tokens = tuple(form.replace("'", "' ").split())
            out.setdefault(tokens[0], []).append((tokens, entry))
    for same in out.values():
        same.sort(key=lambda item: -len(item[0]))
    return out


@cache
def _institutions() -> dict[tuple[str, ...], _Body]:
    return {tuple(form.split()): _Body(*rest) for form, *rest in rows("institutions-french.tsv", columns=4)[1:]}


class French:
    """Finds what only French texts have.

    Args:
        listed: Makes stretches of gazetteer entries.
    """

    def __init__(self, listed: Listed) -> None:
        self.listed = listed
        self.places = gazetteer()

    def hide(self, line: Line) -> None:
        """Claim the function word that opens a sentence or quotation, so that it begins no name."""
        for i, word in enumerate(line.words):
            opens = i == 0 or line.word(i - 1) in {"«", "“", '"', ":", ".", "–", "—"}
            low = plain(word)
            if word in _TITLES and line.word(i + 1)[:1].isupper():
                line.take(i, i + 1)
                continue
            if not word[:1].isupper() or not (opens or low.endswith("'")):
                continue
            article = low in _ARTICLES and i == 0 and self._bare_article(line, i)
            if article or low in french.WORDS["openers"] or (low.endswith("'") and low in french.WORDS["elided"]):
                line.take(i, i + 1)

    def _bare_article(self, line: Line, i: int) -> bool:
        """Tell whether an article that opens a sentence is no part of a name (*Le Havre*, *Le Temps*)."""
        following = line.word(i + 1)
        if (
            not following[:1].isupper()
            or (following.isupper() and len(following) > 1)
            or foreign_role((following, line.word(i + 2)), language="en") is not None
        ):
            return True
        if f"{line.word(i)} {following}" in self.places.cities:
            return False
        return following in _names() or following in self.places.cities or following in self.places.words

    def names(self, line: Line) -> list[Found]:
        """Return the places and bodies of a sentence that the table of French names has."""
        out: list[Found] = []
        for i, word in enumerate(line.words):
            canton = _CANTONS.get(word) if line.word(i - 1) == "(" and line.word(i + 1) == ")" else None
            if canton is not None and (land := self.places.by_key.get(canton)) is not None:
                out.append(self.listed.found(line, i, i + 1, land, f"in brackets: {word}"))
                line.take(i, i + 1)
                continue
            for tokens, entry in _names().get(word, _names().get(word[:1].lower() + word[1:], ())):
                last = i + len(tokens)
                written = tuple(token.replace("’", "'") for token in line.words[i:last])
                same = written == tokens or (
                    i == 0 and (written[0][:1].lower() + written[0][1:], *written[1:]) == tokens
                )
                if not same or any(line.taken[i:last]) or self._common(line, i, last, entry):
                    continue
                out.append(self.listed.found(line, i, last, entry, f"gazetteer: {' '.join(tokens)}"))
                line.take(i, last)
                break
        return out

    @staticmethod
    def _common(line: Line, i: int, last: int, entry: Entry) -> bool:
        """Tell whether a name of one word is part of another name or the first word of a sentence."""
        if last - i > 1 or entry.type != "place":
            return False
        before, after = line.word(i - 1), line.word(last)
        named = after[:1].isupper() and after not in {"M.", "Mme"} and before not in {",", "("}
        return named or (i == 0 and not line.heading and plain(line.word(i)) in french.WORDS["verbs"])

    def unlisted(self, line: Line) -> list[Found]:
        """Return towns behind a preposition and names behind a noun for them (*près de Bagnes*, *le groupe Norvex*)."""
        out: list[Found] = []
        for i, word in enumerate(line.words):
            if not line.free(i) or line.title[i] or not word[:1].isupper() or len(word) < 3 or not word[-1].isalnum():
                continue
            before, earlier = plain(line.word(i - 1)), plain(line.word(i - 2))
            noun = _NOUNS.get(before)
            last = i + 1
            while line.free(last) and line.word(last)[:1].isupper() and last < i + 4:
                last += 1
            if noun is not None and word not in self.places.words:
                out.append(self._unlisted(line, i, last, "organization", f"{before} before it"))
                out[-1].context.append(noun)
                continue
            if last > i + 1 or word.isupper():
                continue
            city = self.places.cities.get(word)
            if city is not None and before in _BEFORE and (given_name(word) is None or city.population > _LARGE):
                out.append(self.listed.found(line, i, i + 1, city._replace(name=word), f"gazetteer: {word}"))
                line.take(i, i + 1)
            elif (
                city is None
                and self._like_a_town(word)
                and ((before in _OF and earlier in _PLACED) or before == "à" or self._of_place(line, i))
            ):
                out.append(self._unlisted(line, i, i + 1, "place", f"after {earlier} {before}".strip()))
        return out

    def _like_a_town(self, word: str) -> bool:
        """Tell whether a word may be a town that no list has: no listed name, and no part of it in capitals."""
        return word not in self.places.words and not any(part.isupper() for part in word.split("-") if len(part) > 1)

    @staticmethod
    def _of_place(line: Line, i: int) -> bool:
        """Tell whether a noun for a place governs a name with its article (*la vallée de l'Ourthe*)."""
        words = [plain(line.word(i - k)) for k in (1, 2, 3)]
        return words[0] in {"l'", "la", "le"} and words[1] == "de" and words[2] in _PLACED

    @staticmethod
    def _unlisted(line: Line, first: int, last: int, type_: EntityType, reason: str) -> Found:
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        line.take(first, last)
        return Found(start, end, type_, tuple(line.words[first:last]), reason, line.index)

    def bodies(self, line: Line) -> list[Found]:
        """Return the institutions that a sentence names by common nouns (*la police allemande*, *le parquet*)."""
        out: list[Found] = []
        table = _institutions()
        low = [plain(word) for word in line.words]
        i = 0
        while i < len(low):
            size = next((n for n in range(_LONGEST, 0, -1) if tuple(low[i : i + n]) in table), 0)
            if not size and low[i] == "ministère" and adjective_of(line.word(i + 1), language="en") is not None:
                split = ["ministère", *low[i + 2 : i + _LONGEST + 2]]  # le ministère allemand de la Défense
                size = next((n for n in range(_LONGEST, 1, -1) if tuple(split[:n]) in table), 0)
                found = self._body(line, low, i, i + size + 1, table[tuple(split[:size])]) if size else None
                if found is not None:
                    found.country = adjective_of(line.word(i + 1), language="en")
            else:
                found = self._body(line, low, i, i + size, table[tuple(low[i : i + size])]) if size else None
            if found is not None:
                out.append(found)
            i += max(1, size)
        return out

    def _body(self, line: Line, low: list[str], first: int, last: int, body: _Body) -> Found | None:
        if any(line.taken[first:last]) or line.title[first] or line.word(first - 1) == "-":
            return None
        before = low[first - 1] if first else ""
        if before in _INDEFINITE or (before == "de" and body.kind in {"police", "army", "fire"}):
            return None  # un parquet, une force de police
        end, country, city = self._where(line, low, last)
        local = low[last] in _LOCAL if last < len(low) else False
        if body.kind in _NEED and country is None:
            return None
        if local and end == last:
            end = last + 1
        words = tuple(line.words[first:end])
        found = Found(
            line.tokens[first].start, line.tokens[end - 1].end, "organization", words, "institution", line.index
        )
        found.institution, found.country = (body.base, body.kind, body.scope), country
        if city is not None:
            found.context.append(city)
        line.take(first, end)
        return found

    def _where(self, line: Line, low: list[str], last: int) -> tuple[int, str | None, str | None]:
        """Return where the name ends, and the country and city that the words behind it tell."""
        k = last + 1 if last < len(low) and low[last] in _LOCAL else last
        if k < len(low) and (key := adjective_of(low[k], language="en")) is not None:
            return k + 1, key, None
        if k >= len(low) or low[k] not in _OF | _AT:
            return last, None, None
        step = k + 1 + (k + 1 < len(low) and low[k + 1] in _ARTICLES)
        entry = self._place(line, step)
        if entry is None:
            return last, None, None
        if entry.kind == "city":
            return last, None, entry.key
        return (step + 1 if low[k] in _OF else last), entry.key, None

    def _place(self, line: Line, i: int) -> Entry | None:
        known = line.entries.get(i)
        if known is not None:
            return known if known.kind in _LANDS or known.kind == "city" else None
        word = line.word(i)
        if not word[:1].isupper():
            return None
        entry = self.places.words.get(word)
        if entry is not None and entry.kind in _LANDS:
            return entry
        return self.places.cities.get(word)
