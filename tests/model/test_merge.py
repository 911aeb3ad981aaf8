"""Joining the drafts of rules and model."""

from __future__ import annotations

from quellenlage.layers.annotations import Token
from quellenlage.layers.statements import merge
from quellenlage.layers.statements.drafts import Draft, Named
from quellenlage.layers.statements.units import Unit

WORDS = [
    "Der",
    "Sprecher",
    "der",
    "Stadt",
    "sagte",
    "am",
    "Abend",
    ",",
    "die",
    "Brücke",
    "sei",
    "„",
    "völlig",
    "sicher",
    "“",
    "und",
    "bleibe",
    "offen",
    ".",
]


def unit(words: list[str] = WORDS) -> Unit:
    tokens, at = [], 0
    for word in words:
        tokens.append(Token(at, at + len(word), word))
        at += len(word) + 1
    low = [word.lower() for word in words]
    empty = [-1] * len(words)
    text = " ".join(words)
    return Unit(text, tokens, words, low, empty, [], [False] * len(words), 0, False, 0, lambda word: False)


UNIT = unit()


def draft(first: int, last: int, *, confidence: float = 0.9, kind: str = "indirect") -> Draft:
    return Draft(UNIT, [(first, last)], kind, "say", None, confidence=confidence)  # type: ignore[arg-type]


def test_one_statement_found_twice_is_one_with_the_type_of_the_model() -> None:
    joined = merge.join([draft(8, 17)], [draft(8, 18, kind="free_indirect")])
    assert [(item.content, item.type) for item in joined] == [([(8, 17)], "free_indirect")]


def test_what_only_one_side_found_is_kept_in_order() -> None:
    joined = merge.join([draft(8, 17)], [draft(0, 4)])
    assert [item.content for item in joined] == [[(0, 4)], [(8, 17)]]


def test_an_unsure_draft_of_the_model_alone_is_left_out() -> None:
    assert merge.join([], [draft(8, 17, confidence=merge.ENOUGH - 0.01)]) == []


def test_quoted_words_inside_a_told_clause_are_no_statement_of_their_own() -> None:
    inner = draft(11, 15, kind="direct")
    for rules, model in (([draft(8, 17)], [inner]), ([], [draft(8, 17), inner])):
        joined = merge.join(rules, model)
        assert [(item.content, item.inner) for item in joined] == [([(8, 17)], False), ([(11, 15)], True)]


def test_the_speaker_has_the_extent_of_the_model_and_the_head_of_the_rule() -> None:
    rule, model = Named(UNIT, 1, 2, 2), Named(UNIT, 0, 4, 4)
    widened = merge.widened(rule, model)
    assert widened is not None
    assert (widened.first, widened.last, widened.core) == (0, 4, 2)
    assert merge.widened(rule, Named(UNIT, 3, 4, 4)) is rule
    assert merge.widened(None, model) is None


def test_a_pronoun_is_not_widened() -> None:
    pronoun = Named(unit(["Ihr", "Amt", "sagte", "er", "sei", "bereit"]), 3, 4, 4)
    assert merge.widened(pronoun, Named(pronoun.unit, 0, 4, 4)) is pronoun


def test_what_the_words_show_the_model_does_not_overrule() -> None:
    unmarked = merge.join([draft(8, 17)], [draft(8, 17, kind="direct")])
    clear = merge.join([draft(8, 17, confidence=0.9)], [draft(8, 17, kind="reported")])
    assert [item.type for item in (*unmarked, *clear)] == ["indirect", "indirect"]


def test_a_speaker_does_not_end_in_a_preposition() -> None:
    found = merge.widened(Named(UNIT, 0, 2, 2), Named(UNIT, 0, 6, 2))
    assert found is not None and found.last == 5
    shorter = merge.widened(Named(UNIT, 0, 2, 2), Named(UNIT, 0, 3, 2))
    assert shorter is not None and shorter.last == 2


def test_a_plan_is_no_hearsay_of_the_model() -> None:
    plan = unit(["Das", "Lager", "soll", "im", "Mai", "öffnen", "."])
    made = Draft(plan, [(0, 6)], "free_indirect", "say", None, confidence=0.9)
    doubted = unit(["Das", "Lager", "soll", "angeblich", "im", "Mai", "öffnen", "."])
    kept = Draft(doubted, [(0, 7)], "free_indirect", "say", None, confidence=0.9)
    assert merge.join([], [made, kept]) == [kept]


def test_that_somebody_wants_no_name_printed_is_no_statement() -> None:
    aside = unit(["der", "seinen", "Namen", "nicht", "lesen", "will", "."])
    assert merge.join([], [Draft(aside, [(0, 6)], "indirect", "say", None, confidence=0.9)]) == []


def test_after_a_share_of_votes_is_no_source() -> None:
    words = ["Nach", "Auszählung", "von", "90", "Prozent", "lag", "die", "Partei", "vorn", "."]
    counted = unit(words)
    made = Draft(counted, [(5, 9)], "indirect", "say", Named(counted, 1, 5, 2), (0,), (0, 5), confidence=0.9)
    assert merge.join([], [made]) == []
