"""The neural model that reads statements and names; heavy imports happen in :mod:`quellenlage.layers.model.article`."""
