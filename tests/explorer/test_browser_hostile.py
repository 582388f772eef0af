"""The explorer in a browser: hostile words are shown and do nothing."""

import pytest
from explorer_builders import attacked
from explorer_pages import TABS, open_page, show, value

from workbench.explorer import build_payload, explorer_html


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory, corpus):
    path = tmp_path_factory.mktemp("explorer") / "hostile.html"
    path.write_text(explorer_html(attacked(build_payload(corpus)), title="</script><script>alert(0)</script>"), "utf-8")
    return path


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


def test_a_map_wider_than_its_room_opens_with_the_middle_of_its_marks_in_sight(tab, hostile_file):
    tab.set_viewport_size({"width": 240, "height": 844})
    open_page(tab, hostile_file)
    show(tab, "military")
    wide, seen, left, middle = tab.locator(".wbx-scroll:has(> .wbx-map)").evaluate(
        """async (box) => { for (let n = 0; n < 60 && !box.scrollLeft; n += 1) await new Promise(requestAnimationFrame);
          const marks = [...box.querySelectorAll(".wbx-spot > circle, .wbx-spot > path")].map((one) => {
          const { left, width } = one.getBoundingClientRect(); return left + width / 2; });
          const mean = marks.reduce((sum, at) => sum + at, 0) / marks.length;
          return [box.scrollWidth, box.clientWidth, box.scrollLeft, mean - box.getBoundingClientRect().left]; }"""
    )
    assert 0 < left < wide - seen
    assert abs(middle - seen / 2) < 2
