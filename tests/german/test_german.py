import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.layers import german


def moods(form: str) -> set[tuple[str, str]]:
    return {(r.lemma, r.mood) for r in german.verb_readings(form)}


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("sagte", ("sagen", "ind")),
        ("seien", ("sein", "kj1")),
        ("hätten", ("haben", "kj2")),
        ("mitgeteilt", ("mitteilen", "part")),
        ("zurückzuweisen", ("zurückweisen", "inf")),
        ("ankündigte", ("ankündigen", "ind")),
        ("Geht", ("gehen", "ind")),
    ],
)
def test_verb_readings(form: str, reading: tuple[str, str]) -> None:
    assert reading in moods(form)


def test_no_verb() -> None:
    assert german.verb_readings("Tisch") == ()
    assert german.verb_readings("") == ()


def test_person_and_number() -> None:
    (third,) = [r for r in german.verb_readings("gibt") if r.person == 3]
    assert third == german.VerbReading("geben", "ind", "pres", 3, "sg")


def test_separable() -> None:
    assert {r.lemma for r in german.separable("teilte", "mit")} == {"mitteilen"}
    assert german.separable("teilte", "gegen") == ()
    assert german.separable("Tisch", "mit") == ()


@pytest.mark.parametrize("form", ["sei", "habe", "werde", "müsse", "beliefere", "erfülle", "seien", "belaufe"])
def test_subjunctive1(form: str) -> None:
    assert german.is_subjunctive1(form)


@pytest.mark.parametrize("form", ["sagte", "haben", "würden", "eine", "lange", "ist", "Tisch"])
def test_not_subjunctive1(form: str) -> None:
    assert not german.is_subjunctive1(form)


def test_subjunctive2() -> None:
    assert german.is_subjunctive2("hätten")
    assert german.is_subjunctive2("käme")
    assert not german.is_subjunctive2("sagte")


def at(text: str, place: int) -> bool:
    return german.subjunctive1_at(text.split(), place)


def test_subjunctive1_in_its_sentence() -> None:
    assert at("Der Preis steige weiter .", 2)
    assert not at("Dann steige ich aus .", 1)
    assert not at("Rufe uns an !", 0)
    assert at("Er sagte , ich sei zu spät .", 4) is False
    assert at("Seien die Preise hoch , kaufe niemand .", 0)


@pytest.mark.parametrize(
    ("word", "lemma", "gender"),
    [
        ("Häusern", "Haus", "n"),
        ("Ministeriums", "Ministerium", "n"),
        ("Brückenwärters", "Brückenwärter", "m"),
        ("Kranbau-Chefs", "Kranbau-Chef", "m"),
        ("Sprecherin", "Sprecherin", "f"),
    ],
)
def test_nouns(word: str, lemma: str, gender: str) -> None:
    assert german.noun_lemma(word) == lemma
    assert german.noun_gender(word) == gender


def test_feminine_that_the_table_lacks() -> None:
    assert german.noun_gender("Landrätin") == "f"


def test_names_are_no_nouns() -> None:
    assert not german.is_noun("Wiegmeier")
    assert german.noun_lemma("Xqzk") is None


def test_numbers_of_a_noun() -> None:
    (reading,) = german.noun_readings("Häusern")
    assert reading.numbers == ("pl",)


def test_every_row_is_found() -> None:
    for name in ("verbs.txt", "nouns.txt"):
        rows = german._table(name).decode("utf-8").split("\n")[1:-1]
        for row in [*rows[:: max(1, len(rows) // 400)], rows[0], rows[-1]]:
            form, _, rest = row.partition("\t")
            assert german._row(name, form) == rest


@given(st.text(max_size=40))
def test_any_word_has_an_answer(word: str) -> None:
    german.verb_readings(word)
    german.noun_gender(word)
    assert german.is_noun(word) == bool(german.noun_readings(word))


def test_fast() -> None:
    start = time.process_time()
    for number in range(2000):
        german.verb_readings(f"unwort{number}te")
    assert time.process_time() - start < 2.0
