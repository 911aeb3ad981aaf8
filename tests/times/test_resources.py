from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale

from quellenlage.errors import ResourceError
from quellenlage.layers.times import tag
from quellenlage.layers.times.grammar import LANGUAGES, load
from quellenlage.layers.times.guards import GUARDS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("script", ["build_times.py", "build_edtf_words.py"])
def test_compiled_files_are_up_to_date_with_their_sources(script: str) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / script, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_names_actions_and_guards_that_exist(language: str) -> None:
    for rule in load(language).rules:
        assert rule.guard is None or rule.guard in GUARDS, rule.id
        assert {name for name, _ in rule.do} <= tag.ACTIONS.keys(), rule.id
        assert rule.pattern.groups >= len(rule.do), rule.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_and_list_the_code_asks_for_is_in_every_grammar(language: str) -> None:
    assert load(language).lists.keys() == load("de").lists.keys() | set() or language != "de"
    missing = load("en").lists.keys() - load(language).lists.keys()
    assert not missing


def test_a_language_without_a_grammar_is_an_error_of_ours() -> None:
    with pytest.raises(ResourceError):
        load("xx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_and_weekdays_are_those_of_unicode_cldr(language: str) -> None:
    grammar, locale = load(language), Locale(language)
    for context in ("format", "stand-alone"):
        for number, name in locale.months[context]["wide"].items():
            assert grammar.features(str(name)).get("month") == number, name
        for number, name in locale.days[context]["wide"].items():
            spelling = str(name) if language != "ru" else str(name).lower()
            assert grammar.features(spelling).get("weekday") == number + 1, name
