"""What an article speaks of: the context in which a lone surname or a vague name is compared with those of others."""

from __future__ import annotations

from quellenlage.layers.annotations import Annotations


def near(annotations: Annotations) -> frozenset[str]:
    """Return gazetteer keys and names of a document as context for comparing its surnames with those of others."""
    return frozenset(
        referent.known or referent.name
        for referent in annotations.referents
        if referent.known
        or (referent.type == "person" and " " in referent.name)
        or referent.type in {"organization", "other"}
    )
