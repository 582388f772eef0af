"""The pattern language: which words and sentences a pattern matches."""

import pytest

from workbench.codebook.events import Rule
from workbench.codebook.pattern import atom_matches, compile_pattern
from workbench.span import Span
from workbench.tag.rulebook import build_rulebook

LISTS = {"force": ("pasukan", "angkatan (darat|laut)", "=TNI"), "party": ("rusia", "belarus")}


def found(pattern, sentence, **options):
    rule = Rule(id="r", pattern=pattern, hit="", miss="", **options)
    book = build_rulebook([rule], LISTS)
    reading = book.read(sentence, [Span(0, len(sentence))])
    fired = reading.first(book.group([rule]), reading.sentences[0])
    return None if fired is None else [sentence[start:end] for start, end in fired[1]]


@pytest.mark.parametrize(
    ("atom", "words"),
    [
        ("~pasok", "memasok dipasok pasokan pemasokan pemasok memasoknya Pemasokannya"),
        ("~tempat", "menempatkan ditempatkan penempatan tempat"),
        ("~kirim", "mengirim dikirim kiriman pengiriman mengirimkan terkirim"),
        ("~sanksi", "sanksi disanksi menyanksi mensanksi sanksinya"),
        ("~latih", "latihan berlatih melatih pelatih dilatih"),
        ("~laku", "berlaku memberlakukan diberlakukan pemberlakuan melakukan"),
        ("~ekspor", "mengekspor diekspor ekspor pengekspor"),
        ("nuklir*", "nuklir nuklirnya nuklirisasi"),
        ("*militer", "militer antarmiliter paramiliter"),
        ("=AS", "AS"),
        ("sanksi", "sanksi Sanksi SANKSI sanksinya sanksilah"),
    ],
)
def test_an_atom_matches_its_forms(atom, words):
    assert [word for word in words.split() if not atom_matches(atom, word)] == []


@pytest.mark.parametrize(
    ("atom", "words"),
    [
        ("~pasok", "pasar masak kelasok"),
        ("~tempat", "menempa tempayan"),
        ("=AS", "as As ASEAN"),
        ("sanksi", "disanksi sanksikan"),
        ("ke", "kenya keku"),
    ],
)
def test_an_atom_leaves_look_alikes(atom, words):
    assert [word for word in words.split() if atom_matches(atom, word)] == []


@pytest.mark.parametrize(
    ("pattern", "sentence", "words"),
    [
        ("kerja sama", "Kerja sama itu erat", ["Kerja sama"]),
        ("~jatuh ..1 sanksi", "AS menjatuhkan paket sanksi", ["menjatuhkan paket sanksi"]),
        ("~jatuh ..1 sanksi", "AS menjatuhkan dua paket sanksi", None),
        ("kerja sama ..2 militer", "kerja sama, kata Putin, militer", ["kerja sama, kata Putin, militer"]),
        ("sanksi & barat", "Barat menambah sanksi", ["Barat", "sanksi"]),
        ("sanksi & !wasit", "Wasit memberi sanksi", None),
        ("@force ... rusia", "angkatan laut milik Rusia", ["angkatan laut milik Rusia"]),
        ("@force", "Prajurit TNI tiba", ["TNI"]),
        ("@force", "prajurit tni tiba", None),
        ("rusia near minsk", "Minsk dan Moskow di Rusia", ["Minsk dan Moskow di Rusia"]),
        ("rusia near minsk", "Rusia menuju Minsk", ["Rusia menuju Minsk"]),
        ("di (wilayah)? belarus", "di wilayah Belarus", ["di wilayah Belarus"]),
        ("di (wilayah)? belarus", "di Belarus", ["di Belarus"]),
        ("su-30", "jet Su-30 tiba", ["Su-30"]),
        ("sejak _ 1997", "sejak tahun 1997", ["sejak tahun 1997"]),
        ("hari ini|(senin|selasa) _ _", "Senin pagi tadi", ["Senin pagi tadi"]),
        ("hari ini|(senin|selasa) _ _", "ini hari Senin", None),
        ("(uni eropa|barat) sanksi", "Uni Eropa sanksi Minsk", ["Uni Eropa sanksi"]),
    ],
)
def test_a_pattern_matches_words_in_order(pattern, sentence, words):
    assert found(pattern, sentence) == words


def test_one_exception_of_several_is_enough():
    assert found("sanksi", "sanksi dari wasit", unless=("hakim", "wasit")) is None
    assert found("sanksi", "sanksi dari Barat", unless=("hakim", "wasit")) == ["sanksi"]


def test_parties_are_counted_once_each():
    assert found("latihan", "Rusia, Rusia dan latihan", parties=2) is None
    assert found("latihan", "latihan Rusia-Belarus", parties=2) == ["latihan"]


@pytest.mark.parametrize(
    "pattern", ["", "sanksi ..", ".. sanksi", "(sanksi", "sanksi)", "a | ", "sanksi & ", "@none", "!x"]
)
def test_a_broken_pattern_is_refused(pattern):
    with pytest.raises(ValueError, match=r".+"):
        compile_pattern(pattern, LISTS)


def test_offsets_survive_letters_whose_lower_case_is_longer():
    assert found("sanksi", "İİ menjatuhkan sanksi 🛰 baru") == ["sanksi"]
