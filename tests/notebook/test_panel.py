import json
import re
import threading
import time
from datetime import date

import msgspec
import pytest
from hand_made import (
    empty_codebook,
    hostile_story,
    make_record,
    sanction,
    sanctions_story,
    small_corpus,
    speech,
    stated,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench import notebook
from workbench.article import Publisher
from workbench.chart import keyness_chart, presence_chart, sanction_status_chart
from workbench.frame import EVERYTHING, Selection, build_tables, make_selection, select_tables
from workbench.notebook import (
    FilterPanel,
    actor_findings,
    concordance_view,
    cooperation_findings,
    corpus_view,
    quality_view,
    quotation_list,
    route_list,
    sanction_findings,
)
from workbench.notebook.controls import build_controls, read_controls, relabel, write_controls
from workbench.notebook.debounce import Debounce
from workbench.notebook.ledger import ledger_html
from workbench.notebook.linked import bundle
from workbench.record import Speaker
from workbench.store import make_corpus

VIEWS = [getattr(notebook, name) for name in notebook.__all__ if name.endswith(("_findings", "_list", "_view"))]


@pytest.fixture(scope="module")
def tables():
    return build_tables(small_corpus())


def wait_for(is_true, seconds=3.0):
    end = time.monotonic() + seconds
    while not is_true() and time.monotonic() < end:
        time.sleep(0.02)
    assert is_true()


def test_views_follow_the_selection(tables):
    panel = FilterPanel(tables)
    view = panel.show(presence_chart)
    before = view._picture.value
    panel.select(Selection(publishers=("koran",)))
    assert len(panel.tables.articles) == 2
    assert view._picture.value != before
    assert "n\xa0=\xa02\xa0articles" in view._picture.value


def test_a_control_changes_the_selection_after_a_pause(tables):
    panel = FilterPanel(tables)
    panel._controls["text"].value = "gandum"
    wait_for(lambda: panel.selection == Selection(text="gandum"))
    assert list(panel.tables.articles["headline"]) == ["Liga Larang Gandum"]


def test_each_control_stands_for_one_field(tables):
    panel = FilterPanel(tables)
    panel._controls["date_from"].value = date(2023, 1, 1)
    panel._controls["include_undated"].value = False
    panel._controls["themes"].value = ("sanctions",)
    wanted = Selection(date_from=date(2023, 1, 1), include_undated=False, themes=("sanctions",))
    wait_for(lambda: panel.selection == wanted)


def test_lists_offer_what_occurs_with_the_number_of_articles(tables):
    panel = FilterPanel(tables)
    assert ("Koran Pagi (2)", "koran") in panel._controls["publishers"].options
    assert ("ann budi (2)", "ann-budi") in panel._controls["actors"].options


def test_reset_shows_everything(tables):
    panel = FilterPanel(tables, Selection(publishers=("koran",)))
    panel.reset()
    assert panel.selection == EVERYTHING
    assert panel._controls["publishers"].value == ()


def test_nothing_is_drawn_again_for_the_same_selection(tables):
    drawn = []
    panel = FilterPanel(tables)
    panel.show(lambda shown: drawn.append(1) or presence_chart(shown))
    panel.select(EVERYTHING)
    assert len(drawn) == 1


def test_selections_from_many_threads_leave_one_state(tables):
    panel = FilterPanel(tables)
    view = panel.show(presence_chart)
    choices = [Selection(publishers=(key,)) for key in ("koran", "harian")] * 3
    threads = [threading.Thread(target=panel.select, args=(choice,)) for choice in choices]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert view.shown == presence_chart(panel.tables)


def test_a_burst_of_changes_is_drawn_once():
    calls = []
    follow = Debounce(lambda: calls.append(1), quiet=0.05)
    for _ in range(20):
        follow()
    wait_for(lambda: calls)
    time.sleep(0.1)
    assert calls == [1]


def test_a_live_view_has_a_still_form_beside_it(tables):
    panel = FilterPanel(tables)
    live = panel.show(presence_chart)._repr_mimebundle_()
    assert set(live) >= {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"}
    assert live["text/plain"].startswith("Actors by the articles")
    assert "5 of 5 articles; no filter" in panel._repr_mimebundle_()["text/plain"]


def test_the_reader_opens_each_number_and_each_page(tables):
    panel = FilterPanel(tables)
    panel.show(sanction_status_chart)
    reader = panel.reader()
    assert [label for label, _ in reader._mark.options] == ["imposed, actual: 1", "proposed, future: 1"]
    reader._mark.value = 1
    assert "<mark>Liga akan memperluas larangan terhadap Utara bulan depan.</mark>" in reader._passages.value
    reader._page.value = "00000000000000b2"
    assert "<code>line.headline</code>" in reader._ledger.value
    assert reader._ledger.value.count("<mark>") == 1


def test_the_reader_follows_the_selection(tables):
    panel = FilterPanel(tables)
    panel.show(sanction_status_chart)
    reader = panel.reader()
    reader._page.value = "00000000000000b2"
    panel.select(Selection(publishers=("koran",)))
    assert "Nothing to open" in reader._passages.value
    assert reader._page.value == ""


def test_a_ledger_shows_every_line_with_role_and_rule(tables):
    record = tables.corpus.records[0]
    html = ledger_html(record, "en")
    assert html.count("<tr class=") == len(record.lines)
    assert "<td>related</td>" in html


def test_a_ledger_marks_code_points_not_bytes(tables):
    evidence = presence_chart(tables).marks[1].evidence
    record = tables.corpus.records[0]
    assert "🙂" in ledger_html(record, "en", evidence)


def test_a_ledger_of_a_hostile_page_runs_nothing():
    html = ledger_html(hostile_story(), "en")
    assert "<script>" not in html
    assert "&lt;b&gt;tebal&lt;/b&gt;" in html
    assert "⟨U+202E⟩" in html


@pytest.mark.parametrize("make", VIEWS, ids=lambda make: make.__name__)
def test_text_and_html_of_a_view_agree(tables, make):
    for chosen in (tables, select_tables(tables, Selection(text="tidak ada"))):
        view = make(chosen)
        assert view.plain
        assert view.html
        assert "<script" not in view.html


ATTACK = "<img src=x onerror=alert(1)>\u202e"


def hostile_tables():
    record = hostile_story()
    everywhere = msgspec.structs.replace(
        sanctions_story(),
        text=sanctions_story().text.replace("Liga", "<b>&"),
        publisher=Publisher("x", ATTACK),
        path=f"pages/{ATTACK}.txt",
    )
    return build_tables(make_corpus([record, everywhere], empty_codebook()))


@pytest.mark.parametrize("make", [*VIEWS, presence_chart, sanction_status_chart], ids=lambda make: make.__name__)
def test_no_view_of_a_hostile_corpus_runs_or_hides_anything(make):
    shown = bundle(make(hostile_tables()))
    assert not re.search(r"<(script|img|b)\b", shown["text/html"])
    assert "\u202e" not in shown["text/html"] + shown["text/plain"]


def test_an_empty_corpus_can_be_opened():
    panel = FilterPanel(build_tables(make_corpus([], empty_codebook())))
    for make in (*VIEWS, presence_chart):
        assert panel.show(make)._picture.value
    assert panel.reader()._repr_mimebundle_()["text/plain"] == "nothing found"


def test_findings_are_made_from_the_figures(tables):
    assert "5 articles; date of publication: 3 stated, 1 inferred, 1 undated." in actor_findings(tables).plain
    assert "1 of 5 articles speak of sanctions (95 % interval 4 to 62 %)." in sanction_findings(tables).plain
    assert (
        "2 statements on sanctions by modality: actual 1, future 1; 0 of them retell background."
        in sanction_findings(tables).plain
    )
    assert "Kind spoken of most: exercise (1 statement)." in cooperation_findings(tables).plain
    assert "In the most articles: ann budi, utara (each 2 articles)." in actor_findings(tables).plain
    assert "1 of 1 quotations name at least one medium" in actor_findings(tables).plain


def test_findings_open_what_they_count(tables):
    shown = actor_findings(tables)
    assert "1 of the 1 quotations of Ann Budi came through a medium" in shown.plain
    for line, item in zip(shown.plain.splitlines(), shown.html.split("<li>")[1:], strict=True):
        assert item.startswith(line)
        assert item.count("<mark>") == sum(map(int, re.findall(r"<h3 [^>]*>[^<]*: (\d+)</h3>", item)))
    assert actor_findings(tables).html.count("<mark>") > 5


def test_long_lists_are_folded_and_speakers_without_a_name_say_so(tables):
    assert "<details" not in quotation_list(tables).html
    many = msgspec.structs.replace(speech(), quotes=speech().quotes * 21)
    role = msgspec.structs.replace(many.quotes[0], speaker=Speaker(0, 4, "role: analis", None))
    listed = quotation_list(
        build_tables(make_corpus([msgspec.structs.replace(many, quotes=(*many.quotes, role))], empty_codebook()))
    )
    assert '<details class="wb-table"><summary>Table: 22 rows</summary>' in listed.html
    assert "analis (not named) | direct" in listed.plain


def statements(*days):
    """Return an article for each of `days`, with a statement of sanctions by the same against the same."""
    corpus = small_corpus()
    records = [
        make_record(
            f"s{rank}",
            ("body", "Liga melarang kayu."),
            date_published=day and stated(day),
            sanctions=lambda text: (sanction(text, "melarang", "actual"),),
        )
        for rank, day in enumerate(days)
    ]
    return build_tables(make_corpus(records, corpus.codebook))


def test_findings_tell_status_and_time_of_sanctions():
    told = sanction_findings(statements("2021-03-01", "2022-03-01", "2022-05-01", "2022-05-02", None)).plain
    assert "liga against utara, by status: imposed 5; 5 of 5 as fact." in told
    assert "most in 2022-05, which is the latest (2 of 4 with a date)." in told
    told = sanction_findings(statements("2022-03-01", "2022-03-02", "2022-05-01")).plain
    assert "most in 2022-03 (2 of 3 with a date), the latest in 2022-05 (1)." in told
    assert "by time of publication" not in sanction_findings(statements("2021-03-01", "2022-03-01")).plain


def test_a_view_on_themes_yields_to_those_of_the_selection(tables):
    panel = FilterPanel(tables)
    view = panel.show(keyness_chart, themes=("sanctions",))
    assert "Theme: sanctions;" in view.shown.base
    panel.select(Selection(themes=("military-cooperation",)))
    assert "Theme: military cooperation;" in view.shown.base
    assert "nothing to compare" in FilterPanel(tables).show(keyness_chart).shown.base


def test_what_was_not_counted_is_named(tables):
    assert "No article, set aside: pages/f6.txt" in corpus_view(tables).plain


def test_labels_change_language_everywhere_at_the_switch(tables):
    panel = FilterPanel(tables, Selection(themes=("sanctions",)))
    view = panel.show(presence_chart)
    panel._controls["lang"].value = "id"
    wait_for(lambda: view.shown.title == "Aktor menurut artikel yang menyebutnya")
    assert panel.selection == Selection(themes=("sanctions",), lang="id")
    assert panel._controls["publishers"].description == "Penerbit"
    assert panel._controls["themes"].value == ("sanctions",)
    assert panel._reset.description == "Tampilkan semua"


def test_what_is_counted_changes_at_the_switch(tables):
    panel = FilterPanel(tables)
    view = panel.show(presence_chart)
    panel._controls["unit"].value = "origins"
    wait_for(lambda: "independent origins" in view.shown.title)
    assert panel.selection.unit == "origins"


def test_what_no_control_stands_for_is_kept(tables):
    panel = FilterPanel(tables, Selection(not_publishers=("harian",)))
    panel._controls["text"].value = "budi"
    wait_for(lambda: panel.selection == Selection(not_publishers=("harian",), text="budi"))


KEYS = {
    "publishers": ("koran", "harian", "gone"),
    "agencies": ("kawat", "gone"),
    "actors": ("ann-budi", "utara", "gone"),
    "themes": ("sanctions", "gone"),
}
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2025, 1, 1))
CHOSEN = {
    f"{sign}{name}": st.lists(st.sampled_from(keys), unique=True, max_size=2).map(sorted).map(tuple)
    for name, keys in KEYS.items()
    for sign in ("", "not_")
}
SELECTIONS = st.builds(
    Selection,
    date_from=DAYS,
    date_to=DAYS,
    text=st.sampled_from(["", "gandum", '"liga" NOT budi']),
    include_undated=st.booleans(),
    unit=st.sampled_from(["articles", "stories", "origins", "statements"]),
    lang=st.sampled_from(["en", "id"]),
    **CHOSEN,
)


@settings(max_examples=25, deadline=None)
@given(first=SELECTIONS, then=SELECTIONS)
def test_every_field_survives_the_controls(tables, first, then):
    controls = build_controls(tables, first)
    assert in_order(read_controls(controls, EVERYTHING)) == first
    write_controls(controls, then)
    relabel(controls, select_tables(tables, then))
    assert in_order(read_controls(controls, EVERYTHING)) == then


def in_order(selection):
    """Lists come back in the order in which they are offered."""
    return msgspec.structs.replace(selection, **{name: tuple(sorted(getattr(selection, name))) for name in CHOSEN})


def test_a_selection_is_saved_by_name_and_opened_again(tables, tmp_path):
    wanted = Selection(themes=("sanctions",), not_publishers=("koran",), lang="id", unit="stories")
    panel = FilterPanel(tables, wanted, saved=tmp_path / "selections")
    panel._saving.name.value = "Sanksi 2023"
    panel._saving.save.click()
    saved = json.loads((tmp_path / "selections" / "Sanksi 2023.json").read_text("utf-8"))
    assert make_selection(saved) == wanted
    other = FilterPanel(tables, saved=tmp_path / "selections")
    other._saving.saved.value = "Sanksi 2023"
    assert other.selection == wanted
    assert other._controls["not_publishers"].value == ("koran",)


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "nul\0"])
def test_a_name_that_is_no_file_name_is_refused_with_the_reason(tables, tmp_path, name):
    panel = FilterPanel(tables, saved=tmp_path / "selections")
    panel._saving.name.value = name
    panel._saving.save.click()
    assert "a name is made of letters" in panel._status.value
    assert list(tmp_path.iterdir()) == []


def test_a_broken_saved_selection_is_told_and_changes_nothing(tables, tmp_path):
    (tmp_path / "broken.json").write_text('{"publisher": 1}', "utf-8")
    panel = FilterPanel(tables, saved=tmp_path)
    panel._saving.saved.value = "broken"
    assert "publisher" in panel._status.value
    assert panel.selection == EVERYTHING


def test_statements_are_counted_where_they_are_asked_for(tables):
    view = FilterPanel(tables, Selection(unit="statements")).show(presence_chart)
    assert view.shown.unit == "statements"
    assert sum(mark.n for mark in view.shown.marks) == int((~tables.mentions["is_repeated"]).sum())


def test_the_explorer_and_the_panel_share_one_selection(tables):
    panel = FilterPanel(tables)
    view, explorer = panel.show(presence_chart), panel.explorer()
    explorer.widget.settings = {"publishers": ["koran"], "lang": "id"}
    assert panel.selection == Selection(publishers=("koran",), lang="id")
    assert panel._controls["publishers"].value == ("koran",)
    assert view.shown.title == "Aktor menurut artikel yang menyebutnya"
    panel.show_selection(Selection(text="gandum"))
    assert explorer.widget.selection == Selection(text="gandum")
    assert explorer._repr_mimebundle_()["text/plain"] == "Explorer of 5 articles; it opens in a live notebook."


def test_a_number_beneath_a_chart_opens_as_many_sentences(tables):
    view = FilterPanel(tables).show(presence_chart)
    for rank, mark in enumerate(view.shown.marks):
        view._mark.value = rank
        assert view._passages.value.count('class="wb-passage"') == mark.n
    view._mark.value = -1
    assert view._passages.value == ""


def test_a_view_without_numbers_hides_its_own_list_alone(tables):
    panel = FilterPanel(tables)
    drawn, listed = panel.show(presence_chart), panel.show(corpus_view)
    assert drawn._mark.layout.display is None
    assert listed._mark.layout.display == "none"


def test_words_stand_in_their_context(tables):
    view = concordance_view(select_tables(tables, Selection(text="gandum")))
    assert "Liga melarang ekspor | gandum | Utara. | b2.txt line 2" in view.plain
    assert view.plain.endswith("2 hits")
    assert "<mark>gandum</mark>" in view.html
    assert concordance_view(tables).plain.startswith("Write words")


def test_each_step_of_a_quotation_is_told_with_its_words(tables):
    told = route_list(tables).plain
    assert "Radio Kota (via: “dari Radio Kota”) > Kawat (quoted-by: “dikutip Kawat”)" in told


def test_the_quality_of_the_parse_is_told_in_figures(tables):
    told = quality_view(tables).plain.splitlines()
    assert "pages read: 6" in told
    assert "no articles, set aside: 1" in told
    assert "undated: 1" in told
