from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from quellenlage import edtf
from quellenlage.layers.times.tag import tag
from times import phrases


def test_ten_thousand_phrases_of_known_value() -> None:
    made = list(
        chain(
            phrases.weekdays(),
            phrases.calendar_days(),
            phrases.durations(),
            phrases.clocks(),
            phrases.years_and_longer(),
            phrases.counted_from_publication(),
        )
    )
    pairs = list(phrases.ranges())
    wrong = []
    for phrase in made:
        found = [
            (phrase.text[t.start : t.end], t.type, t.timex, t.edtf)
            for t in tag(phrase.text, published=phrase.published)
        ]
        if (phrase.surface, phrase.type, phrase.timex, phrase.edtf) not in found:
            wrong.append((phrase, found))
    for pair in pairs:
        text = pair[0].text
        found = [(text[t.start : t.end], t.type, t.timex, t.edtf) for t in tag(text, published=pair[0].published)]
        wanted = [(phrase.surface, phrase.type, phrase.timex, phrase.edtf) for phrase in pair]
        if found != wanted:
            wrong.append((pair[0], found))
    assert len(made) + 2 * len(pairs) > 10_000
    assert not wrong, f"{len(wrong)} wrong, for example {wrong[:3]}"


@given(
    st.text(alphabet="0123456789.:-/, amvorundseitMontagJuliUhrJahre\n", max_size=200),
    st.sampled_from([None, "2024", "2024-02", "2024-02-29", "9999-12-31", "0001-01-01", "junk"]),
)
def test_no_text_raises_and_spans_and_values_hold(text: str, published: str | None) -> None:
    last = 0
    for time in tag(text, published=published):
        assert last <= time.start < time.end <= len(text)
        last = time.end
        assert time.why and time.timex
        if time.edtf is not None:
            assert edtf.bounds(time.edtf) != (None, None), time
        if published is None:
            assert time.anchor != "published"


@given(st.sampled_from(["en", "ru", "de-AT", "fr", ""]), st.text(max_size=80))
def test_other_languages_never_raise(language: str, text: str) -> None:
    for time in tag(text, published="2024-05-02", language=language):
        assert text[time.start : time.end].strip()
