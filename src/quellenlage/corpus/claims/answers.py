"""Direct answers: a denial that stands right behind the other voice's words, and what it denies there.

``Busse sollen verkauft werden. Der Chef bestreitet, dass eine Trennung beschlossen sei`` shares no word, and
``A widersprach: Man habe erst mittags davon gehört`` no negation; that they answer is told by their place and by the
verb that sets one voice against the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.terms import words_of
from quellenlage.layers.annotations import Statement

_HAD_TOLD: Final = re.compile(
    r"(?i)\bhatten?\b.*\b(?:gemeldet|berichtet|geschrieben|behauptet|vorgeworfen|verbreitet|berufen|zitiert|vermeldet)\b"
    r"|\bhad (?:\w+ly )?(?:reported|claimed|alleged|written|said)\b"
)
"""What had been told before what the sentence in front tells."""

_AGAINST: Final = re.compile(
    r"(?i)\bwiders?pr[aeioä]ch\w*|\bh[äi]e?lt\w*\b.*\bdagegen\b|\bdagegen\W+h[äi]e?lt\w*|\bkonter\w*"
    r"|\bcontradict\w*|\bcounter(?:s|ed)\b|\bвозра[зж]\w*"
)
"""Verbs that set what is said against what was said right before, whether it is a *no* or not."""

SAID_TO: Final = frozenset(["soll", "sollen", "angeblich", "reportedly", "allegedly", "якобы"])
"""Words of a rumour."""

_SUCH: Final = 3
"""Sentences back in which a denial of *such* things finds what it means."""


class Desk(Protocol):
    """Where the statements and sentences of assertions are looked up."""

    def statement(self, assertion: Assertion) -> Statement | None:
        """The statement that an assertion is content of."""

    def sentence(self, assertion: Assertion) -> str:
        """The whole sentence of an assertion."""

    def frame(self, assertion: Assertion) -> str:
        """The words by which an assertion is put on its speaker; empty where it is no statement."""

    def roots(self, assertion: Assertion) -> frozenset[str]:
        """The origins that an assertion rests on."""


class _Denial(NamedTuple):
    against: bool
    reach: int


def had_told(sentence: str) -> bool:
    """Tell whether a sentence tells what had been reported before (``Das Blatt hatte berichtet``)."""
    return _HAD_TOLD.search(sentence) is not None


def at_once(denial: Assertion, before: Sequence[Assertion], desk: Desk) -> Assertion | None:
    """Return what a denial answers: hearsay by another voice in the sentence before it; None where it answers none.

    A denial whose verb sets it against the other voice (``widersprach``, ``hielt dagegen``) answers whatever that voice
    said. Told speech acts (``forderte``) and relative clauses are not what is denied.

    Args:
        denial: An assertion; one that denies nothing and stands behind no such verb answers nothing.
        before: The assertions before it, in order; of other articles too.
        desk: Where statements, sentences and origins are looked up.
    """
    kind = _kind(denial, desk)
    if kind is None:
        return None
    own = desk.roots(denial)
    found: Assertion | None = None
    for assertion in reversed(before):
        if assertion.article != denial.article or denial.sentence - assertion.sentence > kind.reach:
            break
        if found is not None and assertion.sentence != found.sentence:
            break
        if assertion.sentence == denial.sentence or assertion.paragraph != denial.paragraph:
            continue
        statement = desk.statement(assertion)
        if statement is None or statement.type == "reported" or assertion.relative or desk.roots(assertion) == own:
            continue
        if not kind.against and (assertion.negative or not _hearsay(assertion, statement, desk)):
            continue
        # of the clauses of one sentence the one that says that something is so, else the last
        if found is None or (found.negative and not assertion.negative):
            found = assertion
    return found


def _kind(denial: Assertion, desk: Desk) -> _Denial | None:
    """Return how an assertion answers: set against the voice before, or denying hearsay; None where it does neither."""
    statement = desk.statement(denial)
    if statement is None or statement.type == "direct":
        return None
    if _AGAINST.search(desk.frame(denial)):
        return _Denial(against=True, reach=1)
    if denial.explicit and denial.negative:
        such = set(denial.print.split()) & words_of(f"{denial.language}.such")
        return _Denial(against=False, reach=_SUCH if such else 1)
    return None


def _hearsay(assertion: Assertion, statement: Statement, desk: Desk) -> bool:
    """Tell whether an assertion is told as a rumour, or as what had been reported."""
    rumour = statement.certainty == "hedged" or bool(SAID_TO & set(assertion.print.split()))
    return rumour or had_told(desk.sentence(assertion))
