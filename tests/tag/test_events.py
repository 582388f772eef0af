"""Themes and events over small articles made by hand."""

import msgspec
import pytest
from tag_press import record_of

from workbench.article import DateValue
from workbench.codebook import load_codebook
from workbench.record import Mention
from workbench.tag.check import article_of, check_codebook
from workbench.tag.events import build_event_rules, tag_events
from workbench.tag.themes import asserted_concepts

NAMED = [("Iran", "iran"), ("Rusia", "russia"), ("Ukraina", "ukraine")]


@pytest.fixture(scope="module")
def codebook():
    return load_codebook()


@pytest.fixture(scope="module")
def rules(codebook):
    return build_event_rules(codebook)


def tagged(rules, *sentences, mentions=(), date=None):
    article = article_of(sentences)
    if date:
        published = DateValue(date, "day", "stated", "by-hand", ())
        article = msgspec.structs.replace(article, date_published=published)
    return article, events_of(article, rules, mentions)


def events_of(article, rules, mentions=()):
    return tag_events(article, rules.book.read(article.text, article.sentences), mentions, rules)


def mention(text, words, entity, kind="country"):
    start = text.index(words)
    return Mention(start, start + len(words), entity, words, None, kind, "name", "by-hand")


def themes(events):
    return [theme.concept for theme in events.themes]


def test_every_example_of_the_shipped_codebook_holds(codebook):
    assert check_codebook(codebook) == ()


def test_a_bare_word_needs_a_sentence_that_asserts_the_theme(rules):
    _, alone = tagged(rules, "Paket sanksi itu berlaku pekan depan.")
    _, after = tagged(rules, "Brussel menghukum Minsk dengan sanksi.", "Paket sanksi itu berlaku pekan depan.")
    assert themes(alone) == []
    assert themes(after) == ["sanctions", "sanctions"]


@pytest.mark.parametrize(
    ("first", "second", "kind", "rule"),
    [
        (
            "Rusia menempatkan hulu ledak nuklir di Belarus.",
            "Senjata itu akan dikerahkan ke Belarus dari Rusia.",
            "nuclear-sharing",
            "military-system-goes-on",
        ),
        (
            "Rusia memasok sistem rudal ke Belarus.",
            "Peralatan itu tiba lewat laut.",
            "arms-supply",
            "military-system-goes-on",
        ),
        (
            "Rusia dan Belarus meneken pakta pertahanan bersama.",
            "Dokumen itu berlaku sepuluh tahun.",
            "treaty",
            "military-document-goes-on",
        ),
    ],
)
def test_a_sentence_that_goes_on_takes_the_kind_from_before_and_says_so(rules, first, second, kind, rule):
    _, events = tagged(rules, first, second)
    assert [(event.kind, event.rule) for event in events.military_cooperation][-1] == (kind, rule)


def test_what_goes_on_far_from_the_event_takes_no_kind_from_it(rules):
    between = ["Cuaca cerah di ibu kota."] * 4
    _, events = tagged(rules, "Rusia dan Belarus meneken pakta pertahanan.", *between, "Dokumen itu berlaku lama.")
    assert [event.kind for event in events.military_cooperation] == ["treaty"]


def test_those_listed_stand_right_behind_the_sentence_that_restricts_them(rules):
    listed = "Mereka antara lain dua hakim dan seorang jaksa."
    _, next_to = tagged(rules, "Kanada menjatuhkan sanksi kepada tiga pejabat Belarus.", listed)
    _, later = tagged(rules, "Kanada menjatuhkan sanksi kepada tiga pejabat Belarus.", "Cuaca cerah.", listed)
    assert (len(next_to.sanctions), len(later.sanctions)) == (2, 1)


def test_an_exercise_that_is_held_in_a_town_deploys_nobody(rules):
    _, held = tagged(rules, "Pasukan Rusia gelar manuver di Gomel.")
    _, moved = tagged(rules, "Pasukan Rusia dikirim ke Gomel dan menggelar manuver gabungan.")
    assert [event.kind for event in held.military_cooperation] == ["exercise"]
    assert {event.kind for event in moved.military_cooperation} == {"exercise", "deployment-transit"}


def test_whoever_speaks_for_an_alliance_does_not_make_it_take_part(rules):
    text = "Juru bicara NATO Rina Melati mengatakan Rusia memasok rudal ke Belarus."
    named = [mention(text, name, name.lower()) for name in ("NATO", "Rusia", "Belarus")]
    _, events = tagged(rules, text, mentions=named)
    assert {event.actors for event in events.military_cooperation} == {("rusia", "belarus")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Belarus dipakai Rusia sebagai pangkalan pasukan untuk serangan ke Ukraina.", "belarus"),
        ("Belarus mengizinkan Rusia memakai wilayahnya untuk menyerang Ukraina.", "belarus"),
        ("Sejak invasi ke Ukraina, Belarus mengizinkan pasukan Rusia memakai wilayahnya.", "belarus"),
        ("Rusia akan menempatkan pasukan di negara tetangganya, Belarus.", "belarus"),
        ("Rusia mengirim pasukan ke Belarus untuk invasi ke Ukraina.", "belarus"),
        ("Pasukan Rusia dan Belarus menyerang dari utara dalam invasi ke Ukraina.", None),
    ],
)
def test_cooperation_is_set_on_lent_soil_and_not_on_the_battlefield(rules, text, place):
    named = [mention(text, name, entity) for name, entity in [*NAMED, ("Belarus", "belarus")] if name in text]
    _, events = tagged(rules, text, mentions=sorted(named, key=lambda m: m.start))
    assert {event.place for event in events.military_cooperation} == {place}


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


def test_who_speaks_by_name_and_rank_takes_no_part_but_for_his_own_soldiers(rules):
    first = "Rusia dan Belarus memulai latihan perang bersama."
    said = "Panglima Polandia, Jenderal Jan Nowak, menegaskan latihan itu {}."
    for what, actors in (("lama", ()), ("melatih pasukannya", ("poland",))):
        second = said.format(what)
        named = [mention(f"{first} {second}", "Polandia", "poland")]
        _, events = tagged(rules, first, second, mentions=named)
        assert [event.actors for event in events.military_cooperation][-1] == actors


def test_a_lone_comma_ends_the_enemy_and_begins_the_subject(rules):
    text = "Sejak invasi ke Ukraina, Belarus mengizinkan pasukan Rusia memakai wilayahnya."
    named = [mention(text, name, entity) for name, entity in (("Ukraina", "ukraine"), ("Belarus", "belarus"))]
    _, events = tagged(rules, text, mentions=[*named, mention(text, "Rusia", "russia")])
    assert {event.actors for event in events.military_cooperation} == {("belarus", "russia")}


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


def test_who_only_speaks_of_an_event_told_before_takes_no_part(rules):
    first = "Rusia dan Belarus memulai latihan perang bersama."
    for second in ("Polandia menegaskan latihan itu akan lama.", "Latihan itu akan lama, kata duta besar Polandia."):
        named = [mention(f"{first} {second}", "Polandia", "poland")]
        _, events = tagged(rules, first, second, mentions=named)
        assert [event.actors for event in events.military_cooperation][-1] == ()


def test_a_sports_headline_switches_off_rules_that_need_context(rules):
    article = article_of(
        ["FIFA Perpanjang Sanksi Rusia", "Kremlin menyesalkan sanksi Barat.", "Sanksi itu berlaku lama."]
    )
    article = msgspec.structs.replace(article, headline=article.sentences[0])
    found = [t for t in events_of(article, rules).themes if t.concept == "sanctions"]
    assert [t.start for t in found] == [article.sentences[1].start]


def test_an_authority_may_be_named_after_a_passive(rules):
    text = "Dua bank Belarus dikenai sanksi oleh Inggris."
    named = [mention(text, "Belarus", "belarus"), mention(text, "Inggris", "united-kingdom")]
    _, events = tagged(rules, text, mentions=named)
    (sanction,) = events.sanctions
    assert (sanction.authority, sanction.recipient) == (("united-kingdom",), ("belarus",))


def test_where_arms_are_used_is_not_where_they_change_hands(rules):
    text = "Iran memasok drone tempur ke Rusia untuk digunakan di Ukraina."
    named = [mention(text, name, entity) for name, entity in NAMED]
    _, events = tagged(rules, text, mentions=named)
    assert {(event.kind, event.actors, event.place) for event in events.military_cooperation} == {
        ("arms-supply", ("iran", "russia"), None)
    }
    text = "Iran menempatkan pasukan di Rusia."
    _, moved = tagged(rules, text, mentions=[mention(text, name, entity) for name, entity in NAMED[:2]])
    assert [event.place for event in moved.military_cooperation] == ["russia"]


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


def test_clauses_end_where_the_codebook_says(codebook):
    text = "Rusia dan Belarus memulai latihan perang kendati Polandia tidak setuju."
    events = codebook.events
    told = msgspec.structs.replace(events.clauses, conjunctions=(*events.clauses.conjunctions, "kendati"))
    for clauses, mood in ((events.clauses, "negation"), (told, "actual")):
        book = msgspec.structs.replace(codebook, events=msgspec.structs.replace(events, clauses=clauses))
        _, found = tagged(build_event_rules(book), text)
        assert [event.modality for event in found.military_cooperation] == [mood]


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
    ("text", "told"),
    [
        ("Putin dan Lukashenko bahas manuver militer bersama di Gomel.", [("exercise", "hypothetical")]),
        ("Putin dan Lukashenko bahas kemitraan militer di Gomel.", [("consultation", "actual")]),
        ("Putin menempatkan rudal di Gomel.", [("deployment-transit", "actual")]),
    ],
)
def test_what_is_talked_over_in_a_town_is_not_done_there(rules, text, told):
    _, events = tagged(rules, text)
    assert [(event.kind, event.modality) for event in events.military_cooperation] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Moskow membahas manuver militer bersama Minsk yang akan digelar awal Mei.", ("exercise", "future")),
        ("Moskow membahas manuver militer bersama Minsk yang telah digelar awal Mei.", ("exercise", "actual")),
        ("Moskow memuji manuver militer bersama Minsk yang digelar awal Mei.", ("exercise", "actual")),
        ("Moskow mengirim tank ke Belarus untuk manuver yang akan digelar awal Mei.", ("deployment-transit", "actual")),
    ],
)
def test_a_relative_clause_gives_the_exercise_its_mood_and_nothing_else(rules, text, told):
    _, events = tagged(rules, text)
    assert told in [(event.kind, event.modality) for event in events.military_cooperation]


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


def test_concepts_are_asserted_by_the_sentences_that_are_tagged(codebook, rules):
    examples = [rule for concept in codebook.events.themes for rule in (*concept.rules, *concept.off_topic)]
    for rule in examples:
        for sentence in (rule.hit, rule.miss):
            article, events = tagged(rules, *([rule.context] if rule.context else []), sentence)
            views = rules.book.read(article.text, article.sentences).sentences
            assert asserted_concepts(views, rules.themes, rules.book) == set(themes(events))


def test_a_capital_stands_for_its_state(codebook, rules):
    places = {a.id: a for a in codebook.actors if a.type == "place" and a.country == "KP"}
    if not places:
        pytest.skip("the codebook names no place in North Korea")
    text = "Kesepakatan itu melanggar sanksi PBB terhadap Pyongyang."
    _, events = tagged(rules, text, mentions=[mention(text, "Pyongyang", next(iter(places)), "place")])
    state = next(a.id for a in codebook.actors if a.type == "country" and a.country == "KP")
    assert events.sanctions[0].recipient == (state,)
    assert events.sanctions[0].status == "evaded"


def test_two_kinds_of_cooperation_in_one_sentence_are_two_events(rules):
    text = "Moskow akan memasok jet tempur ke Minsk dan melatih pilot Belarus."
    _, events = tagged(rules, text)
    assert {e.kind for e in events.military_cooperation} >= {"arms-supply", "training"}
    assert {e.modality for e in events.military_cooperation} == {"future"}


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


def test_neither_the_enemy_nor_the_onlooker_takes_part(rules):
    text = "Warsawa menuduh Minsk mengizinkan wilayahnya dipakai pasukan Rusia untuk menyerang Ukraina."
    named = [
        mention(text, "Warsawa", "poland"),
        mention(text, "Minsk", "belarus"),
        mention(text, "Rusia", "russia"),
        mention(text, "Ukraina", "ukraine"),
    ]
    _, events = tagged(rules, text, mentions=named)
    assert {actor for event in events.military_cooperation for actor in event.actors} == {"belarus", "russia"}


@pytest.mark.parametrize(
    ("landed", "n"),
    [("Helikopter militer mendarat di lapangan itu.", 1), ("Pesawat maskapai itu mendarat di Minsk.", 0)],
)
def test_an_airliner_is_no_scene_of_an_exercise(landed, n):
    record = record_of("Rusia dan Belarus memulai latihan perang bersama.", landed)
    assert len([event for event in record.military_cooperation if event.of(record.text) == landed]) == n
