"""Whether a clause judges: "is simply the more serious country", "is a fig leaf", "handled it badly".

Told by the predicate: an adjective or a noun of judgement, a thing that a plan can only be in a figure of speech, or a
word that weighs what nobody can measure. What can be measured ("the more expensive lamp") is stated, not judged.
"""

import re
from collections.abc import Iterator
from functools import cache

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_finest import finest, superlative
from cuibono.extract.claim_maxims import of_all_minds
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import lines, words

_LINKS = frozenset({"be", "remain", "seem", "look", "become", "stay", "prove", "feel", "sound", "appear", "constitute"})
_DONE = frozenset({"do", "make", "cut", "leave", "give", "play", "set", "offer", "tell", "write", "run", "follow"})
_WORK = frozenset({
    "job", "work", "choice", "mistake", "mess", "deal", "impression", "fool", "figure", "example", "game", "story",
    "service", "thing", "decision", "show", "speech", "performance", "start", "policy", "campaign", "war", "sense",
})  # fmt: skip
_OF_PEOPLE = frozenset({"he", "she"})
_POINTED = frozenset({"it", "that", "this", "them", "these", "those"})
_LIKE = frozenset({"as", "like", "to"})
_OUGHT = frozenset({"should", "ought"})


def judges(analysis: Analysis | None, view: ClaimView, verb: Token | None) -> bool:
    """Whether what a verb says of its subject is a judgement; numbers, ties and dates are stated and not judged."""
    if analysis is None or not analysis.parsed or verb is None or view.amounts:
        return False
    text = " ".join(t.text for t in view.tokens).replace(" ,", ",")
    if _turns().search(text) or superlative(text) or _found(analysis, view) or of_all_minds(text):
        return True
    if finest(analysis, view.tokens) is not None or _ought(analysis, verb):
        return True
    if verb.lemma.lower() in words("judgements", "verb") or _badly(analysis, verb) or _shown(analysis, verb):
        return True
    for said in (verb, *_behind_colon(analysis, view, verb)):
        who = clauses.subject(analysis, view.tokens, said)
        if any(_judged(analysis, noun, who) for noun in _predicates(analysis, said)):
            return True
    return False


def _ought(analysis: Analysis, verb: Token) -> bool:
    """Whether it says what somebody should do: "Parliament ought to pass the bill"; and not on which condition."""
    modal = next((c for c in analysis.children(verb) if c.i < verb.i and c.text.lower() in _OUGHT), None)
    if modal is None:
        modal = verb if verb.text.lower() == "ought" else None
    who = next((c for c in analysis.children(verb) if c.dep in clauses.SUBJECTS and c.i < verb.i), None)
    return modal is not None and who is not None and (who.i < modal.i or modal is verb)


def _found(analysis: Analysis, view: ClaimView) -> bool:
    """ "I find that obscene", "we think it a cold and ugly sight": a pronoun, and a word that judges behind it."""
    low = [t.text.lower() for t in view.tokens[:3]]
    if low[:1] not in (["i"], ["we"]) or low[1:2] not in (["find"], ["found"], ["think"], ["consider"], ["call"]):
        return False
    near = view.tokens[3:9] if low[2:3] and low[2] in _POINTED else ()
    return any(t.pos == "ADJ" and _weighed(analysis, t, person=False) for t in near)


def _behind_colon(analysis: Analysis, view: ClaimView, verb: Token) -> Iterator[Token]:
    """The verb of the clause that somebody announces: "I say it every week: these are the laziest of all"."""
    colon = next((t for t in view.tokens if t.text == ":"), None)
    i = clauses.subject(analysis, view.tokens, verb)
    if colon is None or i is None or i.text.lower() not in ("i", "we"):
        return
    yield from (
        t for t in view.tokens if t.pos in ("VERB", "AUX") and t.i > colon.i and t.i != verb.i
        and not colon.i < t.head < t.i and any(c.dep in clauses.SUBJECTS for c in analysis.children(t))
    )  # fmt: skip


def _predicates(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """What a linking verb says that something is, with what is coordinated to it."""
    if verb.lemma.lower() not in _LINKS | _DONE | {"amount", "have"} and not _is_small(verb):
        return
    for child in analysis.children(verb):
        found = child.dep in ("attr", "acomp", "oprd") or (
            child.dep == "dobj" and (verb.lemma == "have" or _done(child, verb))
        )
        if child.dep == "prep" and child.lemma in _LIKE and verb.lemma in ("amount", "look", "sound", "feel"):
            yield from (e for e in analysis.children(child) if e.dep == "pobj")
        found |= verb.lemma == "be" and child.tag == "RB" and child.text.lower() in words("judgements", "adjective")
        if found and child.i > verb.i:
            yield child
            yield from (c for c in analysis.children(child) if c.dep == "conj")


def _done(what: Token, verb: Token) -> bool:
    """ "Has done a fine job": what is done and made that can be good or bad."""
    return verb.lemma.lower() in _DONE and what.lemma.lower() in _WORK


def _is_small(verb: Token) -> bool:
    return verb.pos == "AUX"


def _judged(analysis: Analysis, word: Token, who: Token | None) -> bool:
    person = who is not None and who.text.lower() in _OF_PEOPLE
    if word.pos == "ADJ" or word.tag == "RB":
        return _weighed(analysis, word, person=person)
    low = word.lemma.lower()
    if low in words("judgements", "noun") or _figure(analysis, word):
        return True
    parts = [c for c in analysis.children(word) if c.dep in ("amod", "advmod", "compound")]
    if any(_weighed(analysis, c, person=person) for c in parts if c.pos == "ADJ"):
        return True
    of_plan = who is not None and who.lemma.lower() in words("judgements", "plan")
    return of_plan and _only_a(analysis, word)


def _weighed(analysis: Analysis, word: Token, *, person: bool) -> bool:
    """Whether an adjective judges: by itself, or where a word that weighs stands before what cannot be measured."""
    low, lemma = word.text.lower(), word.lemma.lower()
    if (
        words("judgements", "adjective") & {low, lemma, _hyphened(analysis, word)}
        or _is_fine(analysis, word)
        or (not person and words("judgements", "feeling") & {low, lemma if word.tag == "JJS" else low})
    ):
        return True
    if person or words("judgements", "measured") & {low, lemma} or word.tag in ("JJR", "JJS"):
        return False
    before = [c for c in analysis.children(word) if c.dep == "advmod" and c.i < word.i]
    return any(c.text.lower() in words("judgements", "degree") or _of_judgement(c.text.lower()) for c in before)


def _hyphened(analysis: Analysis, word: Token) -> str:
    """The whole of a word with hyphens, which a parser cuts: "short-sighted"."""
    first = word.i
    while (
        first > 1
        and analysis.tokens[first - 1].text == "-"
        and analysis.tokens[first - 1].end == analysis.tokens[first].start
    ):
        first -= 2
    return "".join(t.text for t in analysis.tokens[first : word.i + 1]).lower()


def _is_fine(analysis: Analysis, word: Token) -> bool:
    """ "A fine man": what is made of grains or threads is fine without praise."""
    noun = analysis.tokens[word.head]
    return word.text.lower() == "fine" and noun.lemma.lower() not in words("judgements", "grains")


def _of_judgement(adverb: str) -> bool:
    """Whether an adverb is made of an adjective that judges: "needlessly", "terribly"."""
    stem = adverb.removesuffix("ly")
    forms = {stem, f"{adverb.removesuffix('y')}e", f"{stem.removesuffix('i')}y"} if stem != adverb else set()
    return bool(forms & words("judgements", "adjective"))


def _only_a(analysis: Analysis, noun: Token) -> bool:
    """ "A levee", said of a plan: one thing without a number or a name, and no plan itself."""
    below = analysis.children(noun)
    one = any(c.dep == "det" and c.text.lower() in ("a", "an") for c in below)
    exact = any(c.pos in ("PROPN", "NUM") or c.dep in ("relcl", "nummod") for c in below)
    return one and not exact and noun.tag == "NN" and noun.lemma.lower() not in words("judgements", "sort")


def _figure(analysis: Analysis, noun: Token) -> bool:
    """Whether a noun stands in a figure of speech of two or three words."""
    near = [t.text.lower() for t in analysis.tokens[max(0, noun.i - 1) : noun.i + 3]]
    said = " ".join(near).replace("- ", "")
    return any(re.search(rf"\b{re.escape(f)}\b", said) for f in lines("judgements", "figure"))


def _badly(analysis: Analysis, verb: Token) -> bool:
    """ "Handled it worse than most"; what grew better than before was measured."""
    changes = verb.lemma.lower() in words("claim_kinds", "change")
    how = (c for c in analysis.children(verb) if c.dep == "advmod" and c.i > verb.i)
    return not changes and any(c.text.lower() in words("judgements", "manner") for c in how)


def _shown(analysis: Analysis, verb: Token) -> bool:
    """ "The figures show the strength of the team"."""
    if verb.lemma.lower() not in words("judgements", "shows"):
        return False
    ends = [c for c in analysis.children(verb) if c.dep == "dobj"]
    ends += [e for c in analysis.children(verb) if c.dep == "prep" for e in analysis.children(c) if e.dep == "pobj"]
    return any(e.lemma.lower() in words("judgements", "quality") for e in ends)


@cache
def _turns() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lines('judgements', 'turns'))})\b", re.IGNORECASE)
