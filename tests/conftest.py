"""Fixtures that several parts share: short articles written for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quellenlage.layers.statements import mode

# ruff: noqa: E501 - an article has one line a paragraph
ARTICLES = {
    "harbour-1.txt": """Outlet: Küstenbote
Published: 2025-09-10
Language: de

Hafen von Lindmar nach Brand gesperrt

Lindmar (dpa) - Nach einem Brand in einem Lagerhaus ist der Hafen von Lindmar am Dienstag gesperrt worden. Sieben Menschen wurden nach Angaben der Feuerwehr verletzt. «Wir haben das Feuer unter Kontrolle», sagte Einsatzleiter Bernd Harmsen. Die Ursache sei noch unklar.
""",
    "harbour-2.txt": """Outlet: Nordspiegel
Published: 2025-09-10
Language: de

Feuer in Lindmar: Hafen dicht

Nach einem Brand in einem Lagerhaus ist der Hafen von Lindmar am Dienstag gesperrt worden. Sieben Menschen wurden nach Angaben der Feuerwehr verletzt. „Wir haben das Feuer unter Kontrolle“, sagte Einsatzleiter Bernd Harmsen. (dpa)

Lesen Sie auch: Die schönsten Häfen der Küste
""",
    "harbour-3.txt": """Outlet: Lindmarer Tageblatt
Published: 2025-09-11
Language: de

Zwölf Verletzte bei Lagerhausbrand

Bei dem Brand im Hafen von Lindmar sind am Dienstag zwölf Menschen verletzt worden, sagte Bürgermeisterin Inga Petersen dieser Zeitung. Sie soll die Reederei schon im Mai gewarnt haben.
""",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder with three short articles on one fire, one of them a copy, one with another number."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def rules_alone() -> Iterator[None]:
    """Read statements by the rules alone, without the model, for one test."""
    before = mode.mode()
    mode.set_mode("rules")
    yield
    mode.set_mode(before)
