from __future__ import annotations

import time

import pytest

from quellenlage.documents.debris import find_debris

REPORT = (
    "Der Rat von Oberlau hat den Bau einer Brücke beschlossen. Die Kosten seien noch offen, sagte Bürgermeister Falk."
)


def marked(text: str, *, title_end: int = 0) -> list[tuple[str, str]]:
    return [(debris.kind, text[debris.start : debris.end]) for debris in find_debris(text, title_end=title_end)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Foto: Heinz Lamprecht/PresseLau", "credit"),
        ("Fotos: Karin Ost (2), privat", "credit"),
        ("Bild: Gemeinde Oberlau", "credit"),
        ("Symbolbild", "credit"),
        ("Bildquelle: Stadtarchiv", "credit"),
        ("Quelle: Lautflug © IGOR PETROW", "credit"),
        ("Фото: пресс-служба мэрии", "credit"),
        ("Die Brücke vor dem Abriss. Foto: Lamprecht", "caption"),
        ("Blick auf Oberlau (Symbolbild)", "caption"),
        ("Anzeige", "advertisement"),
        ("- Anzeige -", "advertisement"),
        ("ADVERTISEMENT", "advertisement"),
        ("Mehr zum Thema – Wie Brücken altern – Stau ohne Ende", "teaser"),
        ("Lesen Sie auch: Zehn Brücken, die Geschichte schrieben", "teaser"),
        ("Lesen Sie hier mehr: So alt sind unsere Brücken", "teaser"),
        ("Auch interessant: Das kostet ein Haus an der Lau", "teaser"),
        ("Das könnte Sie auch interessieren: Fähren im Vergleich", "teaser"),
        ("Read more: Ten bridges that made history", "teaser"),
        ("Related: How bridges age", "teaser"),
        ("Читайте также: Как стареют мосты", "teaser"),
        ("+++ Alle Nachrichten aus Oberlau finden Sie im Liveticker +++", "teaser"),
        ("Jetzt unseren Newsletter abonnieren und nichts verpassen!", "advertisement"),
        ("Abonnieren Sie unseren kostenlosen WhatsApp-Kanal.", "advertisement"),
        ("Folgen Sie uns auf Instagram und Facebook!", "advertisement"),
        ("Folgen Sie dem Lauer Boten auch bei WhatsApp!", "advertisement"),
        ("Follow us on Twitter for more updates.", "advertisement"),
        ("Подписывайтесь на наш канал в Telegram", "advertisement"),
        ("Keine Meldung mehr verpassen: Hier geht es zur Anmeldung für unseren Newsletter.", "advertisement"),
        ("Diskutieren Sie mit: Was halten Sie von der neuen Brücke?", "other"),
        ("© 2025 Lauer Bote. Alle Rechte vorbehalten.", "other"),
        ("Lesezeit: 3 Minuten", "other"),
    ],
)
def test_debris_on_its_own_line(line: str, kind: str) -> None:
    assert marked(f"Titel\n\n{REPORT}\n\n{line}\n\n{REPORT}", title_end=5) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "(dpa/lnw)",
        "(Mit Material der dpa)",
        "Oberlau (dpa) - Der Rat tagte am Freitag.",
        "Quelle: dpa",
        "© dpa-infocom, dpa:250304-930-12345/1",
        "mit AFP",
        "Brücke soll Verkehr entlasten",
        "Kritik an den Kosten",
        "Rat lobt den Entwurf",
        "Was ist geplant?",
        "Der Newsletter der Partei wurde kostenlos verschickt, sagte ein Sprecher.",
        "Mehr als 300 Menschen lesen die Zeitung.",
        "„Folgen Sie uns“, rief der Führer der Gruppe.",
        "„Das ist gut. Lesen Sie auch: das Kleingedruckte“, sagte Falk.",
        "Das Bild: ein Trümmerfeld. Wo gestern noch Häuser standen, ist heute nichts mehr, berichten Helfer.",
        "Die Anzeige wurde am Montag erstattet.",
        "Anzeige gegen Bürgermeister erstattet",
        "Hier geht es um viel Geld.",
        "+++ 14.30 Uhr: Der Rat stimmt ab +++",
        "Wer kein Abo hat, zahlt künftig mehr.",
        "Der Sender Oberlau TV folgt Falk auf Instagram.",
        "Das Video zeigt, wie die Brücke einstürzt.",
    ],
)
def test_the_report_is_left_alone(line: str) -> None:
    assert marked(f"Titel\n\n{REPORT}\n\n{line}\n\n{REPORT}", title_end=5) == []


def test_teaser_at_the_end_of_a_paragraph() -> None:
    teaser = "Mehr zum Thema – Die Brücke und ihr Preis – Stau in der Altstadt"
    assert marked(f"{REPORT} {teaser}\n\n{REPORT}") == [("teaser", teaser)]


def test_teaser_before_text_ends_where_a_sentence_begins() -> None:
    teaser = "Lesen Sie auch: Neue Fähren für die Lau"
    assert marked(f"{REPORT} {teaser} Der Landrat wies das zurück. {REPORT}") == [("teaser", teaser)]


def test_credit_inside_a_paragraph() -> None:
    assert marked(f"{REPORT} Foto: Lamprecht/PresseLau Der Landrat wies das zurück.") == [
        ("credit", "Foto: Lamprecht/PresseLau")
    ]
    assert marked(f"{REPORT} (Foto: Lamprecht) {REPORT}") == [("credit", "(Foto: Lamprecht)")]


def test_a_bare_marker_takes_the_headlines_below_it() -> None:
    tail = "Mehr zum Thema\n\nWie Brücken altern\n\nStau ohne Ende in der Altstadt"
    assert marked(f"{REPORT}\n\n{tail}") == [("teaser", tail)]
    assert marked(f"{REPORT}\n\nLesen Sie auch\n\nWie Brücken altern\n\n{REPORT}") == [
        ("teaser", "Lesen Sie auch\n\nWie Brücken altern")
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "Steinfurth: Elf Verletzte bei schwerem Busunfall",
        "Steinfurth: Reisebus stürzt in die Tiefe",
        "Neue Vorwürfe gegen früheren Trainer des Fußballvereins",
    ],
)
@pytest.mark.parametrize("begin", ["Der", "Im Gespräch mit dem", "Nach Worten Falks hat der"])
def test_headline_of_another_article_run_into_the_text(headline: str, begin: str) -> None:
    text = f"Titel\n\n{REPORT} {headline} {begin} Landrat habe das Vorhaben begrüßt, hieß es."
    assert marked(text, title_end=5) == [("heading", headline)]


@pytest.mark.parametrize(
    "run",
    [
        "Bürgermeister Falk lobt Entwurf für die Brücke",  # has a verb
        "Lange Debatte über Kosten der Brücke",  # taken up by the text: a subheading of the article
        "Kosten",
        "Grund: Streit mit der Partei Die Linke im Kreistag. Auch das Blatt",
        "Ihr Vorbild sei die Zeitung Die Welt gewesen. Das sagte",
        "Zuvor war er Sänger der Rockband Die Wilden, hieß es. Nun sei",
    ],
)
def test_subheadings_run_into_the_text_are_left_alone(run: str) -> None:
    assert marked(f"Titel\n\n{REPORT} {run} Der Landrat habe die Debatte begrüßt, hieß es.", title_end=5) == []


def test_nothing_is_marked_in_the_title() -> None:
    assert marked("Foto: Streit um ein Bild\n\n" + REPORT, title_end=24) == []


@pytest.mark.parametrize(
    "piece",
    [
        "Foto: ",
        "Mehr zum Thema – ",
        "Der ",
        "a: ",
        "+++ ",
        "(Foto: ",
        "Lesen Sie auch ",
        "Jetzt Newsletter ",
        ". ",
        "„",
        "©",
        "Ort: Haus Baum Der x. ",
        "Ort: Haus Baum Der ",
    ],
)
def test_linear_time(piece: str) -> None:
    began = time.perf_counter()
    find_debris(piece * (200_000 // len(piece)))
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize(
    "line",
    [
        "→ Mehr zum Thema: Wie Brücken altern",
        "Jeden Morgen die wichtigsten Nachrichten direkt in Ihr Postfach – jetzt anmelden!",
        "Unser Newsletter informiert Sie täglich über das Wichtigste aus der Region.",
        "Sie möchten nichts verpassen? Dann abonnieren Sie unseren Newsletter!",
        "Unterstützen Sie unabhängigen Journalismus mit einer Spende.",
        "Weitere Nachrichten aus der Region lesen Sie hier.",
        "Lesen Sie dazu auch den Kommentar von Klara Vogt.",
        "Alle Entwicklungen im Liveticker",
        "picture alliance/dpa | Heinz Lamprecht",
        "Jetzt 4 Wochen gratis lesen",
        "Weiterlesen nach der Anzeige",
        "Image caption, The bridge before demolition",
    ],
)
def test_forms_without_a_fixed_marker(line: str) -> None:
    marked_parts = [text for _, text in marked(f"{REPORT}\n\n{line}\n\n{REPORT}")]
    assert " ".join(marked_parts) == line


@pytest.mark.parametrize(
    "line",
    [
        "Sie betreibt einen Telegram-Kanal mit 3000 Lesern.",
        "In ihrem Newsletter schrieb die Partei, unser Land brauche neue Brücken.",
        "Haben Sie den Entwurf gelesen?",
        "Wie die Brücke einstürzte, ist unklar.",
        "Unterstützt wird der Rat vom Landkreis.",
        "Jetzt gibt es 30 Tage Zeit für Einwände.",
        "Die Drohung kam per Mail ins Postfach des Bürgermeisters, sagte ein Ermittler.",
    ],
)
def test_reports_that_look_like_promotion_are_left_alone(line: str) -> None:
    assert marked(f"{REPORT}\n\n{line}\n\n{REPORT}") == []
