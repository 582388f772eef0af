"""Cuts a stretch of article text into sentences with offsets."""

import re

from workbench.parse.fold import fold, words
from workbench.span import Span

#: Abbreviations after which a full stop ends no sentence, folded.
_ABBREVIATIONS = words(
    "dr drs dra ir prof hj h st mr mrs ms jl jln no nom rp tgl hal ket sdr sdri yth tn ny bpk a.n an dll dsb dst "
    "dkk kol letkol mayjen brigjen letjen jend kapt lettu sgt gen col lt jr sr vs al pt cv tbk kel kec kab prov "
    "gg blok jkt us u.s ttd pukul pkl ph d.c st"
)
#: They close a sentence as often as they stand inside one: they split before a capital.
_MAY_CLOSE = words("dll dsb dst dkk tbk jr")
#: No abbreviation is as long.
_LONGEST = 8
_DOMAIN_END = re.compile(r"(?:com|id|co|net|tv|org|news|go|ac|info|my|ru|by|vn|us|de|online)(?![a-z])", re.IGNORECASE)
# Not "[.!?…]+": an engine looks for a first character many times as fast as for a repeated one.
_STOP = re.compile(r"[.!?…][.!?…]*")
#: The same where nothing but full stops stands: a literal is found several times as fast as one of a set.
_FULL_STOP = re.compile(r"\.\.*")
_OTHER_STOPS = "!?…"
_CLOSING = re.compile(r"[”’»)\]]*(?:\"(?=\s|$|[)\]]))?[”’»)\]]*")
#: How far back an open quotation is looked for.
_QUOTED = 800
_OPENS = "\"“‘'«(["
#: Verbs of saying that go on after a closed quotation even with a capital: ``"…." Kata Menlu.``
_CUE = re.compile(
    r"(?:kata|ujar|ucap|tutur|ungkap|jelas|tegas|tanya|jawab|balas|imbuh|tambah|lanjut|papar|sebut|terang|pungkas|tukas"
    r"|tandas|cetus|seru|sambung|tulis|cuit)(?:nya)?\b",
    re.IGNORECASE,
)
_QUOTES = '"”'
#: Sentences of the press have some 500 characters at most. What goes on for longer is a list or a table without full
#: stops; it is cut at blanks, so that what rules do with a sentence takes no longer than a page of its length may.
_LONGEST_SENTENCE = 2_000


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    r"""Return the sentences inside `span`, in text order, white space at their ends left out.

    A sentence ends at a full stop, question mark, exclamation mark or ellipsis with the quote marks and brackets that
    close behind it, also where the next one is glued on; never inside numbers, abbreviations, initials or domains.
    What is too long to be a sentence is cut at blanks.

    Examples
    --------
    >>> text = "Dr. Rahma naik 4,5 persen di No. 7.Kemudian ia pulang. \"Ya,\" katanya."
    >>> [s.of(text) for s in split_sentences(text, Span(0, len(text)))]
    ['Dr. Rahma naik 4,5 persen di No. 7.', 'Kemudian ia pulang.', '"Ya," katanya.']
    """
    sentences: list[Span] = []
    start = span.start
    said = text[span.start : span.end]
    has_others = any(map(said.__contains__, _OTHER_STOPS))
    for stop in (_STOP if has_others else _FULL_STOP).finditer(text, span.start, span.end):
        if stop.start() < start:
            continue
        end = _end_of_sentence(text, stop, (start, span.end))
        if end is not None:
            _append(sentences, text, start, end)
            start = end
    if start < span.end:
        _append(sentences, text, start, span.end)
    return tuple(sentences)


def _append(sentences: list[Span], text: str, start: int, end: int) -> None:
    while end - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = blank if blank > start else start + _LONGEST_SENTENCE
        _append_piece(sentences, text, start, cut)
        start = cut
    _append_piece(sentences, text, start, end)


def _append_piece(sentences: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        sentences.append(Span(start, end))


def _end_of_sentence(text: str, stop: re.Match[str], bounds: tuple[int, int]) -> int | None:
    """Return where the sentence that `stop` may close ends, or None where it goes on."""
    start, limit = bounds
    end = stop.end()
    if end < limit and text[end] != " ":
        closing = _CLOSING.match(text, end, limit)
        end = closing.end() if closing else end
    if end < limit and text[end] == '"' and text.count('"', max(start, end - _QUOTED), end) % 2:
        end += 1
    if end >= limit:
        return end
    following = text[end]
    if following.isspace():
        return end if _new_start(text, end, limit) and not _goes_on(text, stop, end) else None
    glued = stop.group() != "." or _may_be_glued(text, stop.start(), end)
    return end if glued and (following.isupper() or following in '"“‘') and not _goes_on(text, stop, end) else None


def _new_start(text: str, end: int, limit: int) -> bool:
    position = end
    while position < limit and text[position].isspace():
        position += 1
    if position >= limit:
        return True
    head = text[position]
    if head in _OPENS and position + 1 < limit:
        head = text[position + 1]
    return head.isupper() or head.isdigit() or head in _OPENS or head in "-–—•"


def _goes_on(text: str, stop: re.Match[str], end: int) -> bool:
    """Say whether an abbreviation, an initial or a cue after a quotation carries the sentence on."""
    at = stop.start()
    if end > stop.end() and text[end - 1] in _QUOTES and _CUE.match(text, end + (text[end : end + 1] == " ")):
        return True
    if stop.group() != "." or at == 0 or (at > _LONGEST and text[at - _LONGEST : at].isalpha()):
        return False
    left = at
    while left > 0 and at - left < _LONGEST and (text[left - 1].isalpha() or text[left - 1] == "."):
        left -= 1
    word = text[left:at]
    if len(word) == 1 and word.isupper():
        return True
    folded = fold(word)
    return folded in _ABBREVIATIONS and not (folded in _MAY_CLOSE and text[end : end + 2].strip().isupper())


def _may_be_glued(text: str, at: int, end: int) -> bool:
    """Say whether a new sentence may start right behind the stop: not inside domains, numbers or initials."""
    if _DOMAIN_END.match(text, end) or at == 0:
        return False
    before = text[at - 1]
    return (
        before.islower()
        or before in "\"”’')]%"
        or before.isdigit()
        or (before.isupper() and text[at - 2 : at].isupper())
    )
