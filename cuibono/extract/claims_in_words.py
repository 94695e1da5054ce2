"""Sentences that say something by their words, whatever a parser made of their verb: "Vexling contacts a server".

A name that no parser knows turns the verb behind it into a noun; what apps, accounts and offices do the words tell.
"""

import re
from collections.abc import Sequence

from cuibono.extract.analysis import Token
from cuibono.extract.claim_apps import in_words
from cuibono.extract.claim_decided import decided_so_often
from cuibono.extract.claim_shown import part_shown

#: What accounts do together, and what each does alone.
_ACCOUNTS = re.compile(
    r"(?:\b(?:accounts?|pages?|channels|profiles)\b|\b[a-z0-9]+_[a-z0-9_]+\b)[^.;]*\b(?:act|acts|work|works|post"
    r"|posts|share|shares|move|moves|operate|operates"
    r"|push|pushes|repeat|repeats|belongs?|drop|drops|copy|copies)\b",
    re.IGNORECASE,
)
_MANY = 3  # words from which a sentence says something


def in_plain_words(words: Sequence[Token]) -> bool:
    """Whether a sentence that was parsed without a subject says by its words what an app, accounts or an office do."""
    if len(words) < _MANY:
        return False
    text = " ".join(t.text for t in words)
    named = words[0].text[:1].isupper() and words[0].pos in ("PROPN", "NOUN", "DET", "PRON", "ADJ", "")
    return bool((named and in_words(text)) or _ACCOUNTS.search(text) or decided_so_often(words) or part_shown(words))
