"""The schema keeps the names of the contract, and the layers' plan holds."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from quellenlage.dossier.schema import Dossier
from quellenlage.errors import PlanError
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.layer import Layer, check_plan
from quellenlage.layers.statements.mode import mode, set_mode

CONTRACT = {
    "articles": "id path title outlet url published language text sha256 copy_of agencies",
    "entities": "id type name aliases wikidata mentions",
    "statements": "id article content type speaker cue frame addressee via certainty confidence",
    "times": "article start end type timex edtf anchor",
    "events": "id type label date place participants status mentions",
    "claims": "id text mentions origins independent_sources verdict differs_in",
    "stories": "id label articles",
    "timeline": "date event claim",
    "problems": "path offset message",
}


@pytest.mark.parametrize("part", CONTRACT)
def test_every_field_of_the_contract_is_there(part: str) -> None:
    schema = Dossier.model_json_schema()
    definition = schema["properties"][part]["items"]["$ref"].rsplit("/", 1)[1]
    assert set(CONTRACT[part].split()) <= set(schema["$defs"][definition]["properties"])


def test_the_schema_is_plain_json() -> None:
    assert json.loads(json.dumps(Dossier.model_json_schema()))["title"] == "Dossier"


def test_the_layers_fill_every_field_once() -> None:
    filled = [name for layer in catalogue.layers() for name in layer.assigns]
    assert sorted([*filled, "document"]) == sorted(field.name for field in fields(Annotations))


def test_a_layer_before_its_needs_is_refused() -> None:
    first = Layer("late", frozenset({"sentences"}), frozenset({"times"}), lambda annotations: annotations)
    with pytest.raises(PlanError, match="'late' requires"):
        check_plan([first])


def test_a_field_filled_twice_is_refused() -> None:
    layer = Layer("twin", frozenset(), frozenset({"times"}), lambda annotations: annotations)
    with pytest.raises(PlanError, match="second time"):
        check_plan([layer, layer])


def test_the_fingerprint_is_stable_within_a_run() -> None:
    first = catalogue.fingerprint()
    assert len(first) == 16
    assert first == catalogue.fingerprint()
    before = mode()
    try:
        set_mode("rules" if before == "model" else "model")
        assert first != catalogue.fingerprint()
    finally:
        set_mode(before)
