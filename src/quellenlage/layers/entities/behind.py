"""Unlisted names that a noun, quotation marks or a legal form gives away: „die Firma Sanovia“, «портал «Степь»»."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple, cast

from quellenlage.layers.annotations import EntityType
from quellenlage.layers.entities.adjectives import adjective_of, city_adjective
from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.gazetteer import rows
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.lexis import common, kind
from quellenlage.layers.entities.roles import german_role
from quellenlage.layers.entities.words import (
    ACRONYM,
    CLAUSES,
    DEFINITE,
    FUNCTION_WORDS,
    LEGAL,
    LEGAL_FORMS,
    ORGANISATION_HEADS,
    PLACE_NOUNS,
    PREPOSITIONS,
    SUBORDINATING,
    TIME_WORDS,
)
from quellenlage.layers.german import head_noun, noun_readings, verb_readings

OPENING: Final = frozenset(["„", '"', "«", "»", "“", "‚", "‹", "›"])
_CLOSING: Final = frozenset(["“", '"', "»", "«", "”", "‘", "›", "‹"])
_ENDING: Final = 3
"""Longest Russian case ending of a noun."""
_QUOTED: Final = 5
"""Words of the longest name in quotation marks."""
_WORKS: Final = frozenset(
    [
        *("Serie", "Film", "Buch", "Roman", "Song", "Album", "Lied", "Stück", "Oper", "Musical", "Spiel", "Gemälde"),
        *(
            "Ausstellung",
            "Sendung",
            "Dokumentation",
            "Doku",
            "Hörspiel",
            "Sachbuch",
            "Theaterstück",
            "Show",
            "Talkshow",
        ),
    ]
)
_VESSELS: Final = frozenset(
    [
        *(
            "Schiff",
            "Frachter",
            "Fähre",
            "Jacht",
            "Yacht",
            "Tanker",
            "Boot",
            "Schlepper",
            "Fregatte",
            "Rakete",
            "Sonde",
        ),
        *("Satellit", "Hurrikan", "Taifun", "Sturm", "Orkan", "Restaurant", "Gasthaus", "Gasthof", "Lokal", "Café"),
        *("Diskothek", "Bar", "Hütte", "Kita", "Einkaufszentrum", "App", "Software", "Träger", "Zug", "Drohne"),
    ]
)
"""Nouns whose bearers have their names in quotation marks."""
_ABSTRACT: Final = ("ung", "heit", "keit", "schaft", "tion", "ismus", "ität", "tum", "nis")
"""Endings of nouns that seldom stand before a name."""
_INSTITUTIONAL: Final = frozenset(
    [
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
        "committee",
    ]
)


class Noun(NamedTuple):
    """What a noun before a name says of it: its type, and its class where the noun is one for an organisation."""

    type: EntityType
    kind: str | None


class Named(NamedTuple):
    """A name that its surroundings give away: its end, what it is, and why."""

    last: int
    noun: Noun
    reason: str


@cache
def _foreign() -> dict[tuple[str, str], Noun]:
    return {
        (language, noun): Noun(cast(EntityType, type_), kind_)
        for language, type_, kind_, nouns in rows("classifiers-foreign.tsv", columns=4)[1:]
        for noun in nouns.split("|")
    }


def foreign_noun(word: str, *, language: str) -> tuple[str, Noun] | None:
    """Return base form and meaning of an English or Russian noun for organisations and villages, or None."""
    table, low = _foreign(), word.lower()
    for cut in range(_ENDING + 1 if language == "ru" else 1):
        base = low[: len(low) - cut]
        if (language, base) in table:
            return base, table[language, base]
    return None


class Behind:
    """Finds such names of one document.

    Args:
        language: ``de``, ``en`` or ``ru``.
        is_unknown: Tells whether a token looks like a name that no list knows.
    """

    def __init__(self, *, language: str, is_unknown: Callable[[Line, int], bool]) -> None:
        self.language = language
        self.is_unknown = is_unknown

    def find(self, line: Line, i: int) -> Named | None:
        """Return the name that begins at token ``i``, or None."""
        last = self.company(line, i)
        head = institution(line.word(i))
        if last > i and (head is None or head.kind == "utility") and german_role(line.word(i)) is None:
            return Named(last, Noun("organization", "company"), f"legal form {line.word(last - 1)}")
        if line.word(i - 1) in OPENING:
            return self.in_quotes(line, i)
        noun = self._noun(line.word(i - 1))
        if noun is None and self.language == "de" and self._thing(line, i):
            placed = (head_noun(line.word(i - 1)) or "") in PLACE_NOUNS
            what = Noun("place" if placed else "other", None)
            return Named(self._unknowns(line, i), what, f"after {line.word(i - 1)}")
        if noun is None or line.word(i - 1) == line.word(i):
            return None
        last = self._behind_noun(line, i, noun.type) if self.language == "de" else self._unknowns(line, i)
        return Named(last, noun, f"after {line.word(i - 1)}") if last > i else None

    def company(self, line: Line, i: int) -> int:
        """Return the end of capitalised words that a legal form closes („Talbahn GmbH & Co. KG“), or ``i``."""
        last, closed = i, i
        while last < i + 8 and line.free(last) and (line.word(last)[:1].isupper() or self.company_part(line, last)):
            last += 1
            if last > i + 1 and line.word(last - 1) in LEGAL_FORMS:
                closed = last
        return closed

    def company_part(self, line: Line, i: int) -> bool:
        """Tell whether a token goes on with a company's name: a legal form, „& Co.“, „Süd“ behind an acronym."""
        word = line.word(i)
        if not line.free(i):
            return False
        if word in {"&", "+"}:
            return line.word(i + 1)[:1].isupper()
        if word in {"Nord", "Süd", "Ost", "West", "Rheinland", "Deutschland", "International"}:
            return bool(ACRONYM.fullmatch(line.word(i - 1)))
        return (
            word in LEGAL or word in {"Co", "Co.", "Cie", "Cie."} or (word == "." and line.word(i - 1) in {"Co", "Cie"})
        )

    def body_of(self, line: Line, i: int) -> int:
        """Return the end of an English name like „Office of Rail and Road“, or ``i``."""
        if self.language != "en" or line.word(i) not in ORGANISATION_HEADS or line.word(i + 1) not in {"of", "for"}:
            return i
        last = i + 2
        while last < i + 9 and line.free(last):
            word = line.word(last)
            if word[:1].isupper() or (word in {"and", "the", "of", "for"} and line.word(last + 1)[:1].isupper()):
                last += 1
                continue
            break
        return last if last > i + 2 else i

    def in_quotes(self, line: Line, i: int) -> Named | None:
        """Return the name in quotation marks that begins at token ``i``, where what stands before tells, or None."""
        last, before = self._quoted(line, i), line.word(i - 2)
        noun = self._noun(before) or self._titled_thing(line, i - 2)
        one = last == i + 1 and "-" not in line.word(i) and common(line.word(i), language=self.language)
        told = noun is not None or (not one and (before.lower() in DEFINITE or before in {"laut", "von"}))
        if not last or not told:
            return None
        return Named(last, noun or Noun("organization", None), f"in quotation marks behind {before}")

    def _quoted(self, line: Line, i: int) -> int:
        """Return the end of up to five words that fill quotation marks, or 0: capitalised, in Russian the first."""
        for last in range(i + 1, min(i + _QUOTED + 1, len(line.tokens))):
            word = line.word(last - 1)
            if not line.free(last - 1) or not (word[:1].isupper() or (self.language == "ru" and word[:1].isalpha())):
                return 0
            if line.word(last) in _CLOSING:
                return last if self.language == "ru" or last < i + 4 else 0
        return 0

    def _noun(self, word: str) -> Noun | None:
        """Return what a noun before a name says of it, or None."""
        if self.language != "de":
            found = foreign_noun(word, language=self.language)
            return found[1] if found is not None and (self.language == "ru" or word.islower()) else None
        if word in PLACE_NOUNS:
            return Noun("place", None)
        body = institution(word) if word[:1].isupper() else None
        return Noun("organization", body.kind) if body is not None and body.kind not in _INSTITUTIONAL else None

    def _titled_thing(self, line: Line, i: int) -> Noun | None:
        """Return what a work, ship or house is whose name stands in quotation marks behind its noun, or None."""
        word = line.word(i)
        if self.language != "de" or not word[:1].isupper():
            return None
        head = head_noun(word) or word
        head = head[:1].upper() + head[1:]
        type_: EntityType | None = "work" if head in _WORKS else "other" if head in _VESSELS else None
        return Noun(type_, None) if type_ is not None else None

    def _thing(self, line: Line, i: int) -> bool:
        """Tell whether a common noun with its article, said of no person, stands right before an unknown word.

        German puts no two bare nouns in a row but where the second names the first („der Frachter Lunara“). Genitives
        („die Pläne Tarvenkos“) and what a verb at the end of its clause may govern are left out.
        """
        noun, word = line.word(i - 1), line.word(i)
        unknown = self.is_unknown(line, i) and kind(word) == "unknown" and not word.endswith(("s", "’", "'"))
        if not unknown or not noun[:1].isupper():
            return False
        if kind(noun) not in {"noun", "compound"} or noun in TIME_WORDS or german_role(noun) or institution(noun):
            return False
        articles = [line.word(k).lower() for k in (i - 2, i - 3)]
        between = articles[0].endswith(("e", "en", "er", "es")) and line.word(i - 2).islower()
        if articles[0] not in DEFINITE and not (between and articles[1] in DEFINITE):
            return False
        if noun.endswith(_ABSTRACT) or (noun.endswith(("er", "ist", "ant", "ent", "in")) and head_noun(noun) is None):
            return False
        following = line.word(i + 1)
        readings = verb_readings(following) if following.islower() else ()
        verb_last = bool(readings) and not any(reading.person == 3 for reading in readings)
        return not verb_last and line.word(i + 1) != "-"

    def _unknowns(self, line: Line, i: int) -> int:
        """Return the end of the unlisted words in a row that begin at a token, four at most."""
        last = i
        while last < i + 4 and (self.is_unknown(line, last) or (last > i and self.company_part(line, last))):
            last += 1
        return last

    def _behind_noun(self, line: Line, i: int, type_: EntityType) -> int:
        """Return the end of the name behind a noun: a known noun alone is none, two capitalised words in a row are."""
        last = i
        while last < i + 6 and line.free(last) and (line.word(last)[:1].isupper() or self.company_part(line, last)):
            word = line.word(last)
            if last > i and self.company_part(line, last):
                last += 1
                if word in LEGAL and not self.company_part(line, last) and line.word(last) != "&":
                    break  # the legal form closes the name
                continue
            if (
                word in TIME_WORDS
                or word in FUNCTION_WORDS
                or not word[-1].isalnum()
                or adjective_of(word, language=self.language)
            ):
                break
            last += 1
        while last > i + 2 and not self.is_unknown(line, last - 1) and not self.company_part(line, last - 1):
            last -= 1
        if last == i + 1 and not self.is_unknown(line, i):
            if type_ == "place":
                return last if kind(line.word(i)) != "noun" else i
            return last if self._party_noun(line, i) or self._firm_noun(line, i) else i
        return i if last > i and german_role(line.word(i)) else last

    def _firm_noun(self, line: Line, i: int) -> bool:
        """Tell whether a common noun right behind a noun for firms is its name („die Reederei Nordlicht klagt“).

        The article and both nouns stand before the verb of a main clause or behind a preposition, where no object fits
        between noun and verb („weil die Firma Geld braucht“).
        """
        body, k = institution(line.word(i - 1)), i - 2
        if body is None or body.kind not in {"company", "paper", "broadcaster"} or not body.generic:
            return False
        if city_adjective(line.word(k)) is not None or adjective_of(line.word(k), language="de") is not None:
            k -= 1
        article = line.word(k).lower()
        if article not in DEFINITE or any(line.word(x).lower() in SUBORDINATING | CLAUSES for x in range(k)):
            return False
        readings, behind = noun_readings(line.word(i)), line.word(i + 1)
        readings = readings or noun_readings((head_noun(line.word(i)) or "").capitalize())
        if not readings or all("sg" not in reading.numbers for reading in readings) or behind[:1].isupper():
            return False
        if line.word(k - 1).lower() in PREPOSITIONS - {"für", "um"} and article != "die":
            return True
        finite = behind.islower() and any(reading.person == 3 for reading in verb_readings(behind))
        opens = k == 0 or line.word(k - 1) in {"„", "–", "-"}
        return opens and (finite or behind == "und")

    def _party_noun(self, line: Line, i: int) -> bool:
        """Tell whether a common noun right behind a noun for a party or association is its name („Bündnis Heimat“).

        Behind a genitive or dative („der Stiftung Lebenslinien“) it is; behind „das Bündnis“ only a singular is.
        """
        body = institution(line.word(i - 1))
        article = line.word(i - 2).lower()
        if body is None or body.kind not in {"party", "association", "union", "aid"} or line.word(i + 1)[:1].isupper():
            return False
        if article in {"dem", "des", "vom", "beim", "zum", "zur"}:
            return True
        head = head_noun(line.word(i - 1))
        feminine = head is not None and all(reading.gender == "f" for reading in noun_readings(head))
        if article == "der" and feminine:
            return True
        readings = noun_readings(line.word(i))
        singular = bool(readings) and all("pl" not in reading.numbers for reading in readings)
        return body.kind == "party" and article in DEFINITE and singular
