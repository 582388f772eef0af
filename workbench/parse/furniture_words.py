"""Furniture by its vocabulary, where no wording is known: controls, headings of lists and small print.

Outlets word these lines in ever new ways (``Belum punya akun? Daftar di sini``, ``Berita Terpopuler Pekan Ini``) out of
few words, which no list of whole lines can hold. Source: furniture of some 250 Indonesian-language outlets.
"""

import re
from collections.abc import Mapping

import msgspec

from workbench.parse.fold import words


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of a kind of furniture.

    Parameters
    ----------
    telling
        One of them stands in every such line.
    others
        What else its lines are made of.
    """

    telling: frozenset[str]
    others: frozenset[str]


#: Words that say nothing alone.
_GLUE = words(
    "di ke dari dan atau untuk yang ini itu pada dengan oleh anda kamu mu kami semua lagi lebih hanya jika bila"
    " agar juga the a an to of on in for your you our us and or by with from this that is not be it s m p"
)
#: Rule id to its words; where two rules have as many of a line's words, the earlier decides.
VOCABULARIES: Mapping[str, Vocabulary] = {
    "comments-label": Vocabulary(
        words("komentar komen berkomentar balasan reply comment comments"),
        words(
            "tulis beri berikan kirim kirimkan tinggalkan balas batalkan batal leave cancel email name website"
            " address published required fields marked please enter wajib diisi ruas ditandai alamat situs web"
            " nama tidak ada belum jadilah pertama first no post posting lihat semua"
        ),
    ),
    "share-bar": Vocabulary(
        words(
            "bagikan sebarkan share shares shared tweet copy salin disalin views dilihat dibaca read membaca"
            " huruf font followers pengikut print cetak"
        ),
        words(
            "facebook fb twitter whatsapp wa telegram line linkedin pinterest email instagram ig youtube tiktok"
            " threads x messenger link tautan url berhasil telah pdf like likes suka artikel berita ukuran teks"
            " kali min waktu pengaturan baca menit media sosial klik click opens new window jendela baru membuka"
            " simpan save via lewat"
        ),
    ),
    "menu": Vocabulary(
        words(
            "masuk daftar login log sign register akun account profil logout lupa sandi password home beranda"
            " menu cari search pencarian hasil results indeks index kategori category kanal rubrik navigasi"
            " navigation toggle close tutup buka skip lewati halaman page pages load loading memuat muat more exit"
            " mode tema theme bahasa language notifikasi notification kembali back sebelumnya selanjutnya"
            " berikutnya next prev previous imsak imsakiyah subuh dzuhur dhuhur zuhur ashar asar maghrib magrib"
            " isya cuaca polling verifikasi konfirmasi aktivasi otp refresh reset filter urutkan terapkan"
            " tampilkan show kirimkan submit"
        ),
        words(
            "jadwal salat sholat shalat terbit dhuha cerah berawan hujan suhu kelembapan angin jajak pendapat"
            " vote up in out open user username utama result found content konten lompat langsung posts post"
            " available no type here get mobile version versi desktop seluler gelap terang dark light pilih edisi"
            " atas bawah top sudah belum punya memiliki sekarang klik click sini kode email surel lanjut lanjutkan"
            " continue google apple facebook melalui via lain lainnya view lihat tampilan all live tv streaming"
            " radio kirim ulang batal batalkan read less expand collapse sidebar website situs app aplikasi"
            " otomatis banyak kata berita artikel categories"
        ),
    ),
    "related-label": Vocabulary(
        words(
            "terkait terbaru terkini terhangat populer terpopuler lainnya pilihan rekomendasi unggulan serupa"
            " sejenis relevan terbanyak sorotan latest popular related recent recommended recommendation trending"
            " featured like more"
        ),
        words(
            "berita artikel kabar video konten info informasi bacaan tulisan topik hangat menarik pekan minggu"
            " bulan hari paling banyak dibaca disukai dicari dikomentari redaksi posts articles article story"
            " stories news most read viewed also may might picks pick must lihat baca simak selengkapnya seputar"
            " kumpulan author lain sebelumnya selanjutnya update updates"
        ),
    ),
    "small-print": Vocabulary(
        words(
            "tentang redaksi pedoman siber kontak hubungi karir karier kebijakan privasi privacy policy"
            " disclaimer penafian syarat ketentuan iklan terms conditions about contact copyright reserved sitemap"
            " peta"
        ),
        words(
            "susunan box pemberitaan media lowongan kode etik jurnalistik pasang info use service hak cipta all"
            " rights right situs perlindungan wartawan data pribadi pengguna layanan manajemen faq bantuan help"
            " advertise advertising cookie cookies perusahaan visi misi penggunaan tarif"
        ),
    ),
}
#: No longer line is furniture by its words alone: a cheap test for the caller; nor is one of more words.
LONGEST, _MOST = 100, 14
#: The words of a line; where menus are printed without blanks, a capital behind small letters begins the next.
_WORDS = re.compile(r"[A-Z]*[a-z]+|[A-Z]+|[^\W\d_]+")


def furniture_rule(text: str) -> str | None:
    """Return the id of the rule that has all words of a line, two of them or one before a number, or None.

    Examples
    --------
    >>> furniture_rule("Belum punya akun? Daftar di sini")
    'menu'
    >>> furniture_rule("Daftar tamu dibaca sekarang") is None
    True
    """
    found = [word for run in _WORDS.findall(text) if (word := run.lower()) not in _GLUE]
    least = 1 if text[-1].isdigit() else 2
    if not least <= len(found) <= _MOST or not _KNOWN.issuperset(found):
        return None
    votes = {rule: _votes(vocabulary, found) for rule, vocabulary in VOCABULARIES.items()}
    best = max(votes, key=votes.__getitem__)
    return best if votes[best] else None


_KNOWN = frozenset[str]().union(*(kind.telling | kind.others for kind in VOCABULARIES.values()))


def _votes(vocabulary: Vocabulary, found: list[str]) -> int:
    telling = sum(word in vocabulary.telling for word in found)
    return telling and telling + sum(word in vocabulary.others for word in found)
