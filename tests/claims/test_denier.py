"""Whose word a denial is of which the article tells no words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

TEXT = (
    "Streit um die Schleuse\n\n"
    "Die Schleuse sei seit Mai defekt, sagte der Reeder Jost Ahlers der Zeitung. "
    "Ministerin Nadja Brehm wies das zurück."
)


def test_who_rejects_is_an_origin_of_its_own(ledger: Callable[..., Any]) -> None:
    claims, articles = ledger(TEXT)
    (claim,) = [claim for claim in claims if claim.verdict == "disputed"]
    names = {referent.name: (articles[0].document.key, referent.index) for referent in articles[0].referents}
    assert {"Jost Ahlers", "Nadja Brehm"} <= set(names)
    assert len(claim.origins) == 2
    denial = next(mention for mention in claim.mentions if mention.stance == "denies")
    told = next(mention for mention in claim.mentions if mention.stance != "denies")
    assert set(denial.origins).isdisjoint(told.origins)
    assert not any(articles[0].document.key in claim.origins[place] for place in denial.origins)
