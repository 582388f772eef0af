"""The wording with which an outlet speaks to its readers: next pages, adverts, appeals and small print."""

from workbench.parse.calls import call_openings
from workbench.parse.phrase_rules import PhraseRule, listed

APPEALS: tuple[PhraseRule, ...] = (
    PhraseRule(
        id="next-page",
        role="navigation",
        labels=listed("lanjutkan membaca, baca selanjutnya"),
        openings=(
            r"(?:lanjut|selengkapnya|selanjutnya|berlanjut|berita berlanjut|bersambung)\b.{0,12}\bhalaman\b",
            r"(?:simak|baca|lihat) (?:berita )?(?:selengkapnya|selanjutnya|kelanjutannya)\b.{0,14}\bhalaman\b",
            r"(?:halaman|next:?|klik) (?:selanjutnya|berikutnya)\b.{0,40}$",
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
            "ads, adv, advertisiment, advertorial, sponsored, vinkmag ad, scroll ke bawah untuk melanjutkan membaca, "
            "continue reading below, lanjutkan membaca di bawah, promoted, gulir untuk lanjut membaca"
        ),
        openings=(
            r"scroll (?:to|untuk|ke|down)\b",
            r"gulir (?:untuk|ke)\b",
            r"advertisement\b.{0,30}$",
            r"baca berita (?:tanpa|dengan sedikit) iklan",
            r"(?:banner )?\d{2,4} ?[x\u00d7] ?\d{2,4}$",
            r"scroll to (?:resume|continue)\b",
            r"advertisement",
            r"(?:promoted|promosi|sponsored|advertorial|iklan) ?[:|] ?\w",
            r"lanjut(?:kan)? (?:baca|membaca) di bawah\b",
        ),
        hit="SCROLL TO CONTINUE WITH CONTENT",
        miss="Iklan kampanye itu ditarik setelah dikecam oposisi.",
    ),
    PhraseRule(
        id="appeal",
        role="promo",
        openings=(
            r"(?:ayo |yuk,? |mari )?(?:gabung|bergabung|join|follow|subscribe|langganan|berlangganan)\b.{0,80}"
            r"(?:channel|saluran|whatsapp|telegram|google news|grup|newsletter|kami|youtube|sekarang)",
            r"(?:dapatkan|nikmati|temukan) (?:berita|update|informasi|info|artikel|kabar)\b.{0,160}"
            r"(?:whatsapp|telegram|google news|klik|email|aplikasi|gratis|\.com|\.id|notifikasi|saluran|channel"
            r"|di sini)",
            r"(?:ikuti|cek|baca) (?:terus |juga )?(?:berita|artikel|update|informasi|kami|saluran|channel|perkembangan)"
            r"\b.{0,120}(?:whatsapp|telegram|google news|media sosial|\.com|\.id|saluran|channel|di sini|aplikasi)",
            r"artikel ini bisa dilihat di\b",
            r"ikuti kami di\b",
            r"jangan lupa (?:untuk )?(?:ikuti|follow|like|subscribe|baca|simak)\b.{0,120}$",
            r"google news [\w.]+$",
            r"dapatkan berita (?:terbaru|terkini|pilihan)\W*$",
            r"(?:ini )?(?:artikel|konten) (?:spesial|premium|khusus pelanggan)\W*$",
            r"(?:agar|untuk) (?:bisa |dapat )?(?:lanjut|melanjutkan) membaca\b",
            r"(?:lanjut(?:kan)? )?(?:mem)?baca(?:an)?\b.{0,30} dengan (?:ber)?langganan\b",
            r"(?:dapatkan|nikmati|buka) akses\b.{0,60}\b(?:artikel|konten|berita|premium|langganan)\b",
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
            r"(?:lihat|cek|klik|simak) .{0,60}\bdi ?sini\W*$",
            r"follow\b.{0,60}(?:whatsapp|instagram|twitter|channel|official)",
            r"(?:tertarik|punya) .{0,40}(?:kirim|hubungi) .{0,40}(?:redaksi|email|@)",
            r"download aplikasi\b",
            r"(?:unduh|instal) (?:aplikasi|app)\b.{0,80}\b(?:play ?store|app store|gawai|ponsel|gratis|di ?sini)\W*$",
            r"daftar sekarang untuk akses\b",
            r"bagaimana (?:tanggapan|reaksi) (?:anda|kamu)\b",
            r"(?:date \d{4}-\d{2} )?bagaimana tanggapan anda",
            r"apa reaksi (?:anda|kamu)\b",
            r"selamat (?:menunaikan|hari raya|tahun baru|datang di)\b.{0,60}$",
            r"(?:kirim|ikuti) .{0,30}(?:berita|tulisan) anda\b",
            r"(?:artikel|berita) (?:ini )?(?:telah|sudah) tayang\b",
            r"\W{0,3}klik (?:berita|artikel) lain(?:nya)? di\b",
            r"baca artikel .{0,40}lainnya di\b",
            r"cek berita dan artikel\b",
            r"dapatkan berita pilihan\b",
            r"(?:isi|tulis) (?:survei|survey)\b",
            r"posted by ?:",
            r"mau (?:berita|tahu|info|update)\b.{0,80}(?:follow|google news|klik|ikuti)",
            r"berlangganan (?:untuk|sekarang)\b",
            r"(?:sudah|belum) (?:ber)?langganan ?\?",
            r"terima kasih (?:telah|sudah) (?:membaca|menyimak|menonton|mendengarkan)\b",
            r"dapatkan (?:informasi|insight|berita|artikel|update)\b.{0,40}\bpilihan redaksi\b",
            r"daftarkan email\b",
            r"(?:tonton|saksikan|simak) (?:video lainnya|(?:selengkapnya )?(?:dalam|di|pada|melalui) video)\b",
            r"(?:manfaat|paket) (?:ber)?langganan\b",
            r"kami mengemas berita\b",
            r"(?:saksikan|simak|tonton) video (?:pilihan|menarik)\b",
            r"gabung (?:di|bersama) \w.{0,30}$",
            r"(?:login|masuk|daftar) untuk (?:memaksimalkan|melanjutkan|membaca|menikmati)\b",
            r"sign up (?:for|to)\b",
            r"follow our\b",
            r"about the author\b",
            r"editor'?s? picks?\b",
            *call_openings(),
        ),
        hit="Ikuti berita lainnya di saluran WhatsApp kami.",
        miss="Ikuti perkembangan perundingan itu, pesan sang menteri kepada stafnya.",
    ),
    PhraseRule(
        id="small-print",
        role="footer",
        ends_article="list",
        labels=listed(
            "tentang kami, mengenai kami, redaksi, kontak, kontak kami, hubungi kami, karir, disclaimer, kode "
            "etik, about us, contact us, kode etik jurnalistik, notis, penafian, hak cipta, copyright, rss, "
            "site map, about, contact, faq, karier, partner, bantuan"
        ),
        openings=(
            r"(?:copyright|hak cipta)\b",
            r"© ?(?:copyright|hak cipta|(?:19|20)\d\d|.{0,60}(?:reserved|dilindungi|\b20\d\d))",
            r"(?:standar kami|our standards) ?:",
            r"(?:penafian|disclaimer|notis)\b(?! (?:itu|ini|tersebut))",
            r"\(c\) ?\d{4}",
            r"(?:seluruh )?isi (?:komentar|artikel|tulisan|konten|rubrik)(?: ini)? (?:sepenuhnya|adalah|di luar)\b",
            r"(?:konten|artikel|tulisan|berita)(?: di bawah)? ini\b.{0,60}"
            r"\b(?:pihak ketiga|tanggung jawab|(?:khusus|hanya) (?:untuk )?(?:pelanggan|anggota))\b",
            r"(?:untuk )?(?:informasi|keterangan) (?:lebih lanjut|selengkapnya)[^.]{0,12}"
            r"\b(?:hubungi|menghubungi|kunjungi)\b",
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
