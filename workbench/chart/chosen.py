"""A selection in words, for those who read no settings."""

from typing import Final

from workbench.chart.labels import head_of, label_of, labels_of, many, say
from workbench.frame import Selection, Tables

#: Lists of a selection, and the column that labels their keys.
_LISTS: Final = {"publishers": "", "agencies": "", "actors": "entity", "themes": "concept"}


def selection_words(selection: Selection, tables: Tables) -> str:
    """Return what `selection` asks for, in the language of `tables`, or that it asks for nothing."""
    language = tables.language
    told = [_of_list(field, getattr(selection, field), tables) for field in _LISTS]
    told += [
        say("without", language, head=_of_list(field, getattr(selection, f"not_{field}"), tables))
        for field in _LISTS
        if getattr(selection, f"not_{field}")
    ]
    bounds = {name: getattr(selection, name) for name in ("date_from", "date_to", "text")}
    told += [f"{head_of(name, language)}: {value}" for name, value in bounds.items() if value]
    if not selection.include_undated:
        told.append(say("undated-out", language))
    if selection.unit != "articles":
        told.append(f"{head_of('unit', language)}: {many(selection.unit, language)}")
    return "; ".join(filter(None, told)) or say("no-filter", language)


def _of_list(field: str, keys: tuple[str, ...], tables: Tables) -> str:
    if not keys:
        return ""
    codebook = tables.corpus.codebook
    known = labels_of(_LISTS[field], tables)
    if not _LISTS[field]:
        known |= {one.id: one.name for one in codebook.publishers} | {one.id: one.name for one in codebook.agencies}
    return f"{head_of(field, tables.language)}: {', '.join(label_of(key, known) for key in keys)}"
