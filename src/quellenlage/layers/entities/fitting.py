"""Whom a description of a person means: how well it fits each person of a document."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.nominal import HEADS, Description
from quellenlage.layers.entities.resolve import Draft
from quellenlage.layers.entities.roles import Role, fits
from quellenlage.layers.entities.words import GENERIC_OFFICES, UNIQUE_OFFICES

_NEAR: Final = 320
"""Code points within which an office may first be told of a person who was named without one."""
_ENOUGH: Final = 0.3
_PRECISE: Final = frozenset(
    ["works-council", "operations-leader", "party-leader", "head-of-government", "head-of-state"]
)
"""Offices whose names mean one thing, however they are called."""
_OF_ONE_BODY: Final = frozenset(["works-council", "mayor", "district-administrator", "governor"])
"""Offices that tell whose head somebody is."""
_BARE: Final = frozenset(["Chef", "Leiter", "chief", "head"])
"""Titles that do not."""
_OF_SOMEBODY: Final = frozenset(["relative", "victim"])
"""What somebody is only to somebody else."""
_STATESMEN: Final = frozenset(["head-of-state", "head-of-government", "president"])


def _same_land(first: str, second: str) -> bool:
    if first == second:
        return True
    return (
        first.startswith("state/") != second.startswith("state/")
        and first.rpartition("/")[2][:2] == second.rpartition("/")[2][:2]
    )


def _is_union(noun: str) -> bool:
    words = gazetteer().words
    return any(
        form in words and words[form].kind == "union" for form in (noun, noun.capitalize(), noun.upper()) if form
    )


def _role_fit(role: Role, draft: Draft) -> float:
    """Return how well a title fits those a person has, below 0 where none does."""
    best = -1.0
    for other, _ in draft.roles:
        value = 2.5 if other.lemma == role.lemma else 1.6 if fits(role.office, other.office) else -1.0
        if role.office in _OF_ONE_BODY and other.office == "chief" and (other.lemma not in _BARE or other.modifier):
            value = -1.0  # the „Finanzvorstand“ is not the head of the works council
        told = bool(role.modifier) or role.lemma not in _BARE
        if role.office == "chief" and told and other.office in _OF_ONE_BODY and other.lemma != role.lemma:
            value = -1.0  # nor the other way round
        if value > 0 and role.office == other.office and role.office in _PRECISE:
            value = 2.5  # „Betriebsratschef“, „Betriebsratsvorsitzender“
        if value > 0 and role.modifier and other.modifier:
            alike = role.modifier in other.modifier or other.modifier in role.modifier
            value += 1.5 if alike else -0.6
        if other.office == "counterpart" and role.office in UNIQUE_OFFICES:
            value = 1.2
        if role.office == "unionist" and any(_is_union(noun) for noun in (*draft.context, other.modifier)):
            value = 1.6
        best = max(best, value)
    if draft.holds is not None and fits(role.office, draft.holds[0]):
        best = max(best, 1.8)
    if role.modifier and any(role.modifier in noun.lower() for noun in draft.context):
        best = max(best + 1.0, 1.2)
    return best


def _governs(draft: Draft) -> bool:
    """Tell whether a person is known to head a state or government."""
    return draft.holds is not None or any(role.office in _STATESMEN for role, _ in draft.roles)


def fit(description: Description, draft: Draft) -> float:
    """Return how well a description fits a person, 0 where it cannot mean them."""
    if description.gender and draft.gender and description.gender != draft.gender:
        return 0.0
    score = 0.5
    if description.age is not None and draft.age is not None:
        if description.age != draft.age:
            return 0.0
        score += 3.0
    if description.country and draft.country:
        if not _same_land(description.country, draft.country):
            return 0.0
        score += 1.5
    role = description.role
    if role is None:
        return score
    if description.body is not None and role.office in HEADS and _governs(draft):
        return 0.0  # the head of a firm or association is not the head of state
    value = _role_fit(role, draft)
    if role.office in _OF_SOMEBODY:
        return score + value if value > 0 else 0.0  # „die Mutter des Opfers“ is not whoever stands near
    if description.former and role.office in UNIQUE_OFFICES:
        # who is said to hold the office now is not its former holder
        return 0.0 if value > 0 else score + 0.2
    if value > 0:
        return score + value
    if any(other.office not in _OF_SOMEBODY for other, _ in draft.roles):
        return score + 0.1 if role.office == "politician" else 0.0
    if description.former and description.owned:
        return 0.0  # who held an office once is told apart from who merely stands near
    if role.office in GENERIC_OFFICES:
        return score + 0.2
    last = draft.mentions.last_before(description.start)
    return score if last >= 0 and description.start - last <= _NEAR and draft.holds is None else 0.0


def _pronoun(description: Description, drafts: list[Draft]) -> Draft | None:
    """Return whom the pronoun in the clause of a description means: the last of its gender named before."""
    if description.pronoun is None:
        return None
    of_gender = [draft for draft in drafts if draft.gender == description.pronoun]
    last = max(of_gender, key=lambda draft: draft.mentions.last_before(description.start), default=None)
    return last if last is not None and last.mentions.last_before(description.start) >= 0 else None


def choose(description: Description, drafts: list[Draft]) -> tuple[Draft, str] | None:
    """Return the person a description means: the best fit, the nearer one where two fit alike."""
    best: tuple[float, Draft] | None = None
    he = _pronoun(description, drafts)
    for draft in drafts:
        beside = description.beside and any(mention[0] in description.beside for mention in draft.mentions)
        if draft is he or beside:
            continue
        value = fit(description, draft)
        if value <= _ENOUGH:
            continue
        last = draft.mentions.last_before(description.start)
        value += 0.9 / (1.0 + (description.start - last) / 250.0) if last >= 0 else -0.4
        if value > _ENOUGH and (best is None or value > best[0]):
            best = (value, draft)
    return (best[1], f"description „{' '.join(description.words)}“") if best else None
