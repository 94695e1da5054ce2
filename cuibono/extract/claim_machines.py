"""What apps, feeds and crowds are said to do, and how people are said to be treated."""

import re

from cuibono.extract.claim_apps import of_apps
from cuibono.extract.claim_called import first_does
from cuibono.extract.claim_concert import in_concert
from cuibono.extract.claim_decided import decided_so_often
from cuibono.extract.claim_mentions import of_mentions
from cuibono.extract.claim_rates import rates
from cuibono.extract.claim_shown import part_shown, shown_to
from cuibono.extract.claim_unequal import rate_of_people, two_rates, unequal
from cuibono.extract.claim_view import ClaimView, phrases
from cuibono.model.claim_kind import ClaimKind

_OTHERS = re.compile(r"\b(?:while|whereas|but not|and not|unlike|but others|and others)\b", re.IGNORECASE)
#: Many hands that are one: accounts "run by one office", posts that "came from the same server".
_ONE_HAND = re.compile(
    r"\b(?:run|operated|controlled|managed|written|made|paid|steered|created|opened|owned)\b[^,;.]{0,40}"
    r"\bby (?:one|a single|the same)\b"
    r"|\b(?:came|come|comes|posted|written|sent|run)\b[^,;.]{0,20}\bfrom (?:one|a single|the same) "
    r"(?:[\w-]+ )?(?:office|room|source|server|address|hand|firm|computer|desk|building|phone|device)s?\b",
    re.IGNORECASE,
)
#: Names that act as one: "share the same links in a coordinated manner", "coordinate what they share".
_AS_ONE = re.compile(
    r"\b(?:in (?:a )?(?:coordinated|synchroni[sz]ed|concerted|orchestrated) (?:manner|way|fashion)|in (?:concert"
    r"|lockstep|unison|sync|tandem|(?:perfect |close )?step)"
    r"|within (?:(?:the same|a few|[a-z]+|\d+) )?(?:seconds?|minutes?)|as (?:one|a single) group"
    r"|coordinat(?:e|es|ed|ing) (?:what|their|its|his|her|with)|synchroni[sz]e[sd]? (?:what|their|its)"
    r"|act(?:s|ed)? as one|(?:is|are|was|were) coordinated)\b",
    re.IGNORECASE,
)
#: The same of what they post: "posted identical links only seconds apart".
_APART = re.compile(
    r"\b(?:links?|posts?|articles|stories|videos|messages|texts|hashtags)\b[^.;]*"
    r"\b(?:seconds|minutes) (?:apart|before|after|later|behind)\b",
    re.IGNORECASE,
)
#: How an account is written, which no other name is: "elm_watch".
_HANDLE = re.compile(r"(?<![\w./@-])@?[a-z0-9]+(?:_[a-z0-9]+)+(?![\w./-])", re.IGNORECASE)
#: What accounts do that act as one, where they are named so.
_TOGETHER = re.compile(
    r"\bcoordinat(?:ion|e[sd]?|ing)\b|\bsynchroni[sz](?:ed|ation)\b|\b(?:act|work|post|operate)(?:s|ed|ing)? "
    r"(?:together|in concert|hand in hand|as one)\b"
    r"|\beach other ?['\u2019]?s? (?:links?|posts?|stories|articles)\b"
    r"|\bthe (?:very |exact |exactly the )?same (?:links?|posts?|stories|articles|messages|texts|videos)\b"
    r"|\bin (?:concert|lockstep|unison|tandem|step)\b",
    re.IGNORECASE,
)
#: That an account is of a circle of them, or of none.
_CIRCLE = re.compile(
    r"\b(?:belongs?|belonged|(?:is|are|was|were) (?:a )?(?:part|members?)) (?:to|of) (?:the same|one|a) "
    r"(?:circle|ring|network|bunch|cluster|gang)\b"
    r"|\b(?:acts?|works?|posts?|operates?) (?:\w+ly )?(?:on (?:its|their) own|alone|by (?:itself|themselves)"
    r"|independently)\b"
    r"|\b(?:act|work|operate)(?:s|ed)? (?:hand in glove|hand in hand|in concert|together)\b"
    r"|\blinks?\b[^.;]{0,30}\b(?:inside|within) (?:\w+ )?(?:seconds?|minutes?)\b",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"\b(?:shar(?:e|es|ed|ing)(?! (?:the |their |its )?(?:costs?|profits?|risks?|burden|work|rooms?|offices?|staff))"
    r"|post|publish|repost|retweet|spread|push|link|tweet|messag|act(?:s|ed)?\b)",
    re.IGNORECASE,
)
#: Who is behind accounts: "runs the accounts X and Y", "pays the people behind X", "steers the posts of X".
_BEHIND = re.compile(
    r"\b(?:runs?|ran|operates?|operated|steers?|steered|manages?|managed|controls?|controlled|pays?|paid)\b "
    r"(?:(?:the|all|both|these|those|its|several|two|three|four|five|six) )?(?:[\w-]+ )?"
    r"(?:(?:accounts|bots|trolls|profiles|fan pages)\b(?! (?:of|for|payable|receivable|department))"
    r"|(?:people|men|women|hands|those) behind\b|posts of (?-i:[A-Z]))",
    re.IGNORECASE,
)
#: Where a feed or a search puts something.
_PLACED = re.compile(
    r"\b(?:top|front|bottom|end) of (?:its|the|their|your|every) (?:[\w'’-]+ ){0,2}"
    r"(?:results?|feeds?|timelines?|lists?|pages?|screens?|recommendations)\b",
    re.IGNORECASE,
)
#: More of something is shown than people like by themselves.
_BEYOND = re.compile(r"\b(?:than|beyond)\b[^,;.]{0,20}\b(?:engagement|clicks|likes|popularity)\b", re.IGNORECASE)
_SEEN = ("feed_item", "feed_seen", "feed_more")


def of_machines(view: ClaimView, about: str = "") -> ClaimKind | None:
    """The kind, if it is one of these; ``about`` are the words that a pronoun for its subject stands for."""
    subject = frozenset(re.findall(r"[\w-]+", about.lower()))

    def has(name: str) -> bool:
        return view.has(name) or not subject.isdisjoint(phrases(name))

    text = " ".join(t.text for t in view.tokens)
    if (has("crowd") or "post" in view.said) and _ONE_HAND.search(text):
        return "coordination"
    if has("crowd") and (_in_concert(view) or _crowds(view)) and not view.has("crowd_gone"):
        return "coordination"
    if _BEHIND.search(text) and sum(t.tag.startswith("NNP") for t in view.tokens) > 1:
        return "coordination"
    if (in_concert(view) and not view.has("crowd_gone")) or _as_one(view, text):
        return "coordination"
    if view.has("crowd_plot") and view.tokens and view.tokens[0].text.lower() in ("this", "it", "that", "they"):
        return "coordination"
    if of_mentions(view):
        return "trend"
    placed = view.has("feed_does") and (_PLACED.search(text) or _BEYOND.search(text) or first_does(view.tokens))
    if placed or shown_to(view.tokens) or (has("feed") and view.has("feed_does")) or all(map(view.has, _SEEN)):
        return "behaviour of a feed"
    does = any(t.pos == "VERB" and t.lemma.lower() in phrases("app_does") for t in view.tokens)
    if (has("app") and does) or of_apps(view, text, app=has("app")):
        return "behaviour of an app"
    if part := _part_of_cases(view):
        return part
    if (view.has("treat_does") and (view.has("treat_how") or _parted(view))) or unequal(view.tokens):
        return "treatment"
    return None


def _crowds(view: ClaimView) -> bool:
    """Whether a crowd floods or spams something; a flood is none."""
    nouns = {t.lemma.lower() for t in view.tokens if t.pos in ("NOUN", "PROPN", "ADJ")}
    return not (view.said & phrases("crowd_does")).isdisjoint(view.said - nouns)


def _part_of_cases(view: ClaimView) -> ClaimKind | None:
    """The kind of what tells how large a part of some people or their cases was dealt with so, or was shown."""
    text = " ".join(t.text for t in view.tokens)
    if not view.unit("percent") and part_shown(view.tokens) and rates(text):
        return "share"
    if view.unit("percent") and (rate_of_people(view.tokens) or part_shown(view.tokens)):
        return "treatment" if two_rates(view.tokens) else "share"
    return "treatment" if decided_so_often(view.tokens) else None


def _as_one(view: ClaimView, text: str) -> bool:
    """Whether several with names, or one with another, are said to share or post as one."""
    if _CIRCLE.search(text) and (_HANDLE.search(text) or view.has("crowd")):
        return not view.has("crowd_gone")
    if len(set(_HANDLE.findall(text))) > 1 and _TOGETHER.search(text):
        return not view.has("crowd_gone")
    at = _AS_ONE.search(text) or _APART.search(text)
    proper = sum(t.tag.startswith("NNP") for t in view.tokens)
    return at is not None and _SHARING.search(text) is not None and proper > 1


def _in_concert(view: ClaimView) -> bool:
    """Whether many act as one: at once, in the same words."""
    return view.has("crowd_how") or (view.has("crowd_post") and "same" in view.said)


def _parted(view: ClaimView) -> bool:
    """Whether some are treated so while others are treated otherwise: a verb of treatment on either side."""
    words = " ".join(t.text for t in view.tokens)
    found = _OTHERS.search(words)
    if found is None:
        return False
    lemmas = [(t.lemma.lower() in phrases("treat_does"), t) for t in view.tokens]
    middle = len(words[: found.start()].split())
    return any(does for does, _ in lemmas[:middle]) and any(does for does, _ in lemmas[middle:])
