"""What happens on a day of its own and is told with a verb that the lexicon does not know: an event of type OTHER.

The lexicon can never be complete; but a clause whose own words name a day or month (*Am 3. Mai legt die Fähre wieder
ab*) tells that something happens then, unless its verb tells a state, a thought or an act of speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from quellenlage.layers import german
from quellenlage.layers.annotations import Time, Token
from quellenlage.layers.events.clauses import AUXILIARY, Clause
from quellenlage.layers.events.dates import bare
from quellenlage.layers.events.forms import Tense
from quellenlage.layers.events.lexicon import Trigger
from quellenlage.layers.events.words import EMPTY, WORDS, Found

_MONTH: Final = len("2025-01")
"""Length of a value from which it names a month or a day, and no year alone."""
_MIN_WORDS: Final = 4
_MIN_VERB: Final = 4


@cache
def _uneventful() -> frozenset[str]:
    """Return the German verbs that tell a state, a thought or an act of speech, in the infinitive."""
    out = set(WORDS["de.state"])
    text = (files("quellenlage.layers") / "resources" / "statement-cues-de.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            out.update(word for word in line.split("\t")[2].split() if word.isalpha())
    return frozenset(out - WORDS["de.announcement"])


def names_day(clause: Clause, times: Sequence[Time]) -> bool:
    """Tell whether the clause's own words name a day or month, and no period that only begins then (*seit*)."""
    own = {token.start for token in _without_infinitive(clause)}
    aims = {token.end for token in clause.tokens if token.text.lower() in ("für", "for")}  # für Montag angekündigt
    return any(
        time.start in own
        and time.start - 1 not in aims
        and not bare(time)
        and time.type in ("DATE", "TIME")
        and time.edtf is not None
        and len(time.edtf) >= _MONTH
        and time.anchor != "none"
        and ".." not in (time.interval or "").split("/")
        for time in times
    )


def _without_infinitive(clause: Clause) -> tuple[Token, ...]:
    """Return the words before the infinitive clause that depends on the verb (``kündigte an, am Montag zu klagen``)."""
    for place in range((clause.finite or 0) + 1, len(clause.tokens)):
        token = clause.tokens[place]
        infinitive = token.text == "zu" or (token.text.endswith("n") and "zu" in token.text[2:8])
        if infinitive and token.text.islower():
            commas = [n for n in range(1, place + 1) if clause.tokens[n].start - clause.tokens[n - 1].end > 1]
            return clause.tokens[: commas[-1]] if commas else clause.tokens
    return clause.tokens


def happening(clause: Clause, *, language: str, spoken: bool, dated: bool) -> Found | None:
    """Return the verb of a clause as what tells an event, or None where it tells a state or an act of speech.

    Args:
        clause: A clause without a trigger of the lexicon.
        language: First part of the BCP 47 code; German and English have such events.
        spoken: True where the clause frames a statement: then only the announcing itself is an event.
        dated: True where the clause names a day; without one only a German main clause in the past passive tells that
            something was done (*Der Wortführer wurde hinausgetragen*).
    """
    if len(clause.tokens) < _MIN_WORDS or not (dated or _was_done(clause, language=language)):
        return None
    if language == "de":
        found = _german(clause)
    elif language == "en" and not spoken:
        found = _english(clause)
    else:
        return None
    if found is None or (spoken and found[1] not in WORDS[f"{language}.announcement"]):
        return None
    place, lemma, tense = found
    return Found(place, Trigger(lemma, "OTHER", "v", lemma, tense), occasion=False)


def _was_done(clause: Clause, *, language: str) -> bool:
    finite = clause.tokens[clause.finite].text.lower() if clause.finite is not None else ""
    return language == "de" and clause.kind == "main" and finite in ("wurde", "wurden")


def _german(clause: Clause) -> tuple[int, str, Tense] | None:
    """Return place, infinitive and form of a German clause's full verb."""
    if clause.finite is None:
        return None
    tokens = clause.tokens
    form = tokens[clause.finite].text
    if form.lower() in WORDS["de.able"] or german.is_subjunctive2(form.lower()):
        return None
    last = _last(clause)
    parted = [r for r in german.separable(form, last) if r.person == 3]
    if form.lower() in AUXILIARY["de"] and not parted:
        return _dependent(clause)
    readings = parted or [r for r in german.verb_readings(form) if r.person == 3]
    if not readings or any(r.lemma in _uneventful() for r in readings):
        return None
    past = any(r.mood == "ind" and r.tense == "past" for r in readings)
    return clause.finite, readings[0].lemma, "past" if past else "present"


def _last(clause: Clause) -> str:
    """Return the word where the verbs of a German main clause end: the last one, or the first before a comma."""
    tokens = clause.tokens
    for place in range((clause.finite or 0) + 1, len(tokens) - 1):
        if tokens[place].text in german.SEPARABLE and tokens[place + 1].start - tokens[place].end > 1:
            return tokens[place].text
    return tokens[-1].text


def _readings(word: str) -> list[german.VerbReading]:
    """Return the readings of a participle or infinitive, also of one with a prefix that no list of verbs has."""
    found = german.verb_readings(word)
    for prefix in sorted(german.SEPARABLE, key=len, reverse=True):
        if not found and word.startswith(prefix):
            found = tuple(r._replace(lemma=prefix + r.lemma) for r in german.verb_readings(word[len(prefix) :]))
    return [r for r in found if r.mood in ("part", "inf") and r.tense != "pres"]


def _dependent(clause: Clause) -> tuple[int, str, Tense] | None:
    """Return the participle or infinitive under an auxiliary or modal verb: the last one that no auxiliary is."""
    for place in range(len(clause.tokens) - 1, -1, -1):
        token = clause.tokens[place]
        if place == clause.finite or not token.text[:1].islower() or token.text in AUXILIARY["de"]:
            continue
        if token.text == "worden":
            continue
        readings = _readings(token.text)
        if not readings:
            return None
        known = place > 0 and clause.tokens[place - 1].text == "bekannt"
        lemma = f"bekannt{readings[0].lemma}" if known else readings[0].lemma
        if lemma in _uneventful():
            return None
        return place, lemma, "participle" if readings[0].mood == "part" else "infinitive"
    return None


def _english(clause: Clause) -> tuple[int, str, Tense] | None:
    """Return the first regular past form that stands like a verb, or what follows *will*, in English."""
    words = [token.text for token in clause.tokens]
    for place in range(1, len(words)):
        word, before = words[place], words[place - 1].lower()
        if not word.islower() or len(word) < _MIN_VERB or before in WORDS["en.determiner"]:
            continue
        if before in WORDS["en.future"] and word not in WORDS["en.state"] | AUXILIARY["en"]:
            return place, word, "infinitive"
        if not word.endswith("ed") or word in WORDS["en.state"]:
            continue
        passive = before in WORDS["en.being"]
        alone = before not in WORDS["en.circumstance"] | WORDS["en.place"] | WORDS.get("en.agent", EMPTY)
        if passive or (alone and not any(w.lower() in AUXILIARY["en"] for w in words[:place])):
            return place, word, "participle" if passive else "past"
    return None
