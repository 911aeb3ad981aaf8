from __future__ import annotations

import pytest

from quellenlage.layers.annotations import Time
from quellenlage.layers.times.tag import tag

THURSDAY = "2025-07-17"


def only(text: str, published: str | None = THURSDAY, language: str = "de") -> Time:
    found = tag(text, published=published, language=language)
    assert len(found) == 1, [text[t.start : t.end] for t in found]
    return found[0]


def values(text: str, published: str | None = THURSDAY, language: str = "de") -> list[tuple[str, str, str | None]]:
    return [(text[t.start : t.end], t.timex, t.edtf) for t in tag(text, published=published, language=language)]


@pytest.mark.parametrize(
    ("text", "surface", "timex", "edtf"),
    [
        ("Das Dorf wurde in der Nacht zum Mittwoch geräumt.", "Nacht zum Mittwoch", "2025-07-16TNI", "2025-07-16"),
        ("In der Nacht auf Mittwoch fiel Schnee.", "Nacht auf Mittwoch", "2025-07-16TNI", "2025-07-16"),
        (
            "Er kam in der Nacht vom Dienstag auf Mittwoch an.",
            "Nacht vom Dienstag auf Mittwoch",
            "2025-07-16TNI",
            "2025-07-16",
        ),
        ("Das Spiel war am Mitwochabend.", "Mitwochabend", "2025-07-16TEV", "2025-07-16"),
        ("Das war am Diesntag.", "Diesntag", "2025-07-15", "2025-07-15"),
        ("Anfang März 2024 begann der Bau.", "Anfang März 2024", "2024-03", "2024-03"),
        ("Der Bau begann im vergangenen Sommer.", "vergangenen Sommer", "2024-SU", "2024-22"),
        ("Die Arbeiten enden am Jahresende 2026.", "Jahresende 2026", "2026", "2026"),
        ("In den fünfziger Jahren war das üblich.", "den fünfziger Jahren", "195", "195X"),
        ("In den 1990er Jahren war das üblich.", "den 1990er Jahren", "199", "199X"),
        ("Sie gilt für 2024/25.", "2024/25", "2024/2025", "2024/2025"),
        ("Heuer fällt das Fest aus.", "Heuer", "2025", "2025"),
        ("Er wohnt hier seit drei Tagen.", "drei Tagen", "P3D", None),
        ("Das Verfahren dauerte anderthalb Jahre.", "anderthalb Jahre", "P1.5Y", None),
        ("Sie warteten eine halbe Stunde.", "eine halbe Stunde", "PT0.5H", None),
        ("Er saß drei Jahre und vier Monate ein.", "drei Jahre und vier Monate", "P3Y4M", None),
        ("Vor drei Jahren zog er weg.", "drei Jahren", "P3Y", "2022"),
        ("Vor zwei Tagen zog er weg.", "zwei Tagen", "P2D", "2025-07-15"),
        ("Sie liefen jahrelang.", "jahrelang", "PXY", None),
        ("Der Bericht erscheint jedes Jahr.", "jedes Jahr", "P1Y", None),
        ("Der Markt ist jeden Montag.", "jeden Montag", "XXXX-WXX-1", None),
        ("Sie tagt alle vier Jahre.", "alle vier Jahre", "P4Y", None),
        ("Sie tagt montags.", "montags", "XXXX-WXX-1", None),
        ("Er liest täglich.", "täglich", "P1D", None),
        ("Damals war alles anders.", "Damals", "PAST_REF", None),
        ("Künftig kostet es mehr.", "Künftig", "FUTURE_REF", None),
        ("Der Film läuft um 8.30 Uhr.", "8.30 Uhr", "2025-07-17T8:30", "2025-07-17T08:30"),
        ("Der Film läuft um 8 Uhr abends.", "8 Uhr abends", "2025-07-17T20:00", "2025-07-17T20"),
        ("Der Film läuft um halb neun.", "halb neun", "2025-07-17T08:30", "2025-07-17T08:30"),
        ("Ostern 2024 war früh.", "Ostern 2024", "2024-03-31", "2024-03-31"),
        ("Am Karfreitag 2025 war Ruhe.", "Karfreitag 2025", "2025-04-18", "2025-04-18"),
        ("Sie starb neunzehnhundertfünfundvierzig.", "neunzehnhundertfünfundvierzig", "1945", "1945"),
        ("Am FREITAG war Ruhe.", "FREITAG", "2025-07-11", "2025-07-11"),
    ],
)
def test_german(text: str, surface: str, timex: str, edtf: str | None) -> None:
    assert (surface, timex, edtf) in values(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Mai GmbH lieferte.",
        "2000 Tote wurden gezählt.",
        "Die Stadt hat 1900 Einwohner.",
        "Sie zahlten rund 2000 Euro.",
        "Postfach 2142",
        "Er ist 18 Jahre alt.",
        "Die Montage dauert.",
        "Susan Sontag schrieb.",
        "Der Bundestag und der Landtag berieten.",
        "Der Morgen graut nicht.",
        "Das Heft kostet zwischen 1450 und 1850 Mark.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert [v for v in values(text) if v[1] != "P"] == []


def test_direction_by_tense_and_cue() -> None:
    assert only("Der Rat tagte am Montag.").edtf == "2025-07-14"
    assert only("Am Montag soll der Rat tagen.").edtf == "2025-07-21"
    assert only("Im März trat er zurück.").edtf == "2025-03"
    assert only("Im März wird gewählt.").edtf == "2026-03"
    assert only("Das Gutachten aus dem Oktober ist geheim.").edtf == "2024-10"
    assert only("Die Strecke bleibt bis Sonntag gesperrt.").edtf == "2025-07-20"


def test_a_publication_date_known_to_the_month_gives_a_day_of_that_month() -> None:
    found = only("Er kam am Donnerstag an.", "2023-11")
    assert (found.timex, found.edtf, found.anchor) == ("2023-11-XX", "2023-11-XX", "published")
    assert "2023-11" in found.why


def test_an_unknown_publication_date_gives_no_day() -> None:
    for text, timex in (
        ("Er kam am Donnerstag an.", "XXXX-WXX-4"),
        ("Er kam gestern an.", "XXXX-XX-XX"),
        ("Das war vergangene Woche.", "XXXX-WXX"),
        ("Er kam am 3. Mai an.", "XXXX-05-03"),
        ("Im Mai war es kalt.", "XXXX-05"),
        ("Er ging im Vorjahr.", "XXXX"),
        ("Am Wochenende war Ruhe.", "XXXX-WXX-WE"),
        ("Am Nachmittag war Ruhe.", "XXXX-XX-XXTAF"),
        ("Vor drei Jahren zog er weg.", "P3Y"),
    ):
        found = only(text, None)
        assert (found.timex, found.edtf) == (timex, None), text
        assert found.anchor != "published"


def test_the_text_itself_may_pin_a_weekday() -> None:
    text = "Berlin, Donnerstag, 9. November 2023. Er ist am Donnerstag eingetroffen."
    assert values(text, None)[1] == ("Donnerstag", "2023-11-09", "2023-11-09")


def test_a_weekend_is_two_days() -> None:
    assert only("Am Wochenende bricht sie auf.").edtf == "2025-07-19/2025-07-20"
    assert only("Am Wochenende war Ruhe.").edtf == "2025-07-12/2025-07-13"


def test_ranges_give_both_ends() -> None:
    assert values("Er war von 1983 bis 1990 Richter.") == [("1983", "1983", "1983"), ("1990", "1990", "1990")]
    assert values("Das Fest ist vom 5. bis 22. November 2025.") == [
        ("5.", "2025-11-05", "2025-11-05"),
        ("22. November 2025", "2025-11-22", "2025-11-22"),
    ]
    assert [v[1] for v in values("Geöffnet von 14-18 Uhr.")] == ["2025-07-17T14:00", "2025-07-17T18:00"]
    assert {v[2] for v in values("Geöffnet von 14-18 Uhr.")} == {"2025-07-17T14/2025-07-17T18"}
    assert {v[2] for v in values("Gesperrt von 22.30 Uhr bis 5 Uhr.")} == {"2025-07-17T22:30/2025-07-18T05"}
    assert only("Er kam um 20 Uhr.").edtf == "2025-07-17T20"


def test_a_clock_time_belongs_to_the_day_named_in_its_sentence() -> None:
    found = values("Sie trafen sich am 3. Mai 2024 um 20.30 Uhr.", None)
    assert found[1] == ("20.30 Uhr", "2024-05-03T20:30", "2024-05-03T20:30")


def test_mod_quant_and_freq() -> None:
    assert only("Mehr als zehn Jahre vergingen.").mod == "MORE_THAN"
    assert only("Knapp zwei Stunden vergingen.").mod == "LESS_THAN"
    assert only("Ende 2020 war Schluss.").mod == "END"
    assert only("Jeden Tag dasselbe.").quant == "EVERY"
    assert only("Sie liest täglich.").freq == "1X"


def test_heute_is_the_day_in_a_report_of_the_day_and_the_present_elsewhere() -> None:
    assert values("Gestern fiel Schnee. Der Rat tagt heute.")[1][1] == THURSDAY
    assert only("Der Mensch lebt heute länger.").timex == "PRESENT_REF"


@pytest.mark.parametrize(
    ("text", "surface", "timex", "edtf"),
    [
        ("The council met on Monday.", "Monday", "2025-07-14", "2025-07-14"),
        ("The council will meet on Monday.", "Monday", "2025-07-21", "2025-07-21"),
        ("He spoke last Thursday.", "last Thursday", "2025-07-10", "2025-07-10"),
        ("It opened on 13 April 2024.", "13 April 2024", "2024-04-13", "2024-04-13"),
        ("It opened on April 13, 2024.", "April 13, 2024", "2024-04-13", "2024-04-13"),
        ("It was the first strike since May 2019.", "May 2019", "2019-05", "2019-05"),
        ("He died two years ago.", "two years ago", "P2Y", "2023"),
        ("In the 1990s it was common.", "the 1990s", "199", "199X"),
        ("He came yesterday evening.", "yesterday evening", "2025-07-16TEV", "2025-07-16"),
        ("It is due next week.", "next week", "2025-W30", "2025-07-21/2025-07-27"),
        ("It starts at 8:15 pm.", "8:15 pm", "2025-07-17T20:15", "2025-07-17T20:15"),
    ],
)
def test_english(text: str, surface: str, timex: str, edtf: str) -> None:
    assert (surface, timex, edtf) in values(text, language="en")


@pytest.mark.parametrize(
    ("text", "surface", "timex", "edtf"),
    [
        ("В понедельник делегацию принял президент.", "понедельник", "2025-07-14", "2025-07-14"),
        ("Поставки начнутся 1 ноября.", "1 ноября", "2025-11-01", "2025-11-01"),
        ("Договор подписан 14 мая 2024 года.", "14 мая 2024 года", "2024-05-14", "2024-05-14"),
        ("Он приехал вчера вечером.", "вчера вечером", "2025-07-16TEV", "2025-07-16"),
        ("В прошлом году добыча выросла.", "прошлом году", "2024", "2024"),
        ("Он жил там три года.", "три года", "P3Y", None),
    ],
)
def test_russian(text: str, surface: str, timex: str, edtf: str | None) -> None:
    assert (surface, timex, edtf) in values(text, language="ru")


def test_every_value_tells_from_what_it_was_computed() -> None:
    for time in tag("Am Montag, vor drei Jahren, 2024, täglich, damals und im Mai sagte er das.", published=THURSDAY):
        assert time.why
        assert time.anchor == "published" or THURSDAY not in time.why


def test_the_layer_leaves_out_debris_and_what_stands_in_no_sentence() -> None:
    from quellenlage.documents.document import Debris, Document
    from quellenlage.layers.annotations import Annotations, Sentence
    from quellenlage.layers.times import LAYER

    text = "Am Montag fiel Schnee.\n\nLesen Sie auch: Juli 2020\n\nSeite 3. Mai 2021"
    debris = (Debris(24, 49, "teaser", "marker"),)
    document = Document("a.txt", text, "", 0, None, None, None, THURSDAY, "de", debris)
    whole = LAYER.annotate(Annotations(document))
    assert [t.timex for t in whole.times] == ["2025-07-14", "2021-05-03"]
    inside = LAYER.annotate(Annotations(document, sentences=(Sentence(0, 22, (), 0),)))
    assert [t.timex for t in inside.times] == ["2025-07-14"]


def test_days_are_counted_on_from_today_a_weekday_or_the_date_named_before() -> None:
    assert only("Heute in einer Woche kommt er.").edtf == "2025-07-24"
    assert only("Heute vor 20 Jahren starb er.").edtf == "2005-07-17"
    assert only("Am Donnerstag vor einer Woche war er da.").edtf == "2025-07-10"
    assert only("Heute in einer Woche kommt er.", None).edtf is None
    text = "Am 3. Mai 2024 brannte es. Zwei Tage später war es gelöscht. Tags darauf kam er."
    assert [v[2] for v in values(text)][:2] == ["2024-05-03", "2024-05-05"]
    assert only("Zwei Tage später war es gelöscht.").edtf is None


def test_the_third_week_is_counted_from_the_start_that_the_text_dates() -> None:
    text = "Start war am 1. Juli. In der ersten Woche wurde gemalt, in der dritten Woche gekocht."
    assert values(text, "2025-09-01")[1:] == [
        ("der ersten Woche", "2025-W27", "2025-06-30/2025-07-06"),
        ("der dritten Woche", "2025-W29", "2025-07-14/2025-07-20"),
    ]
    assert values("Am 1. Juli regnete es. In der dritten Woche war Ruhe.")[1] == ("der dritten Woche", "XXXX-WXX", None)
    assert values("Der Gipfel begann am 3. Juni. Am zweiten Tag kam es zum Streit.")[1] == (
        "zweiten Tag",
        "2025-06-04",
        "2025-06-04",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er bekam eine zweijährige Haftstrafe.", [("zweijährige", "P2Y", None)]),
        ("Das fast 100-jährige Problem ist gelöst.", [("fast 100-jährige", "P100Y", None)]),
        ("Sie pflegt langjährige Kontakte.", [("langjährige", "PXY", None)]),
        ("Seine zweijährige Tochter weinte.", []),
        ("Der 44-jährige Mann schwieg.", []),
        ("Die 44-Jährige schwieg.", []),
        ("Der langjährige Präsident schwieg.", []),
    ],
)
def test_years_of_an_adjective_are_a_length_or_an_age_by_the_noun(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert values(text) == expected


def test_a_time_of_day_some_days_ago_has_no_known_day() -> None:
    text = "Vor einigen Tagen hielt die Polizei in den frühen Morgenstunden ein Auto an."
    assert values(text)[1] == ("den frühen Morgenstunden", "2025-07-XXTMO", "2025-07-XX")
    assert values(text, "2025-07-03")[1] == ("den frühen Morgenstunden", "XXXX-XX-XXTMO", None)


def test_a_clock_time_of_each_of_two_days() -> None:
    found = values("Der Markt ist am 5. und 6. August 2025, jeweils um 10 Uhr.")
    assert found[2] == ("10 Uhr", "2025-08-05T10:00", "2025-08-05/2025-08-06")


def test_a_feast_in_a_name_and_a_word_in_quotation_marks_give_no_day() -> None:
    assert values("Die Pfarre Maria Himmelfahrt lädt ein.") == [("Maria Himmelfahrt", "XXXX-XX-XX", None)]
    assert values("Das Menü zum Thema „Weihnachten“ gefiel.") == []
    assert values("Die Zeitung „Sonntag“ erscheint nicht mehr.") == []


def test_a_former_office_is_a_reference_to_the_past() -> None:
    assert values("Der Ex-Minister schwieg.") == [("Ex", "PAST_REF", None)]


def test_one_reference_is_enough_for_a_clause() -> None:
    assert values("Was jetzt hier zurzeit geschieht, ist neu.") == [("jetzt", "PRESENT_REF", None)]


def test_a_day_of_each_month_recurs_monthly() -> None:
    assert values("Flohmarkt ist jeden letzten Samstag im Monat.") == [("jeden letzten Samstag im Monat", "P1M", None)]


def test_the_winner_of_the_weekend_won_it() -> None:
    assert values("Der Sieger vom Wochenende bleibt stumm.")[0][1] == "2025-W28-WE"
    assert values("Die Messe läuft vom Montag bis Mittwoch.")[0][1] == "2025-07-21"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ein Mann ist am Montag, wie die Polizei mitteilte, ums Leben gekommen.", "2025-07-14"),
        ("Beim Absturz ist am Montag in Gaschurn (Bezirk Bludenz) ein Mann ums Leben gekommen.", "2025-07-14"),
        ("Er ist am Montag in Wien, wo er die Messe besucht.", "2025-07-21"),
        ("Der Rat tagt (am Montag) in Wien.", "2025-07-21"),
        ("Das am Montag vorgestellte Papier liegt vor.", "2025-07-14"),
        ("Die am Montag beginnende Sitzung ist kurz.", "2025-07-21"),
        ("Es gelang ihm, am Montag zu fliehen.", "2025-07-14"),
        ("Er kündigte an, am Montag zu streiken.", "2025-07-21"),
        ("Am Montag wird entschieden.", "2025-07-21"),
        ("Sie unterschrieben am Montag.", "2025-07-14"),
    ],
)
def test_direction_across_insertions_brackets_and_attributes(text: str, day: str) -> None:
    assert only(text).edtf == day


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("He travelled to Berlin on Monday.", "en", "2025-07-14"),
        ("She was taken to hospital on Monday.", "en", "2025-07-14"),
        ("They managed to flee on Monday.", "en", "2025-07-14"),
        ("They agreed to meet on Monday.", "en", "2025-07-21"),
        ("The minister resigned the day before.", "en", "2025-07-16"),
        ("It will open no earlier than May.", "en", "2026-05"),
        ("The truce was extended until 15 September.", "en", "2025-09-15"),
        ("Движение начнётся не раньше мая.", "ru", "2026-05"),
        ("Год назад он уехал.", "ru", "2024"),
        ("В первом полугодии был рост.", "ru", "2025-40"),
        ("It fell in the first half of 2024.", "en", "2024-40"),
        ("Die 90er waren wild.", "de", "199X"),
        ("Министр накануне подал в отставку.", "ru", "2025-07-16"),
        ("Стороны обещали согласовать пошлины до 1 сентября.", "ru", "2025-09-01"),
        ("Перемирие продлили до 15 сентября.", "ru", "2025-09-15"),
        ("Полиции удалось задержать двоих в понедельник.", "ru", "2025-07-14"),
        ("Он намерен приехать в понедельник.", "ru", "2025-07-21"),
        ("С начала года погибли трое.", "ru", "2025"),
        ("Die Frist wurde bis 15. September verlängert.", "de", "2025-09-15"),
    ],
)
def test_bounds_and_tasks(text: str, language: str, edtf: str) -> None:
    assert only(text, language=language).edtf == edtf


@pytest.mark.parametrize(
    ("text", "language", "intervals"),
    [
        ("Er wohnt seit 2019 hier.", "de", ["2019/.."]),
        ("Seit drei Tagen regnet es.", "de", ["2025-07-14/.."]),
        ("Seit über drei Jahren ist er da.", "de", ["2022~/.."]),
        ("Bis Ende September wird gebaut.", "de", ["../2025-09"]),
        ("Bis zum 1. Mai ist Zeit.", "de", ["../2026-05-01"]),
        ("Für die Zeit von 2024 bis 2026 gilt das.", "de", ["2024/2026"] * 2),
        ("Von Montag bis Mittwoch wird gestreikt.", "de", ["2025-07-21/2025-07-23"] * 2),
        ("Am Montag und Mittwoch wird gestreikt.", "de", [None] * 2),
        ("Das dauerte drei Tage.", "de", [None]),
        ("It has been closed since 2019.", "en", ["2019/.."]),
        ("С 1 ноября он закрыт.", "ru", ["2025-11-01/.."]),
    ],
)
def test_intervals_stand_beside_the_date(text: str, language: str, intervals: list[str | None]) -> None:
    assert [time.interval for time in tag(text, published=THURSDAY, language=language)] == intervals


@pytest.mark.parametrize(
    "text",
    [
        "Die Welt am Sonntag berichtet.",
        "Der Verein Freitag e. V. tagt.",
        "Montag AG meldet Verlust.",
        "Das sagte Peter Sonntag.",
        "Julia Klöckner und April Jones kamen.",
    ],
)
def test_names_that_look_like_times(text: str) -> None:
    assert values(text) == []


def test_the_eve_of_an_event_is_no_yesterday() -> None:
    text = "В понедельник открыли мост. Министр накануне подал в отставку."
    assert values(text, language="ru")[1] == ("накануне", "2025-07-13", "2025-07-13")
    assert values("Накануне выборов партия распалась.", language="ru") == []


def test_a_clock_time_before_its_day_belongs_to_that_day() -> None:
    found = values("They met at 5 p.m. on Friday in Bonn.", language="en")
    assert found == [("5 p.m.", "2025-07-11T17:00", "2025-07-11T17"), ("Friday", "2025-07-11", "2025-07-11")]
    assert values("Sie trafen sich um 20 Uhr am Montag.")[0][2] == "2025-07-14T20"
