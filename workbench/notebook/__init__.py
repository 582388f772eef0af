"""The notebooks' own pieces: filter panel, linked views, evidence reader, lists and findings."""

from workbench.notebook.findings import actor_findings, cooperation_findings, sanction_findings
from workbench.notebook.listing import commitment_list, cooperation_list, corpus_view, quotation_list, sanction_list
from workbench.notebook.panel import FilterPanel, LinkedView
from workbench.notebook.reader import EvidenceReader
from workbench.notebook.view import View

__all__ = [
    "EvidenceReader",
    "FilterPanel",
    "LinkedView",
    "View",
    "actor_findings",
    "commitment_list",
    "cooperation_findings",
    "cooperation_list",
    "corpus_view",
    "quotation_list",
    "sanction_findings",
    "sanction_list",
]
