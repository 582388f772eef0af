"""Places that open datelines: what tells an outlet from a city beside it, and a region from an outlet behind one."""

from workbench.parse.fold import words

#: Cities of one word that Indonesian outlets file from most, at home and abroad.
FILING_CITIES = words(
    "jakarta bandung surabaya semarang yogyakarta jogja medan makassar denpasar palembang pekanbaru padang bogor "
    "bekasi depok tangerang malang solo surakarta manado banjarmasin pontianak samarinda balikpapan mataram kupang "
    "ambon jayapura lampung serang batam jambi bengkulu kendari palu gorontalo ternate sorong cirebon tegal "
    "moskow moskwa moscow minsk kyiv kiev warsawa vilnius riga tallinn sochi london washington paris berlin brussels "
    "brussel jenewa wina ankara istanbul beijing tokyo seoul pyongyang singapura bangkok manila canberra sydney "
    "roma madrid athena kairo teheran baghdad damaskus yerusalem gaza riyadh doha dubai islamabad kabul praha "
    "budapest beograd helsinki stockholm oslo kopenhagen astana tbilisi baku yerevan hanoi"
)
#: What may follow a comma and still belong to the place.
REGIONS = words(
    "serikat utara selatan barat timur tengah saudi nugini bersatu republik jawa sumatera kalimantan sulawesi "
    "rusia belarus belarusia ukraina polandia lituania latvia estonia jerman prancis inggris italia spanyol swiss "
    "austria turki cina china tiongkok india jepang israel palestina lebanon suriah iran irak mesir kanada "
    "australia indonesia malaysia singapura vietnam thailand filipina kazakhstan uzbekistan armenia azerbaijan "
    "georgia moldova serbia hungaria belgia belanda swedia finlandia norwegia denmark ceko slovakia rumania "
    "bulgaria yunani arab qatar uea pakistan afghanistan brasil argentina meksiko kuba venezuela korea nigeria "
    "afrika amerika as d.c. texas california florida jabar jateng jatim banten bali ntt ntb aceh sumut sumbar "
    "riau jambi lampung papua maluku sulsel kaltim"
)
