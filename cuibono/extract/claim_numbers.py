"""What a number in a claim is: a share, a holding, a rank, a change, a count or an amount."""

import re
from collections.abc import Sequence
from functools import cache

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_capital import of_the_shares
from cuibono.extract.claim_causes import in_reason, says_why
from cuibono.extract.claim_currencies import of_money
from cuibono.extract.claim_outdone import set_against
from cuibono.extract.claim_parts import DURATIONS
from cuibono.extract.claim_prices import is_price, of_own_good
from cuibono.extract.claim_tops import tops
from cuibono.extract.claim_view import ClaimView, phrases
from cuibono.extract.lexicon import words
from cuibono.extract.records import Amount, Name
from cuibono.model.claim_kind import ClaimKind

_TRENDS = ("trend_frame", "share_word", "share_of")
_RANKED = ("attr", "oprd", "appos", "dobj", "pobj", "conj", "ROOT", "acomp", "dep", "advmod", "amod")
_PLACED = re.compile(
    r"\b(?:number|no\.|rank(?:s|ed)?|place|placed|came|comes)\s+(?:(?:as|at|is|was|in|the|number|no\.|only|just)\s+){0,2}"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|first|second|third|fourth|fifth|sixth|tenth|last)\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth|tenth|last) (?:place|rank)\b"
    r"|\b(?:was|were|is|are|remained) (?:only |just )?(?:first|second|third|fourth|fifth|sixth) in (?:[a-z-]+ ){0,4}"
    r"(?:production|output|exports|imports|sales|shipments|capacity)\b"
    r"|\b(?:stood|stands?|was|were|is|are|ranked|ranks?|came|comes?|finished|lay|lies|remained|stayed) "
    r"(?:\w+ )?ahead of\b"
    r"|\bonly (?:[\w-]+ ){1,3}(?:that|which|who|to|with) (?:[a-z]+ ){0,2}(?:more|fewer|higher|lower)\b"
    r"|\b(?:only|sole) (?:producer|maker|supplier|manufacturer|exporter|importer|seller)\b",
    re.IGNORECASE,
)
#: One time against another: "less rice in 2021 than in 2016".
_THAN_THEN = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|greater|bigger|cheaper|dearer)\b[^.;]*\bthan "
    r"(?:(?:it|they|he|she|there) (?:did|was|were|had been) )?"
    r"(?:(?:in|during) (?:the year )?(?:1[5-9]|20)\d\d|a year (?:earlier|before)"
    r"|(?:in )?the (?:year before|previous year))\b"
    r"|\b(?:twice|half|double|[a-z]+ times) as (?:many|much|high|large|big)\b[^.;]*\bas "
    r"(?:(?:it|they) (?:did|had|was|were) )?in (?:1[5-9]|20)\d\d\b"
    r"|\b(?:more|less) often since (?:[A-Z][a-z]+ )?(?:1[5-9]|20)\d\d\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\bfrom (?:[a-z]+ ){0,2}\d[\d.,]*\b[^;]{0,60}?\bto (?:[a-z]+ ){0,2}\d", re.IGNORECASE)
_SHARE_MOVED = re.compile(
    r"\b(?:gained|lost|won|ceded) (?:market share|ground(?! (?:troops|staff|crew|floor))"
    r"|[\w.]+ (?:percentage )?points? of)\b",
    re.IGNORECASE,
)
_MEMBERS_MOVED = re.compile(
    r"\b(?:gained|lost|shed|added) (?:many |some |more |most |further )?(?:[a-z]+ )?(?:staff|jobs|employees|workers|"
    rf"{'|'.join(sorted(words('claim_kinds', 'lost_people')))})\b",
    re.IGNORECASE,
)
_BY_PART = re.compile(
    r"\bby (?:[a-z]+ ){0,2}?(?:(?:an?|one|two|three)[ -](?:third|quarter|fifth|sixth|tenth)s?|half)\b", re.IGNORECASE
)
_A_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OUT_AGAIN = frozenset({"out", "into", "up", "apart", "asleep", "silent", "over", "through", "behind", "ill"})
_THAN = frozenset({"than", "as", "more", "faster", "higher", "larger", "bigger", "less", "the"})
_ANYBODY = frozenset({"anybody", "anyone", "any", "everybody", "everyone", "all", "nobody", "rivals", "competitors"})
_RAISED = frozenset({"raise", "cut", "lift", "hike", "slash", "lower", "trim", "ease", "boost"})
_MORE = frozenset({"more", "less", "fewer", "higher", "lower", "larger", "smaller", "faster", "cheaper", "dearer"})
_JUDGED = frozenset({
    "best", "latest", "greatest", "dearest", "nearest", "truest", "slightest",
}) | words("judgements", "superlative")  # fmt: skip
_FIRM = frozenset({"company", "firm", "group", "bank", "business", "corporation", "venture", "subsidiary"})


@cache
def measures() -> frozenset[str]:
    """The units of amounts; what else is counted is counted."""
    return words("claim_kinds", "measures")


def of_numbers(
    analysis: Analysis | None, view: ClaimView, verb: Token | None, *, asked: bool = False
) -> ClaimKind | None:
    """The kind that the numbers of a claim give it, if they do; a share of a firm is ownership.

    ``asked``: the text asked for a share just before.
    """
    own = _own(view)
    percent = next((a for a in own if a.unit == "percent" and not in_reason(view, a)), None)
    if percent is not None and not view.has("cause_first"):
        return "share" if asked else _percent(analysis, view, percent, verb)
    if says_why(analysis, view, verb):
        return "cause"
    if ranked(analysis, view) or tops(analysis, view, verb) or _outdone(view, verb) or set_against(view):
        return "rank"
    if changed(view) and (
        own
        or any(map(view.has, _TRENDS))
        or _from_to(view)
        or _by_part(view)
        or _between_years(view)
        or (view.events and _measurable(view, verb))
    ):
        return "trend"
    said = " ".join(t.text for t in view.tokens)
    if _moved(view) or _THAN_THEN.search(said) or (view.events and not own and _MEMBERS_MOVED.search(said)):
        return "trend"
    if any(t.type == "owns_controls" for t in view.ties):
        return None
    return _counted(view, [a for a in own if a.unit not in DURATIONS], verb) or _lasting(view, own, verb)


def _own(view: ClaimView) -> list[Amount]:
    """The numbers of a part, else those of its claim; of how many each something is told is none of them."""
    before = {t.end + 1: t.text.lower() for t in view.tokens}
    found = [a for a in view.amounts if before.get(a.span.start) != "per" or not a.quote[:1].isdigit()]
    return [a for a in found if a.span.start >= view.own.start] or found


def _percent(analysis: Analysis | None, view: ClaimView, percent: Amount, verb: Token | None) -> ClaimKind:
    """What a percentage is: of a firm, of a whole, or by how much something changed."""
    if is_price(analysis, view, verb):
        return "trend"
    before = [t.text.lower() for t in view.tokens if t.end <= percent.span.start][-4:]
    after = [t.text.lower() for t in view.tokens if t.start >= percent.span.end][:3]
    if set(after[:1]) & _MORE:
        return "amount"  # by how much more, not how much
    of = "of" in after[:1] or after[:2] == ["each", "of"]
    whole = next((t for t in view.tokens if t.start >= percent.span.end and t.text.lower() != "of"
                  and t.text.lower() != "each"), None) if of else None  # fmt: skip
    named = _name_at(view, whole) if whole is not None else None
    if whole is not None and of_the_shares(view, whole, verb):
        return "ownership"
    if named is not None and named.type == "Organization" and not _owner_of_more(view, whole):
        return "ownership"
    something = of and whole is not None and whole.pos != "PRON" and not _the_other(view, whole)
    if _held(view, something or of_own_good(analysis, whole)):
        return "ownership"
    if view.has("own") or (analysis is not None and _of_firm(analysis, view, percent, verb)):
        return "ownership"
    if "by" in before and verb is not None and verb.lemma in _RAISED:
        return "trend"
    if changed(view) and ("by" in before or "from" in before or not (of or "to" in before or view.has("share_word"))):
        return "trend"
    if of or view.has("share_word") or view.has("share_of") or (verb is not None and _supplies(verb)):
        return "share" if percent.value <= 100 else "amount"
    return "amount"


def _owner_of_more(view: ClaimView, whole: Token | None) -> bool:
    """Whether a name is only whose the whole is: "of Acme's output"."""
    named = next((s for s, _ in view.names if whole is not None and s.start <= whole.start < s.end), None)
    return named is not None and any(t.start == named.end and t.tag == "POS" for t in view.tokens)


def _the_other(view: ClaimView, whole: Token) -> bool:
    at = next((k for k, t in enumerate(view.tokens) if t.i == whole.i), 0)
    return " ".join(t.text.lower() for t in view.tokens[at : at + 2]) in ("the other", "each other")


def _held(view: ClaimView, of_something: bool) -> bool:
    """Whether somebody holds or trades a percentage and only firms are named: no market, no good."""
    if of_something or view.has("share_of") or any(t.text.lower() == "share" for t in view.tokens):
        return False
    if any(n.type == "Person" for _, n in view.names) and any(t.lemma == "have" for t in view.tokens):
        return True  # persons have no shares of markets
    firms = any(n.type == "Organization" for _, n in view.names) or any(
        t.text.lower() in ("two", "both", "each", "other") for t in view.tokens
    )
    return firms and any(t.lemma in words("claim_kinds", "hold_verb") and t.pos == "VERB" for t in view.tokens)


def _supplies(verb: Token) -> bool:
    return verb.lemma in words("claim_kinds", "share_verb")


def _of_firm(analysis: Analysis, view: ClaimView, percent: Amount, verb: Token | None) -> bool:
    """Whether a percentage is of a firm: "15 percent of Acme", "its part of Acme", "4 percent of the firm"."""
    holds = verb is not None and verb.lemma in words("claim_kinds", "hold_verb")
    for token in view.tokens:
        if token.lemma not in ("percent", "%") and token.lemma not in words("claim_kinds", "part"):
            continue
        if token.lemma in ("percent", "%") and not percent.span.start <= token.start < percent.span.end:
            continue
        joints = [c for c in analysis.children(token) if c.lemma in ("of", "in") and c.dep == "prep"]
        if token.lemma == "share" and {"of", "in"} <= {j.lemma for j in joints} and view.has("share_of"):
            continue  # "the share of Acme in lamp exports"
        for joint in joints:
            whole = next((c for c in analysis.children(joint) if c.dep == "pobj"), None)
            if whole is not None and _is_firm(analysis, view, whole, holds=holds):
                return True
    return False


def _is_firm(analysis: Analysis, view: ClaimView, whole: Token, *, holds: bool) -> bool:
    name = _name_at(view, whole)
    if name is not None:
        return name.type == "Organization"
    for owner in (c for c in analysis.children(whole) if c.dep == "poss"):
        held = _name_at(view, owner)
        if held is not None and held.type == "Organization":
            return whole.lemma in words("claim_kinds", "capital")
    if whole.lemma in words("claim_kinds", "capital") and _of_named_firm(analysis, view, whole):
        return True
    return holds and whole.lemma in _FIRM and whole.tag == "NN"


def _of_named_firm(analysis: Analysis, view: ClaimView, capital: Token) -> bool:
    """ "Of the capital of Acme", "of the votes in Acme"; in a place votes are those of an election."""
    joints = [c for c in analysis.children(capital) if c.lemma in ("of", "in") and c.dep == "prep"]
    ends = [e for j in joints for e in analysis.children(j) if e.dep == "pobj"]
    return any((n := _name_at(view, e)) is not None and n.type in ("Organization", "Product") for e in ends)


def _name_at(view: ClaimView, token: Token) -> Name | None:
    return next((n for span, n in view.names if span.start <= token.start < span.end), None)


def ranked(analysis: Analysis | None, view: ClaimView) -> bool:
    """Whether it says which place something has: as its predicate, not as what it only calls somebody by."""
    if not view.tokens:
        return False
    if _PLACED.search(" ".join(t.text for t in view.tokens)):
        return True
    if not view.has("rank") and not any(_superlative(t) for t in view.tokens):
        return False
    if analysis is None or not analysis.parsed:
        return True
    return any(_says_rank(analysis, view.tokens, at) for at in range(len(view.tokens)))


def _superlative(token: Token) -> bool:
    """Whether a word says which of many it is by what can be measured: the cheapest, the oldest; not the best."""
    low = token.text.lower()
    lemma = token.lemma.lower()
    weighs = lemma in words("judgements", "adjective") or lemma in words("judgements", "feeling")
    return token.tag == "JJS" and low.endswith("est") and low not in _JUDGED and not weighs


def _says_rank(analysis: Analysis, tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    said = {token.text.lower(), token.lemma.lower()}
    if at + 1 < len(tokens):
        said.add(f"{token.text.lower()} {tokens[at + 1].text.lower()}")
    if at + 2 < len(tokens) and tokens[at + 1].text == "-":
        said.add(f"{token.text}-{tokens[at + 2].text}".lower())
    if said.isdisjoint(phrases("rank")) and not _superlative(token):
        return False
    head = analysis.tokens[token.head] if token.dep in ("amod", "compound", "nmod", "npadvmod", "advmod") else token
    if head.dep in ("amod", "compound"):
        head = analysis.tokens[head.head]
    if head.dep in clauses.SUBJECTS:
        return clauses.is_said_of(analysis, head) is not None
    return head.dep in _RANKED


def changed(view: ClaimView) -> bool:
    """Whether something rose or fell: a verb or a noun of change, not what grew out of something or fell asleep."""
    said = " ".join(t.text for t in view.tokens)
    if _SHARE_MOVED.search(said) or _MEMBERS_MOVED.search(said):
        return True
    for at, token in enumerate(view.tokens):
        if token.lemma in _RAISED and _lifted(view, token):
            return True
        if token.lemma in words("claim_kinds", "change") and not _brought_forth(view, token):
            if token.pos in ("VERB", ""):
                after = {t.text.lower() for t in view.tokens[at + 1 : at + 2]}
                if not after & _OUT_AGAIN and not (token.lemma == "decline" and "to" in after):
                    return True  # who "declined to comment" grew no less
            elif token.pos == "NOUN" and token.lemma in words("claim_kinds", "change_noun"):
                return True
    return view.has("change_phrase")


def _lifted(view: ClaimView, verb: Token) -> bool:
    """Whether something that can rise or fall was raised or cut: a budget was cut, ties were not."""
    below = [t for t in view.tokens if t.head == verb.i and t.dep in ("nsubjpass", "dobj")]
    return any(t.lemma.lower() in words("claim_kinds", "changing") for t in below)


def _by_part(view: ClaimView) -> bool:
    """Whether it says by which part something changed: "fell by a third"."""
    return _BY_PART.search(" ".join(t.text for t in view.tokens)) is not None


def _brought_forth(view: ClaimView, verb: Token) -> bool:
    """Whether something was grown: "grew 40 tonnes of rice", "was grown in Norland"; sales that grew grew nothing."""
    if verb.lemma != "grow":
        return False
    below = [t for t in view.tokens if t.head == verb.i]
    if any(t.dep in ("auxpass", "nsubjpass") for t in below):
        return True
    grown = next((t for t in below if t.dep == "dobj"), None)
    if grown is None or grown.lemma in ("percent", "%", "point"):
        return False
    measured = any(a.span.start <= grown.start < a.span.end and a.unit in measures() for a in view.amounts)
    return not measured or any(t.head == grown.i and t.lemma == "of" for t in view.tokens)


def _from_to(view: ClaimView) -> bool:
    """Whether it names both ends of a change: "from 2,410 in 2021 to 3,120 in 2023"."""
    return _ENDS.search(" ".join(t.text for t in view.tokens)) is not None


def _between_years(view: ClaimView) -> bool:
    """Whether it names the two years between which something changed."""
    return any(re.fullmatch(r"\d{4}/\d{4}", e.date) for e in view.events)


def _moved(view: ClaimView) -> bool:
    """Whether a verb of change has two numbers that it goes between: "rose from 1,400 in 2022 to 1,820"."""
    verbs = {t.i for t in view.tokens if t.lemma in words("claim_kinds", "change") or t.lemma in _RAISED}
    joints = {t.i: t.lemma for t in view.tokens if t.lemma in ("from", "to") and t.dep == "prep"}
    found = {joints[t.head] for t in view.tokens if t.head in joints and t.pos == "NUM"}
    years = sum(bool(_A_YEAR.fullmatch(t.text)) for t in view.tokens)
    return bool(verbs) and found == {"from", "to"} and years == 2


def _measurable(view: ClaimView, verb: Token | None) -> bool:
    """Whether what is said to change is something that can: a price fell, a government fell otherwise."""
    if verb is None:
        return False
    if verb.lemma in words("claim_kinds", "changed_alone"):
        return True
    heads = [t for t in view.tokens if t.head == verb.i and t.dep in clauses.SUBJECTS]
    return any(t.lemma.lower() in words("claim_kinds", "changing") for t in heads)


def _outdone(view: ClaimView, verb: Token | None) -> bool:
    """Whether one supplies more, or less, than another who is named: "shipped more lamps than Acme"."""
    if verb is None or verb.lemma not in words("claim_kinds", "share_verb"):
        return False
    low = [t.text.lower() for t in view.tokens]
    if "than" not in low:
        return False
    at = low.index("than")
    after = [t for t in view.tokens[at + 1 : at + 3] if t.text.lower() != "the"]
    more = _MORE & set(low[max(0, at - 8) : at])
    rest = {t.text.lower() for t in after} & _ANYBODY
    return bool(more) and (bool(rest) or bool(after)) and (bool(rest) or _name_at(view, after[0]) is not None)


def _counted(view: ClaimView, counted: Sequence[Amount], verb: Token | None) -> ClaimKind | None:
    if not counted:
        return "count" if _times(view) or _has_few(view, verb) else None
    money = verb is not None and verb.lemma in words("claim_kinds", "money_verb")
    if money and any(len(a.unit) == 3 and a.unit.isupper() for a in counted):
        return "amount"
    paid = any(of_money(view, a, verb.lemma.lower() if verb else "") for a in counted)
    return "count" if any(a.unit not in measures() for a in counted) and not paid else "amount"


def _has_few(view: ClaimView, verb: Token | None) -> bool:
    """ "It has two officials": few enough to be spelled, and yet what the claim counts."""
    if verb is None or verb.lemma != "have":
        return False
    things = {t.i for t in view.tokens if t.dep == "dobj" and t.head == verb.i and t.tag == "NNS"}
    return any(t.dep == "nummod" and t.head in things for t in view.tokens)


def _times(view: ClaimView) -> bool:
    """Whether something happened so many times, as against being so many times as large."""
    for amount in view.amounts:
        if amount.unit == "times" and amount.quote.lower().endswith("times"):
            after = [t.text.lower() for t in view.tokens if t.start >= amount.span.end][:2]
            return not set(after[:1]) & _THAN
    return False


def _lasting(view: ClaimView, own: Sequence[Amount], verb: Token | None) -> ClaimKind | None:
    """A stretch of time is an amount where it is what the claim is about: how long a stock lasts."""
    lasts = verb is not None and (
        verb.lemma in words("claim_kinds", "last_verb")
        or (verb.lemma in words("claim_kinds", "amounts_to") and view.has("span_of_time"))
    )
    return "amount" if lasts and any(a.unit in DURATIONS and a.unit != "times" for a in own) else None


def amount_of(view: ClaimView, kind: ClaimKind) -> Amount | None:
    """The number that the kind is about: percent for shares, people before other things for counts."""
    own = _own(view)
    if kind in ("share", "ownership"):
        return next((a for a in own if a.unit == "percent"), None)
    if kind == "count":
        return next((a for a in own if a.unit == "person"), None) or next(
            (a for a in own if a.unit not in measures() or a.unit == "times"), None
        )
    if kind == "amount":
        return next((a for a in own if a.unit not in DURATIONS), None) or next(iter(own), None)
    return own[0] if kind == "trend" and own else None
