"""Stories whose parts share names only when taken together, and look-alikes that stay apart."""

from __future__ import annotations

import pytest

from quellenlage.corpus import names
from quellenlage.corpus.copies import find_copies
from quellenlage.corpus.features import features
from quellenlage.corpus.stories import cluster
from quellenlage.documents.document import Document
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations

# ruff: noqa: E501 - one line a paragraph
FIRST = (
    "Brand im Kaliwerk Ostheide: Vier Bergleute eingeschlossen",
    "Im Kaliwerk Ostheide ist in der Nacht zum Montag in 600 Metern Tiefe ein Förderband in Brand geraten. Vier Bergleute sind nach Angaben der Werksleitung eingeschlossen. 140 Retter sind im Einsatz, der dichte Rauch behindert sie bei der Suche. Zwei Männer konnten sich über einen Wetterschacht selbst ins Freie retten, sie kamen mit Vergiftungen in die Klinik. Bürgermeister Jochen Wedekind richtete in der Turnhalle eine Anlaufstelle für die Angehörigen ein. Die Werra-Kali AG sprach von einem technischen Defekt an einer Rolle des Bandes. Die Straße nach Frankenrode ist gesperrt, Anwohner sollen die Fenster geschlossen halten. Am Mittag traf eine Grubenwehr aus dem Nachbarrevier ein.",
)
FIRST_TOO = (
    "Ostheide: Retter suchen vier Bergleute",
    "Nach einem Feuer unter Tage suchen 140 Retter in Ostheide nach vier Bergleuten. Das Förderband war in 600 Metern Tiefe in Brand geraten, wie die Werra-Kali AG mitteilte. Zwei Kollegen der Vermissten entkamen durch einen Wetterschacht und liegen mit Vergiftungen in der Klinik. Bürgermeister Jochen Wedekind betreut mit Helfern die Familien in der Turnhalle. Die Straße nach Frankenrode bleibt zu, der Rauch zieht über den Ort. Eine Grubenwehr aus dem Nachbarrevier soll am Nachmittag zum Brandherd vordringen. Der Konzern vermutet, dass eine Rolle des Bandes heiß gelaufen ist.",
)
LATER = (
    "„Niemand hat auf uns gehört“: Fragen an die Werksleitung",
    "Drei Särge stehen in der Kirche von Ostheide. Betriebsrätin Renate Ohlrogge wirft der Werra-Kali AG vor, Warnungen aus der Belegschaft übergangen zu haben. Die Löschanlage auf der untersten Sohle sei seit Wochen außer Betrieb gewesen, sagt sie und legt Fotos auf den Tisch. Werksleiter Detlef Haselhorst widerspricht: Jede Meldung sei geprüft worden, die Anlage habe am Tag zuvor noch funktioniert. Bürgermeister Wedekind verlangt, dass der Konzern alle Protokolle offenlegt. Staatsanwältin Ilona Brauckmann lässt den Schacht versiegeln und will Zeugen hören. Der vierte Bergmann liegt noch immer im künstlichen Koma. Seine Frau sitzt jeden Tag an seinem Bett, die Gewerkschaft sammelt Spenden.",
)
COMMENT = (
    "Wer prüft eigentlich die Prüfer?",
    "Renate Ohlrogge hat recht behalten, und es hilft keinem. Was Detlef Haselhorst in Ostheide als Prüfung ausgibt, ist ein Haken auf einem Formular. Die Werra-Kali AG hat gespart, wo man nicht sparen darf, und nun wundert sie sich über die Wut der Leute. Dass Ilona Brauckmann den Schacht versiegeln lässt, ist das Mindeste. Und Jochen Wedekind? Der bekommt die Protokolle, wenn sich niemand mehr erinnert. So geht das seit Jahren: Erst brennt es, dann wird geschwiegen, dann wird vergessen. Drei Familien können nicht vergessen. Sie haben ein Recht darauf, dass endlich jemand die Wahrheit sagt, und zwar bevor der letzte Zeuge in Rente geht.",
)
FAIR = (
    "Ostheide streitet über das Schützenfest",
    "Der Gemeinderat von Ostheide hat das Schützenfest um eine Woche verschoben. Die Schausteller protestieren, Festwirt Bruno Kalthoff droht mit einer Klage. Bürgermeister Jochen Wedekind verteidigte den Beschluss mit dem Bau der Umgehung, der die Zufahrt zum Platz versperrt. Das Zelt für 2000 Gäste ist bestellt, die Kapelle aus Tirol hat zugesagt. Der Verein will nun im Juni feiern, der Pfarrer hält den Termin wegen der Firmung für unglücklich. Im vergangenen Jahr hatte es beim Umzug so stark geregnet, dass die Könige im Feuerwehrhaus tanzen mussten. Die Brauerei liefert in jedem Fall, versichert ihr Vertreter.",
)
FAIR_TOO = (
    "Festwirt Kalthoff klagt gegen neuen Termin",
    "Bruno Kalthoff zieht vor das Verwaltungsgericht. Der Festwirt wehrt sich dagegen, dass das Schützenfest im Juni stattfinden soll, denn die Kapelle aus Tirol hat nur im Mai Zeit. Das Zelt für 2000 Gäste sei längst bestellt, sagte er, die Anzahlung bekomme er nicht zurück. Bürgermeister Jochen Wedekind ließ ausrichten, der Gemeinderat habe sich die Sache nicht leicht gemacht. Die Schausteller stehen hinter dem Wirt, der Verein ist gespalten. Über den Eilantrag will das Gericht noch in dieser Woche entscheiden. Sollte Kalthoff gewinnen, müsste die Zufahrt zum Platz über eine Wiese führen.",
)
SAVED = (
    "Kali-Werk schreibt wieder Gewinne",
    "Die Werra-Kali AG hat im ersten Halbjahr 18 Millionen Euro verdient. Werksleiter Detlef Haselhorst will in Ostheide 60 Leute einstellen und zwei neue Bohrwagen kaufen. Betriebsrätin Renate Ohlrogge begrüßte den Plan, verlangt aber höhere Zuschläge für die Nachtschicht. Bürgermeister Jochen Wedekind freut sich auf die Gewerbesteuer, mit der er das Freibad heizen möchte. Die Halden sollen mit Gras bepflanzt werden, der Absatz in Brasilien ist gestiegen. Analysten hatten mit weniger gerechnet, der Kurs der Aktie zog kräftig an. Im Herbst will der Konzern über eine Dividende entscheiden, die erste seit vier Jahren.",
)


def read(name: str, article: tuple[str, str], published: str | None) -> Annotations:
    title, body = article
    return catalogue.annotate(
        Document(f"{name}.txt", f"{title}\n\n{body}", title, len(title), f"Blatt {name}", None, None, published, "de")
    )


def groups(*annotated: Annotations) -> list[str]:
    path = {a.document.key: a.document.path.removesuffix(".txt") for a in annotated}
    stories = cluster(annotated, names.unify(annotated), ())
    return sorted("".join(sorted(path[key] for key in story.articles)) for story in stories)


def test_later_reports_and_a_commentary_join_the_first_ones() -> None:
    first = [read("a", FIRST, "2026-05-11"), read("b", FIRST_TOO, "2026-05-11")]
    later = [read("c", LATER, "2026-05-15"), read("d", COMMENT, "2026-05-16")]
    assert groups(*first, *later) == ["abcd"]


def test_parts_joined_as_wholes_say_so() -> None:
    articles = [
        read(n, a, d)
        for n, a, d in (("a", FIRST, "2026-05-11"), ("b", FIRST_TOO, "2026-05-11"), ("c", LATER, "2026-05-16"))
    ]
    (story,) = cluster(articles, names.unify(articles), (), vectors=False)
    assert "parts joined by what they name together" in story.reason


def test_another_matter_of_the_same_town_in_the_same_days_stays_apart() -> None:
    mine = [read("a", FIRST, "2026-05-11"), read("b", FIRST_TOO, "2026-05-11"), read("c", LATER, "2026-05-13")]
    fair = [read("x", FAIR, "2026-05-11"), read("y", FAIR_TOO, "2026-05-13")]
    assert groups(*mine, *fair) == ["abc", "xy"]


@pytest.mark.parametrize("published", ["2027-03-02", "2026-07-20"])
def test_the_same_people_months_later_stay_apart(published: str) -> None:
    mine = [read("a", FIRST, "2026-05-11"), read("b", FIRST_TOO, "2026-05-11"), read("c", LATER, "2026-05-13")]
    assert groups(*mine, read("z", SAVED, published)) == ["abc", "z"]


def test_thousands_are_one_figure_however_they_are_parted() -> None:
    written = ["50 000 Tonnen", "50.000 Tonnen", "50,000 tonnes", "50'000 Tonnen", "50\u202f000 тонн"]
    assert {tuple(features([(text, 1.0)]).numbers) for text in written} == {("50000",)}
    assert set(features([("am 12. 300 Leute, 3,5 Prozent, 1.234,5 Euro", 1.0)]).numbers) == {
        "12",
        "300",
        "3.5",
        "1.234.5",
    }


def test_an_undated_copy_is_of_the_days_of_its_source() -> None:
    title, body = FIRST
    shortened = (title, body.partition(" Die Straße")[0])
    articles = [
        read("a", FIRST, "2026-05-11"),
        read("b", shortened, None),
        read("c", FIRST_TOO, "2027-03-02"),
    ]
    path = {a.document.key: a.document.path.removesuffix(".txt") for a in articles}
    copies = find_copies(articles)
    assert [(path[copy.article], path[copy.source]) for copy in copies] == [("b", "a")]
    stories = cluster(articles, names.unify(articles), copies)
    assert sorted("".join(sorted(path[key] for key in story.articles)) for story in stories) == ["ab", "c"]


def test_copies_of_one_text_count_once_in_the_mean() -> None:
    title, body = FIRST
    first = read("a", FIRST, "2026-05-11")
    copies = [read(n, (title, body.partition(" Zwei Männer")[0]), "2026-05-11") for n in "xyz"]
    later = read("c", LATER, "2026-05-13")
    articles = [first, *copies, later]
    (story,) = cluster(articles, names.unify(articles), find_copies(articles))
    assert len(story.articles) == len(articles)
