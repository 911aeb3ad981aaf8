"""Who did what only one side can have done: fired first, asked for it, chose, held up, brokered.

``Die Trasse hat die Bezirksregierung ausgewählt`` and ``Der Landrat selbst habe sie ausgesucht`` tell one thing of two
actors. The words that tell such a deed stand in ``resources/anchors.tsv`` (``deed``); the actor is the subject, whoever
stands behind *von*, *durch*, *by*, or the speaker where the words say *ich*, *we*, *мы*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.features import FEATURES
from quellenlage.corpus.claims.moments import other_day
from quellenlage.corpus.claims.pairs import Pair
from quellenlage.corpus.claims.terms import words_of
from quellenlage.corpus.claims.wordings import wordings
from quellenlage.corpus.records import Names
from quellenlage.layers import german
from quellenlage.layers.annotations import Annotations, Statement
from quellenlage.layers.entities.adjectives import adjective_of

RIVAL: Final = 0.7
"""Probability of two tellings of one deed."""

_OWN: Final = frozenset({"fire", "contact"})
"""Deeds of which a story has one by their nature; of others both must tell of the same matter."""

_MANY: Final = 8
"""Tellings of one kind of deed in a story from which they are no anchor."""

_BEFORE: Final = 3
"""Assertions before one from which it takes what it is about (``Das sei von ihr ausgegangen``)."""

_BEHIND: Final = 3
"""Words behind *von* or *by* among which the actor stands."""

_REACH: Final = 3
"""Sentences between two voices of one article that tell of one deed."""

_CASES: Final = frozenset(["den", "dem", "des", "einen", "einem", "eines", "ihren", "seinen", "ihrem", "seinem"])
"""German words before a noun that is not the subject."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed as a clause tells it.

    Attributes:
        kind: Which (``fire``).
        keys: Who did it: origins, entity ids, ``nation/XX``, or ``camp/NAME`` for a noun without a name.
        words: The actor as the text has it.
        state: True where it is a body of a state by its name.
    """

    kind: str
    keys: frozenset[str]
    words: str
    state: bool = False


class _Word(NamedTuple):
    text: str
    start: int
    end: int


class Doing(NamedTuple):
    """What is known of an assertion besides itself: its article, its statement, and the origins that it rests on."""

    article: Annotations
    statement: Statement | None
    roots: frozenset[str]


class Actors:
    """Finds the actors of a corpus.

    Args:
        names: Its entities.
        voices: The root of each person and body as a speaker, by document key and index of the referent.
    """

    def __init__(self, names: Names, voices: Mapping[tuple[str, int], str]) -> None:
        self._names, self._voices = names, voices
        self._entity = {entity.id: entity for entity in names.entities}
        persons = [entity for entity in names.entities if entity.type == "person" and entity.members]
        self._surnames = {e.name.split()[-1]: voices.get(e.members[0], e.id) for e in persons if " " in e.name}

    def deeds(self, assertion: Assertion, telling: Doing) -> tuple[Deed, ...]:
        """Return the deeds that an assertion tells with an actor."""
        out = []
        for kind, wording in wordings("deed", assertion.language).items():
            told = wording.found(assertion.print)
            actor = self._actor(assertion, telling) if told is not None and not assertion.negative else None
            if actor is not None:
                out.append(Deed(kind, *actor, state=any(self._of_state(key) for key in actor[0])))
        return tuple(out)

    def _of_state(self, key: str) -> bool:
        entity = self._entity.get(key)
        return key.startswith("nation/") or (entity is not None and (entity.known or "").startswith(("inst/", "seat/")))

    def _actor(self, assertion: Assertion, telling: Doing) -> tuple[frozenset[str], str] | None:
        words = _located(assertion, telling.article)
        own = words_of(f"{assertion.language}.self")
        if telling.statement is not None and telling.statement.type == "direct":
            mine = next((w for w in words if w.text.lower() in own), None)
            if mine is not None:
                return telling.roots, " ".join(
                    s.of(telling.article.document.text) for s in telling.statement.speaker_spans
                )
        for group in _candidates(words, assertion.language):
            keys, told = self._keys(group, telling.article, assertion.language)
            if keys:
                return keys, told or " ".join(word.text for word in group)
        return None

    def _keys(self, group: Sequence[_Word], article: Annotations, language: str) -> tuple[frozenset[str], str]:
        """Return who a noun phrase names, and the words of a mention; empty where it names nobody that can act."""
        start, end = group[0].start, group[-1].end
        out: set[str] = set()
        told: list[str] = []
        for mention in article.mentions:
            if mention.start < start or mention.end > end or mention.kind == "pronoun":
                continue
            member = (article.document.key, mention.referent)
            entity = self._entity.get(self._names.of.get(member, ""))
            if entity is None:
                continue
            if entity.type in ("place", "nationality") and entity.country:
                out.add(f"nation/{entity.country}")
            elif mention.kind == "name":
                out.add(self._voices.get(member, entity.id))
            else:
                continue
            told.append(article.document.text[mention.start : mention.end])
        if out:
            return frozenset(out), ", ".join(told)
        by_surname = {self._surnames[word.text] for word in group if word.text in self._surnames}
        if len(by_surname) == 1:
            return frozenset(by_surname), ""
        for word in group:
            nation = adjective_of(word.text, language=language)
            if nation is not None and nation.startswith("country/"):
                return frozenset({f"nation/{nation.partition('/')[2]}"}), ""
        for word in group:
            for camp, wording in (*wordings("camp", "de").items(), *wordings("camp", "en").items()):
                if wording.found(word.text.lower()):
                    return frozenset({f"camp/{camp}"}), ""
        return frozenset(), ""


def _located(assertion: Assertion, article: Annotations) -> list[_Word]:
    """Return the words of an assertion with where they stand."""
    text, place, out = article.document.text, assertion.span.start, []
    for word in assertion.words.split():
        found = text.find(word, place, assertion.span.end)
        if found >= 0:
            out.append(_Word(word, found, found + len(word)))
            place = found + len(word)
    return out


def _candidates(words: Sequence[_Word], language: str) -> Iterator[list[_Word]]:
    """Yield the noun phrases that can be the actor, the likeliest first."""
    low = [word.text.lower() for word in words]
    by = words_of(f"{language}.agent")
    for place, word in enumerate(low):
        if word in by and place + 1 < len(words):
            yield list(words[place + 1 : place + 1 + _BEHIND])
    if language == "de":
        phrases = [p for p in _phrases(words, low) if not _deed_noun([w.text.lower() for w in p])]
        himself = [p for p in phrases if _self_behind(p, words, low)]
        first = not words[0].text[:1].isupper() or bool(german.verb_readings(low[0]))
        rest = phrases[::-1] if first and not german.is_noun(words[0].text) else phrases
        yield from (*himself, *rest)
    elif language == "en" and low[:2] == ["it", "was"]:
        yield list(words[2:5])
    else:
        yield list(words[:3])


def _phrases(words: Sequence[_Word], low: Sequence[str]) -> Iterator[list[_Word]]:
    """Yield the German noun phrases that no preposition opens and that can be the subject."""
    place = 0
    while place < len(words):
        first = place
        while place < len(words) and not words[place].text[:1].isupper() and low[place] in _OPENING:
            place += 1
        lower = place
        while place < len(words) and low[place].endswith(("e", "en", "er")) and not words[place].text[:1].isupper():
            if place + 1 >= len(words) or german.verb_readings(low[place]):
                break
            place += 1
        noun = place
        while place < len(words) and words[place].text[:1].isupper() and (place > 0 or german.is_noun(words[0].text)):
            place += 1
        if place == noun:
            place = max(first + 1, min(place, lower + 1) if place > first else first + 1)
            continue
        before = low[first - 1] if first else ""
        governed = before in words_of("de.preposition") or (first < noun and low[first] in _CASES)
        if not governed and low[first] not in words_of("de.preposition"):
            yield list(words[first:place])


_OPENING: Final = frozenset(["der", "die", "das", "ein", "eine", "ihr", "ihre", "sein", "seine", "unser", *_CASES])


def _deed_noun(phrase: Sequence[str]) -> bool:
    """Tell whether a phrase is what is done and not who does it (``das Feuer``, ``den Anstoß``)."""
    return any(word in words_of("de.deed_noun") for word in phrase)


def _self_behind(phrase: Sequence[_Word], words: Sequence[_Word], low: Sequence[str]) -> bool:
    last = words.index(phrase[-1])
    return last + 1 < len(low) and low[last + 1] in ("selbst", "selber")


def differ(a: Deed, b: Deed) -> bool:
    """Tell whether two tellings of one deed name actors that cannot be the same.

    A noun without a name can be anybody of its kind; nothing is said where one side names a body and the other a noun
    that may mean it.
    """
    if a.kind != b.kind or not a.keys or not b.keys or a.keys & b.keys:
        return False
    camps = [{key for key in deed.keys if key.startswith("camp/")} for deed in (a, b)]
    if bool(camps[0]) == bool(camps[1]):
        return True
    camp, named = (camps[0], b) if camps[0] else (camps[1], a)
    return camp <= {"camp/outlaws"} or (camp <= {"camp/company"} and named.state)


def rivals(
    found: Sequence[Assertion], told: Sequence[tuple[Deed, ...]], roots: Sequence[frozenset[str]]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the pairs (indices) of which two voices tell one deed, with the actors.

    Args:
        found: The assertions of a story, those of an article together and in order.
        told: The deeds of each.
        roots: The origins of each.
    """
    kinds: dict[str, list[int]] = {}
    for number, deeds in enumerate(told):
        for deed in deeds:
            kinds.setdefault(deed.kind, []).append(number)
    for kind, members in kinds.items():
        if len({found[n].print for n in members}) > _MANY:
            continue
        for place, i in enumerate(members):
            for j in members[place + 1 :]:
                a, b = found[i], found[j]
                near = a.article != b.article or 0 < abs(a.sentence - b.sentence) <= _REACH
                if roots[i] == roots[j] or not near or other_day(a, b) or a.forecast != b.forecast:
                    continue
                if kind in _OWN or a.language != b.language or _matter(found, i) & _matter(found, j):
                    x, y = (next(d for d in told[n] if d.kind == kind) for n in (i, j))
                    yield i, j, (x.words, y.words)


def tied(
    found: Sequence[Assertion], pairs: Sequence[Pair], ties: Iterable[tuple[int, int, tuple[str, ...]]]
) -> list[Pair]:
    """Return scored pairs with those that are tied besides, each with the higher probability.

    Args:
        found: The assertions of a story; those of equal words in one language are compared once.
        pairs: Scored pairs over their indices.
        ties: Pairs of indices with the words that tie them.
    """
    first: dict[tuple[str, str], int] = {}
    same = [first.setdefault((a.print, a.language), number) for number, a in enumerate(found)]
    scored = {(pair.first, pair.second): pair for pair in pairs}
    for i, j, words in ties:
        a, b = sorted((same[i], same[j]))
        if a != b:
            known = scored.get((a, b), Pair(a, b, (0.0,) * len(FEATURES), 0.0, words))
            scored[a, b] = replace(known, probability=max(known.probability, RIVAL), shared=known.shared or words)
    return [scored[key] for key in sorted(scored)]


def _matter(found: Sequence[Assertion], number: int) -> set[str]:
    """Return the names and content words of an assertion and of those right before it."""
    out: set[str] = set()
    for assertion in found[max(0, number - _BEFORE) : number + 1]:
        if assertion.article == found[number].article:
            out |= {term for term, weight in assertion.terms.items() if weight == 1.0}
    return out
