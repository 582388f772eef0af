"""Exports are held against the libraries that own their models."""

import json
import warnings

import pytest
from rdflib.namespace import SDO

from workbench.article import Contributor, Dateline, DateValue, Line, Publisher
from workbench.codebook import Actor, Codebook
from workbench.codebook.schema import Label
from workbench.export import FORMATS, export_records
from workbench.page import Claim
from workbench.record import (
    AgencyCredit,
    CodebookStamp,
    Mention,
    MilitaryCooperation,
    Name,
    Quote,
    Record,
    Sanction,
    Speaker,
    Theme,
)
from workbench.span import Span

TEXT = (
    "Uni Eropa Perluas Sanksi\n"
    "BRUSSELS - Uni Eropa memperluas sanksi dagang terhadap Belarusia.\n"
    "“Kami akan bertahan,” kata Lukashenko kepada BelTA."
)
STAMP = CodebookStamp("union-state", "1", "sha256:0")


def at(words: str, start: int = 0) -> tuple[int, int]:
    begin = TEXT.index(words, start)
    return begin, begin + len(words)


def build_record(**changes: object) -> Record:
    body = TEXT.index("BRUSSELS")
    fields: dict[str, object] = {
        "id": "00ff",
        "path": "halaman.txt",
        "content_hash": "sha256:" + "ab" * 32,
        "language": "id",
        "is_article": True,
        "text": TEXT,
        "lines": (
            Line(*at("Uni Eropa Perluas Sanksi"), 0, "headline", "first-line"),
            Line(*at(TEXT.split("\n")[1]), 1, "body", "prose"),
            Line(*at(TEXT.split("\n")[2]), 2, "body", "prose"),
        ),
        "sentences": tuple(Span(*at(line)) for line in TEXT.split("\n")),
        "headline": Span(*at("Uni Eropa Perluas Sanksi")),
        "date_published": DateValue("2024-05-01T10:00+07:00", "minute", "stated", "header", ()),
        "authors": (Contributor(*at("BRUSSELS"), "Rani Kusuma"),),
        "publisher": Publisher("contoh", "Contoh News"),
        "dateline": Dateline(*at("BRUSSELS"), "BRUSSELS"),
        "agencies": (AgencyCredit(*at("BelTA"), "belta", "BelTA", "credited", "told"),),
        "mentions": (
            Mention(
                *at("Uni Eropa", body), "european-union", "European Union", "Q458", "organisation", "name", "alias"
            ),
            Mention(*at("Belarusia"), "belarus", "Belarus", "Q184", "country", "name", "alias"),
        ),
        "names": (Name(*at("Uni Eropa", body), "ORG", "codebook"), Name(*at("Lukashenko"), "PER", "codebook")),
        "quotes": (
            Quote(
                "direct",
                Span(*at("Kami akan bertahan,")),
                Speaker(*at("Lukashenko"), "Alexander Lukashenko", "alexander-lukashenko"),
                Span(*at("kata")),
                (),
                "quote-verb-speaker",
            ),
        ),
        "dates": (),
        "themes": (),
        "sanctions": (
            Sanction(*at(TEXT.split("\n")[1]), ("european-union",), ("belarus",), "trade", "extended", "actual", "r"),
        ),
        "military_cooperation": (
            MilitaryCooperation(*at("Kami akan bertahan"), "exercise", ("belarus",), (), None, None, "future", "r"),
        ),
        "processing_agent": "press-workbench 0",
        "codebook": STAMP,
    }
    return Record(**(fields | changes))  # type: ignore[arg-type]


def build_codebook() -> Codebook:
    label = Label("x", "x")
    made = {
        "european-union": Actor(
            id="european-union", name="European Union", type="organisation", kind="union", aliases=(), hit="", miss=""
        ),
        "belarus": Actor(
            id="belarus", name="Belarus", type="country", kind="state", country="BY", aliases=(), hit="", miss=""
        ),
    }
    fields = dict.fromkeys(Codebook.__struct_fields__, ())
    fields |= {"title": label, "stamp": STAMP, "actors": tuple(made.values())}
    return Codebook(**fields)  # type: ignore[arg-type]


def exported(name: str, record: Record | None = None) -> list[dict]:
    lines = list(export_records([record or build_record()], name, build_codebook()))
    return json.loads("".join(lines)) if FORMATS[name].layout == "array" else [json.loads(line) for line in lines]


def test_ftm_entities_pass_the_model_of_followthemoney() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from followthemoney import model  # noqa: PLC0415 -- its imports warn

    entities = exported("ftm")
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        assert proxy.to_dict()["properties"].keys() == entity["properties"].keys(), entity
    (sanction,) = (e for e in entities if e["schema"] == "Sanction")
    assert sanction["properties"]["authority"] == ["European Union"]
    assert {e["schema"] for e in entities} == {"Article", "Organization", "PublicBody", "Mention", "Sanction"}


def test_news_article_uses_terms_of_schema_org_alone() -> None:
    (article,) = exported("schema-org")
    nested = [article, article["publisher"], *article["author"], *article["mentions"], *article["isBasedOn"]]
    for node in nested:
        assert SDO[node["@type"]] in SDO
        assert all(SDO[key] in SDO for key in node if not key.startswith("@"))
    assert article["articleBody"].startswith("BRUSSELS - ")


def test_an_inferred_date_is_no_date_published_and_a_citation_says_circa() -> None:
    record = build_record(date_published=DateValue("2024-05-01", "day", "inferred", "latest", ()))
    assert "datePublished" not in exported("schema-org", record)[0]
    assert exported("csl", record)[0]["issued"] == {"date-parts": [[2024, 5, 1]], "circa": True}
    assert all(event["date"] is event["enddate"] is None for event in exported("plover", record))
    assert all("publishedAt" not in entity["properties"] for entity in exported("ftm", record))


def test_a_stated_date_goes_everywhere() -> None:
    record = build_record(date_published=DateValue("2024-05-01T10:00+07:00", "minute", "stated", "latest", ()))
    assert {event["date"] for event in exported("plover", record)} == {"2024-05-01"}
    assert exported("ftm", record)[0]["properties"]["publishedAt"] == ["2024-05-01"]


@pytest.mark.parametrize("name", ["annotation", "plover"])
def test_two_tags_of_the_same_words_have_two_ids(name: str) -> None:
    kinds = (("exercise", "belarus"), ("training", "belarus"))
    words = at("Kami akan bertahan")
    record = build_record(
        themes=(Theme(*words, "sanctions", ()), Theme(*words, "military-cooperation", ())),
        military_cooperation=tuple(
            MilitaryCooperation(*words, kind, (actor,), (), None, None, "future", "r") for kind, actor in kinds
        ),
    )
    ids = [one["id"] for one in exported(name, record)]
    assert len(ids) == len(set(ids))
    assert not any(" " in one for one in ids)


def test_annotations_anchor_by_quote_and_position() -> None:
    for annotation in exported("annotation"):
        quote, position = annotation["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert annotation["motivation"] in {"identifying", "tagging", "classifying"}
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT


def test_csl_items_are_read_by_a_citation_processor() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import citeproc  # noqa: PLC0415 -- its imports warn
        from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

        items = exported("csl")
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = citeproc.CitationStylesBibliography(style, CiteProcJSON(items), citeproc.formatter.plain)
        bibliography.register(citeproc.Citation([citeproc.CitationItem("00ff")]))
        (entry,) = bibliography.bibliography()
    assert "Rani Kusuma" in str(entry)
    assert "Uni Eropa Perluas Sanksi" in str(entry)
    assert "2024" in str(entry)


def test_plover_events_have_the_fields_and_types_of_the_manual() -> None:
    sanction, exercise = exported("plover")
    assert sanction["event"] == "SANCTION"
    assert sanction["actor"] == ["European Union"]
    assert sanction["recipient"] == ["Belarus"]
    assert sanction["quad_code"] == 4
    assert sanction["text_info"] == {"sequence": 1, "start": TEXT.index("BRUSSELS"), "end": TEXT.index("\n“")}
    assert exercise["event"] == "COOPERATE"
    assert exercise["mode"] == ["future"]
    assert exercise["context"] == ["military"]


def test_a_sanction_that_is_only_suffered_is_no_event() -> None:
    suffered = Sanction(*at(TEXT.split("\n")[1]), (), ("belarus",), None, "suffered", "actual", "r")
    assert [e["event"] for e in exported("plover", build_record(sanctions=(suffered,)))] == ["COOPERATE"]


def test_conll_labels_follow_the_names() -> None:
    lines = list(export_records([build_record()], "conll", build_codebook()))
    columns = [line.split("\t") for line in lines if "\t" in line and not line.startswith("-DOCSTART-")]
    labels = [(token, label) for token, _, _, label in columns if label != "O"]
    assert labels == [("Uni", "B-ORG"), ("Eropa", "I-ORG"), ("Lukashenko", "B-PER")]
    assert all(TEXT[int(start) : int(end)] == token for token, start, end, _ in columns)


@pytest.mark.parametrize("name", FORMATS)
def test_no_records_make_an_empty_but_valid_file(name: str) -> None:
    text = "\n".join(export_records([], name, build_codebook()))
    assert text == ("[\n]" if FORMATS[name].layout == "array" else "")


def test_titles_and_authors_that_only_columns_state_are_exported_where_the_page_prints_none() -> None:
    claims = (
        Claim("headline", "Sanksi Diperluas", "column:title"),
        Claim("author", "Rara Wening, Bima Sakti", "column:authors"),
    )
    bare = build_record(headline=None, authors=(), claims=claims)
    (item,) = exported("csl", bare)
    assert item["title"] == "Sanksi Diperluas"
    assert item["author"] == [{"literal": "Rara Wening"}, {"literal": "Bima Sakti"}]
    (printed,) = exported("csl", build_record(claims=claims))
    assert (printed["title"], printed["author"]) == ("Uni Eropa Perluas Sanksi", [{"literal": "Rani Kusuma"}])
    window = build_record(headline=None, claims=(Claim("headline", "Sanksi - Koran Kita", "title"),))
    (untitled,) = exported("csl", window)
    assert "title" not in untitled
