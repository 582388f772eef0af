"""The evidence reader: the sentences behind a number, and the page that they stand in, line by line."""

from collections.abc import Iterator
from typing import Any, Final

import ipywidgets as widgets

from workbench.chart import Chart, Mark, safe
from workbench.chart.chart import MOST_PASSAGES
from workbench.chart.labels import head_of, label_of, labelled_values, say
from workbench.frame import Language, Tables, records_of
from workbench.notebook.ledger import ledger_html
from workbench.notebook.linked import mark_html
from workbench.record import Record
from workbench.shown import visible

#: Pages whose lines an exported file prints; the live reader opens any.
MOST_PAGES: Final = 20
#: A drop-down shows the words of a choice only where its value is not None.
_NO_PAGE: Final = ""
_CHOICE: Final = widgets.Layout(width="auto", min_width="16rem", flex="1 1 22rem")


class EvidenceReader:
    """Choose a chart, a number in it, and a page.

    Parameters
    ----------
    tables
        The pages that can be opened.
    charts
        The charts whose numbers can be opened.
    """

    def __init__(self, tables: Tables, charts: tuple[Chart, ...]) -> None:
        self._chart = widgets.Dropdown(layout=_CHOICE)
        self._mark = widgets.Dropdown(layout=_CHOICE)
        self._page = widgets.Dropdown(layout=_CHOICE)
        self._passages, self._ledger = widgets.HTML(), widgets.HTML()
        self._is_settling = False
        self._chart.observe(lambda _: self._follow(), "value")
        self._mark.observe(lambda _: self._follow(), "value")
        self._page.observe(lambda _: self._follow(), "value")
        choices = widgets.Box(
            [self._chart, self._mark, self._page], layout=widgets.Layout(flex_flow="row wrap", width="100%")
        )
        self.widget = widgets.VBox([choices, self._passages, self._ledger])
        self.update(tables, charts)

    def update(self, tables: Tables, charts: tuple[Chart, ...]) -> None:
        """Offer what is selected now; a choice that is still on offer stays."""
        self._language = tables.language
        for choice, name in ((self._chart, "chart"), (self._mark, "number"), (self._page, "page")):
            choice.description = head_of(name, tables.language)
        self._corpus = tables.corpus
        self._pages = {key: _page_name(headline, path) for key, headline, path in _named(tables)}
        self._charts = {chart.key: chart for chart in charts}
        # Each choice announces every step of a change of its options; nothing is opened until all of them stand.
        self._is_settling = True
        _offer(
            self._page,
            [(say("no-page", tables.language), _NO_PAGE), *((name, key) for key, name in self._pages.items())],
        )
        _offer(self._chart, [(chart.title, chart.key) for chart in charts])
        self._is_settling = False
        self._follow()

    def _follow(self) -> None:
        if self._is_settling:
            return
        self._is_settling = True
        chart = self._charts.get(self._chart.value)
        marks = chart.marks if chart else ()
        _offer(self._mark, [(f"{visible(mark.label)}: {mark.n}", rank) for rank, mark in enumerate(marks)])
        self._is_settling = False
        self._open()

    def _chosen(self) -> Mark | None:
        chart = self._charts.get(self._chart.value)
        rank = self._mark.value
        return chart.marks[rank] if chart and rank is not None and rank < len(chart.marks) else None

    def _open(self) -> None:
        mark = self._chosen()
        chart, nothing = self._charts.get(self._chart.value), say("nothing-to-open", self._language)
        self._passages.value = mark_html(chart, mark) if chart and mark else f"<p>{nothing}</p>"
        record = next(iter(records_of(self._corpus, [self._page.value] if self._page.value else [])), None)
        evidence = mark.evidence[:MOST_PASSAGES] if mark else ()
        self._ledger.value = ledger_html(record, self._language, evidence) if record else ""

    def _still(self) -> dict[str, str]:
        shown = list(records_of(self._corpus, list(self._pages)[:MOST_PAGES]))
        pages = "".join(
            f'<details class="wb-ledger"><summary>'
            f"{safe(say('every-line', self._language, page=_name(record)))}</summary>"
            f"{ledger_html(record, self._language)}</details>"
            for record in shown
        )
        left = len(self._pages) - len(shown)
        rest = f"<p>{say('more-pages', self._language, n=left)}</p>" if left else ""
        plain = "\n".join(f"{_name(record)}: {_roles(record, self._language)}" for record in shown)
        return {"text/plain": plain or say("nothing", self._language), "text/html": pages + rest}

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        live = self.widget._repr_mimebundle_() or {}
        return {**live, **self._still()}


def _offer(choice: widgets.Dropdown, options: list[tuple[str, Any]]) -> None:
    """Replace the options; a value that stays on offer is kept."""
    keys = [key for _, key in options]
    kept = choice.value if choice.value in keys else next(iter(keys), None)
    choice.options = options
    choice.value = kept


def _named(tables: Tables) -> Iterator[tuple[str, str | None, str]]:
    columns = tables.articles[["article_id", "headline", "path"]].astype("object")
    return columns.where(columns.notna(), None).itertuples(index=False, name=None)


def _page_name(headline: str | None, path: str) -> str:
    return visible(headline if headline else path)


def _name(record: Record) -> str:
    return _page_name(record.headline.of(record.text) if record.headline else None, record.path)


def _roles(record: Record, language: Language) -> str:
    """Return how many lines have each role, in the order of their first line."""
    known = labelled_values("role", language)
    roles = [label_of(line.role, known) for line in record.lines]
    return ", ".join(f"{role} {roles.count(role)}" for role in dict.fromkeys(roles))
