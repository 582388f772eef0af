import pytest
from tag_press import article_of, quotes_in, record_of, shipped_tagger

from workbench.codebook import load_codebook
from workbench.tag.sources import sources_in

CUES = load_codebook().cues
PUTIN, LUKASHENKO = "Vladimir Putin", "Alexander Lukashenko"


def direct(*paragraphs, **rest):
    return [
        (words, speaker) for kind, words, speaker in quotes_in(record_of(*paragraphs, **rest)) if kind != "indirect"
    ]


def indirect(*paragraphs, **rest):
    return [(words, who) for kind, words, who in quotes_in(record_of(*paragraphs, **rest)) if kind == "indirect"]


def cue_forms(verb):
    return {form.lower() for form in (*verb.inverted, *verb.active, *verb.headline)}


def cues_in(sentence):
    record = record_of(sentence)
    return {quote.cue.of(record.text).lower() for quote in record.quotes if quote.cue}


@pytest.mark.parametrize("verb", CUES.verbs, ids=lambda verb: verb.id)
def test_each_verb_of_speech_matches_its_hit_and_not_its_near_miss(verb):
    assert cues_in(verb.hit) & cue_forms(verb)
    assert not cues_in(verb.miss) & cue_forms(verb)


@pytest.mark.parametrize("source", CUES.sources, ids=lambda source: source.id)
def test_each_source_phrase_matches_its_hit_and_not_its_near_miss(source):
    def rules(sentence):
        article = article_of(sentence)
        found = sources_in(article.text, article.lines, frozenset(), (), shipped_tagger().sources)
        return {one.rule for one in found}

    assert source.id in rules(source.hit)
    assert source.id not in rules(source.miss)


MARKS = [
    '"Gandum itu tiba lebih awal dari rencana," kata Putin.',
    "“Gandum itu tiba lebih awal dari rencana,” kata Putin.",
    '“Gandum itu tiba lebih awal dari rencana," kata Putin.',
    '"Gandum itu tiba lebih awal dari rencana,” kata Putin.',
    "„Gandum itu tiba lebih awal dari rencana,“ kata Putin.",
    '\\"Gandum itu tiba lebih awal dari rencana,\\" kata Putin.',
    '"Gandum itu tiba lebih awal dari rencana", kata Putin.',
    '" Gandum itu tiba lebih awal dari rencana, " kata Putin.',
    "'Gandum itu tiba lebih awal dari rencana,' kata Putin.",
    '"Gandum itu tiba lebih awal dari rencana." Kata Putin.',
]


@pytest.mark.parametrize("paragraph", MARKS)
def test_marks_of_every_style_hold_a_quotation(paragraph):
    ((words, speaker),) = direct(paragraph)
    assert words.rstrip(",.") == "Gandum itu tiba lebih awal dari rencana"
    assert speaker == PUTIN


def test_the_speaker_may_stand_before_the_words():
    assert direct('Lukashenko mengatakan, "Pabrik traktor itu tidak akan dijual."') == [
        ("Pabrik traktor itu tidak akan dijual.", LUKASHENKO)
    ]


def test_a_colon_hands_the_word_to_the_next_paragraph():
    found = direct("Lukashenko mengatakan:", '"Pabrik traktor itu tidak akan dijual."')
    assert found == [("Pabrik traktor itu tidak akan dijual.", LUKASHENKO)]


def test_a_quotation_split_by_its_cue_is_two_of_one_speaker():
    found = direct('"Ladang itu sudah kering sekali," ujar Putin. "Kami menunggu hujan turun."')
    assert [speaker for _, speaker in found] == [PUTIN, PUTIN]


def test_a_quotation_goes_on_over_paragraphs_that_each_open_it_again():
    found = direct('"Ladang itu sudah kering sekali.', '"Kami menunggu hujan turun," ujar Putin.')
    assert [words for words, _ in found] == ["Ladang itu sudah kering sekali.", "Kami menunggu hujan turun,"]


def test_an_open_quotation_has_the_speaker_of_the_paragraph_that_closes_it():
    found = direct("Lukashenko tiba dulu.", '"Ladang itu sudah kering sekali.', '"Kami menunggu hujan," ujar Putin.')
    assert found == [("Ladang itu sudah kering sekali.", PUTIN)]


def test_a_quotation_can_be_glued_to_the_sentences_around_it():
    found = direct("Kapal itu karam kemarin.“Ladang kami kering sejak Mei,” ujar Putin.Hujan turun.")
    assert found == [("Ladang kami kering sejak Mei,", PUTIN)]


def test_a_body_between_does_not_take_the_word_from_one_who_goes_on():
    found = direct(
        '"Ladang itu sudah kering sekali," ujar Putin.',
        "NATO menyatakan bahwa hujan akan turun.",
        '"Kami menunggu hujan turun besok," tambahnya.',
    )
    assert [speaker for _, speaker in found] == [PUTIN, PUTIN]


def test_pronouns_mean_the_last_to_speak():
    found = direct(
        'Putin menyatakan bahwa panen akan berlimpah. Lukashenko menjawab, "Kami akan membantu."',
        '"Truk-truk kami sudah berangkat pagi ini," tegas dia.',
        '"Jalannya masih bisa dilewati sampai malam," imbuhnya.',
    )
    assert [speaker for _, speaker in found[-2:]] == [LUKASHENKO, LUKASHENKO]


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        (
            "Kapal itu milik Perserikatan Bangsa-Bangsa (PBB). PBB menyatakan bahwa awaknya selamat.",
            ("Perserikatan Bangsa-Bangsa", "un"),
        ),
        ("Kapal itu ditahan. PBB menyatakan bahwa awaknya selamat.", ("PBB", "un")),
        ("Alexandr Lukashenko mengatakan bahwa jalan itu aman.", ("Alexander Lukashenko", "lukashenko")),
    ],
)
def test_bodies_are_called_as_their_article_calls_them_in_full_and_persons_by_their_name(paragraph, speaker):
    (quote,) = record_of(paragraph).quotes
    assert (quote.speaker.name, quote.speaker.entity) == speaker


def test_a_medium_that_speaks_goes_by_its_canonical_name():
    (quote,) = record_of("Tass melaporkan bahwa jembatan itu sudah dibuka.").quotes
    assert quote.speaker.name == "TASS"


def test_an_unnamed_speaker_keeps_the_role():
    found = direct('"Harga pupuk akan turun bulan depan," ujar seorang analis Belarusia.')
    assert found == [("Harga pupuk akan turun bulan depan,", "role: analis Belarusia")]


def test_an_apposition_names_the_role_before_it():
    found = direct('"Jadwalnya belum dipastikan sampai sekarang," kata juru bicara kepresidenan, Budi Santika, Kamis.')
    assert found == [("Jadwalnya belum dipastikan sampai sekarang,", "Budi Santika")]


@pytest.mark.parametrize(
    "sentence",
    [
        'Ia membeli novel berjudul "Musim Gugur yang Tak Pernah Usai" di bandara.',
        'Gubernur meresmikan apa yang disebut "kota pintar" itu.',
        'Panitia menyebutnya "tiga besar dunia" saja.',
    ],
)
def test_titles_and_scare_quotes_are_no_quotations(sentence):
    assert direct(sentence) == []


REPORTED = [
    ("Menurut Putin, jalur kereta itu akan selesai tahun depan.", PUTIN),
    ("Jalur kereta itu akan selesai tahun depan, kata Putin.", PUTIN),
    ("Jalur kereta itu, kata Putin, akan selesai tahun depan.", PUTIN),
    ("Putin pada Kamis (6/4) mengatakan jalur kereta itu akan selesai tahun depan.", PUTIN),
    ("Dalam pertemuan dengan Lukashenko, Putin menegaskan bahwa jalur kereta itu akan selesai.", PUTIN),
]


@pytest.mark.parametrize(("sentence", "speaker"), REPORTED)
def test_reported_speech_has_its_speaker(sentence, speaker):
    assert [who for _, who in indirect(sentence)] == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "Putin tidak mengatakan kapan jalur kereta itu akan selesai.",
        "Menurut aturan itu, kereta harus berhenti di setiap stasiun.",
        "Putin menyebut bukit itu Gunung Kecil.",
    ],
)
def test_what_nobody_says_is_not_reported_speech(sentence):
    assert indirect(sentence) == []


@pytest.mark.parametrize(
    "opening",
    [
        "MOSKOW, KORANKOTA.com - ",
        "KORANKOTA.CO.ID, MOSKOW -- ",
        "Korankota.com, Moskow - ",
        "Moskow, Korankota.com- ",
        "MOSKOW (AFP/KORANKOTA.com) – ",
        "PIKIRAN RAKYAT - ",
        "Jakarta, CNN Indonesia -- ",
    ],
)
@pytest.mark.parametrize("speaker", ["Kremlin", "NATO", "Uni Eropa"])
def test_neither_outlet_nor_place_of_a_dateline_speaks(opening, speaker):
    record = record_of(f"{opening}{speaker} mengatakan aturan itu berlaku besok.")
    assert [quote.speaker.of(record.text) for quote in record.quotes] == [speaker]


def test_an_outlet_that_reports_is_still_a_speaker():
    record = record_of("Korankota.com melaporkan pabrik itu ditutup pemiliknya pekan lalu.")
    assert [quote.speaker.of(record.text) for quote in record.quotes] == ["Korankota.com"]


def test_a_headline_reports_without_prefix():
    found = indirect("Kereta pertama berangkat pagi.", headline="Putin Sebut Jalur Kereta Akan Selesai Tahun Depan")
    assert found == [("Jalur Kereta Akan Selesai Tahun Depan", PUTIN)]


def chain(record, index=0):
    return [(hop.provider, hop.relation) for hop in record.quotes[index].attribution_chain]


def test_a_chain_follows_the_words_from_medium_to_medium():
    record = record_of('"Jembatan itu dibuka lagi pagi ini," kata Lukashenko kepada kantor berita BelTA via TASS.')
    assert chain(record) == [("BelTA", "told"), ("TASS", "via")]


def test_a_speaker_who_goes_on_carries_the_chain():
    record = record_of(
        '"Jembatan itu dibuka lagi pagi ini," kata Lukashenko, seperti dikutip dari Reuters.',
        '"Truk pertama sudah menyeberang ke utara," lanjut Lukashenko.',
    )
    assert chain(record, 1) == [("Reuters", "quoted")]


def test_in_melansir_dari_the_words_pass_the_second_medium_first():
    record = record_of('Melansir TASS dari BelTA, Lukashenko mengatakan, "Jembatan itu dibuka lagi pagi ini."')
    assert chain(record) == [("BelTA", "relayed"), ("TASS", "relayed")]


def test_the_outlet_itself_is_no_source():
    record = record_of('"Jembatan itu dibuka lagi pagi ini," kata Putin, seperti dikutip KabarKita dari Reuters.')
    assert [credit.name for credit in record.agencies] == ["Reuters"]


def test_a_state_in_the_slot_of_a_medium_is_none():
    record = record_of("Jembatan itu dibuka lagi pagi ini, seperti dilansir Reuters dari Belarusia.")
    assert [credit.name for credit in record.agencies] == ["Reuters"]


CAPTIONS = [
    ("Presiden Rusia Vladimir Putin di Sochi. Foto/Sputnik/REUTERS", ["Sputnik", "Reuters"]),
    ("Presiden Rusia Vladimir Putin/Net", ["Net"]),
    ("Sumber gambar, Reuters", ["Reuters"]),
    ("Putin di kota yang ramai Kredit Foto: Reuters/Ivan Petrenko", ["Reuters", "Ivan Petrenko"]),
    ("Putin dan Lukashenko di Minsk. (Foto: Ivan Petrenko/Pool/Sputnik via AP)", ["Ivan Petrenko", "Sputnik", "AP"]),
    ("Putin dan Lukashenko di Minsk pada 6 April 2023.", []),
    ("Putin dan Lukashenko di Minsk (6 April 2023)", []),
    ("Nakhoda memberi aba-aba di anjungan. ANTARA FOTO/Rara Wening/YU", ["Antara", "Rara Wening"]),
    ("Nakhoda memberi aba-aba di anjungan. REUTERS/Rara Wening/AFP", ["Reuters", "Rara Wening", "AFP"]),
]


@pytest.mark.parametrize(("caption", "names"), CAPTIONS)
def test_captions_credit_photographers_and_agencies(caption, names):
    record = record_of("Pertemuan itu singkat.", caption=caption)
    assert [credit.name for credit in record.agencies if credit.relation == "photo"] == names


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Putin mengatakan bahwa ia meminta petani agar menunggu panen berikutnya.", [PUTIN]),
        ("Putin mengatakan bahwa Lukashenko meminta petani agar menunggu panen berikutnya.", [PUTIN, LUKASHENKO]),
    ],
)
def test_what_somebody_says_of_words_of_their_own_is_told_once(sentence, speakers):
    assert [who for _, who in indirect(sentence)] == speakers
