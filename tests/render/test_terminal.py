"""What the terminal shows: order, words, widths, cuts, and nothing that articles could steer."""

from __future__ import annotations

import io
import re

import pytest
import sample
from rich.cells import cell_len
from rich.console import Console

from quellenlage.dossier.render import compare, terminal
from quellenlage.dossier.render.words import Language
from quellenlage.dossier.schema import Dossier
from quellenlage.errors import InputError


def shown(dossier: Dossier, *, width: int = 80, color: bool = False, **options: object) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=color, color_system="truecolor" if color else None)
    terminal.render(dossier, console, **options)  # type: ignore[arg-type]
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


def test_summary_and_disputed_claims_come_first(dossier: Dossier) -> None:
    text = shown(dossier)
    assert text.splitlines()[0] == "Dossier  7 articles · 2 stories · 6 origins · 1 copy · 2 problems"
    assert text.splitlines()[1] == "Claims  3 disputed  2 corroborated  1 copied  3 single source"
    heads = ["Claims (9)", "Disputed (3)", "Corroborated (2)", "Copied (1)", "Single source (3)"]
    heads += ["Timeline (5)", "Actors (8)", "Statements (10)", "Articles (7)", "Problems (2)"]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_values_stand_side_by_side_with_the_exact_words(dossier: Dossier) -> None:
    text = flat(shown(dossier))
    claim = text[text.index("c1 “zwölf") : text.index("c2 “Den Schaden")]
    assert "differs in: number · 4 articles, 3 origins" in claim
    assert "[1] NDA report in Hafenbote Norderwyk, Nordblatt (a2)" in claim
    assert (
        "17 “Die Zahl der Verletzten ist auf 17 gestiegen” [3] Küstenfunk (14 May 2025) · attributed: Tjark Onken"
        in claim
    )
    assert (
        claim.count("zwölf Menschen verletzt worden") == 2
    )  # the claim itself, and once for both that share the words


def test_every_mention_of_every_claim_is_quoted(dossier: Dossier) -> None:
    text = flat(shown(dossier, width=400))
    for claim in dossier.claims:
        for mention in claim.mentions:
            words = sample.text_of(mention.article)[mention.start : mention.end]
            assert words.casefold() in text.casefold()


@pytest.mark.parametrize("width", [30, 50, 66, 80, 120, 200])
@pytest.mark.parametrize("language", ["en", "de"])
def test_no_line_is_wider_than_the_terminal(dossier: Dossier, width: int, language: Language) -> None:
    assert max(cell_len(line) for line in shown(dossier, width=width, language=language).splitlines()) <= width


def test_colour_adds_nothing_but_colour(dossier: Dossier) -> None:
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", shown(dossier, color=True))
    assert coloured == shown(dossier)


def test_german_has_german_words_and_the_same_quotes(dossier: Dossier) -> None:
    text = flat(shown(dossier, language="de"))
    assert "3 strittig 2 bestätigt 1 abgeschrieben 3 nur eine Quelle" in text
    assert "Unterschied: Zahl · 4 Artikel, 3 Ursprünge" in text
    assert "„zwölf Menschen verletzt worden“" in text


def test_claims_stand_under_their_stories(dossier: Dossier) -> None:
    text = shown(dossier)
    corroborated = text[text.index("Corroborated (2)") : text.index("Copied (1)")]
    places = [corroborated.index(word) for word in ("s1 “Brand im", "c5 “", "s2 “Stadtrat", "c9 “")]
    assert places == sorted(places)


def test_event_types_are_words(dossier: Dossier) -> None:
    text = flat(shown(dossier))
    assert "“für den Radweg gestimmt” occurred · agreement · Ilse Harms · Norderwyk · 2 articles · s2" in text
    assert "OTHER" not in text


def test_one_story_alone(dossier: Dossier) -> None:
    text = shown(dossier, story="s2")
    assert "Claims (1)" in text
    assert "Kornspeicher" not in text


def test_long_lists_are_cut_and_say_so(dossier: Dossier) -> None:
    claim = dossier.claims[6]
    many = tuple(claim.model_copy(update={"id": f"c{n}"}) for n in range(100, 140))
    long = dossier.model_copy(update={"claims": (*dossier.claims, *many)})
    assert "… and 31 more (see --format html or --all)" in shown(long)
    again = tuple(c.model_copy(update={"id": f"{c.id}b", "story": "s2"}) for c in many)
    both = shown(dossier.model_copy(update={"claims": (*dossier.claims, *many, *again)}))
    assert "… and 37 more (see --story s1 --all)" in both
    assert "… and 34 more (see --story s2 --all)" in both
    whole = shown(long, everything=True)
    assert "more (see" not in whole
    assert "c139" in whole


def test_a_cut_timeline_keeps_what_most_articles_tell_in_order_of_time(dossier: Dossier) -> None:
    entry = dossier.timeline[3]
    alone = tuple(entry.model_copy(update={"date": f"2024-01-{n:02}"}) for n in range(1, 25))
    text = shown(dossier.model_copy(update={"timeline": (*alone, *dossier.timeline)}))
    part = text[text.index("Timeline (29)") : text.index("Actors")]
    places = [part.index(date) for date in ("1 January 2024", "from 2019", "12 May 2025", "2 June 2025")]
    assert places == sorted(places)
    assert "20 January 2024" not in part
    assert "… and 9 more" in part


def test_an_empty_dossier_says_so() -> None:
    parts = ("articles", "entities", "statements", "times", "events", "claims", "stories", "timeline", "problems")
    empty = Dossier.model_validate(dict.fromkeys(parts, ()))
    assert "No claims found." in shown(empty)


def test_articles_cannot_steer_the_terminal(dossier: Dossier) -> None:
    evil = "\x1b[2J\x1b]0;x\x07[red]rot[/red] \u202egnp\x9b31m :fire:"
    data = sample.data()
    data["articles"][0] |= {"outlet": evil, "title": evil, "path": evil, "author": evil}
    data["entities"][1] |= {"name": evil, "aliases": (evil,)}
    data["claims"][0] |= {"text": evil, "why": evil}
    data["claims"][0]["mentions"][0]["value"] = evil
    data["events"][0]["label"] = evil
    data["stories"][0]["label"] = evil
    data["problems"][0] |= {"path": evil, "message": evil}
    text = shown(Dossier.model_validate(data), everything=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "[red]rot[/red]" in flat(text)
    assert ":fire:" in text


def compared(dossier: Dossier, first: str, second: str, *, width: int = 100) -> str:
    out = io.StringIO()
    compare.render(dossier, first, second, Console(file=out, width=width))
    return out.getvalue()


def test_two_articles_differ_agree_and_stand_alone(dossier: Dossier) -> None:
    found = compare.compare(dossier, "a1", "a3")
    assert [[c.id for c in group] for group in (found.differ, found.both, found.first, found.second)] == [
        ["c1", "c2", "c3"], ["c5"], ["c4"], ["c6"],
    ]  # fmt: skip


def test_two_that_share_the_value_of_a_disputed_claim_do_not_differ(dossier: Dossier) -> None:
    found = compare.compare(dossier, "a1", "a4")
    assert [c.id for c in found.differ] == []
    assert [c.id for c in found.both] == ["c1"]


def test_an_article_that_gives_a_second_value_differs_and_shows_both(dossier: Dossier) -> None:
    claim = dossier.claims[0]
    seventeen = next(m for m in claim.mentions if m.value == "17")
    shifted = seventeen.model_copy(update={"article": "a4"})
    changed = claim.model_copy(update={"mentions": (*claim.mentions, shifted)})
    both = dossier.model_copy(update={"claims": (changed, *dossier.claims[1:])})
    assert [c.id for c in compare.compare(both, "a1", "a4").differ] == ["c1"]
    row = flat(compared(both, "a1", "a4"))
    assert row.index("They differ (1)") < row.index(" 17 ") < row.index("In both")


def test_articles_are_found_by_any_name(dossier: Dossier) -> None:
    for name in ("a5", "eingang/notiz 5.txt", "notiz 5.txt", "notiz 5"):
        assert compare.find_article(dossier, name).id == "a5"
    assert compare.find_article(dossier, "küstenfunk").id == "a3"
    with pytest.raises(InputError, match="a2, a6"):
        compare.find_article(dossier, "Nordblatt")
    with pytest.raises(InputError, match="nowhere"):
        compare.find_article(dossier, "nowhere")
    with pytest.raises(InputError, match="same article"):
        compared(dossier, "a1", "presse/a1.txt")


def test_the_comparison_shows_both_values_in_one_row(dossier: Dossier) -> None:
    text = compared(dossier, "a1", "a3")
    assert re.search(r"c1 +zwölf +17", text)
    assert "Only in Küstenfunk (1)" in text
