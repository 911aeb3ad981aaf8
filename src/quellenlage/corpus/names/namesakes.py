"""Two persons of one surname, of whom an article names one in full and the other by title alone.

„Werksleiter Hans Moosler … Bürgermeister Moosler“ is read as one person as long as nothing else is known. Where another
article of the same matter has a mayor ``Karl Moosler``, and none has a mayor ``Hans Moosler``, the second is he.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quellenlage.corpus.names.compare import THRESHOLD, compare
from quellenlage.corpus.names.context import near
from quellenlage.layers.annotations import Annotations, Mention, Referent, Statement
from quellenlage.layers.entities.resolve import core
from quellenlage.layers.entities.roles import Role, german_role

_SHARED: Final = 2
"""Other names that both articles must have in common."""
_MOST: Final = 40
"""Persons that are looked at for one surname."""
_WORD_BEFORE: Final = re.compile(r"([\w-]+) $")


@dataclass(frozen=True, slots=True)
class _Person:
    document: str
    referent: Referent


def part_namesakes(annotated: Sequence[Annotations]) -> tuple[Annotations, ...]:
    """Return the articles with a titled surname taken from the person of whom only other articles tell that it is not.

    Args:
        annotated: The articles with referents and mentions.

    Returns:
        The same articles in the same order; those in which nothing is parted are the same objects.
    """
    persons: dict[str, list[_Person]] = defaultdict(list)
    for item in annotated:
        for referent in item.referents:
            words = core(tuple(referent.name.split()))
            if referent.type == "person" and len(words) > 1 and len(persons[words[-1]]) < _MOST:
                persons[words[-1]].append(_Person(item.document.key, referent))
    names = {surname: found for surname, found in persons.items() if len({p.referent.name for p in found}) > 1}
    if not names:
        return tuple(annotated)
    context = {item.document.key: near(item) for item in annotated}
    return tuple(_part(item, names, context) for item in annotated)


def _part(
    item: Annotations, names: Mapping[str, Sequence[_Person]], context: Mapping[str, frozenset[str]]
) -> Annotations:
    referents, mentions = list(item.referents), list(item.mentions)
    made: dict[tuple[int, str], int] = {}
    for place, mention in enumerate(mentions):
        owner = item.referents[mention.referent]
        surname = core(tuple(owner.name.split()))[-1] if owner.type == "person" else ""
        if surname not in names or mention.kind != "name" or item.document.language != "de":
            continue
        role = _title(item, mention, surname)
        label = f"{role.modifier} {role.lemma}".strip() if role is not None else ""
        if role is None or _titled_in_full(item, mention.referent, label):
            continue
        own = item.document.key
        told = [person for person in names[surname] if label in person.referent.context and person.document != own]
        told = [person for person in told if len(context[own] & context[person.document]) >= _SHARED]
        if not told or any(compare(person.referent.name, owner.name).score >= THRESHOLD for person in told):
            continue
        key = (mention.referent, label)
        if key not in made:
            made[key] = len(referents)
            other = told[0].referent
            referents.append(
                Referent(made[key], "person", surname, gender=role.gender, offices=other.offices, context=(label,))
            )
            kept = tuple(office for office in owner.offices if office.partition("/")[0] != role.office)
            left = tuple(noun for noun in owner.context if noun != label)
            referents[mention.referent] = replace(referents[mention.referent], offices=kept, context=left)
        reason = f"{told[0].referent.name} has the title {label} in another article of the same matter"
        mentions[place] = replace(mention, referent=made[key], reason=reason)
    if not made:
        return item
    moved = {m.start: (old.referent, m) for old, m in zip(item.mentions, mentions, strict=True) if old is not m}
    statements = tuple(_spoken(statement, list(moved.values())) for statement in item.statements)
    return replace(item, referents=tuple(referents), mentions=tuple(mentions), statements=statements)


def _title(item: Annotations, mention: Mention, surname: str) -> Role | None:
    """Return the title before a lone surname, or None."""
    text = item.document.text
    before = _WORD_BEFORE.search(text[max(0, mention.start - 60) : mention.start])
    if text[mention.start : mention.end] not in {surname, surname + "s"} or before is None:
        return None
    return german_role(before[1])


def _titled_in_full(item: Annotations, referent: int, label: str) -> bool:
    """Tell whether the article itself gives the title to the person by the full name."""
    for mention in item.mentions:
        text = item.document.text[mention.start : mention.end]
        before = _WORD_BEFORE.search(item.document.text[max(0, mention.start - 60) : mention.start])
        if mention.referent != referent or " " not in text or before is None:
            continue
        role = german_role(before[1])
        if role is not None and f"{role.modifier} {role.lemma}".strip() == label:
            return True
    return False


def _spoken(statement: Statement, moved: Sequence[tuple[int, Mention]]) -> Statement:
    """Return a statement with its speaker, where the words that name it are a mention that was taken away."""
    for old, mention in moved:
        if statement.speaker == old and any(
            mention.start < span.end and span.start < mention.end for span in statement.speaker_spans
        ):
            return replace(statement, speaker=mention.referent)
    return statement
