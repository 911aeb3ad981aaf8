"""Which words the ledger quotes for a clause, and which clauses are lines of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Make = Callable[..., tuple[tuple[Claim, ...], tuple[Annotations, ...]]]

OTHER = "Der Gemeinderat von Wengerohr tagt am Montag."
"""A second article, so that the first is compared with something."""


def texts(made: tuple[tuple[Claim, ...], tuple[Annotations, ...]]) -> list[str]:
    claims, _ = made
    return [claim.text for claim in claims if "Wengerohr" not in claim.text]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Die Brücke war gesperrt, weil ein Kran umgestürzt war.", None),
        ("Zwei Kähne kenterten und blockierten die Fahrrinne.", None),
        ("Wenn der Pegel weiter steigt, müssen die Schulen schließen.", None),
        ("Wer im Tal wohnt, muss morgen das Haus verlassen.", None),
        ("Ob der Damm hält, ist laut Landrat Karl Thal ungewiss.", None),
        ("Die Firma, die das Werk betreibt, hat 40 Leute entlassen.", None),
        ("Der Verband bat seine Mitglieder, am Freitag zu Hause zu bleiben.", None),
        ("Nach einem Brand in Torgau sind 30 Familien umgezogen.", None),
        ("Ein Gärtner soll sich beim Versuch, die Leiter zu halten, die Hand verletzt haben.", None),
        ("Der Bote teilte mit, dass Gruppen helfen, die einen Verein gründen wollen.", "dass Gruppen helfen, die"),
    ],
)
def test_what_hangs_together_is_one_line(ledger: Make, text: str, line: str | None) -> None:
    (found,) = texts(ledger(text, OTHER))
    assert found.startswith(line) if line else found == text.rstrip(".")


@pytest.mark.parametrize(
    "text",
    [
        "Kritik kam von Greenpeace. Der Polder in Torgau fehle seit Jahren, sagte Ina Wolf.",
        "Auf diese Frage gibt es zwei Antworten. Der Polder in Torgau fehle seit Jahren, sagte Ina Wolf.",
        "Bürgermeister Karl Thal sieht das anders. Der Polder in Torgau fehle seit Jahren, sagte Ina Wolf.",
        "Bürgermeister Karl Thal zeigte sich überrascht. Der Polder in Torgau fehle seit Jahren, sagte Ina Wolf.",
    ],
)
def test_a_sentence_that_only_leads_over_is_no_line(ledger: Make, text: str) -> None:
    assert texts(ledger(text, OTHER)) == ["Der Polder in Torgau fehle seit Jahren"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Ursache ist unklar.",
        "Zum Preis äußerten sich beide Seiten nicht.",
        "Kritik an den Plänen kam vom Landesamt für Gewässer.",
    ],
)
def test_a_short_sentence_that_says_something_is_a_line(ledger: Make, text: str) -> None:
    assert texts(ledger(text, OTHER)) == [text.rstrip(".")]


def test_a_reason_that_another_article_tells_is_a_line_of_its_own(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Schule in Torgau bleibt zu, weil am Sonntag das Dach der Turnhalle eingestürzt ist.",
        "Am Sonntag ist das Dach der Turnhalle in Torgau eingestürzt.",
    )
    shared = [claim for claim in claims if len(claim.mentions) == 2]
    assert [claim.verdict for claim in shared] == ["corroborated"]
    assert "Dach" in shared[0].text


def test_a_denied_clause_is_quoted_with_its_denial(ledger: Make) -> None:
    claims, annotated = ledger("Direktorin Anna Berg bestritt, dass der Verein Geld verloren habe.", OTHER)
    (mention,) = next(claim for claim in claims if "Verein" in claim.text).mentions
    assert mention.stance == "denies"
    assert mention.span.of(annotated[0].document.text).startswith("Direktorin Anna Berg bestritt, dass")


def test_a_doubt_behind_its_clause_is_quoted_with_it(ledger: Make) -> None:
    text = "Dass die Brücke im Mai fertig wird, hält Direktorin Anna Berg für ausgeschlossen."
    assert texts(ledger(text, OTHER)) == [text.rstrip(".")]


def test_the_frame_behind_is_left_out_and_marks_are_in_pairs(ledger: Make) -> None:
    assert texts(ledger("Das Eis sei „so dünn wie Papier“, so Sprecher Uwe Mann.", OTHER)) == [
        "Das Eis sei „so dünn wie Papier“"
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("If the river keeps rising, the schools in Torgau will close.", None),
        ("The mayor of Torgau, Karl Thal, warned that the dam was leaking.", None),
        ("His ministry, Mr Thal said, had spoken without his knowledge.", None),
    ],
)
def test_english_lines_stand_alone(ledger: Make, text: str, line: str | None) -> None:
    found = texts(ledger(text, OTHER, language="en"))
    assert found == [line or text.rstrip(".")]


def test_a_frame_in_russian_is_no_line(ledger: Make) -> None:
    found = texts(ledger("Как сообщает газета, мост через реку Нева закрыли в субботу.", OTHER, language="ru"))
    assert found
    assert all("сообщает" not in line for line in found)
