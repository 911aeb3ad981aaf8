from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.documents.normalise import MAX_MARKS, normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("Mu\u0308ller", "Müller"),
        ("Wort\u00adtrennung", "Worttrennung"),
        ("null\x00byte\x07", "nullbyte"),
        ("\ufeffText\ufeff", "Text"),
        ("a\ud800b", "a\ufffdb"),
        ("20\u202f000\u00a0Euro\tund", "20 000 Euro und"),
        ("a \n\n \n\n b", "a\n\nb"),
        ("zero\u200bwidth", "zerowidth"),
        ("\u202eabc\u202c", "abc"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    ],
)
def test_stored_form(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text(st.characters(exclude_categories=())))
def test_twice_is_once_and_the_form_holds(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\x00" not in once
    assert "\r" not in once
    once.encode("utf-8")


def test_piled_up_marks_are_thinned_in_linear_time() -> None:
    marks = "\u0301\u0323" * 200_000
    began = time.perf_counter()
    thinned = normalise("a" + marks + "b")
    assert time.perf_counter() - began < 5
    assert len(thinned) <= MAX_MARKS + 3
    assert thinned.endswith("b")
