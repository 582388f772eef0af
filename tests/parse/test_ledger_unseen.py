"""Layouts that one meets at outlets nobody listed: each rule with a page that it must read and one that looks alike."""

import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, reasons, roles

from workbench.parse.bylines import byline_rule
from workbench.parse.captions import caption_rule
from workbench.parse.dateline import read_dateline
from workbench.parse.fold import fold
from workbench.parse.phrases import phrase_rule

DATE = "Senin, 3 Mei 2021 10:15 WIB"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Scroll down untuk lanjut membaca", "advert"),
        ("Untuk mengikuti kanal kami, silakan klik tombol hijau.", "appeal"),
        ("Bergabung dan dapatkan ringkasan pasar setiap pagi.", "appeal"),
        ("Simak artikel pelabuhan lainnya di newsletter kami.", "appeal"),
        ("Informasi lengkap seputar pelabuhan di Google News Koran Contoh", "appeal"),
        ("Artikel ini diterbitkan pertama kali di korancontoh.com", "appeal"),
        ("[Gambas:Video Dermaga]", "menu"),
        ("Klik untuk berbagi pada Telegram", "share-bar"),
        ("Tekan bila ingin berbagi (Opens in new window)", "share-bar"),
        ("Standar kami: Asas Kepercayaan", "small-print"),
        ("© Koran Contoh, seluruh hak dilindungi", "small-print"),
    ],
)
def test_calls_to_the_reader_and_controls_are_known(line: str, rule: str) -> None:
    found = phrase_rule(line, fold(line))
    assert found is not None
    assert found.id == rule


@pytest.mark.parametrize(
    "line",
    [
        "Untuk mengikuti lelang itu, peserta menyetor uang jaminan.",
        "Bergabung dengan armada itu, ia berlayar ke utara.",
        "Informasi lengkap tentang muatan belum diterima syahbandar.",
        "Artikel ini diterbitkan jurnal kelautan, kata sang profesor.",
        "© Rara Wening/Getty Images",
        "[Video itu] diunggah seorang awak kapal",
    ],
)
def test_lines_that_look_like_calls_are_left(line: str) -> None:
    assert phrase_rule(line, fold(line)) is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("© Rara Wening/Getty Images", "caption-credit"),
        ("Penonton memadati dermaga. Copyright: © Rara Wening/Getty Images", "caption-credit"),
        ("Penonton memadati dermaga © KoranContoh", "caption-credit"),
        ("(Wali kota, kiri, bersama tamunya dari seberang di dermaga utara / AFP)", "caption-credit"),
        ("Nakhoda memberi aba-aba di anjungan. (RARA WENING/KORANCONTOH.COM)", "caption-credit"),
        ("KAPAL BARU - Ilustrasi kapal peti kemas di galangan", "caption-opening"),
    ],
)
def test_credits_of_pictures_are_known(line: str, rule: str) -> None:
    assert caption_rule(line, fold(line)) == rule


@pytest.mark.parametrize(
    "line",
    [
        "Hak cipta lagu itu © 2020",
        "(Wali kota belum menjawab pertanyaan itu sampai berita ini ditulis.)",
        "KAPAL BARU - Wali kota meresmikan kapal itu",
    ],
)
def test_lines_that_look_like_credits_are_left(line: str) -> None:
    assert caption_rule(line, fold(line)) is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Tim korancontoh - korancontohNews", "byline-dash-outlet"),
        ("REUTERS | WIRA ADIPATI", "byline-signed"),
        ("Pelaporan oleh Wira Adipati; diedit oleh Rara Wening", "byline-reporting-by"),
        ("Reporting by Wira Adipati; Editing by Rara Wening", "byline-reporting-by"),
    ],
)
def test_bylines_of_teams_and_agencies_are_known(line: str, rule: str) -> None:
    assert byline_rule(line, fold(line)) == rule


@pytest.mark.parametrize(
    "line", ["Tim penyelamat - relawan pulang", "TARIF | naik lagi", "Laporan oleh auditor; belum lengkap"]
)
def test_lines_that_look_like_bylines_of_teams_are_left(line: str) -> None:
    assert byline_rule(line, fold(line)) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("BANDUNG-WARTAKOTA: Pemerintah membuka dermaga", "BANDUNG"),
        ("BandungWarta – Pemerintah membuka dermaga", "Bandung"),
        ("LENSAKOTA, BANDUNG - Pemerintah membuka dermaga", "BANDUNG"),
        ("wartakota.com Bandung – Pemerintah membuka dermaga", "Bandung"),
        ("WARTAKOTA.COM, DUNIA. Pemerintah membuka dermaga", None),
        ("Palangka, Lampung - Pemerintah membuka dermaga", "Palangka, Lampung"),
        ("SUNGAI-MUSI - Pemerintah membuka dermaga", "SUNGAI-MUSI"),
    ],
)
def test_outlets_beside_a_city_are_no_part_of_the_place(text: str, place: str | None) -> None:
    found = read_dateline(text, 0, len(text))
    assert found is not None
    assert (found.dateline.place if found.dateline else None) == place


def test_author_named_below_a_label_that_ends_in_a_colon() -> None:
    found = article(TITLE, DATE, LEDE, SECOND, "Artikel ini ditulis oleh:", "Wira Adipati")
    assert [person.name for person in found.authors] == ["Wira Adipati"]
    assert not article(TITLE, DATE, LEDE, SECOND, "Berita Terkait", "Wira Adipati").authors


def test_author_signed_in_capitals_beside_an_agency() -> None:
    found = article(TITLE, DATE, LEDE, SECOND, "REUTERS | WIRA ADIPATI")
    assert [person.name for person in found.authors] == ["Wira Adipati"]
    assert roles(found)["REUTERS | WIRA ADIPATI"] == "byline"


def test_list_inside_the_body_belongs_to_it() -> None:
    bullets = ("- tali dan pelampung;", "- air bersih;", "- obat-obatan.")
    found = roles(article(TITLE, DATE, LEDE, "Kebutuhan mendesak meliputi:", *bullets, SECOND, "Penyebab", THIRD))
    assert {found[line] for line in (*bullets, "Kebutuhan mendesak meliputi:", SECOND, THIRD)} == {"body"}


def test_paragraph_with_stars_behind_its_end_is_body_and_stars_alone_are_not() -> None:
    last = "Hingga kini syahbandar belum memberi keterangan.***"
    found = roles(article(TITLE, DATE, LEDE, SECOND, last, "***"))
    assert (found[last], found["***"]) == ("body", "navigation")


def test_links_above_their_label_are_pulls() -> None:
    links = ("- Wali Kota Resmikan Jembatan Gantung di Hulu", "- Harga Gabah Petani Naik Jelang Panen Raya")
    found = roles(article(TITLE, DATE, LEDE, *links, "Baca Juga", SECOND, THIRD, *links[::-1], "Baca Juga"))
    assert {found[link] for link in links} == {"pull"}
    assert found[LEDE] == found[THIRD] == "body"


def test_credit_cut_from_a_caption_above_the_body_is_the_pictures() -> None:
    caption = "Delegasi berpose di tangga kantor pelabuhan pada hari pertama kunjungan. (Antara/Rara)"
    found = article(TITLE, DATE, caption, LEDE, SECOND)
    assert [line.role for line in found.lines if line.line == 2] == ["caption", "caption"]
    below = article(TITLE, DATE, LEDE, f"{SECOND} (Antara/Rara)")
    assert [line.role for line in below.lines if line.line == 3] == ["body", "byline"]


def test_headline_without_the_outlet_behind_it_wins() -> None:
    found = article(f"{TITLE} - Koran Contoh", TITLE, DATE, LEDE, SECOND)
    assert found.headline is not None
    assert found.headline.of(found.text) == TITLE
    assert reasons(found)[f"{TITLE} - Koran Contoh"] == "headline-repeated"


def test_heading_right_behind_the_body_is_the_headline_if_it_tells_the_same() -> None:
    other = "Gubernur Resmikan Jembatan Gantung Terpanjang Kedua"
    below = article(LEDE, SECOND, THIRD, TITLE, "Copyright 2021 All Rights Reserved")
    assert below.headline is not None
    assert below.headline.of(below.text) == TITLE
    assert article(LEDE, SECOND, THIRD, other, "Copyright 2021 All Rights Reserved").headline is None


def test_second_page_may_open_with_a_numbered_heading() -> None:
    found = roles(article("3. Dermaga Selatan", "Dermaga itu dibuka kembali setelah dikeruk.", SECOND, THIRD))
    assert found["3. Dermaga Selatan"] == found["Dermaga itu dibuka kembali setelah dikeruk."] == "body"


def test_first_half_of_a_broken_line_belongs_to_the_body() -> None:
    half = "KEKERINGAN di kabupaten itu meluas ke dua belas desa dan memaksa"
    found = roles(article(half, "warga membeli air dengan harga tinggi.", SECOND, THIRD))
    assert found[half] == "body"


def test_acronym_opens_no_lede() -> None:
    found = roles(article(LEDE, SECOND, "NATO menilai tarif itu wajar.", THIRD))
    assert {found[LEDE], found[SECOND]} == {"body"}


def test_page_that_prints_every_paragraph_twice_has_a_body() -> None:
    lines = [line for line in (LEDE, SECOND, THIRD) for _ in range(2)]
    found = article(*lines)
    assert found.is_article
    assert {line.role for line in found.lines} == {"body"}


def test_section_below_the_headline_is_a_kicker_and_another_label_is_not() -> None:
    assert roles(article(TITLE, "Ekonomi", DATE, LEDE, SECOND))["Ekonomi"] == "kicker"
    assert roles(article(TITLE, "Tombol", DATE, LEDE, SECOND))["Tombol"] == "navigation"


def test_deck_of_a_gallery_is_no_body() -> None:
    deck = "Dermaga lama itu dikunjungi ribuan orang pada akhir pekan."
    captions = [f"Pekerja memeriksa muatan di gudang nomor {n} di sisi utara. (Foto: Rara Wening)" for n in range(1, 6)]
    found = roles(article(TITLE, deck, *captions))
    assert found[deck] == "standfirst"
    assert {found[caption] for caption in captions} == {"body"}
    with_story = roles(article(TITLE, LEDE, SECOND, THIRD, *captions[:3]))
    assert {with_story[caption] for caption in captions[:3]} == {"caption"}


def test_index_has_no_lines_of_its_own() -> None:
    found = article("Tag: Pelabuhan", TITLE, DATE, LEDE, "Jembatan Gantung Diresmikan Gubernur", SECOND)
    assert not found.is_article
    assert (found.headline, found.date_published, found.dateline, found.sentences) == (None, None, None, ())
    assert found.language == "id"
    assert [notice.code for notice in found.notices] == ["index-page"]


def test_day_of_the_change_gives_the_year_of_the_days_told() -> None:
    told = SECOND.replace("Mereka", "Pada Senin (3/5), mereka").replace("dijadwalkan ", "")
    published = article(TITLE, "Diperbarui 4 Mei 2021 09:15 WIB", told, THIRD).date_published
    assert published is not None
    assert (published.value, published.basis) == ("2021-05-03", "inferred")


@pytest.mark.parametrize(("year", "value"), [("2021", "2021-05-03"), ("2022", None)])
def test_copyright_year_counts_where_the_weekday_fits(year: str, value: str | None) -> None:
    told = SECOND.replace("Mereka", "Pada Senin (3/5), mereka").replace("dijadwalkan ", "")
    published = article(TITLE, told, THIRD, "Penulis: Wira Adipati", f"Copyright © Koran Contoh {year}").date_published
    assert (published.value if published else None) == value


def test_stories_behind_signature_and_list_are_not_the_articles_however_long() -> None:
    teasers = [
        f"Gubernur meresmikan jembatan gantung ke-{n}, yang terpanjang di provinsi tetangga itu." for n in range(9)
    ]
    found = roles(article(TITLE, DATE, LEDE, SECOND, THIRD, "(wra)", "Berita Lainnya", *teasers))
    assert {found[teaser] for teaser in teasers} == {"related"}
    unsigned = roles(article(TITLE, DATE, LEDE, SECOND, THIRD, "Dermaga Utara Lebih Dulu", *teasers))
    assert {unsigned[teaser] for teaser in teasers} == {"body"}


def test_dateline_of_a_release_is_no_caption() -> None:
    dateline = "BANDUNG, 3 Mei 2021 (Antara/PRNewswire) --"
    assert roles(article(TITLE, DATE, dateline, LEDE, SECOND))[dateline] == "body"
