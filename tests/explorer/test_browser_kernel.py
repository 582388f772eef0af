"""The explorer of a notebook in a browser: the kernel answers, and follows the selection."""

import base64
import json

import msgspec
import pytest
from explorer_pages import TABS, count_of, open_page, settled, show, status, value

from workbench.explorer import build_payload, pack_payload
from workbench.explorer.bundle import client_script, client_style
from workbench.explorer.kernel import kernel_answers

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
