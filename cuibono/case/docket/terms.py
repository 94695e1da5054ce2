"""From when and until when somebody held a post: "since May 2016" is borne out by a record that begins in that month.

Whoever "became" or "was appointed" in a year began in it, whoever "left" or "stepped down" ended in it. Only a
beginning or an end that is recorded within the one that is claimed bears a claim out; another one decides nothing, for
a record may be of a second term.
"""

import re
from dataclasses import dataclass, replace

from cuibono.case.docket.rows import Edge
from cuibono.case.docket.times import days, rough
from cuibono.case.docket.words import ANY_MONTH, listed, tokens
from cuibono.model import dates
from cuibono.model.docket import Asked

#: A part of a year or a month: "the end of 2023", "early 2020".
_PART = r"(?:(?:the )?(?:end|close|start|beginning|middle) of |early (?:in )?|late (?:in )?|mid[- ])?"
_WHEN = rf"(?:{_PART}(?:the )?(?:(?:\d{{1,2}} )?(?-i:{ANY_MONTH}),? |years? )?(?:1[89]|20)\d\d(?:-\d\d(?:-\d\d)?)?)"
_SINCE = re.compile(rf"\b(?:ever )?since ({_WHEN})\b,?", re.IGNORECASE)
_UNTIL = re.compile(rf"\b(?:until|till|up to) ({_WHEN})\b,?", re.IGNORECASE)
_FROM_TO = re.compile(rf"\b(?:from|between) ({_WHEN}) (?:to|until|till|and) ({_WHEN})\b,?", re.IGNORECASE)
_IN = re.compile(rf"\b(?:(?:only|not before|as early as|as late as) )?(?:in|on|at) ({_WHEN})\b,?", re.IGNORECASE)
#: What "had" been so since a day may be over by now.
_HAD_BEEN = re.compile(r"(?<!\bhas )(?<!\bhave )\bhad\b", re.IGNORECASE)
_HAD = r"(?:(?:has|have|had) )?(?:since )?"
_MADE = r"appointed|reappointed|named|elected|made|sworn in|promoted to|chosen"
#: Who did so is in a post, or at a place, from then on.
_BEGAN = re.compile(
    rf"\b{_HAD}(?:became|become|(?:was|been) (?:{_MADE})(?: (?:as|to be))?|took (?:over|office|up "
    r"\w+ (?:post|job|role))(?: (?:as|of))?|assumed (?:the )?(?:post|office|role|position) of"
    r"|started (?:out )?as|began as)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    rf"\b{_HAD}(?:(?:stepped|stood) (?:down|aside)(?: (?:as|from))?|(?:left|quit|vacated|gave up|relinquished)"
    r"(?: (?:his|her|the|their) (?:post|job|role|position|office))?(?: (?:as|of|at))?|ceased to be|retired (?:as|from))"
    r"(?![-\w])",
    re.IGNORECASE,
)
_ELECTED = re.compile(rf"\b(?:{_MADE}|made)\b", re.IGNORECASE)
_JOINED = re.compile(rf"\b{_HAD}(?:joined|hired|recruited)\b", re.IGNORECASE)
#: Who was made something by somebody: "Acme appointed her".
_NAMED = re.compile(
    rf"(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b{_HAD}(?:appointed|reappointed|named|elected|promoted)"
    r"(?= (?:[A-Z]|\w+ as ))"
)
_HELM = re.compile(
    rf"\b{_HAD}(?:took|taken|assumed) (?:over )?(?:(?:the )?(?:helm|reins)(?: of| at)?|command of)(?!\w)",
    re.IGNORECASE,
)
_ENDS = (_BEGAN, _ENDED, _JOINED, _NAMED, _HELM)
_FORMER = re.compile(
    r"\b(?:former|formerly|erstwhile|one-time|onetime|once|no longer|used to(?: be)?)\b ?|\bex-(?=\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Term:
    """When something began and ended, as a claim says it (EDTF); None where it says nothing of that.

    ``lasting``: it is said to go on. ``anyhow``: whoever joins or leaves a place does so in whatever post.
    ``again``: who is appointed or elected may have been so before.
    """

    since: str | None = None
    until: str | None = None
    lasting: bool = True
    anyhow: bool = False
    again: bool = False

    def fits(self, edge: Edge) -> bool:
        """Whether a record begins and ends within what is claimed; what goes on "since" then has no end."""
        ended = edge.end is not None and not self.until
        if self.since and (not _within(edge.start, self.since) or (ended and self.lasting)):
            return False
        return not self.until or _within(edge.end, self.until)

    def fits_end(self, recorded: str | None) -> bool:
        """Whether what is recorded until a day ends within what is claimed."""
        return bool(self.until) and _within(recorded, str(self.until))

    def begins(self, recorded: str | None) -> bool:
        """Whether what is recorded from a day on begins within what is claimed."""
        return bool(self.since) and _within(recorded, str(self.since))


def termed(claim: Asked) -> tuple[Asked, Term | None]:
    """A claim without the words of its term, and the term; None where it names none, or more than one."""
    claim = replace(claim, words=" ".join(claim.words.split()))
    found = [_SINCE.findall(claim.words), _UNTIL.findall(claim.words)]
    if claim.polarity == "-" or any(len(f) > 1 for f in found):
        return claim, None
    if (both := _FROM_TO.findall(claim.words)) and not found[0] and found[1] in ([], [both[0][1]]):
        ends = [_edtf(when) for when in both[0]]
        bare = _bare(claim, _FROM_TO.sub("", claim.words))
        return (bare, Term(ends[0], ends[1])) if len(both) == 1 and all(ends) else (claim, None)
    if not any(found):
        return _at_an_end(claim)
    since, until = (_edtf(f[0]) if f else None for f in found)
    if (found[0] and not since) or (found[1] and not until):
        return claim, None
    return _bare(claim, _UNTIL.sub("", _SINCE.sub("", claim.words))), Term(
        since, until, lasting=not _HAD_BEEN.search(claim.words)
    )


def in_part(claim: Asked) -> Asked:
    """A claim of a part of a year or a month, with that as its time: "at the end of 2022"."""
    found = _IN.findall(claim.words)
    part = _edtf(found[0]) if len(found) == 1 else None
    if not part or "/" not in part or "/" in (claim.time or "/"):
        return claim
    return replace(claim, time=part, words=" ".join(_IN.sub("", claim.words).split()))


def is_at_an_end(claim: Asked) -> bool:
    """Whether a claim tells when somebody came to a post or a place, or went."""
    return any(form.search(claim.words) for form in _ENDS)


def _at_an_end(claim: Asked) -> tuple[Asked, Term | None]:
    """What a verb of beginning or ending says with its one time: "became head of Acme in May 2016"."""
    told = [(form, m) for form in _ENDS if (m := form.search(claim.words))]
    times = _IN.findall(claim.words)
    when = _edtf(times[0]) if len(times) == 1 else None
    if len(told) != 1 or when is None or claim.time is None or "/" in claim.time:
        return claim, None
    (form, found) = told[0]
    verb = " leads " if form is _HELM else " was "
    words = _IN.sub("", claim.words[: found.start()] + verb + claim.words[found.end() :])
    anyhow, again = form is _JOINED or form is _ENDED, bool(_ELECTED.search(found[0]))
    if form is _ENDED:
        return _bare(claim, words), Term(until=when, anyhow=anyhow)
    ends = Term(since=when, lasting=False, anyhow=anyhow, again=again)
    return _bare(claim, words), ends


def former(claim: Asked) -> Asked | None:
    """A claim that something is over, as one of what was; None where it says no such thing."""
    if not _FORMER.search(claim.words) or claim.time:
        return None
    words = _FORMER.sub("", claim.words)
    return replace(_bare(claim, words), polarity="+")


def is_over(edge: Edge, day: str | None) -> bool:
    """Whether a record surely ended before a day."""
    mine, end = days(day), days(edge.end)
    return bool(mine and end and edge.end and not rough(edge.end) and end[1] < mine[0])


def of_old(claim: Asked) -> bool:
    """Whether a claim without a time says that something was so once, and not that it is: "she studied there"."""
    said = set(tokens(claim.words))
    once = bool(said & listed("tied_once")) and not said & listed("tied_now")
    return not claim.time and (once or bool(said & listed("tied_ever")))


def _edtf(when: str) -> str | None:
    part = re.match(_PART, when, re.IGNORECASE)
    whole = dates.to_edtf(re.sub(r"^(?:the )?(?:years? )?", "", when[part.end() :] if part else when))
    return _part_of(whole, part[0].casefold()) if whole and part and part[0] else whole


def _part_of(whole: str, part: str) -> str | None:
    """The half of a year or a month that is its beginning, its middle or its end; None of a day."""
    span = days(whole)
    if span is None or span[0] == span[1]:
        return None
    (first, last), length = span, span[1] - span[0]
    if "mid" in part:
        first, last = first + length / 4, last - length / 4
    elif "end" in part or "close" in part or "late" in part:
        first += length / 2
    else:
        last -= length / 2
    return f"{first}/{last}"


def _bare(claim: Asked, words: str) -> Asked:
    return replace(claim, words=" ".join(words.split()), time=None)


def _within(recorded: str | None, claimed: str) -> bool:
    mine, theirs = days(claimed), days(recorded)
    return bool(mine and theirs and not rough(recorded) and mine[0] <= theirs[0] and theirs[1] <= mine[1])
