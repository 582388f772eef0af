import pytest

from workbench.chart.outlines import load_outlines
from workbench.codebook import load_codebook
from workbench.codebook.locations import load_locations, place_of_dateline, place_spellings
from workbench.errors import CodebookError

BOOK = load_codebook()
SPELLINGS = place_spellings(BOOK.actors, BOOK.locations)
LAND = [(min(xs), max(xs), min(ys), max(ys)) for xs, ys in (zip(*ring, strict=True) for ring in load_outlines().land)]


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("MINSK", "minsk"),
        ("Moskow, Rusia", "moscow"),
        ("Washington, D.C.", "washington"),
        ("Sankt Peterburg, Rusia", "st-petersburg"),
        ("Baku", "baku"),
        ("SURABAYA", "surabaya"),
        ("Athena (Yunani)", "athens"),
        ("Rusia", "russia"),
    ],
)
def test_a_dateline_leads_to_its_place(dateline, place):
    assert place_of_dateline(dateline, SPELLINGS) == place


@pytest.mark.parametrize("dateline", ["Minskoye", "Kota Rekaan", "", "Pulau Solong"])
def test_a_place_that_is_not_listed_stays_unlocated(dateline):
    assert place_of_dateline(dateline, SPELLINGS) is None


def test_every_state_that_stands_and_every_town_has_coordinates():
    located = {one.id for one in BOOK.locations}
    kinds = {"state", "capital", "city", "site", "border"}
    assert [
        one.id
        for one in BOOK.actors
        if one.kind in kinds and one.type in ("country", "place") and one.id not in located
    ] == []


def test_a_location_and_its_actor_agree_on_the_state():
    states = {one.id: one.country for one in BOOK.actors}
    assert [one.id for one in BOOK.locations if one.id in states and one.country != states[one.id]] == []


def test_a_spelling_of_a_dateline_means_one_place():
    names = [name.casefold() for one in BOOK.locations for name in one.names]
    aliases = {
        name.casefold(): one.id for one in BOOK.actors if one.type in ("place", "country") for name in one.aliases
    }
    assert len(names) == len(set(names))
    assert [
        name for one in BOOK.locations for name in one.names if aliases.get(name.casefold(), one.id) != one.id
    ] == []


def test_towns_lie_within_reach_of_land():
    lost = [
        one.id
        for one in BOOK.locations
        if one.extent == "site" and not any(w - 1 < one.lon < e + 1 and s - 1 < one.lat < n + 1 for w, e, s, n in LAND)
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        ("- {id: minsk, lat: 53.9, lon: 27.6}\n- {id: minsk, lat: 53.9, lon: 27.6}\n", "stands twice"),
        ("- {id: nowhere, lat: 1, lon: 1}\n", "needs names"),
        ("- {id: minsk, lat: 95, lon: 27.6}\n", "<= 90"),
    ],
)
def test_a_broken_place_is_named(tmp_path, entries, complaint):
    file = tmp_path / "places.yaml"
    file.write_text(entries, "utf-8")
    with pytest.raises(CodebookError, match=complaint):
        load_locations(file, BOOK.actors)


def test_a_codebook_may_leave_places_out(tmp_path):
    assert load_locations(tmp_path / "places.yaml", BOOK.actors) == ()
