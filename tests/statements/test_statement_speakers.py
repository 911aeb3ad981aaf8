from statement_reading import with_people, words


def names(text: str, people: dict, **options: object) -> list[str | None]:  # type: ignore[type-arg]
    made = with_people(text, people, **options)  # type: ignore[arg-type]
    return [made.referents[s.speaker].name if s.speaker is not None else None for s in made.statements]


def vias(text: str, people: dict, **options: object) -> list[list[str]]:  # type: ignore[type-arg]
    made = with_people(text, people, **options)  # type: ignore[arg-type]
    return [[made.referents[v].name if isinstance(v, int) else v for v in s.via] for s in made.statements]


def test_name_in_the_phrase() -> None:
    assert names("Der Kran sei alt, sagte Werftchefin Ida Moll.", {"Ida Moll": "f"}) == ["Ida Moll"]


def test_attribute_is_not_the_speaker() -> None:
    text = "Ein Sprecher von Nordwerft teilte mit, der Kran sei alt."
    assert names(text, {"Nordwerft": None}) == [None]


def test_pronoun_finds_the_person_of_its_gender() -> None:
    text = "Ida Moll traf Jens Ohm in Kiel. „Das war gut“, sagte sie. Er lobte den Kaffee."
    assert names(text, {"Ida Moll": "f", "Jens Ohm": "m"}) == ["Ida Moll", "Jens Ohm"]


def test_description_finds_the_speaker_with_that_office() -> None:
    text = "Der Kran sei alt, sagte Werftsprecher Jens Ohm. Niemand sei verletzt, betonte der Sprecher."
    assert names(text, {"Jens Ohm": "m"}) == ["Jens Ohm", "Jens Ohm"]


def test_relay_with_reference() -> None:
    text = "Wie Norpress unter Berufung auf einen Kapitän meldet, sei der Kran alt."
    made = with_people(text, {"Norpress": None}, agencies=("Norpress",))
    (statement,) = made.statements
    assert words(text, statement.speaker_spans) == "einen Kapitän"
    assert [made.referents[v].name for v in statement.via if isinstance(v, int)] == ["Norpress"]


def test_medium_spoken_to_is_a_relay() -> None:
    text = "„Der Kran ist alt“, sagte Jens Ohm dem Sender Norpress."
    assert vias(text, {"Jens Ohm": "m", "Norpress": None}, agencies=("Norpress",)) == [["Norpress"]]


def test_own_paper_is_no_relay() -> None:
    text = "„Der Kran ist alt“, sagte Jens Ohm dieser Zeitung."
    assert vias(text, {"Jens Ohm": "m"}) == [[]]
    text = "„Der Kran ist alt“, sagte Jens Ohm der Zeitung „Nordbote“."
    assert vias(text, {"Jens Ohm": "m"}, outlet="Nordbote") == [[]]
    assert vias(text, {"Jens Ohm": "m"}, outlet="Südblatt") == [["Nordbote"]]


def test_report_in_the_frame_is_a_relay() -> None:
    text = "Laut Norpress brennt die Werft. Das Ministerium erklärte dem Bericht zufolge, dass geprüft wird."
    assert vias(text, {"Norpress": None}, agencies=("Norpress",)) == [[], ["Norpress"]]


def test_cited_speaker_and_citing_medium() -> None:
    text = "Norpress zitiert einen Matrosen: „Der Kran war alt.“"
    made = with_people(text, {"Norpress": None}, agencies=("Norpress",))
    (statement,) = made.statements
    assert words(text, statement.speaker_spans) == "einen Matrosen"
    assert statement.via == (0,)


def test_chain_by_relative_clause() -> None:
    text = "Norpress zitiert einen Matrosen, demzufolge Jens Ohm gesagt habe, dass der Kran alt sei."
    made = with_people(text, {"Norpress": None, "Jens Ohm": "m"}, agencies=("Norpress",))
    inner = made.statements[-1]
    assert inner.speaker == 1
    assert inner.via == (0, "einen Matrosen")


def test_pronoun_without_entity_takes_the_subject_before() -> None:
    text = "Der Fahrer blieb unverletzt. Er habe die Ampel übersehen, sagte er laut Polizei."
    made = with_people(text, {})
    (statement,) = made.statements
    assert words(text, statement.speaker_spans) == "Der Fahrer"
    assert statement.via == ("Polizei",)


def test_own_claim_is_hearsay() -> None:
    text = "Ein Zeuge will einen Schuss gehört haben."
    (statement,) = with_people(text, {}).statements
    assert (words(text, statement.speaker_spans), statement.certainty) == ("Ein Zeuge", "hedged")


def test_compounds_and_bodies_name_whom_their_first_part_names() -> None:
    made = with_people("Die Nordag schweigt. Nach Nordag-Angaben ruht die Arbeit.", {"Nordag": None})
    assert [made.referents[s.speaker].name for s in made.statements if s.speaker is not None] == ["Nordag"]
