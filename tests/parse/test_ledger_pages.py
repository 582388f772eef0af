import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, reasons, roles

from workbench.page import Claim

PULL = "Gubernur Provinsi Tetangga Resmikan Jembatan Gantung Terpanjang di Pegunungan"


def test_plain_dump_is_headline_date_and_body() -> None:
    found = roles(article(TITLE, "", "Senin, 3 Mei 2021 | 10:15 WIB", "", LEDE, "", SECOND, "", THIRD))
    assert found == {
        TITLE: "headline",
        "Senin, 3 Mei 2021 | 10:15 WIB": "timestamp",
        LEDE: "body",
        SECOND: "body",
        THIRD: "body",
    }


def test_headline_of_another_story_between_paragraphs_is_a_pull() -> None:
    found = roles(article(TITLE, "", LEDE, "", "", "", PULL, "", SECOND, "", THIRD))
    assert found[PULL] == "pull"


def test_subheading_that_names_what_its_paragraph_tells_is_body() -> None:
    found = roles(article(TITLE, "", LEDE, "", "Dermaga dan Gudang", "", SECOND, "", THIRD))
    assert found["Dermaga dan Gudang"] == "body"


def test_headline_below_a_bare_label_is_a_pull_but_a_paragraph_is_not() -> None:
    found = roles(article(TITLE, "", LEDE, "Baca juga:", PULL, SECOND, "Baca Juga:", THIRD))
    assert (found["Baca juga:"], found[PULL], found[SECOND], found[THIRD]) == ("pull", "pull", "body", "body")


def test_inline_pull_is_cut_out_of_its_paragraph() -> None:
    pull = f"(Baca juga: {PULL})"
    found = roles(article(TITLE, "", LEDE, "", f"{SECOND} {pull} {THIRD}"))
    assert (found[SECOND], found[pull], found[THIRD]) == ("body", "pull", "body")


def test_byline_and_share_bar_glued_to_the_last_sentence_are_cut_off() -> None:
    found = article(TITLE, "", LEDE, f"{SECOND}Laporan: RedaksiBagikan")
    assert [(line.line, line.role) for line in found.lines] == [
        (0, "headline"),
        (2, "body"),
        (3, "body"),
        (3, "byline"),
        (3, "navigation"),
    ]


def test_header_line_glued_to_the_lede_is_cut_off() -> None:
    found = roles(article(TITLE, "", f"Maritim | 3 Mei 2021, 10:15 WIB{LEDE}", "", SECOND))
    assert (found["Maritim | 3 Mei 2021, 10:15 WIB"], found[LEDE]) == ("timestamp", "body")


def test_initials_behind_the_last_sentence_are_a_byline() -> None:
    assert roles(article(TITLE, "", LEDE, f"{SECOND} (abc/de)"))["(abc/de)"] == "byline"


def test_words_in_brackets_inside_a_sentence_are_no_initials() -> None:
    lede = LEDE.replace("kontainer baru.", "kontainer (peti kemas)")
    assert all(line.role != "byline" for line in article(TITLE, "", lede, "", SECOND).lines)


def test_list_of_related_stories_after_the_body_is_left_out_with_its_dates() -> None:
    found = roles(article(TITLE, "", LEDE, SECOND, THIRD, "Berita Terkait", PULL, "17 Maret 2025", "2 jam yang lalu"))
    assert {found[PULL], found["17 Maret 2025"], found["2 jam yang lalu"]} == {"related"}


def test_menu_above_the_headline_is_navigation_and_a_lone_section_a_kicker() -> None:
    menu = ["Warta", "Ekonomi", "Gaya Hidup", "Otomotif", "Kuliner", "Zodiak"]
    found = roles(article(*menu, "Berita Maritim", TITLE, "3 Mei 2021, 10:15", LEDE, SECOND))
    assert {found[label] for label in menu} == {"navigation"}
    assert (found["Berita Maritim"], found[TITLE]) == ("kicker", "headline")
    assert roles(article("Maritim", TITLE, "3 Mei 2021, 10:15", LEDE, SECOND))["Maritim"] == "kicker"


def test_headline_is_the_line_that_markup_claims() -> None:
    other = "Delegasi Dagang Tiba di Pelabuhan untuk Bahas Tarif"
    claim = Claim("headline", TITLE, "json-ld")
    found = article(other, "", TITLE, "", LEDE, SECOND, claims=(claim,))
    assert found.headline is not None
    assert found.headline.of(found.text) == TITLE


def test_page_without_a_headline_has_none() -> None:
    assert article(LEDE, "", SECOND, "", THIRD).headline is None


def test_headline_printed_again_or_cut_short_is_navigation() -> None:
    found = reasons(article(TITLE, "3 Mei 2021, 10:15", f"{TITLE[:20]}...", LEDE, SECOND))
    assert found[f"{TITLE[:20]}..."] == "headline-truncated"
    twice = article(TITLE, TITLE, "3 Mei 2021, 10:15", LEDE, SECOND)
    assert sorted(line.role for line in twice.lines[:2]) == ["headline", "navigation"]


def test_deck_above_byline_is_a_standfirst() -> None:
    deck = "Tarif baru berlaku setelah nota kesepahaman diteken"
    found = article(TITLE, deck, "Penulis: Wira Adipati", LEDE, SECOND)
    assert found.alternative_headline is not None
    assert found.alternative_headline.of(found.text) == deck


def test_dateline_ends_the_header() -> None:
    deck = "Kunjungan itu merupakan yang pertama dalam sepuluh tahun terakhir bagi kedua negara."
    found = roles(article(TITLE, "", deck, f"SURABAYA - {LEDE}", SECOND))
    assert (found[deck], found[f"SURABAYA - {LEDE}"]) == ("standfirst", "body")


def test_dateline_alone_on_its_line_is_body_and_gives_the_place() -> None:
    found = article(TITLE, "", "Surabaya -", "", LEDE, "", SECOND)
    assert roles(found)["Surabaya -"] == "body"
    assert found.dateline is not None
    assert found.dateline.place == "Surabaya"


@pytest.mark.parametrize(
    "caption",
    [
        "Kapal peti kemas bersandar di dermaga utara (Foto: Rara Wening)",
        "Kapal peti kemas bersandar di dermaga utara. Foto/Rara",
        "Rara Wening/Net",
        "ILUSTRASI. Kapal peti kemas di dermaga utara",
        "Kapal peti kemas bersandar di dermaga utara [REUTERS / Rara Wening]",
        "Kapal peti kemas bersandar di dermaga utara. (twitter.com/pelabuhan)",
        "Kapal peti kemas bersandar di dermaga utara. ANTARA FOTO/Rara Wening/wsj.",
        "Kapal peti kemas bersandar di dermaga utara. (Instagram/pelabuhan_utara)",
        "Menteri Perdagangan Wira Adipati (kiri) saat meninjau dermaga utara",
    ],
)
def test_picture_credit_makes_a_caption(caption: str) -> None:
    assert roles(article(TITLE, "", caption, "", LEDE, "", SECOND))[caption] == "caption"


def test_paragraph_below_a_bare_credit_is_its_caption() -> None:
    caption = "Kapal peti kemas (kiri) bersandar di dermaga utara pada akhir pekan lalu."
    found = roles(article(TITLE, "Penulis: Wira Adipati", "RARA WENING / AFP", caption, LEDE, SECOND))
    assert found[caption] == "caption"


def test_paragraph_below_a_captioned_picture_is_body() -> None:
    caption = "Kapal bersandar di dermaga utara (Foto: Rara/KCT)"
    found = roles(article(TITLE, "Penulis: Wira Adipati", caption, LEDE, SECOND))
    assert (found[caption], found[LEDE]) == ("caption", "body")


def test_last_paragraph_signed_by_an_agency_is_no_caption() -> None:
    last = "Kementerian menolak berkomentar mengenai tarif itu. (AFP)"
    found = roles(article(TITLE, "", LEDE, "", SECOND, "", last))
    assert found[last.removesuffix(" (AFP)")] == "body"


def test_gallery_keeps_its_captions() -> None:
    captions = [f"Pekerja memeriksa muatan di gudang nomor {number}. (Foto: Rara Wening)" for number in range(1, 6)]
    found = article(TITLE, "", *captions)
    assert [line.role for line in found.lines[1:]] == ["body"] * 5
    assert found.sentences


def test_repeated_paragraph_counts_once_and_is_noticed() -> None:
    found = article(TITLE, "", LEDE, "", SECOND, "", THIRD, "", SECOND)
    assert [notice.code for notice in found.notices] == ["repeated-paragraph"]
    assert [sentence.of(found.text) for sentence in found.sentences].count(SECOND) == 1


def test_line_cut_short_at_the_end_of_a_dump_is_body() -> None:
    cut = "Menurut juru bicara kementerian tarif itu akan"
    assert reasons(article(TITLE, "", LEDE, "", SECOND, "", cut))[cut] == "cut-short"
    assert reasons(article(TITLE, "", LEDE, "", SECOND, "ADVERTISEMENT", cut))[cut] == "cut-short"
    assert roles(article(TITLE, "", LEDE, "", SECOND, "Populer", cut))[cut] == "related"


def test_pager_does_not_end_the_article() -> None:
    found = roles(article(TITLE, "", LEDE, "", SECOND, "", "2 dari 3 halaman", "", "Dermaga Baru", "", THIRD))
    assert (found["2 dari 3 halaman"], found["Dermaga Baru"], found[THIRD]) == ("navigation", "body", "body")


def test_line_breaks_left_as_text_part_the_paragraphs() -> None:
    found = roles(article(TITLE, "", f"{LEDE} <br /> <br />{SECOND} <br />Baca juga {PULL}"))
    assert (found[LEDE], found[SECOND], found[f"Baca juga {PULL}"]) == ("body", "body", "pull")


def test_outlets_own_furniture_decides() -> None:
    found = reasons(article(TITLE, "", LEDE, "", "Jadilah pembaca pertama", "", SECOND))
    assert found["Jadilah pembaca pertama"] == "outlet-lain"


def test_page_of_ledes_with_different_days_is_an_index() -> None:
    ledes = [f"Rapat tarif nomor {day} digelar di gedung pelabuhan utara pada Senin ({day}/5)." for day in range(1, 6)]
    found = article(*ledes)
    assert not found.is_article
    assert [notice.code for notice in found.notices] == ["index-page"]
    assert article(TITLE, "", *ledes[:2], SECOND, THIRD).is_article


@pytest.mark.parametrize("url", ["https://korancontoh.com/tag/tarif", "https://korancontoh.com/search?q=tarif"])
def test_address_of_an_index_is_no_article(url: str) -> None:
    assert not article(TITLE, "", LEDE, "", SECOND, url=url).is_article


def test_address_that_merely_holds_the_word_tag_is_an_article() -> None:
    assert article(TITLE, "", LEDE, "", SECOND, url="https://korancontoh.com/2021/tagihan-tarif").is_article


def test_heading_of_an_archive_makes_an_index() -> None:
    assert not article("Kategori: Maritim", "", TITLE, "", LEDE, "", SECOND).is_article
    assert article("Maritim", "", TITLE, "", LEDE, "", SECOND).is_article


def test_page_without_running_text_is_no_article() -> None:
    found = article("#tarif kontainer di pelabuhan utara")
    assert not found.is_article
    assert [notice.code for notice in found.notices] == ["no-body"]


def test_language_other_than_indonesian_is_noticed() -> None:
    found = article("The delegation said on Monday that it was in the port for talks with the owners of the ships.")
    assert found.language == "en"
    assert "not-indonesian" in [notice.code for notice in found.notices]


def test_id_depends_on_the_text_alone() -> None:
    assert article(LEDE).id == article(LEDE, url="https://lain.id/a").id != article(SECOND).id
    assert len(article(LEDE).id) == 16


def test_address_of_the_page_is_kept() -> None:
    assert article(LEDE, url="https://lain.id/a").url == "https://lain.id/a"
    assert article(LEDE).url is None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "/berita/1", "tanpa alamat"])
def test_what_is_no_web_address_is_no_address(url: str) -> None:
    assert article(LEDE, url=url).url is None


def test_sentence_with_a_slash_is_no_credit() -> None:
    dated = "Kapal itu berlayar dengan kecepatan 20 km/jam menuju dermaga."
    assert roles(article(TITLE, "", LEDE, "", dated, "", SECOND))[dated] == "body"
