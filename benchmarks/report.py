"""How fast the explorer is in a browser: size, first paint, and the redraw after each kind of filter.

Pages of invented articles (those of ``tests/explorer``) are opened in Chromium, offline, in a laptop's window. A redraw
is timed in the browser, from the press to the frame that shows its result, over all tabs; beside it stands the time of
the processor that the page's own thread took till then, and for the whole redraw, which other work on the machine does
not lengthen as much. The last rows are of the live explorer, which asks this process as it asks a kernel in a notebook;
a notebook's websocket adds some milliseconds.

    python benchmarks/report.py [--records 1000 5000 20000] [--live 100000] [--presses 4]
"""

import argparse
import base64
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from playwright.sync_api import CDPSession, Page, sync_playwright

sys.path += [str(Path(__file__).parent.parent / "tests" / name) for name in ("", "explorer")]

from explorer_builders import synthetic_corpus

from workbench.explorer import build_payload, explorer_html, pack_payload
from workbench.explorer.bundle import client_script, client_style
from workbench.explorer.kernel import KernelAnswers, kernel_answers
from workbench.store import Corpus

#: What the browser calls a task of a thread.
TASK = "ThreadControllerImpl::RunTask"
TABS = ("coverage", "actors", "voices", "sanctions", "military")
#: What is pressed: a button, the nth of those that match; pressed again, it takes back what it did.
BUTTONS = {
    "actor": "[data-facet=actors] .wbx-value",
    "actor left out": "[data-facet=actors] .wbx-out",
    "publisher": "[data-facet=publishers] .wbx-value",
    "agency": "[data-facet=agencies] .wbx-value",
    "theme": "[data-facet=themes] .wbx-value",
}
#: What is changed: a field, and values for it, the last of which takes back what the others did.
FIELDS = {
    "text": ("[data-key=search]", ("gandum", '"harga gandum" NOT kayu', "kereta OR roket", "")),
    "dates": ("[data-key=date_from]", ("2020-06-01", "2021-01-01", "2022-03-01", "")),
    "unit": ("[data-key=unit]", ("stories", "origins", "statements", "articles")),
}
#: From the press to the frame that shows what is in sight, and to the one that shows all, in milliseconds.
TIMED = """([selector, rank, value]) => new Promise((resolve) => {
  const root = document.querySelector("[data-wbx]");
  const element = document.querySelectorAll(selector)[rank];
  const framed = (act) => requestAnimationFrame(() => setTimeout(act));
  const since = () => performance.now() - start;
  let seen = null;
  const finish = () => (root.querySelector("[aria-busy]") ? framed(finish) : resolve([seen, since()]));
  const mark = performance.mark.bind(performance);
  // Asked for before the client asks for the frames in which it draws the rest.
  performance.mark = (name) => {
    performance.mark = mark;
    framed(() => { seen = since(); mark("seen"); finish(); });
    return mark(name);
  };
  mark("pressed");
  const start = performance.now();
  if (value === null) element.click();
  else { element.value = value; element.dispatchEvent(new Event("change", { bubbles: true })); }
})"""
#: A notebook's side of the widget, whose kernel is the function ``kernel`` of this process.
LIVE = """<!doctype html><meta charset="utf-8"><style>{style}</style><div id="here"></div><script type="module">
const state = {{ payload: Uint8Array.from(atob("{packed}"), (one) => one.charCodeAt(0)), settings: {{}} }};
let hear = null;
const model = {{
  get: (name) => state[name], set: (name, value) => {{ state[name] = value; }}, save_changes: () => {{}},
  on: (name, listener) => {{ if (name === "msg:custom") hear = listener; }}, off: () => {{}},
  send: async (message) => hear(JSON.parse(await window.kernel(JSON.stringify(message)))),
}};
{script}
</script>"""


def main() -> None:
    """Print a table for each size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, nargs="*", default=[1_000, 5_000, 20_000])
    options.add_argument("--live", type=int, default=100_000)
    options.add_argument("--presses", type=int, default=4)
    given = options.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for number in given.records:
            file = Path(folder) / f"{number}.html"
            file.write_text(explorer_html(build_payload(synthetic_corpus(number)), title="Invented press"), "utf-8")
            page = browser.new_page(viewport={"width": 1280, "height": 900}, offline=True)
            opened(page, file, f"page of {number:,} records, {file.stat().st_size / 1e6:.2f} MB")
            filtered(page, given.presses)
            page.close()
        if given.live:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            live(page, synthetic_corpus(given.live), Path(folder) / "live.html")
            filtered(page, given.presses)
        browser.close()


def opened(page: Page, file: Path, name: str) -> None:
    """Open a page and print when it first showed something, and when all of it."""
    page.goto(file.as_uri())
    page.wait_for_selector("[data-wbx=open]")
    first, whole = page.evaluate(
        "() => [performance.getEntriesByName('first-contentful-paint')[0]?.startTime, "
        "performance.getEntriesByName('wbx-open')[0]?.startTime]"
    )
    print(f"\n{name}: first paint {first:.0f} ms, charts {whole:.0f} ms")


def live(page: Page, corpus: Corpus, file: Path) -> None:
    """Open the widget's client with this process as its kernel."""
    answers = kernel_answers(corpus)
    page.expose_function("kernel", lambda message: answered(answers, message))
    script = client_script("widget.js").replace(
        "export default { render };", 'await render({ model, el: document.getElementById("here") });'
    )
    packed = base64.b64encode(pack_payload(answers.head)).decode()
    file.write_text(LIVE.format(style=client_style(), packed=packed, script=script), "utf-8")
    opened(page, file, f"live, {len(corpus.records):,} records")


def answered(answers: KernelAnswers, message: str) -> str:
    """Answer as the widget does."""
    asked = msgspec.json.decode(message)
    values = [{"value": answers.answer(one)} for one in asked["asks"]]
    return msgspec.json.encode({"turn": asked["turn"], "answers": values}).decode()


def filtered(page: Page, presses: int) -> None:
    """Press every kind of filter in every tab, and print how long the redraws took."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in (*BUTTONS, *FIELDS)}
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    trace, works = Trace(session), []
    print(f"{'tab':14}{'n':>4}{'processor, till seen':>22}{'95 %':>6}{'whole redraw':>14}   ms")
    for tab in TABS:
        page.click(f"[data-key=tab-{tab}]")
        page.wait_for_selector(".wbx-panel:not([aria-busy])")
        before, n_before = processor_time(session), sum(map(len, times.values()))
        trace.start()
        for name, selector in BUTTONS.items():
            for rank in range(min(presses, page.locator(selector).count())):
                # What is chosen stands first, so that the second press takes it back.
                times[name] += [timed(page, selector, rank), timed(page, selector, 0)]
        for name, (selector, values) in FIELDS.items():
            times[name] += [timed(page, selector, 0, value) for value in values]
        n = sum(map(len, times.values())) - n_before
        whole = (processor_time(session) - before) / n
        works += (work := till_seen(trace.stop(page)))
        print(f"{tab:14}{n:4}{statistics.median(work):22.0f}{high(work):6.0f}{whole:14.0f}", flush=True)
    print(f"{'all':14}{len(works):4}{statistics.median(works):22.0f}{high(works):6.0f}")
    print(f"{'redraw after':18}{'n':>4}{'median':>9}{'95 %':>9}{'most':>9}{'all drawn, 95 %':>18}   ms")
    every = [time for some in times.values() for time in some]
    for name, some in {**times, "all": every}.items():
        seen, whole_times = zip(*some, strict=True)
        row = f"{statistics.median(seen):9.0f}{high(seen):9.0f}{max(seen):9.0f}{high(whole_times):18.0f}"
        print(f"{name:18}{len(some):4}{row}", flush=True)


class Trace:
    """Records what the page's threads do."""

    def __init__(self, session: CDPSession) -> None:
        self._session = session
        self._events: list[dict[str, Any]] = []
        self._is_whole = False
        session.on("Tracing.dataCollected", lambda told: self._events.extend(told["value"]))
        session.on("Tracing.tracingComplete", lambda _: setattr(self, "_is_whole", True))

    def start(self) -> None:
        """Begin anew."""
        self._events, self._is_whole = [], False
        self._session.send("Tracing.start", {"categories": "toplevel,blink.user_timing"})

    def stop(self, page: Page) -> list[dict[str, Any]]:
        """Return what was recorded."""
        self._session.send("Tracing.end")
        while not self._is_whole:
            page.wait_for_timeout(20)
        return sorted(self._events, key=lambda event: event["ts"])


def till_seen(events: list[dict[str, Any]]) -> list[float]:
    """Return how many milliseconds the page's own thread was at work from each press to the frame that showed it."""
    marks = [event for event in events if event["name"] in {"pressed", "seen"}]
    own = (marks[0]["pid"], marks[0]["tid"])
    tasks = [event for event in events if (event["pid"], event["tid"]) == own and event["name"] == TASK]
    return [
        sum(worked(task, start["ts"], end["ts"]) for task in tasks) / 1000
        for start, end in zip(marks[::2], marks[1::2], strict=True)
    ]


def worked(task: dict[str, Any], start: float, end: float) -> float:
    """Return the processor's time of that part of a task that lies between two times."""
    wall = task.get("dur", 0)
    inside = min(end, task["ts"] + wall) - max(start, task["ts"])
    return float(task.get("tdur", 0)) * inside / wall if inside > 0 and wall else 0.0


def processor_time(session: CDPSession) -> float:
    """Return how many milliseconds the page's main thread has been at work."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) * 1000 for one in metrics if one["name"] == "TaskDuration")


def high(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def timed(page: Page, selector: str, rank: int, value: str | None = None) -> tuple[float, float]:
    """Press or change something; return when what is in sight was drawn, and when all was."""
    seen, whole = page.evaluate(TIMED, [selector, rank, value])
    return float(seen), float(whole)


if __name__ == "__main__":
    main()
