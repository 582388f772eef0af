"""Measures: frames in, counts with their evidence out."""

from workbench.measure.actors import (
    actors_by_article,
    actors_by_resolution,
    co_mentions,
    publisher_agencies,
    quotation_chains,
    speakers,
)
from workbench.measure.counts import UNSTATED, count_articles, count_rows, one_row_each
from workbench.measure.coverage import BASES, coverage_days
from workbench.measure.events import (
    commitment_states,
    cooperation_equipment,
    cooperation_kinds,
    cooperation_parties,
    sanction_instruments,
    sanction_parties,
    sanction_statuses,
    theme_shares,
)
from workbench.measure.shares import wilson_interval, with_shares

__all__ = [
    "BASES",
    "UNSTATED",
    "actors_by_article",
    "actors_by_resolution",
    "co_mentions",
    "commitment_states",
    "cooperation_equipment",
    "cooperation_kinds",
    "cooperation_parties",
    "count_articles",
    "count_rows",
    "coverage_days",
    "one_row_each",
    "publisher_agencies",
    "quotation_chains",
    "sanction_instruments",
    "sanction_parties",
    "sanction_statuses",
    "speakers",
    "theme_shares",
    "wilson_interval",
    "with_shares",
]
