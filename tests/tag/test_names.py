import pytest
from tag_press import article_of, full_tagger, record_of

from workbench.span import Span
from workbench.tag import tag_article


def names(*paragraphs, **rest):
    record = record_of(*paragraphs, **rest)
    return {(name.of(record.text), name.label) for name in record.names}


def test_a_title_stands_before_a_person():
    assert ("Budi Santika", "PER") in names("Rapat dibuka oleh Gubernur Budi Santika di aula.")


def test_who_speaks_is_a_person_or_an_organisation():
    found = names('"Air sungai sudah surut sejak pagi," kata Rina Wulandari.', "NorthBridge mengatakan pipa itu aman.")
    assert {("Rina Wulandari", "PER"), ("NorthBridge", "ORG")} <= found


def test_surnames_are_known_again():
    found = names('"Air sungai sudah surut sejak pagi," kata Rina Wulandari.', "Kemarin di posko Wulandari menginap.")
    assert ("Wulandari", "PER") in found


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Surat itu dikirim Kementerian Luar Negeri Rusia kemarin.", "Kementerian Luar Negeri Rusia"),
        ("Aturan itu dibuat Badan Pengawas Obat dan Makanan.", "Badan Pengawas Obat dan Makanan"),
    ],
)
def test_heads_begin_the_names_of_organisations(sentence, name):
    assert (name, "ORG") in names(sentence)


def test_the_first_word_of_a_sentence_is_no_name():
    assert names("Selanjutnya hujan turun. Menurut warga, air naik.") == set()


def test_the_model_finds_what_rules_pass_over():
    article = article_of("Ribuan warga berkumpul di Tanjungsari untuk menyambut Haryono Wiguna dan istrinya.")
    record = tag_article(article, full_tagger())
    assert ("Haryono Wiguna", "PER") in {(name.of(record.text), name.label) for name in record.names}


def test_names_lie_in_the_article_zone_and_in_text_order():
    record = record_of("Gubernur Budi Santika tiba di Minsk.", footer="Pemimpin Redaksi Joko Pranata")
    assert list(record.names) == sorted(record.names)
    body = next(line for line in record.lines if line.role == "body")
    assert all(Span(body.start, body.end).covers(name) for name in record.names)
