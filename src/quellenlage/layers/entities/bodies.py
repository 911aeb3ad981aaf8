"""Institutions named by a common noun: „das kasachische Innenministerium“, „die Staatsanwaltschaft Dortmund“, „laut Polizei“."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.entities.adjectives import adjective_of, city_adjective
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.words import DEFINITE, INDEFINITE, POSSESSIVE

_BARE_AFTER: Final = frozenset(["laut", "Laut", "nach", "Nach", "zufolge", "von", "durch", "bei", "Bei", "und", "sowie"])
_MERGED: Final = frozenset(["vom", "beim", "am", "im", "zum", "zur", "ans", "Beim", "Vom", "Im", "Zum", "Zur", "Am"])
_TAIL_PREPOSITIONS: Final = frozenset(["für", "zur", "gegen", "of", "for", "über"])
_NO_BODY: Final = frozenset(["amt", "gericht"])
_ENGLISH: Final = {
    "foreign ministry": ("außenministerium", "ministry", "country"), "interior ministry": ("innenministerium", "ministry", "country"),
    "defence ministry": ("verteidigungsministerium", "ministry", "country"), "defense ministry": ("verteidigungsministerium", "ministry", "country"),
    "finance ministry": ("finanzministerium", "ministry", "country"), "energy ministry": ("energieministerium", "ministry", "country"),
    "justice ministry": ("justizministerium", "ministry", "country"), "health ministry": ("gesundheitsministerium", "ministry", "country"),
    "economy ministry": ("wirtschaftsministerium", "ministry", "country"), "central bank": ("zentralbank", "bank", "country"),
    "constitutional court": ("verfassungsgericht", "court", "country"), "supreme court": ("oberstes gericht", "court", "country"),
    "electoral commission": ("wahlkommission", "authority", "country"), "central electoral commission": ("wahlkommission", "authority", "country"),
    "election commission": ("wahlkommission", "authority", "country"), "parliament": ("parlament", "parliament", "country"),
    "government": ("regierung", "government", "country"), "police": ("polizei", "police", "city"), "embassy": ("botschaft", "embassy", "country"),
    "prosecutor general": ("generalstaatsanwaltschaft", "prosecution", "country"),
}  # fmt: skip
_RUSSIAN: Final = {
    "мид": ("außenministerium", "ministry", "country"), "минобороны": ("verteidigungsministerium", "ministry", "country"),
    "минфин": ("finanzministerium", "ministry", "country"), "минэнерго": ("energieministerium", "ministry", "country"),
    "мвд": ("innenministerium", "ministry", "country"), "правительство": ("regierung", "government", "country"),
    "парламент": ("parlament", "parliament", "country"), "полиция": ("polizei", "police", "city"),
    "генпрокуратура": ("generalstaatsanwaltschaft", "prosecution", "country"), "центробанк": ("zentralbank", "bank", "country"),
}  # fmt: skip


class Bodies:
    """Finds the institutions of one document.

    Args:
        language: BCP 47 code of the text.
    """

    def __init__(self, *, language: str) -> None:
        self.language = language
        self.places = gazetteer()

    def scan(self, line: Line) -> list[Found]:
        """Return the institutions of a sentence."""
        out = []
        for i in range(len(line.tokens)):
            if line.taken[i]:
                continue
            found = self._german(line, i) if self.language == "de" else self._foreign(line, i)
            if found is not None:
                out.append(found)
        return out

    def _german(self, line: Line, i: int) -> Found | None:
        word = line.word(i)
        body = institution(word)
        if body is None or (body.noun in _NO_BODY and body.whole) or (body.scope == "-" and not self._tail(line, i)):
            return None
        if word.endswith(("en", "ungen")) and not word.endswith(("wesen",)):
            return None
        first, country, city, adjectives = self._left(line, i)
        last, tail_country, tail_city = self._right(line, i)
        before = line.word(first - 1)
        low = before.lower()
        named = bool(adjectives or tail_city or tail_country or country or last > i + 1)
        if low in INDEFINITE or before in POSSESSIVE:
            return None
        if body.scope == "-" and not named:
            return None
        if (
            low not in DEFINITE
            and before not in _MERGED
            and before not in _BARE_AFTER
            and not tail_city
            and not tail_country
            and not country
        ):
            if not (first == 0 and last < len(line.tokens)) or body.kind in {
                "company",
                "association",
                "paper",
                "party",
            }:
                return None
        if body.kind in {
            "company",
            "paper",
            "broadcaster",
            "agency",
            "association",
            "union",
            "institute",
            "party",
        } and not (last > i + 1 or adjectives):
            return None
        words = tuple(token.text for token in line.tokens[first:last])
        found = Found(
            line.tokens[first].start, line.tokens[last - 1].end, "organization", words, "institution", line.index
        )
        found.institution = (self._base(word), body.kind, body.scope if body.scope != "-" else "country")
        found.country = country or tail_country
        if city or tail_city:
            found.context.append(city or tail_city or "")
        found.context.extend(f"adjective/{adjective}" for adjective in adjectives)
        line.take(first, last)
        return found

    def _base(self, word: str) -> str:
        low = word.lower()
        for ending in (
            "ministeriums",
            "amtes",
            "amts",
            "gerichtes",
            "gerichts",
            "dienstes",
            "dienstes",
            "dienst s",
            "rates",
            "tages",
        ):
            if low.endswith(ending):
                return low[:-2] if ending.endswith("es") else low[:-1]
        body = institution(word)
        if body is not None and not low.endswith(body.noun) and low.endswith("s"):
            return low[:-1]
        return low

    def _tail(self, line: Line, i: int) -> bool:
        return line.word(i + 1) in _TAIL_PREPOSITIONS and line.word(i + 2)[:1].isupper()

    def _left(self, line: Line, i: int) -> tuple[int, str | None, str | None, list[str]]:
        """Return where the name begins, the country and city its attributes tell, and its capitalised adjectives."""
        first, country, city, adjectives = i, None, None, []
        k = i - 1
        while k >= 0 and k > i - 4 and not line.taken[k]:
            word = line.word(k)
            key = adjective_of(word, language=self.language)
            if key is not None:
                country, first = key, k
            elif (
                word[:1].isupper()
                and word.endswith(("e", "en", "er", "es"))
                and k > 0
                and not self._is_name(word)
                and line.word(k - 1).lower() in DEFINITE
            ):
                adjectives.append(word.lower().rstrip("nrs").removesuffix("e"))
                first = k
            elif (entry := city_adjective(word)) is not None:
                city, first = entry.key, k
            else:
                break
            k -= 1
        return first, country, city, adjectives

    def _is_name(self, word: str) -> bool:
        from quellenlage.layers.german import head_noun, is_noun

        return is_noun(word) or head_noun(word) is not None or word in self.places.words

    def _right(self, line: Line, i: int) -> tuple[int, str | None, str | None]:
        """Return where the name ends and the country or city that follows it."""
        k = i + 1
        word = line.word(k)
        if word in _TAIL_PREPOSITIONS and line.word(k + 1)[:1].isupper():
            last = k + 2
            while (
                line.word(last) in {"und", ","}
                and line.word(last + 1)[:1].isupper()
                and last < k + 5
                and line.word(last) == "und"
            ):
                last += 2
            return last, None, None
        if not line.free(k):
            entry = self._country(line, k)
            return (
                (k + 1, entry, None)
                if entry and word.endswith("s")
                else (i + 1, entry if entry and word in {"des", "der"} else None, None)
            )
        entry = self._country(line, k)
        if entry is not None:
            return k + 1, entry, None
        city = self.places.cities.get(word) or (self.places.cities.get(word[:-1]) if word.endswith("s") else None)
        if city is not None and city.population > 5_000 and word[:1].isupper():
            return k + 1, None, city.key
        if word in {"der", "des"} and line.free(k):
            for step in (k + 1, k + 2):
                entry = self._country(line, step)
                if entry is not None:
                    return i + 1, entry, None
        if (
            word in {"in"}
            and (city := self.places.cities.get(line.word(k + 1))) is not None
            and city.population > 20_000
        ):
            return i + 1, None, city.key
        return i + 1, None, None

    def _country(self, line: Line, i: int) -> str | None:
        word = line.word(i)
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            entry = self.places.words.get(form)
            if entry is not None and entry.kind in {"country", "state", "region"}:
                return entry.key
        return None

    def _foreign(self, line: Line, i: int) -> Found | None:
        if self.language == "ru":
            low = line.word(i).lower()
            hit = next(
                (
                    body
                    for form, body in _RUSSIAN.items()
                    if low == form or (len(form) > 5 and low.startswith(form[:-1]) and len(low) <= len(form) + 1)
                ),
                None,
            )
            length = 1
        else:
            hit, length = None, 0
            for size in (3, 2, 1):
                phrase = " ".join(line.word(k).lower() for k in range(i, i + size))
                if phrase in _ENGLISH:
                    hit, length = _ENGLISH[phrase], size
                    break
            if hit is not None and length == 1 and line.word(i - 1).lower() in {"a", "an"}:
                return None
        if hit is None:
            return None
        country = adjective_of(line.word(i - 1), language=self.language)
        for k in (i - 1, i - 2):
            entry = self.places.words.get(line.word(k))
            if country is None and entry is not None and entry.kind == "country":
                country = entry.key
        if self.language == "ru" and country is None:
            country = adjective_of(line.word(i + 1), language="ru") or self._country(line, i + 1)
        found = Found(
            line.tokens[i].start,
            line.tokens[i + length - 1].end,
            "organization",
            tuple(line.word(k) for k in range(i, i + length)),
            "institution",
            line.index,
        )
        found.institution, found.country = hit, country
        line.take(i, i + length)
        return found
