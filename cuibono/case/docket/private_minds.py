"""Whether a claim says what somebody thinks, feels or wants: nobody else can know, and no document bears it out.

Only of what has no other kind, and where such a verb stands behind "never", "secretly" or a pronoun: who "wanted to
build a mill" in a plan of 1990 may have written so, who "never wanted it" has not.
"""

import re
from functools import cache

from cuibono.extract.lexicon import words
from cuibono.model.docket import Asked


def in_private(claim: Asked) -> bool:
    """Whether it tells of a mind: "she never doubted the plan", "he secretly dislikes it"."""
    return claim.kind == "other" and _minded().search(claim.words) is not None


@cache
def _minded() -> re.Pattern[str]:
    forms = sorted({f for verb in words("deeds", "private") for f in _forms(verb)}, key=len, reverse=True)
    verb = rf"(?:{'|'.join(forms)})"
    adverb = r"(?:never|secretly|privately|always|ever|really|truly|inwardly|silently|still|once)"
    return re.compile(
        rf"\b{adverb} (?:once |even |for a moment |really )?{verb}\b"
        r"|^(?:(?:deep down|at heart|in private),? )?(?:I|we|he|she|they|nobody|everybody) "
        rf"(?:have |has |had |do not |does not )?{verb}\b",
        re.IGNORECASE,
    )


def _forms(verb: str) -> tuple[str, ...]:
    """A verb in the present and in the past."""
    if verb.endswith("vy"):
        return verb, f"{verb[:-1]}ied", f"{verb[:-1]}ies"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")
    odd = {"think": "thought", "regret": "regretted"}
    return verb, odd.get(verb, verb + ("d" if verb.endswith("e") else "ed")), third
