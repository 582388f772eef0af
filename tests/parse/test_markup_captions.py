from workbench.page import Mark, Page
from workbench.parse import compile_outlets, parse_article

CAPTION = "Dua menteri berjabat tangan sebelum pertemuan tertutup di gedung pemerintah, akhir pekan ini."
TEXT = "\n".join(
    [
        "Dua Menteri Bahas Angkutan Barang",
        CAPTION,
        "MINSK - Dua menteri perhubungan membahas angkutan barang lintas batas pada Selasa siang.",
        "Pertemuan itu berlangsung tiga jam dan menghasilkan jadwal kereta yang baru.",
        "Jadwal baru berlaku mulai bulan depan, kata panitia.",
    ]
)


def role_of_caption(marks):
    page = Page(path="a", content_hash="sha256:0", text=TEXT, marks=marks)
    return next((line.role, line.reason) for line in parse_article(page, compile_outlets(())).lines if line.line == 1)


def test_what_the_markup_calls_a_caption_is_one():
    start = TEXT.index(CAPTION)
    assert role_of_caption((Mark(start=start, end=start + len(CAPTION), kind="caption"),)) == (
        "caption",
        "markup-caption",
    )


def test_without_a_mark_the_same_line_is_judged_by_its_looks():
    assert role_of_caption(())[1] != "markup-caption"
