"""Speed and memory of parsing and tagging, beside two extractors that make articles of web pages.

Each measure runs in a process of its own, on one core, and each section is printed as it ends. The first reads the
seeds again and again; the peers get the same texts with one ``<p>`` a line, which is the form they are made for; they
find the body only, no roles, dates or tags. The sections of web pages give both sides the same pages: portals whose
boxes only class names tell apart, the same pages with ``article``, ``nav`` and ``aside``, and lean pages with little
around the article. ``WEB_PAGES=FOLDER`` adds a section of pages of your own, which differ more than made ones. The last
section runs ``workbench parse`` over pages of which no two are alike: memory must not grow with their number. Rates are
pages a second of processor time, so that other work on the machine counts little; memory is the most that the process
held, its imports included.

    python benchmarks/speed.py [--repeats 2000] [--web-repeats 100] [--peer-repeats 20] [--pages 100000]
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from made_pages import SEEDS, bare_page, made_rows, portal_page, seed_texts, semantic_page, small_page

if TYPE_CHECKING:
    from workbench.article import Article
    from workbench.page import Page

Work = Callable[[], object]
Pages = Callable[[], list[bytes]]


def parse_work() -> list[Work]:
    """Return one call for each seed that parses its page."""
    from workbench.codebook import load_codebook
    from workbench.parse import compile_outlets, parse_article

    outlets = compile_outlets(load_codebook().publishers)
    return [partial(parse_article, page, outlets) for page in _pages()]


def parse_and_tag_work() -> list[Work]:
    """Return one call for each seed that makes its record."""
    from workbench.codebook import load_codebook
    from workbench.parse import compile_outlets, parse_article
    from workbench.tag import build_tagger, tag_article

    codebook = load_codebook()
    outlets, tagger = compile_outlets(codebook.publishers), build_tagger(codebook)

    def make_record(page: "Page") -> object:
        return tag_article(parse_article(page, outlets), tagger)

    return [partial(make_record, page) for page in _pages()]


def trafilatura_work() -> list[Work]:
    """Return one call for each seed that lets trafilatura extract the body."""
    from trafilatura import extract

    return [partial(extract, html) for html in map(bare_page, seed_texts())]


def parse_web_work(pages: Pages) -> list[Work]:
    """Return one call for each page that reads and parses it."""
    from workbench.codebook import load_codebook
    from workbench.parse import compile_outlets, parse_article
    from workbench.read.html import html_page
    from workbench.read.source import Payload

    outlets = compile_outlets(load_codebook().publishers)

    def parse(payload: Payload) -> "Article":
        return parse_article(html_page(payload), outlets)

    return [partial(parse, Payload(path="page.html", body=page)) for page in pages()]


def trafilatura_web_work(pages: Pages) -> list[Work]:
    """Return one call for each page that lets trafilatura extract it."""
    from trafilatura import extract

    return [partial(extract, html) for html in pages()]


def justext_work() -> list[Work]:
    """Return one call for each seed that lets jusText classify its paragraphs."""
    import justext

    stop_words = justext.get_stoplist("Indonesian")
    return [partial(justext.justext, html, stop_words) for html in map(bare_page, seed_texts())]


def made(page: Callable[[str], str]) -> list[bytes]:
    """Return a web page made of each seed."""
    return [page(text).encode() for text in seed_texts()]


def own_pages() -> list[bytes]:
    """Return the pages of the folder that ``WEB_PAGES`` names."""
    return [path.read_bytes() for path in sorted(Path(os.environ["WEB_PAGES"]).glob("*.htm*"))]


WEB: dict[str, Pages] = {
    "portal pages": partial(made, portal_page),
    "semantic pages": partial(made, semantic_page),
    "lean pages": partial(made, small_page),
    "own pages": own_pages,
}
#: Each section's works, ours first, then the peers.
SECTIONS: dict[str, dict[str, Callable[[], list[Work]]]] = {
    "seeds": {
        "workbench: parse": parse_work,
        "workbench: parse and tag": parse_and_tag_work,
        "trafilatura: extract": trafilatura_work,
        "jusText: classify": justext_work,
    },
    **{
        kind: {
            "workbench: parse": partial(parse_web_work, pages),
            "trafilatura: extract": partial(trafilatura_web_work, pages),
        }
        for kind, pages in WEB.items()
    },
}
HEAD = f"{'':30}{'pages':>8}{'pages/s':>10}{'peak MiB':>10}{'ratio':>8}"


def _pages() -> list["Page"]:
    from workbench.page import Page
    from workbench.read import read_pages

    read = read_pages(str(path) for path in sorted(SEEDS.glob("*.txt")))
    return [page for page in read if isinstance(page, Page)]


def measure(section: str, name: str, repeats: int) -> dict[str, float]:
    """Run one work `repeats` times in this process, and return its rate and its peak of memory."""
    works = SECTIONS[section][name]()
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
    print("measuring", *options, "...", file=sys.stderr, flush=True)
    done = subprocess.run([sys.executable, __file__, *options], check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def show(title: str, rows: dict[str, dict[str, float]]) -> None:
    """Print a section: each measure, and how many times the rate of the slowest peer it is."""
    rates = [row["pages_per_second"] for name, row in rows.items() if not name.startswith("workbench")]
    print(f"{title:30}{HEAD[30:]}")
    for name, row in rows.items():
        ratio = f"{row['pages_per_second'] / min(rates):8,.1f}" if rates else ""
        print(f"  {name:28}{row['pages']:8,.0f}{row['pages_per_second']:10,.0f}{row['peak_mib']:10,.0f}{ratio}")
    print(flush=True)


def show_sections(asked: argparse.Namespace) -> None:
    """Measure section by section and print each as it ends."""
    rows: dict[str, dict[str, dict[str, float]]] = {}
    for section, works in SECTIONS.items():
        if section == "own pages" and "WEB_PAGES" not in os.environ:
            continue
        ours = asked.repeats if section == "seeds" else asked.web_repeats
        repeats = {name: ours if name.startswith("workbench") else asked.peer_repeats for name in works}
        named = {name: ("--only", section, name, "--repeats", str(repeats[name])) for name in works}
        rows[section] = {name: measured_apart(*options) for name, options in named.items()}
        show(section, rows[section])
    sizes = (max(asked.pages // 10, 1), asked.pages)
    seconds = sum(sizes) / rows["seeds"]["workbench: parse and tag"]["pages_per_second"]
    print(f"{sum(sizes):,} pages take about {seconds:,.0f} s of processor time", file=sys.stderr, flush=True)
    show("workbench parse", {f"workbench: {n:,} pages": measured_apart("--stream", str(n)) for n in sizes})


def main() -> None:
    """Print the sections and how long they took, or with ``--only`` one measure as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=2000, help="times over the seeds (default 2000)")
    parser.add_argument("--web-repeats", type=int, default=100, help="the same for web pages (default 100)")
    parser.add_argument("--peer-repeats", type=int, default=20, help="the same for the slower peers (default 20)")
    parser.add_argument("--pages", type=int, default=100_000, help="made pages for memory (default 100,000)")
    parser.add_argument("--only", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--stream", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only or asked.stream:
        section, name = asked.only or ("", "")
        print(json.dumps(measure(section, name, asked.repeats) if name else measure_stream(asked.stream)))
        return
    start = time.perf_counter()
    show_sections(asked)
    print(f"all sections took {time.perf_counter() - start:,.0f} s")


if __name__ == "__main__":
    main()
