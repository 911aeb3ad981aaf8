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
