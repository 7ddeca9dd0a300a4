"""Clean exported records with small functions, one row at a time."""

from streamline.steps import Step, registry, step

__all__ = ["Step", "registry", "step"]
