"""German noun phrases without a parser: where a phrase that can name a speaker begins and ends.

A phrase is a pronoun, or determiner, lower-case modifiers and capitalised words, with what hangs on it: a genitive,
*von* with a name, brackets. Quotations of a few words count as names (*laut „Abendpost“*).
"""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.layers import german
from quellenlage.layers.statements import lexicon
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.units import Unit

_LINKS = frozenset(
    {"von", "van", "de", "der", "den", "al", "el", "bin", "ibn", "da", "di", "du", "le", "la", "&", "zu"}
)


_OBJECTS = frozenset({"mir", "dir", "uns", "ihm", "ihnen", "ihn", "mich", "dich"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens ``first`` to ``last`` (exclusive); ``core`` is the end of its head."""

    first: int
    last: int
    core: int


def _capital(unit: Unit, place: int) -> bool:
    word = unit.words[place]
    site = "." in word[1:-1] and word[0].isalpha() and word[-1].isalpha()
    head = word.rpartition("-")[2]
    return (
        word[0].isupper()
        or site
        or (head != word and head[:1].isupper())
        or (word[0].isdigit() and any(c.isupper() for c in word[1:]))
    )


def _modifier(unit: Unit, place: int) -> bool:
    word = unit.words[place]
    if not word[0].isalnum() or word[0].isupper() or unit.quote[place] >= 0:
        return False
    low = unit.low[place]
    if low in WORDS["determiners"] and low not in WORDS["quantifiers"]:
        return False
    if low in WORDS["prepositions"] or low in WORDS["conjunctions"] or low in WORDS["subordinators"]:
        return False
    if low in ("sich", "zu", "als", "es") or (
        low in WORDS["adverbs"] and low not in ("rund", "knapp", "etwa", "nicht")
    ):
        return low in ("damals", "schon") and False
    return not (lexicon.is_finite(word) and not word.endswith(("e", "en", "er", "es", "em")))


def noun_phrase(unit: Unit, first: int, last: int) -> Phrase | None:
    """Return the noun phrase that begins at ``first`` and ends before ``last``, or None."""
    place = first
    while place < last and unit.low[place] in ("auch", "selbst", "sogar", "etwa", "rund", "gut", "mehr", "nur"):
        place += 1
    if place >= last:
        return None
    low = unit.low[place]
    if low in WORDS["personal"] or low == "es":
        return Phrase(place, place + 1, place + 1)
    if low in _OBJECTS:
        return Phrase(place, place + 1, place + 1)
    determined = low in WORDS["determiners"] or _possessor(unit, place, last)
    start = place
    if determined:
        place += 1
        if place < last and unit.low[place] in WORDS["quantifiers"]:
            place += 1
    begin = place
    while place < last and place - begin < 7 and not _capital(unit, place) and _modifier(unit, place):
        place += 1
    core = _heads(unit, place, last)
    if core == place:
        if low in WORDS["pronouns"] or low in WORDS["personal"]:
            return Phrase(start, start + 1, start + 1)
        return None
    if not determined and place > begin and unit.words[begin][0].isalpha() and unit.low[begin] in WORDS["adverbs"]:
        return None
    return Phrase(start, _attached(unit, core, last), core)


def _possessor(unit: Unit, place: int, last: int) -> bool:
    """Tell whether a name in the genitive stands for the article (*Kirgistans oberster Richter*)."""
    word = unit.words[place]
    if not (word[0].isupper() and word.endswith("s") and place + 2 < last) or german.head_noun(word) is not None:
        return False
    adjective = unit.words[place + 1]
    if unit.low[place + 1] in WORDS["determiners"] | WORDS["quantifiers"] | WORDS["prepositions"]:
        return False
    return (
        adjective[0].islower()
        and adjective.endswith(("er", "e", "es"))
        and _modifier(unit, place + 1)
        and _capital(unit, place + 2)
    )


def _heads(unit: Unit, place: int, last: int) -> int:
    """Return the end of the run of capitalised words and short quotations that begins at ``place``."""
    end = place
    while end < last:
        if unit.quote[end] >= 0:
            quote = unit.quotes[unit.quote[end]]
            if quote.first != end or quote.last - quote.first > 6 or quote.last >= last or unit.full(unit.quote[end]):
                break
            end = quote.last + 1
        elif _capital(unit, end):
            if end > place and unit.low[end] in WORDS["determiners"]:
                break
            end += 1
        elif (
            end > place
            and unit.low[end] in _LINKS
            and end + 1 < last
            and _capital(unit, end + 1)
            and not german.is_noun(unit.words[end - 1])
            and not german.is_noun(unit.words[end + 1])
            and unit.low[end] not in ("von", "zu")
            and (unit.low[end] not in ("der", "den") or unit.low[end - 1] in ("von", "van"))
        ) or (end > place and unit.words[end] in ("&", "+", "'", "’", "’s", "'s", "/")):
            end += 1
        else:
            break
    return end


def _attached(unit: Unit, core: int, last: int) -> int:
    """Return the end of a phrase with its brackets, genitives, and *von* or *der* phrases."""
    end = core
    for _ in range(4):
        while end < last and unit.bracket[end]:
            end += 1
        if end >= last:
            return end
        low = unit.low[end]
        if low in ("und", "sowie") and end + 1 < last:
            more = noun_phrase(unit, end + 1, last) if _starts(unit, end + 1) else None
            if more is None or (more.last - more.first == 1 and unit.low[more.first] in WORDS["pronouns"]):
                return end
            end = more.last
            continue
        common = german.head_noun(unit.words[core - 1]) is not None
        genitive = low in WORDS["genitive-only"] or (
            low in ("der", "dieser", "ihrer", "seiner", "einer", "unserer") and common and _takes(unit, end, last)
        )
        if not genitive and low not in ("von", "vom"):
            return end
        begin = end if genitive else end + (low == "von")
        more = noun_phrase(unit, begin, last)
        if low == "vom":
            more = noun_phrase(unit, end + 1, last)
        if more is None or (more.core - more.first == 1 and more.last == more.core and genitive):
            return end
        end = more.last
    return end


def _starts(unit: Unit, place: int) -> bool:
    return _capital(unit, place) or unit.low[place] in WORDS["determiners"]


def _takes(unit: Unit, place: int, last: int) -> bool:
    """Tell whether *der …* behind a common noun is its genitive: no medium that is spoken to (*der Zeitung*)."""
    phrase = noun_phrase(unit, place, last)
    if phrase is None:
        return False
    return not any(is_medium(unit.words[i]) for i in range(phrase.first, phrase.core))


def is_medium(word: str) -> bool:
    """Tell whether a noun names a kind of news medium."""
    if word in WORDS["media-nouns"]:
        return True
    head = word.rpartition("-")[2]
    return head in WORDS["media-nouns"] or any(
        word.endswith(noun.lower()) for noun in ("zeitung", "agentur", "sender", "magazin", "rundfunk")
    )


def subject_after(unit: Unit, first: int, last: int, *, verb: int = -1) -> tuple[Phrase | None, Phrase | None]:
    """Return the subject that stands behind an inverted verb, and the dative phrase behind it (who was spoken to).

    Args:
        unit: The unit.
        first: Where to begin.
        last: Where to end.
        verb: The verb's place, where the subject must agree with it in number.
    """
    subject: Phrase | None = None
    dative: Phrase | None = None
    place = first
    while place < last:
        if unit.quote[place] >= 0 and (unit.full(unit.quote[place]) or subject is not None):
            place = unit.quotes[unit.quote[place]].last + 1
            continue
        low = unit.low[place]
        if unit.bracket[place] or low in WORDS["adverbs"] or low == "sich":
            place += 1
            continue
        if low in WORDS["prepositions"]:
            behind = noun_phrase(unit, place + 1, last)
            place = behind.last if behind else place + 1
            continue
        phrase = noun_phrase(unit, place, last)
        if phrase is None:
            place += 1
            continue
        marked = unit.low[phrase.first]
        cannot = marked in WORDS["dative-only"] or marked in (
            "den",
            "einen",
            "ihn",
            "dich",
            "keinen",
            "seinen",
            "ihren",
        )
        if subject is None and not cannot and not (verb >= 0 and disagrees(unit, phrase, verb)):
            subject = phrase
        elif dative is None and (marked in WORDS["dative-only"] or (subject and _dative(unit, phrase))):
            dative = phrase
        place = max(phrase.last, place + 1)
    return subject, dative


def _dative(unit: Unit, phrase: Phrase) -> bool:
    """Tell whether a phrase behind the subject can be who was spoken to: *der …*, *unserer Zeitung*."""
    return unit.low[phrase.first] in ("der", "dieser", "unserer", "einer", "ihrer", "seiner", "den")


def subject_before(unit: Unit, first: int, verb: int) -> Phrase | None:
    """Return the subject at the start of a clause before its verb, or None where something else stands there."""
    place = first
    while place < verb and (unit.low[place] in WORDS["conjunctions"] or unit.low[place] in WORDS["adverbs"]):
        place += 1
    if place >= verb or unit.low[place] in WORDS["prepositions"]:
        return None
    phrase = noun_phrase(unit, place, verb)
    if phrase is None:
        return None
    marked = unit.low[phrase.first]
    if marked in WORDS["dative-only"] or marked in ("den", "einen", "ihn", "keinen", "seinen", "ihren"):
        return None
    if marked in ("das", "dies") and phrase.last - phrase.first == 1:
        return None
    return phrase


_PLURAL = frozenset(
    {"viele", "mehrere", "einige", "zahlreiche", "beide", "alle", "manche", "zwei", "drei", "vier", "fünf"}
)


def _plural(word: str, reading: german.NounReading) -> bool:
    """Tell whether a noun form is plural; a singular that only the old dative in -e would give does not count."""
    return reading.numbers == ("pl",) or (reading.gender in ("m", "n") and word == reading.lemma + "e")


def disagrees(unit: Unit, phrase: Phrase, verb: int) -> bool:
    """Tell whether a phrase is surely plural and the verb surely singular, so that it cannot be the subject."""
    first = unit.words[phrase.first]
    several = (first.isdigit() and first != "1") or unit.low[phrase.first] in _PLURAL
    names = sum(1 for i in range(phrase.first, phrase.core) if unit.words[i][0].isupper()) > 1
    last = unit.words[phrase.core - 1]
    head = german.head_noun(last) if not names or german.is_noun(last) else None
    readings = german.noun_readings(head) if head else ()
    plural = several or (bool(readings) and all(_plural(head or "", r) for r in readings))
    numbers = {r.number for r in german.verb_readings(unit.words[verb]) if r.person == 3}
    return plural and numbers == {"sg"} and "und" not in unit.low[phrase.first : phrase.last]
