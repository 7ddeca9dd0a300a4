"""Find out what is really in a text file."""

from text_inspector.cleaning import clean
from text_inspector.command import main
from text_inspector.results import Finding, Report
from text_inspector.searching import suspects
from text_inspector.showing import as_json, table
from text_inspector.sniffing import sniff

__all__ = [
    "Finding",
    "Report",
    "as_json",
    "clean",
    "main",
    "sniff",
    "suspects",
    "table",
]
