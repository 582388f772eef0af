"""The explorer in a real browser, offline: every filter, every number, every key; hostile words do nothing."""

import base64
import json

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from explorer_builders import attacked, synthetic_corpus

from workbench.explorer import Accuracy, PayloadOptions, build_payload, explorer_html, pack_payload
from workbench.explorer.bundle import client_script, client_style
from workbench.explorer.kernel import kernel_answers

TABS = ("coverage", "actors", "voices", "sanctions", "military", "words", "methods")


@pytest.fixture(scope="module")
def corpus():
    return synthetic_corpus(200)


@pytest.fixture(scope="module")
def page_file(tmp_path_factory, corpus):
    known = Accuracy(tag="mentions", measure="people", source="invented", precision=0.97, recall=0.91, n=400)
    payload = build_payload(corpus, PayloadOptions(accuracy=(known,)))
    path = tmp_path_factory.mktemp("explorer") / "page.html"
    path.write_text(explorer_html(payload, title="Invented <press>"), "utf-8")
    return path


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory, corpus):
    path = tmp_path_factory.mktemp("explorer") / "hostile.html"
    path.write_text(explorer_html(attacked(build_payload(corpus)), title="</script><script>alert(0)</script>"), "utf-8")
    return path


def open_page(tab, path, link=""):
    tab.goto(path.as_uri() + link)
    tab.wait_for_selector("[data-wbx=open]")


def status(tab):
    return int(tab.inner_text(".wbx-status").split()[0])


def value(tab, facet, rank=0):
    return tab.locator(f"[data-facet={facet}] .wbx-value").nth(rank)


def count_of(locator):
    return int(locator.locator(".wbx-n").inner_text())


def show(tab, name):
    tab.click(f"[role=tab][id$=-tab-{name}]")
    tab.wait_for_selector(".wbx-panel:not([aria-busy])")


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


def test_a_mark_narrows_the_selection(tab, page_file):
    open_page(tab, page_file)
    show(tab, "actors")
    mark = tab.locator("[data-chart=presence] [data-mark]").first
    n = int(mark.get_attribute("aria-label").rsplit(": ", 1)[1])
    mark.click()
    tab.click("dialog .wbx-actions >> text=Only these")
    assert status(tab) == n


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


def test_a_selection_is_saved_linked_and_put_into_a_file(tab, page_file, tmp_path):
    open_page(tab, page_file)
    value(tab, "actors").click()
    kept = status(tab)
    tab.click("[data-key=saved]")
    tab.fill("[data-key=saved-name]", "Mine")
    tab.click("[data-key=save]")
    with tab.expect_download() as saved:
        tab.click("[data-key=to_file]")
    saved.value.save_as(tmp_path / "selection.json")
    assert list(json.loads((tmp_path / "selection.json").read_text("utf-8"))) == ["actors"]
    link = tab.evaluate("location.hash")
    tab.click("[data-key=reset]")
    tab.click("[data-key=saved-Mine]")
    assert status(tab) == kept
    tab.click("[data-key=reset]")
    tab.set_input_files("[data-key=from_file]", tmp_path / "selection.json")
    tab.wait_for_selector(".wbx-chip")
    assert status(tab) == kept
    open_page(tab, page_file, link)
    tab.reload()
    tab.wait_for_selector("[data-wbx=open]")
    assert status(tab) == kept


def test_what_is_no_selection_is_told(tab, page_file, tmp_path):
    open_page(tab, page_file, "#selection=%7B%22nope%22%3A1%7D")
    assert status(tab) == 200
    (tmp_path / "bad.json").write_text('{"nope": 1}')
    tab.click("[data-key=saved]")
    tab.set_input_files("[data-key=from_file]", tmp_path / "bad.json")
    tab.wait_for_selector(".wbx-notice p")
    assert "nope" in tab.inner_text(".wbx-notice")


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


def test_a_chart_has_its_table_and_its_accuracy(tab, page_file):
    open_page(tab, page_file)
    show(tab, "actors")
    figure = tab.locator("[data-chart=presence]")
    assert "precision 0.97, recall 0.91" in figure.inner_text()
    figure.locator("summary").click()
    assert "people: precision 0.97, recall 0.91 (n = 400; invented)" in figure.inner_text()
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


def test_hostile_words_are_shown_and_do_nothing(tab, hostile_file):
    open_page(tab, hostile_file)
    shown = tab.inner_text("body")
    for name in TABS:
        show(tab, name)
        shown += tab.inner_text("body")
        marks = tab.locator("[data-mark]")
        for mark in [marks.nth(rank) for rank in range(0, marks.count(), max(1, marks.count() // 8))]:
            mark.focus()
            mark.press("Enter")
            shown += tab.inner_text("dialog")
            tab.keyboard.press("Escape")
    value(tab, "actors").click()
    assert tab.evaluate("document.querySelectorAll('.wbx img, .wbx iframe, .wbx object, .wbx a[href]').length") == 0
    names = tab.evaluate("[...document.querySelectorAll('.wbx, .wbx *')].flatMap(one => one.getAttributeNames())")
    assert [name for name in names if name.startswith("on")] == []
    show(tab, "military")
    kinds = tab.evaluate("[...document.querySelectorAll('.wbx-map *')].map(one => one.tagName)")
    assert kinds.count("title") > 3
    assert set(kinds) <= {"g", "path", "circle", "title", "text"}
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1280
    assert "<img src=x onerror=alert(1)>" in shown
    assert "⟨U+202E⟩" in shown
    assert "\u202e" not in shown
    assert "\x1b" not in shown


WIDGET = """<!doctype html><meta charset="utf-8"><style>{style}</style><div id="here"></div><script type="module">
const told = window.told = [];
const state = {{ payload: Uint8Array.from(atob("{packed}"), (c) => c.charCodeAt(0)), settings: {{}} }};
const listeners = new Map();
const model = window.model = {{
  get: (name) => state[name],
  set: (name, value) => {{ state[name] = value; }},
  save_changes: () => told.push(structuredClone(state.settings)),
  on: (name, listener) => listeners.set(name, listener),
  off: (name) => listeners.delete(name),
  send: async (message) => {{
    await window.held;
    listeners.get("msg:custom")(JSON.parse(await window.kernel(JSON.stringify(message))));
  }},
  lead: (settings) => {{ state.settings = settings; listeners.get("change:settings")(); }},
}};
{script}
</script>"""


def write_widget(path, known):
    """Put the widget's client into a page, its model played by the page."""
    script = client_script("widget.js").replace(
        "export default { render };", 'await render({ model, el: document.getElementById("here") });'
    )
    packed = base64.b64encode(pack_payload(known)).decode()
    path.write_text(WIDGET.format(style=client_style(), packed=packed, script=script), "utf-8")
    return path


@pytest.fixture(scope="module")
def answers(corpus):
    return kernel_answers(corpus)


@pytest.fixture
def asking(tab, tmp_path, answers):
    """The widget where the kernel answers."""
    asked = []

    def answer(message):
        turn = json.loads(message)
        asked.extend(turn["asks"])
        told = [{"value": answers.answer(one)} for one in turn["asks"]]
        return msgspec.json.encode({"turn": turn["turn"], "answers": told}).decode()

    tab.expose_function("kernel", answer)
    open_page(tab, write_widget(tmp_path / "asking.html", answers.head))
    tab.asked = asked
    return tab


def settled(tab):
    tab.wait_for_selector(".wbx-panel:not([aria-busy])")


@pytest.mark.parametrize("name", TABS[:-2])
def test_every_number_that_a_kernel_gives_opens_as_many_rows(asking, name):
    show(asking, name)
    for figure in asking.locator("figure:has([data-mark])").all():
        mark = figure.locator("[data-mark]").first
        mark.focus()
        mark.press("Enter")
        opened = asking.locator("dialog[open]")
        opened.wait_for()
        n = int(opened.locator(".wbx-note").first.inner_text().split()[0])
        while opened.locator("> .wbx-button:visible").count():
            shown = opened.locator(".wbx-rows > li").count()
            opened.locator("> .wbx-button:visible").click()
            asking.wait_for_function("n => document.querySelectorAll('.wbx-rows > li').length > n", arg=shown)
        assert opened.locator(".wbx-rows > li").count() == n
        assert mark.get_attribute("aria-label").endswith(f": {n}")
        asking.keyboard.press("Escape")
        opened.wait_for(state="detached")


def test_of_changes_made_while_the_kernel_works_the_last_is_drawn(asking):
    said = count_of(value(asking, "actors", 1))
    asking.evaluate("() => { window.held = new Promise((resolve) => { window.release = resolve; }); }")
    n_asked = len([one for one in asking.asked if one["ask"] == "filter"])
    value(asking, "publishers").click()
    value(asking, "publishers").click()
    value(asking, "actors", 1).click()
    asking.evaluate("document.querySelector('[data-facet=publishers] .wbx-value').click()")
    asking.evaluate("window.release()")
    asking.wait_for_function("document.querySelectorAll('.wbx-chip').length === 2")
    settled(asking)
    kept = status(asking)
    assert kept <= said
    assert len([one for one in asking.asked if one["ask"] == "filter"]) == n_asked + 2
    assert asking.evaluate("window.told.at(-1).actors.length") == 1


def test_the_kernels_words_filter_and_stand_in_their_context(asking):
    asking.fill("[data-key=search]", '"harga gandum"')
    asking.wait_for_selector(".wbx-chip")
    settled(asking)
    assert 0 < status(asking) < 200
    show(asking, "words")
    assert asking.locator(".wbx-line mark").first.inner_text() == "harga gandum"


def test_the_widget_follows_the_kernel_and_tells_it(tab, tmp_path, corpus):
    path = write_widget(tmp_path / "widget.html", build_payload(corpus))
    open_page(tab, path)
    value(tab, "actors").click()
    kept, told = status(tab), tab.evaluate("window.told")
    assert list(told[-1]) == ["actors"]
    tab.evaluate("window.model.lead({})")
    assert status(tab) == 200
    tab.evaluate("settings => window.model.lead(settings)", told[-1])
    assert status(tab) == kept
