from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.layers.annotations import Annotations

Make = Callable[..., Annotations]


def known(annotations: Annotations, surface: str) -> str | None:
    """The gazetteer key of what the mention at the last occurrence of a surface names."""
    place = annotations.document.text.rindex(surface)
    for mention in annotations.mentions:
        if mention.start == place:
            return annotations.referents[mention.referent].known
    return None


@pytest.mark.parametrize(
    ("language", "text", "surface", "key"),
    [
        ("de", "Die Delegation betonte, dass Nairobi die Gebühren senke.", "Nairobi", "country/KE"),
        ("de", "Der Schritt sei geprüft worden, hieß es in Lima.", "Lima", "country/PE"),
        ("de", "Man begrüße das, verlautete aus Hanoi.", "Hanoi", "country/VN"),
        ("de", "Im Streit um Fangquoten pocht Rabat auf Gespräche. Rabat pocht auf Fristen.", "Rabat", "country/MA"),
        ("de", "Die Gespräche mit Caracas dauern an.", "Caracas", "country/VE"),
        ("de", "Der Frachter lag zwei Tage in Lima.", "Lima", "city"),
        ("de", "Ein Zug fährt von Hanoi nach Hue.", "Hanoi", "city"),
        ("en", "Officials insisted that Nairobi would lower the fee.", "Nairobi", "country/KE"),
        ("en", "Lima's decision surprised the traders.", "Lima", "country/PE"),
        ("en", "Lima's airport was closed on Monday.", "Lima", "city"),
        ("en", "Talks between ministers ended after Hanoi rejected the draft.", "Hanoi", "country/VN"),
        ("ru", "В Кишинёве заявили, что документ готов.", "Кишинёве", "country/MD"),
        ("ru", "Самолёт сел в Кишинёве в полночь.", "Кишинёве", "city"),
    ],
)
def test_capital_as_government(annotated: Make, language: str, text: str, surface: str, key: str) -> None:
    found = known(annotated(text, language=language), surface)
    assert found is not None
    assert found.startswith(key)


@pytest.mark.parametrize("country", ["country/DE", "country/AT", "country/CH"])
def test_the_federation_is_the_country_spoken_of(annotated: Make, country: str) -> None:
    name = {"country/DE": "Deutschland", "country/AT": "Österreich", "country/CH": "der Schweiz"}[country]
    a = annotated(f"In {name} streiten die Gemeinden. Die Bürgermeister baten den Bund um Geld.")
    assert known(a, "Bund") == country


def test_other_federations_stay_what_they_are(annotated: Make) -> None:
    a = annotated("In Österreich tagte der Bund der Steuerzahler. Sie schlossen den Bund fürs Leben.")
    assert known(a, "Bund") is None


def test_a_russian_capital_that_releases_somebody(annotated: Make) -> None:
    a = annotated("По словам дипломата, Минск отпустит трех заключенных.", language="ru")
    assert [a.referents[m.referent].known for m in a.mentions] == ["country/BY"]
