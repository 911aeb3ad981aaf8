"""Credited wire services as entities of the dossier, listed in the table or known from the text alone."""

from __future__ import annotations

from quellenlage.documents.document import Document
from quellenlage.dossier.build import build
from quellenlage.layers import catalogue


def agencies(*articles: tuple[str, str]) -> list[list[str]]:
    """Return the names of the services that each article (language, body) rests on."""
    annotated = [
        catalogue.annotate(
            Document(
                f"{number}.txt", f"Titel {number}\n\n{body}", f"Titel {number}", 7, None, None, None, "2026-05-04", code
            )
        )
        for number, (code, body) in enumerate(articles)
    ]
    dossier = build(annotated)
    name = {entity.id: entity.name for entity in dossier.entities}
    return [[name[id_] for id_ in article.agencies] for article in dossier.articles]


def test_a_service_of_the_table_has_the_name_of_the_table() -> None:
    assert agencies(("ru", "В Душанбе открыли мост, сообщает агентство «Ховар».")) == [["Chowar"]]


def test_a_service_known_from_the_text_alone_is_the_entity_named_there() -> None:
    first = ("de", "Im Hafen von Orlau ist ein Kran umgestürzt, wie die Nachrichtenagentur Orunda meldete.")
    second = ("en", "A crane has toppled in the port of Orlau, the Orunda news agency reported.")
    assert agencies(first, second) == [["Orunda"], ["Orunda"]]
