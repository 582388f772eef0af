"""The explorer in a browser: selections are saved by name, linked, put into files and read back."""

import json

from explorer_pages import open_page, status, value


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
