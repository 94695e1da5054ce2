"""What kind of text it is: an article, a transcript of speech, or a post."""

import re

from cuibono.extract.document import DocumentKind
from cuibono.extract.repair import repaired
from cuibono.extract.sections import count
from cuibono.extract.turns_labels import labels

_LOOK = 60_000  # characters: a text shows its kind early
_POST = 1_500
_SHORT = 600
_MARKS = 4
_MARK = re.compile(r"(?:^|\n)[ \t]*>>")
_TAG = re.compile(r"(?<![\w&])[#@]\w{2,}")
_QUOTED = re.compile(r"[“\"][^“”\"]{1,2000}[”\"]")
_I = re.compile(r"\b(?:I|my|me)\b")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|My)\b")
#: A voice that says who it is, and one that the narrator names after bare words: whoever writes does neither.
_HERSELF = re.compile(r"\b(?:[Mm]y name is|I am|I'm) [A-Z]\w+ [A-Z]\w+")
_NAMED_AFTER = re.compile(r"[^\s”\"’'],? (?:says|explains|recalls|remembers) (?:[A-Z]\w+ ?)+[.,]")
_SENTENCE = re.compile(r"[.!?](?=\s|$)")


def kind_of(text: str) -> DocumentKind:
    """The likeliest kind, from labels and marks of speakers, a host's phrases and "I" outside quotes.

    It is a guess for texts whose source does not tell; a transcript without any of these reads as an article.
    """
    view = repaired(text[:_LOOK])
    if len(_MARK.findall(view)) >= _MARKS or labels(view, lambda _: ""):
        return "transcript"
    if len(view) < _POST and (len(_TAG.findall(view)) >= 2 or view.lstrip().startswith(("@", "RT @"))):
        return "post"
    own = _QUOTED.sub(" ", view)
    sentences = max(1, len(_SENTENCE.findall(own)))
    personal = len(_I.findall(own))
    hosting = count("hosting", view.lower()) + count("farewell", view.lower())
    voices = len(_HERSELF.findall(own)) + len(_NAMED_AFTER.findall(own))
    if voices >= 2:
        personal += len(_WE.findall(own))
    spoken = hosting >= 3 or (hosting >= 1 and voices >= 2)
    return "transcript" if spoken and personal * 8 >= sentences and len(view) > _SHORT else "article"
