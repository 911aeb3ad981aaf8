"""Denials that point back: what *wies die Vorwürfe zurück* or *dementierte* denies, in the sentences before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from quellenlage.corpus.claims.answers import SAID_TO, had_told
from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.terms import words_of

Roots = Callable[[Assertion], frozenset[str]]
"""The ids of the origins that an assertion rests on."""

Member = tuple[int, Assertion]
"""An assertion with its number in the story; a denial that points back has the number of what it denies."""

SAME: Final = 0.3
"""Probability from which a denial of one of two assertions of a group is one of the other too."""

_NUMERIC: Final = frozenset(
    ["zahl", "zahlen", "angabe", "summe", "summen", "betrag", "figure", "figures", "number", "sum", "amount", "сумму"]
)

_BEHIND: Final = 2
"""Sentences behind a denial in which what had been reported before is told: one may go on with the denial."""

_RELATIVE: Final = frozenset(["der", "die", "das", "dem", "den", "deren", "dessen"])
"""Words that open a German relative clause."""

_REACH: Final = 3
"""Sentences between a denial and what it denies."""


def denied(denial: Assertion, before: Sequence[Assertion], roots: Roots) -> list[Assertion]:
    """Return what a denial points back at: in the same article the nearest assertion before it in another sentence.

    A denial that speaks of a number points at the nearest one with a number; at most three sentences back. What says
    itself that something is not so is passed over where something else can be meant. *Die Vorwürfe* and *die
    Darstellung* are all that the same voice said in a row.

    Args:
        denial: The denial.
        before: The assertions before it, in order; of other articles too.
        roots: The origins of an assertion.
    """
    words = set(denial.print.split())
    accused = bool(words & words_of(f"{denial.language}.accusation"))
    numeric = bool(words & _NUMERIC)
    collective = bool(words & words_of(f"{denial.language}.collective"))
    own = roots(denial)
    found: list[Assertion] = []
    negative: Assertion | None = None
    for assertion in reversed(before):
        if assertion.article != denial.article or denial.sentence - assertion.sentence > _REACH:
            break
        if denial.paragraph - assertion.paragraph > 1 or assertion.sentence == denial.sentence:
            continue
        if found:
            if not collective or roots(assertion) != roots(found[0]) or not _doubtful(assertion):
                break
            if not assertion.negative:
                found.append(assertion)
            continue
        if (numeric and not assertion.quantities) or (accused and not _doubtful(assertion)):
            continue
        if assertion.statement is None:
            continue
        if roots(assertion) == own and denial.statement is not None:
            continue  # one voice; that of a denial without words of its own is not the article's
        told = _head(assertion, before)
        rumour = denial.sentence - told.sentence == 1 and bool(SAID_TO & set(told.print.split()))
        if told.negative and ((denial.back and denial.answers) or (rumour and not negative)):
            return [told]
        if told.negative:
            negative = negative or told
            continue
        found.append(told)
    return found or ([negative] if negative is not None else [])


def _head(assertion: Assertion, before: Sequence[Assertion]) -> Assertion:
    """Return the clause that a relative clause hangs on, which is what is denied; any other clause as it is."""
    hangs = assertion.relative or assertion.print.split(" ", 1)[0] in _RELATIVE
    if assertion.head is None or not hangs:
        return assertion
    place = (assertion.article, assertion.sentence, assertion.head)
    return next((a for a in before if (a.article, a.sentence, a.place) == place and not a.occasion), assertion)


def accusation(denial: Assertion, before: Sequence[Assertion], roots: Roots) -> Assertion | None:
    """Return what a denial in its own words answers: the nearest assertion by another voice on the same matter.

    ``X soll geschlossen werden. Die Firma bestreitet, dass X auf der Liste stehe``: both name the same thing.
    """
    own = roots(denial)
    for assertion in reversed(before):
        if assertion.article != denial.article or denial.sentence - assertion.sentence > _REACH:
            return None
        if assertion.sentence == denial.sentence or assertion.negative or roots(assertion) == own:
            continue
        if not _doubtful(assertion) and assertion.statement is None:
            continue
        if assertion.entities & denial.entities or _shared(assertion, denial):
            return assertion
    return None


def told_behind(
    denial: Assertion, behind: Sequence[Assertion], roots: Roots, words_of_sentence: Callable[[Assertion], str]
) -> Assertion | None:
    """Return what a denial answers where the next sentence tells it, as what had been reported before.

    ``Sie bestritt, dass Rentner bezahlt worden seien. Das Blatt hatte berichtet, 20 Senioren hätten Geld erhalten.`` So
    it does where the next voice holds against it: ``Dem Kurier zufolge liegt die Kündigung allerdings längst vor.``

    Args:
        denial: A denial in its own words.
        behind: The assertions behind it, in order.
        roots: The origins of an assertion.
        words_of_sentence: The whole sentence of an assertion.
    """
    own = roots(denial)
    for assertion in behind:
        if assertion.article != denial.article or assertion.sentence > denial.sentence + _BEHIND:
            return None
        if assertion.sentence == denial.sentence:
            continue
        told = assertion.statement is not None and not assertion.negative and roots(assertion) != own
        sentence = words_of_sentence(assertion)
        against = bool(words_of(f"{denial.language}.however") & set(sentence.lower().replace(",", " ").split()))
        against = against and assertion.sentence == denial.sentence + 1
        return assertion if told and (had_told(sentence) or against) else None
    return None


def elaborates(
    assertion: Assertion, denial: Assertion, target: Assertion, roots: Roots, denier: frozenset[str]
) -> bool:
    """Tell whether an assertion goes on with a denial: the next thing said, not by the accuser, is a no.

    ``Der Sprecher wies das zurück. Keiner sei bedroht worden, sagte er.`` Another voice than that of a denier who
    is named says something of its own.

    Args:
        assertion: What is said behind the denial.
        denial: The denial.
        target: What is denied.
        roots: The origins of an assertion.
        denier: The origin of the denial where somebody is named, else empty.
    """
    return (
        (not denier or roots(assertion) == denier)
        and assertion.negative
        and assertion.statement is not None
        and assertion.article == denial.article
        and assertion.paragraph == denial.paragraph
        and 0 <= assertion.sentence - denial.sentence <= 1
        and assertion.span.start >= denial.span.end
        and roots(assertion) != roots(target)
    )


def answered_apart(
    group: Sequence[Member], denials: Sequence[Member], likely: Callable[[int, int], float]
) -> list[list[Member]]:
    """Return a group with the denials that point at its members, parted where what is denied is hardly the rest.

    A group can hold two matters; a denial of one is no denial of the other. A denial in its own words (``bestritt,
    dass …``) names its matter itself and parts nothing.

    Args:
        group: Assertions taken for one claim.
        denials: Denials, each with the number of the member that it denies.
        likely: Probability that two members, by number, say the same.
    """
    targets = {number for number, _ in denials}
    reached = set(targets)
    while found := {n for n, _ in group if n not in reached and any(likely(n, other) >= SAME for other in reached)}:
        reached |= found
    near = [m for m in group if m[0] in reached]
    rest = [m for m in group if m[0] not in reached]
    if not targets or not near or not rest or any(denial.explicit for _, denial in denials):
        return [[*group, *denials]]
    return [rest, [*near, *denials]]


def _shared(a: Assertion, b: Assertion) -> bool:
    return any(w == 1.0 and b.terms.get(term) == 1.0 for term, w in a.terms.items())


def _doubtful(assertion: Assertion) -> bool:
    """Tell whether an assertion can be an accusation: it stands in the subjunctive, or it accuses."""
    return assertion.subjunctive or bool(assertion.concepts & {"accuse", "sue"})
