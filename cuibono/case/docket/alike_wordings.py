"""How a sentence says that two fare alike, or one better, in the words in which a measure is asked: "treated alike".

"Makes no difference between elms and ashes", "elms fared as well as ashes", "the office favours elms over ashes".
"""

import re
from dataclasses import replace

from cuibono.case.docket.compared import denied
from cuibono.model.docket import Asked

_WHO = r"[^,;:.]+?"
_EVEN = r"(?:just |exactly |every bit |about |much |quite )?"
_VERB = r"(?:fared?|fares|did|do|does|were doing|came off|come off|were served|were off)"
_LEFT = r"(?: (?:compared|in comparison) (?:with|to)| as)"
_FORMS = tuple(
    (re.compile(said, re.IGNORECASE), same)
    for said, same in (
        (rf"\b(?:makes?|made|draws?|drew|sees?|saw) no (?:difference|distinction)s? between (?P<a>{_WHO}) and ",
         r"treats \g<a> alike and "),
        (rf"\b(?:does not|do not|did not|never|doesn['\u2019]t|didn['\u2019]t) (?:discriminate|distinguish"
         rf"|differentiate) "
         rf"between (?P<a>{_WHO}) and ", r"treats \g<a> alike and "),
        (rf"\b(?:was|were|is|are) treated {_EVEN}(?:the same(?: way)?|identically|equally|in the same way)\b(?! as\b)",
         "were treated alike"),
        (rf"\b(?P<v>treat(?:s|ed)?) (?P<who>{_WHO}) {_EVEN}(?:the same(?: way)?|identically|equally"
         rf"|no differently)\b(?! as\b| than\b)",
         r"\g<v> \g<who> alike"),
        (rf"\b{_VERB} {_EVEN}(?:the same|alike|equally (?:well|badly|poorly))\b(?! as\b)", "were treated alike"),
        (rf"\b{_VERB} {_EVEN}as (?:well|badly|poorly) as (?=\w)", "were treated alike and "),
        (rf"\b(?:was|were|is|are) treated {_EVEN}(?:the same(?: way)?|like|no differently)(?: as| from"
         rf"| than)? (?=(?:the |all |other )?\w+)"
         r"(?!inferior|second|criminals|dirt|animals|enemies|guests|kings)", "were treated alike and "),
        (r"\b(?:had|have|has|enjoy(?:s|ed)?) no (?:\w+ )?advantage over ", "were treated no better than "),
        (r"\b(?:had|have|has|enjoy(?:s|ed)?) no (?:\w+ )?advantage\b(?! (?:in|of|from|at|with)\b)",
         "were treated no better than others"),
        (rf"\b(?P<v>treat(?:s|ed)?) (?P<who>{_WHO}) (?:no differently|in the same way|the same(?: way)?|just like)"
         r"(?: than| from| as| to)? (?=(?:the |all |other )?\w+)", r"\g<v> \g<who> alike and "),
        (r"\b(?:was|were|is|are) (?:put )?at a disadvantage (?:compared (?:with|to)|against|towards?) ",
         "were treated worse than "),
        (r"\b(?:was|were|is|are) at an advantage (?:over|compared (?:with|to)) ", "were treated better than "),
        (r"\b(?:had|have|has|enjoy(?:s|ed)?) an advantage over ", "were treated better than "),
        (rf"\b(?:favou?r(?:s|ed)?|prefer(?:s|red)?|gives? preference to|gave preference to|privileges?|privileged) "
         rf"(?P<a>{_WHO}) (?:over|to) ", r"treats \g<a> better than "),
        (rf"\b{_VERB} (?P<no>no )?(?P<how>better|worse) than ", r"were treated \g<no>\g<how> than "),
        (r"\b(?:was|were|is|are) (?P<no>no )?(?P<how>better|worse) off than ", r"were treated \g<no>\g<how> than "),
        (r"\b(?:was|were|is|are) treated (?:very |quite |wholly |completely )?(?:differently|unequally"
         r"|unlike each other)\b"
         r"(?! (?:from|than|to)\b)", "were not treated alike"),
        (rf"\b(?P<v>treat(?:s|ed)?) (?P<who>{_WHO} and {_WHO}) (?:very |quite )?(?:differently|unequally)\b"
         r"(?! (?:from|than|to)\b)", r"\g<v> not \g<who> alike"),
    )
)  # fmt: skip
_GROUP = re.compile(r"\bboth groups (?:group|applicants?|firms?|people|party|side)", re.IGNORECASE)


def in_alike_words(claim: Asked) -> Asked:
    """A claim of treatment in the words of a comparison; every other as it is.

    >>> in_alike_words(Asked("treatment", "", "It made no difference between elms and ashes", ("s", 1), "A")).words
    'It treats elms alike and ashes'
    """
    if claim.kind != "treatment":
        return claim
    for said, same in _FORMS:
        made = " ".join(_GROUP.sub("both groups", said.sub(same, claim.words, count=1)).split())
        if made != claim.words:
            undone = denied(claim.words) and not denied(made)  # "no group was treated differently" denies no more
            return replace(claim, words=made, polarity="+" if undone else claim.polarity)
    return claim
