import gzip

import msgspec
import pytest
import traitlets
from explorer_builders import synthetic_corpus
from hand_made import find, hostile_story, make_record, mention, small_corpus
from hypothesis import given
from hypothesis import strategies as st

from workbench.article import Dateline
from workbench.codebook import load_codebook
from workbench.errors import SchemaError
from workbench.explorer import Payload, PayloadOptions, build_payload, explorer_html, explorer_parts, pack_payload
from workbench.explorer.packing import pack, unpack
from workbench.explorer.pieces import cut_record
from workbench.explorer.widget import ExplorerWidget
from workbench.frame import Selection
from workbench.frame.rows import Places
from workbench.span import Span
from workbench.store import make_corpus


@pytest.fixture(scope="module")
def corpus():
    return small_corpus()


def marked(payload, table):
    """The words that each row of a table marks."""
    first, found = 0, []
    rows = getattr(payload, table)
    for gap, n in zip(rows.gap, rows.n, strict=True):
        first += gap
        found.append("".join(payload.passages.pieces[first : first + n]))
    return found


def is_first(record, span):
    return not Places(record).of(span, "")[-1]


def test_a_row_marks_the_words_of_its_tag():
    corpus = synthetic_corpus(20)
    payload = build_payload(corpus)
    order = {key: rank for rank, key in enumerate(payload.articles.id)}
    records = sorted((r for r in corpus.records if r.id in order), key=lambda r: order[r.id])
    for table in ("mentions", "sanctions", "themes", "agencies"):
        said = [tag.of(r.text) for r in records for tag in sorted(getattr(r, table)) if is_first(r, tag)]
        assert marked(payload, table) == said
    assert marked(payload, "quotes") == [
        q.content.of(r.text) for r in records for q in r.quotes if is_first(r, q.content)
    ]


def test_the_same_corpus_gives_the_same_bytes_and_they_come_back(corpus):
    packed = pack_payload(build_payload(corpus))
    assert packed == pack_payload(build_payload(small_corpus()))
    assert msgspec.convert(unpack(packed), Payload) == build_payload(corpus)


def test_repeated_paragraphs_and_index_pages_stay_out(corpus):
    payload = build_payload(corpus)
    assert len(payload.articles.id) == 5
    assert len(payload.sanctions.gap) == 2
    assert payload.passages.pieces.count("Liga melarang ekspor gandum Utara.") <= 1


def test_a_passage_is_a_sentence_or_a_line_of_its_article(corpus):
    payload = build_payload(corpus)
    texts = {record.id: record.text for record in corpus.records}
    at = 0
    rows = payload.passages
    for article, line, n in zip(rows.article, rows.line, rows.n, strict=True):
        words = "".join(rows.pieces[at : at + n])
        assert words in texts[payload.articles.id[article]].split("\n")[line]
        at += n


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
COLUMNS = st.one_of(
    st.lists(st.integers(-1, 300)),
    st.lists(st.integers(0, 2**31 - 1)),
    st.lists(st.lists(st.integers(0, 70_000), max_size=3)),
    st.lists(st.none() | WORDS),
    st.lists(WORDS),
    st.lists(st.sampled_from(("", "id", None))),
    st.lists(st.none() | st.integers(0, 9)),
    st.lists(st.lists(WORDS, max_size=2)),
)


@given(st.dictionaries(st.sampled_from("abc"), COLUMNS))
def test_a_pack_gives_back_its_columns(columns):
    value = {"table": columns, "head": {"ints": 1, "words": []}}
    assert unpack(pack(value, ["table"])) == value


def test_numbers_and_words_of_a_payload_stand_in_bytes():
    whole = gzip.decompress(pack_payload(build_payload(synthetic_corpus(200))))
    header = msgspec.json.decode(whole[4 : 4 + int.from_bytes(whole[:4], "little")])
    described = {f"{name}.{key}": one for name in header["packed"] for key, one in header[name].items()}
    assert [name for name, one in described.items() if one and isinstance(one, list)] == []


def test_a_page_of_a_thousand_articles_stays_small():
    # A report of theirs may weigh a megabyte, of which the notebook's own charts take most.
    page = explorer_html(build_payload(synthetic_corpus(1_000)), title="Invented press")
    assert len(page.encode()) < 400_000


@pytest.mark.parametrize("packed", [b"", b"no gzip", gzip.compress(b"\xff\xff\xff\xff"), gzip.compress(b"[]")])
def test_what_is_no_pack_is_told(packed):
    with pytest.raises(ValueError, match="not a pack"):
        unpack(packed)


def test_a_quotation_limit_cuts_every_passage(corpus):
    payload = build_payload(corpus, PayloadOptions(quotation_limit=12))
    at = 0
    for n in payload.passages.n:
        words = "".join(payload.passages.pieces[at : at + n])
        assert len(words) <= 13
        at += n
    assert all(marked(payload, "mentions"))
    assert "12" in payload.methods.en


def test_evidence_alone_can_be_carried(corpus):
    fewer = build_payload(corpus, PayloadOptions(sentences="evidence"))
    assert len(fewer.passages.n) < len(build_payload(corpus).passages.n)
    assert marked(fewer, "mentions") == marked(build_payload(corpus), "mentions")


def test_marks_in_one_sentence_may_overlap():
    record = make_record("a", ("body", "Budi dari Utara datang 🙂."), mentions=())
    text = record.text
    spans = [Span(0, len(text)), find(text, "Budi dari"), find(text, "dari Utara"), find(text, "🙂")]
    cut = cut_record(record, spans, limit=None, keeps_all=True)
    pieces = [piece for passage in cut.passages for piece in passage.pieces]
    assert ["".join(pieces[a : a + n]) for a, n in cut.marks] == [span.of(text) for span in spans]


def test_near_copies_share_a_story(corpus):
    ids = build_payload(corpus).articles.id
    joined = build_payload(corpus, PayloadOptions(stories={ids[0]: "one", ids[1]: "one"})).articles.story
    assert joined[0] == joined[1]
    assert len(set(joined)) == len(ids) - 1


def test_no_word_of_a_corpus_stands_in_the_page_as_markup(corpus):
    page = explorer_html(build_payload(corpus), title="<script>", selection={"text": "</script><b>"})
    assert "&lt;script&gt;" in page
    assert "</script><b>" not in page
    assert page.count("<script") == 3
    assert hostile_story().headline.of(hostile_story().text) not in page


def test_parts_name_the_sources_of_a_policy(corpus):
    parts = explorer_parts(build_payload(corpus), key="mine")
    page = explorer_html(build_payload(corpus), title="t")
    assert parts.script_source in page.replace("&#x27;", "'")
    assert 'id="mine"' in parts.markup


def test_a_selection_that_is_none_is_refused(corpus):
    with pytest.raises(SchemaError):
        explorer_parts(build_payload(corpus), selection={"nope": 1})


def test_the_widget_keeps_its_selection_valid(corpus):
    widget = ExplorerWidget(build_payload(corpus), selection={"text": "gandum"})
    assert widget.selection == Selection(text="gandum")
    widget.select(Selection(not_actors=("utara",), unit="stories"))
    assert widget.settings == {"not_actors": ["utara"], "unit": "stories"}
    with pytest.raises(traitlets.TraitError):
        widget.settings = {"nope": 1}


def test_an_article_without_sentences_still_has_its_evidence():
    record = make_record(
        "a", ("headline", "Budi"), ("body", "Utara."), mentions=lambda t: (mention(t, "Budi", "budi"),)
    )
    bare = msgspec.structs.replace(record, sentences=())
    cut = cut_record(bare, list(bare.mentions), limit=None, keeps_all=True)
    assert [passage.pieces for passage in cut.passages] == [("Budi",)]


def test_a_dateline_is_evidence_for_a_place_and_the_place_has_its_spot():
    body = "MINSK, KABAR REKAAN - Menteri itu tiba pada pagi hari."
    records = [
        make_record("a", ("headline", "Kabar Satu"), ("body", body), dateline=Dateline(11, 16, "MINSK")),
        make_record(
            "b", ("headline", "Kabar Dua"), ("body", "RIMBA SUNYI - Hujan."), dateline=Dateline(10, 21, "RIMBA SUNYI")
        ),
    ]
    payload = build_payload(make_corpus(records, load_codebook()))
    assert marked(payload, "datelines") == ["MINSK", "RIMBA SUNYI"]
    assert [payload.vocabulary.town.key[town] for town in payload.datelines.town] == ["minsk", "RIMBA SUNYI"]
    assert list(payload.spots) == ["minsk"]
    assert payload.spots["minsk"].extent == "site"
    assert payload.outlines is not None


def test_without_known_places_no_outlines_travel(corpus):
    assert build_payload(corpus).outlines is None
