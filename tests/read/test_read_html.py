import pytest
from read_builders import PARAGRAPHS, article, lines_of, page, read, write


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
        "<html>" + "<div class='foto'>" * 200 + "<img>" + "<p>Kabar" * 100_000,
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
    pages, _ = read(write(tmp_path / "a.html", nested(250)))
    assert pages[0].text.split() == ["Awal", "Isi", "Akhir"]


@pytest.mark.parametrize("depth", [300, 100_000])
def test_a_page_nested_deeper_than_the_parser_goes_is_refused_and_not_read_in_part(tmp_path, depth):
    pages, errors = read(write(tmp_path / "a.html", nested(depth)))
    assert pages == []
    assert errors[0].reason == "has elements nested more than 256 deep (the bound of the HTML parser)"
