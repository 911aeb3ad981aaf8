# ruff: noqa: E501 -- one example a line reads better
import pytest
from statement_reading import read, shown, words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("„Der Kran war zu alt“, sagte Bauleiter Uwe Lenz am Montag.", ("direct", "Bauleiter Uwe Lenz", "„Der Kran war zu alt“")),
        ("»Der Kran war zu alt«, sagte Uwe Lenz.", ("direct", "Uwe Lenz", "»Der Kran war zu alt«")),
        ("«Der Kran war zu alt», sagte Uwe Lenz.", ("direct", "Uwe Lenz", "«Der Kran war zu alt»")),
        ('"Der Kran war zu alt", sagte Uwe Lenz.', ("direct", "Uwe Lenz", '"Der Kran war zu alt"')),
        ("Uwe Lenz sagte: „Der Kran war zu alt.“", ("direct", "Uwe Lenz", "„Der Kran war zu alt.“")),
        ("„Der Kran“, klagte Uwe Lenz, „war zu alt.“", ("direct", "Uwe Lenz", "„Der Kran“ / „war zu alt.“")),
        ("„Wir warten. Mehr nicht“, so die Bürgermeisterin.", ("direct", "die Bürgermeisterin", "„Wir warten. Mehr nicht“")),
        ("Der Kran sei zu alt gewesen, räumte die Firma ein.", ("indirect", "die Firma", "Der Kran sei zu alt gewesen")),
        ("Die Firma teilte mit, der Kran sei geprüft worden.", ("indirect", "Die Firma", "der Kran sei geprüft worden")),
        ("Die Firma gab bekannt, dass der Kran geprüft wird.", ("indirect", "Die Firma", "dass der Kran geprüft wird")),
        ("Der Bauherr versprach, die Straße zu sperren.", ("indirect", "Der Bauherr", "die Straße zu sperren")),
        ("Der Wind war schuld, wie ein Sprecher der Werft mitteilte.", ("indirect", "ein Sprecher der Werft", "Der Wind war schuld")),
        ("Laut Polizei war der Wind schuld.", ("indirect", "Polizei", "war der Wind schuld")),
        ("Der Wind war nach Angaben der Polizei schuld.", ("indirect", "der Polizei", "Der Wind war / schuld")),
        ("Einem Gutachten zufolge war der Wind schuld.", ("indirect", "Einem Gutachten", "war der Wind schuld")),
        ("Der Kran, so die Werft, sei neu gewesen.", ("indirect", "die Werft", "Der Kran / sei neu gewesen")),
        ("Man prüfe das, hieß es aus dem Rathaus.", ("indirect", "dem Rathaus", "Man prüfe das")),
        ("In dem Bericht heißt es, der Kran sei alt.", ("indirect", "dem Bericht", "der Kran sei alt")),
        ("Wie aus dem Protokoll hervorgeht, war der Kran alt.", ("indirect", "dem Protokoll", "war der Kran alt")),
        ("Der Leiter der Werft, Jens Ohm, sagte, der Kran sei alt.", ("indirect", "Der Leiter der Werft, Jens Ohm", "der Kran sei alt")),
        ("Am Montag gab der Leiter, Jens Ohm, bekannt, dass er geht.", ("indirect", "der Leiter, Jens Ohm", "dass er geht")),
        ("„Wir kommen“, ließ Jens Ohm, Chef der Werft, ausrichten.", ("direct", "Jens Ohm", "„Wir kommen“")),
        ("Der Kran war alt, wie Jens Ohm, Chef der Werft, am Montag mitteilte.", ("indirect", "Jens Ohm", "Der Kran war alt")),
        ("Der Kran, so Ida Moll, Chefin der Werft, sei neu gewesen.", ("indirect", "Ida Moll", "Der Kran / sei neu gewesen")),
        ("Die Anwohner nehmen es gelassen: „Das war nur der Wind.“", ("direct", "Die Anwohner", "„Das war nur der Wind.“")),
        ("Die Ministerin wagte die Prognose, es werde noch teurer.", ("indirect", "Die Ministerin", "es werde noch teurer")),
        ("Die Forderung des Verbands, die Steuern zu senken, ist alt.", ("indirect", "des Verbands", "die Steuern zu senken")),
        ("Wie kranwelt.de berichtet, war der Kran alt.", ("indirect", "kranwelt.de", "war der Kran alt")),
        ("Die Leute riefen laut „Nieder mit dem König“ und gingen.", ("direct", "Die Leute", "„Nieder mit dem König“")),
        ("In der Fassung des Berichts, der im Netz steht, heißt es, der Kran sei alt.", ("indirect", "der Fassung des Berichts", "der Kran sei alt")),
        ("Jens Ohm von der Werft, der in Kiel lebt, sagte, er sei müde.", ("indirect", "Jens Ohm von der Werft", "er sei müde")),
    ],
)  # fmt: skip
def test_framed(text: str, wanted: tuple[str, str, str]) -> None:
    ((kind, speaker, _, content),) = shown(text)
    assert (kind, speaker, content) == wanted


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Ministerin lobte den Einsatz der Helfer.", "Die Ministerin"),
        ("Der Verband warnte vor neuen Schulden.", "Der Verband"),
        ("Die Partei forderte Neuwahlen.", "Die Partei"),
        ("Der Trainer sprach von einem „schwarzen Tag“.", "Der Trainer"),
        ("Den Vorschlag nannte sie „mutlos“.", "sie"),
        ("Ein Gutachter bezifferte den Schaden auf vier Millionen Euro.", "Ein Gutachter"),
        ("Die Zahl der Vermissten gab die Bergwacht mit acht an.", "die Bergwacht"),
        ("Die Höhe des Schadens bezifferte das Rathaus auf 300.000 Euro.", "das Rathaus"),
        ("Vier Millionen Euro stellte Ministerin Ada Renz in Aussicht.", "Ministerin Ada Renz"),
        ("Die Behörde geht von einem Kabelbrand aus.", "Die Behörde"),
        ("Der Bund stellte Hilfe in Aussicht.", "Der Bund"),
        ("Die Tat bezeichnete er als sinnlos.", "er"),
        ("Die Pläne wurden von Minister Uwe Lenz als teuer bezeichnet.", "Minister Uwe Lenz"),
        ("Der Bürgermeister forderte alle, die zurück waren, zum Rückzug auf.", "Der Bürgermeister"),
    ],
)
def test_told_speech(text: str, speaker: str) -> None:
    ((kind, who, certainty, _),) = shown(text)
    assert (kind, who, certainty) == ("reported", speaker, "reported")


@pytest.mark.parametrize(
    "text",
    [
        "„Wir sind fertig“, freut sich Ida Moll.",
        "Es gebe keinen Grund zur Sorge, beruhigte Ida Moll.",
    ],
)
def test_verb_that_the_lexicon_lacks(text: str) -> None:
    ((_, speaker, _, _),) = shown(text)
    assert speaker == "Ida Moll"


def test_rumours_denied_behind_a_clause() -> None:
    made = shown("Gerüchte, wonach der Mann flüchtig sei, dementierte die Polizei.")
    assert made == [("indirect", "die Polizei", "denied", "der Mann flüchtig sei")]


def test_two_told_acts_share_their_subject() -> None:
    made = shown("Nun spricht der Abgeordnete erneut von Betrug und fordert Neuwahlen im ganzen Land.")
    assert [(s[0], s[1]) for s in made] == [("reported", "der Abgeordnete"), ("reported", "der Abgeordnete")]


@pytest.mark.parametrize(
    "text",
    [
        "Der „Nordbote“ erscheint seit 1904.",
        "Das Buch „Stille Wasser“ liegt in der „Alten Mühle“ aus.",
        "Der Kran fiel um. Zwei Menschen wurden verletzt.",
        "Am Mittwoch sollen die Bäder schließen.",
        "Die Brücke soll bis Ende 2029 fertig sein.",
        "Obwohl der Junge erst zwölf ist, erkannte er den Fehler.",
        "Es sei denn, der Wind dreht.",
        "Es gab viel zu feiern.",
        "Im Mai, kurz vor der Wahl, rief er die Helfer zu sich.",
        "Diesen Druck möchte er vermeiden.",
    ],
)
def test_no_statement(text: str) -> None:
    assert shown(text) == []


def test_fragment_belongs_to_indirect_speech() -> None:
    ((kind, _, _, content),) = shown("Der Plan sei „ein alter Hut“, sagte Uwe Lenz.")
    assert (kind, content) == ("indirect", "Der Plan sei „ein alter Hut“")


def test_quoted_infinitive_is_direct() -> None:
    ((kind, speaker, _, content),) = shown("Sie warnte davor, „mitten im Sturm die Segel zu setzen“.")
    assert (kind, speaker, content) == ("direct", "Sie", "„mitten im Sturm die Segel zu setzen“")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Die Werft bestritt, dass der Kran alt war.", "denied"),
        ("Die Polizei schloss aus, dass Brandstiftung vorliegt.", "denied"),
        ("Die Polizei schloss nicht aus, dass Brandstiftung vorliegt.", "hedged"),
        ("Die Werft dementierte Gerüchte, der Kran sei alt gewesen.", "denied"),
        ("Vorwürfe, der Kran sei alt gewesen, wies die Werft zurück.", "denied"),
        ("Der Kranführer soll geschlafen haben, wie Zeugen berichten.", "hedged"),
        ("Nach Informationen unserer Redaktion war der Kran alt.", "asserted"),
        ("Der Sitz soll Kiel sein, wie Werftchef Jens Ohm sagte.", "reported"),
        ("„Der Kranführer soll geschlafen haben“, sagte Jens Ohm.", "reported"),
    ],
)
def test_certainty(text: str, certainty: str) -> None:
    (made,) = read(text)
    assert made.certainty == certainty


def test_running_konjunktiv_keeps_the_speaker() -> None:
    text = "Der Kran sei neu, sagte Werftchefin Ida Moll. Alle Prüfungen seien bestanden. Man werde klagen. Der Wind ließ nach."
    made = shown(text)
    assert [s[0] for s in made] == ["indirect", "indirect_free_indirect", "indirect_free_indirect"]
    assert {s[1] for s in made} == {"Werftchefin Ida Moll"}


def test_konjunktiv_two_needs_running_speech() -> None:
    assert shown("Das wären dann zwölf Kräne.") == []
    text = "Der Kran sei neu, sagte Ida Moll. Die Züge würden umgeleitet."
    assert [s[0] for s in shown(text)] == ["indirect", "indirect_free_indirect"]


def test_colon_gives_the_floor_to_the_subject() -> None:
    made = shown("Der Kanzler ging auf Distanz: Darüber entscheide allein Brüssel.")
    assert made == [("indirect_free_indirect", "Der Kanzler", "reported", "Darüber entscheide allein Brüssel")]


def test_silence_gives_the_floor_too() -> None:
    text = "Werftsprecher Ole Brandt widersprach gestern. Der Kran sei nie geprüft worden."
    assert [(s[0], s[1]) for s in shown(text)] == [("indirect_free_indirect", "Werftsprecher Ole Brandt")]


def test_hearsay_without_frame() -> None:
    text = "Laut Werft war der Kran alt. Demnach soll auch das Seil gerissen sein."
    assert [(s[0], s[2]) for s in shown(text)] == [("indirect", "reported"), ("free_indirect", "hedged")]


def test_quotation_goes_on_behind_its_frame() -> None:
    text = "„Der Kran war alt“, sagte Ida Moll. „Wir hatten gewarnt.“"
    (made,) = read(text)
    assert words(text, made.content) == "„Der Kran war alt“ / „Wir hatten gewarnt.“"


def test_this_said_takes_the_sentence_before() -> None:
    text = "Die Zahl der Vermissten ist auf sechs gesunken. Das sagte die Bergwachtchefin am Freitag."
    ((kind, speaker, _, content),) = shown(text)
    assert (kind, speaker, content) == (
        "indirect",
        "die Bergwachtchefin",
        "Die Zahl der Vermissten ist auf sechs gesunken",
    )


def test_addressee() -> None:
    text = "Der Kran sei neu, sagte Werftchefin Ida Moll am Freitag der Nachrichtenagentur AFP."
    (made,) = read(text)
    assert words(text, made.addressee) == "der Nachrichtenagentur AFP"
    assert words(text, made.speaker_spans) == "Werftchefin Ida Moll"


def test_swiss_spelling() -> None:
    made = shown("Am Ufer wolle sie bauen, heisst es in der Mitteilung.")
    assert made == [("indirect", "der Mitteilung", "reported", "Am Ufer wolle sie bauen")]


def test_every_statement_says_why() -> None:
    for made in read("Der Kran sei alt, sagte sie. Laut Polizei war er neu. Man werde sehen."):
        assert made.reason
        assert 0 < made.confidence <= 1
