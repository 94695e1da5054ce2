"""What hangs over a tie: denial, doubt, condition, question; who says it; and when it held."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import words
from cuibono.extract.records import Claim, Event, Found, Span, Status
from cuibono.extract.ties_items import Row

_REACH = 12
_CLAUSE = frozenset({"acl", "relcl", "advcl", "ccomp", "xcomp", "conj", "pcomp", "csubj", "dep"})


class Scope:
    """Looks up who asserts and which date holds, over one document."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        said = (c for c in found.claims if c.mode != "turn" or found.turns)  # an article's own voice is nobody's word
        self._claims = sorted(said, key=lambda c: (c.span.start, -c.span.end))
        self._claim_starts = [c.span.start for c in self._claims]
        self._turns = sorted(found.turns, key=lambda t: t.span)
        self._turn_starts = [t.span.start for t in self._turns]
        self._events = sorted(found.events, key=lambda e: e.date_span)
        self._event_starts = [e.date_span.start for e in self._events]

    def claim(self, at: int) -> Claim | None:
        """The smallest claim over an offset."""
        last = bisect_right(self._claim_starts, at)
        over = [c for c in self._claims[max(0, last - 12) : last] if at < c.span.end]
        return min(over, key=lambda c: c.span.end - c.span.start) if over else None

    def turn(self, at: int) -> tuple[bool, str | None]:
        """Whether a turn lies over an offset, and who speaks it."""
        last = bisect_right(self._turn_starts, at) - 1
        if last >= 0 and at < self._turns[last].span.end:
            return True, self._turns[last].speaker
        return False, None

    def dates(self, span: Span) -> Sequence[Event]:
        """The dated events whose dates stand in a span."""
        first = bisect_left(self._event_starts, span.start)
        return self._events[first : bisect_left(self._event_starts, span.end)]


def governors(analysis: Analysis, token: Token) -> list[Token]:
    """The token and the words that govern it up to the top of its sentence, nearest first."""
    return [token, *islice(analysis.ancestors(token), _REACH)]


def clause(analysis: Analysis, token: Token) -> list[Token]:
    """The token and those above it within its own clause, the verb last."""
    found = []
    for above in governors(analysis, token):
        found.append(above)
        if above.pos in ("VERB", "AUX"):
            break
    return found


def negated(row: Row, trigger: Token) -> bool:
    """Whether the clause denies it: "not", "never", "no longer", "denied that", "refused to"."""
    analysis = row.analysis
    near = clause(analysis, trigger)
    if any(c.dep == "neg" or c.lemma in ("never", "no", "neither", "nor") for t in near for c in _small(row, t)):
        return not _no_longer(row, trigger)
    for above in governors(analysis, near[-1]):
        if (
            above.i != trigger.i
            and above.lemma in words("ties_scope", "denial")
            and above.pos in ("VERB", "NOUN", "AUX")
        ):
            return above.i < trigger.i
    before = [t.text.lower() for t in analysis.tokens[max(trigger.i - 4, row.items[0].first) : trigger.i]]
    wall = max((k for k, w in enumerate(before) if w in (",", "and", "but", ";", "who")), default=-1)
    before = before[wall + 1 :]
    if not trigger.tag and any(_form_of(w, "denial") for w in before):
        return True
    return any(w in ("not", "n't", "n’t", "never") for w in before) and not _no_longer(row, trigger)


def _no_longer(row: Row, trigger: Token) -> bool:
    """ "no longer chairman", "not only chairman": it was so."""
    tokens = row.analysis.tokens
    text = row.analysis.text[tokens[max(0, trigger.i - 8)].start : tokens[trigger.i].end].lower()
    return re.search(r"\bno longer\b|\bnot (?:only|just|merely)\b|\bno (?:less|other)\b", text) is not None


def _small(row: Row, token: Token) -> list[Token]:
    return [c for c in row.children(token) if c.pos in ("PART", "ADV", "DET", "CCONJ", "") or c.dep == "neg"]


def status(row: Row, trigger: Token) -> tuple[Status, float]:
    """Stated, alleged, hypothetical or forecast; and whether a modal stands there at all."""
    if row.analysis.text[row.span.start : row.span.end].rstrip("\"”’' )").endswith("?"):
        return "hypothetical", 0.0
    verbs = governors(row.analysis, trigger)
    inner = clause(row.analysis, trigger)
    modal = 0.0
    for token in verbs:
        state, here = _of_children(row, token, trigger, inner=token in inner)
        modal = max(modal, here)
        state = state or _of_word(row, token, trigger, verbs, inner)
        if state is not None:
            return state, modal
    return _by_words(row, trigger, modal)


def in_passing(row: Row, trigger: Token) -> tuple[Status, float]:
    """Of what is told in passing only "the alleged chairman" is not stated outright."""
    before = row.analysis.tokens[max(row.items[0].first, trigger.i - 4) : trigger.i]
    return ("alleged" if any(t.text.lower() in words("ties_scope", "hearsay") for t in before) else "stated"), 0.0


def _of_children(row: Row, token: Token, trigger: Token, *, inner: bool) -> tuple[Status | None, float]:
    """What auxiliaries, adverbs and conjunctions below a governing word say."""
    modal = 0.0
    for child in row.children(token):
        low = child.text.lower()
        if child.i > trigger.i and child.dep not in ("aux", "mark"):
            continue
        if child.dep == "mark" and low in words("ties_scope", "condition"):
            return "hypothetical", 1.0
        if low in words("ties_scope", "hearsay"):
            return "alleged", modal
        if inner and child.tag == "MD":
            modal = 1.0
            if low in words("ties_scope", "doubt") or low == "would":
                return "hypothetical", modal
            if low in ("will", "'ll", "’ll", "wo", "shall"):
                return "forecast", modal
    return None, modal


def _of_word(row: Row, token: Token, trigger: Token, verbs: list[Token], inner: list[Token]) -> Status | None:
    """What a governing word itself says: a plan, a rumour, "whoever"."""
    if token.text.lower() in ("whoever", "whichever", "anyone", "anybody"):
        return "hypothetical"
    if token.i >= trigger.i or token.pos not in ("VERB", "NOUN", "ADJ", "AUX"):
        return None
    if token.lemma in words("ties_scope", "plan") and (token in inner or _to(row, verbs, token)):
        return "forecast"
    return "alleged" if token.lemma in words("ties_scope", "rumour") else None


def _to(row: Row, verbs: list[Token], plan: Token) -> bool:
    """Whether what is planned is an infinitive or "for" phrase that leads down to the trigger."""
    at = verbs.index(plan)
    return at > 0 and any(c.tag == "TO" for c in row.children(verbs[at - 1]))


def _by_words(row: Row, trigger: Token, modal: float) -> tuple[Status, float]:
    """What the words before say where the grammar says nothing."""
    tokens = row.analysis.tokens
    first = row.items[0].first
    before = [t.text.lower() for t in tokens[max(first, trigger.i - 14) : trigger.i]]
    if any(w in ("whoever", "whichever", "whether", "suppose") for w in before):
        return "hypothetical", 1.0
    if before and tokens[first].text.lower() in ("if", "suppose", "imagine", "unless", "whoever") and "," not in before:
        return "hypothetical", 1.0
    if any(w in words("ties_scope", "hearsay") for w in before[-4:]):
        return "alleged", modal
    return ("stated", modal) if trigger.tag else _without_grammar(before)


def _without_grammar(before: list[str]) -> tuple[Status, float]:
    """Without a parser, what stands anywhere before in the clause: rather too little is stated than too much."""
    wall = max((k for k, w in enumerate(before) if w in (",", ";", "who", "which")), default=-1)
    near = before[wall + 1 :]
    if any(w in words("ties_scope", "doubt") or w == "would" for w in near):
        return "hypothetical", 1.0
    if any(w in ("will", "shall", "wants", "plans", "hopes", "intends") for w in near):
        return "forecast", 1.0
    return ("alleged" if any(_form_of(w, "rumour") for w in before) else "stated"), 0.0


def _form_of(word: str, group: str) -> bool:
    """Whether a word is a form of one of the verbs of a list, as far as its ending tells."""
    known = words("ties_scope", group)
    bare = {word, word.removesuffix("s"), word.removesuffix("d"), word.removesuffix("ed"), word.removesuffix("es")}
    if word.endswith(("ied", "ies")):
        bare.add(word[:-3] + "y")
    return not bare.isdisjoint(known)


def date(row: Row, scope: Scope, trigger: Token, ends: tuple[int, int]) -> str | None:
    """The date that stands in the clause of the trigger, nearest to it with no further tie between."""
    best: tuple[int, str] | None = None
    for event in scope.dates(row.span):
        token = row.analysis.token_at(event.date_span.start)
        if token is None:
            continue
        low, high = sorted((token.i, trigger.i))
        between = row.analysis.tokens[low:high]
        gap = high - low
        walls = sum(t.text in (";", ":", ",") or t.lemma in ("and", "but", "who", "while") for t in between)
        opens = low == token.i and token.i <= row.items[0].first + 3
        if gap <= 14 and walls <= opens and (best is None or gap < best[0]):
            best = (gap, event.date)
    return best[1] if best else None
