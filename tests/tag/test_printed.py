"""Names by their form: outlets as domains, datelines, bodies of regions, initials; and the model's view made to fit."""

import msgspec
import pytest
from tag_press import article_of, full_tagger, shipped_tagger

from workbench.article import Dateline
from workbench.tag import tag_article


def names(*paragraphs, tagger=shipped_tagger):
    record = tag_article(article_of(*paragraphs), tagger())
    return [(name.of(record.text), name.label) for name in record.names]


@pytest.mark.parametrize("outlet", ["SuaraTirta.id", "WARTA-TIRTA.CO.ID", "tirtanews.com", "Tirta24.net"])
def test_an_outlet_printed_as_a_domain_is_an_organisation(outlet):
    assert (outlet, "ORG") in names(f"{outlet} - Banjir surut sejak pagi.")


@pytest.mark.parametrize(
    "address", ["www.tirtanews.com", "https://tirtanews.com/berita", "redaksi@tirtanews.com", "tirtanews.com/berita"]
)
def test_an_address_is_none(address):
    assert names(f"Selengkapnya dapat dibaca di {address} mulai besok.") == []


def test_the_place_of_a_dateline_is_a_place():
    article = article_of("TIRTAMULYA, Warta - Banjir surut sejak pagi.")
    record = tag_article(msgspec.structs.replace(article, dateline=Dateline(0, 10, "TIRTAMULYA")), shipped_tagger())
    assert ("TIRTAMULYA", "LOC") in {(name.of(record.text), name.label) for name in record.names}


def test_a_dateline_that_ends_within_a_word_names_nothing():
    article = article_of("TirtaWarta - Banjir surut sejak pagi.")
    record = tag_article(msgspec.structs.replace(article, dateline=Dateline(0, 5, "Tirta")), shipped_tagger())
    assert "Tirta" not in {name.of(record.text) for name in record.names}


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Ketua DPRD Sleman membuka rapat itu.", "DPRD Sleman"),
        ("Ketua DPRD Kota Surabaya membuka rapat itu.", "DPRD Kota Surabaya"),
        ("Petugas BPBD Jawa Timur membuka posko.", "BPBD Jawa Timur"),
    ],
)
def test_a_body_of_a_region_goes_on_with_the_region(sentence, body):
    assert (body, "ORG") in names(sentence)


def test_a_body_and_a_place_apart_are_two_names():
    assert names("Rapat DPRD di Sleman ditunda.") == [("DPRD", "ORG"), ("Sleman", "LOC")]


def test_the_mayor_of_a_town_is_named_behind_it():
    assert names("Wali Kota Surabaya Rina Wulandari datang.") == [("Surabaya", "LOC"), ("Rina Wulandari", "PER")]
    assert names("Rapat di Kota Surabaya ditunda.") == [("Kota Surabaya", "LOC")]


def test_a_place_ends_at_a_title_but_a_street_may_begin_with_one():
    assert names("Kapolres Tegal Kota AKBP Rina Wulandari datang.") == [
        ("Tegal Kota", "LOC"),
        ("Rina Wulandari", "PER"),
    ]
    assert names("Banjir menutup Jalan Jenderal Sudarmono sejak pagi.") == [("Jalan Jenderal Sudarmono", "LOC")]


def test_initials_in_brackets_are_the_person():
    found = names("Polisi memeriksa Bupati Wasita Eka Susanto (WES) kemarin.", "Menurut polisi, WES kooperatif.")
    assert found.count(("WES", "PER")) == 2
    found = names("Pendiri Wadah Energi Surya (WES) hadir.", "Menurut polisi, WES kooperatif.", tagger=full_tagger)
    assert ("WES", "PER") not in found


def test_an_initial_in_the_middle_is_part_of_the_name():
    assert ("Wirasakti K. Hardana", "PER") in names("Rapat dibuka Dr. Wirasakti K. Hardana kemarin.")


def test_letters_of_neighbours_begin_names():
    assert ("Dovydas Šimkunas", "PER") in names('"Air surut," kata Dovydas Šimkunas kemarin.')


def test_what_has_a_number_is_no_person():
    assert "PER" not in {label for _, label in names("Pilot Sukhoi Su-35 mendarat.", tagger=full_tagger)}


def test_an_office_of_several_words_before_a_comma_is_a_title():
    assert ("Danang Kurniawan", "PER") in names("Kata manajer tim, Danang Kurniawan, banding diajukan.")
    assert names("Usai latihan tim, Tirtamulya tampak sepi.") == []


def test_rare_words_behind_a_title_belong_to_the_name():
    sentence = "Rektor universitas itu, Dr. Lasa Gracia Kailona, hadir."
    assert ("Lasa Gracia Kailona", "PER") in names(sentence, tagger=full_tagger)


def test_common_words_behind_a_title_do_not():
    sentence = "Rapat dihadiri Menteri Perikanan Tangkap Rina Wulandari di aula."
    assert ("Rina Wulandari", "PER") in names(sentence, tagger=full_tagger)


def test_a_verb_at_the_front_is_no_first_name():
    assert ("Rina Wulandari", "PER") in names("CEO Twitter Dipecat Rina Wulandari kemarin.", tagger=full_tagger)


@pytest.mark.parametrize(
    ("sentence", "ship"),
    [
        ("Kapal perang KRI Tirta Samudra-512 berlabuh kemarin.", "Tirta Samudra"),
        ("Armada itu mengirim korvet Gamayun ke teluk.", "Gamayun"),
        ("Latma Tirtasena 2031 ditutup kemarin.", "Tirtasena"),
    ],
)
def test_ships_weapons_and_exercises_are_no_names(sentence, ship):
    assert not any(ship in name for name, _ in names(sentence, tagger=full_tagger))


def test_what_is_once_a_weapon_stays_one():
    found = names(
        "Minsk memamerkan rudal Gamayun.", "Kata perwira itu, Gamayun mengatakan segalanya.", tagger=full_tagger
    )
    assert "Gamayun" not in dict(found)


def test_who_is_named_behind_a_state_behind_a_weapon_is_a_person():
    found = names("Wakil komandan rudal Belarus Vadim Lukanin datang.", tagger=full_tagger)
    assert ("Vadim Lukanin", "PER") in found


def test_who_is_somebodys_son_is_a_person():
    found = names("Sanksi itu mengenai putranya, Vasil.", "Air surut.", "Vasil tidak menjawab.")
    assert found.count(("Vasil", "PER")) == 2


def test_whose_side_it_is_says_nothing_of_a_name():
    assert names("Menurut pihaknya, Tirtamulya aman.") == []


@pytest.mark.parametrize("name", ["Kodam VIII", "Komisi VII"])
def test_the_number_of_a_body_is_no_name_of_its_own(name):
    head, number = name.split()
    found = names(f"Panglima {head} {number} Rina Wulandari datang.", tagger=full_tagger)
    assert number not in dict(found)
    assert ("Rina Wulandari", "PER") in found


def test_a_domain_before_a_dash_ends_at_it():
    assert names("SUARATIRTA.COM-Banjir surut.")[0] == ("SUARATIRTA.COM", "ORG")


def test_who_is_named_behind_a_body_and_its_region_bears_the_title():
    found = names("Wakil Ketua DPRD Kota Sleman Wasita Eka Susanto datang.")
    assert found == [("DPRD Kota Sleman", "ORG"), ("Wasita Eka Susanto", "PER")]
    assert ("Tirta", "PER") not in names("Kepala Bandara Sleman Tirta dibuka.")


def test_what_stands_between_an_office_and_a_rank_is_no_person():
    found = names("Kapolsek Tirtamulya Iptu Rina Wulandari datang.")
    assert found == [("Rina Wulandari", "PER")]
    assert names("Kapolsek Rina Wulandari datang.") == [("Rina Wulandari", "PER")]
