from parse_builders import LEDE, SECOND, TITLE, article, roles

from workbench.page import Claim
from workbench.parse import explain_facts

_COLUMNS = (
    Claim("headline", "Sidang Pupuk Ditunda", "column:title"),
    Claim("author", "Rara Wening, Bima Sakti", "column:authors"),
    Claim("publisher", "Koran Kita", "column:site_name"),
)


def test_what_only_columns_state_is_kept_as_claims_with_their_origin() -> None:
    found = article(LEDE, "", SECOND, claims=_COLUMNS)
    assert found.claims == _COLUMNS
    assert (found.headline, found.authors) == (None, ())


def test_what_the_page_prints_is_not_claimed_again_nor_overridden() -> None:
    found = article(TITLE, "", "Penulis: Dimas Wijaya", "", LEDE, "", SECOND, claims=_COLUMNS)
    assert [claim.field for claim in found.claims] == ["publisher"]
    assert found.headline is not None
    assert found.headline.of(found.text) == TITLE
    assert [author.name for author in found.authors] == ["Dimas Wijaya"]


def test_of_several_origins_the_first_is_heard_with_all_that_it_says() -> None:
    named = [Claim("author", name, "json-ld") for name in ("Rara Wening", "Bima Sakti")]
    found = article(LEDE, "", SECOND, claims=(*named, Claim("author", "admin", "meta:author")))
    assert [claim.value for claim in found.claims] == ["Rara Wening", "Bima Sakti"]


def test_unknown_outlet_is_the_publisher_under_its_claimed_name() -> None:
    claims = (Claim("publisher", "PT Media Kita", "json-ld"), Claim("publisher", "Koran Kita", "meta:og:site_name"))
    found = article(TITLE, "", LEDE, "", SECOND, claims=claims)
    assert found.publisher is not None
    assert (found.publisher.id, found.publisher.name) == ("koran-kita", "Koran Kita")


def test_outlet_that_the_page_prints_goes_before_a_claimed_name() -> None:
    claims = (Claim("publisher", "Koran Kita", "column:source"),)
    found = article(TITLE, "", f"SURABAYA, KORANCONTOH.COM - {LEDE}", "", SECOND, claims=claims)
    assert found.publisher is not None
    assert found.publisher.id == "koran-contoh"


def test_address_or_slogan_in_place_of_an_outlets_name() -> None:
    def named(value: str) -> str | None:
        found = article(TITLE, "", LEDE, "", SECOND, claims=(Claim("publisher", value, "column:source"),))
        return found.publisher.name if found.publisher else None

    assert named("https://www.korankita.id/berita/1") == "korankita.id"
    assert named("https://www.korancontoh.com/") == "KoranContoh.com"
    assert named("Kabar yang tepat, cepat dan terpercaya bagi semua pembaca di seluruh negeri") is None
    assert named("2024") is None


def test_language_of_a_short_text_is_the_claimed_one() -> None:
    def language(value: str, origin: str) -> str | None:
        return article("Parade Panen", claims=(Claim("language", value, origin),)).language

    assert language("id-ID", "json-ld") == "id"
    assert language("Bahasa Indonesia", "column:bahasa") == "id"
    assert language("tidak tahu", "column:bahasa") is None
    assert language("en", "html:lang") is None
    assert article(LEDE, "", SECOND, claims=(Claim("language", "en", "column:lang"),)).language == "id"


def test_explanation_tells_publisher_address_and_what_is_not_printed() -> None:
    url = "https://korankita.id/berita/1"
    shown = "\n".join(explain_facts(article(LEDE, "", SECOND, url=url, claims=_COLUMNS)))
    assert f"address     {url}" in shown
    assert "publisher   Koran Kita" in shown
    assert "unprinted   headline: Sidang Pupuk Ditunda (column:title)" in shown


def test_name_and_an_unknown_outlet_of_two_words_sign_below_the_headline() -> None:
    found = article(TITLE, "", "Rara Wening - Koran Kita", "", LEDE, "", SECOND)
    assert roles(found)["Rara Wening - Koran Kita"] == "byline"
    assert [author.name for author in found.authors] == ["Rara Wening"]


def test_two_whom_the_lede_names_do_not_sign() -> None:
    told = f"Rara Wening menemui Dimas Wijaya di Minsk. {LEDE}"
    found = article(TITLE, "", "Rara Wening - Dimas Wijaya", "", told, "", SECOND)
    assert roles(found)["Rara Wening - Dimas Wijaya"] != "byline"
    assert found.authors == ()


def test_printed_site_bears_the_name_that_markup_gives_it() -> None:
    dated = f"SURABAYA, KORANKITA.ID - {LEDE}"
    claims = (Claim("publisher", "Koran Kita", "meta:og:site_name"),)
    named = article(TITLE, "", dated, "", SECOND, claims=claims)
    assert named.publisher is not None
    assert (named.publisher.name, named.claims) == ("Koran Kita", ())
    other = article(TITLE, "", dated, "", SECOND, claims=(Claim("publisher", "Suara Lain", "column:source"),))
    assert other.publisher is not None
    assert other.publisher.id == "korankita-id"
