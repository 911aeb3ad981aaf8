"""Senses: what a clause tells, whatever its words and language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus import names
from quellenlage.corpus.claims.assertions import assertions
from quellenlage.corpus.claims.features import FEATURES
from quellenlage.corpus.claims.pairs import Comparer
from quellenlage.corpus.claims.senses import LANGUAGES, happenings, other_matter, senses, table
from quellenlage.corpus.claims.terms import terms
from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.tokens import tokenise


def told(text: str, language: str) -> dict[str, str]:
    tokens = tokenise(text, 0, len(text), language=language)
    return senses(terms(tokens, language=language), " ".join(t.text for t in tokens), language=language)


@pytest.mark.parametrize(
    ("sense", "tellings"),
    [
        (
            "close",
            [
                ("das Freibad in Wiesel wird im Mai geschlossen", "de"),
                ("die Schließung des Freibads", "de"),
                ("the pool will be shut in May", "en"),
                ("бассейн закроют в мае", "ru"),
                ("la piscine sera fermée en mai", "fr"),
            ],
        ),
        (
            "resign",
            [
                ("Der Intendant tritt zurück", "de"),
                ("Der Intendant legt sein Amt nieder", "de"),
                ("his resignation came late", "en"),
                ("директор подал в отставку", "ru"),
            ],
        ),
        ("begin", [("Das Verbot tritt am Montag in Kraft", "de"), ("the rules take effect at noon", "en")]),
        ("end", [("Das Verbot läuft am Montag ab", "de"), ("the strike ended", "en")]),
    ],
)
def test_one_sense_in_many_words(sense: str, tellings: list[tuple[str, str]]) -> None:
    for text, language in tellings:
        assert sense in told(text, language), text


def test_an_entry_of_two_words_needs_both() -> None:
    assert "begin" not in told("Die Kraft des Motors reicht nicht", "de")
    assert "resume" in told("Die Fähre soll wieder fahren", "de")
    assert "resume" not in told("Die Fähre soll langsam fahren", "de")


def test_the_word_that_tells_it_is_given() -> None:
    assert told("Der Verein hat die Halle gekauft", "de")["buy"] == "kaufen"


def test_a_language_without_column_tells_nothing() -> None:
    assert told("la piscina cerrará en mayo", "es") == {}
    assert table("es").whole == {}


def test_the_table_is_whole() -> None:
    for language in LANGUAGES:
        assert len(table(language).whole) + len(table(language).beginnings) > 400
    assert {"sign", "close", "vote"} <= happenings()
    assert "plant" not in happenings()


def test_other_words_for_the_same_are_compared(
    annotate: Callable[..., Annotations],
) -> None:
    texts = ("Das Freibad wird im Herbst stillgelegt.", "Die Schließung des Bades ist für Oktober vorgesehen.")
    annotated = [annotate(f"b{n}", text) for n, text in enumerate(texts)]
    found = [a for one in annotated for a in assertions(one, names.unify(annotated))]
    comparer = Comparer(found)
    values, words = comparer.features(0, 1)
    assert values[FEATURES.index("same_happening")] > 0
    assert "stilllegen/schließung" in words


def test_two_days_of_two_matters_are_no_dispute(ledger: Callable[..., tuple[tuple[Claim, ...], object]]) -> None:
    claims, _ = ledger(
        "Die Fähre in Wiesel wurde am Montag verkauft.",
        "Am Freitag evakuierte die Feuerwehr in Wiesel eine Fähre mit vierzig Leuten.",
    )
    assert all(claim.differs_in is None for claim in claims)


def test_one_matter_in_other_words_is_one_claim(ledger: Callable[..., tuple[tuple[Claim, ...], object]]) -> None:
    claims, _ = ledger(
        "Die Intendantin Ute Kamp legt ihr Amt nieder. Das Theater in Wiesel plant eine neue Spielzeit.",
        "Die Stadt sucht Schauspieler. Ute Kamp tritt zurück, teilte sie mit.",
    )
    whole = [claim for claim in claims if len({m.article for m in claim.mentions}) == 2]
    assert [claim.text for claim in whole] == ["Die Intendantin Ute Kamp legt ihr Amt nieder"]
    assert "niederlegen" in whole[0].why or "zurücktreten" in whole[0].why


def test_what_is_given_for_a_matter_belongs_to_it(annotate: Callable[..., Annotations]) -> None:
    one = annotate("g", "Am Mittag wurde vertagt. Nächster Termin im Streit um das Bad: Montag. Ein Ruck, ein Schrei.")
    words = [a.words for a in assertions(one, names.unify([one]))]
    assert "Nächster Termin im Streit um das Bad Montag" in words
    assert not any("Schrei" in found for found in words)


def test_senses_that_tell_anything_do_not_part() -> None:
    assert other_matter({"sell"}, {"evacuate"})
    assert not other_matter({"sell"}, {"happen", "plan"})
    assert not other_matter({"sell", "close"}, {"close"})
    assert not other_matter({"ship"}, {"train"})
