"""The notebooks' own pieces: filter panel, linked views, evidence reader, lists and findings."""

from workbench.notebook.concordance import concordance_view
from workbench.notebook.findings import (
    actor_findings,
    cooperation_findings,
    overview_findings,
    sanction_findings,
    voice_findings,
)
from workbench.notebook.linked import LinkedView
from workbench.notebook.listing import (
    commitment_list,
    cooperation_list,
    notice_list,
    quotation_list,
    route_list,
    sanction_list,
)
from workbench.notebook.opening import open_panel
from workbench.notebook.overview import corpus_view, quality_view
from workbench.notebook.panel import FilterPanel
from workbench.notebook.reader import EvidenceReader
from workbench.notebook.view import View

__all__ = [
    "EvidenceReader",
    "FilterPanel",
    "LinkedView",
    "View",
    "actor_findings",
    "commitment_list",
    "concordance_view",
    "cooperation_findings",
    "cooperation_list",
    "corpus_view",
    "notice_list",
    "open_panel",
    "overview_findings",
    "quality_view",
    "quotation_list",
    "route_list",
    "sanction_findings",
    "sanction_list",
    "voice_findings",
]
