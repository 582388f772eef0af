"""Puts a chart together from its drawing, its words and its counts."""

from collections.abc import Sequence

import pandas as pd

from workbench.chart.chart import Chart, Mark
from workbench.chart.draw import Drawing
from workbench.chart.words import Words, accuracy_line, alt_text, source_line
from workbench.frame import Tables


def build_chart(
    tables: Tables, words: Words, drawing: Drawing, *, marks: tuple[Mark, ...], told: Sequence[tuple[str, str]]
) -> Chart:
    """Return the chart; `told` are its marks and their numbers as the alternative text says them."""
    return Chart(
        key=words.key,
        title=words.title,
        unit=words.unit,
        base=words.base,
        source=source_line(tables),
        accuracy=accuracy_line(words.tag, tables.language) if words.tag else None,
        language=tables.language,
        alt=alt_text(words, told, tables.language),
        svg=drawing.svg,
        figures=f"{words.title}\n{words.base}\n{drawing.figures}",
        marks=marks,
        corpus=tables.corpus,
    )


def build_marks(counts: pd.DataFrame, labels: Sequence[str]) -> tuple[Mark, ...]:
    """Return one mark for each row of `counts`."""
    cells = zip(labels, counts["n"], counts["evidence"], strict=True)
    return tuple(Mark(label, int(n), evidence) for label, n, evidence in cells)
