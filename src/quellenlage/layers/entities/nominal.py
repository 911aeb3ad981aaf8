"""Descriptions that stand alone („der Kremlchef“, „die Landrätin“, „der 71-Jährige“, „die Behörde“) and whom they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.adjectives import adjective_of, demonym
from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.institutions import Institution, institution
from quellenlage.layers.entities.resolve import Draft
from quellenlage.layers.entities.roles import Role, fits, foreign_role, german_role, is_body
from quellenlage.layers.entities.words import DEFINITE, POSSESSIVE

_AGE = re.compile(r"^\d{1,3}-[Jj]ährigen?r?$")
_MASCULINE: Final = frozenset(["der", "dem", "den", "des", "dieser", "diesem", "diesen", "zum", "vom", "beim", "im", "the"])
_FEMININE: Final = frozenset(["die", "der", "dieser", "diese", "zur", "the"])
GENERIC_OFFICES: Final = frozenset(
    ["politician", "chief", "expert", "official", "spokesperson", "leader", "economist", "entrepreneur", "lawyer", "doctor", "author", "artist", "athlete", "journalist", "employee", "resident", "accused", "teacher", "minister", "activist", "counterpart", "person", "operations-leader", "officer", "candidate"]
)
UNIQUE: Final = frozenset(
    ["head-of-state", "head-of-government", "foreign-minister", "defence-minister", "finance-minister", "interior-minister", "pope"]
)
_ORG_FITS: Final = {
    "authority": {"authority", "ministry", "prosecution", "police", "court", "bank", "government", "institute"},
    "ministry": {"ministry"}, "court": {"court"}, "prosecution": {"prosecution"}, "bank": {"bank"}, "company": {"company", "other", "bank"},
    "association": {"association", "union", "aid", "other"}, "union": {"union"}, "aid": {"aid", "association"}, "institute": {"institute"},
    "agency": {"agency"}, "broadcaster": {"broadcaster"}, "paper": {"paper"}, "party": {"party", "other"}, "university": {"university"},
    "hospital": {"hospital"}, "embassy": {"embassy"},
}  # fmt: skip
_ENGLISH_ORGS: Final = {"bank": "bank", "agency": "agency", "company": "company", "group": "company", "commission": "authority", "ministry": "ministry",
                        "court": "court", "party": "party", "union": "union", "authority": "authority", "broadcaster": "broadcaster"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Description:
    """A description in the text.

    Attributes:
        start: First code point.
        end: One past the last.
        role: What it says, or None for an age or demonym.
        gender: Gender the words tell.
        country: Country or state the words tell.
        words: Its words.
        plain: Whether an article or possessive makes it definite.
    """

    start: int
    end: int
    role: Role | None
    gender: Gender | None
    country: str | None
    words: tuple[str, ...]
    possessive: bool = False


def _country_of(word: str) -> str | None:
    places = gazetteer()
    for form in (word, word.removesuffix("s")):
        entry = places.words.get(form)
        if entry is not None and entry.kind in {"country", "state"}:
            return entry.key
    return None


def describe(line: Line, i: int, *, language: str) -> Description | None:
    """Return the description of one person whose noun stands at token ``i``, or None."""
    if line.taken[i] or line.title[i]:
        return None
    word = line.word(i)
    if language in {"en", "ru"}:
        return _foreign(line, i, language)
    role = german_role(word)
    people = demonym(word) if role is None else None
    age = bool(_AGE.match(word)) or (word.endswith("jährige") and word[:1].isupper())
    if role is None and people is None and not age:
        return None
    k, country = i - 1, None
    while (
        k >= 0
        and i - k < 5
        and (line.word(k)[:1].islower() or adjective_of(line.word(k), language="de"))
        and line.word(k).lower() not in DEFINITE | POSSESSIVE
    ):
        word_k = line.word(k)
        if not word_k.endswith(("e", "en", "er", "es", "em")) or word_k in {
            "eine",
            "einen",
            "einer",
            "eines",
            "einem",
            "keine",
        }:
            break
        country = country or adjective_of(word_k, language="de")
        k -= 1
    article = line.word(k)
    low = article.lower()
    if low not in DEFINITE and low not in POSSESSIVE and article not in {"Vom", "Beim", "Zum"}:
        return None
    gender: Gender | None = role.gender if role else people[1] if people else None
    number = role.number if role else ("?" if people and people[2] else "sg")
    if number == "pl" or (low == "die" and gender == "m") or (number == "?" and low in {"die", "deren", "ihre", "seine"}):
        return None
    if gender == "f" and low in {"das", "dem", "den", "des"}:
        return None
    if gender is None:
        gender = (
            "f"
            if low in {"die", "diese"}
            else "m"
            if low in {"dem", "den", "des"}
            else "f"
            if word.endswith("en") and low == "der"
            else "m"
            if low == "der"
            else None
        )
        if word.endswith(("igen", "ten", "den")) and low == "die":
            return None
    if role is not None and is_body(word) and gender != "f":
        return None
    following = line.word(i + 1)
    country = country or (f"country/{people[0]}" if people else None) or _country_of(following)
    if country is None and following in {"der", "des"}:
        country = _country_of(line.word(i + 2)) or _country_of(line.word(i + 3))
    if country is None and k > 0 and (before := _country_of(line.word(i - 1))):
        country = before
    start = line.tokens[k + 1].start
    return Description(
        start,
        line.tokens[i].end,
        role,
        gender,
        country,
        tuple(line.word(x) for x in range(k + 1, i + 1)),
        low in POSSESSIVE,
    )


def _foreign(line: Line, i: int, language: str) -> Description | None:
    words = tuple(line.word(k) for k in range(i, min(i + 3, len(line.tokens))))
    found = foreign_role(words, language=language)
    if found is None or found[0].office == "person":
        return None
    role, length = found
    k, country = i - 1, None
    if language == "ru":
        country = adjective_of(line.word(i - 1), language="ru") or _country_of(line.word(i + length))
        named = line.taken[i + length] if i + length < len(line.tokens) else False
        if named and country is None:
            return None
        return Description(
            line.tokens[i].start, line.tokens[i + length - 1].end, role, role.gender, country, words[:length]
        )
    while k >= 0 and i - k < 4 and line.word(k).lower() not in DEFINITE | POSSESSIVE:
        if not line.word(k)[:1].isalpha() or line.word(k) in {"a", "an"}:
            break
        country = country or adjective_of(line.word(k), language="en")
        k -= 1
    if line.word(k).lower() not in {"the", "his", "her", "its", "their", "this"} and line.word(i - 1) not in {
        "'s",
        "’s",
    }:
        return None
    first = k + 1 if line.word(k).lower() in DEFINITE | POSSESSIVE else i
    return Description(
        line.tokens[first].start, line.tokens[i + length - 1].end, role, role.gender, country, words[:length], False
    )


def fit(description: Description, draft: Draft) -> float:
    """Return how well a description fits a person, 0 where it cannot mean them."""
    if description.gender and draft.gender and description.gender != draft.gender:
        return 0.0
    score = 0.5
    if description.country and draft.country:
        if description.country != draft.country and not (description.country[:3] == "sta") != (
            draft.country[:3] == "sta"
        ):
            return 0.0
        if description.country == draft.country:
            score += 1.5
    role = description.role
    if role is None:
        return score + (0.3 if description.gender and draft.gender else 0.0)
    if role.office == "person":
        return 0.0
    best = -1.0
    for other, _ in draft.roles:
        value = -1.0
        if other.lemma == role.lemma:
            value = 2.5
        elif fits(role.office, other.office):
            value = 1.6
        if value > 0 and role.modifier and other.modifier:
            same = role.modifier == other.modifier or role.modifier in other.modifier or other.modifier in role.modifier
            value = value + 1.5 if same else (value - 1.0 if role.office != other.office else value)
        elif value > 0 and role.modifier and any(role.modifier in noun.lower() for noun in draft.context):
            value += 1.0
        best = max(best, value)
    if best < 0 and role.modifier and any(role.modifier in noun.lower() for noun in draft.context):
        best = 1.0
    if best < 0:
        if (draft.roles and role.office not in {"politician"}) or (not draft.roles and role.office not in GENERIC_OFFICES):
            return 0.0
        best = 0.2 if not draft.roles else -0.1
    return score + best


def choose(description: Description, drafts: list[Draft]) -> tuple[Draft, str] | None:
    """Return the person a description means: the best fit, the nearer one where two fit alike."""
    best: tuple[float, Draft] | None = None
    for draft in drafts:
        value = fit(description, draft)
        if value <= 0.3:
            continue
        before = [mention[1] for mention in draft.mentions if mention[1] <= description.start]
        if before:
            value += 0.9 / (1.0 + (description.start - max(before)) / 250.0)
        else:
            value -= 0.4
        if best is None or value > best[0]:
            best = (value, draft)
    if best is None:
        return None
    words = " ".join(description.words)
    return best[1], f"description „{words}“"


def describe_body(line: Line, i: int, *, language: str) -> tuple[Institution, int] | None:
    """Return the organisation noun at token ``i`` where it refers back, with the index of the first word; or None."""
    if line.taken[i] or line.title[i]:
        return None
    word = line.word(i)
    if language == "en":
        kind = _ENGLISH_ORGS.get(word.lower())
        if kind is None or line.word(i - 1).lower() != "the":
            return None
        return Institution(word.lower(), kind, "-", True, True), i
    if language != "de":
        return None
    body = institution(word)
    if body is None or not body.generic or not body.whole:
        return None
    article = line.word(i - 1)
    if article.lower() not in DEFINITE and article not in POSSESSIVE and article not in {"Vom", "Beim"}:
        return None
    return body, i


def choose_body(body: Institution, position: int, drafts: list[Draft]) -> Draft | None:
    """Return the last organisation before a position that the noun fits."""
    wanted = _ORG_FITS.get(body.kind, {body.kind})
    best: tuple[int, Draft] | None = None
    for draft in drafts:
        if draft.type not in {"organization", "other"}:
            continue
        kinds = (
            {draft.institution[1]}
            if draft.institution
            else {draft.entry.kind}
            if draft.entry
            else set(draft.context) or {"other"}
        )
        if (
            body.noun in {"kommission", "notenbank", "nationalbank"}
            and draft.entry is None
            and draft.institution is not None
            and body.noun not in draft.institution[0]
        ):
            continue
        if not kinds & wanted:
            continue
        before = [mention[1] for mention in draft.mentions if mention[1] <= position]
        if before and (best is None or max(before) > best[0]):
            best = (max(before), draft)
    return best[1] if best else None
