"""What widgets may use of the page that shows them: nothing that only one front end has."""

import re

from hand_made import small_corpus
from ipywidgets import DOMWidget

from workbench.chart import stylesheet
from workbench.explorer.bundle import client_script, client_style
from workbench.frame import build_tables
from workbench.notebook import FilterPanel, corpus_view

#: Modules that every front end of ipywidgets carries, and that of anywidget.
STANDARD = {"@jupyter-widgets/controls", "@jupyter-widgets/base", "anywidget"}


def widgets_under(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from widgets_under(child)


def test_the_explorer_is_one_module_that_loads_nothing():
    script = client_script("widget.js")
    assert not re.search(r"\bimport\b\s*[({\"'*]|\brequire(js)?\s*[(.]|\bdefine\s*\(", script)
    assert not re.search(r"\bfrom\s+[\"']", script)
    assert set(re.findall(r"https?://[\w.]+", script)) <= {"http://www.w3.org"}
    assert re.search(r"\bexport\s*(default\b|\{)", script)


def test_styles_fall_back_on_no_colour_of_jupyterlab():
    for style in (stylesheet(), client_style()):
        assert "var(--jp-" not in style
        assert not re.search(r"@import|url\((?!['\"]?(data:|#))", style)


def test_controls_are_the_standard_ones():
    panel = FilterPanel(build_tables(small_corpus()))
    shown = [panel.widget, panel.show(corpus_view).widget, panel.reader().widget, panel.explorer().widget]
    found = {one for top in shown for one in widgets_under(top) if isinstance(one, DOMWidget)}
    assert len(found) > 20
    assert {one._view_module for one in found} <= STANDARD
