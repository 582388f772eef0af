"""Runs many rules over the sentences of an article.

All the words of a sentence together tell which rules have a word for every place of their pattern; only these are
tried on the row of its words. Most sentences have none, and are passed over at the cost of a look-up a word.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice

import msgspec

from workbench.codebook.events import Rule
from workbench.codebook.pattern import ANY, Pattern, WordLists, compile_pattern
from workbench.parse.fold import fold
from workbench.span import Span
from workbench.tag.sequences import Match, Row, build_match
from workbench.tag.sieve import Sieve, build_sieve
from workbench.tag.wordbits import WORD, AtomTable, Memory, atoms_of_words

#: The word list whose members count as parties of an event.
PARTY_LIST = "party"

Found = tuple[tuple[int, int], ...]
#: Rules that are looked up together: the bit of each one's number is set.
Group = int


class Sentence(msgspec.Struct, frozen=True, dict=True):
    """A sentence, or a clause of one, as the rules see it; its words are looked for when a rule is tried on it.

    Parameters
    ----------
    text, start, end
        Where it lies in which text.
    runs
        What stands between its blanks.
    rows
        For each run the forms of its words.
    rules
        The rules for which it has a word in every place, and parties enough.
    hints
        What its words hint at, in bits (`hints`).
    counted
        The forms of its words, where parties were counted among them already.
    """

    text: str
    start: int
    end: int
    runs: list[str]
    rows: Memory[tuple[int, ...]]
    rules: Group
    hints: int
    counted: Row | None

    @cached_property
    def row(self) -> Row:
        """The forms of its words, as finders want them."""
        return self.counted or row_of(self.runs, self.rows)

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """Where its words lie."""
        return [word.span() for word in WORD.finditer(self.text, self.start, self.end)]

    def spans(self, found: Iterable[tuple[int, int]]) -> Found:
        """Return where runs of its words, first word and one past the last, lie in the text, in text order."""
        words = self.words
        return tuple(sorted([(words[first][0], words[end - 1][1]) for first, end in found]))


class CompiledRule(msgspec.Struct, frozen=True):
    """A rule ready to run; `number` is its place in the rule book."""

    number: int
    rule: Rule
    match: Match


class Reading(msgspec.Struct, frozen=True):
    """An article as the rules see it; `views` remembers the clauses that were asked for."""

    text: str
    folded: str
    sentences: tuple[Sentence, ...]
    book: "RuleBook"
    views: dict[tuple[int, int], Sentence]

    def view(self, start: int, end: int) -> Sentence:
        """Return the words between two offsets as a sentence."""
        known = self.views.get((start, end))
        if known is None:
            known = self.views[start, end] = self.book.view(self.text, start, end)
        return known

    def find(self, rule: CompiledRule, sentence: Sentence) -> Found | None:
        """Return where the words lie that fire `rule` in a sentence that lists it, in text order, or None."""
        words = rule.match(sentence.row)
        return None if words is None else sentence.spans(words)

    def fired(self, group: Group, sentence: Sentence) -> Iterator[tuple[CompiledRule, Found]]:
        """Yield the rules of `group` that hold in the sentence and where, in the order of the codebook."""
        for rule in self.book.listed(sentence.rules & group):
            found = self.find(rule, sentence)
            if found is not None:
                yield rule, found

    def first(self, group: Group, sentence: Sentence) -> tuple[CompiledRule, Found] | None:
        """Return the first rule of `group` that holds in the sentence and where, or None."""
        return next(self.fired(group, sentence), None) if sentence.rules & group else None

    def first_value(self, group: Group, sentence: Sentence) -> str | None:
        """Return what the first rule of `group` that holds in the sentence says, or None."""
        for rule in self.book.listed(sentence.rules & group):
            if rule.match(sentence.row) is not None:
                return rule.rule.value
        return None


class RuleBook(msgspec.Struct, frozen=True):
    """Compiled rules, and what tells which of them a sentence may set off; see `build_rulebook`.

    Parameters
    ----------
    rules
        The rules, by number.
    parties, lone
        The patterns of the parties, and which of them are one word, so that the sieve tells all.
    wanting
        For 0, 1, 2 … parties the rules that ask for more.
    sieve
        Of the patterns of rules and parties.
    rows
        For each run of characters without blanks the forms of its words.
    numbers
        The number of each rule by its id.
    """

    rules: tuple[CompiledRule, ...]
    parties: tuple[Match, ...]
    lone: int
    wanting: tuple[Group, ...]
    sieve: Sieve
    rows: Memory[tuple[int, ...]]
    numbers: dict[str, int]

    def group(self, rules: Iterable[Rule]) -> Group:
        """Return `rules` as a group."""
        return sum({1 << self.numbers[rule.id] for rule in rules})

    def listed(self, group: Group) -> Iterator[CompiledRule]:
        """Yield the rules of `group` in the order of the codebook."""
        return map(self.rules.__getitem__, _numbers(group)) if group else iter(())

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """Look up the words of every sentence."""
        views = tuple([self.view(text, sentence.start, sentence.end) for sentence in sentences])
        return Reading(text, fold(text), views, self, {})

    def view(self, text: str, start: int, end: int) -> Sentence:
        """Return the words between two offsets of `text` as a sentence."""
        # Splitting at blanks is several times as fast as finding words, and most runs were met before.
        runs = text[start:end].split()
        rules, parties, hints = self.sieve.sift(runs)
        row = None
        if rules & self.wanting[0]:
            named = (parties & self.lone).bit_count()
            left = parties & ~self.lone
            if left and named < len(self.wanting) - 1:
                row = row_of(runs, self.rows)
                named += self._count_parties(left, row)
            rules &= ~self.wanting[min(named, len(self.wanting) - 1)]
        return Sentence(text, start, end, runs, self.rows, rules, hints, row)

    def _count_parties(self, possible: int, row: Row) -> int:
        """Return how many of the parties the words of `row` name; more than rules ask for do not matter."""
        most = len(self.wanting) - 1
        named = (number for number in _numbers(possible) if self.parties[number](row) is not None)
        return sum(1 for _ in islice(named, most))


def row_of(runs: Iterable[str], rows: Memory[tuple[int, ...]]) -> Row:
    """Return the forms of the words in `runs`, as finders want them."""
    return [*chain.from_iterable(map(rows.__getitem__, runs)), 0]


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def build_rulebook(
    rules: Sequence[Rule], words: WordLists, *, hints_of: Callable[[str], int] = lambda _: 0
) -> RuleBook:
    """Compile `rules`; raises ValueError where a pattern breaks its language.

    Parameters
    ----------
    rules, words
        The rules, and the word lists that they name.
    hints_of
        What a run of characters hints at (`hints`), for those who ask sentences for it; else none is looked for.
    """
    table = AtomTable()
    patterns = [compile_pattern(rule.pattern, words) for rule in rules]
    parties = [compile_pattern(party, words) for party in _members(PARTY_LIST, words)]
    compiled = tuple(
        CompiledRule(
            number,
            rule,
            build_match(patterns[number], [compile_pattern(source, words) for source in rule.exceptions()], table),
        )
        for number, rule in enumerate(rules)
    )
    compiled_parties = tuple(build_match(party, (), table) for party in parties)
    atoms_of = atoms_of_words(table.bits)
    forms = Memory(lambda word: table.forms.number(table.mask(atoms_of(word)) | 1))
    return RuleBook(
        compiled,
        compiled_parties,
        sum(1 << number for number, party in enumerate(parties) if _is_lone(party)),
        _wanting(rules),
        build_sieve(patterns, parties, atoms_of=atoms_of, hints_of=hints_of),
        Memory(lambda run: tuple(map(forms.__getitem__, WORD.findall(run)))),
        {rule.id: number for number, rule in enumerate(rules)},
    )


def _is_lone(party: Pattern) -> bool:
    """Say whether a word by itself matches a pattern, whatever stands around it."""
    steps = [step for part in party.parts for step in part]
    return len(steps) == 1 and not (party.absent or steps[0].phrases or steps[0].is_optional or ANY in steps[0].atoms)


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
