from __future__ import annotations

from test_event_layer import annotate, only

from quellenlage.layers.annotations import Statement
from quellenlage.layers.span import Span


def test_an_unknown_verb_with_a_day_of_its_own_tells_an_event() -> None:
    event = only("Am 3. Mai legte die neue Fähre in Travemünde erstmals ab.")
    assert (event.type, event.date, event.status) == ("OTHER", "2025-05-03", "occurred")


def test_what_is_to_happen_on_a_day_is_planned() -> None:
    event = only("Am 3. Juni soll die neue Fähre in Travemünde erstmals ablegen.")
    assert (event.type, event.date, event.status) == ("OTHER", "2025-06-03", "planned")


def test_states_and_thoughts_with_a_day_are_no_events() -> None:
    assert annotate("Am 3. Mai lag die neue Fähre noch im Hafen von Travemünde.") == ()
    assert annotate("Am 3. Mai wusste der Reeder von nichts.") == ()
    assert annotate("Am 3. Mai konnte der Reeder das Schiff erst umtaufen.") == ()


def test_no_event_without_a_day_but_what_was_done() -> None:
    assert annotate("Die neue Fähre legte in Travemünde ab.") == ()
    assert only("Der Wortführer wurde aus dem Saal hinausgebracht.").type == "OTHER"


def test_what_somebody_named_did_without_a_day_has_no_date_of_the_article() -> None:
    text = "Am Montag brannte die Halle. Bernd Uhl verpachtete das Grundstück."
    events = annotate(text, referents=(("Bernd Uhl", "person"),))
    assert [(event.concept, event.date) for event in events] == [("fire", "2025-05-12"), ("verpachten", None)]


def test_announcing_on_a_day_is_an_event_and_saying_is_none() -> None:
    for cue, count in (("gab", 1), ("sagte", 0)):
        text = f"Der Reeder {cue} am 3. Mai" + (" bekannt" if cue == "gab" else "") + ", dass die Fähre später fährt."
        start = text.index("dass")
        said = Statement(
            content=(Span(start, len(text) - 1),),
            type="indirect",
            speaker=None,
            speaker_spans=(),
            cue=(Span(text.index(cue), text.index(cue) + len(cue)),),
            frame=(Span(0, start - 2),),
            addressee=(),
            via=(),
            certainty="reported",
            confidence=1.0,
            reason="",
        )
        assert len(annotate(text, statements=(said,))) == count


def test_english_verbs_the_lexicon_does_not_know() -> None:
    event = only("The old lighthouse was repainted on 3 May 2025.", language="en")
    assert (event.type, event.date, event.status) == ("OTHER", "2025-05-03", "occurred")
    assert only("The ferry will berth in Harwich on 3 June 2025.", language="en").status == "planned"


def test_a_month_is_no_march() -> None:
    assert all(e.type != "PROTEST" for e in annotate("The board has until 2 March 2025 to reply.", language="en"))


def test_strong_verbs_are_found_in_their_past() -> None:
    assert only("Die Regierung verlor die Abstimmung.").type == "OTHER"
    assert only("Die Bande beging den Mord, sie verübte am Montag einen Anschlag.").type == "ASSAULT"
    assert only("Drei Arbeiter erlitten schwere Verletzungen.").type == "OTHER"
    assert only("Die Gewerkschaft focht den Entscheid an.").type == "ACCUSE"


def test_an_adjective_before_its_noun_is_no_verb() -> None:
    event = only(
        "Vorgestern unterzeichneten Jana Perl und Timo Ost den Vertrag über die 90 Kilometer lange Strecke.",
        referents=(("Jana Perl", "person"), ("Timo Ost", "person")),
    )
    assert {p.referent for p in event.participants} == {0, 1}


def test_a_perfect_infinitive_before_an_infinitive_clause_is_hearsay() -> None:
    event = only("Der Verband soll dem Trainer gedroht haben, Gelder bis zum Herbst zu streichen.")
    assert (event.type, event.status) == ("THREATEN", "alleged")


def test_russian_verbs_the_lexicon_does_not_know() -> None:
    event = only("Паром причалил к острову 3 мая 2025 года.", language="ru")
    assert (event.type, event.date) == ("OTHER", "2025-05-03")
    assert annotate("Паром стоял у острова 3 мая 2025 года.", language="ru") == ()


def test_announced_and_registered_is_to_come() -> None:
    event = only("Die Bürgerinitiative kündigte für Freitag eine Mahnwache an.")
    assert (event.type, event.status, event.date) == ("PROTEST", "planned", "2025-05-16")
    assert only("Für Samstag ist eine Mahnwache angemeldet.").status == "planned"
    assert only("Die Werft hat am Montag Insolvenz angemeldet.").status == "occurred"


def test_what_the_police_are_cited_for_is_no_frame() -> None:
    text = "Der Patient war nach Angaben der Polizei am Montag aus der Klinik entlassen worden."
    cue = Span(text.index("nach"), text.index("nach") + 4)
    content = (Span(0, cue.start - 1), Span(text.index("am Montag"), len(text) - 1))
    said = Statement(content, "indirect", None, (), (cue,), (), (), (), "reported", 1.0, "")
    assert only(text, statements=(said,)).date == "2025-05-12"


def test_what_would_have_to_be_is_no_event() -> None:
    assert annotate("Das Kartellamt müsste den Verkauf genehmigen.") == ()
    assert only("Das Kartellamt müsste den Verkauf bis Juni genehmigen.").status == "planned"


def test_the_russian_past_takes_no_day_to_come() -> None:
    text = "В пятницу министр вылетит в Баку. Ранее Франция выделила 5 млн евро."
    events = {event.type: (event.date, event.status) for event in annotate(text, language="ru")}
    assert events == {"CONSULT": ("2025-05-16", "planned"), "AID": (None, "occurred")}
