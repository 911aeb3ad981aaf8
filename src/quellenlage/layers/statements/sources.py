"""German source phrases: *laut X*, *nach Angaben der Polizei*, *dem Bericht zufolge*, *unter Berufung auf X*."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.layers.statements import clauses
from quellenlage.layers.statements.drafts import Named
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.phrases import Phrase, noun_phrase
from quellenlage.layers.statements.units import Segment, Unit


@dataclass(frozen=True, slots=True)
class Source:
    """A source phrase: its range, its cue words, and who is the source (None: nobody is named)."""

    first: int
    last: int
    cue: tuple[int, ...]
    who: Named | None
    relay: bool = False
    vague: bool = False


_BY = frozenset({"gemäß", "gemäss"})
_FRONTED = _BY | {"nach", "aus"}
_TRAILING = _BY | {"nach", "zu"}
_ENDINGS = (
    "angaben",
    "berichten",
    "kreisen",
    "informationen",
    "meldungen",
    "aussagen",
    "schätzungen",
    "recherchen",
    "bericht",
)


def _source_noun(unit: Unit, phrase: Phrase) -> int:
    """Return the place of a source noun that is the phrase's head, or -1."""
    head = phrase.core - 1
    for place in range(phrase.first, phrase.core):
        word = unit.words[place]
        if word in WORDS["source-nouns"] or word.lower().endswith(_ENDINGS):
            return place
    return head if unit.words[head] in WORDS["source-nouns"] else -1


def whose(unit: Unit, phrase: Phrase) -> Named:
    """Return whose words a source phrase gives: *Angaben der Polizei* → *der Polizei*, *seinen Worten* → *seinen*."""
    noun = _source_noun(unit, phrase)
    if noun < 0 or unit.words[noun] not in WORDS["weak-source"]:
        return Named(unit, phrase.first, phrase.last, phrase.core)
    if unit.low[phrase.first] in WORDS["possessives"]:
        return Named(unit, phrase.first, phrase.first + 1, phrase.first + 1)
    begin = noun + 1
    if begin < phrase.last and unit.low[begin] in ("von", "vom", "aus"):
        begin += 1
    inner = noun_phrase(unit, begin, phrase.last) if begin < phrase.last else None
    if inner is not None:
        return Named(unit, inner.first, phrase.last, inner.core)
    return Named(unit, phrase.first, phrase.last, phrase.core)


def own(source: Source) -> bool:
    """Tell whether a source is the subject's own word (*nach eigenen Angaben*)."""
    who = source.who
    return who is not None and any(word.startswith("eigen") for word in who.unit.low[source.first : source.last])


def _after_noun(unit: Unit, phrase: Phrase, last: int) -> Phrase:
    """Lengthen a phrase that ends in a source noun by its genitive or *von*/*aus* phrase."""
    end = phrase.last
    if (
        end < last
        and end == phrase.core
        and (unit.low[end] in WORDS["determiners"] or unit.low[end] in ("von", "vom", "aus"))
    ):
        begin = end + (unit.low[end] in ("von", "vom", "aus"))
        more = noun_phrase(unit, begin, last)
        if more is not None:
            return Phrase(phrase.first, more.last, phrase.core)
    elif end < last and end == phrase.core and unit.words[end][0].isupper():
        more = noun_phrase(unit, end, last)
        if more is not None:
            return Phrase(phrase.first, more.last, phrase.core)
    return phrase


def _backward(unit: Unit, first: int, place: int) -> Phrase | None:
    """Return the longest noun phrase that ends right before ``place``."""
    for begin in range(max(first, place - 14), place):
        low = unit.low[begin]
        if low in WORDS["determiners"] or unit.words[begin][0].isupper() or begin == first:
            phrase = noun_phrase(unit, begin, place)
            if phrase is not None and (phrase.last == place or _hangs_on(unit, phrase, place)):
                return Phrase(phrase.first, place, phrase.core)
    return None


def _hangs_on(unit: Unit, phrase: Phrase, place: int) -> bool:
    """Tell whether what stands between a dative phrase and ``place`` belongs to it (*dem Plan für den Bau 2027/28*)."""
    if unit.low[phrase.first] not in WORDS["determiners"] or unit.low[place] != "zufolge":
        return False
    at = phrase.last
    while at < place:
        more = noun_phrase(unit, at + 1, place) if unit.low[at] in WORDS["prepositions"] else None
        if more is None and not unit.words[at][0].isdigit():
            return False
        at = more.last if more is not None else at + 1
    return True


def find(unit: Unit, segment: Segment) -> list[Source]:
    """Return the source phrases of a clause."""
    out: list[Source] = []
    place = segment.first
    while place < segment.last:
        low = unit.low[place]
        found: Source | None = None
        if unit.quote[place] < 0 and unit.words[place][0].isalpha():
            if low == "laut" and not _shouted(unit, place):
                phrase = noun_phrase(unit, place + 1, segment.last)
                if phrase is not None:
                    phrase = _after_noun(unit, phrase, segment.last)
                    found = Source(place, phrase.last, (place,), whose(unit, phrase))
            elif low in _FRONTED:
                found = _front(unit, segment, place, low)
            elif low == "unter" and unit.words[place + 1 : place + 2] in (["Berufung"], ["Verweis"], ["Hinweis"]):
                phrase = noun_phrase(unit, place + 3, segment.last)
                if phrase is not None and unit.low[place + 2] == "auf":
                    phrase = _after_noun(unit, phrase, segment.last)
                    found = Source(place, phrase.last, (place, place + 1, place + 2), whose(unit, phrase), relay=True)
            if low == "zufolge" or (low in _TRAILING and found is None):
                found = _postposed(unit, segment, place) or found
        if found is not None:
            out = [s for s in out if s.last <= found.first]
            out.append(found)
            place = found.last
        else:
            place += 1
    return out


def _shouted(unit: Unit, place: int) -> bool:
    """Tell whether *laut* is an adverb before a quotation of several words (*riefen laut „…“*)."""
    if place + 1 >= len(unit.words) or unit.quote[place + 1] < 0:
        return False
    quote = unit.quotes[unit.quote[place + 1]]
    return quote.last - quote.first > 4


def _front(unit: Unit, segment: Segment, place: int, low: str) -> Source | None:
    phrase = noun_phrase(unit, place + 1, segment.last)
    if phrase is None:
        return None
    noun = _source_noun(unit, phrase)
    if noun < 0 and low in _BY and unit.words[phrase.core - 1] not in WORDS["rules"]:
        return Source(place, phrase.last, (place,), Named(unit, phrase.first, phrase.last, phrase.core))
    if noun < 0:
        return None
    if low == "aus" and unit.words[noun] != "Sicht" and not unit.words[noun].endswith("kreisen"):
        return None
    if low == "aus" and unit.words[noun].endswith("kreisen"):
        return None
    phrase = _after_noun(unit, phrase, segment.last)
    return Source(place, phrase.last, (place,), whose(unit, phrase))


def _postposed(unit: Unit, segment: Segment, place: int) -> Source | None:
    low = unit.low[place]
    parted = low == "zu" and unit.words[place + 1 : place + 2] == ["Folge"]
    phrase = _backward(unit, segment.first, place) if low != "zu" or parted else None
    if phrase is None:
        return None
    if phrase.first > segment.first and unit.low[phrase.first - 1].startswith("eigen"):
        phrase = Phrase(phrase.first - 1, phrase.last, phrase.core)
    if parted:
        return Source(phrase.first, place + 2, (place, place + 1), whose(unit, phrase))
    noun = _source_noun(unit, phrase)
    if low != "zufolge" and (noun < 0 or unit.words[noun] not in WORDS["postposed"]):
        return None
    vague = any(unit.words[i] == "Vernehmen" for i in range(phrase.first, phrase.last))
    who = None if vague else whose(unit, phrase)
    return Source(phrase.first, place + 1, (place,), who, vague=vague)


def without(unit: Unit, whole: tuple[int, int], source: Source) -> list[tuple[int, int]]:
    """Cut a source phrase out of its sentence; a relative clause that explains a source in front goes with it."""
    out = []
    before = unit.trimmed(whole[0], source.first)
    begin = source.last
    if source.first - whole[0] <= 1:
        for segment in unit.segments:
            if segment.first == begin + 1 and unit.words[begin] == "," and clauses.subordinate(unit, segment):
                begin = segment.last
    after = unit.trimmed(begin, whole[1])
    for first, last in (before, after):
        if any(unit.words[i][0].isalnum() for i in range(first, last)):
            out.append((first, last))
    return out or [whole]
