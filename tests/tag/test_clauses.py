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
        ("Latihan militer Rusia dan Belarus dinilai mengkhawatirkan.", "actual"),
        ("Kedua menteri mengagendakan latihan militer Rusia dan Belarus.", "future"),
        ("Agenda hari itu latihan militer Rusia dan Belarus.", "actual"),
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
        ("Pasukan penjaga perdamaian CSTO akan menarik diri dari Kazakhstan.", "suspended"),
        ("Pasukan penjaga perdamaian CSTO akan dikirim ke Kazakhstan.", "planned"),
        ("Rusia berkomitmen mengirim rudal ke Belarus.", "planned"),
        ("Kedua menteri berharap dapat meneken pakta pertahanan Rusia dan Belarus.", "planned"),
        ("Kedua parlemen meratifikasi pakta pertahanan Rusia dan Belarus.", "agreed"),
        ("Rusia dan Belarus mempererat kerja sama militer.", "ongoing"),
        ("Rusia dan Belarus bertemu demi mempererat kerja sama militer.", None),
    ],
)
def test_the_stage_of_cooperation_is_told_by_words_and_by_no_lookalike(sentence, status):
    assert {event.status for event in record_of(sentence).military_cooperation} == {status}


@pytest.mark.parametrize(
    ("sentence", "is_background"),
    [
        ("Pada Oktober lalu, Kanada memberlakukan sanksi terhadap enam bank Belarus.", True),
        ("Pada Oktober ini, Kanada memberlakukan sanksi terhadap enam bank Belarus.", False),
        ("Bulan lalu, Rina mengatakan bahwa Kanada akan menjatuhkan sanksi kepada Minsk.", True),
        ("Hari ini, Rina mengatakan bahwa Kanada akan menjatuhkan sanksi kepada Minsk.", False),
        ("Sejak awal perang, Kanada menampung korban sanksi.", True),
        ("Sanksi Kanada itu yang terberat, terbesar sejak awal perang.", False),
        ("Minsk mengizinkan wilayahnya dipakai untuk menginvasi Ukraina.", True),
        ("Minsk tidak mengizinkan wilayahnya dipakai untuk menginvasi Ukraina.", False),
        ("CSTO beranggotakan enam negara.", True),
        ("CSTO memilih ketua baru.", False),
    ],
)
def test_a_sentence_that_looks_back_is_background(sentence, is_background):
    assert bool(record_of(sentence).background) is is_background


def test_the_clause_that_opens_a_sentence_keeps_its_mood():
    for opening, mood in (("Meski tidak didesak, ", "actual"), ("Jika hujan turun, ", "hypothetical")):
        events = record_of(f"{opening}Rusia mengirim rudal ke Belarus.").military_cooperation
        assert {event.modality for event in events} == {mood}
