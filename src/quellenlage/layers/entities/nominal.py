"""Descriptions of persons that stand alone: „der Kremlchef“, „der 71-Jährige“, "the Kyrgyz premier"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.adjectives import adjective_of, city_adjective, demonym, inhabitant
from quellenlage.layers.entities.clausemates import clause_mates
from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.institutions import firm_or_person, institution
from quellenlage.layers.entities.roles import Role, foreign_role, german_role, is_body
from quellenlage.layers.entities.words import DEFINITE, POSSESSIVE, UNIQUE_OFFICES, WILL_ENGLISH
from quellenlage.layers.german import verb_readings

_APPOSED: Final = 6
"""Tokens from a French office to the comma before its holder's name."""
_FRENCH: Final = frozenset(["le", "la", "l'", "ce", "cet", "cette"])
_AGE: Final = re.compile(r"(\d{1,3})-[Jj]ährigen?r?")
_YEARS: Final = re.compile(r"(\d{1,3})-year-old")
_AGED: Final = re.compile(r"(\d{1,3})-(?:jährige[nrms]?|year-old)")
HEADS: Final = frozenset(["chief", "leader", "president"])
"""Offices of whoever heads a body."""
_NUMERALS: Final = frozenset(
    ["два", "две", "три", "четыре", "двое", "трое", "четверо", "пять", "шесть", "семь", "восемь", "девять", "десять"]
)
_FORMER: Final = ("früher", "ehemalig", "einstig", "vormalig", "damalig", "scheidend", "abgewählt")
_OWNERS: Final[dict[str, Gender]] = {"his": "m", "her": "f"}
_ENGLISH_VERBS: Final = frozenset(["who", "was", "is", "also", "then", "won", "came", "went", "left"])


@dataclass(frozen=True, slots=True)
class Description:
    """A description in the text.

    Attributes:
        start: First code point.
        end: One past the last.
        role: What it says, or None for an age or demonym.
        gender: Gender the words tell.
        country: Gazetteer key of the country or state the words tell.
        words: Its words.
        possessive: Whether a possessive stands before it.
        owner: Gender of the person the possessive refers to, where it tells.
        body: Class of the organisation that the words name („der Chef der Bauernpartei“: ``party``).
        owned: Whether a genitive says of what („der damalige Leiter des Werks“).
        former: Whether it tells an office held before („die frühere Regierungschefin“).
        age: Years that it tells („der 17-Jährige“, „die 17-jährige Schülerin“).
        beside: Where the names begin that are subject or object of the same clause, and so somebody else.
        pronoun: Gender of a pronoun that is, which means somebody else too („Sie drängte die Ministerin“).
    """

    start: int
    end: int
    role: Role | None
    gender: Gender | None
    country: str | None
    words: tuple[str, ...]
    possessive: bool = False
    former: bool = False
    owner: Gender | None = None
    body: str | None = None
    owned: bool = False
    age: int | None = None
    beside: frozenset[int] = frozenset()
    pronoun: Gender | None = None


def _country_of(word: str) -> str | None:
    places = gazetteer()
    for form in (word, word.removesuffix("s")):
        entry = places.words.get(form)
        if entry is not None and entry.kind in {"country", "state"}:
            return entry.key
    return None


def _city_land(word: str) -> str | None:
    """Return the state or country of a city whose adjective in -er a word is („der Bremer Finanzsenator“)."""
    city = city_adjective(word) if word.endswith("er") else None
    return (city.state or f"country/{city.country}") if city is not None else None


def _people(line: Line, i: int) -> tuple[str, Gender | None, bool] | None:
    """Return place, gender and number of a German demonym at token ``i``, or None."""
    people = demonym(line.word(i))
    if people is not None:
        return f"country/{people[0]}", people[1], people[2]
    return inhabitant(line.word(i), line.word(i + 1), language="de")


def describe(line: Line, i: int, *, language: str) -> Description | None:
    """Return the definite description of one person whose noun stands at token ``i``, or None."""
    found = _describe(line, i, language=language)
    if found is None:
        return None
    first = next(k for k, token in enumerate(line.tokens) if token.end > found.start)
    beside, pronoun = clause_mates(line, first, i)
    told = next((age for k in range(first, i + 1) if (age := _years(line.word(k))) is not None), None)
    return replace(found, age=told, beside=beside, pronoun=pronoun)


def _years(word: str) -> int | None:
    """Return the age that a word tells, or None."""
    found = _AGE.fullmatch(word) or _AGED.fullmatch(word)
    return int(found.group(1)) if found is not None else None


def _describe(line: Line, i: int, *, language: str) -> Description | None:
    if line.title[i] or (line.taken[i] and "-" not in line.word(i)):
        return None
    if language != "de":
        return None if line.taken[i] else _foreign(line, i, language)
    word = line.word(i)
    if not (word[:1].isupper() or word[:1].isdigit()):
        return None
    if line.word(i + 1)[:1].isupper() and i + 1 < len(line.tokens) and line.taken[i + 1] and _unlisted(line, i + 1):
        return None  # „der US-Investor Blackwell Partners“
    role, body = german_role(word), None
    people = _people(line, i) if role is None and not line.word(i + 1)[:1].isupper() else None
    if role is None and people is None and (not _AGE.fullmatch(word) or line.word(i + 1)[:1].isupper()):
        return None
    if role is not None and role.office in HEADS:
        body = _headed(line, i)
        role = replace(role, office="party-leader") if body == "party" else role
    k, country, former = i - 1, None, word.startswith(("Ex-", "Alt-"))
    while k >= 0 and i - k < 5 and line.word(k).lower() not in DEFINITE | POSSESSIVE:
        before = line.word(k)
        key = adjective_of(before, language="de") or _city_land(before)
        aged = _AGED.fullmatch(before) is not None
        if key is None and not aged and not (before[:1].islower() and before.endswith(("e", "en", "er", "es", "em"))):
            break
        country = country or key
        former = former or before.startswith(_FORMER)
        k -= 1
    article = line.word(k).lower() if k >= 0 else ""
    owning = _country_of(line.word(i - 1)) if role is not None and line.word(i - 1).endswith("s") else None
    if owning is not None:
        k, country, article = i - 1, owning, "der" if role is None or role.gender == "m" else "die"
    elif article not in DEFINITE and article not in POSSESSIVE and not _headline(line, i, role):
        return None
    elif line.heading and k != i - 1 and article not in DEFINITE | POSSESSIVE:
        k, article = i - 1, ""
    gender = _gender(word, article, role, people)
    if gender is None and not (role or people):
        return None
    if article == "im" and role is not None and role.lemma.lower().endswith("rat"):
        return None  # „im Landrat“ is the body
    if gender == "plural" or (role is not None and is_body(word) and gender != "f"):
        return None
    country = country or (people[0] if people else None) or _country_of(line.word(i + 1))
    if country is None and line.word(i + 1) in {"der", "des"}:
        country = _country_of(line.word(i + 2)) or _country_of(line.word(i + 3))
    sex: Gender | None = "m" if gender == "m" else "f" if gender == "f" else None
    words = tuple(line.word(x) for x in range(k + 1, i + 1))
    return Description(
        line.tokens[k + 1].start,
        line.tokens[i].end,
        role,
        sex,
        country,
        words,
        article in POSSESSIVE,
        former,
        _owner(article),
        body,
        line.word(i + 1) in {"der", "des"} and any(line.word(k)[:1].isupper() for k in (i + 2, i + 3)),
    )


def _unlisted(line: Line, i: int) -> bool:
    """Tell whether a claimed token is part of no listed name and no title."""
    return i not in line.entries and not line.title[i] and firm_or_person(line.word(i - 1))


def _headed(line: Line, i: int) -> str | None:
    """Return the class of the organisation whose head a noun names („der Chef der Bauernpartei“), or None."""
    if line.word(i + 1) not in {"der", "des", "von"}:
        return None
    for k in (i + 2, i + 3):
        body = institution(line.word(k))
        if body is not None:
            return body.kind
        entry = line.entries.get(k)
        if entry is not None:
            return entry.kind if entry.type == "organization" else None
    return None


def _headline(line: Line, i: int, role: Role | None) -> bool:
    """Tell whether an office stands without article at the beginning of a headline („Präsident sucht Nachfolger“)."""
    opens = i == 0 or line.word(i - 1) in {":", "–", "-", "+++", "|"} or adjective_of(line.word(i - 1), language="de")
    following = line.word(i + 1)
    return bool(
        line.heading
        and role is not None
        and role.number == "sg"
        and opens
        and following.islower()
        and any(reading.person == 3 and reading.number == "sg" for reading in verb_readings(following))
    )


def _owner(article: str) -> Gender | None:
    """Return the gender of the one whom a possessive refers to, where it is one person's („sein“, „dessen“)."""
    if article.startswith(("sein", "dessen")):
        return "m"
    return "f" if article.startswith("ihr") else None


def _gender(word: str, article: str, role: Role | None, people: tuple[str, Gender | None, bool] | None) -> str | None:
    """Return ``m``, ``f``, ``plural`` or None by noun and article."""
    gender = role.gender if role else people[1] if people else None
    number = role.number if role else "?" if people and people[2] else "sg"
    if number == "pl" or (gender == "m" and article in {"die", "seine", "ihre", "deren", "diese"}):
        return "plural"
    if number == "?" and article in {"die", "seine", "ihre", "diese"}:
        return "plural"
    if gender == "f":
        return "plural" if article in {"das", "dem", "den", "des"} else "f"
    if gender == "m":
        return "m"
    if article in {"dem", "den", "des", "vom", "beim", "zum", "dieser"} or (
        article == "der" and not word.endswith("n")
    ):
        return "m"
    if article in {"die", "diese", "zur"} or (article == "der" and word.endswith("n")):
        return "plural" if article != "der" and word.endswith("n") else "f"
    return None


def _foreign(line: Line, i: int, language: str) -> Description | None:
    words = tuple(line.word(k) for k in range(i, min(i + 4, len(line.tokens))))
    found = foreign_role(words, language=language)
    if found is None:
        return _called(line, i, language)
    if found[0].office == "person" or any(line.taken[i : i + found[1]]):
        return None
    role, length = found
    last = i + length
    if language == "en" and last < len(line.tokens) and line.taken[last] and line.word(last)[:1].isupper():
        return None  # the ferry operator Calder Line
    if language == "ru":
        return _russian(line, i, last, role)
    if line.word(i - 1).lower().replace("’", "'") in _FRENCH:
        return _french(line, i, last, role)
    k, country = i - 1, None
    while k >= 0 and i - k < 4 and line.word(k).lower() not in DEFINITE | POSSESSIVE and line.word(k)[:1].isalpha():
        country = country or adjective_of(line.word(k), language="en") or _country_of(line.word(k))
        k -= 1
    article = line.word(k).lower() if k >= 0 else ""
    owned = line.word(i - 1) in {"'s", "’s"}
    headline = line.heading and country is not None and not line.word(k)[:1].isalpha()
    if article not in {"the", "his", "her", "its", "their", "this"} and not owned and not headline:
        return None
    if article == "the" and line.word(last) == "who" and country is None:
        return None  # “the driver who was killed”: the clause says which one, nobody need be named before
    first = i if owned and article not in {"the"} else k + 1
    owned = line.word(last) == "of" and country is None and _country_of(line.word(last + 1)) is None
    end = line.tokens[last - 1].end
    mine = article in {"his", "her", "its", "their"}
    return Description(
        line.tokens[first].start,
        end,
        role,
        role.gender,
        country,
        words[:length],
        possessive=mine,
        owner=_OWNERS.get(article),
        owned=owned,
    )


def _french(line: Line, i: int, last: int, role: Role) -> Description | None:
    """Return a French description: an article before the noun, the adjective of a country or *de* with it behind."""
    country = adjective_of(line.word(last), language="en")
    end = last + 1 if country is not None else last
    if line.word(end)[:1].isupper() or (line.word(end) == "," and line.word(end + 1)[:1].isupper()):
        return None  # le ministre Paul Roche
    owned = country is None and line.word(end) in {"de", "du", "des", "d'", "d’"}
    comma = next((k for k in range(end, min(end + _APPOSED, len(line.tokens))) if line.word(k) == ","), -1)
    if owned and comma > 0 and line.word(comma + 1)[:1].isupper() and line.taken[comma + 1]:
        return None  # le maire de Vauclair, Paul Roche
    return Description(
        line.tokens[i].start,
        line.tokens[end - 1].end,
        role,
        role.gender,
        country,
        tuple(role.lemma.split()),
        owned=owned,
    )


def _called(line: Line, i: int, language: str) -> Description | None:
    """Return a person called after the country or by age alone («бельгийка», ``the Belgian``, ``the 52-year-old``)."""
    word = line.word(i)
    if language == "ru":
        people = inhabitant(word, "", language="ru")
        if people is None or line.word(i + 1)[:1].isupper() or line.word(i - 1) in {"—", "–", "-"}:
            return None
        return Description(line.tokens[i].start, line.tokens[i].end, None, people[1], people[0], (word,))
    following = line.word(i + 1)
    alone = following in WILL_ENGLISH | _ENGLISH_VERBS or not following[:1].isalpha() or following.endswith("ed")
    if line.word(i - 1).lower() != "the" or not alone:
        return None
    people = inhabitant(word, "", language="en")
    country = adjective_of(word, language="en") or (people[0] if people else None)
    if (country is None and not _YEARS.fullmatch(word)) or word.endswith("s"):
        return None
    return Description(line.tokens[i].start, line.tokens[i].end, None, None, country, (word,))


def _russian(line: Line, i: int, last: int, role: Role) -> Description | None:
    """Return a Russian title that no name follows: what it governs may follow in the genitive."""
    if line.word(i - 1)[:1].isdigit() or line.word(i - 1).lower() in _NUMERALS:
        return None  # 53 депутата
    if role.office not in UNIQUE_OFFICES and line.word(i).lower() != role.lemma.partition(" ")[0]:
        return None  # Russian has no article: only the subject is taken for somebody known
    country = adjective_of(line.word(i - 1), language="ru") or _country_of(line.word(last))
    for k in range(last, min(last + 3, len(line.tokens))):
        if line.taken[k] and _country_of(line.word(k)) is None:
            return None
    return Description(
        line.tokens[i].start,
        line.tokens[last - 1].end,
        role,
        role.gender,
        country,
        tuple(line.word(k) for k in range(i, last)),
    )
