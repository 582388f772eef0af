import pytest
from tag_press import article_of, full_tagger, record_of

from workbench.codebook import load_codebook
from workbench.span import Span
from workbench.tag import build_tagger, tag_article


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


def test_a_lone_surname_needs_its_full_name_but_in_a_text_of_a_sentence_or_two():
    def people(*paragraphs):
        record = tag_article(article_of(*paragraphs), full_tagger())
        return [name.of(record.text) for name in record.names if name.label == "PER"]

    lone = "Menjelang sore Suryadi tiba bersama rombongan kecil di pasar ikan itu."
    assert people(lone) == ["Suryadi"]
    assert people(lone, "Pasar itu baru dibuka.", "Harga ikan turun.") == []


def test_the_model_finds_what_rules_pass_over():
    article = article_of("Ribuan warga berkumpul di Tanjungsari untuk menyambut Haryono Wiguna dan istrinya.")
    record = tag_article(article, full_tagger())
    assert ("Haryono Wiguna", "PER") in {(name.of(record.text), name.label) for name in record.names}


def test_names_lie_in_the_article_zone_and_in_text_order():
    record = record_of("Gubernur Budi Santika tiba di Minsk.", footer="Pemimpin Redaksi Joko Pranata")
    assert list(record.names) == sorted(record.names)
    body = next(line for line in record.lines if line.role == "body")
    assert all(Span(body.start, body.end).covers(name) for name in record.names)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Dana itu milik Northern Institute of Marine Technology.", "Northern Institute of Marine Technology"),
        ("Menurut Kanal Center for Energy and Climate Studies kemarin.", "Kanal Center for Energy and Climate Studies"),
        ("Direktur Baltia Research Council Rina Wulandari pulang.", "Baltia Research Council"),
    ],
)
def test_a_body_with_an_english_name_reaches_over_its_head_and_on_with_what_it_is_for(sentence, name):
    assert (name, "ORG") in names(sentence)


def test_a_name_behind_an_english_head_is_another():
    assert ("Rina Wulandari", "PER") in names("Direktur Baltia Research Council Rina Wulandari pulang.")


@pytest.mark.parametrize("title", ["Union Treaty", "Digital Growth Forum Exchange", "Strategic Partnership Agreement"])
def test_english_words_are_nobodys_name(title):
    record = tag_article(article_of(f"Kedua pihak menandatangani {title} di Minsk pada Jumat."), full_tagger())
    assert "PER" not in {name.label for name in record.names}


@pytest.mark.parametrize(
    ("sentence", "is_person"),
    [
        ("Seorang buruh bernama Satrianto pulang lebih awal.", True),
        ("Izin itu keluar atas nama Satrianto kemarin.", True),
        ("Sebuah kapal bernama Satrianto berlabuh di sana.", False),
    ],
)
def test_only_nouns_for_persons_are_followed_by_a_persons_name(sentence, is_person):
    assert (("Satrianto", "PER") in names(sentence)) == is_person


@pytest.mark.parametrize(
    ("sentence", "name", "is_named"),
    [
        ("Bupati memberhentikan Aparatur Sipil Negara (ASN) yang bolos.", "Aparatur Sipil Negara", False),
        ("Bupati memberhentikan Aparatur Sipil Negara (ASN) yang bolos.", "ASN", False),
        ("Ratusan prajurit mengikuti Baltia Rampart Shield di pantai itu.", "Baltia Rampart Shield", False),
        ("Armada itu memuat Iskander dan suku cadangnya.", "Iskander", False),
        ("Ratusan prajurit mengikuti kuliah Baltia Rampart Council di sana.", "Baltia Rampart Council", True),
        ("Kubu Tarum United kalah di kandang sendiri.", "Tarum United", True),
        ("Truk itu dirakit pabrikan Sukhoi di Siberia.", "Sukhoi", True),
        ("Hal itu ditulis kantor berita Italia ANSA kemarin.", "ANSA", True),
        ("Hal itu ditulis kantor berita Italia ANSA kemarin.", "Italia ANSA", False),
        ("Kapal itu milik armada Laut Hitam sejak lama.", "armada Laut Hitam", True),
        ("Acara itu milik Tentara Nasional Indonesia Angkatan Darat (TNI AD).", "TNI AD", True),
    ],
)
def test_kinds_and_events_are_no_names_of_bodies(sentence, name, is_named):
    assert ((name, "ORG") in names(sentence, "Hujan turun.", "Warga pulang.")) == is_named


@pytest.mark.parametrize("before", ["peraih Nobel", "Letjend TNI", "Komjen Pol"])
def test_ranks_and_prizes_are_no_part_of_a_persons_name(before):
    assert ("Rina Wulandari", "PER") in names(f"Rapat itu dihadiri {before} Rina Wulandari kemarin.", "Hujan turun.")


def test_a_headline_names_what_the_article_names():
    found = names(
        '"Air sungai sudah surut sejak pagi," kata Rina Wulandari.', headline="Wulandari Pulang, Ratusan Orang Bertahan"
    )
    assert ("Wulandari", "PER") in found
    assert not any(printed.startswith("Ratusan") for printed, _ in found)


def test_the_first_word_of_a_bodys_name_recalls_the_body():
    found = names("Investasi itu milik Dermaga Capital.", '"Kami menunggu izin dari kota itu," ujar Dermaga.')
    assert {("Dermaga Capital", "ORG"), ("Dermaga", "ORG")} <= found


def test_a_tagger_can_be_kept_to_the_names_that_lists_have():
    tagger = build_tagger(load_codebook(), names="codebook")
    record = tag_article(article_of("Gubernur Budi Santika tiba di Minsk."), tagger)
    assert [name.of(record.text) for name in record.names] == ["Minsk"]


def test_an_alias_in_brackets_names_what_stands_inside_them():
    assert ("Bernama", "ORG") in names("MINSK (Bernama) -- Rapat kabinet ditunda sampai pekan depan.")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Juru bicara Komisi Eropa Marta Lindel tiba kemarin.", "Marta Lindel"),
        ("Ketua DPR TB Santika mengatakan surat itu sudah tiba.", "TB Santika"),
    ],
)
def test_whoever_speaks_for_a_known_body_is_named_behind_it(sentence, name):
    assert (name, "PER") in names(sentence)


def test_a_forename_of_honour_stays_with_the_name():
    paragraphs = ("Buku itu ditulis Kolonel Teuku Rahmat Iskandar.", '"Bukunya belum selesai juga," kata Rahmat.')
    assert ("Teuku Rahmat Iskandar", "PER") in names(*paragraphs)
