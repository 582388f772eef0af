"""The codebook's words around speakers, compiled: nouns for them, what leads up to their names, what ends them."""

import re
from collections.abc import Iterable

import msgspec

from workbench.codebook.cues import Cues, SourcePhrase, SpeechWords, Words
from workbench.parse.alternation import any_of, whole_words


class Grammar(msgspec.Struct, frozen=True):
    """Words around speakers, compiled; see `build_grammar`.

    Parameters
    ----------
    role, body
        Nouns for those who speak without a name, and for organisations.
    leading, trailing
        Determiners before and after them.
    stop
        What ends the speaker's phrase behind a verb.
    statement
        What stands between a cue and the one whose statement, data or report it is.
    anaphor
        A statement told of before: ``pernyataan itu``.
    same
        Words that say nothing but what was said before: ``Hal itu``, ``Pendapat senada``.
    kin, serving, servant, placed
        What leads up to a name that tells who somebody else is, or to the place that is part of a role.
    owned
        What somebody has or does, at the start of a sentence: ``Kunjungan Rina``.
    clause, opening
        With what a clause begins, and a sentence before its subject.
    preposition, adverb
        What leads up to a name that is no subject, and what stands between a subject and its verb.
    aside
        Words that say only when, where or how, at the start of a group.
    acts
        An active verb that is its clause's own, not told of its subject: ``yang memimpin``.
    handing
        The words between a subject and its verb that only say who handed on what it said: ``mengutip Reuters``.
    agent, helpers
        What stands between a passive form and who did it, and before that form.
    day
        The end of a sentence that names no more than its day.
    """

    role: re.Pattern[str]
    body: re.Pattern[str]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    titles: frozenset[str]
    short_titles: dict[str, tuple[str, ...]]
    short_bodies: dict[str, str]
    stop: re.Pattern[str]
    statement: re.Pattern[str]
    anaphor: re.Pattern[str]
    same: re.Pattern[str]
    anyone: frozenset[str]
    served: frozenset[str]
    blocs: frozenset[str]
    sayings: tuple[str, ...]
    writings: tuple[str, ...]
    kin: re.Pattern[str]
    serving: re.Pattern[str]
    servant: re.Pattern[str]
    placed: re.Pattern[str]
    owned: re.Pattern[str]
    clause: re.Pattern[str]
    opening: re.Pattern[str]
    preposition: re.Pattern[str]
    adverb: re.Pattern[str]
    aside: re.Pattern[str]
    acts: re.Pattern[str]
    handing: re.Pattern[str]
    agent: re.Pattern[str]
    helpers: re.Pattern[str]
    day: re.Pattern[str]


def build_grammar(cues: Cues) -> Grammar:
    """Compile what a codebook says of the words around speakers."""
    words, speech = cues.words, cues.speech
    determiners = any_of(map(str.lower, words.determiners))
    return Grammar(
        role=re.compile(
            rf"(?:para\s[a-z]+|{any_of(map(str.lower, (*words.roles, *words.titles)))})(?:nya)?\b", re.IGNORECASE
        ),
        body=re.compile(
            rf"(?:{any_of(map(str.lower, (*words.bodies, *words.short_bodies)))})(?:nya)?\b", re.IGNORECASE
        ),
        leading=re.compile(rf"(?:(?:{determiners})\s+)+", re.IGNORECASE),
        trailing=re.compile(rf"(?:\s+(?:{determiners}|(?:ter)?akhir|senior itu|mereka))+$", re.IGNORECASE),
        titles=frozenset(words.titles),
        short_titles={short: tuple(full.split()) for short, full in words.short_titles.items()},
        short_bodies=words.short_bodies,
        anyone=frozenset(speech.anyone),
        served=frozenset(speech.served),
        blocs=frozenset(speech.blocs),
        sayings=speech.sayings,
        writings=speech.writings,
        **_of_statements(speech),
        owned=_owned(words, speech),
        **_of_names(speech),
        **_of_clauses(speech),
        handing=_handing(cues.sources),
    )


def _owned(words: Words, speech: SpeechWords) -> re.Pattern[str]:
    somebody = any_of(map(str.lower, (*words.roles, *words.titles, *words.bodies)))
    return re.compile(rf"(?!(?:{somebody})\b)(?:{any_of(speech.belongings)}|[a-z]{{2,}}(?<!w)an)\s", re.IGNORECASE)


def _handing(sources: Iterable[SourcePhrase]) -> re.Pattern[str]:
    phrases = any_of(one for rule in sources if rule.relation in ("quoted", "relayed") for one in rule.phrases)
    return re.compile(rf"(?:{phrases})\b(?!.*\byang\s*$)", re.IGNORECASE)


def _of_statements(speech: SpeechWords) -> dict[str, re.Pattern[str]]:
    told = any_of((*speech.sayings, *speech.writings, *speech.findings))
    return {
        "statement": re.compile(
            rf"(?:(?:isi|sebuah|suatu|bunyi)\s+)?(?:{told})\s+(?:resmi\s+|bersama\s+|dari\s+"
            r"|yang (?:dihimpun|dikumpulkan|dirilis|diterbitkan|dipublikasikan|disusun)\s+(?:oleh\s+)?"
            r"|terbaru\s+|tertulis\s+|analisis\s+)*",
            re.IGNORECASE,
        ),
        "anaphor": re.compile(
            rf"(?:{any_of((*speech.sayings, *speech.writings))})(?:nya)?\s+(?:itu|tersebut)\b", re.IGNORECASE
        ),
        "same": re.compile(
            rf"(?:[^,]*,\s)?(?:(?:hal|demikian|{any_of(speech.sayings)})\b|\w+(?=\s(?:senada|serupa|yang sama)))"
            r"(?:\s+(?:itu|ini|tersebut|senada|serupa|yang sama))*",
            re.IGNORECASE,
        ),
        "day": re.compile(rf"(?:[\s,]*(?:pada\s)?(?:{_capitalized(speech.days)})[^,]{{0,30}})?[\s.]*"),
    }


def _of_names(speech: SpeechWords) -> dict[str, re.Pattern[str]]:
    ends = _any_but((*speech.phrase_ends, *speech.days), speech.no_prepositions)
    return {
        "stop": re.compile(rf"[.;:!?\n\"“”«»—–]|\s-\s|\((?!\w+\)\s)|\b(?i:{ends})\b"),
        "kin": re.compile(rf"\b(?:{any_of(speech.kin)})\s$", re.IGNORECASE),
        # ``utusan khusus Presiden X`` is not X.
        "serving": re.compile(
            rf"\b(?:{any_of(speech.servants)})\s(?:\w+\s){{0,2}}?"
            rf"(?:{any_of(speech.served)})\s(?P<state>(?-i:[A-Z][\w-]+\s){{0,2}})$",
            re.IGNORECASE,
        ),
        "servant": re.compile(
            rf"\b(?:{any_of(speech.servants)})\s(?:(?:senior|khusus|utama|pribadi)\s)?$", re.IGNORECASE
        ),
        "placed": re.compile(rf"\b(?:{any_of(speech.insiders)})\s$", re.IGNORECASE),
        "preposition": re.compile(
            rf"\b(?:{_any_but(speech.prepositions, speech.no_prepositions)})(?:\s+[\w'’.-]+){{0,3}}\s+$", re.IGNORECASE
        ),
    }


def _of_clauses(speech: SpeechWords) -> dict[str, re.Pattern[str]]:
    adverbs = any_of(speech.adverbs)
    return {
        "clause": re.compile(rf"(?:,|;|:|–|—|{whole_words(speech.clause_openers)})\s*"),
        # ``Sabtu (3/5) seorang pejabat …``
        "opening": re.compile(
            rf"(?:{_capitalized(speech.sentence_openers)}|(?:[Pp]ada\s)?(?:{_capitalized(speech.days)})"
            r"(?:\s\([^()\n]{1,20}\)|\s\d[^,\n]{1,20}?\b\d{4})(?:\s(?:pagi|siang|sore|malam|waktu setempat|WIB))*)"
            r"\s+(?=\w)"
        ),
        "aside": re.compile(
            rf"\s*(?:{any_of(speech.prepositions + speech.circumstances + speech.asides + speech.attending)}"
            rf"|{any_of(speech.alongside + speech.clause_openers + speech.phrase_ends)}|{adverbs}"
            rf"|{any_of(speech.days)}|[\W\d]|di[a-z]{{4}}|me[a-z]{{4}}|ber[a-z]{{3}})",
            re.IGNORECASE,
        ),
        "acts": re.compile(
            rf"(?<!yang )(?<!untuk )\b(?!(?:{any_of(speech.no_predicates)})\b)(?:me[mnlrwy]|meng|meny|ber)[a-z]{{3,}}\b"
        ),
        "adverb": re.compile(
            rf"(?:\s|^)(?:{adverbs}|pun\s.*|tak|tidak|akan|(?:secara|dengan|pekan|bulan|tahun)\s\w+|\(.*"
            rf"|(?:{_any_but(speech.circumstances, speech.no_prepositions)})\s.*|(?:{_capitalized(speech.days)}).*)$"
        ),
        "agent": re.compile(rf"(?:\s+(?:{adverbs}|secara \w+))*\s+(?:oleh\s+)?"),
        "helpers": re.compile(rf"(?:\s+(?:{adverbs}))+\s*$"),
    }


def _capitalized(words: Iterable[str]) -> str:
    return any_of(word[0].upper() + word[1:] for word in words)


def _any_but(words: Iterable[str], phrases: Iterable[str]) -> str:
    """Return a pattern for any of `words`, but not where it begins one of `phrases`."""
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        rests.setdefault(first, []).append(rest)
    listed = tuple(words)
    guarded = [rf"{word}(?!\s+(?:{any_of(rests[word])}))" for word in listed if word in rests]
    return "|".join((*guarded, any_of(word for word in listed if word not in rests)))
