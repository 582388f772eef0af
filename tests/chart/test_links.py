"""Marks of a picture lead to their evidence, each to its own."""

import re

import pytest
from hand_made import small_corpus

from workbench import chart as charts
from workbench.chart import chart_html
from workbench.chart.draw import mark_id
from workbench.frame import build_tables

TABLES = build_tables(small_corpus())
#: One of each form: bars, parts of bars, cells, points with intervals, days, edges and bands.
CHARTS = [
    charts.presence_chart,
    charts.sanction_status_chart,
    charts.pairs_chart,
    charts.theme_chart,
    charts.coverage_chart,
    charts.network_of_actors_chart,
    charts.voice_flow_chart,
]
LINK = re.compile(r'<a xlink:href="#([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)


def links(chart):
    marks = {f"{chart.key}-{mark_id(mark.label)}": mark for mark in chart.marks}
    return [(marks[key], inside) for key, inside in LINK.findall(chart.svg)]


@pytest.mark.parametrize("draw", CHARTS, ids=lambda d: d.__name__)
def test_each_mark_of_a_picture_is_a_link(draw):
    chart = draw(TABLES)
    assert {mark.label for mark, _ in links(chart)} == {mark.label for mark in chart.marks}


@pytest.mark.parametrize("draw", CHARTS, ids=lambda d: d.__name__)
def test_a_linked_number_is_that_of_its_mark(draw):
    for mark, inside in links(draw(TABLES)):
        for number in re.findall(r"<text[^>]*>\s*(\d+)\s*</text>", inside):
            assert int(number) == mark.n


def test_a_linked_bar_is_as_long_as_its_mark_says():
    chart = charts.sanction_status_chart(TABLES)
    lengths = {}
    for mark, inside in links(chart):
        xs = [float(x) for x in re.findall(r"[ML] ([\d.]+) [\d.]+", inside)]
        lengths[mark.label] = (max(xs) - min(xs)) / mark.n
    assert len(lengths) > 1
    assert max(lengths.values()) == pytest.approx(min(lengths.values()), rel=0.01)


@pytest.mark.parametrize("draw", CHARTS, ids=lambda d: d.__name__)
def test_a_link_leads_to_its_heading_and_says_its_number(draw):
    html = chart_html(draw(TABLES))
    found = re.findall(r'<a xlink:href="#([^"]+)" aria-label="([^"]+)">', html)
    assert found
    for key, label in found:
        assert html.count(f'<h3 id="{key}">{label}</h3>') == 1
    assert '<svg role="group"' in html


def test_a_picture_without_evidence_has_no_links():
    html = chart_html(charts.presence_chart(TABLES), evidence=())
    assert "<a " not in html
    assert '<svg role="img"' in html
