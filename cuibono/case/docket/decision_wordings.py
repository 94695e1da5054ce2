"""How an office decided, in the words of what is recorded: who "came away empty-handed" was refused.

Only ways of speaking that can mean nothing else of somebody who asked for something; whoever asked "to run" or "to
fell" asked for what the rule is about, which the record says.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import reworded
from cuibono.extract.lexicon import lines
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked

_KINDS: tuple[ClaimKind, ...] = ("treatment", "share", "amount", "count")
_BE = r"(?:was|were|is|are|be|been|being|get|gets|got)"
_WENT = r"(?:went|go|goes|came|come|comes|left|leaves?|walked|was sent|were sent|sent)"
_FORMS = tuple(
    (re.compile(said, re.IGNORECASE), same)
    for said, same in (
        (rf"\b{_WENT} (?:away |off |home |out )?(?:empty-handed|with nothing)\b", "were refused"),
        (rf"\b{_WENT} (?:away|home|off) without (?=an? |the |one\b|it\b|any )", "were refused "),
        (rf"\b{_WENT} (?:away|home|off) with (?=an? |the |one\b)(?!an? warning)", "were granted "),
        (r"\b(?:got|received|heard|were told|was told|were given|met with) (?:an? )?(?:no|refusal|rejection|rebuff)"
         r"(?: for an answer)?\b(?!-| \w+s\b)", "were refused"),
        (r"\b(?:got|received|were given|heard) (?:an? |the )?(?:yes|approval|go-ahead|green light)\b", "were granted"),
        (r"\b(?:said|says|say) (?:yes|aye) to\b", "granted"),
        (r"\b(?:said|says|say) no to\b", "refused"),
        (r"\b(?:was|were|is|are) (?:unsuccessful|denied|rebuffed|knocked back|sent away)\b", "were refused"),
        (r"\b(?:was|were|is|are) successful\b|\bsucceeded\b", "were granted"),
        (r"^(?:across|among|of|in|taking|looking at) (?:all|the) (?:\w+ )?(?:cases|applications|decisions|requests)"
         r"(?: together)?, ", ""),
        (r"\bchildless (?P<who>applicants|families|couples|households|people|men|women|tenants)\b",
         r"\g<who> with no children"),
        (r"\bone-child (?P<who>applicants|families|couples|households)\b", r"\g<who> with one child"),
        (r"\b(?P<n>two|three)-child (?P<who>applicants|families|couples|households)\b",
         r"\g<who> with \g<n> children"),
        (r"\bturn(?:s|ed|ing)? (?:down|away|back)\b", "refused"),
        (rf"\b({_BE}) (?:let|allowed) (?:in|through)\b", r"\1 admitted"),
        (r"\b(?:got away|(?:was|were|is|are) let (?:off|go)|got off|escaped|left) with (?:just |only )?an? warning\b",
         "were warned"),
        (r"\b(?:pays?|paid|had to pay|were given|got|received|incurred) (?:an? )?fines?\b", "were fined"),
        (r"\ba fine (?:followed|was imposed|was issued)\b", "fined"),
        (r"\b(?:got|were given|was given|landed) (?:the |a )?(?:job|post|position)s? as (?:an? )?", "were hired as "),
        (r"\b(?:got|were given|was given|landed) (?:the|a) job\b", "were hired"),
        (r"\bbecame (?=[\w ]+ drivers?\b)", "were hired as "),
        (r"\b(?:paid|pays?|were paid|was paid|pay) (?=(?:the |flood |storm |any )?(?:compensation|damages"
         r"|benefits?)\b)",
         "were granted "),
        (r"\b(?:who |that |which )?(?:had |have )?(?:asked|ask|apply|applied|applying|wanted|want|sought|seek"
         r"|wished|wish"
         r"|hoped|tried|try|asking|wanting|seeking|looking) (?:to|for permission to|for leave to) "
         r"(?:run|operate|log|fell|cut|build|drive|keep|open|work|use|fish|dredge|own|hold|hire|trade|sail|hunt"
         r"|broadcast"
         r"|transmit|export|import|study|live|stay|enter|settle)(?= (?:in|at|near|on|with|by|over|under|from|an? "
         r"|the |or\b)|"
         r"[, ]*$| (?:were|was|got|had|received)\b)", ""),
    )
)  # fmt: skip
_APPLIED = re.compile(
    r"\b(?:who |that |which )?(?:had |have )?(?:applied|asked|apply|ask)(?: for (?:it|one|this|that|them))?"
    r"(?= (?:were|was|got|had|received|are)\b|,|$)",
    re.IGNORECASE,
)


def in_decision_words(claim: Asked) -> Asked:
    """A claim of how cases ended in plain words; every other as it is.

    >>> in_decision_words(Asked("treatment", "", "Half of the elms went home empty-handed", ("s", 1), "Ada")).words
    'Half of the elms were refused'
    """
    if claim.kind not in _KINDS:
        return claim
    words = _APPLIED.sub("", reworded(_made(claim.words), _FORMS))
    return claim if words == claim.words else replace(claim, words=" ".join(words.split()))


def _made(text: str) -> str:
    """What is granted as a verb of its own: who "was compensated" was granted compensation."""
    for line in lines("docket", "granted_as"):
        noun, *verbs = line.split()
        noun = noun.replace("_", " ")
        done = "|".join(map(re.escape, verbs))
        text = re.sub(rf"\b({_BE}) (?P<how>\w+ly )?(?:{done})\b", rf"\1 granted {noun}", text, flags=re.IGNORECASE)
        given = rf"\b(?:{done}) (?=(?:[A-Z]|the\b|only\b|all\b|\d|[a-z]+ (?:out of|in)\b))"
        text = re.sub(given, f"granted {noun} to ", text)
    return text
