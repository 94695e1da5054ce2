"""Who speaks with a verb that no list of verbs has: "Hu Wen deplored that the bank was broke".

Somebody with a name who does something with a "that" asserts what follows it, unless the verb is one of knowing,
finding, wanting or bringing about (``unspoken`` in the lexicon). So does who stands behind a whole clause and a comma:
"the bank was broke, the clerk Hu Wen enthused".
"""

import re
from collections.abc import Iterator, Sequence

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_bodies import holds_post
from cuibono.extract.claims_cues import has, speaks
from cuibono.extract.claims_draft import Draft
from cuibono.extract.claims_nobody import called_for
from cuibono.extract.records import Span, Status

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NEVER = ("unspoken", "unmeant", "message", "rumour")
_NEVER_BEHIND = ("unsure", "hope", "ask")
_PERSONS = frozenset({"he", "she"})
_SURE = 0.75


def speaks_openly(analysis: Analysis, verb: Token) -> bool:
    """Whether somebody with a name asserts a whole clause with a verb that no list has."""
    if speaks(verb) or verb.pos != "VERB" or not _tensed(analysis, verb):
        return False
    clause = frames.child(analysis, verb, "ccomp")
    who = frames.child(analysis, verb, "nsubj")
    sighs = clause is not None and clause.i < verb.i and has("quote", verb.lemma)  # "it is lost, an old man sighed"
    if clause is None or who is None or not (named(analysis, who) or (sighs and who.tag in ("NN", "NNS"))):
        return False
    if clause.i < verb.i:  # who reads, sees or knows what stands there already tells it
        return _comma_before(analysis, who) and not _is_one(verb, (*_NEVER_BEHIND, *_NEVER[1:]))
    return not _is_one(verb, _NEVER) and _opened(analysis, clause) and not _wished(analysis, clause)


def named(analysis: Analysis, who: Token) -> bool:
    """Whether a subject is somebody by name, or by the name beside it, or as "he", "she" and "the union"."""
    if who.text.lower() in _PERSONS or who.tag.startswith("NNP"):
        return True
    if who.tag == "NN" and (has("body", who.lemma) or has("spokes", who.lemma) or holds_post(who.lemma)):
        return any(c.text.lower() == "the" or c.dep == "poss" for c in analysis.children(who))
    return any(c.dep == "appos" and c.tag.startswith("NNP") for c in analysis.children(who))


def opening_name(analysis: Analysis, sentence: Sentence, verb: Token) -> Token | None:
    """The name that a sentence opens with, its place behind it, where a parser gave the verb no subject.

    "Dorn Till of Elm Bay insists that ...".
    """
    before = analysis.tokens[sentence.first : verb.i]
    if before and _led_in(before):
        return before[-1]
    if not before or not all(t.tag.startswith("NNP") or t.pos in ("ADP", "DET") for t in before):
        return None
    run = next((k for k, t in enumerate(before) if not t.tag.startswith("NNP")), len(before))
    return before[run - 1] if 1 < run < len(before) else None


def _led_in(before: Sequence[Token]) -> bool:
    """Whether a name stands right before its verb, behind "in an interview" that a parser took it into."""
    letters = {"ADP": "i", "DET": "d", "PRON": "d", "NOUN": "n"}
    kinds = "".join("N" if t.tag.startswith("NNP") else letters.get(t.pos, "x") for t in before)
    return re.fullmatch(r"idn{1,2}N{1,3}", kinds) is not None


def estimates(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for who puts something at a number, expects it to come to one, or is certain that it is so."""
    for sentence in frames.pieces(analysis):
        for token in analysis.words(sentence):
            content = _put_at(analysis, sentence, token) or _expected(analysis, sentence, token)
            content = content or _expected_number(analysis, sentence, token)
            who = _who(analysis, sentence, token) if content is not None else None
            if content is not None and who is not None:
                state: Status = "forecast" if token.lemma != "put" else "stated"
                yield Draft(content, "indirect", who.i, token.span, status=state, confidence=_SURE)
            elif (sure := _certain(analysis, sentence, token)) is not None:
                yield sure


def _is_one(verb: Token, lists: Sequence[str]) -> bool:
    """Whether a verb stands in one of the lists of those by which nothing is asserted, also as it is spelled.

    A tagger takes "hopes" for a form of hop.

    What may be a noun ("old rumours that ...") is no verb that only its place in a sentence makes one of saying.
    """
    low = verb.text.lower()
    forms = (verb.lemma.lower(), low, low.removesuffix("s"))
    return any(has(name, form) for name in lists for form in forms)


def _tensed(analysis: Analysis, verb: Token) -> bool:
    had = any(c.dep == "aux" and c.lemma == "have" for c in analysis.children(verb))
    return (verb.tag in _FINITE or (verb.tag == "VBN" and had)) and not frames.unsaid(analysis, verb)


def _comma_before(analysis: Analysis, who: Token) -> bool:
    first = frames.below(analysis, who)[0].i
    return first > 0 and analysis.tokens[first - 1].text == ","


def _opened(analysis: Analysis, clause: Token) -> bool:
    """Whether "that" opens a clause with a subject of its own."""
    below = analysis.children(clause)
    that = any(c.text.lower() == "that" and c.dep == "mark" for c in below)
    return that and any(c.dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in below)


def _wished(analysis: Analysis, clause: Token) -> bool:
    """Whether a clause says what shall be: "that the bank be closed"."""
    helps = [c for c in analysis.children(clause) if c.dep in ("aux", "auxpass")]
    return (helps[0] if helps else clause).tag == "VB"


def _who(analysis: Analysis, sentence: Sentence, verb: Token) -> Token | None:
    if verb.tag not in _FINITE or frames.unsaid(analysis, verb) or called_for(analysis.words(sentence), verb):
        return None
    who = frames.subject(analysis, verb)
    return who if who is not None and named(analysis, who) else None


def _put_at(analysis: Analysis, sentence: Sentence, verb: Token) -> Span | None:
    """What somebody "put at 840 crowns", the number with it; who puts a coin at risk puts no number."""
    held = frames.child(analysis, verb, "dobj") if verb.lemma == "put" and verb.pos == "VERB" else None
    if held is None or held.i < verb.i:
        return None
    for joint in (c for c in (*analysis.children(verb), *analysis.children(held)) if c.text.lower() == "at"):
        number = frames.child(analysis, joint, "pobj")
        counted = number is not None and any(t.tag == "CD" for t in (number, *analysis.children(number)))
        if joint.i > held.i and counted and held.pos == "NOUN":
            return frames.trimmed(analysis, frames.below(analysis, held)[0].i, sentence.last)
    return None


def _expected(analysis: Analysis, sentence: Sentence, verb: Token) -> Span | None:
    """What somebody "expects to reach 900 crowns by 2040": something else than who expects it, with a number."""
    if verb.lemma not in ("expect", "foresee", "predict", "forecast"):
        return None
    clause = frames.child(analysis, verb, "ccomp", "xcomp")
    if clause is None or clause.i < verb.i or clause.tag != "VB":
        return None
    below = analysis.children(clause)
    if not any(c.tag == "TO" for c in below) or not any(c.dep == "nsubj" for c in below):
        return None
    inside = [t.i for t in frames.below(analysis, clause) if t.i > verb.i]
    counted = [analysis.tokens[i] for i in inside if analysis.tokens[i].tag == "CD"]
    by_year = any(len(t.text) == 4 and t.text.isdigit() for t in counted)
    if not by_year and not any(t.dep == "nummod" or t.head != t.i - 1 for t in counted):
        return None  # "to come at 5" counts nothing
    return frames.trimmed(analysis, min(inside), min(sentence.last, max(inside) + 1))


def _expected_number(analysis: Analysis, sentence: Sentence, verb: Token) -> Span | None:
    """What somebody expects without a verb: "expects 900 thefts in Elm by 2040": so many, and by which year."""
    if verb.lemma not in ("expect", "foresee", "predict", "forecast", "project", "anticipate", "reckon", "count"):
        return None
    on = next((c for c in analysis.children(verb) if c.text.lower() in ("on", "with") and c.i == verb.i + 1), None)
    if verb.lemma == "count" and on is None:
        return None  # "the club counted 2,000 members in 2020" has them
    held = frames.child(analysis, on if on is not None else verb, "dobj", "pobj")
    if held is None or held.i < verb.i or not any(c.dep == "nummod" for c in analysis.children(held)):
        return None
    behind = analysis.tokens[held.i : sentence.last]
    if not any(len(t.text) == 4 and t.text.isdigit() for t in behind):
        return None
    return frames.trimmed(analysis, frames.below(analysis, held)[0].i, sentence.last)


def _certain(analysis: Analysis, sentence: Sentence, word: Token) -> Draft | None:
    """What somebody with a name "is certain that": an adjective of conviction behind "is" or "was"."""
    passive = frames.child(analysis, word, "auxpass")  # "is convinced", taken for what somebody did
    verb = passive or analysis.tokens[word.head]
    linked = passive is not None or word.dep in ("acomp", "attr")
    if not has("certain", word.text.lower()) or not linked or verb.lemma != "be":
        return None
    who = frames.child(analysis, word if passive else verb, "nsubj", "nsubjpass")
    clause = frames.child(analysis, word, "ccomp") or frames.child(analysis, verb, "ccomp")
    if who is None or clause is None or clause.i < word.i or not named(analysis, who):
        return None
    if frames.unsaid(analysis, word if passive else verb) or verb.tag not in _FINITE or not _opened(analysis, clause):
        return None
    that = next(c for c in analysis.children(clause) if c.text.lower() == "that" and c.dep == "mark")
    inside = [t.i for t in frames.below(analysis, clause) if t.i > that.i]
    span = frames.trimmed(analysis, min(inside), min(sentence.last, max(inside) + 1))
    return Draft(span, "indirect", who.i, word.span, confidence=_SURE) if span is not None else None
