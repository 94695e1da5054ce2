"""Which reader takes a file: asked of every reader, decided by content before suffix."""

import pkgutil
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from cuibono.errors import UnreadableSource
from cuibono.readers.contract import Input, Reader, Reading

_PLUMBING = {"contract", "registry", "encoding", "charsets", "alphabets", "limits", "langs"}
_PLUMBING |= {
    "paragraphs",
    "markup",
    "headers",
    "responses",
    "warc",
    "zip_index",
    "zip_parts",
    "page_child",
    "word_xml",
}
_PLUMBING |= {"column_headers", "raw_rows", "row_writer", "csv_dialects", "csv_tables", "json_stream", "workbook_child"}
_PLUMBING |= {"ocr", "child", "pdf_child", "pdf_pages", "page_text", "archive_names", "unpack", "unzip", "untar"}
_PLUMBING |= {"word_xml", "post_tables", "platform_posts", "fact_table", "watched_rows"}
_PLUMBING |= {"android_xml", "apk_facts", "apk_reach", "dex", "dex_code"}


@cache
def readers() -> tuple[Reader, ...]:
    """All readers, of this folder and of plug-ins, by name."""
    import cuibono.readers as here

    names = sorted(m.name for m in pkgutil.iter_modules(here.__path__) if m.name not in _PLUMBING)
    own = [getattr(import_module(f"cuibono.readers.{n}"), "READER", None) for n in names]
    theirs = [e.load() for e in entry_points(group="cuibono.readers")]
    return tuple(r for r in [*own, *theirs] if isinstance(r, Reader))


def choose(item: Input) -> Reader:
    """The reader that is surest of a file; raises UnreadableSource when none knows it."""
    scored = sorted(((r.recognises(item), r.name, r) for r in readers()), key=lambda s: (-s[0], s[1]))
    if not scored or scored[0][0] <= 0:
        known = {s for r in readers() for s in r.suffixes}
        if item.suffix in known:
            raise UnreadableSource(
                f"{item.name}: what is in it is not what {item.suffix} stands for, and no reader knows it.",
                try_="open it to see what it is; a text with NUL bytes in it is damaged, or no text",
            )
        kinds = ", ".join(sorted(known))
        raise UnreadableSource(
            f"{item.name}: no reader knows this kind of file.", try_=f"convert it to one of: {kinds}"
        )
    return scored[0][2]


def read(item: Input) -> tuple[Reader, Reading]:
    """Choose a reader and read with it; raises UnreadableSource when none knows the file."""
    reader = choose(item)
    return reader, reader.read(item)
