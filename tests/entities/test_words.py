from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.layers.entities.adjectives import adjective_of, city_adjective, demonym
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.holders import KNOWN_UNTIL, holders
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.lexis import kind
from quellenlage.layers.entities.roles import fits, german_role
from quellenlage.layers.entities.sounds import distance, likeness, skeletons, sounds


@pytest.mark.parametrize(
    ("word", "office", "modifier", "gender"),
    [
        ("Landrätin", "district-administrator", "", "f"),
        ("Behördensprecherin", "spokesperson", "", "f"),
        ("EZB-Chefin", "chief", "ezb", "f"),
        ("Landesverkehrsminister", "transport-minister", "land", "m"),
        ("Hochwasserexperten", "expert", "hochwasser", "m"),
        ("Vorsitzende", "chief", "", None),
    ],
)
def test_roles(word: str, office: str, modifier: str, gender: str | None) -> None:
    role = german_role(word)
    assert role is not None
    assert role.office == office
    assert role.gender == gender
    if word != "Behördensprecherin":
        assert role.modifier.startswith(modifier)


@pytest.mark.parametrize("word", ["Haus", "Kaminchef-", "Vorrat", "minister", "Sprecherin1"])
def test_no_role(word: str) -> None:
    assert german_role(word) is None


def test_offices_that_fit() -> None:
    assert fits("head-of-state", "president")
    assert fits("minister", "energy-minister")
    assert not fits("mayor", "spokesperson")


def test_adjectives_and_demonyms() -> None:
    assert adjective_of("kasachischen", language="de") == "country/KZ"
    assert adjective_of("bayerische", language="de") == "state/DE-BY"
    assert adjective_of("российского", language="ru") == "country/RU"
    assert adjective_of("Greek", language="en") == "country/GR"
    assert adjective_of("frische", language="de") is None
    assert demonym("Französin") == ("FR", "f", False)
    entry = city_adjective("Dresdner")
    assert entry is not None and entry.country == "DE"


def test_institutions() -> None:
    body = institution("Energieministeriums")
    assert body is not None and (body.noun, body.kind, body.scope) == ("ministerium", "ministry", "country")
    assert institution("Insgesamt") is None


def test_nouns_compounds_and_names() -> None:
    assert kind("Haus") == "noun"
    assert kind("Wahllokale") == "compound"
    assert kind("Vollrath") == "unknown"
    assert kind("Isarchip") == "odd"


def test_gazetteer_forms() -> None:
    places = gazetteer()
    assert places.words["Kasachstan"].wikidata == "Q232"
    assert places.words["OVKS"].key == "org/ovks"
    assert places.cities["Kischinjow"].key == places.cities["Chișinău"].key
    assert places.cities["Essen"].population > 500_000
    assert "" not in places.words


def test_gazetteer_names_of_several_words() -> None:
    places = gazetteer()
    forms = places.phrases("bad")
    assert [len(form) for form, _ in forms] == sorted((len(form) for form, _ in forms), reverse=True)
    assert {entry.key for form, entry in forms if form == ("bad", "kreuznach")} == {places.cities["Bad Kreuznach"].key}
    assert places.phrases("bad") == forms
    assert places.phrases("Xyzzy") == ()


def test_a_city_is_the_same_however_it_is_asked_for() -> None:
    places = gazetteer()
    assert places.cities.get("Dresden") == places.cities["Dresden"] == places.by_key[places.cities["Dresden"].key]
    assert places.cities["Dresden"].seat == "state/DE-SN"
    assert places.cities["Wien"].capital == "AT"
    assert "Dresdenn" not in places.cities
    assert places.cities.get("Dresdenn") is None


def test_holders_have_one_key_a_person_and_terms_in_order() -> None:
    names: dict[str, str] = {}
    for holder in holders():
        assert holder.since < (holder.until or KNOWN_UNTIL)
        assert names.setdefault(holder.key, holder.name) == holder.name
    assert names["person/nicusor-dan"] == "Nicușor Dan"


def test_spellings_of_one_name_sound_alike() -> None:
    for first, second in (
        ("Tokajew", "Toqajew"),
        ("Щербаков", "Schtscherbakow"),
        ("Xoʻjayev", "Chodschajew"),
        ("Szőke", "Szöke"),
    ):
        assert likeness(first, second) > 0.85
        assert set(skeletons(first)) & set(skeletons(second))
    assert likeness("Merz", "Merkel") < 0.6


@given(st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=200)
def test_distance_is_symmetric_and_bounded(first: str, second: str) -> None:
    a, b = sounds(first), sounds(second)
    assert distance(a, b) == pytest.approx(distance(b, a))
    assert distance(a, a) == 0
    assert 0 <= likeness(first, second) <= 1


def test_long_words_stay_quick() -> None:
    start = time.process_time()
    kind("Donau" * 100)
    german_role("Minister" * 100)
    sounds("sch" * 2_000)
    assert time.process_time() - start < 2
