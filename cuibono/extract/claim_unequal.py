"""Whether some people are said to be treated otherwise than others: checked more often, paid less, refused a loan."""

import re
from collections.abc import Sequence
from functools import cache

from cuibono.extract.analysis import Token
from cuibono.extract.claim_decided import is_decided, two_so_often
from cuibono.extract.lexicon import words

_TIMES = r"(?:twice|thrice|half|(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) times)"
_HOW = (
    r"(?:often|frequently|rarely|seldom|long|harshly|severely|strictly|leniently|gently|thoroughly|quickly|slowly"
    r"|likely|readily|willingly|easily|generously|well|badly)"
)
_OTHER_TIMES = (
    r"(?!before\b|ever\b|in\b|a \w+ (?:ago|earlier)|last\b|it\b|usual\b|expected\b|they (?:were|did)\b|possible\b"
    r"|needed\b|necessary\b)"
)
#: How often, how long or how likely, against somebody else; against another time it is a change.
_OFTEN = re.compile(
    rf"\b(?:(?:more|less) {_HOW} (?:[\w'’-]+ ){{0,6}}than {_OTHER_TIMES}"
    rf"|(?:{_TIMES} |just |about |roughly |exactly |almost |nearly )?as {_HOW} (?:[\w'’-]+ ){{0,6}}as {_OTHER_TIMES}"
    rf"|equally {_HOW}|(?:seldom|rarely) (?:[\w'’-]+ ){{0,6}}as {_OTHER_TIMES}|alike"
    rf"|(?:more|less) likely to be \w+ than {_OTHER_TIMES})",
    re.IGNORECASE,
)
_TURNED_AWAY = re.compile(r"\b(?:turn(?:s|ed|ing)? (?:down|away)|let(?:s|ting)? (?:in|off))\b", re.IGNORECASE)
#: In a table, where what was done stands alone.
_DONE_MORE = re.compile(
    r"\b(?:refused|denied|rejected|granted|approved|accepted|admitted|searched|checked|stopped|inspected|fined)\b[^.;]*"
    r"\b(?:more|less) (?:often|frequently) than\b",
    re.IGNORECASE,
)
#: What is done to people at a gate or a border.
_LOOKED_AT = frozenset({"give", "check", "search", "stop", "inspect", "screen", "question", "fine"})
#: What is held, of which a part is no part of people.
_HELD = frozenset({"shares", "stake", "stock", "votes", "capital", "voting"})
#: Said of how some are treated, with nobody named beside whom it is worse.
_UNLIKE = re.compile(
    r"\btreat(?:s|ed|ing|ment)?\b[^,;.]{0,40}\b(?:(?:less|more) \w+ly\b|worse\b|better\b|badly\b"
    r"|(?:un)?favou?rabl[ey]\b|as (?:inferior|second|lesser)\b|like (?:second|dirt|criminals)\b"
    r"|with (?:less|more|extra|undue) \w+)"
    r"|\b(?:less favou?rable|preferential|worse|better|second-class) treatment\b"
    r"|\bdiscriminat(?:e|es|ed|ing|ion) (?:against|between)\b|\bput (?:\w+ ){0,4}at a disadvantage\b"
    r"|\b(?:gives?|gave|given) (?:preference|priority) to\b"
    r"|\b(?:the (?:very )?same|equal) (?:chances?|odds) of (?:being|getting|receiving|an?|the)\b"
    r"|\btreat(?:s|ed|ing|ment)?\b[^.;]{0,60} and [^.;]{0,40}\b(?:alike|equally"
    r"|in the same way|identically)\b"
    r"|\bma(?:kes?|de) no (?:difference|distinction) between\b[^.;]{2,80} and "
    r"|\b(?:fared?|fares|did|were doing) (?:just |exactly |about )?"
    r"(?:the same|alike|equally (?:well|badly)|no (?:better|worse)|(?:just |every bit |exactly )?as (?:well|badly"
    r"|poorly) as)\b"
    r"|\bma(?:kes?|de) no (?:difference|distinction)\b[^.;]{0,30}\bwhether\b"
    r"|\bno (?:[\w-]+ ){1,6}(?:was|were|is|are) treated (?:any )?(?:differently|worse|better|otherwise)\b"
    r"|\b(?:was|were|is|are|be|been) treated (?:exactly |just |quite )?(?:alike|differently|equally|identically"
    r"|the same)\b",
    re.IGNORECASE,
)


def unequal(tokens: Sequence[Token]) -> bool:
    """Whether a verb of treatment is set against how others fare, or something is refused to a kind of people."""
    text = " ".join(t.text for t in tokens)
    if _UNLIKE.search(text):
        return True
    if _sooner().search(text) or two_rates(tokens):
        return True
    verbs = [t for t in tokens if t.pos == "VERB" and t.lemma.lower() in words("claim_kinds", "treat_done")]
    if not (verbs or _TURNED_AWAY.search(text) or _given().search(text) or is_decided(text)):
        return False
    return bool(_OFTEN.search(text) or _than_others().search(text) or _refused().search(text))


def two_rates(tokens: Sequence[Token]) -> bool:
    """Whether something is granted or refused to so many of some and to so many of others."""
    if two_so_often(tokens):
        return True
    return len(_percent_of().findall(" ".join(t.text for t in tokens))) > 1 and _granted(tokens)


def rate_of_people(tokens: Sequence[Token]) -> bool:
    """Whether a part of some people is said to have been granted or refused something: "45 percent were refused"."""
    done = words("claim_kinds", "decided_of") | words("claim_kinds", "treat_done")
    said = [t.lemma.lower() for t in tokens if t.pos == "VERB" and t.dep != "amod"]  # "paying users" are not paid
    text = " ".join(t.text for t in tokens)
    if done.isdisjoint(said) or not _HELD.isdisjoint(text.lower().split()):
        return False
    return is_of_people(text) or _percent_of_cases().search(text) is not None


@cache
def _given() -> re.Pattern[str]:
    """ "Got a licence more often": what one asks an office for."""
    things = "|".join(sorted(words("docket", "same_things"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:got|gets?|received?|receives|obtain(?:s|ed)?|won|wins?) (?:(?:an?|the|their|its) )?(?:[\w-]+ ){{0,2}}"
        rf"(?:{things})\b",
        re.IGNORECASE,
    )


def than_others(text: str) -> bool:
    """Whether words set how some fare against how others do: "longer than others", "refused more often than smiths"."""
    return bool(_than_others().search(text) or _DONE_MORE.search(text))


def is_of_people(text: str) -> bool:
    """Whether kinds of people are spoken of: "girls", "newcomers", "people from Lowen"."""
    return re.search(rf"\b(?:{_people()})\b", text, re.IGNORECASE) is not None


@cache
def _people() -> str:
    return "|".join(sorted(words("claim_kinds", "people_kinds"), key=len, reverse=True))


@cache
def _than_others() -> re.Pattern[str]:
    """ "Paid less than men", "wait longer than others"."""
    more = r"(?:more|less|longer|shorter|earlier|later|worse|better|higher|lower|harsher|milder|fewer)"
    return re.compile(
        rf"\b{more}\b[^,;.]{{0,70}}?\bthan (?:the |all |their |his |her )?(?:[\w-]+ )?(?:{_people()})\b", re.IGNORECASE
    )


@cache
def _sooner() -> re.Pattern[str]:
    """ "Get a bed sooner than men", "are operated on before the others"."""
    got = (
        r"(?:get|gets|got|receives?d?|obtain(?:s|ed)?|admitted|operated on|seen|served|treated|helped|housed|answered|"
        r"(?:is|are|was|were) given|allowed in|jump the queue)"
    )
    more = r"(?:sooner|faster|quicker|slower|later|earlier|more (?:quickly|easily|cheaply|slowly))"
    how = rf"(?:{more} than|before|ahead of)"
    return re.compile(rf"\b{got}\b[^,;.]{{0,60}}\b{how} (?:the |all )?(?:[\w-]+ )?(?:{_people()})\b", re.IGNORECASE)


@cache
def _percent_of_cases() -> re.Pattern[str]:
    """A part of those who ask for something: "45 percent of the applications by clubs", "nine out of ten clubs"."""
    part = r"(?:[\d.]+ (?:percent|per cent|%)|half|\w+ (?:out of|in) \w+|(?:two|three) (?:thirds|quarters|fifths))"
    kinds = "|".join(sorted(words("claim_kinds", "asking_kinds"), key=len, reverse=True))
    return re.compile(rf"\b{part} (?:of )?(?:the |all )?(?:[\w-]+ ){{0,3}}(?:{kinds})\b", re.IGNORECASE)


@cache
def _percent_of() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[\d.]+ (?:percent|per cent|%) of|[a-z]+ (?:in|out of) (?:ten|five|four|three|a hundred)(?: of)?) "
        rf"(?:the |all )?(?:[\w-]+ ){{0,4}}(?:{_people()})\b",
        re.IGNORECASE,
    )


def _granted(tokens: Sequence[Token]) -> bool:
    """Whether something is granted or refused to both, and not only counted of them."""
    verbs = (t.lemma.lower() for t in tokens if t.pos == "VERB")
    done = words("claim_kinds", "decided_of") | {
        "give",
        "check",
        "search",
        "stop",
        "inspect",
        "screen",
        "question",
        "fine",
    }
    return not done.isdisjoint(verbs)


@cache
def _refused() -> re.Pattern[str]:
    """ "Refuses loans to people from Lowen"."""
    verbs = r"(?:refus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|withh(?:old|olds|eld)|forb(?:id|ids|ade|idden))"
    return re.compile(rf"\b{verbs} (?:[\w'’-]+ ){{1,5}}?to (?:the |all )?(?:[\w-]+ )?(?:{_people()})\b", re.IGNORECASE)
