"""Institutions named by a common noun: „das kasachische Innenministerium“, „die Staatsanwaltschaft Dortmund“."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.entities.abbreviated import abbreviated
from quellenlage.layers.entities.adjectives import adjective_of, city_adjective
from quellenlage.layers.entities.attributes import NAMED_BY_PLACE, Attributes, of_town, owner_before, telling
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.foreign import find
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.institutions import Institution, institution
from quellenlage.layers.entities.lexis import kind
from quellenlage.layers.entities.words import DEFINITE, INDEFINITE, POSSESSIVE

_BARE_AFTER: Final = frozenset(
    [
        *("laut", "Laut", "gemäß", "Gemäß", "gemäss", "Gemäss", "seitens", "nach", "Nach"),
        *("zufolge", "Richtung", "von", "durch", "bei", "Bei", "und", "sowie", "so"),
    ]
)
_DESCRIBING: Final = ("konzern", "hersteller", "großbank", "händler", "betreiber", "riese", "zulieferer", "autobauer")
"""Endings of nouns that describe firms."""
_TAILS: Final = ("angaben", "kreise", "kreisen", "informationen", "auskunft", "mitteilung", "sicht")
"""Nouns for what a body says, behind which a compound names it."""
_MERGED: Final = frozenset("vom beim am im zum zur ans Beim Vom Im Zum Zur Am".split())  # noqa: SIM905
_TAIL: Final = frozenset(["für", "zur", "gegen", "über"])
_NEEDS_NAME: Final = frozenset(
    [
        "company",
        "paper",
        "broadcaster",
        "agency",
        "association",
        "union",
        "institute",
        "party",
        "university",
        "hospital",
        "mission",
    ]
)
"""Classes of which a country has many: the noun alone names none of them, but a town's one „Universitätsklinikum“."""
_OF_STATES: Final = frozenset(
    ["mission", "ministry", "government", "authority", "court", "embassy", "prosecution", "parliament", "police"]
)
"""Classes of institutions that a country's name may begin („US-Botschaft“)."""
_OF_FIRMS: Final = frozenset(["company", "paper", "broadcaster", "agency"])
_LOCAL: Final = frozenset(
    ["örtliche", "örtlichen", "lokale", "lokalen", "regionale", "regionalen", "zuständige", "zuständigen", "kommunale"]
)


def base_of(word: str, body: Institution) -> str:
    """Return the noun of an institution in the nominative, in lower case."""
    low = word.lower()
    if low.endswith(body.noun):
        return low
    return next(
        (low.removesuffix(ending) for ending in ("es", "s") if low.removesuffix(ending).endswith(body.noun)), low
    )


class Bodies:
    """Finds the institutions of one document.

    Args:
        language: ``de``, ``en`` or ``ru``.
        towns: Unlisted words that the document uses as towns.
    """

    def __init__(self, *, language: str, towns: frozenset[str] = frozenset()) -> None:
        self.language = language
        self.towns = towns
        self.short: set[str] = set()
        self.places = gazetteer()

    def scan(self, line: Line) -> list[Found]:
        """Return the institutions of a sentence, and the bodies that stand beside their abbreviation."""
        out = abbreviated(line)
        self.short |= {found.words[0] for found in out if len(found.words) == 1}
        for i, token in enumerate(line.tokens):
            if token.text in self.short and not line.taken[i]:
                out.append(self._found(line, i, i + 1))
                out[-1].reason = "abbreviation introduced before"
                continue
            if self.language == "de" and (sent := self._sent(line, i)) is not None:
                out.append(sent)
                continue
            if self.language == "de" and not line.taken[i] and (inside := self._inside(line, i)) is not None:
                out.append(inside)
                continue
            if line.taken[i] or (line.title[i] and self.language != "ru"):
                continue
            found = self._german(line, i) if self.language == "de" else find(line, i, language=self.language)
            if found is not None:
                out.append(found)
        return out

    def _german(self, line: Line, i: int) -> Found | None:
        word = line.word(i)
        body = institution(word)
        if body is None:
            return None
        left, right = (
            self._left(line, i),
            self._right(line, i, local=body.scope == "city", public=body.kind not in _NEEDS_NAME - {"hospital"}),
        )
        if word.lower().removesuffix("s").endswith(_DESCRIBING) and right.edge == i + 1:
            return None  # „die Schweizer Großbank“ is said of a bank and names none
        left = telling(line, i, body, left)
        right = of_town(line, i, body, left, right)
        named = bool(left.adjectives or left.country or left.city or right.country or right.city or right.edge > i + 1)
        many = body.kind in _NEEDS_NAME and not (body.kind == "hospital" and not body.generic)
        if not named and (body.scope == "-" or many or (body.generic and body.whole)):
            return None
        told = left.adjectives or left.country or right.country or right.edge > i + 1
        if body.generic and body.whole and not told and not (body.kind == "hospital" and right.city):
            return None
        if body.kind in _OF_FIRMS and right.edge == i + 2 and right.city and not left.adjectives:
            return None  # „Konzern Vallenar“: a name, though a far town has it too
        placed = body.kind in NAMED_BY_PLACE and (left.country or left.city or right.country or right.city)
        if many and not (right.edge > i + 1 or left.adjectives or placed):
            return None
        if body.kind == "federation" and right.edge == i + 1 and line.word(i + 1)[:1].isupper():
            return None  # „Fachverband Wohnraum Nord“: the first word of a name
        if body.kind == "utility" and right.edge == i + 1 and line.word(i + 1)[:1].isupper():
            return None  # the first word of a company's name
        near = bool(right.city or right.country or left.country or left.owned)
        if not self._definite(line, left.edge, near):
            return None
        found = self._found(line, left.edge, right.edge)
        own = "city" if left.city and left.adjectives else "country"
        found.institution = (base_of(word, body), body.kind, body.scope if body.scope != "-" else own)
        found.country = left.country or right.country
        places = [place for place in (left.city, right.city) if place]
        found.context = [*places, *(f"adjective/{adjective}" for adjective in left.adjectives)]
        if line.word(left.edge - 1) in _LOCAL:
            found.context.append("adjective/local")
        return found

    def _inside(self, line: Line, i: int) -> Found | None:
        """Return the institution that a compound begins with („Polizeiangaben“, „Regierungskreise“), or None."""
        word = line.word(i)
        tail = next((tail for tail in _TAILS if word.endswith(tail) and len(word) > len(tail)), None)
        first = word.removesuffix(tail).removesuffix("s") if tail else ""
        body = institution(first) if first else None
        if body is None or body.kind not in {"police", "government", "fire", "ministry", "parliament", "prosecution"}:
            return None
        if body.scope == "-" or (body.generic and body.whole):
            return None
        found = self._found(line, i, i + 1)
        found.end, found.words = found.start + len(first), (first,)
        found.institution = (base_of(first, body), body.kind, body.scope)
        left = self._left(line, i)
        found.country, city = left.country, left.city
        found.context = [city] if city else []
        return found

    def _sent(self, line: Line, i: int) -> Found | None:
        """Return the institution of a country or international body in one word („US-Justizministerium“), or None."""
        first, hyphen, rest = line.word(i).partition("-")
        if not hyphen or not rest[:1].isupper() or line.title[i]:
            return None
        body, sender = institution(rest), self.places.words.get(first)
        if body is None or sender is None or sender.kind not in {"international", "country"}:
            return None
        if body.kind not in _OF_STATES or (body.generic and body.whole and body.kind != "ministry"):
            return None
        if body.kind != "mission" and sender.kind == "international" and rest not in {"Botschaft", "Gericht"}:
            return None  # the union's own bodies are listed
        found = self._found(line, i, i + 1)
        found.institution, found.country = (base_of(rest, body), body.kind, "country"), sender.key
        return found

    def _found(self, line: Line, first: int, last: int) -> Found:
        words = tuple(token.text for token in line.tokens[first:last])
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        line.take(first, last)
        return Found(start, end, "organization", words, "institution", line.index)

    def _definite(self, line: Line, first: int, placed: bool) -> bool:
        """Tell whether the noun names one institution: a definite article, „laut“, or the beginning of a sentence."""
        k = first - 1
        while line.word(k) in _LOCAL:
            k -= 1
        before = line.word(k)
        low = before.lower()
        if low in INDEFINITE or before in POSSESSIVE:
            return False
        if low in DEFINITE or before in _MERGED or before in _BARE_AFTER or placed:
            return True
        return (k < 0 and not line.heading) or (line.heading and before in {"-", "–", ":", ""})

    def _left(self, line: Line, i: int) -> Attributes:
        owner = owner_before(line, i) if i else None
        if owner is not None:
            return Attributes(i, owner, owned=True)
        first, country, city = i, None, None
        adjectives: list[str] = []
        for k in range(i - 1, max(-1, i - 4), -1):
            word = line.word(k)
            if line.taken[k]:
                break
            key = adjective_of(word, language="de")
            if key is not None:
                country, first = key, k
                if word[:1].isupper() and k > 0:
                    adjectives.append(word.lower())  # „der Deutsche Alpenverein“: part of the name
            elif (entry := city_adjective(word)) is not None:
                city, first = entry.key, k
            elif word[:1].isupper() and word.endswith(("e", "en", "er", "es")) and k > 0 and self._attribute(line, k):
                adjectives.append(word.lower().rstrip("nrs").removesuffix("e"))
                first = k
            else:
                break
        return Attributes(first, country, city, tuple(adjectives))

    def _attribute(self, line: Line, k: int) -> bool:
        word, before = line.word(k), line.word(k - 1)
        named = word in self.places.words or word in self.places.cities
        return not named and (
            before.lower() in DEFINITE or before in _MERGED or adjective_of(before, language="de") is not None
        )

    def _right(self, line: Line, i: int, *, local: bool, public: bool) -> Attributes:
        k = i + 1
        word = line.word(k)
        if word in _TAIL and line.word(k + 1)[:1].isupper():
            last = k + 2
            while line.word(last) == "und" and line.word(last + 1)[:1].isupper() and last < k + 6:
                last += 2
            return Attributes(last)
        if word in {"der", "des", "von", "in"}:
            apart = word == "in" and kind(line.word(k + 1)) == "noun"  # „der Polizei in Richtung Ungarn“
            for step in (k + 1,) if apart else (k + 1, k + 2):
                country = self._country(line, step)
                if country is not None:
                    return Attributes(i + 1, country)
                city = self.places.cities.get(line.word(step))
                if word == "in" and city is not None and city.population > 5_000:
                    return Attributes(i + 1, None, city.key)
            return Attributes(i + 1)
        country = self._country(line, k)
        if country is not None:
            return Attributes(k + 1, country)
        entry = line.entries.get(k)
        if entry is not None and entry.kind == "city":
            while line.entries.get(k) is entry:
                k += 1
            return Attributes(k, None, entry.key)
        city = self.places.cities.get(word) or self.places.cities.get(word.removesuffix("s"))
        if city is not None and city.population > 5_000 and word[:1].isupper():
            return Attributes(i + 1 if line.taken[k] else k + 1, None, city.key)
        if local and word in self.towns and line.free(k):
            return Attributes(k + 1, None, f"city/{word.lower()}")
        if public and line.free(k) and word.isupper() and 2 <= len(word) <= 6:
            return Attributes(k + 1)  # its acronym
        if (
            local
            and public
            and line.free(k)
            and word[:1].isupper()
            and word[-1].isalpha()
            and kind(word) in {"odd", "unknown"}
        ):
            return Attributes(k + 1, None, f"city/{word.lower()}")  # a small place: „Polizeiinspektion Immenstadt“
        return Attributes(i + 1)

    def _country(self, line: Line, i: int) -> str | None:
        word = line.word(i)
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            entry = self.places.words.get(form)
            if entry is not None and entry.kind in {"country", "state", "region"}:
                return entry.key
        entry = line.entries.get(i)
        if entry is not None and entry.kind == "international" and line.word(i - 1).lower() in {"der", "des"}:
            return entry.key
        return None
