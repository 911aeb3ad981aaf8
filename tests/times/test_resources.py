from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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
