"""Markup to a tree."""

import re

from lxml import etree

from workbench.errors import ReadError

#: The bound of libxml2, which says so among its errors and goes on without what lies deeper.
_DEEPEST = 256
#: Declarations inside a document type, which HTML does not have: the parser would show their end as text.
_DECLARATIONS = re.compile(r"(\s*<!doctype\b[^>\[]{0,300})\[.{0,65536}?\]\s*(?=>)", re.IGNORECASE | re.DOTALL)


def parse_html(path: str, markup: str) -> etree._Element:
    """Parse a page as browsers do, without fetching anything it names.

    Raises
    ------
    ReadError
        There is no element in it, or elements are nested deeper than the parser's bound: it would leave out the rest.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root: etree._Element | None = etree.fromstring(_without_declarations(markup).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(path, f"cannot be parsed as HTML: {error.msg}") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise ReadError(path, f"has elements nested more than {_DEEPEST} deep (the bound of the HTML parser)")
    if root is None:
        raise ReadError(path, "holds no markup")
    return root


def _without_declarations(markup: str) -> str:
    found = _DECLARATIONS.match(markup)
    return markup[: found.end(1)] + markup[found.end() :] if found else markup
