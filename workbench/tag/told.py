"""Whether a verb of speech presents something said: a clause, a claim answered, a deed demanded, and said at all."""

import re

from workbench.span import Span
from workbench.tag.predicates import FEWEST_WORDS_OF_CLAUSE
from workbench.tag.speakers import asked_of
from workbench.tag.statements import Speech
from workbench.tag.verbs import VerbHit

#: What opens something said.
THAT = re.compile(r"\s*,?\s*(?:bahwa|bagaimana)\b")
_FEWEST_WORDS = 3
_NEGATION_REACH = 18
#: What is said of a thing in a word or two between marks: ``menyebut pembicaraan "produktif"``.
_CALLED = re.compile(r"[a-z]+ [\"“]?\x01{3,30}")
#: A deed of one's own that is denied: ``membantah keras terlibat``.
_DEED = re.compile(r"\s(?:keras\s|tegas\s)?(?:telah\s|pernah\s)?(?:ter|ber|me)[a-z]{4,}(?=[.,]|$)")
#: What stands between a verb and the claim that it answers, and the claim.
_OBJECT = re.compile(
    r"\s+(?:(?:keras|tegas|dengan tegas|mentah-mentah|semua|segala|seluruh|berbagai|sejumlah|adanya|soal)\s+){0,2}"
    r"(?P<noun>[a-z]+?)(?:nya)?\b",
    re.IGNORECASE,
)


def is_unsaid(speech: Speech, verb: VerbHit, end: int) -> bool:
    """Say whether nobody says it, or nobody yet; ``tidak membantah bahwa`` says it."""
    negation = speech.telling.negated.search(speech.bare, max(0, verb.start - _NEGATION_REACH), verb.start)
    if negation is None:
        return False
    is_denial = verb.verb.denies and negation["no"] is not None
    return not is_denial or is_answer(speech.bare, verb, end)


def is_answer(bare: str, verb: VerbHit, end: int) -> bool:
    """Say whether the verb's object is a claim: ``membantah keras tuduhan itu``."""
    if verb.verb.denies and _DEED.match(bare, verb.end, end):
        return True
    claim = _OBJECT.match(bare, verb.end, end) if verb.verb.objects else None
    return claim is not None and claim["noun"].lower() in verb.verb.objects


def is_told(speech: Speech, verb: VerbHit, content: Span, end: int) -> bool:
    """Say whether what follows a verb is said: after ``bahwa``, as a clause, or as what somebody asks for."""
    bare = speech.bare
    if THAT.match(bare, verb.end, end) is not None:
        return True
    if speech.telling.elsewhere.match(bare, verb.end, end) is not None:
        return False
    if verb.verb.asks and (speech.telling.wanted.match(bare, verb.end, end) or asked_of(speech.cast, verb.end, end)):
        return True
    if verb.verb.takes in ("quotation", "object"):
        return bare.startswith(",", verb.end)
    return speech.telling.complement.match(bare, verb.end, end) is not None or _is_clause(
        speech, content, verb.verb.takes
    )


def _is_clause(speech: Speech, content: Span, takes: str) -> bool:
    """Say whether what follows a verb is something said, not a thing."""
    plain = speech.telling.when.sub("", speech.telling.along.sub("", content.of(speech.bare)))
    if _CALLED.fullmatch(plain):
        return True
    fewest = FEWEST_WORDS_OF_CLAUSE if takes == "speech" else _FEWEST_WORDS
    return len(plain.replace("\x01", "").split()) >= fewest and (
        takes == "speech" or speech.telling.predicate.search(plain) is not None
    )
