"""What the store itself costs at any size: ingest, nothing new, retag, opening, first counts, full text, disk, memory.

Parsing and tagging are replaced by records made beforehand (see `made_corpus`), so that a million articles take
minutes; ``benchmarks/speed.py`` measures those two. Times are of processor time unless they are called otherwise.

    python benchmarks/ingest.py [--articles 20000] [--workers 2] [--pages FILE.jsonl] [--keep FOLDER]
"""

import argparse
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import made_corpus

from workbench.codebook import load_codebook
from workbench.store import ingest as ingests
from workbench.store import pool
from workbench.store.ingest import Staff, ingest
from workbench.store.work import Recipe

#: Workers are started anew and import this file, so what the environment names reaches them, too.
PAGES = "BENCHMARK_PAGES"


def pretend() -> list[str]:
    """Put the pretending workshop in the place of the real one."""
    texts = made_corpus.base_texts(Path(os.environ[PAGES]) if PAGES in os.environ else None)
    ingests.build_workshop = pool.build_workshop = made_corpus.pretending(texts)  # type: ignore[attr-defined]
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


def main() -> None:
    """Make a corpus, and print one line a measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--pages", type=Path)
    options.add_argument("--keep", type=Path)
    given = options.parse_args()
    if given.pages:
        os.environ[PAGES] = str(given.pages.resolve())
    folder = given.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    rows, corpus = folder / "rows.jsonl", folder / "corpus"
    texts = pretend()
    if not rows.exists():
        with rows.open("w", encoding="utf-8") as stream:
            stream.writelines(made_corpus.made_pages(texts, given.articles))
    recipe, staff = Recipe(codebook=load_codebook()), Staff(given.workers)
    measured("ingest", lambda: ingest([str(rows)], corpus, recipe, staff=staff), given.articles)
    measured("nothing new", lambda: ingest([str(rows)], corpus, recipe, staff=staff), given.articles)
    print(f"text {rows.stat().st_size / 2**20:.0f} MiB, corpus {size_of(corpus) / 2**20:.0f} MiB")
    if not given.keep:
        shutil.rmtree(folder)


def size_of(folder: Path) -> int:
    """Return how many bytes the files of a folder have."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    main()
elif __name__ == "__mp_main__":
    pretend()
