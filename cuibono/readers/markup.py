"""HTML without a parser: what of a page can be seen, block by block, in one pass over it.

For pages that a parser cannot be trusted with (hostile nesting, tens of megabytes) and for letters. Each
character is looked at a fixed number of times, whatever the page does.
"""

import html
import re
from collections.abc import Iterator

from cuibono.readers.encoding import clean, known

_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})|<(!--)|<[!?]")
_HIDDEN = {"script", "style", "template", "svg", "head", "title", "iframe", "object", "select", "textarea", "noscript"}
_RAW = {"script", "style", "textarea", "iframe", "title", "xmp"}
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"}
)
#: Elements that hold nothing, or that HTML lets end by themselves: they do not nest.
_FLAT = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup"}
    | {"html", "body", "head"}
)
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-zA-Z0-9_:.-]{2,40})""")


def visible(page: str) -> Iterator[str]:
    """The text of a page that a reader would see, a block (paragraph, heading, cell, list item) at a time.

    Scripts, styles, comments and the head are left out. Text hidden by a style sheet is not: that cannot be
    told without drawing the page.
    """
    held: list[str] = []
    for kind, what in _tokens(page):
        if kind == "text":
            held.append(what)
        elif what in _BLOCKS:
            yield from _block(held)
            held = []
    yield from _block(held)


def _block(held: list[str]) -> Iterator[str]:
    text = clean(html.unescape("".join(held)))
    text = _SPACE.sub(" ", text).strip()
    if text:
        yield text


def _tokens(page: str) -> Iterator[tuple[str, str]]:
    """Pieces of text, and the names of the tags between them."""
    at, endless = 0, set[str]()
    while match := _TAG.search(page, at):
        if match.start() > at:
            yield "text", page[at : match.start()]
        name = (match[2] or "").lower()
        if match[3]:
            at = _after(page, "-->", match.end())
        elif name in _HIDDEN and not match[1] and name not in endless:
            at = _after_element(page, name, match.end(), endless)
        else:
            at = _after(page, ">", match.end())
        if name:
            yield "tag", name
    if at < len(page):
        yield "text", page[at:]


def _after(page: str, mark: str, start: int) -> int:
    found = page.find(mark, start)
    return len(page) if found < 0 else found + len(mark)


def _after_element(page: str, name: str, start: int, endless: set[str]) -> int:
    """Where a hidden element is over: after its end tag, or after its own tag when it has none.

    A name without any further end tag goes into ``endless``, so that nobody searches for it twice.
    """
    own = _after(page, ">", start)
    if page.startswith("/>", own - 2):
        return own
    match = re.compile(rf"</{name}\b[^<>]{{0,200}}>?", re.I).search(page, own)
    if match:
        return match.end()
    endless.add(name)
    return len(page) if name in _RAW else own


def tags(page: str, *, most: int) -> int:
    """How many tags a page has, counted up to ``most``."""
    return sum(1 for _ in zip(range(most), re.finditer(r"<[a-zA-Z/]", page), strict=False))


def depth(page: str, *, most: int) -> int:
    """How deep the elements of a page are nested, counted up to ``most``.

    Elements that HTML lets end by themselves (paragraphs, list items, cells) are not counted.
    """
    level = deepest = 0
    for match in re.finditer(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)", page):
        if match[2].lower() not in _FLAT:
            level = max(0, level - 1) if match[1] else level + 1
            deepest = max(deepest, level)
            if deepest >= most:
                break
    return deepest


def declared(head: bytes) -> str | None:
    """The codec that a page says it is in, None when it does not say or nobody knows it."""
    match = _XML.search(head) or _CHARSET.search(head[:4096])
    codec = known(match[1].decode("ascii")) if match else None
    return None if codec and codec.startswith(("utf-16", "utf-32")) else codec
