"""Who speaks in a French frame, and to whom: before the verb, behind an inverted one, or across an apposition."""

from __future__ import annotations

from typing import Final

from quellenlage.layers import french
from quellenlage.layers.statements.drafts import Named
from quellenlage.layers.statements.french_cues import QUE, WORDS, Cue, infinitive, is_finite, noun_here, plain
from quellenlage.layers.statements.units import Segment, Unit

_OF: Final = frozenset(("de", "du", "des", "d'", "d’"))
_TO: Final = frozenset(("à", "au", "aux"))
_MARKS: Final = frozenset((",", ":", ";", "–", "—", "-", "."))
_PARTICLES: Final = frozenset(
    ("de", "du", "des", "d'", "d’", "la", "le", "von", "van", "der", "den", "ben", "el", "al", "di")
)
_STRESSED: Final = frozenset(("lui", "elle", "eux", "elles"))
"""Pronouns that only stress the subject (*le syndicat, lui, dénonce …*)."""
_BACK: Final = 4
"""Segments before the verb in which its subject is sought."""


def before(unit: Unit, segment: Segment, cue: Cue) -> Named | None:
    """Return the subject that stands in the cue's own segment before it."""
    first, last = segment.first, cue.first
    while last > first and plain(unit.words[last - 1]) in WORDS["clitics"]:
        last -= 1
    while first < last and (
        unit.low[first] in WORDS["leading"] or unit.words[first] in _MARKS or unit.low[first].endswith("ment")
    ):
        first += 1
    relative = next((i for i in range(first, last) if unit.low[i] == "qui" and unit.quote[i] < 0), None)
    if relative is not None:
        inner = any(is_finite(unit.words[i]) for i in range(relative + 1, last))
        if not inner or relative == first:
            last = relative
    verbs = [i for i in range(first, last) if verbal(unit, i) and unit.quote[i] < 0]
    if verbs and relative is None:
        return None
    return phrase(unit, first, last, inside=True)


def verbal(unit: Unit, place: int) -> bool:
    """Tell whether a token is a finite verb where it stands, and no noun."""
    return (
        is_finite(unit.words[place])
        and unit.words[place].islower()
        and not noun_here(unit, place)
        and not (plain(unit.words[place - 1]) in french.WORDS["determiners"] if place else False)
    )


def phrase(unit: Unit, first: int, last: int, *, inside: bool = False) -> Named | None:
    """Return the noun phrase, name or pronoun that begins a range.

    Args:
        unit: The unit.
        first: Where it begins; adverbs and times before it are passed over.
        last: Where it ends at the latest.
        inside: Whether the range is the phrase and no more, so that prepositions belong to it.
    """
    while first < last and (
        unit.low[first] in WORDS["adverbs"]
        or unit.low[first].endswith("ment")
        or unit.words[first] in _MARKS
        or (first + 1 < last and unit.words[first].isdigit())
    ):
        if unit.words[first].isdigit() and first + 1 < last and unit.low[first + 1] not in _MONTHS:
            break
        first += 2 if unit.words[first].isdigit() else 1
    if first >= last or not _begins(unit, first):
        return None
    if plain(unit.words[first]) in WORDS["people"] | {"celui-ci", "celle-ci", "ceux-ci", "celles-ci"}:
        return Named(unit, first, first + 1, first + 1)
    end = first + 1
    while end < last and (unit.quote[end] >= 0 or unit.words[end] not in _MARKS):
        low = plain(unit.words[end])
        stop = (
            (low in (WORDS["stops"] | WORDS["adverbs"]) and unit.words[end][:1].islower())
            or low in QUE
            or (low.endswith("ant") and "gerund" in french.tenses(low))
        )
        kept = (inside and low in _TO) or (low in {"à", "au", "aux", "en"} and _inner(unit, end, last))
        if stop and not kept and unit.quote[end] < 0:
            break
        if not inside and infinitive(unit, end):
            break
        if not inside and low in _OF and end + 1 < last and infinitive(unit, end + 1):
            break
        end += 1
    return Named(unit, first, end, _core(unit, first, end)) if end > first else None


_MONTHS: Final = frozenset(
    (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    )
)


def _inner(unit: Unit, place: int, last: int) -> bool:
    """Tell whether a preposition belongs to an office (*ministre à la Justice*, *chargé*, *commissaire aux droits*)."""
    low = [plain(word) for word in unit.words[max(0, place - 2) : place]]
    heads = {"commissaire", "ministre", "délégué", "déléguée", "secrétaire", "directeur", "commissariat", "conseiller"}
    return bool(heads & set(low[-1:])) and place + 1 < last and unit.low[place] in {"aux", "au", "à"}


def _begins(unit: Unit, place: int) -> bool:
    """Tell whether a token can begin the words for somebody."""
    word, low = unit.words[place], plain(unit.words[place])
    if low in {
        "de",
        "d'",
        "que",
        "qu'",
        "à",
        "au",
        "aux",
        "en",
        "selon",
        "y",
        "ne",
        "n'",
        "dans",
        "pour",
        "par",
        "sur",
    }:
        return low == "d'" and plain(unit.words[place + 1]) == "autres" if place + 1 < len(unit.words) else False
    if low in WORDS["stops"] - WORDS["people"]:
        return False
    titled = low in {"m.", "mme", "me", "mgr", "dr", "pr"}
    counted = unit.words[place].isdigit() or low in {"deux", "trois", "quatre", "plusieurs", "certains", "beaucoup"}
    return (
        titled or counted or word[:1].isupper() or low in french.WORDS["determiners"] or low in WORDS["people"]
        or low in WORDS["persons"] or low in {"celui-ci", "celle-ci", "ceux-ci", "celles-ci"} or unit.quote[place] >= 0
    )  # fmt: skip


def _core(unit: Unit, first: int, end: int) -> int:
    """Return where the head of a phrase ends: before *de* behind a common noun, at the end of a name."""
    if unit.words[first][:1].isupper() and plain(unit.words[first]) not in french.WORDS["determiners"] | {
        "m.",
        "mme",
        "me",
    }:
        place = first + 1
        while place < end and (
            unit.words[place][:1].isupper()
            or (unit.low[place] in _PARTICLES and place + 1 < end and unit.words[place + 1][:1].isupper())
        ):
            place += 1
        return place
    places = range(first + 1, end)
    named = [i for i in places if unit.words[i][:1].isupper() and unit.quote[i] < 0]
    run = [i for i in named if plain(unit.words[i - 1]) not in french.WORDS["determiners"]]
    for place in run:  # le ministre de la Justice Paul Roche: a name of two words behind the office
        if place + 1 < end and place + 1 in named and place == named[-2 if len(named) > 1 else -1]:
            return end if named[-1] == end - 1 else named[-1] + 1
    for place in places:
        if plain(unit.words[place]) in {"de", "du", "des", "d'"} | _TO:
            return place
    return end


def apposed(unit: Unit, number: int) -> Named | None:
    """Return the subject of *X, qui …, a dit*, *le maire, X, a dit*, *X, maire de Y, a dit*."""
    found: list[Segment] = []
    for earlier in range(number - 1, max(-1, number - 1 - _BACK), -1):
        segment = unit.segments[earlier]
        if unit.whole_quote(segment.first, segment.last) or segment.after[:1] in (":", ";", ".", "!", "?"):
            break
        if unit.low[segment.first] in WORDS["relative"] or _participle(unit, segment):
            continue
        if any(verbal(unit, i) for i in range(segment.first, segment.last)):
            break
        if unit.low[segment.first] in WORDS["leading"] | _STRESSED and segment.last - segment.first == 1:
            continue
        if not _begins(unit, segment.first) and not unit.low[segment.first].isalpha():
            break
        found.append(segment)
    found.reverse()
    while found and not _begins(unit, found[0].first):
        found.pop(0)
    if not found:
        return None
    head = phrase(unit, found[0].first, found[0].last, inside=True)
    if head is None or len(found) == 1:
        return head
    return named_behind(unit, head, found[1])


def named_behind(unit: Unit, head: Named, segment: Segment) -> Named:
    """Return a description joined with the name that stands behind it in commas (*la préfète, Claire Vogt*)."""
    words = unit.words[segment.first : segment.last]
    name = words[0][:1].isupper() and plain(words[0]) not in french.WORDS["determiners"] and len(words) <= 4
    titled = bool(words) and plain(words[0]) in {"m.", "mme", "me"}
    described = plain(unit.words[head.first]) in french.WORDS["determiners"]
    if (name or titled) and described and not any(is_finite(word) and word.islower() for word in words):
        return Named(unit, head.first, segment.last, segment.last)
    return head


def _participle(unit: Unit, segment: Segment) -> bool:
    """Tell whether a segment is opened by a participle (*interrogé par la radio*, *citant un témoin*)."""
    low = unit.low[segment.first]
    tenses = french.tenses(low)
    return low in {"en", "interrogé", "interrogée", "cité", "citée", "joint", "jointe"} or (
        bool(tenses) and tenses <= {"participle", "gerund"}
    )


def behind_addressee(unit: Unit, first: int, last: int) -> int:
    """Return where the subject begins behind *à l'AFP*, *à la presse*, *aux journalistes*, or ``first``."""
    place = first
    while place < last and (unit.low[place] in WORDS["adverbs"] or unit.low[place].endswith("ment")):
        place += 1
    if place >= last or unit.low[place] not in _TO:
        return first
    place += 1
    if place < last and plain(unit.words[place]) in {"l'", "la", "ses", "son", "sa"}:
        place += 1
    end = place + 1
    while end < last and unit.words[end][:1].isupper() and unit.words[place][:1].isupper():
        end += 1
    return end if end < last and _begins(unit, end) else first


def addressee(unit: Unit, first: int, last: int) -> Named | None:
    """Return to whom is spoken, behind *à* or *au* in a stretch of a frame."""
    for place in range(first, last - 1):
        if unit.low[place] not in _TO or unit.quote[place] >= 0:
            continue
        spot = place + 1
        if plain(unit.words[spot]) in {"l'", "la"} and spot + 1 < last:
            spot += 1
        word = unit.words[spot]
        medium = word.isupper() and len(word) > 1
        if (
            medium
            or plain(word) in {"presse", "agence", "journalistes", "quotidien", "journal", "radio", "chaîne"}
            or (unit.low[place] == "au" and word[:1].isupper())
            or "-ATS" in word
        ):
            end = spot + 1
            while (
                end < last and (unit.words[end][:1].isupper() or unit.low[end] in {"de", "du"}) and unit.quote[end] < 0
            ):
                end += 1
            return Named(unit, place + 1, end, end)
    return None
