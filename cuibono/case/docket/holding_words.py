"""How one says that one has a firm, or a part of it: "has it in its hands", "most of it", "the whole of it".

Each is put in the words that holdings are compared in, where it says neither more nor less.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from cuibono.case.docket.rows import Holding
from cuibono.case.docket.words import listed, tokens
from cuibono.extract.claim_words import has_han
from cuibono.model.docket import Asked, Party

_WHOLLY = r"\b(?:an? )?(?:wholly|fully|100 percent)[- ](?:owned )?subsidiary of\b"
_SUBSIDIARY = re.compile(_WHOLLY, re.IGNORECASE)
_SAME = tuple(
    (re.compile(said, re.IGNORECASE), plain)
    for said, plain in (
        (r"\bin (?:its|his|her|their) (?:own )?(?:hands|possession)\b", ""),
        (r"\b(?:is|was|are|were) in (?:the )?(?:hands|possession) of\b", "belongs to"),
        (r"\bmajority-(?=owned\b)", "majority "),
        (r"\b(?:lies|lay|rests|rested) with\b|\b(?:is|are|was|were) with (?=(?:the )?[A-Z])", "belongs to "),
        (r"\ball (?:of )?the (?=(?:capital|shares|stock|equity|votes)\b)", "the whole "),
        (_WHOLLY, "wholly owned by"),
        (r"\b(?:is|was|are|were) (?:the )?(?:sole|only) (?:owner|shareholder|proprietor)s? of\b", "wholly owns"),
        (r"^(?:(?:but|and),? )?the (?:very )?same (?=[A-Z])", ""),
        (r"\b(?:the )?(?:whole|entirety) of\b|\b(?:all|every share) of(?= (?:the )?[A-Z])", "wholly"),
        (r"\b(?:most|the (?:greater|larger|bigger|better) part|more than half) of(?= (?:the )?[A-Z])", "a majority of"),
        (r"\bmost of (?:the )?(?=votes\b)", "a majority of the "),
        (
            r"\b(?:majority|most) of (?:the )?(?:capital|shares|stock|equity) (?:of|in|at)\b",
            "majority of the capital of",
        ),
    )
)
_NONE = re.compile(
    r"\b(has|have|had|holds?|held|owns?|owned) (?:no|not a single)(?= (?:shares?|stakes?|shareholding|interest)\b)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"\b(?:does|do|did) not (own|hold|have) (?:a single|any|a)(?= (?:shares?|stakes?|shareholding|interest)\b)",
    re.IGNORECASE,
)
_ONE_WHO = re.compile(
    r"\b(?:is|was|are|were) the (?:one|person|man|woman|firm|company)s? (?:who|that|which) (?=\w)", re.IGNORECASE
)


def in_plain_words(claim: Asked) -> Asked:
    """A claim of a holding or of control in plain words.

    >>> in_plain_words(Asked("ownership", "", "most of the Old Mill belonged to Vex", ("s", 1), "Pia")).words
    'a majority of the Old Mill belonged to Vex'
    """
    words = _ONE_WHO.sub("", claim.words)
    for said, plain in _SAME if claim.low is None and claim.high is None else _SAME[:6]:
        words = said.sub(plain, words)
    if claim.polarity == "+" and len(_NOT_ONE.findall(words)) == 1:
        return replace(claim, words=_NOT_ONE.sub(r"\1s a", words), polarity="-")
    if claim.polarity == "+" and len(_NONE.findall(words)) == 1:
        return replace(claim, words=_NONE.sub(r"\1 a", words), polarity="-")
    words = " ".join(words.split())
    return claim if words == claim.words else replace(claim, words=words)


_PART_OF = re.compile(
    r"^(?:all|most|(?:the|a) majority|the whole|half|part) (?:of )?(?:the )?(?:capital|shares|stock|equity|votes) "
    r"(?:of|in|at) (?:the )?(?P<firm>[A-Z].*)$",
    re.IGNORECASE,
)


def of_what(party: Party | None) -> Party | None:
    """The firm that is held, of "all of the capital of Acme"; any other party as it is."""
    found = _PART_OF.match(party.name) if party and not party.whole else None
    return Party(None, found["firm"]) if found else party


def is_wholly_owned(claim: Asked) -> bool:
    """Whether a claim of two says that the one is all of the other's: "a wholly owned subsidiary of"."""
    return bool(_SUBSIDIARY.search(claim.words)) and claim.object is not None


def is_controlling(claim: Asked) -> bool:
    """Whether a claim is of a part that decides, without a number: "the controlling shareholder"."""
    return claim.low is None and claim.high is None and "controlling" in tokens(claim.words)


def in_shares(claim: Asked, rows: Sequence[Holding]) -> bool:
    """Whether claim and records are of 股份 alone: a Chinese table that gives votes says so."""
    chinese = has_han(claim.words) and all(has_han(r.asset.name) for r in rows)
    return chinese and not set(tokens(claim.words)) & listed("votes") and not any(r.share_of for r in rows)


_THROUGH = re.compile(r",? (?:through|via|by way of) (?:the )?([A-Z][^,;]*)$")
_AT_FIRST = re.compile(r"^(?:Through|Via|By way of) (?:the )?(?P<via>[^,;]+), (?P<rest>.*)$")


def through(claim: Asked) -> tuple[Asked, str]:
    """A claim without the firm that it says control goes through, and that firm."""
    claim = replace(claim, words=_AT_FIRST.sub(r"\g<rest> through \g<via>", claim.words))
    found = _THROUGH.search(claim.words)
    if found is None or claim.object is None:
        return claim, ""
    name = _THROUGH.sub("", claim.object.name)
    via = re.sub(r"^(?:his|her|its|their) (?:firm|company|holding) ", "", found[1]).rstrip(".")
    whole = claim.object.whole or name != claim.object.name
    return replace(claim, words=claim.words[: found.start()], object=replace(claim.object, name=name, whole=whole)), via


def of_subsidiary(claim: Asked) -> Asked | None:
    """A claim that one firm is a subsidiary of another as one of control; None where it says nothing of the kind."""
    if not set(tokens(claim.words)) & {"subsidiary", "subsidiaries"} or claim.subject is None or claim.object is None:
        return None
    holder, held = (claim.object, claim.subject)
    return replace(claim, kind="control", subject=holder, object=held)
