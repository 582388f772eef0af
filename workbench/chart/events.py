"""The charts of the notebooks on sanctions and on military cooperation."""

from typing import Final

import pandas as pd

from workbench import measure
from workbench.chart.bars import stacked_chart
from workbench.chart.chart import Chart
from workbench.chart.matrix import matrix_chart
from workbench.chart.shares import share_chart
from workbench.chart.strip import coverage_strip
from workbench.chart.words import Words, counted, n_articles, with_labels
from workbench.frame import Tables

_SEVERAL: Final = "one that names several parties counts in the cell of each"


def coverage_chart(tables: Tables) -> Chart:
    """Draw when each publisher's articles appeared, inferred dates hollow and undated articles apart."""
    words = Words("coverage", "Articles by publisher and day of publication", "articles", n_articles(tables))
    return coverage_strip(tables, measure.coverage_days(tables), words)


def theme_chart(tables: Tables) -> Chart:
    """Draw the share of articles that assert each theme, with its interval."""
    words = Words("themes", "Share of articles that assert a theme", "share of articles", n_articles(tables))
    shares = with_labels(measure.theme_shares(tables), ("concept",), tables.corpus.codebook)
    return share_chart(tables, shares, words, label="concept")


def sanction_status_chart(tables: Tables) -> Chart:
    """Draw what is said to happen to sanctions, and whether it is fact, plan or denial."""
    counts = measure.sanction_statuses(tables)
    words = Words("sanction-status", "Statements on sanctions by status and modality", "statements", _base(counts))
    return _stacked(tables, counts, words, label="status")


def sanction_instrument_chart(tables: Tables) -> Chart:
    """Draw which kinds of measure are spoken of."""
    counts = measure.sanction_instruments(tables)
    words = Words("sanction-kind", "Statements on sanctions by kind of measure", "statements", _base(counts))
    return _stacked(tables, counts, words, label="instrument")


def sanction_party_chart(tables: Tables) -> Chart:
    """Draw who holds sanctions against whom; a statement on several parties stands in several cells."""
    counts = measure.sanction_parties(tables)
    words = Words("sanction-parties", "Who sanctions whom", "statements", f"{_base(tables.sanctions)}; {_SEVERAL}")
    labelled = with_labels(counts, ("authority", "recipient"), tables.corpus.codebook)
    return matrix_chart(tables, labelled, words, by=("authority", "recipient"))


def cooperation_kind_chart(tables: Tables) -> Chart:
    """Draw what kinds of military cooperation are reported, and whether done, planned or denied."""
    counts = measure.cooperation_kinds(tables)
    words = Words("cooperation-kinds", "Statements on military cooperation by kind", "statements", _base(counts))
    return _stacked(tables, counts, words, label="cooperation_kind")


def cooperation_party_chart(tables: Tables) -> Chart:
    """Draw who takes part in which kind; a statement on several actors stands in several cells."""
    counts = measure.cooperation_parties(tables)
    words = Words(
        "cooperation-parties", "Who takes part in what", "statements", f"{_base(tables.cooperation)}; {_SEVERAL}"
    )
    labelled = with_labels(counts, ("actors", "cooperation_kind"), tables.corpus.codebook)
    return matrix_chart(tables, labelled, words, by=("actors", "cooperation_kind"))


def cooperation_equipment_chart(tables: Tables) -> Chart:
    """Draw which arms and materiel statements on military cooperation name."""
    counts = measure.cooperation_equipment(tables)
    words = Words("equipment", "Arms and materiel named", "statements", _base(tables.cooperation))
    return _stacked(tables, counts, words, label="equipment")


def commitment_chart(tables: Tables) -> Chart:
    """Draw what actors promise, agree, sign and deliver, on whatever subject."""
    counts = measure.commitment_states(tables)
    words = Words("commitments", "Commitments by state and modality", "sentences", _base(counts, "sentence"))
    return _stacked(tables, counts, words, label="commitment_state")


def _stacked(tables: Tables, counts: pd.DataFrame, words: Words, *, label: str) -> Chart:
    labelled = with_labels(counts, (label,), tables.corpus.codebook)
    return stacked_chart(tables, labelled, words, by=(label, "modality"))


def _base(counts: pd.DataFrame, unit: str = "statement") -> str:
    """Return how many statements there are; a frame of statements has no count column."""
    n = int(counts["n"].sum()) if "n" in counts else int((~counts["is_repeated"]).sum())
    return counted(n, unit)
