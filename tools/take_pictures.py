"""Take the documents' pictures of a report and its explorer, in Chromium (``python tools/take_pictures.py``)."""

import shutil
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from workbench.report.make import write_reports
from workbench.report.order import Order

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
#: Pixels of a picture, and how many colours it keeps.
SIZE: ViewportSize = {"width": 1180, "height": 1000}
COLOURS = 128
#: Name of the picture, the tab of the explorer, the chart that must stand there, light or dark.
VIEWS: tuple[tuple[str, str, str, Literal["light", "dark"]], ...] = (
    ("report", "coverage", "published", "light"),
    ("explorer-sanctions", "sanctions", "measures", "light"),
    ("explorer-map", "military", "map", "dark"),
    ("explorer-evidence", "voices", "speakers", "light"),
)


def take_pictures(report: Path) -> None:
    """Photograph each of `VIEWS` in `report`."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, tab, chart, scheme in VIEWS:
            page = browser.new_page(viewport=SIZE, color_scheme=scheme, device_scale_factor=1)
            _show(page, report, tab=tab, chart=chart)
            if name.endswith("evidence"):
                page.locator(f"[data-chart={chart}] [data-mark]").first.click()
                page.wait_for_selector("dialog[open] .wbx-rows > li")
            path = IMAGES / f"{name}.png"
            page.screenshot(path=path)
            Image.open(path).quantize(COLOURS).save(path, optimize=True)
        browser.close()


def _show(page: Page, report: Path, *, tab: str, chart: str) -> None:
    page.goto(report.as_uri())
    page.wait_for_selector("[data-wbx=open]")
    page.click(f"[role=tab][id$=-tab-{tab}]")
    page.wait_for_selector(f"[data-chart={chart}]")
    page.evaluate("document.querySelector('.explore').scrollIntoView()")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        order = Order(inputs=(str(ROOT / "seeds"),), folder=folder, notebooks=("02-sanctions",))
        written = write_reports(order, print)
        take_pictures(next(path for path in written if isinstance(path, Path) and path.stem == "02-sanctions"))
