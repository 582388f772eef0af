"""The controls of the filter panel: one widget for each field of a selection, filled from the frames."""

from collections.abc import Mapping
from typing import Any, Final

import ipywidgets as widgets
import msgspec
import pandas as pd

from workbench.chart import visible
from workbench.chart.labels import head_of, label_of, labels_of, many, say
from workbench.frame import Language, Selection, Tables, make_selection, selection_settings

#: The heading above the list, and as many lists in a row as the page has room for.
_LIST: Final = widgets.Layout(
    flex_flow="column", align_items="stretch", flex="1 1 10rem", width="10rem", min_width="0", height="auto"
)
#: Fields of a selection that are lists of keys.
LISTS: Final = ("publishers", "agencies", "actors", "themes")
#: The languages of labels, each by its own name.
LANGUAGES: Final = (("English", "en"), ("Indonesia", "id"))
_UNITS: Final = ("articles", "stories", "origins")


def build_controls(tables: Tables, selection: Selection) -> dict[str, Any]:
    """Return a widget for each field of a selection, set to `selection`; `tables` hold what can be chosen."""
    shown = msgspec.structs.replace(tables, selection=selection)
    controls = {
        "date_from": widgets.DatePicker(value=selection.date_from),
        "date_to": widgets.DatePicker(value=selection.date_to),
        "include_undated": widgets.Checkbox(value=selection.include_undated),
        "text": widgets.Text(value=selection.text),
        "lang": widgets.Dropdown(options=LANGUAGES, value=selection.lang, layout=widgets.Layout(width="14rem")),
        "unit": widgets.Dropdown(
            options=_unit_options(shown.language), value=shown.unit, layout=widgets.Layout(width="18rem")
        ),
        **{field: _list(getattr(selection, field), _options(shown, field)) for field in LISTS},
    }
    _name(controls, selection.lang)
    return controls


def _name(controls: Mapping[str, Any], language: Language) -> None:
    for field in ("date_from", "date_to", "text", "lang", "unit", *LISTS):
        controls[field].description = head_of(field, language)
    for field in LISTS:
        controls[field].tooltip = say("lists-tip", language, head=head_of(field, language))
    controls["include_undated"].description = say("keep-undated", language)
    controls["text"].placeholder = say("text-tip", language)


def relabel(controls: Mapping[str, Any], tables: Tables) -> None:
    """Write names and options in the language of `tables`; what is chosen stays chosen."""
    _name(controls, tables.language)
    options = {field: _options(tables, field) for field in LISTS} | {"unit": _unit_options(tables.language)}
    for field, offered in options.items():
        chosen = controls[field].value
        controls[field].options = offered
        controls[field].value = chosen


def read_controls(controls: Mapping[str, Any], base: Selection) -> Selection:
    """Return the selection that the controls show; what no control stands for is taken from `base`."""
    return make_selection(selection_settings(base) | {field: control.value for field, control in controls.items()})


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


def _unit_options(language: Language) -> list[tuple[str, str]]:
    return [(many(unit, language), unit) for unit in _UNITS]


def _list(chosen: tuple[str, ...], options: list[tuple[str, str]]) -> widgets.SelectMultiple:
    keys = {key for _, key in options}
    control = widgets.SelectMultiple(
        options=options,
        value=[key for key in chosen if key in keys],
        rows=6,
        style={"description_width": "auto"},
        layout=_LIST,
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
    known = labels_of(key, tables)
    labels = told[label] if label else told[key].map(lambda value: label_of(str(value), known))
    named = pd.DataFrame({"key": told[key], "label": labels.map(visible)})
    sizes = named.groupby(["label", "key"]).size().reset_index(name="n")
    ordered = sizes.sort_values(["n", "label"], ascending=[False, True])
    return [(f"{label} ({n})", key) for label, key, n in ordered.itertuples(index=False, name=None)]
