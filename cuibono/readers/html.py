"""Web pages: main text, title, byline, date, outlet and address; all visible text where no main text stands out."""

import atexit
import os
import re
from html import unescape
from pathlib import Path

from cuibono.errors import UnsafeInput
from cuibono.model.date_wording import to_edtf
from cuibono.readers import encoding, markup, paragraphs
from cuibono.readers.child import Answer, Child
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.limits import check_size, check_text

_START = re.compile(r"(?:\s|<\?xml[^>]{0,300}>|<!--.{0,4000}?-->)*<(?:!doctype\s+html|html[\s>])", re.I | re.S)
_TAGS = re.compile(r"<(?:html|head|body|div|p|title|table|article|h[1-6]|span|ul|br|meta|a\s)[\s/>a-z]", re.I)
_LANG = re.compile(r"<html\b[^>]{0,1000}?\blang\s*=\s*[\"']?([a-zA-Z]{2})(?![a-zA-Z])", re.I)
_TITLE = re.compile(r"<title\b[^>]{0,300}>([^<]{1,1000})", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
#: What a page has around its text: menus, sidebars, forms. A page without any of it is all text.
_AROUND = re.compile(
    r"<(?:nav|aside|footer|header|form|menu|iframe|button|select|script)\b"
    r"|\b(?:class|id|role)\s{0,9}=\s{0,9}[\"']?[^\"'>]{0,99}"
    r"(?:nav|menu|sidebar|footer|header|cookie|related|advert|banner|share|comment)",
    re.IGNORECASE,
)
_LINKS_EVERY = 200  # characters of text for a link, in a page that is no list of links
#: libxml2 stops at 256 levels and drops what lies deeper; the largest newspaper pages have some 4 MB.
_DEEPEST, _LARGEST = 200, 8_000_000
_REFUSED = 64 << 20
_START_UP = 60.0
_IDLE: list[Child] = []


def recognises(item: Input) -> float:
    """By how the file begins; tags later in a text that begins otherwise count for little."""
    if not item.head or not encoding.is_text(item.head):
        return 0.0
    text = encoding.decode(item.head[:16_384]).text.lstrip()
    if _START.match(text):
        return 0.95
    found = len(_TAGS.findall(text))
    if text.startswith("<") and found and text[:4].lower() != "<svg":
        return 0.8 if found > 2 else 0.4
    return 0.3 if found and item.suffix in READER.suffixes else 0.0


def read(item: Input) -> Reading:
    """Take the main text apart from menus and advertisements, and what the page says about itself.

    Method: trafilatura (Barbaresi 2021), in a process of its own that is stopped when it takes too long.
    Where it finds hardly anything, or the page is nested or large beyond reason, all visible text is taken and
    a note says so. The date is the page's own word. Text that scripts would add is not there.
    """
    if check_size(item) > _REFUSED:
        raise UnsafeInput(f"{item.name} has more than {_REFUSED >> 20} MB.", try_="save the page as text")
    page, notes = _decoded(item)
    check_text(item, len(page))
    found, fault = _main(item, page)
    blocks, note = _blocks(page, str(found.get("text") or ""), fault)
    language = _LANG.search(page[:200_000])
    return Reading(
        media_type="text/html",
        pieces=tuple(paragraphs.of(blocks)),
        title=_line(found.get("title")) or _own_title(page),
        author=_line(found.get("author")),
        outlet=_line(found.get("sitename")),
        published=to_edtf(str(found["date"])) if found.get("date") else None,
        language=language[1].lower() if language else None,
        url=_line(found.get("url")),
        notes=(*notes, note),
    )


def _decoded(item: Input) -> tuple[str, tuple[str, ...]]:
    """The page in the encoding that it declares, unless its bytes plainly say otherwise."""
    data = item.path.read_bytes()
    served = _CHARSET.search(item.declared_type or "")
    declared = (encoding.known(served[1]) if served else None) or markup.declared(data[:8192])
    detected = encoding.detect(data[: 256 << 10])
    marked = detected in ("utf-8-sig", "utf-16", "utf-32")
    if marked or not declared or data.isascii() or encoding.name(declared) == encoding.name(detected):
        got = encoding.decode(data, detected if marked else None)
        return got.text, got.notes
    got = encoding.decode(data, declared)
    if detected != "utf-8" and got.text.count("\ufffd") <= len(got.text) / 200:
        return got.text, got.notes
    other = encoding.decode(data)
    if other.text.count("\ufffd") > got.text.count("\ufffd"):
        return got.text, got.notes
    return other.text, (f"says that it is in {encoding.name(declared)}, which it is not", *other.notes)


def _main(item: Input, page: str) -> tuple[Answer, str]:
    """What trafilatura finds, or nothing and the reason."""
    if len(page) > _LARGEST:
        return {}, f"the page has {len(page):,} characters"
    if markup.depth(page, most=_DEEPEST) >= _DEEPEST:
        return {}, f"its elements are nested {_DEEPEST} deep or more"
    staged = item.staging / "page.html"
    staged.write_text(encoding.clean(page), "utf-8")
    try:
        found = _ask(staged, item.limits.seconds)
    except TimeoutError:
        return {}, f"finding its main text took longer than {item.limits.seconds:g} seconds"
    except EOFError:
        return {}, "the parser broke down on it"
    return found, f"the parser gave up on it ({found['error']})" if "error" in found else ""


def _ask(staged: Path, seconds: float) -> Answer:
    """Put the page to the child; one that has answered stays for the next page."""
    child = _IDLE.pop() if _IDLE else None
    if child is None or child.owner != os.getpid() or not child.alive:
        child = Child("cuibono.readers.page_child")
        seconds = max(seconds, _START_UP) if seconds >= 1 else seconds
    answer = child.ask({"path": str(staged)}, seconds=seconds)
    _IDLE.append(child)
    return answer


@atexit.register
def _dismiss() -> None:
    while _IDLE:
        child = _IDLE.pop()
        if child.owner == os.getpid():
            child.stop()


def _blocks(page: str, main: str, fault: str) -> tuple[list[str], str]:
    """The blocks to keep, and a note on how much of the page they are."""
    visible = list(markup.visible(page))
    whole = sum(map(len, visible))
    if not fault and _is_all_text(page, whole):  # a parser for pages with menus takes short lists for some
        return visible, f"all visible text was taken: {whole:,} characters, with no menus around them"
    main = encoding.clean(main)
    kept = len(main)
    if fault or kept < min(200, whole // 2) or kept < whole // 20:
        return visible, f"all visible text was taken: {fault or 'no main text stands out'}"
    return main.split("\n"), f"main text: {kept:,} of {max(whole, kept):,} visible characters"


def _is_all_text(page: str, whole: int) -> bool:
    """Whether a page has nothing around its text."""
    return not _AROUND.search(page) and page.lower().count("<a ") * _LINKS_EVERY <= whole


def _own_title(page: str) -> str | None:
    match = _TITLE.search(page[:200_000])
    return _line(unescape(match[1])) if match else None


def _line(value: object) -> str | None:
    """Text as one line without what must not be in it; None when nothing is left."""
    return " ".join(encoding.clean(value).split())[:1000] or None if isinstance(value, str) else None


READER = Reader(
    name="html",
    version="1",
    says="Web pages: main text by paragraph, with title, byline, date and outlet",
    suffixes=(".html", ".htm", ".xhtml", ".shtml"),
    recognises=recognises,
    read=read,
)
