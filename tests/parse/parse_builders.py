"""Pages for the tests of the ledger."""

from functools import cache

from workbench.article import Article
from workbench.codebook import Publisher
from workbench.page import Claim, Page
from workbench.parse import Outlets, compile_outlets, parse_article

LEDE = "Delegasi dagang tiba di pelabuhan itu pada Senin (3/5/2021) untuk membahas tarif kontainer baru."
SECOND = "Mereka dijadwalkan meninjau dermaga dan gudang pendingin sebelum kembali ke ibu kota pekan depan."
THIRD = "Kepala pelabuhan menyatakan tarif baru berlaku setelah kedua pihak meneken nota kesepahaman."
TITLE = "Delegasi Dagang Bahas Tarif Kontainer di Pelabuhan"
PULLS = ("Baca juga: Jembatan Gantung Diresmikan", "Jembatan Gantung Terpanjang Diresmikan Gubernur Provinsi Tetangga")


@cache
def outlets() -> Outlets:
    return compile_outlets(
        (
            Publisher(id="koran-contoh", name="KoranContoh.com", domains=("korancontoh.com",), names=("Koran Contoh",)),
            Publisher(
                id="lain", name="Lain.id", domains=("lain.id",), furniture={"promo": ("Jadilah pembaca pertama",)}
            ),
        )
    )


def page(*lines: str, url: str | None = None, claims: tuple[Claim, ...] = ()) -> Page:
    return Page(path="page.txt", content_hash="sha256:0", text="\n".join(lines), url=url, claims=claims)


def article(*lines: str, url: str | None = None, claims: tuple[Claim, ...] = ()) -> Article:
    return parse_article(page(*lines, url=url, claims=claims), outlets())


def roles(found: Article) -> dict[str, str]:
    """Words of each line to its role; a line printed twice keeps its first role."""
    pairs = [(found.text[line.start : line.end], line.role) for line in found.lines]
    return dict(reversed(pairs))


def reasons(found: Article) -> dict[str, str]:
    pairs = [(found.text[line.start : line.end], line.reason) for line in found.lines]
    return dict(reversed(pairs))
