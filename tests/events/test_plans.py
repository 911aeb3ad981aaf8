"""Plans and what became of them, across articles and stories, from text to the shown timeline."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from quellenlage.corpus import names
from quellenlage.corpus.events import merge
from quellenlage.corpus.records import MergedEvent, Story
from quellenlage.documents.document import Document
from quellenlage.dossier import build
from quellenlage.dossier.render import html, terminal
from quellenlage.dossier.schema import Dossier
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations

Told = tuple[str, str | None, str]
"""Outlet, publication date and text of an article."""

PLAN: Told = (
    "Hafenblatt",
    "2025-05-03",
    "Falk reist an die Küste\n\nWirtschaftsminister Jonas Falk will am Dienstag die Werft in Norderwyk besuchen. Am "
    "Mittwoch soll der Hafenausschuss über die neue Kaje beraten. Für Donnerstag hat die IG Metall einen Warnstreik "
    "auf der Werft angekündigt.",
)
HELD: Told = (
    "Küstenkurier",
    "2025-05-07",
    "Besuch bei den Schiffbauern\n\nWirtschaftsminister Jonas Falk hat am Dienstag die Werft in Norderwyk besucht. Die "
    "Beratung des Hafenausschusses über die neue Kaje wurde auf den 21. Mai verschoben. Die IG Metall sagte den "
    "Warnstreik auf der Werft ab.",
)
LATER: Told = (
    "Nordecho",
    "2025-05-22",
    "Kaje wird gebaut\n\nDer Hafenausschuss in Norderwyk hat am Mittwoch über die neue Kaje beraten.",
)


def annotated(told: tuple[Told, ...]) -> tuple[Annotations, ...]:
    out = []
    for outlet, published, text in told:
        title = text.partition("\n\n")[0]
        document = Document(f"{outlet}.txt", text, title, len(title), outlet, None, None, published, "de")
        out.append(catalogue.annotate(document))
    return tuple(out)


def merged(*told: Told, apart: bool) -> tuple[tuple[MergedEvent, ...], dict[str, str | None]]:
    """Merge the articles' events, in one story or each article in its own."""
    articles = annotated(told)
    keys = [a.document.key for a in articles]
    groups = [(key,) for key in keys] if apart else [tuple(keys)]
    stories = tuple(Story(f"s{n}", "", group, "") for n, group in enumerate(groups, start=1))
    published = {a.document.key: a.document.published for a in articles}
    return merge(articles, names.unify(articles), stories), published


def courses(*told: Told, apart: bool) -> dict[str, list[tuple[str | None, str, str | None]]]:
    events, published = merged(*told, apart=apart)
    return {
        event.type: [(published[step.key], step.state, step.date) for step in event.history]
        for event in events
        if event.history
    }


@pytest.mark.parametrize("apart", [False, True])
def test_took_place_was_postponed_was_cancelled(apart: bool) -> None:
    events, published = merged(PLAN, HELD, LATER, apart=apart)
    by_state = {tuple(step.state for step in event.history): event for event in events if event.history}
    visit = by_state["planned", "occurred"]
    assert (visit.type, visit.status, visit.date) == ("CONSULT", "occurred", "2025-05-06")
    talks = by_state["planned", "postponed", "occurred"]
    assert [step.date for step in talks.history] == ["2025-05-07", "2025-05-21", "2025-05-21"]
    assert [published[step.key] for step in talks.history] == ["2025-05-03", "2025-05-07", "2025-05-22"]
    assert (talks.status, talks.date) == ("occurred", "2025-05-21")
    strike = by_state["planned", "cancelled"]
    assert (strike.type, strike.status, strike.date) == ("PROTEST", "denied", "2025-05-08")


def test_without_the_last_report_it_stays_postponed() -> None:
    events, _ = merged(PLAN, HELD, apart=True)
    (talks,) = [e for e in events if e.history and e.history[-1].state == "postponed"]
    assert (talks.status, talks.date) == ("planned", "2025-05-21")


def test_the_order_of_the_articles_does_not_matter() -> None:
    assert courses(PLAN, HELD, LATER, apart=True) == courses(LATER, HELD, PLAN, apart=True)


def test_a_report_from_before_the_plan_is_not_its_outcome() -> None:
    early: Told = ("Altes Blatt", "2025-04-30", HELD[2].replace("am Dienstag", "am 29. April"))
    assert "CONSULT" not in courses(PLAN, early, apart=True)


def test_another_day_is_another_visit() -> None:
    other: Told = ("Nordecho", "2025-05-16", HELD[2].split(" Die Beratung")[0].replace("am Dienstag", "am 15. Mai"))
    assert courses(PLAN, other, apart=True) == {}


def test_somebody_else_on_the_same_day_is_another_visit() -> None:
    other: Told = ("Südecho", "2025-05-07", "Zoo\n\nMinisterin Eva Brandt hat am Dienstag den Zoo in Arlberg besucht.")
    assert courses(PLAN, other, apart=True) == {}


def test_what_did_not_take_place() -> None:
    plan: Told = ("A-Blatt", "2025-05-03", "Gespräch\n\nJonas Falk will am Dienstag Eva Brandt in Norderwyk treffen.")
    report: Told = ("B-Blatt", "2025-05-07", "Kein Gespräch\n\nJonas Falk hat Eva Brandt am Dienstag nicht getroffen.")
    assert [state for _, state, _ in courses(plan, report, apart=True)["CONSULT"]] == ["planned", "denied"]


def test_a_plan_that_is_only_repeated_has_no_course() -> None:
    again: Told = ("Nachdruck", "2025-05-04", PLAN[2])
    assert courses(PLAN, again, apart=False) == {}


def dossier() -> Dossier:
    return build.build(annotated((PLAN, HELD, LATER)))


def test_the_dossier_quotes_each_step() -> None:
    made = dossier()
    text = {article.id: article.text for article in made.articles}
    (talks,) = [event for event in made.events if [s.state for s in event.history][1:2] == ["postponed"]]
    words = [text[step.article][step.start : step.end] for step in talks.history]
    assert words[0] == "Am Mittwoch soll der Hafenausschuss über die neue Kaje beraten"
    assert words[1].endswith("wurde auf den 21. Mai verschoben")
    assert [entry.date for entry in made.timeline if entry.event == talks.id] == ["2025-05-21"]


def test_terminal_and_page_show_the_steps_in_the_words_of_each_article() -> None:
    made = dossier()
    out = io.StringIO()
    terminal.render(made, Console(file=out, width=300), language="de")
    shown = " ".join(out.getvalue().split())
    wanted = (
        "→ geplant: 7. Mai 2025 (Hafenblatt, 3. Mai 2025) „Am Mittwoch soll",
        "→ verschoben: 21. Mai 2025 (Küstenkurier, 7. Mai 2025) „Die Beratung",
        "→ abgesagt (Küstenkurier, 7. Mai 2025) „Die IG Metall sagte",
        "→ stattgefunden: 6. Mai 2025 (Küstenkurier, 7. Mai 2025) „Wirtschaftsminister",
    )
    places = [shown.find(part) for part in wanted]
    assert -1 not in places
    page = html.render(made, language="en")
    assert "<b>postponed: 21 May 2025</b>" in page
    assert "<b>cancelled</b>" in page


def test_steps_of_another_story_are_not_shown_alone() -> None:
    made = dossier()
    alone = made.model_copy(update={"articles": made.articles[:1]})
    assert 'class="course"' not in html.render(alone, language="en")


def test_the_timeline_has_each_clause_once_and_names_the_claims() -> None:
    text = "Unfall\n\nBei einem Busunfall in Ahlen sind am Montag zwei Menschen verletzt worden."
    made = build.build(annotated((("Blatt", "2025-05-14", text),)))
    assert {event.date for event in made.events} == {"2025-05-12"}
    assert len(made.events) == 2
    assert len(made.timeline) == 1
    out = io.StringIO()
    terminal.render(made, Console(file=out, width=300), language="de")
    line = next(line for line in out.getvalue().splitlines() if line.startswith("12. Mai 2025"))
    assert "c1" in line
