"""Frames: what the analysis side sees of a corpus."""

from workbench.frame.catalogue import COLUMNS, PLACE, Column, make_frame, require_columns
from workbench.frame.evidence import Evidence, Passage, RowEvidence, evidence_of, passages, records_of
from workbench.frame.indexed import n_articles, open_tables, reselect
from workbench.frame.selection import EVERYTHING, Selection, make_selection, search_terms, selection_settings
from workbench.frame.tables import Language, Tables, Unit, build_tables, select_tables
from workbench.frame.texts import WORD, Texts, own_lines, terms_of

__all__ = [
    "COLUMNS",
    "EVERYTHING",
    "PLACE",
    "WORD",
    "Column",
    "Evidence",
    "Language",
    "Passage",
    "RowEvidence",
    "Selection",
    "Tables",
    "Texts",
    "Unit",
    "build_tables",
    "evidence_of",
    "make_frame",
    "make_selection",
    "n_articles",
    "open_tables",
    "own_lines",
    "passages",
    "records_of",
    "require_columns",
    "reselect",
    "search_terms",
    "select_tables",
    "selection_settings",
    "terms_of",
]
