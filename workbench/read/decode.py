"""Bytes to text: UTF-8 first, then what a mark or a declaration says, then a careful guess."""

import codecs
import logging
import re

from workbench.errors import ReadError

_log = logging.getLogger(__name__)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Text has hardly any of these (tab, line ends, form feed and escape apart), but real pages hold one here and there.
_CONTROL_SHARE = 0.001
_CONTROL = bytes({*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)})
#: Text in UTF-16 has at least this share of zeros at its letters' other halves.
_WIDE_SHARE = 0.8
#: More broken characters than this share, and the mark says something else than the text.
_BROKEN_SHARE = 0.01
_HIGH = re.compile(rb"[\x80-\xff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
#: What Indonesian text in windows-1252 has beyond ASCII: quote marks, dashes, dots, spaces and Latin letters.
_WESTERN = re.compile(rb"[\x80\x82-\x8c\x8e\x91-\x9c\x9e-\xff]")
#: Browsers read pages that declare these as windows-1252, and so they are written.
_WINDOWS_1252 = frozenset({"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "cp1252"})
_ENCODINGS = re.compile(r"(?:windows-|iso-8859-|koi8-|utf-?16|mac|gb|big5|euc-|shift_jis|tis-620|ibm|cp)[\w-]*$")
_SAMPLE = 1 << 16
#: Up to this share of bytes beyond ASCII a page can be Latin script in a one-byte encoding.
_LATIN_SHARE = 0.05


def decode(path: str, body: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """Decode a page's bytes; return the text and the IANA name of the encoding.

    A byte order mark settles the encoding and is no part of the text. Without one the bytes are UTF-8 if they can
    be, else in the `declared` encoding, else in the likeliest one; UTF-16 is known without its mark, too. Single
    broken bytes in UTF-8, and in what a mark settles, become U+FFFD.

    Raises
    ------
    ReadError
        The bytes are no text, or in no encoding that can be told.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _nearly_whole(path, body[len(mark) :], encoding), encoding
    if (wide := _without_mark(body)) is not None:
        return _nearly_whole(path, body, wide), wide
    if reason := _reason_no_text(body):
        raise ReadError(path, f"binary, not text ({reason})")
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        text, encoding = _decode_other(path, body, declared)
        kind = "broken UTF-8" if encoding == "utf-8" else "not UTF-8"
        _log.warning("%s: %s at byte %d; read as %s", path, kind, error.start, encoding)
        return text, encoding


def _reason_no_text(body: bytes) -> str | None:
    nul = body.find(b"\0")
    if nul >= 0:
        return f"byte {nul:,} is 0"
    n_control = len(body) - len(body.translate(None, _CONTROL))
    return f"{n_control:,} control characters" if n_control > max(1, len(body) * _CONTROL_SHARE) else None


def _without_mark(body: bytes) -> str | None:
    """Tell UTF-16 that has lost its mark: of text in Latin script every second byte is 0, and no other."""
    if 0 not in body[:_SAMPLE]:
        return None
    firsts, seconds = body[:_SAMPLE:2], body[1:_SAMPLE:2]
    for encoding, zeros, letters in (("utf-16-le", seconds, firsts), ("utf-16-be", firsts, seconds)):
        if zeros.count(0) > _WIDE_SHARE * len(zeros) and 0 not in letters:
            return encoding
    return None


def _nearly_whole(path: str, body: bytes, encoding: str) -> str:
    """Decode bytes in an encoding that is settled; single broken ones become U+FFFD."""
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        text = body.decode(encoding, errors="replace")
        if text.count("\N{REPLACEMENT CHARACTER}") > len(text) * _BROKEN_SHARE:
            reason = f"begins as {encoding} and is not {encoding}: {error.reason}"
            raise ReadError(path, reason) from error
        _log.warning("%s: broken %s at byte %d", path, encoding, error.start)
        return text


def _decode_other(path: str, body: bytes, declared: str | None) -> tuple[str, str]:
    label = _label(declared)
    if label is not None and (text_as_declared := _try(body, label)) is not None:
        return text_as_declared, label
    text = body.decode("utf-8", errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = len(_BEYOND_ASCII.findall(text)) - broken
    if whole > broken or _is_cut(body):
        return text, "utf-8"
    encoding = _likeliest(body)
    guess = None if encoding is None else _try(body, encoding)
    if encoding is None or guess is None:
        raise ReadError(path, "not UTF-8, and in no other encoding that can be told")
    # Encodings of Latin script differ in few characters; what reads the same is said by the name that is usual here.
    return guess, "windows-1252" if guess == _try(body, "windows-1252") else encoding


def _label(declared: str | None) -> str | None:
    """Return the IANA name that a declaration means to browsers, or None where it names no encoding of texts."""
    name = (declared or "").strip().lower()
    if name in _WINDOWS_1252:
        return "windows-1252"
    return name if _ENCODINGS.match(name) else None


def _is_cut(body: bytes) -> bool:
    """Say whether the bytes are UTF-8 that ends within a character."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(body)
    except UnicodeDecodeError:
        return False
    return True


def _try(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _likeliest(body: bytes) -> str | None:
    """Tell the encoding; windows-1252 wherever a few Western characters stand in ASCII, where guessers go astray."""
    high = len(_HIGH.findall(body))
    if high <= len(body) * _LATIN_SHARE and len(_WESTERN.findall(body)) == high:
        return "windows-1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- slow to import and rarely needed

    best = from_bytes(body[:_SAMPLE]).best()
    return None if best is None else best.encoding
