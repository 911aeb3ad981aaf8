# ruff: noqa: E501 -- one example a line reads better
import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from statement_reading import annotated, read

from quellenlage.layers import statements
from quellenlage.layers.annotations import Annotations

TEXT = (
    "Der Kran sei alt, sagte Werftchefin Ida Moll dem Sender „Nord 1“. „Wir hatten gewarnt“, so Moll. Laut Polizei war der "
    "Wind schuld. Demnach soll ein Seil gerissen sein. Die Gewerkschaft forderte neue Prüfungen und warnte vor Eile.\n"
)


def test_spans_lie_in_the_text() -> None:
    for language in ("de", "en", "ru"):
        made = statements.annotate(annotated(TEXT, language=language))
        for statement in made.statements:
            for span in (
                *statement.content,
                *statement.speaker_spans,
                *statement.cue,
                *statement.frame,
                *statement.addressee,
            ):
                assert 0 <= span.start < span.end <= len(TEXT)


def test_order_and_repeatability() -> None:
    first, second = read(TEXT), read(TEXT)
    assert first == second
    assert [s.content[0].start for s in first] == sorted(s.content[0].start for s in first)


def test_empty_document() -> None:
    assert read("") == ()
    assert statements.annotate(replace(annotated(TEXT), sentences=())).statements == ()


def test_layer_declares_its_needs() -> None:
    assert statements.LAYER.assigns == {"statements", "inner_statements"}
    assert {"sentences", "referents", "mentions"} <= statements.LAYER.requires


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(["sagte", "„", "“", "er", "sei", ",", ".", "dass", "so", "Polizei", "laut", "die", "und", "soll", "haben",
                                 "wie", ":", "nach", "Angaben", "es", "heißt", "(", ")", "zufolge", "said", "что", "»", "«"]), max_size=40))  # fmt: skip
def test_never_fails(words: list[str]) -> None:
    text = " ".join(words)
    for language in ("de", "en", "ru"):
        made: Annotations = statements.annotate(annotated(text, language=language))
        assert all(s.content for s in made.statements)


def test_linear_time() -> None:
    def took(text: str, language: str) -> float:
        """Return the least seconds of three: the collector's pauses grow with the tests before this one."""
        made = annotated(text, language=language)
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            statements.annotate(made)
            best = min(best, time.process_time() - start)
        return best

    for unit in (
        TEXT,
        "„Er sagte. ",
        "sagte, ",
        "laut der ",
        "wie es hieß, dass ",
        "(und ",
        "said that ",
        "сказал, что ",
    ):
        for language in ("de", "en", "ru"):
            took(unit * 20, language)
            short, long = took(unit * 200, language), took(unit * 1000, language)
            assert long < 15 * max(short, 0.02), (unit, language)
