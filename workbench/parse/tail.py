"""Roles of the lines after the body."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

from collections.abc import Iterator, Sequence

from workbench.article import Role
from workbench.parse.body import leads_to_label
from workbench.parse.bylines import answers, is_writer
from workbench.parse.fold import words
from workbench.parse.shape import Shape, lower_share

Verdict = tuple[Role, str]

#: What may stand between the last paragraph and who signs it, and so many lines of it.
_ASIDES = frozenset({"promo", "pull"})
_BELOW = 4
#: A bare label is no longer.
_LABEL = 20
#: Words of headings and controls that are written like names: ``Read More``, ``Kabar Pilihan``.
_CONTROLS = words(
    "read more load view see show latest trending now post posts popular related next prev previous tags share "
    "follow kabar pilihan lainnya terbaru terkait artikel komentar tulis kirim balas lihat semua topik tag ikuti "
    "hot baca juga "
    "partner syndication network media news suara radio times post online baru utama populer "
    "liga piala harga gaya hidup cek fakta live tv indeks profil kuliner wisata sepak bola otomotif jadwal resep cuaca"
)


def tail_roles(shapes: Sequence[Shape], body: Sequence[Shape]) -> Iterator[Verdict]:
    """Yield role and reason for each line after the body run, given what the body tells."""
    if (signed_at := _signature(shapes, body)) is not None:
        yield from tail_roles(shapes[:signed_at], ())
        yield "byline", "byline-name"
        yield from tail_roles(shapes[signed_at + 1 :], ())
        return
    listed = signed = closing = False
    for index, shape in enumerate(shapes):
        listed = listed or (signed and _opens_list(shapes, index))
        verdict = _named(shapes, index) if listed else None
        verdict = verdict or (_listed(shape) if listed else _linked(shapes, index) or _unlisted(shapes, index))
        closing = (closing and shape.rule != "related-label") or shape.rule == "small-print"
        if closing and verdict == ("related", "listed-title"):
            verdict = "footer", "below-small-print"
        listed = listed or shape.ends is not None or verdict == ("related", "listed-title")
        signed = signed or verdict[0] == "byline"
        yield verdict


def _opens_list(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether a link's label below the signature begins a list: it is bare, or another stands below."""
    below = shapes[index + 1].rule if index + 1 < len(shapes) else ""
    is_label = shapes[index].rule == "pull-label"
    return is_label and (len(shapes[index].cut.text) <= _LABEL or below == "pull-label")


def _signature(shapes: Sequence[Shape], body: Sequence[Shape]) -> int | None:
    """Return the index of a name of nobody whom the body names, alone below the text and above no list of tags."""
    index = next((index for index, shape in enumerate(shapes[:_BELOW]) if shape.role not in _ASIDES), None)
    if index is None or shapes[index].kind not in {"title", "label"} or not is_writer(shapes[index].cut.text):
        return None
    below = shapes[index + 1] if index + 1 < len(shapes) else None
    if not _CONTROLS.isdisjoint(shapes[index].cut.folded.split()) or _is_labelled(shapes, index):
        return None
    longest = max(shapes[index].cut.text.split(), key=len)
    is_told = any(longest in shape.cut.text for shape in body)
    return index if not is_told and (below is None or below.role in {"byline", "promo"}) else None


def _named(shapes: Sequence[Shape], index: int) -> Verdict | None:
    """Judge a line below a label that ends in a colon: in a list, too, it names who wrote or edited the article."""
    before = shapes[index - 1] if index else None
    if before is None or before.rule != "byline-label":
        return None
    return ("byline", "byline-name") if answers(shapes[index].cut.text, before.rule, before.cut.text) else None


def _listed(shape: Shape) -> Verdict:
    """Judge a line below a label that opens a list of other stories, comments or small print."""
    if shape.kind == "byline" and shape.rule in {"byline-label", "byline-initials", "byline-source"}:
        return "byline", shape.rule
    if shape.kind in {"date", "caption", "byline"}:
        return "related", f"listed-{shape.kind}"
    if shape.role == "pull":
        return "related", shape.rule
    if shape.role is not None:
        return shape.role, shape.rule
    return "related", "listed-title"


def _linked(shapes: Sequence[Shape], index: int) -> Verdict | None:
    """Judge links with bullets that a ``Baca juga`` label ends, and the label."""
    shape = shapes[index]
    if shape.cut.text[0] in "-•*" and leads_to_label(shapes, index):
        return "pull", "pull-above-label"
    ends_list = shape.rule == "pull-label" and index and shapes[index - 1].cut.text[0] in "-•*"
    return ("pull", shape.rule) if ends_list else None


def _unlisted(shapes: Sequence[Shape], index: int) -> Verdict:
    shape = shapes[index]
    if (shape.rule == "byline-credit" and index) or shape.rule == "caption-bare-credit":
        return "navigation", "menu-line"
    if shape.role is not None:
        return shape.role, shape.rule
    before = shapes[index - 1] if index else None
    if before is not None and answers(shape.cut.text.lstrip("-•* "), before.rule, before.cut.text):
        return "byline", "byline-name"
    if _is_labelled(shapes, index):
        return "pull", "pull-below-label"
    return _unmarked(shapes, index)


def _is_labelled(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether a bare label stands above the line: ``Pilihan Editor``."""
    before = shapes[index - 1] if index else None
    return before is not None and before.rule == "pull-label" and len(before.cut.text) <= 20


def _unmarked(shapes: Sequence[Shape], index: int) -> Verdict:
    """Judge a heading between the body and whatever follows it."""
    shape = shapes[index]
    following = shapes[index + 1] if index + 1 < len(shapes) else None
    if _ends_page(shapes[:index]) and lower_share(shape.cut.text) > 0.5:
        if index == 0 and following is not None and following.rule == "pager":
            return "body", "subheading"
        if _ends_page(shapes[index + 1 :]):
            return "body", "cut-short"
    if shape.kind == "title" and _is_alone(shapes, index):
        return "pull", "pull-after-body"
    return ("navigation", "short-line") if shape.kind == "label" else ("related", "listed-title")


def _ends_page(rest: Sequence[Shape]) -> bool:
    """Say whether the page ends here but for marks and adverts, as dumps cut at a fixed length do."""
    return all(shape.kind == "mark" or shape.role in _ASIDES for shape in rest)


def _is_alone(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether one heading stands between the body and the byline or pager."""
    following = shapes[index + 1 : index + 4]
    return (
        index == 0
        and bool(following)
        and following[0].kind not in {"title", "date", "prose", "label"}
        and any(near.kind == "byline" for near in following)
    )
