"""Who speaks, where the article says it in a roundabout way: each rule with a hit and a near miss."""

import pytest
from tag_press import quotes_in, record_of

WORDS = '"Gandum itu tiba lebih awal dari rencana,"'


def speakers(*paragraphs, **rest):
    return [who for _, _, who in quotes_in(record_of(*paragraphs, **rest))]


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            ["Sutradara film laga pendek Vladimir Putin tiba.", "Sutradara film pendek mengatakan layar sudah siap."],
            "Vladimir Putin",
        ),
        (["Sutradara Rina Wulandari tiba.", "Sutradara film pendek mengatakan layar sudah siap."], None),
        (["Penjaga kapal Sari Dewi tiba.", f"{WORDS} kata seorang penjaga kapal."], None),
        (["Wali Kota Rina Wulandari tiba.", "Wali kota mengatakan layar sudah siap."], None),
    ],
)
def test_a_role_of_its_own_means_the_one_whom_the_article_calls_so(paragraphs, speaker):
    (who,) = speakers(*paragraphs)
    assert who == speaker if speaker else who.startswith("role: ")


def test_a_bare_role_recalls_the_fuller_one():
    first = "Seorang diplomat Swedia yang enggan disebut namanya menunggu di luar."
    assert speakers(first, f"{WORDS} ucap diplomat tersebut.") == ["role: diplomat Swedia"]
    assert speakers(first, f"{WORDS} ucap diplomat lainnya.") == ["role: diplomat"]


def test_anybody_can_be_somebody():
    assert speakers(f"{WORDS} kata seorang penggembala di Brest.") == ["role: penggembala"]
    assert speakers(f"Putin tiba. {WORDS} kata penggembala di Brest.") != ["role: penggembala"]


@pytest.mark.parametrize("told", ["katanya", "ujarnya"])
def test_nya_means_the_subject_of_the_sentence_before(told):
    before = f"{WORDS} kata Lukashenko."
    assert speakers(before, f"Menteri Budi Santika memindahkan dua brigade. {WORDS} {told}.")[-1] == "Budi Santika"
    assert speakers(before, f"Dua brigade dipindahkan oleh Budi Santika. {WORDS} {told}.")[-1] == "Alexander Lukashenko"


def test_who_goes_on_is_the_last_to_speak():
    found = speakers(f"{WORDS} kata Lukashenko.", f"Menteri Budi Santika memindahkan brigade. {WORDS} tambahnya.")
    assert found == ["Alexander Lukashenko"] * 2


def test_a_name_may_follow_nya_after_all():
    assert speakers(f"Lukashenko tiba. {WORDS} katanya Presiden Rusia Vladimir Putin.") == ["Vladimir Putin"]
    assert speakers(f"Lukashenko tiba. {WORDS} katanya kepada Vladimir Putin.") == ["Alexander Lukashenko"]


def test_ones_own_side_speaks_for_oneself():
    found = speakers("Lukashenko mengatakan harga naik.", "Selain itu, pihaknya memperkirakan harga akan turun lagi.")
    assert found == ["Alexander Lukashenko"] * 2


def test_the_side_of_a_body_is_the_body():
    assert speakers("Pihak NATO mengatakan latihan itu akan berakhir besok.") == ["NATO"]
    assert speakers("Pihak lawan NATO mengatakan latihan itu akan berakhir besok.") != ["NATO"]


def test_a_ministry_is_recalled_whatever_its_case():
    record = record_of("Kementerian Pertahanan Belarusia mengirim surat.", f"{WORDS} bunyi pernyataan kementerian itu.")
    assert [quote.speaker.name for quote in record.quotes] == ["Kementerian Pertahanan Belarusia"]


def test_an_envoy_to_a_state_is_the_subject_behind_it():
    assert speakers("Duta Besar Jepang untuk Rusia Rina Wulandari menyebut hambatan itu berat sekali.") == [
        "Rina Wulandari"
    ]
    assert speakers("Lukashenko setelah bertemu Putin menyebut hambatan itu berat sekali.") == ["Alexander Lukashenko"]


def test_a_place_that_tells_where_somebody_is_does_not_speak():
    found = speakers("Sang penjaga di Kampung Baru, Minsk tersebut mengatakan harga akan naik.")
    assert "Minsk" not in found


def test_a_noun_can_be_the_predicate():
    assert speakers("Lukashenko menyebut sidang itu sandiwara belaka.") == ["Alexander Lukashenko"]
    assert speakers("Lukashenko menyebut nama itu di depan umum.") == []


def test_a_quotation_that_its_next_paragraph_closes_ends_with_its_words():
    (found, *_) = quotes_in(record_of('Putin mengatakan: "Gandum itu tiba lebih awal dari rencana', '" di depan umum.'))
    assert found[1] == "Gandum itu tiba lebih awal dari rencana"


def test_a_quotation_that_only_closes_begins_with_its_paragraph():
    assert quotes_in(record_of('Gandum itu tiba lebih awal dari rencana," kata Putin.'))[0] == (
        "direct", "Gandum itu tiba lebih awal dari rencana,", "Vladimir Putin",
    )  # fmt: skip
    assert speakers('Mereka membaca tulisan "Musim Gugur" di gerbang.') == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "\\'Gandum itu tiba lebih awal dari rencana,\\' kata Putin.",
        "‘ Gandum itu tiba lebih awal dari rencana ’, kata Putin.",
    ],
)
def test_single_marks_may_be_escaped_or_stand_off(paragraph):
    ((kind, words, who),) = quotes_in(record_of(paragraph))
    assert (kind, words.rstrip(","), who) == ("direct", "Gandum itu tiba lebih awal dari rencana", "Vladimir Putin")


def test_the_holder_of_an_office_is_named_behind_its_body():
    record = record_of(f"{WORDS} kata Kepala Biro Humas Teguh Sarwono Hadi.")
    assert [quote.speaker.name for quote in record.quotes] == ["Teguh Sarwono Hadi"]
    record = record_of("Kepala Badan Nasional Penanggulangan Terorisme tiba.")
    assert [name.of(record.text) for name in record.names] == ["Badan Nasional Penanggulangan Terorisme"]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Pengamat: Ladang Itu Subur", "Vladimir Putin"),
        ("Pengamat Buka Suara: Ladang Itu Subur", "Vladimir Putin"),
        ("Petani: Ladang Itu Subur", "role: Petani"),
    ],
)
def test_a_headline_says_who_speaks_by_as_little_as_it_can(headline, speaker):
    found = speakers("Pengamat tanah Vladimir Putin, tiba di Grodno.", headline=headline)
    assert found == [speaker]


def test_a_role_whose_bearers_are_two_is_nobodys():
    two = "Pengamat Vladimir Putin dan pengamat Alexander Lukashenko tiba di Grodno."
    assert speakers(two, headline="Pengamat: Ladang Itu Subur") == ["role: Pengamat"]


def also(*paragraphs):
    (quote,) = record_of(*paragraphs).quotes
    return [one.name for one in quote.also]


def test_who_says_a_quotation_together_with_its_speaker_is_named_too():
    assert speakers(f"{WORDS} kata Vladimir Putin dan Presiden Belarus Alexander Lukashenko.") == ["Vladimir Putin"]
    assert also(f"{WORDS} kata Vladimir Putin dan Presiden Belarus Alexander Lukashenko.") == ["Alexander Lukashenko"]
    assert also(f"{WORDS} tulis Latvia, Estonia, dan Lituania dalam surat itu.") == [
        "Pemerintah Estonia",
        "Pemerintah Lituania",
    ]
    assert also(f"{WORDS} kata Vladimir Putin kepada Alexander Lukashenko.") == []


def test_a_pronoun_without_a_speaker_before_means_a_subject_or_whoever_did_it():
    assert speakers("Panen dibuka oleh Gubernur Rina Wulandari.", f"{WORDS} ujarnya.") == ["Rina Wulandari"]
    assert speakers("Kritik terhadap Rina Wulandari terus datang.", f"{WORDS} ujarnya.") == [None]
