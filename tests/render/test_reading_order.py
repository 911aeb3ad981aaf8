"""Order, look-ups, origins, quotes, words and safe text."""

from __future__ import annotations

import pytest
import sample
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.dossier.render import safe
from quellenlage.dossier.render.dates import readable
from quellenlage.dossier.render.origins import counted, marks, named_among, origins_of, teller, value_of
from quellenlage.dossier.render.quotes import joined, quote
from quellenlage.dossier.render.reading import Reading
from quellenlage.dossier.render.stories import narrow
from quellenlage.dossier.render.values import key_of
from quellenlage.dossier.render.words import words
from quellenlage.dossier.schema import Dossier, Range
from quellenlage.errors import InputError, ResourceError


def test_claims_come_in_order_of_attention(dossier: Dossier) -> None:
    claims = Reading(dossier).claims
    assert [c.id for group in claims.values() for c in group] == ["c1", "c2", "c3", "c5", "c9", "c4", "c6", "c7", "c8"]


def test_values_are_grouped_whatever_their_case(dossier: Dossier) -> None:
    reading = Reading(dossier)
    groups = reading.values_of(reading.claim["c1"])
    assert [(g.value, [m.article for m in g.mentions]) for g in groups] == [
        ("zwölf", ["a1", "a2", "a4"]),
        ("17", ["a3"]),
    ]
    polarity = reading.values_of(reading.claim["c3"])
    assert [value_of(g, reading.claim["c3"], reading=reading, words=words("de")) for g in polarity] == [
        "bejaht",
        "verneint",
    ]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("zwölf", "de"), ("12", "de"), True),
        (("Zwölf", "de"), ("twelve", "en"), True),
        (("280.000", "de"), ("280,000", "en"), True),
        (("rund 2000", "de"), ("etwa 2000", "de"), True),
        (("rund 2000", "de"), ("2000", "de"), False),
        (("mindestens sechs", "de"), ("sechs", "de"), False),
        (("19 zu 14", "de"), ("14 zu 19", "de"), False),
        (("„Seestern“", "de"), ("Seestern", "de"), True),
        (("17", "de"), ("71", "de"), False),
    ],
)
def test_values_are_the_same_whatever_their_spelling(
    first: tuple[str, str], second: tuple[str, str], same: bool
) -> None:
    assert (key_of(*first) == key_of(*second)) is same


def test_a_dispute_without_values_shows_the_words_it_is_about(dossier: Dossier) -> None:
    reading = Reading(dossier)
    bare = [m.model_copy(update={"value": None}) for m in reading.claim["c9"].mentions]
    claim = reading.claim["c9"].model_copy(update={"mentions": tuple(bare), "differs_in": "place"})
    first, second = reading.values_of(claim)
    assert [value_of(g, claim, reading=reading, words=words("en")) for g in (first, second)] == [
        "no value",
        "Norderwyker",
    ]
    claim = reading.claim["c4"].model_copy(update={"differs_in": "date"})
    claim = claim.model_copy(update={"mentions": tuple(m.model_copy(update={"value": None}) for m in claim.mentions)})
    assert [g.value for g in reading.values_of(claim)] == ["gegen 21.40 Uhr", None]


def test_an_outlet_that_tells_it_itself_copies_nobody(dossier: Dossier) -> None:
    reading = Reading(dossier)
    claim = reading.claim["c9"]
    told = tuple(m.model_copy(update={"origins": (n,)}) for n, m in enumerate(claim.mentions))
    claim = claim.model_copy(update={"mentions": told, "origins": (("a2", "a6"), ("a4", "a7"))})
    found = origins_of(claim, reading=reading, words=words("en"))
    assert [(o.label, o.plain) for o in found] == [("Nordblatt (a6)", True), ("Abendkurier (a7)", True)]


def test_the_same_words_stand_once(dossier: Dossier) -> None:
    reading = Reading(dossier)
    found = reading.wordings(reading.claim["c4"].mentions)
    assert [(w.words, w.speaker, len(w.mentions)) for w in found] == [
        ("Das Feuer sei gegen 21.40 Uhr ausgebrochen", "Maren Kolk", 2)
    ]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("c4", ["NDA report in Hafenbote Norderwyk, Nordblatt (a2)"]),
        ("c5", ["Küstenfunk", "Reederei Lüth, cited in Hafenbote Norderwyk"]),
        ("c9", ["Nordblatt (a6)", "Abendkurier (a7)"]),
    ],
)
def test_origins_are_labelled_from_data(dossier: Dossier, claim: str, expected: list[str]) -> None:
    reading = Reading(dossier)
    found = origins_of(reading.claim[claim], reading=reading, words=words("en"))
    assert [origin.label for origin in found] == expected


def test_a_copy_without_an_agency_names_its_source(dossier: Dossier) -> None:
    reading = Reading(dossier)
    claim = reading.claim["c4"].model_copy(update={"origins": (("a2", "a1"),)})
    (origin,) = origins_of(claim, reading=reading, words=words("de"))
    assert origin.label == "Hafenbote Norderwyk, übernommen in Nordblatt (a2)"
    assert list(marks(claim, (origin,)).values()) == ["[1]", "[1]"]
    assert counted(claim, reading=reading, words=words("de")) == "2 Artikel, 1 Ursprung"


def test_an_origin_without_articles_finds_those_that_rest_on_it(dossier: Dossier) -> None:
    reading = Reading(dossier)
    claim = reading.claim["c5"]
    first, second = (m.model_copy(update={"origins": (n,)}) for n, m in enumerate(claim.mentions))
    claim = claim.model_copy(update={"mentions": (first, second), "origins": (("e1",), ("e4",))})
    found = origins_of(claim, reading=reading, words=words("en"))
    assert [o.label for o in found] == ["NDA report in Küstenfunk", "Reederei Lüth, cited in Hafenbote Norderwyk"]
    assert marks(claim, found) == {first: "[1]", second: "[2]"}


def test_origins_that_would_read_the_same_name_who_is_cited(dossier: Dossier) -> None:
    reading = Reading(dossier)
    told = (reading.claim["c6"].mentions[0], reading.claim["c1"].mentions[2])  # both in a3, by Polizei and Tjark Onken
    told = tuple(m.model_copy(update={"origins": (n,)}) for n, m in enumerate(told))
    claim = reading.claim["c6"].model_copy(update={"mentions": told, "origins": (("a3",), ("a3",))})
    found = origins_of(claim, reading=reading, words=words("en"))
    assert [o.label for o in found] == ["Küstenfunk: Polizei", "Küstenfunk: Tjark Onken"]


def test_chains_and_loops_of_copies_have_roots(dossier: Dossier) -> None:
    articles = {a.id: a for a in dossier.articles}
    looped = [
        articles["a1"].model_copy(update={"copy_of": "a3"}),
        articles["a2"],
        articles["a3"].model_copy(update={"copy_of": "a1"}),
        articles["a4"].model_copy(update={"copy_of": "a2"}),
        articles["a5"].model_copy(update={"copy_of": "gone"}),
    ]
    roots = Reading(dossier.model_copy(update={"articles": tuple(looped)})).roots
    assert roots["a4"] in {"a1", "a3"}
    assert roots["a5"] == "a5"


def test_speakers_without_an_entity_go_by_the_words_of_the_text(dossier: Dossier) -> None:
    names = [name for name, _, _ in Reading(dossier).speakers]
    assert names[0] == "Maren Kolk"
    assert "Anwohnerin Gesa T." in names
    assert names[-1] == ""


def test_one_story_alone_keeps_ids_and_drops_the_rest(dossier: Dossier) -> None:
    part = narrow(dossier, "s2")
    assert [a.id for a in part.articles] == ["a6", "a7"]
    assert [c.id for c in part.claims] == ["c9"]
    assert {m.article for e in part.entities for m in e.mentions} == {"a6", "a7"}
    assert [t.event for t in part.timeline] == ["v2"]
    with pytest.raises(InputError, match="s9"):
        narrow(dossier, "s9")


@given(st.text(alphabet="ab\n 🔥", max_size=80), st.integers(0, 90), st.integers(0, 90), st.integers(0, 20))
def test_a_quote_is_a_substring_within_its_paragraph(text: str, a: int, b: int, context: int) -> None:
    start, end = sorted((a, b))
    found = quote(text, Range(start=start, end=end), context=context)
    assert found.before + found.words + found.after in text
    assert found.words == text[start:end]
    assert "\n" not in found.before + found.after
    assert len(found.before) <= context
    assert len(found.after) <= context


def test_a_split_statement_is_joined_with_an_ellipsis() -> None:
    assert joined("„Ja“, sagte er, „gern“", (Range(start=0, end=4), Range(start=16, end=22))) == "„Ja“ … „gern“"


def test_words_in_quotation_marks_are_not_quoted_twice() -> None:
    assert words("de").quote("Ja") == "„Ja“"
    assert words("en").quote("„Ja“") == "„Ja“"
    assert words("en").quote("Ja") == "“Ja”"


def test_both_languages_fill_every_key_and_the_same_places() -> None:
    english, german = words("en").table, words("de").table
    assert english.keys() == german.keys()
    assert all(english.values())
    assert all(german.values())
    for key in english:
        assert [p for p in ("{n}", "{all}", "{name}", "{articles}", "{agencies}", "{kind}") if p in english[key]] == [
            p for p in ("{n}", "{all}", "{name}", "{articles}", "{agencies}", "{kind}") if p in german[key]
        ]
    with pytest.raises(ResourceError, match="nonsense"):
        words("en")("nonsense")


def test_numbers_take_singular_and_plural() -> None:
    assert words("en").count("n_origins", 1) == "1 origin"
    assert words("de").count("n_origins", 3) == "3 Ursprünge"


def test_dates_keep_their_uncertainty() -> None:
    assert readable("2025-05-12T21:40~", words("en")) == "about 12 May 2025, 21:40"
    assert readable("2023-11-XX", words("de")) == "an einem Tag im November 2023"
    assert readable(None, words("en")) == "undated"
    assert readable("\x1b[31m", words("en")) == "\ufffd[31m"


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/x?y=1&z=%20#f",
        "http://a.example:8080/",
        "HTTPS://A.EXAMPLE",
        "https://xn--mnchen-3ya.example/ä"[:-1],
    ],
)
def test_web_addresses_may_be_links(url: str) -> None:
    assert safe.link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "//evil.example", "https:evil.example", "https://", "http:///x",
        "https://a b",
        "https://dpa.com@evil.example/", "https://a.example/\x00", "https://a.example/\u202egnp.exe", "https://a.example/<script>",
        'https://a.example/"onmouseover=1', "https://[::1", "https://a.example:99999/", "blob:https://a.example/1", "ftp://a.example",
        "https://a.example\n", "https://a.example/`x`", "https://\\evil.example",
    ],
)  # fmt: skip
def test_other_addresses_may_not(url: str | None) -> None:
    assert safe.link(url) is None


def test_control_characters_are_made_visible() -> None:
    assert (
        safe.line("a\x1b]8;;http://x\x07b\x9bc\u202ed\n\te\u2066f")
        == "a\ufffd]8;;http://x\ufffdb\ufffdc\ufffdd e\ufffdf"
    )
    assert len(safe.visible("a\x00\ud800🔥")) == len("a\x00\ud800🔥")


def test_outlets_that_would_read_the_same_carry_their_id(dossier: Dossier) -> None:
    reading = Reading(dossier)
    assert reading.outlet("a2") == "Nordblatt (a2)"
    assert reading.outlet("a3") == "Küstenfunk"
    assert reading.outlet("a5") == "notiz 5"
    assert reading.outlet("zz") == "zz"
    assert sample.ARTICLES["a5"]["outlet"] is None


def test_a_list_of_origins_names_each_that_it_counts(dossier: Dossier) -> None:
    reading, ui = Reading(dossier), words("en")
    claim = reading.claim["c5"]
    mixed = origins_of(claim, reading=reading, words=ui)
    assert named_among(mixed, claim, reading=reading, words=ui) == (
        (1, "Küstenfunk itself"),
        (2, "Reederei Lüth, cited in Hafenbote Norderwyk"),
    )
    plain = origins_of(reading.claim["c9"], reading=reading, words=ui)
    assert named_among(plain, reading.claim["c9"], reading=reading, words=ui) == ()


def test_a_spokesman_stands_beside_the_body_he_counts_as(dossier: Dossier) -> None:
    reading = Reading(dossier)
    mention = reading.claim["c1"].mentions[2].model_copy(update={"origins": (0,)})  # said by Tjark Onken
    claim = reading.claim["c1"].model_copy(update={"mentions": (mention,), "origins": (("e4",),)})
    (origin,) = origins_of(claim, reading=reading, words=words("en"))
    assert origin.label == "Reederei Lüth (Tjark Onken), cited in Küstenfunk"
    assert teller(mention, claim, reading=reading) == "Tjark Onken"
    nameless = mention.model_copy(update={"statement": None})
    assert teller(nameless, claim, reading=reading) == "Reederei Lüth"
    assert teller(nameless.model_copy(update={"stance": "asserts"}), claim, reading=reading) == ""


def test_a_weekday_in_dispute_has_its_date(dossier: Dossier) -> None:
    reading = Reading(dossier)
    time = next(t for t in dossier.times if reading.text(t.article)[t.start : t.end] == "Freitag")
    place = {"article": time.article, "start": time.start, "end": time.end, "value": "Freitag"}
    mention = reading.claim["c9"].mentions[0].model_copy(update=place)
    claim = reading.claim["c9"].model_copy(update={"mentions": (mention,), "differs_in": "date"})
    (group,) = reading.values_of(claim)
    assert value_of(group, claim, reading=reading, words=words("en")) == "Freitag (16 May 2025)"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("„Die Leitung ist gerissen", "“Die Leitung ist gerissen”"),
        ("und wir gehen nach Hause“", "“und wir gehen nach Hause”"),
        ("„Die Leitung ist gerissen“", "„Die Leitung ist gerissen“"),
        ("„Nein“, sagte sie", "“„Nein“, sagte sie”"),
        ("„", "“”"),
    ],
)
def test_half_a_pair_of_quotation_marks_is_left_out(text: str, quoted: str) -> None:
    assert words("en").quote(text) == quoted


def test_days_in_dispute_are_told_apart_by_the_calendar(dossier: Dossier) -> None:
    reading = Reading(dossier)
    days = [t for t in dossier.times if reading.text(t.article)[t.start : t.end] in {"Freitag", "Mittwoch"}]
    told = [
        reading.claim["c9"]
        .mentions[0]
        .model_copy(
            update={
                "article": t.article,
                "start": t.start,
                "end": t.end,
                "value": reading.text(t.article)[t.start : t.end],
            }
        )
        for t in days
    ]
    same = [t.model_copy(update={"edtf": "2025-05-16"}) for t in dossier.times]
    claim = reading.claim["c9"].model_copy(update={"mentions": tuple(told), "differs_in": "date"})
    assert len(reading.values_of(claim)) == 2
    assert len(Reading(dossier.model_copy(update={"times": tuple(same)})).values_of(claim)) == 1
    numbered = claim.model_copy(
        update={
            "mentions": tuple(
                m.model_copy(update={"value": v}) for m, v in zip(told, ("den 1. Oktober", "с 1 ноября"), strict=True)
            )
        }
    )
    assert len(reading.values_of(numbered)) == 2
