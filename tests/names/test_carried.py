"""Names that another article explains, and office holders whom an article does not name."""

from __future__ import annotations

from dataclasses import replace

from quellenlage.corpus.names import carry, unify
from quellenlage.documents.document import Document
from quellenlage.layers import entities, sentences
from quellenlage.layers.annotations import Annotations, Statement
from quellenlage.layers.span import Span


def article(path: str, text: str) -> Annotations:
    document = Document(path, text, "", 0, None, None, None, "2026-05-04", "de")
    return entities.LAYER.annotate(sentences.LAYER.annotate(Annotations(document)))


FULL = "In Kiel trat Umweltministerin Anna Gartenhorn zurück. Die Firma Tarvenko zahlt. Die Nato prüft das."


def surfaces(annotations: Annotations) -> set[str]:
    return {annotations.document.text[mention.start : mention.end] for mention in annotations.mentions}


def test_a_surname_that_another_article_introduces() -> None:
    short = article("b", "In Kiel warnt die Nato. Die Firma Tarvenko zahlt. „Nie wieder“, so Gartenhorn am Abend.")
    assert "Gartenhorn" not in surfaces(short)
    first, second = carry([article("a", FULL), short])
    assert "Gartenhorn" in surfaces(second)
    names = unify([first, second])
    joined = [entity for entity in names.entities if "Anna Gartenhorn" in (entity.name, *entity.aliases)]
    assert len(joined) == 1 and len(joined[0].members) == 2


def test_not_from_an_article_of_another_matter() -> None:
    other = article("b", "In Wien spielt das Theater. „Nie wieder“, so Gartenhorn am Abend.")
    assert carry([article("a", FULL), other])[1] is other


def test_not_behind_an_article_and_not_of_two_people() -> None:
    start = "In Kiel warnt die Nato. Die Firma Tarvenko zahlt. "
    third = article("b", start + "Der Gartenhorn kam an.")
    assert "Gartenhorn" not in surfaces(carry([article("a", FULL), third])[1])
    twin = article("b", start + "Udo Gartenhorn sprach.")
    short = article("c", start + "„Nie wieder“, so Gartenhorn am Abend.")
    assert "Gartenhorn" not in surfaces(carry([article("a", FULL), twin, short])[2])


def test_a_firm_with_a_hyphen() -> None:
    full = article("a", "In Kiel baut die Morgau Waggonbau AG Züge. Die Nato zahlt. Die Firma Tarvenko zahlt.")
    short = article("b", "In Kiel warnt die Nato. Die Firma Tarvenko zahlt. Ein Sprecher der Morgau-Waggonbau schwieg.")
    assert "Morgau-Waggonbau" in surfaces(carry([full, short])[1])


def test_a_statement_gets_its_speaker() -> None:
    short = article("b", "In Kiel warnt die Nato. Die Firma Tarvenko zahlt. „Nie wieder“, so Gartenhorn am Abend.")
    text = short.document.text
    quote, name = text.index("Nie"), text.index("Gartenhorn")
    statement = Statement(
        (Span(quote, quote + 10),), "direct", None, (Span(name, name + 10),), (), (), (), (), "reported", 1.0, "test"
    )
    second = carry([article("a", FULL), replace(short, statements=(statement,))])[1]
    speaker = second.statements[0].speaker
    assert speaker is not None and second.referents[speaker].name == "Gartenhorn"


def test_an_office_holder_whom_one_article_does_not_name() -> None:
    first = article("a", "In Riga sprach Lettlands Verkehrsminister Uldis Moorkalns. Die Nato zahlt. Die Saeima tagt.")
    second = article("b", "In Riga warnt die Nato. Die Saeima tagt. Lettlands Verkehrsminister schwieg.")
    names = unify([first, second])
    joined = [entity for entity in names.entities if entity.name == "Uldis Moorkalns"]
    assert len(joined) == 1 and len(joined[0].members) == 2
    third = article("b", "In Riga warnt die Nato. Die Saeima tagt. Lettlands Finanzminister schwieg.")
    joined = [entity for entity in unify([first, third]).entities if entity.name == "Uldis Moorkalns"]
    assert len(joined[0].members) == 1


def test_an_abbreviation_that_another_article_spells_out() -> None:
    long = article("a", "In Kiel tagte der Verband Nordischer Fischer (VdNF). Die Nato und die OPEC sahen zu.")
    short = article("b", "In Kiel sahen die Nato und die OPEC zu. VdNF-Sprecher Hans Moosler warnte.")
    assert "VdNF" not in surfaces(short)
    first, second = carry([long, short])
    assert "VdNF" in surfaces(second)
    names = unify([first, second])
    joined = [entity for entity in names.entities if "VdNF" in (entity.name, *entity.aliases)]
    assert len(joined) == 1 and len(joined[0].members) == 2
