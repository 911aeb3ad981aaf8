"""Polarity: whether a clause says that something is so or that it is not, and denials that point back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quellenlage.corpus.claims import french
from quellenlage.corpus.claims.terms import negated_participle, words_of
from quellenlage.layers import german
from quellenlage.layers.annotations import Token
from quellenlage.layers.events.clauses import Clause

NOT_ONLY: Final = frozenset({"nur", "only", "zuletzt", "least", "so", "just"})
"""Words behind a negation that take its force (``nicht nur``, ``nicht zuletzt``, ``not so much``)."""

_WHOM: Final = frozenset({"ihm", "ihr", "ihnen"})

_ELSE: Final = frozenset({"else", "sonst", "anderer", "anderes", "anders"})
"""Words behind a negation that leave it to the others (``we did it, nobody else``)."""

_COMPARED: Final = frozenset({"mehr", "weniger", "später", "früher", "more", "fewer", "less", "later"})
_THAN: Final = frozenset({"als", "than"})
"""Comparatives that take a negation's force before *than*: ``nicht mehr als 20`` bounds, ``nicht mehr`` negates."""

_ABOUT: Final = frozenset({"of", "about", "that"})
"""Words behind a noun of hearsay that lead to its matter."""

_HEARSAY_REACH: Final = 5
"""Words behind a verb of denial among which the noun of hearsay and the word behind it stand."""

_SHORT: Final = 9
"""Words of a clause that says no more than that something is not so."""


def negative(tokens: Sequence[Token], *, language: str, denied: bool = False) -> bool:
    """Tell whether an odd number of negations stands on the tokens (``Ganz ohne Verletzte … nicht`` is affirmative).

    A word that calls what it speaks of false (``frei erfunden``) counts as a negation, and so does a participle with
    *un-* at the end (``blieb unverletzt``). Russian negations agree with each other and count once.

    Args:
        tokens: The clause's tokens.
        language: First part of the BCP 47 code.
        denied: True where somebody denies the clause: that he calls it false is no second negation.
    """
    if language == "fr":
        called = any(token.text.lower() in words_of("fr.false") for token in tokens)
        called = called or french.turns_down(tokens, words_of("fr.denial"))
        return french.negative(tokens) != (called and not denied)
    negation = words_of(f"{language}.negation") | words_of(f"{language}.without")
    false = frozenset() if denied else words_of(f"{language}.false")
    count = 0
    for place, token in enumerate(tokens):
        if token.text.lower() in false:
            count += 1
            continue
        if token.text.lower() in negation:
            following = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
            than = tokens[place + 2].text.lower() if place + 2 < len(tokens) else ""
            if following in _ELSE or following in NOT_ONLY or (following in _COMPARED and than in _THAN):
                continue
            # the negation of another figure at the end (", not 40 minutes") leaves the clause as it is
            if place and following[:1].isdigit():
                continue
            count += 1
    if language == "ru":
        return count > 0
    return (count + (language == "de" and _unlike(tokens))) % 2 == 1


def _unlike(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause ends in a participle with *un-*, a following verb aside (``unverletzt geblieben ist``)."""
    words = [token.text for token in tokens]
    while words and words[-1].islower() and words[-1] in words_of("de.being"):
        words.pop()
    return bool(words) and negated_participle(words[-1]) is not None


def _lemmas(clause: Clause, *, language: str) -> set[str]:
    """Return what the verbs of a clause can be, separated particles joined."""
    out: set[str] = set()
    texts = {token.text for token in clause.tokens}
    particles = [p for p in dict.fromkeys((clause.tokens[-1].text, "zurück", "aus", "ab")) if p in texts]
    for token in clause.tokens:
        word = token.text.lower()
        out.add(word)
        if language == "de" and token.text[:1].islower():
            out.update(r.lemma for r in german.verb_readings(word))
            for particle in particles:
                if particle in german.SEPARABLE:
                    out.update(r.lemma for r in german.separable(word, particle))
    return out


def denied_beside(parts: Sequence[Clause], place: int, *, language: str) -> bool:
    """Tell whether a clause is denied by the one before or behind it.

    ``Sie bestritt, dass …``, ``Die Behauptung, …, sei falsch``, ``Dass …, stimmt nicht``.
    """
    clause = parts[place]
    before = parts[place - 1] if place else None
    behind = parts[place + 1] if place + 1 < len(parts) else None
    hangs = clause.opener in words_of(f"{language}.that")
    if hangs and before is not None and denied_by(before, language=language):
        return True
    if behind is None or behind.opener or len(behind.tokens) > _SHORT or not _untrue(behind, language):
        return False
    named = (
        before is not None
        and before.finite is None
        and before.tokens[-1].text.lower() in words_of(f"{language}.pointing")
    )
    return named or (hangs and place == 0)


def _untrue(clause: Clause, language: str) -> bool:
    """Tell whether a clause says of something that it is not so (``sei falsch``, ``stimmt nicht``)."""
    words = _lemmas(clause, language=language)
    said = words & (words_of(f"{language}.false") | words_of(f"{language}.truth"))
    return bool(said) and negative(clause.tokens, language=language)


def answers_denied(clause: Clause, text: str, *, language: str) -> bool:
    """Tell whether a clause that negates stands on its own behind a colon: it goes on with a denial, and is not denied.

    ``Der Sprecher tat das als Märchen ab: Man habe nicht geschossen.``
    """
    alone = clause.finite is not None and clause.opener not in words_of(f"{language}.that")
    before = text[: clause.start].rstrip(' \n„“”"»«')
    return alone and before[-1:] in (":", ".") and negative(clause.tokens, language=language)


def denied_by(clause: Clause, *, language: str) -> bool:
    """Tell whether a clause denies what the clause that hangs on it says (``bestreitet, dass``; ``schloss aus, dass``).

    So does one that finds no sign of it (``kein Hinweis darauf, dass``) or calls it untrue (``Es stimme nicht, dass``).
    A negated denial (``bestritt nicht``) does not deny.
    """
    words = {token.text.lower() for token in clause.tokens}
    if words & words_of(f"{language}.evidence") or (len(clause.tokens) <= _SHORT and _untrue(clause, language)):
        return negative(clause.tokens, language=language)
    denies = bool(_lemmas(clause, language=language) & words_of(f"{language}.denial"))
    return denies != negative(clause.tokens, language=language) if denies else False


def denies_back(clause: Clause, *, language: str) -> bool:
    """Tell whether a clause denies something told before, which it names only in general.

    ``Die Firma wies die Zahl zurück``, ``Das Ministerium dementierte``, ``bestritt das``: the verb denies, and its
    object is a pronoun, a word such as *Zahl* or *Vorwurf*, or nothing. ``Das ist frei erfunden`` and ``Das hat er nie
    gesagt`` deny without such a verb.
    """
    if calls_untrue(clause, language=language) or names_false(clause, language=language):
        return True
    if knows_nothing(clause, language=language):
        return True
    if not _lemmas(clause, language=language) & words_of(f"{language}.denial"):
        return False
    words = {token.text.lower() for token in clause.tokens}
    if words & words_of(f"{language}.that") or negative(clause.tokens, language=language, denied=True):
        return False  # "wollte das weder bestätigen noch dementieren" denies nothing
    alone = clause.finite == len(clause.tokens) - 1 and not clause.opener and language in ("de", "fr")
    bare = len(clause.tokens) <= 3 or alone  # nothing stands behind the verb of a main clause
    return bool(words & words_of(f"{language}.pointing")) or bare or _pronoun(clause, language)


def dismisses(tokens: Sequence[Token], *, language: str) -> bool:
    """Tell whether a clause turns down hearsay whose matter it names (``dismissed talk of a closure``)."""
    words = [token.text.lower() for token in tokens]
    for place, word in enumerate(words):
        if word in words_of(f"{language}.denial"):
            behind = words[place + 1 : place + _HEARSAY_REACH]
            for noun, link in pairwise(behind):
                if noun in words_of(f"{language}.hearsay") and link in _ABOUT:
                    return True
    return False


def calls_untrue(clause: Clause, *, language: str) -> bool:
    """Tell whether a clause says of *das*, *that*, *это* that it is not so (``Das stimmt nicht``)."""
    if len(clause.tokens) > _SHORT or not _pronoun(clause, language):
        return False
    words = _lemmas(clause, language=language)
    if words & words_of(f"{language}.false"):
        return negative(clause.tokens, language=language)
    return bool(words & words_of(f"{language}.truth")) and negative(clause.tokens, language=language)


def names_false(clause: Clause, *, language: str) -> bool:
    """Tell whether a clause calls what was told false by a name for it (``nannte die Summe frei erfunden``)."""
    words = {token.text.lower() for token in clause.tokens}
    if not _lemmas(clause, language=language) & words_of(f"{language}.naming"):
        return False
    false = words & (words_of(f"{language}.false") | words_of(f"{language}.tale"))
    thing = words & (words_of(f"{language}.pointing") | words_of(f"{language}.thing"))
    return bool(false) and (bool(thing) or _pronoun(clause, language))


def knows_nothing(clause: Clause, *, language: str) -> bool:
    """Tell whether a short clause says that somebody knows nothing of it (``Davon wisse er nichts``)."""
    words = {token.text.lower() for token in clause.tokens}
    thereof = words & words_of(f"{language}.thereof")
    knows = _lemmas(clause, language=language) & words_of(f"{language}.knowing")
    if words & words_of(f"{language}.modal"):
        return False  # "will davon nichts wissen" refuses rather than denies
    return bool(thereof and knows) and len(clause.tokens) <= _SHORT and negative(clause.tokens, language=language)


def points_back(clause: Clause, *, language: str) -> str:
    """Return the noun behind *solche*, by which a clause speaks of what was told before; empty where there is none."""
    such = words_of(f"{language}.such")
    for place, token in enumerate(clause.tokens[:-1]):
        if token.text.lower() in such:
            return clause.tokens[place + 1].text
    return ""


def names_pronoun(clause: Clause, *, language: str) -> bool:
    """Tell whether a denial has a pronoun as its object and so nothing behind it that is denied."""
    denies = bool(_lemmas(clause, language=language) & words_of(f"{language}.denial"))
    return denies and _pronoun(clause, language)


def _pronoun(clause: Clause, language: str) -> bool:
    """Tell whether *das*, *dies*, *this* stands alone, and not as the article of a noun."""
    pronouns = words_of(f"{language}.pronoun")
    for place, token in enumerate(clause.tokens):
        if token.text.lower() in pronouns:
            following = clause.tokens[place + 1].text if place + 1 < len(clause.tokens) else ""
            noun = clause.tokens[place + 2].text[:1].isupper() if place + 2 < len(clause.tokens) else False
            if not following[:1].isupper() and not (noun and following.endswith(("en", "e"))):
                return True
    return False


def forecasts(clause: Clause, *, language: str) -> bool:
    """Tell whether a clause expects or predicts (``rechnet mit``): what comes may differ without dispute.

    A noun alone (``blieb unter der Prognose``) predicts nothing where the verb tells the past.
    """
    found = _lemmas(clause, language=language) & words_of(f"{language}.forecast")
    return bool(found) and not (language == "de" and not found & words_of("de.forecast_verb") and _past(clause))


def _past(clause: Clause) -> bool:
    if clause.finite is None:
        return False
    readings = german.verb_readings(clause.tokens[clause.finite].text.lower())
    return any(r.mood == "ind" and r.tense == "past" for r in readings)


def tells_plainly(clause: Clause, *, language: str) -> bool:
    """Tell whether a clause tells without a modal verb or future: as it is or was, not as it may or shall be."""
    words = {token.text.lower() for token in clause.tokens}
    if words & words_of(f"{language}.modal"):
        return False
    if language != "de" or clause.finite is None:
        return True
    # "wird geliefert" tells, "wird liefern" plans
    if clause.tokens[clause.finite].text.lower() in words_of("de.future"):
        return any(r.mood == "part" for r in german.verb_readings(clause.tokens[-1].text))
    return True


def reported_mood(clause: Clause, *, language: str) -> bool:
    """Tell whether the finite verb marks hearsay or another's words: a Konjunktiv, or *soll* (German alone)."""
    if clause.finite is None or language != "de":
        return False
    word = clause.tokens[clause.finite].text.lower()
    return german.is_subjunctive1(word) or german.is_subjunctive2(word) or word in ("soll", "sollen")
