import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, reasons, roles

#: A paragraph that a dump broke around what was a link or in bold.
BROKEN = ("Tarif itu diumumkan di kantor", "Pelabuhan Contoh", "dan berlaku bagi semua kapal, kata kepala pelabuhan.")


@pytest.mark.parametrize("linked", ["Pelabuhan Contoh", "Terbaru", "Wira Adipati", "update"])
def test_words_between_the_halves_of_a_sentence_belong_to_it(linked: str) -> None:
    found = roles(article(TITLE, "", LEDE, BROKEN[0], linked, BROKEN[2], SECOND, THIRD))
    assert [found[line] for line in (BROKEN[0], linked, BROKEN[2])] == ["body", "body", "body"]


def test_a_line_that_begins_with_a_comma_goes_on_with_the_one_above() -> None:
    found = reasons(article(TITLE, "", "Kunjungan Delegasi", f", {LEDE[0].lower()}{LEDE[1:]}", SECOND, THIRD))
    assert found["Kunjungan Delegasi"] == "continued-line"


def test_an_open_bracket_goes_on_below() -> None:
    found = reasons(article(TITLE, "", "KANTOR Dagang Pelabuhan (", f"KDP) menerima. {LEDE}", SECOND, THIRD))
    assert found["KANTOR Dagang Pelabuhan ("] == "continued-line"


@pytest.mark.parametrize("interruption", ["ADVERTISEMENT", "Baca juga: Jembatan Gantung Diresmikan"])
def test_adverts_and_links_that_interrupt_a_sentence_stay_what_they_are(interruption: str) -> None:
    found = roles(article(TITLE, "", LEDE, BROKEN[0], interruption, BROKEN[2], SECOND, THIRD))
    assert found[interruption] in {"promo", "pull"}


def test_a_heading_between_whole_sentences_is_no_part_of_one() -> None:
    assert reasons(article(TITLE, "", LEDE, "Pelabuhan Contoh", SECOND, THIRD))["Pelabuhan Contoh"] == "subheading"


def test_a_headline_above_small_letters_stays_the_headline() -> None:
    assert roles(article(TITLE, "koran contoh", "", LEDE, SECOND, THIRD))[TITLE] == "headline"
