"""The explorer in a browser: every number opens the sentences that it counts, which can be copied and cited."""

import json

import pytest
from explorer_pages import TABS, open_page, show, status, value


@pytest.mark.parametrize("name", TABS[:-1])
def test_every_number_opens_as_many_rows(tab, page_file, name):
    open_page(tab, page_file)
    show(tab, name)
    if name == "words":
        tab.fill("[data-key=term]", "kayu")
        tab.press("[data-key=term]", "Enter")
    for figure in tab.locator("figure:has([data-mark])").all():
        for mark in figure.locator("[data-mark]").all()[:2]:
            label = mark.get_attribute("aria-label")
            mark.focus()
            mark.press("Enter")
            opened = tab.locator("dialog[open]")
            n = int(opened.locator(".wbx-note").first.inner_text().split()[0])
            while opened.locator("> .wbx-button:visible").count():
                opened.locator("> .wbx-button:visible").click()
            assert opened.locator(".wbx-rows > li").count() == n
            assert opened.locator(".wbx-rows > li").first.locator("mark").count() > 0
            if name != "words":
                assert label.endswith(f": {n}")
            tab.keyboard.press("Escape")
            opened.wait_for(state="detached")


def test_the_number_of_articles_opens_them(tab, page_file):
    open_page(tab, page_file)
    value(tab, "publishers").click()
    n = status(tab)
    for number in (".wbx-status .wbx-total", "[data-chart=published] .wbx-base .wbx-total"):
        tab.click(number)
        assert tab.inner_text("dialog .wbx-note").split()[0] == str(n)
        assert tab.locator("dialog .wbx-rows > li").count() == min(n, 50)
        tab.keyboard.press("Escape")


def test_a_share_says_what_it_is_a_share_of(tab, page_file):
    open_page(tab, page_file)
    show(tab, "actors")
    share = tab.locator("[data-chart=presence] .wbx-n .wbx-numberbutton").first
    n, percent, *_ = share.inner_text().split()
    share.click()
    told = tab.locator("dialog .wbx-note").nth(1).inner_text()
    assert told.startswith(f"{n} of 200 articles are ")
    exact, low, high = (float(word) for word in told.replace("95 %", "").split() if "." in word[:-1])
    assert low < exact < high
    assert abs(exact - float(percent)) <= 0.5


def test_a_stop_of_the_flow_counts_each_article_once(tab, page_file):
    open_page(tab, page_file)
    show(tab, "voices")
    speaker = tab.locator("[data-chart=flow] .wbx-stop").first.get_attribute("aria-label")
    bars = tab.locator("[data-chart=speakers] .wbx-numberbutton").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert speaker in bars


def test_a_mark_narrows_the_selection(tab, page_file):
    open_page(tab, page_file)
    show(tab, "actors")
    mark = tab.locator("[data-chart=presence] [data-mark]").first
    n = int(mark.get_attribute("aria-label").rsplit(": ", 1)[1])
    mark.click()
    tab.click("dialog .wbx-actions >> text=Only these")
    assert status(tab) == n


def test_a_chart_has_its_table_and_its_accuracy(tab, page_file):
    open_page(tab, page_file)
    show(tab, "actors")
    figure = tab.locator("[data-chart=presence]")
    assert "precision 0.97, recall 0.91" in figure.inner_text()
    figure.locator("summary").click()
    assert "people: precision 0.97, recall 0.91 (n\xa0=\xa0400; invented)" in figure.inner_text()
    first = figure.locator("[data-mark]").first.get_attribute("aria-label")
    figure.locator("[data-key=presence-table]").click()
    row = tab.locator("[data-chart=presence] tbody tr").first
    assert first == f"{row.locator('td').first.inner_text()}: {row.locator('button').first.inner_text()}"
    row.locator("button").first.click()
    assert tab.locator("dialog[open]").count() == 1


def test_tables_and_evidence_are_copied_offline(browser, page_file):
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_page(page, page_file)
    show(page, "actors")
    page.click("[data-key=presence-csv]")
    mark = page.locator("[data-chart=presence] [data-mark]").first
    name, _, n = mark.get_attribute("aria-label").rpartition(": ")
    table = copied(page)
    assert [row.split(",")[:2] for row in table.splitlines()[:2]] == [["label", "articles"], [name, n]]
    mark.click()
    page.wait_for_selector("dialog[open] .wbx-rows > li")
    found = {}
    for label in ("CSV", "CSL-JSON", "BibTeX"):
        page.click(f"dialog .wbx-button:text-is('{label}')")
        found[label] = copied(page)
    assert len(found["CSV"].splitlines()) == int(n) + 1
    articles = json.loads(found["CSL-JSON"])
    assert len(articles) == int(n)
    assert {one["type"] for one in articles} == {"article-newspaper"}
    assert found["BibTeX"].count("@article{") == int(n)
    page.locator("dialog .wbx-quietbutton").first.click()
    assert articles[0]["title"] in copied(page)
    context.close()


def copied(page):
    """Wait until the page says that it has copied, and return what it has."""
    page.wait_for_selector(".wbx-notice p:text-is('Copied.')")
    page.click(".wbx-notice .wbx-button")
    return page.evaluate("navigator.clipboard.readText()")
