import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, reasons, roles

from workbench.parse.bylines import byline_rule
from workbench.parse.captions import caption_rule
from workbench.parse.dateline import read_dateline
from workbench.parse.fold import fold

FACTS = ("• Panjang dermaga: 300 meter", "• Kedalaman: 12 meter")


def test_facts_with_bullets_below_a_colon_belong_to_the_body() -> None:
    found = roles(article(TITLE, "", LEDE, "Data singkat:", *FACTS, SECOND, THIRD))
    assert {found["Data singkat:"], found[FACTS[0]], found[FACTS[1]], found[SECOND]} == {"body"}


def test_bullets_below_a_label_of_links_are_pulls() -> None:
    links = ("• Jembatan Gantung Diresmikan Gubernur", "• Bandara Perintis Dibuka Bulan Depan")
    found = roles(article(TITLE, "", LEDE, "Baca juga:", *links, SECOND, THIRD))
    assert {found[links[0]], found[links[1]]} == {"pull"}


def test_days_between_paragraphs_head_the_parts_of_a_chronicle() -> None:
    found = reasons(article(TITLE, "", LEDE, "2 April 2021", SECOND, "30 April 2021", THIRD))
    assert (found["2 April 2021"], found["30 April 2021"], found[THIRD]) == (
        "dated-heading",
        "dated-heading",
        "paragraph",
    )


def test_one_day_behind_the_text_dates_something_else() -> None:
    assert reasons(article(TITLE, "", LEDE, SECOND, "2 April 2021", THIRD))["2 April 2021"] != "dated-heading"


def test_clock_times_above_paragraphs_are_a_live_reports_entries() -> None:
    found = roles(article(TITLE, "", LEDE, "16.40 WIB", "Sidang Ditutup", SECOND, "14.05 WIB", THIRD))
    assert (found["16.40 WIB"], found[SECOND], found[THIRD]) == ("timestamp", "body", "body")


def test_clock_times_below_titles_date_other_stories() -> None:
    other = "Jembatan Gantung Terpanjang Diresmikan Gubernur"
    found = roles(article(TITLE, "", LEDE, SECOND, "Berita Terkait", other, "16.40 WIB", other, "14.05 WIB"))
    assert found["16.40 WIB"] == "related"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Ditulis oleh Ratih Puspita", "byline-oleh"),
        ("Ditulis oleh sejarawan, buku itu laris.", None),
        ("Rep: Fitri Handayani/ Red: Agung Wibowo", "byline-label"),
        ("Republik itu: negeri tanpa laut", None),
        ("Raka Aditya - KoranContoh", "byline-dash-outlet"),
        ("Raka Aditya - Juara", None),
        ("by admin", "byline-role"),
        ("*) Penulis adalah dosen hubungan internasional", "byline-about-author"),
        ("*Nadia Pratiwi, peneliti di sebuah lembaga kajian", "byline-about-author"),
        ("* Harga belum termasuk pajak", None),
        ("| Editor Sri Mulat", "byline-role-name"),
        ("Penulis Rara Wening", "byline-role-name"),
        ("Penulis buku itu hadir", None),
        ("(Kc-12)", "byline-initials"),
        ("(Kelas 12)", None),
    ],
)
def test_a_byline_is_told_from_a_line_that_looks_alike(line: str, rule: str | None) -> None:
    assert byline_rule(line, fold(line)) == rule


@pytest.mark.parametrize(("line", "is_caption"), [("Istimewa", True), ("Istimewa sekali sambutan itu", False)])
def test_a_credit_alone_is_a_caption(line: str, *, is_caption: bool) -> None:
    assert (caption_rule(line, fold(line)) is not None) == is_caption


@pytest.mark.parametrize(
    ("lede", "place"),
    [
        ("Jakarta, 14 Maret 2031 – Kementerian itu menerima delegasi dagang.", "Jakarta"),
        ("Maret 2031 – Kementerian itu menerima delegasi dagang.", None),
        ("Kupang, 9/7 (KBC) - Duta besar meninjau tambak garam.", "Kupang"),
        ("Minsk, Belarus: Duta besar mengajak warga melapor.", "Minsk, Belarus"),
        ("KBC, Mataram: Kedutaan menawarkan beasiswa.", "Mataram"),
        ("Traktor, Keju: Dua barang itu laris di pameran.", None),
    ],
)
def test_a_dateline_may_hold_the_day_with_its_year(lede: str, place: str | None) -> None:
    opening = read_dateline(lede, 0, len(lede))
    assert (opening.dateline.place if opening and opening.dateline else None) == place


def test_the_editors_alone_are_a_byline_only_right_below_the_headline() -> None:
    assert roles(article(TITLE, "Redaksi", "3 Mei 2021, 10:15 WIB", LEDE, SECOND))["Redaksi"] == "byline"
    assert roles(article(TITLE, LEDE, SECOND, THIRD, "Redaksi", "Pedoman Media Siber"))["Redaksi"] == "footer"


def test_a_name_in_capitals_below_oleh_wrote_it() -> None:
    found = article(TITLE, "Oleh", "LARAS WENING", "3 Mei 2021, 10:15 WIB", LEDE, SECOND)
    assert [person.name for person in found.authors] == ["Laras Wening"]


def test_a_story_in_pictures_says_so_in_its_headline() -> None:
    title = "Foto: Delegasi Dagang Tinjau Dermaga Pelabuhan"
    assert roles(article(title, "3 Mei 2021, 10:15 WIB", LEDE, SECOND, THIRD))[title] == "headline"
    caption = "Foto: Delegasi dagang di dermaga. Antara"
    assert roles(article(TITLE, "3 Mei 2021, 10:15 WIB", caption, LEDE, SECOND, THIRD))[caption] == "caption"


def test_the_agency_that_signs_the_last_paragraph_is_cut_off() -> None:
    found = roles(article(TITLE, "", LEDE, SECOND, f"{THIRD} (Reuters)"))
    assert (found[THIRD], found["(Reuters)"]) == ("body", "byline")


def test_words_in_brackets_inside_the_text_stay() -> None:
    assert (
        roles(article(TITLE, "", LEDE, f"{SECOND} (Ketiganya hadir.)", THIRD))[f"{SECOND} (Ketiganya hadir.)"] == "body"
    )


def test_text_glued_behind_an_agencys_initials_is_cut_off() -> None:
    summary = f"{LEDE} {THIRD}"
    found = roles(article(TITLE, "", f"{summary} (Reuters/abc){SECOND}", "", THIRD))
    assert (found[summary], found["(Reuters/abc)"], found[SECOND]) == ("body", "byline", "body")


def test_a_section_above_a_fence_of_links_is_none_of_the_articles_words() -> None:
    found = roles(
        article(TITLE, "", LEDE, "Ekonomi", "----------", "Baca Juga", "Harga Gabah Naik", "----------", SECOND)
    )
    assert found["Ekonomi"] == "navigation"
    assert roles(article(TITLE, "", LEDE, "Ekonomi", SECOND, THIRD))["Ekonomi"] == "body"


@pytest.mark.parametrize(
    ("line", "role"),
    [("Mungkin 24, 2021, 12: 03 AM", "timestamp"), ("Mungkin 24 Tahun Lagi Baru Selesai", "standfirst")],
)
def test_a_date_that_a_machine_translated_is_a_date_line(line: str, role: str) -> None:
    assert roles(article(TITLE, line, LEDE, SECOND, THIRD))[line] == role
