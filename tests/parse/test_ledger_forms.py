"""Layouts met after the others: each rule with a line that it must read and one that looks alike."""

import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, roles

from workbench.page import Claim
from workbench.parse.bylines import byline_rule
from workbench.parse.fold import fold


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Senin, 3 Mei 2021 | 10:15 WITA", "2021-05-03T10:15+08:00"),
        ("Senin, 3 Mei 2021 | 10:15 WIT", "2021-05-03T10:15+09:00"),
    ],
)
def test_a_zone_is_read_to_its_last_letter(line: str, value: str) -> None:
    found = article(TITLE, line, "", LEDE, SECOND).date_published
    assert found is not None
    assert found.value == value


def test_what_is_glued_to_a_zone_is_cut_off() -> None:
    found = article(TITLE, "Senin, 3 Mei 2021 | 10:15 WITABagikan", "", LEDE, SECOND)
    assert {role for words, role in roles(found).items() if words.startswith("Senin")} == {"timestamp"}
    assert found.date_published is not None
    assert found.date_published.value == "2021-05-03T10:15+08:00"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Rara Wening, Jurnalis", "Rara Wening"),
        ("Rara Wening, Jurnalis · Senin 3 Mei 2021 10:15 WIB", "Rara Wening"),
        ("Rara Wening, KontanTV Indonesia", "Rara Wening"),
        ("Rara Wening • 3 Mei 2021", "Rara Wening"),
        ("Senin, 03-05-2021 | 10:15 WIB | Rara Wening", "Rara Wening"),
        ("Rara Wening, Senin 3 Mei 2021 10:15 WIB", "Rara Wening"),
    ],
)
def test_a_name_signs_beside_role_outlet_or_date(line: str, author: str) -> None:
    found = article(TITLE, line, "", LEDE, SECOND)
    assert [person.name for person in found.authors] == [author]
    assert roles(found)[line] in {"byline", "timestamp"}


@pytest.mark.parametrize(
    "line",
    [
        "Rara Wening, Wali Kota",
        "Terakhir Diperbarui 3 Mei 2021",
        "Menu Utama",
    ],
)
def test_what_looks_like_a_signature_signs_nothing(line: str) -> None:
    assert article(TITLE, line, "Senin, 3 Mei 2021", "", LEDE, SECOND).authors == ()


def test_a_hyphen_inside_a_word_parts_no_name_from_an_outlet() -> None:
    line = "Viral Nelayan Terobos Iring-iringan kapalPesiar"
    assert byline_rule(line, fold(line)) is None
    assert byline_rule("Rara Wening - koranContoh", "rara wening - korancontoh") == "byline-dash-outlet"


def test_two_authors_sign_before_a_date() -> None:
    found = article(TITLE, "Oleh Rara Wening dan Dimas Wijaya, 3 Mei 2021", "", LEDE, SECOND)
    assert [person.name for person in found.authors] == ["Rara Wening", "Dimas Wijaya"]


def test_the_role_below_a_name_says_whose_it_is() -> None:
    found = article(TITLE, "Rara Wening", "Penulis", "Dimas Wijaya", "Editor", "", LEDE, SECOND)
    assert [person.name for person in found.authors] == ["Rara Wening"]
    assert [person.name for person in found.editors] == ["Dimas Wijaya"]


def test_the_role_above_a_name_says_whose_it_is() -> None:
    found = article(TITLE, "Penulis", "Rara Wening", "Editor", "Dimas Wijaya", "", LEDE, SECOND)
    assert "Rara Wening" in [person.name for person in found.authors]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Keterangan gambar, Kapal peti kemas bersandar di dermaga utara.", "caption"),
        ("Sumber gambar, Rara Wening", "caption"),
        ("© Koran / Rara Wening", "caption"),
        ("Keterangan saksi itu dibacakan di depan hakim pelabuhan.", "body"),
        ("Waktu membaca: 5 menit", "navigation"),
        ("Harga naik menjadi 62,5 Miliar Dolar AS dari 3 Perusahaan. (1 dolar AS = 16.720 rupiah)", "body"),
        ("Kantor Bea Cukai Pelabuhan Utara dibuka pada 8 Desember 1999. ***", "body"),
        ("Lihat jadwal kapal lengkap di sini", "promo"),
    ],
)
def test_lines_between_paragraphs_are_told_apart(line: str, role: str) -> None:
    assert (
        roles(article(TITLE, "Senin, 3 Mei 2021", "", LEDE, SECOND, line, "", SECOND.replace("Mereka", "Tamu")))[line]
        == role
    )


def test_the_words_above_a_credit_are_a_caption() -> None:
    words = "Kapal peti kemas di dermaga utara"
    found = roles(article(TITLE, "Senin, 3 Mei 2021", words, "AFP/Rara Wening", "", LEDE, SECOND))
    assert (found[words], found["AFP/Rara Wening"]) == ("caption", "caption")


def test_a_deck_stands_above_the_picture() -> None:
    deck = "Tarif kontainer naik mulai bulan depan."
    found = roles(article(TITLE, "3 Mei 2021", deck, "Dermaga utara", "Foto: Rara Wening/AFP", "Iklan", LEDE, SECOND))
    assert (found[deck], found["Dermaga utara"], found[LEDE]) == ("standfirst", "caption", "body")


def test_points_below_the_headline_sum_up() -> None:
    points = ("• Tarif kontainer naik bulan depan.", "• Gudang pendingin ditambah.")
    found = roles(article(TITLE, "Rara Wening - KoranContoh", *points, LEDE, SECOND, THIRD))
    assert {found[point] for point in points} == {"standfirst"}
    assert found[LEDE] == "body"


def test_points_inside_the_article_are_its_own() -> None:
    points = ("• Tarif kontainer naik bulan depan.", "• Gudang pendingin ditambah.")
    found = roles(article(TITLE, "Rara Wening - KoranContoh", LEDE, *points, SECOND, THIRD))
    assert {found[point] for point in points} == {"body"}


def test_a_lede_that_opens_in_capitals_is_no_deck() -> None:
    lede = "GUBERNUR Budi Santika membuka dermaga baru di pelabuhan utara."
    found = roles(article(TITLE, "Senin, 3 Mei 2021 10:15 WIB", lede, LEDE, SECOND))
    assert found[lede] == "body"


def test_a_dateline_is_read_through_a_dash_decoded_wrongly() -> None:
    found = article(TITLE, "Senin, 3 Mei 2021 10:15 WIB", "", "Minsk â€“ " + SECOND, THIRD)
    assert found.dateline is not None
    assert found.dateline.place == "Minsk"


@pytest.mark.parametrize(
    ("lines", "role"),
    [(("Beranda / Ekonomi / Pelabuhan",), "kicker"), (("Beranda / Ekonomi", *["Kabar"] * 6), "navigation")],
)
def test_the_way_to_the_section_stands_right_above_the_headline(lines: tuple[str, ...], role: str) -> None:
    assert roles(article(*lines, TITLE, "Senin, 3 Mei 2021", "", LEDE, SECOND))[lines[0]] == role


def test_an_agency_alone_below_the_date_signs() -> None:
    assert roles(article(TITLE, "3 Mei 2021", "AFP", "", LEDE, SECOND))["AFP"] == "byline"


@pytest.mark.parametrize(
    ("claimed", "value"),
    [
        ("2021-05-03T10:15:00+08:00", "2021-05-03T10:15+08:00"),
        ("2021-05-03T03:15:00Z", "2021-05-03T10:15+07:00"),
        ("2021-05-03T09:00:00Z", "2021-05-03T10:15"),
        ("2021-05-03", "2021-05-03T10:15"),
    ],
)
def test_a_printed_clock_has_the_zone_of_the_instant_that_markup_states(claimed: str, value: str) -> None:
    claims = (Claim("date_published", claimed, "json-ld"),)
    found = article(TITLE, "Senin, 3 Mei 2021 10:15", "", LEDE, SECOND, claims=claims).date_published
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("lede", "closing", "place"),
    [
        ("DERMAGAKU - ", "Unduh aplikasi DERMAGAKU di gawai Anda sekarang, gratis di sini", None),
        ("DERMAGAKU - ", "Artikel ini telah tayang di Dermagaku.com", None),
        ("MINSK - ", "Ikuti berita Minsk di saluran WhatsApp kami.", "MINSK"),
        ("ORSHA - ", "Ikuti berita lainnya di saluran WhatsApp kami.", "ORSHA"),
    ],
)
def test_an_outlet_in_the_place_of_a_dateline_is_no_place(lede: str, closing: str, place: str | None) -> None:
    found = article(TITLE, "Senin, 3 Mei 2021", "", lede + LEDE, SECOND, "", closing).dateline
    assert (found.place if found else None) == place
