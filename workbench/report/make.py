"""Pages in, reports out: read and tag once, run every notebook on the records, write one page for each."""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from nbformat import NotebookNode

from workbench.codebook import DEFAULT_CODEBOOK, load_codebook
from workbench.errors import ReadError, ReportError
from workbench.pipeline import make_records, record_maker
from workbench.read import read_pages
from workbench.record import Record
from workbench.report.provenance import provenance_of
from workbench.report.render import report_html
from workbench.report.run import run_notebooks
from workbench.report.shipped import shipped_notebooks
from workbench.report.write import write_whole

#: How the notebooks' settings are named.
CORPUS: Final = "CORPUS"
CODEBOOK: Final = "CODEBOOK"
SELECTION: Final = "SELECTION"


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What to report on, and how.

    Parameters
    ----------
    inputs
        Files and folders of pages, as the user named them.
    notebooks
        The notebooks to run.
    folder
        Where the reports go; made if it is not there.
    codebook
        Folder of a codebook, or the name of a shipped one.
    selection
        Fields of a `Selection`, as in JSON; empty for every article.
    cell_timeout
        Seconds after which a cell is given up.
    """

    inputs: tuple[str, ...]
    notebooks: tuple[Path, ...]
    folder: Path
    codebook: str
    selection: Mapping[str, Any]
    cell_timeout: int


def write_reports(order: Order, say: Callable[[str], None]) -> Iterator[Path | ReportError | ReadError]:
    """Write the reports; yield each path written and each error, and tell `say` how far things are.

    Raises
    ------
    CodebookError
        The codebook breaks its schema.
    """
    codebook = load_codebook(order.codebook)
    say("reading and tagging ...")
    records, refused = _sorted_out(make_records(read_pages(order.inputs), record_maker(codebook)))
    yield from refused
    if not records:
        yield ReadError(", ".join(order.inputs), "no page could be read, so there is nothing to report on")
        return
    say(f"{len(records)} pages read; running {len(order.notebooks)} notebooks ...")
    provenance = provenance_of(records, refused, codebook.stamp, arguments=arguments_of(order))
    order.folder.mkdir(parents=True, exist_ok=True)
    for path, result in zip(order.notebooks, _executed(order, records), strict=True):
        if isinstance(result, ReportError):
            yield result
            continue
        report = order.folder / f"{path.stem}.html"
        write_whole(report, report_html(result, provenance))
        yield report
    say(f"the reports are in {order.folder.resolve()}")


def arguments_of(order: Order) -> tuple[str, ...]:
    """Return the command line that makes the same reports, in one form however it was typed."""
    words = ["report", *order.inputs]
    if order.notebooks != shipped_notebooks():
        words += [word for notebook in order.notebooks for word in ("--notebook", str(notebook))]
    if order.codebook != DEFAULT_CODEBOOK:
        words += ["--codebook", order.codebook]
    if order.selection:
        words += ["--selection", json.dumps(order.selection, sort_keys=True, ensure_ascii=False)]
    return (*words, "--output", f"{order.folder}{os.sep}")


def _sorted_out(found: Iterable[Record | ReadError]) -> tuple[list[Record], list[ReadError]]:
    records: list[Record] = []
    refused: list[ReadError] = []
    for result in found:
        if isinstance(result, ReadError):
            refused.append(result)
        else:
            records.append(result)
    return records, refused


def _executed(order: Order, records: Sequence[Record]) -> list[NotebookNode | ReportError]:
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        stored = Path(folder) / "records.jsonl"
        stored.write_bytes(msgspec.json.Encoder().encode_lines(records))
        settings = {CORPUS: str(stored), CODEBOOK: _absolute(order.codebook), SELECTION: dict(order.selection)}
        return run_notebooks(order.notebooks, settings, cell_timeout=order.cell_timeout)


def _absolute(codebook: str) -> str:
    """Return a codebook's folder so that it is found from a notebook's own; a shipped one keeps its name."""
    return str(Path(codebook).resolve()) if (Path(codebook) / "codebook.yaml").is_file() else codebook
