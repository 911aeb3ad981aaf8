"""Who took part in an event and where: the mentions in its clause, by preposition, order and voice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quellenlage.layers.annotations import Mention, Participant, Referent, Token
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.dates import VERBAL
from quellenlage.layers.events.words import EMPTY, WORDS, Found

ACTORS: Final = frozenset({"person", "organization", "nationality", "place", "other"})
_REACH: Final = 4
"""Words between a preposition and the name it governs (``mit seinem kasachischen Amtskollegen Tokajew``)."""
_TITLE: Final = 3
"""Words between a country or body and the person whose title it belongs to (``der russische Präsident Putin``)."""
_JOINED: Final = frozenset({"und", "and", "и", "sowie"})
_BODIES: Final = frozenset({"place", "nationality", "organization"})
_AND: Final = frozenset({"und", "and", "и", "sowie", ",", "oder"})


def preposition(clause: Clause, start: int, *, language: str) -> str:
    """Return the preposition that governs the phrase which begins at ``start``, or an empty string."""
    groups = ("agent", "with", "place", "direction", "about")
    known = set().union(*(WORDS.get(f"{language}.{group}", EMPTY) for group in groups))
    before = [token for token in clause.tokens if token.end <= start]
    articles = WORDS.get(f"{language}.phrase_start", EMPTY)
    behind, started = start, False
    for token in reversed(before[-_REACH:]):
        word = token.text.lower()
        if language == "en" and behind - token.end > 1:
            return ""  # a comma or a quotation mark ends the phrase
        behind = token.start
        if word in known:
            return word
        if started:
            return ""  # am Freitag den Flughafen: what governs a phrase stands right before its article
        started = word in articles
        if word in _AND or (clause.finite is not None and token is clause.tokens[clause.finite]):
            return ""
    return ""


def _belongs(clause: Clause, mention: Mention, following: Mention, referents: Sequence[Referent]) -> bool:
    """Tell whether a mention only describes the person named right behind it (``Sachsens Minister Panter``)."""
    if referents[mention.referent].type == "person" or referents[following.referent].type != "person":
        return False
    # the name may be the first part of the title's own word (EU-Kommissar)
    ends = next((t.end for t in clause.tokens if t.start <= mention.start < t.end and t.end > mention.end), mention.end)
    between = [t for t in clause.tokens if ends <= t.start and t.end <= following.start]
    verb = clause.tokens[clause.finite] if clause.finite is not None else None
    plain = all(_titular(t) and t is not verb for t in between)
    tight = between[0].start - ends <= 1 if between else following.start - ends <= 1
    return plain and tight and len(between) <= _TITLE


def _titular(token: Token) -> bool:
    return token.text.isalpha() and token.text.lower() not in _AND


def subject(clause: Clause, mentions: Sequence[Mention], referents: Sequence[Referent], *, language: str) -> int | None:
    """Return the person or body that a clause is about: the first person that no preposition governs, else body."""
    free = [m.referent for m in mentions if not preposition(clause, m.start, language=language)]
    for kind in ("person", "organization"):
        found = next((referent for referent in free if referents[referent].type == kind), None)
        if found is not None:
            return found
    return None


def coordinated(clause: Clause, mentions: Sequence[Mention], referents: Sequence[Referent]) -> tuple[int, ...]:
    """Return the two of one kind that *und* joins in a clause (``Bonn und Paris streiten``), or nothing."""
    for one, other in pairwise(mentions):
        kinds = {referents[one.referent].type, referents[other.referent].type}
        between = [t for t in clause.tokens if one.end <= t.start and t.end <= other.start]
        joins = bool(between) and between[0].text.lower() in _JOINED and all(map(_titular, between[1:]))
        if joins and len(between) <= _TITLE and (kinds == {"person"} or kinds <= _BODIES):
            return one.referent, other.referent
    return ()


def _listed(clause: Clause, one: Mention, other: Mention) -> bool:
    """Tell whether only *und* or a comma stands between two names (``in Bonn und Köln``)."""
    between = [t for t in clause.tokens if one.end <= t.start and t.end <= other.start]
    return len(between) <= 1 and all(token.text.lower() in _JOINED for token in between)


def is_passive(clause: Clause, found: Found, *, language: str) -> bool:
    """Tell whether a clause tells its event in the passive."""
    words = {token.text.lower() for token in clause.tokens}
    return (
        found.trigger.tense == "participle"
        and found.place != clause.finite
        and bool(words & WORDS.get(f"{language}.passive", EMPTY))
    )


def take_part(
    clause: Clause,
    found: Found,
    mentions: Sequence[Mention],
    referents: Sequence[Referent],
    *,
    language: str,
    actor: int | None = None,
) -> tuple[tuple[Participant, ...], int | None]:
    """Return the participants and the place of an event.

    The first actor that no preposition governs acts (``source``), later ones are acted on (``target``); in the passive
    the one behind *von* or *durch* acts and the others are acted on, also with the noun of a speech act (*Kritik von*);
    with *mit* somebody takes part on equal terms.
    Who is named only in a person's title has the person's role. A place behind a local preposition is where it was.

    Args:
        clause: The clause.
        found: The trigger.
        mentions: Mentions inside the clause, in order.
        referents: All referents of the document.
        language: First part of the BCP 47 code.
        actor: Referent known to act from outside the clause (the speaker, whom a pronoun stands for), or None.
    """
    passive = is_passive(clause, found, language=language)
    spoken = found.trigger.kind == "n" and found.trigger.type in VERBAL
    roles: dict[int, str] = {} if actor is None else {actor: "target" if passive else "source"}
    place: int | None = None
    titles: list[Mention] = []
    done: Mention | None = None
    local_before = False
    for number, mention in enumerate(mentions):
        referent = referents[mention.referent]
        if done is not None and mention.end <= done.end:
            continue  # the place in the name of a court or office
        listed = done is not None and local_before and _listed(clause, done, mention)
        done, local_before = mention, False
        if referent.type not in ACTORS or (referent.type == "other" and mention.kind != "name"):
            continue
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        if following is not None and _belongs(clause, mention, following, referents):
            titles.append(mention)
            continue
        governed = preposition(clause, titles[0].start if titles else mention.start, language=language)
        local = governed in WORDS.get(f"{language}.place", EMPTY)
        before_it = referent.type == "organization" and found.trigger.type == "PROTEST"  # vor dem Parlament
        if (referent.type == "place" or before_it) and (local or listed) and governed not in ("an", "gegen"):
            local_before = True
            place = mention.referent if place is None else place
            continue
        about = governed in WORDS.get(f"{language}.about", EMPTY)
        if about and referent.type == "place" and not (referent.known or "").startswith("country"):
            place = mention.referent if place is None and governed in ("um", "over") else place  # Gefechte um …
            continue
        if governed in WORDS.get(f"{language}.agent", EMPTY) and (passive or spoken):
            role = "source"
        elif governed in WORDS.get(f"{language}.with", EMPTY):
            role = "participant"
        elif governed or passive:
            role = "target"
        else:
            role = "target" if "source" in roles.values() else "source"
        for one in (mention, *titles):
            roles.setdefault(one.referent, role)
        titles = []
    return tuple(Participant(index, role) for index, role in roles.items()), place
