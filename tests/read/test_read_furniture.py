import pytest
from read_builders import PARAGRAPHS, article, lines_of, page, read, write

CARDS = "".join(
    f"<li><a href='/{n}'>Kabar lain nomor {n} tentang cuaca di pulau itu</a> 12 Maret 2023</li>" for n in "12345"
)


@pytest.mark.parametrize("heading", ["<h1>Judul Berita</h1>", "<h2>Judul Berita</h2>"])
def test_a_headline_that_stands_in_an_element_named_for_menus_is_found(tmp_path, heading):
    head = "<meta property='og:title' content='Judul Berita'>"
    html = page(f"<div class='nav-header'>{heading}<ul>{CARDS}</ul></div>{article()}", head)
    assert "Judul Berita" in lines_of(tmp_path, html)


def test_a_date_above_a_long_menu_is_not_near_the_headline(tmp_path):
    menu = f"<nav><ul>{CARDS}</ul></nav>"
    assert (
        lines_of(tmp_path, page(f"<div>Rabu, 4 Juni 2025</div>{menu}{article(before='<h1>Judul</h1>')}"))[0] == "Judul"
    )


def test_a_date_above_a_short_row_of_buttons_is_near_the_headline(tmp_path):
    row = "<div class='share'><a href='/x'>Bagikan</a></div>"
    lines = lines_of(tmp_path, page(f"<div>Rabu, 4 Juni 2025</div>{row}{article(before='<h1>Judul</h1>')}"))
    assert lines[:2] == ["Rabu, 4 Juni 2025", "Judul"]


def test_an_index_keeps_what_stands_around_it(tmp_path):
    lines = lines_of(tmp_path, page(f"<nav><a href='/'>Beranda</a></nav><ul class='terkini'>{CARDS}</ul>"))
    assert (lines[0], len(lines)) == ("Beranda", 6)


def test_what_a_server_sends_late_for_a_script_to_show_is_read_and_other_hidden_parts_are_not(tmp_path):
    late = article(before="<h1>Judul</h1>")
    html = page(f"<div id='app'></div><div hidden id='S:1f'>{late}</div><div hidden id='S:x'>Kabar lain</div>")
    assert lines_of(tmp_path, html) == ["Judul", *PARAGRAPHS]


def test_entities_in_linked_data_are_read_as_their_characters(tmp_path):
    linked = '{"@type": "NewsArticle", "headline": "Harga &#8216;Naik&#8217; R&amp;D"}'
    head = f'<script type="application/ld+json">{linked}</script>'
    pages, _ = read(write(tmp_path / "a.html", page(article(), head)))
    assert "Harga ‘Naik’ R&D" in [claim.value for claim in pages[0].claims]


@pytest.mark.parametrize("ending", [" - Contoh", " | Contoh.id", " – Nasional - Contoh"])
def test_the_headline_is_the_heading_that_agrees_with_a_title_less_its_outlet(tmp_path, ending):
    head = f"<title>Dua Menteri Bertemu Lagi di Minsk{ending}</title>"
    body = article(before="<h2>Dua Menteri Bertemu Lagi di Minsk</h2>", after="<h1>Kabar Lain dari Kota yang Sama</h1>")
    assert lines_of(tmp_path, page(body, head))[0] == "Dua Menteri Bertemu Lagi di Minsk"


def test_a_kicker_that_a_title_begins_with_is_no_headline(tmp_path):
    head = "<title>Diplomasi - Dua Menteri Bertemu Lagi di Minsk</title>"
    body = article(
        before="<h1>Dua Menteri Bertemu Lagi di Minsk</h1><nav><h2>Diplomasi</h2><a href='/'>Beranda</a></nav>"
    )
    assert lines_of(tmp_path, page(body, head)) == ["Dua Menteri Bertemu Lagi di Minsk", *PARAGRAPHS]


def test_the_story_itself_on_a_list_of_others_is_not_its_headline(tmp_path):
    head = "<meta property='og:title' content='Dua Menteri Bertemu'>"
    cards = "<h3><a href='/1'>Dua Menteri Bertemu</a></h3><h3><a href='/2'>Kabar lain</a></h3>"
    body = article(before="<h2>Dua Menteri Bertemu</h2>", inside=f"<div class='terkini'>{cards}</div>")
    assert lines_of(tmp_path, page(body, head)) == ["Dua Menteri Bertemu", *PARAGRAPHS]


def test_credits_in_a_table_below_the_article_are_kept_each_with_its_label(tmp_path):
    rows = "<tr><td>Penulis</td><td>: Rina Sari</td></tr><tr><td> Editor </td><td>: <a>Budi Hartono</a></td></tr>"
    below = f"<div>Bagikan kabar ini</div><table>{rows}</table><p>Kabar lain</p>"
    lines = lines_of(tmp_path, page(article(after=below)))
    assert lines == [*PARAGRAPHS, "Penulis : Rina Sari", "Editor : Budi Hartono"]


def test_credits_below_a_list_of_links_are_kept_and_far_below_other_words_they_are_not(tmp_path):
    links = "".join(f"<li><a href='/{n}'>Kabar lain {n}</a></li>" for n in range(40))
    words = "".join(f"<div>Kata {n}</div>" for n in range(20))
    below = f"<ul>{links}</ul><div>Red: Rina Sari</div>{words}<div>Penulis: Orang Lain</div>"
    assert lines_of(tmp_path, page(article(after=below))) == [*PARAGRAPHS, "Red: Rina Sari"]


def test_a_name_in_a_link_below_its_label_is_kept_and_other_links_are_not(tmp_path):
    below = "<div>Editor</div><a href='/e'>Budi Hartono</a><div><a href='/x'>Kabar lain</a></div>"
    assert lines_of(tmp_path, page(article(after=below))) == [*PARAGRAPHS, "Editor", "Budi Hartono"]


def test_a_line_that_begins_with_a_colon_after_a_sentence_stays_a_line(tmp_path):
    lines = lines_of(tmp_path, page("<p>Begini katanya.</p><p>: Rina Sari</p>"))
    assert lines == ["Begini katanya.", ": Rina Sari"]


@pytest.mark.parametrize(
    ("inside", "is_caption"),
    [
        ("<img src='a.jpg'><span>Dok. Rina Sari</span> Dua menteri berjabat tangan", True),
        ("<amp-img src='a.jpg'></amp-img><div>Dua menteri berjabat tangan</div>", True),
        ("<div>Dua menteri berjabat tangan</div>", False),
        ("<img src='a.jpg'><h2>Dua menteri berjabat tangan</h2>", False),
        ("<img src='a.jpg'><img src='b.jpg'>Dua menteri berjabat tangan", False),
        ("<img src='a.jpg'>Dua menteri berjabat tangan" + " di kota itu" * 40, False),
    ],
)
def test_the_few_words_in_a_box_with_a_picture_are_its_caption(tmp_path, inside, is_caption):
    html = page(article(before=f"<h1>Judul</h1><div class='foto-utama'>{inside}</div>"))
    pages, _ = read(write(tmp_path / "a.html", html))
    assert bool(pages[0].marks) is is_caption
