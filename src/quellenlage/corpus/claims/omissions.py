"""What an article leaves out, and what it alone carries, among the articles of its story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from quellenlage.corpus.records import Claim, Story

_OTHERS: Final = 2
"""Others of the story that must carry a claim before its absence is worth telling."""


class Omissions(NamedTuple):
    """What one article leaves out and what it alone carries: ids of claims, in the order of the ledger."""

    leaves_out: tuple[str, ...]
    alone: tuple[str, ...]


def omissions(claims: Sequence[Claim], stories: Sequence[Story]) -> dict[str, Omissions]:
    """Return the omissions of every article, by document key.

    An article of a story by itself leaves nothing out and is not alone with anything. ``alone`` lists what can be
    checked: claims with a value, and what somebody is said to have said.

    Args:
        claims: The ledger.
        stories: The stories.
    """
    of_story: dict[str, list[Claim]] = {}
    for claim in claims:
        of_story.setdefault(claim.story, []).append(claim)
    out: dict[str, Omissions] = {}
    for story in stories:
        left: dict[str, list[str]] = {key: [] for key in story.articles}
        alone: dict[str, list[str]] = {key: [] for key in story.articles}
        for claim in of_story.get(story.id, ()):
            everywhere = {mention.article for mention in claim.mentions}
            carriers = everywhere & left.keys()
            if len(carriers) >= _OTHERS:
                for key in story.articles:
                    if key not in carriers:
                        left[key].append(claim.id)
            elif (
                len(everywhere) == 1
                and len(story.articles) > 1
                and any(m.value is not None or m.stance != "asserts" for m in claim.mentions)
            ):
                alone[next(iter(carriers))].append(claim.id)
        out |= {key: Omissions(tuple(left[key]), tuple(alone[key])) for key in story.articles}
    return out
