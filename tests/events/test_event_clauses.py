from __future__ import annotations

import pytest

from quellenlage.documents.document import Document
from quellenlage.layers import sentences
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.events.clauses import Clause, clauses


def cut(text: str, language: str = "de") -> list[Clause]:
    document = Document("t", text, "", 0, None, None, None, None, language)
    found = sentences.LAYER.annotate(Annotations(document)).sentences
    return [clause for sentence in found for clause in clauses(sentence, language=language)]


def words(clause: Clause) -> str:
    return " ".join(token.text for token in clause.tokens)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Der Bus hielt an und fuhr dann weiter.", ["Der Bus hielt an", "und fuhr dann weiter"]),
        ("Anna und Bert kamen spät.", ["Anna und Bert kamen spät"]),
        ("Am Montag haben Bremen und Hamburg einen Plan vereinbart.", None),
        (
            "Der Sprecher sagte, dass die Brücke hält.",
            ["Der Sprecher sagte", "dass die Brücke hält"],
        ),
        ("Die Stadt plant, das Bad zu schließen.", ["Die Stadt plant das Bad zu schließen"]),
        ("Der Rat tagt am Montag; der Termin steht fest.", ["Der Rat tagt am Montag", "der Termin steht fest"]),
        ("Die Ministerin (Grüne) trat zurück.", ["Die Ministerin trat zurück"]),
    ],
)
def test_german(text: str, wanted: list[str] | None) -> None:
    wanted = wanted or [text.rstrip(".")]
    assert [words(clause) for clause in cut(text)] == wanted


def test_a_main_clause_is_put_together_round_its_relative_clause() -> None:
    found = cut("Der Vertrag, den der Rat noch prüfen muss, soll im Mai gelten.")
    main = next(clause for clause in found if clause.kind == "main")
    relative = next(clause for clause in found if clause.kind == "relative")
    assert words(main) == "Der Vertrag soll im Mai gelten"
    assert words(relative) == "Der Vertrag den der Rat noch prüfen muss"
    assert main.start <= relative.start
    assert relative.end < main.end


def test_an_article_behind_a_comma_opens_no_relative_clause_after_a_verb() -> None:
    found = cut("Es verlautete, die ersten Züge seien schon unterwegs.")
    assert [clause.kind for clause in found] == ["main", "main"]


def test_a_dass_clause_may_come_first() -> None:
    found = cut("Dass die Schule schließt, bestritt der Bürgermeister.")
    assert [(clause.kind, clause.opener) for clause in found] == [("subordinate", "dass"), ("main", "")]


def test_finite_verb_is_the_auxiliary() -> None:
    (clause,) = cut("Zwei Menschen wurden am Abend verletzt.")
    assert clause.finite is not None
    assert clause.tokens[clause.finite].text == "wurden"


def test_an_english_clause_of_contrast_may_come_first() -> None:
    found = cut("While Rome speaks of 40 boats, Athens counted 60.", "en")
    assert [words(clause) for clause in found] == ["While Rome speaks of 40 boats", "Athens counted 60"]


def test_english_and_russian() -> None:
    assert [words(c) for c in cut("The mayor, who was ill, stayed away.", "en")][-1].startswith("The mayor")
    assert len(cut("Он сказал, что мост закрыт.", "ru")) == 2
