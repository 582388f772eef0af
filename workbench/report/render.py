"""An executed notebook as one HTML page that needs nothing but itself."""

import base64
import hashlib
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup
from nbformat import NotebookNode

from workbench.chart.html import stylesheet, visible
from workbench.report.markdown import Heading, Prose
from workbench.report.outputs import output_blocks
from workbench.report.provenance import Provenance

#: The deepest heading that the table of contents lists.
_DEEPEST: Final = 3


def report_html(notebook: NotebookNode, provenance: Provenance) -> str:
    """Return the page: prose and outputs without code, a table of contents, and what it all rests on.

    The same notebook and provenance give the same page.
    """
    prose = Prose()
    blocks = tuple(_blocks(notebook, prose))
    title = next((heading.label for heading in prose.headings if heading.level == 1), Markup("Report"))
    style = _style()
    return _template().render(
        title=title,
        contents=_contents(prose.headings),
        blocks=blocks,
        provenance=provenance,
        style=Markup(style),  # noqa: S704 -- our own files
        policy=content_security_policy(style),
    )


def content_security_policy(style: str) -> str:
    """Return the policy under which a browser opens a report: its one style sheet, pictures inside it, and no more."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _blocks(notebook: NotebookNode, prose: Prose) -> list[Markup]:
    blocks: list[Markup] = []
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "markdown":
            blocks.append(prose.html(cell.source))
        elif cell.cell_type == "code":
            blocks.extend(output_blocks(cell, prefix=f"c{number}-"))
    return blocks


def _contents(headings: list[Heading]) -> tuple[Heading, ...]:
    return tuple(heading for heading in headings if 1 < heading.level <= _DEEPEST)


def _style() -> str:
    """Return the style of charts and evidence, which notebooks share, with the page's own after it."""
    own = (files("workbench.report") / "page" / "report.css").read_text("utf-8")
    return f"\n{stylesheet()}\n{own}"


def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("workbench.report", "page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["visible"] = visible
    return environment.get_template("report.html.jinja")
