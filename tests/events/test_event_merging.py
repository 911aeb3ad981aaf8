"""Tellings of one event in other words, other languages and with other dates."""

from __future__ import annotations

from test_plans import Told, merged


def test_the_exact_day_wins_over_the_month_that_more_articles_give() -> None:
    told: tuple[Told, ...] = (
        (
            "A",
            "2025-06-20",
            "Pakt\n\nOstrien und Westrien haben im Mai 2025 einen Vertrag über die Fähre unterzeichnet.",
        ),
        (
            "B",
            "2025-06-20",
            "Pakt\n\nIm Mai 2025 haben Ostrien und Westrien einen Vertrag über die Fähre unterzeichnet.",
        ),
        ("C", "2025-06-20", "Pakt\n\nDer Vertrag über die Fähre wurde am 7. Mai 2025 unterzeichnet."),
    )
    events, _ = merged(*told, apart=False)
    assert [(event.date, len(event.tellings)) for event in events if event.type == "AGREE"] == [("2025-05-07", 3)]


def test_one_kind_on_one_day_is_one_event_in_other_words() -> None:
    told: tuple[Told, ...] = (
        ("A", "2025-05-08", "Votum\n\nIn Norderwyk haben am 7. Mai 2025 genau 53 Abgeordnete gegen den Plan gestimmt."),
        ("B", "2025-05-08", "Votum\n\nÜber die Kaje hat das Haus am 7. Mai 2025 kurz vor Mitternacht abgestimmt."),
    )
    events, _ = merged(*told, apart=False)
    assert [len(event.tellings) for event in events if event.type == "OTHER"] == [2]


def test_a_signed_treaty_is_what_was_agreed_that_day() -> None:
    told: tuple[Told, ...] = (
        ("A", "2025-05-08", "Pakt\n\nOstrien und Westrien haben sich am 7. Mai 2025 auf eine neue Grenze geeinigt."),
        ("B", "2025-05-08", "Pakt\n\nDas Papier über die neue Grenze wurde am 7. Mai 2025 im Schloss unterzeichnet."),
    )
    events, _ = merged(*told, apart=False)
    assert [len(event.tellings) for event in events if event.type == "AGREE"] == [2]
