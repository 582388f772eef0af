"""Prose: raw HTML is shown as text, and headings can be pointed at."""

from workbench.report.markdown import Prose


def test_raw_html_is_shown_not_run():
    html = Prose().html("Judul <script>alert(1)</script> dan <img src=x onerror=alert(1)>")
    assert "&lt;script&gt;" in html
    assert "<img" not in html


def test_addresses_that_act_are_dropped():
    assert "javascript" not in Prose().html("[klik](javascript:alert(1))")


def test_a_picture_from_elsewhere_is_named_not_asked_for():
    assert Prose().html("![peta](https://example.org/peta.png)") == "<p>[peta]</p>\n"


def test_tables_are_tables():
    assert "<td>1</td>" in Prose().html("| a |\n| - |\n| 1 |")


def test_equal_headings_get_different_anchors():
    prose = Prose()
    prose.html("## Siapa *bicara*?\n\n## Siapa bicara?")
    assert [heading.anchor for heading in prose.headings] == ["siapa-bicara", "siapa-bicara-2"]
    assert prose.headings[0].label == "Siapa bicara?"


def test_a_heading_of_signs_alone_can_still_be_pointed_at():
    prose = Prose()
    assert 'id="section"' in prose.html("## ???")
