"""A view of the text with the damage of the web mended, character for character as long as the original."""

import re
from collections.abc import Callable
from functools import cache

from cuibono.extract.lexicon import words

_QUOTES = {
    0x91: "‘", 0x92: "'", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—", 0x85: "…", 0x02BC: "'", 0x02B9: "'",
    0x00B4: "'", 0x201B: "'", 0xFF07: "'", 0x2028: "\n", 0x2029: "\n", 0x0B: "\n", 0x0C: "\n",
}  # fmt: skip
_BLANKS = [0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_CONTROLS = [*range(0x09), *range(0x0E, 0x20), 0x7F, *range(0x80, 0x85), *range(0x86, 0x91), 0x95, *range(0x98, 0xA0)]
_TABLE = {
    **dict.fromkeys(_BLANKS + _CONTROLS, " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # half of a pair: no library downstream can encode it
    **_QUOTES,
}
#: Marks without width. Between two letters they stay, so that the word stays one; elsewhere they are blanks.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_TICKS = re.compile(r"``|(?<=[^\s'])''(?!')|(?<=[A-Za-z])[`\u2032](?=[A-Za-z])")
_MARK_LOST = re.compile(r"(?<=[A-Za-z])[?\ufffd](?=(?:s|t|re|ve|ll|d|m)\b)")
_BLANK_LOST = re.compile(r"(?<![^\W\d_])([A-Za-z]{1,30}) (s|t|re|ve|ll|d|m)(?![\w'’.@/-]|\.\w)")
#: A line with another right under it; how long the lines of wrapped text are.
_LINE = re.compile(r"^[^\n]*\S(?=\n[^\s])", re.M)
_FULL = (55, 130)
_WRAP = re.compile(r"(?<=[^\n]{55})\n(?![A-Z][\w .'-]{0,40}:\s)(?=[^\W\d_]|[\"“‘(\d])")
_GAP = re.compile(r"\n\s*")
_ENDS = frozenset(".!?…:;。！？”\"'’)]>")


def repaired(text: str) -> str:
    """The text with lost apostrophes, odd marks and torn lines put right; offsets stay those of the original.

    "the paper s" becomes "the paper's", marks that nobody sees become blanks, and where a sentence runs on over
    the breaks of subtitles the breaks become blanks. What is whole already stays as it is.
    """
    view = text.translate(_TABLE)
    if not view.isascii():
        view = _UNSEEN.sub(_unseen(view), view)
    view = _TICKS.sub(_tick, view)
    view = _MARK_LOST.sub("'", view)
    view = _BLANK_LOST.sub(_apostrophe, view)
    return _joined(_unwrapped(view))


def _unwrapped(view: str) -> str:
    """Line ends of text that was wrapped by hand, as notes and mails are, become blanks inside a paragraph."""
    lines = list(_LINE.finditer(view))
    full = [m for m in lines if _FULL[0] <= m.end() - m.start() <= _FULL[1]]
    longest = max((m.end() - m.start() for m in lines), default=0)
    run_on = sum(view[m.end() + 1].islower() for m in full)
    if len(full) < 2 or len(full) * 2 < len(lines) or longest > _FULL[1] or run_on * 2 < len(full):
        return view
    return _WRAP.sub(" ", view)


def _unseen(view: str) -> Callable[[re.Match[str]], str]:
    def mend(match: re.Match[str]) -> str:
        at = match.start()
        inside = view[at - 1 : at].isalpha() and view[at + 1 : at + 2].isalpha()
        return match[0] if inside else " "

    return mend


def _tick(match: re.Match[str]) -> str:
    return {"``": " “", "''": "” "}.get(match[0], "'")


@cache
def _takes(ending: str) -> frozenset[str]:
    return words("turns", f"before_{ending}")


def _apostrophe(match: re.Match[str]) -> str:
    """A lone "s" behind a word is a possessive but after words such as "letter"; the others have few hosts."""
    word, ending = match[1].lower(), match[2]
    if ending == "s":
        lost = (len(word) > 1 or word == "i") and word not in _takes("lone_s") and not match[1].isupper()
        lost = lost or (match[1].isupper() and len(word) > 1)
    else:
        lost = word in _takes(ending)
    return f"{match[1]}'{ending}" if lost else match[0]


def _joined(view: str) -> str:
    """Breaks inside sentences become blanks, if most of the breaks are of that kind: so subtitles run on."""
    gaps = list(_GAP.finditer(view))
    torn = [g for g in gaps if _runs_on(view, g)]
    if len(torn) < 4 or len(torn) * 5 < len(gaps) * 2:
        return view
    parts, at = [], 0
    for gap in torn:
        parts += [view[at : gap.start()], " " * len(gap[0])]
        at = gap.end()
    return "".join([*parts, view[at:]])


def _runs_on(view: str, gap: re.Match[str]) -> bool:
    before = view[max(0, gap.start() - 4) : gap.start()].rstrip()[-1:]
    return bool(before) and before not in _ENDS and view[gap.end() : gap.end() + 1].islower()
