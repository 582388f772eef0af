"""Finds whom a role without a name means: the one whom the article calls so, or whoever has just spoken."""

import re
from collections.abc import Callable, Sequence

import msgspec

from workbench.span import Span
from workbench.tag.referents import Referent
from workbench.tag.speakers import Cast, Who
from workbench.tag.statements import Speech


class Turn(msgspec.Struct, frozen=True):
    """Somebody who had the word, by name."""

    at: int
    name: str
    entity: str | None
    is_body: bool
    span: Span
    is_quoted: bool = False
    is_apart: bool = False


_WORD = re.compile(r"[\w-]+")
_CLAUSE = re.compile(r"[,.;:!?\n]")
_ANYBODY = re.compile(r"\b(?:seorang|sejumlah|beberapa|banyak|para)\s+$", re.IGNORECASE)
_ANYBODY_REACH = 12
_RECALLING = re.compile(r"(?:\s\([^()\n]{1,20}\))?\s+(?:tersebut|itu|ini)\b")
#: ``pemimpin yang berkuasa sejak 1994 itu``: a role with more said of whoever has just spoken.
_RECALLING_AT_LENGTH = re.compile(
    r"\s+(?:(?:yang|berusia|asal|kelahiran|berpangkat)\b|\d+ tahun)[^,.;:\"“”\x01\n]{0,60}?(?:,\s[A-Z]\w+)?"
    r"\s(?:tersebut|itu|ini)\b"
)
#: Roles of several, who are not the one who spoke.
_MANY = ("para ", "kelompok", "keluarga", "pihak")
_THE = re.compile(r"\bsang\s$", re.IGNORECASE)
_THE_REACH = 6
#: What stands between an office and its bearer: a comma, a bracket, academic titles.
_BEFORE_NAME = re.compile(r"\s*(?:\([^()\n]*\))?,?\s*(?:(?:dr|prof|ir|drs|h)\.?\s+)*$", re.IGNORECASE)
#: Words within an office, between its head and where it is held: ``duta besar Rusia untuk Indonesia``.
_LINKS = frozenset(
    {"untuk", "dari", "di", "pada", "bagi", "dan", "urusan", "bidang", "jenderal", "negeri", "luar", "dalam"}
)
#: How far before a name its role can begin, and how many words the role can have that a shorter form leaves out.
_ROLE_REACH = 110
_WORDS_BETWEEN = 2
#: A role of one word is anybody's; one of three (``menteri luar negeri``) is an office, whoever's it is.
_FEWEST_TO_TELL = 2
_FEWEST_OF_OFFICE = 3
#: Says whether a role's words name an office, by its words.
_Way = Callable[[Sequence[str], Sequence[str]], bool]


def named_before(head: str, at: int, cast: Cast) -> Referent | None:
    """Return the body that a bare head recalls: ``Kementerian tersebut`` after ``Kementerian Luar Negeri``."""
    begin = f"{head} ".lower()
    bodies = [one for one in cast.between(0, at) if one.kind == "body"]
    recalled = [one for one in bodies if one.of(cast.text).lower().startswith(begin)]
    return recalled[-1] if recalled else None


def full_body(one: Referent, cast: Cast) -> Referent:
    """Return the body that a short name recalls where the article names one such: ``Kemenlu`` after ``… Rusia``."""
    head = cast.words.short_bodies.get(one.of(cast.text).lower()) if one.kind == "body" else None
    if head is None:
        return one
    full = {other.name: other for other in cast.members if f"{other.name.lower()} ".startswith(f"{head} ")}
    return next(iter(full.values())) if len(full) == 1 else one


def bearer_of(role: str, who: Who, turns: Sequence[Turn], speech: Speech) -> Referent | Turn | None:
    """Return the person whom a role means, where the article tells."""
    named = _named_in(role, who, speech.cast)
    if named is not None:
        return named
    last = turns[-1] if turns else None
    if last is not None and (last.is_body or last.name.startswith("role: ")):
        last = None
    return _called(role, who, speech) or (last if _is_told_again(role, who, speech) else None)


def _named_in(role: str, who: Who, cast: Cast) -> Referent | None:
    """Return the one person of whose name a title is followed by a word: ``Bupati Sari`` is ``Bupati Sari Lestari``."""
    parts = {word for word in role.split() if word[0].isupper()}
    if not parts or cast.between(who.start, who.end) or cast.words.role.match(role) is None:
        return None
    people = {one.name: one for one in cast.members if one.kind == "person" and parts & set(one.name.split())}
    return next(iter(people.values())) if len(people) == 1 else None


def _called(role: str, who: Who, speech: Speech) -> Referent | None:
    """Return the one person whom the article calls by a role of two words or more, right before the name.

    ``Sutradara Titanic`` is the one whom ``Sutradara film Titanic James Cameron`` names, ``Dubes Rusia`` the ``Duta
    Besar Rusia untuk Indonesia``; in a headline, which says who speaks by as little as it can, ``Pengamat`` will do.
    """
    cast = speech.cast
    headline = speech.article.headline
    is_headline = headline is not None and headline.covers(who)
    words = _spelt_out(role.lower(), cast)
    if (
        not words
        or _ANYBODY.search(cast.text, max(0, who.start - _ANYBODY_REACH), who.start)
        or (not is_headline and len(words) < _FEWEST_OF_OFFICE and not _is_telling(role, words, who, speech))
    ):
        return None
    ways = (_is_called, _begins) if is_headline else (_is_called,)
    heads = (words[0], *(short for short, full in cast.words.short_titles.items() if full[0] == words[0]))
    found: dict[str, Referent] = {}
    for person in cast.members:
        if person.kind == "person" and person.name not in found:
            lead = cast.text[max(0, person.start - _ROLE_REACH) : person.start]
            folded = lead.lower()
            if any(head in folded for head in heads) and _is_any(ways, words, _office(lead, cast)):
                found[person.name] = person
    return next(iter(found.values())) if len(found) == 1 else None


def _is_telling(role: str, words: Sequence[str], who: Who, speech: Speech) -> bool:
    """Say whether a short role tells who is meant: by a word of its own, or by ``itu`` of one told of before."""
    if _RECALLING.match(speech.bare, who.end):
        return True
    if len(words) < _FEWEST_TO_TELL:
        # ``menurut Bupati``: the one bupati of the story.
        return role[0].isupper() and role.lower() in speech.cast.words.titles
    return speech.cast.words.role.fullmatch(role) is None


def _is_any(ways: Sequence[_Way], words: Sequence[str], office: Sequence[str]) -> bool:
    return any(is_called(words, office) for is_called in ways)


def _office(lead: str, cast: Cast) -> list[str]:
    """Return the words of the last clause of what leads up to a name."""
    return _spelt_out(_CLAUSE.split(_BEFORE_NAME.sub("", lead))[-1], cast)


def _begins(words: Sequence[str], office: Sequence[str]) -> bool:
    """Say whether a role's words open what leads up to a name."""
    return [word.lower() for word in office[: len(words)]] == list(words)


def _is_called(words: Sequence[str], office: Sequence[str]) -> bool:
    """Say whether a role's words stand right before a name, or before no more than what its office is of."""
    folded = [word.lower() for word in office]
    length = len(words)
    among = iter(folded[-length - _WORDS_BETWEEN :])
    if folded[-1:] == list(words[-1:]) and all(word in among for word in words):
        return True
    starts = (at for at in range(len(folded) - length + 1) if folded[at : at + length] == list(words))
    return any(all(word[0].isupper() or word in _LINKS for word in office[at + length :]) for at in starts)


def _spelt_out(words: str, cast: Cast) -> list[str]:
    """Return words, short titles in full: ``dubes`` is ``duta besar``."""
    found = _WORD.findall(words)
    return [full for word in found for full in cast.words.short_titles.get(word.lower(), (word,))]


def fuller_role(role: str, who: Who, turns: Sequence[Turn], speech: Speech) -> str:
    """Return the fuller role that a bare one recalls: ``diplomat tersebut`` after ``seorang diplomat Swedia``.

    Whoever spoke last is recalled by another noun, too: ``pejabat itu`` after ``seorang diplomat Swedia``.
    """
    if _is_last(role, who, turns, speech):
        return turns[-1].name.removeprefix("role: ")
    if " " in role or not _RECALLING.match(speech.bare, who.end):
        return role
    before = re.finditer(rf"\b(?i:{re.escape(role)})((?: [A-Z][\w'’-]+)+)", speech.bare[: who.start])
    people = [one for one in speech.cast.between(0, who.start) if one.kind == "person"]
    fuller = [match for match in before if not any(one.overlaps(Span(*match.span(1))) for one in people)]
    return f"{role}{fuller[-1][1]}" if fuller else role


def _is_last(role: str, who: Who, turns: Sequence[Turn], speech: Speech) -> bool:
    """Say whether a role recalls the one without a name who had the word last."""
    if not turns or not turns[-1].name.startswith("role: ") or role.lower().startswith(_MANY):
        return False
    head, _, of = role.partition(" ")
    last = turns[-1].span.of(speech.article.text)
    if last.lower().startswith(head.lower()):
        return _RECALLING.match(speech.bare, who.end) is not None
    is_like = f" {of}" in f" {last}" if of else head.lower() in speech.cast.words.anyone
    return is_like and _is_told_again(role, who, speech)


def _is_told_again(role: str, who: Who, speech: Speech) -> bool:
    """Say whether a role is told of whoever had the word last.

    ``sang presiden`` and ``pemimpin yang … itu`` are, and ``senator itu`` where it is the first to be called so.
    """
    bare, head = speech.bare, role.split(maxsplit=1)[0]
    if " " not in role and _THE.search(bare, max(0, who.start - _THE_REACH), who.start):
        return True
    if _RECALLING_AT_LENGTH.match(bare, who.start + len(head)):
        return True
    if not _RECALLING.match(bare, who.end):
        return False
    return re.search(rf"\b(?i:{re.escape(head)})\b", bare[: who.start]) is None
