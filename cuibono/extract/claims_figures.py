"""What somebody states without a clause: "the tables give 77 percent", "she names him as chairman"."""

from collections.abc import Iterator

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_cues import has
from cuibono.extract.claims_draft import Draft
from cuibono.extract.lexicon import words

_SUBJECTS = ("nsubj",)
_OBJECTS = ("dobj", "dative", "attr", "oprd", "npadvmod", "xcomp", "ccomp", "prep", "agent")
_FIGURE = frozenset({"%", "percent"})
_REACH = 60  # tokens of a clause that are looked at
_SURE = 0.8


def figures(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for verbs that state a number, a name for somebody, or what something is called."""
    for sentence in frames.pieces(analysis):
        for token in analysis.words(sentence):
            if has("figure", token.lemma) and _finite(analysis, token):
                draft = _of_verb(analysis, sentence, token)
                if draft is not None:
                    yield draft


def _of_verb(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    who = (
        frames.child(analysis, verb, *_SUBJECTS)
        or _apposed(analysis, verb)
        or _of_first(analysis, verb)
        or _in_front(analysis, verb)
    )
    if who is None or frames.unsaid(analysis, verb) or frames.passive(analysis, verb):
        return None
    first, last = _clause(analysis, sentence, verb, who)
    behind = analysis.tokens[verb.i + 1 : last]
    if not behind or not _states(analysis, verb, who, behind):
        return None
    span = frames.trimmed(analysis, first, last)
    if span is None:
        return None
    expected = verb.lemma in ("expect", "foresee", "predict", "forecast")
    return Draft(
        span, "indirect", who.i, verb.span, status="forecast" if expected else "stated", confidence=_SURE,
        figure=True,
    )  # fmt: skip


def _finite(analysis: Analysis, token: Token) -> bool:
    """A verb with a tense; one that a parser took for an infinitive counts when it has a subject and no "to"."""
    if token.pos != "VERB":
        return False
    if token.tag == "VBN" and token.dep == "acl" and token.lemma == "call":
        return analysis.tokens[token.i - 1].text == ","  # "A, head of B, called it a trap", taken for "A, called ..."
    small = [c for c in analysis.children(token) if c.dep == "aux"]
    bare = token.tag == "VB" and not small
    done = token.tag in ("VBN", "VBD") and [c.lemma for c in small] == ["have"]  # "the media have counted"
    return token.tag in ("VBD", "VBZ", "VBP") or bare or done


def _in_front(analysis: Analysis, verb: Token) -> Token | None:
    """A name between a comma and the verb, a bracket looked over: "On votes, Acme News (May 2015) reports ..."."""
    at = verb.i - 1
    if at > 0 and analysis.tokens[at].text == ")":
        at = next((k for k in range(at, max(0, at - 10), -1) if analysis.tokens[k].text == "("), 0) - 1
    here = analysis.tokens[at] if at > 0 else None
    return here if here is not None and here.pos == "PROPN" and analysis.tokens[at - 1].text == "," else None


def _apposed(analysis: Analysis, verb: Token) -> Token | None:
    above = analysis.tokens[verb.head]
    return above if verb.dep == "acl" and verb.tag == "VBN" and above.pos == "PROPN" else None


def _of_first(analysis: Analysis, verb: Token) -> Token | None:
    """Of a second verb the subject of the first: "she calls it the largest and gives it 25 percent"."""
    above = analysis.tokens[verb.head]
    return frames.child(analysis, above, *_SUBJECTS) if verb.dep == "conj" and above.pos == "VERB" else None


def _clause(analysis: Analysis, sentence: Sentence, verb: Token, who: Token) -> tuple[int, int]:
    """Where the clause begins, what stands before its subject with it, and where the next one begins."""
    first = sentence.first
    for token in analysis.tokens[sentence.first : verb.i]:
        if token.text == ";" or (
            token.dep == "cc" and token.head != who.i and analysis.tokens[token.head].pos == "VERB"
        ):
            first = token.i + 1
    last = min(sentence.last, verb.i + _REACH)
    for token in analysis.tokens[verb.i + 1 : last]:
        if token.text == ";" or (token.head == verb.i and token.dep == "cc"):
            return first, token.i
    return first, last


def _states(analysis: Analysis, verb: Token, who: Token, behind: tuple[Token, ...]) -> bool:
    """Whether it is a statement and no deed: who gives money gives it, a table that gives a number states it."""
    paper = has("paper", who.lemma) or has("press", who.lemma) or _outlet(analysis, who)
    if not has("paper", who.lemma) and frames.child(analysis, who, "poss") is not None and verb.lemma == "measure":
        return False  # "its network measured 5,210 kilometres"
    named = paper or who.pos == "PROPN" or who.text.lower() in ("he", "she", "it", "they") or _titled(analysis, who)
    percent = any(t.lemma in _FIGURE for t in behind)
    number = percent or any(t.tag == "CD" and not _like_a_year(t) for t in behind)
    if verb.lemma == "put":
        return (named or has("body", who.lemma)) and _put_at(analysis, verb)
    if verb.lemma == "count" and number and _takes_stock(who):
        return True
    if not named or (has("dumb", who.lemma) and not paper):
        return False
    if verb.lemma == "list" and number and (has("paper", who.lemma) or who.text.lower() == "it"):
        return True
    if verb.lemma in ("name", "call", "list", "describe"):
        return _names(analysis, verb)
    if verb.lemma in ("have", "show", "take", "date", "count"):
        return paper and percent
    if verb.lemma == "give":
        dative = frames.child(analysis, verb, "dative")
        return (paper and number) or (percent and dative is None) or (percent and verb.tag != "VBD")
    told = verb.lemma in ("report", "cite", "quote") and _with_post(analysis, who) and not _to_somebody(analysis, verb)
    return number and (paper or percent or told)


def _with_post(analysis: Analysis, who: Token) -> bool:
    """Whether a post stands before a name ("the clerk Hu Wen"): firms report numbers of their own."""
    return who.pos == "PROPN" and any(c.dep == "compound" and c.tag == "NN" for c in analysis.children(who))


def _to_somebody(analysis: Analysis, verb: Token) -> bool:
    """Whether something was reported to somebody: a deed, as thefts are to the police."""
    return any(c.lemma == "to" or c.dep == "dative" for c in analysis.children(verb))


def _put_at(analysis: Analysis, verb: Token) -> bool:
    """ "The board put the damage at 48 million crowns"; who puts money into something pays."""
    at = [c for c in analysis.children(verb) if c.dep == "prep" and c.lemma == "at"]
    at += [g for c in analysis.children(verb) if c.dep == "dobj" for g in analysis.children(c) if g.lemma == "at"]
    ends = [e for joint in at for e in analysis.children(joint) if e.dep == "pobj"]
    told = any(e.tag == "CD" or frames.child(analysis, e, "nummod") is not None for e in ends)
    return told and frames.child(analysis, verb, "dobj") is not None


def _takes_stock(who: Token) -> bool:
    """Whether somebody counts for others: the media, a ministry, researchers; a club that counts so many has them."""
    return who.lemma.lower() in words("speech", "stock_taker") or has("paper", who.lemma) or has("press", who.lemma)


def _outlet(analysis: Analysis, who: Token) -> bool:
    """Whether a name is one of an outlet: a Mail, a Post, something with a dot."""
    near = [who, *(t for t in frames.below(analysis, who) if t.pos in ("PROPN", "NOUN", "X") and t.i <= who.i + 4)]
    return any(
        t.lemma.lower() in words("speech", "outlet_word") or (t.i < who.i and has("press", t.lemma))
        or ("." in t.text[1:-1] and t.text[-1].isalpha() and len(t.text) > 5)
        for t in near
    )  # fmt: skip


def _titled(analysis: Analysis, who: Token) -> bool:
    """A describing word with the name beside it: "the commentator Hu Wen"."""
    return any(c.dep == "appos" and c.pos == "PROPN" for c in analysis.children(who))


def _names(analysis: Analysis, verb: Token) -> bool:
    """Whether somebody is named as something, or something is called the largest, the first, another thing."""
    target = frames.child(analysis, verb, "dobj")
    as_what = next((c for c in analysis.children(verb) if c.text.lower() == "as" and c.i != verb.i), None)
    sentence = analysis.sentence_at(verb.start)
    opening = analysis.tokens[sentence.first] if sentence is not None else verb
    as_what = as_what or (opening if opening.text.lower() == "as" and verb.i - opening.i <= 6 else None)
    if verb.lemma == "call":
        called = frames.child(analysis, verb, "oprd", "ccomp", "xcomp", "attr")
        called = called or (frames.child(analysis, target, "appos") if target is not None else None)
        return called is not None and called.i > verb.i and any(c.dep == "det" for c in _nouns(analysis, called))
    return as_what is not None and target is not None


def _nouns(analysis: Analysis, token: Token) -> list[Token]:
    return [*analysis.children(token), *(g for c in analysis.children(token) for g in analysis.children(c))]


def _like_a_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and "1500" <= token.text <= "2099"
