"""Two persons of one surname, of whom an article names one in full and the other by title alone."""

from __future__ import annotations

from quellenlage.corpus.names import carry, unify
from quellenlage.documents.document import Document
from quellenlage.layers import entities, sentences
from quellenlage.layers.annotations import Annotations


def article(path: str, text: str) -> Annotations:
    document = Document(path, text, "", 0, None, None, None, "2026-05-04", "de")
    return entities.LAYER.annotate(sentences.LAYER.annotate(Annotations(document)))


TRIAL = (
    "Graz. Vor Gericht steht der Direktor Hubert Moosler. Die Nato und die OPEC sahen zu. Moosler schwieg. "
    "Am Abend sagte Bürgermeister Moosler nichts dazu."
)


def entity_of(articles: list[Annotations], place: int, words: str) -> str:
    """Return the name of the entity that the last occurrence of some words in an article is."""
    items = carry(articles)
    names = unify(items)
    item = items[place]
    start = item.document.text.rindex(words)
    found = next(mention for mention in item.mentions if mention.start <= start < mention.end)
    return next(e.name for e in names.entities if e.id == names.of[item.document.key, found.referent])


def test_the_title_tells_two_apart() -> None:
    mayor = article("b", "Graz. Bürgermeister Karl Moosler dankte. Die Nato und die OPEC sahen zu.")
    articles = [article("a", TRIAL), mayor]
    assert entity_of(articles, 0, "Moosler nichts") == "Karl Moosler"
    assert entity_of(articles, 0, "Moosler schwieg") == "Hubert Moosler"


def test_one_person_with_two_titles_stays_one() -> None:
    same = article("b", "Graz. Bürgermeister Hubert Moosler dankte. Die Nato und die OPEC sahen zu.")
    assert entity_of([article("a", TRIAL), same], 0, "Moosler nichts") == "Hubert Moosler"


def test_not_by_an_article_of_another_matter() -> None:
    other = article("b", "In Kiel dankte Bürgermeister Karl Moosler den Seglern.")
    assert entity_of([article("a", TRIAL), other], 0, "Moosler nichts") == "Hubert Moosler"


def test_a_lone_surname_goes_to_the_one_with_its_title() -> None:
    both = article(
        "a", "Graz. Direktor Hubert Moosler traf Bürgermeister Karl Moosler. Die Nato und die OPEC sahen zu."
    )
    short = article("b", "Graz. Die Nato und die OPEC prüfen das. Bürgermeister Moosler schwieg.")
    assert entity_of([both, short], 1, "Moosler schwieg") == "Karl Moosler"
