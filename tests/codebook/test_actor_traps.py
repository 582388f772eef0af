"""The names that trap a tagger, with the shipped codebook and the real tagger."""

import pytest

from workbench.codebook import load_codebook
from workbench.page import Page
from workbench.parse import compile_outlets, parse_article
from workbench.tag import build_tagger, tag_article


@pytest.fixture(scope="module")
def entities_in():
    codebook = load_codebook()
    outlets, tagger = compile_outlets(codebook.publishers), build_tagger(codebook, names="rules")

    def entities(*sentences: str) -> list[str]:
        body = " ".join(sentences)
        text = f"Berita Ringkas dari Ibu Kota Hari Ini\n\nSenin, 3 Juni 2024 10:00 WIB\n\n{body}\n"
        record = tag_article(parse_article(Page(path="page.txt", content_hash="sha256:0", text=text), outlets), tagger)
        return [mention.entity for mention in record.mentions if body.find(mention.of(text)) >= 0]

    return entities


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Petenis Daniil Medvedev kalah dalam tiga set.", ["medvedev-daniil"]),
        ("Ancaman itu ditulis Dmitri Medvedev di kanalnya.", ["medvedev"]),
        ("Galina Lukashenko jarang tampil di depan umum.", ["lukashenko-galina"]),
        ("Rapat itu dipimpin Viktor Lukashenko, bukan ayahnya.", ["lukashenko-viktor"]),
        ("Kabar itu dibantah Lukashenko pada pagi hari.", ["lukashenko"]),
        ("Sergei Tikhanovsky dibebaskan dari penjara.", ["tikhanovsky"]),
        ("Sviatlana Tsikhanouskaya berpidato di depan parlemen.", ["tikhanovskaya"]),
        ("Mereka setia pada Negara Kesatuan Republik Indonesia.", ["indonesia"]),
        ("Anggaran Negara Serikat disahkan tadi malam.", ["union-state"]),
        ("Ia menyalahkan Barat atas krisis itu.", ["west"]),
        ("Banjir merendam rumah di Kecamatan Tegal Barat.", []),
        ("Gempa itu terasa sampai Jawa Barat.", []),
        ("Harga minyak naik menjadi 80 dolar AS per barel.", []),
        ("Pejabat di Atlanta, Georgia, menolak gugatan itu.", []),
        ("Ikan paus terdampar di pantai selatan.", []),
    ],
)
def test_a_name_means_one_actor(entities_in, sentence, expected):
    assert entities_in(sentence) == expected


def test_a_shared_surname_follows_the_full_name_of_its_article(entities_in):
    assert entities_in("Daniil Medvedev menang.", "Kemenangan Medvedev disambut meriah.") == ["medvedev-daniil"] * 2
    assert entities_in("Dmitry Medvedev menulis.", "Kemudian Medvedev menghapusnya.") == ["medvedev"] * 2
    assert entities_in("Kemenangan Medvedev disambut meriah.") == []


def test_a_collective_and_a_body_name_their_states_as_well(entities_in):
    assert entities_in("Larangan itu datang dari AS dan sekutunya.") == ["united-states", "us-and-allies"]
    assert entities_in("Jadwal itu diumumkan Kementerian Pertahanan Belarus.") == [
        "belarusian-defence-ministry",
        "belarus",
    ]


def test_an_office_means_its_holder_on_the_day_of_publication(entities_in):
    assert entities_in("Usul itu ditolak menteri pertahanan Rusia pada malam hari.") == ["belousov", "russia"]
