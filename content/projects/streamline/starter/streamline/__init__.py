"""Clean exported records with small functions, one row at a time."""

from streamline.steps import registry, step

__all__ = ["registry", "step"]
