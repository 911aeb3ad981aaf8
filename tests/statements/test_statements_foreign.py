# ruff: noqa: E501 -- one example a line reads better
import pytest
from statement_reading import read, shown, words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"The crane was old," said Ann Hale, a foreman at the yard.', ("direct", "Ann Hale", '"The crane was old,"')),
        ("“The crane was old,” she added.", ("direct", "she", "“The crane was old,”")),
        ("Hale, a foreman, said the yard had closed.", ("indirect", "Hale", "the yard had closed")),
        ("The ministry said that the yard had closed.", ("indirect", "The ministry", "that the yard had closed")),
        ("The yard, he said, had closed in May.", ("indirect", "he", "The yard / had closed in May")),
        ("According to the police, the yard had closed.", ("indirect", "the police", "the yard had closed")),
        ("The yard has closed, according to Ann Hale.", ("indirect", "Ann Hale", "The yard has closed")),
        ('"The yard," Hale said, "was new."', ("direct", "Hale", '"The yard," / "was new."')),
        ("Hale told parliament the yard was new.", ("indirect", "Hale", "the yard was new")),
        (
            "The report, published in May, found that the yard was old.",
            ("indirect", "The report", "that the yard was old"),
        ),
        (
            "The Herald quoted a sailor as saying that the yard was old.",
            ("indirect", "a sailor", "that the yard was old"),
        ),
        (
            "The Herald, citing two sailors, reported that the yard was old.",
            ("indirect", "two sailors", "that the yard was old"),
        ),
        ("Ann Hale urged owners to close the yard.", ("indirect", "Ann Hale", "owners to close the yard")),
        ('The mayor told the paper on Friday: "We are late."', ("direct", "The mayor", '"We are late."')),
    ],
)
def test_english(text: str, wanted: tuple[str, str, str]) -> None:
    ((kind, speaker, _, content),) = shown(text, language="en")
    assert (kind, speaker, content) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("The ministry denied that the yard had closed.", "indirect", "denied"),
        ("The mayor warned of new closures.", "reported", "reported"),
        ("The owner rejected the claims.", "reported", "denied"),
        ("She is said to be preparing a lawsuit.", "free_indirect", "hedged"),
        ("The union praised the deal.", "reported", "reported"),
    ],
)
def test_english_kinds(text: str, kind: str, certainty: str) -> None:
    (made,) = read(text, language="en")
    assert (made.type, made.certainty) == (kind, certainty)


def test_english_two_frames() -> None:
    text = "The ministry denied that it had closed the yard, after the owner claimed that it was empty."
    assert [s[3] for s in shown(text, language="en")] == ["that it had closed the yard", "that it was empty"]


def test_english_quotation_goes_on() -> None:
    text = '"We are late," said Ann Hale. "We are very late."'
    (made,) = read(text, language="en")
    assert words(text, made.content) == '"We are late," / "We are very late."'


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("«Кран был старый», — сказал Пётр Громов.", ("direct", "Пётр Громов", "«Кран был старый»")),
        ("Громов сообщил, что кран был старый.", ("indirect", "Громов", "что кран был старый")),
        ("Кран был старый, сообщила пресс-служба завода.", ("indirect", "пресс-служба завода", "Кран был старый")),
        ("По словам Громова, кран был старый.", ("indirect", "Громова", "кран был старый")),
        ("Как сообщает Интерфакс, кран упал.", ("indirect", "Интерфакс", "кран упал")),
        (
            "«Кран был старый, — сказал Громов. — Завод закроют».",
            ("direct", "Громов", "«Кран был старый, / Завод закроют»"),
        ),
        ("Кран упал. Об этом сообщил глава завода Пётр Громов.", ("indirect", "глава завода Пётр Громов", "Кран упал")),
        ("«Кран был старый», — заявил Громов журналистам.", ("direct", "Громов", "«Кран был старый»")),
        ("Агентство со ссылкой на моряков сообщило, что кран упал.", ("indirect", "моряков", "что кран упал")),
        ("По предварительной информации полиции, кран упал.", ("indirect", "полиции", "кран упал")),
        ("«Кран был старый», — цитирует Громова ТАСС.", ("direct", "Громова", "«Кран был старый»")),
        ("Кран упал, передаёт «Вестник» со ссылкой на порт.", ("indirect", "порт", "Кран упал")),
        ("Громов призвал закрыть завод.", ("indirect", "Громов", "закрыть завод")),
    ],
)
def test_russian(text: str, wanted: tuple[str, str, str]) -> None:
    ((kind, speaker, _, content),) = shown(text, language="ru")
    assert (kind, speaker, content) == wanted


def test_russian_denial_and_hearsay() -> None:
    (denied,) = read("Министр опроверг сообщения о закрытии завода.", language="ru")
    assert denied.certainty == "denied"
    (hedged,) = read("Газеты писали, будто завод закроют.", language="ru")
    assert hedged.certainty == "hedged"


def test_not_excluded_is_hedged() -> None:
    (made,) = read("Громов не исключил, что завод закроют.", language="ru")
    assert made.certainty == "hedged"


def test_other_languages_have_no_statements() -> None:
    assert read("«Se acabó», dijo el alcalde.", language="es") == ()


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Five people are missing, according to the coastguard, and two were taken to hospital.", "the coastguard", "Five people are missing"),
        ("The truce begins on Friday, a day later than first announced, according to Ann Poole, a spokeswoman for the mission.", "Ann Poole", "The truce begins on Friday, a day later than first announced"),
        ("The bridge, according to engineers, had not been inspected.", "engineers", "The bridge / had not been inspected"),
        ("By the count of the union, 149 flights were cancelled.", "the union", "149 flights were cancelled"),
        ("Some 1,600 people took part, by police estimates.", "police", "Some 1,600 people took part"),
        ("At least 42 people have died, a tally by Radio Delta shows.", "a tally by Radio Delta", "At least 42 people have died"),
        ("The dam will stay, his spokeswoman, Ann Poole, said on Tuesday.", "Ann Poole", "The dam will stay"),
        ("“Paper burns,” shrugged Tom Beal, a beekeeper.", "Tom Beal", "“Paper burns,”"),
        ("Mr Hill promised to resign if the bridge was not rebuilt.", "Mr Hill", "to resign if the bridge was not rebuilt"),
        ("She rejected reports that the plant would close.", "She", "that the plant would close"),
        ("Strand, for her part, insisted nothing had been decided.", "Strand", "nothing had been decided"),
        ("The minister himself insisted that no shot had been fired.", "The minister", "that no shot had been fired"),
    ],
)  # fmt: skip
def test_english_frames_and_sources(text: str, speaker: str, content: str) -> None:
    ((_, who, _, said),) = shown(text, language="en")
    assert (who, said) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "Asked about the fire, Mayor John Hill smiled and said nothing more.",
        "A spokesman would not say how many workers were affected.",
        "The minister declined to confirm the figure.",
        "Norland called home its ambassador on Tuesday.",
        "Nobody had thought of calling the police.",
    ],
)
def test_english_that_is_no_statement(text: str) -> None:
    assert shown(text, language="en") == []


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Reuters reported, citing two officials, that the pipeline was shut.", "two officials", ("Reuters",)),
        ("The pipeline was shut, Reuters reported, citing two officials.", "two officials", ("Reuters",)),
        ("The dam was safe, the governor said through a spokeswoman.", "the governor", ("a spokeswoman",)),
    ],
)
def test_english_relays(text: str, speaker: str, via: tuple[str, ...]) -> None:
    (statement,) = read(text, language="en")
    assert (words(text, statement.speaker_spans), statement.via) == (speaker, via)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("По её оценке, дорога закрыта.", "её", "дорога закрыта"),
        ("Министр, как рассказал его помощник, ушел в отставку.", "его помощник", "Министр / ушел в отставку"),
        ("Сам он заявил, что уходит.", "он", "что уходит"),
        ("Жители, однако, утверждают, что видели подростков.", "Жители", "что видели подростков"),
        ("Белова призвала не распространять слухи.", "Белова", "не распространять слухи"),
        ("Согласно докладу ООН, погибли 40 человек.", "ООН", "погибли 40 человек"),
        ("В Кремле сообщили, что встреча состоится.", "Кремле", "что встреча состоится"),
        ("Громова, выступая в Риге, назвала партнеров предателями.", "Громова", "назвала партнеров предателями"),
        ("Полиция подтвердила гибель двух человек.", "Полиция", "подтвердила гибель двух человек"),
    ],
)
def test_russian_frames_and_sources(text: str, speaker: str, content: str) -> None:
    ((_, who, _, said),) = shown(text, language="ru")
    assert (who, said) == (speaker, content)


def test_russian_agency_before_its_source() -> None:
    text = "Министр ушел в отставку, передает «Восток» со ссылкой на источник в правительстве."
    (statement,) = read(text, language="ru")
    assert words(text, statement.speaker_spans).startswith("источник")
    assert statement.via == ("Восток",)


def test_russian_hearsay_keeps_the_source_before_it() -> None:
    text = "По словам Громовой, завод продан. Он якобы закроется осенью."
    assert [(who, certainty) for _, who, certainty, _ in shown(text, language="ru")][-1] == ("Громовой", "hedged")


def test_what_is_not_ruled_out_is_hedged() -> None:
    ((kind, who, certainty, _),) = shown("Police have not ruled out arson.", language="en")
    assert (kind, who, certainty) == ("reported", "Police", "hedged")


def test_russian_quotation_behind_what_somebody_told() -> None:
    text = "Соседи, как рассказал Иван Лебедев, ждут писем: «Я не видел брата тридцать лет»."
    assert [(kind, who) for kind, who, _, _ in shown(text, language="ru")] == [
        ("indirect", "Иван Лебедев"),
        ("direct", "Иван Лебедев"),
    ]
