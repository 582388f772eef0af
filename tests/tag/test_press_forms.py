"""Forms of the press met at outlets nobody listed: each with a sentence that must be read and one that looks alike."""

import msgspec
import pytest
from tag_press import article_of, full_tagger, quotes_in, record_of, shipped_tagger

from workbench.article import Dateline
from workbench.tag import tag_article

PUTIN, LUKASHENKO = "Vladimir Putin", "Alexander Lukashenko"


def speakers(*paragraphs, **rest):
    return [speaker for _, _, speaker in quotes_in(record_of(*paragraphs, **rest))]


def credited(*paragraphs):
    return {agency.name for agency in record_of(*paragraphs).agencies if agency.relation == "credited"}


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # Somebody's office is not that somebody.
        ("Gudang itu kosong, kata juru bicara Presiden Vladimir Putin.", "role: juru bicara Presiden Vladimir Putin"),
        ("Gudang itu kosong, kata Presiden Vladimir Putin.", PUTIN),
        # What is told of a person between commas.
        ("Vladimir Putin (70), mantan perwira, mengatakan gudang itu sudah kosong.", PUTIN),
        ("Seorang pejabat bandara mengatakan gudang itu sudah kosong.", "role: pejabat bandara"),
        # Ministers of the interior carry a preposition in their name.
        ("Menteri Dalam Negeri Vladimir Putin mengatakan gudang itu sudah kosong.", PUTIN),
        # Who is handed on.
        ("BelTA mengutip Kremlin yang menyebut gudang itu sudah kosong.", "Kremlin"),
        ("BelTA menyebut gudang itu sudah kosong.", "BelTA"),
        ("Gudang itu sudah kosong, menurut kantor berita BelTA.", "BelTA"),
        ("Gudang itu sudah kosong, demikian Reuters melaporkan.", "Reuters"),
        ("Berdasarkan laporan Reuters, gudang itu sudah kosong.", "Reuters"),
        ("Namun Kremlin menyerukan agar gudang itu dikosongkan.", "Kremlin"),
        ("Adapun Kremlin melaporkan harga gandum anjlok sepekan ini.", "Kremlin"),
        ("Vladimir Putin menampik bahwa gudang itu sudah kosong.", PUTIN),
        ("Vladimir Putin meragukan laporan panitia itu.", PUTIN),
        ('Vladimir Putin menyebut usulan itu "sandiwara".', PUTIN),
        ("Tiga diplomat mengungkapkan bahwa gudang itu sudah kosong.", "role: diplomat"),
    ],
)
def test_reported_speech_has_its_speaker(sentence, speaker):
    assert speakers(sentence) == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vladimir Putin menepis bola dengan tangan kiri.",
        "Uni Eropa menambahkan dua belas nama dalam daftar itu.",
        "Vladimir Putin menulis buku sejarah.",
        "Berdasarkan hukum laut, kapal itu bebas berlayar.",
    ],
)
def test_what_nobody_says_is_no_speech(sentence):
    assert speakers(sentence) == []


def test_a_second_verb_of_one_speaker_is_no_second_statement():
    found = speakers("Gudang di Minsk itu kosong, sebut BelTA, seraya menambahkan bahwa pintunya sudah disegel.")
    assert found == ["BelTA"]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ('"Gudang itu sudah lama kosong," papar pendiri lembaga itu, Vladimir Putin, kepada pers.', PUTIN),
        ('"Gudang itu sudah lama kosong," ujar perwakilan warga, Vladimir Putin.', PUTIN),
        ('"Gudang itu sudah lama kosong," kata dua perwira kepada Reuters.', "role: perwira"),
    ],
)
def test_a_quotation_has_its_speaker(said, speaker):
    assert speakers(said) == [speaker]


def test_nobody_inside_a_quotation_is_its_speaker():
    told = "Presiden Alexander Lukashenko menunggu di bandara."
    said = '"Jangan panik! Vladimir Putin pasti datang besok pagi," katanya.'
    assert speakers(told, said) == [LUKASHENKO]
    assert speakers(told, said, "Menurutnya, hujan akan turun sampai malam.")[-1] == LUKASHENKO


def test_a_first_called_senator_is_the_one_who_spoke():
    said = '"Gudang itu kosong sejak lama," ujar senator itu.'
    assert speakers("Vladimir Putin mengatakan gudang itu milik negara.", said)[-1] == PUTIN
    met = "Seorang senator tiba di Minsk."
    assert speakers(met, "Vladimir Putin mengatakan gudang itu milik negara.", said)[-1] == "role: senator"


def test_a_look_back_is_an_aside():
    said = '"Gudang itu kosong sejak lama," ujar Vladimir Putin.'
    closing = '"Kami akan menjualnya bulan depan," pungkasnya.'
    aside = "Sebelumnya Alexander Lukashenko menyatakan gudang itu penuh."
    assert speakers(said, aside, closing)[-1] == PUTIN
    assert speakers(said, aside.replace("Sebelumnya ", ""), closing)[-1] == LUKASHENKO


def test_the_place_of_a_dateline_says_nothing():
    words = "Minsk (ANTARA) - Kementerian Pertahanan Belarus menyatakan latihan sudah selesai."
    article = article_of(words)
    filed = msgspec.structs.replace(article, dateline=Dateline(0, 5, place="Minsk"))
    (quote,) = tag_article(filed, shipped_tagger()).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Kementerian Pertahanan Belarus"
    assert quote.content.of(words) == "latihan sudah selesai"


@pytest.mark.parametrize(
    ("sentence", "media"),
    [
        ("BelTA mengutip juru bicara kementerian yang menyebut gudang itu kosong.", {"BelTA"}),
        ("Menurut dokumen yang dilihat Reuters, gudang itu sudah kosong.", {"Reuters"}),
        ('"Gudang itu kosong sejak lama," kata Putin, dilansir Interfax.Ia lalu pergi.', {"Interfax"}),
        ("Interfax melansir, gudang itu sudah kosong.", {"Interfax"}),
        ("Juru bicara itu mengutip pantun lama.", set()),
    ],
)
def test_media_that_hand_words_on_are_credited(sentence, media):
    assert credited(sentence) == media


def people(*paragraphs):
    record = record_of(*paragraphs)
    return {name.of(record.text) for name in record.names if name.label == "PER"}


def test_an_age_stands_behind_a_person():
    assert "Sutarman" in people("Pasar itu ramai. Kemarin Sutarman (27) menutup kiosnya.")
    assert "Sutarman" not in people("Pasar itu ramai. Kemarin Sutarman (2021) terbit lagi.")


def test_a_known_first_name_begins_another_persons_name():
    assert "Retno Wulandari" in people("Rapat dibuka oleh Gubernur Retno Wulandari di aula.")
    assert "Retno" not in people("Rapat dibuka oleh Gubernur Retno Wulandari di aula.")
    assert "Retno Marsudi" in people("Kemarin Retno Marsudi tiba di aula.")


def test_a_verb_with_a_capital_is_no_first_name():
    assert "Putin" in people("Gudang itu sudah lama kosong. Ucap Putin di aula.")


def test_the_captions_of_a_gallery_credit_their_pictures():
    article = article_of("Warga memadati dermaga. (Reuters/BelTA)")
    lines = tuple(msgspec.structs.replace(line, reason="gallery-caption") for line in article.lines)
    record = tag_article(msgspec.structs.replace(article, lines=lines), shipped_tagger())
    assert {agency.name for agency in record.agencies if agency.relation == "photo"} == {"Reuters", "BelTA"}
    assert {agency.name for agency in record.agencies if agency.relation == "credited"} == set()


def test_whoever_took_a_picture_is_nobody_in_the_article():
    caption = "Gubernur Budi Santika di dermaga. Foto: Haryono Wiguna/TASS"
    record = tag_article(article_of("Dermaga dibuka.", caption=caption), full_tagger())
    assert {name.of(record.text) for name in record.names if name.label == "PER"} == {"Budi Santika"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Uni Eropa akhirnya menjatuhkan sanksi terhadap Belarus.", "imposed"),
        ("Uni Eropa akhirnya menyepakati sanksi terhadap Belarus.", None),
        ("Uni Eropa mengakhiri sanksi terhadap Belarus.", "lifted"),
    ],
)
def test_at_last_is_not_the_end(sentence, status):
    (event,) = record_of(sentence).sanctions
    assert event.status == status or (status is None and event.status != "lifted")


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Rudal yang dapat membawa bom nuklir telah diserahkan Rusia kepada Belarus.", "actual"),
        ("Rudal itu dapat diserahkan Rusia kepada Belarus.", "hypothetical"),
        ("Latihan perang bersama Rusia dan Belarus memicu kekhawatiran tetangganya.", "actual"),
    ],
)
def test_what_a_weapon_can_carry_is_no_hypothesis(sentence, modality):
    assert {event.modality for event in record_of(sentence).military_cooperation} == {modality}


def test_a_source_that_will_not_be_named_denies_nothing():
    (event,) = record_of(
        "Diplomat yang enggan disebut namanya mengatakan Uni Eropa menjatuhkan sanksi pada Minsk."
    ).sanctions
    assert event.modality == "actual"
