"""Claims that a later story tells again, joined across stories."""

from __future__ import annotations

from collections.abc import Callable

from quellenlage.corpus import claims, copies, names, origins
from quellenlage.corpus.claims.omissions import omissions
from quellenlage.corpus.claims.retold import threads
from quellenlage.corpus.records import Claim, Story
from quellenlage.layers.annotations import Annotations

Write = Callable[..., Annotations]

FIRST = (
    "In Nordenham sind am Dienstag 2340 Anwohner vor dem Hochwasser in Sicherheit gebracht worden, sagte Landrätin "
    "Hedda Wübbena. Deichgraf Tamme Eilts warnte vor weiteren Schäden."
)
SECOND = "In Nordenham hat das Hochwasser den Deich beschädigt. Landrätin Hedda Wübbena dankte Deichgraf Tamme Eilts."


def ledger(write: Write, later: str) -> tuple[tuple[Claim, ...], tuple[Story, ...]]:
    annotated = tuple(
        write(f"p{number}", text, published=date)
        for number, (text, date) in enumerate(
            [(FIRST, "2025-03-12"), (SECOND, "2025-03-12"), (later, "2026-06-01")], start=1
        )
    )
    keys = [a.document.key for a in annotated]
    stories = (Story("s1", "", (keys[0], keys[1]), ""), Story("s2", "", (keys[2],), ""))
    unified = names.unify(annotated)
    found = copies.find_copies(annotated)
    return claims.align(annotated, unified, found, stories, origins.trace(annotated, unified, found)), stories


def joined(found: tuple[Claim, ...], stories: tuple[Story, ...]) -> list[Claim]:
    """Return the claims that both stories tell."""
    return [c for c in found if all({m.article for m in c.mentions} & set(story.articles) for story in stories)]


def test_a_later_story_gives_the_same_unusual_number(write: Write) -> None:
    found, stories = ledger(
        write,
        "Landrätin Hedda Wübbena und Deichgraf Tamme Eilts weihten in Nordenham einen neuen Deich ein. "
        "Im März 2025 mussten 2340 Menschen vor dem Wasser fliehen.",
    )
    assert [claim.story for claim in joined(found, stories)] == ["s1"]
    assert omissions(found, stories)  # a claim of two stories is told once and breaks nothing


def test_another_figure_is_only_of_then_where_it_says_so(write: Write) -> None:
    head = "Landrätin Hedda Wübbena und Deichgraf Tamme Eilts weihten in Nordenham einen neuen Deich ein. "
    again, stories = ledger(write, head + "Damals mussten 2710 Menschen vor dem Wasser fliehen.")
    assert [claim.differs_in for claim in joined(again, stories)] == ["number"]
    anew, stories = ledger(write, head + "Am Sonntag mussten 2710 Menschen vor dem Wasser fliehen.")
    assert not joined(anew, stories)


def test_a_clause_of_the_days_of_the_earlier_story_tells_it_again(write: Write) -> None:
    head = "Landrätin Hedda Wübbena und Deichgraf Tamme Eilts weihten in Nordenham einen neuen Deich ein. "
    again, stories = ledger(write, head + "Im März 2025 waren mehr als 2000 Anwohner in Sicherheit gebracht worden.")
    assert [claim.verdict for claim in joined(again, stories)] == ["corroborated"]
    anew, stories = ledger(write, head + "Im Mai 2026 waren mehr als 2000 Anwohner in Sicherheit gebracht worden.")
    assert not joined(anew, stories)


def test_stories_of_other_people_are_not_compared(write: Write) -> None:
    found, stories = ledger(
        write, "In Wesel eröffnete Bürgermeister Jens Tietz ein Bad. Damals mussten 2340 Menschen fliehen."
    )
    assert not joined(found, stories)


def test_threads_keep_every_story_once_and_stay_small(write: Write) -> None:
    annotated = [write(f"p{n}", f"{FIRST} Das war Bericht {n}.") for n in range(10)]
    stories = [Story(f"s{n}", "", (a.document.key,), "") for n, a in enumerate(annotated)]
    made = threads(stories, names.unify(annotated))
    assert [[story.id for story in thread] for thread in made] == [[story.id for story in stories]]
    many = [write(f"q{n}", f"{FIRST} Das war Bericht {n}.") for n in range(14)]
    stories = [Story(f"s{n}", "", (a.document.key,), "") for n, a in enumerate(many)]
    assert all(len(thread) == 1 for thread in threads(stories, names.unify(many)))


def test_a_later_story_tells_a_resignation_in_other_words(write: Write) -> None:
    now = write(
        "p1",
        "Landrätin Hedda Wübbena hat am Mittwoch in Nordenham ihr Amt niedergelegt. Deichgraf Tamme Eilts dankte ihr.",
        published="2025-03-13",
    )
    later = write(
        "p2",
        "Der Deich bei Brake ist fertig. Deichgraf Tamme Eilts lobte die Arbeit. Hedda Wübbena war im März 2025 "
        "zurückgetreten.",
        published="2026-06-01",
    )
    annotated = (now, later)
    stories = (Story("s1", "", (now.document.key,), ""), Story("s2", "", (later.document.key,), ""))
    unified = names.unify(annotated)
    traced = origins.trace(annotated, unified, copies.find_copies(annotated))
    found = claims.align(annotated, unified, (), stories, traced)
    assert any("Amt niedergelegt" in claim.text for claim in joined(found, stories))
