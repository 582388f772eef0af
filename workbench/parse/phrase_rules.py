"""The wording that gives furniture away: labels, menus, share bars and pulls.

Each rule is a row of `FURNITURE`; those with which an outlet speaks to its readers stand in `appeal_rules`. `labels`
are whole lines; `openings` are regular expressions for the start of a line, and so is what follows the needles of
`holding`. All are matched on the folded line. Source: the wording of some 190 Indonesian-language outlets.
"""

from typing import Literal

import msgspec

from workbench.article import Role


class PhraseRule(msgspec.Struct, frozen=True, kw_only=True):
    r"""A rule that fixed wording decides.

    Parameters
    ----------
    id
        What a line's `reason` says.
    role
        The role of the line.
    ends_article
        ``list``: such a label usually opens a list of other stories; ``comments``: what follows is not the outlet's;
        None: it may as well stand inside the article.
    labels
        Whole lines, folded, without marks at either end.
    openings
        Regular expressions for the start of a folded line. Each begins with a character, ``\d``, a group of such
        beginnings or an optional ``\W{0,n}`` before one of them, so that a line is tried on few of them.
    holding
        Regular expressions for a folded line whose beginning may be anything, each behind the characters that the line
        must hold: a cheap test first.
    hit, miss
        A line that the rule must match, and one that looks alike and must not match.
    """

    id: str
    role: Role
    ends_article: Literal["list", "comments"] | None = None
    labels: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    holding: tuple[tuple[str, str], ...] = ()
    hit: str
    miss: str


def listed(labels: str) -> tuple[str, ...]:
    """Return the labels of a list written as one string with commas."""
    return tuple(labels.split(", "))


FURNITURE: tuple[PhraseRule, ...] = (
    PhraseRule(
        id="pull-label",
        role="pull",
        labels=listed("baca juga, baca, lihat juga, simak juga, tonton juga, pilihan editor, baca pula"),
        openings=(
            r"\W{0,3}baca juga ?[:\uff1a»\-–|]?",
            r"baca pula\b",
            r"read {2,}\S",
            r"baca ?[:\uff1a]",
            r"\[ ?baca ?(?:juga)? ?:",
            r"\( ?baca ?(?:juga)? ?:",
            r"(?:lihat|simak|tonton|saksikan|dengarkan)(?: juga| pula) ?:?",
            r"(?:saksikan|tonton|simak|lihat) (?:video(?! pilihan| menarik| lainnya)|infografis|live"
            r"|selengkapnya(?! (?:dalam|di|pada|melalui) video))\b",
            r"pilihan editor ?:",
            r"baca (?:berita |artikel )?(?:selengkapnya|selanjutnya|lengkapnya)\b",
            r"(?:berita|artikel) terkait ?: ?\w",
            r"(?:cek|harus) (?:juga|baca ?:)",
            r"\W{0,3}link type=",
            r"selanjutnya ?: ?\w",
        ),
        hit="Baca juga: Menlu Bahas Kuota Beasiswa",
        miss="Baca juga memoar itu, saran sang profesor kepada mahasiswanya.",
    ),
    PhraseRule(
        id="related-label",
        role="related",
        ends_article="list",
        labels=listed(
            "terbaru, terkini, populer, terpopuler, rekomendasi, rekomendasi untuk anda, rekomendasi untukmu, "
            "trending, update, pilihan untukmu, pilihan untuk anda, similar news, dianjurkan, terkait, lainnya, "
            "infografis, berita utama, headline, headlines, paling banyak dibaca, lagi ramai, hot topic, topik "
            "hangat, berita hangat, berita foto, berita video, jangan lewatkan, sorotan, mungkin anda suka, "
            "mungkin kamu suka, anda mungkin suka, tonton video menarik, next article, previous article, "
            "selengkapnya, lihat semua, lihat selengkapnya, tampilkan lainnya, load more, muat lainnya, muat "
            "lebih banyak, lihat lebih banyak, berita hari ini, viral, news update, top news, read entire "
            "article, kumpulan berita, tag populer, foto lainnya, galeri lainnya"
        ),
        openings=(
            r"kumpulan berita \w+",
            r"(?:berita|artikel|video) (?:terkait|terpopuler|terkini|terbaru|lainnya|populer|pilihan)(?: \w+){0,2}\W*$",
            r"tags? artikel pilihan",
            r"(?:artikel|berita) (?:sebelumnya|selanjutnya|berikutnya)\b",
            r"lanjutkan membaca\b(?! dengan (?:ber)?langganan)",
        ),
        hit="Berita Terkait",
        miss="Berita terkait kunjungan itu dibantah juru bicara kementerian.",
    ),
    PhraseRule(
        id="relative-time",
        role="related",
        openings=(
            r"\W{0,4}\d+ (?:detik|menit|jam|hari|minggu|bulan|tahun) (?:yang )?lalu\b.{0,20}$",
            r"\W{0,4}\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago\b.{0,20}$",
        ),
        hit="39 menit yang lalu",
        miss="Dua tahun yang lalu kedua negara meneken perjanjian pertahanan.",
    ),
    PhraseRule(
        id="tags-label",
        role="navigation",
        ends_article="list",
        labels=listed("tag, tags, topik, topik terkait, kata kunci, topics, label, kata kunci / tags"),
        openings=(
            r"(?:kategori|category|arsip|archives?|negara|event|kab/kota) ?[:\uff1a] ?\w.{0,40}$",
            r"tags? ?[:\uff1a]",
            r"(?:topik|kata kunci) ?[:\uff1a]",
            r"share ?: ?tags",
            r"# ?\w[\w ]{1,40}(?: #|,|$)",
        ),
        hit="Tags: minsk, moskow, nuklir",
        miss="Tagar itu ramai di media sosial sejak pagi.",
    ),
    PhraseRule(
        id="comments-label",
        role="navigation",
        ends_article="comments",
        labels=listed("komentar, komentar anda, comments, kolom komentar"),
        openings=(
            r"\d+ (?:komentar|comments?)\W*$",
            r"komentar di artikel\b",
            r"no comments?\b ?:?",
            r"tinggalkan (?:balasan|komentar)\b.{0,40}$",
            r"(?:silakan )?(?:login|masuk) untuk (?:ber|mem)",
            r"please enter your (?:comment|name|email)\b",
            r"komentar (?:&|dan) reaksi$",
            r"alamat email anda tidak akan dipublikasikan",
            r"be the first to comment",
        ),
        hit="Kirim Komentar",
        miss="Komentar itu disampaikan juru bicara pada Senin.",
    ),
    PhraseRule(
        id="share-bar",
        role="navigation",
        labels=listed(
            "bagikan, share, share this, sebarkan, facebook, twitter, whatsapp, telegram, line, linkedin, "
            "pinterest, email, instagram, youtube, tiktok, threads, x, lihat foto, copy, print, cetak, tweet, "
            "pin it, fbpx, a a a, a+, a-, simpan, kirim, share ke, komentar bagikan, font, a, dengarkan, ikuti, "
            "follow, fb fb fb fb fb, connect with us, ikuti kami, follow us, google news"
        ),
        openings=(
            r"share (?:on|to|ke|this)\b.{0,30}$",
            r"klik untuk (?:berbagi|membagikan|mencetak|mengirim)\b",
            r"(?:bagikan|sebarkan) (?:ke|di|artikel|berita|ini|via)\b.{0,30}$",
            r"(?:facebook|twitter|whatsapp|telegram)(?:[ |,/]+(?:\w+)){1,8}$",
            r"\d+ ?(?:shares?|views?|kali dibaca|dibaca|mnt baca|menit baca|min read|menit membaca)\b.{0,20}$",
            r"internasional ?\d+ views$",
            r"waktu (?:mem)?baca\b",
            r"\d[\d.,]*[km]? (?:followers|pengikut|fans|subscribers)$",
        ),
        holding=(
            ("new window", r".{0,50}\(opens in new window\)"),
            ("jendela", r".{0,50}\(membuka di jendela yang baru\)"),
        ),
        hit="Share on facebook",
        miss="Facebook menghapus ratusan akun palsu yang dikelola dari Minsk.",
    ),
    PhraseRule(
        id="menu",
        role="navigation",
        labels=listed(
            "beranda, home, top, pages, menu, login, log in, masuk, daftar, sign in, search, cari, pencarian, indeks, "
            "index, next, prev, previous, sebelumnya, berikutnya, selanjutnya, tampilkan semua, close, tutup, "
            "close ads, kembali, sukses, published, on, notifikasi, akun, profil, logout, keluar, bahasa "
            "indonesia, english, live tv, live streaming, e-paper, epaper, hot, all, semua, more, network, "
            "jaringan, kanal, rubrik, telusuri, jelajahi, sticky ad, news banner, html, image, gambar, video, "
            "foto, galeri, arsip, sitemap, lihat versi lengkap, lihat versi desktop, versi desktop, versi "
            "seluler, view non-amp version, selesai, tamat, langganan, berlangganan, subscribe, accept, accept "
            "all, reject, reject all, terima semua, tolak semua, alexametrics"
        ),
        openings=(
            r"(?:\d+\. ?)?(?:buka (?:konten|menu|situs)|lompat ke|langsung ke|skip to)\b.{0,40}$",
            r"(?:https?://|www\.)\S+$",
            r"(?:home|beranda) ?(?:[>»/|\u203a]|\w+(?: \w+)?$)",
            r"\[ ?(?:x|iklan[ _]?\d*|ads?) ?\]$",
            r"(?:close )?(?:banner|sticky|popup) (?!\d)[\w. ]{1,30}$",
            r"accept all\b.{0,30}$",
            r"no more (?:posts|pages)\b.{0,25}$",
            r"oleh ?[-–] ?\d[\d.,]*k? (?:views?|dilihat|dibaca)\W*$",
            r"\d[\d.,]*k? (?:views?|(?:kali )?dilihat|(?:kali )?dibaca|hits)\W*$",
            r"(?:sudah|belum) (?:memiliki|punya) akun\b.{0,40}$",
            r"kami telah mengirim(?:kan)? (?:link|tautan|kode)\b",
            r"klik (?:link|tautan) aktivasi\b",
            r"jika anda (?:tidak|belum) menerima (?:e-?mail|surel|kode)\b",
            r"\d{1,2}(?:[.,]\d)? ?\u00b0? ?c$",
            r"button ai summarize",
            r"\[ ?(?:gambas|embed|video|youtube|instagram|tweet)\b ?:[^\]]{0,60}\]$",
            r"download (?:app|aplikasi)\b",
            r"in (?!memoriam)\w+(?:, \w+){0,4}$",
            r"rmol news logo$",
            r"text sizes?$",
            r"\W{0,9}(?:lq45|ihsg|emas|kurs|usd|btc|idr)[\d.,\-+% ]{4,}$",
        ),
        holding=(
            (".", r"[\w-]+\.(?:jpe?g|png|webp|gif)$"),
            ("_", r"[a-z0-9]+(?:_[a-z0-9]+){1,}$"),
            ("-", r"[a-z0-9]+(?:-[a-z0-9]+){3,}$"),
            ("portal", r".{0,40}\b(?:news portal|portal berita)\b.{0,30}$"),
            ("wib", r"\|? ?: ?wib ?\|"),
            ("%", r"\W*[a-z][\w./& ]{1,24}[\d.,]*(?:\s+[-+]?[\d.,]+ ?)+%$"),
        ),
        hit="Buka menu utama",
        miss="Buka puasa bersama digelar di kedutaan besar Rusia.",
    ),
    PhraseRule(
        id="pager",
        role="navigation",
        labels=listed("halaman, semua halaman, tampilkan semua, show all"),
        openings=(
            r"hal(?:aman|\.)? ?:? ?\d*(?: ?(?:dari|/|of) ?\d+)?(?: halaman)?(?:lihat semua|show all)?\W*$",
            r"\d+ dari \d+(?: halaman)?$",
        ),
        hit="2 dari 3 halaman",
        miss="Halaman depan surat kabar itu memuat foto kedua presiden.",
    ),
)
