import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.parse.calendar import DateMatch, find_dates, weekday_agrees
from workbench.span import Span


def found_in(line: str) -> tuple[DateMatch, ...]:
    return find_dates(line, Span(0, len(line))) if line else ()


HITS = [
    ("Selasa, 4 Oktober 2022 - 05:45 WIB", (2022, 10, 4, 1, 5, 45, "+07:00", "words")),
    ("SELASA, 04 OKTOBER 2022 | 06:51 WITA", (2022, 10, 4, 1, 6, 51, "+08:00", "words")),
    ("Selasa, 4 Okt 2022 / 10:22 Wit", (2022, 10, 4, 1, 10, 22, "+09:00", "words")),
    ("4 Agu 2024 15:19 WIB", (2024, 8, 4, None, 15, 19, "+07:00", "words")),
    ("04/10/2022, 12:57 WIB", (2022, 10, 4, None, 12, 57, "+07:00", "numeric")),
    ("4-10-2022", (2022, 10, 4, None, None, None, None, "numeric")),
    ("04.10.2022", (2022, 10, 4, None, None, None, None, "numeric")),
    ("2022-10-04 12:57:00", (2022, 10, 4, None, 12, 57, None, "iso")),
    ("2022-10-04T12:57:09+0700", (2022, 10, 4, None, 12, 57, "+07:00", "iso")),
    ("2022-10-04T05:57:09Z", (2022, 10, 4, None, 5, 57, "+00:00", "iso")),
    ("Selasa (4/10/2022)", (2022, 10, 4, 1, None, None, None, "numeric")),
    ("Selasa(4/10/2022)", (2022, 10, 4, 1, None, None, None, "numeric")),
    ("Selasa, (4/10/22)", (2022, 10, 4, 1, None, None, None, "numeric")),
    ("Selasa (4/10)", (None, 10, 4, 1, None, None, None, "day-month")),
    ("Selasa (04/10) pukul 21.30", (None, 10, 4, 1, 21, 30, None, "day-month")),
    ("Selasa malam (4/10)", (None, 10, 4, 1, None, None, None, "day-month")),
    ("Selasa (4)", (None, None, 4, 1, None, None, None, "weekday-day")),
    ("Ahad, 2 Oktober 2022", (2022, 10, 2, 6, None, None, None, "words")),
    ("Jum'at, 7 oktober 2022", (2022, 10, 7, 4, None, None, None, "words")),
    ("JUM\u2019AT, 7 Nop 2022", (2022, 11, 7, 4, None, None, None, "words")),
    ("4 Sept 2022", (2022, 9, 4, None, None, None, None, "words")),
    ("4 Ags 2022", (2022, 8, 4, None, None, None, None, "words")),
    ("31 Ogos 2022", (2022, 8, 31, None, None, None, None, "words")),
    ("04-Mar-22", (2022, 3, 4, None, None, None, None, "words")),
    ("4 Mac 2022", (2022, 3, 4, None, None, None, None, "words")),
    ("4/10/97", (1997, 10, 4, None, None, None, None, "numeric")),
    ("4 Oktober", (None, 10, 4, None, None, None, None, "words-short")),
    ("Tue, October 4, 2022 10:30 PM", (2022, 10, 4, 1, 22, 30, None, "english")),
    ("Oct 4, 2022", (2022, 10, 4, None, None, None, None, "english")),
    ("Oktober 2022", (2022, 10, None, None, None, None, None, "month-year")),
    ("21:15", (None, None, None, None, 21, 15, None, "clock")),
    ("4 Oktober 2022 10.00 GMT+3", (2022, 10, 4, None, 10, 0, "+03:00", "words")),
]


@pytest.mark.parametrize(("line", "parts"), HITS, ids=[line for line, _ in HITS])
def test_a_form_is_read_whole_and_exactly(line: str, parts: tuple[object, ...]):
    (found,) = found_in(f"pada {line} di sini")
    assert found.of(f"pada {line} di sini") == line
    assert (
        found.year, found.month, found.day, found.weekday, found.hour, found.minute, found.zone, found.style
    ) == parts  # fmt: skip


MISSES = [
    "Skor akhir 3-1 dan 21-19",
    "Hubungi 021-555123 atau 0812/3456/7890",
    "Naik 4,5 kali menjadi 72.000 jiwa",
    "Setengah (1/2) bagian",
    "Versi 1.12.2020.4 dan v1.12.2020",
    "Pada (11/110 terjadi",
    "Tanggal 31 Feb 2022",
    "Tayang 0 Des 2024",
    "Senin, 00/00/2024",
    "Rabu (29/13)",
    "Bulan 13/13/2022",
    "Rp 12.30 triliun",
    "Harga 2:15 banding",
    "nomor 2021/45/7",
    "5 Maretina 2022",
    "Ia membeli 2 Mac baru",
    "IP 10.11.12.13",
]


@pytest.mark.parametrize("line", MISSES)
def test_what_is_no_date_is_left_alone(line: str):
    assert found_in(line) == ()


def test_a_weekday_glued_to_the_outlet_is_found():
    (found,) = found_in("Warta.idKamis, 6 Oktober 2022 21.30")
    assert (found.start, found.weekday, found.hour) == (8, 3, 21)


def test_a_pair_of_clock_times_is_two_matches():
    assert [found.hour for found in found_in("pukul 20.00-22.00 WIB")] == [20, 22]


@pytest.mark.parametrize("line", ["4-5 Oktober 2022", "4 hingga 5 Oktober 2022", "4 \u2013 5 Oktober 2022"])
def test_both_ends_of_a_range_are_days(line: str):
    found = found_in(f"pada {line} di sini")
    assert [(day.year, day.month, day.day) for day in found] == [(2022, 10, 4), (2022, 10, 5)]
    assert found[0].of(f"pada {line} di sini") == "4"


def test_a_short_year_counts_before_a_dash_that_stands_alone():
    assert [found.year for found in found_in("Minsk \u2013 15 Juli 25 \u2013 Kedua pihak")] == [2025]
    assert [found.year for found in found_in("pada 15 Juli 25 orang tiba")] == [None]


def test_no_match_leaves_its_span():
    line = "Selasa, 4 Oktober 2022 05:45 WIB"
    assert [found.of(line) for found in find_dates(line, Span(8, 22))] == ["4 Oktober 2022"]


def test_the_weekday_is_checked_only_where_the_date_is_complete():
    checks = ["Kamis, 6 Oktober 2022", "Rabu, 6 Oktober 2022", "Kamis (6/10)"]
    assert [weekday_agrees(found_in(line)[0]) for line in checks] == [True, False, None]


@given(st.text(alphabet="0123456789/-:., ()JanMeiSeninWB\U0001f600\u0301\n", max_size=200))
def test_any_text_gives_ordered_valid_matches(text: str):
    reached = 0
    for found in found_in(text):
        assert reached <= found.start < found.end <= len(text)
        assert found.hour is None or 0 <= found.hour < 24
        weekday_agrees(found)
        reached = found.end


@pytest.mark.parametrize("unit", ["1", "1/", "1 ", "12:", "2022-", "(1", "1 Mei "])
def test_work_grows_with_length_not_faster(unit: str):
    def seconds(text: str) -> float:
        started = time.process_time()
        found_in(text)
        return time.process_time() - started

    small = min(seconds(unit * 4_000) for _ in range(3))
    large = min(seconds(unit * 32_000) for _ in range(2))
    assert large < 30 * small + 0.05
