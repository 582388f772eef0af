"""``workbench verify``: a report that its inputs give passes; a digit, a word or a page that changed is named."""

import base64
import json
import re
import shutil

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.cli import main
from workbench.explorer.packing import pack, unpack
from workbench.report.compare import differences

PAGE = (
    "Uni Eropa Perluas Sanksi\n\nSenin, 6 Maret 2023 10:00 WIB\n\n"
    "BRUSSEL - Uni Eropa menjatuhkan sanksi baru terhadap Belarus pada Senin (6/3).\n\n"
    '"Kami tidak akan mundur dari sanksi ini," kata Presiden Belarus Alexander Lukashenko di Minsk.\n'
)


def verify(*words):
    return CliRunner().invoke(main, ["verify", *map(str, words)])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with two pages and the report on them, made as a user would make it."""
    folder = tmp_path_factory.mktemp("verify")
    (folder / "pages").mkdir()
    (folder / "pages" / "a.txt").write_text(PAGE, "utf-8")
    (folder / "pages" / "b.txt").write_text(PAGE.replace("Perluas", "Tambah"), "utf-8")
    words = ["report", str(folder / "pages"), "--notebook", "sanctions", "-o", str(folder / "out")]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def report(made, tmp_path):
    return shutil.copy(made / "out" / "02-sanctions.html", tmp_path / "report.html")


@pytest.fixture(scope="module")
def html(made):
    return (made / "out" / "02-sanctions.html").read_text("utf-8")


def test_an_honest_report_passes_from_where_its_pages_lie_now(made, report, tmp_path):
    shutil.copytree(made / "pages", tmp_path / "moved")
    result = verify(report, "--inputs", tmp_path / "moved")
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{report}: as its inputs give it\n"


def test_a_changed_number_and_a_changed_quotation_are_named_with_their_place(report):
    html = report.read_text("utf-8")
    forged = html.replace("2 of 2 articles speak", "3 of 2 articles speak").replace(
        "tidak akan mundur", "akan mundur", 1
    )
    report.write_text(forged, "utf-8")
    result = verify(report)
    assert result.exit_code == 1
    assert re.search(r"Findings, text: '3 of 2 articles speak.*should be '2 of 2 articles speak", result.stdout)
    assert re.search(r"'[^']*akan mundur.*should be '[^']*tidak akan mundur", result.stdout)


def test_a_page_that_changed_is_named(made, report, tmp_path):
    shutil.copytree(made / "pages", tmp_path / "moved")
    (tmp_path / "moved" / "a.txt").write_text(PAGE.replace("baru", "lama"), "utf-8")
    result = verify(report, "--inputs", tmp_path / "moved")
    assert result.exit_code == 1
    assert f"{made / 'pages' / 'a.txt'}: its bytes are not those that the report read\n" in result.stdout
    assert "b.txt: its bytes" not in result.stdout


def test_what_is_no_report_is_said_to_be_none(tmp_path):
    (tmp_path / "x.html").write_text("<p>1</p>", "utf-8")
    result = verify(tmp_path / "x.html")
    assert result.exit_code == 1
    assert "this is no report" in result.stderr


def test_a_notebook_that_a_report_names_is_not_run_unasked(report):
    html = report.read_text("utf-8").replace('"notebook":"02-sanctions.ipynb"', '"notebook":"mine.ipynb"')
    report.write_text(html, "utf-8")
    result = verify(report)
    assert result.exit_code == 1
    assert "name that file with --notebook" in result.stderr


def test_equal_pages_differ_in_nothing(html):
    assert list(differences(html, html)) == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_digit_that_is_flipped_is_found(html, data):
    places = [found.start() for found in re.finditer(r"\d", html)]
    at = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != html[at]]))
    assert list(differences(html[:at] + other + html[at + 1 :], html))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_quoted_word_that_is_changed_is_found_where_it_stands(html, data):
    cells = list(re.finditer(r'<td lang="id" class="wb-passage">(.*?)</td>', html))
    words = [
        (cell.start(1) + word.start(), word[0])
        for cell in cells
        for word in re.finditer(r"\b[a-z]{4,}\b(?![^<]*>)", cell[1])
    ]
    at, word = data.draw(st.sampled_from(words))
    (found,) = differences(html[:at] + word[::-1] + "x" + html[at + len(word) :], html)
    assert word[::-1] + "x" in found.found
    assert word in found.expected


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 1, exclude_max=True))
def test_any_number_and_word_of_the_explorer_s_data_that_is_changed_is_found(html, share):
    block = re.search(r'(?<=class="wbx-payload">)[^<]+', html)
    value = unpack(base64.b64decode(block[0]))
    plain = json.dumps(value)
    places = list(re.finditer(r"(?<=[:, \[])\d+(?=[,\]}])|(?<=[a-z] )[a-z]{4,}(?= )", plain))
    place = places[int(share * len(places))]
    other = str(int(place[0]) + 1) if place[0].isdigit() else place[0] + "x"
    forged = json.loads(f"{plain[: place.start()]}{other}{plain[place.end() :]}")
    packed = base64.b64encode(pack(forged, ["passages"])).decode()
    found = list(differences(html.replace(block[0], packed), html))
    assert found
    assert all("data" in one.where for one in found)


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 1, exclude_max=True), st.sampled_from("0123456789"))
def test_a_digit_of_packed_data_that_is_flipped_is_found(html, share, other):
    block = re.search(r'(?<=class="wbx-payload">)[^<]+', html)
    at = block.start() + int(share * len(block[0]))
    assert html[at] == other or list(differences(f"{html[:at]}{other}{html[at + 1 :]}", html))


def test_any_number_in_a_picture_that_is_changed_is_found(html):
    for number in re.finditer(r"<text[^>]*>[^<]*?(\d+)[^<]*</text>", html):
        forged = f"{html[: number.start(1)]}{int(number[1]) + 1}{html[number.end(1) :]}"
        assert list(differences(forged, html)), number[0]


def test_what_is_missing_is_found():
    told = [str(one) for one in differences("<h2>Satu</h2>", "<h2>Satu</h2><p>5</p>")]
    assert told == ["Satu, <p>: '<p>' is missing", "Satu, text: '5' is missing", "Satu, </p>: '</p>' is missing"]
