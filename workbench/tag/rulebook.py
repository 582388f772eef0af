"""Runs many rules over the sentences of an article.

All the words of a sentence together tell which rules have a word for every place of their pattern; only these are
tried on the row of its words. Most sentences have none, and are passed over at the cost of a look-up a word.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from workbench.codebook.events import Rule
from workbench.codebook.pattern import Pattern, WordLists, compile_pattern
from workbench.span import Span
from workbench.tag.matcher import fold
from workbench.tag.sequences import Finder, Row, build_finder
from workbench.tag.sieve import Sieve, build_sieve
from workbench.tag.wordbits import WORD, AtomTable, Forms, Memory, atoms_of_words

#: The word list whose members count as parties of an event.
PARTY_LIST = "party"

Found = tuple[tuple[int, int], ...]
#: Rules that are looked up together: the bit of each one's number is set.
Group = int


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, or a clause of one, as the rules see it.

    Parameters
    ----------
    start, end
        Where it lies in the text.
    rules
        The rules for which it has a word in every place, and parties enough.
    has_figure, has_numeral
        Whether a word holds a digit, and whether a number written out can begin with one.
    """

    start: int
    end: int
    rules: Group
    has_figure: bool
    has_numeral: bool


class Compiled(msgspec.Struct, frozen=True):
    """A pattern as functions: all of `parts` must find their words, none of `absent` may."""

    parts: tuple[Finder, ...]
    absent: tuple[Finder, ...]

    def match(self, row: Row) -> list[tuple[int, int]] | None:
        """Return the word numbers between which each part holds, or None where the pattern does not."""
        found = []
        for part in self.parts:
            at = part(row)
            if at is None:
                return None
            found.append(at)
        for part in self.absent:
            if part(row) is not None:
                return None
        return found


class CompiledRule(msgspec.Struct, frozen=True):
    """A rule ready to run; `number` is its place in the rule book."""

    number: int
    rule: Rule
    main: Compiled
    unless: tuple[Compiled, ...]

    def match(self, row: Row) -> list[tuple[int, int]] | None:
        """Return the numbers of the words that fire the rule in a sentence that lists it, or None."""
        found = self.main.match(row)
        if found is None:
            return None
        for exception in self.unless:
            if exception.match(row) is not None:
                return None
        return found


class Reading(msgspec.Struct, frozen=True):
    """An article as the rules see it; `words`, `rows`, `starts` and `views` remember what was asked of sentences."""

    text: str
    folded: str
    sentences: tuple[Sentence, ...]
    book: "RuleBook"
    words: dict[tuple[int, int], list[str]]
    rows: dict[tuple[int, int], Row]
    starts: dict[tuple[int, int], list[int]]
    views: dict[tuple[int, int], Sentence]

    def view(self, start: int, end: int) -> Sentence:
        """Return the words between two offsets as a sentence."""
        known = self.views.get((start, end))
        if known is None:
            known = self.views[start, end] = self.book.view(self.text, start, end)
        return known

    def find(self, rule: CompiledRule, sentence: Sentence) -> Found | None:
        """Return where the words lie that fire `rule` in a sentence that lists it, in text order, or None."""
        found = rule.match(self._row(sentence))
        return None if found is None else tuple(sorted([self._span(sentence, *words) for words in found]))

    def holds(self, rule: CompiledRule, sentence: Sentence) -> bool:
        """Say whether `rule` fires in a sentence that lists it."""
        return rule.match(self._row(sentence)) is not None

    def first(self, group: Group, sentence: Sentence) -> tuple[CompiledRule, Found] | None:
        """Return the first rule of `group` that holds in the sentence and where, or None."""
        rule = self.first_rule(group, sentence)
        found = self.find(rule, sentence) if rule else None
        return (rule, found) if rule and found else None

    def first_rule(self, group: Group, sentence: Sentence) -> CompiledRule | None:
        """Return the first rule of `group` that holds in the sentence, or None."""
        listed = sentence.rules & group
        if not listed:
            return None
        return next((rule for rule in self.book.listed(listed) if self.holds(rule, sentence)), None)

    def first_value(self, group: Group, sentence: Sentence) -> str | None:
        """Return what the first rule of `group` that holds in the sentence says, or None."""
        rule = self.first_rule(group, sentence)
        return None if rule is None else rule.rule.value

    def _row(self, sentence: Sentence) -> Row:
        key = (sentence.start, sentence.end)
        row = self.rows.get(key)
        if row is None:
            words = self.words[key] = WORD.findall(self.text, *key)
            row = self.rows[key] = self.book.row(words)
        return row

    def _span(self, sentence: Sentence, first: int, end: int) -> tuple[int, int]:
        key = (sentence.start, sentence.end)
        words, starts = self.words[key], self.starts.get(key)
        if starts is None:
            starts = self.starts[key] = list(_starts(self.text, sentence.start, words))
        return starts[first], starts[end - 1] + len(words[end - 1])


def _starts(text: str, at: int, words: Iterable[str]) -> Iterator[int]:
    """Yield where each of the words starts that follow each other from `at` on."""
    for word in words:
        at = text.index(word, at)
        yield at
        at += len(word)


class RuleBook(msgspec.Struct, frozen=True):
    """Compiled rules, and what tells which of them a sentence may set off; see `build_rulebook`.

    Parameters
    ----------
    rules
        The rules, by number.
    parties
        The patterns of the parties.
    wanting
        For 0, 1, 2 … parties the rules that ask for more.
    sieve
        Of the patterns of rules and parties.
    forms
        For each word the number of its form.
    numbers
        The number of each rule by its id.
    """

    rules: tuple[CompiledRule, ...]
    parties: tuple[Compiled, ...]
    wanting: tuple[Group, ...]
    sieve: Sieve
    forms: Memory
    numbers: dict[str, int]

    def group(self, rules: Iterable[Rule]) -> Group:
        """Return `rules` as a group."""
        return sum({1 << self.numbers[rule.id] for rule in rules})

    def listed(self, group: Group) -> Iterator[CompiledRule]:
        """Yield the rules of `group` in the order of the codebook."""
        return map(self.rules.__getitem__, _numbers(group))

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """Look up the words of every sentence."""
        views = tuple([self.view(text, sentence.start, sentence.end) for sentence in sentences])
        return Reading(text, fold(text), views, self, {}, {}, {}, {})

    def view(self, text: str, start: int, end: int) -> Sentence:
        """Return the words between two offsets of `text` as a sentence."""
        rules, parties, signs = self.sieve.sift(text[start:end])
        if rules & self.wanting[0]:
            rules &= ~self.wanting[self._count_parties(parties, WORD.findall(text, start, end))]
        return Sentence(start, end, rules, bool(signs & 1), bool(signs & 2))

    def row(self, words: Iterable[str]) -> Row:
        """Return the forms of `words`, as finders want them."""
        return [*map(self.forms.__getitem__, words), 0]

    def _count_parties(self, possible: int, words: Iterable[str]) -> int:
        """Return how many of the parties the words name; more than rules ask for do not matter."""
        most = len(self.wanting) - 1
        if not possible:
            return 0
        row = self.row(words)
        named = (number for number in _numbers(possible) if self.parties[number].match(row) is not None)
        return sum(1 for _ in islice(named, most))


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def build_rulebook(rules: Sequence[Rule], words: WordLists) -> RuleBook:
    """Compile `rules`; raises ValueError where a pattern breaks its language."""
    table, forms = AtomTable(), Forms()
    patterns = [compile_pattern(rule.pattern, words) for rule in rules]
    parties = [compile_pattern(party, words) for party in _members(PARTY_LIST, words)]
    compiled = tuple(
        CompiledRule(
            number,
            rule,
            _compiled(patterns[number], table, forms),
            tuple(_compiled(compile_pattern(source, words), table, forms) for source in rule.exceptions()),
        )
        for number, rule in enumerate(rules)
    )
    compiled_parties = tuple(_compiled(party, table, forms) for party in parties)
    atoms_of = atoms_of_words(table.bits)
    return RuleBook(
        compiled,
        compiled_parties,
        _wanting(rules),
        build_sieve(patterns, parties, atoms_of),
        Memory(lambda word: forms.number(table.mask(atoms_of(word)) | 1)),
        {rule.id: number for number, rule in enumerate(rules)},
    )


def _wanting(rules: Sequence[Rule]) -> tuple[Group, ...]:
    """Return, for each number of parties, the rules that ask for more, up to a number that is enough for all."""
    most = max((rule.parties for rule in rules), default=0)
    return tuple(sum(1 << number for number, rule in enumerate(rules) if rule.parties > n) for n in range(most + 1))


def _members(name: str, words: WordLists) -> list[str]:
    """Return the entries of a word list; an entry that is itself a list stands for that list's entries."""
    found: list[str] = []
    for entry in words.get(name, ()):
        found += _members(entry[1:], words) if entry.startswith("@") else [entry]
    return found


def _compiled(pattern: Pattern, table: AtomTable, forms: Forms) -> Compiled:
    parts, absent = (
        tuple(build_finder(table.places(steps), forms) for steps in listed)
        for listed in (pattern.parts, pattern.absent)
    )
    return Compiled(parts, absent)
