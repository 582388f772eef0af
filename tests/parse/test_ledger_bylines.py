import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article

from workbench.parse.bylines import byline_rule, is_name
from workbench.parse.fold import fold


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Penulis: Wira Adipati", ["Wira Adipati"], []),
        ("Penulis : Wira Adipati Editor : Sekar-Ayu", ["Wira Adipati"], ["Sekar-Ayu"]),
        ("Reporter: Wira Adipati | Editor: S.S. Prawira", ["Wira Adipati"], ["S.S. Prawira"]),
        ("SENIN, 03 MEI 2021 | 06:51 WIB | LAPORAN: WIRA ADIPATI", ["Wira Adipati"], []),
        ("Laporan: <a href='/u/7'>WIRA ADIPATI</a>", ["Wira Adipati"], []),
        ("Laporan Wartawan KoranContoh.com, Wira Adipati", ["Wira Adipati"], []),
        ("Oleh : Wira Adipati / KCT", ["Wira Adipati"], []),
        ("oleh Wira Adipati diperbarui 3 Mei 2021", ["Wira Adipati"], []),
        ("Wira Adipati - contohNews", ["Wira Adipati"], []),
        ("Wira Adipati - Senin, 3 Mei 2021 10:15 WIB", ["Wira Adipati"], []),
        ("Pewarta: Wira Adipati, Sekar Ayu", ["Wira Adipati", "Sekar Ayu"], []),
        ("Laporan: Redaksi", [], []),
        ("Editor: Tim Redaksi", [], []),
        ("Sumber: Kantor Berita Contoh", [], []),
        ("Video Editor: Wira Adipati", [], []),
    ],
)
def test_byline_gives_its_names(line: str, authors: list[str], editors: list[str]) -> None:
    found = article(TITLE, line, "", LEDE, "", SECOND)
    assert [person.name for person in found.authors] == authors
    assert [person.name for person in found.editors] == editors


def test_name_span_holds_the_name_as_printed() -> None:
    found = article(TITLE, "LAPORAN: WIRA ADIPATI", "", LEDE, "", SECOND)
    assert [(person.of(found.text), person.name) for person in found.authors] == [("WIRA ADIPATI", "Wira Adipati")]


def test_name_alone_between_headline_and_date_is_the_author() -> None:
    found = article(TITLE, "", "Wira Adipati", "3 Mei 2021, 10:15", LEDE, SECOND)
    assert [person.name for person in found.authors] == ["Wira Adipati"]


def test_section_between_headline_and_date_is_no_author() -> None:
    assert article(TITLE, "", "Timur Tengah", "3 Mei 2021, 10:15", LEDE, SECOND).authors == ()


def test_name_behind_the_last_full_stop_is_the_author() -> None:
    found = article(TITLE, "", LEDE, "", SECOND, "", f"{THIRD} (KoranContoh.com/Wira Adipati)")
    assert [person.name for person in found.authors] == ["Wira Adipati"]


def test_code_in_brackets_is_a_byline_without_an_author() -> None:
    found = article(TITLE, "", LEDE, "", SECOND, "", f"{THIRD} (AFP/OL-6)")
    assert found.lines[-1].role == "byline"
    assert found.authors == ()


@pytest.mark.parametrize("line", ["Oleh karena itu tarif diturunkan.", "Sumber air di desa itu mengering sejak Mei."])
def test_sentence_is_no_byline(line: str) -> None:
    assert byline_rule(line, fold(line)) is None


def test_names_are_two_to_five_words_and_no_staff() -> None:
    assert is_name("Wira Adipati")
    assert not is_name("Tim Liputan")
    assert not is_name("WIRA ADIPATI")
    assert not is_name("Wira")


@pytest.mark.parametrize(
    ("lines", "authors", "editors"),
    [
        (["Wira Adipati", "Penulis", "Sekar Ayu", "Editor"], ["Wira Adipati"], ["Sekar Ayu"]),
        (["Penulis", "Wira Adipati", "Editor", "Sekar Ayu"], ["Wira Adipati"], ["Sekar Ayu"]),
        (["Wira Adipati,", "Sekar Ayu", "Tim Redaksi", "Sekar Ayu", "Editor"], ["Wira Adipati"], ["Sekar Ayu"]),
        (["Wira Adipati", "Tim Redaksi"], ["Wira Adipati"], []),
        (["Wira Adipati -", "contohNews"], ["Wira Adipati"], []),
    ],
)
def test_names_on_lines_of_their_own_take_the_role_beside_them(
    lines: list[str], authors: list[str], editors: list[str]
) -> None:
    found = article(TITLE, "Senin, 3 Mei 2021 10:15 WIB", *lines, "", LEDE, SECOND, THIRD)
    assert [person.name for person in found.authors] == authors
    assert [person.name for person in found.editors] == editors


@pytest.mark.parametrize(("name", "editors"), [("Sekar", ["Sekar"]), ("Sekar Ayu", ["Sekar Ayu"]), ("ikuti kami", [])])
def test_a_label_with_a_colon_asks_for_the_name_below(name: str, editors: list[str]) -> None:
    found = article(TITLE, "", LEDE, SECOND, THIRD, "Berita Terkait", "Jembatan Gantung Diresmikan", "Editor :", name)
    assert [person.name for person in found.editors] == editors


def test_a_linked_title_that_holds_a_date_dates_nothing() -> None:
    linked = "Jembatan Gantung Provinsi Tetangga, Rabu 5 Mei 2021, Diresmikan Gubernur"
    found = article(TITLE, "", LEDE, "Baca:", linked, SECOND, THIRD)
    assert [line.role for line in found.lines if linked in found.text[line.start : line.end]] == ["pull"]
    assert found.date_published is not None
    assert found.date_published.value == "2021-05-03"


def test_what_stands_above_a_caption_is_furniture() -> None:
    found = article(TITLE, "Senin, 3 Mei 2021 10:15 WIB", "lihat foto", "Tangkapan Layar TVC", LEDE, SECOND, THIRD)
    assert [line.role for line in found.lines[2:4]] == ["navigation", "caption"]


def test_a_headline_on_a_screenshot_is_no_caption() -> None:
    title = "Tangkapan Layar Percakapan Menteri Beredar, Kantor Pelabuhan Membantah"
    assert article(title, "Senin, 3 Mei 2021 10:15 WIB", "", LEDE, SECOND, THIRD).headline is not None
