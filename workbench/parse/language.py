"""Tells Indonesian from Malay and English by marker words."""

import re

from workbench.parse.fold import fold, words

#: All marker words are of plain letters.
_WORD = re.compile(r"[a-z]+")
#: Words common to Indonesian and Malay; English ones below decide against them.
_SHARED = words("yang dan di ke dari untuk dengan ini itu pada oleh akan telah tidak dalam kata juga antara")
_ENGLISH = words("the of and in to said was for with that on has is by from at were he it his after who")
_INDONESIAN = words(
    "karena bisa saat mengatakan senin kamis jumat minggu agustus juli juni maret desember kantor perusahaan "
    "sanksi tentara inggris prancis sementara usai tetapi uang rusia belarusia moskow moskwa serikat eropa mereka "
    "melansir dilansir tersebut anda jadi warga bahwa wib sedangkan adalah ujar ujarnya ungkap imbuh kemlu "
    "serangan pesawat polisi pengadilan resmi bakal pihak menurut sebut soal usulan terkait"
)
_MALAY = words(
    "kerana jurucakap pemberita tentera sempadan sekatan isnin khamis jumaat ogos julai disember ialah iaitu "
    "manakala selepas semasa menerusi pengerusi eropah perancis syarikat russia moscow baharu mesyuarat kenderaan "
    "polis mahu sahaja wang akhbar tarikh beliau kerajaan kerajaannya ketenteraan menangguhkan mula pejabat "
    "pelarian berkata berkenaan tangguh rakyat peguam setiausaha kedutaan menasihatkan supaya antarabangsa bekas "
    "hospital cuaca bersekutu pegawai lapor pilihan raya susulan"
)
#: So much of a text tells its language.
_HEAD = 1200
#: Fewer known words than this are too few to say.
_ENOUGH = 3
#: One of Malay's words may stand in an Indonesian text (`rakyat`, `selepas`).
_TELLING = 2


def language_of(text: str) -> str | None:
    """Return ``id``, ``ms`` or ``en``, or None where too few known words stand in `text`.

    Examples
    --------
    >>> language_of("Pesawat itu ditahan karena izinnya belum resmi, ujar polisi.")
    'id'
    >>> language_of("Kapal terbang itu ditahan kerana permit belum siap, kata jurucakap polis kepada pemberita.")
    'ms'
    """
    folded = fold(text[:_HEAD])
    found = set(folded.split() if len(folded) == _HEAD else _WORD.findall(folded))
    shared, english = len(found & _SHARED), len(found & _ENGLISH)
    indonesian, malay = len(found & _INDONESIAN), len(found & _MALAY)
    if shared + indonesian + malay + english < _ENOUGH:
        return None
    if english > shared + max(indonesian, malay):
        return "en"
    return "ms" if malay > indonesian and malay >= _TELLING else "id"
