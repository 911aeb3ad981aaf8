import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage import limits
from quellenlage.documents.document import Debris, Document
from quellenlage.layers import sentences
from quellenlage.layers.annotations import Annotations, Sentence


def document(text: str, *, title: str = "", language: str = "de", debris: tuple[Debris, ...] = ()) -> Document:
    return Document("a.txt", text, title, len(title), None, None, None, None, language, debris)


def split(text: str, **options: object) -> list[str]:
    made = sentences.annotate(Annotations(document(text, **options)))  # type: ignore[arg-type]
    return [text[s.start : s.end] for s in made.sentences]


def records(text: str, **options: object) -> tuple[Sentence, ...]:
    return sentences.annotate(Annotations(document(text, **options))).sentences  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Die Halle öffnet am 1. Oktober für alle.",
        "Dr. Anna Keller und Prof. Dr. h.c. Uwe Brand kamen.",
        "Der Zug fuhr um 2.40 Uhr ab und kostete 3.5 Mio. Euro.",
        "Thomas P. (71) verlor dabei 1.250,50 Euro.",
        "J. R. Brenner lebt z. B. in Mainz, d.h. am Rhein.",
        "Im 19. Jahrhundert war das anders.",
        "Ludwig XIV. Regierungszeit war lang, sagte Nr. 5 der Liste.",
        "„Kommen Sie wirklich?“ fragte sie den Mann.",
        "„Nein!“, rief er.",
        "Der Verein (gegr. 1908) zahlt ca. 20 Prozent.",
        "Das gilt für Ärzte, Lehrer usw. in allen Ländern.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Er ging. Sie blieb.", ["Er ging.", "Sie blieb."]),
        ("„Er ging. Sie blieb“, sagte Maier.", ["„Er ging.", "Sie blieb“, sagte Maier."]),
        ("»Er ging.« Sie blieb.", ["»Er ging.«", "Sie blieb."]),
        ("«Er ging.» Sie blieb.", ["«Er ging.»", "Sie blieb."]),
        ('"Er ging." "Sie blieb."', ['"Er ging."', '"Sie blieb."']),
        ("Sie kam 1998. Danach blieb sie.", ["Sie kam 1998.", "Danach blieb sie."]),
        ("Rot bekam 12 Sitze, Blau 29. Beide waren froh.", ["Rot bekam 12 Sitze, Blau 29.", "Beide waren froh."]),
        ("Was nun? Niemand weiß es … Wir warten.", ["Was nun?", "Niemand weiß es …", "Wir warten."]),
        ("Das gilt für Ärzte usw. Die Lehrer klagen.", ["Das gilt für Ärzte usw.", "Die Lehrer klagen."]),
        ("Das Ende.Der Anfang folgt.", ["Das Ende.", "Der Anfang folgt."]),
        ("Er sagte (siehe oben.) Dann kam sie.", ["Er sagte (siehe oben.)", "Dann kam sie."]),
    ],
)
def test_several_sentences(text: str, wanted: list[str]) -> None:
    assert split(text) == wanted


def test_dateline_stands_alone() -> None:
    assert split("Soest (dpa/lnw) - Ein Kran ist umgestürzt. Niemand kam zu Schaden.") == [
        "Soest (dpa/lnw) -",
        "Ein Kran ist umgestürzt.",
        "Niemand kam zu Schaden.",
    ]


def test_headings_and_paragraphs() -> None:
    made = records(
        "Kran fällt um\n\nDer Kran fiel am Morgen um.\nZeugen gesucht\nDie Polizei sucht Zeugen. Wer sah es?",
        title="Kran fällt um",
    )
    assert [(s.paragraph, s.heading) for s in made] == [(0, True), (1, False), (2, True), (3, False), (3, False)]


def test_hard_wrapped_lines_are_joined() -> None:
    text = "Die Feuerwehr war mit vier Wagen und dreißig Leuten stundenlang im\n"
    text += "Einsatz, bis das Feuer aus war. Danach\nblieb es ruhig."
    assert len(split(text)) == 2


def test_debris_is_left_out() -> None:
    text = "Der Kran fiel um. Mehr zum Thema: Ein Bagger fiel auch um Die Polizei kam."
    begin, end = text.index("Mehr"), text.index("Die Polizei")
    assert split(text, debris=(Debris(begin, end, "teaser", "Mehr zum Thema"),)) == [
        "Der Kran fiel um.",
        "Die Polizei kam.",
    ]


def test_english_and_russian() -> None:
    assert split("Mr. Hall met Sen. Reed at 5 p.m. He left early.", language="en") == [
        "Mr. Hall met Sen. Reed at 5 p.m.",
        "He left early.",
    ]
    assert split("«Мы готовы. Ждём», — сказал А. И. Громов. Это было в 2019 г. в Самаре.", language="ru") == [
        "«Мы готовы.",
        "Ждём», — сказал А. И. Громов.",
        "Это было в 2019 г. в Самаре.",
    ]


def test_tokens_of_a_sentence() -> None:
    (made,) = records("Frau Dr. Lenz' 71-jähriger Vater zahlte „3,5 Mio. Euro“ am 1. Mai.")
    words = " ".join(t.text for t in made.tokens)
    assert words == "Frau Dr. Lenz ' 71-jähriger Vater zahlte „ 3,5 Mio. Euro “ am 1 . Mai ."


def test_long_run_is_cut() -> None:
    made = records("wort " * 5000)
    assert len(made) > 1
    assert all(s.end - s.start <= limits.MAX_SENTENCE_CHARS for s in made)


def test_linear_time() -> None:
    def took(text: str) -> float:
        start = time.process_time()
        records(text)
        return time.process_time() - start

    for unit in (
        "a.",
        "„",
        "(a",
        "Der Mann, der kam. ",
        "1.",
        "x-",
        "A.B",
        "(dpa/",
        "\n",
        "\"'",
        "a.de",
        "a-a@",
        "https://",
    ):
        short = min(took(unit * 5_000) for _ in range(3))
        long = min(took(unit * 20_000) for _ in range(2))
        assert long < 12 * max(short, 0.02), unit


@given(st.text(alphabet="Aa1. \n„“»«\"'!?,-(:)…ж", max_size=300))
def test_spans_are_sound(text: str) -> None:
    made = records(text)
    last = 0
    for sentence in made:
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
        assert sentence.start == sentence.tokens[0].start
        assert sentence.end == sentence.tokens[-1].end
        assert all(text[t.start : t.end] == t.text for t in sentence.tokens)
    covered = "".join(t.text for s in made for t in s.tokens)
    assert covered == "".join(text.split())
