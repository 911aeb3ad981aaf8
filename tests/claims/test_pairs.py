"""Pairs of assertions: what is compared of them, and what decides that they are one claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from quellenlage.corpus import names
from quellenlage.corpus.claims.assertions import Assertion, assertions
from quellenlage.corpus.claims.features import FEATURES
from quellenlage.corpus.claims.meaning import around, best_by_article, vectors
from quellenlage.corpus.claims.pairs import Comparer, Pair
from quellenlage.corpus.records import Claim
from quellenlage.documents.document import Document
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations

Make = Callable[..., tuple[tuple[Claim, ...], tuple[Annotations, ...]]]


def told(*texts: str) -> list[Assertion]:
    annotated = tuple(
        catalogue.annotate(Document(f"p{n}.txt", text, "", 0, f"Blatt {n}", None, None, "2025-05-14", "de"))
        for n, text in enumerate(texts, start=1)
    )
    unified = names.unify(annotated)
    return [assertion for one in annotated for assertion in assertions(one, unified)]


def pair(found: Sequence[Assertion], first: str, second: str) -> Pair:
    chosen = [n for n, a in enumerate(found) if first in a.words or second in a.words]
    return next(p for p in Comparer(found).pairs() if [p.first, p.second] == chosen)


def feature(one: Pair, name: str) -> float:
    return one.features[FEATURES.index(name)]


def test_every_feature_has_its_weight_and_nothing_else_has_one() -> None:
    text = (files("quellenlage.corpus.claims") / "resources" / "scorer.tsv").read_text("utf-8")
    named = [line.split("\t")[0] for line in text.splitlines() if line and not line.startswith("#")]
    assert named == list(FEATURES)


def test_features_lie_between_0_and_1() -> None:
    found = told(
        "Das Werk in Kelmstadt entlässt bis Juni 120 Beschäftigte. Der Rat berät am Montag. Die Brücke bleibt zu.",
        "Bis Juni verlieren im Werk Kelmstadt rund 90 Menschen ihre Arbeit. Am Dienstag berät der Rat.",
    )
    pairs = Comparer(found).pairs()
    assert pairs
    for one in pairs:
        assert all(-1e-6 <= value <= 1 + 1e-6 for value in one.features)
        assert 0 <= one.probability <= 1 and one.first < one.second


def test_a_vector_stays_the_same_in_other_company() -> None:
    texts = [("Die Brücke bleibt zu", "de"), ("The bridge stays closed", "en"), ("Der Rat tagt am Montag", "de")]
    assert np.array_equal(vectors(texts)[1], vectors(texts[1:2])[0])
    assert np.array_equal(vectors(texts[::-1]), vectors(texts)[::-1])
    assert vectors([]).shape == (0, 384)


def test_surroundings_end_with_the_article() -> None:
    matrix = np.eye(4, dtype=np.float32)
    found = around(matrix, ["a", "a", "b", "b"])
    assert found[1, 0] > 0 and found[1, 2] == 0 == found[2, 1]
    assert np.allclose((found**2).sum(axis=1), 1)
    assert np.array_equal(around(matrix[:1], ["a"]), matrix[:1])


@pytest.mark.parametrize("count", [1, 7, 1100])
def test_the_best_of_each_article_is_what_a_full_search_finds(count: int) -> None:
    dice = np.random.default_rng(count)
    matrix = dice.standard_normal((count, 8)).astype(np.float32)
    places = [int(n) for n in dice.integers(0, 5, count)]
    numbers: dict[int, int] = {}
    articles = [numbers.setdefault(place, len(numbers)) for place in places]
    found = best_by_article(matrix, articles)
    close = matrix @ matrix.T
    for place in range(len(numbers)):
        columns = [n for n, article_number in enumerate(articles) if article_number == place]
        assert np.allclose(found[:, place], close[:, columns].max(axis=1), atol=1e-4)
    assert best_by_article(np.zeros((0, 8), np.float32), []).shape == (0, 0)


def test_a_nearer_partner_in_the_other_article_speaks_against_a_pair() -> None:
    found = told(
        "Die Kelmer Brücke bleibt bis Freitag gesperrt.",
        "Die Kelmer Brücke ist bis Freitag gesperrt. Die Brücke wurde 1911 gebaut, sie gilt als Denkmal.",
    )
    near, far = pair(found, "bleibt bis", "ist bis"), pair(found, "bleibt bis", "1911")
    assert feature(far, "better_partner") > feature(near, "better_partner") + 0.05
    assert near.probability > 0.8 > 0.2 > far.probability


def test_to_be_the_nearest_tells_less_among_few() -> None:
    rest = " Der Rat berät am Montag. Die Bäcker klagen über Preise. Ein Zug fiel aus. Das Museum öffnet wieder."
    sentence = "Die Kelmer Brücke bleibt gesperrt."
    few, many = told(sentence, sentence[:-1] + " sehr lange."), told(sentence + rest, sentence[:-1] + " lange." + rest)
    alone, chosen = pair(few, "Kelmer", "Kelmer"), pair(many, "Kelmer", "Kelmer")
    assert feature(alone, "better_partner") > feature(chosen, "better_partner") + 0.1


def test_in_one_article_surroundings_and_partners_tell_nothing() -> None:
    found = [replace(a, article="p1") for a in told("Der Pegel fällt langsam.", "Der Pegel steigt langsam.")]
    one = pair(found, "fällt", "steigt")
    assert feature(one, "around") == 0 == feature(one, "better_partner")
    assert feature(one, "same_article") == 1


def test_two_sums_with_nothing_but_their_unit_in_common_stay_apart(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Firma Kolmar erlöste im vergangenen Jahr 3,1 Milliarden Euro.",
        "Für den Neubau des Bahnhofs sind 2,6 Milliarden Euro veranschlagt.",
    )
    assert [claim.verdict for claim in claims] == ["single_source", "single_source"]


def test_two_figures_for_one_thing_are_one_claim(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Neubau des Bahnhofs kostet 2,1 Milliarden Euro, sagte Ministerin Vera Holm.",
        "Der Neubau des Bahnhofs werde 2,6 Milliarden Euro kosten, sagte Gutachter Jan Kries.",
    )
    assert ("disputed", "number") in [(claim.verdict, claim.differs_in) for claim in claims]
