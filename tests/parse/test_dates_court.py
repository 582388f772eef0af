from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.article import Line, Role
from workbench.page import Claim, Page
from workbench.parse.calendar import find_dates
from workbench.parse.claims import url_date
from workbench.parse.court import Dates, settle_dates
from workbench.parse.sighting import complete_year, days_to_nearest
from workbench.span import Span


def page_of(*rows: tuple[Role, str], **fields: object) -> tuple[Page, list[Line]]:
    lines, start = [], 0
    for number, (role, words) in enumerate(rows):
        lines.append(Line(start, start + len(words), line=number, role=role, reason="test"))
        start += len(words) + 1
    text = "\n".join(words for _, words in rows)
    return Page(path="a.txt", content_hash="sha256:0", text=text, **fields), lines  # type: ignore[arg-type]


def settle(*rows: tuple[Role, str], **fields: object) -> Dates:
    return settle_dates(*page_of(*rows, **fields))


HEAD: tuple[Role, str] = ("headline", "Dua negara menandatangani perjanjian dagang")


@pytest.mark.parametrize(
    ("line", "value", "precision"),
    [
        ("Selasa, 4 Oktober 2022 | 06:51 WIB | LAPORAN: BUDI", "2022-10-04T06:51+07:00", "minute"),
        ("4 Oktober 2022, 12:57", "2022-10-04T12:57", "minute"),
        ("Warta.com - 04/10/2022, 11:42 WITA", "2022-10-04T11:42+08:00", "minute"),
        ("4 Oktober 2022", "2022-10-04", "day"),
        ("Oktober 2022", "2022-10", "month"),
    ],
)
def test_the_header_states_the_publication(line: str, value: str, precision: str):
    published = settle(HEAD, ("timestamp", line), ("body", "Isi.")).published
    assert published is not None
    assert (published.value, published.precision, published.basis) == (value, precision, "stated")
    assert published.evidence


def test_evidence_is_the_printed_words():
    page, lines = page_of(HEAD, ("byline", "Budi | Selasa, 4 Oktober 2022 05:45 WIB"), ("body", "Isi."))
    published = settle_dates(page, lines).published
    assert published is not None
    assert [span.of(page.text) for span in published.evidence] == ["Selasa, 4 Oktober 2022 05:45 WIB"]


def test_a_date_broken_over_lines_is_one_date():
    page, lines = page_of(HEAD, ("timestamp", "Selasa"), ("timestamp", "4 Okt 2022"), ("timestamp", "05:45 WIB"))
    published = settle_dates(page, lines).published
    assert published is not None
    assert published.value == "2022-10-04T05:45+07:00"
    assert [span.of(page.text) for span in published.evidence] == ["Selasa", "4 Okt 2022", "05:45 WIB"]


def test_a_date_in_fragments_among_navigation_is_found():
    fragments: tuple[tuple[Role, str], ...] = (("navigation", "4"), ("navigation", "Okt"), ("navigation", "2022"))
    published = settle(HEAD, *fragments, ("body", "Isi.")).published
    assert published is not None
    assert (published.value, published.rule) == ("2022-10-04", "header-broken-date")


def test_modification_is_kept_apart_from_publication():
    dates = settle(
        HEAD,
        ("byline", "oleh Budi diperbarui 6 Okt 2022"),
        ("timestamp", "Diterbitkan 4 Okt 2022"),
        ("body", "Isi."),
    )
    assert dates.published is not None
    assert dates.modified is not None
    assert (dates.published.value, dates.modified.value) == ("2022-10-04", "2022-10-06")


@pytest.mark.parametrize("role", ["related", "navigation", "promo", "footer", "pull"])
def test_dates_outside_the_article_are_never_heard(role: Role):
    dates = settle(HEAD, ("body", "Isi tanpa tanggal."), (role, "Kamis, 6 Oktober 2022 10:00 WIB"))
    assert dates == Dates(published=None, modified=None, retrieved=None, events=(), images=(), notices=())


@pytest.mark.parametrize("line", ["39 menit yang lalu", "2 tahun yang lalu", "date 2022-10", "Copyright 2022"])
def test_what_is_no_date_of_publication_gives_none(line: str):
    assert settle(HEAD, ("timestamp", line), ("body", "Isi.")).published is None


BODY: tuple[Role, str] = ("body", "Ia menteri yang tiba kemarin.")


@pytest.mark.parametrize(
    "clock", ["Monday, February 6, 2026", "Monday, 15 December 2025", "date 2022-10-04", "SUNDAY, MARCH 1, 2026"]
)
def test_the_page_clock_never_counts(clock: str):
    assert settle(("timestamp", clock), HEAD, BODY).published is None
    assert settle(HEAD, ("timestamp", clock), BODY).published is None
    rows: tuple[tuple[Role, str], ...] = (("timestamp", clock), HEAD, ("timestamp", "Selasa, 4 Oktober 2022 21.30"))
    published = settle(*rows, BODY).published
    assert published is not None
    assert published.value == "2022-10-04T21:30"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Budi 43 seconds ago Mon 15th March 2021 | 02:56 PM", "2021-03-15T14:56"),
        ("October 4, 2022", "2022-10-04"),
        ("Tuesday, October 4, 2022 10:30 AM", "2022-10-04T10:30"),
        ("21:15 04.10.2022", "2022-10-04T21:15"),
        ("21.15 WIB | 4 Oktober 2022", "2022-10-04T21:15+07:00"),
    ],
)
def test_foreign_forms_in_date_position_count(line: str, value: str):
    published = settle(HEAD, ("timestamp", line), BODY).published
    assert published is not None
    assert published.value == value


def test_an_english_page_states_its_day_in_english():
    english: tuple[Role, str] = ("body", "The ministers met in Minsk.")
    published = settle(HEAD, ("timestamp", "Monday, February 6, 2023"), english).published
    assert published is not None
    assert published.value == "2023-02-06"


INFERENCES = [
    (("body", "Ia tiba, dikutip dari kantor berita, Selasa (4/10/2022)."), "2022-10-04", "latest-told-day"),
    (("body", "Ia lahir pada 2 April 1970. Ia tiba, Selasa (4/10/2022)."), "2022-10-04", "latest-told-day"),
    (("body", "Pada Senin (3/10/2022) ia pergi. Ia kembali Selasa (4/10)."), "2022-10-04", "weekday-gives-year"),
    (("body", "Ia tiba Senin (3/10/2022). Sidang akan dibuka pada 9 Oktober 2022."), "2022-10-03", "latest-told-day"),
    (("body", "Ia tiba Senin (3/10/2022) dan pulang 9 Oktober 2022 mendatang."), "2022-10-03", "latest-told-day"),
    (("body", "Ia tiba Senin (3/10/2022). KTT di Bali pada 9 Oktober 2022."), "2022-10-03", "latest-told-day"),
    (("body", "Ia tiba Senin (3/10/2022). Ia telah pulang pada 9 Oktober 2022."), "2022-10-09", "latest-told-day"),
    (("body", "Sidang akan dibuka, kata juru bicara, Selasa (4/10/2022)."), "2022-10-04", "latest-told-day"),
]


@pytest.mark.parametrize(("line", "value", "rule"), INFERENCES)
def test_the_earliest_day_follows_from_the_body(line: tuple[Role, str], value: str, rule: str):
    published = settle(HEAD, line).published
    assert published is not None
    assert (published.value, published.basis, published.rule) == (value, "inferred", rule)


def test_a_caption_only_gives_the_year_that_the_weekday_confirms():
    caption: tuple[Role, str] = ("caption", "Keduanya berjabat tangan, 4 Oktober 2022. (Foto: Budi)")
    published = settle(HEAD, caption, ("body", "Ia tiba pada Selasa (4/10).")).published
    assert published is not None
    assert (published.value, published.rule) == ("2022-10-04", "weekday-gives-year")
    assert settle(HEAD, caption, ("body", "Ia tiba kemarin.")).published is None
    assert settle(HEAD, ("body", "Ia tiba pada Selasa (4/10).")).published is None


def test_event_and_image_dates_are_kept_apart():
    dates = settle(
        HEAD,
        ("timestamp", "Rabu, 5 Oktober 2022 08:00 WIB"),
        ("caption", "Arsip, 6 April 2021."),
        ("body", "Ia tiba Selasa (4/10). Perang pecah 24 Februari 2022."),
        ("body", "Pada Selasa (4/10), hujan turun."),
    )
    assert [(day.value, day.basis, len(day.evidence)) for day in dates.events] == [
        ("2022-10-04", "inferred", 2),
        ("2022-02-24", "stated", 1),
    ]
    assert [day.value for day in dates.images] == ["2021-04-06"]


def test_a_header_without_a_year_takes_it_from_what_the_page_tells():
    rows: tuple[tuple[Role, str], ...] = (HEAD, ("timestamp", "Rabu, 5 Oktober | 08:00 WIB"))
    published = settle(*rows, ("body", "Ia tiba Selasa (4/10/2022).")).published
    assert published is not None
    assert (published.value, published.basis) == ("2022-10-05T08:00+07:00", "inferred")
    assert settle(*rows, ("body", "Ia tiba kemarin.")).published is None


def test_a_weekday_that_does_not_fit_is_noticed():
    page, lines = page_of(HEAD, ("timestamp", "Rabu, 4 Oktober 2022"), ("body", "Isi."))
    dates = settle_dates(page, lines)
    assert [(notice.code, notice.evidence[0].of(page.text)) for notice in dates.notices] == [
        ("weekday-mismatch", "Rabu, 4 Oktober 2022")
    ]
    assert dates.published is not None


LD = Claim("date_published", "2022-10-04T05:45:00+07:00", "json-ld")


def test_markup_alone_states_without_evidence():
    published = settle(HEAD, ("body", "Isi."), claims=(LD,)).published
    assert published is not None
    assert (published.value, published.rule, published.evidence) == ("2022-10-04T05:45+07:00", "claim-json-ld", ())


def test_json_ld_is_trusted_before_meta_and_both_before_a_guess():
    meta = Claim("date_published", "2022-10-05T00:00:00Z", "meta:article:published_time")
    guess = Claim("date_published", "2022-10-09", "htmldate")
    ranked = [settle(HEAD, claims=claims).published for claims in ((guess, meta, LD), (guess, meta), (guess,))]
    assert [(day.value, day.basis) for day in ranked if day] == [
        ("2022-10-04T05:45+07:00", "stated"),
        ("2022-10-05T00:00+00:00", "stated"),
        ("2022-10-09", "inferred"),
    ]


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("2022/10/04 05:45:10", "2022-10-04T05:45"),
        ("20221004", "2022-10-04"),
        ("20221004T054510", "2022-10-04"),
        ("Tue, 04 Oct 2022 05:45:10 +0700", "2022-10-04T05:45+07:00"),
        ("1664837110", "2022-10-03T22:45+00:00"),
        ("Selasa, 4 Oktober 2022 05:45 WIB", "2022-10-04T05:45+07:00"),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59Z", None),
        ("kemarin", None),
    ],
)
def test_markup_is_read_in_the_forms_that_sites_use(claim: str, value: str | None):
    published = settle(HEAD, claims=(Claim("date_published", claim, "meta:date"),)).published
    assert (published.value if published else None) == value


def test_a_printed_day_that_markup_calls_the_modification_is_not_the_publication():
    modified = Claim("date_modified", "2022-10-06T08:00:00+07:00", "json-ld")
    dates = settle(HEAD, ("timestamp", "6 Oktober 2022 08:00 WIB"), ("body", "Isi."), claims=(LD, modified))
    assert dates.published is not None
    assert dates.published.rule == "claim-json-ld"
    assert dates.notices == ()


def test_a_date_line_below_the_body_gives_way_to_markup_but_not_to_nothing():
    rows: tuple[tuple[Role, str], ...] = (HEAD, ("body", "Isi."), ("timestamp", "6 Oktober 2022"))
    values = [settle(*rows, claims=claims).published for claims in ((LD,), ())]
    assert [day.value for day in values if day] == ["2022-10-04T05:45+07:00", "2022-10-06"]


def test_of_two_date_lines_the_one_that_markup_confirms_is_the_publication():
    rows: tuple[tuple[Role, str], ...] = (HEAD, ("timestamp", "6 Oktober 2022"), ("byline", "Budi, 4 Oktober 2022"))
    published = settle(*rows, claims=(LD,)).published
    assert published is not None
    assert published.value == "2022-10-04"


def test_text_wins_over_markup_and_the_conflict_is_recorded():
    dates = settle(HEAD, ("timestamp", "6 Oktober 2022"), claims=(LD,))
    assert dates.published is not None
    assert dates.published.value == "2022-10-06"
    assert [notice.code for notice in dates.notices] == ["date-conflict"]


def test_the_same_instant_in_another_zone_is_no_conflict():
    late = Claim("date_published", "2022-10-03T22:45:00Z", "json-ld")
    assert settle(HEAD, ("timestamp", "4 Oktober 2022 05:45 WIB"), claims=(late,)).notices == ()


def test_an_address_gives_a_day_and_a_crawl_never_does():
    dates = settle(HEAD, url="https://warta.id/2022/10/04/judul", retrieved_at="2023-01-02T03:04:05Z")
    assert dates.published is not None
    assert dates.retrieved is not None
    assert (dates.published.value, dates.published.basis, dates.published.rule) == (
        "2022-10-04",
        "inferred",
        "url-date",
    )
    assert dates.retrieved.value == "2023-01-02T03:04+00:00"
    assert settle(HEAD, retrieved_at="2023-01-02T03:04:05Z").published is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://warta.id/2022/10/04/judul", "2022-10-04"),
        ("https://warta.id/berita-20221004-judul.html", "2022-10-04"),
        ("https://warta.id/04/10/2022/judul", "2022-10-04"),
        ("https://warta.id/d-6512345/judul-2022", None),
        ("https://warta.id/2022/99/04/judul", None),
        ("https://warta.id/read/20991399/x", None),
    ],
)
def test_only_a_real_day_is_read_from_an_address(url: str, day: str | None):
    found = url_date(url)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("printed", "known", "day"),
    [
        ("Senin (6/4)", [date(2019, 1, 1), date(2020, 5, 1), date(2022, 5, 1)], date(2020, 4, 6)),
        ("6 April", [date(2018, 12, 30), date(2023, 1, 2)], date(2023, 4, 6)),
        ("Rabu (6/4)", [date(2020, 5, 1)], None),
        ("6 April", [], None),
    ],
)
def test_a_year_comes_from_the_nearest_known_day(printed: str, known: list[date], day: date | None):
    found = find_dates(printed, Span(0, len(printed)))[0]
    assert complete_year(found, known) == day


@given(st.dates(), st.lists(st.dates(), min_size=1))
def test_the_nearest_day_is_found_by_halving(day: date, known: list[date]):
    assert days_to_nearest(day, sorted(known)) == min(abs((day - near).days) for near in known)


def test_a_date_broken_over_lines_has_evidence_in_each():
    page, lines = page_of(("timestamp", "Selasa"), ("timestamp", "4 Oktober"), ("timestamp", "2022"), HEAD)
    published = settle_dates(page, lines).published
    assert published is not None
    assert [span.of(page.text) for span in published.evidence] == ["Selasa", "4 Oktober", "2022"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Peserta menata tenda sebelum giliran malam, Minggu (9/10/2022).", "2022-10-09"),
        ("Peserta harus tiba sebelum Minggu (9/10/2022).", None),
        ("Wali kota mengumumkan pasar itu akan dipugar, Selasa (4/10/2022).", "2022-10-04"),
        ("Wali kota mengumumkan pasar itu akan dipugar pada Selasa (4/10/2022).", None),
    ],
)
def test_a_reports_own_day_is_told_from_a_day_ahead(line: str, day: str | None):
    published = settle(HEAD, ("body", line)).published
    assert (published.value if published else None) == day


ROLES = st.sampled_from(["headline", "byline", "timestamp", "body", "caption", "related", "footer"])
WORDS = "Selasa (4/10) 4 Oktober 2022 2022-10-04 05:45 WIB diperbarui akan Arsip, 31/2/2022 (1/2) . 39 menit lalu"


@given(st.lists(st.tuples(ROLES, st.lists(st.sampled_from(WORDS.split()), min_size=1).map(" ".join)), min_size=1))
def test_any_page_settles_with_evidence_on_the_page(rows: list[tuple[Role, str]]):
    page, lines = page_of(*rows)
    dates = settle_dates(page, lines)
    for value in filter(None, (dates.published, dates.modified, *dates.events, *dates.images)):
        assert value.evidence
        assert all(span.end <= len(page.text) for span in value.evidence)
        assert list(value.evidence) == sorted(value.evidence)


@given(st.one_of(st.text(max_size=40), st.text(alphabet="0123456789-/:.TZ+ ", max_size=30)))
def test_no_claim_raises(claim: str):
    settle(HEAD, claims=(Claim("date_published", claim, "json-ld"),), retrieved_at=claim, url=claim)
