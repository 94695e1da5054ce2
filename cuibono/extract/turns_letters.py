"""Who speaks in a letter, a memo or a speech: whoever signs it, sends it, or is named above it.

A letter runs from its salutation ("Sir,", "Dear editor,") to its signature, a short line with a name; a page of letters
is cut at its signatures. A memo has a head with "From:" and another such line; a speech a heading "Speech by ...", and
an "I" or "we" in it. All that nobody else is quoted with in them is theirs.
"""

import re
from collections.abc import Iterator

from cuibono.extract.records import Span, Turn
from cuibono.extract.turns_people import People

_NAME = r"[A-Z][\w.'\u2019-]*(?: (?:de|da|van|von|der|den|al|la|le|bin)\b| [A-Z][\w.'\u2019-]*){1,4}"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir)\.? )?"
_SALUTED = re.compile(
    r"(?m)^[ \t>*_]*(?:Dear [^\n,:]{1,60}[,:]|(?:Sirs?|Madam|Sir or Madam|To whom it may concern)\s*[,:.\u2014\u2013-]"
    r"|To the [Ee]ditors?\b[^\n]{0,40}?[,:.\u2014\u2013-])[ \t]*[\u2014\u2013-]?"
)
#: Whom an open letter turns to, alone in a line near its top: "Governor,", "Fellow citizens!".
_CALLED = re.compile(
    r"(?m)^[ \t>*_]*(?:[Mm]y )?[A-Z][\w'\u2019]+(?: [A-Za-z][\w'\u2019]+){0,3}[,!][ \t*_]*$(?=\n\s*\n)"
)
_CALLED_IN = 500  # signs in which it stands
_SIGNED = re.compile(
    rf"(?m)^[ \t>*_]*(?:[-\u2014\u2013]{{1,2}}[ \t]*)?(?P<name>{_TITLE}{_NAME})"
    r"(?:(?:,| \(|[ \t]+[\u2014\u2013-]) ?[^\n.!?:;]{0,80}\)?)?[ \t*_]*$"
)
_FROM = re.compile(rf"(?m)^[ \t*_]*From[*_]*:[*_ \t]*(?P<name>{_TITLE}{_NAME})[^\n]*$")
_HEAD_LINE = re.compile(r"(?m)^[ \t*_]*(?:To|Cc|Date|Subject|Re|Sent|Concerning|From)[*_]*:[^\n]*$")
_SPEECH = re.compile(
    r"(?i)\b(?:speech|remarks|address|statement|testimony|lecture|keynote|sermon)\b[^\n]{0,40}?\b(?:by|of|from)\b"
)
_I = re.compile(r"\b(?:I|we|We|our|Our|my|My)\b")
_LETTERS = re.compile(r"\bletters\b", re.IGNORECASE)
_TOP = 240  # signs in which a page says that it is one of letters
_LEAST = 5  # words of a letter
_LONGEST = 12  # words of a signature
_HEAD = 8  # lines from the top in which a memo has its head


def letters(view: str, people: People, *, labelled: bool = False) -> list[Turn]:
    """What each writer of a letter, a memo or a speech says; nothing where a text is none of them.

    Where other labels say who speaks (``labelled``) only the head of a memo says more.
    """
    found = [*_memo(view)]
    found = found or ([] if labelled else [*_saluted(view)] or [*_of_a_page(view)] or [*_speech(view, people)])
    turns = []
    for span, label, written in found:
        who = people.find(written) or people.add(written)
        people.label(who, label, written)
        turns.append(Turn(span, who, "guest", 0.85, label))
    people.settle()
    return turns


Spoken = tuple[Span, Span, str]


def _saluted(view: str) -> Iterator[Spoken]:
    """Letters from a salutation to the last signature before the next one."""
    called = [m for m in _CALLED.finditer(view[:_CALLED_IN]) if _I.search(view, m.end())]
    openings = [*_SALUTED.finditer(view)] or called[:1]
    ends = [*(m.start() for m in openings[1:]), len(view)]
    for opening, end in zip(openings, ends, strict=False):
        signed = [m for m in _signatures(view) if opening.end() < m.start() < end]
        if signed:
            yield from _spoken(view, opening.end(), signed[-1])


def _of_a_page(view: str) -> Iterator[Spoken]:
    """The letters of a page that says it has letters, each down to its signature."""
    signed = [m for m in _signatures(view) if m.start() > len(view[:_TOP].partition("\n")[0])]
    if not _LETTERS.search(view[:_TOP].partition("\n\n")[0]) or len(signed) < 2:
        return
    starts = [len(view[:_TOP].partition("\n")[0]), *(m.end() for m in signed)]
    for start, signature in zip(starts, signed, strict=False):
        yield from _spoken(view, start, signature)


def _memo(view: str) -> Iterator[Spoken]:
    """What stands below the head of a memo, by who sends it."""
    top = "\n".join(view.split("\n")[:_HEAD])
    sender, lines = _FROM.search(top), [*_HEAD_LINE.finditer(top)]
    if sender and len(lines) > 1:
        start = max(m.end() for m in lines)
        yield Span(start, len(view.rstrip())), Span(*sender.span("name")), sender["name"]


def _speech(view: str, people: People) -> Iterator[Spoken]:
    """What stands below the heading of a speech, by the one person whom it names, who must say "I" or "we" in it."""
    heading, _, body = view.strip().partition("\n")
    start = view.find(heading) + len(heading)
    if not _SPEECH.search(heading) or not _I.search(body):
        return
    named = people.people_in(Span(view.find(heading), start))
    if len({who for _, who in named}) == 1:
        name = people.name(named[0][1]).name
        yield Span(start, len(view.rstrip())), named[0][0], name


def _signatures(view: str) -> list[re.Match[str]]:
    """Short lines that are a name and perhaps a place or a post, below some text."""
    lines = [m for m in _SIGNED.finditer(view) if len(m[0].split()) <= _LONGEST and m.start()]
    return [m for m in lines if re.search(r"[.!?,\u201d\"')][ \t*_]*\n+$", view[: m.start()][-8:])]


def _spoken(view: str, start: int, signature: re.Match[str]) -> Iterator[Spoken]:
    said = view[start : signature.start()]
    if len(said.split()) >= _LEAST:
        first = start + len(said) - len(said.lstrip())
        yield Span(first, start + len(said.rstrip())), Span(*signature.span("name")), signature["name"]
