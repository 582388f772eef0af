"""Layouts of pages as they lie on the web: each habit with a page that needs its rule and one that looks alike."""

import pytest
from parse_builders import LEDE, SECOND, THIRD, TITLE, article, page, reasons, roles

from workbench.codebook import Publisher
from workbench.parse import compile_outlets, parse_article
from workbench.parse.bylines import byline_rule, is_name
from workbench.parse.dateline import is_dateline_alone, read_dateline
from workbench.parse.fold import fold
from workbench.parse.language import language_of
from workbench.parse.phrases import phrase_rule

DATE = "Senin, 3 Mei 2021 10:15 WIB"
PICTURED = "Kapal peti kemas bersandar di dermaga utara pada musim angin barat."


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Harus baca : Jembatan Gantung Diresmikan", "pull-label"),
        ('- <link type="page"><caption> Jembatan gantung</caption></link>', "pull-label"),
        ("Please enter your comment!", "comments-label"),
        ("Komentar & Reaksi", "comments-label"),
        ("44.1k Followers", "share-bar"),
        ("Close Banner Apps KoranContoh.com", "menu"),
        ("Text Sizes", "menu"),
        ("» Klik berita lainnya di Google News Koran Contoh", "appeal"),
        ("Join grup Telegram Koran Contoh untuk kabar pelabuhan", "appeal"),
        ("Artikel telah tayang dengan judul Port Tariffs", "appeal"),
        ("Mengenai Kami", "small-print"),
        ("Latest articles", "related-label"),
        ("Tidak ada komentar:", "comments-label"),
        ("Cek berita dan artikel lain di", "appeal"),
    ],
)
def test_furniture_found_on_the_web_is_known(line: str, rule: str) -> None:
    found = phrase_rule(line, fold(line))
    assert found is not None
    assert found.id == rule


@pytest.mark.parametrize(
    "line",
    [
        "Harus baca doa sebelum melaut, pesan nakhoda tua itu.",
        "Klik berita itu dibuka ribuan kali sebelum dihapus.",
        "Join venture itu dibubarkan tahun lalu.",
        "Komentar dan reaksi warga disampaikan lewat surat terbuka.",
        "Artikel itu telah tayang dan dibaca ribuan orang.",
    ],
)
def test_sentences_that_look_like_that_furniture_are_left(line: str) -> None:
    assert phrase_rule(line, fold(line)) is None


def test_a_series_name_above_the_headline_is_its_kicker() -> None:
    headline = "Nelayan Tua Itu Masih Menunggu Kabar Kapal yang Hilang di Teluk Utara"
    lede = "Nama kapal itu Harapan Tarif Pelabuhan. Kabar terakhir datang dari dermaga dua pekan silam."
    found = article("Sengketa Tarif Pelabuhan", "", headline, "", lede, SECOND, THIRD)
    assert [line.role for line in found.lines[:2]] == ["kicker", "headline"]


def test_a_headline_may_have_two_words() -> None:
    lede = "Dermaga utara tenggelam sejak Senin. Warga mengungsi ke gudang pendingin di tepi kota."
    assert roles(article("Dermaga Tenggelam", lede, SECOND, THIRD))["Dermaga Tenggelam"] == "headline"


@pytest.mark.parametrize("last", ["korancontoh", "Belta."])
def test_a_first_paragraph_broken_before_a_name_is_no_headline(last: str) -> None:
    broken = '"Kami menunggu tarif baru itu," kata kepala pelabuhan pada Senin (3/5/2021), seperti dikutip dari'
    found = article(broken, last, SECOND, THIRD)
    assert found.headline is None
    assert roles(found)[last] == "body"


def test_a_later_pages_summary_opens_no_body() -> None:
    summary = "TARAKAN – Lima kapal peti kemas akan bersandar di dermaga utara, Kalimantan Utara, selama kurang lebih"
    found = article(TITLE, SECOND, THIRD, f"{SECOND} Kabar itu baru.", LEDE, summary, "- Jembatan Gantung Diresmikan")
    assert roles(found)[SECOND] == "body"
    assert found.dateline is None


def test_other_stories_cut_short_below_the_last_paragraph_are_left_out() -> None:
    teaser = "JAKARTA, KORANCONTOH.COM - Musim ikan selalu dipenuhi kapal kecil dari pulau seberang untu..."
    lede = f"SURABAYA, KORANCONTOH.COM - {LEDE}"
    found = article(TITLE, lede, SECOND, THIRD, "Empat Musim Ikan di Negeri Tetangga", teaser)
    assert roles(found)[teaser] == "related"
    trailing = f"{SECOND[:-1]}..."
    assert roles(article(TITLE, lede, SECOND, THIRD, trailing))[trailing] == "body"


def test_the_day_on_which_a_page_was_fetched_is_not_its_articles() -> None:
    lines = (TITLE, "", "Penulis: Rara Wening", "", LEDE, SECOND, THIRD)
    fetched = article("Selasa, 28 September 2021", "", *lines).date_published
    printed = article("Rabu, 5 Mei 2021", "", *lines).date_published
    assert fetched is not None
    assert (fetched.value, fetched.basis) == ("2021-05-03", "inferred")
    assert printed is not None
    assert (printed.value, printed.basis) == ("2021-05-05", "stated")


def test_days_without_a_year_tell_a_fetched_page_where_they_fit_no_year_near_it() -> None:
    lede = "Delegasi dagang tiba di pelabuhan itu pada Kamis (25/11) untuk membahas tarif kontainer."
    assert article("Sabtu, 5 April 2025", "", TITLE, "", lede, SECOND, THIRD).date_published is None


def test_the_day_of_an_embedded_post_is_not_the_articles() -> None:
    post = "— Syahbandar (@akuncontoh) February 8, 2020"
    found = article(TITLE, LEDE, "Dermaga ditutup sampai pagi, mohon bersabar #teluk", post, SECOND, THIRD)
    assert reasons(found)[post] == "embedded-post"
    assert found.date_published is not None
    assert found.date_published.value == "2021-05-03"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Pewarta | : Rara Wening |", ["Rara Wening"]),
        ("(Rara Wening )", ["Rara Wening"]),
        ("(*/KoranContoh.com)", []),
    ],
)
def test_signatures_below_the_last_paragraph(line: str, names: list[str]) -> None:
    found = article(TITLE, DATE, LEDE, SECOND, THIRD, line)
    assert roles(found)[line] == "byline"
    assert [person.name for person in found.authors] == names


def test_a_role_with_a_colon_does_not_ask_upwards() -> None:
    beside = article(TITLE, "", "Rara Wening", "", "Editor:", "", LEDE, SECOND)
    assert ([p.name for p in beside.authors], [p.name for p in beside.editors]) == (["Rara Wening"], [])
    bare = article(TITLE, "", "Rara Wening", "", "Editor", "", LEDE, SECOND)
    assert ([p.name for p in bare.authors], [p.name for p in bare.editors]) == ([], ["Rara Wening"])


def test_a_city_and_an_outlet_stand_alone_as_a_dateline() -> None:
    assert is_dateline_alone("BONDOWOSO – Korancontoh.id")
    assert byline_rule("BONDOWOSO – Korancontoh.id", fold("BONDOWOSO – Korancontoh.id")) is None
    assert not is_dateline_alone("Rara Wening – Korancontoh.id")


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("London, (Antara News) - Dermaga utara dibuka lagi pada Senin.", "London"),
        ("DETIK-DETIK Dermaga Utara Tenggelam, Warga Mengungsi", None),
    ],
)
def test_datelines_and_words_said_twice(paragraph: str, place: str | None) -> None:
    opening = read_dateline(paragraph, 0, len(paragraph))
    assert (opening.dateline.of(paragraph) if opening and opening.dateline else None) == place


def test_an_outlet_of_several_words_that_cites_itself_is_no_place() -> None:
    opens = f"TELUK TERKINI - {LEDE}"
    itself = "Seperti dilansir Teluk Terkini dari syahbandar, dermaga utara dibuka pukul 10.00 waktu setempat."
    assert article(TITLE, DATE, opens, itself, SECOND).dateline is None
    assert article(TITLE, DATE, opens, SECOND, THIRD).dateline is not None


def test_names_hold_no_address() -> None:
    assert is_name("Rara Wening")
    assert not is_name("Aplikasi KoranContoh.com")


def test_lists_of_stories_are_no_article() -> None:
    blog = article("Showing posts with label Pelabuhan. Show all posts", LEDE, SECOND, THIRD)
    other = "Jembatan Gantung Terpanjang Diresmikan Gubernur"
    archive = article("Topik Pelabuhan", f"• {TITLE}", TITLE, LEDE, SECOND, f"• {other}", other, THIRD, LEDE)
    once = article(f"• {TITLE}", TITLE, LEDE, SECOND, THIRD)
    assert [found.is_article for found in (blog, archive, once)] == [False, False, True]


def test_one_word_that_both_languages_use_is_not_malay() -> None:
    assert language_of("Rakyat yang tidak berpunya dan lapar itu menunggu di dermaga untuk pulang.") == "id"
    assert language_of("Rakyat yang tidak berpunya itu menunggu kerana kapal belum tiba, kata jurucakap.") == "ms"


def test_a_controls_words_before_the_headline_do_not_make_it_another() -> None:
    found = article(TITLE, DATE, f"zoom-in {TITLE}", LEDE, SECOND)
    assert reasons(found)[f"zoom-in {TITLE}"] == "headline-repeated"
    longer = f"Menteri dan gubernur: {TITLE}"
    assert reasons(article(TITLE, DATE, longer, LEDE, SECOND))[longer] != "headline-repeated"


def test_the_day_of_a_source_is_not_the_articles() -> None:
    source = "Sumber : Koran Contoh (14 Mei 2011)"
    found = article(TITLE, SECOND, THIRD, f"{SECOND} Kabar itu baru.", source)
    assert (roles(found)[source], found.date_published) == ("byline", None)


def test_a_first_paragraph_right_below_the_date_is_no_deck() -> None:
    found = article(TITLE, DATE, SECOND, LEDE, THIRD)
    assert roles(found)[SECOND] == "body"
    assert roles(article(TITLE, SECOND, LEDE, THIRD, SECOND))[LEDE] == "body"


def test_what_stands_below_the_small_print_is_the_outlets() -> None:
    lines = ("Mengenai Kami", "Koran Contoh terbit di kota pelabuhan sejak lama", "Gedung Dermaga Lantai Empat")
    found = article(
        TITLE, DATE, LEDE, SECOND, THIRD, *lines, "Berita Terbaru", "Jembatan Gantung Terpanjang Diresmikan"
    )
    assert [line.role for line in found.lines[-5:]] == ["footer", "footer", "footer", "related", "related"]


def test_the_headline_printed_again_below_the_picture_is_no_subheading() -> None:
    picture = ("Tangkapan layar X/KoranContoh", f"PULANG MELAUT- {PICTURED}")
    found = article(TITLE, "Editor: Dimas Wijaya", *picture, "", TITLE, "", f"KORANCONTOH.COM-  {LEDE}", SECOND)
    assert [line.role for line in found.lines[2:]] == ["caption", "caption", "navigation", "body", "body"]
    inside = article(TITLE, DATE, LEDE, SECOND, TITLE, THIRD)
    assert [line.reason for line in inside.lines if line.of(inside.text) == TITLE] == ["headline", "headline-repeated"]


def test_whose_report_it_was_is_not_who_printed_it() -> None:
    known = compile_outlets([Publisher(id="antara", name="ANTARA", domains=["antaranews.com"])])
    lines = (TITLE, DATE, f"JAKARTA - {LEDE}", SECOND)
    assert parse_article(page(*lines, f"{THIRD} (ANTARA)"), known).publisher is None
    assert parse_article(page(*lines, THIRD, "Copyright © ANTARA 2021"), known).publisher is not None


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("Senin, 3 Mei 2021 10:15 (WIB)", "2021-05-03T10:15+07:00"),
        ("3 Mei 2021 10:15 (GMT+7)", "2021-05-03T10:15+07:00"),
        ("Senin, 3 Mei 2021 (10:15 WIB)", "2021-05-03T10:15+07:00"),
        ("Senin, 3 Mei 2021 (10.000 kali dibaca)", "2021-05-03"),
    ],
)
def test_clock_and_zone_may_stand_in_brackets(printed: str, value: str) -> None:
    found = article(TITLE, printed, SECOND, THIRD, LEDE).date_published
    assert found is not None
    assert found.value == value


def test_a_name_may_stand_before_a_comma_with_a_blank() -> None:
    found = article(TITLE, "Rara Wening , Jurnalis-Senin, 3 Mei 2021 |10:15 WIB", LEDE, SECOND)
    assert [person.name for person in found.authors] == ["Rara Wening"]


def test_sites_in_brackets_sign_though_a_full_stop_follows() -> None:
    signature = "(Koran-Contoh.com/lain.id)."
    assert roles(article(TITLE, DATE, LEDE, SECOND, f"{THIRD} {signature}"))[signature] == "byline"


def test_a_menu_of_three_words_is_no_kicker() -> None:
    menu = article("Beranda", "Nasional", "Internasional", "", TITLE, LEDE, SECOND)
    assert [line.role for line in menu.lines[:2]] == ["navigation", "navigation"]
    series = article("Sengketa Tarif", "Teluk Utara", "", TITLE, LEDE, SECOND)
    assert [line.role for line in series.lines[:2]] == ["kicker", "kicker"]
