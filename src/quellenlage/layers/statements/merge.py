"""Joins the drafts of the rules with those of the model; where both found one, each gives what it does better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.layers.statements.drafts import Draft

SAME: Final = 0.5
"""Overlap (F1 over tokens) from which two drafts are one statement, as the cases' score counts it."""

ENOUGH: Final = 0.5
"""Confidence from which a draft of the model alone is kept."""


def tokens(draft: Draft) -> frozenset[int]:
    """Return the document's token numbers of a draft's content, marks left out."""
    parts = [(draft.unit, first, last) for first, last in draft.content] + draft.elsewhere
    return frozenset(
        unit.offset + place
        for unit, first, last in parts
        for place in range(first, last)
        if unit.words[place][0].isalnum()
    )


def overlap(left: frozenset[int], right: frozenset[int]) -> float:
    """Return the F1 of two token sets."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def join(rules: Sequence[Draft], model: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of both sources as one list.

    Args:
        rules: Drafts of the rules, certainty judged.
        model: Drafts of the model.
    """
    rule_tokens = [tokens(draft) for draft in rules]
    partners: dict[int, int] = {}
    result: list[Draft] = []
    left = list(range(len(rules)))
    for number, draft in enumerate(model):
        own = tokens(draft)
        best = max(left, key=lambda index: overlap(own, rule_tokens[index]), default=-1)
        if best >= 0 and overlap(own, rule_tokens[best]) >= SAME:
            partners[number] = best
            left.remove(best)
    for number, draft in enumerate(model):
        if number in partners:
            result.append(both(rules[partners[number]], draft))
        elif draft.confidence >= ENOUGH:
            result.append(draft)
    result += [rules[index] for index in left]
    return result


def both(rule: Draft, model: Draft) -> Draft:
    """Return one draft of two for the same statement: the rule's frame, relays and certainty, the model's type."""
    rule.type = model.type
    rule.speaker = rule.speaker or model.speaker
    rule.addressee = rule.addressee or model.addressee
    rule.confidence = max(rule.confidence, model.confidence)
    rule.reason = f"{rule.reason}; {model.reason}"
    return rule
