import pytest
from parse_builders import LEDE, SECOND, TITLE, article, outlets

from workbench.page import Claim
from workbench.parse import publisher_evidence


def test_outlet_in_the_dateline_is_the_publisher_and_its_words_the_evidence() -> None:
    found = article(TITLE, "", f"SURABAYA, KORANCONTOH.COM - {LEDE}", "", SECOND)
    evidence = publisher_evidence(found, outlets())
    assert found.publisher is not None
    assert found.publisher.id == "koran-contoh"
    assert evidence is not None
    assert evidence.of(found.text) == "KORANCONTOH.COM"


def test_outlet_glued_to_the_date_is_found() -> None:
    found = article(TITLE, "", "Lain.idSenin, 3 Mei 2021 21.30", "", LEDE, "", SECOND)
    assert found.publisher is not None
    assert found.publisher.id == "lain"


def test_page_that_names_no_outlet_has_no_publisher() -> None:
    assert article(TITLE, "", LEDE, "", SECOND).publisher is None


def test_outlet_that_a_paragraph_cites_is_not_the_publisher() -> None:
    assert article(TITLE, "", LEDE, "", f"{SECOND[:-1]}, dikutip dari Koran Contoh.").publisher is None


def test_source_line_does_not_name_the_publisher() -> None:
    assert article(TITLE, "", LEDE, "", SECOND, "", "Sumber: Koran Contoh").publisher is None


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        (f"KabarKita.id - {LEDE}", "(Koran Contoh)", "KabarKita.id"),
        (f"Surabaya, www.kabarkita.co.id - {LEDE}", "", "kabarkita.co.id"),
        (LEDE, "(*/Kabar-kita.com/korancontoh.com)", "Kabar-kita.com"),
        (LEDE, "(korancontoh.com/kabarkita.id)", "KoranContoh.com"),
        (f"KORANCONTOH.COM - {LEDE}", "(*/kabarkita.id)", "KoranContoh.com"),
    ],
)
def test_site_that_opens_or_signs_is_the_publisher_and_whom_it_copies_is_not(first: str, last: str, name: str) -> None:
    found = article(TITLE, "", first, "", SECOND, "", last)
    assert found.publisher is not None
    assert found.publisher.name == name


def test_site_that_a_paragraph_opens_with_is_no_dateline() -> None:
    assert article(TITLE, "", f"Kabarkita.id melaporkan bahwa {LEDE}", "", SECOND).publisher is None


def test_address_decides_before_the_text() -> None:
    url = "https://www.korancontoh.com/a/1"
    found = article(TITLE, "", LEDE, "", SECOND, "", "Copyright 2021 Lain.id", url=url)
    assert found.publisher is not None
    assert found.publisher.id == "koran-contoh"
    elsewhere = article(TITLE, "", LEDE, "", SECOND, url="https://tidakkorancontoh.com/a/1")
    assert elsewhere.publisher is None


def test_markup_claims_the_publisher() -> None:
    found = article(TITLE, "", LEDE, "", SECOND, claims=(Claim("publisher", "Koran Contoh", "json-ld"),))
    assert found.publisher is not None
    assert found.publisher.id == "koran-contoh"
