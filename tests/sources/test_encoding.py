from __future__ import annotations

import pytest

from quellenlage.sources.encoding import decode

GERMAN = "Die Bürger in Grünau hören Lärm – „unerträglich“, sagt Jürgen Weiß. Für 20 € geht es nach Österreich."
RUSSIAN = "Мэр города сообщил журналистам, что мост через реку откроют весной. Об этом пишет местная газета."
POLISH = "Żołnierze przyszli późną nocą. Łódź i Gdańsk są połączone, powiedział rzecznik, dodając że źródła są pewne."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_german(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_russian(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


def test_one_umlaut_is_enough() -> None:
    assert decode("Der Zug fährt ab.".encode("cp1252")) == "Der Zug fährt ab."


def test_short_cyrillic_words() -> None:
    assert decode("Новый мост в городе".encode("cp1251")) == "Новый мост в городе"


@pytest.mark.parametrize(
    ("content", "declared"),
    [
        (GERMAN.encode("cp1252"), "iso-8859-1"),
        (RUSSIAN.encode("koi8-r"), "KOI8-R"),
        (POLISH.encode("cp1250"), "windows-1250"),
    ],
)
def test_declared(content: bytes, declared: str) -> None:
    assert decode(content, declared=declared) in {GERMAN, RUSSIAN, POLISH}


def test_utf8_goes_before_a_wrong_declaration() -> None:
    assert decode(GERMAN.encode(), declared="iso-8859-1") == GERMAN


@pytest.mark.parametrize("declared", ["", "no-such", "base64", "rot13", "utf-8", "unicode_escape\x00", "idna"])
def test_declarations_that_are_no_help(declared: str) -> None:
    assert decode(GERMAN.encode("cp1252"), declared=declared) == GERMAN


def test_damaged_utf8_stays_utf8() -> None:
    content = GERMAN.encode()
    assert decode(content[:20] + b"\xff" + content[20:]) == content[:20].decode() + "\ufffd" + content[20:].decode()
    assert decode(content + "ä".encode()[:1]) == GERMAN + "\ufffd"


@pytest.mark.parametrize("content", [b"", b"\xff", b"\x80\x81", bytes(range(128, 256)), b"\xff\xfe\x00", b"\x00" * 9])
def test_nothing_is_raised(content: bytes) -> None:
    assert isinstance(decode(content), str)
