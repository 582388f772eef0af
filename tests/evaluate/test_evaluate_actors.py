import msgspec
import pytest
from evaluate_builders import record_of, span

from workbench.codebook import Actor
from workbench.codebook.schema import Label
from workbench.evaluate.actors import GoldNames, build_roster, compare_actors
from workbench.record import Mention

TEXT = "Menlu Rani Kusuma tiba di Minsk. Angkatan Laut Belarus dan Kota Minsk Raya menyambut Rani."
ALL = frozenset({"person", "organisation", "country", "place"})
ROSTER = build_roster(
    Actor(id=key, name=name, type=kind, kind="k", label=label, country=code, aliases=aliases, hit="h", miss="m")
    for key, name, kind, label, code, aliases in [
        ("rani", "Rani Kusuma", "person", None, "ID", ("Rani",)),
        ("belarus", "Belarus", "country", None, "BY", ("Belarusia",)),
        ("minsk", "Minsk", "place", None, "BY", ("Minsk",)),
        ("navy", "Belarusian Navy", "organisation", Label(id="Angkatan Laut Belarus", en="Navy"), "BY", ()),
    ]
)


def mention(words, name, kind, resolution="name"):
    found = span(TEXT, words)
    return Mention(found.start, found.end, "e", name, None, kind, resolution, "test")


RANI = mention("Rani Kusuma", "Rani Kusuma", "person")
MINSK = mention("Minsk", "Minsk", "place")
BELARUS = mention("Belarus", "Belarus", "country")


def compared(gold, *mentions):
    found = compare_actors("p", record_of(TEXT, mentions=mentions), gold, ROSTER)
    return {fact.value for fact in found.expected}, {fact.value for fact in found.found}


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        (GoldNames(types=ALL, people=["RANI"]), {"person Rani Kusuma"}),
        (GoldNames(types=ALL, people=["Minsk"]), set()),
        (GoldNames(types=ALL, others=["Rani", "Minsk", "Kota Lain"]), {"place Minsk"}),
        (GoldNames(types=ALL, others=["Angkatan Laut Belarus"]), {"organisation Belarusian Navy"}),
        (GoldNames(types=ALL, codes=["BY", "FR"]), {"country Belarus"}),
        (GoldNames(types=frozenset({"person"}), codes=["BY"]), set()),
    ],
)
def test_gold_may_call_actors_by_any_name_of_theirs(gold, expected):
    assert compared(gold)[0] == expected


def test_an_actor_named_twice_counts_once_and_one_only_described_not_at_all():
    described = msgspec.structs.replace(BELARUS, resolution="description")
    assert compared(GoldNames(types=ALL), RANI, RANI, described)[1] == {"person Rani Kusuma"}
    assert compared(GoldNames(types=frozenset({"place"})), RANI, MINSK)[1] == {"place Minsk"}


def test_of_parts_of_longer_names_only_lists_tell():
    navy = span(TEXT, "Angkatan Laut Belarus")
    assert compared(GoldNames(types=ALL, spans=[navy]), BELARUS)[1] == set()
    assert compared(GoldNames(types=ALL, spans=[BELARUS]), BELARUS)[1] == {"country Belarus"}
    assert compared(GoldNames(types=ALL, spans=[navy], codes=["BY"]), BELARUS) == (({"country Belarus"},) * 2)
    assert compared(GoldNames(types=ALL, spans=[navy], codes=["RU"]), BELARUS)[1] == {"country Belarus"}
