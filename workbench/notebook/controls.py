"""The controls of the filter panel: one widget for each field of a selection, filled from the frames."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import ipywidgets as widgets
import msgspec
import pandas as pd

from workbench.chart.labels import head_of, label_of, labels_of, many, say
from workbench.frame import EVERYTHING, Language, Selection, Tables, make_selection, selection_settings
from workbench.frame.indexed import MOST_ARTICLES, facets_selected
from workbench.shown import visible
from workbench.store.index import Index

#: The heading above the list, and as many lists in a row as the page has room for.
_LIST: Final = widgets.Layout(
    flex_flow="column", align_items="stretch", flex="1 1 10rem", width="10rem", min_width="0", height="auto"
)
#: Fields of a selection that are lists of keys.
LISTS: Final = ("publishers", "agencies", "actors", "themes")
#: Fields that are lists of keys that an article must not bear.
NOT_LISTS: Final = tuple(f"not_{field}" for field in LISTS)
#: Terms that a list of a large corpus offers; text and saved selections reach the others.
_MOST_OPTIONS: Final = 300
#: The facet of the index behind a list, and the column that labels its keys.
_FACETS: Final = {"publishers": ("publisher", ""), "actors": ("actors", "entity"), "themes": ("themes", "concept")}
_ALL_LISTS: Final = (*LISTS, *NOT_LISTS)
#: The languages of labels, each by its own name.
LANGUAGES: Final = (("English", "en"), ("Indonesia", "id"))
_UNITS: Final = ("articles", "stories", "origins", "statements")


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
            options=_unit_options(shown), value=selection.unit, layout=widgets.Layout(width="18rem")
        ),
        **{field: _list(_offered(getattr(selection, field), _options(shown, field))) for field in _ALL_LISTS},
    }
    write_controls(controls, selection)
    _name(controls, selection.lang)
    return controls


def _name(controls: Mapping[str, Any], language: Language) -> None:
    for field in ("date_from", "date_to", "text", "lang", "unit", *LISTS):
        controls[field].description = head_of(field, language)
    for field in LISTS:
        without = say("without", language, head=head_of(field, language))
        controls[f"not_{field}"].description = without
        controls[field].tooltip = say("lists-tip", language, head=head_of(field, language))
        controls[f"not_{field}"].tooltip = say("not-lists-tip", language, head=without)
    controls["include_undated"].description = say("keep-undated", language)
    controls["text"].placeholder = say("text-tip", language)


def relabel(controls: Mapping[str, Any], tables: Tables) -> None:
    """Write names and options in the language of `tables`; what is chosen stays chosen."""
    _name(controls, tables.language)
    options = {field: _offered(controls[field].value, _options(tables, field)) for field in _ALL_LISTS}
    for field, offered in (options | {"unit": _unit_options(tables)}).items():
        chosen = controls[field].value
        controls[field].options = offered
        controls[field].value = chosen


def read_controls(controls: Mapping[str, Any], base: Selection) -> Selection:
    """Return the selection that the controls show; what no control stands for is taken from `base`."""
    return make_selection(selection_settings(base) | {field: control.value for field, control in controls.items()})


def write_controls(controls: Mapping[str, Any], selection: Selection) -> None:
    """Set the controls to `selection`; what it asks for and no article bears is offered too, so that it stays."""
    for field in _ALL_LISTS:
        controls[field].options = _offered(getattr(selection, field), controls[field].options)
    for field, control in controls.items():
        control.value = getattr(selection, field)


def lay_out(controls: Mapping[str, Any]) -> tuple[widgets.Widget, widgets.Accordion]:
    """Put dates and text in one row, the lists in the next, what to leave out in a fold; rows wrap on a narrow page."""
    wrap = widgets.Layout(flex_flow="row wrap", align_items="flex-start")
    first = [controls[field] for field in ("text", "date_from", "date_to", "include_undated")]
    # A heading of two lines leaves the lists beside each other.
    side = widgets.Layout(flex_flow="row wrap", align_items="flex-end")
    rows = ([controls[field] for field in fields] for fields in (LISTS, NOT_LISTS))
    wanted, unwanted = (widgets.Box(row, layout=side) for row in rows)
    left_out = widgets.Accordion([unwanted])
    if any(controls[field].value for field in NOT_LISTS):
        left_out.selected_index = 0
    return widgets.VBox([widgets.Box(first, layout=wrap), wanted, left_out]), left_out


def _unit_options(tables: Tables) -> list[tuple[str, str]]:
    """Return the units of counting; those that the index does not count, with the articles up to which frames do."""
    labels = [(many(unit, tables.language), unit) for unit in _UNITS]
    if tables.at_large is None:
        return labels
    bounded = [
        (say("up-to", tables.language, units=label, most=f"{MOST_ARTICLES:,}"), unit) for label, unit in labels[1:]
    ]
    return [labels[0], *bounded]


def _offered(chosen: Sequence[str], options: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return `options`, and after them those of `chosen` that are not among them."""
    keys = {key for _, key in options}
    return [*options, *((f"{key} (0)", key) for key in chosen if key not in keys)]


def _list(options: list[tuple[str, str]]) -> widgets.SelectMultiple:
    control = widgets.SelectMultiple(options=options, rows=6, style={"description_width": "auto"}, layout=_LIST)
    control.add_class("wb-list")
    return control


def _options(tables: Tables, field: str) -> list[tuple[str, str]]:
    """Return label and key of every value that occurs, with the number of its articles."""
    if tables.at_large is not None and tables.corpus.index is not None:
        return _counted_options(tables.corpus.index, tables, field.removeprefix("not_"))
    frame, key, label = {
        "publishers": (tables.articles, "publisher_id", "publisher"),
        "agencies": (tables.agencies, "agency_id", "agency"),
        "actors": (tables.mentions, "entity", None),
        "themes": (tables.themes, "concept", None),
    }[field.removeprefix("not_")]
    told = frame.dropna(subset=[key]).drop_duplicates(["article_id", key])
    known = labels_of(key, tables)
    labels = told[label] if label else told[key].map(lambda value: label_of(str(value), known))
    named = pd.DataFrame({"key": told[key], "label": labels.map(visible)})
    sizes = named.groupby(["label", "key"]).size().reset_index(name="n")
    ordered = sizes.sort_values(["n", "label"], ascending=[False, True])
    return [(f"{label} ({n})", key) for label, key, n in ordered.itertuples(index=False, name=None)]


def _counted_options(index: Index, tables: Tables, field: str) -> list[tuple[str, str]]:
    """Return the options of a corpus too large for frames, the most frequent alone, as its index counts them."""
    facet, column = _FACETS.get(field, (field, ""))
    codebook = tables.corpus.codebook
    known = labels_of(column, tables) | {one.id: one.name for one in codebook.publishers}
    known |= {one.id: one.name for one in codebook.agencies}
    sizes = facets_selected(index, EVERYTHING)[facet]
    ordered = sorted(sizes, key=lambda key: (-sizes[key], key))[:_MOST_OPTIONS]
    return [(f"{visible(label_of(key, known))} ({sizes[key]})", key) for key in ordered]
