"""What a claim rests on, in fixed words: how many articles, how many origins, and what joins the articles of one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from quellenlage.dossier.render.dates import readable
from quellenlage.dossier.render.groups import ValueGroup
from quellenlage.dossier.render.reading import Reading
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.values import folded
from quellenlage.dossier.render.words import Words
from quellenlage.dossier.schema import Claim, ClaimMention

_DATE: Final = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin of a claim.

    Attributes:
        position: Its position in ``Claim.origins``.
        label: What it is, in fixed words and names (``dpa report in Hafenbote, Nordblatt``).
        articles: Ids of the articles that rest on it.
        entities: Ids of the entities that it rests on.
        plain: Whether it is one article and nothing more, so that its label tells nothing new.
    """

    position: int
    label: str
    articles: tuple[str, ...]
    entities: tuple[str, ...]
    plain: bool


def origins_of(claim: Claim, *, reading: Reading, words: Words) -> tuple[Origin, ...]:
    """Return a claim's origins in the order in which its values name their articles; those without articles last."""
    told = [mention for group in reading.values_of(claim) for mention in group.mentions]
    first = {
        position: next((n for n, m in enumerate(told) if rests_on(m, claim, position)), len(told))
        for position in range(len(claim.origins))
    }
    order = sorted(first, key=lambda position: first[position])
    found = [_origin(position, claim, reading, words) for position in order if claim.origins[position]]
    labels = Counter(origin.label for origin in found)
    return tuple(o if labels[o.label] == 1 else _with_speakers(o, claim, reading) for o in found)


def named_among(
    origins: tuple[Origin, ...], claim: Claim, *, reading: Reading, words: Words
) -> tuple[tuple[int, str], ...]:
    """Return number and label of all of a claim's origins, or nothing where all of them are articles and no more.

    Among others an article of its own is ``Nordblatt itself``: a list that counts three origins names three. Where it
    refers to something that is no name, that stands beside it: ``Nordblatt (einem Anhang)``.
    """
    if len(origins) < 2 or all(origin.plain for origin in origins):
        return ()

    def label(origin: Origin) -> str:
        if not origin.plain:
            return origin.label
        told = [m for m in claim.mentions if rests_on(m, claim, origin.position)]
        whose = ", ".join(dict.fromkeys(filter(None, (teller(m, claim, reading=reading) for m in told))))
        if whose and whose in origin.label:
            return origin.label
        return f"{origin.label} ({whose})" if whose else words("origin.own", name=origin.label)

    return tuple((number, label(origin)) for number, origin in enumerate(origins, 1))


def teller(mention: ClaimMention, claim: Claim, *, reading: Reading) -> str:
    """Return whose word a mention is: its speaker, else who it rests on; nothing for what an article tells as fact."""
    if mention.stance == "asserts":
        return ""
    if speaker := reading.speaker_of(mention):
        return speaker
    behind = [
        reading.name(member)
        for position, members in enumerate(claim.origins)
        if rests_on(mention, claim, position)
        for member in members
        if member not in reading.article and member not in reading.agency_ids
    ]
    return ", ".join(dict.fromkeys(behind))


def _with_speakers(origin: Origin, claim: Claim, reading: Reading) -> Origin:
    """Add who is cited to a label that another origin has too: two nameless speakers of one agency's report."""
    speakers = ", ".join(_speakers(origin.position, claim, reading))
    return replace(origin, label=f"{origin.label}: {speakers}") if speakers else origin


def _speakers(position: int, claim: Claim, reading: Reading) -> tuple[str, ...]:
    mentions = [m for m in claim.mentions if rests_on(m, claim, position)]
    return tuple(dict.fromkeys(filter(None, map(reading.speaker_of, mentions))))


def rests_on(mention: ClaimMention, claim: Claim, position: int) -> bool:
    """Tell whether a mention rests on one of its claim's origins; without a note on it, by the article named there."""
    return position in mention.origins if mention.origins else mention.article in claim.origins[position]


def _origin(position: int, claim: Claim, reading: Reading, words: Words) -> Origin:
    members = claim.origins[position]
    own = tuple(m for m in members if m in reading.article)
    entities = tuple(m for m in members if m not in reading.article)
    carriers = dict.fromkeys(m.article for m in claim.mentions if rests_on(m, claim, position))
    articles = tuple(carriers) or own
    outlets = ", ".join(reading.outlet(a) for a in articles)
    agencies = [e for e in entities if e in reading.agency_ids]
    named = ", ".join(dict.fromkeys(reading.name(e) for e in agencies or entities))
    if not agencies:  # a spokesman counts as the body that he speaks for
        words_in = {word for e in entities for word in folded(reading.name(e)).split()}
        spoke = [s for s in _speakers(position, claim, reading) if words_in.isdisjoint(folded(s).split())]
        named += f" ({', '.join(spoke)})" if named and spoke else ""
    if named and not articles:
        label = named
    elif agencies:
        label = words("origin.agency", name=named, articles=outlets)
    elif entities:
        label = words("origin.entity", name=named, articles=outlets)
    else:
        copies = [a for a in articles if a not in own or reading.article[a].copy_of in own]
        first = [a for a in articles if a not in copies] or list(own[:1])
        label = ", ".join(reading.outlet(a) for a in first)
        if copies:
            label = words("origin.copies", name=label, articles=", ".join(reading.outlet(a) for a in copies))
    return Origin(
        position, label, articles, entities, plain=not entities and set(articles) <= set(own) and len(articles) == 1
    )


def marks(claim: Claim, origins: tuple[Origin, ...]) -> dict[ClaimMention, str]:
    """Return for each mention the numbers of the origins that it rests on (``[1]``)."""
    return {
        mention: "".join(f"[{n}]" for n, o in enumerate(origins, 1) if rests_on(mention, claim, o.position))
        for mention in claim.mentions
    }


def counted(claim: Claim, *, reading: Reading, words: Words) -> str:
    """Return ``3 articles, 1 origin`` for a claim; the origins are those that the verdict counted."""
    articles = words.count("n_articles", len(reading.articles_of(claim)))
    return f"{articles}, {words.count('n_origins', claim.independent_sources)}"


def value_of(group: ValueGroup, claim: Claim, *, reading: Reading, words: Words) -> str:
    """Return a group's value as the articles give it; without one, whether they affirm or deny the claim.

    A weekday has its date behind it (``Sunday (23 February 2025)``).
    """
    if group.value is None:
        if group.denied:
            return words("polarity.no")
        return words("polarity.yes" if claim.differs_in in {"polarity", None} else "no_value")
    value = given(group.value, words=words)
    day = reading.day_of(group.mentions[0], group.value)
    if day is not None and (date := readable(day, words)).casefold() != value.casefold():
        value = f"{value} ({date})"
    return f"{value} ({words('polarity.no')})" if group.denied else value


def given(value: str, *, words: Words) -> str:
    """Return a value as the article gives it; a date that was computed (``2025-02-20``) in words."""
    return readable(value, words) if _DATE.match(value) else line(value)
