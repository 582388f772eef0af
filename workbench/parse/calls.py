"""Calls on the reader, known by how they begin and by how much they speak of the outlet's services."""

from collections.abc import Iterator
from itertools import groupby

#: With what a line begins that asks for something, and with what one that addresses the reader may.
_ASKS = (
    "aktifkan ayo baca bagikan bergabung berlangganan cek daftar daftarkan dapatkan dengarkan discover download dukung"
    " enjoy follow gabung get hubungi ikuti instal isi jadilah jangan join kirim kirimkan klik kunjungi langganan lihat"
    " mari nikmati pantau saksikan scan silahkan silakan simak subscribe temukan tonton unduh update yuk"
)
_ADDRESSES = "agar bagi belum ingin jika kami mau punya sudah terima tertarik untuk"
_READERS = "anda kamu kami mu sobat pembaca"
#: What the press offers, and by what it is had.
_PRESS = (
    "berita artikel informasi info kabar update konten kanal saluran channel newsletter langganan berlangganan membaca"
    " baca redaksi news eksklusif premium terkini terbaru terupdate selengkapnya lainnya"
)
_MEANS = (
    "aplikasi app apps whatsapp wa telegram google instagram facebook youtube tiktok twitter medsos email surel"
    " notifikasi gratis situs website laman portal link tautan sini disini sekarang klik follow ponsel gawai hp"
    " smartphone playstore appstore fitur komunitas grup sosial iklan pelanggan akses"
)
#: Words said by somebody are no call of the outlet's.
_SAID = r"[^\"“”]"
_HOW_MANY = 3
#: What makes the heading of a list of few words: ``Lihat Berita Lainnya``.
_NO_LIST = r"(?!lainnya|selengkapnya)"


def call_openings() -> Iterator[str]:
    """Yield regular expressions for folded lines that call on the reader, those of one first letter together.

    Three words of services stand in such a line, one of them of the press, or two in one of few words; a line that does
    not ask names the reader or the outlet's own people, too.
    """
    services = rf"(?:{_SAID}*?\b(?:{_any(_READERS, _PRESS, _MEANS)})\b)"
    to_reader, of_press = (rf"(?={_SAID}*\b(?:{_any(listed)})\b)" for listed in (_READERS, _PRESS))
    many = rf"(?={services}{{{_HOW_MANY}}}{_SAID}*$)"
    for asks in _by_letter(_ASKS):
        yield rf"(?:{asks})\b{of_press}(?:{many}|(?={services}{{2}})(?:\W+{_NO_LIST}\w+){{2,5}}\W*$)"
    for addresses in _by_letter(_ADDRESSES):
        yield rf"(?:{addresses})\b{to_reader}{of_press}{many}"


def _any(*lists: str) -> str:
    return "|".join(" ".join(lists).split())


def _by_letter(listed: str) -> Iterator[str]:
    for _, together in groupby(sorted(listed.split()), key=lambda word: word[0]):
        yield "|".join(together)
