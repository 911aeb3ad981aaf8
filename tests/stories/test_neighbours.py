"""Neighbours by meaning: the search among the latest vectors, and vectors drawn towards sure neighbours."""

from __future__ import annotations

import numpy as np
import pytest

from quellenlage.corpus import neighbours
from quellenlage.corpus.candidates import HEADLINE_WORDS
from quellenlage.corpus.clusters import StoryClusterer
from quellenlage.corpus.neighbours import SURE, Meanings, Vector, drawn
from quellenlage.corpus.profiles import Profile


def vectors_with(cosines: list[list[float]]) -> Vector:
    """Return vectors of length 1 with the given cosines."""
    return np.asarray(np.linalg.cholesky(np.array(cosines)), np.float32)


def clustered(vectors: Vector, *, size: int, settle: bool) -> list[int]:
    """Cluster articles of one day that share no word."""
    clusterer = StoryClusterer()
    for number, vector in enumerate(vectors):
        word = np.array([4 * number], np.int32)
        clusterer.add(
            Profile(f"k{number}", "de", word, np.ones(1), (1, 1, 1, 1), (9, 9), size, frozenset(), False, vector=vector)
        )
    if settle:
        clusterer.settle()
    return clusterer.story_of


def test_the_nearest_come_first_and_strangers_not_at_all() -> None:
    vectors = vectors_with([[1, 0.2, 0.6, 0.8], [0.2, 1, 0.1, 0.1], [0.6, 0.1, 1, 0.5], [0.8, 0.1, 0.5, 1]])
    meanings = Meanings()
    assert meanings.nearest(vectors[0], most=3, least=0.0) == []
    for number, vector in enumerate(vectors[1:], start=1):
        meanings.add(10 * number, vector)
    assert meanings.nearest(vectors[0], most=3, least=0.25) == [30, 20]
    assert meanings.nearest(vectors[0], most=1, least=0.25) == [30]


def test_only_the_latest_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "LATEST", 3)
    meanings = Meanings()
    one = np.array([1.0, 0.0], np.float32)
    for number in range(20):
        meanings.add(number, one)
        found = meanings.nearest(one, most=9, least=0.0)
        assert found == list(range(max(0, number - 2), number + 1))


def test_vectors_are_drawn_to_sure_neighbours_only() -> None:
    vectors: list[Vector | None] = [*vectors_with([[1, 0.7, 0.1], [0.7, 1, 0.1], [0.1, 0.1, 1]]), None]
    ends, likeness = [0, 1, 1, 2, 2, 3], [SURE + 0.2, SURE - 0.1, SURE + 0.5]
    first, second, third, fourth = drawn(vectors, ends, likeness)
    assert first is not None and second is not None
    assert float(first @ second) > 0.8
    assert float(first @ first) == pytest.approx(1, abs=1e-5)
    assert third is vectors[2] and fourth is None
    backwards = drawn(vectors, ends[::-1], likeness[::-1])
    assert backwards[0] is not None and np.array_equal(first, backwards[0])


def test_headlines_without_a_common_word_are_found_by_meaning() -> None:
    assert clustered(vectors_with([[1, 0.7], [0.7, 1]]), size=9, settle=True) == [0, 0]


def test_neighbours_tell_headlines_of_one_story_from_strangers_as_near() -> None:
    pair = vectors_with([[1, 0.4], [0.4, 1]])
    groups = vectors_with([[1, 0.7, 0.4, 0.4], [0.7, 1, 0.4, 0.4], [0.4, 0.4, 1, 0.7], [0.4, 0.4, 0.7, 1]])
    assert clustered(pair, size=9, settle=False) == [0, 0]
    assert clustered(pair, size=9, settle=True) == [0, 1]
    assert clustered(groups, size=9, settle=True) == [0, 0, 0, 0]


def test_whole_articles_are_not_drawn() -> None:
    pair = vectors_with([[1, 0.4], [0.4, 1]])
    assert clustered(pair, size=HEADLINE_WORDS, settle=True) == [0, 0]
