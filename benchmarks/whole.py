"""How fast an ingest is as a whole: pages of a plain dump read, parsed, tagged, packed and written.

Each row is the ingest of a dump into a new corpus, in a process of its own, start included: so many pages a second by
the clock, and so many that as many cores as there are workers would do with the processor time that all processes took.
Other work on the machine lowers the first figure much and the second less; the load before the run is printed with
them. Memory is the most that the writing process held, and the most that one of its workers did.

    python benchmarks/whole.py [--sizes 10000 40000] [--names codebook rules all] [--workers 2] [--dump FILE.jsonl]

Without a dump the seeds are taken again and again, with other numbers in them; a dump is taken from its beginning again
where it is too short, with a line more on each page that makes it another one.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

from made_pages import made_rows

if TYPE_CHECKING:
    from workbench.tag import Names

HEAD = "names         pages  kB a page  pages/s  by cores   writer  worker MiB   load"


def main() -> None:
    """Print a row for each size and way of finding names."""
    known = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    known.add_argument("--sizes", type=int, nargs="+", default=[10_000, 40_000])
    known.add_argument("--names", nargs="+", default=["codebook", "rules", "all"])
    known.add_argument("--workers", type=int, default=2)
    known.add_argument("--dump", type=Path)
    given = known.parse_args()
    print(HEAD)
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            dump = Path(folder) / "dump.jsonl"
            with dump.open("w", encoding="utf-8") as stream:
                stream.writelines(made_rows(size) if given.dump is None else repeated(given.dump, size))
            for names in given.names:
                command = [sys.executable, __file__, "--one", dump, names, str(given.workers)]
                subprocess.run(command, check=True)


def repeated(dump: Path, number: int) -> Iterator[str]:
    """Yield that many rows made of those of a dump."""
    texts = [json.loads(line)["text"] for line in dump.read_text("utf-8").splitlines()]
    for place, text in enumerate(islice(cycle(texts), number)):
        yield json.dumps({"text": f"{text}\nNomor {place}.\n"}, ensure_ascii=False) + "\n"


def measure(dump: Path, names: "Names", workers: int) -> None:
    """Ingest a dump into a new corpus, and print its row."""
    load, start = os.getloadavg()[0], time.perf_counter()
    from workbench.codebook import load_codebook
    from workbench.store.ingest import Staff, ingest
    from workbench.store.recipe import Recipe

    corpus = dump.with_name("corpus")
    done = ingest([str(dump)], corpus, Recipe(codebook=load_codebook(), names=names), staff=Staff(workers))
    wall = time.perf_counter() - start
    shutil.rmtree(corpus)
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    spent = sum(used.ru_utime + used.ru_stime for used in (own, others))
    rates = f"{done.n_made / wall:9,.0f}{done.n_made * workers / spent:10,.0f}"
    memory = f"{own.ru_maxrss / 1024:9,.0f}{others.ru_maxrss / 1024:8,.0f}"
    size = dump.stat().st_size / done.n_made / 1000
    print(f"{names:10}{done.n_made:9,}{size:11.1f}{rates}{memory}    {load:7.1f}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(Path(sys.argv[2]), cast("Names", sys.argv[3]), int(sys.argv[4]))
    else:
        main()
