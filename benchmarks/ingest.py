"""What the store itself costs at any size: ingest, nothing new, retag, opening, first counts, full text, disk, memory.

Parsing and tagging are replaced by records made beforehand (see `made_corpus`), so that a million articles take
minutes; ``benchmarks/speed.py`` measures those two. Times are of processor time unless they are called otherwise.

    python benchmarks/ingest.py [--articles 20000] [--files 20000] [--workers 2] [--pages FILE.jsonl] [--keep FOLDER]
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import made_corpus
import msgspec

from workbench import chart
from workbench.codebook import load_codebook
from workbench.frame import open_tables
from workbench.store import open_corpus, pool
from workbench.store.database import open_for_writing, transaction
from workbench.store.index import Index, open_columns
from workbench.store.ingest import Staff, ingest
from workbench.store.recipe import Recipe
from workbench.store.retag import retag
from workbench.store.shelf import Shelf

#: Workers are started anew and import this file, so what the environment names reaches them, too.
PAGES = "BENCHMARK_PAGES"
CALLS = 40


def pretend() -> list[str]:
    """Put the pretending workshop in the place of the real one."""
    texts = made_corpus.base_texts(Path(os.environ[PAGES]) if PAGES in os.environ else None)
    setattr(pool, "build_workshop", made_corpus.pretending(texts))  # noqa: B010 -- in place of the real one
    return texts


def spent() -> tuple[float, float]:
    """Return the processor time of this process, and that of the workers that have ended."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime


def measured(name: str, work: Callable[[], object], n_articles: int) -> None:
    """Do `work` and print what it took."""
    before, start = spent(), time.perf_counter()
    work()
    wall = time.perf_counter() - start
    own, others = (after - then for after, then in zip(spent(), before, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = f"{own / n_articles * 1e3:.3f} ms an article here, {others / n_articles * 1e3:.3f} in workers"
    print(f"{name:24}{wall:8.1f} s of wall time; {each}; {peak:.0f} MiB at most", flush=True)


def options() -> argparse.Namespace:
    """Read the command line."""
    known = argparse.ArgumentParser(description=__doc__)
    known.add_argument("--articles", type=int, default=20_000)
    known.add_argument("--files", type=int, default=20_000)
    known.add_argument("--workers", type=int, default=2)
    known.add_argument("--pages", type=Path)
    known.add_argument("--keep", type=Path)
    known.add_argument("--draw", help=argparse.SUPPRESS)
    return known.parse_args()


def main() -> None:
    """Make a corpus, or take the one that is kept, and print one line a measure."""
    given = options()
    if given.draw:
        draw_first(given.draw)
        return
    if given.pages:
        os.environ[PAGES] = str(given.pages.resolve())
    folder = given.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    rows, corpus, n = folder / "rows.jsonl", folder / "corpus", given.articles
    texts = pretend()
    if not rows.exists():
        with rows.open("w", encoding="utf-8") as stream:
            stream.writelines(made_corpus.made_pages(texts, n))
    recipe, staff = Recipe(codebook=load_codebook()), Staff(given.workers)
    measured("ingest", lambda: ingest([str(rows)], corpus, recipe, staff=staff), n)
    measured("columns", lambda: open_columns(Shelf(corpus)), n)
    measured("full text", lambda: Index(Shelf(corpus)).make_ready(), n)
    print(f"text {rows.stat().st_size / 2**20:.0f} MiB, corpus {size_of(corpus) / 2**20:.0f} MiB", flush=True)
    for _ in range(2):
        measured(
            "open, first chart", lambda: subprocess.run([sys.executable, __file__, "--draw", corpus], check=True), n
        )
    ask(Index(Shelf(corpus)))
    measured("retag, an actor less", lambda: retag(corpus, without_an_actor(recipe), staff=staff), n)
    unchanged_files(folder, recipe, given.files)
    if not given.keep:
        shutil.rmtree(folder)


def draw_first(corpus: str) -> None:
    """Do what a notebook does before the first picture stands in it."""
    tables = open_tables(open_corpus(corpus))
    drawn = chart.chart_at_large(chart.theme_chart, tables) or chart.theme_chart(tables)
    drawn._repr_mimebundle_()


def ask(index: Index) -> None:
    """Time a phrase with its passages, of which the index is open."""
    for phrase in ("negara persatuan", "presiden rusia vladimir putin"):
        found = len(index.pages_with([phrase]))
        taken, used = [], []
        for _ in range(CALLS):
            start, before = time.perf_counter(), time.process_time()
            hits = index.hits([phrase])
            taken.append((time.perf_counter() - start) * 1e3)
            used.append((time.process_time() - before) * 1e3)
        slow, most = sorted(taken)[int(CALLS * 0.95)], sorted(used)[int(CALLS * 0.95)]
        told = f"{slow:.0f} ms in the slowest twentieth, {most:.0f} ms of processor time"
        print(f"phrase {phrase!r} in {found:,} articles, {len(hits)} passages: {told}", flush=True)


def without_an_actor(recipe: Recipe) -> Recipe:
    """Return the recipe with a codebook that lacks its last actor."""
    book = recipe.codebook
    stamp = msgspec.structs.replace(book.stamp, hash="sha256:less")
    return msgspec.structs.replace(recipe, codebook=msgspec.structs.replace(book, actors=book.actors[:-1], stamp=stamp))


def unchanged_files(folder: Path, recipe: Recipe, n_files: int) -> None:
    """Time an ingest of that many files, all of which the corpus knows."""
    corpus, pages = folder / "of-files", folder / "pages"
    connection = open_for_writing(corpus)
    with transaction(connection):
        connection.execute("DELETE FROM files")
        for number in range(n_files):
            file = pages / f"{number // 1000:04}" / f"{number:07}.txt"
            if not number % 1000:
                file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("x")
            stat = file.stat()
            cells = (str(file), stat.st_size, stat.st_mtime_ns)
            connection.execute("INSERT INTO files (path, size, mtime_ns, pass, is_done) VALUES (?, ?, ?, 1, 1)", cells)
    connection.close()
    measured(f"{n_files:,} files, no news", lambda: ingest([str(pages)], corpus, recipe), n_files)
    shutil.rmtree(pages)


def size_of(folder: Path) -> int:
    """Return how many bytes the files of a folder have."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    main()
elif __name__ == "__mp_main__":
    pretend()
