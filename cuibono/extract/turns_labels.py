"""Labels that say who speaks ("Host:", "LUO:", "[Luo]", "Mr. Luo (economist):"), told from other words."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from cuibono.extract.claims_cues import forms
from cuibono.extract.lexicon import words
from cuibono.extract.name_forms import key_of
from cuibono.extract.records import Span

_LEAD = (
    r"(?:^|(?<=\n))[ \t]{0,40}(?:>{2,3}|[-–—](?=\s))?[ \t]{0,9}[*_]{0,3}"
    r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?[ \t]{1,3}(?:[-–—][ \t])?)?"
)
_BODY = r"[^\W\d_][^\n:：\[\](){}<>\"“”?!;*|]{0,80}"
_DESCRIBED = r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,3}, [^\n:：\[\](){}<>\"“”?!;*|]{0,160}"
_TAIL = r"(?:[ \t]?[\[(][^\n\])]{0,60}[\])])?[*_]{0,3}"
_COLON = re.compile(
    rf"{_LEAD}(?P<label>{_BODY}?|{_DESCRIBED}?)(?P<tail>{_TAIL})"
    rf"[ \t]?\n?[:：][*_]{{0,3}}(?=[\s\"“'‘(\[]|$|[^\W\d_])(?![:/])"
)
_BRACKET = re.compile(rf"{_LEAD}\[(?P<label>[^\W\d_][^\n\]\[:]{{0,50}})(?P<tail>)\](?::|(?=[ \t]*\n?[^\s\[]))")
_ALONE = re.compile(
    rf"{_LEAD}(?P<label>{_BODY}?)(?P<tail>{_TAIL})(?:[ \t]{{1,3}}[\[(]?\d{{1,2}}:\d\d(?::\d\d)?[\])]?)?"
    r"[ \t]*(?=\n\s{0,4}[^\s:])"
)
_WORDS = re.compile(r"[^\W\d_][\w.'’-]*")
_INLINE_NAME = r"(?:[A-Z][\w.'’-]{0,20}[ ]){0,3}[A-Z][\w'’-]{0,20}"
_TITLED = re.compile(r"^(?:the\s+)?([^\W\d_]+)\.?\s+(?=\S)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(speaker|guest|caller|interviewee|voice|host|man|woman|participant|panelist)\s*#?(?:\d{1,2}|[a-z])$"
)
_PLAYED = re.compile(
    r"(?i:(?:news |video |audio |archive )?(?:clip|video|audio|footage|soundbite|recording) (?:of|from|by)) "
    r"(?i:(?:mr|mrs|ms|dr)\.? )?"
    r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})$"
)
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir"})
_MANY = 2
_HEADING = 8  # words behind a colon that a heading holds at most


@cache
def _glued() -> re.Pattern[str]:
    """Labels that bad extraction has glued into a paragraph, behind the end of a sentence."""
    roles = sorted(r.capitalize() for n in ("host", "clip") for r in words("turns", n) if " " in r)
    told = "|".join([*map(re.escape, roles), _INLINE_NAME])
    return re.compile(rf"(?<=[.!?…”\"'’)\]])[ \t]{{0,2}}(?P<label>{told}):(?=[ \t]|[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Label:
    """A label where it stands: ``whole`` with its colon and marks, ``name`` the part that names somebody.

    ``role`` is host, narration, guest, stranger or clip, "" where only a name is told; ``named`` where both are.
    """

    whole: Span
    name: Span
    text: str
    role: str
    key: str
    glued: bool = False
    named: bool = False
    titled: bool = False  # "MR TARRAN", which nothing but a person is


def labels(view: str, known: Callable[[str], str]) -> list[Label]:
    """The labels of a text in order; none where words before a colon do not add up to a conversation.

    ``known`` tells what an established name is: "person", "other" or "".
    """
    lines = [
        *_candidates(view, _COLON), *_candidates(view, _BRACKET), *_recurring(view, known)
    ]  # fmt: skip
    lines = _without_headings(view, _apart(lines))
    glued = _apart(_candidates(view, _glued(), glued=True))
    counts = Counter(c.key for c in lines) + Counter(c.key for c in glued)
    sure = {c.key for c in [*lines, *glued] if _sure(c, counts, known)}
    if not _a_conversation(lines, glued, sure, counts):
        return []
    kept = [c for c in lines if c.key in sure or _credible(c, counts, known)]
    keys = sure | {c.key for c in kept}
    return _apart([*kept, *(c for c in glued if c.key in keys or c.role == "clip")])


def _candidates(view: str, pattern: re.Pattern[str], *, glued: bool = False) -> Iterator[Label]:
    for match in pattern.finditer(view):
        found = _label(Span(*match.span()), match["label"], match.start("label"), glued=glued)
        if found is not None:
            yield found


def _recurring(view: str, known: Callable[[str], str]) -> list[Label]:
    """Names or roles that stand alone on a line above what is said, each at least twice."""
    found = []
    for match in _ALONE.finditer(view):
        text = match["label"].strip()
        if len(text) > 40 or len(text.split()) > 4 or text[-1:] in ".,":
            continue
        label = _label(Span(*match.span()), match["label"], match.start("label"))
        if label is not None and (label.role or known(label.text) == "person"):
            found.append(label)
    counts = Counter(label.key for label in found)
    speaking = [label for label in found if counts[label.key] >= _MANY]
    return speaking if len({label.key for label in speaking}) >= _MANY else []


def _without_headings(view: str, found: list[Label]) -> list[Label]:
    """Labels without the headings of parts that look like one: "Lindow: a town of eyes", once, alone on its line."""
    counts = Counter(label.key for label in found)
    return [x for x in found if x.role or counts[x.key] >= _MANY or not _heads(view, x.whole.end)]


def _heads(view: str, at: int) -> bool:
    """Whether a line goes on behind its colon with a few words, without an end, and nothing stands below it."""
    rest, _, below = view[at:].partition("\n")
    rest = rest.strip()
    return 1 <= len(rest.split()) <= _HEADING and rest[-1].isalnum() and below[:1] in ("\n", "\r")


def _label(whole: Span, written: str, start: int, *, glued: bool = False) -> Label | None:
    """What a stretch before a colon means as a label; None when it cannot be one."""
    text = written.rstrip(" \t,.")
    if not text:
        return None
    if played := _PLAYED.match(text):
        at = start + played.start(1)
        return Label(whole, Span(at, at + len(played[1])), played[1], "clip", f"clip {played[1]}", glued, named=True)
    name, said = _name_part(text)
    if any(word in forms() for word in re.split(r"[\s,]+", said)):
        return None  # "Ada Lind, who sits on the council, said on Monday:" is a sentence that opens a quote
    low = " ".join(name.lower().rstrip(".").split())
    if role := _role(low, name):
        return Label(whole, Span(start, start + len(text)), text, role, low, glued)
    if said and (told := _role(said, said.title())) in ("host", "narration", "guest"):
        bare = without_title(name)
        at = start + text.index(bare)
        span = Span(at, at + len(bare))
        return Label(whole, span, bare, told, key_of(bare), glued, named=True) if _named(name) else None
    if low in words("turns", "no_label") or not _named(name):
        return None
    bare = without_title(name)
    at = start + text.index(bare)
    titled = (called := _TITLED.match(name)) is not None and called[1].lower() in _COURTESY
    return Label(whole, Span(at, at + len(bare)), bare, "", key_of(bare), glued, titled=titled)


def _name_part(text: str) -> tuple[str, str]:
    """The name of a label, and the role that stands beside it: "Host Ada Lind", "Ada Lind, host"."""
    name, comma, rest = text.partition(",")
    if comma:
        return name.strip(), rest.strip().lower()
    first, _, others = text.partition(" ")
    if others and first.lower() in ("host", "anchor", "narrator", "presenter", "moderator", "interviewer"):
        return (others.strip(), "host") if others[:1].isupper() and others[:1].isalpha() else (text, "")
    return text.strip(), ""


def _role(low: str, name: str) -> str:
    if low in ("q", "a"):
        return ("host" if low == "q" else "guest") if name.rstrip(".").isupper() else ""
    if not (name[:1].isupper() or name[:1] in "[("):
        return ""
    for role in ("narration", "host", "clip", "guest", "stranger"):
        if low in words("turns", role):
            return role
    if name[:1].isupper() and 1 < len(low.split()) <= 6 and low.split()[0] in words("turns", "unnamed"):
        return "stranger"
    if numbered := _NUMBERED.match(low):
        return "host" if numbered[1] == "host" else "guest"
    return ""


def without_title(name: str) -> str:
    """A label's name without "Dr." and the like; a title alone stays."""
    while (match := _TITLED.match(name)) and match[1].lower() in words("turns", "title"):
        name = name[match.end() :]
    return name


@cache
def _never() -> frozenset[str]:
    return words("turns", "no_label") | words("names", "country")


def _named(name: str) -> bool:
    """Whether it is written as a name is: one to five words, each large but for particles."""
    parts = name.split()
    if not 1 <= len(parts) <= 5 or len(name) < 2 or name.lower() in _never():
        return False
    if parts[0].lower().rstrip(".") in words("turns", "no_label") and len(parts) < 3:
        return False
    if re.search(r"['’]s\b", name):
        return False
    small = ("de", "van", "von", "bin", "al", "der", "la", "of", "the")
    return all(_WORDS.fullmatch(p) and (p[0].isupper() or p in small) for p in parts) and parts[0][0].isupper()


def _sure(label: Label, counts: Counter[str], known: Callable[[str], str]) -> bool:
    """A label that speaks for itself: a role, a person of the text, or a name that keeps coming back."""
    if label.key in ("q", "a"):
        return counts["q"] > 0 and counts["a"] > 0
    if label.key in ("question", "answer"):
        return counts["question"] > 0 and counts["answer"] > 0
    if label.role in ("host", "narration", "guest"):
        return counts[label.key] >= _MANY or label.key not in words("turns", "also_credits")
    if label.role:
        return False
    kind = known(label.text)
    return kind == "person" or label.titled or (counts[label.key] >= _MANY + (kind == "other"))


def _credible(label: Label, counts: Counter[str], known: Callable[[str], str]) -> bool:
    """A label that is taken only beside surer ones."""
    if label.role:
        return label.key not in words("turns", "no_label")
    if known(label.text) == "other" and not label.titled:
        return False
    return " " in label.text or label.text.isupper() or counts[label.key] >= _MANY


def _a_conversation(lines: list[Label], glued: list[Label], sure: set[str], counts: Counter[str]) -> bool:
    """Two voices, or one that comes back often; names glued into a paragraph must come back themselves."""
    told = {c.key for c in lines if c.key in sure}
    inside = {c.key for c in glued if c.key in sure and (counts[c.key] >= _MANY or c.role)}
    voices = told | inside
    times = sum(counts[k] for k in voices)
    beside = (
        {c.key for c in lines if " " in c.text or c.role}
        if any(c.role for c in lines if c.key in told | {"q"})
        else set()
    )
    if len(told | beside) >= 2:
        return True
    return (len(voices) >= 2 and times >= 3) or (len(voices) == 1 and times >= 4)


def _apart(found: Iterable[Label]) -> list[Label]:
    """In order, none over another: the one that begins first stays."""
    kept: list[Label] = []
    for label in sorted(found, key=lambda x: (x.whole.start, -x.whole.end)):
        if not kept or label.whole.start >= kept[-1].whole.end:
            kept.append(label)
    return kept
