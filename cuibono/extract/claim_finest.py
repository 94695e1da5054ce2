"""Praise and blame by comparison: "no network is friendlier than Acme", "no other mill is as lovely as this one".

What can be measured (older, larger, more expensive) is a rank and no praise.
"""

import re
from collections.abc import Sequence
from functools import cache

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import words

_NO = frozenset({"no", "nobody", "nothing", "none", "few", "hardly"})
_ANY = frozenset({"any", "anything", "anybody", "anyone", "all", "every", "everything", "everybody"})
_THAN = frozenset({"than", "as"})


#: What is the most of its kind that somebody has come across, whatever it is: no ranking has that.
_EVER = re.compile(
    r"\b(?:[a-z]+est|(?:most|least) [a-z]+) (?:[a-z-]+ ){1,3}?(?:that |which )?(?:i|we|you|he|she) "
    r"(?:have |had |has |[’']ve |[’']d )?ever\b",
    re.IGNORECASE,
)


#: What is the most of its kind within living memory: "the most decent law in a generation".
_IN_LIVING = re.compile(
    r"\b(?P<how>(?:most|least) [a-z-]+|[a-z]+st) (?:[a-z'\u2019-]+ ){1,6}?(?:in (?:a|my|our|living|one) "
    r"(?:generation|lifetime|decade|memory|century)|(?:this|the|our) (?:country|city|town|nation|world|region|island) "
    r"(?:has|had) (?:ever )?(?:seen|known|had)|(?:we|i|you|they) have (?:had|seen|known|met)"
    r"|to happen to)\b",
    re.IGNORECASE,
)
#: Who is better or worse at a post than somebody else, or than all.
_AT_POST = re.compile(
    r"\b(?:is|was|are|were|makes?|made|remains?|has been) (?:by far |simply |easily )?(?:the|a) (?:(?:far|much) )?"
    r"(?:better|worse|best|worst|weakest|greatest|finest|poorest) (?:[a-z-]+ )?(?:manager|minister|mayor|president"
    r"|leader|boss|director|chairman|chairwoman|editor|governor|judge|general|executive|teacher|man|woman|person|candidate)\b",
    re.IGNORECASE,
)


def superlative(text: str) -> bool:
    """Whether words praise or blame by a superlative that nothing measures: "the dullest app ever made".

    >>> superlative("It is the cleanest mill I have ever seen"), superlative("It makes the finest sand of all")
    (True, False)
    """
    return within_memory(text) or _EVER.search(text) is not None or _superlatives().search(text) is not None


def within_memory(text: str) -> bool:
    """Whether something is the best or worst of its kind in a generation, or somebody is better or worse at a post."""
    found = _IN_LIVING.search(text)
    if _AT_POST.search(text):
        return True
    return found is not None and _praises(found["how"].lower().rpartition(" ")[2])


def _praises(word: str) -> bool:
    """Whether an adjective, or a superlative made of one, judges: "worst", "healthiest", "decent"."""
    stem = word.removesuffix("est")
    forms = {word, stem, f"{stem}e", f"{stem.removesuffix('i')}y", stem[:-1]}
    return bool(forms & (words("judgements", "adjective") | words("judgements", "feeling") | {"healthy"}))


@cache
def _superlatives() -> re.Pattern[str]:
    grains = r"(?! (?:[a-z]+ )?(?:sand|grains?|dust|powder|threads?|yarns?|mesh|wool|particles?|fibres?|fibers?)\b)"
    return re.compile(rf"\b(?:{'|'.join(sorted(words('judgements', 'superlative')))})\b{grains}", re.IGNORECASE)


def finest(analysis: Analysis, tokens: Sequence[Token]) -> Token | None:
    """What nothing else is finer than: the word behind "than" or "as"; None where nothing is praised so."""
    for word in tokens:
        if word.pos != "ADJ" or not _compared(analysis, word) or _measured(word):
            continue
        verb = analysis.tokens[word.head]
        who = next((c for c in analysis.children(verb) if c.dep in clauses.SUBJECTS), None)
        if verb.lemma != "be" or who is None:
            continue
        ends = (e for c in analysis.children(word) if c.text.lower() in _THAN and c.i > word.i
                for e in (*analysis.children(c), *analysis.tokens[c.i + 1 : c.i + 2]))  # fmt: skip
        end = next((e for e in ends if e.dep == "pobj" or e.text.lower() in _ANY), None)
        if end is not None and _any(analysis, end):
            return who  # "this town is lovelier than any other"
        if end is not None and _nothing(analysis, who):
            return end
    return None


def _any(analysis: Analysis, end: Token) -> bool:
    return end.text.lower() in _ANY or any(c.text.lower() in _ANY for c in analysis.children(end))


def _compared(analysis: Analysis, word: Token) -> bool:
    before = (c.text.lower() for c in analysis.children(word) if c.dep == "advmod" and c.i < word.i)
    return word.tag == "JJR" or any(w in ("more", "less", "as", "so") for w in before)


def _measured(word: Token) -> bool:
    """Whether an adjective can be measured: "larger", by its lemma or by what is left of it without its ending."""
    low = word.text.lower()
    forms = {word.lemma.lower(), low, low.removesuffix("er"), low.removesuffix("r"), f"{low.removesuffix('ier')}y"}
    doubled = low.removesuffix("er")[:-1]  # "bigger"
    return bool((forms | {doubled}) & words("judgements", "measured")) or low in ("more", "less", "fewer")


def _nothing(analysis: Analysis, who: Token) -> bool:
    return who.text.lower() in _NO or any(c.text.lower() in _NO for c in analysis.children(who) if c.i < who.i)
