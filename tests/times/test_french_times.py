"""French times: values, direction by tense, what is none. Published on Thursday, 13 November 2025."""

from __future__ import annotations

import pytest

from quellenlage.layers.times.tag import tag


def read(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[t.start : t.end], t.timex, t.edtf) for t in tag(text, published="2025-11-13", language="fr")]


@pytest.mark.parametrize(
    ("text", "surface", "edtf"),
    [
        ("Il est mort vendredi 7 novembre.", "vendredi 7 novembre", "2025-11-07"),
        ("Il est né le 1er août 1990.", "le 1er août 1990", "1990-08-01"),
        ("Elle viendra le 3 mars 2026.", "le 3 mars 2026", "2026-03-03"),
        ("Dans la nuit de lundi à mardi, le feu a tout détruit.", "la nuit de lundi à mardi", "2025-11-11"),
        ("Le feu a pris jeudi soir.", "jeudi soir", "2025-11-13"),
        ("Le feu a pris mercredi vers 1 h 50.", "1 h 50", "2025-11-12T01:50"),
        ("Le feu a pris mercredi à 16h30.", "16h30", "2025-11-12T16:30"),
        ("La route est fermée depuis l'été.", "l'été", "2025-22"),
        ("Il l'a vu la semaine dernière.", "la semaine dernière", "2025-11-03/2025-11-09"),
        ("Il a plu le mois dernier.", "le mois dernier", "2025-10"),
        ("Le budget sera voté l’an prochain.", "l’an prochain", "2026"),
        ("Elle est partie il y a trois jours.", "il y a trois jours", "2025-11-10"),
        ("Il l'a dit hier soir.", "hier soir", "2025-11-12"),
        ("Tout a commencé fin mars 2024.", "fin mars 2024", "2024-03"),
        ("Cela date du XIXe siècle.", "XIXe siècle", "18XX"),
    ],
)
def test_values(text: str, surface: str, edtf: str) -> None:
    assert (surface, edtf) in [(found, value) for found, _, value in read(text)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Le ministre a signé mardi un accord.", "2025-11-11"),
        ("Le ministre se rendra mardi à Berne.", "2025-11-18"),
        ("La réunion prévue mardi aura lieu.", "2025-11-18"),
        ("Elle doit comparaître mardi.", "2025-11-18"),
        ("Elle a promis de partir mardi.", "2025-11-18"),
        ("Il a réussi à fuir mardi.", "2025-11-11"),
        ("La séance a été reportée à mardi.", "2025-11-18"),
        ("L'accord conclu mardi tient.", "2025-11-11"),
        ("Le maire affirme mardi que tout va bien.", "2025-11-11"),
        ("Deux hommes auraient été arrêtés mardi.", "2025-11-11"),
    ],
)
def test_weekdays_go_by_the_tense(text: str, edtf: str) -> None:
    assert [value for _, _, value in read(text)] == [edtf]


def test_durations_and_recurring_times() -> None:
    assert read("Il reste trois mois.") == [("trois mois", "P3M", None)]
    assert read("Une quinzaine d'années ont passé.")[0][1] == "P15Y"
    assert read("Il court chaque jour.") == [("chaque jour", "P1D", None)]


@pytest.mark.parametrize(
    "text", ["Un homme de 45 ans a été blessé.", "Il a été élu maire.", "Âgée de 30 ans, elle dirige la banque."]
)
def test_no_times(text: str) -> None:
    assert read(text) == []


def test_ranges_and_open_ends() -> None:
    found = tag("L'exposition dure du 5 au 12 mai 2026.", published="2025-11-13", language="fr")
    assert [t.edtf for t in found] == ["2026-05-05", "2026-05-12"]
    assert {t.interval for t in found} == {"2026-05-05/2026-05-12"}
    (since,) = tag("Il attend depuis 2019.", published="2025-11-13", language="fr")
    assert since.interval == "2019/.."
