"""Dates and weekdays whose clause looks the other way than they lie."""

from __future__ import annotations

import pytest

from quellenlage.documents.document import Document
from quellenlage.layers import catalogue


def values(text: str, *, published: str, language: str) -> list[str]:
    document = Document("a.txt", "T\n\n" + text, "T", 1, None, None, None, published, language)
    return [time.edtf or "" for time in catalogue.annotate(document).times]


@pytest.mark.parametrize(
    ("text", "language", "published", "value"),
    [
        ("The union called for a walkout on 23 September.", "en", "2026-09-18", "2026-09-23"),
        ("Die Gewerkschaft rief zu einem Ausstand am 23. September auf.", "de", "2026-09-18", "2026-09-23"),
        ("Das Werk brannte am 23. September nieder.", "de", "2027-03-18", "2026-09-23"),
        ("„So geht das nicht“, sagt die Wirtin am Mittwochabend.", "de", "2026-09-17", "2026-09-16"),
        ("Die Wirtin schließt am Mittwoch das Haus.", "de", "2026-09-17", "2026-09-23"),
        ("Die Wirtin will am Mittwoch sagen, wer kommt.", "de", "2026-09-17", "2026-09-23"),
    ],
)
def test_a_day_is_found_on_its_side_of_publication(text: str, language: str, published: str, value: str) -> None:
    assert [found[:10] for found in values(text, published=published, language=language)] == [value]


@pytest.mark.parametrize(
    ("text", "language", "published", "value"),
    [
        # what a day is meant for lies ahead whatever the tense, unless it was meant for one just over
        ("Für Samstag kündigte der Verband einen Marsch an.", "de", "2026-09-17", "2026-09-19"),
        ("Für Samstag sagt der Wetterdienst Hagel voraus.", "de", "2026-09-17", "2026-09-19"),
        ("Das Gericht vertagte den Fall auf Montag.", "de", "2026-09-17", "2026-09-21"),
        ("Für Mittwoch hatte der Verband einen Marsch angesetzt.", "de", "2026-09-17", "2026-09-16"),
        ("Für den 15. September rief sie zum Marsch auf.", "de", "2026-09-17", "2026-09-15"),
        ("The chairman called a meeting for Saturday.", "en", "2026-09-17", "2026-09-19"),
        ("He was fined for Tuesday's blunder.", "en", "2026-09-17", "2026-09-15"),
        ("Суд назначил слушание на субботу.", "ru", "2026-09-17", "2026-09-19"),
        # what comes next, without a verb that tells
        ("Nächste Sitzung: Dienstag.", "de", "2026-09-17", "2026-09-22"),
        ("Die nächste Sitzung ist am Mittwoch.", "de", "2026-09-17", "2026-09-23"),
        ("The next sitting is on Tuesday.", "en", "2026-09-17", "2026-09-22"),
        ("Следующее слушание — во вторник.", "ru", "2026-09-17", "2026-09-22"),
        # scenes in the present against plans in the present
        ("Am Mittwochmorgen steht der Bäcker ratlos vor dem Ofen.", "de", "2026-09-17", "2026-09-16"),
        ("Am Mittwochmorgen beginnt die Messe.", "de", "2026-09-17", "2026-09-23"),
        ("Am Mittwoch stellt die Partei ihr Programm vor.", "de", "2026-09-17", "2026-09-23"),
        ("Am Samstag steht der Bäcker vor Gericht.", "de", "2026-09-17", "2026-09-19"),
        # infinitives: what was done, and what is to be
        ("Er wirft ihr vor, am Montag Akten geschreddert zu haben.", "de", "2026-09-17", "2026-09-14"),
        ("Sie droht, am Montag Akten zu veröffentlichen.", "de", "2026-09-17", "2026-09-21"),
        ("Bis Ende März soll der Umbau abgeschlossen sein.", "de", "2026-09-17", "2027-03"),
        ("Im März soll der Bote gekommen sein.", "de", "2026-09-17", "2026-03"),
        ("Im März soll der Bote krank gewesen sein.", "de", "2026-09-17", "2026-03"),
        ("They asked for another round of talks in October.", "en", "2026-09-17", "2026-10"),
        ("Sie baten um eine weitere Runde im Oktober.", "de", "2026-09-17", "2026-10"),
    ],
)
def test_a_time_is_aimed_at_what_its_clause_means(text: str, language: str, published: str, value: str) -> None:
    assert [found[:10] for found in values(text, published=published, language=language)] == [value]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Vor einer Woche zog sie um.", "de", "2026-09-10"),
        ("Vor 31 Jahren zog sie um.", "de", "1995"),
        ("Vor rund drei Jahren zog sie um.", "de", "2023~"),
        ("Vor dreißig Jahren zog sie um.", "de", "1996~"),
        ("Sie drohte damit, dem Antrag in drei Wochen die Stimme zu verweigern.", "de", "2026-10-08"),
        ("In zwei Jahren soll gewählt werden.", "de", "2028"),
        ("In zwei Wochen verlor sie vier Kilo.", "de", ""),
        ("In den zwei Wochen soll sie ruhen.", "de", ""),
        ("The trial will begin in three weeks.", "en", "2026-10-08"),
        ("Через три недели начнётся суд.", "ru", "2026-10-08"),
        ("Через три недели он вернулся.", "ru", ""),
        ("Zu Wochenbeginn trat er zurück.", "de", "2026-09-14"),
        ("Zu Wochenbeginn soll er zurücktreten.", "de", "2026-09-21"),
        ("Von heute an gilt das.", "de", "2026-09-17"),
        ("Der Rat soll heute entscheiden.", "de", "2026-09-17"),
        ("Der Rat will heute abstimmen.", "de", "2026-09-17"),
        ("Der Rat wird heute in Kiel erwartet.", "de", "2026-09-17"),
        ("Der Ort ist heute vergessen.", "de", ""),
        ("Der Speicher wird heute als Theater genutzt.", "de", ""),
        ("It went on for weeks.", "en", ""),
        ("Profits fell in the first half of the year.", "en", "2026-40"),
        ("Склад горел в ночь со вторника на среду.", "ru", "2026-09-16"),
        ("Склад горел в ночь с 4 на 5 августа.", "ru", "2026-08-05"),
        ("Осенью прошлого года он ушёл.", "ru", "2025-23"),
        ("Am Morgen des 3. August brannte es.", "de", "2026-08-03"),
        ("In den Abendstunden des Dienstags brannte es.", "de", "2026-09-15"),
        ("Nach dem Brand am 5. September wird gestritten.", "de", "2026-09-05"),
        ("Das Turnier im August wird untersucht.", "de", "2026-08"),
        ("Im August wird wieder gespielt.", "de", "2027-08"),
        ("The deadline is Friday.", "en", "2026-09-18"),
        ("A man is in hospital after a crash on Tuesday.", "en", "2026-09-15"),
        ("He left in the last week of July.", "en", "2026-07"),
        ("Вечером 3 августа он уехал.", "ru", "2026-08-03"),
        ("С марта он в тюрьме.", "ru", "2026-03"),
        ("Полтора года назад он уехал.", "ru", ""),
        ("Через неделю начнётся суд.", "ru", "2026-09-24"),
        ("Через неделю он уехал.", "ru", ""),
        ("Во второй половине 2025 года рост замедлился.", "ru", "2025-41"),
        ("Бюджет на 2025/26 год принят.", "ru", "2025/2026"),
        ("Drei Tage ist es her, dass der Damm brach.", "de", "2026-09-14"),
        ("Das ist erst zwei Wochen her.", "de", "2026-09-03"),
        ("Er soll seit November in Haft sitzen.", "de", "2025-11"),
        ("Die Regel soll ab Mai gelten.", "de", "2027-05"),
        ("He had left the morning before.", "en", "2026-09-16"),
    ],
)
def test_counts_from_publication_and_parts_of_years(text: str, language: str, value: str) -> None:
    assert values(text, published="2026-09-17", language=language) == [value]


def test_until_the_morning_is_over_the_night_that_follows() -> None:
    night = "Am Dienstagabend brannte die Halle. Die Anwohner waren bis zum Morgen im Freien."
    assert values(night, published="2026-09-17", language="de") == ["2026-09-15", "2026-09-16"]
    same = "Am Dienstag brannte die Halle. Der Verkehr ruhte bis zum Vormittag."
    assert values(same, published="2026-09-17", language="de") == ["2026-09-15", "2026-09-15"]


def test_a_year_that_describes_a_thing_dates_nothing_told_of_it() -> None:
    described = "Die 2004 gebaute Brücke war erst im März gesperrt worden."
    assert values(described, published="2026-09-17", language="de") == ["2004", "2026-03"]
    told = "2004 wurde die Brücke gebaut. Im März wurde sie gesperrt."
    assert values(told, published="2026-09-17", language="de") == ["2004", "2004-03"]


def test_without_a_publication_date_months_lean_on_the_day_of_the_lead() -> None:
    lead = "Die Räte einigten sich am 9. März 2027 auf eine Fusion.\n\n"
    rest = (
        "Im Dezember hatten sie gestritten. Im Juni wollen sie wählen. Am Dienstag tagen sie. "
        "Im Herbst soll alles fertig sein. Im vergangenen Jahr waren sie Gegner. Vergangene Woche war Ruhe."
    )
    document = Document("a.txt", "T\n\n" + lead + rest, "T", 1, None, None, None, None, "de")
    assert [time.edtf for time in catalogue.annotate(document).times] == [
        "2027-03-09",
        "2026-12",
        "2027-06",
        None,
        "2027-23",
        "2026",
        None,
    ]


def test_a_quotation_mark_before_the_full_stop_is_no_initial() -> None:
    text = "Er dankte für „Geduld“. Die 2021 gesperrten Brücken sollen am 1. Oktober öffnen."
    assert values(text, published="2026-09-17", language="de") == ["2021", "2026-10-01"]


def test_hours_and_parts_of_the_day_told_in_the_past_keep_to_the_day_of_the_report() -> None:
    text = (
        "Die Gondel stürzte am Samstag ab. Am Montag beginnt die Prüfung.\n\n"
        "Die Kabine war gegen 10.40 Uhr losgefahren.\n\nDie Bergung zog sich bis in die Abendstunden. Ob am Abend noch "
        "geredet werden soll, ist offen."
    )
    found = values(text, published="2026-02-15", language="de")
    assert found == ["2026-02-14", "2026-02-16", "2026-02-14T10:40", "2026-02-14", "2026-02-15"]


def test_a_clause_without_a_verb_goes_on_with_the_plan_before_it() -> None:
    text = "Am Montag tagt erst der Vorstand, am Mittwoch dann die Fraktion."
    assert values(text, published="2026-09-17", language="de") == ["2026-09-21", "2026-09-23"]


def test_a_night_that_points_to_no_day_has_none() -> None:
    assert values("In jener Nacht schlief niemand.", published="2026-02-15", language="de") == [""]
    told = "Am 3. Februar brannte es. In jener Nacht schlief niemand."
    assert values(told, published="2026-02-15", language="de") == ["2026-02-03", "2026-02-03"]


def test_a_day_not_meant_before_the_one_that_is() -> None:
    text = "Gewählt wird nicht am 12., sondern erst am 26. November."
    assert values(text, published="2026-10-15", language="de") == ["2026-11-12", "2026-11-26"]
