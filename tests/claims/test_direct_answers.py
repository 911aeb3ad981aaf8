"""Denials that answer the sentence before them, denials without a name, and what is no denial though it sounds so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Ledger = tuple[tuple[Claim, ...], tuple[Annotations, ...]]
Make = Callable[..., Ledger]

OTHER = "In der Stadt wird seit Tagen gestritten."


def disputes(made: Ledger) -> list[tuple[str | None, list[tuple[str, str]]]]:
    """Return what each disputed claim differs in, with stance and words of its mentions."""
    claims, annotated = made
    text = {a.document.key: a.document.text for a in annotated}
    return [
        (c.differs_in, [(m.stance, text[m.article][m.span.start : m.span.end]) for m in c.mentions])
        for c in claims
        if c.verdict == "disputed"
    ]


@pytest.mark.parametrize(
    ("text", "told", "no"),
    [
        (
            "Die Endmontage der Traktoren soll dem Papier zufolge nach Brünn gehen. "
            "Vorstand Elke Marnitz bestreitet, dass eine Verlegung beschlossen sei.",
            "Endmontage",
            "Verlegung",
        ),
        (
            "Sie habe Landrat Uwe Kolbe bereits am Freitag unterrichtet, sagte Amtsleiterin Rita Seibt. "
            "Kreissprecher Tom Warnke widersprach: Kolbe sei erst aus dem Radio im Bild gewesen.",
            "am Freitag",
            "Radio",
        ),
        (
            "Angeblich hat die Reederei schon mit einem Käufer gesprochen. "
            "Chefin Ines Tolk dementierte am Montag, dass die Flotte verkauft werde.",
            "Käufer",
            "Flotte",
        ),
        (
            "Der Ostkurier meldete unter Berufung auf Beamte, Ministerin Vera Prahl wolle das Amt auflösen. "
            "Davon wisse sie nichts, entgegnete Prahl.",
            "Amt auflösen",
            "Davon",
        ),
        ("Bürgermeister Jan Roth soll den Brief nie gelesen haben. Sein Büro dementiert.", "Brief", "Büro"),
    ],
)
def test_a_denial_answers_the_hearsay_right_before_it(ledger: Make, text: str, told: str, no: str) -> None:
    found = disputes(ledger(text, OTHER))
    assert [kind for kind, _ in found] == ["polarity"]
    assert any(stance != "denies" and told in words for stance, words in found[0][1])
    assert any(stance == "denies" and no in words for stance, words in found[0][1])


def test_what_is_denied_is_the_clause_and_not_the_relative_clause_that_hangs_on_it(ledger: Make) -> None:
    text = (
        "Anwohner wollen einen süßlichen Gestank bemerkt haben, der bis zum Bahnhof gezogen sei. "
        "Stadtrat Kai Möbius wies das zurück."
    )
    found = disputes(ledger(text, OTHER))
    assert len(found) == 1
    assert any("Gestank bemerkt" in words for _, words in found[0][1])


@pytest.mark.parametrize(
    "text",
    [
        "Der Chef soll zurückgetreten sein. Sein Sprecher wollte das weder bestätigen noch dementieren.",
        "Der Chef soll zurückgetreten sein. Die Firma wollte das nicht dementieren.",
        # a ruling on a cause is no answer to what another voice said of something else
        "Erlaubt seien an dieser Stelle 60, sagte Gewerkschafter Olaf Nern. "
        "Die Polizei schloss aus, dass ein Anschlag dahintersteckt.",
        # named speakers who say two different things do not answer each other
        "Die Ernte sei gut ausgefallen, sagte Bäuerin Lore Timm. Händler Ede Voss bestritt, dass Mehl knapp sei.",
    ],
)
def test_no_answer_is_no_dispute(ledger: Make, text: str) -> None:
    assert disputes(ledger(text, OTHER)) == []


def test_one_who_denies_without_being_named_is_an_origin_of_his_own(ledger: Make) -> None:
    claims, _ = ledger("Bürgermeister Jan Roth soll den Brief nie gelesen haben. Sein Büro dementiert.", OTHER)
    assert [len(c.origins) for c in claims if c.verdict == "disputed"] == [2]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Gerüchte, Minister Ole Brandt habe seinen Rücktritt angeboten, wies die Staatskanzlei zurück. "
            "Dem „Elbkurier“ zufolge liegt der Brief allerdings längst beim Kanzler.",
            "Brief",
        ),
        (
            "Das Landratsamt dementierte Gerüchte, das Wehr sei absichtlich geöffnet worden. Das sei frei erfunden, so "
            "Sprecher Anton Veit. Der Sender Inselwelle hatte sich auf einen Anwohner berufen: "
            "Dieser habe gesehen, wie Männer die Tore hochzogen.",
            "gesehen",
        ),
    ],
)
def test_what_the_next_voice_holds_against_a_denial(ledger: Make, text: str, told: str) -> None:
    found = [mentions for kind, mentions in disputes(ledger(text, OTHER)) if kind == "polarity"]
    assert any(any(stance != "denies" and told in words for stance, words in mentions) for mentions in found)


def test_a_denial_is_quoted_once_in_a_claim(ledger: Make) -> None:
    text = (
        "Der Konzern habe Messwerte gefälscht, sagte Bürgermeisterin Rut Haller. Er habe auch Messwerte gelöscht, "
        "sagte sie. Die Vorwürfe wies der Konzern zurück."
    )
    claims, _ = ledger(text, OTHER)
    for claim in claims:
        spans = [(m.article, m.span) for m in claim.mentions]
        assert len(spans) == len(set(spans))


@pytest.mark.parametrize(("votes", "kinds"), [("gegen", {"polarity"}), ("für", set())])
def test_opposites_without_a_negation(ledger: Make, votes: str, kinds: set[str]) -> None:
    one = "Der Rat habe die Erhöhung der Gebühren einstimmig beschlossen, sagte die Sprecherin Ute Lenz."
    other = f"Zwei Mitglieder des Rates stimmten {votes} die Erhöhung der Gebühren, heißt es im Protokoll."
    assert {kind for kind, _ in disputes(ledger(one, other))} == kinds


def test_what_an_agency_reported_is_denied_and_not_the_sentence_before(ledger: Make) -> None:
    text = (
        "It was Norway that paid for the bridge, two engineers said. The news agency Baltpress, citing a source "
        "in the ministry, reported that Minister Ole Brandt had offered his resignation. "
        "Ida Holm, a ministry spokeswoman, dismissed this as fiction."
    )
    claims, annotated = ledger(text, "The town has argued about the bridge for days.", language="en")
    words = {a.document.key: a.document.text for a in annotated}
    denied = [
        [words[m.article][m.span.start : m.span.end] for m in c.mentions] for c in claims if c.verdict == "disputed"
    ]
    assert len(denied) == 1
    assert any("resignation" in told for told in denied[0])
    assert not any("Norway" in told for told in denied[0])
