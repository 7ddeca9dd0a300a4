"""Clean exported records with small functions, one row at a time."""

from streamline.pipeline import Pipeline, Rejected
from streamline.ready import batch, cached_lookup, dedupe
from streamline.report import Report, StepReport
from streamline.steps import Step, StreamStep, registry, step

__all__ = [
    "Pipeline",
    "Rejected",
    "Report",
    "Step",
    "StepReport",
    "StreamStep",
    "batch",
    "cached_lookup",
    "dedupe",
    "registry",
    "step",
]
