"""Quellenlage: how well a matter is sourced. Articles in, a dossier out."""

from __future__ import annotations

__version__ = "0.3.0"
__all__ = ["__version__"]
