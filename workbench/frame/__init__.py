"""Frames: what the analysis side sees of a corpus."""

from workbench.frame.catalogue import COLUMNS, PLACE, Column, make_frame, require_columns
from workbench.frame.evidence import Evidence, Passage, evidence_of, passages
from workbench.frame.selection import EVERYTHING, Selection, make_selection, selection_settings
from workbench.frame.tables import Tables, build_tables, select_tables

__all__ = [
    "COLUMNS",
    "EVERYTHING",
    "PLACE",
    "Column",
    "Evidence",
    "Passage",
    "Selection",
    "Tables",
    "build_tables",
    "evidence_of",
    "make_frame",
    "make_selection",
    "passages",
    "require_columns",
    "select_tables",
    "selection_settings",
]
