import pytest
from click.testing import CliRunner
from tag_press import record_of

from workbench.cli import main
from workbench.codebook import load_codebook
from workbench.codebook.load import load_entries
from workbench.codebook.schema import Actor
from workbench.tag.suggest import suggest_names, suggestion_stub

RECORDS = (
    record_of("Gubernur Rina Wullandari tiba di Minsk. Wullandari bertemu Vladimir Putin dari Rusia."),
    record_of("Gubernur Rina Wulandari pulang.", "Gubernur Rina Wulandari tidur. Wulandari lelah."),
    record_of("Dana itu milik Dermaga Capital."),
)


def suggestions():
    return suggest_names(RECORDS, load_codebook())


def test_names_of_one_spelling_or_another_are_one_and_the_commonest_comes_first():
    first, second = suggestions()
    assert (first.name, first.type, first.n_mentions) == ("Rina Wulandari", "person", 5)
    assert set(first.spellings) == {"Rina Wulandari", "Rina Wullandari"}
    assert (second.name, second.type) == ("Dermaga Capital", "organisation")


def test_what_the_codebook_knows_is_not_suggested():
    assert not {"Vladimir Putin", "Rusia", "Minsk"} & {spelt for one in suggestions() for spelt in one.spellings}


def test_outlets_by_domain_and_places_in_capitals_are_not_suggested():
    assert suggest_names([record_of("SUARATIRTA.COM, SLEMAN - Air surut.")], load_codebook()) == ()


def test_a_suggestion_shows_its_evidence():
    assert suggestions()[1].evidence == "Dana itu milik Dermaga Capital."
    assert suggestions()[1].line == 1


def test_a_stub_loads_as_an_actor(tmp_path):
    (tmp_path / "new.yaml").write_text("".join(map(suggestion_stub, suggestions())), encoding="utf-8")
    assert [actor.name for actor in load_entries(tmp_path / "new.yaml", Actor)] == ["Rina Wulandari", "Dermaga Capital"]


@pytest.mark.parametrize(("form", "begin"), [("table", "1\t"), ("yaml", "# 1 articles")])
def test_the_command_writes_a_table_or_stubs(form, begin, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(
        "Kabar Kota\n\nGubernur Rina Wulandari tiba di kota pada Jumat (6/4/2023) pagi.\n", encoding="utf-8"
    )
    result = CliRunner().invoke(main, ["codebook", "suggest", str(page), "--format", form])
    assert result.exit_code == 0
    assert result.stdout.startswith(begin)
    assert result.stderr.endswith("names that the codebook lacks: 1\n")
    assert "Rina Wulandari" in result.stdout
