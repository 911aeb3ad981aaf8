"""What part a clause plays: a frame that tells who says it, a denial of what was told, an occasion that opens it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from quellenlage.corpus.claims.polarity import (
    calls_untrue,
    denied_by,
    denies_back,
    knows_nothing,
    names_pronoun,
    negative,
    points_back,
)
from quellenlage.corpus.claims.quantities import Quantity
from quellenlage.corpus.claims.reader import Reader
from quellenlage.corpus.claims.shapes import infinitive_group, line_words, reports, says_so
from quellenlage.corpus.claims.terms import words_of
from quellenlage.layers import german
from quellenlage.layers.annotations import Token
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.lexicon import lexicon
from quellenlage.layers.events.triggers import triggers

MIN_TOKENS: Final = 3
"""Words of the shortest assertion."""

_VERBLESS: Final = 6
"""Words up to which a clause in which no verb is seen has none; in a longer one it may only be unknown."""

_OCCASION_REACH: Final = 4
"""Place up to which an occasion's noun opens its clause."""


def untitled(tokens: Sequence[Token], named: Collection[int]) -> list[Token]:
    """Return the tokens without the title before a name (``Chefarzt Maurer``).

    Args:
        tokens: The tokens of a clause.
        named: Starts of those that belong to a name.
    """
    out: list[Token] = []
    title = False  # whether what stands behind is a name or its title
    for token in reversed(tokens):
        if token.start in named:
            title = True
        elif title and token.text[:1].isupper():
            continue
        elif title and token.text.endswith(("e", "er", "en")) and german.noun_lemma(token.text.capitalize()) is None:
            title = False
            continue
        else:
            title = False
        out.append(token)
    return out[::-1]


def verbless(clause: Clause, found: Sequence[Quantity], *, language: str) -> bool:
    """Tell whether a short German clause has neither verb nor number and so says nothing (``Ein Ruck, ein Schrei``)."""
    return language == "de" and clause.finite is None and not found and len(clause.tokens) <= _VERBLESS


def leads_over(content: Mapping[str, float], found: Sequence[Quantity], *, language: str) -> bool:
    """Tell whether a clause only leads over to what is told next (``Kritik kam von Greenpeace``).

    All its content words are of that kind, names aside, and its numbers count such things (``zwei Antworten``).

    Args:
        content: Its terms with their weights.
        found: Its quantities.
        language: ``de``, ``en`` or ``ru``.
    """
    lead = line_words(f"{language}.lead")
    words = {term for term, weight in content.items() if weight == 1.0 and not term[:1].isdigit()}
    if not words <= lead or not words & line_words(f"{language}.lead_mark"):
        return False
    return all(quantity.unit == "count" and quantity.noun in lead for quantity in found)


def is_frame(parts: Sequence[Clause], place: int, reader: Reader) -> bool:
    """Tell whether a clause only says whose words stand beside it (``sagte die Sprecherin``)."""
    clause, language = parts[place], reader.language
    kept = [token for token in clause.tokens if not reader.framed(token)]
    if reader.tells_of_speech(clause.tokens):
        return True
    if 2 * len(kept) < len(clause.tokens):
        behind = place + 1 < len(parts) and parts[place + 1].opener in line_words(f"{language}.content")
        return len(kept) < MIN_TOKENS or (behind and not reader.denies(kept))
    if says_so(clause, language=language):
        return True
    words = {token.text.lower() for token in clause.tokens}
    if language == "ru" and clause.opener == "как":
        return bool(words & line_words("ru.frame"))
    return language == "de" and reader.content_at(clause.tokens) is None and reports(parts, place)


def without_frame(clause: Clause, reader: Reader, *, back: bool) -> tuple[list[Token], bool]:
    """Return the tokens of a clause without frame, and whether it is kept whole since it tells a speech act.

    ``bat die Fraktionen, dem Haushalt zuzustimmen``: that she did is what the article tells.
    """
    if back:
        return list(clause.tokens), False
    kept = [token for token in clause.tokens if not reader.framed(token)]
    that = words_of(f"{reader.language}.that")
    opens = next((n for n, token in enumerate(kept) if token.text.lower() in that), None)
    told = opens is not None and reader.content_at(kept[opens:]) is not None
    # "X, citing Y, reported that …": what is said is a clause of its own; German ones are cut before *dass* anyway
    if told and (reader.content_at(kept[:opens]) is None if opens else reader.language == "en"):
        return kept[opens:], False
    small = 2 * len(kept) < len(clause.tokens)
    if small and not reader.denies(kept) and not reader.quoted(kept) and reader.speaks(clause.tokens):
        return list(clause.tokens), True
    return kept, False


def denies_told(parts: Sequence[Clause], place: int, reader: Reader, start: int) -> bool:
    """Tell whether a clause denies what was told before; what it denies must not follow in the next clause."""
    clause, language = parts[place], reader.language
    thing = points_back(clause, language=language)
    if thing and not reader.named(thing, start):
        frame = place > 0 and denied_by(parts[place - 1], language=language)
        return negative(clause.tokens, language=language) != frame
    if calls_untrue(clause, language=language) or knows_nothing(clause, language=language):
        return True
    last = place == len(parts) - 1
    if not last and (parts[place + 1].opener or not names_pronoun(clause, language=language)):
        return False
    return denies_back(clause, language=language)


def occasion(clause: Clause, kept: list[Token], *, language: str) -> tuple[list[Token], list[Token]]:
    """Part the occasion that opens a clause (``Nach einem Erdrutsch am Hang …``) from what it tells besides.

    The occasion ends before the finite verb; it asserts something of its own where its noun tells an event.
    """
    if clause.finite is None or language != "de" or infinitive_group(clause, language=language):
        return [], kept
    verb = clause.tokens[clause.finite].start
    before = [token for token in kept if token.start < verb]
    found = triggers(clause, lexicon(language), language=language)
    told = [f for f in found if f.occasion and clause.tokens[f.place].start < verb and f.place <= _OCCASION_REACH]
    opening = {token.text.lower() for token in clause.tokens[: told[0].place]} if told else set()
    if not opening & line_words("de.occasion") or len(before) < MIN_TOKENS or before[0].start != clause.tokens[0].start:
        return [], kept
    return before, [token for token in kept if token.start >= verb]
