"""What tests in a browser share: one Chromium a module, and a tab that works offline and must ask for nothing."""

import asyncio
import os
import shutil

import pytest
from playwright.sync_api import sync_playwright


@pytest.fixture(scope="session")
def chromium():
    """Return where Chromium lies; without one these tests are skipped, on CI they fail."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None and "CI" not in os.environ:
        pytest.skip("no Chromium here; the gate installs one")
    return found


@pytest.fixture(scope="module")
def browser(chromium):
    # A test before may have left an event loop set, and playwright's own keeps running; so each module has a browser of
    # its own, and what needs a loop of its own comes before it.
    asyncio.set_event_loop(None)
    with sync_playwright() as playwright:
        # Chromium's sandbox needs rights that a container's root often lacks; the pages are our own and offline.
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def tab(browser):
    """Open pages offline; afterwards they must have asked for nothing and complained of nothing."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
    yield page
    # A page may open itself, and hand a file that it made to whoever asked for it.
    assert [url for url in asked if not is_page(url) and not url.startswith("blob:")] == []
    assert said == []
    context.close()


def is_page(url):
    return url.startswith("file:///") and url.partition("#")[0].endswith(".html")
