"""That accounts act together, or one by itself, in the words of what was measured: "work hand in glove" is together.

Who "acts on its own" is said not to act together with others, which is contradicted where it does.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import reworded
from cuibono.model.docket import Asked

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|some|many)"
_CIRCLE = r"(?:circle|ring|network|group|team|bunch|set|cluster|gang|family)"
_ACT = r"(?:acts?|works?|posts?|operates?|shares? links|share its links|runs?)"
_FORMS = tuple(
    (re.compile(said, re.IGNORECASE), same)
    for said, same in (
        (rf"^(?:the |these )?(?P<n>{_NUMBER} (?:accounts|pages|channels|profiles)),? (?:among them"
         rf"|including) (?P<who>[^,]+?(?:, [^,]+?)*),"
         r" (?=\w)", r"\g<who>, among \g<n>, "),
        (rf"^(?:the |these )?(?P<n>{_NUMBER} (?:accounts|pages|channels"
         rf"|profiles)), (?P<who>[^,]+?(?:, [^,]+?)*) among them, (?=\w)",
         r"\g<who>, among \g<n>, "),
        (r"\b(?P<act>act|work|operate)(?P<s>s|ed)? hand in (?:glove|hand)\b", r"\g<act>\g<s> together"),
        (rf"\b(?:belongs?|belonged) to the same {_CIRCLE} as\b|\b(?:is|are|was|were) (?:a )?(?:part"
         rf"|members?) of the same {_CIRCLE} as\b",
         "acts together with"),
        (rf"\b(?:belong|belonged) to (?:the same|one) {_CIRCLE}$|\b(?:are|were) (?:a )?(?:part"
         rf"|members?) of (?:the same|one) {_CIRCLE}$",
         "act together"),
        (rf"\b{_ACT} (?:entirely |purely |wholly |quite )?(?:on (?:its|their) own|alone|by (?:itself|themselves)"
         rf"|independently)"
         r"(?: of (?:the|any|all)? ?others?)?$", "does not act together with other accounts"),
        (r"\b(?:kept|keep|keeps|went on|goes on) (?P<did>post|shar|publish|repost|spread|push)ing\b", r"\g<did>ed"),
        (r",? (?:this|last|all through|all|throughout|during|in) (?:the month of )?"
         r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December)(?= |,|$)(?! \d)",
         ""),
        (r"\balmost (?=(?:simultaneously|at the same time)\b)", ""),
        (r"\binside (?=(?:an?|one|two|three|five|six|ten|twenty|thirty|sixty|\d+) (?:seconds?|minutes?)\b)", "within "),
        (r"\bwithin (?P<t>\w+ (?:seconds|minutes))$", r"within \g<t> of each other"),
        (r"\b(?:drop|put out|send out|throw out|fire off)s? (?=(?:a |the |their |the same )?links?\b)", "share "),
        (r",? as (?:if|though) [^;:]*$", ""),
        (r"\bday after day$|\bover and over(?: again)?$|\btime and again$", "again"),
    )
)  # fmt: skip


def in_concert_words(claim: Asked) -> Asked:
    """A claim of accounts in plain words; every other as it is.

    >>> in_concert_words(Asked("coordination", "", "elm_watch and ash_watch work hand in glove", ("s", 1), "Ada")).words
    'elm_watch and ash_watch work together'
    """
    if claim.kind != "coordination":
        return claim
    words = reworded(claim.words, _FORMS)
    return claim if words == claim.words else replace(claim, words=" ".join(words.split()))
