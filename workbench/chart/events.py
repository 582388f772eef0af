"""The charts of the notebooks on sanctions and on military cooperation."""

import pandas as pd

from workbench import measure
from workbench.chart.bars import stacked_chart
from workbench.chart.chart import Chart
from workbench.chart.labels import label_of, labelled, labels_of, say, with_labels
from workbench.chart.matrix import matrix_chart
from workbench.chart.places import map_chart
from workbench.chart.strip import strip_chart
from workbench.chart.words import Words, tag_words, with_note
from workbench.frame import Tables
from workbench.measure import Tag


def sanction_status_chart(tables: Tables) -> Chart:
    """Draw what is said to happen to sanctions, and whether it is fact, plan or denial."""
    words = _words(tables, "sanction-status", tables.sanctions, tag="sanctions")
    return _stacked(tables, measure.sanction_statuses(tables), words, label="status")


def sanction_instrument_chart(tables: Tables) -> Chart:
    """Draw which kinds of measure are spoken of."""
    words = _words(tables, "sanction-kind", tables.sanctions, tag="sanctions")
    return _stacked(tables, measure.sanction_instruments(tables), words, label="instrument")


def sanction_party_chart(tables: Tables) -> Chart:
    """Draw who holds sanctions against whom; a statement on several parties stands in several cells."""
    words = _several(_words(tables, "sanction-parties", tables.sanctions, tag="sanctions"), tables)
    by = ("authority", "recipient")
    return matrix_chart(tables, with_labels(measure.sanction_parties(tables), by, tables), words, by=by)


def sanction_triple_chart(tables: Tables) -> Chart:
    """Draw who sanctions whom by which means, at which stage; a statement on several parties stands in several rows.

    Statements that name neither party are counted beneath it.
    """
    counts = measure.sanction_triples(tables)
    is_named = (counts["authority"] != measure.UNSTATED) | (counts["recipient"] != measure.UNSTATED)
    n_nameless = int(counts["n"][~is_named].sum())
    counts = counts[is_named]
    told = with_labels(counts, ("authority", "recipient", "instrument", "status"), tables)
    rows = zip(*(told[name] for name in ("authority", "recipient", "instrument", "status")), strict=True)
    names = [
        f"{say('against', tables.language, first=first, second=second)}\n{means}, {stage}"
        for first, second, means, stage in rows
    ]
    words = _several(_words(tables, "sanction-triples", tables.sanctions, tag="sanctions"), tables)
    words = with_note(words, say("no-party", tables.language, n=n_nameless)) if n_nameless else words
    return stacked_chart(tables, told.assign(name=names), words, by=("name", "modality"))


def sanction_time_chart(tables: Tables) -> Chart:
    """Draw when statements on sanctions were written, and the days that they name: two different times."""
    words = _words(tables, "sanction-times", tables.sanctions, tag="times")
    return _times(tables, measure.event_days(tables, tables.sanctions), words)


def sanction_period_chart(tables: Tables) -> Chart:
    """Draw how many statements on sanctions were written when, as fact, plan, denial or history."""
    counts = measure.sanction_periods(tables)
    words = _words(tables, "sanction-periods", tables.sanctions, tag="sanctions")
    return stacked_chart(
        tables,
        with_labels(counts, ("period",), tables),
        words,
        by=("period", "modality"),
        order=_rows_of_time(counts, tables),
    )


def sanction_event_chart(tables: Tables) -> Chart:
    """Draw which times statements on sanctions name, and whether these are stated or inferred."""
    words = _words(tables, "sanction-events", tables.sanctions, tag="times")
    return _named_times(tables, measure.sanction_event_periods(tables), words)


def cooperation_kind_chart(tables: Tables) -> Chart:
    """Draw what kinds of military cooperation are reported, and whether done, planned or denied."""
    words = _words(tables, "cooperation-kinds", tables.cooperation, tag="cooperation")
    return _stacked(tables, measure.cooperation_kinds(tables), words, label="cooperation_kind")


def cooperation_period_chart(tables: Tables) -> Chart:
    """Draw which kinds of military cooperation were written of when, from the first statement to the last."""
    by = ("cooperation_kind", "period")
    counts = measure.cooperation_periods(tables)
    words = _words(tables, "cooperation-periods", tables.cooperation, tag="cooperation")
    return matrix_chart(tables, with_labels(counts, by, tables), words, by=by, columns=_rows_of_time(counts, tables))


def cooperation_event_chart(tables: Tables) -> Chart:
    """Draw which times statements on military cooperation name, and whether these are stated or inferred."""
    words = _words(tables, "cooperation-events", tables.cooperation, tag="times")
    return _named_times(tables, measure.cooperation_event_periods(tables), words)


def cooperation_time_chart(tables: Tables) -> Chart:
    """Draw when statements on military cooperation were written, and the days that they name: two different times."""
    words = _words(tables, "cooperation-times", tables.cooperation, tag="times")
    return _times(tables, measure.event_days(tables, tables.cooperation), words)


def cooperation_party_chart(tables: Tables) -> Chart:
    """Draw who takes part in which kind; a statement on several actors stands in several cells."""
    by = ("actors", "cooperation_kind")
    words = _several(_words(tables, "cooperation-parties", tables.cooperation, tag="cooperation"), tables)
    return matrix_chart(tables, with_labels(measure.cooperation_parties(tables), by, tables), words, by=by)


def cooperation_place_chart(tables: Tables) -> Chart:
    """Draw where statements on military cooperation place it, on a map."""
    counts = measure.cooperation_places(tables)
    known = labels_of("place", tables)
    named = counts.assign(name=pd.Series([label_of(str(key), known) for key in counts["place"]], dtype="str"))
    words = _words(tables, "places", tables.cooperation, tag="cooperation")
    n_without = int((~tables.cooperation["is_repeated"]).sum() - counts["n"].sum())
    words = with_note(words, say("no-place", tables.language, n=n_without)) if n_without else words
    return map_chart(tables, named, words, by=("place", "name"))


def cooperation_equipment_chart(tables: Tables) -> Chart:
    """Draw which arms and materiel statements on military cooperation name."""
    words = _words(tables, "equipment", tables.cooperation, tag="cooperation")
    return _stacked(tables, measure.cooperation_equipment(tables), words, label="equipment")


def commitment_chart(tables: Tables) -> Chart:
    """Draw what actors promise, agree, sign and deliver, on whatever subject."""
    n = int((~tables.commitments["is_repeated"]).sum())
    words = tag_words(tables, "commitments", n, unit="sentences")
    return _stacked(tables, measure.commitment_states(tables), words, label="commitment_state")


def _stacked(tables: Tables, counts: pd.DataFrame, words: Words, *, label: str) -> Chart:
    return stacked_chart(tables, with_labels(counts, (label,), tables), words, by=(label, "modality"))


def _times(tables: Tables, days: pd.DataFrame, words: Words) -> Chart:
    known = labels_of("axis", tables)
    named = days.assign(axis=[label_of(axis, known) for axis in days["axis"]])
    return strip_chart(tables, named, words, by=("axis", "happened_on", "time_basis"), axis="time-axis")


def _named_times(tables: Tables, counts: pd.DataFrame, words: Words) -> Chart:
    words = with_note(words, say("several-times", tables.language))
    named = with_labels(counts, ("period",), tables)
    return stacked_chart(tables, named, words, by=("period", "time_basis"), order=_rows_of_time(counts, tables))


def _rows_of_time(counts: pd.DataFrame, tables: Tables) -> list[str]:
    """Return every row of time from the first statement to the last, as people read them."""
    return labelled(measure.periods_through(set(counts["period"])), "period", tables)


def _words(tables: Tables, key: str, acts: pd.DataFrame, *, tag: Tag) -> Words:
    return tag_words(tables, key, int((~acts["is_repeated"]).sum()), unit="statements", tag=tag)


def _several(words: Words, tables: Tables) -> Words:
    return with_note(words, say("several", tables.language))
