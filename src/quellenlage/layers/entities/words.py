"""Closed word lists of the recogniser (``resources/words.tsv``): articles, prepositions, particles, legal forms."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.gazetteer import rows


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in rows("words.tsv", columns=2)}


DEFINITE: Final = _lists()["definite"]
POSSESSIVE: Final = _lists()["possessive"]
INDEFINITE: Final = _lists()["indefinite"]
PLACE_BEFORE: Final = _lists()["place_before"]
"""Prepositions behind which a name without article is a place."""
AT_PLACE: Final = _lists()["at_place"]
"""Prepositions behind which a capital is the city and not its government."""
NAME_PARTICLES: Final = _lists()["particles"]
PREPOSITIONS: Final = _lists()["prepositions"]
SUFFIXES: Final = _lists()["suffixes"]
HONORIFICS: Final = _lists()["honorifics"]
LEGAL: Final = _lists()["legal"]
LEGAL_FORMS: Final = _lists()["legal_forms"]
TIME_WORDS: Final = _lists()["time"]
PLACE_NOUNS: Final = _lists()["place_nouns"]
"""Nouns that stand directly before the name of a place (``der Stadtteil …``)."""
FUNCTION_WORDS: Final = _lists()["function"]
SPEECH: Final = _lists()["speech"]
WILL: Final = SPEECH | _lists()["will"]
"""Verbs of will, speech and dealing: a capital as their subject is its government."""
WILL_LEMMAS: Final = _lists()["will_lemmas"]
"""The same verbs in German as infinitives."""
WILL_ENGLISH: Final = WILL | _lists()["will_en"] | _lists()["will_fr"]
WILL_RUSSIAN: Final = WILL | _lists()["will_ru"]
CITY_NOUNS: Final = _lists()["city_nouns_en"]
"""English nouns before which a capital in the genitive is the city (``Moscow's airports``)."""
CLAUSES: Final = _lists()["clauses"]
"""Conjunctions behind which a capital is the subject of the clause, and so its government."""
TOWARDS: Final = _lists()["towards"]
"""Prepositions that a noun of dealings between states governs."""
ENVOYS: Final = _lists()["envoys_ru"]
"""Russian nouns whose genitive is a government (``представитель Баку``)."""
CITY_LEMMAS: Final = _lists()["city_lemmas"]
"""German verbs of which a capital is the subject as a city (``Wien wächst``)."""
STANCES: Final = _lists()["stances"]
"""Nouns for what a government says or does (``Kritik aus Ankara``)."""
SUBORDINATING: Final = _lists()["subordinating"]
"""German words that open a clause with its verb at the end."""
MEDIA_TAILS: Final = _lists()["media_tails"]
"""Second parts of compounds that begin with the name of a medium (``Interfax-Informationen``)."""
IT_SAYS: Final = _lists()["it_says"]
RELATIONS: Final = _lists()["relations"]
"""Nouns of dealings between states (``Gespräche mit Teheran``, ``Druck auf Moskau``)."""
ADJECTIVES_ENGLISH: Final = _lists()["adjectives_en"]
"""Adjectives that English writes with a capital and that are nobody's demonym."""
PAPERS_ENGLISH: Final = _lists()["papers_en"]
"""Last words of the names of English newspapers."""
PAPERS_GERMAN: Final = _lists()["papers_de"]
"""The same of German ones."""
ORGANISATION_HEADS: Final = _lists()["org_heads_en"]
COMMON_ACRONYMS: Final = _lists()["common_acronyms"]
GENERIC_OFFICES: Final = _lists()["generic_offices"]
UNIQUE_OFFICES: Final = _lists()["unique_offices"]
DIRECTIONS: Final = _lists()["directions"]
"""First words of English place names that are given names as well."""
COMPOUND_PREFIXES: Final = _lists()["compound_prefixes"]
SURNAMES_FIRST: Final = _lists()["surnames_first"]
"""Frequent surnames of East Asia, which stand before the given name."""
SURNAME_ENDINGS: Final = tuple(sorted(_lists()["surname_endings"]))
ADJECTIVAL_NOUNS: Final = tuple(sorted(_lists()["adjectival_nouns"]))
"""Nouns for persons that inflect like adjectives (``der Beamte``, ``ein Beamter``)."""
ADDRESS: Final[dict[str, Gender]] = {
    **dict.fromkeys(
        ("Herr", "Herrn", "Mr", "Mr.", "Sir", "Lord", "Monsieur", "M.", "Scheich", "Sheikh", "г-н", "господин"), "m"
    ),
    **dict.fromkeys(
        ("Frau", "Mrs", "Mrs.", "Ms", "Ms.", "Lady", "Dame", "Madame", "Mme", "Mlle", "Signora", "г-жа", "госпожа"), "f"
    ),
}
"""Forms of address, with the gender they tell."""
ACRONYM: Final = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜa-z]{0,2}[A-ZÄÖÜ][A-ZÄÖÜ0-9]{0,4}|[А-ЯЁ]{2,6}")
