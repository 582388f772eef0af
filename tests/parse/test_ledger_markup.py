"""Pages as content systems print them: bylines that claims vouch for, breadcrumbs, live reports, paywalls."""

import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, reasons, roles

from workbench.page import Claim
from workbench.parse.bylines import byline_rule
from workbench.parse.fold import fold
from workbench.parse.phrases import phrase_rule

DATE = "Senin, 3 Mei 2021 15:15 WIB"
BODY = (LEDE, "", SECOND, "", THIRD)


@pytest.mark.parametrize("line", ["Rara Wening , Kabar Teluk", "Rara Wening | Teluk", "RARA WENING"])
def test_line_that_begins_with_a_claimed_author_is_the_byline(line: str) -> None:
    found = article(TITLE, "", line, "", *BODY, claims=(Claim("author", "Rara Wening", "json-ld"),))
    assert roles(found)[line] == "byline"
    assert [author.name for author in found.authors] == ["Rara Wening"]
    assert found.claims == ()


def test_longer_name_or_deck_about_a_claimed_author_is_no_byline() -> None:
    claims = (Claim("author", "Rara Wening", "json-ld"),)
    deck = "Rara Wening memimpin delegasi dagang itu sejak tahun lalu dan akan pulang"
    assert roles(article(TITLE, "", deck, "", *BODY, claims=claims))[deck] != "byline"
    assert reasons(article(TITLE, "", "Rara Weningsih, Teluk", "", *BODY, claims=claims)).get("byline-claimed") is None


def test_account_that_markup_calls_the_author_vouches_for_no_byline() -> None:
    line = "Admin pelabuhan utara"
    assert (
        roles(article(TITLE, "", line, "", *BODY, claims=(Claim("author", "admin", "meta:author"),)))[line] != "byline"
    )


def test_several_names_beside_the_date_sign() -> None:
    found = article(TITLE, "", DATE, "", "Rara Wening, Bima Sakti", "", *BODY)
    assert [author.name for author in found.authors] == ["Rara Wening", "Bima Sakti"]


def test_several_regions_beside_the_date_do_not_sign() -> None:
    assert article(TITLE, "", DATE, "", "Sulawesi Selatan, Kalimantan Barat", "", *BODY).authors == ()


def test_several_of_whom_the_lede_tells_do_not_sign() -> None:
    told = f"Rara Wening menemui Bima Sakti di dermaga. {LEDE}"
    assert article(TITLE, "", DATE, "", "Rara Wening, Bima Sakti", "", told, "", SECOND).authors == ()


@pytest.mark.parametrize(
    "claim",
    [Claim("publisher", "Kabar Teluk", "meta:og:site_name"), Claim("headline", f"{TITLE} - Kabar Teluk", "title")],
)
def test_outlet_before_the_date_is_no_author(claim: Claim) -> None:
    line = "Kabar Teluk - 03/05/2021, 15:15 WIB"
    assert article(TITLE, line, "", *BODY, claims=(claim,)).authors == ()
    assert [author.name for author in article(TITLE, line, "", *BODY).authors] == ["Kabar Teluk"]


def test_way_to_the_headline_is_a_menu() -> None:
    trail = f"Home Ekonomi {TITLE}"
    assert reasons(article(trail, "", TITLE, "", DATE, "", *BODY))[trail] == "headline-repeated"


def test_words_above_the_text_with_outlet_and_photographer_in_brackets_are_the_pictures() -> None:
    shown = "Kapal peti kemas bersandar (Kabar Teluk/Bima Sakti)"
    assert roles(article(TITLE, "", DATE, "", shown, "", *BODY))[shown] == "caption"


def test_first_heading_of_a_live_report_is_its_own() -> None:
    heads = ("Sidang ditutup tanpa kesepakatan", "Delegasi tiba di pelabuhan")
    found = article(
        TITLE, DATE, "", "17.40 WIB", heads[0], SECOND, "", "09.10 WIB", heads[1], LEDE, "", "08.05 WIB", THIRD
    )
    assert {roles(found)[head] for head in heads} == {"body"}
    assert found.date_published is not None
    assert found.date_published.value == "2021-05-03T15:15+07:00"


def test_paragraph_that_a_paywall_cuts_short_is_the_articles() -> None:
    cut = "Rombongan itu terdiri atas empat puluh pengusaha dari sektor perikanan, pupuk..."
    appeal = "Lanjutkan membaca dengan berlangganan"
    found = article(TITLE, "", *BODY, "", cut, "", appeal, "", "Dapatkan akses tak terbatas ke semua artikel kami.")
    assert roles(found)[cut] == "body"
    assert roles(found)[appeal] == "promo"


def test_access_that_a_sentence_tells_of_is_no_appeal() -> None:
    line = "Dapatkan akses ke dermaga bukan perkara mudah bagi nelayan kecil."
    assert phrase_rule(line, fold(line)) is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Diposting oleh Bima Sakti di 15.15", "byline-oleh"),
        ("Ditulis oleh", "byline-role"),
        ("di", None),
        ("rw", None),
    ],
)
def test_who_posted_it_is_a_byline_and_a_preposition_none(line: str, rule: str | None) -> None:
    assert byline_rule(line, fold(line)) == (rule if line != "rw" else "byline-bare-initials")


def test_office_below_the_writers_name_is_part_of_the_byline() -> None:
    offices = ("Guru Besar Ekonomi Pelabuhan Universitas Teluk", "Direktur Kajian Pelayaran Universitas Teluk")
    found = article(TITLE, "", "Oleh: Rara Wening", *offices, "", *BODY)
    assert {roles(found)[office] for office in offices} == {"byline"}
    assert [author.name for author in found.authors] == ["Rara Wening"]


def test_name_above_an_office_signs() -> None:
    shown = "Kapal Nelayan di Dermaga Utara Teluk"
    found = article(TITLE, "", shown, "", "• Rara Wening", "", "Koresponden Asia Tenggara", "", *BODY)
    assert [author.name for author in found.authors] == ["Rara Wening"]
    assert roles(found)["Koresponden Asia Tenggara"] == "byline"


def test_deck_that_begins_with_an_office_is_no_byline() -> None:
    deck = "Dosen Universitas Teluk Meminta Tarif Dermaga Ditinjau Ulang"
    assert roles(article(TITLE, "", deck, "", *BODY))[deck] == "standfirst"


@pytest.mark.parametrize("line", ["oleh -78 views", "1.204 kali dilihat", "3,2k views"])
def test_counts_of_readers_are_controls(line: str) -> None:
    found = phrase_rule(line, fold(line))
    assert found is not None
    assert found.id == "menu"
    told = "78 kali dilihat nelayan, kapal itu hilang lagi."
    assert phrase_rule(told, fold(told)) is None
