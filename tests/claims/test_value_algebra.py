"""The algebra of values: which can be the same, which exclude each other, and laws that hold for all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.corpus.claims.quantities import quantities
from quellenlage.corpus.claims.quantity import Quantity, comparable, interval
from quellenlage.layers.tokens import tokenise


def read(text: str, language: str = "de") -> Quantity:
    return quantities(tokenise(text, 0, len(text), language=language), text, language=language)[0]


def excludes(a: Quantity, b: Quantity) -> bool:
    """A dispute is only possible where two values measure the same thing and cannot be the same number."""
    return comparable(a, b) and not a.meets(b)


TABLE = [
    # first, second, exclude each other
    ("30 Tote", "35 Tote", True),
    ("mindestens 30 Tote", "35 Tote", False),
    ("mindestens 30 Tote", "28 Tote", True),
    ("mehr als 30 Tote", "35 Tote", False),
    ("nicht weniger als 40 Boote", "45 Boote", False),
    ("nicht mehr als 40 Boote", "45 Boote", True),
    ("bis zu 300 Gäste", "280 Gäste", False),
    ("zwischen 20 und 30 Boote", "25 Boote", False),
    ("zwischen 20 und 30 Boote", "31 Boote", True),
    ("20 bis 30 Boote", "30 Boote", False),
    ("rund 2000 Menschen", "1950 Menschen", False),
    ("rund 2000 Menschen", "1350 Menschen", True),
    ("Dutzende Boote", "40 Boote", False),
    ("Dutzende Boote", "7 Boote", True),
    ("Hunderte Menschen", "1100 Menschen", False),
    ("mehrere hundert Menschen", "600 Menschen", False),
    ("2,3 Millionen Euro", "2.345.678 Euro", False),
    ("2,3 Millionen Euro", "2,6 Millionen Euro", True),
    ("120 Millionen Euro", "95 Millionen Euro", True),
    ("120 Millionen Euro", "120 Millionen Dollar", False),
    ("18.000 Euro", "17.862 Euro", False),
    ("mehr als die Hälfte", "51,7 Prozent", False),
    ("mehr als die Hälfte", "46 Prozent", True),
    ("zwei Drittel", "66 Prozent", False),
    ("jeder dritte", "33 Prozent", False),
    ("drei Prozent", "drei Prozentpunkte", False),
    ("um 3 Prozent", "12 Prozent", False),
    ("um 3 Prozent", "um 5 Prozent", True),
    ("zwei Stunden", "120 Minuten", False),
    ("eine halbe Stunde", "40 Minuten", True),
    ("zwei Jahre", "24 Monate", False),
    ("18 Meter tief", "25 Meter in die Tiefe", True),
    ("18 Meter tief", "25 Meter breit", False),
    ("drei Tote", "vier Verletzte", False),
    ("drei Menschen", "vier Verletzte", True),
    ("drei Kinder", "vier Frauen", False),
    ("drei Kinder", "vier Menschen", True),
    ("zwei davon", "neun Menschen", False),
    ("20 Abkommen", "19 Dokumente", True),
    ("43 Lastwagen", "29 Fahrzeuge", True),
    ("43 Lastwagen", "29 Busse", False),
    ("vier Schiffe in der Woche", "drei Schiffe", False),
]


@pytest.mark.parametrize(("first", "second", "expected"), TABLE)
def test_only_what_cannot_both_be_so_excludes(first: str, second: str, expected: bool) -> None:
    a, b = read(first), read(second)
    assert excludes(a, b) is expected
    assert excludes(b, a) is expected


@pytest.mark.parametrize(
    ("first", "first_language", "second", "second_language", "expected"),
    [
        ("43 Lastwagen", "de", "43 lorries", "en", False),
        ("43 Lastwagen", "de", "29 грузовиков", "ru", True),
        ("zwei Millionen Euro", "de", "3 million euros", "en", True),
        ("не менее 30 человек", "ru", "35 Menschen", "de", False),
        ("a dozen people", "en", "zwölf Menschen", "de", False),
    ],
)
def test_across_languages(first: str, first_language: str, second: str, second_language: str, expected: bool) -> None:
    assert excludes(read(first, first_language), read(second, second_language)) is expected


@st.composite
def values(draw: st.DrawFn) -> Quantity:
    """Any quantity that the reader can make, of a few kinds that meet each other often."""
    value = draw(st.one_of(st.integers(0, 60), st.sampled_from([0.5, 5.9, 1_000.0, 1_950.0, 2_000.0, 2.3e6]))) * 1.0
    bound = draw(st.sampled_from(["", "", "about", "below", "above", "least", "more", "most", "less"]))
    low, high = interval(value, bound)
    if draw(st.booleans()) and not bound:
        high = value + draw(st.integers(0, 20))
    unit, noun = draw(st.sampled_from([("person", "menschen"), ("dead", "tote"), ("length", ""), ("count", "boot")]))
    return Quantity(
        start=0,
        end=1,
        value=value,
        low=low,
        high=high,
        unit=unit,
        noun=noun,
        words="x",
        kind=draw(st.sampled_from(["", "", "up", "flat"])),
        role=draw(st.sampled_from(["", "", "", "change", "from", "part"])),
        step=draw(st.sampled_from([0.0, 0.1, 1.0, 100.0, 1e5])),
    )


@given(values(), values())
def test_symmetric(a: Quantity, b: Quantity) -> None:
    assert a.meets(b) is b.meets(a)
    assert a.overlaps(b) is b.overlaps(a)
    assert comparable(a, b) is comparable(b, a)


@given(values())
def test_nothing_excludes_itself(a: Quantity) -> None:
    assert a.meets(a)
    assert not excludes(a, a)


@given(values(), values(), st.floats(0, 50), st.floats(0, 50))
def test_a_wider_range_excludes_no_more(a: Quantity, b: Quantity, down: float, up: float) -> None:
    wider = replace(a, low=a.low - down, high=a.high + up)
    if not excludes(a, b):
        assert not excludes(wider, b)


@given(values(), values())
def test_to_overlap_is_to_meet(a: Quantity, b: Quantity) -> None:
    assert not a.overlaps(b) or a.meets(b)


@given(st.integers(1, 900), st.integers(1, 900))
def test_two_plain_counts_exclude_each_other_unless_equal(x: int, y: int) -> None:
    assert excludes(read(f"{x} Boote"), read(f"{y} Boote")) is (x != y)


@given(st.integers(1, 900), st.integers(0, 900))
def test_at_least_admits_whatever_is_more(least: int, more: int) -> None:
    assert not excludes(read(f"mindestens {least} Boote"), read(f"{least + more} Boote"))
    assert not excludes(read(f"höchstens {least + more} Boote"), read(f"{least} Boote"))


@pytest.mark.parametrize(
    ("text", "language", "months"),
    [
        ("Er wurde zu einem Jahr und neun Monaten verurteilt.", "de", 21),
        ("She was given two years and three months.", "en", 27),
        ("Die Sperre dauert drei Monate.", "de", 3),
    ],
)
def test_the_parts_of_a_duration_are_one(text: str, language: str, months: int) -> None:
    tokens = tokenise(text, 0, len(text), language=language)
    (found,) = quantities(tokens, text, language=language)
    assert (found.unit, found.value) == ("duration", months * 43_800)
