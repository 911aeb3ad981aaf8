from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.claims.omissions import omissions
from quellenlage.corpus.records import Claim, ClaimMention, Story
from quellenlage.layers.span import Span

Make = Callable[..., tuple[tuple[Claim, ...], tuple[object, ...]]]


def about(claims: tuple[Claim, ...], word: str) -> Claim:
    found = [claim for claim in claims if word in claim.text]
    assert found, [claim.text for claim in claims]
    return max(found, key=lambda claim: len(claim.mentions))


def test_two_papers_that_agree_corroborate(ledger: Make) -> None:
    claims, _ = ledger(
        "Am Dienstag ist auf der Elbe bei Wittenberge eine Fähre gesunken.",
        "Eine Fähre ist am Dienstag bei Wittenberge in der Elbe gesunken.",
    )
    claim = about(claims, "Fähre")
    assert claim.verdict == "corroborated"
    assert len(claim.origins) == 2
    assert "fähre" in claim.why


def test_numbers_that_exclude_each_other_are_a_dispute(ledger: Make) -> None:
    claims, _ = ledger(
        "Bei dem Brand in der Lagerhalle wurden zwölf Menschen verletzt.",
        "Bei dem Brand in der Lagerhalle wurden 19 Menschen verletzt.",
    )
    claim = about(claims, "verletzt")
    assert (claim.verdict, claim.differs_in) == ("disputed", "number")
    assert {mention.value for mention in claim.mentions} >= {"zwölf", "19"}


@pytest.mark.parametrize(
    ("first", "second"),
    [("mindestens 30", "35"), ("rund 2000", "1950"), ("zwölf", "12"), ("mehr als 100", "140")],
)
def test_compatible_numbers_are_no_dispute(ledger: Make, first: str, second: str) -> None:
    claims, _ = ledger(
        f"Bei dem Brand in der Lagerhalle wurden {first} Menschen verletzt.",
        f"Bei dem Brand in der Lagerhalle wurden {second} Menschen verletzt.",
    )
    assert all(claim.verdict != "disputed" for claim in claims)


def test_a_later_higher_toll_is_an_update_and_an_earlier_one_is_not(ledger: Make) -> None:
    texts = (
        "Bei dem Brand in der Lagerhalle wurden zwölf Menschen verletzt.",
        "Bei dem Brand in der Lagerhalle wurden inzwischen 19 Menschen verletzt.",
    )
    later, _ = ledger(*texts, published=("2025-05-14", "2025-05-15"))
    assert all(claim.verdict != "disputed" for claim in later)
    earlier, _ = ledger(*texts, published=("2025-05-15", "2025-05-14"))
    assert about(earlier, "verletzt").differs_in == "number"


def test_a_denial_is_a_side(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Fabrik in Torgau wird geschlossen, sagte Bürgermeister Karl Thal.",
        "Die Fabrik in Torgau wird nicht geschlossen, sagte Direktorin Anna Berg.",
    )
    claim = about(claims, "Fabrik")
    assert (claim.verdict, claim.differs_in) == ("disputed", "polarity")
    assert {mention.stance for mention in claim.mentions} == {"attributes", "denies"}
    assert "nicht" not in claim.text


def test_a_denied_dass_clause(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Minister habe Geld angenommen, sagte die Abgeordnete Ina Wolf.",
        "Der Sprecher Uwe Mann bestritt, dass der Minister Geld angenommen habe.",
    )
    assert about(claims, "Geld").differs_in == "polarity"


def test_a_denied_infinitive(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Minister hat Geld von der Firma angenommen, sagte die Abgeordnete Ina Wolf.",
        "Der Minister bestritt, Geld von der Firma angenommen zu haben.",
    )
    assert about(claims, "Geld").differs_in == "polarity"


def test_the_other_side_gives_another_figure_in_the_same_article(ledger: Make) -> None:
    claims, _ = ledger("Nach Angaben der Gewerkschaft kamen 900 Menschen. Die Polizei sprach von 600 Teilnehmern.")
    assert [(c.verdict, c.differs_in) for c in claims if len(c.mentions) == 2] == [("disputed", "number")]


def test_two_cities_exclude_each_other(ledger: Make) -> None:
    claims, _ = ledger(
        "Der neue Konzern hat seinen Sitz in Bremen, sagte Vorstand Karl Thal.",
        "Der neue Konzern hat seinen Sitz in Leipzig, sagte Vorständin Anna Berg.",
    )
    assert about(claims, "Sitz").differs_in == "place"


def test_copies_are_one_origin(ledger: Make) -> None:
    body = (
        "Hafen gesperrt\n\nStralsund (dpa) - Nach einem Ölunfall ist der Hafen am Mittwoch gesperrt worden. "
        "Rund 40 Liter Hydrauliköl liefen ins Wasser. Die Feuerwehr legte zwei Sperren aus. "
        "Der Hafenmeister rechnet damit, dass die Arbeiten bis zum Abend dauern. Die Wasserschutzpolizei ermittelt."
    )
    claims, _ = ledger(body, body.replace("Hafen gesperrt\n\n", "Öl im Hafen\n\n"))
    claim = about(claims, "Liter")
    assert claim.verdict == "copied"
    assert len(claim.origins) == 1
    assert len({mention.article for mention in claim.mentions}) == 2


def test_different_claims_stay_apart(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Brücke wurde am Montag gesperrt. Das Museum bekommt einen neuen Leiter.",
        "Das Schwimmbad bleibt im Sommer offen. Die Wahl findet im Herbst statt.",
    )
    assert all(len(claim.mentions) == 1 for claim in claims)


def test_the_same_claim_in_another_language(ledger: Make) -> None:
    german, _ = ledger("Die beiden Länder haben am Montag in Wien ein Handelsabkommen unterzeichnet.")
    both, _ = ledger(
        "Die beiden Länder haben am Montag in Wien ein Handelsabkommen unterzeichnet.",
        "Im Mai unterzeichneten die beiden Länder das Handelsabkommen in Wien.",
    )
    assert len(german) == 1
    assert about(both, "Handelsabkommen").verdict == "corroborated"


def test_every_mention_lies_in_its_article_and_ids_count_up(ledger: Make) -> None:
    claims, annotated = ledger(
        "Der Rat hat am Montag den Haushalt beschlossen, sagte Anna Berg. Das Bad wird geschlossen.",
        "Am Montag beschloss der Rat den Haushalt; 20 Stellen fallen weg.",
    )
    texts = {a.document.key: a.document.text for a in annotated}  # type: ignore[attr-defined]
    assert [claim.id for claim in claims] == [f"c{n}" for n in range(1, len(claims) + 1)]
    for claim in claims:
        assert claim.mentions
        for mention in claim.mentions:
            assert 0 <= mention.span.start < mention.span.end <= len(texts[mention.article])
        assert claim.text in {" ".join(m.span.of(texts[m.article]).split()) for m in claim.mentions}


def test_headings_and_questions_assert_nothing(ledger: Make) -> None:
    claims, _ = ledger("Streit um das Bad\n\nWie viele Bäder braucht die Stadt?")
    assert claims == ()


def test_omissions() -> None:
    def claim(name: str, *articles: str, value: str | None = None) -> Claim:
        mentions = tuple(ClaimMention(key, Span(0, 1), "asserts", value) for key in articles)
        return Claim(name, "", mentions, (), "corroborated", None, "", "s1")

    found = omissions(
        [claim("c1", "a", "b"), claim("c2", "c", value="20"), claim("c3", "a"), claim("c4", "a", "b", "c")],
        [Story("s1", "", ("a", "b", "c"), ""), Story("s2", "", ("z",), "")],
    )
    assert found["c"] == (("c1",), ("c2",))
    assert found["a"] == ((), ())
    assert found["z"] == ((), ())
