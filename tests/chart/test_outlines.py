from itertools import pairwise
from pathlib import Path

import pytest

from workbench.chart.outlines import load_outlines

OUTLINES = Path(__file__).parents[2] / "workbench" / "chart" / "data" / "outlines.json"


def is_land(lon, lat):
    """Count how often a ray to the east meets a coast: odd on land."""
    crossed = 0
    for ring in load_outlines().land:
        for (x, y), (a, b) in pairwise(ring):
            if (y > lat) != (b > lat) and lon < x + (lat - y) * (a - x) / (b - y):
                crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize("where", [(27.6, 53.9), (37.6, 55.8), (106.8, -6.4), (34.1, 45.1), (175.0, 66.5)])
def test_towns_stand_on_land(where):
    assert is_land(*where)


@pytest.mark.parametrize("where", [(34.0, 43.3), (51.0, 42.0), (19.0, 58.0), (-30.0, 40.0)])
def test_seas_are_no_land(where):
    assert not is_land(*where)


def test_rings_are_closed_and_land_is_never_torn_at_the_180th_meridian():
    for ring in load_outlines().land:
        assert ring[0] == ring[-1]
        assert all(abs(x - a) < 90 for (x, _), (a, _) in pairwise(ring))


def test_the_line_to_crimea_is_kept_apart_from_borders():
    def touches(lines):
        return any(33.4 < x < 35.1 and 45.6 < y < 46.2 for line in lines for x, y in line)

    assert touches(load_outlines().disputed)
    assert not touches(load_outlines().borders)


def test_the_outlines_stay_small():
    assert OUTLINES.stat().st_size < 60_000
