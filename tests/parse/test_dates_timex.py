import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.parse.timex import time_expressions
from workbench.record import TimeExpression
from workbench.span import Span

ANCHOR = date(2022, 10, 6)  # a Thursday


def read(line: str, anchor: date | None = ANCHOR) -> tuple[TimeExpression, ...]:
    return time_expressions(line, [Span(0, len(line))] if line else [], anchor)


#: Rule, sentence with the expression in [brackets], type and value; then a near miss that gives nothing.
RULES = [
    ("timex-words", "Sidang dibuka pada [4 Oktober 2022] di sana.", "DATE", "2022-10-04", "Ada 4 Oktavia 2022."),
    ("timex-words", "Ia lahir [tanggal 4 Mei 1990] di desa.", "DATE", "1990-05-04", "Ia lahir di 4 desa."),
    (
        "timex-words",
        "Tiba [Selasa 4 Oktober 2022 pukul 05.36 WIB] juga.",
        "TIME",
        "2022-10-04T05:36",
        "Skor 5.36 saja.",
    ),
    ("timex-words-short", "Perang meletus pada [24 Februari lalu].", "DATE", "2022-02-24", "Ada 24 Februaria lalu."),
    ("timex-words-short", "Pesta digelar [1 Mei tahun depan].", "DATE", "2023-05-01", "Ada 1 Meiliana."),
    ("timex-numeric", "Katanya, [Selasa (4/10/2022)].", "DATE", "2022-10-04", "Katanya, 4/13/2022."),
    ("timex-day-month", "Ia tiba pada [hari Selasa (4/10)].", "DATE", "2022-10-04", "Separuh (1/2) habis."),
    ("timex-day-month", "Ia tiba [kemarin (5/10)].", "DATE", "2022-10-05", "Pasal itu (5/10) usang."),
    ("timex-day-month-part", "Ia tiba [Selasa (4/10) malam].", "TIME", "2022-10-04TNI", "Ia makan malam."),
    ("timex-day-month-part", "Ia tiba [Selasa malam (4/10)].", "TIME", "2022-10-04TNI", "Ia makan siang."),
    ("timex-iso", "Arsip [2022-10-04] dibuka.", "DATE", "2022-10-04", "Kode 2022-10 dibuka."),
    ("timex-english", "Arsip [October 4, 2022] dibuka.", "DATE", "2022-10-04", "Oct 4 dibuka."),
    ("timex-month-year", "Naik sejak [akhir November 2014].", "DATE", "2014-11", "Naik sejak Novel 2014x."),
    ("timex-weekday-day", "Ia tiba [Selasa (4)].", "DATE", "2022-10-04", "Ia tiba (4)."),
    ("timex-clock", "Sirene berbunyi [sekitar pukul 06.14].", "TIME", "2022-10-06T06:14", "Harga 06.14 rubel."),
    ("timex-clock", "Sirene berbunyi [pukul 09.30 malam].", "TIME", "2022-10-06T21:30", "Harga Rp 9.300."),
    ("timex-hour", "Rapat mulai [pukul 9 malam].", "TIME", "2022-10-06T21:00", "Ada 9 pukulan."),
    ("timex-weekday", "Ia bicara pada [Rabu] di sana.", "DATE", "2022-10-05", "Ia bicara soal rabuk."),
    ("timex-weekday", "Ia bicara pada [Kamis] di sana.", "DATE", "2022-10-06", "Ia bicara soal Kamisan."),
    ("timex-weekday", "Presiden akan berkunjung pada [Senin].", "DATE", "2022-10-10", "Ia membeli senina."),
    ("timex-weekday", "Ia berjanji akan membantu dan tiba pada [Senin].", "DATE", "2022-10-03", "Ia Seninan."),
    ("timex-weekday", "Ia tiba [Jumat pekan lalu].", "DATE", "2022-09-30", "Ia Jumatan."),
    ("timex-weekday", "Mereka libur [hari Minggu].", "DATE", "2022-10-02", "Mereka libur mingguan."),
    ("timex-weekday-part", "Ia tiba [Rabu pagi].", "TIME", "2022-10-05TMO", "Selamat pagi, katanya."),
    (
        "timex-weekday-part-clock",
        "Ia tiba [Rabu siang pukul 11.15 WIT].",
        "TIME",
        "2022-10-05T11:15",
        "Nilainya 11.15.",
    ),
    ("timex-weekday-set", "Pasar buka [setiap Jumat].", "SET", "XXXX-WXX-5", "Pasar buka setiap jam makan."),
    ("timex-eve", "Mereka bertemu [malam Minggu].", "TIME", "2022-10-01TNI", "Mereka bermalam."),
    ("timex-month", "Kesepakatan diteken pada [September lalu].", "DATE", "2022-09", "Septembriana lalu pergi."),
    ("timex-month", "Kesepakatan diteken pada [Oktober tahun lalu].", "DATE", "2021-10", "Ia novel Oktoberan."),
    ("timex-month", "Pasukan akan ditarik pada [Mei].", "DATE", "2023-05", "Bintang film Yuan Mei datang."),
    ("timex-month", "Pesanan untuk pengiriman [Januari] turun.", "DATE", "2023-01", "Grup Black September bubar."),
    ("timex-day-part", "Ia tiba [tengah hari].", "TIME", "2022-10-06T12:00", "Ia tiba di tengah halaman."),
    ("timex-ordinal-unit", "Laba [triwulan I-2021] naik.", "DATE", "2021-Q1", "Laba triwulanan naik."),
    ("timex-month", "Harga naik pada [bulan Maret lalu].", "DATE", "2022-03", "Universitas Sebelas Maret dibuka."),
    ("timex-day-shift", "Ia tiba [kemarin] juga.", "DATE", "2022-10-05", "Ia tiba sekemarinan."),
    ("timex-day-shift", "Ia tiba [besok lusa].", "DATE", "2022-10-08", "Ia lusuh."),
    ("timex-day-shift-part", "Ia tiba [kemarin malam].", "TIME", "2022-10-05TNI", "Ada jam malam."),
    ("timex-day-part", "Ia ditangkap [pagi ini].", "TIME", "2022-10-06TMO", "Ini sarapan pagi."),
    ("timex-day-part", "Ia ditangkap [tadi malam].", "TIME", "2022-10-05TNI", "Ia menginap semalaman-malaman."),
    ("timex-last-night", "Ia ditangkap [semalam].", "TIME", "2022-10-05TNI", "Ia bermalam."),
    ("timex-day-of-month", "Ia menulis [tanggal 24 kemarin].", "DATE", "2022-09-24", "Rapat tanggal itu batal."),
    ("timex-unit-from-publication", "Ia tiba [pekan lalu].", "DATE", "2022-W39", "Ia tiba lalu pekanan."),
    ("timex-unit-from-publication", "Ekspor naik [tahun ini].", "DATE", "2022", "Laporan tahunan ini naik."),
    ("timex-unit-from-publication", "Mereka libur [akhir pekan lalu].", "DATE", "2022-W39-WE", "Ia tiba akhirnya."),
    ("timex-year", "Ia lahir [tahun 1990].", "DATE", "1990", "Ia menahun 1990x."),
    ("timex-year", "Model itu dari [tahun 90-an].", "DATE", "199", "Nilainya 90-an."),
    ("timex-bare-year", "Ia naik takhta pada [2021 lalu].", "DATE", "2021", "Ada 2021 orang."),
    ("timex-bare-year", "Krisis pada [akhir 2020] usai.", "DATE", "2020", "Mobil Tera 2020 dijual."),
    ("timex-bare-year", "Krisis pada [1812] usai.", "DATE", "1812", "Krisis di 1812 titik."),
    ("timex-decade", "Harga pada [1990-an] rendah.", "DATE", "199", "Harga 1990.000 rendah."),
    ("timex-ordinal-unit", "Benteng dari [abad ke-19].", "DATE", "18", "Benteng abadi ke-19."),
    ("timex-ordinal-unit", "Laba [kuartal III 2021] naik.", "DATE", "2021-Q3", "Laba kuartalan naik."),
    ("timex-season", "Listrik padam pada [musim dingin].", "DATE", "2022-WI", "Musim kompetisi dibuka."),
    ("timex-duration", "Mereka berkuasa [lebih dari dua dekade].", "DURATION", "P2DE", "Ia lebih dari dua."),
    ("timex-duration", "Itu berlaku [27 tahun terakhir].", "DURATION", "P27Y", "Ia ke-27 tahunan."),
    ("timex-duration", "Terbang [sekitar 40 menit].", "DURATION", "PT40M", "Ia menitip 40."),
    ("timex-duration", "Menunggu [dua puluh lima tahun].", "DURATION", "P25Y", "Ada dua puluh lima tahunan."),
    ("timex-duration", "Menunggu [setahun].", "DURATION", "P1Y", "Menunggu ketahuan."),
    ("timex-duration", "Menunggu [setengah jam].", "DURATION", "PT30M", "Menunggu penjaminan."),
    ("timex-vague-duration", "Menunggu [bertahun-tahun].", "DURATION", "PXY", "Ia bertahan-tahan."),
    ("timex-vague-duration", "Menunggu [sejenak].", "DURATION", "PXX", "Menunggu sejenaknya."),
    ("timex-vague-shift", "Ia pergi [beberapa hari lalu].", "DATE", "PAST_REF", "Ia pergi beberapa kali lalu pulang."),
    (
        "timex-shift-from-publication",
        "Ia pergi [tiga hari lalu].",
        "DATE",
        "2022-10-03",
        "Ia pergi tiga kali lalu pulang.",
    ),
    ("timex-set", "Ia berlari [setiap hari].", "SET", "P1D", "Ia berlari setiap jam istirahat makan."),
    ("timex-set", "Ia berlari [dua kali seminggu].", "SET", "P1W", "Ia berlari dua kali lipat."),
    ("timex-set", "Kebutuhan [sehari-hari] mahal.", "SET", "P1D", "Kebutuhan hariannya mahal."),
    ("timex-reference", "Ia [saat ini] menjabat.", "DATE", "PRESENT_REF", "Ia pada saatnya menjabat."),
    ("timex-reference", "Ia [dulu] menjabat.", "DATE", "PAST_REF", "Ia terlebih dulu menjabat."),
    ("timex-reference", "Demi [masa depan] mereka.", "DATE", "FUTURE_REF", "Demi permasalahan mereka."),
]


@pytest.mark.parametrize(("rule", "marked", "kind", "value", "_miss"), RULES, ids=[row[1] for row in RULES])
def test_each_rule_finds_its_expression(rule: str, marked: str, kind: str, value: str, _miss: str):
    line = marked.replace("[", "").replace("]", "")
    words = marked[marked.index("[") + 1 : marked.index("]")]
    assert [(t.of(line), t.type, t.value, t.rule) for t in read(line)] == [(words, kind, value, rule)]


@pytest.mark.parametrize("miss", [row[4] for row in RULES])
def test_each_near_miss_is_left_alone(miss: str):
    assert [t.of(miss) for t in read(miss)] == []


STORIES = [
    ("Kapal karam pada 14 Juni 2014. Sebulan kemudian kapal lain hilang.", ["2014-06-14", "2014-07-14"]),
    ("Kapal karam pada 14 Juni 2014. Keesokan harinya kapal lain hilang.", ["2014-06-14", "2014-06-15"]),
    ("Kapal karam pada Rabu (5/10). Pada hari itu laut tenang.", ["2022-10-05", "2022-10-05"]),
    ("Rapat pada Rabu (5/10) dibuka. Pukul 10.00 WIB, ia bicara.", ["2022-10-05", "2022-10-05T10:00"]),
    ("Rapat digelar Sabtu (8/10/2022). Usai rapat Sabtu itu ia pulang.", ["2022-10-08", "2022-10-08"]),
    ("Sirene berbunyi pukul 07.55 WIB, Rabu (5/10/2022).", ["2022-10-05T07:55", "2022-10-05"]),
    (
        "Kapal karam Selasa (4/10). Semua selamat, kata polisi, Rabu (5/10). Pukul 10.00 WIB laut tenang.",
        ["2022-10-04", "2022-10-05", "2022-10-04T10:00"],
    ),
    ("Hanya 2-3 menit tersisa.", ["PT2M", "PT3M"]),
    ("Ia menjabat dari 2010 hingga 2013 dan 2015-2018.", ["2010", "2013", "2015", "2018"]),
    ("Antara Maret-April harga naik.", ["2022-03", "2022-04"]),
    ("Undang-Undang Nomor 32 Tahun 2009 berlaku.", ["2009"]),
]


@pytest.mark.parametrize(("story", "values"), STORIES)
def test_what_was_told_before_anchors_what_follows(story: str, values: list[str]):
    assert [t.value for t in read(story)] == values


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("pada Rabu", "XXXX-WXX-3"),
        ("pada September lalu", "XXXX-09"),
        ("pada 24 Februari lalu", "XXXX-02-24"),
        ("kemarin malam", "XXXX-XX-XXTNI"),
        ("pekan lalu", "XXXX-WXX"),
        ("tahun ini", "XXXX"),
        ("musim semi lalu", "XXXX-SP"),
        ("pukul 10.00 WIB", "XXXX-XX-XXT10:00"),
        ("4 Mei 2020", "2020-05-04"),
    ],
)
def test_without_an_anchor_only_what_is_printed_has_a_value(line: str, value: str):
    assert [t.value for t in read(line, None)] == [value]


def test_no_expression_crosses_from_one_line_to_another():
    text = "Ia tiba pada Rabu\npagi ini cerah"
    zone = [Span(0, 17), Span(18, len(text))]
    assert [t.of(text) for t in time_expressions(text, zone, ANCHOR)] == ["Rabu", "pagi ini"]


def test_a_modifier_that_opens_a_line_belongs_to_the_expression():
    text = "Isi.\nSekitar pukul 11.30 WIB hujan turun"
    assert [t.of(text) for t in time_expressions(text, [Span(5, len(text))], ANCHOR)] == ["Sekitar pukul 11.30 WIB"]


def test_menus_outside_the_zone_are_never_read():
    text = "39 menit yang lalu\nIa tiba kemarin"
    assert [t.of(text) for t in time_expressions(text, [Span(19, len(text))], ANCHOR)] == ["kemarin"]


WORDS = (
    "pada Rabu (5/10) pukul 10.00 WIB lalu tahun 2014 2-3 menit dua puluh bulan Maret kemarin malam se setahun hari ini"
    " setiap sekitar akhir minggu depan 4 Mei \u0130stanbul \U0001f600 abad ke-19 kuartal III , . ( \u201c -an"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join), st.one_of(st.none(), st.dates()))
def test_any_text_gives_ordered_spans_in_the_zone(text: str, anchor: date | None):
    reached = 0
    for found in read(text, anchor):
        assert reached <= found.start < found.end <= len(text)
        assert found.value
        reached = found.end


def test_a_stretch_that_begins_inside_a_word_is_read_from_its_first_letter():
    text = "terbit 10.15 WIBKamis 6 Oktober 2022, dua pekan lalu"
    found = time_expressions(text, [Span(text.index("Kamis"), len(text))], ANCHOR)
    assert [text[f.start : f.end] for f in found] == ["Kamis 6 Oktober 2022", "dua pekan lalu"]


def test_what_stands_between_two_stretches_is_not_read():
    text = "Kamis lalu. Besok ia pergi. Rabu lalu."
    found = time_expressions(text, [Span(0, 11), Span(28, len(text))], ANCHOR)
    assert [text[f.start : f.end] for f in found] == ["Kamis lalu", "Rabu lalu"]


@given(st.text(max_size=120))
def test_no_text_raises(text: str):
    read(text)


@pytest.mark.parametrize(
    "unit", ["akan pada Rabu ", "dua puluh ", "2014-", "pukul 1.", "tahun ", "se", "(5/10) ", "lebih dari "]
)
def test_work_grows_with_length_not_faster(unit: str):
    def seconds(text: str) -> float:
        started = time.process_time()
        read(text)
        return time.process_time() - started

    small = min(seconds(unit * 1_000) for _ in range(3))
    large = min(seconds(unit * 8_000) for _ in range(2))
    assert large < 30 * small + 0.05
