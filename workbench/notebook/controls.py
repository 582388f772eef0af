"""The controls of the filter panel: one widget for each field of a selection, filled from the frames."""

from collections.abc import Mapping
from typing import Any, Final

import ipywidgets as widgets
import pandas as pd

from workbench.chart import visible
from workbench.chart.words import label_of, labels_of
from workbench.frame import Selection, Tables, make_selection

#: The heading above the list, and as many lists in a row as the page has room for.
_LIST: Final = widgets.Layout(
    flex_flow="column", align_items="stretch", flex="1 1 10rem", width="10rem", min_width="0", height="auto"
)
#: Fields of a selection that are lists of keys, and their headings.
LISTS: Final = {"publishers": "Publisher", "agencies": "Credited medium", "actors": "Actor", "themes": "Theme"}


def build_controls(tables: Tables, selection: Selection) -> dict[str, Any]:
    """Return a widget for each field of a selection, set to `selection`."""
    lists = {field: _list(head, _options(tables, field), getattr(selection, field)) for field, head in LISTS.items()}
    return {
        "date_from": widgets.DatePicker(description="From", value=selection.date_from),
        "date_to": widgets.DatePicker(description="To", value=selection.date_to),
        "include_undated": widgets.Checkbox(description="keep undated articles", value=selection.include_undated),
        "text": widgets.Text(description="Text", value=selection.text, placeholder='words, "exact phrase"'),
        **lists,
    }


def read_controls(controls: Mapping[str, Any]) -> Selection:
    """Return the selection that the controls show."""
    return make_selection({field: control.value for field, control in controls.items()})


def write_controls(controls: Mapping[str, Any], selection: Selection) -> None:
    """Set the controls to `selection`."""
    for field, control in controls.items():
        control.value = getattr(selection, field)


def lay_out(controls: Mapping[str, Any]) -> widgets.Widget:
    """Put dates and text in one row, the lists in the next; both wrap where the page is narrow."""
    wrap = widgets.Layout(flex_flow="row wrap", align_items="flex-start")
    first = [controls[field] for field in ("text", "date_from", "date_to", "include_undated")]
    return widgets.VBox(
        [widgets.Box(first, layout=wrap), widgets.Box([controls[field] for field in LISTS], layout=wrap)]
    )


def _list(head: str, options: list[tuple[str, str]], chosen: tuple[str, ...]) -> widgets.SelectMultiple:
    keys = {key for _, key in options}
    control = widgets.SelectMultiple(
        options=options,
        value=[key for key in chosen if key in keys],
        rows=6,
        description=head,
        style={"description_width": "auto"},
        layout=_LIST,
        tooltip=f"{head}: hold Ctrl or Cmd to choose several; none chosen means all",
    )
    control.add_class("wb-list")
    return control


def _options(tables: Tables, field: str) -> list[tuple[str, str]]:
    """Return label and key of every value that occurs, with the number of its articles."""
    frame, key, label = {
        "publishers": (tables.articles, "publisher_id", "publisher"),
        "agencies": (tables.agencies, "agency_id", "agency"),
        "actors": (tables.mentions, "entity", None),
        "themes": (tables.themes, "concept", None),
    }[field]
    told = frame.dropna(subset=[key]).drop_duplicates(["article_id", key])
    known = labels_of(key, tables.corpus.codebook)
    labels = told[label] if label else told[key].map(lambda value: label_of(str(value), known))
    named = pd.DataFrame({"key": told[key], "label": labels.map(visible)})
    sizes = named.groupby(["label", "key"]).size().reset_index(name="n")
    ordered = sizes.sort_values(["n", "label"], ascending=[False, True])
    return [(f"{label} ({n})", key) for label, key, n in ordered.itertuples(index=False, name=None)]
