"""Whether a clause says that something is so or that it is not: negations, denials, what denies from beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus import names
from quellenlage.corpus.claims.assertions import assertions
from quellenlage.layers.annotations import Annotations


@pytest.mark.parametrize(
    ("text", "language", "words", "negative"),
    [
        ("Der Minister ist nicht mehr im Amt.", "de", "Minister", True),
        ("Es kamen nicht mehr als 20 Leute zur Feier.", "de", "Feier", False),
        ("Es kamen nicht nur Nachbarn zur Feier.", "de", "Feier", False),
        ("Weder der Bürgermeister noch der Landrat kannte den Vertrag.", "de", "Vertrag", True),
        ("Kaum jemand kam zur Feier im Park.", "de", "Feier", True),
        ("Das Dach der Halle blieb unbeschädigt.", "de", "Dach", True),
        ("Das Dach der Halle ist unbedingt zu reparieren.", "de", "Dach", False),
        ("Die Ursache des Brandes ist ungeklärt.", "de", "Ursache", True),
        ("Der Verein bestritt, dass in der Kasse Geld fehle.", "de", "Kasse", True),
        ("Der Verein bestritt nicht, dass in der Kasse Geld fehle.", "de", "Kasse", False),
        ("Die Firma widersprach der Darstellung, wonach Säure ausgetreten sei.", "de", "ausgetreten", True),
        ("Es gibt keinen Hinweis darauf, dass der Damm an der Mulde brach.", "de", "Mulde", True),
        ("Es gibt Hinweise darauf, dass der Damm an der Mulde brach.", "de", "Mulde", False),
        ("Es stimme nicht, dass die Werft verkauft werde, sagte Chef Ole Berg.", "de", "verkauft", True),
        ("Dass die Werft verkauft werde, sei falsch, sagte Chef Ole Berg.", "de", "verkauft", True),
        ("Dass die Werft verkauft werde, sei bekannt, sagte Chef Ole Berg.", "de", "verkauft", False),
        ("Der Sprecher tat das als Märchen ab: Man habe überhaupt nicht geschossen.", "de", "geschossen", True),
        ("The minister is no longer in office.", "en", "minister", True),
        ("No more than 20 people came to the party.", "en", "party", False),
        ("The company denied that acid had leaked.", "en", "acid", True),
        ("Никто не пострадал при пожаре.", "ru", "пострадал", True),
        ("Компания опровергла, что произошла утечка кислоты.", "ru", "утечка", True),
    ],
)
def test_polarity(annotate: Callable[..., Annotations], text: str, language: str, words: str, negative: bool) -> None:
    annotated = annotate("p", text, language=language)
    found = assertions(annotated, names.unify((annotated,)))
    assert [assertion.negative for assertion in found if words in assertion.words] == [negative]
