"""Wire services that no table knows, where the text itself calls them one: „die Nachrichtenagentur X meldete“.

A compound (*Nachrichtenagentur*, *news agency*, *информагентство*, *agence de presse*) says it outright. The bare word
(*Agentur*, *agency*, *агентство*, *agence*) may be a public body or an advertiser: there a verb of the press must stand
beside it, and a name that the gazetteer knows as something else is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_QUOTED: Final = r"[«„“\"‹](?P<{0}quoted>[^«»„“”\"‹›\n]{{2,40}})[»“”\"›]"
_BARE: Final = r"(?P<{0}bare>[A-ZÄÖÜÉА-ЯЁ][\w’-]*(?: (?:News|Press|Presse|Media|Today|Online|Nowosti))?)"
_NAME: Final = f"(?:{_QUOTED}|{_BARE})"
_GERMAN: Final = r"(?:Nachrichten|Presse|Staats|Depeschen)-?[Aa]gentur"
_RUSSIAN: Final = r"информ(?:ационн\w+ )?агентств\w{1,2}"
_FRENCH: Final = r"agence (?:de presse|d['’]information)"
_BEHIND: Final = re.compile(
    rf"(?<!\w)(?:(?P<sure>{_GERMAN}|(?:news|press|wire) agency|{_RUSSIAN}|{_FRENCH})"
    r"|(?P<open>Agentur|агентств\w{1,2}|agence))\s+" + _NAME.format("b")
)
_BEFORE: Final = re.compile(_NAME.format("a") + r" (?:(?P<sure>(?:news|press|wire) agency)|(?P<open>agency))(?!\w)")
_BETWEEN: Final = 60  # code points from the name to the verb that makes a bare „Agentur“ one of news
_PRESS: Final = re.compile(
    r"(?<!\w)(?:laut|meld(?:et|ete|eten)|gemeldet|bericht(?:et|ete|eten)|schr(?:eibt|ieb)|zitier(?:t|te)"
    r"|verbreite(?:t|te)|zufolge|unter Berufung auf|(?:quoted|cited|reported|carried) by|report(?:s|ed)|quot(?:es|ed)"
    r"|citing|according to|told|сообща\w+|сообщил\w*|переда[её]т|передал\w*|пишет|по данным|со ссылкой"
    r"|selon|d['’]après|rapport\w+|cit\w+ par)(?!\w)",
    re.IGNORECASE,
)
_NO_NAME: Final = frozenset(("für", "Für", "der", "des", "The", "Die", "Eine", "A", "An"))


class Introduced(NamedTuple):
    """A name that the text calls a wire service.

    Attributes:
        start: First code point of the name.
        end: One past the last.
        name: The name as written.
        sure: Whether the word itself says that it is one of news.
    """

    start: int
    end: int
    name: str
    sure: bool


def introduced(text: str, start: int, end: int) -> Iterator[Introduced]:
    """Find the names that a sentence calls wire services.

    Args:
        text: The text of the article.
        start: First code point of the sentence.
        end: One past its last.
    """
    for pattern, group in ((_BEHIND, "b"), (_BEFORE, "a")):
        for match in pattern.finditer(text, start, end):
            key = f"{group}quoted" if match[f"{group}quoted"] else f"{group}bare"
            name = match[key]
            around = text[max(start, match.start() - _BETWEEN) : min(end, match.end() + _BETWEEN)]
            sure = match["sure"] is not None
            if name not in _NO_NAME and (sure or _PRESS.search(around) is not None):
                yield Introduced(match.start(key), match.end(key), name, sure)
