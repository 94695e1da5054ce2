"""Whether a claim tells of the event that a calendar has: who did it and what it was done to, in the same places.

"The third kiln was opened by Acme", "Acme opened its third kiln" and "Opening of the third kiln" are one event; "Acme's
chairman resigned" is not that Acme did, and "sold Acme" not that a stake in it was sold. A claim may leave out what a
record says behind a preposition, never the other way round.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from cuibono.case.docket.words import ANY_MONTH, listed, tokens
from cuibono.extract.word_families import family

_DATE = re.compile(
    rf",? ?\b(?:on|in|by|from|at)? ?(?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{ANY_MONTH})(?: \d{{1,2}},)? (?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    r"|(?:spring|summer|autumn|winter)(?: of)? (?:19|20)\d\d\b|(?<=in )(?:19|20)\d\d\b),?"
)
_IN_YEAR = re.compile(r",? ?\b(?:in|during) (?:the year )?(?:19|20)\d\d\b,?")
_JOINTS = frozenset({
    "of", "in", "at", "on", "for", "with", "from", "to", "by", "as", "after", "before", "between", "into", "near",
    "against", "over", "under", "and", "via", "through", "about",
})  # fmt: skip
_BE = frozenset({"is", "was", "were", "are", "been", "being", "be"})
#: What a thing does when somebody does it to it.
_ERGATIVE = frozenset({"open", "clos", "launch", "began", "start", "end", "merg", "reopen", "resum"})
_MUTUAL = frozenset({"merg", "met", "marri", "separat"})
#: Small words before a noun without which it is another thing.
_TELLING = frozenset({"new", "last", "next", "half", "former", "other", "non", "anti", "mock", "trial", "test"})
_ADVERBS = frozenset({"officially", "formally", "finally", "publicly", "also", "then", "later", "already"})
#: What happened as a noun that came on its day: "the opening of the kiln took place".
_TOOK_PLACE = re.compile(
    r"^(?:the )?(?P<what>[a-z][a-z-]+) of (?P<whom>.+?) (?:came|took place|happened|occurred|was|fell|followed|is dated"
    r"|dates from|is recorded)$",
    re.IGNORECASE,
)
_WAS_TO = re.compile(r"\b(?:is|was|are|were|had|has|have) to (?=[a-z])(?!(?:the|a|an|its|their|his|her)\b)")
_SAID_TO = re.compile(r"\b(?:announc|propos|promis|threat|plan(?:s|ned)?\b|will\b|said\b|says\b)", re.IGNORECASE)
_ENDINGS = ("ing", "ed", "es", "s", "e")
_SHORTEST = 3  # letters that a word keeps when its ending is cut off
Root = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word by its root; ``led`` where a preposition leads to it, ``owned`` where a possessive does.

    ``small``: it is written small and counts nothing, so that it is no name.
    """

    root: str
    led: bool = False
    owned: bool = False
    small: bool = False


_Words = tuple[_Word, ...]


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands before and behind the word for what happened; whether that was done to what stands before."""

    left: _Words
    right: _Words
    by: _Words
    undergone: bool
    passive: bool


def tells_of(claim: str, event: str, actors: Sequence[str], place: str, root: Root) -> bool:
    """Whether a claim tells of an event of a calendar and of nothing more.

    ``actors`` are the names under which the claim and the calendar have who acts; ``root`` cuts endings off.
    """
    said = without_date(claim)
    if noun := _TOOK_PLACE.match(said):
        whom, _, by = noun["whom"].partition(" by ")
        said = f"{whom} was {noun['what']}{f' by {by}' if by else ''}"
    known = frozenset(root(w) for n in actors for w in tokens(n))
    small = re.sub(r"(?<!^)\b[A-Z][\w'\u2019-]*", " ", said)  # a name is no verb
    verbs = {root(w) for w in tokens(small)} & {root(w) for w in tokens(event)} - known
    plain = listed("grammar") | listed("of_events")
    there = {root(w) for w in tokens(place)}
    for verb in verbs:
        mine, theirs = _clause(said, verb, root, plain), _clause(event, verb, root, plain)
        if mine and theirs and not _denied(said, event) and _are_one(mine, theirs, verb, actors, there, root):
            return True
    return False


def root(word: str) -> str:
    """A word without its ending, a noun under its verb."""
    word = family(word)
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), "")
    bare = word[: len(word) - len(ending)]
    doubled = ending in ("ing", "ed") and bare[-2:-1] == bare[-1:] and bare[-1:] not in "ls"
    return bare[:-1] if doubled else bare  # banned, bans


def figures(text: str) -> frozenset[str]:
    """The numbers of a text, and the words that begin with one ("3G"), its date aside."""
    return frozenset(w for w in tokens(without_date(text)) if w[0].isdigit())


def is_only_said(event: str, claim: str) -> bool:
    """Whether a record has that somebody announced something, and a claim that it was done."""
    return _SAID_TO.search(event) is not None and _SAID_TO.search(claim) is None


def is_planned(text: str) -> bool:
    """Whether something was only to happen: "was to open"."""
    return _WAS_TO.search(text) is not None


def without_date(text: str) -> str:
    """A text without the days, months and years in it."""
    return " ".join(_IN_YEAR.sub(" ", _DATE.sub(" ", text)).split()).strip(" .,")


def _denied(*texts: str) -> bool:
    return any({"not", "no", "never", "without"} & set(tokens(t)) for t in texts)


def _clause(text: str, verb: str, root: Root, plain: frozenset[str]) -> _Clause | None:
    """A text around the one place where the word for what happened stands."""
    said = re.sub(r"['\u2019]s\b", " whose", text)
    raw = [w for w in tokens(said) if w not in _ADVERBS]
    small = frozenset(re.findall(r"(?<![\w-])[a-z][\w-]*", said)) - listed("ordinals") - _TELLING
    at = [n for n, w in enumerate(raw) if root(w) == verb and w not in plain]
    if len(at) != 1:
        return None
    (here,) = at
    passive = here > 0 and raw[here - 1] in _BE
    left, behind = _words(raw[:here], root, plain, small), raw[here + 1 :]
    by = behind.index("by") if "by" in behind else len(behind)
    right, agent = (_words(part, root, plain, small) for part in (behind[:by], behind[by:]))
    noun = not left and behind[:1] == ["of"]
    if noun:
        end = next((n for n, w in enumerate(right) if n and w.led), len(right))
        left, right = right[:end], right[end:]
    return _Clause(
        left, right, agent, passive or noun or (not right and verb in _ERGATIVE) or _leads(right, verb), passive
    )


def _leads(right: _Words, verb: str) -> bool:
    return bool(right) and right[0].led and verb in _ERGATIVE


def _words(raw: Sequence[str], root: Root, plain: frozenset[str], small: frozenset[str]) -> _Words:
    found = []
    led = owned = False
    for word in raw:
        if word in _JOINTS:
            led = True
        elif word == "whose":
            owned = True
        elif word not in plain and word not in _BE:
            found.append(_Word(root(word), led, owned, word in small))
            led = owned = False
    return tuple(found)


def _are_one(mine: _Clause, theirs: _Clause, verb: str, actors: Sequence[str], there: set[str], root: Root) -> bool:
    if verb in _MUTUAL and not mine.passive and not theirs.passive:
        every = [_roots((*c.left, *c.right)) for c in (mine, theirs)]
        return bool(mine.left) and every[0] == every[1]
    if mine.undergone and theirs.undergone:
        ends = _fits_left(mine.left, theirs.left, actors, root) and _fits_right(mine.right, theirs.right, there)
        return ends and _roots(mine.by) <= _roots(theirs.by)
    if mine.undergone:
        agent = not mine.by or _fits_left(mine.by, theirs.left, actors, root)
        return agent and bool(mine.left) and _fits_patient(mine, theirs, there)
    if theirs.undergone:
        agent = _same(mine.left, theirs.by) if theirs.by else _is_actor(mine.left, actors, root)
        if theirs.by and not theirs.left:  # "was fined by the bank", of whom the calendar is
            return agent and _is_actor(mine.right, actors, root)
        return agent and bool(mine.right) and _fits_right(mine.right, (*theirs.left, *theirs.right), there)
    return _fits_left(mine.left, theirs.left, actors, root) and _fits_right(mine.right, theirs.right, there)


def _fits_patient(mine: _Clause, theirs: _Clause, there: set[str]) -> bool:
    """Whether what something was done to stands behind the verb of a record: "the contract between A and B" too."""
    head = next((n for n, w in enumerate(mine.left) if w.led), len(mine.left))
    if _fits_right((*mine.left, *mine.right), theirs.right, there):
        return not mine.left[0].led
    whole = _roots(theirs.left) | _roots(theirs.right)
    between = bool(mine.left[head:]) and _roots(mine.left[head:]) <= whole and _roots(theirs.left) <= _roots(mine.left)
    return between and _fits_right((*mine.left[:head], *mine.right), theirs.right, there)


def _fits_left(mine: _Words, theirs: _Words, actors: Sequence[str], root: Root) -> bool:
    """Whether the same one stands before what happened: by name, under a title, or with more said of it."""
    names = [[root(w) for w in tokens(n)] for n in actors]
    one, other = [w.root for w in mine], [w.root for w in theirs]
    led = [[w.led for w in of[1:]] for of in (mine, theirs)]
    if (one == other and led[0] == led[1]) or (not other and one in names) or (one in names and other in names):
        return True
    if not one or any(w.owned for w in (*mine, *theirs)):
        return False
    more = len(other) - len(one)
    if more == 0:  # "the council of Elmham" is the Elmham council
        at = next((n for n, w in enumerate(mine) if w.led), 0)
        return [*one[at:], *one[:at]] == other and not any(w.led for w in theirs)
    if more < 0:
        return False
    if _is_looser(mine, theirs):
        return True
    if other[: len(one)] == one:
        return theirs[len(one)].led
    titled = other[more:] == one and not any(w.led for w in theirs[1:])
    return titled and set(other[:more]) <= posts()


def _is_looser(mine: _Words, theirs: _Words) -> bool:
    """Whether the same is called by fewer words: "the train" of "a passenger train", "the hall" of "the old hall"."""
    at = 0
    for n, word in enumerate(theirs):
        if at < len(mine) and mine[at].root == word.root:
            at += 1
        elif not word.small or n + 1 == len(theirs) or theirs[n + 1].led:
            return False
    return at == len(mine)


def _fits_right(mine: _Words, theirs: _Words, there: set[str]) -> bool:
    """Whether a claim has what a record has behind the verb, as far as it goes; what it leaves out is led to."""
    theirs = _untitled(mine, theirs)
    same = 0
    while same < min(len(mine), len(theirs)) and mine[same].root == theirs[same].root:
        same += 1
    rest, left = mine[same:], list(theirs[same:])
    if left and not left[0].led:
        return False
    if rest and not rest[0].led:
        return False
    for word in rest:
        at = next((n for n, w in enumerate(left) if w.root == word.root), None)
        if at is None and word.root not in there:
            return False
        left = left[at + 1 :] if at is not None else left
    return all(a.owned == b.owned for a, b in zip(mine[:same], theirs[:same], strict=True))


def _untitled(mine: _Words, theirs: _Words) -> _Words:
    """What stands behind the verb of a record without the post before a name: "its director Pia Vex"."""
    at = next((n for n, w in enumerate(theirs) if w.root in posts() and not w.led), None)
    if at is None or any(w.led for w in theirs[1 : at + 1]) or not mine or mine[0].root == theirs[0].root:
        return theirs
    return theirs[at + 1 :]


@cache
def posts() -> frozenset[str]:
    """The roots of what posts are called."""
    return frozenset(w for w in listed("posts") if not w.endswith("e")) | frozenset(
        w.rstrip("e") for w in listed("posts")
    )


def _is_actor(words: _Words, actors: Sequence[str], root: Root) -> bool:
    return [w.root for w in words] in [[root(w) for w in tokens(n)] for n in actors]


def _roots(words: _Words) -> frozenset[str]:
    return frozenset(w.root for w in words)


def _same(one: _Words, other: _Words) -> bool:
    return [w.root for w in one] == [w.root for w in other]
