"""Characters that no page and no file should carry: controls, halves of characters, hidden reversals."""

import re

#: C0 and C1 controls except tab and line ends, halves of surrogate pairs, non-characters.
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: Overrides reverse what a reader sees; isolates and embeddings are harmless inside an isolated element.
_OVERRIDE = re.compile("[\u202d\u202e]")


def printable(text: str) -> str:
    """The text as it can be shown: what cannot be printed becomes a replacement mark, never nothing.

    A mark in its place tells the reader that something stood there. A character that reverses the
    reading order of what follows is written out, since it can make a quotation say something else.
    """
    return _OVERRIDE.sub(lambda m: f"[U+{ord(m[0]):04X}]", _BROKEN.sub("\N{REPLACEMENT CHARACTER}", text))


def one_line(text: str) -> str:
    """The printable text on one line, runs of white space made one space."""
    return " ".join(printable(text).split())
