"""The rates of two groups in one sentence: "granted a flat to 70 percent of members and to 40 percent of others".

Whoever says so claims both, so that each is tested as the share of its group; only both together bear it out.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from cuibono.case.docket.words import QUALIFIERS
from cuibono.model import quantities
from cuibono.model.docket import Asked

_PART = rf"(?:(?:{QUALIFIERS}) )?\d+(?:[.,]\d+)? (?:percent|per cent|%)|(?:(?:{QUALIFIERS}) )?\d+(?:[.,]\d+)?%"
_OF = r"(?: of(?: the| all)?)?"
_TWO = re.compile(
    rf"^(?P<head>.*?)(?P<joint>\b(?:to|for|of|from|in) )?(?P<one>{_PART}){_OF} (?P<a>[^,;\d%]+?),? "
    rf"(?:and|but|against|compared (?:with|to)|versus|while|whereas) (?:only |just )?(?:to |for |of |from |in )?"
    r"(?:only |just )?"
    rf"(?P<two>{_PART}){_OF} (?P<b>[^;\d%]+?)(?P<tail>,? in (?:19|20)\d\d)?$",
    re.IGNORECASE,
)
#: What was done to the first, with how often, and the number of the other behind: "in 70 percent of cases, against
#: 30 percent for the others".
_IN_CASES = re.compile(
    rf"^(?P<front>(?:(?:In|With|Among|At|On|For|Of) [^,]+, )*)(?P<a>[^,;]+?) "
    rf"(?P<did>(?:were|was|are|got|get|had|received) [^,;]+?) in (?P<one>{_PART}) of (?:all |the |their )?"
    rf"(?:cases|applications|requests)(?P<tail> in (?:19|20)\d\d)?,? "
    rf"(?:and|but|against|compared (?:with|to)|versus|while|whereas) (?:only |just )?(?:in )?"
    rf"(?P<two>{_PART}) (?:for|of|among|with) (?P<b>[^,;\d%]+)$",
    re.IGNORECASE,
)
_BARE = ("cases", "all cases", "applications", "requests")


def each_rate(claim: Asked) -> list[Asked]:
    """The claim of the one rate and that of the other; none where there are no two."""
    if claim.kind not in ("share", "treatment") or claim.polarity == "-":
        return []
    if cases := _IN_CASES.search(claim.words):
        if not cases["front"] and _first_alone_narrowed(cases["a"], cases["b"]):
            return []  # "small firms of donors, against 40 percent for other firms": small ones, or all others
        did, tail = cases["did"], cases["tail"] or ""
        sides = ((cases["one"], cases["a"]), (cases["two"], cases["b"]))
        said = ((n, f"{cases['front']}{n} of {who} {did}{tail}") for n, who in sides)
        return _as_shares(claim, said)
    found = _TWO.search(claim.words)
    if found is None or found["a"].lower() in _BARE:
        return []
    joint, tail = found["joint"] or "", found["tail"] or ""
    a = found["a"].strip()
    told = _of_the_same(a, found["b"].strip())
    if told is None:
        return []
    b = told
    left, right = "", ""
    if not joint and not found["head"].strip(", ").count(" ") > 1 and " " in a:
        a, _, did = _split(a)
        right = f" {did}" if did else ""
    elif not _DID.match(a) and not joint and (later := _DID.match(b)):  # the verb stands with the second alone
        b, right = later["who"], f" {later['did']}"
    sides = ((found["one"], a), (found["two"], b))
    return _as_shares(claim, ((n, f"{found['head']}{left}{joint}{n} of {who}{right}{tail}") for n, who in sides))


def _first_alone_narrowed(first: str, second: str) -> bool:
    """Whether the first group is some of a kind, by a word before it, and the second only "other ones"."""
    named = re.match(r"(?P<how>[\w-]+) [\w-]+s (?:owned by|run by|held by|of|from|with|whose|that|who)\b", first)
    return named is not None and not re.search(rf"\b{re.escape(named['how'])}\b", second, re.IGNORECASE)


def _of_the_same(first: str, second: str) -> str | None:
    """The second group with what the sentence says of both: "large requests from Elms and 40 percent from other ones".

    None where only the first is narrowed ("women with children, men"): which men are meant stays open.
    """
    second = re.sub(r"^(?:those|the ones) ", "", second, flags=re.IGNORECASE)
    joint = re.match(r"(?:from|by|for|to|of) ", second, re.IGNORECASE)
    before, named, behind = first.partition(f" {joint[0].lower()}") if joint else ("", "", "")
    group, narrowed = _narrowed(behind if named else first)
    second = re.sub(r"\bones\b", group.split()[-1], second, flags=re.IGNORECASE) if group else second
    if named and narrowed and not _narrowed(second[joint.end() if joint else 0 :])[1]:
        second += narrowed
    elif narrowed and not named and not _DID.match(first) and not _narrowed(second)[1]:
        return None
    return f"{before} {second}" if named else second


def _narrowed(group: str) -> tuple[str, str]:
    """A group, and the words behind it that narrow it: "elms", " with small lots"."""
    found = re.search(r" (?:with|without|for|in|at|on|under|whose|who|from|aged|over) (?!(?:19|20)\d\d)", group)
    return (group[: found.start()], group[found.start() :]) if found else (group, "")


def _as_shares(claim: Asked, said: Iterable[tuple[str, str]]) -> list[Asked]:
    """A claim of a share for each number with its words; none where a number cannot be read."""
    made = []
    for number, words in said:
        read = quantities.parse(number, ".")
        if read is None:
            return []
        made.append(
            replace(
                claim, kind="share", words=words, low=read.low, high=read.high, qualifier=read.qualifier,
                unit="percent", subject=None, object=None,
            )
        )  # fmt: skip
    return made


_DID = re.compile(r"^(?P<who>.+?) (?P<did>(?:were|was|are|got|had|received|saw|have|get)\b.+)$", re.IGNORECASE)


def _split(text: str) -> tuple[str, str, str]:
    """A group and what was done to it, where the verb stands with the first of two: "70 percent of A were refused"."""
    found = _DID.match(text)
    return (found["who"], "", found["did"]) if found else (text, "", "")
