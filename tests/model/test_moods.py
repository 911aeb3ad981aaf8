"""Variants of the mood for training keep what the type of a quotation rests on."""

from __future__ import annotations

import random

from training.moods import DIRECT, FREE, INDIRECT, remooded


def variants(sentence: str, quoted: range, type_: int) -> set[str]:
    """Return all variants that two hundred throws give."""
    words = sentence.split()
    return {" ".join(remooded(words, [(quoted, type_)], random.Random(seed))) for seed in range(200)}


def test_dass_clause_has_all_three_moods() -> None:
    """Behind dass the indicative is as good as either Konjunktiv."""
    made = variants("Sie sagte , dass der Deich sicher sei .", range(3, 9), INDIRECT)
    assert made == {f"Sie sagte , dass der Deich sicher {verb} ." for verb in ("sei", "wäre", "ist")}


def test_only_the_clause_behind_dass_changes() -> None:
    """A second sentence of the quotation keeps the mood that marks it as a report."""
    made = variants("Sie sagte , dass er komme . Er sei spät dran .", range(3, 11), INDIRECT)
    assert made == {f"Sie sagte , dass er {verb} . Er sei spät dran ." for verb in ("komme", "käme", "kommt")}


def test_free_report_never_loses_the_konjunktiv() -> None:
    """Without a frame the Konjunktiv alone tells that somebody else speaks."""
    made = variants("Der Deich sei sicher .", range(4), FREE)
    assert made == {"Der Deich sei sicher .", "Der Deich wäre sicher ."}


def test_words_in_quotation_marks_stay() -> None:
    """Direct speech is nobody's to change."""
    assert variants("„ Der Deich sei sicher “", range(6), DIRECT) == {"„ Der Deich sei sicher “"}
