"""Names of months, weekdays and Indonesian time zones."""

from typing import Final

#: Month names and abbreviations, folded: Indonesian, then English and Malay where they differ.
MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february pebruari febuari feb peb",
            "maret march mac mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july julai jul",
            "agustus august ogos agust agt agu ags aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december disember des dec dis",
        ),
        start=1,
    )
    for name in names.split()
}

#: Weekday names, folded, Monday = 0.
WEEKDAYS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "senin isnin monday mon",
            "selasa tuesday tue",
            "rabu wednesday wed",
            "kamis khamis thursday thu",
            "jumat jum'at jum\u2019at jum\u2018at jum`at jumaat friday fri",
            "sabtu saturday sat",
            "minggu ahad sunday sun",
        )
    )
    for name in names.split()
}

#: Hours ahead of UTC.
ZONES: Final[dict[str, int]] = {"wib": 7, "wita": 8, "wit": 9}
