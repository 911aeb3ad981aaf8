"""The dates of an article's events: from the clause, the sentence, the paragraph, the lead, in this order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from quellenlage import edtf
from quellenlage.layers import german
from quellenlage.layers.annotations import Annotations, Time
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.dates import VERBAL, Calendar, bare, day
from quellenlage.layers.events.tense import has_participle, told_back
from quellenlage.layers.events.words import EMPTY, WORDS, Found

_LEAD: Final = 2
"""Sentences of the body that are looked at for the day of what the article reports."""
_WEEK: Final = 7
_NEAR: Final = 12
"""Code points before a date in which the word that governs it ends (``auf Mittwoch, den``)."""
_BREATH: Final = 3
"""Sentences back to the act of speech that a further one of the same speaker belongs to."""
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
        open_ = [time for time in annotations.times if time.interval is not None and ".." in time.interval.split("/")]
        return [time for time in annotations.times if time.start not in starts and time not in open_]

    def _lead_date(self) -> str | None:
        """Return the day that the article's first sentences give: the day of what it reports."""
        for number in self._body[:_LEAD]:
            sentence = self._sentences[number]
            value = self._deeds.nearest(sentence.start, sentence.end, sentence.start, back=True, clock=False)
            if value is not None and len(value) == len("2025-01-01"):
                return value
        return None

    def said_before(self, number: int, clause: Clause, speaker: int) -> str | None:
        """Return the day of the last act of speech of the same speaker in the sentences right before, or None.

        For what somebody whom a pronoun stands for said in the same breath (``… said on Monday. She dismissed …``).

        Args:
            number: Number of the sentence of the clause.
            clause: The clause that tells the further act.
            speaker: Index of the referent who speaks.
        """
        for before in range(number - 1, max(-1, number - _BREATH - 1), -1):
            sentence = self._sentences[before]
            if sentence.heading:
                break
            cues = [span.start for one in self._statements if one.speaker == speaker for span in one.cue]
            for beside in self._cut[before]:
                if any(beside.start <= cue < beside.end for cue in cues):
                    value = self._calendar.nearest(beside.start, beside.end, beside.start, back=True, clock=False)
                    if value is not None:
                        return value
        return None

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
        if found.aim:
            return self._to_come(clause)
        if found.outcome:
            return self._ahead(clause, "moved") if found.outcome == "postponed" else self._named(clause, found)
        sentence = self._sentences[number]
        near = clause.tokens[found.place].start
        back = told_back(clause, found, language=self._language)
        whole = (sentence.start, sentence.end)
        # the day on which something is said or denied is not that of what is said to have been said
        beside = self._deeds if found.trigger.type in VERBAL else self._calendar
        found_here = self._calendar.nearest(clause.start, clause.end, near, back=back, clock=False)
        found_here = found_here or beside.nearest(*whole, near, back=back, clock=False)
        if found_here is None and (back is True or not quoted):
            found_here = self._beside(number, clause, found, back)
        if found_here is None and back and self._clock(clause):
            found_here = self._lead
        found_here = found_here or self._calendar.nearest(clause.start, clause.end, near, back=back)
        found_here = found_here or beside.nearest(*whole, near, back=back)
        return self._ahead(clause, "aimed") if found_here is None and back is False else found_here

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
        if found.occasion or ((found.trigger.type in VERBAL or back is False) and not linked):
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
