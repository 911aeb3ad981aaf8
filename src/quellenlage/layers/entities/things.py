"""Places and organisations: by gazetteer, by nouns for institutions, by a noun before a name, and by shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from quellenlage.layers.annotations import EntityType
from quellenlage.layers.entities.adjectives import adjective_of, city_adjective, demonym
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import Entry, gazetteer, stem
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.persons import common
from quellenlage.layers.entities.roles import german_role
from quellenlage.layers.entities.words import (
    AT_PLACE,
    DEFINITE,
    FUNCTION_WORDS,
    LEGAL,
    PLACE_BEFORE,
    PLACE_NOUNS,
    TIME_WORDS,
    WILL,
)
from quellenlage.layers.german import is_noun, verb_readings

_SMALL: Final = 30_000
"""Below this many people a city is taken only where a preposition or noun of place stands before it, or in the main country."""
_LARGE: Final = 150_000
"""A name that is also a common noun or given name (Essen, Halle, Florenz) is taken for a city from this size on."""
_ACRONYM = re.compile(r"^[A-ZÄÖÜ][A-ZÄÖÜa-z]{0,2}[A-ZÄÖÜ][A-ZÄÖÜ0-9]{0,4}$|^[А-ЯЁ]{2,6}$")
_NOUNY = re.compile(
    r"(?:ung|heit|keit|schaft|tion|ismus|tät|nis|ling|ungen|heiten|keiten|ionen|ieren|erung|nahme|zeug|werk|stoff|zeit|tage?|jahre?n?)s?$"
)
_ORG_HEADS_EN: Final = frozenset(
    ["Bank", "Commission", "Court", "Party", "University", "Ministry", "Council", "Committee", "Agency", "Group", "Institute", "Union", "Association", "Organization", "Organisation", "Department", "Office", "Authority", "Company", "Corporation", "Federation", "Foundation", "Parliament", "Senate", "Congress", "Service", "Police", "Network", "Alliance", "Army", "Guard", "Board", "Fund", "Center", "Centre", "College", "School", "Hospital", "Church", "Club", "Times", "Post", "Press"]
)
_COMMON_ACRONYMS: Final = frozenset(
    ["AKW", "PKW", "LKW", "KI", "IT", "TV", "PC", "CO2", "ID", "SMS", "PDF", "DNA", "GPS", "LED", "MHz", "KW", "GW", "EDV", "QR", "HIV", "ADHS", "US-Dollar", "BIP", "EM", "WM", "OB", "OK", "DVD", "CD", "USB", "Lkw", "Pkw", "Kfz", "LNG", "PCR", "MwSt", "VIP", "AI", "UTC", "MEZ", "CEO", "CFO"]
)


class Things:
    """Finds places and organisations of one document.

    Args:
        language: BCP 47 code of the text.
    """

    def __init__(self, *, language: str) -> None:
        self.language = language
        self.places = gazetteer()
        self.unknown: Counter[str] = Counter()

    def phrases(self, line: Line) -> list[Found]:
        """Return the names of several words that a gazetteer lists, whatever their case endings."""
        out = []
        stems = [stem(token.text) for token in line.tokens]
        table = self.places.phrases
        i = 0
        while i < len(stems):
            length = 0
            for form, entry in table.get(stems[i], ()):
                if tuple(stems[i : i + len(form)]) == form and self._phrase_fits(line, i, i + len(form), entry):
                    length = len(form)
                    out.append(self._found(line, i, i + length, entry, f"gazetteer: {entry.name}"))
                    line.take(i, i + length)
                    break
            i += max(1, length)
        return out

    def _phrase_fits(self, line: Line, first: int, last: int, entry: Entry) -> bool:
        if (
            any(line.taken[first:last])
            or (not line.word(last - 1)[:1].isupper()
            and entry.kind != "seat"
            and not line.word(last - 1)[:1].isdigit())
        ):
            return False
        if not (line.word(first)[:1].isupper() or entry.type == "organization"):
            return False
        return entry.kind != "city" or ((first == 0 or line.word(first)[:1].isupper()) and entry.population >= 15_000)

    def _found(self, line: Line, first: int, last: int, entry: Entry, reason: str) -> Found:
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        words = tuple(token.text for token in line.tokens[first:last])
        return Found(
            start,
            end,
            entry.type,
            words,
            reason,
            line.index,
            entry=entry,
            country=f"country/{entry.country}" if entry.country else None,
        )

    def lookup(self, word: str) -> tuple[Entry, str] | None:
        """Return the single-word entry of a form, its genitive or its all-capitals form, with the form found."""
        for form in self._variants(word):
            entry = self.places.words.get(form)
            if entry is not None:
                return entry, form
        return None

    def _variants(self, word: str) -> Iterable[str]:
        yield word
        if len(word) > 4 and word[-1] in "sS" and not word.endswith("ss"):
            yield word[:-1]
            if word.endswith("es"):
                yield word[:-2]
        if word.isupper() and len(word) > 3:
            yield word.title()
        if word[:1] >= "А" and len(word) > 4:
            yield stem(word)

    def words(self, line: Line, *, main: frozenset[str], surnames: frozenset[str]) -> list[Found]:
        """Return the names of one word: gazetteer entries, cities, first parts of compounds."""
        out = []
        for i, token in enumerate(line.tokens):
            word = token.text
            if line.taken[i] or (line.title[i] and "-" not in word) or not word[:1].isalpha():
                continue
            if not word[0].isupper() and word not in self.places.words:
                continue
            found = self._word(line, i, word, main, surnames)
            if found is not None:
                out.append(found)
                line.take(i, i + 1)
        return out

    def _word(self, line: Line, i: int, word: str, main: frozenset[str], surnames: frozenset[str]) -> Found | None:
        hit = self.lookup(word)
        if hit is not None and self._entry_fits(line, i, hit[0], hit[1]):
            entry = hit[0]
            if entry.kind == "seat":
                entry = Entry(entry.key, "organization", "seat", entry.name, entry.country)
            return self._found(line, i, i + 1, entry, f"gazetteer: {hit[1]}")
        if word in FUNCTION_WORDS or word in TIME_WORDS:
            return None
        if "-" in word:
            return self._compound(line, i, word)
        if self.language == "ru":
            forms = [word, word.title(), *(word[:-k] + e for k in (1, 2) for e in ("", "а", "ь", "й") if len(word) > 4)]
        else:
            forms = list(self._variants(word))
        for form in forms:
            city = self.places.cities.get(form)
            if city is not None and self._city_fits(line, i, form, city, main, surnames):
                return self._city(line, i, city, form)
        return None

    def _entry_fits(self, line: Line, i: int, entry: Entry, form: str) -> bool:
        word = line.word(i)
        if (
            word
            in {
                "US",
                "UK",
                "Don",
                "Inn",
                "Oder",
                "Main",
                "Union",
                "Post",
                "Meta",
                "Prime",
                "Beta",
                "Stern",
                "Welt",
                "Zeit",
                "Focus",
                "Bild",
                "Ria",
                "Mina",
                "Bund",
                "Is",
                "IS",
                "Au",
                "Pp",
                "Lega",
                "Wagner",
                "Likud",
                "Neos",
                "Linke",
                "Linken",
                "Apple",
                "Renaissance",
                "Johanniter",
                "Malteser",
            }
            and len(form) < 12
        ):
            before = line.word(i - 1)
            if word in {"US", "UK", "IS"}:
                return line.word(i + 1) != "-"
            if word in {"Linke", "Linken", "Wagner", "Neos", "Union", "Bund", "Johanniter", "Malteser"}:
                return (before in DEFINITE and word != "Wagner") or line.word(i - 1) == "("
            if entry.kind == "river":
                return before in {"der", "dem", "den", "des", "am", "the", "vom", "zum"} and i > 0 and word != "Oder"
            return word in {"Meta", "Apple", "Likud"}
        if word == "Bahn":
            return line.word(i - 1) in DEFINITE and i + 1 < len(line.tokens)
        if word[0].islower():
            return line.word(i - 1) in {"(", "/", "der", "Agentur", "Nachrichtenagentur", ","} or entry.kind == "agency"
        if entry.kind == "agency" and len(word) <= 4 and common(word, language=self.language):
            return line.word(i - 1) in {"(", "/", "Agentur", "Nachrichtenagentur"}
        return True

    def _city_fits(
        self, line: Line, i: int, form: str, city: Entry, main: frozenset[str], surnames: frozenset[str]
    ) -> bool:
        word, before = line.word(i), line.word(i - 1)
        if form in surnames or word in surnames or word in LEGAL:
            return False
        dateline = line.word(i + 1) in {"(", ".", ",", "/"} and i == 0
        placed = (
            before.lower() in PLACE_BEFORE
            or before in PLACE_NOUNS
            or before in {"Raum", "Großraum"}
            or (dateline
            and not line.heading)
        )
        if len(form) < 4 and not (placed and city.population > 100_000):
            return False
        ambiguous = (
            common(form, language=self.language)
            or given_name(form) is not None
            or (i == 0 and bool(verb_readings(form.lower())))
        )
        if ambiguous:
            return (
                (placed
                and city.population >= _LARGE
                and before.lower() not in {"von", "vor", "gegen", "für"}
                and line.word(i + 1) not in {"und"})
                or (city.capital is not None
                and not is_noun(form))
            )
        if city.country in {"DE", "AT", "CH"} and (placed or city.population >= _SMALL):
            return True
        if city.country in main or city.population >= 200_000:
            return True
        return placed or city.population >= 100_000 or (before == "," and city.population >= _SMALL)

    def _city(self, line: Line, i: int, city: Entry, form: str) -> Found:
        name = form if self.language != "ru" else form
        entry = Entry(city.key, "place", "city", name, city.country, None, city.population, city.capital)
        found = self._found(line, i, i + 1, entry, f"gazetteer: {form}")
        if city.capital is not None and self._governs(line, i, form):
            found.metonym = True
            found.reason = f"capital for government: {form}"
        return found

    def _governs(self, line: Line, i: int, form: str) -> bool:
        """Tell whether a capital stands for its government: a genitive attribute or the subject of a verb of will or speech."""
        before, word, after = line.word(i - 1), line.word(i), line.word(i + 1)
        if (
            before.lower() in AT_PLACE
            or before in PLACE_NOUNS
            or before in {"Raum", "(", "«"}
            or (i == 0 and after in {"(", ".", ",", ":"})
        ):
            return False
        if before == "und" and line.word(i - 3).lower() in AT_PLACE:
            return False
        if word == form + "s" and not (
            i + 1 < len(line.tokens)
            and after in {"Innenstadt", "Altstadt", "Straßen", "Bürgermeister", "Bürgermeisterin", "Oberbürgermeister"}
        ):
            return True
        following = [line.word(k) for k in range(i + 1, min(i + 5, len(line.tokens)))]
        if following and (
            following[0] in WILL
            or (following[0] in {"und", "and", "и"} and any(word in WILL for word in following[1:]))
        ):
            return True
        if before in WILL and not line.heading and line.word(i - 2) not in DEFINITE:
            return True
        return before == "und" and after in WILL

    def _compound(self, line: Line, i: int, word: str) -> Found | None:
        """Return the name that a hyphenated compound begins with (``EU-Kommissionschefin``, ``Donau-Hochwasser``)."""
        first = word.partition("-")[0]
        entry = self.places.words.get(first)
        if entry is None or len(first) < 2 or (entry.kind == "agency" and common(first, language=self.language)):
            city = self.places.cities.get(first)
            if city is None or city.population < _LARGE or common(first, language=self.language) or given_name(first):
                return None
            entry = city
        token = line.tokens[i]
        found = Found(
            token.start,
            token.start + len(first),
            entry.type,
            (first,),
            f"first part of {word}",
            line.index,
            entry=entry,
        )
        found.country = f"country/{entry.country}" if entry.country else None
        return found

    def shapes(self, line: Line, *, spread: Counter[str]) -> list[Found]:
        """Return organisations and places that only a noun before them or their own shape gives away."""
        out = []
        i = 0
        while i < len(line.tokens):
            found = self._shape(line, i, spread) if line.free(i) and not line.title[i] else None
            if found is None:
                i += 1
                continue
            out.append(found[0])
            line.take(i, found[1])
            i = found[1]
        return out

    def is_unknown(self, line: Line, i: int) -> bool:
        """Tell whether a token looks like a name that no list knows: capitalised, no noun, no compound of nouns."""
        word = line.word(i)
        if not line.free(i) or not word[:1].isupper() or len(word) < 2 or not word[-1].isalnum():
            return False
        if word in FUNCTION_WORDS or word in TIME_WORDS or word in PLACE_NOUNS or word in _COMMON_ACRONYMS:
            return False
        if adjective_of(word, language=self.language) or demonym(word) or city_adjective(word) is not None:
            return False
        if self.language == "de":
            if common(word, language="de") or _NOUNY.search(word) or german_role(word) or institution(word):
                return False
            if i == 0 and (verb_readings(word.lower()) or is_noun(word)):
                return False
        return True

    def _shape(self, line: Line, i: int, spread: Counter[str]) -> tuple[Found, int] | None:
        word = line.word(i)
        if not word[:1].isupper():
            return None
        opener = line.word(i - 1)
        k = i - 1
        if opener in {"„", '"', "«", "»", "“", "‚"}:
            k = i - 2
        noun = line.word(k)
        kind = self._noun_before(noun)
        if kind is not None:
            last = self._run(line, i, loose=True)
            if last > i:
                return self._make(line, i, last, kind, f"after {noun}"), last
        if not self.is_unknown(line, i):
            return None
        last = self._run(line, i, loose=False)
        words = [line.word(x) for x in range(i, last)]
        if last == i:
            return None
        kind = self._kind(line, i, last, words, spread)
        return (self._make(line, i, last, kind, "shape"), last) if kind is not None else None

    def _noun_before(self, noun: str) -> EntityType | None:
        if noun in PLACE_NOUNS:
            return "place"
        if self.language == "de" and noun[:1].isupper():
            found = institution(noun)
            if found is not None and found.kind not in {
                "ministry",
                "prosecution",
                "police",
                "fire",
                "court",
                "parliament",
                "government",
                "embassy",
                "authority",
                "hospital",
            }:
                return "organization"
        return None

    def _run(self, line: Line, i: int, *, loose: bool) -> int:
        k = i
        while line.free(k) and k < i + 4:
            word = line.word(k)
            if (
                not word[:1].isupper()
                or (word in FUNCTION_WORDS
                and k == i)
                or word in TIME_WORDS
                or not word[-1].isalnum()
            ):
                break
            if not self.is_unknown(line, k) and word not in LEGAL:
                # a name of several words may end in a common noun („Neos Logos“, „Werkplatz Ost“), but does not begin with one
                if k == i and not (loose and line.free(k + 1) and self.is_unknown(line, k + 1)):
                    quoted = line.word(i - 1) in {"„", '"', "«", "»", "“"}
                    if not quoted:
                        break
                elif not loose or k > i + 1:
                    break
            k += 1
        return k

    def _kind(self, line: Line, i: int, last: int, words: list[str], spread: Counter[str]) -> EntityType | None:
        before, after = line.word(i - 1), line.word(last)
        word = words[0]
        if words[-1] in LEGAL or (self.language != "de" and any(w in _ORG_HEADS_EN for w in words)):
            return "organization"
        if line.heading and self.language == "de" and len(words) == 1 and spread[word] < 2:
            return None
        if before.lower() in AT_PLACE and len(words) == 1 and not word.isupper():
            return "place"
        if len(words) == 1 and _ACRONYM.match(word):
            return "organization"
        if len(words) >= 2:
            if i == 0 and self.language == "de" and spread[words[0]] < 2 and not self.is_unknown(line, 1):
                return None
            return (
                "organization"
                if any(w.isupper() or w in LEGAL for w in words) or before in DEFINITE
                else "person"
                if after in {"(", ","} or before == ","
                else "other"
            )
        if i == 0 and spread[word] < 2:
            return None
        return "organization" if before not in DEFINITE or spread[word] >= 2 else None

    def _make(self, line: Line, first: int, last: int, kind: EntityType, reason: str) -> Found:
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        words = tuple(token.text for token in line.tokens[first:last])
        return Found(start, end, kind, words, reason, line.index)
