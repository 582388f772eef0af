"""Edges of an article: titles with a full stop or in capitals, names alone below the text, controls of templates."""

import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, reasons, roles

from workbench.parse.bylines import byline_rule
from workbench.parse.dateline import is_dateline_alone
from workbench.parse.fold import fold
from workbench.parse.phrases import phrase_rule
from workbench.parse.wrapped import unwrapped

DATE = "Senin, 3 Mei 2021 10:15 WIB"
BODY = (LEDE, "", SECOND, "", THIRD)


def test_title_with_a_full_stop_heads_the_page_by_its_capitals() -> None:
    title = "Warga Desa Tambak Bangun Jembatan Bambu Bersama Relawan."
    assert roles(article(title, "", f"MAGELANG – {LEDE}", "", SECOND))[title] == "headline"


def test_sentence_above_the_text_is_no_headline() -> None:
    sentence = "Warga desa membangun jembatan bambu bersama relawan."
    assert roles(article(sentence, "", f"MAGELANG – {LEDE}", "", SECOND))[sentence] != "headline"


@pytest.mark.parametrize("below", [(), ("", "Tentang Penulis"), ("", "Advertisement")])
def test_unknown_name_alone_below_the_text_signs_it(below: tuple[str, ...]) -> None:
    found = article(TITLE, "", *BODY, "", "Rara Wening", *below)
    assert reasons(found)["Rara Wening"] == "byline-name"
    assert [author.name for author in found.authors] == ["Rara Wening"]


@pytest.mark.parametrize("below", [("", "Tambak Udang"), ("", "Dermaga", "", "Pelabuhan"), ("", "Tentang Kami")])
def test_name_above_other_tags_does_not_sign(below: tuple[str, ...]) -> None:
    assert article(TITLE, "", *BODY, "", "Rara Wening", *below).authors == ()


@pytest.mark.parametrize(
    "control", ["Read More", "Kabar Pilihan", "Gaya Hidup", "Sulawesi Selatan", "Partner Syndication", "Suara Pesisir"]
)
def test_control_written_like_a_name_does_not_sign(control: str) -> None:
    assert article(TITLE, "", *BODY, "", control).authors == ()


def test_title_below_a_bare_label_does_not_sign() -> None:
    assert article(TITLE, "", *BODY, "", "Pilihan Editor", "Dermaga Kampung Nelayan").authors == ()


def test_name_of_whom_the_text_tells_does_not_sign() -> None:
    told = f"{SECOND} Menurut Rara Wening, jadwalnya belum tetap."
    assert article(TITLE, "", LEDE, "", told, "", "Rara Wening").authors == ()


def test_words_on_both_sides_of_a_credit_that_tell_who_stands_where_are_the_pictures() -> None:
    shown = "Rara Wening (kiri) dan Dimas Wijaya, Kamis (30/9)"
    found = article("Jumat 01 Oct 2021 19:47 WIB", "", TITLE, "", shown, "Foto: Dokumen Dermaga", shown, "", *BODY)
    assert roles(found)[shown] == "caption"
    assert roles(found)[TITLE] == "headline"


def test_headline_on_both_sides_of_a_credit_stays_one() -> None:
    assert roles(article(TITLE, "Foto: Dokumen Dermaga", TITLE, "", *BODY))[TITLE] == "headline"


def test_headline_in_capitals_ends_where_they_end() -> None:
    full = "WARGA DESA TAMBAK MEMBANGUN JEMBATAN BAMBU BERSAMA"
    lines = ["Warga desa itu membangun jembatan bambu bersama para", "relawan dari kota.", *["kata " * 9 + "akhir"] * 4]
    assert unwrapped("\n".join((full, *lines))).startswith(f"{full}\nWarga")
    assert unwrapped("\n".join((lines[0], "relawan itu.", *lines[2:]))).startswith(f"{lines[0]} relawan")


def test_dateline_whose_outlet_a_dump_broke_stands_alone() -> None:
    assert is_dateline_alone("Magelang, Korankita. Com")
    assert not is_dateline_alone("Magelang, Korankita. Selasa")


@pytest.mark.parametrize(
    ("line", "rule"),
    [("Penulis, Rara Wening", "byline-role-name"), ("Peranan, Wartawan Koran Kita", "byline-role-told")],
)
def test_who_wrote_it_behind_a_comma_is_a_byline(line: str, rule: str) -> None:
    assert byline_rule(line, fold(line)) == rule


def test_sentence_on_a_writers_part_is_no_byline() -> None:
    line = "Penulis, kata Rara Wening, tidak hadir"
    assert byline_rule(line, fold(line)) is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Exit mobile version", "menu"),
        ("Type Here to Get Search Results !", "menu"),
        ("728x90", "advert"),
        ("Jangan lupa ikuti kabar pelabuhan setiap pagi", "appeal"),
        ("Google News Korankita.com", "appeal"),
    ],
)
def test_controls_of_templates_are_known(line: str, rule: str) -> None:
    found = phrase_rule(line, fold(line))
    assert found is not None
    assert found.id == rule


@pytest.mark.parametrize(
    "line",
    [
        "Exit poll menunjukkan kemenangan petahana di dua distrik.",
        "Jangan lupa sejarah pelabuhan ini, kata penjaga mercusuar.",
        "Google News memblokir dua kanal itu sejak Senin.",
    ],
)
def test_sentences_that_begin_like_controls_are_none(line: str) -> None:
    assert phrase_rule(line, fold(line)) is None


def test_word_before_the_lede_that_names_the_pages_own_site_is_no_place() -> None:
    lines = (TITLE, "", f"TELUKKITA - {LEDE}", "", SECOND)
    assert article(*lines, url="https://telukkita.id/a").dateline is None
    assert article(*lines, url="https://www.telukkita.co.id/a").dateline is None
    assert article(*lines, url="https://telukkita.korancontoh.com/a").dateline is not None
    assert article(*lines).dateline is not None


def test_words_of_a_picture_with_its_kind_of_credit_are_no_dateline() -> None:
    shown = "KENANGAN: Para nelayan dalam foto usang di dermaga. (ist)"
    found = article(TITLE, "", shown, "", LEDE, "", SECOND)
    assert roles(found)[shown] == "caption"
    assert found.dateline is None


def test_deck_of_two_sentences_above_a_picture_stays_above_it() -> None:
    deck = "Dua negara menunda sidang tarif. Sidang itu akan dibuka lagi bila kedua delegasi sudah menyepakati dermaga."
    pictured = article(TITLE, "", DATE, "", deck, "", "Dermaga utara. (Foto: Ist)", "", LEDE, "", SECOND, "", THIRD)
    assert roles(pictured)[deck] == "standfirst"
    assert roles(article(TITLE, "", DATE, "", deck, "", LEDE, "", SECOND, "", THIRD))[deck] == "body"


def test_decks_between_headline_and_the_only_date_are_no_paragraphs() -> None:
    deck = "Para nelayan meminta dermaga baru sejak lama. Mereka sering berunjuk rasa di depan kantor pelabuhan itu."
    found = article(TITLE, "", deck, "", DATE, "", LEDE, "", SECOND, "", THIRD)
    assert roles(found)[deck] == "standfirst"
    later = article(TITLE, "", deck, "", LEDE, "", SECOND, "", DATE, "", THIRD)
    assert roles(later)[deck] == "body"


def test_agency_in_square_brackets_signs_the_last_paragraph() -> None:
    found = article(TITLE, "", LEDE, "", f"{SECOND} [ANTARA]")
    assert roles(found)[SECOND] == "body"
    assert roles(found)["[ANTARA]"] == "byline"


def test_headline_of_its_own_dots_is_one_where_it_is_printed_twice() -> None:
    title = "Dua Delegasi Dagang Tertahan, Ini Sebabnya…"
    assert roles(article(title, "", title, "", f"MAGELANG – {LEDE}", "", SECOND))[title] == "headline"
    assert roles(article(title, "", f"MAGELANG – {LEDE}", "", SECOND))[title] != "headline"


def test_long_quotation_below_the_headline_is_a_deck() -> None:
    deck = "“Karena itu kami minta para nelayan agar tidak melaut dulu selama angin barat, cukup di tepi saja,” imbuh"
    found = article(TITLE, deck, "Penulis: Rara Wening", "", f"MAGELANG – {LEDE}", "", SECOND)
    assert roles(found)[TITLE] == "headline"
    assert roles(found)[deck] == "standfirst"


def test_one_sentence_that_ends_on_a_day_in_brackets_above_the_text_is_the_pictures() -> None:
    shown = "Kepala pelabuhan bersama istri pada acara pisah sambut di dermaga, Sabtu (8/8)."
    assert roles(article(TITLE, "", shown, "", f"MAGELANG – {LEDE}", "", SECOND))[shown] == "caption"


def test_reporter_and_town_with_a_bar_between_sign() -> None:
    found = article(TITLE, "", "Laporan Rara Wening | Teluk Utara", "", *BODY)
    assert [author.name for author in found.authors] == ["Rara Wening"]
    line = "Laporan Keuangan Daerah Terlambat"
    assert byline_rule(line, fold(line)) is None


def test_degrees_behind_a_name_are_no_authors() -> None:
    found = article(TITLE, "", "Oleh: Rara Wening, M.Si., Ph.D", "", *BODY)
    assert [author.name for author in found.authors] == ["Rara Wening"]


def test_archive_of_a_month_is_a_list() -> None:
    assert not article("Bulan: April 2025", "", TITLE, "", *BODY).is_article
    assert article("Tahun: penuh tantangan", "", TITLE, "", *BODY).is_article


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("READ  Delegasi Dagang Menunda Sidang Tarif", "pull-label"),
        ("Belum Punya Akun? Daftar di Sini", "menu"),
        ("Klik link aktivasi dan dapatkan akses", "menu"),
        ("31.7 C", "menu"),
        ("Ini Artikel Spesial", "appeal"),
        ("Agar bisa lanjut membaca sampai tuntas, pastikan Anda sudah berlangganan.", "appeal"),
        ("Dapatkan berita terbaru", "appeal"),
    ],
)
def test_windows_to_log_in_and_paywalls_are_known(line: str, rule: str) -> None:
    found = phrase_rule(line, fold(line))
    assert found is not None
    assert found.id == rule


@pytest.mark.parametrize(
    "line",
    [
        "Read only memory itu dicuri dari gudang pelabuhan.",
        "Belum punya dermaga, nelayan menepi di pantai.",
        "Untuk bisa membaca peta, nakhoda itu belajar setahun.",
    ],
)
def test_sentences_like_windows_to_log_in_are_none(line: str) -> None:
    assert phrase_rule(line, fold(line)) is None


def test_few_links_with_bullets_between_paragraphs_end_no_article() -> None:
    links = ("Terkini:", "- Jembatan Gantung Diresmikan Gubernur", "- Harga Ikan Naik Menjelang Libur")
    found = article(TITLE, "", LEDE, SECOND, *links, THIRD, *(f"{LEDE[:-1]} di dermaga {n}." for n in range(4)))
    assert {roles(found)[line] for line in (LEDE, SECOND, THIRD)} == {"body"}
    assert {roles(found)[line] for line in links}.isdisjoint({"body"})


def test_links_with_bullets_behind_the_last_paragraph_end_it() -> None:
    links = ("Terkini:", "- Jembatan Gantung Diresmikan Gubernur", "- Harga Ikan Naik Menjelang Libur")
    found = article(TITLE, "", LEDE, SECOND, THIRD, *links, "Jembatan Gantung Terpanjang Diresmikan Gubernur")
    assert {roles(found)[line] for line in links} == {"related"}


def test_words_of_a_picture_printed_again_with_an_empty_credit_are_the_pictures() -> None:
    shown = "Nelayan menggelar apel bertempat di dermaga pada Kamis 31 Maret 2022."
    found = article(TITLE, "", DATE, shown, f"{shown} /", "", f"MAGELANG - {LEDE}", "", SECOND)
    assert {roles(found)[shown], roles(found)[f"{shown} /"]} == {"caption"}


def test_dateline_of_site_and_place_with_bars_between() -> None:
    found = article(TITLE, "", f"Telukkita.co.id | RIAU ||{LEDE}", "", SECOND)
    assert found.dateline is not None
    assert found.dateline.of(found.text) == "RIAU"
