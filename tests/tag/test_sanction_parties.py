import pytest
from tag_press import record_of


def parties(sentence):
    """Return who restricts whom in a sentence with one event of sanctions."""
    (event,) = record_of(sentence).sanctions
    return event.authority, event.recipient


@pytest.mark.parametrize(
    ("sentence", "authority", "recipient"),
    [
        ("Moskow memprotes perpanjangan sanksi oleh Kanada.", "canada", None),
        ("Kementerian Luar Negeri Rusia kecewa atas perluasan sanksi oleh Jepang terhadap Moskow.", "japan", "russia"),
        ("Polandia menentang pelonggaran sanksi Belarus.", None, "belarus"),
        ("Polandia menyetujui pelonggaran sanksi terhadap Belarus.", "poland", "belarus"),
        ("Rusia menganggap penerapan sanksi itu melanggar hukum.", None, None),
        ("Moskow mengecam keputusan memperluas sanksi.", None, None),
        ("Jepang mengecam Moskow dan memperluas sanksi.", "japan", None),
    ],
)
def test_whoever_judges_a_measure_does_not_take_it(sentence, authority, recipient):
    assert parties(sentence) == tuple((party,) if party else () for party in (authority, recipient))


@pytest.mark.parametrize(
    ("sentence", "authority", "recipient"),
    [
        ("Ini yang kelima dari deretan sanksi yang pernah diberlakukan Kanada terhadap Rusia.", "canada", "russia"),
        ("Menanggapi sanksi tersebut, Peskov menyebut sanksi terhadap Rusia sia-sia.", None, "russia"),
        ("Sanksi Rusia dari Kanada kian berat.", "canada", "russia"),
        ("Sanksi Rusia terhadap pejabat Estonia diumumkan kemarin.", "russia", "estonia"),
        ("Rusia terus mendapatkan sanksi dari Kanada.", "canada", "russia"),
        ("Ekonomi Rusia tumbuh meski dihujani sanksi oleh negara-negara Barat.", "west", "russia"),
        ("Ekonomi Rusia tumbuh sementara Iran dihujani sanksi oleh negara-negara Barat.", "west", "iran"),
        ("Penerapan sanksi ke-18 UE gagal.", "european-union", None),
        ("Kanada menghapus Belavia dari daftar sanksi.", "canada", "belavia"),
        ("Rusia memakai jaringan perantara untuk menghindari sanksi senjata.", None, "russia"),
        ("Kanada juga menyasar Belaruskali dengan sanksi itu.", "canada", "belaruskali"),
        ("Maskapai Belarus dilarang terbang di atas wilayah udara Uni Eropa.", "european-union", "belarus"),
        ("Otoritas Kanada menangguhkan izin terbang maskapai Belavia.", "canada", "belavia"),
        ("Tiga bank asal Iran yang melanggar sanksi memblokir ekspor teknologi.", None, None),
        ("Trudeau, yang sedang berkunjung ke Jepang, mengancam akan menjatuhkan sanksi.", None, None),
        ("Sanksi itu meliputi pemblokiran Rusia dari sistem keuangan dunia.", None, "russia"),
    ],
)
def test_what_one_turn_of_phrase_leaves_open_another_tells(sentence, authority, recipient):
    assert parties(sentence) == tuple((party,) if party else () for party in (authority, recipient))


@pytest.mark.parametrize(
    "sentence",
    [
        "Lembaga riset Austria mengumumkan, sanksi terhadap Rusia merugikan petani.",
        "Bagi Rusia, seperti halnya Iran, sanksi ekonomi sejak era Soviet adalah hal biasa.",
    ],
)
def test_speakers_and_past_ages_restrict_nobody(sentence):
    authority, _ = parties(sentence)
    assert authority == ()


def test_what_sanctions_are_told_about_does_not_denounce_them():
    (event,) = record_of("Rusia menerbitkan dekret tentang sanksi terhadap Kanada.").sanctions
    assert event.status == "imposed"
    (event,) = record_of("Rusia menentang sanksi baru Kanada.").sanctions
    assert event.status == "denounced"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Kanada membekukan aset tiga pejabat Belarus.", "imposed"),
        ("Rusia memakai perantara untuk menghindari sanksi.", "evaded"),
        ("Kanada mengusulkan untuk membekukan aset tiga pejabat Belarus.", "proposed"),
        ("Petani Belarus bercerita tentang sanksi Kanada.", None),
    ],
)
def test_a_deed_tells_its_stage_where_no_other_word_does(sentence, status):
    (event,) = record_of(sentence).sanctions
    assert event.status == status


@pytest.mark.parametrize(
    ("sentence", "authority", "recipient"),
    [
        ("Kanada memperpanjang sanksi kepada sekutu dekat Rusia, Belarus.", ("canada",), ("belarus",)),
        ("Kanada memperpanjang sanksi kepada sekutu dekat Rusia.", ("canada",), ()),
        ("Kanada memperpanjang sanksi kepada Rusia.", ("canada",), ("russia",)),
        ("Kanada menjatuhkan sanksi pada perusahaan minyak Rusia Rosneft.", ("canada",), ("rosneft",)),
        (
            "Kanada melarang masuk 40 warga Belarus, termasuk Presiden Lukashenko.",
            ("canada",),
            ("belarus", "lukashenko"),
        ),
        (
            "Kanada menjatuhkan sanksi terhadap Belarus, termasuk larangan impor pupuk lewat Polandia.",
            ("canada",),
            ("belarus",),
        ),
        ("Sanksi dikeluarkan terhadap sejumlah bank, pabrik, penerbit, dan organisasi Belarus.", (), ("belarus",)),
        (
            "Kanada menjatuhkan sanksi kepada Presiden Lukashenko dan Menteri Pertahanan Viktor Khrenin.",
            ("canada",),
            ("lukashenko", "khrenin"),
        ),
        ("Pabrik yang hidup dari pasokan dari Polandia terhimpit sanksi.", (), ()),
        ("Dua pabrik dari Polandia terhimpit sanksi.", (), ("poland",)),
        ("Kanada memperluas sanksi menanggapi ulah Rusia.", ("canada",), ()),
        ("Kami akan menargetkan perusak hutan, sungai, dan pelabuhan Ukraina dengan sanksi.", (), ()),
        ("Disanksi Kanada, Belarus mencari pasar.", ("canada",), ("belarus",)),
        ("Perpanjangan sanksi membatasi truk, kapal dan pesawat dari Belarus.", (), ("belarus",)),
        ("Kanada mengumumkan pembatasan impor pupuk, kayu lapis dan mentega dari Belarus.", ("canada",), ("belarus",)),
    ],
)
def test_the_restricted_are_those_who_are_meant_and_not_those_who_tell_who_they_are(sentence, authority, recipient):
    assert parties(sentence) == (authority, recipient)


def test_the_state_that_may_not_be_entered_restricts_and_is_not_restricted():
    told = "Rusia menjatuhkan sanksi kepada Kanada."
    _, event = record_of(told, "Ratusan warga Jepang dilarang masuk ke negara tersebut.").sanctions
    assert event.recipient != ("canada",)
    _, event = record_of(told, "Jepang mengumumkan sanksi terhadap negara tersebut.").sanctions
    assert event.recipient == ("canada",)


@pytest.mark.parametrize(
    ("sentence", "instrument", "status"),
    [
        ("Kanada menjatuhkan sanksi pada dua perusahaan minyak Rusia.", None, "imposed"),
        ("Kanada menjatuhkan sanksi atas penjualan minyak Rusia.", "trade", "imposed"),
        ("Larangan Kanada untuk mengimpor minyak Rusia membuat harga naik.", "trade", "imposed"),
        ("Larangan Kanada atas minyak Rusia dibahas.", "trade", None),
        ("Kanada mengumumkan pembebasan aset bank Belarus yang kena sanksi.", "financial", "lifted"),
    ],
)
def test_whom_a_measure_hits_does_not_say_what_it_is(sentence, instrument, status):
    (event,) = record_of(sentence).sanctions
    assert (event.instrument, event.status) == (instrument, status)


def test_a_measure_that_is_called_unlawful_is_denounced():
    told = "Kanada menjatuhkan sanksi kepada Rusia."
    for said, status in (("tidak sah", "denounced"), ("panjang", None)):
        _, event = record_of(told, f"Kremlin menyebut daftar tersebut {said}.").sanctions
        assert event.status == status


def test_who_takes_the_same_step_restricts_too():
    told = "Polandia menjatuhkan sanksi kepada Rusia."
    for does, authority in (("menyiapkan", ("canada", "japan")), ("membahas", ())):
        _, event = record_of(told, f"Kanada dan Jepang {does} langkah serupa.").sanctions
        assert event.authority == authority


def test_the_list_of_a_headline_ends_without_a_conjunction():
    for names, restricted in (("Rosneft, Lukoil", ("rosneft", "lukoil")), ("Rosneft, Lukoil senang", ("rosneft",))):
        (event,) = record_of("Berita hari ini.", headline=f"Kanada jatuhkan sanksi pada {names}").sanctions
        assert event.recipient == restricted
