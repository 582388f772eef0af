"""A notebook as its reader meets it: JupyterLab in a browser, every cell run, controls used, light and dark."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

ROOT = Path(__file__).parents[2]
#: WCAG 2.2 at level AA, of what the notebook shows; the rest of the page is JupyterLab's own.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OURS = {"include": [[".jp-OutputArea-output"]]}
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
#: So that all cells are in sight and none waits to be drawn.
TALL = {"width": 1280, "height": 5000}
PATIENCE = 60_000


@pytest.fixture(scope="module")
def lab(chromium, tmp_path_factory):  # noqa: ARG001 -- without one there is nobody to serve
    """Serve a copy of one notebook, and return the address of the server."""
    folder = tmp_path_factory.mktemp("lab")
    (folder / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "00-start-here.ipynb", folder / "notebooks")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: str(folder / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
    where = {"PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, "-m", "jupyterlab", str(folder), "--no-browser", "--ip=127.0.0.1", f"--port={port}"]
    more = ["--allow-root", "--IdentityProvider.token=", "--expose-app-in-browser", "--LabApp.news_url=None"]
    log = folder / "log.txt"
    with (
        log.open("w") as said,
        subprocess.Popen([*command, *more], env=os.environ | own | where, stdout=said, stderr=said) as server,  # noqa: S603
    ):
        try:
            yield answering(f"http://127.0.0.1:{port}", server, log)
        finally:
            server.terminate()


def answering(address, server, log):
    """Return `address` once the server answers there."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/api", timeout=30):  # noqa: S310 -- our own server
                return address
        except OSError:
            assert server.poll() is None, log.read_text("utf-8")
            time.sleep(0.2)
    raise AssertionError(log.read_text("utf-8"))


@pytest.fixture(scope="module", params=THEMES)
def page(request, lab, browser):
    """Open the notebook in JupyterLab, run every cell, and return the page and what it asked for elsewhere."""
    opened = browser.new_page(viewport=TALL, color_scheme=request.param)
    opened.set_default_timeout(PATIENCE)
    asked = []
    opened.on("request", lambda one: asked.append(one.url))
    opened.goto(f"{lab}/lab/tree/notebooks/00-start-here.ipynb?reset")
    opened.wait_for_selector(".jp-Notebook .jp-Cell")
    command(opened, "apputils:change-theme", {"theme": THEMES[request.param]})
    opened.wait_for_function("document.body.innerText.includes('| Idle')")
    command(opened, "notebook:run-all-cells")
    opened.wait_for_selector("[data-wbx=open]")
    opened.wait_for_selector(".wb-chart")
    opened.wait_for_selector(".jp-Notebook select >> nth=20")
    yield opened, asked, lab
    opened.close()


def command(page, name, given=None):
    """Have JupyterLab carry out a command; some end only with what they start, so nobody waits."""
    page.evaluate("([name, given]) => { jupyterapp.commands.execute(name, given); }", [name, given or {}])


def test_what_a_live_notebook_shows_is_open_to_everyone(page):
    found = Axe().run(page[0], context=OURS, options={"runOnly": RULES}).response
    broken = [(one["id"], node["html"]) for one in found["violations"] for node in one["nodes"]]
    assert broken == []
    assert len(found["passes"]) > 5


def test_a_live_notebook_asks_nobody_else(page):
    _, asked, lab = page
    assert [url for url in asked if not url.startswith((lab, "data:", "blob:", lab.replace("http", "ws")))] == []


def test_a_choice_in_the_filter_reaches_every_view(page):
    opened, _, _ = page
    status = opened.locator(".wb-status").first
    assert status.inner_text().startswith("3 of 5 articles")
    opened.locator(".jupyter-button[title='Show everything']").click()
    opened.wait_for_function("document.querySelector('.wb-status').innerText.startsWith('5 of 5')")
    opened.wait_for_function("document.querySelector('.wb-base').innerText.includes('n\u00a0=\u00a05\u00a0articles')")
    opened.wait_for_function("document.querySelector('.wbx-status').innerText.startsWith('5 of 5')")


def test_a_number_opens_as_many_sentences_as_it_says(page):
    opened, _, _ = page
    marks = opened.locator(".wb-marks select:visible").first
    label = marks.locator("option").nth(1).text_content()
    marks.select_option(label=label)
    view = opened.locator(".jp-OutputArea-output", has=opened.locator(".wb-marks select:visible")).first
    rows = view.locator("td.wb-passage")
    rows.first.wait_for()
    # Spaces of a choice are written so that none is lost.
    assert int(label.rsplit(":", 1)[1]) == rows.count()
