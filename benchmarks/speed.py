"""Speed and memory of parsing and tagging, beside two extractors that make articles of web pages.

Each measure runs in a process of its own, on one core, over the seeds read again and again. The peers get the same
texts with one ``<p>`` a line, which is the form they are made for; they find the body only, no roles, dates or tags.
Rates are pages a second of processor time, so that other work on the machine counts little; memory is the most that the
process held, its imports included.

    python benchmarks/speed.py [--repeats 2000] [--peer-repeats 40]
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
Work = Callable[[], object]


def parse_work() -> list[Work]:
    """Return one call for each seed that parses its page."""
    from workbench.codebook import load_codebook
    from workbench.parse import compile_outlets, parse_article

    outlets = compile_outlets(load_codebook().publishers)
    return [lambda page=page: parse_article(page, outlets) for page in _pages()]


def parse_and_tag_work() -> list[Work]:
    """Return one call for each seed that makes its record."""
    from workbench.codebook import load_codebook
    from workbench.pipeline import record_maker

    make_record = record_maker(load_codebook())
    return [lambda page=page: make_record(page) for page in _pages()]


def trafilatura_work() -> list[Work]:
    """Return one call for each seed that lets trafilatura extract the body."""
    from trafilatura import extract

    return [lambda html=html: extract(html) for html in _as_html()]


def justext_work() -> list[Work]:
    """Return one call for each seed that lets jusText classify its paragraphs."""
    import justext

    stop_words = justext.get_stoplist("Indonesian")
    return [lambda html=html: justext.justext(html, stop_words) for html in _as_html()]


WORKS = {
    "workbench: parse": parse_work,
    "workbench: parse and tag": parse_and_tag_work,
    "trafilatura: extract": trafilatura_work,
    "jusText: classify": justext_work,
}
PEERS = ("trafilatura: extract", "jusText: classify")


def _pages() -> list[object]:
    from workbench.read import read_pages

    return list(read_pages(str(path) for path in sorted(SEEDS.glob("*.txt"))))


def _as_html() -> list[str]:
    texts = (path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return [f"<html><head><title>-</title></head><body>{_paragraphs(text)}</body></html>" for text in texts]


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def measure(name: str, repeats: int) -> dict[str, float]:
    """Run one work `repeats` times over the seeds in this process, and return its rate and its peak of memory."""
    works = WORKS[name]()
    for work in works:
        work()
    start = time.process_time()
    for _ in range(repeats):
        for work in works:
            work()
    seconds = time.process_time() - start
    # Kilobytes on Linux, bytes on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    return {
        "pages": repeats * len(works),
        "pages_per_second": repeats * len(works) / seconds,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20,
    }


def measured_apart(name: str, repeats: int) -> dict[str, float]:
    """Measure in a fresh process."""
    command = [sys.executable, __file__, "--only", name, "--repeats", str(repeats)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def table(rows: Iterable[tuple[str, dict[str, float]]]) -> str:
    """Return the table: each measure, and how many times the slowest peer's rate it is."""
    rows = list(rows)
    slowest = min(row["pages_per_second"] for name, row in rows if name in PEERS)
    head = f"{'':26}{'pages':>8}{'pages/s':>10}{'peak MiB':>10}{'ratio':>8}"
    body = (
        f"{name:26}{row['pages']:8,.0f}{row['pages_per_second']:10,.0f}{row['peak_mib']:10,.0f}"
        f"{row['pages_per_second'] / slowest:8,.1f}"
        for name, row in rows
    )
    return "\n".join((head, *body))


def main() -> None:
    """Print the table, or with ``--only`` one measure as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=2000, help="times over the seeds (default 2000)")
    parser.add_argument("--peer-repeats", type=int, default=40, help="the same for the slower peers (default 40)")
    parser.add_argument("--only", choices=WORKS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only:
        print(json.dumps(measure(asked.only, asked.repeats)))
        return
    repeats = {name: asked.peer_repeats if name in PEERS else asked.repeats for name in WORKS}
    print(table((name, measured_apart(name, repeats[name])) for name in WORKS))


if __name__ == "__main__":
    main()
