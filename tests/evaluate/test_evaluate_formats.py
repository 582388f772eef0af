import json

import msgspec
import pytest
from evaluate_builders import REFERENCE, comparisons, line, quote, record_of, span, stated, text_of

from workbench.codebook import load_codebook
from workbench.errors import ReadError
from workbench.evaluate import evaluate_gold
from workbench.evaluate.actors import build_roster
from workbench.evaluate.facts import score
from workbench.evaluate.formats import find_gold
from workbench.evaluate.views import squeezed
from workbench.record import Mention, Name, Theme, TimeExpression
from workbench.tag.crf import load_name_model

TEXT = 'Menteri Bertemu\n\nMINSK - "Kami siap bekerja sama penuh," kata Rina Sari.\n\nBaca juga: Kabar lain'
ANNOTATION = {
    "id": "p1",
    "text": TEXT,
    "language": "id",
    "is_article": True,
    "title": "Menteri Bertemu",
    "published": "2024-01-02",
    "dateline": "MINSK",
    "lines": {"0": "headline", "2": "body", "4": "pull"},
    "direct_quotes": [{"text": "Kami siap bekerja sama penuh,", "speaker": "Rina Sari"}],
    "people": ["Rina Sari"],
    "countries": ["BY"],
    "theme_lines": {"sanctions": [2]},
    "entities": [{"text": "Rina Sari", "line": 2, "label": "PER"}],
    "indirect_quotes": [],
}
LAYOUT = {
    "id": "s1",
    "layout": "contoh",
    "text": TEXT,
    "gold": {
        "is_article": True,
        "lang": "id",
        "title": "Menteri Bertemu",
        "body_must_contain": ["Kami siap bekerja"],
        "must_drop": ["Baca juga: Kabar lain"],
        "quotes": [{"text": "Kami siap bekerja sama penuh", "speaker": "Rina Sari", "marked": True}],
    },
}
TIMEML = """<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2024-01-02">x</TIMEX3></DCT>
<TEXT>Rapat pada <TIMEX3 tid="t1" type="DATE" value="2024-01-01">Senin</TIMEX3> &amp; selesai.</TEXT></TimeML>"""
NAMES = "Rina PROPN B-PER\nSari PROPN I-PER\ntiba VERB O\ndi ADP O\nMinsk PROPN B-LOC\n\nKamis NOUN O\n"
STATEMENTS = "\n".join(
    f"{word}\t{tag}"
    for word, tag in [
        *[("MINSK", "O"), (",", "O"), ("CONTOH", "O"), ("—", "O"), ("”", "B-STATEMENT"), ("Kami", "I-STATEMENT")],
        *[("siap", "I-STATEMENT"), ("bekerja", "I-STATEMENT"), ("sama", "I-STATEMENT"), (",", "I-STATEMENT")],
        *[("”", "L-STATEMENT"), ("kata", "U-CUE"), ("Rina", "B-PERSON"), ("Sari", "L-PERSON"), (".", "O")],
    ]
)


def gold_pages(tmp_path, content, name="gold"):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    (found,) = find_gold(path)
    return list(found.pages(None))


def right_record():
    lines = (
        line(TEXT, 0, "headline", "Menteri Bertemu"),
        line(TEXT, 2, "byline", "MINSK"),
        line(TEXT, 2, "body", TEXT[span(TEXT, '- "Kami').start : span(TEXT, "Sari.").end]),
        line(TEXT, 4, "pull", "Baca juga: Kabar lain"),
    )
    name, place = span(TEXT, "Rina Sari"), span(TEXT, "MINSK")
    theme = span(TEXT, "Kami siap bekerja sama penuh")
    return record_of(
        TEXT,
        lines=lines,
        headline=span(TEXT, "Menteri Bertemu"),
        dateline=None,
        date_published=stated("2024-01-02"),
        quotes=(quote(TEXT, "Kami siap bekerja sama penuh", "Rina Sari"),),
        names=(Name(start=name.start, end=name.end, label="PER", rule="test"),),
        mentions=(
            Mention(
                start=place.start,
                end=place.end,
                entity="belarus",
                name="Belarus",
                qid=None,
                type="country",
                resolution="name",
                rule="test",
            ),
        ),
        themes=(Theme(start=theme.start, end=theme.end, concept="sanctions", terms=()),),
    )


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (json.dumps(ANNOTATION), "annotated pages"),
        (json.dumps(LAYOUT), "layouts"),
        (TIMEML, "TimeML"),
        (NAMES, "names"),
        (STATEMENTS, "statements"),
    ],
)
def test_a_format_is_known_by_its_content(tmp_path, content, name):
    path = tmp_path / "gold"
    path.write_text(content)
    assert [found.format.name for found in find_gold(tmp_path)] == [name]


def test_what_is_no_gold_is_refused(tmp_path):
    (tmp_path / "README.md").write_text("# Bukan")
    with pytest.raises(ReadError, match="holds no gold"):
        find_gold(tmp_path)


def test_an_annotated_page_is_compared_measure_by_measure(tmp_path):
    (page,) = gold_pages(tmp_path, json.dumps(ANNOTATION))
    assert text_of(page) == TEXT
    wrong = {s.measure for s in score(comparisons(page, right_record()).values()) if s.f1 not in {None, 1.0}}
    assert wrong == {"dateline"}


def test_an_inferred_date_is_scored_only_where_the_set_annotates_it(tmp_path):
    for told, is_scored in (({}, False), ({"published_inferred": None}, True)):
        (page,) = gold_pages(tmp_path, json.dumps({**ANNOTATION, "published": None, **told}))
        assert ("date inferred" in comparisons(page, right_record())) is is_scored


def test_actors_are_compared_by_lists_and_by_names_of_the_page(tmp_path):
    roster = build_roster(load_codebook().actors)
    reference = msgspec.structs.replace(REFERENCE, roster=roster)
    text = "Putin tiba di Minsk.\nKantor di Pengadilan Minsk sepi."
    base = {**ANNOTATION, "text": text, "lines": {"0": "headline", "1": "body"}, "countries": [], "people": []}
    names = [("Putin", 0, "PER"), ("Minsk", 0, "LOC"), ("Pengadilan Minsk", 1, "ORG")]
    row = {**base, "entities": [dict(zip(("text", "line", "label"), name, strict=True)) for name in names]}
    (page,) = gold_pages(tmp_path, json.dumps(row))
    place = text.rindex("Minsk")
    part = Mention(place, place + 5, entity="minsk", name="Minsk", qid=None, type="place", resolution="name", rule="r")
    found = {one.measure: one for one in page.compare(record_of(text, mentions=(part,)), reference)}
    assert {fact.value for fact in found["actors of the codebook"].expected} == {"person Vladimir Putin", "place Minsk"}
    assert {fact.value for fact in found["actors of the codebook"].found} == {"place Minsk"}


def test_a_split_line_counts_by_its_longest_segment(tmp_path):
    (page,) = gold_pages(tmp_path, json.dumps(ANNOTATION))
    assert {fact.value for fact in comparisons(page, right_record())["line roles"].found} == {
        "headline",
        "body",
        "pull",
    }


def test_texts_are_looked_for_beside_the_gold(tmp_path):
    row = {**ANNOTATION, "text": None, "file": "a.txt"}
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT)
    (tmp_path / "gold.jsonl").write_text(json.dumps(row))
    (found,) = find_gold(tmp_path / "gold.jsonl")
    assert [text_of(page) for page in found.pages(tmp_path / "texts")] == [TEXT]
    (error,) = found.pages(None)
    assert "--texts" in error.reason


def test_a_bad_row_of_gold_is_named_and_the_rest_is_read(tmp_path):
    error, page = gold_pages(tmp_path, json.dumps({**ANNOTATION, "lines": 5}) + "\n" + json.dumps(ANNOTATION))
    assert error.path.endswith("gold#1")
    assert page.id == "p1"


def test_a_layout_says_what_is_kept_and_what_leaks(tmp_path):
    (page,) = gold_pages(tmp_path, json.dumps(LAYOUT))
    found = comparisons(page, right_record())
    assert found["body kept, nothing leaked"].found[0].value == "kept"
    assert found["quotes with speaker"].expected == found["quotes with speaker"].found
    leaking = comparisons(page, record_of(TEXT))
    assert leaking["body kept, nothing leaked"].found[0].value == "leaked 'Baca juga: Kabar lain'"


def test_people_of_the_codebook_count_by_their_identity_and_others_are_found_too_many(tmp_path):
    row = {**LAYOUT, "gold": {**LAYOUT["gold"], "actors": ["sari"]}}
    (page,) = gold_pages(tmp_path, json.dumps(row))
    named = [
        Mention(0, 1, entity=entity, name="Orang", qid=None, type=kind, resolution="name", rule="test")
        for entity, kind in (("rina-sari", "person"), ("lain", "person"), ("BY", "state"))
    ]
    found = comparisons(page, record_of(TEXT, mentions=tuple(named)))["actors of the codebook"]
    assert {fact.value for fact in found.expected} == {"sari"}
    assert {fact.value for fact in found.found} == {"sari", "lain"}


def test_time_marks_become_spans_of_the_bare_text(tmp_path):
    (page,) = gold_pages(tmp_path, TIMEML)
    text = page.source.text
    assert text == "Rapat pada Senin & selesai."
    assert page.source.date_published.value == "2024-01-02"
    time = span(text, "Senin")
    date = TimeExpression(start=time.start, end=time.end, type="DATE", value="2023-12-25", rule="test")
    scores = {s.measure: s.f1 for s in score(comparisons(page, record_of(text, dates=(date,))).values())}
    assert scores == {"time expressions": 1.0, "value of those found": 0.0, "type of those found": 1.0}


def test_names_are_compared_sentence_by_sentence(tmp_path):
    first, second = gold_pages(tmp_path, NAMES)
    assert (first.source.text, second.source.text) == ("Rina Sari tiba di Minsk", "Kamis")
    wrong = Name(start=0, end=4, label="PER", rule="test")
    scores = {
        s.measure: s.n_right for s in score(comparisons(first, record_of(first.source.text, names=(wrong,))).values())
    }
    labels = ("", ", PER", ", ORG", ", LOC")
    compared = [f"{what}{label}" for what in ("names", "names without states") for label in labels]
    assert scores == dict.fromkeys([*compared, "actors of the codebook"], 0)
    assert [fact.value for fact in comparisons(first, record_of(first.source.text))["names"].expected] == [
        "PER Rina Sari @0",
        "LOC Minsk @18",
    ]


NAMES_OF_BODIES = "\n".join(
    f"{word} X {tag}"
    for word, tag in [
        *[("Badan", "B-ORG"), ("Pangan", "I-ORG"), ("(BP)", "I-ORG"), ("membeli", "O"), ("beras", "O")],
        *[("Belarus,", "B-LOC"), ("kata", "O"), ("Sari.", "B-PER")],
    ]
)


def test_names_are_bare_of_marks_and_an_acronym_in_brackets_is_one_of_its_own(tmp_path):
    (page,) = gold_pages(tmp_path, NAMES_OF_BODIES)
    found = comparisons(page, record_of(page.source.text))
    assert [fact.value for fact in found["names"].expected] == [
        "ORG Badan Pangan @0", "ORG BP @14", "LOC Belarus @32", "PER Sari @46",
    ]  # fmt: skip


def test_states_are_left_out_on_both_sides(tmp_path):
    (page,) = gold_pages(tmp_path, NAMES_OF_BODIES)
    names = (Name(start=32, end=39, label="LOC", rule="test"), Name(start=46, end=50, label="PER", rule="test"))
    reference = msgspec.structs.replace(REFERENCE, states=frozenset({"belarus"}))
    both = {one.measure: one for one in page.compare(record_of(page.source.text, names=names), reference)}
    assert [fact.value for fact in both["names without states, LOC"].expected] == []
    assert [fact.value for fact in both["names without states"].found] == ["PER Sari @46"]
    assert [fact.value for fact in both["names, LOC"].found] == ["LOC Belarus @32"]


def test_the_model_is_scored_without_the_rules(tmp_path):
    page, _ = gold_pages(tmp_path, NAMES)
    reference = msgspec.structs.replace(REFERENCE, model=load_name_model(load_codebook().cues))
    found = {one.measure: one for one in page.compare(record_of(page.source.text), reference)}
    assert [fact.value for fact in found["names of the model alone"].found] == ["PER Rina Sari @0", "LOC Minsk @18"]
    assert not found["names"].found


def test_statements_are_typeset_and_compared_without_their_marks(tmp_path):
    (page,) = gold_pages(tmp_path, STATEMENTS)
    text = page.source.text
    assert text == "MINSK, CONTOH — ”Kami siap bekerja sama,” kata Rina Sari."
    found = comparisons(page, record_of(text, quotes=(quote(text, "Kami siap bekerja sama,", "Rina Sari"),)))
    assert {s.measure: s.f1 for s in score(found.values())} == {
        "direct quotes, exact": 1.0,
        "direct quotes, overlapping (recall)": 1.0,
        "speaker overlaps a marked one": 1.0,
    }


def test_each_dateline_begins_an_article(tmp_path):
    assert len(gold_pages(tmp_path, STATEMENTS + "\n\n" + STATEMENTS)) == 2


def test_a_file_that_gold_names_is_read_with_its_markup(tmp_path):
    html = (
        '<html><head><meta property="article:published_time" content="2024-03-05T09:30:00+07:00"></head>'
        "<body><h1>Menteri Bertemu</h1><p>Menteri luar negeri kedua negara bertemu di Minsk.</p></body></html>"
    )
    (tmp_path / "halaman.html").write_text(html, encoding="utf-8")
    gold = json.dumps({key: value for key, value in ANNOTATION.items() if key != "text"} | {"file": "halaman.html"})
    (tmp_path / "gold.jsonl").write_text(gold, encoding="utf-8")
    (found,) = find_gold(tmp_path / "gold.jsonl")
    (page,) = found.pages(tmp_path)
    assert [(claim.field, claim.value) for claim in page.source.claims if claim.field == "date_published"] == [
        ("date_published", "2024-03-05T09:30:00+07:00")
    ]


def test_names_are_compared_without_the_marks_on_their_letters():
    assert squeezed("Władysław  Nausėda") == squeezed("wladyslaw nauseda")
    assert squeezed("Rina Sari-Putri") == squeezed("rina sari putri")
    assert squeezed("Rina Sari") != squeezed("Rina Sara")


def test_pairs_of_one_event_are_scored_over_a_whole_set(tmp_path):
    bridge, again, other = (
        "Jembatan kereta Orsva ambruk, Selasa (4/3/2025). Tujuh orang terluka di Velnograd, kata Marta Kolvich.",
        "Marta Kolvich membenarkan, Selasa (4/3/2025), tujuh orang cedera ketika jembatan Orsva di Velnograd runtuh.",
        "Koperasi Sarnov memanen jelai di Lembah Ketra, Selasa (4/3/2025), dua kali lipat dari musim yang lalu.",
    )
    texts = {"bridge": bridge, "again": again, "other": other}
    rows = ({"id": name, "text": text, "event": "one", "published": "2025-03-05"} for name, text in texts.items())
    file = tmp_path / "told.jsonl"
    file.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows) + b'{"text": "x", "event": 3}\n')
    (result,) = evaluate_gold(file, texts=None, codebook=load_codebook())
    (score,) = result.scores
    assert (score.measure, score.n_expected, score.n_found, score.n_right) == ("stories, pairs", 3, 1, 1)
    assert [(miss.page, miss.expected) for miss in result.misses] == [("bridge", "other"), ("again", "other")]
    assert len(result.errors) == 1
