"""The explorer in a browser: by keyboard, on any screen, light and dark, without a complaint of axe-core."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from explorer_pages import TABS, open_page, show, status, value


def test_arrow_keys_walk_over_marks(tab, page_file):
    open_page(tab, page_file)
    show(tab, "actors")
    stops = tab.locator("[data-chart=presence] [data-mark][tabindex='0']")
    assert stops.count() == 1
    stops.focus()
    first = tab.evaluate("document.activeElement.getAttribute('aria-label')")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate("document.activeElement.getAttribute('aria-label')") != first
    tab.keyboard.press("Home")
    assert tab.evaluate("document.activeElement.getAttribute('aria-label')") == first


def test_tabs_are_walked_by_arrows(tab, page_file):
    open_page(tab, page_file)
    tab.focus("[role=tab][aria-selected=true]")
    for name in (*TABS[1:], TABS[0]):
        tab.keyboard.press("ArrowRight")
        assert tab.evaluate("document.activeElement.id").endswith(f"-tab-{name}")


def test_the_focus_stays_on_what_was_pressed(tab, page_file):
    open_page(tab, page_file)
    value(tab, "actors", 2).focus()
    key = tab.evaluate("document.activeElement.dataset.key")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.dataset.key") == key
    tab.keyboard.press("Enter")
    assert status(tab) == 200


def test_the_focus_goes_on_when_what_had_it_is_gone(tab, page_file):
    open_page(tab, page_file)
    value(tab, "actors").click()
    value(tab, "publishers").click()
    assert tab.locator(".wbx-chip").count() == 2
    tab.locator(".wbx-chip").first.focus()
    tab.keyboard.press("Enter")
    assert tab.locator(".wbx-chip").count() == 1
    assert "wbx-chip" in tab.evaluate("document.activeElement.className")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_window(tab, page_file, width, scheme):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.emulate_media(color_scheme=scheme)
    open_page(tab, page_file)
    for name in TABS:
        show(tab, name)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name
    show(tab, "actors")
    tab.locator("[data-mark]").first.click()
    assert tab.evaluate("document.querySelector('dialog').scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_bars_of_one_chart_are_to_one_scale(tab, page_file, width):
    tab.set_viewport_size({"width": width, "height": 900})
    open_page(tab, page_file)
    for name, tracks in (("actors", "[data-chart=presence] .wbx-track"), ("sanctions", ".wbx-trellis .wbx-track")):
        show(tab, name)
        lengths = tab.eval_on_selector_all(
            tracks, "all => all.map(one => Math.round(one.getBoundingClientRect().width))"
        )
        assert len(lengths) > 10
        assert max(lengths) - min(lengths) <= 1, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, page_file, scheme):
    # axe runs as a script of its own, which the page's policy refuses.
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    open_page(page, page_file)
    value(page, "actors").click()
    page.locator("[data-facet=themes] .wbx-out").first.click()
    for name in TABS:
        show(page, name)
        assert complaints(page) == [], name
    show(page, "actors")
    page.click("[data-key=presence-table]")
    page.locator("[data-chart=offices] summary").first.click()
    page.click("[data-key=actors-more]")
    assert complaints(page) == [], "a table, an open note and a long list"
    page.locator("[data-mark]").first.click()
    page.wait_for_selector("dialog[open]")
    assert complaints(page) == [], "the reader"
    page.keyboard.press("Escape")
    page.click("[data-key=saved]")
    page.fill("[data-key=saved-name]", "Mine")
    page.click("[data-key=save]")
    assert complaints(page) == [], "the menu"
    context.close()


def complaints(page):
    return [(one["id"], one["nodes"][0]["html"]) for one in Axe().run(page).response["violations"]]
