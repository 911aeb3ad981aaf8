"""What the ledger of one story looks things up in: articles, statements, origins, who did it and where it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.deeds import Actors, Deed, Doing
from quellenlage.corpus.claims.venues import Venue, venue
from quellenlage.corpus.claims.verdicts import Told
from quellenlage.corpus.origins import Origins
from quellenlage.corpus.records import Story
from quellenlage.layers.annotations import Annotations, Statement

_UNNAMED: Final = "#denies: "
"""What stands in the id of an origin between an article and the words of one who denies without being named."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the ledger of one story looks things up in.

    Attributes:
        by_key: The articles by document key.
        origins: The roots of articles and statements.
        story: The story.
        source_of: For each copy the article it was taken from.
        actors: Finds who did what an assertion tells.
    """

    by_key: Mapping[str, Annotations]
    origins: Origins
    story: Story
    source_of: Mapping[str, str]
    actors: Actors

    def deeds(self, assertion: Assertion) -> tuple[Deed, ...]:
        """Return what only one side can have done, with who did it as the assertion tells it."""
        article = self.by_key[assertion.article]
        return self.actors.deeds(assertion, Doing(article, self.statement(assertion), self.roots(assertion)))

    def venue(self, assertion: Assertion) -> Venue | None:
        """Return where an assertion says that something took place; None where it says that it did not, or may."""
        known = assertion.back or assertion.negative or assertion.forecast
        return None if known else venue(assertion, self.by_key[assertion.article])

    def roots(self, assertion: Assertion) -> frozenset[str]:
        """Return the origins that an assertion rests on."""
        return self.origins.roots(assertion.article, assertion.statement, at=assertion.span)

    def denier(self, assertion: Assertion) -> frozenset[str]:
        """Return the origin of a denial without words of its own: *X wies das zurück* is X's; empty for other words.

        Where nobody is named, or several, it is the voice of whoever its words tell (``Sein Büro dementiert``).
        """
        if not assertion.back or assertion.statement is not None:
            return frozenset()
        return self.named(assertion) or frozenset([f"{assertion.article}{_UNNAMED}{assertion.print}"])

    def named(self, assertion: Assertion) -> frozenset[str]:
        """Return the origin of the only person or body that an assertion names; empty for none or several."""
        article, span, voices = self.by_key[assertion.article], assertion.span, self.origins.voices
        named = {
            voices[assertion.article, mention.referent]
            for mention in article.mentions
            if mention.start >= span.start
            and mention.end <= span.end
            and (assertion.article, mention.referent) in voices
        }
        return frozenset(named) if len(named) == 1 else frozenset()

    def members(self, root: str, told: Sequence[Told]) -> tuple[str, ...]:
        """Return the document keys and entity ids that stand for an origin of a claim.

        One without members of its own (a body called by what it does) is told by the articles that cite it.
        """
        article, unnamed, _ = root.partition(_UNNAMED)
        members = (article,) if unnamed else self.origins.root(root).members
        return members or tuple(dict.fromkeys(t.assertion.article for t in told if root in t.roots))

    def statement(self, assertion: Assertion) -> Statement | None:
        """Return the statement that an assertion is content of, or None."""
        return None if assertion.statement is None else self.by_key[assertion.article].statements[assertion.statement]

    def sentence(self, assertion: Assertion) -> str:
        """Return the whole sentence of an assertion."""
        article = self.by_key[assertion.article]
        whole = article.sentences[assertion.sentence]
        return article.document.text[whole.start : whole.end]

    def frame(self, assertion: Assertion) -> str:
        """Return the words by which an assertion is put on its speaker; empty where it is no statement."""
        statement, text = self.statement(assertion), self.by_key[assertion.article].document.text
        return "" if statement is None else " ".join(span.of(text) for span in (*statement.frame, *statement.cue))
