"""Loads the theme and event files of a codebook folder, each of which it may leave out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from workbench.codebook.events import (
    ClauseWords,
    Column,
    Concept,
    Equipment,
    EventBook,
    MilitaryFrames,
    Rule,
    SanctionFrames,
)
from workbench.codebook.load import lines_of_id, load_entries, load_file, yaml_files
from workbench.codebook.pattern import WordLists, compile_pattern
from workbench.codebook.schema import Label, Slug
from workbench.errors import CodebookError


def load_events(root: Path) -> EventBook:
    """Load ``words.yaml``, ``themes/*.yaml``, ``sanctions.yaml``, ``military.yaml`` and the like from `root`.

    Raises
    ------
    CodebookError
        A file breaks its schema, a pattern breaks its language or two rules share an id; names file and line.
    """
    themes = {file: load_file(file, Concept) for file in yaml_files(root / "themes")}
    lists = {name: root / f"{name}.yaml" for name in ("modality", "commitments", "background")}
    rules = {name: load_entries(file, Rule) if file.is_file() else () for name, file in lists.items()}
    book = EventBook(
        words=_optional(root / "words.yaml", dict[str, tuple[str, ...]]) or {},
        themes=tuple(themes.values()),
        sanctions=_optional(root / "sanctions.yaml", SanctionFrames),
        military=_optional(root / "military.yaml", MilitaryFrames),
        equipment=_optional(root / "equipment.yaml", tuple[Equipment, ...]) or (),
        clauses=_optional(root / "clauses.yaml", ClauseWords) or ClauseWords(),
        labels=_optional(root / "labels.yaml", dict[Column, dict[Slug, Label]]) or {},
        **rules,
    )
    by_file = {file: (*concept.off_topic, *concept.rules) for file, concept in themes.items()}
    by_file |= {lists[name]: found for name, found in rules.items()}
    if book.sanctions:
        frames = book.sanctions
        by_file[root / "sanctions.yaml"] = (*frames.described, *frames.relations, *frames.statuses, *frames.instruments)
    if book.military:
        by_file[root / "military.yaml"] = book.military.statuses
    _check_patterns(by_file, book.words)
    _check_broader(themes)
    return book


def all_rules(book: EventBook) -> Iterator[Rule]:
    """Yield every rule of `book`."""
    for concept in book.themes:
        yield from concept.off_topic
        yield from concept.rules
    if book.sanctions:
        yield from book.sanctions.described
        yield from book.sanctions.relations
        yield from book.sanctions.statuses
        yield from book.sanctions.instruments
    if book.military:
        yield from book.military.statuses
    yield from (*book.modality, *book.commitments, *book.background)


def _optional(file: Path, expected: Any) -> Any:  # noqa: ANN401 -- the type is an argument
    return load_file(file, expected) if file.is_file() else None


def _check_patterns(by_file: dict[Path, tuple[Rule, ...]], words: WordLists) -> None:
    seen: set[str] = set()
    for file, rules in by_file.items():
        for rule in rules:
            if rule.id in seen:
                raise CodebookError(str(file), _line_of(file, rule.id), f"the id {rule.id!r} is taken by another rule")
            seen.add(rule.id)
            _compile_all((rule.pattern, *rule.exceptions()), words, file, rule.id)


def _check_broader(themes: dict[Path, Concept]) -> None:
    known = {concept.id for concept in themes.values()}
    for file, concept in themes.items():
        if concept.broader is not None and concept.broader not in known:
            raise CodebookError(str(file), _line_of(file, concept.id), f"there is no concept {concept.broader!r}")


def _compile_all(patterns: Iterable[str], words: WordLists, file: Path, rule_id: str) -> None:
    for pattern in patterns:
        try:
            compile_pattern(pattern, words)
        except ValueError as error:
            raise CodebookError(str(file), _line_of(file, rule_id), f"rule {rule_id}: {error}") from error


def _line_of(file: Path, rule_id: str) -> int | None:
    return next(iter(lines_of_id(file, rule_id)), None)
