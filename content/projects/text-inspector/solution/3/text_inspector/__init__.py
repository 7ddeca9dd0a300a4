"""Find out what is really in a text file."""

from text_inspector.results import Finding, Report
from text_inspector.searching import suspects
from text_inspector.showing import as_json, table
from text_inspector.sniffing import sniff

__all__ = ["Finding", "Report", "as_json", "sniff", "suspects", "table"]
