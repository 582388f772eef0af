"""An executed notebook as one HTML page that needs nothing but itself."""

import base64
import hashlib
import re
from importlib.resources import files
from typing import Final

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from nbformat import NotebookNode

from workbench.chart.html import stylesheet
from workbench.report.facts import Fact
from workbench.report.markdown import Heading, Prose
from workbench.report.outputs import output_blocks
from workbench.report.prose import Language, Told, is_live
from workbench.report.provenance import Provenance
from workbench.report.quotation import limit_quotations
from workbench.report.words import load_words
from workbench.shown import visible

#: The deepest heading that the table of contents lists.
_DEEPEST: Final = 3
#: Pages that the footer lists by name; the data of the report hold all of them.
_MOST_PAGES: Final = 200
_QUESTION: Final = re.compile(r"\*\*(?:Question|Pertanyaan)\.\*\*\s*(.+?)(?=\n\s*\n|\Z)", re.DOTALL)


class Explorer(msgspec.Struct, frozen=True, kw_only=True):
    """The filters in a report: markup, script and style, and what the policy must say of the last two."""

    markup: Markup
    script: Markup
    style: Markup
    script_source: str
    style_source: str


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around the notebook in its report.

    Parameters
    ----------
    facts
        Lines of the title page.
    language
        Of the report's own words.
    quote_limit
        The most characters that one passage quotes; None for no limit.
    methods
        How the figures came about; empty for no such section.
    statement
        The block from which the report can be made again.
    explorer
        The filters, if the report has any.
    """

    facts: tuple[Fact, ...] = ()
    language: Language = "en"
    quote_limit: int | None = None
    methods: str = ""
    statement: Markup = Markup("")
    explorer: Explorer | None = None


class Link(msgspec.Struct, frozen=True):
    """A line of the index: a report's file, its title and its question, as HTML, and the language of both."""

    file: str
    title: Markup
    question: Markup
    language: Language


BARE: Final = Frame()


def report_html(told: Told, provenance: Provenance, frame: Frame = BARE) -> str:
    """Return the page: prose and outputs without code, a table of contents, and what it all rests on.

    The same arguments give the same page.
    """
    prose = Prose()
    opening, *blocks = _blocks(told.notebook, prose, frame.quote_limit) or [Markup("")]
    style = Markup(_style())  # noqa: S704 -- our own files
    return (
        _environment()
        .get_template("report.html.jinja")
        .render(
            title=_title(prose),
            language=told.language,
            contents=[heading for heading in prose.headings if 1 < heading.level <= _DEEPEST],
            opening=opening,
            blocks=blocks,
            frame=frame,
            provenance=provenance,
            n_listed=_MOST_PAGES,
            style=style,
            policy=content_security_policy(style, frame.explorer),
            words=load_words(frame.language),
        )
    )


def link_to(told: Told, file: str) -> Link:
    """Return the line of the index for the report of a notebook."""
    prose, notebook = Prose(), told.notebook
    first = notebook.cells[0].source if notebook.cells and notebook.cells[0].cell_type == "markdown" else ""
    prose.html(first)
    asked = _QUESTION.search(first)
    return Link(file, _title(prose), Prose().html(asked[1]) if asked else Markup(""), told.language)


def index_html(links: list[Link], provenance: Provenance, frame: Frame) -> str:
    """Return the page that leads to the reports."""
    style = Markup(_style())  # noqa: S704 -- our own files
    return (
        _environment()
        .get_template("index.html.jinja")
        .render(
            links=links,
            frame=frame,
            provenance=provenance,
            style=style,
            policy=content_security_policy(style, None),
            words=load_words(frame.language),
        )
    )


def content_security_policy(style: str, explorer: Explorer | None) -> str:
    """Return the policy under which a browser opens a report: its own styles and script, pictures inside, no more."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    styles = f"'sha256-{digest}'" + (f" {explorer.style_source}" if explorer else "")
    scripts = f" script-src {explorer.script_source};" if explorer else ""
    return f"default-src 'none'; style-src {styles};{scripts} img-src data:; base-uri 'none'; form-action 'none'"


def _blocks(notebook: NotebookNode, prose: Prose, quote_limit: int | None) -> list[Markup]:
    blocks: list[Markup] = []
    for number, cell in enumerate(notebook.cells, start=1):
        if is_live(cell):
            continue
        if cell.cell_type == "markdown":
            blocks.append(prose.html(cell.source))
        elif cell.cell_type == "code":
            blocks += [limit_quotations(block, quote_limit) for block in output_blocks(cell, prefix=f"c{number}-")]
    return blocks


def _title(prose: Prose) -> Markup:
    headings: list[Heading] = prose.headings
    return next((heading.label for heading in headings if heading.level == 1), Markup("Report"))


def _style() -> str:
    """Return the style of charts and evidence, which notebooks share, with the page's own after it."""
    own = (files("workbench.report") / "page" / "report.css").read_text("utf-8")
    return f"\n{stylesheet()}\n{own}"


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("workbench.report", "page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["visible"] = visible
    return environment
