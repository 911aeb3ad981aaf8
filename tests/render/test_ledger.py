"""The CSV ledger: one row a mention, stable columns, no formulas."""

from __future__ import annotations

import csv
import io

import pytest
import sample

from quellenlage.dossier.export import ledger
from quellenlage.dossier.schema import Dossier


def rows(dossier: Dossier) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ledger.csv_text(dossier), newline="")))


def test_columns_keep_their_order(dossier: Dossier) -> None:
    header = ledger.csv_text(dossier).split("\r\n", 1)[0]
    assert header == (
        "claim,verdict,differs_in,articles,independent_sources,story,text,article,outlet,published,title,copy_of,origin,"
        "stance,value,words,start,end,speaker,via,certainty,url,path,told_as,drift"
    )
    assert all(f"{column}" in (ledger.__doc__ or "") for column in ledger.COLUMNS)


def test_one_row_for_each_mention_disputed_first(dossier: Dossier) -> None:
    found = rows(dossier)
    assert len(found) == sum(len(claim.mentions) for claim in dossier.claims)
    assert [row["verdict"] for row in found[:9]] == ["disputed"] * 9
    for row in found:
        assert sample.text_of(row["article"])[int(row["start"]) : int(row["end"])] == row["words"]
    hedged = next(row for row in found if row["claim"] == "c6")
    assert (hedged["speaker"], hedged["via"], hedged["certainty"], hedged["origin"]) == (
        "Polizei",
        "einen Wachmann",
        "hedged",
        "1",
    )


@pytest.mark.parametrize(
    "evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=cmd|' /C calc'!A0"]
)
def test_no_cell_is_a_formula(evil: str) -> None:
    data = sample.data()
    data["articles"][0] |= {"outlet": evil, "title": evil, "path": evil, "url": evil}
    data["claims"][0]["text"] = evil
    data["claims"][0]["mentions"][0]["value"] = evil
    data["entities"][1]["name"] = evil
    for row in rows(Dossier.model_validate(data)):
        for key in ("outlet", "title", "path", "url", "text", "value", "speaker"):
            assert not row[key].lstrip().startswith(("=", "+", "-", "@"))
            assert not row[key].startswith(("\t", "\r", "\n"))


def test_plain_cells_stay_as_they_are() -> None:
    assert ledger.cell("17 Verletzte, „so“ = viele") == "17 Verletzte, „so“ = viele"
    assert ledger.cell(None) == ""
