"""How firmly articles put a claim, in fixed words: a mention's stance, and who tells as fact what others do not."""

from __future__ import annotations

from quellenlage.dossier.render.reading import Reading
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.words import Words
from quellenlage.dossier.schema import Claim, ClaimMention

SIDES = ("asserted", "hedged", "reported")
"""From plain fact to others' words, as a desk asks: told as a fact here, as hearsay or as somebody's word there."""


def told_as(mention: ClaimMention, *, words: Words) -> str:
    """Return a mention's stance, and that it is hedged where it is (``attributed, hedged``)."""
    firm = words(f"certainty.{mention.certainty}") if mention.certainty in {"hedged", "reported"} else ""
    stance = words(f"stance.{mention.stance}")
    if mention.stance == "asserts" and firm:
        return firm
    return f"{stance}, {firm}" if mention.stance == "attributes" and mention.certainty == "hedged" else stance


def drift_of(claim: Claim, *, reading: Reading, words: Words) -> str:
    """Return ``plain fact in A · hedged in B, C`` for a claim that is not told alike, else an empty string."""
    if claim.drift is None:
        return ""
    parts = [
        words(f"drift.{side}", articles=_outlets(found, reading))
        for side in SIDES
        if (found := getattr(claim.drift, side))
    ]
    if claim.drift.dropped:
        parts.append(words("drift.dropped", articles=_outlets(claim.drift.dropped, reading)))
    return " · ".join(parts)


def _outlets(articles: tuple[str, ...], reading: Reading) -> str:
    return ", ".join(line(reading.outlet(article)) for article in articles)
