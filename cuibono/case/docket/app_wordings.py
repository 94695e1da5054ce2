"""What is said of an app in the words of what was measured: who "wants to read my messages" asks for access to them.

Whose data it is goes without saying, since it is of whoever holds the phone; where it goes does not.
"""

import re
from dataclasses import replace

from cuibono.model.docket import Asked

_USER = (
    r"(?:user|runner|driver|rider|patient|player|pupil|customer|client|member|subscriber|viewer|visitor|passenger|child"
    r"|student|citizen|dater|shopper|traveller|commuter|phone|device|owner|parent)"
)
_DATA = (
    r"(?:(?:precise |exact |rough |approximate )?(?:location|position)s?|contacts?|contact lists?|address books?"
    r"|calendars?|text messages|messages|clipboards?|photos?|(?:device|advertising) (?:ids?|identifiers?)"
    r"|microphones?|cameras?|call logs?|phone numbers?|screen contents?)"
)
_ASKS = r"(?:wants|asks|demands|seeks|requests) to (?:read|see|use|know|get at|look at|open)"
_GOES = rf"(?: (?:on|over))?(?= (?:the )?{_DATA}\b[^,;]* (?:to|with)\b)"
_ADS = r"(?:advertising|ad|analytics|tracking) (?:firm|company|network|business)"
_PASSES = r"(?:pass|hand|give|forward|leak|transmit|share|upload|send|sell)(?:s|es|ed)?"
_FORMS = tuple(
    (re.compile(said, re.IGNORECASE), same)
    for said, same in (
        (rf"\b(?:(?:the|a|each|every|its|their|all) )?(?:{_USER}['\u2019]s|{_USER}s['\u2019])(?= )", "the"),
        (r"\b(?:any|every|some|no)(?:body|one)['\u2019]s(?= )|\bpeople['\u2019]s(?= )", "the"),
        (rf"\b(?:my|our|your|his|her) (?={_DATA}\b)", "the "),
        (rf"(?<=\w) of (?:(?:any|every)(?:body|one)|(?:all )?those|{_USER}s) who [^,;.]*$", ""),
        (rf"\b(?P<what>{_DATA}) of (?:any|every)(?:body|one)\b(?! (?:who|in|with|from|under|over)\b)", r"\g<what>"),
        (
            r"\b(?:what|which|the) (?:other )?(?:apps|applications|programs) (?:that )?"
            r"(?:you have|(?:people|users|they) have|are|stand|were) (?:installed )?(?:on|in) (?:your|the|their) "
            r"(?:phone|device)s?\b",
            "the installed apps",
        ),
        (r"\bwhat (?:is|stands|was) (?:on|in) (?=(?:the |your )?clipboard\b)", ""),
        (rf"\b{_PASSES} nothing(?: at all)?(?: on)?(?= to )", "sends no data"),
        (rf"\b{_PASSES} (?:any ?thing|something)(?: at all)?(?: on)?(?= to )", "sends data"),
        (r"\bwhereabouts\b|\bpositions?\b(?! (?:of|in) )", "location"),
        (rf"\b{_ASKS} (?=(?:the )?{_DATA}\b)", "requests access to "),
        (rf"\b(?:pass(?:es)?|hands|gives|forwards|leaks|transmits|shares|uploads){_GOES}", "sends"),
        (rf"\b(?:passed|handed|gave|forwarded|leaked|transmitted|shared|uploaded){_GOES}", "sent"),
        (rf"\bto (?:an|the) {_ADS}, (?=[A-Z]\w+$)", "to "),
        (r"\bdo(?:es)? (request|ask|read|send|contain)(?= )", r"\1s"),
    )
)


def in_app_words(claim: Asked) -> Asked:
    """A claim of an app in plain words; every other as it is.

    >>> in_app_words(Asked("behaviour of an app", "", "Acme wants to read my text messages", ("s", 1), "Vex")).words
    'Acme requests access to the text messages'
    """
    if claim.kind != "behaviour of an app":
        return claim
    words = claim.words
    for said, same in _FORMS:
        words = said.sub(same, words)
    return claim if words == claim.words else replace(claim, words=" ".join(words.split()))
