"""What happens on a day of its own and is told with a verb that the lexicon does not know: an event of type OTHER.

The lexicon can never be complete; but a clause whose own words name a day or month (*Am 3. Mai legt die Fähre wieder
ab*) tells that something happens then, unless its verb tells a state, a thought or an act of speech.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from quellenlage.layers import german
from quellenlage.layers.annotations import Annotations, Time, Token
from quellenlage.layers.events.clauses import AUXILIARY, Clause
from quellenlage.layers.events.dates import bare
from quellenlage.layers.events.forms import Tense
from quellenlage.layers.events.lexicon import Trigger
from quellenlage.layers.events.words import EMPTY, WORDS, Found

_MONTH: Final = len("2025-01")
"""Length of a value from which it names a month or a day, and no year alone."""
_RUSSIAN: Final = ("ал", "ил", "ел", "ыл", "али", "или", "ели", "лся", "лась", "лось", "лись")
_RUSSIAN_STATES: Final = (
    *("был", "стал", "мог", "хотел", "сказал", "заяв", "сообщ", "отмет", "счит", "дума", "знал", "жил", "стоял"),
    *("находил", "являл", "остал", "оставал", "казал", "работал", "рассказ", "добав", "напис", "говор", "пояс"),
    *("подчерк", "уточн", "напомн", "если", "имел", "или", "почти", "составл", "состав", "материал", "отдел"),
)
"""Beginnings of Russian verbs of state and speech, and of words with the ending of a verb that are none."""
_ACTING: Final = frozenset({"person", "organization"})
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


class Happenings:
    """Tells what happens in the clauses of an article that have no trigger of the lexicon.

    Args:
        annotations: The article with mentions, times and statements.
    """

    def __init__(self, annotations: Annotations) -> None:
        self._language = annotations.document.language.split("-")[0]
        self._times = sorted((time for time in annotations.times if _dates(time)), key=lambda time: time.start)
        self._starts = [time.start for time in self._times]
        acting = (m.start for m in annotations.mentions if annotations.referents[m.referent].type in _ACTING)
        self._named = sorted(acting)
        text, adverbs = annotations.document.text, WORDS.get(f"{self._language}.attributing", EMPTY)
        cues = (span for one in annotations.statements for span in one.cue)
        self._cues = sorted(span.start for span in cues if text[span.start : span.end].lower() not in adverbs)
        direct = (span for one in annotations.statements if one.type == "direct" for span in one.content)
        self._quoted = sorted((span.start, span.end) for span in direct)

    def of(self, clause: Clause) -> Found | None:
        """Return the verb that tells an event in a clause, or None; quoted words tell none."""
        before = bisect_right(self._quoted, (clause.start, sys.maxsize))
        if before and self._quoted[before - 1][1] > clause.start:
            return None
        spoken = _between(self._cues, clause.start, clause.end)
        named = _between(self._named, clause.start, clause.end)
        return happening(clause, language=self._language, spoken=spoken, dated=self._dated(clause), named=named)

    def _dated(self, clause: Clause) -> bool:
        """Tell whether the clause's own words name a day or month that its verb can have."""
        near = self._times[bisect_left(self._starts, clause.start) : bisect_left(self._starts, clause.end)]
        if not near:
            return False
        own = {token.start for token in _without_infinitive(clause)}
        aims = {token.end for token in clause.tokens if token.text.lower() in ("für", "for")}  # für Montag angekündigt
        return any(time.start in own and time.start - 1 not in aims for time in near)


def _dates(time: Time) -> bool:
    """Tell whether a time names a day or month, and no hour alone and no period that only begins then (*seit*)."""
    known = time.type in ("DATE", "TIME") and time.edtf is not None and len(time.edtf) >= _MONTH
    return known and time.anchor != "none" and not bare(time) and ".." not in (time.interval or "").split("/")


def _between(starts: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(starts, start) < bisect_left(starts, end)


def _without_infinitive(clause: Clause) -> tuple[Token, ...]:
    """Return the words before the infinitive clause that depends on the verb (``kündigte an, am Montag zu klagen``)."""
    for place in range((clause.finite or 0) + 1, len(clause.tokens)):
        token = clause.tokens[place]
        infinitive = token.text == "zu" or (token.text.endswith("n") and "zu" in token.text[2:8])
        if infinitive and token.text.islower():
            commas = [n for n in range(1, place + 1) if clause.tokens[n].start - clause.tokens[n - 1].end > 1]
            return clause.tokens[: commas[-1]] if commas else clause.tokens
    return clause.tokens


def happening(clause: Clause, *, language: str, spoken: bool, dated: bool, named: bool) -> Found | None:
    """Return the verb of a clause as what tells an event, or None where it tells a state or an act of speech.

    Args:
        clause: A clause without a trigger of the lexicon.
        language: First part of the BCP 47 code; German, English and Russian have such events.
        spoken: True where the clause frames a statement: then only the announcing itself is an event.
        dated: True where the clause names a day; without one only a German main clause in the past tells that something
            was done, to somebody (*Der Wortführer wurde hinausgetragen*) or by somebody who is named.
        named: True where the clause names a person or body.
    """
    undated = not dated and not spoken and _was_done(clause, named=named, language=language)
    if len(clause.tokens) < _MIN_WORDS or not (dated or undated):
        return None
    if language == "de":
        found = _german(clause)
    elif language == "en" and not spoken:
        found = _english(clause)
    elif language == "ru" and not spoken:
        found = _russian(clause)
    else:
        return None
    if found is None or (spoken and found[1] not in WORDS[f"{language}.announcement"]):
        return None
    place, lemma, tense = found
    if not dated and tense not in ("past", "participle"):
        return None
    return Found(place, Trigger(lemma, "OTHER", "v", lemma, tense), occasion=False, known=False)


def _was_done(clause: Clause, *, named: bool, language: str) -> bool:
    """Tell whether a German main clause stands in the preterite, the perfect with *haben* or the past passive.

    With *ist* a participle mostly tells a state (*die Straße ist gesperrt*), except with *worden*.
    """
    if language != "de" or clause.kind != "main" or clause.finite is None:
        return False
    finite = clause.tokens[clause.finite].text.lower()
    if finite in ("wurde", "wurden") or any(token.text == "worden" for token in clause.tokens):
        return True
    if named and finite in WORDS["de.hearsay"] and clause.tokens[-1].text in ("haben", "sein"):
        return True  # soll Akten vernichtet haben
    return named and (finite not in AUXILIARY["de"] or finite in ("hat", "haben", "hatte", "hatten"))


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
    own = _without_infinitive(clause)
    for place in range(len(own) - 1, -1, -1):
        token = own[place]
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
        over = words[place - 2].lower() if place > 1 else ""
        due = before == "to" and over in WORDS["en.being"] | {"due", "scheduled", "set"}
        if (due or before in WORDS["en.future"]) and word not in WORDS["en.state"] | AUXILIARY["en"]:
            return place, word, "infinitive"
        if not word.endswith("ed") or word in WORDS["en.state"]:
            continue
        passive = before in WORDS["en.being"]
        alone = before not in WORDS["en.circumstance"] | WORDS["en.place"] | WORDS.get("en.agent", EMPTY)
        if passive or (alone and not any(w.lower() in AUXILIARY["en"] for w in words[:place])):
            return place, word, "participle" if passive else "past"
    return None


def _russian(clause: Clause) -> tuple[int, str, Tense] | None:
    """Return the first word with the ending of a verb in the past plural, masculine or reflexive, in Russian."""
    for place, token in enumerate(clause.tokens):
        word = token.text
        told = word.endswith(_RUSSIAN) and not word.startswith(_RUSSIAN_STATES)
        if word.islower() and len(word) > _MIN_VERB and told:
            return place, word, "past"
    return None
