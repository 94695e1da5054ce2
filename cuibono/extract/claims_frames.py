"""The grammar around a verb of saying: who is its subject, who listens, and whether anything is said at all."""

from collections import deque
from collections.abc import Iterator
from itertools import islice

from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claim_lead_ins import dateline
from cuibono.extract.claims_cues import has
from cuibono.extract.claims_habits import habitual
from cuibono.extract.records import Span

#: Marks around what is said, no part of it.
MARKS = frozenset(".!?;:,…—–-\"“”‘’'`()*•‣|")
_REACH = 400  # tokens; no clause that anybody reports is longer
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_DOUBT = frozenset({"would", "could", "might", "should", "must", "can", "may", "shall"})
#: What a teller does while telling: ", she said, asking not to be named".
_OF_TELLER = frozenset({
    "ask", "speak", "cite", "refer", "decline", "request", "insist", "quote", "talk", "address", "smile", "laugh",
})  # fmt: skip
_CONDITIONS = frozenset({"if", "whether", "unless", "until", "should", "lest"})


def pieces(analysis: Analysis) -> Iterator[Sentence]:
    """The sentences, cut where a blank line runs through them: a heading is no part of what follows."""
    text, tokens = analysis.text, analysis.tokens
    for sentence in analysis.sentences:
        first = sentence.first
        for at in range(sentence.first + 1, sentence.last):
            if text.count("\n", tokens[at - 1].end, tokens[at].start) > 1:
                yield Sentence(tokens[first].start, tokens[at - 1].end, first, at)
                first = at
        begin = tokens[first].start + dateline(text[tokens[first].start : sentence.end])
        while first < sentence.last - 1 and tokens[first].start < begin:
            first += 1
        yield Sentence(tokens[first].start, sentence.end, first, sentence.last)


def below(analysis: Analysis, token: Token) -> tuple[Token, ...]:
    """A token and what hangs below it, in order; of a sentence without end only the nearest part."""
    found, todo = [token], deque([token])
    while todo and len(found) < _REACH:
        under = analysis.children(todo.popleft())[:_REACH]
        found += under
        todo.extend(under)
    return tuple(sorted(found))


def above(analysis: Analysis, token: Token) -> tuple[Token, ...]:
    """Those that govern a token, nearest first, as far as a sentence reasonably goes."""
    return tuple(islice(analysis.ancestors(token), 40))


def child(analysis: Analysis, token: Token, *deps: str) -> Token | None:
    """The first token below another in one of these relations."""
    return next((c for c in analysis.children(token) if c.dep in deps), None)


def subject(analysis: Analysis, verb: Token, depth: int = 0) -> Token | None:
    """The head word of who does what the verb says; through relatives, coordination and participles."""
    if depth > 4:
        return None
    own = child(analysis, verb, *_SUBJECTS)
    if own is not None:
        own = _named_right_behind(analysis, verb, own)
        return _antecedent(analysis, verb, own, depth)
    above = analysis.tokens[verb.head]
    if above.i == verb.i:
        return None
    if depth == 0 and _habit(analysis, verb):
        return habitual(analysis, verb)
    if verb.dep in ("acl", "relcl"):
        return _of_noun(analysis, above, depth)
    if verb.dep == "pcomp" and above.lemma in ("as", "by", "in", "with") and above.head != above.i:
        return _of_governor(analysis, analysis.tokens[above.head], above.lemma == "as", depth)
    if verb.dep in ("conj", "xcomp", "advcl", "ccomp", "dep"):
        return _of_governor(analysis, above, verb.dep != "conj", depth)
    return None


def _named_right_behind(analysis: Analysis, verb: Token, own: Token) -> Token:
    """The name of "the physician Hu Wen", where a parser took both for subjects."""
    if own.tag != "NN":
        return own
    names = (c for c in analysis.children(verb) if c.dep == "nsubj" and own.i < c.i < verb.i and c.tag == "NNP")
    named = next(names, None)
    between = analysis.tokens[own.i + 1 : named.i] if named is not None else ()
    return named if named is not None and all(t.tag == "NNP" for t in between) else own


def _of_governor(analysis: Analysis, verb: Token, inner: bool, depth: int) -> Token | None:
    """Whose saying it is: of "they quoted him as saying" it is his; otherwise the governing verb's subject."""
    if inner and has("relay", verb.lemma) and not passive(analysis, verb):
        heard = child(analysis, verb, "dobj", "dative", "nsubj") if verb.tag != "VBG" else child(analysis, verb, "dobj")
        return child(analysis, verb, "dobj") or heard
    return subject(analysis, verb, depth + 1)


def _antecedent(analysis: Analysis, verb: Token, own: Token, depth: int) -> Token | None:
    if own.text.lower() not in _RELATIVES or own.tag not in ("WP", "WDT", "IN"):
        return own
    above = analysis.tokens[verb.head]
    if verb.dep in ("relcl", "acl", "ccomp") and above.pos in ("NOUN", "PROPN", "PRON"):
        return above
    return None if verb.dep != "conj" else subject(analysis, above, depth + 1)


def _of_noun(analysis: Analysis, noun: Token, depth: int) -> Token | None:
    """A statement that says is the word of whoever issued it; a man who says speaks himself."""
    if not has("paper", noun.lemma):
        return noun
    above = analysis.tokens[noun.head]
    if noun.dep == "pobj" and above.head != above.i:
        above = analysis.tokens[above.head]
    if noun.dep in ("dobj", "pobj") and above.pos == "VERB":
        return subject(analysis, above, depth + 1) or noun
    return noun


def passive(analysis: Analysis, verb: Token) -> bool:
    """Whether the verb stands in the passive."""
    return child(analysis, verb, "auxpass", "nsubjpass") is not None


def agent(analysis: Analysis, verb: Token) -> Token | None:
    """By whom, in the passive."""
    by = child(analysis, verb, "agent")
    return child(analysis, by, "pobj") if by else None


def objects(analysis: Analysis, verb: Token) -> list[Token]:
    """Those that the verb is addressed to or takes as its object, prepositions looked through."""
    found = []
    for token in analysis.children(verb):
        if token.dep in ("dobj", "dative", "iobj") and token.pos != "ADP":
            found.append(token)
        elif token.pos == "ADP" and token.lemma in ("to", "with", "in", "on", "by", "via"):
            inner = child(analysis, token, "pobj")
            if inner is not None:
                found += [inner, *_within(analysis, inner)]
    return found


def _within(analysis: Analysis, noun: Token) -> list[Token]:
    """Whom an interview was with, and where it appeared."""
    if not has("paper", noun.lemma):
        return []
    inner = [child(analysis, p, "pobj") for p in analysis.children(noun) if p.lemma in ("with", "to", "by", "on", "in")]
    return [t for t in inner if t is not None]


def _head_chain(analysis: Analysis, verb: Token) -> list[Token]:
    """The verb and those that govern it through coordination, complement or auxiliary."""
    chain = [verb]
    while chain[-1].dep in ("conj", "xcomp", "pcomp") and len(chain) < 4:
        chain.append(analysis.tokens[chain[-1].head])
    return chain


def unsaid(analysis: Analysis, verb: Token) -> bool:
    """Whether nothing was said: negated, wished, conditional, commanded or asked."""
    below = analysis.children(verb)
    if any(c.dep == "neg" or (c.dep == "aux" and c.lemma in _DOUBT) for c in below):
        return True
    if any(c.dep == "mark" and c.lemma in _CONDITIONS for c in below) or _inverted(analysis, verb):
        return True
    if any(c.dep == "aux" and c.tag == "TO" for c in below):
        return not _went_on(analysis.tokens[verb.head]) and not _habit(analysis, verb)
    if verb.tag == "VB" and not any(c.dep == "aux" for c in below) and child(analysis, verb, *_SUBJECTS) is None:
        return verb.dep not in ("conj",) or unsaid_above(analysis, verb)
    return False


def _habit(analysis: Analysis, verb: Token) -> bool:
    """Whether somebody "likes to say" something; who likes to think it says nothing."""
    return has("say", verb.lemma) and habitual(analysis, verb) is not None


def _inverted(analysis: Analysis, verb: Token) -> bool:
    """ "Had she said so": a condition without "if"."""
    who = child(analysis, verb, *_SUBJECTS)
    helps = (c for c in analysis.children(verb) if c.dep == "aux" and c.text in ("Had", "Should", "Were"))
    return who is not None and any(c.i < who.i for c in helps)


def unsaid_above(analysis: Analysis, verb: Token) -> bool:
    """Whether the first of coordinated verbs is not really said."""
    chain = _head_chain(analysis, verb)
    return len(chain) > 1 and unsaid(analysis, chain[1])


def _went_on(above: Token) -> bool:
    return above.lemma in ("go", "continue", "begin", "start", "hasten", "return", "come", "proceed", "appear")


def phrase(analysis: Analysis, head: Token, limit: int = 14) -> tuple[int, int]:
    """The first and the last token's number of a description: its words, of-phrases, short relative clauses."""
    inside = [head]
    todo = [head]
    while todo:
        for below in analysis.children(todo.pop()):
            if _belongs(analysis, below, head):
                inside.append(below)
                todo.append(below)
    numbers = {t.i for t in inside}
    first = last = head.i
    while first - 1 in numbers and not _broken(analysis, first - 1):
        first -= 1
    while last + 1 in numbers and last - first < limit and not _broken(analysis, last):
        last += 1
    return first, last


def _broken(analysis: Analysis, number: int) -> bool:
    """Whether a blank line follows a token."""
    return analysis.text.count("\n", analysis.tokens[number].end, analysis.tokens[number + 1].start) > 1


def _belongs(analysis: Analysis, token: Token, head: Token) -> bool:
    if token.dep in ("punct", "appos", "cc", "conj", "parataxis", "ccomp", "prep") and token.head == head.i:
        return token.dep == "prep" and token.i == _next_after(analysis, head)
    return token.dep not in ("punct", "parataxis") or token.tag == "HYPH"


def _next_after(analysis: Analysis, head: Token) -> int:
    """The number of the token at which what belongs to a head word may go on."""
    at = head.i + 1
    while (
        at < len(analysis.tokens) and analysis.tokens[at].head == head.i and analysis.tokens[at].dep in ("amod", "acl")
    ):
        at += 1
    return at


def trimmed(analysis: Analysis, first: int, last: int) -> Span | None:
    """From one token to another without the marks around; None when hardly a word is left."""
    tokens = analysis.tokens
    while first < last and tokens[first].text[0] in MARKS:
        first += 1
    while last > first and tokens[last - 1].text[0] in MARKS:
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end) if last - first >= 2 else None


def of_teller(analysis: Analysis, left: Span, right: Span) -> bool:
    """Whether what stands behind a teller is the teller's own: "it is sold, two men said, asking not to be named"."""
    whole = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in analysis.tokens_in(left))
    behind = analysis.token_at(right.start)
    return whole and behind is not None and behind.tag == "VBG" and behind.lemma in _OF_TELLER
