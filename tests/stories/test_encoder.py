"""The sentence encoder: what its vectors tell, that they depend on nothing but the text, and what damage it notices."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from quellenlage.corpus.encoder import MAX_PIECES, Encoder, encoder
from quellenlage.errors import ResourceError

RESOURCES = Path(str(files("quellenlage.corpus"))) / "resources"
MODEL = Path(str(files("quellenlage.layers"))) / "resources" / "model"
ENCODER = ("encoder.npz", "encoder.onnx", "encoder-pieces.txt", "encoder-means.npz")
MOST_BYTES = 60_000_000
"""Bound of all model files together that an installation may bring."""

TEXTS = [
    "Der Damm hielt.",
    "Wegen des Hochwassers bleibt die Brücke über die Rott bis Sonntag gesperrt.",
    "The bridge across the Rott stays closed until Sunday because of the flood.",
    "Мост через реку закрыт до воскресенья из-за паводка.",
    "Die Bäckerinnung wählt einen neuen Obermeister.",
    "Zwei Züge fallen aus.",
    "",
]
LANGUAGES = ["de", "de", "en", "ru", "de", "de", "de"]


def test_a_vector_does_not_depend_on_the_texts_beside_it() -> None:
    together = encoder().encode(TEXTS, LANGUAGES)
    alone = [encoder().encode([text], [language])[0] for text, language in zip(TEXTS, LANGUAGES, strict=True)]
    backwards = encoder().encode(TEXTS[::-1], LANGUAGES[::-1])[::-1]
    assert np.array_equal(together, np.array(alone))
    assert np.array_equal(together, backwards)
    assert np.array_equal(encoder().encode(TEXTS * 40, LANGUAGES * 40)[-len(TEXTS) :], together)


def test_the_same_news_is_near_in_another_language_and_other_news_is_not() -> None:
    vectors = encoder().encode(TEXTS, LANGUAGES)
    alike = vectors @ vectors.T
    assert min(alike[1, 2], alike[1, 3], alike[2, 3]) > 0.5
    assert max(alike[1, 4], alike[2, 4], alike[3, 4]) < 0.25


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    text = " ".join(TEXTS[:5])
    short, longer = encoder().pieces(text), encoder().pieces(text, longest=60)
    assert len(short) == MAX_PIECES < len(longer) == 60
    assert short[:-1] == longer[: MAX_PIECES - 1] and short[-1] == longer[-1]
    more = encoder().encode([text, text + " Danach fuhr niemand mehr."], ["de", "de"])
    assert np.array_equal(more[0], more[1])
    assert not np.array_equal(more[0], encoder().encode([text], ["de"], longest=60)[0])


def test_no_texts_make_no_vectors() -> None:
    assert encoder().encode([], []).shape == (0, 384)


@pytest.mark.parametrize("damaged", ENCODER)
def test_a_damaged_file_is_a_resource_error(tmp_path: Path, damaged: str) -> None:
    for name in ENCODER:
        shutil.copyfile(RESOURCES / name, tmp_path / name)
    whole = (tmp_path / damaged).read_bytes()
    (tmp_path / damaged).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ResourceError, match="sentence encoder"):
        Encoder(tmp_path)
    (tmp_path / damaged).unlink()
    with pytest.raises(ResourceError, match="sentence encoder"):
        Encoder(tmp_path)


def test_all_models_together_stay_within_their_bound() -> None:
    sizes = [(RESOURCES / name).stat().st_size for name in ENCODER]
    assert sum(sizes) + sum(path.stat().st_size for path in MODEL.iterdir()) <= MOST_BYTES
