"""The explorer in a browser: what filters keep, and what stays while they redraw."""

import pytest
from explorer_pages import TABS, count_of, open_page, settled, show, status, value

#: All that a tab shows: words, names, looks.
SHOWN = """[...document.querySelectorAll('.wbx-panel *')].map((one) => [
  one.tagName, one.childElementCount ? '' : one.textContent,
  ...['aria-label', 'class', 'style'].map((name) => one.getAttribute(name)),
])"""


@pytest.mark.parametrize("facet", ["publishers", "agencies", "actors", "themes"])
def test_a_value_says_how_many_articles_choosing_it_leaves(tab, page_file, facet):
    open_page(tab, page_file)
    said = count_of(value(tab, facet, 1))
    value(tab, facet, 1).click()
    assert status(tab) == said
    assert value(tab, facet).get_attribute("aria-pressed") == "true"
    tab.click(".wbx-chip")
    assert status(tab) == 200


def test_a_value_can_be_left_out(tab, page_file):
    open_page(tab, page_file)
    said = count_of(value(tab, "actors"))
    tab.locator("[data-facet=actors] .wbx-out").first.click()
    assert status(tab) == 200 - said
    tab.click("[data-key=undo]")
    assert status(tab) == 200
    tab.click("[data-key=redo]")
    assert status(tab) == 200 - said
    tab.click("[data-key=reset]")
    assert status(tab) == 200


def test_words_and_dates_filter(tab, page_file):
    open_page(tab, page_file)
    tab.fill("[data-key=search]", '"harga gandum" NOT kayu')
    tab.wait_for_selector(".wbx-chip")
    found = status(tab)
    assert 0 < found < 200
    tab.fill("[data-key=date_from]", "2021-01-01")
    tab.locator("[data-key=date_from]").dispatch_event("change")
    assert 0 < status(tab) < found
    kept = status(tab)
    tab.click("[data-key=undated]")
    assert status(tab) <= kept


def test_dates_are_chosen_by_dragging(tab, page_file):
    open_page(tab, page_file)
    box = tab.locator("[data-chart=published] .wbx-plot").first.bounding_box()
    tab.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 5)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 9, steps=4)
    tab.mouse.up()
    assert 0 < status(tab) < 200
    assert tab.input_value("[data-key=date_from]") < tab.input_value("[data-key=date_to]")


def test_every_count_switches_its_unit_and_every_label_its_language(tab, page_file):
    open_page(tab, page_file)
    assert "200 of 200 articles" in tab.inner_text(".wbx-status")
    tab.select_option("[data-key=unit]", "origins")
    assert "origins" in tab.inner_text(".wbx-status")
    assert status(tab) < 200
    tab.select_option("[data-key=lang]", "id")
    assert "sumber asal" in tab.inner_text(".wbx-status")
    assert tab.get_attribute("[data-wbx]", "lang") == "id"
    for name in TABS:
        show(tab, name)
        assert "undefined" not in tab.inner_text(".wbx-main")


def test_what_is_scrolled_or_opened_stays_when_a_filter_redraws(tab, page_file):
    tab.set_viewport_size({"width": 700, "height": 800})
    open_page(tab, page_file)
    show(tab, "sanctions")
    table = tab.locator("[data-chart=measures] .wbx-scroll").first
    table.evaluate("one => { one.scrollLeft = 40 }")
    tab.select_option("[data-key=unit]", "statements")
    tab.wait_for_selector(".wbx-panel:not([aria-busy])")
    assert "passages" in tab.inner_text("[data-chart=measures] .wbx-base")
    assert table.evaluate("one => one.scrollLeft") == 40
    show(tab, "actors")
    tab.locator("[data-chart=presence] summary").click()
    tab.select_option("[data-key=unit]", "articles")
    tab.wait_for_selector(".wbx-panel:not([aria-busy])")
    assert "articles" in tab.inner_text("[data-chart=presence] .wbx-base")
    assert tab.locator("[data-chart=presence] details[open]").count() == 1


@pytest.mark.parametrize("name", TABS[:-2])
def test_what_a_filter_changes_in_place_is_what_a_new_page_shows(tab, page_file, name):
    # Rows and charts out of sight are drawn last, and a low window has many of them.
    tab.set_viewport_size({"width": 1280, "height": 400})
    open_page(tab, page_file)
    second_as_table(tab, name)
    value(tab, "publishers").click()
    value(tab, "publishers").click()
    value(tab, "actors", 1).click()
    tab.select_option("[data-key=unit]", "statements")
    settled(tab)
    changed = tab.evaluate(SHOWN)
    tab.reload()
    tab.wait_for_selector("[data-wbx=open]")
    second_as_table(tab, name)
    settled(tab)
    assert status(tab) < 200
    assert changed == tab.evaluate(SHOWN)


def second_as_table(tab, name):
    show(tab, name)
    tab.locator("[data-key$=-table]").nth(1).click()
