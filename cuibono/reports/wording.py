"""What a report says in its own voice: the summary, the state and the verdict of a finding, who said what."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import PurePosixPath, PureWindowsPath

from cuibono.model.counting import plural
from cuibono.model.finding import Finding
from cuibono.model.source import Source
from cuibono.reports.contract import PublicCase

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)

STATES = {
    "fresh": "rests on the evidence as it is now",
    "stale": "newer evidence has come in since; run the lens again",
    "fell": "evidence it rested on was withdrawn; it no longer stands",
}
VERDICTS = {
    "confirmed": "confirmed",
    "dismissed": "dismissed",
    "corrected": "corrected",
    "unsure": "undecided",
}


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else list(words))


def summary(public: PublicCase) -> str:
    """The first paragraph: how many sources and findings, what no answer was found to, what is left out."""
    parts = [_basis(public), _judged(public), _unanswered(public), _withheld(public), _uncovered(public)]
    return " ".join(p for p in parts if p)


def drafted(public: PublicCase) -> str:
    """The first paragraph of a report that a person put together: that they chose, what of, and what is left out."""
    counts = [(len(public.findings), "finding"), (len(public.docket), "claim")]
    shown = listed([plural(n, word) for n, word in counts if n]) or "no finding"
    says = f"This report shows {shown} that its authors chose; the case may hold others."
    rests = f"It quotes {plural(len(public.sources), 'source')}." if public.sources else ""
    return " ".join(p for p in (says, rests, _judged(public), _withheld(public)) if p)


def simulated(public: PublicCase) -> str:
    """The sentence that marks a report with invented people in it; empty when every source is real."""
    made = sum(s.simulated for s in public.sources)
    if not made:
        return ""
    if made == len(public.sources):
        of = "of this case" if public.parts is None else "quoted here"
        return f"Every source {of} is simulated: the people, firms and events in it are invented."
    tells = "is simulated: what it tells is" if made == 1 else "are simulated: what they tell is"
    return f"{made:,} of the {plural(len(public.sources), 'source')} {tells} invented."


def verdict(finding: Finding) -> str:
    """What a person decided about a finding, and who; says so when nobody has."""
    if not finding.verdict:
        return "no person has judged it yet"
    by = f" by {finding.judged_by}" if finding.judged_by else ""
    return f"{VERDICTS.get(finding.verdict, finding.verdict)}{by}"


def origin(source: Source) -> str:
    """Where a source came from, for outsiders: its web address, else only the file's name.

    The folders of a path name the person who holds the file, so they never leave the machine.
    """
    for place in (source.url, source.origin):
        if place and _WEB.match(place):
            return place
    place = source.origin or source.name
    return PureWindowsPath(PurePosixPath(place).name).name or source.name


def is_address(text: str) -> bool:
    """Whether a text is a web address that may be made a link."""
    return bool(_WEB.match(text)) and not any(c.isspace() for c in text)


def named(source: Source) -> str:
    """A source as it is cited: its title, else the name it came with."""
    return source.title or source.name


def cited(source: Source) -> str:
    """Title, author, outlet and date of a source on one line, what is known of them."""
    return ", ".join(t for t in (named(source), source.author, source.outlet, source.published) if t)


def _basis(public: PublicCase) -> str:
    sources, found = len(public.sources), len(public.findings)
    if not found:
        return f"This report rests on {plural(sources, 'source')}. No finding has been made."
    return f"This report rests on {plural(sources, 'source')} and makes {plural(found, 'finding')}."


def _judged(public: PublicCase) -> str:
    counts = {v: sum(f.verdict == v for f in public.findings) for v in ("confirmed", "dismissed")}
    said = [f"{n:,} {'was' if n == 1 else 'were'} {v} by a person" for v, n in counts.items() if n]
    if not public.findings:
        return ""
    if not said:
        return "None has been judged by a person yet."
    left = sum(not f.verdict for f in public.findings)
    open_ = [f"{left:,} {'is' if left == 1 else 'are'} not judged yet"] if left else []
    return f"{_upper(listed([*said, *open_]))}."


def _unanswered(public: PublicCase) -> str:
    count = len(public.notices)
    return f"{_upper(plural(count, 'question'))} could not be answered with this evidence." if count else ""


def _withheld(public: PublicCase) -> str:
    left_out = public.withheld
    kinds = (("source", left_out.sources), ("finding", left_out.findings), ("row", left_out.rows))
    said = [plural(n, word) for word, n in kinds if n]
    if not said:
        return "Nothing was withheld."
    were = "was" if sum(n for _, n in kinds) == 1 else "were"
    return f"To protect sources, {listed(said)} {were} withheld."


def _uncovered(public: PublicCase) -> str:
    count = len(public.not_covered)
    return f"What this report does not cover is listed under “Not covered” ({count:,})." if count else ""


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def day(when: date | datetime | None) -> str:
    """A day as people write it; empty when there is none."""
    return f"{when.day} {when:%B %Y}" if when else ""


def minute(when: datetime | None) -> str:
    """A moment as people write it; the case keeps UTC."""
    return f"{when.day} {when:%B %Y, %H:%M} UTC" if when else ""
