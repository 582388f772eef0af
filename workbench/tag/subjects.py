"""Finds who speaks in the words before a verb like ``mengatakan``: the subject of its clause."""

import re
from collections.abc import Sequence

from workbench.span import Span
from workbench.tag.joined import both_before, speaking_together
from workbench.tag.referents import Referent
from workbench.tag.speakers import PRONOUN, Cast, Who, by_role, is_led, is_of_kin, is_placed, is_served

#: ``pihaknya memperkirakan``: the speaker's own side.
_OWN_SIDE = re.compile(r"[Pp]ihaknya\b")
#: A group that is the tail of a place in the group before it: ``di Grati, Pasuruan, Jawa Timur tersebut``.
_IN_PLACE = re.compile(r"\b(?:di|dari|asal|ke)\s+[A-Z][^,.\n]*(?:,\s[A-Z][^,.\n]*)*,\s$")
#: A state told by its leader: ``Negara yang dipimpin oleh Putin itu``.
_LED = re.compile(
    r"(?:negara|negeri) (?:yang dipimpin|pimpinan)(?: oleh)? (?:Presiden |Perdana Menteri |PM )?", re.IGNORECASE
)
#: What stands between a person and the role that is told of them: ``(27), ``.
_TOLD_OF = re.compile(r"(?:\s*\([^()]{1,30}\))?,\s(?:(?:seorang|salah satu)\s)?")
#: Who is handed on: ``BelTA mengutip juru bicara kementerian yang menyebut …``.
_QUOTING = re.compile(
    r"m(?<=\bm)e(?:ngutip|nyitir|lansir)\s+(?:(?:pernyataan|keterangan|laporan)(?:\s+resmi)?\s+)?(?=[^,]*\byang\s*$)"
)
#: … and said to have said it: ``Reuters dengan mengutip Kremlin melaporkan …``.
_CITED = re.compile(r"\s(?:dengan\s)?(?:mengutip)\s+(?:(?:pernyataan|keterangan|laporan)(?:\s+resmi)?\s+)?")
#: What is told of whoever is named before it: ``Rina, yang menjamu Budi, mengatakan``.
_WHO_IS = re.compile(r"yang\s")
_WHILE = re.compile(r"(?:saat|ketika|usai|seusai|setelah|sebelum|sambil)\s(?:di|me|ber)[a-z]+\s")
#: … without a comma: ``Rina yang menjamu Budi mengatakan``.
_WHO = re.compile(r"(?:\s\([^()\n]{1,30}\))?\s+yang\s")
_WHICH = re.compile(r", yang\s(?:(?!me|ber(?!sama))[\w-]+\s){0,5}$")
_WHICH_REACH = 60
_SOMEBODY = re.compile(r"\b(?:seorang|sebuah|salah (?:satu|seorang)|sejumlah|beberapa)\s")
#: What an office's state or body follows, so that the name behind it is the subject.
_POSTED = re.compile(r"\b(?:untuk|di|dari|asal|pada)\s$")
_SENTENCE = re.compile(r"[.!?\n]\s*")
#: The longest office before the subject of a sentence.
_LONGEST_OFFICE = 70
_REACH = 160


def speaker_before(cast: Cast, start: int, verb: int) -> Who | None:
    """Return who speaks by the words of the sentence from `start` that lead up to a verb of speech at `verb`."""
    last = _who_is_told_of(cast, start, verb)
    if last is not None:
        return last
    is_other = False
    for begin, end in _groups_before(cast, start, verb):
        if is_other and cast.words.acts.search(cast.text, begin, end):
            # ``Rusia belum memberi komentar, dunia internasional mengecam …``
            return None
        who = _subject(cast, begin, end)
        is_other = is_other or not (cast.between(begin, end) or cast.words.aside.match(cast.text, begin, end))
        who = who if who is None or not who.is_at_name() else speaking_together(cast, who, start)
        if who is not None:
            return _with_apposition(cast, start, who)
    return None


def _who_is_told_of(cast: Cast, start: int, verb: int) -> Who | None:
    """Return of whom a clause goes on to tell: ``… Rina, yang menyebut …``, ``… seorang sumber, yang menyebut …``."""
    lead = max(start, verb - _WHICH_REACH)
    which = _WHICH.search(cast.text, lead, verb) if cast.text.find(", yang ", lead, verb) >= 0 else None
    if which is None:
        return None
    comma = which.start()
    named = next((one for one in cast.between(start, comma)[-1:] if one.end == comma), None)
    found = [*_SOMEBODY.finditer(cast.text, start, comma)] if named is None or named.kind != "person" else []
    who = by_role(cast, found[-1].start(), comma) if found else None
    if who is not None and who.end == comma and "," not in who.of(cast.text):
        return who
    return None if named is None else Who(named.start, named.end, "name", named)


def _with_apposition(cast: Cast, start: int, who: Who) -> Who:
    """Return the person of whom a role between commas is told: ``Rina Sari (27), warga desa itu, mengatakan``."""
    if who.reference != "role" or who.is_body:
        return who
    people = [one for one in cast.between(start, who.start) if one.kind == "person"]
    if (
        not people
        or not _TOLD_OF.fullmatch(cast.text, people[-1].end, who.start)
        or _is_object(cast, start, people[-1])
    ):
        return who
    return Who(people[-1].start, people[-1].end, "name", people[-1])


def _groups_before(cast: Cast, start: int, verb: int) -> list[tuple[int, int]]:
    """Cut the words before a verb at commas, nearest group first; an apposition puts the subject farther off."""
    text, handing = cast.text, cast.words.handing
    groups: list[tuple[int, int]] = []
    end = verb
    while end > start and len(groups) < 3:  # noqa: PLR2004 -- subject, apposition, and what introduces them
        comma = text.rfind(", ", start, end)
        begin = comma + 2 if comma >= 0 else start
        aside = _WHO_IS.match(text, begin, end) or handing.match(text, begin, end)
        # ``Rina, saat membacakan surat Budi, mengatakan``
        aside = aside or (_WHILE.match(text, begin, end) if start < begin and end < verb else None)
        if text[begin:end].strip() and aside is None:
            groups.append((begin, end))
        end = comma if comma >= 0 else start
    return groups


def _subject(cast: Cast, start: int, end: int) -> Who | None:
    text = cast.text
    quoting = _QUOTING.search(text, start, end)
    start = quoting.end() if quoting else start
    cited = _cited(cast, start, end)
    if cited is not None:
        return Who(cited.start, cited.end, "name", cited)
    people = _people(cast, start, end)
    pronoun = _pronoun(cast, start, end)
    led = _LED.match(text, start, end)
    leader = next((one for one in people if led is not None and one.start == led.end()), None)
    if led is not None and leader is not None and leader.entity is not None:
        return Who(
            led.start(), leader.end, "name", Referent(led.start(), leader.end, "place", leader.name, leader.entity)
        )
    for person in reversed(people):
        if not _is_object(cast, start, person):
            if pronoun is not None and pronoun.start() > person.end:
                break
            return Who(person.start, person.end, "name", person)
    if pronoun is not None:
        return Who(*pronoun.span(), "pronoun")
    return _of_clause(cast, people, start, end)


def _cited(cast: Cast, start: int, end: int) -> Referent | None:
    """Return the actor whom a medium says that it cites, right before the verb."""
    citing = _CITED.search(cast.text, start, end) if "mengutip" in cast.text[start:end] else None
    named = cast.between(citing.end(), end)[:1] if citing else ()
    return next((one for one in named if one.entity is not None and cast.text[one.end : end].isspace()), None)


def _of_clause(cast: Cast, people: Sequence[Referent], start: int, end: int) -> Who | None:
    """Return the body, the statement or the role that is the subject, where no person named is."""
    text = cast.text
    begin = _clause_start(cast, start, end)
    opening = cast.words.opening.match(text, begin, end)
    begin = opening.end() if opening else begin
    phrase_end = _without_adverbs(cast, begin, end)
    both = both_before(cast, begin, end)
    if both is not None:
        return Who(begin, phrase_end, "name", both)
    heads = [one for one in cast.between(begin, end) if one.kind != "person"]
    head = max(heads[:2], key=lambda one: (-one.start, one.end), default=None)
    if head is not None and head.kind == "place" and head.start == begin and _ends_place(cast, begin):
        return None
    if head is not None and is_led(cast, begin, head):
        return Who(head.start, head.end, "name", head)
    statement = cast.words.anaphor.match(text, begin, end)
    if statement is not None and statement[0].lower().startswith(cast.words.sayings):
        return Who(*statement.span(), "statement")
    role = by_role(cast, begin, phrase_end)
    named = next((one for one in people if role is not None and one.end == role.end), None)
    return role if named is None else Who(named.start, named.end, "name", named)


def _ends_place(cast: Cast, at: int) -> bool:
    """Say whether a place at `at` is the end of the one before it, not of a medium: ``Dikutip Reuters, Latvia``."""
    lead = cast.text[max(0, at - _REACH) : at]
    before = cast.between(max(0, at - _REACH), at)[-1:]
    return (
        any(one.kind == "place" for one in before)
        and _IN_PLACE.search(lead) is not None
        and not cast.words.handing.match(_SENTENCE.split(lead)[-1])
    )


def _people(cast: Cast, start: int, end: int) -> list[Referent]:
    """Return the persons who can be the subject: none who is named only to tell who somebody else is."""
    text = cast.text
    people = [
        one
        for one in cast.between(start, end)
        if one.kind == "person" and not is_of_kin(cast, one.start) and not is_served(cast, start, one)
    ]
    told_of = next((at for at, one in enumerate(people) if _WHO.match(text, one.end)), None)
    return people if told_of is None else people[: told_of + 1]


def _pronoun(cast: Cast, start: int, end: int) -> re.Match[str] | None:
    """Return the last pronoun in a group of words, or ``pihaknya`` at the start of its last clause."""
    text = cast.text
    words = text[start:end]
    if "ia" in words or "Ia" in words or "ereka" in words:
        found = [
            one
            for one in PRONOUN.finditer(text, start, end)
            if _starts_word(text, one.start()) and not _is_theirs(cast, start, one.start())
        ]
        if found:
            return found[-1]
    return _OWN_SIDE.match(text, _clause_start(cast, start, end)) if "ihaknya" in words else None


def _is_object(cast: Cast, start: int, person: Referent) -> bool:
    """Say whether a preposition leads up to a person, and not to a state or body between: ``duta untuk Rusia …``."""
    lead = cast.text[start : person.start]
    if not cast.words.preposition.search(lead):
        return False
    nearest = cast.between(start, person.start)[-1:]
    return not any(
        one.kind != "person"
        and cast.text[one.end : person.start].isspace()
        and _POSTED.search(cast.text, start, one.start) is not None
        for one in nearest
    )


def is_subject(cast: Cast, bare: str, start: int, person: Span) -> bool:
    """Say whether a person named in the sentence from `start` is its subject: behind an office, not a preposition.

    Nor is whoever a thing belongs to: ``Foto Rina beredar luas``.
    """
    opening = cast.words.opening.match(bare, start, person.start)
    start = opening.end() if opening else start
    lead = bare[start : person.start]
    is_quoted = bare[person.start] == "\x01"
    if "," not in lead and cast.words.owned.match(lead):
        return False
    return (
        len(lead) <= _LONGEST_OFFICE
        and not is_quoted
        and "\x01" not in lead
        and not cast.words.preposition.search(lead)
    )


def _is_theirs(cast: Cast, start: int, at: int) -> bool:
    """Say whether a pronoun only says whose somebody is: ``pelatih mereka``."""
    before = cast.text[start:at].rstrip().rpartition(" ")[2]
    return bool(before) and cast.words.role.fullmatch(before) is not None


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _clause_start(cast: Cast, start: int, end: int) -> int:
    begin = start
    for match in cast.words.clause.finditer(cast.text, start, end):
        begin = match.end()
    return begin if cast.text[begin:end].strip() else start


def _without_adverbs(cast: Cast, start: int, end: int) -> int:
    phrase = cast.text[start:end].rstrip()
    while (adverb := cast.words.adverb.search(phrase)) is not None and adverb.start() > 0:
        if adverb[0].startswith(" di ") and is_placed(cast, start + adverb.start() + 1):
            break
        phrase = phrase[: adverb.start()].rstrip()
    return start + len(phrase)
