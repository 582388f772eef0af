"""Pages in, reports out: read and tag once, run every notebook on the records, write one page for each."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
from nbformat import NotebookNode

from workbench.codebook import load_codebook
from workbench.errors import ReadError, ReportError
from workbench.frame import Tables, open_tables, selection_settings
from workbench.report.explore import explorer_of, methods_words
from workbench.report.facts import corpus_facts
from workbench.report.order import Order, arguments_of, selection_of
from workbench.report.prose import Told, told_in
from workbench.report.provenance import Provenance, provenance_of
from workbench.report.reading import read_corpus
from workbench.report.render import Frame, Link, index_html, link_to, report_html
from workbench.report.run import run_notebooks
from workbench.report.shipped import find_notebook, shipped_notebooks
from workbench.report.statement import Statement, hash_pages, pack_pages, statement_block
from workbench.report.words import load_words
from workbench.report.write import write_whole
from workbench.store import Corpus

#: How the notebooks' settings are named.
CORPUS: Final = "CORPUS"
CODEBOOK: Final = "CODEBOOK"
SELECTION: Final = "SELECTION"
LANGUAGE: Final = "LANGUAGE"
#: The page that leads to the reports.
INDEX: Final = "index.html"


class Ground(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What all reports of one order share."""

    order: Order
    tables: Tables
    provenance: Provenance
    frame: Frame


def write_reports(order: Order, say: Callable[[str], None]) -> Iterator[Path | ReportError | ReadError]:
    """Write the reports; yield each path written and each error, and tell `say` how far things are.

    Raises
    ------
    CodebookError
        The codebook breaks its schema.
    """
    say("reading and tagging ...")
    codebook = load_codebook(order.codebook)
    known = {concept.id for concept in codebook.events.themes}
    if unknown := [theme for theme in order.themes if theme not in known]:
        yield ReadError(order.codebook, f"there is no theme {unknown[0]!r}, only {', '.join(sorted(known))}")
        return
    corpus = read_corpus(order.inputs, codebook, name=order.codebook, places={}, say=say)
    yield from (ReadError(failure.path, failure.reason) for failure in corpus.failures)
    if not corpus.records:
        yield ReadError(", ".join(order.inputs), "no page could be read, so there is nothing to report on")
        return
    ground = lay_ground(order, corpus)
    paths = tuple(find_notebook(name) for name in order.notebooks) or shipped_notebooks()
    n_kept = len(ground.tables.articles)
    say(f"pages read: {len(corpus.inputs):,}; articles selected: {n_kept:,}; notebooks to run: {len(paths)} ...")
    yield from _written(ground, paths, say)


def lay_ground(order: Order, corpus: Corpus) -> Ground:
    """Gather what the reports of `order` on `corpus` share."""
    # A saved selection has the language of whoever saved it.
    selection = msgspec.structs.replace(selection_of(order), lang=order.language)
    tables = open_tables(corpus, selection, most=len(corpus.records))
    frame = Frame(
        facts=corpus_facts(tables, load_words(order.language)),
        language=order.language,
        quote_limit=order.quote_limit,
        methods=methods_words(corpus, order),
        explorer=explorer_of(corpus, selection, order),
    )
    provenance = provenance_of(corpus, arguments=arguments_of(order))
    return Ground(order=order, tables=tables, provenance=provenance, frame=frame)


def run_on(ground: Ground, paths: Sequence[Path], say: Callable[[str], None]) -> list[NotebookNode | ReportError]:
    """Run notebooks on the records; a result for each path, in the same order."""
    order, n_done = ground.order, iter(range(1, len(paths) + 1))
    chosen = selection_settings(ground.tables.selection)
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        stored = Path(folder) / "records.jsonl"
        stored.write_bytes(msgspec.json.Encoder().encode_lines(ground.tables.corpus.records))
        settings = {
            CORPUS: str(stored),
            CODEBOOK: _absolute(order.codebook),
            SELECTION: {key: value for key, value in chosen.items() if key != "lang"},
            LANGUAGE: order.language,
        }
        return run_notebooks(
            paths,
            settings,
            cell_timeout=order.cell_timeout,
            done=lambda path: say(f"{path.stem} done ({next(n_done)} of {len(paths)})"),
        )


def page_of(ground: Ground, path: Path, told: Told) -> str:
    """Return the report of one notebook, told in its words."""
    statement = Statement(
        program=ground.provenance.program,
        codebook=ground.provenance.codebook,
        order=ground.order,
        notebook=path.name,
        notebook_hash=f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}",
        pages=pack_pages(ground.provenance.inputs),
        pages_hash=hash_pages(ground.provenance.inputs),
    )
    frame = msgspec.structs.replace(ground.frame, statement=statement_block(statement))
    return report_html(told, ground.provenance, frame)


def _written(ground: Ground, paths: Sequence[Path], say: Callable[[str], None]) -> Iterator[Path | ReportError]:
    folder = Path(ground.order.folder)
    folder.mkdir(parents=True, exist_ok=True)
    links: list[Link] = []
    for path, result in zip(paths, run_on(ground, paths, say), strict=True):
        if isinstance(result, ReportError):
            yield result
            continue
        report = folder / f"{path.stem}.html"
        told = told_in(result, path, ground.order.language)
        write_whole(report, page_of(ground, path, told))
        links.append(link_to(told, report.name))
        yield report
    if links:
        write_whole(folder / INDEX, index_html(links, ground.provenance, ground.frame))
        yield folder / INDEX
    say(f"the reports are in {folder.resolve()}")


def _absolute(codebook: str) -> str:
    """Return a codebook's folder so that it is found from a notebook's own; a shipped one keeps its name."""
    return str(Path(codebook).resolve()) if (Path(codebook) / "codebook.yaml").is_file() else codebook
