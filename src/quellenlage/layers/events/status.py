"""Whether an event is told as fact, plan, allegation or denial.

Tense, modal verb and negation of its clause decide, the date beside the article's, and the statement it stands in.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from quellenlage import edtf
from quellenlage.layers import german
from quellenlage.layers.annotations import EventStatus, Statement
from quellenlage.layers.events import french
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.tense import called_before, governing, indicative, modal, present, told_back
from quellenlage.layers.events.words import EMPTY, WORDS, Found

_PERFECT: Final = 3
"""Words between *had* and its participle (``had been fired``)."""
_DETERMINED: Final = 6
"""Words between *no* and the verb of its noun (``no shots had been fired``)."""


def _negated(clause: Clause, found: Found, *, language: str) -> bool:
    """Tell whether the event itself is negated, and not a part of the clause beside it."""
    if language == "fr":
        return french.negated(clause, found)
    negation = WORDS.get(f"{language}.negation", EMPTY)
    lowered = [token.text.lower() for token in clause.tokens]
    places = [i for i, word in enumerate(lowered) if word in negation]
    if language == "de":  # versprach, keine Schule zu schließen: negates what is promised
        places = [i for i in places if not _comma_between(clause, i, found.place)]
    if not places:
        return False
    if language != "de":
        return any(0 < found.place - i <= (_DETERMINED if lowered[i] == "no" else 3) for i in places)
    if found.verb is not None and any(found.verb < i and _ends(clause, i) for i in places):
        return True
    if found.trigger.kind == "n":
        existing = {token.text.lower() for token in clause.tokens} & WORDS["de.existing"]
        return bool(existing) or any(found.place - 2 <= i < found.place for i in places)
    # "nicht gegen Dritte" negates a part only: the negation must stand next to the verb or at the end of the clause
    last = len(clause.tokens) - 1
    return any(i in (found.place - 1, last, last - 1) or clause.tokens[i].text[:1].lower() == "k" for i in places)


def _comma_between(clause: Clause, one: int, other: int) -> bool:
    first, last = min(one, other), max(one, other)
    return any(b.start - a.end > 1 for a, b in pairwise(clause.tokens[first : last + 1]))


def _ends(clause: Clause, place: int) -> bool:
    """Tell whether a negation stands before the verb's end, and not before a part of the clause (``nicht in Bonn``)."""
    behind = [token.text for token in clause.tokens[place + 1 :]]
    return not behind or (behind[0].islower() and (len(behind) == 1 or behind[0] in german.SEPARABLE - _PREPOSITIONS))


_PREPOSITIONS: Final = WORDS["de.preposition_particle"] | WORDS["de.place"]


class Setting(NamedTuple):
    """What stands around an event that bears on its status.

    Attributes:
        date: EDTF date of the event, or None.
        published: Publication date of the article (EDTF), or None.
        day_named: True where the clause names a day, be it known which or not.
        over: Words of the clauses before it in its sentence, in lower case: of what an infinitive depends on.
    """

    date: str | None
    published: str | None
    day_named: bool = False
    over: frozenset[str] = frozenset()

    def coming(self) -> bool:
        """Tell whether the event's date lies behind the publication."""
        begins, after = edtf.bounds(self.date)[0], edtf.bounds(self.published)[1]
        return begins is not None and after is not None and begins > after

    def open_end(self) -> bool:
        """Tell whether the event's date is a period that the publication lies in."""
        begins, ends = edtf.bounds(self.date)
        first = edtf.bounds(self.published)[0]
        return begins is not None and ends is not None and first is not None and begins <= first < ends


def status(
    clause: Clause, found: Found, statement: Statement | None, setting: Setting, *, language: str
) -> tuple[EventStatus, str]:
    """Return the status of an event and the words or facts that decided.

    Args:
        clause: The clause that tells it.
        found: Its trigger.
        statement: The statement whose content the clause is, or None.
        setting: Its date and that of the article.
        language: First part of the BCP 47 code.
    """
    words = [token.text.lower() if i == 0 else token.text for i, token in enumerate(clause.tokens)]
    if statement is not None and statement.certainty == "denied" and not found.occasion:
        return "denied", "statement is denied"
    if found.outcome:
        verb = words[found.verb] if found.verb is not None else found.outcome
        return ("denied" if found.outcome == "cancelled" else "planned"), f"{found.outcome}: {verb}"
    if found.aim and called_before(clause, language=language):
        return "occurred", "called for before"
    if found.aim:
        return "planned", "called for, threatened or promised"
    if found.occasion:
        back = told_back(clause, found, language=language)
        late = setting.coming() and (back is None or modal(clause, found, words, language=language) == "planned")
        return ("planned", "dated after the article") if late else ("occurred", "named as an occasion")
    if _negated(clause, found, language=language):
        return "denied", "negated"
    over = governing(clause, found, setting.over, language=language)
    if over is not None:
        return over, "told by the verb over it"
    return (
        _planned(clause, found, words, setting, statement, language=language)
        or _hearsay(clause, found, words, statement, language=language)
        or ("occurred", "told as fact")
    )


def _planned(
    clause: Clause,
    found: Found,
    words: list[str],
    setting: Setting,
    statement: Statement | None,
    *,
    language: str,
) -> tuple[EventStatus, str] | None:
    """Return ``planned`` and why, where tense, words of intention or the date make an event one to come."""
    folded = {word.lower() for place, word in enumerate(words) if place != found.place or "für" in words}
    finite = words[clause.finite] if clause.finite is not None else ""
    mood = modal(clause, found, words, language=language)
    back = told_back(clause, found, language=language)
    if mood == "alleged":
        late = setting.coming() or (setting.open_end() and "bis" in folded)
        return ("planned", "dated after the article") if late else None
    intended = bool(WORDS.get(f"{language}.planned", EMPTY) & folded) and back is not True
    bound = finite in WORDS.get(f"{language}.must", EMPTY) and (setting.coming() or bool({"noch", "bis"} & folded))
    if mood == "planned" or intended or bound:
        return "planned", f"plan: {finite or 'announced'}"
    if language == "en" and statement is not None and statement.type == "indirect" and "would" in words[: found.place]:
        return "planned", "reported as to come: would"
    if setting.coming() and back is not True:
        return "planned", "dated after the article"
    if clause.finite is None and back is False:
        return "planned", "told as the next"
    expected = clause.opener == "dass" and bool(setting.over & WORDS["de.expecting"])
    if expected and back is not True and present(clause, language):
        return "planned", "expected"  # rechnet damit, dass das Werk geschlossen wird
    soon = setting.open_end() and bool(folded & WORDS.get(f"{language}.soon", EMPTY))
    if back is None and soon and present(clause, language):
        return "planned", "present tense with a period to come"
    if back is None and setting.published is None and setting.day_named and present(clause, language):
        return "planned", "present tense with a date"
    return None


def _hearsay(
    clause: Clause, found: Found, words: list[str], statement: Statement | None, *, language: str
) -> tuple[EventStatus, str] | None:
    """Return ``alleged`` and why, where words, a hedge or indirect speech make an event hearsay."""
    finite = words[clause.finite] if clause.finite is not None else ""
    said = WORDS.get(f"{language}.alleged", EMPTY) & {word.lower() for word in words}
    if said or modal(clause, found, words, language=language) == "alleged":
        return "alleged", "told as hearsay"
    if statement is None:
        return None
    follows = "demnach" in {word.lower() for word in words} and indicative(clause, language)
    if statement.certainty == "hedged" and not follows:
        return "alleged", "hedged statement"
    told = statement.type != "direct" and statement.certainty == "reported"
    if told and language == "en" and _shifted(clause, found):
        return "alleged", "indirect speech: had"
    indirect = told and language == "de"
    if indirect and (german.is_subjunctive1(finite.lower()) or german.is_subjunctive2(finite.lower())):
        return "alleged", f"indirect speech: {finite}"
    return None


def _shifted(clause: Clause, found: Found) -> bool:
    """Tell whether an English verb stands in the past perfect, into which reported speech shifts what it tells."""
    before = [token.text.lower() for token in clause.tokens[max(0, found.place - _PERFECT) : found.place]]
    return found.trigger.kind == "v" and "had" in before
