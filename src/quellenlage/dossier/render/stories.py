"""Part of a dossier: one story alone."""

from __future__ import annotations

from quellenlage.dossier.schema import Dossier
from quellenlage.errors import InputError


def narrow(dossier: Dossier, story: str) -> Dossier:
    """Return the part of a dossier that belongs to one story, with the ids unchanged.

    Args:
        dossier: The whole dossier.
        story: Id of the story (``s2``).

    Raises:
        InputError: The dossier has no such story.
    """
    chosen = next((s for s in dossier.stories if s.id == story), None)
    if chosen is None:
        known = ", ".join(s.id for s in dossier.stories) or "none"
        raise InputError(f"no story {story!r} in this dossier (there are: {known})", code="story-unknown")
    inside = set(chosen.articles)
    claims = tuple(
        claim.model_copy(update={"mentions": mentions})
        for claim in dossier.claims
        if (claim.story is None or claim.story == story)
        and (mentions := tuple(m for m in claim.mentions if m.article in inside))
    )
    events = tuple(
        event.model_copy(update={"mentions": told})
        for event in dossier.events
        if (told := tuple(m for m in event.mentions if m.article in inside))
    )
    entities = tuple(
        entity.model_copy(update={"mentions": named})
        for entity in dossier.entities
        if (named := tuple(m for m in entity.mentions if m.article in inside))
    )
    kept = {claim.id for claim in claims} | {event.id for event in events}
    return dossier.model_copy(
        update={
            "articles": tuple(a for a in dossier.articles if a.id in inside),
            "entities": entities,
            "statements": tuple(s for s in dossier.statements if s.article in inside),
            "times": tuple(t for t in dossier.times if t.article in inside),
            "events": events,
            "claims": claims,
            "stories": (chosen,),
            "timeline": tuple(t for t in dossier.timeline if (t.event or t.claim) in kept),
        }
    )
