import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import msgspec
import pytest
from hand_made import hostile_story, small_corpus

from workbench import chart as charts
from workbench.chart import Chart, chart_html, passages_table
from workbench.chart.bars import MOST_ROWS, bar_chart
from workbench.chart.palette import LOOKS
from workbench.chart.words import Words
from workbench.errors import SchemaError
from workbench.frame import EVERYTHING, Evidence, Selection, Tables, build_tables, make_frame, passages, select_tables
from workbench.shown import visible
from workbench.store import make_corpus

TABLES = build_tables(small_corpus())
NOTHING = select_tables(TABLES, Selection(text="tidak ada"))


def beside_those_on_sanctions(tables: Tables) -> Chart:
    return charts.contrast_chart(tables, select_tables(TABLES, Selection(themes=("sanctions",))))


CHARTS = [
    *(getattr(charts, name) for name in charts.__all__ if name.endswith("_chart") and name != "contrast_chart"),
    beside_those_on_sanctions,
]


def drawn_numbers(chart: Chart) -> list[int]:
    return [int(n) for n in re.findall(r"^(?:bar|cell|edge|place).* = (\d+)$", chart.figures, re.MULTILINE)]


def numbers_of(marks):
    return sorted(mark.n for mark in marks)


@pytest.mark.parametrize("draw", CHARTS, ids=lambda d: d.__name__)
def test_a_chart_says_n_title_unit_and_source(draw):
    chart = draw(TABLES)
    assert re.search(r"n = \d+ ", chart.base)
    assert chart.title in chart.figures
    assert chart.base in chart.figures
    assert chart.unit
    assert chart.source == "Source: 6 pages read; codebook invented 1 (00)."


@pytest.mark.parametrize("draw", CHARTS, ids=lambda d: d.__name__)
def test_every_mark_opens_as_many_passages_as_its_number(draw):
    for mark in draw(TABLES).marks:
        assert mark.n == len(mark.evidence) == len(passages(TABLES.corpus, mark.evidence))


@pytest.mark.parametrize("draw", CHARTS, ids=lambda d: d.__name__)
def test_what_is_drawn_is_what_was_counted(draw):
    chart = draw(TABLES)
    drawn = drawn_numbers(chart)
    assert not drawn or sorted(drawn) == numbers_of(chart.marks)


@pytest.mark.parametrize("draw", CHARTS, ids=lambda d: d.__name__)
def test_alternative_text_says_what_the_chart_shows(draw):
    chart = draw(TABLES)
    assert all(str(mark.n) in chart.alt for mark in chart.marks[:5])
    assert "chart" not in chart.alt.casefold()


@pytest.mark.parametrize("draw", CHARTS, ids=lambda d: d.__name__)
def test_the_same_input_gives_the_same_bytes(draw):
    assert draw(TABLES).svg == draw(TABLES).svg


@pytest.mark.parametrize("draw", CHARTS, ids=lambda d: d.__name__)
def test_an_empty_selection_is_drawn_as_such(draw):
    chart = draw(NOTHING)
    assert chart.marks == ()
    assert "nothing found" in chart.alt
    ET.fromstring(chart.svg)  # noqa: S314 -- our own picture


@pytest.mark.parametrize("draw", CHARTS, ids=lambda d: d.__name__)
def test_a_picture_is_well_formed_and_follows_the_page(draw):
    svg = draw(TABLES).svg
    ET.fromstring(svg)  # noqa: S314 -- our own picture
    assert "currentColor" in svg
    assert "<style" not in svg
    assert "#123456" not in svg
    assert not re.search(r"\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d", svg)


def test_ids_in_pictures_are_unique_across_charts():
    found = [set(re.findall(r' id="([^"]+)"', draw(TABLES).svg)) for draw in CHARTS]
    assert sum(map(len, found)) == len(set().union(*found))


def test_another_process_draws_the_same_bytes():
    code = (
        "import sys; sys.path.insert(0, 'tests'); from hand_made import small_corpus;"
        "from workbench.frame import build_tables; from workbench.chart import sanction_status_chart;"
        "print(hash(''), sanction_status_chart(build_tables(small_corpus())).svg)"
    )
    seen = {
        subprocess.run(  # noqa: S603 -- our own code
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout.split(" ", 1)[1]
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_statements_keep_their_modality_apart():
    figures = charts.sanction_status_chart(TABLES).figures
    assert "bar, actual: imposed = 1" in figures
    assert "bar, future: proposed = 1" in figures


def test_stated_inferred_and_undated_articles_are_drawn_apart():
    figures = charts.coverage_chart(TABLES).figures
    assert figures.count("point, stated:") == 3
    assert figures.count("point, inferred:") == 1
    assert figures.count("point, undated:") == 1


def test_rows_that_are_not_drawn_are_counted():
    evidence = (Evidence("00000000000000a1", 0, 4, "r"),)
    rows = [(f"actor {n:02}", 1, evidence) for n in range(MOST_ROWS + 3)]
    counts = make_frame(rows, ("name", "n", "evidence"))
    chart = bar_chart(TABLES, counts, Words("k", "T", "articles", "n = 5 articles"), label="name")
    assert "3 more, none of them larger, not drawn" in chart.base


def counted_names(*rows: tuple[str, int]):
    evidence = Evidence("00000000000000a1", 0, 4, "r")
    return make_frame([(name, n, (evidence,) * n) for name, n in rows], ("name", "n", "evidence"))


def test_what_is_not_stated_comes_last_however_large():
    counts = counted_names(("(not stated)", 5), ("ann", 1), ("budi", 2))
    chart = bar_chart(TABLES, counts, Words("k", "T", "articles", "n = 8 articles"), label="name")
    assert [mark.label for mark in chart.marks] == ["budi", "ann", "(not stated)"]


def test_what_is_not_stated_takes_no_room_from_larger_bars():
    rows = [(f"actor {n:02}", 2) for n in range(MOST_ROWS)]
    chart = bar_chart(TABLES, counted_names(*rows, ("(not stated)", 1)), Words("k", "T", "u", "n"), label="name")
    assert len(chart.marks) == MOST_ROWS
    assert "1 more, none of them larger, not drawn" in chart.base


def test_sanctions_of_nobody_against_nobody_are_counted_and_not_drawn():
    record = TABLES.corpus.records[1]
    act, other = record.sanctions
    nameless = msgspec.structs.replace(other, authority=(), recipient=())
    told = msgspec.structs.replace(record, sanctions=(act, nameless))
    chart = charts.sanction_triple_chart(build_tables(make_corpus([told], TABLES.corpus.codebook)))
    assert "1 name neither party and are not drawn" in chart.base
    assert [mark.n for mark in chart.marks] == [1]


def test_a_chart_names_the_column_that_it_lacks():
    with pytest.raises(SchemaError, match="'evidence'"):
        bar_chart(TABLES, TABLES.mentions, Words("k", "T", "u", "b"), label="name")


def hostile_tables():
    mention = msgspec.structs.replace(hostile_story().mentions[0], name="$x^2$ <img src=x onerror=alert(1)> \u202e")
    return build_tables(
        make_corpus([msgspec.structs.replace(hostile_story(), mentions=(mention,))], TABLES.corpus.codebook)
    )


def test_hostile_text_is_shown_and_runs_nothing():
    tables = hostile_tables()
    html = chart_html(charts.presence_chart(tables)) + chart_html(charts.pairs_chart(tables))
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "\u202e" not in html
    assert "⟨U+202E⟩" in html


def test_dollars_in_a_name_are_no_formula():
    counts = make_frame([("$x^2$ _", 1, (Evidence("00000000000000a1", 0, 4, "r"),))], ("name", "n", "evidence"))
    chart = bar_chart(TABLES, counts, Words("k", "T", "articles", "n"), label="name")
    assert "$x^2$ _" in chart.svg


def test_passages_are_marked_and_tell_where_they_stand():
    (one,) = passages(TABLES.corpus, [Evidence("00000000000000a1", *find_budi(), "actor.ann-budi")])
    html = passages_table([one], "en")
    assert "<mark>Budi</mark>" in html
    assert "a1.txt line 2" in html
    assert "2022-03-12 12:57 +07:00 (stated)" in html
    assert "actor.ann-budi" in html


def find_budi() -> tuple[int, int]:
    mention = TABLES.corpus.records[0].mentions[1]
    return mention.start, mention.end


@pytest.mark.parametrize(
    ("text", "shown"), [("a\u202eb", "a⟨U+202E⟩b"), ("a\x00b", "a⟨U+0000⟩b"), ("Budi 🙂", "Budi 🙂")]
)
def test_hidden_characters_are_made_visible(text, shown):
    assert visible(text) == shown


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("word", LOOKS)
@pytest.mark.parametrize("page", ["#ffffff", "#121212"])
def test_colours_stand_out_on_light_and_dark_pages(word, page):
    high, low = sorted((luminance(LOOKS[word].colour), luminance(page)), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 3


def test_everything_is_selected_by_default():
    assert TABLES.selection == EVERYTHING
