"""By how much something differs or moved, as claims say it: "about 300 tonnes", "a third", "half a point or so"."""

from cuibono.case.docket.words import QUALIFIERS
from cuibono.model.spelled import ONES

PARTS = (
    r"(?:(?:an?|one|two|three|four)[ -](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|half)s?|half"
    r"|an? (?:percentage )?point|half a (?:percentage )?point)"
)
NUMBER = (
    rf"(?:(?:[$€£¥]\s?)?\d[\d.,]*|\b(?:{'|'.join(ONES)})\b)(?: (?:thousand|million|billion))?"
    r"(?: ?%| (?:percentage )?points?\b| per ?cent\b| (?!(?:more|higher|fewer|less|lower|up|down)\b)[a-z]+)?"
)
NEAR = rf"(?:{QUALIFIERS}|some|a good|a little (?:over|under|more than|less than)|only|just|merely|a mere)"
#: All of it, with what qualifies it.
SIZE = rf"(?:{NEAR} )*(?:{NUMBER}|{PARTS})(?:,? or so| or thereabouts)?"
