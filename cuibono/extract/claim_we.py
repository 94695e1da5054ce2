"""Whom "we" and "our revenue" mean in the mouth of somebody who speaks for a firm, a hospital or a union.

It is the one body that the text gives the speaker a post at. Of somebody with two posts, or with one that ended, nobody
can tell; nor of what is no number of the body's own: "we were glad", "our rivals".
"""

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words
from cuibono.extract.records import Claim, Found

_ENDED = ("former", "ex-", "until", "past", "retired", "once", "previous")
#: Who found or counted something counts no number of their own.
_FOUND = frozenset({"find", "discover", "identify", "count", "see", "observe", "document", "detect", "measure", "know"})
_ALONE = frozenset({"number", "mention", "amount"})


class Bodies:
    """The one body that each person of a text has a post at."""

    def __init__(self, found: Found, issuer: str | None = None) -> None:
        """``issuer``: the body whose text it is, if its head says so."""
        firms = {n.id for n in found.names if n.type == "Organization"}
        posts: dict[str, set[str]] = {}
        ended: set[str] = set()
        for tie in found.ties:
            if tie.type != "role" or tie.object not in firms or tie.polarity == "-" or tie.status == "hypothetical":
                continue
            posts.setdefault(tie.subject, set()).add(tie.object)
            over = f"{tie.role or ''} {tie.quote}".lower()
            if any(word in over for word in _ENDED) or (tie.date or "").rpartition("/")[2] not in ("", "..", tie.date):
                ended.add(tie.subject)
        self._of = {who: next(iter(at)) for who, at in posts.items() if len(at) == 1 and who not in ended}
        signers = {t.speaker for t in found.turns}
        self._issuer = issuer if len(signers) < 2 else None
        self._signers = signers - ended - {None}

    def of(self, person: str | None) -> str | None:
        """The body that a person speaks for, if the text gives one and only one."""
        return self._of.get(person or "")

    def of_text(self, claim: Claim) -> str | None:
        """The body whose text it is, of a claim that it or who signs for it makes; None of whoever else is quoted."""
        signs = claim.speaker is None or claim.speaker in self._signers
        return self._issuer if claim.mode == "turn" and signs else None

    def speaking(self, claim: Claim) -> str | None:
        """The body that whoever makes a claim speaks for."""
        return self.of(claim.speaker) or self.of_text(claim)


def counts_its_own(view: ClaimView) -> bool:
    """Whether a claim is one of numbers, a rank or a change, as bodies make them of themselves."""
    if any(t.lemma.lower() in _FOUND for t in view.tokens):
        return False
    return bool(view.amounts) or view.has("rank") or view.has("change") or view.has("trend_frame")


def is_ours(analysis: Analysis, head: Token) -> bool:
    """Whether a subject is a number of the speaker's own body: "our revenue", and not "our rivals"."""
    measured = head.lemma.lower() in words("claim_kinds", "changing") - _ALONE and head.dep in clauses.SUBJECTS
    return measured and any(c.dep == "poss" and c.text.lower() == "our" for c in analysis.children(head))
