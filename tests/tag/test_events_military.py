"""Military cooperation over small articles made by hand."""

import pytest
from tag_press import record_of
from tag_scenes import NAMED, mention, tagged


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


def test_who_only_speaks_of_an_event_told_before_takes_no_part(rules):
    first = "Rusia dan Belarus memulai latihan perang bersama."
    for second in ("Polandia menegaskan latihan itu akan lama.", "Latihan itu akan lama, kata duta besar Polandia."):
        named = [mention(f"{first} {second}", "Polandia", "poland")]
        _, events = tagged(rules, first, second, mentions=named)
        assert [event.actors for event in events.military_cooperation][-1] == ()


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


def test_two_kinds_of_cooperation_in_one_sentence_are_two_events(rules):
    text = "Moskow akan memasok jet tempur ke Minsk dan melatih pilot Belarus."
    _, events = tagged(rules, text)
    assert {e.kind for e in events.military_cooperation} >= {"arms-supply", "training"}
    assert {e.modality for e in events.military_cooperation} == {"future"}


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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Belarus menjadi pangkalan pasukan Rusia, namun tidak mengirim tentaranya ke medan perang di Ukraina.", None),
        ("Lukashenko tidak menyebut berapa hulu ledak nuklir Rusia yang akan disimpan di Belarus.", "belarus"),
    ],
)
def test_only_a_relative_clause_goes_on_to_say_where(text, place):
    (event,) = record_of(text).military_cooperation
    assert event.place == place
