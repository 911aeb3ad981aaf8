from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.corpus.names import same_name
from quellenlage.corpus.names.chinese import pinyin
from quellenlage.corpus.names.compare import THRESHOLD, compare
from quellenlage.corpus.names.parts import parse


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kassym-Schomart Tokajew", "Qassym-Jomart Tokayev"),
        ("Михаил Мишустин", "Michail Mischustin"),
        ("Oleksandr Ussyk", "Александр Усик"),
        ("Andrij Jermak", "Andrey Yermak"),
        ("Nguyen Van Minh", "Minh Nguyen Van"),
        ("Bidsina Iwanischwili", "Bidzina Ivanishvili"),
        ("Georgi Gospodinow", "Георги Господинов"),
        ("Robert Smith", "Bob Smith"),
        ("Мао Цзэдун", "Mao Zedong"),
        ("王毅", "Wang Yi"),
        ("Joerg Muenster", "Jörg Münster"),
        ("Iwan Petrowitsch Pawlow", "Ivan Pavlov"),
        ("Jurij Borisow", "Юрия Борисова"),
        ("Lee Jae-myung", "Lee Jae Myung"),
        ("Petra Pavelová", "Петра Павелова"),
    ],
)
def test_spellings_of_one_person(first: str, second: str) -> None:
    found = compare(first, second)
    assert found.score >= THRESHOLD, found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Martin Luther King", "Martin Luther King Jr."),
        ("George W. Bush", "George H. W. Bush"),
        ("Heinrich IV.", "Heinrich V."),
        ("Nikolai Petrow", "Nina Petrowa"),
        ("Ali Chamenei", "Ruhollah Chomeini"),
        ("Ali Khamenei", "Ali Khomeini"),
        ("Thomas Weber", "Andreas Weber"),
        ("Iwanow", "Iwanowa"),
        ("Anna Maier", "Hans Maier"),
        ("Friedrich Merz", "Friedrich Merkel"),
        ("Bauer", "Bayer"),
    ],
)
def test_two_people(first: str, second: str) -> None:
    found = compare(first, second)
    assert found.score < THRESHOLD, found
    assert found.reason


def test_parts_of_a_name() -> None:
    name = parse("Dr. Martin von der Heide Jr.")
    assert name.words == ("martin", "heide")
    assert name.suffix == "jr"
    assert name.gender == "m"
    assert parse("J. R. Meier").initials == (True, True, False)


def test_chinese_only_where_it_is_one() -> None:
    assert pinyin("Си Цзиньпин") == "Xi Jinping"
    assert pinyin("Чжоу Эньлай") == "Zhou Enlai"
    assert pinyin("Иван Петров") is None


NAMES = st.text(
    alphabet="abcdefghijklmnopqrstuvwxyzäöüßABCDEFäабвгдежзийклмнопрстуфхцчшщьюяАБВ' -.1习近平", max_size=24
)


@given(NAMES, NAMES)
@settings(max_examples=300)
def test_comparison_is_symmetric_bounded_and_reflexive(first: str, second: str) -> None:
    there, back = compare(first, second), compare(second, first)
    assert there.score == pytest.approx(back.score)
    assert 0 <= there.score <= 1
    if parse(first).words:
        assert compare(first, first).score == 1


def test_same_name_is_the_comparison_at_the_threshold() -> None:
    assert same_name("Dmitri Peskow", "Дмитрий Песков")
    assert not same_name("Dmitri Peskow", "Dmitri Medwedew")
    assert not same_name("", "Dmitri Peskow")
