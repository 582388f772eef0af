from importlib.resources import files

import pycrfsuite
import pytest

from workbench.codebook import load_codebook
from workbench.span import Span
from workbench.tag.classes import load_word_classes, read_word_classes
from workbench.tag.crf import FEATURES_FILE, MODEL_FILE, load_name_model, words_of
from workbench.tag.features import Lists, features, lay_out, part_features, parts, places, word_reader

LISTS = Lists.of(load_codebook().cues, load_word_classes())
READ = word_reader(LISTS)
SENTENCE = "Kemarin siang Menteri Kelautan Sukma Wiratama tiba di Kepulauan Aru, kata stafnya Bagus."


@pytest.fixture(scope="module")
def model():
    return load_name_model(load_codebook().cues)


def test_a_word_sees_itself_its_neighbours_and_its_run():
    found = features(["kata", "Sukma", "Wiratama", "di", "Aru"], READ)[1]
    assert {"w=sukma", "s=Xx+", "2<su", "3>kma", "-1w=kata", "1w=wiratama", "run-before=kata", "run-to=1"} <= set(found)
    assert "speech-before" in found
    assert "speech-after" not in found


def test_the_edge_of_a_sentence_is_seen_as_such():
    first, *_, last = features(["Sukma", "tiba"], READ)
    assert {"-2|", "-1|", "2|", "run-before=^"} <= set(first)
    assert {"1|", "2|", "run-after=$"} <= set(last)


def test_a_part_of_a_sentence_has_the_features_that_it_has_in_the_whole():
    words = words_of(SENTENCE)
    laid_out = lay_out([READ(word) for word in words])
    assert part_features(laid_out, range(2, 9)) == features(words, READ)[2:9]


def test_only_runs_of_capitals_that_are_asked_for_are_labelled():
    words = words_of(SENTENCE)
    starts = [SENTENCE.index(word) for word in words]
    at = SENTENCE.index("Sukma")
    (part,) = parts(lay_out([READ(word) for word in words]), [places(starts, Span(at, at + 5))])
    assert words[part.start + 2 : part.stop] == ["Menteri", "Kelautan", "Sukma", "Wiratama", "tiba", "di", "Kepulauan"]
    assert part.start == 0


def test_parts_that_touch_are_one():
    laid_out = lay_out([READ(word) for word in words_of("Sukma tiba di Aru bersama para tamu dan Bagus")])
    assert parts(laid_out, [(0, 1), (3, 4)]) == [range(7)]


def test_a_reader_leaves_out_what_the_model_has_no_weight_for(model):
    assert set(model.read("Sukma").own) < set(READ("Sukma").own)


def test_the_model_names_what_it_is_asked_about_only(model):
    text = "Wali Kota Sukma Wiratama mengunjungi pasar ikan yang baru dibuka di Kampung Lontar, Senin."
    start = text.index("Sukma")
    found = list(model.names(text, Span(0, len(text)), [Span(start, start + 14)]))
    assert [(name.of(text), name.label) for name in found] == [("Sukma Wiratama", "PER")]


def test_a_line_of_word_classes_holds_for_each_of_its_words():
    classes = read_word_classes(["word-common\tair sungai", "name-person name-place\tsukma"])
    assert classes == {"air": ("word-common",), "sungai": ("word-common",), "sukma": ("name-person", "name-place")}


def test_only_words_with_capitals_are_looked_up():
    read = word_reader(Lists.of(load_codebook().cues, {"sukma": ("name-person",)}))
    assert "name-person" in read("Sukma").own
    assert "name-person" not in read("sukma").own
    assert "word-unlisted" in read("Qwertz").own


def test_a_common_word_is_one_of_the_language_and_in_no_persons_name(model):
    assert model.is_common("Dipecat")
    assert not model.is_common("Diana")
    assert not model.is_common("Wiraswaratama")


def test_the_features_beside_the_model_are_those_that_it_has_weights_for():
    tagger = pycrfsuite.Tagger()
    folder = files("workbench.tag") / "data"
    content = (folder / MODEL_FILE).read_bytes()
    tagger.open_inmemory(content)
    assert set((folder / FEATURES_FILE).read_text(encoding="utf-8").split("\n")) == set(tagger.info().attributes)
