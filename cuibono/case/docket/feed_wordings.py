"""What a feed is said to show, in the words of what was measured, and that some see none of it or nobody else does.

"The young accounts hardly ever saw an army clip" says how small a part it was: a share of what they were shown. Who
alone is shown something is set against those who are not named.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import reworded
from cuibono.model.bearing import Bearing
from cuibono.model.docket import Asked

#: Qualifiers that no reader gives: of a share of which all but those who are named are said to have nothing, and of one
#: that is next to nothing.
ONLY, HARDLY = "nobody but", "next to nothing"
_SEEN = (
    r"(?:(?:got|get|gets) to (?:see|watch)|saw|sees?|watch(?:ed|es)?|got|gets?|received?|receives"
    r"|(?:was|were|is|are|have been|has been|had been) (?:\w+ )?(?:shown|served|recommended|fed|offered|given))"
)
_FORMS = tuple(
    (re.compile(said, re.IGNORECASE), same)
    for said, same in (
        (r"\b(?:when|where|as soon as) it (?:comes?|came) to (?=\w)", "about "),
        (r"\b(?:as far as|where|when) (?P<what>[\w' -]{2,40}?) (?:is|are|was|were) concerned\b", r"about \g<what>"),
        (r"\b(?:in the case of|as for|in terms of|with regard to|regarding) (?=\w)", "about "),
        (r"^(?P<by>.+?) (?P<does>shows?|showed|serves?|served|pushes|pushed|recommends?|recommended|feeds|fed) "
         r"(?P<what>.+?) (?:mainly|mostly|chiefly|primarily|above all|predominantly|especially|largely)"
         r" to (?P<whom>.+)$",
         r"\g<by> \g<does> \g<what> more often to \g<whom> than others"),
        (r"\btreat(?:s|ed)?\b(?=[^;.]*\b(?:alike|the same|equally)\b)", "shows"),
        (r"\b(?:we|i|they|he|she) (?:saw|found|see|find|measured|noticed) (?=no (?:\w+ )?(?:difference|gap))", ""),
    )
)  # fmt: skip
_NONE = re.compile(
    rf"^(?P<who>.*?\b(?:accounts?|profiles?|viewers|users)\b.*?) (?P<seen>{_SEEN}) (?:absolutely )?"
    r"(?:no|not (?:a single|one|any)|nothing (?:at all )?(?:about|of|on)) (?P<what>.+?)(?: at all| whatsoever)?$",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"^(?P<who>.*?\b(?:accounts?|profiles?|viewers|users)\b.*?) (?:(?P<be>was|were|are|is) )?"
    r"(?P<how>never(?: once)?|hardly ever|almost never|scarcely ever|barely ever|hardly|scarcely|barely) "
    r"(?P<seen>(?:got|get) to see|saw|see|sees|watched|got|get|received|receive|shown|served|recommended"
    r"|fed) (?P<what>.+?)$",
    re.IGNORECASE,
)
_NEXT_TO = re.compile(
    rf"^(?P<who>.*?\b(?:accounts?|profiles?|viewers|users)\b.*?) (?P<seen>{_SEEN}) "
    r"(?:next to nothing|hardly anything|almost nothing|hardly any|almost no|scarcely any)(?: about| of"
    r"| on)? (?P<what>.+?)$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^(?:only|nobody but|no accounts but) (?P<who>.*?\b(?:accounts?|profiles?)\b.*?) (?P<seen>{_SEEN}) (?P<what>.+)$"
    r"|^(?P<by>.+?) (?P<shows>shows?|showed|serves?|served|pushes|pushed|recommends?|recommended) (?P<thing>.+?) "
    r"(?:only|exclusively) to (?P<whom>.+)$"
    r"|^(?P<by2>.+?) (?P<shows2>shows?|showed|serves?|served|pushes|pushed|recommends?|recommended) (?P<thing2>.+?) "
    r"to (?P<whom2>.+?) (?:only|alone|exclusively)$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:than|as often|as much|as many|times)\b", re.IGNORECASE)


def in_feed_words(claim: Asked) -> Asked:
    """A claim of a feed in plain words; every other as it is.

    >>> said = "It treats elms and ashes alike when it comes to war"
    >>> in_feed_words(Asked("behaviour of a feed", "", said, ("s", 1), "Ada")).words
    'It shows elms and ashes alike about war'
    """
    if claim.kind != "behaviour of a feed":
        return claim
    words = reworded(claim.words, _FORMS)
    if words == claim.words:
        return claim
    words = " ".join(words.split())
    return replace(claim, words=words[:1].upper() + words[1:] if claim.words[:1].isupper() else words)


def none_of_it(claim: Asked) -> Asked | None:
    """The share that a claim tells of who sees none of something, next to none, or alone sees it; else None."""
    if claim.kind != "behaviour of a feed" or claim.polarity == "-" or _COMPARED.search(claim.words):
        return None
    if alone := _ALONE.search(claim.words):
        return _share(claim, f"shown {' '.join(v for v in alone.groups() if v)}", ONLY)
    for form, how in ((_NEXT_TO, HARDLY), (_NONE, ""), (_NEVER, "")):
        if found := form.search(claim.words):
            never = found.groupdict().get("how") or ""
            how = HARDLY if never and not never.lower().startswith("never") else how
            return _share(claim, f"{found['who']} shown {found['what']}", how)
    return None


#: All of what is shown, whatever it is about.
_ALL_OF_IT = re.compile(
    r"\bthe (?:very |exact )?same (?:mix|feed|things?|content|posts|videos|clips|diet|stuff)\b", re.I
)


def of_no_topic(claim: Asked, bearing: Bearing) -> tuple[Asked, Bearing]:
    """A difference in one topic as it bears on a claim that all of what is shown is the same; others as they are."""
    alike = claim.kind == "behaviour of a feed" and _ALL_OF_IT.search(claim.words)
    if not alike or bearing.even or not bearing.needs:
        return claim, bearing
    words = (
        *bearing.words,
        *[
            "mix",
            "feed",
            "thing",
            "things",
            "content",
            "posts",
            "videos",
            "clips",
            "diet",
            "stuff",
            "showed",
            "shows",
            "show",
        ],
    )
    return claim, replace(bearing, needs=(), words=words)


def _share(claim: Asked, words: str, how: str) -> Asked:
    return replace(
        claim, kind="share", words=" ".join(words.split()), low=0.0, high=0.0, qualifier=how, unit="percent",
        subject=None, object=None,
    )  # fmt: skip
