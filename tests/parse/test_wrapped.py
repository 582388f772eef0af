"""Pages whose lines were broken at a fixed width: a paragraph is one line to the ledger, as printed to its readers."""

import textwrap

import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, outlets, page

from workbench.article import Article
from workbench.parse import parse_article
from workbench.parse.wrapped import printed_lines, unwrapped

QUOTE = '"Kami menunggu tarif baru itu sejak musim ikan tahun lalu," kata kepala pelabuhan di hadapan awak kapal.'
PARTS = (TITLE, "Senin, 3 Mei 2021 10:15 WIB", f"JAKARTA, Koran Contoh - {LEDE}", SECOND, QUOTE, THIRD)


def wrapped(*parts: str, width: int = 60, indent: str = "") -> str:
    return "\n\n".join(
        textwrap.fill(part, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
        for part in parts
    )


def read(text: str) -> Article:
    return parse_article(page(*text.split("\n")), outlets())


@pytest.mark.parametrize("width", [50, 60, 72, 79])
def test_breaks_of_a_width_become_blanks_and_no_offset_moves(width: int) -> None:
    text = wrapped(*PARTS, width=width)
    flat = unwrapped(text)
    assert len(flat) == len(text)
    assert flat.replace("\n\n", "\n").split("\n") == list(PARTS)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARTS),
        "\n\n".join((*PARTS, LEDE * 3)),
        "\n".join(["Beranda", "Politik", "Olahraga"] * 20),
        "\n".join(f"Jembatan Gantung Nomor {number} Diresmikan Gubernur Provinsi" for number in range(20)),
        "",
    ],
)
def test_pages_that_no_width_broke_stay(text: str) -> None:
    assert unwrapped(text) is text


def test_an_address_longer_than_the_width_hides_no_wrapping() -> None:
    address = "https://korancontoh.com/berita/pelabuhan/2021/05/03/" + "tarif-" * 12
    text = wrapped(*PARTS, address)
    assert unwrapped(text) == wrapped(*PARTS, address, width=500)


@pytest.mark.parametrize("indent", ["", "   "])
def test_a_wrapped_page_reads_as_it_would_unbroken(indent: str) -> None:
    broken, whole = read(wrapped(*PARTS, indent=indent)), article(*"\n\n".join(PARTS).split("\n"))
    assert broken.headline is not None
    assert broken.headline.of(broken.text).split() == TITLE.split()
    assert (broken.dateline and broken.dateline.of(broken.text)) == "JAKARTA"
    assert broken.date_published is not None
    assert whole.date_published is not None
    assert broken.date_published.value == whole.date_published.value
    said = [" ".join(sentence.of(broken.text).split()) for sentence in broken.sentences]
    assert said == [sentence.of(whole.text) for sentence in whole.sentences]


def test_each_printed_line_has_its_role_and_number() -> None:
    text = wrapped(*PARTS)
    found = read(text)
    printed = [(number, line.strip()) for number, line in enumerate(text.split("\n")) if line.strip()]
    assert [(line.line, line.of(found.text)) for line in found.lines] == printed
    assert {line.role for line in found.lines} == {"headline", "timestamp", "body"}


def test_lines_of_a_page_that_was_not_wrapped_are_printed_as_they_are() -> None:
    found = article(*PARTS)
    assert tuple(printed_lines(found.text, found.lines)) == found.lines


def test_two_full_lines_that_go_on_in_lower_case_are_enough() -> None:
    short = "Kepala pelabuhan membuka sidang tarif kontainer itu bersama dua menteri dan para nelayan pagi tadi."
    text = wrapped(TITLE, short, f"{short[:-1]} juga.")
    assert sum(line[:1].islower() for line in text.split("\n")) == 2
    assert [len(line.split()) for line in unwrapped(text).split("\n") if line] == [7, 15, 16]
