from __future__ import annotations

import pytest

from quellenlage.documents.language import by_function_words, language_of

TEXTS = {
    "de": "Der Minister hat am Freitag in Berlin erklärt, dass die Regierung das Gesetz nicht mehr ändern wird.",
    "en": "The minister said on Friday that the government would not change the law, which has been in force.",
    "ru": "Министр заявил в пятницу, что правительство не будет менять закон, который был принят после выборов.",
    "uk": "Міністр заявив у п’ятницю, що уряд не буде змінювати закон, який було прийнято після виборів.",
    "fr": "Le ministre a déclaré vendredi que le gouvernement ne changera pas la loi qui est en vigueur dans le pays.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_plain_cases(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Brücke gesperrt: Stau rund um Oberlau", "de"),
        ("Fire destroys warehouse near harbour", "en"),
        ("Пожар уничтожил склад у порта", "ru"),
        ("2024", "und"),
        ("", "und"),
    ],
)
def test_short_texts(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_stated_language_is_believed_and_a_template_s_only_where_nothing_contradicts() -> None:
    assert language_of(TEXTS["de"], stated="en") == "en"
    assert language_of(TEXTS["de"], markup="en") == "en"  # too short to contradict
    assert language_of(TEXTS["de"] * 4, markup="en") == "de"


def test_function_words_decide_only_by_a_clear_margin() -> None:
    assert by_function_words(TEXTS["de"])[0] == "de"
    assert by_function_words("Haus Baum Hund Katze Maus Berg")[0] is None
