"""What all articles deny reads as a denial, never as the thing denied."""

from __future__ import annotations

from pathlib import Path

from quellenlage.dossier import build
from quellenlage.engine import local
from quellenlage.layers.annotations import Annotations
from quellenlage.sources import read

POLICE = "Hinweise auf Brandstiftung gebe es nicht, sagte Polizeisprecherin Wiebke Tants."
COURT = "Die Staatsanwaltschaft Lüneburg schloss aus, dass es sich um Brandstiftung handelt"


def test_the_words_of_a_claim_that_all_deny_carry_the_denial(tmp_path: Path) -> None:
    burnt = "Die Wassermühle in Elverode ist in der Nacht zum Mittwoch abgebrannt."
    for name, outlet, told in (("a", "Marschblatt", POLICE), ("b", "Geestkurier", f"{COURT}.")):
        head = f"Outlet: {outlet}\nPublished: 2025-06-12\n\nMühle in Elverode abgebrannt\n\n"
        (tmp_path / f"{name}.txt").write_text(f"{head}{burnt} {told}\n", "utf-8")
    found = [a for a in local.process(read([str(tmp_path)]), jobs=1) if isinstance(a, Annotations)]
    (claim,) = (c for c in build.build(found).claims if {m.stance for m in c.mentions} == {"denies"})
    assert claim.verdict == "corroborated"
    assert claim.text == COURT
