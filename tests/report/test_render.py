"""The page: prose and outputs, no code, nothing from elsewhere, the same bytes each time."""

import base64
import hashlib
import re
from html import unescape

import msgspec
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from report_builders import PROVENANCE, notebook, shown

from workbench.report.facts import Fact
from workbench.report.prose import Told
from workbench.report.render import BARE, Frame, index_html, link_to, report_html
from workbench.store import Input

PNG = base64.b64encode(b"\x89PNG").decode()


def page(*cells, provenance=PROVENANCE, **frame):
    return report_html(Told(notebook(*cells), "en"), provenance, Frame(**frame))


def test_the_first_heading_is_the_title():
    assert "<title>Siapa &amp; apa</title>" in page("# Siapa & apa", "## Lain")


def test_code_is_left_out():
    assert "secret_source" not in page("# T", shown(html="<p>hasil</p>"))


def test_contents_point_at_every_section():
    html = page("# T", "## Satu\n\n### Dua\n\n#### Tiga")
    links = re.findall(r'<li class="level-\d"><a href="#([^"]+)"', html)
    assert links == ["satu", "dua", "made-from"]
    assert all(f'id="{anchor}"' in html for anchor in links)


def test_the_policy_allows_the_one_style_sheet_and_nothing_else():
    html = page("# T")
    style = re.search(r"<style>(.*)</style>", html, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', html).group(1))
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert "unsafe" not in policy
    assert "script" not in policy


def test_the_footer_says_what_the_report_is_made_from():
    html = page("# T")
    for words in ("workbench report pages", "workbench 9", "invented 1", "sha256:00", "pages/a.txt", "sha256:aa"):
        assert words in html
    assert "pages/b.txt: the file is empty" in html


def test_many_inputs_are_folded_away_but_there():
    many = msgspec.structs.replace(PROVENANCE, inputs=tuple(Input(f"{n:03}.txt", "sha256:aa") for n in range(21)))
    html = page("# T", provenance=many)
    assert "<details>\n<summary>Pages read: 21</summary>" in html
    assert "020.txt" in html


def test_names_of_files_are_escaped_and_their_hidden_characters_shown():
    odd = msgspec.structs.replace(PROVENANCE, inputs=(Input("<b>\u202etxt.a", "sha256:aa"),))
    assert "&lt;b&gt;⟨U+202E⟩txt.a" in page("# T", provenance=odd)


def test_the_richest_still_form_of_an_output_is_shown():
    assert "figures" not in page("# T", shown(html="<p>kaya</p>", plain="figures"))
    assert 'aria-label="figures"' in page("# T", shown(svg="<svg></svg>", plain="figures"))
    assert f'<img src="data:image/png;base64,{PNG}" alt="figures">' in page("# T", shown(png=PNG, plain="figures"))
    assert "<pre>a &lt; b</pre>" in page("# T", shown(plain="a < b"))


def test_a_picture_that_is_none_falls_back_to_its_words():
    html = page("# T", shown(png='x" onload="', plain="figures"))
    assert "<pre>figures</pre>" in html
    assert "onload" not in html


def test_a_control_without_a_still_form_is_left_out():
    cell = shown(**{"application/vnd.jupyter.widget-view+json": {"model_id": "1"}, "plain": "Panel()"})
    assert "Panel()" not in page("# T", cell)


def test_printed_words_are_shown_and_warnings_are_not():
    outputs = [new_output("stream", name="stdout", text="cetak"), new_output("stream", name="stderr", text="awas")]
    html = page("# T", new_code_cell("x", outputs=outputs))
    assert "<pre>cetak</pre>" in html
    assert "awas" not in html


def test_two_outputs_with_one_id_stay_apart():
    html = page("# T", shown(html='<p id="a">1</p>'), shown(html='<p id="a">2</p>'))
    assert re.findall(r'<p id="([^"]+)">', html) == ["c2-1-a", "c3-1-a"]


@pytest.mark.parametrize("cell", ["Halo <script>alert(1)</script>", shown(html="<p>a</p><script>alert(1)</script>")])
def test_no_page_holds_a_script(cell):
    assert "<script" not in page("# T", cell)


def test_the_same_notebook_gives_the_same_bytes():
    cells = ("# T", shown(html="<p>a</p>"))
    assert page(*cells) == page(*cells)


def test_cells_for_hands_are_left_out_with_their_headings():
    live = new_code_cell("panel", metadata={"tags": ["live"]}, outputs=shown(html="<p>panel</p>").outputs)
    note = new_markdown_cell("## Saring", metadata={"tags": ["live"]})
    html = page("# T", note, live, "## Hasil")
    assert "panel" not in html
    assert "Saring" not in html
    assert "Hasil" in html


def test_the_title_page_states_facts_after_the_opening_words():
    html = page("# T\n\n**Question.** Siapa?", "## Satu", facts=(Fact("Read", "5 <pages>"),))
    assert html.index("Siapa?") < html.index("5 &lt;pages&gt;") < html.index('id="satu"')


def test_the_report_speaks_indonesian_where_it_is_asked_to():
    html = page("# T", "## Satu", language="id")
    assert '<h2 id="contents-title" lang="id">Isi</h2>' in html


def test_a_passage_is_cut_around_its_mark_and_says_so():
    cell = shown(
        html='<table><tr><td lang="id" class="wb-passage">awal &amp; lama <mark>inti</mark> akhir</td></tr></table>'
    )
    html = page("# T", cell, quote_limit=8)
    assert '<td lang="id" class="wb-passage">…a <mark>inti</mark> a…</td>' in html
    assert "No passage quotes more than 8 characters" in html


def test_the_index_leads_to_each_report_with_its_question():
    link = link_to(
        Told(notebook("# Siapa & apa\n\n**Question.** Siapa *bicara*?\n\n**Inputs.** Semua."), "id"), "01-a.html"
    )
    html = index_html([link], PROVENANCE, BARE)
    assert '<a href="01-a.html">Siapa &amp; apa</a>' in html
    assert "<p>Siapa <em>bicara</em>?</p>" in html
    assert "Semua" not in html
