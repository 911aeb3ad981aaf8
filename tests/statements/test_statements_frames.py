# ruff: noqa: E501 -- one example a line reads better
"""Frames by their class: pointing back, reach of a source, acts told, what is no statement."""

import pytest
from statement_reading import read, shown, words


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Die Pumpen liefen nicht. So schildern es zwei Anwohner, die anonym bleiben wollen.", "zwei Anwohner", "Die Pumpen liefen nicht"),
        ("Für den Hafen sind 30 Millionen eingeplant; so steht es im Haushalt, über den der Rat berät.", "Haushalt", "Für den Hafen sind 30 Millionen eingeplant"),
        ("Der Bus war überladen, so erzählt es ein Fahrgast, dessen Frau neben ihm saß.", "ein Fahrgast", "Der Bus war überladen"),
        ("„Es war dunkel.“ So beschreibt die Kassiererin Olga Brandt den Augenblick, in dem der Strom ausfiel.", "die Kassiererin Olga Brandt", "„Es war dunkel.“"),
        ("So sagte der Minister, die Lage sei ernst.", "der Minister", "die Lage sei ernst"),
        ("Aus einem Vermerk, den der Sender einsehen konnte, geht hervor, dass 40 Stellen wegfallen.", "einem Vermerk", "dass 40 Stellen wegfallen"),
    ],
)  # fmt: skip
def test_a_frame_that_points_back_takes_no_relative_clause(text: str, speaker: str, content: str) -> None:
    ((_, who, _, said),) = shown(text)
    assert (who, said) == (speaker, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Sieben Häuser gelten laut Kreis als unbewohnbar, drei wurden bereits abgerissen.", "Sieben Häuser gelten / als unbewohnbar"),
        ("Zwölf Menschen wurden laut Polizei verletzt, und die Autobahn blieb gesperrt.", "Zwölf Menschen wurden / verletzt"),
        ("Laut Polizei wurden zwölf Menschen verletzt, drei davon schwer.", "wurden zwölf Menschen verletzt, drei davon schwer"),
        ("Dem Bericht zufolge starben 40 Menschen, drei wurden verletzt.", "starben 40 Menschen, drei wurden verletzt"),
    ],
)  # fmt: skip
def test_a_source_inside_a_clause_reaches_to_its_end_one_in_front_further(text: str, content: str) -> None:
    assert shown(text)[0][3] == content


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In dem Schreiben ist von einem „Vertrauensbruch“ die Rede.", "dem Schreiben"),
        ("Die Behörde hält am Blitzschlag als Brandursache fest.", "Die Behörde"),
        ("Die Analystin hält den Preis für überhöht.", "Die Analystin"),
        ("Der Geologe hält einen weiteren Rutsch für möglich.", "Der Geologe"),
        ("Der Hafenmeister zählt 40 Schiffe.", "Der Hafenmeister"),
        ("Die Klinik kommt auf etwa 430.", "Die Klinik"),
        ("Sie nannte ihn feige.", "Sie"),
        ("Der Botschafter verbat sich Belehrungen.", "Der Botschafter"),
        ("Der Konzern musste Fehler einräumen.", "Der Konzern"),
        ("Bundeshilfe stellte Staatsrat Hans Meili in Aussicht.", "Staatsrat Hans Meili"),
        ("Neue Gleise fordert Bürgermeisterin Ina Rolf.", "Bürgermeisterin Ina Rolf"),
    ],
)  # fmt: skip
def test_acts_told_without_their_words(text: str, speaker: str) -> None:
    ((kind, who, _, _),) = shown(text)
    assert (kind, who) == ("reported", speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Namen nannte er nicht.",
        "Keine Einzelheiten nannte die Sprecherin.",
        "Ein Sprecher lehnte eine Stellungnahme ab.",
        "Das Ministerium wollte den Fall weder bestätigen noch dementieren.",
        "Ein Sprecher konnte den Vorfall nicht bestätigen.",
        "Die Stadt zählt 40.000 Einwohner.",
        "Der Minister kam auf die Bühne.",
        "Der Läufer verteidigte seinen Titel.",
        "Er hielt sich am Geländer fest.",
    ],
)
def test_what_was_not_told_is_no_statement(text: str) -> None:
    assert shown(text) == []


def test_a_second_voice_counts_without_a_verb() -> None:
    said = [
        (who, content) for _, who, _, content in shown("Die Veranstalter zählten 3000 Besucher, die Polizei nur 2200.")
    ]
    assert said == [
        ("Die Veranstalter", "Die Veranstalter zählten 3000 Besucher"),
        ("die Polizei", "die Polizei nur 2200"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nach ihren Unterlagen fand die Prüfung statt.", "ihren"),
        ("Nach Zählung der Gewerkschaft fielen 149 Flüge aus.", "der Gewerkschaft"),
        ("Verletzt wurde gemäss Kantonspolizei niemand.", "Kantonspolizei"),
        ("Die Firma hat das Werk eigenen Angaben zufolge verkauft.", "Die Firma"),
        ("Den Vertrag hat der Verein nach eigenem Bekunden gekündigt.", "der Verein"),
    ],
)
def test_sources(text: str, speaker: str) -> None:
    assert [who for _, who, _, _ in shown(text)] == [speaker]


def test_hearsay_gets_the_witnesses_that_the_next_sentence_names() -> None:
    text = "Die Brücke soll gewackelt haben. So erzählen es drei Fahrer. Der Betreiber habe nichts getan."
    assert [(kind, who) for kind, who, _, _ in shown(text)] == [
        ("free_indirect", "drei Fahrer"),
        ("indirect_free_indirect", "drei Fahrer"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Der Minister widersprach: Die Kasse sei voll.", [("indirect", "reported", "Die Kasse sei voll")]),
        ("Er bestritt, er habe Geld genommen.", [("indirect", "denied", "er habe Geld genommen")]),
        ("Er dementierte Berichte, wonach er zurücktritt.", [("indirect", "denied", "er zurücktritt")]),
        ("Die Polizei wollte einen Anschlag nicht ausschließen.", [("reported", "hedged", "Die Polizei wollte einen Anschlag nicht ausschließen")]),
        ("Die Kanzlei wies den Vorwurf zurück: Man habe alles geprüft.", [("reported", "denied", "Die Kanzlei wies den Vorwurf zurück"), ("indirect_free_indirect", "reported", "Man habe alles geprüft")]),
        ("In der Branche wird erzählt, das Werk solle in Geldnot stecken.", [("indirect", "hedged", "das Werk solle in Geldnot stecken")]),
        ("Ein Nachbar erzählt, das Werk stecke in Geldnot.", [("indirect", "reported", "das Werk stecke in Geldnot")]),
        ("Wie das Portal „Hafenblick“ schreibt, soll die Reederei verkaufen.", [("indirect", "hedged", "soll die Reederei verkaufen")]),
        ("Die Züge sollen wieder fahren, teilte die Bahn mit.", [("indirect", "reported", "Die Züge sollen wieder fahren")]),
        ("Der Minister will, so stellt es sein Umfeld dar, gewarnt worden sein.", [("indirect", "hedged", "Der Minister will / gewarnt worden sein")]),
    ],
)  # fmt: skip
def test_what_is_denied_and_what_only_said(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(kind, certainty, content) for kind, _, certainty, content in shown(text)] == wanted


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Konzern weist alles von sich. Die Anlage sei sicher, heißt es in einer Mitteilung.", "Der Konzern"),
        ("Der Verband kritisiert das Gesetz. „Das trifft alle“, hieß es aus der Zentrale.", "Der Verband"),
        ("Ein Gutachten der Universität Gent liegt vor. Es empfiehlt, den Damm zu erhöhen.", "Ein Gutachten der Universität Gent"),
        ("Ein Gutachten kommt zu einem anderen Schluss. Demnach fehlten drei Millionen Euro.", "Ein Gutachten"),
        ("Ein Sprecher der Reederei sagte, das Schiff sei sicher. Man werde es prüfen, so der Sprecher.", "Ein Sprecher der Reederei"),
        ("Das Papier ist alt. In dem Papier heißt es, der Damm sei sicher.", "dem Papier"),
        ("Diesel soll ausgelaufen sein, heißt es im Netz. „Kein Tropfen ist ausgetreten“, hieß es aus der Zentrale.", "der Zentrale"),
    ],
)  # fmt: skip
def test_whose_paper_and_which_spokesman(text: str, speaker: str) -> None:
    assert shown(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Man werde antworten, zitiert die Agentur Irna den Kommandeur Resa Talebi.", "den Kommandeur Resa Talebi", ("Agentur Irna",)),
        ("„Das Geld ist weg“, zitiert die Zeitung aus dem Schreiben.", "dem Schreiben", ("Zeitung",)),
        ("„Wir kommen“, zitiert ihn der Sender N4.", "ihn", ("Sender N4",)),
        ("Die Ministerin ließ durch ihren Sprecher ausrichten, sie bleibe.", "Die Ministerin", ("ihren Sprecher",)),
        ("Sie bleibe im Amt, ließ die Ministerin über ihre Anwältin mitteilen.", "die Ministerin", ("ihre Anwältin",)),
    ],
)  # fmt: skip
def test_who_is_cited_by_whom(text: str, speaker: str, via: tuple[str, ...]) -> None:
    (statement,) = read(text)
    assert (words(text, statement.speaker_spans), statement.via) == (speaker, via)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Umgesetzt wurde nichts, wie mir zwei Gemeinderäte bestätigt haben.", "zwei Gemeinderäte", "Umgesetzt wurde nichts"),
        ("Er versprach ihnen umgerechnet 18.000 Euro je Haus.", "Er", "Er versprach ihnen umgerechnet 18.000 Euro je Haus"),
        ("Dem Plan für den Haushalt 2027 zufolge sinken die Mittel.", "Dem Plan für den Haushalt 2027", "sinken die Mittel"),
        ("Kantonias oberster Grenzschützer, General Kanat Mombek, nennt den Bericht „ein Märchen“.", "Kantonias oberster Grenzschützer, General Kanat Mombek", "nennt den Bericht „ein Märchen“"),
        ("Am Hafen berichtet ein Arzt, der anonym bleiben will, von sechs Verletzten.", "ein Arzt", "Am Hafen berichtet ein Arzt, der anonym bleiben will, von sechs Verletzten"),
        ("Laut einem Gutachten, das dem Rat vorliegt, ist der Damm zu niedrig.", "einem Gutachten", "ist der Damm zu niedrig"),
        ("Die Ministerin geht von einem Drittel davon aus.", "Die Ministerin", "Die Ministerin geht von einem Drittel davon aus"),
    ],
)  # fmt: skip
def test_who_and_what_in_harder_clauses(text: str, speaker: str, content: str) -> None:
    ((_, who, _, said),) = shown(text)
    assert (who, said) == (speaker, content)


def test_a_quotation_behind_an_indirect_frame_is_a_statement_of_its_own() -> None:
    text = "Mehr als tausend Kollegen seien gekommen, sagt der Betriebsrat, „und es werden stündlich mehr“."
    assert [(kind, who) for kind, who, _, _ in shown(text)] == [
        ("indirect", "der Betriebsrat"),
        ("direct", "der Betriebsrat"),
    ]


def test_hearsay_of_a_rumour_is_the_rumours() -> None:
    text = "Die Stadt wehrt sich gegen ein Gerücht, das im Netz kursiert. Danach soll der Damm gebrochen sein."
    assert shown(text)[-1][:3] == ("free_indirect", "ein Gerücht", "hedged")


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Die Agentur Osk meldet, es habe Tote gegeben, und beruft sich auf das Ministerium.", "das Ministerium", ("Agentur Osk",)),
        ("Nach Angaben der Agentur Osk, die sich auf Retter beruft, starben 20 Menschen.", "Retter", ("Agentur Osk",)),
        ("„Ich wusste von nichts“, beteuerte der Angeklagte über seinen Verteidiger.", "der Angeklagte", ("seinen Verteidiger",)),
        ("Der Trainer geht. Das berichtet der „Hafenkurier“ unter Berufung auf Vereinskreise.", "Vereinskreise", ("Hafenkurier",)),
    ],
)  # fmt: skip
def test_who_leans_on_whom(text: str, speaker: str, via: tuple[str, ...]) -> None:
    (statement,) = read(text)
    assert (words(text, statement.speaker_spans), statement.via) == (speaker, via)


def test_a_second_act_without_a_verb() -> None:
    text = "Die Reederei geht von menschlichem Versagen aus, die Gewerkschaft von einem technischen Defekt."
    assert [who for _, who, _, _ in shown(text)] == ["Die Reederei", "die Gewerkschaft"]


def test_what_it_says_there_is_of_those_before() -> None:
    text = "In einem Brief fordern 40 Ärzte einen Baustopp. Darin heißt es, das Grundwasser sei in Gefahr."
    assert [who for _, who, _, _ in shown(text)] == ["40 Ärzte", "40 Ärzte"]
