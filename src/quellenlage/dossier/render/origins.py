"""What a claim rests on, in fixed words: how many articles, how many origins, and what joins the articles of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quellenlage.dossier.render.dates import readable
from quellenlage.dossier.render.reading import Reading, ValueGroup
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.words import Words
from quellenlage.dossier.schema import Claim

_DATE: Final = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin of a claim.

    Attributes:
        label: What it is, in fixed words and names (``dpa report in Hafenbote, Nordblatt``).
        articles: Ids of the articles that rest on it.
        entities: Ids of the entities that it rests on.
        plain: Whether it is one article and nothing more, so that its label tells nothing new.
    """

    label: str
    articles: tuple[str, ...]
    entities: tuple[str, ...]
    plain: bool


def origins_of(claim: Claim, *, reading: Reading, words: Words) -> tuple[Origin, ...]:
    """Return a claim's origins in the order in which its values name their articles; those without articles last."""
    told = [mention.article for group in reading.values_of(claim) for mention in group.mentions]
    place = {article: position for position, article in reversed(list(enumerate(told)))}
    found = [_origin(members, reading, words) for members in claim.origins if members]
    return tuple(sorted(found, key=lambda o: min((place.get(a, len(told)) for a in o.articles), default=len(told))))


def _origin(members: tuple[str, ...], reading: Reading, words: Words) -> Origin:
    articles = tuple(m for m in members if m in reading.article)
    entities = tuple(m for m in members if m not in reading.article)
    outlets = ", ".join(reading.outlet(a) for a in articles)
    agencies = [e for e in entities if e in reading.agency_ids]
    named = ", ".join(reading.name(e) for e in agencies or entities)
    if named and not articles:
        label = named
    elif agencies:
        label = words("origin.agency", name=named, articles=outlets)
    elif entities:
        label = words("origin.entity", name=named, articles=outlets)
    elif len(articles) > 1:
        root = next((a for a in articles if reading.article[a].copy_of not in articles), articles[0])
        rest = ", ".join(reading.outlet(a) for a in articles if a != root)
        label = words("origin.copies", name=reading.outlet(root), articles=rest)
    else:
        label = outlets
    return Origin(label, articles, entities, plain=len(articles) == 1 and not entities)


def marks(origins: tuple[Origin, ...]) -> dict[str, str]:
    """Return for each article the numbers of the origins that it stands in (``[1]``)."""
    found: dict[str, str] = {}
    for number, origin in enumerate(origins, 1):
        for article in origin.articles:
            found[article] = f"{found.get(article, '')}[{number}]"
    return found


def counted(claim: Claim, *, reading: Reading, words: Words) -> str:
    """Return ``3 articles, 1 origin`` for a claim; the origins are those that the verdict counted."""
    articles = words.count("n_articles", len(reading.articles_of(claim)))
    return f"{articles}, {words.count('n_origins', claim.independent_sources)}"


def value_of(group: ValueGroup, *, words: Words) -> str:
    """Return a group's value as the articles give it; for a claim without values, whether they affirm or deny it."""
    if group.value is None:
        return words("polarity.no" if group.denied else "polarity.yes")
    value = given(group.value, words=words)
    return f"{value} ({words('polarity.no')})" if group.denied else value


def given(value: str, *, words: Words) -> str:
    """Return a value as the article gives it; a date that was computed (``2025-02-20``) in words."""
    return readable(value, words) if _DATE.match(value) else line(value)
