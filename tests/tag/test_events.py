"""Themes and events over small articles made by hand; see `test_events_sanctions` and `test_events_military`."""

import msgspec
import pytest
from tag_scenes import events_of, tagged, themes

from workbench.tag.check import article_of, check_codebook
from workbench.tag.events import build_event_rules
from workbench.tag.themes import asserted_concepts


def test_every_example_of_the_shipped_codebook_holds(codebook):
    assert check_codebook(codebook) == ()


def test_a_bare_word_needs_a_sentence_that_asserts_the_theme(rules):
    _, alone = tagged(rules, "Paket sanksi itu berlaku pekan depan.")
    _, after = tagged(rules, "Brussel menghukum Minsk dengan sanksi.", "Paket sanksi itu berlaku pekan depan.")
    assert themes(alone) == []
    assert themes(after) == ["sanctions", "sanctions"]


def test_a_sports_headline_switches_off_rules_that_need_context(rules):
    article = article_of(
        ["FIFA Perpanjang Sanksi Rusia", "Kremlin menyesalkan sanksi Barat.", "Sanksi itu berlaku lama."]
    )
    article = msgspec.structs.replace(article, headline=article.sentences[0])
    found = [t for t in events_of(article, rules).themes if t.concept == "sanctions"]
    assert [t.start for t in found] == [article.sentences[1].start]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Kedua presiden berjanji saling mendukung di tengah sanksi Barat terhadap Minsk.", "actual"),
        ("Kedua presiden berjanji mencabut sanksi terhadap Minsk.", "future"),
    ],
)
def test_what_a_promise_is_made_under_is_no_promise(rules, text, mood):
    _, events = tagged(rules, text)
    assert [sanction.modality for sanction in events.sanctions] == [mood]


def test_clauses_end_where_the_codebook_says(codebook):
    text = "Rusia dan Belarus memulai latihan perang kendati Polandia tidak setuju."
    events = codebook.events
    told = msgspec.structs.replace(events.clauses, conjunctions=(*events.clauses.conjunctions, "kendati"))
    for clauses, mood in ((events.clauses, "negation"), (told, "actual")):
        book = msgspec.structs.replace(codebook, events=msgspec.structs.replace(events, clauses=clauses))
        _, found = tagged(build_event_rules(book), text)
        assert [event.modality for event in found.military_cooperation] == [mood]


def test_concepts_are_asserted_by_the_sentences_that_are_tagged(codebook, rules):
    examples = [rule for concept in codebook.events.themes for rule in (*concept.rules, *concept.off_topic)]
    for rule in examples:
        for sentence in (rule.hit, rule.miss):
            article, events = tagged(rules, *([rule.context] if rule.context else []), sentence)
            views = rules.book.read(article.text, article.sentences).sentences
            assert asserted_concepts(views, rules.themes, rules.book) == set(themes(events))


def test_a_sentence_of_an_old_year_is_background_and_its_events_historical(rules):
    text = "Pada Februari 2022, Minsk mengizinkan wilayahnya dipakai pasukan Rusia untuk menyerang."
    _, later = tagged(rules, text, date="2024-03-01")
    _, soon = tagged(rules, text, date="2022-03-01")
    assert [b.rule for b in later.background] == ["background-year"]
    assert {e.modality for e in later.military_cooperation} == {"historical"}
    assert soon.background == ()


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Berlin mengejar perdamaian setelah invasi Rusia ke Ukraina pada Februari 2022.", 0),
        ("Berlin menutup konsulat pada Februari 2022 setelah invasi itu.", 1),
    ],
)
def test_the_year_of_something_else_does_not_date_a_sentence(rules, text, n):
    _, events = tagged(rules, text, date="2025-06-01")
    assert len(events.background) == n


def test_speech_of_today_about_an_old_treaty_is_news(rules):
    _, events = tagged(rules, "Ia menekankan pentingnya perjanjian yang diteken pada 1996.", date="2023-04-06")
    assert events.background == ()


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Kedua presiden menandatangani tujuh dokumen.", "signed"),
        ("Putin menjanjikan kredit baru.", "promised"),
        ("Moskow telah menyerahkan dua baterai rudal.", "delivered"),
        ("Minsk membatalkan kesepakatan itu.", "contradicted"),
        ("Kedua menteri sepakat membuka jalur kereta.", "agreed"),
        ("Kedua menteri belum sepakat soal jalur kereta.", None),
    ],
)
def test_commitments_have_their_state(rules, sentence, state):
    _, events = tagged(rules, sentence)
    assert [c.state for c in events.commitments] == ([state] if state else [])


def test_no_event_comes_from_text_outside_the_sentences(rules):
    article = article_of(["Warga panen kentang.", "Barat menjatuhkan sanksi kepada Rusia."])
    article = msgspec.structs.replace(article, sentences=article.sentences[:1])
    assert events_of(article, rules).themes == ()


def test_an_article_without_sentences_has_no_events(rules):
    article = msgspec.structs.replace(article_of(["Sanksi."]), sentences=())
    assert events_of(article, rules).themes == ()


def test_an_index_page_has_no_events(rules):
    article = msgspec.structs.replace(article_of(["Barat menjatuhkan sanksi kepada Rusia."]), is_article=False)
    assert events_of(article, rules).themes == ()
