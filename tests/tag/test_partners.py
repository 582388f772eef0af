"""Who takes part in military cooperation, and who is only named beside it."""

import pytest
from tag_press import record_of

BOTH = {"russia", "belarus"}


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Kanada memperkirakan Rusia telah mengirim 400 prajuritnya ke garis depan bersama Belarus.", BOTH),
        ("Belarus mengatakan Rusia akan mengirim pasukan ke wilayahnya.", BOTH),
        ("Juru bicara Kanada Rina Melati memperingatkan bahwa Rusia memasok rudal ke Belarus.", BOTH),
        ("Rusia dan Belarus memulai latihan perang karena insiden yang parah antara Kanada dan Polandia.", BOTH),
        ("Rusia menggelar latihan perang dengan Belarus.", BOTH),
        ('Rusia dan Belarus memulai latihan militer bersama Zapad ("Barat").', BOTH),
        ("Rusia, Belarus, dan Barat memulai latihan militer bersama.", {*BOTH, "west"}),
        ("Rusia memasok tank era Soviet ke Belarus.", BOTH),
        ("Rusia dan Belarus memulai latihan militer bersama di Eropa Timur.", BOTH),
        ("Latihan militer Rusia dan Belarus membuat marah Kanada.", BOTH),
        ("Latihan militer Rusia dan Belarus diumumkan oleh Presiden Polandia Andrzej Duda.", BOTH),
        (
            "Rusia dan Belarus menyimulasikan serangan presisi pada markas di Kanada dalam latihan militer.",
            BOTH,
        ),
        ("Kanada menanggapi tuduhan bahwa Rusia memasok rudal ke Belarus.", BOTH),
        ("Kanada secara terbuka menyatakan Rusia memasok rudal ke Belarus.", BOTH),
    ],
)
def test_those_named_beside_take_no_part(sentence, actors):
    assert {actor for event in record_of(sentence).military_cooperation for actor in event.actors} == actors


def test_a_leader_who_judges_what_was_told_takes_no_part():
    told = "Rusia dan Belarus memulai latihan perang bersama."
    for said in ("Trump menilai latihan itu mahal.", "Panglima Polandia, Jan Nowak, menyebut latihan itu mahal."):
        events = record_of(told, said).military_cooperation
        assert [event.actors for event in events] == [("russia", "belarus"), ()]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Tentara Rusia, Belarus, dan Serbia berlatih perang bersama.", {"exercise"}),
        ("Kepala Staf Presiden Ukraina bertemu delegasi Rusia dan Belarus di Minsk.", set()),
        ("Kepala Staf Tentara Serbia bertemu Menteri Pertahanan Belarus.", {"consultation"}),
        ("Latihan itu digelar di Belarus dan di pangkalan latihan milik militer Rusia.", {"exercise"}),
    ],
)
def test_kinds_are_told_by_their_own_words(sentence, kinds):
    assert {event.kind for event in record_of(sentence).military_cooperation} == kinds


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Pasukan zeni kiriman Rusia segera keluar dari Kazakhstan.", "kazakhstan"),
        ("Belarus kini menampung senjata nuklir milik Rusia.", "belarus"),
        ("Belarus kini memuji senjata nuklir milik Rusia.", None),
    ],
)
def test_whose_soil_is_left_or_lent_is_where_it_happens(sentence, place):
    assert {event.place for event in record_of(sentence).military_cooperation} - {None} == {place} - {None}


def test_an_exercise_told_of_before_says_the_kind_where_nothing_else_does():
    told = "Rusia dan Belarus memulai latihan perang bersama."
    goes_on = "Latihan itu memperkuat kerja sama pertahanan Rusia dan Belarus."
    *_, event = record_of(told, goes_on).military_cooperation
    assert event.kind == "exercise"
    *_, event = record_of(told, goes_on.replace("Latihan", "Dialog")).military_cooperation
    assert event.kind == "general"
