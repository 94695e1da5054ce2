"""Events told in other words than a calendar's: "the dyke gave way", "councillors said yes to the grid".

A claim and a record tell of one event where they mean the same by what happened, where all that the claim names stands
in the record, and where nobody has changed places. Who "ended" what a calendar has as begun tells of another event.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from cuibono.case.docket.rows import Happening
from cuibono.case.docket.told import is_planned, posts, root, without_date
from cuibono.case.docket.words import ANY_MONTH, listed
from cuibono.extract.lexicon import lines, words

_WORD = re.compile(r"[^\W_][\w&-]*")
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s?\b")
_PREPOSITIONS = frozenset({
    "of", "in", "at", "on", "for", "with", "from", "to", "as", "after", "before", "between", "into", "near", "against",
    "over", "under", "via", "through", "about",
})  # fmt: skip
_WHOSE = frozenset({"from", "to", "against"})
_BE = frozenset({"is", "was", "were", "are", "been", "being", "be"})
#: Whose left side undergoes what happened: who "loses" a permit has it taken away.
_UNDERGOES = re.compile(r"^(?:los|lost|receiv|get|got|obtain|w[io]n|secur|land)")
_FEWEST = 2  # telling words that a claim and a record must share
_LONGEST = 6  # words of a phrase that tells what happened
#: What stands on both sides of what it is about, brought together: "took the shrimp off the market".
_PARTED = tuple(
    (re.compile(rf"\b{said} (?P<what>(?:[\w'’&-]+ ){{1,7}}?){behind}\b", re.IGNORECASE), rf"{verb} \g<what>")
    for said, behind, verb in (
        ("(?:took|takes|take|taken|pulled|pulls)", "(?:off|from) (?:the )?(?:market|shelves|shops)", "recalled"),
        ("(?:took|takes|taken)", "(?:out of (?:service|operation|use)|off the (?:grid|network))", "closed"),
        ("(?:put|puts|brought|brings|took|takes)", "(?:into|in) (?:service|operation|use)", "opened"),
        ("(?:switched|switches|turned|turns)", "on", "activated"),
        ("(?:switched|switches|turned|turns|shut|shuts|closed|closes)", "(?:off|down)", "closed"),
        ("(?:gave|gives|give)", "(?:the|its|their) (?:green light|go-ahead|blessing|approval)", "approved"),
        ("(?:called|calls)", "off", "ended"),
        ("(?:voted|votes|vote|turned|turns|turn)", "down", "rejected"),
        ("(?:threw|throws|throw)", "out", "rejected"),
        ("(?:set|sets)", "(?:up|on foot)", "founded"),
    )
)
_SINCE = re.compile(r"\b(?:has|have) (?:run|operated) (?P<what>[^,;]{3,60}?) (?=since \S)", re.IGNORECASE)
_MIRRORED = (
    (
        r"^(?P<one>.{2,60}?) (?:sells|sold) (?P<what>.+?) to (?P<other>(?:the )?[A-Z].*)$",
        r"\g<other> buys \g<what> from \g<one>",
    ),
    (
        r"^(?P<one>.{2,60}?) (?:buys|bought) (?P<what>.+?) from (?P<other>(?:the )?[A-Z].*)$",
        r"\g<other> sells \g<what> to \g<one>",
    ),
)
#: A day or a month of a year that is not written beside it: "on 11 March this year".
_THIS_YEAR = re.compile(
    rf",? ?\b(?:on|in) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{ANY_MONTH})\b(?: \d{{1,2}}\b)?"
    r"(?: (?:(?:of )?(?:this|that|the same|last) year))?(?!,? ?(?:19|20)\d\d)"
)
_LED = re.compile(r"^(?:On|In|At) (?=\d|the|[A-Z]|[a-z])")
_AT_LAST = re.compile(r" (?:at (?:long )?last|for good|once and for all)\b", re.IGNORECASE)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_SCALED = re.compile(r"\b(\d[\d,]*(?:\.\d+)?) (thousand|million|billion)\b", re.IGNORECASE)


#: What is of a part of something, and not of all of it.
A_PART = re.compile(r"\b(?:percent|per cent|stakes?|shares?|half|third|quarter|part)\b|%", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Bit:
    """A word, or a phrase that tells what happened: its root, its meanings, and how it stands in its text."""

    root: str
    senses: frozenset[str]
    name: bool
    led: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A text in bits; who acts, all that stands behind what was done, and what it was done to."""

    bits: tuple[_Bit, ...]
    agent: frozenset[str]
    behind: frozenset[str]
    core: tuple[_Bit, ...]

    @property
    def happened(self) -> tuple[_Bit, ...]:
        """The bits that tell what happened."""
        return tuple(b for b in self.bits if b.senses)

    @property
    def roots(self) -> frozenset[str]:
        """The telling words that are none of these."""
        return frozenset(b.root for b in self.bits if not b.senses)


@dataclass(frozen=True, slots=True)
class Match:
    """How a claim tells of a record: by which meanings, and whether it says all that makes the event the one."""

    senses: frozenset[str]
    whole: bool


def is_undone(claim: str) -> bool:
    """Whether a claim tells of a plan, of something that did not happen, or of a part of it."""
    said = {w.lower() for w in _WORD.findall(without_date(claim))}
    return bool(said & words("happenings", "undone")) or is_planned(claim)


def tells_of_something(claim: str) -> bool:
    """Whether a claim has a word for something that happened: "the network was down"."""
    return bool(_read(claim, frozenset()).happened)


def happened_in(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The meanings of what a text says happened, and the roots of its other telling words."""
    told = _read(text, frozenset())
    return frozenset().union(*(b.senses for b in told.happened)), told.roots


def is_turned(one: str, other: str) -> bool:
    """Whether who acts in one of two texts is acted on in the other, or what is of somebody is from him there."""
    mine, theirs = _read(one, frozenset()), _read(other, frozenset())
    turned = _turned(mine, theirs) or _turned(theirs, mine)
    done = bool(mine.behind & (theirs.agent - mine.agent) or theirs.behind & (mine.agent - theirs.agent))
    return ((turned or done) and bool(mine.behind and (theirs.behind or theirs.agent))) or _led_apart(mine, theirs)


def match(claim: str, row: Happening, around: str = "") -> Match | None:
    """How a claim tells of an event in other words; None where it tells of another one, or of more.

    What one sells to another, the other buys from him.
    """
    what = row.what or row.kind
    turned = next((re.sub(form, told, what) for form, told in _MIRRORED if re.match(form, what)), "")
    found = _match(claim, row, what, around)
    return found or (_match(claim, row, turned, around) if turned else None)


def _match(claim: str, row: Happening, what: str, around: str) -> Match | None:
    names = frozenset(root(w.lower()) for w in _WORD.findall(f"{row.actor.name} {row.place}"))
    mine, theirs = _read(claim, names), _read(what, names)
    if not mine.happened or not theirs.happened or is_undone(what) or not _is_meant(mine, theirs, row, names, around):
        return None
    if _turned(mine, theirs) or _turned(theirs, mine) or _led_apart(mine, theirs):
        return None
    if A_PART.search(what) and not A_PART.search(claim):
        return None  # who sold a part did not sell it all
    near = _plain_roots(around) if around else frozenset()
    told, whole = theirs.roots | _plain_roots(row.kind) | names, {b.root for b in theirs.bits}
    shared = {w for w in mine.roots if _says(w, told)} | {b.root for b in mine.happened if b.led and b.root in whole}
    core = frozenset(b.root for b in theirs.core if not b.senses)
    named = frozenset(b.root for b in theirs.core if b.name)
    head = next((b for b in reversed(theirs.core) if not b.root[0].isdigit()), None)
    headed = head is None or bool(head.senses) or _says(head.root, mine.roots)
    in_post = len(shared) > _FEWEST and bool(shared & posts())
    if not headed and not (named and named <= mine.roots) and not in_post:
        return None
    there = bool(near & {n for n in names if len(n) > _FEWEST}) and bool(core & mine.roots)
    if len(shared) < _FEWEST and not (theirs.roots and theirs.roots <= mine.roots) and not there:
        return None
    senses = frozenset().union(*(a.senses & b.senses for a in mine.happened for b in theirs.happened))
    return Match(senses, core <= mine.roots | near | names and (core <= mine.roots or there))


def _is_meant(mine: _Told, theirs: _Told, row: Happening, names: frozenset[str], around: str) -> bool:
    """Whether both mean the same by what happened, and a claim names nothing that its record has not."""
    told = theirs.roots | _plain_roots(row.kind) | names
    every = frozenset(b.root for b in theirs.bits) | told
    for bit in mine.happened:
        if bit.root not in every and not any(bit.senses & b.senses for b in theirs.happened):
            return False
    for bit in theirs.happened:
        said = any(bit.senses & b.senses for b in mine.happened)
        if not said and not bit.led and bit.root not in mine.roots:
            return False
    if not any(a.senses & b.senses for a in mine.happened for b in theirs.happened):
        return False
    there = row.actor.name in around or (bool(row.place) and row.place in around)
    return all(_says(w, told) or (there and w in _standing()) for w in mine.roots - told)


def _turned(mine: _Told, theirs: _Told) -> bool:
    """Whether who acts in one text is acted on in the other."""
    return bool(theirs.agent and (mine.agent - mine.behind) & (theirs.behind - theirs.agent))


def _led_apart(mine: _Told, theirs: _Told) -> bool:
    """Whether a name stands behind "of" in one text and behind "from" or "to" in the other: of whom, and whose."""
    one, other = ({b.root: b.led for b in t.bits if b.led and not b.senses} for t in (mine, theirs))
    return any("of" in pair and pair & _WHOSE for w in one.keys() & other.keys() if (pair := {one[w], other[w]}))


def _says(word: str, told: frozenset[str]) -> bool:
    """Whether a word, or one of the same sort, is among others: councillors of a council."""
    return word in told or any(word in line and line & told for line in _sorts())


def _plain(text: str) -> str:
    """A text without its date, nor the word that led to it where it began with one."""
    bare = without_date(_THIS_YEAR.sub("", _SINCE.sub(r"opened \g<what> ", text)))
    bare = bare if text.startswith(bare[:8]) or not _LED.match(text) else _LED.sub("", bare)
    return _SCALED.sub(_in_full, _POSSESSIVE.sub("", bare))


def _in_full(number: re.Match[str]) -> str:
    """A number with its scale as one number: "12 million" is 12000000, as claims have theirs."""
    return f"{float(number[1].replace(',', '')) * _SCALES[number[2].lower()]:.12g}"


@lru_cache(maxsize=16_384)
def _read(text: str, names: frozenset[str]) -> _Told:
    text = _plain(text)
    text = _AT_LAST.sub(" ", text)
    for form, told in _PARTED:
        text = form.sub(told, text)
    raw = _WORD.findall(text)
    bits: list[_Bit] = []
    small: list[str] = []
    led, at = "", 0
    while at < len(raw):
        senses, length = _senses_at(raw, at, names)
        word = raw[at].lower()
        if senses:
            phrase = " ".join(raw[at : at + length]).lower()
            bits.append(_Bit(root(phrase), senses, name=False, led=led))
            small.append("\0" + ("be " if at and raw[at - 1].lower() in _BE else "") + phrase)
            led = ""
        elif word in _PREPOSITIONS or word == "by":
            led = word
            small.append(word)
        elif word not in _light() and not (word == "first" and _senses_at(raw, at + 1, names)[0]):
            bits.append(_Bit(root(word), frozenset(), raw[at][:1].isupper() and at > 0, led))
            small.append(bits[-1].root)
        at += length
    return _sides(tuple(bits), small)


def _sides(bits: tuple[_Bit, ...], small: list[str]) -> _Told:
    """A text with who acts and what is acted on, by its last word for what happened that no preposition leads to."""
    verbs = [n for n, w in enumerate(small) if w[0] == "\0"]
    if not verbs:
        return _Told(bits, frozenset(), frozenset(), ())
    here = next((n for n in reversed(verbs) if small[n].startswith("\0be ")), verbs[0] if verbs[0] else verbs[-1])
    here = here if here or len(verbs) == 1 else verbs[0]
    before, behind = _unled(small[:here]), _unled(small[here + 1 :])
    by_root = {b.root: b for b in bits}
    verb = small[here][1:]
    undergoes = _UNDERGOES.match(verb) is not None
    if verb.startswith("be "):
        agent = frozenset(small[small.index("by") + 1 :]) if "by" in small else frozenset()
        return _Told(bits, agent, frozenset(small[:here]), _known(before, by_root))
    if not (behind and before) or undergoes:
        return _Told(bits, frozenset(), frozenset(), _known(behind or before, by_root))
    return _Told(bits, frozenset(before), frozenset(small[here + 1 :]), _known(behind, by_root))


def _known(side: list[str], bits: dict[str, _Bit]) -> tuple[_Bit, ...]:
    return tuple(bits[w] for w in side if w in bits)


def _unled(small: list[str]) -> list[str]:
    """The words of a side until the first that a preposition leads to."""
    end = next((n for n, w in enumerate(small) if w in _PREPOSITIONS or w == "by"), len(small))
    return [w for w in small[:end] if w[0] != "\0"]


def _senses_at(raw: list[str], at: int, names: frozenset[str]) -> tuple[frozenset[str], int]:
    """The meanings of the longest phrase that begins at a word, and its length; none within a name."""
    if at >= len(raw) or (raw[at][:1].isupper() and (at > 0 or root(raw[at].lower()) in names)):
        return frozenset(), 1
    for length in range(min(_LONGEST, len(raw) - at), 0, -1):
        phrase = " ".join(raw[at : at + length]).lower()
        if found := _senses().get(phrase):
            return found, length
    return frozenset(), 1


@cache
def _senses() -> dict[str, frozenset[str]]:
    """What each verb, phrase and noun means."""
    found: dict[str, set[str]] = {}
    for line in lines("happenings", "senses"):
        sense, *forms = line.split()
        for form in forms:
            found.setdefault(form.replace("_", " "), set()).add(sense)
    return {form: frozenset(senses) for form, senses in found.items()}


@cache
def _light() -> frozenset[str]:
    return words("happenings", "light") | listed("grammar") | listed("of_events")


@cache
def _sorts() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(root(w) for w in line.split()) for line in lines("happenings", "stand_for"))


@cache
def _standing() -> frozenset[str]:
    return frozenset().union(*_sorts())


@lru_cache(maxsize=4_096)
def _plain_roots(text: str) -> frozenset[str]:
    return frozenset(root(w.lower()) for w in _WORD.findall(_POSSESSIVE.sub("", text)))
