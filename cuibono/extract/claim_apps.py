"""Whether an app is said to ask for, to hold or to take something on a phone, or to speak with a server.

Told by what stands on a phone ("the clipboard", "the apps that are installed") and by a verb of asking, of being able
or of taking; who does so must be named and be nobody: an agency that reads messages is no app.
"""

import re

from cuibono.extract.claim_view import ClaimView

#: What is somebody's own on a phone: who takes it of "users", or takes "your" contacts, is an app or a platform.
_PRIVATE = (
    r"(?:locations?|contacts?|address books?|calendars?|microphones?|cameras?|call logs?|messages?|conversations?|"
    r"photos?|device (?:id|identifier)s?|clipboards?|whereabouts|passwords?|keystrokes?|browsing (?:history|data)|"
    r"positions?|screen content|location data|phone numbers?|e-?mail address(?:es)?)"
)
#: What of it is spoken of as one thing of a phone, so that it needs no word of its users beside it.
_ON_PHONE = (
    r"(?:(?:contact lists?|address books?|clipboards?|call (?:logs?|histor(?:y|ies))|text messages|sms|imei|gps"
    r"|(?:device|advertising|hardware) (?:ids?|identifiers?)|keystrokes|screen contents?|installed apps?)\b"
    r"|(?:other )?app(?:lication)?s (?:that |which )?(?:(?:are|were|is) )?(?:\w+ )?installed\b|which apps\b"
    r"|(?:record(?:s|ed|ing)?|capture) (?:audio|sound)s?\b"
    r"|what (?:is|was|people|they|users|passengers|one) (?:being )?(?:said|says?|speaks?|typed?|types?)\b"
    r"|(?:private |all )?(?:conversations|voices|phone calls|every word)\b"
    r"|(?:the|your|their|its|any|all|users['’]|(?:user|phone)['’]s) (?:(?:user|phone|device)['’]?s? )?"
    r"(?:(?:precise|exact|fine|approximate|rough|current) )?"
    r"(?:contacts|calendars?|microphone|camera|locations?|position|phone numbers?|photos)\b"
    r"(?! (?:images?|pictures|footage|recordings?|feeds?|network|system|software)\b)"
    r"|(?:precise|exact|fine) (?:locations?|position)\b)"
)
_TAKE = (
    r"(?:read|list|see|access|use|query|quer(?:y|ie)|collect|track|record|touch|open|copy|copi|take|look|know|upload"
    r"|get|obtain|determine|retrieve|scan|view|monitor|fetch|activate|switch|turn|find|inspect|enumerate|tap)"
    r"(?:s|es|d|ed|ing)?"
)
_MAY = (
    r"(?:(?:is|are|was|were|be) (?:not )?(?:able|allowed|permitted|entitled|authori[sz]ed|free) to"
    r"|(?:can|could|may|might)(?:not)?\b|capable of|permission|rights? (?:to|of)|abilit(?:y|ies) to|access to)"
)
_ASK = (
    r"(?:ask|request|want|demand|seek|need|require|declare|claim|insist|hold|obtain|reserve|lack|ha)(?:s|ed|ing|ve|d)?"
)
_OWN_ON_PHONE = re.compile(
    rf"\b(?:{_ASK}|{_TAKE}|{_MAY})\b[^,;.]{{0,45}}?\b{_ON_PHONE}"
    r"|\b(?:record|captur)(?:e|s|es|ed|ing)? (?:audio|sound)\b"
    rf"|\b{_ON_PHONE}[^,;.]{{0,25}}\b(?:is|are|was|were|be|being)\b[^,;.]{{0,15}}\b(?:read|listed|accessed|collected"
    rf"|recorded|copied|queried|uploaded|requested|taken)\b",
    re.IGNORECASE,
)
#: What an app is said to ask for.
_ASKS_FOR = re.compile(
    rf"\b(?:ask|request|want|demand|seek|need)(?:s|ed|ing)?\b[^,;.]{{0,20}}\b(?:access|permission"
    rf"|allowed)\b[^,;.]{{0,40}}"
    rf"\b{_PRIVATE}\b",
    re.IGNORECASE,
)
#: The same without a word of permission, of an app: "asks for the camera", "wants to know your location".
_WANTS = re.compile(rf"\b(?:asks?|asked|requests?|wants|demands?)\b[^,;.]{{0,25}}\b{_PRIVATE}\b", re.IGNORECASE)
_HOST = (
    r"(?:servers?\b|hosts?\b|domains?\b|(?:advertising |ad |tracking )?trackers?\b|advertising (?:firms?|networks?)\b"
    r"|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b)"
)
#: Who so named wants something on a phone that only an app can: "Vexling wants to read my text messages".
_WANTS_TO = re.compile(
    rf"\b(?:wants?|demands?|asks?|insists? on|seeks?|tries|try) (?:to )?(?:read|know|see|use|get at|look (?:at"
    rf"|into|through)"
    rf"|open|access|have)\w* (?:my|your|our|people['\u2019]s|(?:my|your|our) \w+['\u2019]s) (?:\w+ )?{_PRIVATE}\b",
    re.IGNORECASE,
)
#: That somebody is known to be where they are, or what they have copied or typed.
_KNOWS = re.compile(
    r"\b(?:know|see|track|record|follow|read|tell|learn|copy|copie|find out)(?:s|ed"
    r"|ing)? (?:exactly )?(?:where (?:you|its users|users"
    r"|people|they|i|somebody|anybody) (?:are|is|am|go|goes|live)|what (?:you|users|people|they|i) (?:have "
    r"|had )?(?:just )?"
    r"(?:copied|typed|copy|type)|which (?:other )?apps)\b",
    re.IGNORECASE,
)
#: With whom it was seen to speak.
_CONNECTS = re.compile(
    r"\b(?:connect(?:s|ed|ing|ions?)?|talk(?:s|ed|ing)?|contact(?:s|ed|ing)?|send(?:s|ing)?|sent|transmit(?:s|ted)?"
    r"|phon(?:es|ed|ing) home|communicat(?:e|es|ed|ing)|traffic|transfer(?:s|red)?|reach(?:es|ed)|call(?:s|ed)?"
    rf"|exchang(?:e|es|ed|ing)|pass(?:es|ed)?|report(?:s|ed)? back|deliver(?:s|ed)?"
    rf"|(?:get|got|gets|was|is|stays?) in touch|hand(?:s|ed|ing)?|upload(?:s|ed|ing)?|leak(?:s|ed|ing)?"
    rf"|forward(?:s|ed|ing)?)\b[^,;.]{{0,70}}\b{_HOST}"
    r"|\b(?:send|pass|share|sell|transmit|hand)(?:s|es|ed|ing)?\b[^,;.]{0,20}\b(?:data|identifiers?|ids?)\b"
    r"[^,;.]{0,20}\b(?:advertis\w+|ad|tracking|analytics)\b",
    re.IGNORECASE,
)
#: To whom what is known of people goes, who makes money of it: "passes their age on to an advertising tracker".
_SOLD_ON = re.compile(
    r"\b(?:pass|send|share|hand|sell|forward|transmit|leak|upload|give)(?:s|es|d|ed|ing)?\b[^,;.]{0,60}\b(?:to|with) "
    r"(?:(?:an?|any|the|its|some|several|foreign|outside|third-party) ){0,2}"
    r"(?:(?:advertis\w+|ad|tracking|analytics|data|marketing) (?:trackers?|networks?|firms?|compan(?:y|ies)|brokers?"
    r"|servers?|hosts?|partners?|services?|business(?:es)?)|advertisers?|trackers?|brokers)\b",
    re.IGNORECASE,
)
_BUILT = (
    r"(?:contain|include|embed|carr(?:y|ie)|use|bundle|integrate|ship|come|incorporate|load|has|have)(?:s|d|ed|ing)?"
)
#: What is built into it.
_HOLDS = re.compile(
    rf"\b{_BUILT}\b[^,;.]{{0,30}}\b(?:(?:advertising|ad|tracking|analytics|software) (?:library|libraries|kits?|code)"
    r"|SDKs?|trackers?)\b",
    re.IGNORECASE,
)
#: The same of a library, of which there are those with books.
_LIBRARY = re.compile(
    r"\b(?:use[sd]?|load(?:s|ed)?) the (?:\w+ )?library (?-i:[A-Z])"
    r"|\b(?:contain|embed|bundle|integrate|incorporate|include|ship|come)s?\b[^,;.]{0,12}\b(?:library|libraries)\b"
    r"(?= (?:called|named|from|by|for|of (?-i:[A-Z]))\b| (?-i:[A-Z]))"
    r"|\bthere (?:is|are) (?:no|not any|an?|\w+) [^,;.]{0,20}\b(?:librar(?:y|ies)|SDKs?|trackers?) "
    r"(?:in|inside|within)\b"
    r"|\b(?:built|integrated|embedded|bundled|compiled) in(?:to)?\b|\b(?:library|SDK|tracker)\b[^,;.]{0,40}\b"
    r"(?:is|are|was|were) (?:part of|(?:found|present|included|contained) in)\b",
    re.IGNORECASE,
)
_LIBRARIES = re.compile(r"\b(?:librar(?:y|ies)|SDKs?|trackers?)\b", re.IGNORECASE)
_USER = (
    r"(?:user|runner|driver|rider|patient|player|pupil|customer|client|member|subscriber|viewer|visitor|passenger|child"
    r"|student|citizen|dater|shopper|traveller|commuter|phone|device)"
)
_OF_USERS = re.compile(
    rf"\b(?:your|users['’]|users ['’]|{_USER}s?['’]s?|{_USER}s['’]|(?:any|every|some|no)(?:body|one)['’]s|people['’]s"
    r"|of (?:its|the|all|their) users|of (?:users|(?:any|every)(?:body|one) who))(?![\w])",
    re.IGNORECASE,
)
#: Who has no name: "nobody asks for your location".
_ANYBODY = re.compile(r"^(?:(?:no|every|some|any)(?:body|one|thing)|none|nothing)$", re.IGNORECASE)
_TAKES = re.compile(
    rf"\b(?:pass|share|hand|sell|forward|upload|read|record|collect|copy|track|log|send|transmit|leak|scan|copi)"
    rf"(?:s|es|d|ed|ing)?\b[^,;.]{{0,40}}\b{_PRIVATE}\b",
    re.IGNORECASE,
)
#: Who reads and records what people have, and is no app.
_BODY = re.compile(
    r"\b(?:he|she|i|we|you|who|somebody|services?|agenc(?:y|ies)|police|ministry|offices?|officers?|department"
    r"|government|council|court|party|bank|company|firms?|authorit(?:y|ies)|army|people|users|thieves|hackers|parents"
    r"|employers?|staff|minister|president|spokes\w+|journalists?|reporters?|union|university|school|hospital|city)\b",
    re.IGNORECASE,
)


def of_apps(view: ClaimView, text: str, *, app: bool) -> bool:
    """Whether what people have on their phones is taken, asked for or passed on; ``app``: an app is spoken of."""
    text = re.sub(r" (?=['’]s?\b)", "", text)
    product = bool(view.names) and view.names[0][1].type == "Product"
    if _HOLDS.search(text) or _ASKS_FOR.search(text) or _CONNECTS.search(text) or (product and _WANTS.search(text)):
        return True
    if _SOLD_ON.search(text) and not view.amounts and (product or app or _by_name(view, text)):
        return _BODY.search(text[: text.lower().find(" to ")]) is None or product or app
    if _TAKES.search(text) is not None and (product or _OF_USERS.search(text) is not None):
        return True
    if view.amounts or not (app or _by_name(view, text)):
        return False
    if _WANTS_TO.search(text) or _KNOWS.search(text):
        return True
    return in_words(text)


def in_words(text: str) -> bool:
    """Whether words without a subject say so: "asks for access to the calendar", "lists the installed apps"."""
    held = _LIBRARY.search(text) is not None and _LIBRARIES.search(text) is not None
    return held or any(form.search(text) for form in (_OWN_ON_PHONE, _ASKS_FOR, _CONNECTS, _HOLDS))


def _alone(view: ClaimView) -> bool:
    """Whether one word without an article does it, which is a name that a reader does not know: "Vexling asks for"."""
    one, two = (*view.tokens[:2], None, None)[:2]
    if one is None or two is None or one.tag != "NN" or not one.text[:1].isupper() or _ANYBODY.match(one.text):
        return False
    return two.tag.startswith(("VB", "MD", "RB"))


def _by_name(view: ClaimView, text: str) -> bool:
    """Whether somebody named does it who is neither a person nor a body of people, or "it" does."""
    first = view.tokens[0].text.lower() if view.tokens else ""
    if first in ("it", "its"):
        return True
    name = view.names[0][1] if view.names else None
    if name is None and not (view.tokens and (view.tokens[0].tag.startswith("NNP") or _alone(view))):
        return False
    if name and name.type == "Person" and " " in name.name and not _LIBRARIES.search(text):
        return False  # an app of one name is often taken for a person
    at = _OWN_ON_PHONE.search(text) or _LIBRARY.search(text)
    return at is None or _BODY.search(text[: at.start()]) is None
