"""Reading Chinese news text into records."""

from cuibono.extract.chinese import claims, mentions, names
from cuibono.extract.chinese.script import is_chinese as is_chinese
from cuibono.extract.chinese.script import simplified
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Mention


def read(document: Document) -> Found:
    """Everything that is found in a Chinese document."""
    view = simplified(document.text)
    places, line, known = mentions.find(view)
    named = names.group(document.text, places, known)
    marks = tuple(Mention(p.span, p.span.of(document.text), p.type, by="lexicon") for p in places)
    said, unnamed = claims.attribute(document.text, view, line, named)
    return Found(mentions=marks, names=(*named, *unnamed), claims=said)
