"""The same words under other blanks and line breaks have the same lines and tags."""

import re
import textwrap

import pytest
from tag_press import shipped_tagger

from workbench.codebook import load_codebook
from workbench.page import Page
from workbench.parse import compile_outlets, parse_article
from workbench.parse.flat import flat_text
from workbench.record import Record
from workbench.tag import tag_article

PAGE = "\n\n".join(
    (
        "Petani Apel Gomel Sambut Tamu dari Negeri Jauh",
        "Senin, 3 Mei 2021 10:15 WIB",
        "JAKARTA - Presiden Belarus Alexander Lukashenko menyambut rombongan pedagang apel pada Senin (3/5/2021) di"
        " kebun milik negara yang luas itu.",
        '"Apel kami lebih manis daripada apel mana pun di benua ini," kata Lukashenko kepada para tamu, seperti dikutip'
        " dari kantor berita BelTA.",
        "Ia mengatakan bahwa Uni Eropa sebaiknya mencabut sanksi terhadap sektor pupuk Belarus sebelum musim tanam.",
    )
)


def record(text: str) -> Record:
    outlets = compile_outlets(load_codebook().publishers)
    return tag_article(parse_article(Page(path="a.txt", content_hash="sha256:0", text=text), outlets), shipped_tagger())


def told(found: Record) -> list[tuple[object, ...]]:
    """Return what a record tells, each span by its words alone."""
    tags = (*found.mentions, *found.names, *found.dates, *found.themes, *found.sanctions, *found.agencies)
    words = [(type(tag).__name__, " ".join(tag.of(found.text).replace("\u200b", "").split())) for tag in tags]
    quotes = [
        (quote.kind, quote.speaker and quote.speaker.name, [hop.provider for hop in quote.attribution_chain])
        for quote in found.quotes
    ]
    return [*words, *quotes, (found.date_published and found.date_published.value, found.dateline and "dateline")]


@pytest.mark.parametrize(
    "other",
    [
        PAGE.replace(" ", "\xa0"),
        re.sub(r" (?=[A-Z(])", "\u202f", PAGE),
        re.sub(r"(?m)^(?=.)", "\u200b", PAGE),
        re.sub(r"(?m)(?<=.)$", "\u200e\xa0", PAGE),
        "\n\n".join(textwrap.fill(part, 60, break_on_hyphens=False) for part in PAGE.split("\n\n")),
    ],
    ids=["no-break", "narrow", "zero-width", "ends", "wrapped"],
)
def test_blanks_and_breaks_of_other_kinds_tell_the_same(other):
    plain, found = record(PAGE), record(other)
    assert {"Mention", "Sanction", "TimeExpression", "direct", "indirect"} <= {fact[0] for fact in told(plain)}
    assert told(found) == told(plain)
    assert found.text == other


def test_what_takes_no_room_stays_within_a_word():
    assert flat_text("Luka\u00adshenko\u200b tiba.\ufeff") == "Luka\u00adshenko  tiba. "


def test_a_tag_in_a_wrapped_page_keeps_its_printed_lines():
    found = record("\n\n".join(textwrap.fill(part, 60, break_on_hyphens=False) for part in PAGE.split("\n\n")))
    assert [line.line for line in found.lines] == [n for n, raw in enumerate(found.text.split("\n")) if raw]
