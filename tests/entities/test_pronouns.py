from __future__ import annotations

from collections.abc import Callable

from quellenlage.layers.annotations import Annotations
from quellenlage.layers.entities.pronouns import resolve

Make = Callable[..., Annotations]


def who(annotations: Annotations, marker: str, gender: str) -> str | None:
    index = resolve(annotations, annotations.document.text.index(marker), "m" if gender == "m" else "f")
    return None if index is None else annotations.referents[index].name


def test_nearest_person_of_the_gender(annotated: Make) -> None:
    a = annotated(
        "Ministerin Claudia Renz sprach mit Bürgermeister Olaf Brinkmann. Das reiche nicht, sagte sie. Er widersprach."
    )
    assert who(a, "sie.", "f") == "Claudia Renz"
    assert who(a, "Er ", "m") == "Olaf Brinkmann"


def test_subject_before_a_name_behind_a_preposition(annotated: Make) -> None:
    a = annotated("Trainer Peter Kolbe traf sich am Abend mit Klaus Dehmel. Es sei gut gewesen, sagte er.")
    assert who(a, "er.", "m") == "Peter Kolbe"


def test_out_of_reach(annotated: Make) -> None:
    a = annotated(
        "Olaf Brinkmann kam. Es regnete. Der Fluss stieg. Die Brücke wurde gesperrt. Die Schulen "
        "blieben zu. Das sei schlimm, sagte er."
    )
    assert who(a, "er.", "m") is None


def test_plural_has_no_single_antecedent(annotated: Make) -> None:
    a = annotated("Ministerin Claudia Renz kam. Das sagten sie.")
    assert resolve(a, a.document.text.index("sie."), "f", "pl") is None
