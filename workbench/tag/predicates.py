"""Whether words are something said, a clause, or a thing: what the rules of reported speech ask."""

import re

import msgspec

from workbench.codebook.cues import SpeechWords, Words
from workbench.parse.alternation import any_of
from workbench.span import Span

FEWEST_WORDS_OF_CLAUSE = 2
_OPENING = re.compile(r"[\s,:]*(?:bahwa|kalau)?[\s,:]*")


class Telling(msgspec.Struct, frozen=True):
    """Words that tell what is said from what is not, compiled; see `build_telling`.

    Parameters
    ----------
    predicate
        What says something of a subject.
    auxiliary
        Those of them that are listed.
    handed_over
        A thing that is handed over, not said.
    reaction
        What a headline says of the speaker before its colon.
    negated, unsaid
        What leads up to an active and to a passive form that nobody says, or nobody yet.
    when
        A day of the week: ``pada hari Minggu (3/4)``.
    along
        What is told beside what a verb says: ``yang`` and a word, ``dengan`` and a verb.
    again
        Leads up to a second verb of whoever has just spoken: ``…, seraya menambahkan bahwa …``.
    another
        What stands between two verbs of one subject: ``menemui Budi dan juga meminta …``.
    held
        A verb whose words begin with another one: ``mengklaim telah meminta``.
    thing
        A noun of which a verb tells: ``informasi yang mengonfirmasi …``; a name has its capital.
    elsewhere
        What was said stands elsewhere: ``menyampaikan pernyataan itu saat …``, but not ``menyebut hal itu tidak adil``.
    complement
        What opens something said: ``bahwa``, a comma, ``rencana untuk mengirim``.
    wanted
        A deed that somebody asks for, as a noun: ``mendesak penutupan pasar``, but not ``meminta penjelasan``.
    stated
        Whose statement a quotation is: ``"…," demikian pernyataan Gedung Putih``.
    unlisted
        A word in the place of a verb of speech that no list has.
    """

    predicate: re.Pattern[str]
    auxiliary: re.Pattern[str]
    handed_over: re.Pattern[str]
    reaction: re.Pattern[str]
    negated: re.Pattern[str]
    unsaid: re.Pattern[str]
    along: re.Pattern[str]
    when: re.Pattern[str]
    again: re.Pattern[str]
    another: re.Pattern[str]
    held: re.Pattern[str]
    thing: re.Pattern[str]
    elsewhere: re.Pattern[str]
    complement: re.Pattern[str]
    wanted: re.Pattern[str]
    stated: re.Pattern[str]
    unlisted: re.Pattern[str]


def build_telling(words: Words, speech: SpeechWords) -> Telling:
    """Compile the words of a codebook that tell a clause from a thing."""
    return Telling(
        predicate=re.compile(
            rf"\b(?:{any_of(words.predicates)}"
            r"|(?!bersama\b)(?:me[mnlrwy]|meng|meny|ber|ter|di)[a-z]{3,}"
            # A noun as predicate: ``sidang itu sandiwara``.
            r"|(?:itu|ini|tersebut) "
            r"(?!(?:di|ke|dari|pada|untuk|yang|dengan|dalam|oleh|kepada|saat|dan|atau|serta|juga)\b)"
            # … or a word or two between marks, too short for a quotation.
            r"(?:[a-z]+\b|[\"“]?\x01{1,24}(?!\x01)))"
        ),
        auxiliary=re.compile(rf"\b(?:{any_of(words.predicates)})\b"),
        handed_over=re.compile(rf"(?:{any_of(words.handed_over)})\b", re.IGNORECASE),
        reaction=re.compile(rf"\s(?i:{any_of(words.reactions)})\b"),
        **_of_verbs(speech),
        **_of_two_verbs(words, speech),
        **_of_quotations(speech),
    )


def _of_verbs(speech: SpeechWords) -> dict[str, re.Pattern[str]]:
    unsaid, sayings = any_of(speech.unsaid), any_of(speech.sayings)
    days = any_of(map(str.capitalize, speech.days))
    return {
        "negated": re.compile(
            rf"\b(?:(?P<no>tidak|tak)|{unsaid})(?:\s(?:dapat|bisa|mau|pernah|sempat|ingin|mampu))?\s$"
        ),
        "unsaid": re.compile(
            rf"\b(?:yang(?: juga| telah| sudah| sempat| kembali| pernah)?|tidak|tak|{unsaid}|bisa|dapat|harus|perlu"
            r"|segera|saat|setelah|usai|jika)\s$"
        ),
        "when": re.compile(rf"\s?(?:pada\s)?(?:[Hh]ari\s)?\b(?:{days})\b(?:\s\([^()\n]*\))?"),
        "along": re.compile(
            rf"\b(?:(?:yang|untuk)\s+\w+|(?:{any_of((*speech.attending, *speech.alongside))})\s+(?:me|ber|di)\w+)"
        ),
        "complement": re.compile(
            r"\s*(?:(?:lebih dulu|lebih dahulu|kembali|sekali lagi)\s+)?"
            r"(?:[,:]|(?:bahwa|kalau|jika|agar|supaya|adanya|akan|telah|sudah|tidak)\b"
            rf"|(?:{any_of(speech.plans)})(?:nya)?\s(?:untuk\s)?(?:me|ber)[a-z])"
        ),
        "wanted": re.compile(
            rf"\s(?:segera\s)?(?!(?:{any_of(speech.no_deeds)})\b)(?:pe[mnlr]|peng|peny)[a-z]{{3,}}an\s\w"
        ),
        "elsewhere": re.compile(
            rf"\s+(?:hal|{sayings})(?:-hal)? (?:itu|ini|tersebut)(?=[.,;]|\s+(?:{any_of(speech.asides)})\b)"
        ),
    }


def _of_two_verbs(words: Words, speech: SpeechWords) -> dict[str, re.Pattern[str]]:
    return {
        "again": re.compile(rf"\b(?:{any_of(speech.alongside)})\s$"),
        "another": re.compile(rf"\b(?:{any_of(speech.joiners)})\s(?:(?:{any_of(speech.adverbs)})\s)?$"),
        "held": re.compile(rf"\b(?:me|ber)[a-z]+\s(?:(?:{any_of(speech.aspects)})\s)?$"),
        "thing": re.compile(
            rf"\b(?P<thing>(?!(?:{any_of((*words.determiners, *speech.adverbs))})\s)[a-z]{{3,}})"
            r"\syang\s(?:juga\s|sempat\s)?$"
        ),
    }


def _of_quotations(speech: SpeechWords) -> dict[str, re.Pattern[str]]:
    told = any_of((*speech.sayings, *speech.writings))
    return {
        "stated": re.compile(
            rf"[\s,.\-–—]*(?:demikian|begitu(?:lah)?)\s+(?:bunyi |isi )?(?P<noun>{told})\b",
            re.IGNORECASE,
        ),
        "unlisted": re.compile(rf"[\s,\-–—]*(?P<verb>(?!(?:{any_of(speech.no_verbs)})\b)[a-z]{{3,}})\s+"),
    }


def trimmed(bare: str, start: int, end: int, *, fewest: int = FEWEST_WORDS_OF_CLAUSE) -> Span | None:
    """Return the words between, without blanks, commas and the ``bahwa`` that opens them; None where few are left."""
    opening = _OPENING.match(bare, start, end)
    start = opening.end() if opening else start
    while end > start and bare[end - 1] in ' \t\xa0,."“”':
        end -= 1
    words = bare[start:end].replace("\x01", "").split()
    return Span(start, end) if len(words) >= fewest else None
