"""Runs many rules over the sentences of an article.

Each word form is looked up once and remembered: which atoms of which patterns it matches, as the bits of an integer,
and which rules it may set off. A sentence is then a row of integers, and a rule is tried only where every place of its
pattern has a word in the row.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from workbench.codebook.events import Rule
from workbench.codebook.pattern import ANY, WordLists, compile_pattern
from workbench.span import Span
from workbench.tag.matcher import fold
from workbench.tag.wordbits import AtomTable, Lexicon, Place, beginnings, find_in, needs

#: The word list whose members count as parties of an event.
PARTY_LIST = "party"
_WORD = re.compile(r"\w+")
#: Words so common that a place which they can fill is no good reason to try a rule.
_COMMON = frozenset(
    {"di", "ke", "dari", "dan", "yang", "itu", "ini", "pada", "untuk", "dalam", "dengan", "akan", "tidak", "tak"}
    | {"atas", "oleh", "juga", "telah", "sudah", "bisa", "dapat", "negara", "kedua", "tahun", "kata", "lebih"}
    | {"bagi", "tersebut", "ia", "dia", "para", "antara", "saat", "ada", "bersama", "salah", "satu", "hari"}
)

Found = tuple[tuple[int, int], ...]
#: Numbers of rules that are looked up together.
Group = frozenset[int]


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, or a clause of one, as the rules see it.

    Parameters
    ----------
    start, end
        Where it lies in the text.
    row
        The bits of each of its words.
    bits
        All of them together.
    rules
        The rules for which it has a word in every place, and parties enough, in the order of the codebook.
    """

    start: int
    end: int
    row: tuple[int, ...]
    bits: int
    rules: tuple["CompiledRule", ...]


class Part(msgspec.Struct, frozen=True):
    """A part of a pattern in bits, and the bits of the words with which it may begin."""

    places: tuple[Place, ...]
    begin: int


class Compiled(msgspec.Struct, frozen=True):
    """A pattern in bits; `masks` holds one mask for every place that must be filled."""

    parts: tuple[Part, ...]
    absent: tuple[Part, ...]
    masks: tuple[int, ...]

    def is_possible(self, bits: int) -> bool:
        """Say whether every place of the pattern has a word among `bits`."""
        for mask in self.masks:  # noqa: SIM110 -- a generator would cost more than all the masks
            if not mask & bits:
                return False
        return True

    def match(self, sentence: Sentence) -> list[tuple[int, int]] | None:
        """Return the word numbers between which each part holds, or None where the pattern does not."""
        row = sentence.row
        found = []
        for part in self.parts:
            at = find_in(part.places, row, part.begin)
            if at is None:
                return None
            found.append(at)
        for part in self.absent:
            if sentence.bits & part.begin and find_in(part.places, row, part.begin) is not None:
                return None
        return found

    def holds(self, sentence: Sentence) -> bool:
        """Say whether the pattern holds in the sentence."""
        return self.is_possible(sentence.bits) and self.match(sentence) is not None


class CompiledRule(msgspec.Struct, frozen=True):
    """A rule ready to run; `number` is its place in the rule book."""

    number: int
    rule: Rule
    main: Compiled
    unless: tuple[Compiled, ...]
    parties: int

    def match(self, sentence: Sentence) -> list[tuple[int, int]] | None:
        """Return the numbers of the words that fire the rule in a sentence that lists it, or None."""
        found = self.main.match(sentence)
        if found is None:
            return None
        for exception in self.unless:
            if exception.holds(sentence):
                return None
        return found


class Reading(msgspec.Struct, frozen=True):
    """An article as the rules see it; `words` and `views` remember where words lie and what clauses hold."""

    text: str
    folded: str
    sentences: tuple[Sentence, ...]
    book: "RuleBook"
    words: dict[tuple[int, int], list[tuple[int, int]]]
    views: dict[tuple[int, int], Sentence]

    def view(self, start: int, end: int) -> Sentence:
        """Return the words between two offsets as a sentence."""
        known = self.views.get((start, end))
        if known is None:
            known = self.views[start, end] = self.book.view(self.text, start, end)
        return known

    def find(self, rule: CompiledRule, sentence: Sentence) -> Found | None:
        """Return where the words lie that fire `rule` in a sentence that lists it, in text order, or None."""
        found = rule.match(sentence)
        return None if found is None else tuple(sorted([self._span(sentence, *words) for words in found]))

    def first(self, group: Group, sentence: Sentence) -> tuple[CompiledRule, Found] | None:
        """Return the first rule of `group` that holds in the sentence and where, or None."""
        for rule in sentence.rules:
            if rule.number in group:
                found = self.find(rule, sentence)
                if found is not None:
                    return rule, found
        return None

    def first_value(self, group: Group, sentence: Sentence) -> str | None:
        """Return what the first rule of `group` that holds in the sentence says, or None."""
        for rule in sentence.rules:
            if rule.number in group and rule.match(sentence) is not None:
                return rule.rule.value
        return None

    def _span(self, sentence: Sentence, first: int, end: int) -> tuple[int, int]:
        key = (sentence.start, sentence.end)
        spans = self.words.get(key)
        if spans is None:
            spans = self.words[key] = [m.span() for m in _WORD.finditer(self.text, *key)]
        return spans[first][0], spans[end - 1][1]


class RuleBook(msgspec.Struct, frozen=True):
    """Compiled rules and parties, the lexicon of their words, the numbers of rules by id; see `build_rulebook`."""

    lexicon: Lexicon
    rules: tuple[CompiledRule, ...]
    parties: tuple[tuple[int, Compiled], ...]
    numbers: dict[str, int]

    def group(self, rules: Iterable[Rule]) -> Group:
        """Return the numbers of `rules`."""
        return frozenset(self.numbers[rule.id] for rule in rules)

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """Look up the words of every sentence."""
        views = tuple([self.view(text, sentence.start, sentence.end) for sentence in sentences])
        return Reading(text, fold(text), views, self, {}, {})

    def view(self, text: str, start: int, end: int) -> Sentence:
        """Return the words between two offsets of `text` as a sentence."""
        row, together = [], 1
        begun: set[int] = set()
        lexicon, rules = self.lexicon, self.rules
        for word in _WORD.findall(text, start, end):
            bits, numbers = lexicon[word]
            row.append(bits)
            if bits != 1:  # most words are in no pattern
                together |= bits
                if numbers:
                    begun.update(numbers)
        possible = [rules[number] for number in sorted(begun) if rules[number].main.is_possible(together)]
        sentence = Sentence(start, end, tuple(row), together, tuple(possible))
        wanted = max([rule.parties for rule in possible], default=0)
        if not wanted:
            return sentence
        n_parties = self._count_parties(sentence, wanted)
        return msgspec.structs.replace(sentence, rules=tuple([r for r in possible if r.parties <= n_parties]))

    def _count_parties(self, sentence: Sentence, wanted: int) -> int:
        """Return how many of the parties the sentence names; beyond `wanted` it does not matter."""
        bits, count = sentence.bits, 0
        for begin, party in self.parties:
            if bits & begin and party.holds(sentence):
                count += 1
                if count == wanted:
                    break
        return count


def build_rulebook(rules: Sequence[Rule], words: WordLists) -> RuleBook:
    """Compile `rules`; raises ValueError where a pattern breaks its language."""
    table = AtomTable()
    parties = tuple(_compiled(party, words, table) for party in _members(PARTY_LIST, words))
    compiled = tuple(
        CompiledRule(
            number,
            rule,
            _compiled(rule.pattern, words, table),
            tuple(_compiled(source, words, table) for source in rule.exceptions()),
            rule.parties,
        )
        for number, rule in enumerate(rules)
    )
    set_off: list[list[int]] = [[] for _ in table.bits]
    for number, rule in enumerate(rules):
        for atom in max(needs(compile_pattern(rule.pattern, words)), key=_rarity):
            set_off[table.bits[atom]].append(number)
    lexicon = Lexicon(tuple(table.bits), [tuple(numbers) for numbers in set_off])
    by_begin = tuple((party.parts[0].begin, party) for party in parties)
    return RuleBook(lexicon, compiled, by_begin, {rule.id: number for number, rule in enumerate(rules)})


def _members(name: str, words: WordLists) -> list[str]:
    """Return the entries of a word list; an entry that is itself a list stands for that list's entries."""
    found: list[str] = []
    for entry in words.get(name, ()):
        found += _members(entry[1:], words) if entry.startswith("@") else [entry]
    return found


def _compiled(source: str, words: WordLists, table: AtomTable) -> Compiled:
    pattern = compile_pattern(source, words)
    parts, absent = (
        tuple(Part(places, beginnings(places)) for places in map(table.places, steps))
        for steps in (pattern.parts, pattern.absent)
    )
    return Compiled(
        parts, absent, tuple(table.mask(need) for need in sorted(needs(pattern), key=_rarity, reverse=True))
    )


def _rarity(need: frozenset[str]) -> tuple[bool, int]:
    """Order places by how seldom a word fills them: few atoms, and none of them common."""
    return ANY not in need and not need & _COMMON, -len(need)
