"""Networks, maps and lines: what each form of chart promises beyond what all charts do."""

import re
from itertools import pairwise

import msgspec
import pandas as pd
from hand_made import cooperation, make_record, small_corpus, stated

from workbench import chart as charts
from workbench.chart.draw import draw_axes
from workbench.chart.network import network_chart, spread
from workbench.chart.room import Room, word_box
from workbench.chart.strip import strip_chart
from workbench.chart.words import Words
from workbench.codebook.locations import Location
from workbench.frame import Evidence, Selection, build_tables, make_frame, select_tables
from workbench.store import make_corpus

TABLES = build_tables(small_corpus())
ONE = (Evidence("00000000000000a1", 0, 4, "r"),)
DRILL = "Utara menggelar latihan di sana."


def at_places(*places):
    """A corpus of one statement on an exercise at each of `places`; the codebook knows where two of them lie."""
    records = [
        make_record(
            f"m{number}",
            ("headline", "Latihan"),
            ("body", DRILL),
            date_published=stated("2023-04-06"),
            military_cooperation=lambda text, place=place: (
                msgspec.structs.replace(cooperation(text, DRILL, "exercise", "actual"), place=place),
            ),
        )
        for number, place in enumerate(places)
    ]
    locations = (
        Location(id="pantai", lat=54.0, lon=27.0),
        Location(id="utara", lat=60.0, lon=40.0, extent="state"),
        Location(id="seberang", lat=38.9, lon=-77.0),
    )
    return build_tables(make_corpus(records, msgspec.structs.replace(TABLES.corpus.codebook, locations=locations)))


def test_a_map_shows_each_place_with_its_number():
    chart = charts.cooperation_place_chart(at_places("pantai", "pantai", "utara", None))
    assert "place, pantai = 2" in chart.figures
    assert "place, utara = 1" in chart.figures
    assert "1 name no place" in chart.base
    assert "a dashed circle stands for a whole state or region" in chart.base
    assert "Natural Earth" in chart.base


def test_a_place_that_lies_nowhere_known_is_told_beneath_the_map_and_opens():
    chart = charts.cooperation_place_chart(at_places("pantai", "entah-di-mana"))
    assert "not on the map: entah di mana 1" in chart.base
    assert {mark.label: mark.n for mark in chart.marks} == {"pantai": 1, "entah di mana": 1}


def test_a_lone_place_far_away_does_not_shrink_the_map():
    far = charts.cooperation_place_chart(at_places(*["pantai"] * 10, "seberang"))
    assert "beyond the edge of the map: seberang 1" in far.base
    assert {mark.label: mark.n for mark in far.marks} == {"pantai": 10, "seberang": 1}
    near = charts.cooperation_place_chart(at_places("pantai", "seberang"))
    assert "place, seberang = 1" in near.figures


def test_a_network_prints_the_number_of_each_tie():
    chart = charts.network_of_actors_chart(TABLES)
    drawn = re.findall(r"^edge, (.+) = (\d+)$", chart.figures, re.MULTILINE)
    assert sorted(drawn) == sorted((mark.label, str(mark.n)) for mark in chart.marks)


def test_joined_names_lie_closer_than_others():
    layout = spread([("a", "b", 9), ("b", "c", 9), ("a", "c", 9), ("d", "e", 9), ("c", "d", 1)])
    assert distance(layout["a"], layout["b"]) < distance(layout["a"], layout["e"])
    assert spread([]) == {}


def distance(one, other):
    return sum((x - y) ** 2 for x, y in zip(one, other, strict=True)) ** 0.5


def test_ties_that_are_not_drawn_are_counted():
    rows = [("a", f"b{n}", 1, ONE) for n in range(30)]
    counts = make_frame(rows, ("entity", "other_entity", "n", "evidence"))
    chart = network_chart(TABLES, counts, Words("network", "T", "sentences", "n"), by=("entity", "other_entity"))
    assert "8 weaker ties are not drawn" in chart.base


def test_the_actor_in_the_middle_is_the_one_that_the_selection_names():
    chosen = select_tables(TABLES, Selection(actors=("utara",)))
    assert charts.ego_chart(chosen).base.endswith("in the middle: utara")
    assert {mark.label for mark in charts.ego_chart(chosen).marks} == {"utara – liga"}


def many_articles(n):
    return build_tables(
        make_corpus(
            [
                make_record(
                    f"t{number:03}", ("headline", "Kabar"), date_published=stated(f"2022-{number % 6 + 1:02}-10")
                )
                for number in range(n)
            ],
            TABLES.corpus.codebook,
        )
    )


def test_a_line_is_drawn_from_thirty_articles_on():
    assert "line, " not in charts.period_chart(many_articles(29)).figures
    assert "no trend can be read" in charts.period_chart(many_articles(29)).base
    chart = charts.period_chart(many_articles(36))
    assert chart.figures.count("line, mean of three times:") == 6
    assert "line, mean of three times: 2022-01 at 6" in chart.figures
    assert "no trend" not in chart.base


def corpus_on(*days, publisher=None):
    records = [
        make_record(f"d{rank:03}", ("headline", "Kabar"), publisher=publisher, date_published=day and stated(day))
        for rank, day in enumerate(days)
    ]
    return build_tables(make_corpus(records, TABLES.corpus.codebook))


def test_a_stretch_without_articles_is_one_row_and_no_line_crosses_it():
    days = [f"2022-{number % 6 + 1:02}-10" for number in range(36)]
    figures = charts.period_chart(corpus_on("2011-03-11", *days)).figures
    assert "bar, stated: 2011-03 = 1" in figures
    assert "bar, stated: 2022-01 = 6" in figures
    assert "line, " not in figures


def test_undated_articles_stand_beside_the_axis_of_days_and_not_on_it():
    drawn = charts.coverage_chart(corpus_on("2022-03-01", "2024-05-01", None))
    points = re.findall(r"point, (\w+): .* at (\d+)", drawn.figures)
    assert [basis for basis, _ in sorted(points, key=lambda point: int(point[1]))] == ["undated", "stated", "stated"]
    assert ">undated<" in drawn.svg
    assert "undated" not in charts.coverage_chart(corpus_on("2022-03-01", "2024-05-01")).svg


def test_the_publishers_with_most_articles_are_drawn_and_the_unstated_one_last():
    numbers = [*[1] * 20, 3, 1, 1]
    days = pd.DataFrame(
        {
            "publisher": [*(f"koran {n:02}" for n in range(20)), "(not stated)", "zaman", "zaman"],
            "published_on": pd.to_datetime(["2022-03-01"] * 21 + ["2022-04-01", "2022-05-01"]),
            "published_basis": "stated",
            "n": numbers,
            "evidence": [(Evidence("00000000000000a1", 0, 4, "r"),) * n for n in numbers],
        }
    )
    by = ("publisher", "published_on", "published_basis")
    chart = strip_chart(TABLES, days, Words("k", "T", "articles", "n = 25 articles"), by=by, axis="day-axis")
    lanes = list(dict.fromkeys(mark.label.partition(",")[0] for mark in chart.marks))
    assert "zaman" in lanes
    assert "7 more, none of them larger, not drawn" in chart.base
    assert re.findall(r"point, stated: (.+) at", chart.figures)[-1] == "zaman"


def test_many_days_are_counted_by_publisher_and_period():
    days = [f"2022-{number % 6 + 1:02}-{number % 28 + 1:02}" for number in range(70)]
    chart = charts.coverage_chart(corpus_on(*days))
    assert chart.title == "Articles by publisher and time of publication"
    assert sum(mark.n for mark in chart.marks) == len(days)


def test_alternative_text_names_the_largest_first_where_there_is_one():
    alt = charts.cooperation_place_chart(at_places("pantai", "pantai", "utara")).alt
    assert alt.startswith("Where military cooperation takes place, in statements. Largest: pantai, 2. ")
    assert "Largest" not in charts.cooperation_place_chart(at_places("pantai", "utara")).alt


def test_a_chart_stands_beside_its_table():
    chart = charts.presence_chart(TABLES)
    html = charts.chart_html(chart)
    rows = re.findall(r'<td>([^<]+)</td><td class="wb-number">(?:<a [^>]*>)?(\d+)<', html)
    assert rows == [(mark.label, str(mark.n)) for mark in chart.marks]


def test_words_find_room_beside_those_printed_before():
    room = Room([word_box("Minsk", (0, 0), size=9)])
    assert room.take([word_box("Brest", (2, 0), size=9), word_box("Brest", (0, 60), size=9)]) == 1
    assert room.take([word_box("Gomel", (300, 0), size=9), word_box("Gomel", (0, 300), size=9)]) == 0


def test_two_selections_are_told_apart_by_their_words():
    on_sanctions = select_tables(TABLES, Selection(publishers=("harian",)))
    other = select_tables(TABLES, Selection(publishers=("koran",)))
    chart = charts.contrast_chart(on_sanctions, other)
    assert "against 2 articles that are not in the selection (Publisher: koran)" in chart.base
    assert [mark.label.partition(" ")[0] for mark in chart.marks][:1] == ["liga"]
    assert charts.contrast_chart(on_sanctions, on_sanctions).marks == ()


def test_marks_of_a_chart_in_time_stay_in_the_order_of_time():
    marks = [mark.label for mark in charts.period_chart(many_articles(36)).marks]
    assert all(one <= other for one, other in pairwise(marks))


def test_a_hatch_of_dots_takes_few_characters():
    drawn = draw_axes(lambda axes: axes.barh(["a"], [1], hatch="..", edgecolor="white"), key="k", size=(3, 1))
    (pattern,) = re.findall(r"<pattern.*?</pattern>", drawn.svg, re.DOTALL)
    assert pattern.count("h0") > 50
    assert len(pattern) < 4_000
