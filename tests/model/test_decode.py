"""From scores to quotations, roles and entities; windows over long texts."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.layers.model import decode
from quellenlage.layers.model.labels import QUOTE_LABELS, TYPES, allowed_moves
from quellenlage.layers.model.windows import MAX_PIECES, cut, speakers


def label(name: str) -> int:
    return QUOTE_LABELS.index(name)


def test_viterbi_finds_the_best_of_all_paths() -> None:
    dice = np.random.default_rng(3)
    for _ in range(20):
        emissions = dice.normal(size=(5, 3)).astype(np.float32)
        moves = dice.normal(size=(3, 3)).astype(np.float32)
        start = dice.normal(size=3).astype(np.float32)

        def score(
            path: tuple[int, ...], e: np.ndarray = emissions, m: np.ndarray = moves, s: np.ndarray = start
        ) -> float:
            total = s[path[0]] + sum(e[at, code] for at, code in enumerate(path))
            return float(total + sum(m[a, b] for a, b in itertools.pairwise(path)))

        best = max(itertools.product(range(3), repeat=5), key=score)
        assert tuple(decode.viterbi(emissions, moves, start)) == best


def test_viterbi_of_nothing_is_nothing() -> None:
    assert len(decode.viterbi(np.zeros((0, 3), np.float32), np.zeros((3, 3), np.float32), np.zeros(3, np.float32))) == 0


def test_inside_follows_only_its_own_type() -> None:
    moves = allowed_moves()
    assert moves[label("B-direct"), label("I-direct")]
    assert moves[label("C-direct"), label("I-direct")]
    assert not moves[label("O"), label("I-direct")]
    assert not moves[label("B-indirect"), label("I-direct")]
    assert moves[:, label("O")].all()


def test_a_part_that_continues_joins_the_quotation_before_it() -> None:
    names = ["B-direct", "I-direct", "O", "O", "C-direct", "I-direct", "B-indirect"]
    found = decode.quotations([label(name) for name in names], layer=0)
    assert [quotation.words for quotation in found] == [(0, 1, 4, 5), (6,)]
    assert [TYPES[quotation.type] for quotation in found] == ["direct", "indirect"]


def test_a_continuation_without_a_beginning_begins_a_quotation() -> None:
    found = decode.quotations([label("O"), label("C-reported"), label("I-reported")], layer=1)
    assert [(quotation.words, quotation.layer) for quotation in found] == [((1, 2), 1)]


def test_entity_spans() -> None:
    labels = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
    assert decode.entity_spans([1, 2, 0, 3, 1, 4], labels) == [
        (0, 2, "PER"), (3, 4, "LOC"), (4, 5, "PER"), (5, 6, "LOC"),
    ]  # fmt: skip


@given(st.lists(st.integers(-400, 400), min_size=1, max_size=50))
def test_distance_buckets_lie_in_their_table(distances: list[int]) -> None:
    buckets = decode.distance_bucket(np.asarray(distances, dtype=np.int64))
    assert buckets.min() >= 0
    assert buckets.max() < 64
    assert all((bucket >= 32) == (distance >= 0) for bucket, distance in zip(buckets, distances, strict=True))


def test_surroundings_tell_place_and_distance() -> None:
    covered = np.zeros(12, dtype=bool)
    covered[[3, 4, 7, 10]] = True
    near = decode.surroundings([3, 4, 7], length=12, covered=covered)
    assert (near.begin, near.end) == (0, 12)
    assert near.place.tolist() == [0, 0, 0, 1, 1, 2, 2, 1, 3, 3, 3, 3]
    assert near.other.tolist() == [0] * 10 + [1, 0]
    expected = decode.distance_bucket(np.asarray([-3, -2, -1, 0, 0, 1, -1, 0, 1, 2, 3, 4], dtype=np.int64))
    assert near.distance.tolist() == expected.tolist()


@settings(max_examples=60)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=1500), st.integers(0, 200))
def test_windows_cover_every_word_within_the_bound(sizes: list[int], overlap: int) -> None:
    pieces = sum(sizes)
    offsets = [(at, at + 1) for at in range(pieces)]
    ends = np.cumsum(sizes)
    begins = ends - np.asarray(sizes)
    windows = cut(range(pieces), offsets, begins, ends, overlap=overlap)
    assert windows[0].begin == 0
    for window in windows:
        assert len(window.pieces) <= MAX_PIECES + 2
        assert all(
            1 <= first <= last <= len(window.pieces) - 2 for first, last in zip(window.first, window.last, strict=True)
        )
    spans = [(window.begin, window.begin + len(window.first)) for window in windows]
    best = speakers(spans, length=len(sizes))
    assert best.min() >= 0
    assert all(spans[number][0] <= word < spans[number][1] for word, number in enumerate(best.tolist()))
    assert (np.diff(best) >= 0).all()


def test_a_word_longer_than_a_window_does_not_stop_the_cutting() -> None:
    offsets = [(at, at + 1) for at in range(1200)]
    windows = cut(range(1200), offsets, np.asarray([0, 1100]), np.asarray([1100, 1200]), overlap=64)
    assert [window.begin for window in windows] == [0, 1]


def test_marginals_agree_with_all_paths() -> None:
    dice = np.random.default_rng(5)
    emissions = dice.normal(size=(4, 3)).astype(np.float32)
    moves = dice.normal(size=(3, 3)).astype(np.float32)
    start = dice.normal(size=3).astype(np.float32)
    expected = np.zeros((4, 3))
    for path in itertools.product(range(3), repeat=4):
        score = start[path[0]] + sum(emissions[at, code] for at, code in enumerate(path))
        weight = np.exp(score + sum(moves[a, b] for a, b in itertools.pairwise(path)))
        for at, code in enumerate(path):
            expected[at, code] += weight
    expected /= expected.sum(axis=1, keepdims=True)
    assert np.allclose(decode.marginals(emissions, moves, start), expected, atol=1e-5)


def test_marginals_of_a_long_text_with_hardly_possible_moves_are_shares() -> None:
    dice = np.random.default_rng(6)
    emissions = (40 * dice.normal(size=(700, 4))).astype(np.float32)
    moves = np.full((4, 4), -1e4, dtype=np.float32)
    shares = decode.marginals(emissions, moves, np.full(4, -1e4, dtype=np.float32))
    assert np.allclose(shares.sum(axis=1), 1.0)
    # All moves are alike, so that each word is by itself.
    alone = np.exp((emissions - emissions.max(axis=1, keepdims=True)).astype(np.float64))
    assert np.allclose(shares, alone / alone.sum(axis=1, keepdims=True))


def test_tags_put_the_longer_quotation_outside() -> None:
    outer, inner = decode.tags([((1, 2), 0), ((0, 1, 2, 3), 1), ((5, 6, 9), 2)], length=11)
    assert [QUOTE_LABELS[code] for code in outer] == [
        *("B-indirect", "I-indirect", "I-indirect", "I-indirect"),
        *("O", "B-reported", "I-reported", "O", "O", "C-reported", "O"),
    ]
    assert [QUOTE_LABELS[code] for code in inner][:4] == ["O", "B-direct", "I-direct", "O"]


@given(st.lists(st.sampled_from(["O", *(f"{mark}-{name}" for mark in "BI" for name in TYPES)]), max_size=40))
def test_tags_of_found_quotations_give_the_same_quotations(names: list[str]) -> None:
    found = decode.quotations([label(name) for name in names], layer=0)
    again = decode.tags([(item.words, item.type) for item in found], length=len(names))[0]
    words = [(item.words, item.type) for item in decode.quotations(again, layer=0)]
    assert words == [(item.words, item.type) for item in found]


def test_a_hint_raises_its_words_and_lowers_the_others() -> None:
    logits = np.zeros((4, 4), dtype=np.float32)
    hint = decode.Hint(words=(9,), type=0, roles={"speaker": frozenset({11, 40}), "cue": frozenset()})
    weighed = decode.supported(logits, hint, begin=10)
    assert weighed[:, 0].tolist() == [-decode.CONTRADICTED, decode.AGREED, -decode.CONTRADICTED, -decode.CONTRADICTED]
    assert not weighed[:, 1:].any()
    assert not logits.any()
