"""French cue verbs: where they stand in a segment, with auxiliary and inverted pronoun (``a-t-elle déclaré``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from quellenlage.layers import french
from quellenlage.layers.annotations import Token
from quellenlage.layers.resources import word_lists
from quellenlage.layers.statements.quotes import Quote
from quellenlage.layers.statements.units import Segment, Unit

WORDS: Final = word_lists("statement-words-fr.tsv")
QUE: Final = frozenset(("que", "qu'", "qu’"))
_FINITE: Final = frozenset(("present", "imperfect", "past", "conditional", "future"))
_BETWEEN: Final = 5
"""Words that may stand between an auxiliary and its participle (*n'a pas encore clairement confirmé*)."""
_INCISE: Final = 24
"""Words of the longest frame inside quotation marks."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of a segment.

    Attributes:
        first: Its first token, the auxiliary where there is one.
        last: One past its last token.
        kind: Class of the verb.
        uses: What the verb can govern; see ``statement-cues-fr.tsv``.
        verb: The infinitive.
        pronoun: Place of an inverted pronoun, or -1.
        gerund: Whether it is a participle of the present (*ajoutant que*).
        negated: Whether it stands with *ne*.
        past: Whether it is told in the past.
    """

    first: int
    last: int
    kind: str
    uses: frozenset[str]
    verb: str
    pronoun: int = -1
    gerund: bool = False
    negated: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A verb of the lexicon: class, uses, and the words that must follow it."""

    kind: str
    uses: frozenset[str]
    rest: tuple[str, ...]


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Return the entries of every verb, those of several words first."""
    out: dict[str, list[Entry]] = {}
    source = files("quellenlage.layers") / "resources" / "statement-cues-fr.tsv"
    for line in source.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, uses, verbs = line.split("\t")
            for verb in verbs.split():
                head, *rest = verb.split("_")
                out.setdefault(head, []).append(Entry(kind, frozenset(uses), tuple(rest)))
    return {verb: tuple(sorted(found, key=lambda e: -len(e.rest))) for verb, found in out.items()}


def plain(word: str) -> str:
    """Return a word in lower case with straight apostrophes and without an inverted pronoun's hyphen."""
    return french.bare(word).replace("’", "'")


def noun_here(unit: Unit, place: int) -> bool:
    """Tell whether a form that can be a noun stands where one does (*la demande*, *sa critique*)."""
    before = plain(unit.words[place - 1]) if place else ""
    return plain(unit.words[place]) in french.WORDS["noun-verbs"] and (
        before in french.WORDS["determiners"] or before in {"en", "par", "sans", "sous", "premier", "première"}
    )


def is_finite(word: str) -> bool:
    """Tell whether a word can be a finite verb."""
    return french.is_finite(word)


def infinitive(unit: Unit, place: int) -> bool:
    """Tell whether a token is an infinitive: by the table, or by ending behind what governs one."""
    if place >= len(unit.words):
        return False
    word = unit.low[place]
    if "infinitive" in french.tenses(word):
        return True
    return (
        len(word) > 4
        and unit.words[place] == word
        and word.endswith(("er", "oir", "dre", "tre", "ire"))
        and (plain(unit.words[place - 1]) in {"de", "d'", "à", "se", "s'"})
    )


def _auxiliary(unit: Unit, place: int, first: int) -> tuple[int, int]:
    """Return the places of a participle's auxiliary and of a pronoun between them (-1 each where there is none)."""
    pronoun = -1
    for spot in range(place - 1, max(first, place - 1 - _BETWEEN) - 1, -1):
        low = plain(unit.words[spot])
        if low in WORDS["people"]:
            pronoun = spot
        elif low in french.WORDS["have"] or (
            low in french.WORDS["be"] and spot and plain(unit.words[spot - 1]) == "s'"
        ):
            return spot, pronoun if unit.words[spot].endswith("-") else -1
        elif low in WORDS["asides"]:
            continue
        elif low == "été" or (low not in WORDS["adverbs"] and not low.endswith("ment") and low not in WORDS["clitics"]):
            return -1, -1
    return -1, -1


def _read(unit: Unit, segment: Segment, place: int, entry: Entry, verb: str) -> Cue | None:
    found = [r for r in french.readings(unit.words[place]) if r.verb == verb]
    last = place + 1
    if entry.rest:
        if tuple(unit.low[last : last + len(entry.rest)]) != entry.rest:
            return None
        last += len(entry.rest)
    tenses = {reading.tense for reading in found}
    first, pronoun, past = place, -1, False
    auxiliary = _auxiliary(unit, place, segment.first) if "participle" in tenses else (-1, -1)
    if auxiliary[0] >= 0:
        first, pronoun = auxiliary
        past = True
    elif tenses & _FINITE:
        if noun_here(unit, place):
            return None
        past = not tenses & {"present", "future"}
        if unit.words[place].endswith("-") and place + 1 < segment.last:
            pronoun, last = place + 1, place + 2
    elif tenses != {"gerund"}:
        return None
    before = [plain(word) for word in unit.words[max(segment.first, first - 3) : first]]
    negated = bool({"ne", "n'"} & set(before))
    reflexive = bool({"se", "s'"} & set(before[-2:]))
    if ("r" in entry.uses) != reflexive and ("r" in entry.uses or verb not in {"dire"}):
        return None
    return Cue(first, last, entry.kind, entry.uses, verb, pronoun, tenses == {"gerund"}, negated, past)


def at(unit: Unit, segment: Segment) -> list[Cue]:
    """Return the cues of a segment in order."""
    out: list[Cue] = []
    for place in range(segment.first, segment.last):
        if unit.quote[place] >= 0 or unit.bracket[place] or unit.words[place][:1].isupper():
            continue
        cue = _cue(unit, segment, place)
        if cue is not None:
            out.append(cue)
    return out


def _cue(unit: Unit, segment: Segment, place: int) -> Cue | None:
    for verb in dict.fromkeys(reading.verb for reading in french.readings(unit.words[place])):
        found = [c for e in entries().get(verb, ()) if (c := _read(unit, segment, place, e, verb)) is not None]
        if found:
            uses = frozenset().union(*(c.uses for c in found if c.last == found[0].last))
            first = found[0]
            return Cue(first.first, first.last, first.kind, uses, verb, first.pronoun, first.gerund, first.negated,
                       first.past)  # fmt: skip
    return None


def kind_of(words: Sequence[str]) -> str:
    """Return the class of the first cue verb among some words, or ``say``."""
    for word in words:
        for reading in french.readings(word):
            if reading.verb in entries():
                return entries()[reading.verb][-1].kind
    return "say"


def cuts_at(unit: Unit, first: int, place: int) -> bool:
    """Tell whether a conjunction begins a second verb of one subject (*X a démenti et demande que …*)."""
    if unit.low[place] not in ("et", "mais", "puis") or place + 2 >= len(unit.words):
        return False
    if not any(is_finite(unit.words[i]) and not noun_here(unit, i) for i in range(first, place) if unit.quote[i] < 0):
        return False
    following = place + 1
    while following < len(unit.words) - 1 and plain(unit.words[following]) in WORDS["clitics"] | {"il", "elle", "ils"}:
        following += 1
    return is_finite(unit.words[following]) and not noun_here(unit, following)


def parted(quotes: Sequence[Quote], tokens: Sequence[Token]) -> list[Quote]:
    """Part quotations around a frame inside their marks: « Le col est fermé, a dit le maire. Il le restera. »."""
    out: list[Quote] = []
    for quote in quotes:
        first = quote.first
        place = first + 2
        while place + 2 < quote.last:
            end = _incise(tokens, place, quote.last) if tokens[place].text in {",", "!", "?"} else -1
            if end > 0:
                out.append(Quote(first, place if tokens[place].text != "," else place - 1))
                first = place = end
                if end >= quote.last:
                    break
            place += 1
        if first < quote.last and any(token.text[0].isalnum() for token in tokens[first : quote.last]):
            out.append(Quote(first, quote.last, quote.closed))
    return out


def _incise(tokens: Sequence[Token], comma: int, last: int) -> int:
    """Return where speech goes on behind a frame that begins after a comma, or -1 where none begins there."""
    words = [token.text for token in tokens[comma + 1 : min(last, comma + _INCISE)]]
    head = french.bare(words[0])
    inverted = words[0].endswith("-")
    if head in french.WORDS["have"]:
        verbs = [r.verb for word in words[1:4] for r in french.readings(word) if r.tense == "participle"]
        spoken = any(verb in entries() for verb in verbs)
        subject = inverted or (len(words) > 2 and _subject(words[2]))
    else:
        found = [r for r in french.readings(words[0]) if r.tense in ("present", "past", "imperfect")]
        spoken = any(r.verb in entries() for r in found) and words[0].islower()
        subject = inverted or (len(words) > 1 and _subject(words[1]))
    if not (spoken and subject):
        return -1
    stop = next((i for i, word in enumerate(words) if i and word in {",", ".", "!", "?", ":", ";"}), len(words))
    return comma + 1 + stop + (1 if stop < len(words) else 0)


def _subject(word: str) -> bool:
    """Tell whether a word can begin an inverted subject: a determiner, a name, a title."""
    return word[:1].isupper() or plain(word) in french.WORDS["determiners"] - {"de", "d'", "au", "aux"}
