from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.parse import split_sentences
from workbench.span import Span


def cut(text: str) -> list[str]:
    return [sentence.of(text) for sentence in split_sentences(text, Span(0, len(text)))] if text else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kapal tiba. Awaknya turun.", ["Kapal tiba.", "Awaknya turun."]),
        ("Kapal tiba.Awaknya turun.", ["Kapal tiba.", "Awaknya turun."]),
        ('Kapal tiba."Kami lelah," ujar nakhoda.', ["Kapal tiba.", '"Kami lelah," ujar nakhoda.']),
        ("“Kami lelah.” Ia lalu tidur.", ["“Kami lelah.”", "Ia lalu tidur."]),
        ('"Kami lelah." kata nakhoda.', ['"Kami lelah." kata nakhoda.']),
        ('"Kami lelah." Kata nakhoda.', ['"Kami lelah." Kata nakhoda.']),
        ('"Lelah?" tanya nakhoda. Awak diam.', ['"Lelah?" tanya nakhoda.', "Awak diam."]),
        ("Tarif naik 4,5 kali menjadi Rp. 8.000 per ton.", ["Tarif naik 4,5 kali menjadi Rp. 8.000 per ton."]),
        ("Ia naik pukul 10.30 WIB.", ["Ia naik pukul 10.30 WIB."]),
        ("Dr. A. B. Wira dan Ir. Sekar datang.", ["Dr. A. B. Wira dan Ir. Sekar datang."]),
        ("Dikutip KoranContoh.com dan Lain.Id pada Senin.", ["Dikutip KoranContoh.com dan Lain.Id pada Senin."]),
        ("Beras, gula, dll. Harganya naik.", ["Beras, gula, dll.", "Harganya naik."]),
        ("Ia ragu... lalu pergi.", ["Ia ragu... lalu pergi."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_what_is_too_long_to_be_a_sentence_is_cut_at_blanks() -> None:
    long = " ".join(["angka dan kata"] * 200)
    found = cut(long)
    assert len(found) == 2
    assert " ".join(found) == long
    assert all(len(piece) <= 2_000 for piece in found)
    assert [len(piece) for piece in cut("a" * 4_100)] == [2_000, 2_000, 100]


@given(st.text(alphabet='Aa1 .!?"“”’()…,é😀\n', max_size=60))
def test_sentences_are_ordered_and_hold_every_visible_character(text: str) -> None:
    if not text:
        return
    found = split_sentences(text, Span(0, len(text)))
    assert all(left.end <= right.start for left, right in pairwise(found))
    outside = set(range(len(text))) - {index for span in found for index in range(span.start, span.end)}
    assert all(text[index].isspace() for index in outside)
    assert all(not span.of(text)[0].isspace() and not span.of(text)[-1].isspace() for span in found)
