"""How firmly each mention puts a claim, and where one article tells as plain fact what others hedge or put on somebody.

Such *drift* (``stürzte ab, weil …`` against ``soll abgestürzt sein, weil …``) is no dispute: nothing excludes anything.
It is told beside the verdict. An article counts by its most cautious mention, since whoever names the source once may
go on without; only where no mention of it hedges or attributes is the claim told as a fact there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.figures import comparable, other_initiator, rejects
from quellenlage.corpus.claims.moments import other_day
from quellenlage.corpus.claims.terms import words_of
from quellenlage.corpus.records import Drift
from quellenlage.layers.annotations import Certainty, Statement

_CAUTION: Final[tuple[Certainty, ...]] = ("asserted", "reported", "hedged")
"""From plain fact to hearsay."""

LIKELY: Final = 0.35
"""Probability that a plain and a cautious mention of one language must have of saying the same thing."""

FOREIGN: Final = 0.6
"""The same across languages, where no words can be compared."""

_LETTERS: Final = 5
"""Letters by which a word is known again in another form."""

_WORDS: Final = 2
"""Words that a mention shares at least with a longer one that holds nearly all of it."""

_QUOTES: Final = frozenset('„“”"«»‚‘’›‹')


class Telling(NamedTuple):
    """A mention that does not deny: how firmly it is put, and its number among the story's assertions."""

    assertion: Assertion
    certainty: Certainty
    number: int
    act: bool


def telling(assertion: Assertion, statement: Statement | None, number: int, *, denies: bool, text: str) -> Telling:
    """Tell how firmly a mention is put forward, in the words of the contract's statements.

    Args:
        assertion: The mention.
        statement: The statement that it is content of, or None.
        number: Its number among the story's assertions.
        denies: True where it says the opposite of the claim.
        text: Its article.
    """
    words = set(assertion.print.split())
    certainty: Certainty = "asserted"
    if denies:
        certainty = "denied"
    elif words & words_of(f"{assertion.language}.hedge"):
        certainty = "hedged"
    elif statement is not None:
        certainty = "reported" if statement.certainty == "denied" else statement.certainty
    elif words & words_of(f"{assertion.language}.source") or _quoted(assertion, text):
        certainty = "reported"
    elif assertion.subjunctive and not words & words_of("de.modal"):
        certainty = "reported"  # a Konjunktiv without a statement is another's word too; "soll" alone is mostly a plan
    return Telling(assertion, certainty, number, _act(assertion, statement))


def _quoted(assertion: Assertion, text: str) -> bool:
    """Tell whether a mention opens with a quotation mark that does not close in it: a quotation of unknown speaker."""
    start, end = assertion.span.start, assertion.span.end
    return text[max(0, start - 1) : start] in _QUOTES and not _QUOTES & set(text[start:end])


def _act(assertion: Assertion, statement: Statement | None) -> bool:
    """Tell whether a mention tells a speech act itself (``forderte den Rücktritt``), which the article vouches for."""
    if statement is None or statement.type != "reported":
        return False
    sourced = set(assertion.print.split()) & words_of(f"{assertion.language}.source")
    return not sourced and any(assertion.span.overlap(cue) for cue in statement.cue)


def drift(
    tellings: Sequence[Telling], likely: Callable[[int, int], float], source_of: Mapping[str, str]
) -> Drift | None:
    """Return which articles tell a claim as plain fact and which with more caution; None where all are alike.

    Only articles are named whose words are likely the same claim, speak of the same day and give no values that exclude
    each other. A plan, a forecast and a told speech act (``forderte``) are on neither side.

    Args:
        tellings: The mentions of one claim that do not deny it.
        likely: Probability that two of them, by number, say the same.
        source_of: For each copy the article it was taken from.
    """
    caution: dict[str, Certainty] = {}
    for t in tellings:
        known = caution.get(t.assertion.article, "asserted")
        caution[t.assertion.article] = max(known, t.certainty, key=_CAUTION.index)
    plain = [t for t in tellings if caution[t.assertion.article] == "asserted" and _plain(t.assertion)]
    careful = [t for t in tellings if t.certainty != "asserted" and not t.act]
    found = [
        (a, b)
        for a, b in product(plain, careful)
        if _same(a, b, likely(a.number, b.number)) and not _elsewhere(a.assertion, b.assertion)
    ]
    if not found:
        return None
    pairs = {(a.assertion.article, b.assertion.article) for a, b in found}
    fact, other = max(
        found, key=lambda pair: (_CAUTION.index(pair[1].certainty), likely(pair[0].number, pair[1].number))
    )
    named = [key for key in dict.fromkeys(t.assertion.article for t in tellings) if any(key in pair for pair in pairs)]
    return Drift(
        asserted=tuple(key for key in named if caution[key] == "asserted"),
        reported=tuple(key for key in named if caution[key] == "reported"),
        hedged=tuple(key for key in named if caution[key] == "hedged"),
        dropped=tuple(key for key in named if any((key, source) in pairs for source in _sources(key, source_of))),
        why=f"“{fact.assertion.words}” / “{other.assertion.words}”",
    )


def _same(a: Telling, b: Telling, probability: float) -> bool:
    """Tell whether two mentions say the same, so that only the caution differs: mostly the same words, not one more."""
    if a.assertion.language != b.assertion.language:
        return probability >= FOREIGN
    less, more = sorted((_stems(a.assertion), _stems(b.assertion)), key=len)
    shared = len(less & more)
    alike = 2 * shared >= len(less | more) or (shared >= _WORDS and 5 * shared >= 4 * len(less))
    return probability >= LIKELY and shared > 0 and alike


def _stems(assertion: Assertion) -> set[str]:
    return {term[:_LETTERS] for term, weight in assertion.terms.items() if weight == 1.0} | assertion.entities


def _plain(assertion: Assertion) -> bool:
    own = assertion.statement is None and assertion.told
    return own and not (assertion.forecast or assertion.occasion or assertion.subjunctive)


def _elsewhere(a: Assertion, b: Assertion) -> bool:
    """Tell whether two mentions speak of other days or give values that exclude each other."""
    if a.forecast or b.forecast or other_day(a, b) or rejects(a, b) or other_initiator(a, b):
        return True
    values = [(x, y) for x in a.quantities for y in b.quantities if comparable(x, y)]
    return bool(values) and not any(x.meets(y) for x, y in values)


def _sources(article: str, source_of: Mapping[str, str]) -> list[str]:
    """Return what an article was copied from, what that was copied from, and so on; circles end."""
    out: list[str] = []
    while (source := source_of.get(article)) is not None and source not in out:
        out.append(source)
        article = source
    return out
