"""What tense and mood make of an event: told back, to come, under another verb, or only supposed."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from quellenlage.layers import german
from quellenlage.layers.annotations import EventStatus
from quellenlage.layers.events import french
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.words import EMPTY, WORDS, Found

_RUSSIAN_PAST: Final = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись")
"""Endings of the Russian past."""


def _perfect_infinitive(clause: Clause) -> bool:
    """Tell whether a clause has a perfect infinitive (``gesagt haben``, ``geöffnet worden sein``) where verbs end.

    That is at its end or before a comma, behind which an infinitive clause depends on it; or at its start.
    """
    words = [token.text for token in clause.tokens]
    for place, token in enumerate(clause.tokens):
        if token.text not in ("haben", "sein") or place == 0 or len(words) < 3:
            continue
        last = place + 1 == len(words) or clause.tokens[place + 1].start - token.end > 1
        fronted = place == 1  # Ausgebrochen sein soll der Brand …
        if not last and not fronted:
            continue
        before = words[place - 1].lower() if fronted else words[place - 1]
        if before == "worden" or any(r.mood == "part" and r.tense == "past" for r in german.verb_readings(before)):
            return True
    return False


def told_back(clause: Clause, found: Found, *, language: str) -> bool | None:
    """Tell whether a clause tells of the past (True), of what is to come (False), or leaves it open (None)."""
    if language == "fr":
        return french.told_back(clause, found)
    words = [token.text.lower() if i == 0 else token.text for i, token in enumerate(clause.tokens)]
    if language == "de":
        finite = words[clause.finite] if clause.finite is not None else ""
        if found.trigger.kind == "n" and finite in WORDS["de.announces"]:
            return False
        if _intended(words, found, language=language) or (clause.finite is None and WORDS["de.next"] & set(words)):
            return False
        if _perfect_infinitive(clause) or _preterite(clause, language):
            return True
        if finite in WORDS["de.having"] and _participle(words):
            return True
        return False if modal(clause, found, words, language=language) == "planned" else None
    folded = {word.lower() for word in words}
    if _coming(clause, found, words, language=language):
        return False
    if language == "ru" and found.trigger.kind == "v" and words[found.place].lower().endswith(_RUSSIAN_PAST):
        return None if found.trigger.concept == "promise" else True  # a date beside a promise is that of its fulfilment
    if language == "en" and found.trigger.kind == "v" and not folded & WORDS["en.modal"]:
        return True if found.trigger.tense in ("past", "participle") else None
    return None


def called_before(clause: Clause, *, language: str) -> bool:
    """Tell whether a call was made before what the article tells (``hatte zum Streik aufgerufen``), and followed."""
    finite = clause.tokens[clause.finite].text.lower() if clause.finite is not None else ""
    return language == "de" and finite in ("hatte", "hatten")


def _intended(words: list[str], found: Found, *, language: str) -> bool:
    """Tell whether a clause ends in a word of intention other than its trigger (``ist für Montag geplant``)."""
    aimed = "für" in words  # hat für den 12. Juli Neuwahlen angesetzt, but: hat Insolvenz angemeldet
    ends = [word for place, word in enumerate(words) if place >= len(words) - 2 and (aimed or place != found.place)]
    return bool(WORDS.get(f"{language}.planned", EMPTY) & set(ends))


def has_participle(clause: Clause) -> bool:
    """Tell whether a German clause ends in a past participle (``gebaut``, ``verletzt worden war``)."""
    return _participle([token.text for token in clause.tokens])


def _participle(words: list[str]) -> bool:
    """Tell whether a clause ends in a past participle (``unterzeichnet``, ``verletzt worden``)."""
    return any(
        word == "worden" or any(r.mood == "part" and r.tense == "past" for r in german.verb_readings(word))
        for word in words[-3:]
        if word[:1].islower()
    )


def modal(clause: Clause, found: Found, words: list[str], *, language: str) -> EventStatus | None:
    """Return ``planned`` or ``alleged`` where the finite verb makes it so."""
    finite = words[clause.finite] if clause.finite is not None else ""

    def has(group: str) -> bool:
        return finite in WORDS.get(f"{language}.{group}", EMPTY)

    if language == "fr":
        return french.mood(clause, found)
    if language != "de":
        return "planned" if _coming(clause, found, words, language=language) else None
    if found.trigger.kind == "n" and has("announces"):
        return "planned"
    if has("hearsay") and "seit" in words:
        return "alleged"  # soll seit Mai in Haft sitzen: what is to come has not begun
    if has("hearsay") or has("past_plan"):
        return "alleged" if _perfect_infinitive(clause) else "planned"
    if has("intention") or has("expected"):
        return "planned"
    if has("future"):
        rest = words[(clause.finite or 0) + 1 :]
        infinitive = any(
            r.mood == "inf" for word in rest[-2:] for r in german.verb_readings(word) if word[:1].islower()
        )
        participle = any(r.mood == "part" for word in rest[-1:] for r in german.verb_readings(word))
        return "planned" if infinitive and not participle else None
    return None


def _coming(clause: Clause, found: Found, words: list[str], *, language: str) -> bool:
    """Tell whether words of the future stand before the trigger (``will``, ``is due to``, ``are to be``)."""
    future = WORDS.get(f"{language}.future", EMPTY) | WORDS.get(f"{language}.intention", EMPTY)
    before = [word.lower() for word in words[: found.place]]
    if future & set(before) or words[found.place].lower() in WORDS.get(f"{language}.ahead", EMPTY):
        return True
    pairs = set(pairwise(before))
    return language == "en" and bool(pairs & {("is", "to"), ("are", "to"), ("was", "to"), ("were", "to")})


def governing(clause: Clause, found: Found, before: frozenset[str], *, language: str) -> EventStatus | None:
    """Return what the verb over an infinitive with *zu* makes of it: planned, alleged, denied, or None.

    *Sie kündigte an, X zu verklagen* is a plan, *er bestreitet, X geschlagen zu haben* a denial.

    Args:
        clause: The clause.
        found: Its trigger.
        before: Words of the clauses before it in the sentence, in lower case; looked at where it has no finite verb.
        language: First part of the BCP 47 code.
    """
    if language != "de" or found.trigger.kind != "v" or found.place == clause.finite:
        return None
    words = [token.text for token in clause.tokens]
    token = words[found.place].lower()
    perfect = words[found.place + 1 : found.place + 3] in (
        ["zu", "haben"],
        ["zu", "sein"],
    )
    infinitive = found.trigger.tense == "infinitive" and (
        (found.place > 0 and words[found.place - 1] == "zu") or "zu" in token[2:8]
    )
    if not perfect and not infinitive:
        return None
    over = {word.lower() for word in words[: found.place]} | (before if clause.finite is None else frozenset())
    if over & WORDS["de.denying"]:
        return "denied"
    if over & WORDS["de.alleging"]:
        return "planned" if infinitive else "alleged"
    return "planned" if over & WORDS["de.announcing"] else None


def _purpose(clause: Clause, place: int) -> bool:
    """Tell whether *um*, *ohne* or *statt* opens the infinitive at ``place``: at the start or behind a comma."""
    for number, token in enumerate(clause.tokens[:place]):
        opens = number == 0 or token.start - clause.tokens[number - 1].end > 1
        if opens and token.text.lower() in WORDS["de.purpose"]:
            return True
    return False


def hypothetical(clause: Clause, found: Found, *, language: str) -> bool:
    """Tell whether a clause only asks or supposes (``ob``, ``falls``, ``könnte schließen``): it tells no event."""
    if clause.opener in WORDS.get(f"{language}.supposing", EMPTY):
        return True
    if language == "fr" and french.purpose(clause, found):
        return True
    finite = clause.tokens[clause.finite].text.lower() if clause.finite is not None else ""
    if language == "de" and found.trigger.kind == "v" and found.trigger.tense == "infinitive":
        zu = clause.tokens[found.place - 1].text == "zu" or "zu" in clause.tokens[found.place].text[2:8]
        if found.place > 0 and zu and _purpose(clause, found.place):
            return True
    if language == "de" and finite in ("müsste", "müssten"):
        return not {"bis", "noch"} & {token.text for token in clause.tokens}  # müsste den Verkauf genehmigen
    if language == "de" and clause.opener == "wenn" and told_back(clause, found, language=language) is not True:
        return True
    return not found.occasion and finite in WORDS.get(f"{language}.possible", EMPTY) and finite != ""


def _preterite(clause: Clause, language: str) -> bool:
    if language != "de" or clause.finite is None:
        return False
    readings = german.verb_readings(clause.tokens[clause.finite].text.lower())
    return any(r.mood == "ind" and r.tense == "past" for r in readings)


def present(clause: Clause, language: str) -> bool:
    """Tell whether the finite verb of a clause stands in the present (German only)."""
    if language != "de" or clause.finite is None:
        return False
    readings = german.verb_readings(clause.tokens[clause.finite].text.lower())
    return any(r.mood == "ind" and r.tense == "pres" and r.person == 3 for r in readings)


def indicative(clause: Clause, language: str) -> bool:
    """Tell whether a German clause stands in the indicative, as what follows from a source does (*demnach*)."""
    if language != "de" or clause.finite is None:
        return False
    word = clause.tokens[clause.finite].text.lower()
    readings = german.verb_readings(word)
    return word not in WORDS["de.hearsay"] and any(r.mood == "ind" and r.person == 3 for r in readings)
