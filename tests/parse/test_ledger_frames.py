"""What frames a story, at outlets nobody listed: the day of the visit, decks, credits, excerpts and lists."""

import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, reasons, roles

from workbench.parse.bylines import byline_rule, is_name
from workbench.parse.captions import caption_rule
from workbench.parse.dateline import is_dateline_alone, read_dateline
from workbench.parse.fold import fold
from workbench.parse.language import language_of
from workbench.parse.phrases import phrase_rule

BODY = (LEDE, SECOND, THIRD)
DATED = "Senin, 3 Mei 2021 10:15 WIB"
DECK = "Tarif yang baru berlaku bagi semua kapal yang bersandar di dermaga utara."


def test_a_day_above_the_headline_that_dates_nothing_is_the_visits() -> None:
    visit = "Jumat, 26 April 2024"
    found = article(visit, "Niaga", TITLE, DATED, *BODY)
    assert reasons(found)[visit] == "masthead-date"
    assert found.date_published is not None
    assert found.date_published.value == "2021-05-03T10:15+07:00"
    alone = article(DATED, TITLE, *BODY)
    assert roles(alone)[DATED] == "timestamp"


def test_a_clock_that_opens_the_page_yields_to_a_day_told_without_a_year() -> None:
    visit = "Jumat, 26 April 2024 | 07:35"
    told = "Delegasi dagang tiba di pelabuhan itu pada Selasa (19/10) untuk membahas tarif kontainer baru."
    found = article(visit, TITLE, told, SECOND, THIRD)
    assert (roles(found)[visit], found.date_published) == ("navigation", None)
    same = "Delegasi dagang tiba di pelabuhan itu pada Kamis (25/4) untuk membahas tarif kontainer baru."
    kept = article(visit, TITLE, same, SECOND, THIRD)
    assert kept.date_published is not None
    assert (roles(kept)[visit], kept.date_published.value) == ("timestamp", "2024-04-26T07:35")


def test_what_stands_between_headline_and_byline_is_a_deck() -> None:
    by, credit = "Penulis: Rara Wening", "Bima Sakti/AFP"
    shown = "Ketua asosiasi pelayaran saat meninjau dermaga utara bersama para nakhoda kapal barang."
    assert roles(article(TITLE, DECK, by, credit, shown, *BODY))[DECK] == "standfirst"
    assert roles(article(TITLE, DECK, SECOND, THIRD, by))[DECK] == "body"


def test_one_sentence_between_headline_and_picture_is_a_deck_unless_it_tells_a_day() -> None:
    picture = "Dermaga utara dipadati kapal barang. (Foto: Antara)"
    assert roles(article(TITLE, DECK, picture, *BODY))[DECK] == "standfirst"
    assert roles(article(TITLE, LEDE, picture, SECOND, THIRD))[LEDE] == "body"


def test_the_words_beside_a_lone_credit_are_the_pictures() -> None:
    shown = "Seorang pekerja memeriksa derek di dermaga utara."
    first = f"SURABAYA - {LEDE}"
    assert roles(article(TITLE, "", "Foto : AP", "", shown, "", first, SECOND))[shown] == "caption"
    assert roles(article(TITLE, DATED, shown, "Foto: Rara Wening", first, SECOND))[shown] == "caption"
    assert roles(article(TITLE, shown, DATED, "Foto: Rara Wening", first, SECOND))[shown] == "standfirst"


def test_excerpts_of_other_stories_below_the_text_are_no_part_of_it() -> None:
    excerpts = (
        "Dinas Perikanan mencatat empat belas perahu karam sepanjang musim barat, dan nelayan diminta menunda...",
        "Bupati angkat bicara soal jembatan gantung yang putus pekan lalu di hulu...",
    )
    found = roles(article(TITLE, DATED, *BODY, *excerpts))
    assert {found[excerpt] for excerpt in excerpts} == {"related"}
    assert roles(article(TITLE, DATED, *BODY, excerpts[0]))[excerpts[0]] == "body"


def test_headings_of_lists_right_above_the_headline_are_sections() -> None:
    found = roles(article("Berita Utama", TITLE, DATED, *BODY))
    assert found["Berita Utama"] == "kicker"
    assert roles(article("Kilas Kabar:", TITLE, DATED, *BODY))["Kilas Kabar:"] == "navigation"


def test_a_windows_title_in_other_capitals_yields_to_the_headline() -> None:
    window = f"{TITLE.title()} | Koran Contoh"
    found = roles(article(window, "", TITLE, DATED, *BODY))
    assert (found[window], found[TITLE]) == ("navigation", "headline")
    framed = f"hit counter {TITLE} - Koran Contoh"
    assert roles(article(framed, "", TITLE, DATED, *BODY))[framed] == "navigation"


@pytest.mark.parametrize(
    "top",
    [
        ("Koran Contoh: Niaga", "Tampilkan postingan dengan label Niaga. Tampilkan semua postingan"),
        ("Kabar Niaga", "", "Kabar Niaga (121)"),
    ],
)
def test_labels_and_counted_sections_are_lists(top: tuple[str, ...]) -> None:
    assert not article(*top, "", TITLE, *BODY).is_article


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Ketua asosiasi saat jumpa pers di dermaga / Koran.id / Rara Wening", "caption-credit"),
        ("Instagram/@rarawening", "caption-credit"),
        ("Tarif angkutan darat / laut / udara", None),
    ],
)
def test_sites_and_accounts_behind_strokes_credit_a_picture(line: str, rule: str | None) -> None:
    assert caption_rule(line, fold(line)) == rule


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (
            "Artikel ini disadur dari: https://korancontoh.com/2021/05/03/tarif-kontainer-baru-di-pelabuhan",
            "byline-source",
        ),
        ("Berita ini telah dikutip dari Koran Contoh", "byline-source"),
        ("Artikel ini dikutip dari pernyataan syahbandar", None),
    ],
)
def test_a_note_on_whose_text_it_is_signs(line: str, rule: str | None) -> None:
    assert byline_rule(line, fold(line)) == rule


@pytest.mark.parametrize(
    ("line", "rule"),
    [("PROMOTED: Sambal Botol Asal Desa Tembus Pasar", "advert"), ("12 comments", "comments-label"), ("Top", "menu")],
)
def test_more_wording_of_furniture(line: str, rule: str) -> None:
    found = phrase_rule(line, fold(line))
    assert found is not None
    assert found.id == rule


def test_outlets_stand_before_and_behind_the_place_of_a_dateline() -> None:
    text = "WARTASAMUDRA || Jakarta || Delegasi dagang tiba di pelabuhan itu pada Senin."
    opening = read_dateline(text, 0, len(text))
    assert opening is not None
    assert opening.dateline is not None
    assert opening.dateline.of(text) == "Jakarta"
    assert is_dateline_alone("Jakarta, CNN Indonesia")
    assert not is_dateline_alone("Jakarta, Kota Dagang")


def test_a_war_signs_nothing_and_one_word_of_malay_is_not_the_language() -> None:
    assert not is_name("Oil Price War")
    assert (
        language_of("Turut hadir dalam acara itu nakhoda dan selepas itu mereka meninjau dermaga pada Jumat.") == "id"
    )
