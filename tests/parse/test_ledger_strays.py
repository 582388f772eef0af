"""Lines that stray between the parts of a page: counters, credits on two lines, film crews, links like prose."""

import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, reasons, roles

from workbench.parse.bylines import byline_rule
from workbench.parse.captions import caption_rule
from workbench.parse.fold import fold
from workbench.parse.phrases import phrase_rule

BODY = (LEDE, SECOND, THIRD)
DATED = "Senin, 3 Mei 2021 10:15 WIB"


def test_an_english_day_above_the_headline_is_the_posts_where_the_text_tells_of_days_near_it() -> None:
    day = "Wednesday, May 5, 2021"
    posted = article(day, TITLE, *BODY)
    assert posted.date_published is not None
    assert (roles(posted)[day], posted.date_published.value) == ("timestamp", "2021-05-05")
    visit = "Thursday, May 16, 2024"
    assert roles(article(visit, TITLE, *BODY))[visit] == "navigation"


def test_a_crawlers_stamp_above_a_text_without_a_headline_is_part_of_the_frame() -> None:
    stamp = "date 2021-05-05"
    assert reasons(article(stamp, *BODY))[stamp] == "masthead-date"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("(Rara Wening/Bima Sakti/Dimas Wijaya, Sekar Ayu/Tino Laksana)", "byline-crew"),
        ("(Rara Wening dan Bima Sakti)", None),
        ("(Dokumentasi Rara Wening)", None),
    ],
)
def test_a_films_crew_signs_in_brackets(line: str, rule: str | None) -> None:
    assert byline_rule(line, fold(line)) == rule


def test_who_kept_a_picture_wrote_nothing() -> None:
    credit = "(Dokumentasi Rara Wening)"
    assert caption_rule(credit, fold(credit)) == "caption-credit"
    assert article(TITLE, DATED, *BODY, credit).authors == ()


def test_a_source_below_a_pictures_words_is_its_credit() -> None:
    asked, keeper = "Sumber :", "• Dokumentasi Syahbandar Utara"
    found = article(TITLE, "", "Ilustrasi: Kapal barang", asked, keeper, "", f"SURABAYA - {LEDE}", SECOND, THIRD)
    assert (roles(found)[asked], roles(found)[keeper], found.authors) == ("caption", "caption", ())
    assert roles(article(TITLE, DATED, *BODY, asked, "Koran Contoh"))[asked] == "byline"


def test_a_caption_printed_again_with_a_controls_word_is_one() -> None:
    caption = "Nakhoda memberi aba-aba di anjungan kapal barang yang baru (Dok. KoranContoh.com/Rara Wening)."
    again = f"{caption}... Selengkapnya"
    found = roles(article(TITLE, DATED, caption, again, f"SURABAYA - {LEDE}", SECOND, THIRD))
    assert (found[caption], found[again]) == ("caption", "caption")


@pytest.mark.parametrize("counter", ["Nomor Berita : 1082463", "- 0"])
def test_numbers_below_the_headline_are_no_deck(counter: str) -> None:
    assert roles(article(TITLE, counter, DATED, *BODY))[counter] == "navigation"


def test_links_below_their_label_may_read_like_prose() -> None:
    link = "Sudut Pelabuhan Eksklusif - Penegasan asosiasi pelayaran sebelum tarif kontainer naik (1)"
    found = roles(article(TITLE, DATED, *BODY, "", "Tonton juga :", link, link.replace("(1)", "(2)")))
    assert found[link] == "pull"


def test_one_link_below_the_signature_is_a_pull_and_several_are_a_list() -> None:
    first, second = "Baca juga: Jembatan Gantung Diresmikan", "Baca juga: Petani Garam Panen Raya"
    assert roles(article(TITLE, DATED, *BODY, "(rar/bim)", first))[first] == "pull"
    assert roles(article(TITLE, DATED, *BODY, "(rar/bim)", first, second))[first] == "related"


def test_a_heading_among_two_links_to_other_stories_needs_less_to_be_one() -> None:
    first = "Ratusan Petani Garam Keluhkan Hujan Lebat yang Turun Sepanjang Musim Kemarau"
    second = "Jembatan Gantung Terpanjang Segera Diresmikan Gubernur di Hulu Sungai Besar"
    third = "Juara Bertahan Makin Jauh Dari Papan Atas"
    body = (LEDE, "", first, "", SECOND, "", second, "", THIRD)
    assert roles(article(TITLE, DATED, "", *body, third, LEDE.replace("Senin", "Jumat")))[third] == "pull"
    assert roles(article(TITLE, DATED, "", LEDE, SECOND, THIRD, third, LEDE.replace("Senin", "Jumat")))[third] == "body"


def test_a_label_above_points_that_sum_up_belongs_to_them() -> None:
    points = ("• Tarif kontainer naik", "• Asosiasi pelayaran menolak")
    found = roles(article(TITLE, "Intinya begini...", *points, DATED, *BODY))
    assert {found["Intinya begini..."], *(found[point] for point in points)} == {"standfirst"}
    assert roles(article(TITLE, "Ukuran teks kecil", DATED, *BODY))["Ukuran teks kecil"] != "standfirst"


def test_the_beginning_of_a_text_below_the_headline_is_a_deck_and_a_title_cut_short_another_story() -> None:
    excerpt = "Tarif kontainer yang baru berlaku bagi semua kapal yang bersandar di dermaga utara mulai..."
    title = "Jembatan Gantung Terpanjang Diresmikan..."
    found = roles(article(TITLE, excerpt, DATED, *BODY))
    assert found[excerpt] == "standfirst"
    assert roles(article(TITLE, title, DATED, *BODY))[title] == "related"


def test_a_banner_is_an_advert_and_pages_are_a_menu() -> None:
    for line, rule in (("banner 468x60", "advert"), ("Pages", "menu"), ("Halaman Selanjutnya", "next-page")):
        found = phrase_rule(line, fold(line))
        assert found is not None
        assert found.id == rule
