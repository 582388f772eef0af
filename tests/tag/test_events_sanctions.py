"""Sanctions over small articles made by hand."""

import msgspec
import pytest
from tag_scenes import NAMED, mention, tagged

from workbench.tag.events import build_event_rules


def test_those_listed_stand_right_behind_the_sentence_that_restricts_them(rules):
    listed = "Mereka antara lain dua hakim dan seorang jaksa."
    _, next_to = tagged(rules, "Kanada menjatuhkan sanksi kepada tiga pejabat Belarus.", listed)
    _, later = tagged(rules, "Kanada menjatuhkan sanksi kepada tiga pejabat Belarus.", "Cuaca cerah.", listed)
    assert (len(next_to.sanctions), len(later.sanctions)) == (2, 1)


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Brussel menjatuhkan sanksi kepada Minsk karena memaksa pesawat mendarat.", None),
        ("Brussel menjatuhkan sanksi kepada Minsk berupa larangan terbang.", "travel"),
        ("Akibat pembajakan pesawat itu, Brussel membekukan aset tiga pejabat Minsk.", "financial"),
    ],
)
def test_why_a_measure_is_taken_does_not_say_what_it_is(rules, text, instrument):
    _, events = tagged(rules, text)
    assert [event.instrument for event in events.sanctions] == [instrument]


def test_a_restricted_state_that_is_described_is_that_of_the_event_before_and_marked(rules):
    first = "Uni Eropa menjatuhkan sanksi kepada Belarus."
    second = "Kanada juga mengumumkan sanksi baru terhadap negara Eropa Timur tersebut."
    both = f"{first} {second}"
    named = [mention(both, "Belarus", "belarus"), mention(both, "Kanada", "canada")]
    _, events = tagged(rules, first, second, mentions=named)
    told = events.sanctions[1]
    assert (told.authority, told.recipient, told.rule) == (("canada",), ("belarus",), "sanction-state-described")


@pytest.mark.parametrize(
    ("names", "recipient"), [(("Belarus", "Kanada"), ("belarus",)), (("Belarus", "Serbia", "Kanada"), ())]
)
def test_without_an_event_before_only_a_lone_other_state_can_be_meant(rules, names, recipient):
    entities = {"Belarus": "belarus", "Serbia": "serbia", "Kanada": "canada"}
    text = f"{' dan '.join(names[:-1])} lega setelah Kanada mencabut sanksi terhadap negara tersebut."
    _, events = tagged(rules, text, mentions=[mention(text, name, entities[name]) for name in names])
    assert [event.recipient for event in events.sanctions] == [recipient]


def test_an_authority_may_be_named_after_a_passive(rules):
    text = "Dua bank Belarus dikenai sanksi oleh Inggris."
    named = [mention(text, "Belarus", "belarus"), mention(text, "Inggris", "united-kingdom")]
    _, events = tagged(rules, text, mentions=named)
    (sanction,) = events.sanctions
    assert (sanction.authority, sanction.recipient) == (("united-kingdom",), ("belarus",))


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Sanksi Brussel terhadap Minsk tidak akan menghentikan pabrik kami.", "actual"),
        ("Embargo Barat terhadap Minsk tak mampu melemahkan pabrik itu.", "actual"),
        ("Sanksi Brussel terhadap Minsk tidak akan dihentikan tahun ini.", "negation"),
        ("Brussel tidak akan menjatuhkan sanksi terhadap Minsk.", "negation"),
        ("Brussel akan menjatuhkan sanksi terhadap Minsk.", "future"),
    ],
)
def test_sanctions_that_fail_are_not_denied(rules, text, mood):
    _, events = tagged(rules, text)
    assert [sanction.modality for sanction in events.sanctions] == [mood]


@pytest.mark.parametrize(
    "text", ["Sanksi Inggris atas invasi Rusia ke Ukraina dicabut.", "Sanksi Inggris atas krisis Ukraina dicabut."]
)
def test_where_the_punished_deed_was_done_is_not_who_is_restricted(codebook, text):
    named = [mention(text, name, entity) for name, entity in [*NAMED, ("Inggris", "united-kingdom")] if name in text]
    events = codebook.events
    untold = msgspec.structs.replace(events.sanctions, deeds=(), crises=())
    plain = msgspec.structs.replace(codebook, events=msgspec.structs.replace(events, sanctions=untold))
    found = [
        tagged(build_event_rules(book), text, mentions=named)[1].sanctions[0].recipient for book in (codebook, plain)
    ]
    assert "ukraine" not in found[0]
    assert found[1]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Brussel menerapkan paket sanksi ke-17 Kanada terhadap Rusia.", ("russia",)),
        ("Brussel mengusulkan larangan impor pupuk dari Rusia.", ("russia",)),
        ("Brussel mendukung sanksi dari Kanada.", ()),
    ],
)
def test_the_words_before_a_name_tell_whether_it_is_the_recipient(rules, text, recipient):
    named = [("Brussel", "european-union"), ("Kanada", "canada"), ("Rusia", "russia")]
    mentions = [mention(text, words, entity) for words, entity in named if words in text]
    _, events = tagged(rules, text, mentions=mentions)
    assert [sanction.recipient for sanction in events.sanctions] == [recipient]


def test_a_capital_stands_for_its_state(codebook, rules):
    places = {a.id: a for a in codebook.actors if a.type == "place" and a.country == "KP"}
    if not places:
        pytest.skip("the codebook names no place in North Korea")
    text = "Kesepakatan itu melanggar sanksi PBB terhadap Pyongyang."
    _, events = tagged(rules, text, mentions=[mention(text, "Pyongyang", next(iter(places)), "place")])
    state = next(a.id for a in codebook.actors if a.type == "country" and a.country == "KP")
    assert events.sanctions[0].recipient == (state,)
    assert events.sanctions[0].status == "evaded"


def test_a_leader_of_the_restricted_side_is_no_authority(rules):
    text = "Rusia Disanksi Barat, Putin Janji Balas Dendam"
    named = [
        mention(text, "Rusia", "russia"),
        mention(text, "Barat", "west", "collective"),
        mention(text, "Putin", "vladimir-putin", "person"),
    ]
    _, events = tagged(rules, text, mentions=named)
    assert (events.sanctions[0].authority, events.sanctions[0].recipient) == (("west",), ("russia",))


def test_a_leader_right_before_the_verb_acts_for_his_state(rules):
    text = "Biden menjatuhkan sanksi kepada Belarus."
    named = [mention(text, "Biden", "biden", "person"), mention(text, "Belarus", "belarus")]
    _, events = tagged(rules, text, mentions=named)
    assert (events.sanctions[0].authority, events.sanctions[0].recipient) == (("united-states",), ("belarus",))
