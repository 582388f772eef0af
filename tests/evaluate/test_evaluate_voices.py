import msgspec
import pytest
from evaluate_builders import quote, record_of, span

from workbench.evaluate.voices import compare_indirect
from workbench.record import Mention

TEXT = "Minsk menyatakan ladang itu dijual."


def rightly(said, wanted):
    where = span(TEXT, "Minsk")
    mention = Mention(where.start, where.end, "minsk", "Minsk", None, "place", "name", "test")
    made = quote(TEXT, "ladang itu dijual", "Minsk", "indirect")
    made = msgspec.structs.replace(made, speaker=msgspec.structs.replace(made.speaker, name=said))
    *_, compared = compare_indirect("p", record_of(TEXT, mentions=(mention,), quotes=(made,)), [(0, wanted)])
    return compared.expected == compared.found


@pytest.mark.parametrize("wanted", ["Pemerintah Belarus", "Belarus", "Minsk"])
def test_a_state_its_government_and_the_capital_that_spoke_are_one_speaker(wanted):
    assert rightly("Pemerintah Belarus", wanted)


@pytest.mark.parametrize("wanted", ["Pemerintah Latvia", "Riga", "Presiden Belarus"])
def test_anybody_else_is_another_speaker(wanted):
    assert not rightly("Pemerintah Belarus", wanted)
