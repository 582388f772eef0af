import pytest
from tag_press import record_of


def mentions(*paragraphs, **rest):
    record = record_of(*paragraphs, **rest)
    return [(m.of(record.text), m.entity, m.resolution) for m in record.mentions]


def people(*paragraphs, **rest):
    record = record_of(*paragraphs, **rest)
    return [m.entity for m in record.mentions if m.type == "person"]


def test_an_actor_is_named_by_every_spelling():
    assert people("Alexandr Lukashenko bertemu Vladimir Putin. Lukashenko lalu pulang.") == [
        "lukashenko",
        "putin",
        "lukashenko",
    ]


def test_a_relative_with_the_surname_is_somebody_else():
    assert "lukashenko" not in people("Menurut tetangga, Petra Lukashenko membuka kedai kopi.")


@pytest.mark.parametrize("before", ["Presiden Belarus", "Presiden Belarusia", "Menurut Kremlin", "Tuan rumah Minsk"])
def test_a_state_before_a_surname_is_no_first_name(before):
    assert people(f"Kemarin {before} Lukashenko menutup rapat.") == ["lukashenko"]


def test_a_misspelt_first_name_is_still_the_actor():
    assert people("Pagi itu Alenxander Lukashenko tiba.") == ["lukashenko"]


def test_a_text_may_open_with_a_word_in_capitals():
    assert mentions("UNI Eropa dan VLADIMIR Putin belum bertemu.") == [
        ("UNI Eropa", "european-union", "name"),
        ("VLADIMIR Putin", "putin", "name"),
    ]
    assert people("VLADIMIR Sorokin menulis novel.") == []


def test_an_office_means_its_holder_on_the_day_of_publication():
    sentence = "Kemarin presiden Rusia tersebut menutup rapat."
    assert people(sentence, on="2023-04-06") == ["putin"]
    assert people(sentence, on="2010-04-06") == ["medvedev"]


@pytest.mark.parametrize(
    "sentence", ["Seorang mantan presiden Rusia menutup rapat.", "Istri presiden Rusia menutup rapat."]
)
def test_a_word_before_an_office_can_make_it_somebody_else(sentence):
    assert people(sentence) == []


def test_an_office_beside_a_name_is_part_of_that_mention():
    assert people("Presiden Rusia Vladimir Putin menutup rapat.") == ["putin"]


def test_a_collective_is_not_expanded_but_whom_its_name_spells_out_is_named():
    found = {entity for _, entity, _ in mentions("AS dan sekutunya menutup rapat.")}
    assert found == {"us-and-allies", "united-states"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Menteri Luar Negeri RI, Sugiono, tiba di aula.", ["sugiono"]),
        ("Mereka disambut menlu RI Sugiono di aula.", ["sugiono"]),
        ("Sugiono, Menteri Luar Negeri RI, tiba di aula.", ["sugiono"]),
        ("Petani Sugiono menjual gabah kepada tengkulak.", []),
        ("Petani Sugiono menunggu di luar. Menteri Pertanian RI menolak hadir.", []),
    ],
)
def test_a_surname_that_others_share_counts_beside_its_bearers_office(sentence, found):
    assert people(sentence, on="2025-03-04") == found


@pytest.mark.parametrize(
    ("sentence", "country", "is_named"),
    [
        ("Hal itu dikutip kantor berita Italia ANSA kemarin.", "italy", True),
        ("Menlu RI Sugiono tiba di aula.", "indonesia", True),
        ("PLTN Belarus kembali dinyalakan.", "belarus", True),
        ("Hal itu ditulis CNN Indonesia kemarin.", "indonesia", False),
        ("Georgia Meloni tiba di aula.", "georgia", False),
    ],
)
def test_states_in_the_words_around_a_name_are_named_as_well(sentence, country, is_named):
    assert ((country, "name") in [mention[1:] for mention in mentions(sentence)]) == is_named


@pytest.mark.parametrize(("before", "is_actor"), [("Gaya", True), ("Skandal", True), ("Petra", False)])
def test_a_common_word_that_opens_a_sentence_is_no_first_name(before, is_actor):
    assert (people(f"{before} Lukashenko membuat tamu tertawa.") == ["lukashenko"]) == is_actor


def test_a_pronoun_that_presents_a_second_statement_is_one_mention():
    assert pronouns("Presiden Vladimir Putin mengatakan bahwa ia meminta petani agar tidak menebang apel.") == [
        ("ia", "putin")
    ]


def test_menus_name_nobody():
    assert mentions("Rapat itu singkat.", related="Putin Umumkan Hari Libur") == []


def pronouns(*paragraphs):
    return [(words, entity) for words, entity, how in mentions(*paragraphs) if how == "pronoun"]


def test_a_pronoun_means_the_one_person_whom_the_sentence_before_names():
    assert pronouns("Lukashenko tiba pagi ini. Dia langsung menutup rapat.") == [("Dia", "lukashenko")]


def test_a_pronoun_after_two_persons_stays_open():
    assert pronouns("Lukashenko bertemu Putin pagi ini. Dia langsung menutup rapat.") == []


def test_speakers_are_meant_by_their_pronouns():
    assert pronouns('Putin mengatakan dia akan pulang. "Keretanya berangkat besok pagi sekali," ujarnya.') == [
        ("dia", "putin"),
        ("nya", "putin"),
    ]
