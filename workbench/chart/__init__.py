"""Charts: frames in, pictures out that say their figures and open their evidence."""

from workbench.chart.actors import (
    agency_chart,
    mention_chart,
    pairs_chart,
    presence_chart,
    route_chart,
    speaker_chart,
)
from workbench.chart.chart import Chart, Mark
from workbench.chart.events import (
    commitment_chart,
    cooperation_equipment_chart,
    cooperation_kind_chart,
    cooperation_party_chart,
    coverage_chart,
    sanction_instrument_chart,
    sanction_party_chart,
    sanction_status_chart,
    theme_chart,
)
from workbench.chart.html import chart_html, passages_table, published_words, safe, scrolling_table, stylesheet, visible

__all__ = [
    "Chart",
    "Mark",
    "agency_chart",
    "chart_html",
    "commitment_chart",
    "cooperation_equipment_chart",
    "cooperation_kind_chart",
    "cooperation_party_chart",
    "coverage_chart",
    "mention_chart",
    "pairs_chart",
    "passages_table",
    "presence_chart",
    "published_words",
    "route_chart",
    "safe",
    "sanction_instrument_chart",
    "sanction_party_chart",
    "sanction_status_chart",
    "scrolling_table",
    "speaker_chart",
    "stylesheet",
    "theme_chart",
    "visible",
]
