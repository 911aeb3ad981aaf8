from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.corpus.claims.figures import comparable
from quellenlage.corpus.claims.quantities import Quantity, quantities
from quellenlage.layers.tokens import tokenise


def read(text: str, language: str = "de") -> tuple[Quantity, ...]:
    return quantities(tokenise(text, 0, len(text), language=language), text, language=language)


def only(text: str, language: str = "de") -> Quantity:
    (quantity,) = read(text, language)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Es kamen 1.250 Besucher", 1250, "person"),
        ("Der Pegel stand bei 8,45 Metern", 8.45, "length"),
        ("Das kostet 3,2 Millionen Euro", 3_200_000, "money:EUR"),
        ("zwölf Schulen", 12, "count"),
        ("einundzwanzig Boote", 21, "count"),
        ("zweihundert Helfer", 200, "force"),
        ("Bei dem Brand gab es einen Toten", 1, "dead"),
        ("ein 12km langer Stau", 12_000, "length"),
        ("anderthalb Jahre", 1.5 * 525600, "duration"),
        ("5,9 Prozent", 5.9, "percent"),
        ("Nein sagte ein Drittel der Befragten", 33.33, "percent"),
        ("ein Dutzend", 12, None),
        ("Sieben der 40 Wagen brannten", 7, "vehicle"),
        ("Die Zahl der Verletzten stieg auf neun", 9, "injured"),
    ],
)
def test_german(text: str, value: float, unit: str | None) -> None:
    found = [q for q in read(text) if unit is None or q.unit == unit]
    if unit is None:
        assert found == [] or found[0].value == value
    else:
        assert found[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("about 280,000 people", "en", 280_000, "person"),
        ("1.75 per cent", "en", 1.75, "percent"),
        ("two billion dollars", "en", 2e9, "money:USD"),
        ("9 млрд кубометров", "ru", 9e12, "volume"),
        ("около 40 человек", "ru", 40, "person"),
        ("семнадцать человек", "ru", 17, "person"),
        ("12km", "en", 12_000, "length"),
        ("one person", "en", 1, "person"),
    ],
)
def test_other_languages(text: str, language: str, value: float, unit: str) -> None:
    quantity = only(text, language)
    assert (quantity.value, quantity.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("mindestens 30 Tote", 30, inf),
        ("bis zu 200 Boote", 0, 200),
        ("mehr als 60 Boote", 60, inf),
        ("höchstens 46 Prozent", 0, 46),
        ("Dutzende Boote", 24, 99),
    ],
)
def test_open_values(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize(
    ("first", "second", "meets"),
    [
        ("mindestens 30 Tote", "35 Tote", True),
        ("rund 2000 Menschen", "1950 Menschen", True),
        ("rund 20 Verträge", "19 Verträge", False),
        ("rund 280.000 Wähler", "264.000 Wähler", False),
        ("knapp zwei Stunden", "110 Minuten", True),
        ("höchstens 46 Prozent", "51,7 Prozent", False),
        ("Hunderte Menschen", "400 Menschen", True),
        ("zwei Stunden", "120 Minuten", True),
    ],
)
def test_compatible_is_no_dispute(first: str, second: str, meets: bool) -> None:
    a, b = only(first), only(second)
    assert comparable(a, b)
    assert a.meets(b) is meets
    assert b.meets(a) is meets


def test_the_dead_are_not_the_injured() -> None:
    assert not comparable(only("drei Tote"), only("drei Verletzte"))
    assert comparable(only("drei Menschen"), only("drei Verletzte"))
    assert not comparable(only("drei Boote"), only("drei Autos"))


def test_a_rate_is_no_number_of_things() -> None:
    assert not comparable(only("vier Schiffe in der Woche"), only("drei Schiffe"))
    assert only("280 Moldauer").unit == "person"


def test_no_quantities_in_dates_ages_clock_times_and_negated_figures() -> None:
    assert read("Ein 71-jähriger Mann kam gegen 6 Uhr") == ()
    assert read("Das war im Jahr 2013 so") == ()
    text = "Es waren drei Stunden, nicht 40 Minuten"
    assert [q.words for q in read(text)] == ["drei Stunden"]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("Eine Million Euro", "de", 1e6, "money:EUR"),
        ("eine halbe Million Euro", "de", 5e5, "money:EUR"),
        ("ein Dutzend Helfer", "de", 12, "force"),
        ("zweihundertfünfzig Kühe", "de", 250, "count"),
        ("achtundzwanzigtausend Euro", "de", 28_000, "money:EUR"),
        ("Das 50-Millionen-Euro-Paket", "de", 5e7, "money:EUR"),
        ("a million dollars", "en", 1e6, "money:USD"),
        ("two hundred and fifty boats", "en", 250, "count"),
        ("to $12.5m", "en", 12.5e6, "money:USD"),
        ("миллион рублей", "ru", 1e6, "money:RUB"),
        ("tens of thousands people", "en", 20_000, "person"),
    ],
)
def test_numbers_of_several_words(text: str, language: str, value: float, unit: str) -> None:
    quantity = only(text, language)
    assert (quantity.value, quantity.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "In Halle 3 und auf Gleis vier brannte es",
        "Gondel Nummer 17 fiel",
        "Auf der A 3 stand eine Boeing 737",
        "Der 58 Jahre alte Mann und Anna Schmidt (34) kamen",
        "Das Viertel ist gesperrt",
        "Er ließ die Warnung außer Acht",
        "Vor 30 Jahren wurde es gebaut",
        "Beide kamen",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert read(text) == ()


def test_the_number_that_matters_is_not_the_one_in_the_name() -> None:
    assert only("Gondel Nummer 17 kracht 25 Meter in die Tiefe").words == "25 Meter"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Die Zahl stieg von 20 auf 30 Boote", ["from", ""]),
        ("Die Preise stiegen um 3 Prozent auf 12 Euro", ["change", ""]),
        ("Es gab 12 Prozent mehr Gäste", ["change"]),
        ("Neun Menschen starben, darunter zwei Kinder", ["", "part"]),
        ("Neun Menschen starben, zwei davon am Montag", ["", "part"]),
    ],
)
def test_what_a_number_is_in_its_clause(text: str, roles: list[str]) -> None:
    assert [quantity.role for quantity in read(text)] == roles


@given(st.text(alphabet="0123456789.,- %ab", max_size=30))
def test_never_fails(text: str) -> None:
    for quantity in read(text):
        assert quantity.low <= quantity.high
        assert text[quantity.start : quantity.end] == quantity.words


@pytest.mark.parametrize(
    ("text", "language", "words", "unit"),
    [
        ("Der Zug fuhr mit 78 Kilometern pro Stunde", "de", "78 Kilometern", "speed"),
        ("Der Rat stimmte mit 31 zu 27 Stimmen dafür", "de", "31 zu 27", "tally"),
        ("The council voted 31 to 27", "en", "31 to 27", "tally"),
        ("Tote gab es 12, sagte er; Verletzte waren 30", "de", "30", "injured"),
        ("Wir hätten das keine zwei Jahre gehalten", "de", "keine zwei Jahre", "duration"),
    ],
)
def test_units_by_what_stands_around(text: str, language: str, words: str, unit: str) -> None:
    found = [(q.words, q.unit) for q in read(text, language)]
    assert (words, unit) in found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die zwei Männer gaben sich die Hand", "de"),
        ("The two sides do not agree", "en"),
        ("Knapp zwei Wochen nach dem Unglück", "de"),
        ("Seit drei Wochen steht die Anlage", "de"),
        ("two days after the fire", "en"),
    ],
)
def test_known_groups_and_distances_in_time_are_no_values(text: str, language: str) -> None:
    assert read(text, language) == ()


def test_known_victims_are_counted_all_the_same() -> None:
    assert only("Die Stadt gedachte der drei Toten").value == 3


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "role"),
    [
        ("Der Streik dauerte nur einen Tag lang", "de", 1440, "duration", ""),
        ("Das Gefecht hat fast eine Stunde gedauert", "de", 60, "duration", ""),
        ("The siege lasted almost an hour", "en", 60, "duration", ""),
        ("The motion was carried by 71 votes", "en", 71, "vote", ""),
        ("Prices rose by 3 percent", "en", 3, "percent", "change"),
        ("The fleet shrank by 12 ships", "en", 12, "ship", "change"),
        ("Visa bans were imposed on 14 of its officials", "en", 14, "person", ""),
        ("Die Kammer geht von einem Viertel davon aus", "de", 25, "percent", ""),
        ("Zwei seiner Männer seien verwundet worden", "de", 2, "person", "part"),
        ("Zwei seiner Minister unterschrieben", "de", 2, "count", ""),
    ],
)
def test_spans_of_one_votes_and_shares_of_what_was_told(
    text: str, language: str, value: float, unit: str, role: str
) -> None:
    quantity = only(text, language)
    assert (quantity.value, quantity.unit, quantity.role) == (pytest.approx(value), unit, role)


@pytest.mark.parametrize("text", ["An einem Tag im Mai", "Nach einer Stunde kam der Regen", "Es war ein Jahr her"])
def test_one_day_on_which_something_was_is_no_span(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Das Land gibt eine Bürgschaft über 40 Millionen Euro", 40e6),
        ("Ein Großauftrag über 12 Millionen Euro", 12e6),
        ("Das kostet die Stadt über 12 Millionen Euro", inf),
    ],
)
def test_a_guarantee_over_so_much_is_of_so_much(text: str, most: float) -> None:
    assert only(text).high == most


def test_a_sum_without_its_currency_is_compared_with_one_that_has_it() -> None:
    bare, full = only("Die Lücke betrage allenfalls 900 Millionen"), only("Es fehlen 1,3 Milliarden Euro")
    assert comparable(bare, full) and not bare.meets(full)
    assert not comparable(only("Es waren 900"), full)
