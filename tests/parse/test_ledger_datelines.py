import pytest

from workbench.parse.dateline import is_dateline_alone, read_dateline

LEDE = "Delegasi dagang tiba di pelabuhan."


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("SURABAYA - ", "SURABAYA"),
        ("SURABAYA, KORANCONTOH.COM - ", "SURABAYA"),
        ("KORANCONTOH.COM, Surabaya - ", "Surabaya"),
        ("KORANCONTOH.CO.ID - SURABAYA. ", "SURABAYA"),
        ("Surabaya (ANTARA) - ", "Surabaya"),
        ("Ankara, Turki (Xinhua) – ", "Ankara, Turki"),
        ("Ankara, 3 Mei (Xinhua) -- ", "Ankara"),
        ("Surabaya, CTH Times – ", "Surabaya"),
        ("Surabaya, CNN Indonesia – ", "Surabaya"),
        ("Surabaya: ", "Surabaya"),
        ("Washington, D.C. – ", "Washington, D.C."),
        ("Surabaya, KoranContoh.id-", "Surabaya"),
        ("korancontoh, Surabaya – ", "Surabaya"),
        ("KORANCONTOH.COM - ", None),
        ("Korancontohnews - ", None),
    ],
)
def test_dateline_gives_the_place_as_printed(opening: str, place: str | None) -> None:
    text = opening + LEDE
    found = read_dateline(text, 0, len(text))
    assert found is not None
    assert text[found.end :] == LEDE
    assert (found.dateline and found.dateline.place) == place
    assert found.dateline is None or found.dateline.of(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "SEBUAH kapal tiba di pelabuhan itu pada Senin.",
        "Delegasi dagang - yang tiba Senin - membahas tarif.",
        "Tarif naik: pengusaha kapal mengeluh kepada menteri.",
        "Internasional: Delegasi dagang tiba di pelabuhan.",
        "Wakil Menteri Perdagangan Luar Negeri: Tarif kontainer akan turun.",
    ],
)
def test_lede_without_a_dateline_has_none(text: str) -> None:
    assert read_dateline(text, 0, len(text)) is None


def test_dateline_alone() -> None:
    assert is_dateline_alone("Surabaya -")
    assert is_dateline_alone("Surabaya, KORANCONTOH.ID")
    assert not is_dateline_alone("Surabaya")
    assert not is_dateline_alone("Internasional -")
