"""Whether an event is told as fact, plan, allegation or denial.

Tense, modal verb and negation of its clause decide, the date beside the article's, and the statement it stands in.
"""

from __future__ import annotations

from quellenlage import edtf
from quellenlage.layers import german
from quellenlage.layers.annotations import EventStatus, Statement
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.triggers import EMPTY, WORDS, Found


def _perfect_infinitive(words: list[str]) -> bool:
    """Tell whether the clause ends in a perfect infinitive (``gesagt haben``, ``geöffnet worden sein``)."""
    if len(words) < 3 or words[-1] not in ("haben", "sein"):
        return False
    before = words[-2]
    return before == "worden" or any(r.mood == "part" and r.tense == "past" for r in german.verb_readings(before))


def _modal(clause: Clause, words: list[str], *, language: str) -> str | None:
    """Return ``planned`` or ``alleged`` where the finite verb makes it so."""
    finite = words[clause.finite] if clause.finite is not None else ""

    def has(group: str) -> bool:
        return finite in WORDS.get(f"{language}.{group}", EMPTY)

    if language == "de":
        if has("hearsay") or has("past_plan"):
            return "alleged" if _perfect_infinitive(words) else "planned"
        if has("intention"):
            return "planned"
        if has("future"):
            rest = words[(clause.finite or 0) + 1 :]
            infinitive = any(
                r.mood == "inf" for word in rest[-2:] for r in german.verb_readings(word) if word[:1].islower()
            )
            participle = any(r.mood == "part" for word in rest[-1:] for r in german.verb_readings(word))
            return "planned" if infinitive and not participle else None
        return None
    future = WORDS.get(f"{language}.future", EMPTY) | WORDS.get(f"{language}.intention", EMPTY)
    return "planned" if future & set(words) else None


def _negated(clause: Clause, found: Found, *, language: str) -> bool:
    """Tell whether the event itself is negated, and not a part of the clause beside it."""
    negation = WORDS.get(f"{language}.negation", EMPTY)
    places = [i for i, token in enumerate(clause.tokens) if token.text.lower() in negation]
    if not places:
        return False
    if language != "de":
        return any(0 < found.place - i <= 3 for i in places)
    if found.trigger.kind == "n":
        return any(found.place - 2 <= i < found.place for i in places)
    # "nicht gegen Dritte" negates a part only: the negation must stand next to the verb or at the end of the clause
    last = len(clause.tokens) - 1
    return any(i in (found.place - 1, last, last - 1) or clause.tokens[i].text[:1].lower() == "k" for i in places)


def _preterite(clause: Clause, language: str) -> bool:
    if language != "de" or clause.finite is None:
        return False
    readings = german.verb_readings(clause.tokens[clause.finite].text.lower())
    return any(r.mood == "ind" and r.tense == "past" for r in readings)


def status(
    clause: Clause,
    found: Found,
    statement: Statement | None,
    *,
    date: str | None,
    published: str | None,
    language: str,
) -> tuple[EventStatus, str]:
    """Return the status of an event and the words or facts that decided.

    Args:
        clause: The clause that tells it.
        found: Its trigger.
        statement: The statement whose content the clause is, or None.
        date: EDTF date of the event, or None.
        published: Publication date of the article (EDTF), or None.
        language: First part of the BCP 47 code.
    """
    words = [token.text.lower() if i == 0 else token.text for i, token in enumerate(clause.tokens)]
    folded = {word.lower() for word in words}
    if statement is not None and statement.certainty == "denied":
        return "denied", "statement is denied"
    if found.occasion:
        return "occurred", "named as an occasion"
    if _negated(clause, found, language=language):
        return "denied", "negated"
    modal = _modal(clause, words, language=language)
    if modal == "planned" or WORDS.get(f"{language}.planned", EMPTY) & folded:
        return "planned", f"plan: {words[clause.finite] if clause.finite is not None else 'announced'}"
    if modal == "alleged" or WORDS.get(f"{language}.alleged", EMPTY) & folded:
        return "alleged", "told as hearsay"
    begins, after = edtf.bounds(date)[0], edtf.bounds(published)[1]
    if begins is not None and after is not None and begins > after and not _preterite(clause, language):
        return "planned", "dated after the article"
    if statement is not None and statement.certainty == "hedged":
        return "alleged", "hedged statement"
    if statement is not None and statement.type != "direct" and statement.certainty == "reported":
        finite = clause.tokens[clause.finite].text if clause.finite is not None else ""
        if language == "de" and (german.is_subjunctive1(finite.lower()) or german.is_subjunctive2(finite.lower())):
            return "alleged", f"indirect speech: {finite}"
    return "occurred", "told as fact"
