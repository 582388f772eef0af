"""The shipped reports in a real browser, offline: hostile pages act on nothing, and every width can be read."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from workbench.report.make import write_reports
from workbench.report.order import Order
from workbench.report.shipped import shipped_notebooks

SEEDS = Path(__file__).parents[2] / "seeds"
#: WCAG 2.2 at level AA.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HOSTILE = (
    "Kabar Rekaan\n\n<script>alert(1)</script>\n\nSabtu, 12 Maret 2022 10:00 WIB\n\n"
    'MINSK, KABAR REKAAN - Presiden Rusia Vladimir Putin <img src=x onerror="alert(2)"> mengatakan sanksi Barat '
    "terhadap Rusia dan Belarus gagal, Sabtu (12/3).\n\n"
    '"Kami akan menggelar latihan militer bersama <b onmouseover=alert(3)>di Belarus</b>," kata Presiden Belarus '
    "Alexander Lukashenko.\n\n"
    "Uni Eropa menjatuhkan sanksi \u202elebih\u202c keras kepada Belarus pekan lalu.\n"
)


@pytest.fixture(scope="module", autouse=True)
def reports(chromium, tmp_path_factory):  # noqa: ARG001 -- without one there is nothing to make
    # Automatic, so that they are made before a browser runs: they need an event loop, and playwright keeps one running.
    folder = tmp_path_factory.mktemp("reports")
    pages = folder / "pages"
    shutil.copytree(SEEDS, pages)
    (pages / "hostile.txt").write_text(HOSTILE, "utf-8")
    order = Order(inputs=(str(pages),), folder=str(folder / "out"), cell_timeout=120)
    *written, index = write_reports(order, lambda _: None)
    assert index.name == "index.html"
    return tuple(written)


def open_whole(tab, path):
    tab.goto(path.as_uri())
    # A menu covers what lies beneath it, so it stays closed.
    tab.evaluate("document.querySelectorAll('details:not(.wbx-menu)').forEach(folded => folded.open = true)")


def test_every_notebook_became_a_report(reports):
    assert [path.name for path in reports] == [f"{path.stem}.html" for path in shipped_notebooks()]


def test_hostile_words_are_shown_and_do_nothing(tab, reports):
    shown = ""
    for path in reports:
        open_whole(tab, path)
        assert tab.evaluate("document.querySelectorAll('img, iframe, [onerror], [onmouseover]').length") == 0
        # Blocks of data, and one script of our own, which the policy knows by its hash.
        kinds = tab.eval_on_selector_all("script", "all => all.map(one => one.type)")
        assert [kind for kind in kinds if not kind.startswith("application/")] == ["module"]
        shown += tab.inner_text("body")
    assert "<script>alert(1)</script>" in shown
    assert '<img src=x onerror="alert(2)">' in shown
    assert "⟨U+202E⟩" in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_report_is_wider_than_its_window(tab, reports, width, scheme):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.emulate_media(color_scheme=scheme)
    for path in reports:
        open_whole(tab, path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path.name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(tab, reports, scheme):
    tab.emulate_media(color_scheme=scheme)
    for path in reports:
        open_whole(tab, path)
        ink, ground = (
            tab.evaluate(f"getComputedStyle(document.body).{name}.match(/[0-9.]+/g).slice(0, 3).map(Number)")
            for name in ("color", "backgroundColor")
        )
        assert contrast(ink, ground) >= 7, (path.name, ink, ground)


def test_the_report_opens_its_filters_offline(tab, reports):
    for path in reports:
        tab.goto(path.as_uri())
        tab.wait_for_selector("[data-wbx=open]")
        assert "6 of 6" in tab.inner_text(".wbx"), path.name


#: Presses Enter on each mark of the open view, reads its evidence to the end, and closes it again.
EVERY_MARK = """async (press) => {
  const found = [];
  const until = async (reached) => { while (!reached()) await new Promise((next) => setTimeout(next, 1)); };
  for (const mark of document.querySelectorAll(".wbx-panel [data-mark]")) {
    // Buttons turn Enter into a click by themselves.
    const key = press === "Enter" && mark instanceof SVGElement && new KeyboardEvent("keydown", { key: "Enter" });
    mark.dispatchEvent(key || new MouseEvent("click", { bubbles: true }));
    await until(() => document.querySelector("dialog[open] .wbx-rows > li"));
    const dialog = document.querySelector("dialog[open]");
    const rows = dialog.querySelector(".wbx-rows");
    for (let more; (more = [...dialog.querySelectorAll(":scope > button")].find((one) => !one.hidden));) {
      const before = rows.children.length;
      more.click();
      await until(() => rows.children.length > before);
    }
    found.push([mark.getAttribute("aria-label"), rows.children.length, rows.querySelectorAll("mark").length]);
    dialog.close();
    await until(() => !document.querySelector("dialog"));
  }
  return found;
}"""


@pytest.mark.parametrize(("unit", "press"), [("articles", "click"), ("statements", "Enter")])
def test_every_mark_opens_as_many_rows_as_it_says(tab, reports, unit, press):
    tab.goto(reports[0].as_uri())
    tab.wait_for_selector("[data-wbx=open]")
    tab.select_option("[data-key=unit]", unit)
    seen = 0
    for name in ("coverage", "actors", "voices", "sanctions", "military", "words"):
        tab.click(f"[role=tab][id$=-tab-{name}]")
        tab.wait_for_selector(".wbx-panel:not([aria-busy])")
        tab.wait_for_selector(f".wbx-panel[aria-labelledby$=-tab-{name}]")
        for label, rows, marked in tab.evaluate(EVERY_MARK, press):
            assert label.endswith(f": {rows}"), (name, label, rows)
            assert marked >= rows, (name, label)
            seen += 1
    assert seen > 200


def test_arrow_keys_walk_to_each_mark_and_the_focus_comes_back(tab, reports):
    tab.goto(reports[0].as_uri())
    tab.wait_for_selector("[data-wbx=open]")
    for name in ("military", "sanctions"):
        tab.click(f"[role=tab][id$=-tab-{name}]")
        tab.wait_for_selector(".wbx-panel:not([aria-busy])")
        tab.wait_for_selector(f".wbx-panel[aria-labelledby$=-tab-{name}]")
        for figure in tab.locator(".wbx-figure:has([data-mark])").all():
            marks = figure.locator("[data-mark]")
            marks.first.focus()
            for _ in range(marks.count() - 1):
                tab.keyboard.press("ArrowRight")
            assert marks.last.evaluate("one => one === document.activeElement"), figure.get_attribute("data-chart")
            tab.keyboard.press("Enter")
            tab.wait_for_selector("dialog[open] .wbx-rows > li")
            tab.keyboard.press("Escape")
            assert marks.last.evaluate("one => one === document.activeElement"), figure.get_attribute("data-chart")


#: Follows each link of the charts, in pictures and in tables, and counts the rows under the heading that it leads to.
EVERY_LINK = """async () => {
  const found = [];
  for (const link of document.querySelectorAll(".wb-chart .wb-picture a, .wb-chart .wb-number a")) {
    link.closest("details")?.setAttribute("open", "");
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    await new Promise((next) => requestAnimationFrame(next));
    const heading = document.querySelector(":target");
    const rows = heading?.nextElementSibling.querySelectorAll("tbody tr").length;
    found.push([link.getAttribute("aria-label"), heading?.textContent, rows, heading?.checkVisibility()]);
  }
  return found;
}"""


def test_every_mark_of_a_picture_leads_to_as_many_rows_without_scripts(tab, reports):
    tab.goto(reports[0].with_name("02-sanctions.html").as_uri())
    found = tab.evaluate(EVERY_LINK)
    assert len(found) > 30
    for label, heading, rows, is_shown in found:
        assert (heading, is_shown) == (label, True)
        assert label.endswith(f": {rows}")


def test_a_report_can_be_read_without_scripts(browser, reports):
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(reports[0].as_uri())
    assert "needs JavaScript" in page.inner_text(".explore")
    assert "Alexander Lukashenko" in page.inner_text("main")
    context.close()


def complaints(tab, path):
    """What axe finds on a page, one foldable part of each kind open: it takes its time, and they are alike."""
    tab.goto(path.as_uri())
    # A menu covers what lies beneath it, so it stays closed.
    tab.evaluate(
        """() => {
          const folded = [...document.querySelectorAll("details:not(.wbx-menu)")];
          for (const one of new Map(folded.map((one) => [one.className, one])).values()) one.open = true;
        }"""
    )
    # The policy of a report refuses scripts that are added to it; those of the debugger's own are let through.
    tab.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = tab.evaluate("rules => axe.run({runOnly: rules})", RULES)["violations"]
    return [(one["id"], node["html"][:120], node["failureSummary"]) for one in found for node in one["nodes"][:3]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_mend(tab, reports, scheme):
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for path in (*reports, reports[0].with_name("index.html")):
        assert complaints(tab, path) == [], path.name


def test_axe_finds_nothing_to_mend_on_a_phone(tab, reports):
    tab.set_viewport_size({"width": 360, "height": 800})
    # All reports are of the same parts: the one on sanctions has each of them.
    for path in (reports[0].with_name("02-sanctions.html"), reports[0].with_name("index.html")):
        assert complaints(tab, path) == [], path.name


def test_every_chart_says_what_it_shows(tab, reports):
    for path in reports:
        tab.goto(path.as_uri())
        labels = tab.eval_on_selector_all(
            "main svg", "all => all.map(one => one.closest('[aria-label]')?.ariaLabel ?? '')"
        )
        assert labels
        assert all(len(label) > 20 for label in labels), (path.name, labels)


def test_contents_lead_to_sections(tab, reports):
    for path in reports:
        tab.goto(path.as_uri())
        targets = tab.eval_on_selector_all("nav a", "all => all.map(one => document.querySelector(one.hash) !== null)")
        assert len(targets) > 1
        assert all(targets)


def test_a_report_prints(tab, reports):
    for path in reports:
        tab.goto(path.as_uri())
        assert tab.pdf(format="A4").startswith(b"%PDF")


def contrast(one, other):
    """The ratio of WCAG 2.1 between two sRGB colours, 1 to 21."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    shares = [channel / 255 for channel in colour]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
