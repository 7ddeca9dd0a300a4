"""Clean exported records with small functions, one row at a time."""

from streamline.pipeline import Pipeline
from streamline.steps import Step, registry, step

__all__ = ["Pipeline", "Step", "registry", "step"]
