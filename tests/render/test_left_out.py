"""An article leaves out only what could have been known when it was published."""

from __future__ import annotations

from pathlib import Path

from quellenlage.dossier import build
from quellenlage.engine import local
from quellenlage.layers.annotations import Annotations
from quellenlage.sources import read

COMMON = (
    "Die Fußgängerbrücke in Rantum ist am Montag auf einer Länge von 40 Metern eingestürzt. "
    "Verletzt wurde niemand, wie Ordnungsamtsleiterin Hilke Thomsen sagte. Die Brücke war im Jahr 1974 gebaut worden."
)
NEWS = "Ein Gutachter fand am Mittwoch gebrochene Spannseile."
PAPERS = {
    "a": ("Tagespost", "2025-07-01", COMMON),
    "b": ("Inselbote", "2025-07-03", f"{COMMON} {NEWS}"),
    "c": ("Küstenruf", "2025-07-03", f"{NEWS} {COMMON} Bürgermeister Ole Petersen will sie abreißen lassen."),
    "d": ("Sylter Woche", "2025-07-04", COMMON),
}


def test_what_only_later_articles_tell_is_not_left_out(tmp_path: Path) -> None:
    for name, (outlet, day, text) in PAPERS.items():
        head = f"Outlet: {outlet}\nPublished: {day}\n\nBrücke in Rantum eingestürzt\n\n"
        (tmp_path / f"{name}.txt").write_text(f"{head}{text}\n", "utf-8")
    found = [a for a in local.process(read([str(tmp_path)]), jobs=1) if isinstance(a, Annotations)]
    dossier = build.build(found)
    (claim,) = (c.id for c in dossier.claims if "Spannseile" in c.text)
    left = {article.outlet: claim in article.leaves_out for article in dossier.articles}
    assert left == {"Tagespost": False, "Inselbote": False, "Küstenruf": False, "Sylter Woche": True}
