"""Words and credits of pictures as they lie on the web: each habit with a page that needs its rule and one alike."""

import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, roles

from workbench.parse.captions import caption_rule
from workbench.parse.fold import fold

DATE = "Senin, 3 Mei 2021 10:15 WIB"
PICTURED = "Kapal peti kemas bersandar di dermaga utara pada musim angin barat."


@pytest.mark.parametrize(
    "line",
    [
        "Serangan balik ke dermaga, Sabtu (1/5/2021).--twitter.com/@akuncontoh",
        "DIGELAR DI DERMAGA - Warga menonton lomba perahu di tepi kanal, Minggu.--",
        "Penonton memadati dermaga selama parade kapal. REUTERS/Rara Wening",
        "AFP PHOTO/Dimas Wijaya",
        "Kementerian Perhubungan Laut via NV",
        "Foto: Nakhoda kapal peti kemas terbesar di teluk utara, Rara Wening (Dimas/koran)",
        "Tangkapan layar X/KoranContoh",
        "Parade kapal di teluk. (REUTERS/Rara Wening)",
    ],
)
def test_credits_of_pictures_are_known(line: str) -> None:
    assert caption_rule(line, fold(line)) is not None


@pytest.mark.parametrize(
    "line",
    ["Kapal itu dibeli dua tahun lalu-- dan dijual lagi", "Dermaga utara dan selatan dibuka / ditutup bergantian"],
)
def test_lines_without_a_credit_are_no_captions(line: str) -> None:
    assert caption_rule(line, fold(line)) is None


def test_photographers_sign_pictures_and_reporters_sign_stories() -> None:
    picture = "Parade kapal menutup perayaan di teluk utara. (REUTERS/Rara Wening)"
    found = article(TITLE, DATE, LEDE, SECOND, THIRD, picture, f"{SECOND} (Reuters/OL-6)", f"{THIRD} (bp)")
    assert roles(found)[picture] == "caption"
    assert roles(found)["(Reuters/OL-6)"] == "byline"
    assert found.authors == ()


@pytest.mark.parametrize("credit", ["Photo by Rara WENING / AFP", "Tangkapan layar X/KoranContoh"])
def test_the_words_below_a_lone_credit_are_the_pictures(credit: str) -> None:
    found = article(TITLE, "Editor: Dimas Wijaya", credit, PICTURED, "", f"KORANCONTOH.COM - {LEDE}", SECOND)
    assert roles(found)[credit] == "caption"
    assert roles(found)[PICTURED] == "caption"


def test_a_title_in_capitals_opens_the_words_of_a_picture_above_a_lede_with_its_dateline() -> None:
    titled = f"PULANG MELAUT - {PICTURED}"
    found = article(TITLE, "", "AFP/Rara Wening", titled, "", f"JAKARTA, KORANCONTOH.COM - {LEDE}", SECOND)
    assert roles(found)[titled] == "caption"
    assert found.dateline is not None
    assert found.dateline.of(found.text) == "JAKARTA"
    plain = article(TITLE, "", "AFP/Rara Wening", f"WAY KANAN - {LEDE}", "", SECOND)
    assert plain.dateline is not None
    assert plain.dateline.of(plain.text) == "WAY KANAN"


def test_words_on_both_sides_of_a_credit_are_the_pictures() -> None:
    found = article(TITLE, DATE, PICTURED, "Foto: KoranContoh/Rara", PICTURED, LEDE, SECOND)
    assert [line.role for line in found.lines] == ["headline", "timestamp", *["caption"] * 3, "body", "body"]
    other = article(TITLE, DATE, LEDE, PICTURED, SECOND, "Baca juga: Jembatan Gantung", SECOND)
    assert roles(other)[SECOND] == "body"


def test_who_is_pictured_is_no_headline_though_the_lede_begins_alike() -> None:
    pictured = "Menteri Perhubungan Laut, Dimas Wijaya"
    lede = f"{pictured} meninjau dermaga dan gudang pendingin sebelum kembali ke ibu kota pada Senin."
    found = article("Tinjau Dermaga Baru, Menteri Janjikan Tarif Murah", "-", pictured, lede, SECOND, THIRD)
    assert [line.role for line in found.lines[:3]] == ["headline", "navigation", "caption"]


def test_a_gallery_keeps_its_lede() -> None:
    pictures = [f"{words} (REUTERS/Rara Wening)" for words in (PICTURED, SECOND, THIRD, TITLE)]
    found = article("FOTO: Parade Kapal di Teluk", DATE, f"Jakarta, Koran Contoh -- {LEDE}", *pictures)
    assert found.dateline is not None
    assert [line.reason for line in found.lines[3:]] == ["gallery-caption"] * 4


@pytest.mark.parametrize("image", ["![](https://korancontoh.com/a.jpg?x=1)", '<image>data:x" alt="Dermaga"</image>'])
def test_pictures_that_a_converter_wrote_down_are_no_text(image: str) -> None:
    assert roles(article(TITLE, image, LEDE, SECOND))[image] == "navigation"


def test_copies_of_a_caption_may_differ_in_blanks() -> None:
    copy = "Kapal peti kemas bersandar di dermaga utara pada musim angin."
    alike = article(TITLE, DATE, copy.replace("kemas ", "kemas  "), f"{copy} /Reuters/", LEDE, SECOND)
    assert [line.role for line in alike.lines[2:4]] == ["caption", "caption"]
    other = article(TITLE, DATE, f"Dermaga {copy}", f"{copy} /Reuters/", LEDE, SECOND)
    assert [line.role for line in other.lines[2:4]] != ["caption", "caption"]
