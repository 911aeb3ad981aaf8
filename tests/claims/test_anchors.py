"""Claims that a number and a fate tie together, whatever their words; figures without a noun; opposites."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Ledger = tuple[tuple[Claim, ...], tuple[Annotations, ...]]
Make = Callable[..., Ledger]


def words_together(made: Ledger, *values: str) -> bool:
    """Tell whether one claim holds mentions with all these words."""
    claims, annotated = made
    text = {a.document.key: a.document.text for a in annotated}
    told = [{text[m.article][m.span.start : m.span.end] for m in claim.mentions} for claim in claims]
    return any(all(any(value in words for words in mentions) for value in values) for mentions in told)


def verdicts(made: Ledger, word: str) -> set[tuple[str, str | None]]:
    claims, annotated = made
    text = {a.document.key: a.document.text for a in annotated}
    return {
        (claim.verdict, claim.differs_in)
        for claim in claims
        if any(word in text[m.article][m.span.start : m.span.end] for m in claim.mentions)
    }


FIRE = "In einer Spinnerei in Bocholt hat es gebrannt. "


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            FIRE + "Mindestens acht Arbeiter sind dabei verletzt worden.",
            FIRE + "Das Präsidium spricht inzwischen von 13 Verletzten.",
            ("acht Arbeiter", "13 Verletzten"),
        ),
        (
            "Vor dem Rathaus in Celle demonstrierten am Samstag rund 900 Menschen gegen die neue Gebühr.",
            "Gegen die Gebühr gingen am Samstag in Celle 1500 Leute auf die Straße, sagte Sprecher Ulf Hagen.",
            ("900 Menschen", "1500 Leute"),
        ),
        (
            "Bei der Kundgebung in Celle nahm die Polizei sechs Personen fest.",
            "In Celle gab es bei der Kundgebung neun Festnahmen, sagte Veranstalterin Ute Kamp.",
            ("sechs Personen", "neun Festnahmen"),
        ),
        (
            "Aus dem Tank in Brake liefen 230 Kubikmeter Gülle in die Weser.",
            "Ministerin Ida Lorenz nannte in Brake eine Menge von 230 Kubikmetern.",
            ("Gülle in die Weser", "eine Menge von 230"),
        ),
    ],
)
def test_what_is_counted_decides_not_the_wording(ledger: Make, one: str, other: str, words: tuple[str, str]) -> None:
    assert words_together(ledger(one, other), *words)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            FIRE + "Elf Menschen wurden verletzt.",
            FIRE + "Darunter sind vier verletzte Feuerwehrleute.",
            ("Elf Menschen", "vier verletzte"),
        ),
        (
            FIRE + "Elf Menschen wurden verletzt.",
            FIRE + "Zwei Menschen starben.",
            ("Elf Menschen", "Zwei Menschen"),
        ),
        (
            "Am 3. März wurden bei einem Unfall bei Celle fünf Menschen verletzt.",
            "Am 9. Mai wurden bei einem Unfall bei Celle sieben Menschen verletzt.",
            ("fünf Menschen", "sieben Menschen"),
        ),
        (
            "Bei den Kämpfen in Nordsyrien starben 64 Menschen.",
            "Das Ministerium in Ankara teilte mit, in Nordsyrien seien 21 türkische Soldaten getötet worden.",
            ("64 Menschen", "21 türkische"),
        ),
        (
            "Für die Mehrheit im Stadtrat von Celle braucht die Liste 31 Stimmen.",
            "Im Stadtrat von Celle stimmten am Ende 33 Abgeordnete für den Antrag der Liste.",
            ("31 Stimmen", "33 Abgeordnete"),
        ),
        (
            "Beim Unglück der Fähre vor Roga wurden 14 Menschen verletzt, teilte die Polizei mit.",
            "Beim Unglück der Fähre vor Roga waren 312 Passagiere an Bord, teilte die Reederei mit.",
            ("14 Menschen", "312 Passagiere"),
        ),
        (
            "Im Werk in Celle legten 1600 Beschäftigte die Arbeit nieder, teilte die Gewerkschaft mit.",
            "Im Werk in Celle fallen nach Angaben der Geschäftsführung 480 Stellen weg.",
            ("1600 Beschäftigte", "480 Stellen"),
        ),
    ],
)
def test_a_subset_another_fate_or_another_day_is_another_claim(
    ledger: Make, one: str, other: str, words: tuple[str, str]
) -> None:
    assert not words_together(ledger(one, other), *words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Rund 400 Winzer blockierten am Montag die Brücke, sagte ihr Sprecher Ulf Hagen. Die Polizei zählte 150.",
            ("400 Winzer", "zählte 150"),
        ),
        (
            "Der Schaden liegt nach Angaben der Feuerwehr bei 90.000 Euro; die Wirtin geht von der Hälfte aus.",
            ("90.000 Euro", "von der Hälfte"),
        ),
        (
            "Nach amtlichem Ergebnis stimmten 61 Abgeordnete dafür. Die Liberale Ida Lorenz geht von 60 aus.",
            ("61 Abgeordnete", "von 60"),
        ),
    ],
)
def test_a_bare_figure_by_another_voice_answers_the_one_before(ledger: Make, text: str, words: tuple[str, str]) -> None:
    made = ledger(text, "In der Stadt wird seit Tagen gestritten.")
    assert words_together(made, *words)
    assert ("disputed", "number") in verdicts(made, words[1])


def test_a_figure_with_a_subject_of_its_own_answers_nothing(ledger: Make) -> None:
    made = ledger(
        "Der Umsatz der Brauerei lag bei 200 Millionen Euro. Der Gewinn lag bei 150 Millionen, sagte Ida Lorenz.",
        "Die Brauerei stellt ihre Zahlen vor.",
    )
    assert not words_together(made, "200 Millionen", "150 Millionen")


@pytest.mark.parametrize(
    ("text", "told", "denied"),
    [
        (
            "Bürgermeister Jens Tietz soll von dem Verkauf gewusst haben, heißt es im Rathaus. "
            "Er habe davon erst aus der Zeitung erfahren, sagte Tietz.",
            "gewusst haben",
            "erst aus der Zeitung",
        ),
        (
            "Ein Protokoll trage die Unterschrift von Jens Tietz, sagte Prüferin Ines Rahn. "
            "Tietz nannte das Papier „eine Fälschung“.",
            "Unterschrift",
            "Fälschung",
        ),
    ],
)
def test_the_opposite_in_other_words_is_a_denial(ledger: Make, text: str, told: str, denied: str) -> None:
    made = ledger(text, "In der Stadt wird seit Tagen gestritten.")
    assert words_together(made, told, denied)
    assert ("disputed", "polarity") in verdicts(made, denied)


def test_the_same_voice_does_not_oppose_itself(ledger: Make) -> None:
    made = ledger(
        "Im Rathaus sei man gut unterrichtet, sagte Bürgermeister Jens Tietz. "
        "Er selbst habe davon erst aus der Zeitung erfahren, sagte Tietz.",
        "In der Stadt wird seit Tagen gestritten.",
    )
    assert ("disputed", "polarity") not in verdicts(made, "erst aus der Zeitung")
