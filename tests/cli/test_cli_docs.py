"""What the documentation tells people to type is what the program takes."""

import re
import shlex
from pathlib import Path

import click
import pytest

from workbench.cli import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
#: Where a command stands: after a prompt, or in backticks.
PROMPT = re.compile(r"^\$ workbench (.+?)(?:\s{2,}#.*|\s+>.*)?$", re.MULTILINE)
TICKED = re.compile(r"`workbench ([a-z][^`]*)`")
#: What the pages write for what a reader puts there, where the program wants more than a word.
STANDS_FOR = {"FORMAT": "csl", "FILE": "output.txt"}


def commands_in(page):
    text = page.read_text("utf-8")
    return [" ".join(said.split()) for said in PROMPT.findall(text) + TICKED.findall(text)]


SAID = sorted({(page.name, said) for page in PAGES for said in commands_in(page)})


def command_of(words):
    """Walk down the groups; return the command and the words behind it."""
    command, rest = main, list(words)
    while isinstance(command, click.Group) and rest:
        name = rest.pop(0)
        command = command.commands[name]
    return command, rest


def options_of(command):
    return {name for option in command.params if isinstance(option, click.Option) for name in option.opts} | {"--help"}


def test_the_pages_tell_of_every_command():
    told = {command_of(shlex.split(said))[0].name for _, said in SAID}
    commands = {name for name in main.commands if name != "codebook"} | set(main.commands["codebook"].commands)
    assert sorted(commands - told) == []


@pytest.mark.parametrize(("page", "said"), SAID)
def test_a_command_and_its_options_are_there(page, said):
    command, rest = command_of(shlex.split(said))
    assert {word for word in rest if word.startswith("-") and word != "-"} <= options_of(command), page


PROMPTED = sorted({" ".join(said.split()) for page in PAGES for said in PROMPT.findall(page.read_text("utf-8"))})


@pytest.mark.parametrize("said", PROMPTED)
def test_a_line_behind_a_prompt_is_what_the_command_takes(said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    command, rest = command_of([STANDS_FOR.get(word, word) for word in shlex.split(said)])
    for word in rest:
        if not word.startswith("-") and "=" not in word:
            make_input(Path(word.removesuffix("...")))
    command.make_context(command.name, rest)


def make_input(path):
    """Put something where a command looks for its inputs; a selection is the one whose content is read at once."""
    if path.suffix:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}\n")
    elif path.name:
        path.mkdir(parents=True, exist_ok=True)
