"""Who says "I" means whoever speaks: "I am a director of Acme" is a claim about the speaker, "my brother" about his.

Only where the speaker has a full name and the reading took just that for the one who is meant.
"""

import re
from dataclasses import replace

from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_KINDS: tuple[ClaimKind, ...] = ("role", "tie", "ownership", "control", "event date")
_FORMS = (
    (re.compile(r"\bI(?: am|['\u2019]m)\b"), "{} is"),
    (re.compile(r"\bI(?: have|['\u2019]ve)\b"), "{} has"),
    (re.compile(r"\bI\b(?!['\u2019.])"), "{}"),
)
_MY = re.compile(r"\bmy(?= [a-z])", re.IGNORECASE)


def in_own_name(claim: Asked) -> Asked:
    """A claim of the first person with the name of its speaker; any other as it is.

    >>> in_own_name(Asked("role", "", "I am a judge", ("s", 1), "Pia Vex", subject=Party(None, "Pia Vex"))).words
    'Pia Vex is a judge'
    """
    name, subject = claim.speaker, claim.subject
    if claim.kind not in _KINDS or " " not in name or subject is None or claim.speaker_kind != "named":
        return claim
    if name in claim.words:
        return claim
    if subject.name != name:
        return _of_mine(claim, name)
    words = claim.words
    for form, said in _FORMS:
        words = form.sub(said.format(name), words)
    return claim if words == claim.words else replace(claim, words=words)


def _of_mine(claim: Asked, name: str) -> Asked:
    """Whose brother somebody is who is "my brother"."""
    if claim.kind != "tie" or claim.object is not None or len(_MY.findall(claim.words)) != 1:
        return claim
    return replace(claim, object=Party(None, name), words=_MY.sub(f"{name}'s", claim.words))
