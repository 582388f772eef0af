"""The wording that gives furniture away: labels, menus, share bars, adverts, pulls and small print.

Each rule is a row of `RULES`. `labels` are whole lines; `openings` are regular expressions for the start of a line,
and so is what follows the needles of `holding`. All are matched on the folded line. Source: the wording of some 190
Indonesian-language outlets.
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


RULES: tuple[PhraseRule, ...] = (
    PhraseRule(
        id="pull-label",
        role="pull",
        labels=listed("baca juga, baca, lihat juga, simak juga, tonton juga, pilihan editor, baca pula"),
        openings=(
            r"\W{0,3}baca juga ?[:\uff1a»\-–|]?",
            r"baca pula\b",
            r"baca ?[:\uff1a]",
            r"\[ ?baca ?(?:juga)? ?:",
            r"\( ?baca ?(?:juga)? ?:",
            r"(?:lihat|simak|tonton|saksikan|dengarkan)(?: juga| pula) ?:?",
            r"(?:saksikan|tonton|simak|lihat) (?:video(?! pilihan| menarik)|infografis|selengkapnya|live)\b",
            r"pilihan editor ?:",
            r"baca (?:berita |artikel )?(?:selengkapnya|selanjutnya|lengkapnya)\b",
            r"(?:berita|artikel) terkait ?: ?\w",
            r"cek juga\b",
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
            "berita terkait, artikel terkait, berita lainnya, artikel lainnya, berita terbaru, "
            "artikel terbaru, terbaru, terkini, berita terkini, populer, terpopuler, berita populer, "
            "artikel populer, rekomendasi, rekomendasi untuk anda, rekomendasi untukmu, "
            "berita rekomendasi, trending, update, berita pilihan, artikel pilihan, pilihan untukmu, "
            "pilihan untuk anda, more stories, similar news, you may also like, related posts, "
            "related articles, related news, bacaan lainnya, video terpopuler, video terpopuler hari ini, "
            "video terkait, dianjurkan, terkait, lainnya, infografis, berita utama, headline, headlines, "
            "latest news, most popular, terbanyak dibaca, paling banyak dibaca, lagi ramai, hot topic, "
            "topik hangat, topik pilihan, lanjut baca berita terkait lainnya, berita foto, berita video, "
            "jangan lewatkan, sorotan, mungkin anda suka, mungkin kamu suka, anda mungkin suka, "
            "tonton video menarik, next article, previous article, selengkapnya, lihat semua, "
            "lihat selengkapnya, tampilkan lainnya, load more, muat lainnya, berita hari ini, viral, "
            "news update, top news, kabar terbaru, kabar lainnya, read entire article, kumpulan berita, "
            "tag populer, topik populer, terpopuler hari ini"
        ),
        openings=(
            r"kumpulan berita \w+",
            r"(?:berita|artikel|video) (?:terkait|terpopuler|terkini|terbaru|lainnya|populer|pilihan)(?: \w+){0,2}\W*$",
            r"tags? artikel pilihan",
            r"silakan baca konten menarik",
            r"(?:artikel|berita) (?:sebelumnya|selanjutnya|berikutnya)\b",
            r"lanjutkan membaca\b",
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
        labels=listed("tag, tags, topik, topik terkait, kata kunci, topics, label"),
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
        labels=listed(
            "komentar, tulis komentar, tulis komentar anda, kirim komentar, berikan komentar, no comments, "
            "leave a reply, leave a comment, tinggalkan balasan, batalkan balasan, post a comment, "
            "komentar anda, comments, beri komentar, kolom komentar"
        ),
        openings=(
            r"\d+ komentar\W*$",
            r"komentar di artikel\b",
            r"no comments?\b ?:?",
            r"tinggalkan (?:balasan|komentar)\b.{0,40}$",
            r"(?:silakan )?(?:login|masuk) untuk (?:ber|mem)",
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
            "bagikan, share, bagikan artikel, bagikan berita, share this, sebarkan, facebook, twitter, "
            "whatsapp, telegram, line, linkedin, pinterest, email, instagram, youtube, tiktok, threads, x, "
            "copy link, salin tautan, "
            "salin artikel, salin link, link telah disalin, copy, print, cetak, tweet, pin it, "
            "fbpx, a a a, a+, a-, simpan, kirim, share ke, komentar bagikan, url berhasil disalin, "
            "tautan telah disalin, ukuran font, font, a, dengarkan, ikuti, follow, fb fb fb fb fb, "
            "connect with us, ikuti kami, follow us, google news"
        ),
        openings=(
            r"share (?:on|to|ke|this)\b.{0,30}$",
            r"klik untuk (?:berbagi|membagikan|mencetak|mengirim)\b",
            r"(?:bagikan|sebarkan) (?:ke|di|artikel|berita|ini|via)\b.{0,30}$",
            r"(?:facebook|twitter|whatsapp|telegram)(?:[ |,/]+(?:\w+)){1,8}$",
            r"\d+ ?(?:shares?|views?|kali dibaca|dibaca|mnt baca|menit baca|min read|menit membaca)\b.{0,20}$",
            r"internasional ?\d+ views$",
            r"waktu baca\b",
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
            "beranda, home, menu, login, log in, masuk, daftar, sign in, sign up, search, cari, pencarian, "
            "indeks, index, next, prev, previous, sebelumnya, berikutnya, selanjutnya, "
            "tampilkan semua, show all, skip to content, lewati ke konten, close, tutup, buka konten, "
            "buka menu utama, buka situs lainnya, toggle navigation, close ads, kembali, kembali ke atas, "
            "sukses, published, on, notifikasi, akun, profil, logout, keluar, dark mode, pilih bahasa, "
            "bahasa indonesia, english, live tv, live streaming, e-paper, epaper, hot, all, semua, more, "
            "network, jaringan, kanal, rubrik, telusuri, jelajahi, sticky ad, dark/light mode, news banner, "
            "html, image, gambar, video, foto, galeri, arsip, sitemap, lihat versi lengkap, lihat versi desktop, "
            "versi desktop, versi seluler, view non-amp version, selesai, tamat"
        ),
        openings=(
            r"(?:\d+\. ?)?(?:buka (?:konten|menu|situs)|lompat ke|langsung ke|skip to)\b.{0,40}$",
            r"(?:https?://|www\.)\S+$",
            r"(?:home|beranda) ?(?:[>»/|\u203a]|\w+(?: \w+)?$)",
            r"\[ ?(?:x|iklan[ _]?\d*|ads?) ?\]$",
            r"(?:banner|sticky|popup) [\w ]{1,30}$",
            r"button ai summarize",
            r"\[ ?(?:gambas|embed|video|youtube|instagram|tweet)\b ?:[^\]]{0,60}\]$",
            r"download (?:app|aplikasi)\b",
            r"in (?!memoriam)\w+(?:, \w+){0,4}$",
            r"rmol news logo$",
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
    PhraseRule(
        id="next-page",
        role="promo",
        labels=listed("lanjutkan membaca, baca selanjutnya"),
        openings=(
            r"(?:lanjut|selengkapnya|selanjutnya|berlanjut|berita berlanjut|bersambung)\b.{0,12}\bhalaman\b",
            r"(?:simak|baca|lihat) (?:berita )?(?:selengkapnya|selanjutnya|kelanjutannya)\b.{0,14}\bhalaman\b",
            r"(?:halaman|next:?|klik) (?:selanjutnya|berikutnya)\b.{0,40}$",
            r"artikel ini bisa dilihat di\b",
            r"baca (?:di )?halaman (?:selanjutnya|berikutnya)\b",
        ),
        hit="Lanjut ke halaman berikutnya.",
        miss="Selanjutnya kedua pihak membahas halaman tambahan dalam perjanjian itu.",
    ),
    PhraseRule(
        id="next-part",
        role="promo",
        openings=(r"selanjutnya (?=\w)",),
        hit="Selanjutnya Rencana Baru Bandara Perintis",
        miss="Selanjutnya ia bertolak ke Minsk untuk menemui menteri pertahanan.",
    ),
    PhraseRule(
        id="advert",
        role="promo",
        labels=listed(
            "scroll to continue with content, advertisement, advertising, advertisment, iklan, loading, "
            "ads, adv, advertorial, sponsored, vinkmag ad, scroll ke bawah untuk melanjutkan membaca, "
            "continue reading below, lanjutkan membaca di bawah, promoted, gulir untuk lanjut membaca"
        ),
        openings=(
            r"scroll (?:to|untuk|ke|down)\b",
            r"gulir (?:untuk|ke)\b",
            r"advertisement\b.{0,30}$",
            r"baca berita (?:tanpa|dengan sedikit) iklan",
            r"advertisement",
            r"lanjut(?:kan)? (?:baca|membaca) di bawah\b",
        ),
        hit="SCROLL TO CONTINUE WITH CONTENT",
        miss="Iklan kampanye itu ditarik setelah dikecam oposisi.",
    ),
    PhraseRule(
        id="appeal",
        role="promo",
        openings=(
            r"(?:ayo |yuk,? |mari )?(?:gabung|bergabung|follow|subscribe|langganan|berlangganan)\b.{0,80}"
            r"(?:channel|saluran|whatsapp|telegram|google news|grup|newsletter|kami|youtube|sekarang)",
            r"(?:dapatkan|nikmati|temukan) (?:berita|update|informasi|info|artikel|kabar)\b.{0,160}"
            r"(?:whatsapp|telegram|google news|klik|email|aplikasi|gratis|\.com|\.id|notifikasi|saluran|channel"
            r"|di sini)",
            r"(?:ikuti|cek|baca) (?:terus |juga )?(?:berita|artikel|update|informasi|kami|saluran|channel|perkembangan)"
            r"\b.{0,120}(?:whatsapp|telegram|google news|media sosial|\.com|\.id|saluran|channel|di sini|aplikasi)",
            r"ikuti kami di\b",
            r"simak (?:breaking news|berita)\b.{0,120}(?:ponsel|telegram|whatsapp|pilihan|aplikasi|google news)",
            r"simak video ['‘“\"]",
            r"\W{0,3}(?:untuk mengetahui kebenaran|follow official|fakta atau hoaks ?\?)",
            r"untuk (?:mengikuti|bergabung|berlangganan)\b.{0,40}\b(?:klik|tekan)\b",
            r"(?:ber)?gabung dan dapatkan\b",
            r"simak (?:juga )?(?:artikel|berita|konten|informasi)\b.{0,30}\blainnya\b"
            r".{0,60}(?:newsletter|klik|kanal|di sini)",
            r"(?:informasi|berita|artikel) (?:lengkap|menarik|terbaru)\b"
            r".{0,40}\bdi (?:google ?news|[\w-]+\.(?:com|id|co))",
            r"(?:artikel|berita|tulisan) ini (?:telah |sudah )?(?:dipublikasikan|diterbitkan|dimuat|terbit|tayang)"
            r" (?:untuk )?(?:pertama kali )?(?:di|oleh)\b[^.]{0,50}(?:\.\w{2,9})?\W*$",
            r"(?:klik|daftar) (?:di ?sini|sekarang)\b",
            r"follow\b.{0,60}(?:whatsapp|instagram|twitter|channel|official)",
            r"(?:tertarik|punya) .{0,40}(?:kirim|hubungi) .{0,40}(?:redaksi|email|@)",
            r"download aplikasi\b",
            r"daftar sekarang untuk akses\b",
            r"bagaimana (?:tanggapan|reaksi) (?:anda|kamu)\b",
            r"(?:date \d{4}-\d{2} )?bagaimana tanggapan anda",
            r"apa reaksi (?:anda|kamu)\b",
            r"selamat (?:menunaikan|hari raya|tahun baru|datang di)\b.{0,60}$",
            r"(?:kirim|ikuti) .{0,30}(?:berita|tulisan) anda\b",
            r"artikel ini (?:telah|sudah) tayang\b",
            r"berita ini (?:telah|sudah) tayang\b",
            r"(?:isi|tulis) (?:survei|survey)\b",
            r"posted by ?:",
            r"mau (?:berita|tahu|info|update)\b.{0,80}(?:follow|google news|klik|ikuti)",
            r"berlangganan (?:untuk|sekarang)\b",
            r"(?:sudah|belum) (?:ber)?langganan ?\?",
            r"terima kasih (?:telah|sudah) (?:membaca|menyimak|menonton|mendengarkan)\b",
            r"dapatkan (?:informasi|insight|berita|artikel|update)\b.{0,40}\bpilihan redaksi\b",
            r"daftarkan email\b",
            r"(?:tonton|saksikan|simak) video lainnya\b",
            r"(?:manfaat|paket) (?:ber)?langganan\b",
            r"kami mengemas berita\b",
            r"(?:saksikan|simak|tonton) video (?:pilihan|menarik)\b",
            r"gabung (?:di|bersama) \w.{0,30}$",
            r"(?:login|masuk|daftar) untuk (?:memaksimalkan|melanjutkan|membaca|menikmati)\b",
            r"sign up (?:for|to)\b",
            r"follow our\b",
            r"about the author\b",
            r"editor'?s? picks?\b",
        ),
        hit="Ikuti berita lainnya di saluran WhatsApp kami.",
        miss="Ikuti perkembangan perundingan itu, pesan sang menteri kepada stafnya.",
    ),
    PhraseRule(
        id="small-print",
        role="footer",
        ends_article="list",
        labels=listed(
            "tentang kami, redaksi, pedoman media siber, kontak, kontak kami, hubungi kami, karir, "
            "privacy policy, kebijakan privasi, disclaimer, syarat dan ketentuan, kode etik, info iklan, "
            "terms of use, terms of service, about us, contact us, susunan redaksi, ketentuan penggunaan, "
            "kode etik jurnalistik, pasang iklan, notis, penafian, hak cipta, copyright, rss, site map, "
            "peta situs, about, contact, pedoman pemberitaan media siber, kebijakan data pribadi, "
            "tentang redaksi, box redaksi, faq, karier, partner, bantuan"
        ),
        openings=(
            r"(?:copyright|hak cipta)\b",
            r"© ?(?:copyright|hak cipta|(?:19|20)\d\d|.{0,60}(?:reserved|dilindungi|\b20\d\d))",
            r"(?:standar kami|our standards) ?:",
            r"(?:penafian|disclaimer|notis)\b(?! (?:itu|ini|tersebut))",
            r"\(c\) ?\d{4}",
            r"(?:seluruh )?isi (?:komentar|artikel|tulisan|konten|rubrik)(?: ini)? (?:sepenuhnya|adalah|di luar)\b",
            r"(?:konten|artikel|tulisan|berita)(?: di bawah)? ini\b.{0,60}"
            r"\b(?:pihak ketiga|tanggung jawab|khusus (?:untuk )?(?:pelanggan|anggota)|hanya untuk (?:pelanggan|anggota))\b",
            r"(?:untuk )?(?:informasi|keterangan) (?:lebih lanjut|selengkapnya)[^.]{0,12}\b(?:hubungi|menghubungi|kunjungi)\b",
            r"(?:narahubung|kontak media|media contact|hubungi redaksi)\b.{0,60}$",
            r"(?:telp|telepon|faks?|fax|email|e-mail|surel)(?: ?/ ?\w+)? ?[:\uff1a] ?[\d+(\w]\S*(?: [\d-]+){0,4}$",
            r"(?:telah |sudah )?terverifikasi\b.{0,60}dewan pers",
            r"dilarang (?:keras )?(?:mengambil|menyalin|memperbanyak|mengutip|melakukan)\b",
            r"(?:part of|member of|powered by|developed by)\b",
            r"indonesia berita terbaru, indonesia berita utama",
        ),
        holding=(("reserved", r".{0,60}all rights? reserved"), ("uu ite", r".{0,80}\buu ite\b")),
        hit="Copyright ©2031 Koran Contoh All Rights Reserved",
        miss="Redaksi surat kabar itu digeledah polisi pada Senin.",
    ),
)
