"""Speed and memory of parsing and tagging, beside two extractors that make articles of web pages.

Each measure runs in a process of its own, on one core. The first rows read the seeds again and again; the peers get the
same texts with one ``<p>`` a line, which is the form they are made for; they find the body only, no roles, dates or
tags. The rows of web pages give both sides the same pages with metadata, menus and cards of other stories around the
article; ``WEB_PAGES=FOLDER`` has them measured on pages of your own, which differ more than made ones. The last rows
are runs of ``workbench parse`` over pages of which no two are alike: memory must not grow with their number. Rates are
pages a second of processor time, so that other work on the machine counts little; memory is the most that the process
held, its imports included.

    python benchmarks/speed.py [--repeats 2000] [--peer-repeats 40] [--pages 100000]
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from made_pages import SEEDS, bare_page, made_rows, seed_texts, web_page

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

    return [lambda html=html: extract(html) for html in map(bare_page, seed_texts())]


def parse_web_work() -> list[Work]:
    """Return one call for each seed that reads and parses it as a web page."""
    from workbench.codebook import load_codebook
    from workbench.parse import compile_outlets, parse_article
    from workbench.read.html import html_page
    from workbench.read.source import Payload

    outlets = compile_outlets(load_codebook().publishers)
    payloads = [Payload(path="page.html", body=page) for page in _web_pages()]
    return [lambda payload=payload: parse_article(html_page(payload), outlets) for payload in payloads]


def trafilatura_web_work() -> list[Work]:
    """Return one call for each seed that lets trafilatura extract it from a web page."""
    from trafilatura import extract

    return [lambda html=html: extract(html) for html in _web_pages()]


def justext_work() -> list[Work]:
    """Return one call for each seed that lets jusText classify its paragraphs."""
    import justext

    stop_words = justext.get_stoplist("Indonesian")
    return [lambda html=html: justext.justext(html, stop_words) for html in map(bare_page, seed_texts())]


WORKS = {
    "workbench: parse": parse_work,
    "workbench: parse and tag": parse_and_tag_work,
    "trafilatura: extract": trafilatura_work,
    "jusText: classify": justext_work,
    "web pages, workbench: parse": parse_web_work,
    "web pages, trafilatura": trafilatura_web_work,
}
PEERS = ("trafilatura: extract", "jusText: classify", "web pages, trafilatura")
STREAM = "workbench parse, {:,} pages"


def _pages() -> list[object]:
    from workbench.read import read_pages

    return list(read_pages(str(path) for path in sorted(SEEDS.glob("*.txt"))))


def _web_pages() -> list[bytes]:
    """Return the pages of the folder that ``WEB_PAGES`` names, or made ones."""
    folder = os.environ.get("WEB_PAGES")
    if folder:
        return [path.read_bytes() for path in sorted(Path(folder).glob("*.htm*"))]
    return [web_page(text).encode() for text in seed_texts()]


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
    return _row(repeats * len(works), seconds, resource.RUSAGE_SELF)


def measure_stream(pages: int) -> dict[str, float]:
    """Run the command over `pages` made pages, and return its rate and its peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "pages.jsonl"
        with rows.open("w", encoding="utf-8") as stream:
            stream.writelines(made_rows(pages))
        command = [sys.executable, "-m", "workbench", "parse", str(rows), "--output", os.devnull]
        subprocess.run(command, check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return _row(pages, used.ru_utime + used.ru_stime, resource.RUSAGE_CHILDREN)


def _row(pages: int, seconds: float, who: int) -> dict[str, float]:
    # Kilobytes on Linux, bytes on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(who).ru_maxrss * unit / 2**20
    return {"pages": pages, "pages_per_second": pages / seconds, "peak_mib": peak}


def measured_apart(*options: str) -> dict[str, float]:
    """Measure in a fresh process."""
    command = [sys.executable, __file__, *options]
    print("measuring", *options, "...", file=sys.stderr, flush=True)
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def table(rows: Iterable[tuple[str, dict[str, float]]]) -> str:
    """Return the table: each measure, and how many times the rate of the slowest peer on the same pages it is."""
    rows = list(rows)
    slowest = {
        kind: min(row["pages_per_second"] for name, row in rows if name in PEERS and _is_web(name) is kind)
        for kind in (False, True)
    }
    head = f"{'':30}{'pages':>8}{'pages/s':>10}{'peak MiB':>10}{'ratio':>8}"
    body = (
        f"{name:30}{row['pages']:8,.0f}{row['pages_per_second']:10,.0f}{row['peak_mib']:10,.0f}"
        + (f"{row['pages_per_second'] / slowest[_is_web(name)]:8,.1f}" if name in WORKS else "")
        for name, row in rows
    )
    return "\n".join((head, *body))


def _is_web(name: str) -> bool:
    return name.startswith("web")


def main() -> None:
    """Print the table, or with ``--only`` one measure as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=2000, help="times over the seeds (default 2000)")
    parser.add_argument("--peer-repeats", type=int, default=40, help="the same for the slower peers (default 40)")
    parser.add_argument("--pages", type=int, default=100_000, help="made pages for memory (default 100,000)")
    parser.add_argument("--only", choices=WORKS, help=argparse.SUPPRESS)
    parser.add_argument("--stream", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only or asked.stream:
        print(json.dumps(measure(asked.only, asked.repeats) if asked.only else measure_stream(asked.stream)))
        return
    repeats = {name: asked.peer_repeats if name in PEERS else asked.repeats for name in WORKS}
    repeats["web pages, workbench: parse"] = 5 * asked.peer_repeats
    rows = [(name, measured_apart("--only", name, "--repeats", str(repeats[name]))) for name in WORKS]
    streams = (max(asked.pages // 10, 1), asked.pages)
    rows += [(STREAM.format(pages), measured_apart("--stream", str(pages))) for pages in streams]
    print(table(rows))


if __name__ == "__main__":
    main()
