from __future__ import annotations

import pytest

from quellenlage.layers.events.forms import forms
from quellenlage.layers.events.lexicon import concept_of, lexicon


def texts(verb: str, tense: str | None = None) -> set[str]:
    return {form.text for form in forms(verb) if tense is None or form.tense == tense}


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        ("unterzeichnen", {"unterzeichnet", "unterzeichnete", "unterzeichneten"}),
        ("öffnen", {"öffnet", "öffnete", "geöffnet"}),
        ("treffen", {"trifft", "traf", "trafen", "getroffen"}),
        ("überschreiten", {"überschreitet", "überschritt", "überschritten"}),
        ("evakuieren", {"evakuiert", "evakuierte"}),
        ("fordern", {"fordert", "forderte", "gefordert"}),
    ],
)
def test_simple_verbs(verb: str, wanted: set[str]) -> None:
    assert wanted <= texts(verb)


def test_no_ge_before_inseparable_prefixes() -> None:
    assert "geunterzeichnet" not in texts("unterzeichnen")
    assert "geevakuiert" not in texts("evakuieren")


def test_separable_verbs_are_found_joined_and_parted() -> None:
    found = forms("zurück|weisen")
    assert {"zurückgewiesen", "zurückzuweisen", "zurückwies"} <= {form.text for form in found if not form.particle}
    assert {form.particle for form in found if form.text == "wies"} == {"zurück"}


def test_umlaut_of_the_last_vowel_only() -> None:
    assert "schlösse" in texts("schließen")
    assert "unterschriebe" in texts("unterschreiben")


def test_sharp_s_is_kept() -> None:
    assert lexicon("de").look_up("schließen")


def test_concepts_are_the_same_in_all_languages() -> None:
    words = {"de": "unterzeichneten", "en": "signed", "ru": "подписали"}
    assert {t.concept for code, word in words.items() for t in lexicon(code).look_up(word)} == {"sign"}


def test_unknown_language_has_no_triggers() -> None:
    assert lexicon("xx").look_up("word") == ()
    assert concept_of("kein Eintrag", language="de") == "kein Eintrag"


def test_lexicon_covers_every_plover_type() -> None:
    wanted = {
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
        "OTHER",
    }
    assert {t.type for found in lexicon("de").forms.values() for t in found} - {"OUTCOME"} == wanted
    assert len({t.lemma for found in lexicon("de").forms.values() for t in found}) > 900


def test_russian_stems_do_not_catch_other_words() -> None:
    for word in ("искать", "начальник", "умеренный", "критический", "открытый"):
        assert lexicon("ru").look_up(word) == ()
    assert [t.type for t in lexicon("ru").look_up("протестовали")]
