"""Numbers as values, and the figures that are none."""

import pytest

from workbench.span import Span
from workbench.tag.hints import hints_of
from workbench.tag.numbers import numbers_in
from workbench.tag.rulebook import build_rulebook


def numbers(text):
    reading = build_rulebook([], {}, hints_of=hints_of).read(text, [Span(0, len(text))])
    return numbers_in(reading, reading.sentences[0])


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "qualifier"),
    [
        ("merampungkan 74 persen kegiatan", "74 persen", 74, "%", "exact"),
        ("naik lebih dari 4,5 kali lipat", "4,5 kali lipat", 4.5, "times", "more-than"),
        ("lebih dari 8.000 perusahaan", "8.000 perusahaan", 8000, "perusahaan", "more-than"),
        ("ratusan ribu lapangan kerja", "ratusan ribu lapangan", 100_000, "lapangan", "magnitude"),
        ("digaji Rp37 juta sebulan", "Rp37 juta", 37e6, "IDR", "exact"),
        ("senilai US$1,5 miliar", "US$1,5 miliar", 1.5e9, "USD", "exact"),
        ("sekitar 300 juta dolar AS", "300 juta dolar AS", 300e6, "USD", "about"),
        ("menandatangani tujuh dokumen", "tujuh dokumen", 7, "dokumen", "exact"),
        ("dua puluh lima pejabat", "dua puluh lima pejabat", 25, "pejabat", "exact"),
        ("sedikitnya 15 orang tewas", "15 orang", 15, "orang", "at-least"),
        ("turun 3,2% tahun ini", "3,2%", 3.2, "%", "exact"),
        ("tumbuh dua kali lipat", "dua kali lipat", 2, "times", "exact"),
    ],
)
def test_a_quantity_is_a_value_with_its_unit(text, words, value, unit, qualifier):
    (number,) = numbers(text)
    assert (number.of(text), number.value, number.unit, number.qualifier) == (words, value, unit, qualifier)


def test_a_range_has_two_ends():
    (number,) = numbers("antara 10 hingga 12 persen")
    assert (number.value, number.upper, number.unit) == (10, 12, "%")


@pytest.mark.parametrize(
    "text",
    [
        "pada Kamis (6/4) pagi",
        "Jumat (11/3/2022).",
        "pukul 12:57 WIB",
        "sejak tahun 1997 yang lalu",
        "sistem S-400 itu",
        "KTT G7 di Bali",
        "presiden ke-5 itu",
        "pada 24 Februari lalu",
        "kedua negara",
        "Zapad-2025 dimulai",
        f"{'9' * 400} orang",
        f"5-{'9' * 400} orang",
        f"{'9' * 300} triliun rupiah",
    ],
)
def test_dates_times_names_and_ordinals_are_no_quantities(text):
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("naik 10-12 persen", 10, 12, "%"),
        ("menjual 2-3 juta ton pupuk", 2e6, 3e6, "ton"),
        ("senilai US$10-12 miliar", 10e9, 12e9, "USD"),
    ],
)
def test_a_hyphen_makes_a_range(text, low, high, unit):
    (number,) = numbers(text)
    assert (number.value, number.upper, number.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text", ["pada 5-7 Juli", "menang 2-1 untuk tuan rumah", "pukul 10.00-12.00 WIB", "1996-1997 itu"]
)
def test_days_scores_and_hours_are_no_ranges(text):
    assert numbers(text) == []


@pytest.mark.parametrize("text", ["2-5,1/3 orang", "1-3.51155 orang"])
def test_a_part_of_a_figure_is_no_end_of_a_range(text):
    assert numbers(text) == []
