"""Organisations and places that no list has: by the noun before them, by quotation marks, by word formation."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from rapidfuzz.distance import OSA

from quellenlage.layers.annotations import EntityType
from quellenlage.layers.entities.adjectives import adjective_of, city_adjective, demonym, inhabitant
from quellenlage.layers.entities.behind import OPENING, Behind
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.landmarks import built, road, spa, street, waters, works
from quellenlage.layers.entities.lexis import common, kind
from quellenlage.layers.entities.openings import ADVERBIAL, acts, speaks
from quellenlage.layers.entities.roles import german_role
from quellenlage.layers.entities.words import (
    ACRONYM,
    ADJECTIVES_ENGLISH,
    AT_PLACE,
    COMMON_ACRONYMS,
    DEFINITE,
    DIRECTIONS,
    FUNCTION_WORDS,
    INDEFINITE,
    LEGAL,
    ORGANISATION_HEADS,
    PLACE_NOUNS,
    POSSESSIVE,
    PREPOSITIONS,
    SPEECH,
    TIME_WORDS,
)
from quellenlage.layers.german import verb_readings

_SURE_TOPONYM: Final = re.compile(
    r"(?:dorf|berg|burg|heim|kirchen|hausen|ingen|bach|feld|stadt|stedt|hofen|weiler|rode|brück|furt)$"
)
_WEEKDAYS: Final = (
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag",
    "Sonntag",
    "Mittwochabend",
    "Dienstagabend",
)
_TOPONYM: Final = re.compile(
    r"(?:dorf|berg|bergen|burg|heim|kirchen|hausen|ingen|bach|feld|felde|stadt|stedt|hofen|wald|tal|thal|weiler|au|ow|itz|leben|rode|"
    r"büttel|furt|furth|brück|brücken|born|münster|münde|hagen|lar|beck|ried|moos|reuth|see|horn|haven|zell|bronn|wil|ikon|kon)$"
)
_TRADES: Final = ("er", "erin", "istin", "eurin")
"""Endings of nouns for what somebody does."""
_REGION: Final = frozenset(["im", "Im", "ins", "Ins"])
"""Behind these a word that is no noun is a valley, a region or a country with an article („im Montafon“)."""
_NO_VALLEY: Final = ("quartal", "portal", "spital", "kapital", "mental", "digital", "total")
_SHORTEST_VALLEY: Final = 6


def _finite(word: str) -> bool:
    return any(reading.person is not None for reading in verb_readings(word.lower()))


class Shapes:
    """Finds the unlisted names of one document.

    Args:
        language: ``de``, ``en`` or ``ru``.
    """

    def __init__(self, *, language: str) -> None:
        self.language = language
        self.behind = Behind(language=language, is_unknown=self.is_unknown)
        self.placed: set[str] = set()
        self.articled: Counter[str] = Counter()

    def is_unknown(self, line: Line, i: int) -> bool:
        """Tell whether a token looks like a name that no list knows: neither noun nor compound of nouns."""
        word = line.word(i)
        if not line.free(i) or not word[:1].isupper() or len(word) < 2 or not word[-1].isalnum():
            return False
        if word in FUNCTION_WORDS or word in TIME_WORDS or word in PLACE_NOUNS or word in COMMON_ACRONYMS:
            return False
        if line.heading and word.isupper() and (word.title() in FUNCTION_WORDS or word.lower() in PREPOSITIONS):
            return False
        if adjective_of(word, language=self.language) or self._people(word):
            return False
        if self.language == "en" and word in ADJECTIVES_ENGLISH and not line.word(i + 1)[:1].isupper():
            return False
        if self.language == "de" and not (word.isupper() and 2 <= len(word) <= 6):
            if common(word, language="de") or german_role(word) or institution(word):
                return False
            if kind(word) == "odd" and word[-1] in "en" and word.endswith(("ungen", "ieren", "er", "en")):
                return False
            if any(OSA.distance(word, day, score_cutoff=1) <= 1 for day in _WEEKDAYS):
                return False
            return not (i == 0 and verb_readings(word.lower()))
        return True

    def _people(self, word: str) -> bool:
        if self.language == "en":
            return adjective_of(word.removesuffix("s"), language="en") is not None
        if self.language == "ru":
            return inhabitant(word, "", language="ru") is not None
        return self.language == "de" and (demonym(word) is not None or city_adjective(word) is not None)

    def spread(self, lines: list[Line]) -> Counter[str]:
        """Count the unknown words of a document away from sentence starts and headings."""
        counts: Counter[str] = Counter()
        for line in lines:
            for i, token in enumerate(line.tokens):
                inside = i > 0 and line.word(i - 1) not in OPENING and line.word(i - 1) != ":"
                if inside and self.is_unknown(line, i):
                    counts[token.text] += 1
                    self.articled[token.text] += self.articled_by(line.word(i - 1))
                    if line.word(i - 1).lower() in AT_PLACE - {"um", "bei"} and not self.is_unknown(line, i + 1):
                        self.placed.add(token.text)
                first = token.text.partition("-")[0]
                if (
                    first != token.text
                    and len(first) > 3
                    and first[:1].isupper()
                    and self.language == "de"
                    and kind(first) in {"odd", "unknown"}
                ):
                    counts[first] += 2  # „Sanovia-Gruppe“: nobody's surname
        return counts

    def towns(self, lines: list[Line]) -> frozenset[str]:
        """Return the unlisted words that stand behind „in“, „aus“, „nach“ and end like a town („in Rehdorf“)."""
        if self.language != "de":
            return frozenset()
        before = AT_PLACE - {"um", "bei", "durch"}
        return frozenset(
            token.text
            for line in lines
            for i, token in enumerate(line.tokens)
            if i and line.word(i - 1).lower() in before and token.text[:1].isupper() and self._toponym(line, i)
        )

    def scan(self, line: Line, *, spread: Counter[str]) -> list[Found]:
        """Return the unlisted names of a sentence."""
        out = []
        i = 0
        while i < len(line.tokens):
            found = (
                self._at(line, i, spread) if line.free(i) and not line.title[i] and line.word(i)[:1].isupper() else None
            )
            if found is None:
                i += 1
                continue
            out.append(found[0])
            line.take(i, found[1])
            i = found[1]
        return out

    def _at(self, line: Line, i: int, spread: Counter[str]) -> tuple[Found, int] | None:
        if i == 0 and not line.heading and self._dateline(line):
            return self.make(line, 0, 1, "place", "after in the dateline"), 1
        last = road(line, i) if self.language == "de" else i
        if last > i:
            return self.make(line, i, last, "place", "road"), last
        if self.language == "de" and spa(line, i):
            return self.make(line, i, i + 2, "place", "after in: a spa"), i + 2
        if self.language == "de" and street(line, i):
            return self.make(line, i, i + 1, "place", "street"), i + 1
        if self.language == "de" and self._opens_as_place(line, i):
            return self.make(line, i, i + 1, "place", "opens a heading"), i + 1
        if self.language == "de" and waters(line, i):
            return self.make(line, i, i + 2, "place", f"called after a town: {line.word(i + 1)}"), i + 2
        if self.language == "de" and built(line, i):
            return self.make(line, i, i + 1, "place", f"name of a structure: {line.word(i)}"), i + 1
        if self.language == "de" and works(line, i):
            found = self.make(line, i, i + 1, "organization", f"name of works: {line.word(i)}")
            found.context.append("utility")
            return found, i + 1
        named = self.behind.find(line, i)
        if named is not None:
            found = self.make(line, i, named.last, named.noun.type, named.reason)
            if named.noun.kind is not None and named.noun.type == "organization":
                found.context.append(named.noun.kind)
                found.country = adjective_of(line.word(i - 2), language=self.language)
            return found, named.last
        if (
            self.language == "de"
            and line.word(i - 1) in _REGION
            and self.is_unknown(line, i)
            and not line.word(i).isupper()
        ):
            last = i + 1
            if kind(line.word(i)) == "unknown" and not line.word(last)[:1].isupper():
                return self.make(line, i, last, "place", f"after {line.word(i - 1)}"), last
        if self.language == "de" and self._valley(line, i):
            return self.make(line, i, i + 1, "place", f"after {line.word(i - 1)}"), i + 1
        if self.language == "de" and line.word(i - 1).lower() in AT_PLACE and self._toponym(line, i):
            return self.make(line, i, i + 1, "place", f"after {line.word(i - 1)}"), i + 1
        if not self.is_unknown(line, i):
            return None
        last = self.behind.body_of(line, i)
        if last > i:
            return self.make(line, i, last, "organization", f"{line.word(i)} of"), last
        last = i + 1
        while last < i + 6 and (self.is_unknown(line, last) or self.behind.company_part(line, last)):
            last += 1
        guess = self._guess(line, i, last, spread)
        return (self.make(line, i, last, guess, "shape"), last) if guess is not None else None

    def _dateline(self, line: Line) -> bool:
        """Tell whether a sentence opens with an unlisted place of a dateline („Aldungen (dpa) –“)."""
        agency = line.entries.get(2)
        return line.word(1) in {"(", "/"} and agency is not None and agency.kind == "agency" and line.word(0).isalpha()

    def _opens_as_place(self, line: Line, i: int) -> bool:
        """Tell whether a heading opens with a place and a colon („Kleinmoor: Der Deich hält“)."""
        opens = i == 0 and line.heading and line.word(1) == ":" and not line.word(0).isupper()
        valley = line.word(i).endswith(("tal", "thal")) and not line.word(i).endswith(_NO_VALLEY)
        return opens and self._toponym(line, i) and (valley or bool(_SURE_TOPONYM.search(line.word(i))))

    def _valley(self, line: Line, i: int) -> bool:
        """Tell whether a word names a valley or region („im Zillertal“, „im österreichischen Pongau“)."""
        word, before = line.word(i), line.word(i - 1)
        if not line.free(i) or line.word(i + 1)[:1].isupper() or len(word) < _SHORTEST_VALLEY:
            return False
        known = adjective_of(before, language="de") is not None or city_adjective(before) is not None
        if known and line.word(i - 2) in _REGION:
            return kind(word) == "unknown" and self.is_unknown(line, i)
        valley = word.endswith(("tal", "thal", "gau")) and not word.endswith(_NO_VALLEY)
        return before in _REGION and valley and kind(word) in {"compound", "odd"}

    def _toponym(self, line: Line, i: int) -> bool:
        """Tell whether a word ends like a place name; a compound of known nouns must end in a sure one."""
        word = line.word(i)
        form = kind(word)
        if not line.free(i) or form == "noun" or len(word) < 5 or word in TIME_WORDS or institution(word):
            return False
        return bool((_SURE_TOPONYM if form == "compound" else _TOPONYM).search(word))

    def _guess(self, line: Line, i: int, last: int, spread: Counter[str]) -> EntityType | None:
        """Return the likeliest type of an unknown name, or None where it may be no name at all."""
        words = [line.word(k) for k in range(i, last)]
        before, word, after = line.word(i - 1), words[0], line.word(last)
        titled = last < len(line.tokens) and line.taken[last] and last not in line.entries and self.language == "de"
        if self.language == "ru" and before == "«" and line.word(last) == "»":
            return "other"  # a firm, a paper, a ship
        if titled and len(words) == 1 and word.endswith(_TRADES):
            return None  # „Glaserin Anna M.“: what somebody does
        if self.articled_by(before) and spread[word] < 2 and words[-1] not in LEGAL and not ACRONYM.fullmatch(word):
            return None
        inside = i > 0 and before not in OPENING and before != ":"
        if len(words) == 1 and word in self.placed and not word.isupper() and kind(word) != "odd":
            return "place"
        if words[-1] in LEGAL or (self.language != "de" and any(word in ORGANISATION_HEADS for word in words)):
            return "organization"
        if (
            i == 0
            and not line.heading
            and len(words) == 1
            and after == ","
            and speaks(line, last)
            and self.language == "de"
        ):
            return "person"
        if (not inside or line.heading) and spread[word] < 1 and len(words) == 1:
            said = (
                line.word(last) in SPEECH
                and self.language == "de"
                and kind(word) == "unknown"
                and not ADVERBIAL.search(word)
            )
            acting = self.language == "de" and acts(line, i, last)
            return "person" if said else "other" if acting else None
        if (
            len(words) == 1
            and not ACRONYM.fullmatch(word)
            and (before in SPEECH or line.word(last) in SPEECH)
            and spread[word] < 2
            and kind(word) == "unknown"
        ):
            return "person"
        if before in {"am", "im", "Am", "Im"} and len(words) == 1 and kind(word) == "unknown" and spread[word] > 1:
            return "place"  # a mountain, a valley
        if before.lower() in AT_PLACE and len(words) == 1 and not word.isupper():
            if self.language == "de" and (
                before.lower() not in {"in", "aus", "nach", "bei", "nahe"} or self.articled[word]
            ):
                return None
            return "place" if self.language != "de" or kind(word) == "unknown" or spread[word] > 1 else None
        if len(words) == 1 and ACRONYM.fullmatch(word):
            return "organization"
        if len(words) >= 2:
            if not inside and spread[word] < 1 and self.language == "de":
                return None
            if any(word.isupper() or word in LEGAL for word in words) or before.lower() in DEFINITE:
                return "organization"
            if before.lower() in AT_PLACE and len(words) == 2 and before.lower() not in {"von", "bei", "um"}:
                return "place"
            if self.language == "en":
                if words[0] in DIRECTIONS or before in {"in", "of", "near", "from"}:
                    return "place"
                told = after in SPEECH or after in {",", "("} or before == ","
                return "person" if told and len(words) <= 3 else "other"
            return "person" if len(words) <= 3 else "other"
        if self.language != "de" or (spread[word] > 1 and not (kind(word) == "odd" and self.articled[word])):
            return "other"
        governed = (
            before.lower() in PREPOSITIONS
            or before in {",", "und", "dass", "wie", "als", "ob", "weil", "oder"}
            or _finite(before)
        )
        return "other" if governed and kind(word) == "unknown" else None

    def articled_by(self, before: str) -> bool:
        """Tell whether an article or adjective stands before a word, which makes a lone unknown word a noun."""
        low = before.lower()
        if low in DEFINITE or low in INDEFINITE or low in POSSESSIVE:
            return True
        inflected = before[:1].islower() and before.endswith(("e", "en", "er", "es", "em"))
        return (
            self.language == "de"
            and inflected
            and low not in PREPOSITIONS
            and low not in AT_PLACE
            and not _finite(before)
        )

    def make(self, line: Line, first: int, last: int, type_: EntityType, reason: str) -> Found:
        """Make a stretch of the tokens ``[first, last)``."""
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        words = tuple(token.text for token in line.tokens[first:last])
        return Found(start, end, type_, words, reason, line.index)
