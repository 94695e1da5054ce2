"""The kind of a claim by turns of phrase of which a parser makes nothing: "got less than the rest", "pays for them".

``phrased`` are those that say it whatever else stands beside: what accounts are shown, who acts with whom, how cases of
some are decided. ``at_last`` are those that count only where nothing else gave a claim a kind: who takes money of whom,
who is first, what was more at one time than at another, who has run "the company" since when.
"""

import re
from functools import cache

from cuibono.extract.claim_view import ClaimView
from cuibono.extract.claim_words import MONTHS
from cuibono.extract.lexicon import words
from cuibono.model.claim_kind import ClaimKind

#: Accounts by their handles: "elm_voice", "@oak_fan".
_HANDLE = r"(?:@\w+|[a-z][a-z0-9]*_[a-z0-9_]+)"
_ACTS = re.compile(
    r"\b(?:in (?:concert|lockstep|unison|step|tandem|sync|league|cahoots)"
    r"|part of (?:the|a|an|one|that|this) (?:same|single|coordinated|organi[sz]ed) (?:network|ring"
    r"|group|operation)"
    r"|no coordination|coordinat\w+|(?:repeat|share|push|post|copy|echo|boost|spread)s? (?:each other"
    r"|one another)['’]?s?"
    r"|(?:the )?(?:very )?same links|work(?:s|ed)? together|(?:stayed|stays|kept) out of it|independently of)\b",
    re.IGNORECASE,
)
_RUN_FROM = re.compile(
    r"\b(?:is|are|was|were) (?:all |both )?(?:run|operated|managed|steered|written|posted|administered) "
    r"(?:from|out of|by|at) (?:one|a single|the same|the|[A-Z][\w'’-]+)\b",
)
_PAGES = re.compile(r"\b(?:pages|accounts|bots|channels|profiles|blogs|handles)\b", re.IGNORECASE)
_SHOWN = re.compile(
    r"\b(?:is|are|was|were|been|being|get|gets|got) (?:also |only )?(?:shown|served|fed|pushed|recommended) "
    r"(?:(?:far|much|many|a lot|no|almost no|slightly) )?(?:more|less|fewer|as much|as many|nothing|hardly any)\b"
    r"|\baccounts?\b[^.;]{0,30}\b(?:got|saw|received|were (?:shown|served|given)) (?:no|far|much|many|more|fewer|less"
    r"|hardly|almost|twice|the same|as many|as much)\b"
    r"(?![^.;]{0,20}\b(?:money|interest|funds|cash|deposits?|credit|loans?|payments?)\b)"
    r"|\bfor the [\w-]+ accounts? it was\b"
    r"|\b(?:we|I|they) (?:saw|found|noticed|measured) no difference between the (?:two|three|both|[\w-]+) "
    r"(?:groups?|sets?|sorts?|kinds?) ?(?:of accounts)?$",
    re.IGNORECASE,
)
_CASES = re.compile(
    r"\bin (?:about |nearly |almost |only |just )?[\w.-]+ (?:percent|per cent|%|out of \w+) of (?:all "
    r"|the |their |its )?"
    r"(?:cases|requests|applications|bids|appeals|petitions)\b"
    r"|\bgot (?:an? )?(?:no|yes|refusal|rejection|permit|grant|licence|license|loan) in (?:about |nearly )?[\w.-]+ of\b"
    r"|\b(?:followed|was imposed|came) in [\w-]+ (?:cases )?(?:out of|in) (?:every )?[\w-]+\b",
    re.IGNORECASE,
)
_LIKEWISE = re.compile(
    r"\b(?:treat(?:s|ed)?|hire[sd]?|admit(?:s|ted)?|pays?|paid|check(?:s|ed)?|fine[sd]?|refuse[sd]?"
    r"|serve[sd]?|help(?:s|ed)?"
    r"|grant(?:s|ed)?|handle[sd]?|judge[sd]?|dealt with)\b[^.;]{3,80}\b(?:the same|alike|equally|no differently"
    r"|(?:exactly |just )?like (?:everybody|everyone|anybody|anyone|all|the|other)|at (?:the same|equal|similar) rates?"
    r"|on (?:equal|the same) terms|in the same way)\b",
    re.IGNORECASE,
)
_LESS_THAN = re.compile(
    r"\b(?:got|gets?|received?|receives|were given|are given|was given|obtained)\b[^.;]{0,30}\b(?:less"
    r"|more|fewer|sooner"
    r"|later)\b[^.;]{0,20}\bthan (?:the )?(?:rest|others?|everybody|everyone|those|anybody|anyone)\b"
    r"|\b(?:had|have|has|enjoyed?|enjoys) (?:no|an?|little|a clear|a big|some|every) (?:advantage"
    r"|disadvantage|edge|head start)\b",
    re.IGNORECASE,
)
_DECIDED = (
    r"(?:turned (?:away|down)|refused|rejected|granted|approved|admitted|compensated|fined|sent away"
    r"|denied|accepted|spared"
    r"|let off|searched|checked|stopped|inspected|helped|paid)"
)
_PAID = re.compile(
    r"\b(?:is|are|was|were|been) (?:secretly |also |all )?(?:paid|funded|financed|bankrolled|sponsored"
    r"|subsidi[sz]ed) by\b"
    r"|\b(?:takes?|took|taken|accepts?|accepted|gets?|got|receives?|received) (?:\w+ )?(?:money|funds|funding|grants?"
    r"|donations?|cash|a single \w+|a penny|a cent) from\b"
    r"|\b(?:gives?|gave|given|donates?|donated|pays?|paid|sends?|sent) (?:\w+ )?"
    r"(?:money|funds|cash|donations?|gifts) to\b"
    r"|(?<=[\w.'’] )(?-i:funds|funded|finances|financed|bankrolls|bankrolled|sponsors|sponsored|subsidi[sz]e[sd]) "
    r"(?-i:(?:the )?[A-Z])"
    r"|\bone of (?:the |its |their )?(?:[a-z]+ ){0,2}(?:donors|sponsors|backers|funders) (?:of|to)\b"
    r"|\b(?:is|are|was|were|has been|have been) (?:an?|its|their|the) (?:[a-z]+ ){0,2}(?:donor|sponsor|backer|funder"
    r"|patron|benefactor|paymaster)s?\b"
    r"|\bpays? for (?:them|it|him|her|(?:the|these|those|all) [a-z]+)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:more|less|fewer)\b[^.;]{0,40}\bthan (?:either|any|all|both|each|most) of (?:its|their|his|the)\b"
    r"|\bthan (?:all )?(?:its|their|our|the) (?:other )?(?:competitors|rivals|others) (?:put together"
    r"|combined|together)\b"
    r"|\bled (?:everybody|everyone|the field|the market|the pack|all)\b"
    r"|\b(?:more|fewer|less|higher|lower|better|worse) than (?:in|during|at) any (?:other |previous |earlier )?"
    r"(?:year|month|quarter|season|time|decade)\b|\bthan ever(?: before)?$",
    re.IGNORECASE,
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_WHEN = (
    rf"(?:{_MONTH}|(?:the )?(?:first|second|third|fourth|last) (?:quarter|half)|\d{{4}}"
    rf"|(?:spring|summer|autumn|winter))"
)
_THAN_THEN = re.compile(
    rf"\b(?:more|less|fewer|higher|lower|shorter|longer|larger|smaller|greater|warmer|colder|cheaper|dearer"
    rf"|busier|emptier"
    rf"|fuller|often|rarely)\b[^.;]{{0,60}}\b(?:than|as) (?:it was |they were )?in (?:the )?{_WHEN}\b"
    r"|\bas (?:often|much|many)\b[^.;]{0,60}\bin the (?:first|second|third|fourth|last) [^.;]{0,30}\bas in the [a-z]+$"
    r"|\b(?:twice|three|four|five|six|ten|half) (?:times )?as [a-z]+\b[^.;]{0,40}\bas (?:it|they) (?:was"
    r"|were|had been) in\b"
    r"|\b(?:was|were|is) (?:twice|double|half|three times|triple) (?:what|that of"
    r"|as much as)\b[^.;]{0,40}\b(?:19|20)\d\d\b"
    r"|\bshare\b[^.;]{0,30}\b(?:grew|rose|fell|shrank|increased|declined|dropped|slipped) over the (?:year"
    r"|quarter|period)\b",
    re.IGNORECASE,
)
#: An account by one word, with a small letter at the front of its sentence.
_NETWORK = re.compile(
    r"^(?!the\b|this\b|that\b|they\b|these\b|those\b|both\b|each\b|every\b|some\b|many\b)[a-z0-9]{4,} "
    r"(?:is|was|posts?|acts?|works?|pushes|repeats|shares) (?:also |now )?(?:part of|in) (?:the same|this"
    r"|that|one|lockstep|step|sync)\b"
)
_AHEAD = re.compile(
    r"\bled (?:everybody|everyone|the field|the market|the pack|all others|all rivals)\b", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\b(?:twice|three times|four times|five times|half) as many [a-z]+\b"
    r"|\b(?:got rid of|dismissed|laid off|sacked|hired|took on|shed|fired|employs?|employed) (?:about |some |nearly )?"
    r"\d[\d,.]* of (?:us|them|its|their|our)\b",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"\b(?:casts?|commands?|has|have|controls?|holds?|wields?) (?:the|a|an absolute) (?:clear |narrow"
    r" )?majority of (?:the )?"
    r"votes\b",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:has|have|had) been (?:(?:the|a|an|its|their|our|his|her) )?(?P<post>(?:[a-z]+[ -]){0,2}[a-z]+)\b[^.;]{0,40}"
    r"\b(?:since|for|until) "
)
_NUMBERED = re.compile(
    r"(?:(?:In|During) \d{4},? )?(?:About |Nearly |Only |Some |At least )?(?:[Tt]wo|[Tt]hree|[Ff]our"
    r"|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight"
    r"|[Nn]ine|[Tt]en|[Dd]ozens|[Hh]undreds|\d+) (?:of (?:our|its|the|their|his|her) )?(?:[a-z-]+"
    r" )?[a-z-]+s?\b[^.;]{0,20}\b"
    r"(?:died|drowned|resigned|left|quit|fell ill|collapsed|closed|shut|vanished|disappeared"
    r"|(?:were|was) (?:killed|injured|hurt|dismissed|sacked|arrested|fined|closed|shut|stolen|lost|evicted|jailed))\b"
)
_RUNS = re.compile(
    r"\b(?:has|have|had) (?:run|led|headed|chaired|edited|managed|directed|steered) (?:the|this|its|our|that) "
    r"(?P<body>[a-z]+)\b"
    r"[^.;]{0,20}\b(?:since|for|until)\b"
    r"|\b(?:has|have|had) left the (?:board|company|firm|council|cabinet|ministry|government|party)\b",
    re.IGNORECASE,
)
_CONTROLS = re.compile(
    r"^(?:[Ss]o |[Tt]hus |[Tt]hen )?(?i:the|its|his|her|their) [\w'’ -]{3,40}? (?:controls?|dominates?) "
    r"(?:the|its|this) (?:[a-z]+ )?(?P<body>[a-z]+)\b",
)
_APP = re.compile(
    r"\b(?:never |does not |also )?(?:pass(?:es)?|forwards?|hands?|sells?|sends?|gives?|relays?|leaks?|transmits?)\b"
    r"[^.;]{2,60}\b(?:on )?to (?:an? |the |its |any )?(?:advertis\w+|ad network|third part(?:y|ies)|data brokers?"
    r"|trackers?|tracking \w+|analytics \w+|(?:advertising|ad) \w+)\b",
    re.IGNORECASE,
)
_CRYPT = re.compile(r"\b(?:encrypts?|decrypts?|fingerprints?|geolocates?)\b", re.IGNORECASE)


def phrased(view: ClaimView, text: str) -> ClaimKind | None:
    """The kind that a turn of phrase gives a claim, whatever else it holds."""
    handles = re.findall(_HANDLE, text)
    if (handles and _ACTS.search(text)) or ((handles or _PAGES.search(text)) and _RUN_FROM.search(text)):
        return "coordination"
    if numbered(view):
        return "count"
    if _NETWORK.search(text):
        return "coordination"
    if _SHOWN.search(text):
        return "behaviour of a feed"
    if _AHEAD.search(text):
        return "rank"
    if _cases().search(text) or (_CASES.search(text) and _groups().search(text)):
        return "treatment"
    return None


def at_last(view: ClaimView, text: str) -> ClaimKind | None:
    """The kind that a turn of phrase gives a claim that has no other."""
    if (_LIKEWISE.search(text) or _LESS_THAN.search(text) or _most().search(text)) and _groups().search(text):
        return "treatment"
    if paid(view, text):
        return "tie"
    if _FIRST.search(text):
        return "rank"
    if _THAN_THEN.search(text):
        return "trend"
    if _runs(text) and (view.names or view.references or text[:2] == "I "):
        return "role"
    if _of_a_body(_CONTROLS.search(text)):
        return "control"
    if _COUNTED.search(text):
        return "count"
    if _VOTES.search(text):
        return "control"
    if (view.names or view.references or text[:2] == "I ") and _in_post(text):
        return "role"
    first = view.names[0][1] if view.names else None
    person = first is not None and first.type == "Person" and " " in first.name
    return "behaviour of an app" if not person and (_APP.search(text) or _CRYPT.search(text)) else None


def numbered(view: ClaimView) -> bool:
    """Whether it says how many something befell in a year: "two of our welders died in 2024"."""
    text = " ".join(t.text for t in view.tokens)
    years = [e for e in view.events if re.fullmatch(r"\d{4}", e.date)]
    return bool(years) and len(years) == len(view.events) and _NUMBERED.match(text) is not None


def paid(view: ClaimView, text: str) -> bool:
    """Whether somebody is said to take money of somebody named: "is paid by Acme", "is a donor too"."""
    return _PAID.search(text) is not None and bool(view.names or view.references)


def _in_post(text: str) -> bool:
    """ "I have been director-general since March": what somebody has been is a post."""
    found = _POST.search(text)
    last = re.split(r"[ -]", found["post"]) if found is not None else []
    return bool(words("name_signs", "person_noun") & {*last})


def _runs(text: str) -> bool:
    """Whether somebody has run a body, and no race."""
    found = _RUNS.search(text)
    return found is not None and (found["body"] is None or _of_a_body(found))


def _of_a_body(found: re.Match[str] | None) -> bool:
    """Whether what is run or controlled is a body, and no race and no door."""
    return found is not None and found["body"] in words("references", "body") | words("name_signs", "body_noun")


@cache
def _kinds() -> str:
    kinds = words("claim_kinds", "asking_kinds") | words("claim_kinds", "people_kinds") | words("phrased", "groups")
    return "|".join(sorted(kinds - {"rest", "poor", "rich"}, key=len, reverse=True))


@cache
def _groups() -> re.Pattern[str]:
    """Kinds of people and of bodies that are dealt with, with whom else."""
    return re.compile(rf"\b(?:{_kinds()})\b|^(?i:{_kinds()})\b")


@cache
def _cases() -> re.Pattern[str]:
    """ "Plants of the state were fined for one spill in ten": so many of what some did or asked for."""
    return re.compile(
        rf"\b(?:{_kinds()})\b[^.;]{{0,50}}\b(?:was|were|are|is|got) {_DECIDED}\b[^.;]{{0,20}}"
        r"(?:\bin [\w.]+ (?:percent|per cent|%) of (?:the |their |all )?cases\b|\b(?:for|in) (?:only "
        r"|just |nearly )?[\w-]+ "
        r"(?:[a-z]+ ){0,3}(?:in|out of) (?:two|three|four|five|six|eight|ten|twenty|a hundred|every)\b"
        r"|[\w-]+ times out of [\w-]+\b)",
        re.IGNORECASE,
    )


@cache
def _most() -> re.Pattern[str]:
    """ "Most of the other villages were turned away"."""
    return re.compile(
        rf"\b(?:most|nearly all|almost all|few|hardly any|half|the majority|none) (?:of )?(?:the |these |those )?"
        rf"(?:[a-z-]+ ){{0,2}}(?:{_kinds()})\b[^.;]{{0,30}}\b(?:was|were|are|is|got) {_DECIDED}\b",
        re.IGNORECASE,
    )
