"""Organisations called by the first word of their name."""

from __future__ import annotations

from quellenlage.corpus import names
from quellenlage.corpus.records import Names
from quellenlage.documents.document import Document
from quellenlage.layers.annotations import Annotations, Mention, Referent


def article(key: str, *organisations: str) -> Annotations:
    text = ". ".join(organisations)
    referents, mentions, at = [], [], 0
    for number, name in enumerate(organisations):
        referents.append(Referent(number, "organization", name, (), None, None, (), None, None, ()))
        mentions.append(Mention(at, at + len(name), number, "name", "test"))
        at += len(name) + 2
    document = Document(f"{key}.txt", text, "", 0, None, None, None, "2026-01-02", "de")
    return Annotations(document, referents=tuple(referents), mentions=tuple(mentions))


def entities(*articles: Annotations) -> set[frozenset[str]]:
    found: Names = names.unify(articles)
    return {frozenset({entity.name, *entity.aliases}) for entity in found.entities}


def test_the_first_word_stands_for_the_whole_name() -> None:
    one, other = article("a", "Tarvenko Systems", "Olmeran Stahl"), article("b", "Tarvenko", "Olmeran Stahl")
    assert frozenset({"Tarvenko Systems", "Tarvenko"}) in entities(one, other)
    assert frozenset({"Tarvenko Systems", "Tarvenko"}) in entities(other, one)


def test_two_names_with_one_first_word_are_not_joined_by_it() -> None:
    found = entities(article("a", "Tarvenko Systems", "Tarvenko Medien", "Olmeran Stahl"), article("b", "Tarvenko"))
    assert frozenset({"Tarvenko Systems"}) in found
    assert frozenset({"Tarvenko Medien"}) in found


def test_without_anything_else_in_common_they_stay_apart() -> None:
    found = entities(article("a", "Tarvenko Systems"), article("b", "Tarvenko"))
    assert found == {frozenset({"Tarvenko Systems"}), frozenset({"Tarvenko"})}


def test_places_and_common_nouns_are_no_short_names() -> None:
    found = entities(article("a", "Hamburg Energie", "Kraftwerk Nord", "Olmeran"), article("b", "Kraftwerk", "Olmeran"))
    assert frozenset({"Kraftwerk Nord"}) in found
    found = entities(article("a", "Hamburg Energie", "Olmeran"), article("b", "Hamburg", "Olmeran"))
    assert frozenset({"Hamburg Energie"}) in found
