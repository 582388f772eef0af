"""Furniture that is known by its words alone, and pictures by the verb that they lack."""

import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, roles

from workbench.parse.fold import fold
from workbench.parse.furniture_words import VOCABULARIES
from workbench.parse.header_pictures import tells
from workbench.parse.phrases import RULES, phrase_rule

BODY = (LEDE, SECOND, THIRD)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Belum punya akun? Daftar di sini", "menu"),
        ("No more results to show", "menu"),
        ("MasukDaftarCari", "menu"),
        ("Subuh 04:35", "menu"),
        ("Artikel Terpopuler Bulan Ini", "related-label"),
        ("Kabar lainnya yang menarik", "related-label"),
        ("Simak Kabar Lainnya", "related-label"),
        ("Dapatkan kabar terbaru", "appeal"),
        ("Salin tautan artikel ini", "share-bar"),
        ("Beri komentar pertama", "comments-label"),
        ("Hubungi Kami Karir Pasang Iklan", "small-print"),
        ("Nikmati artikel eksklusif setiap pagi, gratis di aplikasi Koran Contoh.", "appeal"),
        ("Ingin kabar pelabuhan? Pantau terus kanal WhatsApp kami sekarang", "appeal"),
    ],
)
def test_a_line_of_furniture_is_known_by_its_words(line: str, rule: str) -> None:
    found = phrase_rule(line, fold(line))
    assert found is not None
    assert found.id == rule


@pytest.mark.parametrize(
    "line",
    [
        "Daftar tamu dibaca sekarang",
        "Menu makan siang delegasi",
        "3. Selanjutnya",
        "Editor: Redaksi",
        "Komentar pedas sang nakhoda",
        "Berita Pelabuhan Terbaru",
        "Unduh aplikasi pelabuhan di ponsel, lalu klik tautan dalam email.",
        "Jika mendapat tautan lewat WhatsApp, jangan klik sebelum ada informasi.",
        "Ikuti aturan pelayaran, pesan syahbandar kepada para nelayan.",
        'Baca aturan di situs web kami," kata syahbandar kepada pembaca.',
        "Untuk warga pesisir, informasi cuaca diumumkan dua kali sehari.",
    ],
)
def test_words_of_the_news_are_left(line: str) -> None:
    assert phrase_rule(line, fold(line)) is None


def test_every_vocabulary_belongs_to_a_rule() -> None:
    assert set(VOCABULARIES) <= {rule.id for rule in RULES}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Menteri Perhubungan bersama nakhoda di dermaga utara", False),
        ("Gudang pendingin baru di pelabuhan", False),
        ("Menteri Perhubungan meninjau gudang pendingin", True),
        ("Tarif kontainer akan naik", True),
        ("Nakhoda minta maaf", True),
    ],
)
def test_a_sentence_tells_by_its_verb(sentence: str, *, expected: bool) -> None:
    assert tells(sentence) is expected


def test_words_without_a_verb_right_above_the_text_are_the_pictures() -> None:
    dated = "Senin, 3 Mei 2021 10:15 WIB"
    shown = "Gudang pendingin baru di dermaga utara"
    told = "Tarif kontainer naik mulai bulan depan bagi semua kapal"
    assert roles(article(TITLE, dated, shown, *BODY))[shown] == "caption"
    assert roles(article(TITLE, dated, told, *BODY))[told] == "standfirst"
    assert roles(article(TITLE, shown, dated, *BODY))[shown] == "standfirst"


def test_a_line_above_the_headline_is_another_story_only_where_several_are() -> None:
    site = "Koran Contoh adalah koran warga pesisir yang terbit saban pagi"
    first, second = "Harga Ikan Naik Menjelang Libur Panjang", "Jembatan Gantung Terpanjang di Hulu Segera Diresmikan"
    assert roles(article(site, TITLE, "", *BODY))[site] == "navigation"
    found = roles(article(first, second, "", TITLE, "Senin, 3 Mei 2021 10:15 WIB", "", *BODY))
    assert (found[first], found[second], found[TITLE]) == ("related", "related", "headline")
