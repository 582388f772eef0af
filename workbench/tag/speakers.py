"""Finds who speaks in the words after a verb like ``kata``; for those before one see `subjects`."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

import msgspec

from workbench.span import Span
from workbench.tag.grammar import Grammar
from workbench.tag.referents import Referent

PRONOUN = re.compile(r"(?:dia|ia|beliau|mereka|Dia|Ia|Beliau|Mereka)\b(?! (?:yang|yg)\b)")
#: Somebody of whom nothing but a noun is said.
_SOMEBODY = re.compile(r"(?:salah )?seorang\s+(?=[a-z])", re.IGNORECASE)
#: Those who are told of together bear no single name.
_SEVERAL = re.compile(r"(?:para|sejumlah|beberapa|banyak)\s", re.IGNORECASE)
#: One of those who spoke.
_ONE_OF_THEM = re.compile(r"(?:salah (?:seorang|satu)|seorang|satu) (?:dari|di antara) mereka\b", re.IGNORECASE)
#: Whom somebody asks, and for what.
_TASK = re.compile(
    r"\s+(?:kepada\s+)?(?P<asked>[^,.;:\"“”\x01\n]{2,80}?)\suntuk\s(?:tidak\s|segera\s)?(?:me|ber|di)[a-z]{3,}"
)
_REACH = 160
#: What may be said of a body before its name.
_ITSELF = frozenset(("", "pihak"))
_KINDS_OF_BODY = _ITSELF | frozenset(
    ("kantor berita", "intelijen", "media", "surat kabar", "harian", "situs", "portal", "majalah", "stasiun televisi")
)
_WHOSE = re.compile(r"(?:\s(?:resmi|negara|pemerintah|milik|setempat|lokal))+$")
#: What shows that the name behind ``juru bicara Presiden Rusia`` is the president's.
_SERVED = re.compile(r"\s(?:itu|tersebut)\b|,\s[A-Z]")
_KIN_REACH = 11
#: How far before a name the office of whoever serves its bearer begins.
_OFFICE_REACH = 60
_PLACED_REACH = 12
#: An office told at length before the comma and the name: ``pakar dari Universitas Sari (US), ``.
_POST = re.compile(
    r"[a-z]+\s(?:(?!yang\s)[\w-]+\s){0,5}?(?:dari|di|pada|untuk)\s[A-Z][^,.;:\n\"“”]{2,80},\s(?:(?:Dr|Prof|Ir|Drs|H)\.?\s)*(?=[A-Z])"
)
#: A role before its bearer has no more words.
_LONGEST_ROLE = 6
Reference = Literal["name", "pronoun", "role", "statement"]


class Who(Span, frozen=True):
    """Words that say who speaks.

    Parameters
    ----------
    reference
        How they say it: by ``name``, by ``pronoun`` (``dia``, ``-nya``), by ``role`` (``analis Belarusia``) or as the
        ``statement`` spoken of before (``pernyataan itu``).
    referent
        The one named; None for the other three.
    role
        The role without its determiners; None unless by role.
    is_body
        Whether the role is an organisation's.
    """

    reference: Reference
    referent: Referent | None = None
    role: str | None = None
    is_body: bool = False

    def is_at_name(self) -> bool:
        """Say whether the words are the name itself, not ``kedua negara``, which recall it."""
        return self.referent is None or self.referent.start >= self.start


class Cast(msgspec.Struct, frozen=True):
    """Everybody named in an article, for look-up by place."""

    text: str
    members: tuple[Referent, ...]
    starts: tuple[int, ...]
    words: Grammar
    #: Entities of heads of states and governments, whom others serve.
    heads: frozenset[str]

    def between(self, start: int, end: int) -> tuple[Referent, ...]:
        """Return those named wholly within ``[start, end)``, in text order."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first) if start < end else first
        return tuple([one for one in self.members[first:last] if one.end <= end]) if first < last else ()


def cast_of(text: str, members: Sequence[Referent], words: Grammar, heads: frozenset[str]) -> Cast:
    """Return the cast of an article; `members` in text order."""
    return Cast(text, tuple(members), tuple([one.start for one in members]), words, heads)


def speaker_after(cast: Cast, start: int, end: int) -> Who | None:
    """Return who speaks by the words that follow a verb of speech at `start`, at most to `end`."""
    text = cast.text
    while start < end and text[start] in " \xa0\t":
        start += 1
    pronoun = PRONOUN.match(text, start, end) or _ONE_OF_THEM.match(text, start, end)
    if pronoun:
        return Who(*pronoun.span(), "pronoun")
    anaphor = cast.words.anaphor.match(text, start, end)
    if anaphor:
        return Who(*anaphor.span(), "statement")
    statement = cast.words.statement.match(text, start, end)
    start = statement.end() if statement else start
    stop = _phrase_end(cast, start, min(end, start + _REACH))
    return _named(cast, start, stop) or by_role(cast, start, _before_comma(text, start, stop))


def _phrase_end(cast: Cast, start: int, end: int) -> int:
    """Return where the phrase ends: at a stop word that is no part of a name, or at the second comma."""
    at = start
    while True:
        stop = cast.words.stop.search(cast.text, at, end)
        if stop is None:
            return end
        inside = next((one for one in cast.between(start, end) if one.start <= stop.start() < one.end), None)
        if stop[0] == "di" and is_placed(cast, stop.start()):
            at = stop.end()
            continue
        if inside is None and not (stop[0] == "." and _is_abbreviation(cast.text, stop.start())):
            return stop.start()
        at = inside.end if inside is not None else stop.end()


def is_placed(cast: Cast, at: int) -> bool:
    """Say whether the ``di`` at `at` goes on with a role: ``sumber di kementerian``."""
    return cast.words.placed.search(cast.text, max(0, at - _PLACED_REACH), at) is not None


def is_of_kin(cast: Cast, at: int) -> bool:
    """Say whether the name at `at` only says whose kin somebody is: ``Suami Rina Sari: …``."""
    return cast.words.kin.search(cast.text, max(0, at - _KIN_REACH), at) is not None


def is_served(cast: Cast, start: int, name: Referent) -> bool:
    """Say whether a name only says whom somebody serves: ``juru bicara Presiden Budi``, ``penasihat Putin``."""
    lead = max(start, name.start - _OFFICE_REACH)
    if name.entity in cast.heads and cast.words.servant.search(cast.text, lead, name.start):
        return True
    serving = cast.words.serving.search(cast.text, lead, name.start)
    if serving is not None:
        return not serving["state"] or _SERVED.match(cast.text, name.end) is not None
    office = name.start + len(name.of(cast.text).partition(" ")[0])
    is_office = cast.text[name.start : office].lower() in cast.words.served
    return is_office and cast.words.serving.search(cast.text, lead, office + 1) is not None


def _is_abbreviation(text: str, at: int) -> bool:
    return re.search(r"\b(?:[A-Z]|Dr|Mr|Mrs|Prof|Ir|St|H)$", text[max(0, at - 5) : at]) is not None


def asked_of(cast: Cast, start: int, end: int) -> bool:
    """Say whether somebody is asked to do something: ``meminta warga untuk menunggu``."""
    task = _TASK.match(cast.text, start, end)
    if task is None:
        return False
    asked = task.start("asked")
    lead = cast.words.leading.match(cast.text, asked, task.end("asked"))
    asked = lead.end() if lead else asked
    named = next(iter(cast.between(asked, task.end("asked"))), None)
    return (
        (named is not None and named.start == asked)
        or cast.words.role.match(cast.text, asked) is not None
        or cast.words.body.match(cast.text, asked) is not None
    )


def _before_comma(text: str, start: int, stop: int) -> int:
    comma = text.find(",", start, stop)
    return stop if comma < 0 else comma


def _named(cast: Cast, start: int, stop: int) -> Who | None:
    """Return the person in the phrase, else the body or state with which it begins."""
    text = cast.text
    comma = _before_comma(text, start, stop)
    found = [
        one for one in cast.between(start, stop) if not is_served(cast, start, one) and not is_of_kin(cast, one.start)
    ]
    person = next((one for one in found if one.kind == "person" and one.start < comma), None)
    person = person or _posted(cast, start)
    if person is None:
        person = next((one for one in found if one.kind == "person" and text[comma : one.start].count(",") == 1), None)
        if person is not None and not _is_apposition(cast, start, comma, person):
            person = None
    if person is not None:
        return Who(person.start, person.end, "name", person)
    head = next((one for one in found if one.start < comma), None)
    if head is not None and is_led(cast, start, head):
        return Who(head.start, head.end, "name", head)
    return None


def _posted(cast: Cast, start: int) -> Referent | None:
    """Return the person behind an office with its body: ``pakar dari Universitas Sari (US), Rina Sari``."""
    post = _POST.match(cast.text, start)
    if post is None or cast.words.role.match(cast.text, start) is None:
        return None
    return next(
        (
            one
            for one in cast.between(post.end(), post.end() + _REACH)
            if one.start == post.end() and one.kind == "person"
        ),
        None,
    )


def is_led(cast: Cast, start: int, one: Referent) -> bool:
    """Say whether nothing but determiners leads up to a name, ``pihak BRI`` and ``kantor berita BelTA`` among them."""
    if one.start == start:
        return True
    lead = cast.words.leading.sub("", cast.text[start : one.start])
    statement = cast.words.statement.match(lead)
    kind = (lead[statement.end() :] if statement else lead).strip().lower()
    kind = _WHOSE.sub("", kind)
    # ``Media Ukraina`` are not Ukraine.
    return kind in (_ITSELF if one.kind == "place" else _KINDS_OF_BODY)


def _is_apposition(cast: Cast, start: int, comma: int, person: Referent) -> bool:
    """Say whether a name after a comma names the role before it: ``sekretaris pers presiden, Natalia …``."""
    gap = cast.text[comma + 1 : person.start].split()
    role = cast.text[start:comma].split()
    if _SEVERAL.match(cast.text, start):
        return False
    is_told = cast.words.role.match(cast.text, start, comma) is not None or (
        1 < len(role) <= _LONGEST_ROLE and role[0].islower()
    )
    return is_told and all(word.lower().rstrip(".") in cast.words.titles or word[0].isupper() for word in gap)


def by_role(cast: Cast, start: int, stop: int) -> Who | None:
    """Return the speaker without a name: a role or a body, its determiners off."""
    text = cast.text
    leading = cast.words.leading.match(text, start, stop)
    start = leading.end() if leading else start
    phrase = text[start:stop].rstrip(" ,\xa0")
    trailing = cast.words.trailing.search(phrase)
    phrase = phrase[: trailing.start()] if trailing else phrase
    if not phrase:
        return None
    body = cast.words.body.match(text, start, start + len(phrase))
    role = cast.words.role.match(text, start, start + len(phrase))
    if body is None and role is None:
        is_somebody = leading is not None and _SOMEBODY.match(text, leading.start(), stop) is not None
        return Who(start, start + len(phrase), "role", None, phrase) if is_somebody else None
    is_body = body is not None and (role is None or body.end() >= role.end())
    words = re.sub(r"^(\w+)nya\b", r"\1", phrase) if role and role[0].endswith("nya") else phrase
    return Who(start, start + len(phrase), "role", None, words, is_body)
