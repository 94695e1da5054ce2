"""Claims that something rose or fell in the forms that people give them: "went up", "was higher in 2021 than in 2016",
"climbed to 7 in 2021 from 5 in 2016".

Each is brought to one form, a rise or a fall between two years, which is tested as strictly as any other.
"""

import re
from dataclasses import replace

from cuibono.case.docket.changes import THINGS
from cuibono.case.docket.jobs import as_workforce
from cuibono.case.docket.words import QUALIFIERS, listed, tokens
from cuibono.model import quantities
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked

_YEAR = r"(?:19|20)\d\d"
_NO = r"(?<!no )(?<!not )(?<!any )(?<!or )(?<!never )"
#: By how much: "a quarter", "about 30 percent".
_SIZE = (
    rf"(?:(?:{QUALIFIERS}) )?(?:(?:an?|one|two|three)[ -](?:third|quarter|fifth|sixth|eighth|tenth)s?|half"
    r"|\d[\d.,]* ?(?:%|per ?cent|percent))"
)
_MORE = re.compile(
    rf"{_NO}\b(fewer|less|more) (?!than\b)(.+?),? in ((?:19|20)\d\d) than in ((?:19|20)\d\d)\b", re.IGNORECASE
)
_COMPARED: tuple[ClaimKind, ...] = ("other", "event date", "count", "amount", "rank", "trend", "share")
_WENT = re.compile(
    r"\b(?:went|gone|goes|going|came|come) (up|down)\b(?! (?:in|to|with) (?:flames|smoke|court)\b)"
    r"|\b(?:was|were|is|are|had been) (?P<been>up|down)\b"
    r"(?= (?:(?:by|from|to|about|almost|more|than|nearly|some|over|roughly) )*(?:[$\d]|an? \w+\b|half\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b))",
    re.IGNORECASE,
)
#: By how much more there was in a year than in the one before.
_UP_BY = re.compile(r"\b(?:was|were|went|gone) (?:up|down) by\b", re.IGNORECASE)
#: Parts of a market that somebody lost or won.
_SHARE_LOST = re.compile(
    r"\b(?P<did>lost|ceded|gained|won|shed|added) (?:(?P<size>[\w.,-]+(?: percentage)? points?) (?:of|in|on) "
    r"(?!(?:19|20)\d\d)(?P<what>[^,;]+?)"
    r"(?=,| between\b| from\b| since\b| in (?:19|20)\d\d|$)|market share\b)",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    rf"{_NO}\b(?:was|were) (?:(?P<by>{_SIZE}) )?(?P<how>higher|lower|larger|smaller|greater|bigger|longer|shorter) "
    rf"in (?P<one>{_YEAR}) than in (?P<other>{_YEAR})\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"\b(?P<verb>went|moved|changed) from (?P<one>[^;]{{1,40}}?) in {_YEAR},? "
    rf"to (?P<other>[^;]{{1,40}}?) in {_YEAR}\b",
    re.IGNORECASE,
)
#: The year that another one is compared with: "up by a third in 2021 compared with 2016".
_COMPARED_WITH = re.compile(r",? (?:compared (?:with|to)|against|on|over) (?=(?:19|20)\d\d\b)", re.IGNORECASE)
#: Where something came from and got to, with the years of both.
_END = r"[^;]{1,40} in"
_ENDS = re.compile(rf"\bfrom {_END} (?P<first>(?:19|20)\d\d),? to {_END} (?P<last>(?:19|20)\d\d)\b", re.IGNORECASE)
_ENDS_TURNED = re.compile(
    rf"\bto {_END} (?P<last>(?:19|20)\d\d),? from {_END} (?P<first>(?:19|20)\d\d)\b", re.IGNORECASE
)


def as_trend(claim: Asked) -> Asked | None:
    """A claim of a rise or a fall between two years that it puts in other words; None for another one.

    >>> told = as_trend(Asked("amount", "", "the price of tin was higher in 2021 than in 2016", ("s", 1), "Vex"))
    >>> told.words if told else ""
    'the price of tin rose between 2016 and 2021'
    """
    if told := as_workforce(claim):
        return told
    words = _SHARE_LOST.sub(_share_moved, claim.words)
    claim = claim if words == claim.words else replace(claim, words=words)
    if claim.kind in _COMPARED and (found := _MORE.search(claim.words)):
        return _compared(claim, found)
    if claim.kind == "trend" and claim.time and not two_years(claim):
        return replace(claim, words=_went(claim.words))
    if claim.kind in _COMPARED and re.fullmatch(_YEAR, claim.time or "") and _UP_BY.search(claim.words):
        return replace(claim, kind="trend", words=_went(claim.words), low=None, high=None, unit="", qualifier="")
    if claim.kind in ("amount", "count", "share") and re.fullmatch(_YEAR, claim.time or "") and _moved_to(claim.words):
        return replace(claim, kind="trend")
    if not two_years(claim) or claim.kind not in _COMPARED:
        return None
    if found := _HIGHER.search(claim.words):
        return _higher(claim, found)
    if found := _FROM_TO.search(claim.words):
        directed = _directed(claim, found)
        return between_ends(directed) or (directed if directed != claim else None)
    words = claim.words
    if claim.kind in ("trend", "other") and _WENT.search(words):
        words = _went(words)
    if claim.kind == "trend" or words != claim.words:
        words = _COMPARED_WITH.sub(" from ", words)
    return None if words == claim.words else replace(claim, kind="trend", words=words)


def _moved_to(words: str) -> bool:
    """Whether something is said to have risen or fallen to a number: "fell to 6 percent"."""
    moved = "|".join(sorted(listed("up") | listed("down")))
    return re.search(rf"\b(?:{moved}) to (?:(?:{QUALIFIERS}) )?[$€£¥]?\d", words, re.IGNORECASE) is not None


def _share_moved(found: re.Match[str]) -> str:
    """What somebody lost of a market as a share that fell."""
    verb = "rose" if found["did"].lower() in ("gained", "won", "added") else "fell"
    if found["what"] and found["what"].lower() in ("market share", "share"):
        return f"share {verb} by {found['size']}"
    return f"share of {found['what']} {verb} by {found['size']}" if found["size"] else f"share {verb}"


def _went(words: str) -> str:
    """What went up as what rose."""
    return _WENT.sub(lambda m: "rose" if (m[1] or m["been"]).lower() == "up" else "fell", words)


def between_ends(claim: Asked) -> Asked | None:
    """A claim of a number that rose or fell from one year to another as what it says of both; None for another one."""
    years = _moved(claim) if claim.kind in ("share", "amount", "count") else None
    return replace(claim, kind="trend", time=f"{years[0]}/{years[1]}") if years else None


def _compared(claim: Asked, found: re.Match[str]) -> Asked:
    """More or less of something in one year than in another, as a rise or a fall between the two."""
    more, what, one, other = found.groups()
    if int(one) == int(other) or set(tokens(THINGS.sub(" ", what))) & (
        listed("up") | listed("down") | {"times", "twice", "or"}
    ):
        return claim
    up = (more.lower() == "more") == (int(one) > int(other))
    first, last = sorted((one, other))
    told = f"{'rose' if up else 'fell'} {what} between {first} and {last}"
    words = f"{claim.words[: found.start()]}{told}{claim.words[found.end() :]}"
    return replace(claim, kind="trend", words=words, time=f"{first}/{last}", low=None, high=None, unit="", qualifier="")


def _higher(claim: Asked, found: re.Match[str]) -> Asked:
    """What "was higher in 2021 than in 2016" as a rise or a fall between the two."""
    how, one, other = found["how"], found["one"], found["other"]
    up = (how.lower() in ("higher", "larger", "greater", "bigger", "longer")) == (int(one) > int(other))
    first, last = sorted((one, other))
    size = f" by {found['by']}" if found["by"] else ""
    if size and one < other:
        return claim  # by a third more then is not by a third less now
    told = f"{'rose' if up else 'fell'}{size} between {first} and {last}"
    words = f"{claim.words[: found.start()]}{told}{claim.words[found.end() :]}"
    return replace(claim, kind="trend", words=words, time=f"{first}/{last}", low=None, high=None, unit="", qualifier="")


def _directed(claim: Asked, found: re.Match[str]) -> Asked:
    """What "went from 5 to 7" as a rise, and from 7 to 5 as a fall."""
    ends = [quantities.parse(found[e]) for e in ("one", "other")]
    points = [e.point for e in ends if e]
    if len(points) != 2 or points[0] is None or points[1] is None or points[0] == points[1]:
        return claim
    verb = "rose" if points[1] > points[0] else "fell"
    return replace(claim, words=f"{claim.words[: found.start('verb')]}{verb}{claim.words[found.end('verb') :]}")


def _moved(claim: Asked) -> tuple[str, str] | None:
    """The years between which something went from one number to another: "climbed to 7 in 2021 from 5 in 2016"."""
    found = _ENDS.search(claim.words) or _ENDS_TURNED.search(claim.words)
    if not found or not _changed(claim):
        return None
    first, last = found["first"], found["last"]
    return (first, last) if first < last else None


def _changed(claim: Asked) -> bool:
    """Whether a claim says that something rose, or that it fell."""
    said = set(tokens(claim.words))
    return bool(said & listed("up")) != bool(said & listed("down"))


def two_years(claim: Asked) -> bool:
    """Whether a claim names two years."""
    return len(set(re.findall(r"\b(?:19|20)\d\d\b", claim.words))) == 2
