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
