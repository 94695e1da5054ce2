"""What is said of an app in the words of what was measured: who "wants to read my messages" asks for access to them.

Whose data it is goes without saying, since it is of whoever holds the phone; where it goes does not.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import reworded
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
_SCREEN = r"(?:home|start|main|opening|first) (?:screen|page)"
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
        (rf"\b(?:has|have) access to (?=(?:the |your )?{_DATA}\b)", "requests access to "),
        (
            r"\b(?:has|carries) (?P<what>(?:an? |the )?[\w -]*librar(?:y|ies)[\w ]*?) "
            r"(?:on board|inside|built in|in it)\b",
            r"contains \g<what>",
        ),
        (
            r"\btells (?P<to>[\w.-]+\.[a-z]{2,}) where (?:you|users|people|they) (?:are|is)\b",
            r"sends the location of users to \g<to>",
        ),
        (rf"\b{_PASSES} nothing(?: at all)?(?: on)?(?= to )", "sends no data"),
        (rf"\b{_PASSES} (?:any ?thing|something)(?: at all)?(?: on)?(?= to )", "sends data"),
        (
            r"^(?:whenever|every time|each time|as soon as|when) (?:it|the app|you|somebody|users?|people) (?:is "
            r"|are )?"
            r"(?:opens?|opened|starts?|started|launch(?:es|ed)?)(?: (?:it|the app))?,? (?=\w)",
            "",
        ),
        (
            r"\b(?:only (?:ever )?(?:talks?|connects?|speaks?|sends data|communicates?)|(?:talks?|connects?|speaks?"
            r"|sends data"
            r"|communicates?) only) (?:to|with) (?:its|our|their|the company['\u2019]s) own (?:servers?|hosts?)\b|"
            r"\b(?:talks?|connects?|speaks?|sends data|communicates?) (?:to|with) (?:nobody|no one|nothing"
            r"|no server) (?:but|except|other than) "
            r"(?:its|our|their) own (?:servers?|hosts?)\b|\b(?:talks?|connects?|speaks?|sends data"
            r"|communicates?) (?:to|with) "
            r"(?:its|our|their) own (?:servers?|hosts?) (?:and (?:to |with )?(?:nobody|no one|nothing) else|only"
            r"|alone)\b",
            "never connects to a third party tracker",
        ),
        (r"\bwhere (?:you|its users|users|people|they|somebody|anybody|i) (?:are|is|am)\b", "the location of users"),
        (
            r"\bwhat (?:you|users|people|they|i) (?:have |had )?(?:just )?copied(?: to (?:the|your"
            r"|their) clipboard)?\b",
            "the clipboard",
        ),
        (rf"(?:(?<=\w)['\u2019]s|\bits|\bthe) {_SCREEN}\b(?: of (?=[A-Z]))?", ""),
        (
            rf"\b(?:demands|insists on|seeks|tries|wants|asks) (?:to )?(?:know|knowing|have"
            rf"|see) (?=(?:the )?{_DATA}\b)",
            "requests access to ",
        ),
        (
            rf"\b(?:cannot|can not|can['\u2019]t|could not|is (?:not able|unable) to|is not (?:allowed|permitted) to"
            rf"|has no way to|has no right to)"
            rf" (?:even )?(?:use|access|switch on|turn on|activate|open|touch|reach) (?=(?:the )?(?:\w+ )?{_DATA}\b)",
            "does not request access to ",
        ),
        (r"\b(?P<not>does|do|did) not even (?=ask|request|read|send|contact|use)", r"\g<not> not "),
        (
            rf"\bpermission to (?:use|access|read|see|open|switch on|turn on) (?=(?:the |your |my )?{_DATA}\b)",
            "access to ",
        ),
        (r"\b(?:has|have|had) no (?:contact|connection|dealings) (?:whatsoever )?with\b", "never contacts"),
        (
            r"\b(?:has|carries|contains|includes) no (?P<what>(?:advertising |tracking )?trackers?) "
            r"(?:on board|inside|built in|in it|whatsoever|at all)\b",
            r"never contacts an advertising tracker",
        ),
        (rf"\b{_PASSES} (?P<what>(?:the )?{_DATA}[^,;]*?) on to\b", r"sends \g<what> to"),
        (rf"\b(?:an?|the) {_ADS}\b(?! called| named|,)|\b(?<=to )advertisers\b", "an advertising tracker"),
        (
            rf"\b(?P<not>does|do|did) not (?:pass|hand|give|forward|leak|transmit|share|sell) (?=(?:the )?{_DATA}\b)",
            r"\g<not> not send ",
        ),
        (rf"(?<=\w) of its {_USER}s\b", " of its users"),
        (r"^declared permission (?:for )?(?:the )?", "requests access to the "),
        (
            rf"\b(?:has|have|had|gets) no access (?:whatsoever )?to (?=(?:the )?(?:\w+ )?{_DATA}\b)",
            "does not request access to ",
        ),
        (rf"\b(?:does|did|do) not touch (?=(?:the )?(?:\w+ )?{_DATA}\b)", "does not request access to "),
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
    words = reworded(claim.words, _FORMS)
    return claim if words == claim.words else replace(claim, words=" ".join(words.split()))
