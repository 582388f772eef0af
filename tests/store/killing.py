"""Kills ingests at random moments, resumes each and compares what it holds, byte for byte, with one left alone.

A script, because it forks: the codebook is compiled once, and a kill costs a second. From the folder of the tests:

    python store/killing.py 200
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from store_builders import exported, ingested, quick_workshop, write_pages, write_rows

from workbench.errors import CorpusError
from workbench.store import plan, pool


def killed(moment, corpus, pages):
    """Kill an ingest after `moment` seconds; say whether it was still at work."""
    child = os.fork()
    if not child:
        try:
            ingested(corpus, pages)
        finally:
            os._exit(0)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def lines_held(corpus):
    """Return what a reader finds, which may be nothing yet."""
    try:
        return exported(corpus).splitlines()
    except CorpusError as error:
        if any(told in str(error) for told in ("no corpus here", "not the database", "older program")):
            return []
        raise


def kill_many(folder, n_kills):
    """Yield for each kill whether the ingest was at work, and how many records it had written."""
    pages = write_pages(folder / "pages", range(60))
    write_rows(pages / "rows.jsonl", range(2_000, 2_300))
    ingested(folder / "warm", pages)
    started = time.monotonic()
    ingested(folder / "whole", pages)
    seconds = time.monotonic() - started
    expected = exported(folder / "whole")
    for number in range(n_kills):
        corpus = folder / "killed"
        moment = random.Random(number).uniform(0, 1.1) * seconds  # noqa: S311 -- moments, not secrets
        was_at_work = killed(moment, corpus, pages)
        # A machine with other work to do is now slow, now quick.
        seconds *= 1.05 if was_at_work else 0.8
        held = lines_held(corpus)
        assert set(held) <= set(expected.splitlines()), number
        ingested(corpus, pages)
        assert exported(corpus) == expected, number
        shutil.rmtree(corpus)
        yield was_at_work, len(held)


def main():
    """Kill as often as asked, and say how it went."""
    pool.build_workshop = quick_workshop
    # Smaller steps, and so more of them; the rows go through the path of large files.
    plan._ITEMS_A_JOB, plan._SMALL_FILE = 8, 1 << 14
    with tempfile.TemporaryDirectory() as folder:
        kills = list(kill_many(Path(folder), int(sys.argv[1])))
    n_at_work = sum(was_at_work for was_at_work, _ in kills)
    sys.stdout.write(f"{len(kills)} kills, {n_at_work} at work, {len({held for _, held in kills})} different states\n")


if __name__ == "__main__":
    main()
