"""Make a report again from its inputs, and name what differs."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from workbench.codebook import load_codebook
from workbench.errors import ReportError
from workbench.report.compare import differences
from workbench.report.make import Ground, lay_ground, page_of, run_on
from workbench.report.order import Order
from workbench.report.prose import told_in
from workbench.report.provenance import program
from workbench.report.reading import read_corpus
from workbench.report.shipped import find_notebook, shipped_notebooks
from workbench.report.statement import Statement, hash_pages, read_statement, unpack_pages


def verify_report(
    report: Path, places: Sequence[str], *, notebook: str | None, say: Callable[[str], None]
) -> Iterator[str]:
    """Yield what differs between a report and what its inputs give today; nothing where all is as it says.

    Parameters
    ----------
    report
        The file.
    places
        Where its inputs lie now, in their order; empty for where the report says.
    notebook
        The notebook, where the report was made from one that does not ship. What the report names is never run.
    say
        Is told how far things are.

    Raises
    ------
    ReportError
        The file is no report, or cannot be made again.
    CodebookError
        The codebook breaks its schema.
    """
    try:
        html = report.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReportError(str(report), str(error)) from error
    statement = read_statement(html, str(report))
    path = _notebook(statement, notebook, report)
    say("reading and tagging ...")
    ground = _ground(statement.order, _moves(statement.order, places, report), say)
    yield from _changed(statement, ground)
    say(f"running {path.name} ...")
    (executed,) = run_on(ground, (path,), say)
    if isinstance(executed, ReportError):
        raise executed
    yield from map(str, differences(html, page_of(ground, path, told_in(executed, path, statement.order.language))))


def _notebook(statement: Statement, named: str | None, report: Path) -> Path:
    if named is not None:
        return find_notebook(named)
    shipped = {path.name: path for path in shipped_notebooks()}
    if statement.notebook not in shipped:
        reason = f"it was made from {statement.notebook}, which does not ship: name that file with --notebook"
        raise ReportError(str(report), reason)
    return shipped[statement.notebook]


def _moves(order: Order, places: Sequence[str], report: Path) -> dict[str, str]:
    if places and len(places) != len(order.inputs):
        reason = f"it was made from {len(order.inputs)} inputs ({', '.join(order.inputs)}); name as many places"
        raise ReportError(str(report), reason)
    return dict(zip(order.inputs, places, strict=False))


def _ground(order: Order, places: dict[str, str], say: Callable[[str], None]) -> Ground:
    codebook = load_codebook(order.codebook)
    return lay_ground(order, read_corpus(order.inputs, codebook, name=order.codebook, places=places, say=say))


def _changed(statement: Statement, ground: Ground) -> Iterator[str]:
    """Yield which of the things that the report was made from are no longer the same."""
    if statement.program != program():
        yield f"the program was {statement.program}, this is {program()}"
    if statement.codebook != ground.provenance.codebook:
        yield f"the codebook is not the one of the report ({statement.codebook.hash})"
    pages = ground.provenance.inputs
    if statement.pages_hash == hash_pages(pages):
        return
    try:
        stated = unpack_pages(statement.pages)
    except ValueError as error:
        yield f"the list of pages cannot be read: {error}"
        return
    here = {page.path: page.content_hash.removeprefix("sha256:") for page in pages}
    for path in sorted(stated.keys() | here.keys()):
        if path not in here:
            yield f"{path}: is not among the inputs"
        elif path not in stated:
            yield f"{path}: the report does not know this page"
        elif not here[path].startswith(stated[path]):
            yield f"{path}: its bytes are not those that the report read"
