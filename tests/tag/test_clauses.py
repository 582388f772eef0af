"""What a clause says is said of it alone: moods and stages of events."""

import pytest
from tag_press import record_of


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ("Kanada menjatuhkan sanksi agar Minsk tidak membeli suku cadang.", "actual"),
        ("Kanada tidak menjatuhkan sanksi agar Minsk membeli suku cadang.", "negation"),
        ("Kanada menjatuhkan sanksi atas Minsk dan mendesak Polandia menutup pelabuhan.", "actual"),
        ("Kanada akan mencabut sanksi atas maskapai dan menjatuhkan sanksi atas Minsk.", "future"),
        ("Tidak diragukan lagi sanksi Kanada terhadap Minsk keras.", "actual"),
        ("Sanksi Kanada terhadap Minsk tidak keras.", "negation"),
        ("Jubir itu mengatakan kalau Kanada menjatuhkan sanksi atas Minsk.", "actual"),
        ("Warga cemas kalau Kanada menjatuhkan sanksi atas Minsk.", "hypothetical"),
    ],
)
def test_the_mood_of_a_sanction_is_that_of_its_clause(sentence, mood):
    (event,) = record_of(sentence).sanctions
    assert event.modality == mood


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ('Latihan militer "Tameng Utara" Rusia dan Belarus akan digelar di Brest.', "future"),
        ('"Latihan Rusia dan Belarus digelar di Brest," kata panglima yang akan pensiun.', "actual"),
        ("Latihan militer Rusia dan Belarus dianggap penting.", "actual"),
        ("Rusia dianggap melatih tentara Belarus.", "hypothetical"),
        ("Rusia mengirim tank era Soviet ke Belarus.", "actual"),
        ("Pada era Soviet, Rusia mengirim tank ke Belarus.", "historical"),
    ],
)
def test_the_mood_of_cooperation_is_that_of_its_clause(sentence, mood):
    assert {event.modality for event in record_of(sentence).military_cooperation} == {mood}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Rusia dan Belarus tengah menggembleng pasukan gabungan mereka.", "ongoing"),
        ("Rusia dan Belarus membahas latihan perang di tengah memburuknya cuaca.", None),
        ("Rusia dilaporkan mengirim rudal ke Belarus.", None),
        ("Rusia dituduh mengirim rudal ke Belarus.", "alleged"),
        ("Rusia berkomitmen mengirim rudal ke Belarus.", "planned"),
        ("Kedua menteri berharap dapat meneken pakta pertahanan Rusia dan Belarus.", "planned"),
        ("Kedua parlemen meratifikasi pakta pertahanan Rusia dan Belarus.", "agreed"),
        ("Rusia dan Belarus mempererat kerja sama militer.", "ongoing"),
    ],
)
def test_the_stage_of_cooperation_is_told_by_words_and_by_no_lookalike(sentence, status):
    assert {event.status for event in record_of(sentence).military_cooperation} == {status}
