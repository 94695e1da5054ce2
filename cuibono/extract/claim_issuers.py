"""Which body a whole text is of: "an open letter from the Dockers' Union", "Bell Scooters - letter to shareholders".

Told by the first lines, which name one body and what it sends: a letter, a report, a leaflet, a press release. The "we"
of such a text is that body's. A page of letters is of nobody, nor is a letter to a body.
"""

import re
from functools import cache

from cuibono.extract.lexicon import words
from cuibono.extract.records import Found, Span

_HEAD = 700  # signs in which a text says whose it is
_LINES = 5  # lines of a head
_LINE = 30  # words of a line that is no paragraph
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_DATELINE = re.compile(r"^[^.\n]{3,50}\d{4}[.:)]? *(?:[-–—]+ *)?$")
_OWNERS = re.compile(
    r"[*_]*\s*[,:|–—-]*\s*(?:[\w-]+ ){0,2}letter to (?:its |our |the )?(?:share|stock|bond)?(?:holders|owners|members"
    r"|investors|customers|staff|employees)\b"
    r"|[*_]*\s*[,:|–—-]+\s*(?:[\w-]+ ){0,2}(?:annual|interim|quarterly|half-year|yearly) "
    r"(?:report|results|review|statement)\b",
    re.IGNORECASE,
)
_RELEASED = re.compile(
    r"^(?:,[^.\n]{3,90}?,)? (?:today )?(?:reports on|reports for|announces|presents|publishes|releases|is pleased to)\b"
)


def issuer(text: str, found: Found) -> str | None:
    """The one body whose text it is; None where the first lines do not say so, or name several."""
    end = len(text[:_HEAD])
    heads = [*_lines(text[:end])]
    signers = {t.speaker for t in found.turns}
    named = [(s, n) for n in found.names if n.id not in signers and not n.unnamed for s in n.mentions if s.end < end]
    bodies = [(s, n) for s, n in named if n.type == "Organization"]
    sent = {n.id for s, n in bodies for line in heads if s.within(line) and _sends(text, line, s)}
    sent = sent or {n.id for s, n in named for line in heads if s.within(line) and _to_owners(text, line, s)}
    if not sent and _OURS.search(_QUOTED.sub("", text)):
        sent = {n.id for s, n in bodies if _releases(text, s)}
    return sent.pop() if len(sent) == 1 else None


def _lines(head: str) -> list[Span]:
    """The first lines that are short enough to be a heading."""
    found = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", head) if m[0].strip()]
    return [s for s in found[:_LINES] if len(s.of(head).split()) <= _LINE]


def _sends(text: str, line: Span, body: Span) -> bool:
    """Whether a line says that a body sends it: "a leaflet of the Elm League", "Elm Watch, report no. 9"."""
    before, after = text[line.start : body.start], text[body.end : line.end]
    return _from().search(before) is not None or (
        len(before.strip("*_# ")) < len("from the ") and _kind_behind().match(after) is not None
    )


def _to_owners(text: str, line: Span, body: Span) -> bool:
    """Whether a line is the heading of a letter to shareholders or members: whoever is named first is a body."""
    first = not text[line.start : body.start].strip("*_# ")
    return first and _OWNERS.match(text[body.end : line.end]) is not None


def _releases(text: str, body: Span) -> bool:
    """Whether a paragraph opens with a body that reports or announces: "3 May 2024. Bell Scooters reports on"."""
    start = text.rfind("\n", 0, body.start) + 1
    lead = text[start : body.start].strip("*_ ")
    return (not lead or _DATELINE.match(lead) is not None) and _RELEASED.match(
        text[body.end : body.end + 120]
    ) is not None


@cache
def _kinds() -> str:
    """What a body sends, with the adjectives before it: "open letter", "annual report"."""
    kinds, how = ("|".join(sorted(words("issuers", name), key=len, reverse=True)) for name in ("sent", "of_which_sort"))
    return rf"(?:(?:{how}) ){{0,2}}(?:{kinds})"


@cache
def _from() -> re.Pattern[str]:
    return re.compile(
        rf"^[*_# ]*(?:an? |the )?{_kinds()}(?: to [^,;:]{{3,40}})?,? (?:sent |issued |published |released |signed )?"
        r"(?:from|of|by|on behalf of) (?:the )?(?:[a-z' -]{3,30} of (?:the )?)?$",
        re.IGNORECASE,
    )


@cache
def _kind_behind() -> re.Pattern[str]:
    """Behind a body: ", report no. 9", " - open letter to the mayor", " annual report 2024"."""
    return re.compile(
        rf"(?:['’]s?[*_]* |[*_]*\s*[,:|–—-]+ *){_kinds()}\b(?! editor)"
        rf"|[*_]* {_kinds()}(?: (?:for|of|no\.?|\d{{4}})[^\n]{{0,20}})?[*_]*$",
        re.IGNORECASE,
    )
