"""Content that hangs on a phrase, not a verb: "according to X", "in X's view", "X's claim is that", "it is said"."""

from collections.abc import Iterator
from itertools import takewhile

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_cues import has
from cuibono.extract.claims_draft import Draft
from cuibono.extract.records import Span, Status

#: By which prepositions other words for a view stand: "to her mind", "by Hu's reckoning".
_MINDS = {
    "to": ("mind", "knowledge"),
    "by": ("reckoning", "estimate", "estimation", "count", "account", "admission", "calculation", "telling"),
    "from": ("viewpoint", "perspective", "point"),
}


def according(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for sentences whose source stands in a phrase."""
    for sentence in frames.pieces(analysis):
        for token in analysis.words(sentence):
            low = token.text.lower()
            draft = None
            if low == "according":
                draft = _phrase(analysis, sentence, token, "to")
            elif low == "per" and token.tag == "IN" and _opens(sentence, token):
                draft = _phrase(analysis, sentence, token, "per")
            elif low in ("in", *_MINDS) and token.pos == "ADP":
                draft = _view(analysis, sentence, token)
            elif token.dep == "advcl" and token.pos == "VERB":
                draft = _as_put(analysis, sentence, token) or _if_believed(analysis, sentence, token)
            if draft is not None:
                yield draft


def hearsay(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for what nobody in particular says: "it is said", "is believed to", "rumour has it", "reportedly"."""
    for sentence in frames.pieces(analysis):
        for token in analysis.words(sentence):
            low = token.text.lower()
            draft = None
            if token.tag == "VBN" and has("passive", token.lemma):
                draft = _passive(analysis, sentence, token)
            elif low in ("reportedly", "allegedly", "supposedly", "purportedly", "rumoredly"):
                draft = _adverb(analysis, sentence, token)
            elif has("message", token.lemma) and token.pos in ("NOUN", "PROPN"):
                draft = _message(analysis, sentence, token)
            if draft is not None:
                yield draft


def _opens(sentence: Sentence, token: Token) -> bool:
    return token.i == sentence.first


def _phrase(analysis: Analysis, sentence: Sentence, token: Token, joint: str) -> Draft | None:
    preposition = token if joint == "per" else next(
        (t for t in analysis.tokens[token.i + 1 : token.i + 2] if t.text.lower() == "to"), None
    )  # fmt: skip
    if preposition is None:
        return None
    who = frames.child(analysis, preposition, "pobj", "pcomp") or _noun_after(analysis, sentence, preposition.i + 1)
    if who is None or has("dumb", who.lemma) or who.lemma in ("plan", "law", "rule", "custom", "schedule", "need"):
        return None
    first, last = token.i, _phrase_end(analysis, sentence, who)
    relays = _cited_by(analysis, who)
    quoter: int | None = None
    if (name := _named_behind(analysis, sentence, last)) is not None and not who.tag.startswith("NNP"):
        who, last = name, name.i + 1  # "according to our clerk, Hu Wen, it is lost"
    cited = _citing(analysis, sentence, last)
    if cited is not None:
        quoter, who = who.i, cited
        last = _phrase_end(analysis, sentence, who)
    span = _without(analysis, sentence, first, last)
    if span is None:
        return None
    alleged = has("rumour", who.lemma)
    return Draft(
        span, "indirect", who.i, Span(token.start, preposition.end), relays, quoter,
        status="alleged" if alleged else "stated", confidence=0.9, hearsay=alleged,
    )  # fmt: skip


def _named_behind(analysis: Analysis, sentence: Sentence, at: int) -> Token | None:
    """The name between two commas right behind a description: its last word."""
    run = list(takewhile(lambda t: t.tag.startswith("NNP"), analysis.tokens[at + 1 : min(sentence.last, at + 5)]))
    closed = run and run[-1].i + 1 < len(analysis.tokens) and analysis.tokens[run[-1].i + 1].text == ","
    return run[-1] if closed and analysis.tokens[at].text == "," else None


def _citing(analysis: Analysis, sentence: Sentence, at: int) -> Token | None:
    """The source behind the source: "according to the paper, citing two officials, ..."."""
    words = [t for t in analysis.tokens[at : min(sentence.last, at + 2)] if t.text != ","]
    if not words or words[0].tag != "VBG" or not has("relay", words[0].lemma):
        return None
    return frames.child(analysis, words[0], "dobj") or _noun_after(analysis, sentence, words[0].i + 1)


def _noun_after(analysis: Analysis, sentence: Sentence, first: int) -> Token | None:
    last = None
    for token in analysis.tokens[first : min(sentence.last, first + 8)]:
        if token.pos in ("NOUN", "PROPN", "PRON"):
            last = token
        elif last is not None or token.pos == "PUNCT":
            break
    return last


def _phrase_end(analysis: Analysis, sentence: Sentence, who: Token) -> int:
    """The number after the last token of the source's description, its appositions and relative clauses with it."""
    below = [t.i for t in frames.below(analysis, who) if t.i >= who.i]
    reach = who.i
    for i in below:
        if i <= reach + 2:
            reach = i
    while reach + 1 < sentence.last and analysis.tokens[reach + 1].pos == analysis.tokens[reach].pos == "PROPN":
        reach += 1
    behind = analysis.tokens[reach + 1 : reach + 2]
    if behind and reach == who.i and behind[0].pos == "PROPN" and who.pos == "NOUN":
        return _phrase_end(analysis, sentence, behind[0])  # "the journal Acme Weekly", however it was parsed
    return reach + 1


def _cited_by(analysis: Analysis, who: Token) -> tuple[int, ...]:
    """Who relays it: "sources cited by the paper", "people who spoke to the paper"."""
    found = []
    for below in analysis.children(who):
        if below.dep in ("acl", "relcl"):
            by = frames.agent(analysis, below)
            found += [by] if by else []
            if has("told", below.lemma) or below.lemma in ("speak", "talk"):
                found += frames.objects(analysis, below)
        if below.dep == "acl" and has("relay", below.lemma) and below.tag == "VBG":
            inner = frames.child(analysis, below, "dobj")
            found += [inner] if inner else []
    return tuple(t.i for t in found)


def _without(analysis: Analysis, sentence: Sentence, first: int, last: int) -> Span | None:
    """The sentence without the phrase that tells its source: what follows it, what precedes it, or both."""
    left = frames.trimmed(analysis, sentence.first, first)
    right = frames.trimmed(analysis, last, sentence.last)
    if left is None or right is None:
        return left or right
    begun = analysis.tokens[first - 1]
    if begun.text in (":", ";"):
        return right
    if begun.text.lower() in ("and", "but", "while", "as") or analysis.tokens[max(0, first - 2)].text.lower() in (
        "and",
        "but",
    ):
        return right
    words = first - sentence.first
    if words <= 2:  # "But according to X, ..."
        return right
    return left if analysis.tokens[last].text.lower() in ("and", "but", "while") else Span(left.start, right.end)


def _view(analysis: Analysis, sentence: Sentence, token: Token) -> Draft | None:
    """ "In X's view, ...", "in the words of X, ..."."""
    noun = frames.child(analysis, token, "pobj")
    if noun is None or noun.lemma not in _MINDS.get(token.text.lower(), (noun.lemma,)):
        return None
    if token.text.lower() == "in" and (not has("view", noun.lemma) or noun.lemma in ("eye", "case", "version")):
        return None
    who = frames.child(analysis, noun, "poss")
    if who is None and noun.lemma != "reading":  # "in the reading of the meter"
        of = next((c for c in analysis.children(noun) if c.lemma == "of"), None)
        who = frames.child(analysis, of, "pobj") if of else None
    if who is None or who.text.lower() in ("my", "our", "your", "its"):
        return None
    last = max(t.i for t in frames.below(analysis, noun)) + 1
    if token.i - sentence.first > 3 and analysis.tokens[token.i - 1].text != ",":
        return None  # "closed in the view of the crowd" tells where, not who
    span = _without(analysis, sentence, token.i, last)
    return Draft(span, "indirect", who.i, Span(token.start, noun.end), confidence=0.8) if span else None


def _as_put(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    """ "As X put it, ...", "as X pointed out, ...", "as reported by X, ..."."""
    mark = next((c for c in analysis.children(verb) if c.text.lower() == "as" and c.dep in ("mark", "advmod")), None)
    if mark is None or not has("as_put", verb.lemma):
        return None
    if mark.i > sentence.first and analysis.tokens[mark.i - 1].text not in (",", "—", "–", "-", "(", ":"):
        return None  # "as soon as he said", "as loudly as she says"
    it = frames.child(analysis, verb, "dobj")
    who = frames.child(analysis, verb, "nsubj") or frames.agent(analysis, verb)
    if who is None or who.text.lower() in ("i", "we", "you", "it") or has("dumb", who.lemma):
        return None
    if it is not None and it.text.lower() != "it":
        return None
    if verb.lemma in ("put", "tell") and it is None:
        return None
    span = _without(analysis, sentence, mark.i, max(t.i for t in frames.below(analysis, verb)) + 1)
    return Draft(span, "indirect", who.i, Span(mark.start, verb.end), confidence=0.85) if span else None


def _if_believed(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    """ "If one believes X", "if X is to be believed", "if you ask X": X says what stands beside it."""
    mark = next((c for c in analysis.children(verb) if c.text.lower() == "if"), None)
    if mark is None or verb.lemma.lower() not in ("believe", "ask", "trust"):
        return None
    if analysis.tokens[min(verb.i + 1, sentence.last - 1)].pos == "ADP":
        return None  # "if you believe in charities"
    who = frames.child(analysis, verb, "nsubj", "nsubjpass")
    last = max(t.i for t in frames.below(analysis, verb)) + 1
    if frames.child(analysis, verb, "auxpass") is None and who is not None:
        anybody = who.text.lower() in ("one", "you", "we")
        behind = _noun_after(analysis, sentence, verb.i + 1)  # parsers may take it for the subject of what follows
        who = behind if anybody else None
        last = who.i + 1 if who is not None and analysis.tokens[who.i + 1].text == "," else last
    if who is None or who.pos not in ("PROPN", "NOUN") or has("dumb", who.lemma):
        return None
    span = _without(analysis, sentence, mark.i, last)
    return Draft(span, "indirect", who.i, Span(mark.start, verb.end), confidence=0.8) if span else None


def _passive(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    """ "It is said that ...", "X is believed to ..."; with "by Y" it is Y who says."""
    auxiliary = frames.child(analysis, verb, "auxpass")
    if auxiliary is None or frames.unsaid(analysis, verb):
        return None
    topic = frames.child(analysis, verb, "nsubjpass", "nsubj")
    who = frames.agent(analysis, verb)
    clause = next((c for c in analysis.children(verb) if c.dep in ("ccomp", "xcomp", "advcl") and c.i > verb.i), None)
    if topic is None or clause is None:
        return None
    if topic.text.lower() == "it" and clause.dep != "xcomp":
        that = next((t for t in analysis.tokens[verb.i + 1 : verb.i + 16] if t.text.lower() == "that"), None)
        span = frames.trimmed(
            analysis, that.i + 1 if that else min(t.i for t in frames.below(analysis, clause)), sentence.last
        )
    elif clause.dep == "xcomp" and verb.lemma not in ("know", "reveal", "announce", "suggest", "consider"):
        first = max(sentence.first, min(t.i for t in frames.below(analysis, topic)))
        span = frames.trimmed(analysis, first, min(sentence.last, max(t.i for t in frames.below(analysis, clause)) + 1))
    else:
        return None
    if span is None:
        return None
    cue = Span(topic.start if topic.text.lower() == "it" else auxiliary.start, verb.end)
    status: Status = "alleged" if who is None else "stated"
    return Draft(span, "indirect", who.i if who else verb.i, cue, status=status, confidence=0.7, hearsay=who is None)


def _adverb(analysis: Analysis, sentence: Sentence, adverb: Token) -> Draft | None:
    """ "X reportedly owns it": the clause around the adverb, when it is a whole one and no verb of saying."""
    verb = analysis.tokens[adverb.head]
    if verb.pos not in ("VERB", "AUX") or has("say", verb.lemma) or has("told", verb.lemma):
        return None
    who = frames.child(analysis, verb, "nsubj", "nsubjpass")
    if who is None:
        return None
    inside = [t.i for t in frames.below(analysis, verb)]
    span = frames.trimmed(analysis, max(sentence.first, min(inside)), min(sentence.last, max(inside) + 1))
    return (
        Draft(span, "indirect", adverb.i, adverb.span, status="alleged", confidence=0.5, hearsay=True) if span else None
    )


def _message(analysis: Analysis, sentence: Sentence, noun: Token) -> Draft | None:
    """ "There are rumours that ...", "rumour has it that ...", "his claim is that ..."."""
    clause = next((c for c in analysis.children(noun) if c.dep in ("acl", "ccomp") and c.i > noun.i), None)
    above = analysis.tokens[noun.head]
    if clause is None and noun.dep in ("nsubj", "attr") and above.lemma in ("be", "have"):
        clause = next((c for c in analysis.children(above) if c.dep in ("ccomp", "advcl") and c.i > above.i), None)
    elif _held_by(analysis, noun) is None and not (
        noun.dep in ("attr", "nsubj", "expl") and above.lemma in ("be", "exist", "circulate", "spread", "persist")
    ):
        return None
    if clause is None:
        return None
    that = next((c for c in analysis.tokens[noun.i + 1 : clause.i] if c.text.lower() == "that"), None)
    if that is None:
        return None
    span = frames.trimmed(
        analysis, that.i + 1, min(sentence.last, max(t.i for t in frames.below(analysis, clause)) + 1)
    )
    if span is None:
        return None
    owner = frames.child(analysis, noun, "poss")
    owner = owner if owner is not None else _of_whom(analysis, noun) or _held_by(analysis, noun)
    if owner is not None and owner.text.lower() not in ("my", "our", "your", "its"):
        return Draft(span, "indirect", owner.i, noun.span, confidence=0.75)
    alleged = has("rumour", noun.lemma) or noun.lemma in ("claim", "allegation", "report", "accusation")
    if not alleged:
        return None
    return Draft(span, "indirect", noun.i, noun.span, status="alleged", confidence=0.6, hearsay=True)


def _of_whom(analysis: Analysis, noun: Token) -> Token | None:
    """Whose "the view of Hu Wen" is; "the claim of fraud" is nobody's."""
    of = next((c for c in analysis.children(noun) if c.lemma == "of" and c.i == noun.i + 1), None)
    whose = frames.child(analysis, of, "pobj") if of is not None else None
    return whose if whose is not None and whose.tag.startswith("NNP") else None


def _held_by(analysis: Analysis, noun: Token) -> Token | None:
    """Who "is of the opinion that", "takes the view that", "has the impression that"."""
    above = analysis.tokens[noun.head]
    if noun.dep == "pobj" and above.lemma in ("of", "under"):
        verb = analysis.tokens[above.head]
        held = verb.lemma == "be"
    else:
        verb = above
        held = noun.dep == "dobj" and verb.lemma in (
            "take",
            "hold",
            "have",
            "share",
            "express",
            "voice",
            "form",
            "defend",
        )
    if not held or verb.tag not in ("VBD", "VBZ", "VBP") or frames.unsaid(analysis, verb):
        return None
    who = frames.child(analysis, verb, "nsubj")
    return None if who is None or who.text.lower() in ("i", "we", "you", "it", "there", "this") else who
