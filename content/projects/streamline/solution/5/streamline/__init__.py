"""Clean exported records with small functions, one row at a time."""

from streamline.pipeline import Pipeline, Rejected
from streamline.report import Report, StepReport
from streamline.steps import Step, registry, step

__all__ = [
    "Pipeline",
    "Rejected",
    "Report",
    "Step",
    "StepReport",
    "registry",
    "step",
]
