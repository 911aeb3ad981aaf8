"""What a rule finds before speakers are resolved: ranges of a unit's tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from quellenlage.layers.annotations import Certainty, StatementType
from quellenlage.layers.statements.units import Unit

Range = tuple[int, int]


@dataclass(slots=True)
class Named:
    """Words that name somebody: a range of a unit's tokens whose head ends at ``core``."""

    unit: Unit
    first: int
    last: int
    core: int

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.unit.text[self.unit.tokens[self.first].start : self.unit.tokens[self.last - 1].end]


@dataclass(slots=True)
class Draft:
    """A statement as a rule found it.

    Attributes:
        unit: Where its frame (or, without one, its content) stands.
        content: Ranges of ``unit`` that hold what was said; ``elsewhere`` where another unit holds it.
        type: Kind of speech.
        kind: Class of the cue (``say``, ``deny`` …).
        speaker: Who said it, or None.
        cue: Places of the cue's tokens.
        frame: Range of the frame, or None.
        addressee: Who was spoken to.
        via: Who passed it on, nearest to the article first.
        certainty: How firmly.
        confidence: 0 to 1.
        reason: Rule and words.
        running: It has no frame of its own; its speaker is the one before.
        unnamed: Its frame names nobody (*hieß es*), so the speaker may be the one before.
        antecedent: Whom a pronoun as speaker means, by the sentence before; used where no entity fits.
        elsewhere: Content in other units, as ranges of them.
        inner: It lies in another statement: quoted words inside told ones.
    """

    unit: Unit
    content: list[Range]
    type: StatementType
    kind: str
    speaker: Named | None
    cue: tuple[int, ...] = ()
    frame: Range | None = None
    addressee: Named | None = None
    via: list[Named] = field(default_factory=list)
    certainty: Certainty = "reported"
    confidence: float = 0.5
    reason: str = ""
    running: bool = False
    unnamed: bool = False
    antecedent: Named | None = None
    elsewhere: list[tuple[Unit, int, int]] = field(default_factory=list)
    inner: bool = False
