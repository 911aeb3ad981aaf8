"""What a number counts and what happened to it: people injured, jobs cut, cubic metres spilled, damage in euros.

Two papers tell one number with other words and another number with the same; what is counted and what happened to it
(its *fate*) says whether two figures are of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.quantity import Quantity, comparable
from quellenlage.corpus.claims.wordings import first, tells, units_of, wordings

_REACH: Final = 1
"""Sentences before a clause from which a bare figure takes what it counts."""

_THIN: Final = 3
"""Content words of a clause that gives little but a figure and who gives it."""


_BETWEEN: Final = 4
"""Words behind a number among which its noun stands."""

_HEAD: Final = 4
"""Letters by which a counted noun is known in another case."""

_POURED: Final = frozenset({"volume", "mass"})
"""Units that say nothing without the matter that is measured, which the words before often tell."""

_NAME: Final = 5
"""Letters that the name of a country and its adjective share."""

_NATION: Final = re.compile(r"\w{3,}isch(?:e|er|en|es)")
"""A German adjective of a nation, or of some other kind of people."""

_APART: Final = frozenset(
    {"dead", "injured", "missing", "detained", "infected", "aboard", "strike", "protest", "votes", "jobcut"}
)
"""Fates of people that are never figures for one another: how many strike is not how many lose their job."""

_PEOPLE: Final = frozenset({"person", "job"})
"""Kinds in which people are counted."""

_BARE_SUM: Final = 2
"""Content words of a clause that tells of a sum and not what it is for: its verb and its number."""

_JUDGED: Final = frozenset({"für", "for"})
"""Words by which a verb of holding tells an opinion (``hält 5 Prozent für zu wenig``)."""

_BARGAINED: Final = frozenset({"demand", "offer"})
"""What one side wants and the other gives."""

_UNCOUNTED: Final = frozenset({"rate", "duration"})
"""Units in which nothing is counted that a second paper would count again."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts.

    Attributes:
        quantity: The number.
        kind: ``person``, ``job``, ``force``, ``vote``, ``money:EUR``, ``volume`` …: what can be compared.
        fate: What happened to it (``injured``), or an empty string.
        told: The word that tells the fate, for the reader.
        groups: The groups of people that it is said to be (``children``); empty for people of any kind.
        grave: 1 for the badly, -1 for the slightly injured, 0 where nothing is said.
        narrowed: The names between the number and its noun (``19 kirgisische Bürger``).
        subset: True where it is a part of others (``davon zwei``).
        more: True where it comes on top of others (``weitere``), if only of those with another fate.
        here: True where it is of one place among others (``dort``, ``allein``).
        needed: True where so many are said to be needed or possible, not counted.
        total: True where it is said to be of all places together.
    """

    quantity: Quantity
    kind: str
    fate: str
    told: str
    groups: frozenset[str]
    grave: int
    narrowed: frozenset[str]
    subset: bool
    more: bool
    here: bool
    needed: bool
    total: bool


def kind_of(quantity: Quantity) -> str:
    """Return what a quantity is of, with all people as one; empty for a bare number."""
    unit = quantity.unit
    if unit in ("person", "injured", "dead", "missing"):
        return "person"
    return {"count": f"count:{quantity.noun}", "number": ""}.get(unit, unit)


def _fits(fate: str, kind: str) -> bool:
    return kind.partition(":")[0] in units_of(fate)


def _fate(quantity: Quantity, kind: str, words: str, language: str) -> tuple[str, str]:
    """Return what happened to what is counted, by its noun or else by the clause, and the word that tells it."""
    if quantity.unit in ("injured", "dead", "missing"):
        return quantity.unit, quantity.noun
    by_noun = first("noun", language, quantity.noun) if quantity.noun else None
    if by_noun is not None and by_noun[0] != "protest":
        return by_noun
    for fate, wording in wordings("fate", language).items():
        hit = wording.found(words) if _fits(fate, kind) else None
        if hit is not None and not (fate == "stake" and _JUDGED & set(words.split())):
            return fate, hit
    return by_noun or ("", "")


def counts(assertion: Assertion, context: str = "", nations: frozenset[str] = frozenset()) -> list[Count]:
    """Return what the numbers of a clause count.

    Args:
        assertion: The clause.
        context: Words before it in which a clause with little but a figure is understood.
        nations: First letters of the names in the story, by which ``armenische`` is known to be of one.
    """
    language = assertion.language
    words = assertion.print
    out = []
    for quantity in assertion.quantities:
        kind = kind_of(quantity)
        if not kind or quantity.unit in _UNCOUNTED or quantity.role in ("change", "from", "whole"):
            continue
        fate, told = _fate(quantity, kind, words, language)
        if not fate and kind.startswith("money") and _bare_sum(assertion):
            fate, told = first("sum", language, words) or ("", "")
        if not fate and context and kind.startswith(("person", "volume", "mass", "money", "vote")):
            fate, told = _fate(quantity, kind, context, language)
        near = _near(words, quantity)
        before = words.partition(quantity.words.lower())[0]
        out.append(
            Count(
                quantity=quantity,
                kind=kind,
                fate=fate,
                told=told,
                groups=frozenset(g for g, wording in wordings("group", language).items() if wording.found(near)),
                grave=tells("grave", language, near) - tells("light", language, near),
                narrowed=frozenset(
                    w for w in _narrowed(words, quantity) if w[:_NAME] in nations or _NATION.fullmatch(w)
                ),
                subset=quantity.role == "part" or tells("subset", language, before),
                more=tells("more", language, near),
                here=tells("here", language, words),
                needed=tells("need", language, words),
                total=tells("total", language, words),
            )
        )
    return out


def _bare_sum(assertion: Assertion) -> bool:
    """Tell whether a clause tells of a sum and not what it is for (``Dafür sind zwei Millionen Euro vorgesehen``)."""
    return not assertion.entities and sum(weight == 1.0 for weight in assertion.terms.values()) <= _BARE_SUM


def _near(words: str, quantity: Quantity) -> str:
    """Return the words around a number: two before it, and up to the counted noun or two behind."""
    place = words.find(quantity.words.lower())
    if place < 0:
        return words
    before = words[:place].split()[-2:]
    behind = words[place:].split()
    stop = next((n for n, word in enumerate(behind) if quantity.noun and word.startswith(quantity.noun[:4])), 2)
    return " ".join((*before, *behind[: max(stop, 2) + 2]))


def _narrowed(words: str, quantity: Quantity) -> frozenset[str]:
    """Return the words between a number and its noun."""
    behind = words.partition(quantity.words.lower())[2].split()[:_BETWEEN]
    stop = next((n for n, word in enumerate(behind) if quantity.noun and word.startswith(quantity.noun[:_HEAD])), 0)
    return frozenset(behind[:stop])


def thin(assertion: Assertion) -> bool:
    """Tell whether a clause gives little but a figure and who gives it."""
    said = wordings("other", assertion.language).get("-")
    nouns = {quantity.noun for quantity in assertion.quantities}
    content = [
        term
        for term, weight in assertion.terms.items()
        if weight == 1.0 and term not in nouns and not (said and said.found(term))
    ]
    return len(content) <= _THIN


def contexts(found: Sequence[Assertion]) -> list[str]:
    """Return for each clause that gives little but a figure the words before it in its paragraph; else nothing."""
    out: list[str] = []
    for place, assertion in enumerate(found):
        words: list[str] = []
        if not assertion.quantities:
            out.append("")
            continue
        if thin(assertion) or any(quantity.unit in _POURED for quantity in assertion.quantities):
            for before in reversed(found[max(0, place - 4) : place]):
                near = before.article == assertion.article and before.paragraph == assertion.paragraph
                if not near or assertion.sentence - before.sentence > _REACH:
                    break
                words.append(before.print)
        out.append(" ".join(reversed(words)))
    return out


def all_counts(found: Sequence[Assertion]) -> list[list[Count]]:
    """Return what the numbers of each clause of a story count; bare clauses are read with the words before them."""
    nations = frozenset(
        word[:_NAME].lower()
        for assertion in found
        for name in assertion.names.values()
        for word in name.split()
        if len(word) >= _NAME
    )
    around = contexts(found)
    return [counts(a, around[place], nations) if a.quantities else [] for place, a in enumerate(found)]


def unlike(a: Count, b: Count) -> bool:
    """Tell whether two counts are of different people or things, whatever their numbers."""
    if a.subset or b.subset or a.needed != b.needed or a.grave * b.grave < 0 or not comparable(a.quantity, b.quantity):
        return True
    if a.groups and b.groups and a.groups != b.groups:
        return True
    if a.quantity.meets(b.quantity):
        return a.grave != b.grave
    small, large = (a, b) if a.quantity.value < b.quantity.value else (b, a)
    part = a.groups != b.groups  # some of them, not another figure for all
    return part or some_of(a, b) or a.more or b.more or small.grave != large.grave or (large.total and not small.total)


def one_kind(a: Count, b: Count) -> bool:
    """Tell whether two counts are of one kind; people and their jobs are."""
    return a.kind == b.kind or {a.kind, b.kind} == _PEOPLE


def other_matter(a: Count, b: Count) -> bool:
    """Tell whether two counts cannot be figures for one thing: other fates, some and all, needed and given."""
    if not one_kind(a, b) or a.quantity.meets(b.quantity):
        return False
    if a.fate and b.fate and a.fate != b.fate:
        return {a.fate, b.fate} <= _APART or {a.fate, b.fate} == _BARGAINED
    part = a.subset != b.subset and a.kind == "person"
    return a.needed != b.needed or part or (bool(a.fate) and a.fate == b.fate and some_of(a, b))


def other_fate(a: Assertion, x: Quantity, b: Assertion, y: Quantity) -> bool:
    """Tell whether two numbers of people in two clauses tell two fates (who strikes, and who loses a job)."""
    fates = [
        next((count.fate for count in counts(clause) if count.quantity == figure), "")
        for clause, figure in ((a, x), (b, y))
    ]
    return bool(fates[0] and fates[1]) and fates[0] != fates[1]


def some_of(a: Count, b: Count) -> bool:
    """Tell whether the smaller of two counts of people is of those of one nation and the other of all."""
    small, large = (a, b) if a.quantity.value < b.quantity.value else (b, a)
    return bool(small.narrowed) and not large.narrowed and not large.groups


def with_unit(quantity: Quantity, like: Quantity, factor: float = 1.0) -> Quantity:
    """Return a bare number read in the unit of another one."""
    return replace(
        quantity,
        unit=like.unit,
        noun=like.noun,
        kind=like.kind,
        role=like.role,
        value=quantity.value * factor,
        low=quantity.low * factor,
        high=quantity.high * factor,
    )
