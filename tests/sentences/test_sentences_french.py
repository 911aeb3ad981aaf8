"""French tokens and sentences: elided words, inverted pronouns, titles, spaced quotation marks."""

from __future__ import annotations

import pytest

from quellenlage.documents.document import Document
from quellenlage.layers import sentences
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("L'usine n’a pas brûlé", ["L'", "usine", "n’", "a", "pas", "brûlé"]),
        ("Qu'est-ce qu'on fait", ["Qu'", "est-", "ce", "qu'", "on", "fait"]),
        ("affirme-t-il", ["affirme-t-", "il"]),
        ("a-t-elle dit", ["a-t-", "elle", "dit"]),
        ("aujourd'hui un rendez-vous", ["aujourd'hui", "un", "rendez-vous"]),
        ("jusqu'à l'été", ["jusqu'", "à", "l'", "été"]),
        ("M. Roche et Mme Vogt", ["M.", "Roche", "et", "Mme", "Vogt"]),
    ],
)
def test_tokens(text: str, wanted: list[str]) -> None:
    assert [token.text for token in tokenise(text, 0, len(text), language="fr")] == wanted


def test_elided_words_stay_together_in_other_languages() -> None:
    text = "L'Aquila und d'Artagnan"
    assert [token.text for token in tokenise(text, 0, len(text), language="de")] == ["L'Aquila", "und", "d'Artagnan"]


def test_sentences_and_headings() -> None:
    body = "M. Roche est là. « Pourquoi ? », a-t-il demandé à Me Vogt. Il se tait."
    text = f"« Nous partons. »\n\n{body}\n\nUn titre sans point"
    made = sentences.annotate(Annotations(Document("a.txt", text, "", 0, None, None, None, None, "fr")))
    assert [(text[s.start : s.end], s.heading) for s in made.sentences] == [
        ("« Nous partons. »", False),
        ("M. Roche est là.", False),
        ("« Pourquoi ? », a-t-il demandé à Me Vogt.", False),
        ("Il se tait.", False),
        ("Un titre sans point", True),
    ]
