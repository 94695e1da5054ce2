"""The passage that copies of a text have in common, whatever each added before and behind."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_LOOKED_AT = 1_200  # letters of each text; the work grows with the square
_TEXTS = 12


def shared_passage(texts: Sequence[str], *, shortest: int = 8) -> str:
    """The longest run of letters that stands in all of the first dozen texts; empty when it is too short to tell.

    >>> shared_passage(["The ferry is back, friends!", "RT: the ferry is back, friends #ferry"])
    'he ferry is back, friends'
    """
    distinct = list(dict.fromkeys(" ".join(t.split())[:_LOOKED_AT] for t in texts))[:_TEXTS]
    if not distinct:
        return ""
    passage = distinct[0]
    for text in distinct[1:]:
        found = SequenceMatcher(None, passage, text, autojunk=False).find_longest_match()
        passage = passage[found.a : found.a + found.size]
    passage = passage.strip()
    return passage if len(passage) >= shortest else ""
