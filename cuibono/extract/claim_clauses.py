"""The clause that a claim turns on: its governing verb, that verb's subject, and what the subject says in the text."""

from collections.abc import Iterator, Sequence

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claims_attitudes import taken_up
from cuibono.extract.lexicon import words

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
PRONOUNS = frozenset({"it", "he", "she", "they", "this", "that", "these", "those", "both", "each", "one"})
_REACH = 14  # steps from a word up to the one that governs it
_VERBS = ("VERB", "AUX")
_DEEP = 3  # clauses within clauses that only say that something is so
_RELATIVES = ("WP", "WDT")


def core(analysis: Analysis, tokens: Sequence[Token]) -> Token | None:
    """The verb that a stretch of text turns on; where that only says "it shows that" or "I think", the verb below."""
    verb = taken_up(analysis, tokens) or _governing(analysis, tokens)
    for _ in range(_DEEP):
        inner = (_inner(analysis, tokens, verb) or cleft(analysis, verb)) if verb is not None else None
        if inner is None:
            break
        verb = inner
    return verb


def cleft(analysis: Analysis, verb: Token) -> Token | None:
    """The verb of "it is Hu Wen who owns it" that says what Hu Wen does."""
    below = analysis.children(verb)
    it = next((c for c in below if c.dep in SUBJECTS and c.text.lower() in ("it", "that")), None)
    if verb.lemma != "be" or it is None or it.i > verb.i:
        return None
    for noun in (c for c in below if c.dep == "attr" and c.i > verb.i and c.tag.startswith("NNP")):
        for inner in analysis.children(noun):
            if inner.dep == "relcl" and inner.pos in ("VERB", "AUX") and _who_does(analysis, inner):
                return inner
    return None


def _who_does(analysis: Analysis, verb: Token) -> bool:
    return any(c.dep in SUBJECTS and c.text.lower() in ("who", "that", "which") for c in analysis.children(verb))


def _governing(analysis: Analysis, tokens: Sequence[Token]) -> Token | None:
    """The first verb whose own governor stands outside, else the first verb with a subject."""
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    verbs = [t for t in tokens if t.pos in _VERBS]
    tops = (t for t in verbs if t.head == t.i or not first <= t.head <= last)
    tops = (t for t in tops if t.dep not in ("amod", "acl") and _has_subject(analysis, t, first, last))
    top = next(tops, None)
    if top is not None:
        return _spoken_first(analysis, top, first, last)
    return next((t for t in verbs if subject_below(analysis, t, first, last)), verbs[0] if verbs else None)


def _has_subject(analysis: Analysis, verb: Token, first: int, last: int) -> bool:
    """Whether a verb has a subject of its own, or says that there is something."""
    there = any(c.dep == "expl" and first <= c.i <= last for c in analysis.children(verb))
    return there or subject_below(analysis, verb, first, last) is not None


def _spoken_first(analysis: Analysis, top: Token, first: int, last: int) -> Token:
    """Of two clauses that only a comma joins ("he owns it, people say so") the first."""
    for below in analysis.children(top):
        if below.dep == "ccomp" and first <= below.i < top.i and below.pos in _VERBS and (
            subject_below(analysis, below, first, last) is not None
        ):  # fmt: skip
            return below
    return top


def subject_below(analysis: Analysis, verb: Token, first: int, last: int) -> Token | None:
    """The subject that a verb has of its own within a stretch, a relative's pronoun aside."""
    return next(
        (c for c in analysis.children(verb) if c.dep in SUBJECTS and first <= c.i <= last and c.tag not in _RELATIVES),
        None,
    )


def _inner(analysis: Analysis, tokens: Sequence[Token], verb: Token) -> Token | None:
    """The clause below a verb that only introduces it."""
    first, last = tokens[0].i, tokens[-1].i
    subject = subject_below(analysis, verb, first, last)
    shell = subject is None or subject.lemma.lower() in words("claim_kinds", "shell") or subject.text.lower() in (
        "i", "we", "it", "this", "that", "you",
    )  # fmt: skip
    if not shell:
        return None
    sure = (g for c in analysis.children(verb) if c.dep == "acomp" for g in analysis.children(c))  # "I am sure that"
    for below in (*analysis.children(verb), *sure):
        if below.dep == "ccomp" and first <= below.i <= last and below.pos in _VERBS and (
            subject_below(analysis, below, first, last) is not None
        ):  # fmt: skip
            return None if _measures(analysis, subject, verb, below) else below
    return None


def _measures(analysis: Analysis, subject: Token | None, verb: Token, below: Token) -> bool:
    """Whether something does what it does to a question: "it measures how long your thumb rests"."""
    opening = analysis.tokens[verb.i + 1] if verb.i + 1 < below.i else below
    asked = opening.tag in ("WRB", "WP", "WDT")
    return asked and subject is not None and subject.text.lower() in ("it", "this", "that") and (
        verb.lemma not in ("show", "prove", "explain", "tell", "be", "say")
    )  # fmt: skip


def subject(analysis: Analysis, tokens: Sequence[Token], verb: Token | None) -> Token | None:
    """The head word of whom or what a clause is about; of a second verb that of the first."""
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    for _ in range(_DEEP):
        if verb is None:
            break
        found = subject_below(analysis, verb, first, last)
        if found is not None:
            return found
        if _has_subject(analysis, verb, first, last):
            return None  # "there were 200 wolves": no subject but what there is
        if verb.dep == "relcl" and cleft(analysis, analysis.tokens[analysis.tokens[verb.head].head]) is not None:
            return analysis.tokens[verb.head]
        if verb.dep not in ("conj", "xcomp", "advcl") or not first <= verb.head <= last:
            break
        verb = analysis.tokens[verb.head]
    return next((t for t in tokens if t.dep in SUBJECTS and t.tag not in _RELATIVES), None)


def is_said_of(analysis: Analysis, head: Token) -> Token | None:
    """Who is said to be what a clause begins with: "the largest maker of lamps was Norland" is of Norland."""
    verb = analysis.tokens[head.head]
    if head.dep != "nsubj" or verb.lemma != "be" or head.pos == "PROPN":
        return None
    behind = next((t for t in analysis.tokens[verb.i + 1 : verb.i + 3] if t.pos != "DET"), None)
    return behind if behind is not None and behind.text[:1].isupper() else None


def below(analysis: Analysis, token: Token, head: Token) -> bool:
    """Whether a token hangs below another, within a few steps."""
    for _ in range(_REACH):
        if token.i == head.i:
            return True
        if token.head == token.i:
            return False
        token = analysis.tokens[token.head]
    return False


def phrase(analysis: Analysis, tokens: Sequence[Token], head: Token) -> list[Token]:
    """The words of a noun phrase without the clauses and the second nouns that hang on it, in order."""
    found: list[Token] = []
    todo = [head]
    while todo and len(found) < 2 * _REACH:
        here = todo.pop()
        found.append(here)
        todo += [c for c in analysis.children(here) if not _apart(c) and abs(c.i - head.i) <= _REACH]
    allowed = {head.i, *(t.i for t in tokens)}  # a head that points on to another clause still stands for its phrase
    return sorted((t for t in found if t.i in allowed), key=lambda t: t.i)


def _apart(token: Token) -> bool:
    return token.dep in ("relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "punct") and token.tag != "HYPH"


def contiguous(found: Sequence[Token], head: Token) -> list[Token]:
    """The unbroken run of words around a head word."""
    numbers = {t.i: t for t in found}
    first = last = head.i
    while first - 1 in numbers:
        first -= 1
    while last + 1 in numbers:
        last += 1
    return [numbers[i] for i in range(first, last + 1)]


def conjoined(analysis: Analysis, verb: Token, last: int) -> Iterator[Token]:
    """The verbs that stand beside a verb, one behind the other, each with its own clause."""
    todo = [verb]
    while todo:
        here = todo.pop(0)
        for child in analysis.children(here):
            if child.dep == "conj" and child.pos in _VERBS and here.i < child.i <= last:
                yield child
                todo.append(child)


def ends(analysis: Analysis, joint: Token) -> Iterator[Token]:
    """The nouns behind a preposition, a second one looked through: "out of love"."""
    for child in analysis.children(joint):
        if child.dep == "pobj":
            yield child
        elif child.dep == "prep":
            yield from ends(analysis, child)
