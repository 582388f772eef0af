"""Markup to a tree."""

from lxml import etree

from workbench.errors import ReadError


def parse_html(path: str, markup: str) -> etree._Element:
    """Parse a page as browsers do, without fetching anything it names.

    Raises
    ------
    ReadError
        There is no element in it.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root: etree._Element | None = etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(path, f"cannot be parsed as HTML: {error.msg}") from error
    if root is None:
        raise ReadError(path, "holds no markup")
    return root
