"""The dates of an article's events: from the clause, the sentence, the paragraph, the lead, in this order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from quellenlage import edtf
from quellenlage.layers import german
from quellenlage.layers.annotations import Annotations, Sentence, Time
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.dates import VERBAL, Calendar, bare, day
from quellenlage.layers.events.tense import called_before, has_participle, told_back
from quellenlage.layers.events.words import EMPTY, WORDS, Found

_LEAD: Final = 2
"""Sentences of the body that are looked at for the day of what the article reports."""
_WEEK: Final = 7
_NEAR: Final = 12
"""Code points before a date in which the word that governs it ends (``auf Mittwoch, den``)."""
_BREATH: Final = 3
"""Sentences back to the act of speech that a further one of the same speaker belongs to."""
_DAY: Final = len("2025-01-01")
_APART: Final = 8
"""Words before an event noun among which its distance in time stands (``zwei Tage nach der schweren …``)."""
_OCCASION: Final = 4
"""Words between the preposition of an occasion and its noun."""
_MANY: Final = 4
_COUNTS: Final = {
    **{"ein": 1, "einen": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7},
    **{"acht": 8, "neun": 9, "zehn": 10, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
    **{"seven": 7, "eight": 8, "nine": 9, "ten": 10},
}
_UNITS: Final = frozenset(
    {"tag", "tage", "tagen", "woche", "wochen", "monat", "monate", "monaten", "jahr", "jahre", "jahren", "stunde"}
    | {"stunden", "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours"}
)
_MIN_WORDS: Final = 6
"""Words from which a line of the body is a sentence and no credit or place line."""


def _next(begins: date, first: date) -> str | None:
    """Return a day that was taken for a past one as the next of its kind: a weekday a week on, a date a year on."""
    if (first - begins).days < _WEEK:
        return (begins + timedelta(days=_WEEK)).isoformat()
    try:
        return begins.replace(year=begins.year + 1).isoformat()
    except ValueError:  # 29 February
        return None


def _open(time: Time) -> bool:
    """Tell whether the words around a time make it a period without an end or a beginning (``seit 2019``)."""
    return time.interval is not None and ".." in time.interval.split("/")


def _begins(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and time.interval is not None and time.interval.endswith("/..")


class Dating:
    """Dates the events of one article.

    Args:
        annotations: The article with sentences, times and statements.
        cut: The clauses of each sentence.
    """

    def __init__(self, annotations: Annotations, cut: Sequence[Sequence[Clause]]) -> None:
        self._sentences = annotations.sentences
        self._times = annotations.times
        self._statements = annotations.statements
        self._cut = cut
        self._published = annotations.document.published
        self._calendar = Calendar(annotations.times, annotations.document.published)
        self._language = annotations.document.language.split("-")[0]
        said = [span for one in self._statements if one.type in ("direct", "indirect") for span in one.content]
        framing = [t for t in annotations.times if not any(span.start <= t.start < span.end for span in said)]
        self._framing = Calendar(framing, annotations.document.published)
        self._deeds = Calendar(self._unspoken(annotations, cut), annotations.document.published)
        self._body = [i for i, s in enumerate(annotations.sentences) if not s.heading and len(s.tokens) >= _MIN_WORDS]
        self._lead = self._lead_date()

    def _unspoken(self, annotations: Annotations, cut: Sequence[Sequence[Clause]]) -> list[Time]:
        """Return the times that do not date the saying of something: those outside clauses with a cue of speech."""
        text, adverbs = annotations.document.text, WORDS.get(f"{self._language}.attributing", EMPTY)
        spans = (span for one in annotations.statements for span in one.cue)
        cues = sorted(span.start for span in spans if text[span.start : span.end].lower() not in adverbs)
        spoken: list[tuple[int, int]] = []
        for number, sentence in enumerate(annotations.sentences):
            if bisect_left(cues, sentence.start) == bisect_left(cues, sentence.end):
                continue
            for clause in cut[number]:
                inside = cues[bisect_left(cues, clause.start) : bisect_left(cues, clause.end)]
                if any(token.start <= cue < token.end for cue in inside for token in clause.tokens):
                    spoken.extend((token.start, token.end) for token in clause.tokens)
        starts = {start for start, _ in spoken}
        return [t for t in annotations.times if t.start not in starts and not _open(t) and t.type != "DURATION"]

    def _lead_date(self) -> str | None:
        """Return the day that the article's first sentences give: the day of what it reports."""
        begun = Calendar([time for time in self._times if _begins(time)], self._published)
        for calendar in (self._deeds, begun):  # seit Mittwochmorgen: where nothing else names a day
            for number in self._body[:_LEAD]:
                sentence = self._sentences[number]
                value = calendar.nearest(sentence.start, sentence.end, sentence.start, back=True, clock=False)
                if value is not None and len(value) == _DAY:
                    return value
        return None

    def said_before(self, number: int, speaker: int | None = None) -> str | None:
        """Return the day of the last act of speech in the sentences right before that has one, or None.

        For what somebody whom a pronoun stands for said in the same breath (``… said on Monday. She dismissed …``),
        and for the answer to what another said (``… sagte am Montag … Die Rätin wies dies zurück``).

        Args:
            number: Number of the sentence of the further act.
            speaker: Index of the referent who speaks, or None for any.
        """
        for before in range(number - 1, max(-1, number - _BREATH - 1), -1):
            sentence = self._sentences[before]
            if sentence.heading:
                break
            said = [one for one in self._statements if speaker is None or one.speaker == speaker]
            cues = [span.start for one in said for span in one.cue if sentence.start <= span.start < sentence.end]
            for beside in self._cut[before]:
                if any(beside.start <= cue < beside.end for cue in cues):
                    value = self._framing.nearest(beside.start, beside.end, beside.start, back=True, clock=False)
                    if value is not None:
                        return value
        return None

    def answers(self, clause: Clause, found: Found) -> bool:
        """Tell whether an act of speech told as past answers what was said before (*dies*, *die Vorwürfe*)."""
        if found.trigger.type not in VERBAL or told_back(clause, found, language=self._language) is not True:
            return False
        if self._language == "en" and {"has", "have", "had"} & {token.text.lower() for token in clause.tokens}:
            return False  # has rejected such claims: at any time
        for place, token in enumerate(clause.tokens):
            behind = clause.tokens[place + 1].text if place + 1 < len(clause.tokens) else ""
            if token.text.lower() in WORDS.get(f"{self._language}.this", EMPTY) and not behind[:1].isupper():
                return True
        words = {token.text.lower() for token in clause.tokens[1:]}
        return bool(words & WORDS.get(f"{self._language}.answered", EMPTY))

    def day_named(self, clause: Clause) -> bool:
        """Tell whether a clause names a day, be it known which or not."""
        return any(t.type == "DATE" and clause.start <= t.start < clause.end and "-" in t.timex for t in self._times)

    def date_of(self, number: int, clause: Clause, found: Found, *, quoted: bool = False) -> str | None:
        """Return the EDTF date of an event, or None.

        Args:
            number: Number of its sentence.
            clause: The clause that tells it.
            found: Its trigger.
            quoted: True inside quoted words, whose present is not the article's.
        """
        if found.aim and not called_before(clause, language=self._language):
            return self._to_come(clause)
        if found.outcome:
            return self._ahead(clause, "moved") if found.outcome == "postponed" else self._named(clause, found)
        sentence = self._sentences[number]
        near = clause.tokens[found.place].start
        apart = self._distance(sentence, clause, found)
        if apart is not None:
            return self._apart(sentence, clause, near, apart)
        back = told_back(clause, found, language=self._language)
        whole = (sentence.start, sentence.end)
        # the day on which something is said or denied is not that of what is said to have been said
        beside = self._deeds if found.trigger.type in VERBAL else self._calendar
        found_here = self._calendar.nearest(clause.start, clause.end, near, back=back, clock=False)
        found_here = found_here or beside.nearest(*whole, near, back=back, clock=False)
        if not found.known:
            return found_here
        if found_here is None and (back is True or not quoted):
            found_here = self._beside(number, clause, found, back)
        if found_here is None and back and self._clock(clause):
            found_here = self._lead
        found_here = found_here or self._calendar.nearest(clause.start, clause.end, near, back=back)
        found_here = found_here or beside.nearest(*whole, near, back=back)
        if found_here is None and back is False:
            return self._ahead(clause, "aimed") or self._coming(sentence)
        return found_here

    def _distance(self, sentence: Sentence, clause: Clause, found: Found) -> int | None:
        """Return how many days an event lies from what the sentence tells: *a day after the talks* gives -1.

        Zero where the text gives another unit, from which no day follows; None where it gives no distance.
        """
        start = clause.tokens[found.place].start if found.occasion else clause.start + 1
        if not found.occasion and clause.opener not in WORDS.get(f"{self._language}.apart", EMPTY):
            return None
        before = [token for token in sentence.tokens if token.start < start][-_APART:]
        for place in range(len(before) - 1, 1, -1):
            word = before[place].text.lower()
            unit, count = before[place - 1].text.lower(), before[place - 2].text.lower()
            if word not in WORDS.get(f"{self._language}.apart", EMPTY) or unit not in _UNITS:
                continue
            days = int(count) if count.isdecimal() and len(count) < _MANY else _COUNTS.get(count)
            if days is None or not unit.startswith(("tag", "day")):
                return 0
            return -days if word in ("nach", "nachdem", "after") else days
        return None

    def _apart(self, sentence: Sentence, clause: Clause, near: int, days: int) -> str | None:
        """Return the day that lies some days from the one that the sentence gives."""
        value = self._calendar.nearest(clause.start, clause.end, near, clock=False)
        value = value or self._calendar.nearest(sentence.start, sentence.end, near, clock=False)
        if not days or value is None or len(value) != _DAY or "X" in value:
            return None
        return (date.fromisoformat(value) + timedelta(days=days)).isoformat()

    def _coming(self, sentence: Sentence) -> str | None:
        """Return the next of a weekday that was taken for a past one, where what is told is to come."""
        first = edtf.bounds(self._published)[0]
        for time in self._times:
            begins = edtf.bounds(time.edtf)[0]
            if time.type == "DATE" and time.edtf and sentence.start <= time.start < sentence.end and begins and first:
                past = len(time.edtf) == _DAY and time.anchor == "published" and 0 < (first - begins).days < _WEEK
                return _next(begins, first) if past and "weekday" in time.why else None
        return None

    def _clock(self, clause: Clause) -> bool:
        """Tell whether a clause names an hour or a part of the day, which is that of the day reported."""
        return any(bare(time) and clause.start <= time.start < clause.end for time in self._times)

    def _named(self, clause: Clause, found: Found) -> str | None:
        """Return the date inside the clause: what was called off has none but that of its plan."""
        return self._calendar.nearest(clause.start, clause.end, clause.tokens[found.place].start, clock=False)

    def _to_come(self, clause: Clause) -> str | None:
        """Return the day after publication that a clause names, or None: when what is called for is to be."""
        last = edtf.bounds(self._published)[1]
        for time in self._times:
            begins = edtf.bounds(time.edtf)[0]
            inside = time.type in ("DATE", "TIME") and time.edtf is not None and clause.start <= time.start < clause.end
            if inside and time.edtf is not None and begins is not None and last is not None and begins > last:
                return day(time.edtf)
        return self._ahead(clause, "aimed")

    def _ahead(self, clause: Clause, group: str) -> str | None:
        """Return the day ahead that something is put off to or meant for (``auf den 10. Mai``, ``für Freitag``).

        A weekday or a date without a year that was taken for a past one, since the verb is, is the next of its kind.

        Args:
            clause: The clause.
            group: Which words stand before such a day (``moved``, ``aimed``).
        """
        first = edtf.bounds(self._published)[0]
        leading = WORDS.get(f"{self._language}.{group}", EMPTY)
        for time in self._times:
            if time.type not in ("DATE", "TIME") or time.edtf is None or not clause.start <= time.start < clause.end:
                continue
            if (
                not {t.text.lower() for t in clause.tokens if t.end <= time.start and t.end > time.start - _NEAR}
                & leading
            ):
                continue
            begins = edtf.bounds(time.edtf)[0]
            if first is None or begins is None or begins >= first:
                return day(time.edtf)
            return _next(begins, first) if len(day(time.edtf)) == len("2025-01-01") else None
        return None

    def _beside(self, number: int, clause: Clause, found: Found, back: bool | None) -> str | None:
        """Take the date of the sentences before in the paragraph, for the first sentence of the next, else of the lead.

        Acts of speech take none, except where a word such as *dabei* ties them to the sentence before.
        """
        linked = bool({t.text.lower() for t in clause.tokens} & WORDS.get(f"{self._language}.linking", EMPTY))
        ahead = {token.text.lower() for token in clause.tokens[max(0, found.place - _OCCASION) : found.place]}
        during = bool(ahead & WORDS.get(f"{self._language}.during", EMPTY))
        if (found.occasion and not during) or ((found.trigger.type in VERBAL or back is False) and not linked):
            return None
        first = bool(self._body) and number == self._body[0]
        paragraph = self._sentences[number].paragraph
        before = number - 1
        while before >= 0 and self._sentences[before].paragraph == paragraph and not first:
            beside = self._sentences[before]
            value = self._deeds.nearest(beside.start, beside.end, clause.start, back=back, clock=False)
            if value is not None:
                return value
            if linked:
                break
            before -= 1
        if first and number + 1 < len(self._sentences):
            beside = self._sentences[number + 1]
            return self._calendar.nearest(beside.start, beside.end, clause.start, back=back, clock=False)
        return self._lead if back and not self._earlier(clause) else None

    def _earlier(self, clause: Clause) -> bool:
        """Tell whether a clause tells of another time than the article: ``hatte … gewonnen``, or what others say."""
        finite = clause.tokens[clause.finite].text.lower() if clause.finite is not None else ""
        if self._language == "de" and (german.is_subjunctive1(finite) or german.is_subjunctive2(finite)):
            return True
        if finite in ("war", "waren") and has_participle(clause):
            return True
        return bool({t.text.lower() for t in clause.tokens} & WORDS.get(f"{self._language}.before", EMPTY))
