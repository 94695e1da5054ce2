"""Who stands before whom, in whatever words: "trailed", "finished behind", "lost its lead to", "ousted as the largest".

Each is brought to the few forms in which places are tested. Who became the first is the first and was not before; who
was behind one and ahead of another is both.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import months
from cuibono.case.docket.years import A_YEAR as _Y
from cuibono.case.docket.years import YEAR
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_KINDS: tuple[ClaimKind, ...] = ("rank", "other", "role", "trend", "count", "amount", "tie", "event date")
_NAME = r"(?:the )?[A-Z][\w'\u2019&-]*(?: (?:of |and |& )?[A-Z][\w'\u2019&-]*)*"
_WELL = r"(?:well |far |just |narrowly |clearly |still |again |only just |even |now )*"
_AHEAD = r"ahead of|in front of"
_BEHIND = r"behind"
#: "finished just behind", "ended the year ahead of".
_STOOD = re.compile(
    rf"\b(?P<be>finish(?:es|ed)|came(?: in)?|comes(?: in)?|ended(?: up| the year)?|ranks?|ranked|placed|stands?"
    rf"|stood|sits?|sat"
    rf"|lies|lay|remain(?:s|ed)|stay(?:s|ed)) (?P<well>{_WELL})(?P<how>{_AHEAD}|{_BEHIND})\b",
    re.IGNORECASE,
)
#: Verbs that say the same: "trailed", "outranked".
_VERBS = re.compile(
    rf"^(?P<one>[^,;]*?{_NAME}) (?:narrowly |clearly |easily |just )?(?P<did>trail(?:s|ed)|lag(?:s|ged)(?:"
    rf" behind)?|led|leads|outranks?|outranked"
    rf"|outstrip(?:s|ped)|outsold|outsells|outproduced|outproduces|outearned"
    rf"|outdid|beat|beats|edged out|pipped|topped|tops|surpass(?:es|ed)) (?P<two>{_NAME})(?P<rest>(?: in| for|"
    rf" by| on|,|\.|$).*)$"
)
#: What people do with a body, too: who leads it holds a post.
_OF_PEOPLE = re.compile(r"^(?:led|leads|beat|beats|top|tops|topped|edged|pipped|outdid)", re.IGNORECASE)
_LOW = re.compile(r"^(?:trail|lag)", re.IGNORECASE)
#: "was behind A but ahead of B in barges".
_BOTH = re.compile(
    rf"^(?P<one>[^,;]*?{_NAME}) (?P<be>was|is|stood|came|finished|ranked) (?P<h1>{_AHEAD}|{_BEHIND})"
    rf" (?P<two>{_NAME}),? (?:but|and|yet) "
    rf"(?P<h2>{_AHEAD}|{_BEHIND}) (?P<three>{_NAME})(?P<rest>(?: in| for| by).*)?$"
)
_OUSTED = (
    r"ousted|dethroned|displaced|unseated|supplanted|replaced|toppled|overtook|passed|surpassed|overhauled"
    r"|leapfrogged|eclipsed"
    r"|pulled ahead of|moved ahead of|moved past|knocked|pushed|drove|forced|kicked"
)
_LARGEST = r"(?:largest|biggest|leading|top|main|foremost|number one|no\. 1)"
#: Who took the first place from another: "ousted A as the largest maker", "overtook A to become it".
_TOOK_OVER = re.compile(
    rf"^(?P<lead>(?:[Ii]n|[Dd]uring) {_Y},? )?(?P<one>{_NAME}) (?:has |had )?(?:{_OUSTED})"
    rf" (?P<two>{_NAME})(?P<when>,? (?:in|during) {_Y})?,? "
    rf"(?:as|to become|and became|becoming|thereby becoming|and is now|to be) (?:the |its"
    rf" )?(?:(?:\w+(?:['\u2019]s)) )?(?P<what>{_LARGEST}"
    rf" [^,;]+?)(?P<then>,? (?:in|during) {_Y})?[.]?$"
)
#: "became the largest maker of lamps in 2021", which it was not before.
_BECAME = re.compile(
    rf"^(?P<lead>(?:[Ii]n|[Dd]uring) {_Y},? )?(?P<one>{_NAME}) (?:has |had )?(?:became|become) (?:the"
    rf" )?(?:(?:\w+(?:['\u2019]s)) )?"
    rf"(?P<what>{_LARGEST} [^,;]+?)(?P<then>,? (?:in|during) {_Y})?(?:,? (?:ahead of|in place of|before"
    rf"|overtaking|replacing|ousting) "
    rf"(?P<two>{_NAME}))?[.]?$"
)
#: "lost its lead in lamps to A", "lost first place in lamps to A".
_LOST = re.compile(
    rf"^(?P<lead>(?:[Ii]n|[Dd]uring) {_Y},? )?(?P<two>{_NAME}) (?:has |had )?(?:lost|ceded|surrendered|yielded"
    rf"|gave up) (?:(?:its|their|the) )?"
    rf"(?:lead|top spot|first place|top place|number one spot|number one position|market leadership|crown|top"
    rf" position|leading position)"
    rf"(?P<in> (?:in|for|on|among) [^,;]+?)? to (?P<one>{_NAME})(?P<in2> (?:in|for) (?!{_Y})[^,;]+?)?(?P<then>,?"
    rf" (?:in|during) {_Y})?[.]?$"
)
#: "replaced A at the top of lamp making".
_AT_TOP = re.compile(
    rf"^(?P<lead>(?:[Ii]n|[Dd]uring) {_Y},? )?(?P<one>{_NAME}) (?:has |had )?(?:{_OUSTED}) (?P<two>{_NAME})"
    rf" (?:at the top of|(?:off|from) the top (?:spot |place )?(?:of|in|for)"
    rf"|in first place (?:in|for|among)|as number one in|as the number one in|as (?:the )?market leader in|from"
    rf" the top of|from first place in)"
    rf" (?P<what>(?!{_Y})[^,;]+?)(?P<then>,? (?:in|during) {_Y})?[.]?$"
)
_FOR_PLACE = re.compile(
    r" (?:for|to take|and took|into|to move into|to claim|taking) (?:the )?(?:first|second|third|fourth|top)"
    r" (?:place|spot|position)\b",
    re.I,
)
#: "No firm dredged more sand in 2021 than A".
_NONE = re.compile(
    rf"^(?P<none>(?:no (?:other )?[a-z]+|nobody(?: else)?|no one(?: else)?)(?: in [A-Z]\w+)?) (?P<did>[a-z]+)"
    rf" more (?P<what>[^,;]+?)"
    rf"(?P<when>,? (?:in|during) {_Y}) than (?P<two>{_NAME})[.]?$",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    r",? (?:out )?of (?:the|all(?: the)?|these|those) (?:two|three|four|five|six|seven|eight|\d)(?: (?:big|large"
    r"|listed|great|main|leading))?"
    r" (?:firms|companies|makers|producers|countries|suppliers|brands|states|services|providers|players|names"
    r"|exporters|yards|mills|"
    r"papers|dailies|stations|channels|apps|lines|carriers|operators)(?: (?:listed|here|in (?:this|the) table"
    r"|there are|compared))?",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:last|bottom|smallest|least|lowest)\b", re.IGNORECASE)


def in_standing_words(claim: Asked) -> Asked:
    """A claim of who stands before whom in the words that places are compared in; any other claim as it is.

    >>> in_standing_words(Asked("other", "", "Vex Works trailed Elm in lamp exports in 2021", ("s", 1), "Pia")).words
    'Vex Works was behind Elm in lamp exports in 2021'
    """
    if claim.kind not in _KINDS or claim.polarity == "-" or months(claim) or (claim.stated and claim.stated.row):
        return claim
    words = claim.words
    if claim.kind == "rank" and not _LAST.search(words):  # who is not listed may be the last
        words = _OF_SO_MANY.sub("", words)
    words = _STOOD.sub(lambda m: f"was {m['how'].lower().replace('in front of', 'ahead of')}", words)
    found = _VERBS.match(words)
    if found and (claim.kind in ("rank", "other") or not _OF_PEOPLE.match(found["did"])):
        how = "behind" if _LOW.match(found["did"]) else "ahead of"
        words = f"{found['one']} was {how} {found['two']}{found['rest']}"
    if found := _NONE.match(words):
        words = f"{found['none']} {found['did']} more {found['what']} than {found['two']}{found['when']}"
    return claim if words == claim.words else replace(claim, words=words, kind="rank")


def standings(claim: Asked) -> tuple[Asked, ...]:
    """The places that a claim says of several, or of one in two years; none for a claim of one place in one year.

    >>> said = Asked("rank", "", "Vex became the largest maker of lamps in 2021", ("s", 1), "Pia")
    >>> [(c.words, c.polarity) for c in standings(said)]
    [('Vex was the largest maker of lamps in 2021', '+'), ('Vex was the largest maker of lamps in 2020', '-')]
    """
    if claim.kind not in _KINDS or claim.polarity == "-" or months(claim) or (claim.stated and claim.stated.row):
        return ()
    words = claim.words
    if found := _BOTH.match(words):
        rest = found["rest"] or ""
        return tuple(_place(claim, found["one"], f"was {h} {n}{rest}", claim.time or "") for h, n in (
            (found["h1"], found["two"]), (found["h2"], found["three"])))  # fmt: skip
    years = set(YEAR.findall(words))
    if len(years) != 1:
        return ()
    now = int(years.pop())
    if found := _TOOK_OVER.match(words) or _BECAME.match(words):
        what = f"was the {found['what']}"
        before = [_place(claim, found["two"], f"{what} in {now - 1}", str(now - 1))] if found["two"] else [
            replace(_place(claim, found["one"], f"{what} in {now - 1}", str(now - 1)), polarity="-")]  # fmt: skip
        return (_place(claim, found["one"], f"{what} in {now}", str(now)), *before)
    if found := _LOST.match(words) or _AT_TOP.match(words):
        given = found.groupdict()
        what = given.get("what") or re.sub(r"^ (?:in|for|on|among) ", "", given.get("in") or given.get("in2") or "")
        where = f" in {what}" if what else ""
        return tuple(
            _place(claim, found["one"], f"was {how} {found['two']}{where} in {year}", str(year))
            for how, year in (("ahead of", now), ("behind", now - 1))
        )
    return ()


#: Who is the largest of those who do something, by whatever noun.
_LEADING = re.compile(
    r"\b(?:is|was|are|were|remain(?:s|ed)?) (?:(?:now|still|again|by far|today|currently) )*(?:the |its "
    r"|[\w-]+['\u2019]s? )"
    r"(?:[\w'\u2019-]+ ){0,2}?(?:leading|foremost|biggest|largest|number one|(?:second|third|fourth)["
    r" -](?:largest|biggest))\b",
    re.IGNORECASE,
)
#: A share of a market, in other words.
_GROUND = re.compile(
    r"\b(?:los(?:t|ing)|gain(?:ed|ing)|won|winning|ceded|ceding) (?:some |much )?(?:ground|market share)\b",
    re.IGNORECASE,
)


def of_its_kind(claim: Asked) -> Asked:
    """A claim that was read as of no kind with its own: the leading miller has a place, who lost ground a share."""
    if claim.kind != "other" or claim.polarity == "-":
        return claim
    if _LEADING.search(claim.words):
        return replace(claim, kind="rank")
    return replace(claim, kind="trend") if _GROUND.search(claim.words) else claim


def without_place(words: str) -> str:
    """A claim of who overtook whom without the place that it was for.

    >>> without_place("Vex Works overtook Elm Lamps for second place in 2021")
    'Vex Works overtook Elm Lamps in 2021'
    """
    return _FOR_PLACE.sub("", words)


def _place(claim: Asked, name: str, words: str, time: str) -> Asked:
    name = re.sub(r"^(?:in|during) (?:1[89]|20)\d\d,? ", "", name.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"^[Tt]he ", "", name)
    return replace(
        claim, kind="rank", words=f"{name} {words}", subject=Party(None, bare), object=None, place=None,
        time=time or None,
        low=None, high=None, unit="", qualifier="",
    )  # fmt: skip
