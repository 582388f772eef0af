import pytest
from read_builders import read, write

PROSE = "Dua menteri bertemu di Minsk untuk membahas perdagangan lintas batas dan angkutan barang pada musim dingin."
PARAGRAPHS = [f"{PROSE} Bagian {number}." for number in ("satu", "dua", "tiga", "empat", "lima")]


def page(body, head=""):
    return f"<!DOCTYPE html><html lang='id'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def article(*, before="", inside="", after=""):
    paragraphs = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    return f"{before}<div class='isi'>{''.join(paragraphs[:3])}{inside}{''.join(paragraphs[3:])}</div>{after}"


def lines_of(tmp_path, html):
    pages, errors = read(write(tmp_path / "a.html", html))
    assert not errors
    return pages[0].text.split("\n")


def test_paragraphs_headline_and_caption_stand_on_lines_of_their_own(tmp_path):
    html = page(
        article(before="<h1>Dua Menteri <i>Bertemu</i></h1><figure><img><figcaption>Foto: Dok</figcaption></figure>")
    )
    assert lines_of(tmp_path, html) == ["Dua Menteri Bertemu", "Foto: Dok", *PARAGRAPHS]


@pytest.mark.parametrize(
    "noise",
    [
        "<nav><a href='/'>Beranda</a></nav>",
        "<ul><li><a href='/x'>Kabar lain yang tidak ada hubungannya</a></li></ul>",
        "<div class='artikel-terkait'><p>Kabar lain. Selengkapnya di sini.</p></div>",
        "<script>var a = 'Kabar lain';</script>",
        "<style>p { color: red }</style>",
        "<div style='display: none'>Kabar lain</div>",
        "<div hidden>Kabar lain</div>",
        "<aside>Kabar lain</aside>",
        "<!-- Kabar lain -->",
    ],
)
@pytest.mark.parametrize("place", ["before", "inside", "after"])
def test_what_is_no_article_is_left_out(tmp_path, noise, place):
    lines = lines_of(tmp_path, page(article(**{place: noise})))
    assert lines == PARAGRAPHS


def test_an_element_named_for_comments_that_holds_the_article_is_kept(tmp_path):
    assert lines_of(tmp_path, page(f"<div class='comment-page'>{article()}</div>")) == PARAGRAPHS


def test_line_breaks_part_lines_and_inline_markup_does_not(tmp_path):
    lines = lines_of(tmp_path, page("<p>Satu<br>dua <b>ti</b><i>ga</i>\n  empat<span hidden>lima</span></p>"))
    assert lines == ["Satu", "dua tiga empat"]


def test_text_that_looks_like_markup_stays_text(tmp_path):
    assert lines_of(tmp_path, page("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>")) == ["<script>alert(1)</script>"]


@pytest.mark.parametrize("markup", ["<figcaption><p>{}</p></figcaption>", "<div class='foto__caption'>{}</div>"])
def test_captions_are_marked(tmp_path, markup):
    caption = "Dua menteri berjabat tangan di Minsk"
    pages, _ = read(write(tmp_path / "a.html", page(article(before="<h1>Judul</h1>" + markup.format(caption)))))
    (mark,) = pages[0].marks
    assert (mark.of(pages[0].text), mark.kind) == (caption, "caption")


def test_a_kicker_in_the_heading_is_parted_from_the_headline_that_the_markup_claims(tmp_path):
    head = '<meta property="og:title" content="Dua Menteri Bertemu">'
    body = article(before="<h1><span>Diplomasi</span> <span>Dua Menteri Bertemu</span></h1>")
    assert lines_of(tmp_path, page(body, head))[:2] == ["Diplomasi", "Dua Menteri Bertemu"]


def test_a_window_that_asks_for_consent_is_left_out_however_long(tmp_path):
    window = "<p>Kami memakai kuki untuk menyimpan pilihan Anda di situs ini.</p>" * 40
    consent = f"<div id='onetrust-consent-sdk'>{window}</div>"
    assert lines_of(tmp_path, page(article(after=consent))) == PARAGRAPHS


def test_a_byline_in_a_link_above_the_first_paragraph_is_kept(tmp_path):
    html = page(article(before="<h1>Judul Berita</h1><div><a href='/penulis'>Rina Sari</a></div>"))
    assert lines_of(tmp_path, html)[:2] == ["Judul Berita", "Rina Sari"]


def test_a_page_of_links_keeps_them(tmp_path):
    assert lines_of(tmp_path, page("<ul><li><a>Satu</a></li><li><a>Dua</a></li></ul>")) == ["Satu", "Dua"]


def test_markup_makes_claims_and_no_text(tmp_path):
    head = """
    <title>Judul - Contoh</title><link rel="canonical" href="https://contoh.id/a">
    <meta property="og:site_name" content="Contoh">
    <meta property="article:published_time" content="2024-01-02T03:04:00+07:00">
    <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Judul",
      "datePublished": "2024-01-02T03:04:05+07:00", "author": [{"@type": "Person", "name": "Rina Sari"}],
      "publisher": {"name": "Contoh"}}, {"@type": "WebSite", "headline": "Bukan"}]}</script>
    <script type="application/ld+json">{"@type": "NewsArticle", broken</script>
    """
    pages, _ = read(write(tmp_path / "a.html", page(article(), head)))
    claims = [(claim.field, claim.value, claim.origin) for claim in pages[0].claims]
    assert claims == [
        ("headline", "Judul", "json-ld"),
        ("date_published", "2024-01-02T03:04:05+07:00", "json-ld"),
        ("author", "Rina Sari", "json-ld"),
        ("publisher", "Contoh", "json-ld"),
        ("publisher", "Contoh", "meta:og:site_name"),
        ("date_published", "2024-01-02T03:04:00+07:00", "meta:article:published_time"),
        ("language", "id", "html:lang"),
        ("url", "https://contoh.id/a", "link:canonical"),
        ("headline", "Judul - Contoh", "title"),
    ]
    assert (pages[0].url, pages[0].media_type) == ("https://contoh.id/a", "text/html")


def test_html_is_known_by_its_beginning_whatever_its_name(tmp_path):
    pages, _ = read(write(tmp_path / "a.txt", page(article())))
    assert pages[0].media_type == "text/html"


def test_plain_text_that_mentions_tags_stays_plain(tmp_path):
    pages, _ = read(write(tmp_path / "a.txt", "Judul<br />isi <p>tetap</p>"))
    assert (pages[0].media_type, pages[0].text) == ("text/plain", "Judul<br />isi <p>tetap</p>")


def test_a_declared_encoding_is_used(tmp_path):
    html = page("<p>Presiden: “Kami siap,” katanya.</p>").replace("utf-8", "windows-1252").encode("cp1252")
    pages, _ = read(write(tmp_path / "a.html", html))
    assert (pages[0].text, pages[0].encoding) == ("Presiden: “Kami siap,” katanya.", "windows-1252")


@pytest.mark.parametrize("declared", ["unicode_escape", "idna", "base64", "nonsense"])
def test_a_declaration_that_names_no_encoding_of_texts_is_passed_over(tmp_path, declared):
    html = page("<p>“Kami siap,” katanya.</p>").replace("utf-8", declared).encode("cp1252")
    pages, _ = read(write(tmp_path / "a.html", html))
    assert pages[0].encoding == "windows-1252"


def test_a_page_that_shows_nothing_is_refused(tmp_path):
    _, errors = read(write(tmp_path / "a.html", page("<script>1</script>")))
    assert errors[0].reason == "shows no text"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "Kabar" + "</div>" * 100_000,
        "<p>" + "<b>" * 100_000 + "Kabar",
        "<table>" * 5_000 + "Kabar",
        "<html>" + "<a href='" * 50_000,
        "<script type='application/ld+json'>" + "[" * 200_000 + "</script><p>Kabar",
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><p>&b;</p>",
        "<html>" + "<div class='nav'>" * 200 + "<p>Kabar" * 100_000,
        "<html><nav>" + "<h2><div>" * 100 + "<p>Kabar" * 100_000,
        "<html>" + "<p class='" + "a" * 1_000_000 + "'>Kabar",
    ],
)
def test_hostile_markup_ends_soon(tmp_path, html):
    pages, errors = read(write(tmp_path / "a.html", html))
    assert len(pages) + len(errors) == 1
    assert all("aaaa" not in page.text for page in pages)


def test_external_entities_are_not_read(tmp_path):
    secret = write(tmp_path / "secret", "rahasia")
    html = f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{secret}'>]><html><p>Kabar &x; hari ini</p></html>"
    pages, _ = read(write(tmp_path / "a.html", html))
    assert "rahasia" not in pages[0].text


@pytest.mark.parametrize(
    "declared",
    ["[]", "[ <!ENTITY kota 'Minsk'>\n<!ELEMENT isi (#PCDATA)> ]", "[<!ENTITY a 'x]'> <!ENTITY b '&a;&a;'>] "],
)
def test_declarations_in_the_document_type_are_no_text(tmp_path, declared):
    html = page(article()).replace("<!DOCTYPE html>", f"<!DOCTYPE html {declared}>")
    assert lines_of(tmp_path, html) == PARAGRAPHS
    assert lines_of(tmp_path, page(article(before="<p>Kabar [baru]> dari Minsk</p>")))[0] == "Kabar [baru]> dari Minsk"


def test_a_quotation_element_has_the_marks_that_a_browser_shows(tmp_path):
    html = page(article(inside="<p>Kata menteri itu, <q>Kami menunggu jawaban tertulis mereka.</q> Lalu ia pergi.</p>"))
    assert "Kata menteri itu, “Kami menunggu jawaban tertulis mereka.” Lalu ia pergi." in lines_of(tmp_path, html)


def nested(depth):
    return f"<html><body><p>Awal</p>{'<div>' * depth}Isi{'</div>' * depth}<p>Akhir</p></body></html>"


def test_a_page_of_deeply_nested_elements_is_read_whole(tmp_path):
    pages, _ = read(write(tmp_path / "a.html", nested(200)))
    assert pages[0].text.split() == ["Awal", "Isi", "Akhir"]


@pytest.mark.parametrize("depth", [300, 100_000])
def test_a_page_nested_deeper_than_the_parser_goes_is_refused_and_not_read_in_part(tmp_path, depth):
    pages, errors = read(write(tmp_path / "a.html", nested(depth)))
    assert pages == []
    assert errors[0].reason == "has elements nested more than 256 deep (the bound of the HTML parser)"


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
