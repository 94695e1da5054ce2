"""What a verb of saying reports: the clause behind it, before it or around it, or smaller words that stand for one."""

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_cues import has, speaks
from cuibono.extract.records import Span

#: How many words of frame ("in an interview with the paper last week") may stand between the verb and "that".
_FRAME = 30
_LONGEST = 250  # tokens of content
_SUBJECTS = ("nsubj", "nsubjpass")
_CLAUSES = ("ccomp", "acl", "advcl", "relcl")
_STOPS = frozenset(".!?;:,…—–-")
#: What is refused and not denied.
_REFUSED = frozenset({"request", "requests", "comment", "entry", "access", "visa", "visas", "bail", "permission"})
_REPLIES = frozenset({"yes", "no"})
_QUOTES = frozenset("\"“”‘’'«»「」『』`")


def reported_clause(analysis: Analysis, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """The clause that the verb reports, and how it is joined to it."""
    after = _after(analysis, sentence, verb)
    if after is not None:
        return after
    clause = next((c for c in analysis.children(verb) if c.dep == "ccomp" and c.i < verb.i), None)
    if clause is not None:
        return _before(analysis, sentence, verb, clause)
    if verb.dep == "parataxis" or (verb.dep in ("advcl", "ccomp", "dep") and _bracketed(analysis, verb)):
        return _around(analysis, sentence, verb)
    return _smaller(analysis, sentence, verb)


def _after(analysis: Analysis, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    colon = _behind_colon(analysis, sentence, verb)
    if colon is not None:
        return colon, "bare"
    that = _that(analysis, sentence, verb)
    if that is not None:
        end = _end(analysis, sentence, verb, that.i + 1)
        span = _trimmed(analysis, that.i + 1, end)
        return (span, "that") if span else None
    clause = next((c for c in analysis.children(verb) if c.dep == "ccomp" and c.i > verb.i), None)
    if (
        clause is None
        or _wish(analysis, clause)
        or any(c.tag in ("WP", "WRB", "TO") or _asks(c) for c in analysis.children(clause))
    ):
        return None
    if clause.tag in ("VBG", "VBN") and not any(c.dep in ("aux", "auxpass") for c in analysis.children(clause)):
        return None
    first = _past_when(analysis, min(t.i for t in frames.below(analysis, clause) if t.i > verb.i))
    if analysis.tokens[first].text.lower() in _REPLIES and analysis.tokens[first + 1].text == ",":
        return None  # "that made the board say yes, Hu Wen maintains"
    span = _trimmed(analysis, first, _end(analysis, sentence, verb, first))
    return (span, "bare") if span else None


def _behind_colon(analysis: Analysis, sentence: Sentence, verb: Token) -> Span | None:
    """What follows a colon without quote marks: "she told the radio: My cousin was taken away"."""
    if not (has("say", verb.lemma) or has("told", verb.lemma)):
        return None
    near = analysis.tokens[verb.i + 1 : verb.i + 12]
    colon = next((t for t in near if t.text in (":", "：") and t.i < sentence.last), None)
    if colon is None or any(t.tag in ("VBD", "VBZ", "VBP") for t in analysis.tokens[verb.i + 1 : colon.i]):
        return None
    first, last = colon.i + 1, sentence.last
    if first >= last:
        behind = analysis.sentence_at(analysis.tokens[first].start) if first < len(analysis.tokens) else None
        if behind is None or "\n" in analysis.text[colon.end : behind.start]:
            return None
        last = behind.last
    if first < last and analysis.tokens[first].text[0] in _QUOTES:
        return None
    return _trimmed(analysis, first, min(last, first + _LONGEST), least=3)


def _wish(analysis: Analysis, clause: Token) -> bool:
    """Whether a clause asks for something instead of stating it: a bare infinitive without "will" or "would"."""
    return clause.tag == "VB" and not any(c.dep == "aux" for c in analysis.children(clause))


def _asks(token: Token) -> bool:
    return token.dep == "mark" and token.text.lower() in ("whether", "if")


def _past_when(analysis: Analysis, first: int) -> int:
    """Past a day that belongs to the telling: "said on Saturday it was closed"."""
    tokens = analysis.tokens[first : first + 4]
    if len(tokens) == 4 and tokens[0].text.lower() in ("on", "in", "late", "early") and tokens[1].label == "DATE":
        return first + next((k for k, t in enumerate(tokens) if k and t.label != "DATE"), 2)
    return first


def _that(analysis: Analysis, sentence: Sentence, verb: Token) -> Token | None:
    """The "that" which opens the reported clause: the first after the verb that is no pronoun or pointer."""
    for token in analysis.tokens[verb.i + 1 : min(sentence.last, verb.i + _FRAME)]:
        if token.text.lower() == "that" and _joins(analysis, verb, token):
            return token
        if token.tag in ("VBD", "VBZ", "VBP") and _belongs_to(analysis, token, verb):
            return None
    return None


def _belongs_to(analysis: Analysis, token: Token, verb: Token) -> bool:
    """Whether a finite verb is the head of the reported clause itself, or a second thing that was done."""
    return token.head == verb.i and token.dep in ("ccomp", "conj")


def _joins(analysis: Analysis, verb: Token, that: Token) -> bool:
    clause = analysis.tokens[that.head]
    if that.i == verb.i + 1 and that.tag == "IN" and speaks(verb):
        return True  # a joint right behind the verb, whatever a parser hung it on
    if that.dep in ("det", "nsubj", "nsubjpass", "pobj") or clause.i <= that.i or that.tag == "DT":
        return False
    if clause.head == verb.i:
        return True
    noun = analysis.tokens[clause.head]
    if noun.pos in ("VERB", "AUX"):
        return clause.dep == "ccomp" and noun.i < verb.i and not speaks(noun)
    if clause.dep == "acl" and noun.head == verb.i:
        return has("message", noun.lemma)
    if verb.dep == "acl" and verb.i not in (t.i for t in frames.above(analysis, noun)):
        return False  # "in a note published in May, Acme forecast that ..."
    if clause.dep in _CLAUSES and that.dep in ("mark", "dobj"):
        whole = frames.child(analysis, clause, "nsubj", "nsubjpass", "expl") is not None
        return whole and noun.i > verb.i and (that.dep == "mark" or _source_noun(analysis, noun))
    return False


def _source_noun(analysis: Analysis, noun: Token) -> bool:
    """Whether the noun before "that" is someone who was told or told it, so that the clause is the message."""
    above = analysis.tokens[noun.head]
    return noun.dep in ("pobj", "dobj", "dative") and (
        above.lemma in ("from", "to", "with") or has("relay", above.lemma) or has("told", above.lemma)
    )


def _end(analysis: Analysis, sentence: Sentence, verb: Token, first: int) -> int:
    """The number after the last token of the content: the sentence's end, or where the teller's own clause goes on."""
    above = {verb.i, *(t.i for t in frames.above(analysis, verb))}
    last = min(sentence.last, first + _LONGEST)
    for token in analysis.tokens[first:last]:
        if token.i > first and token.head in above and _leaves(analysis, token, verb, first):
            return token.i if token.dep not in _SUBJECTS else min(t.i for t in frames.below(analysis, token))
    return last


def _leaves(analysis: Analysis, token: Token, verb: Token, first: int) -> bool:
    """Whether a token that hangs on the verb of saying (or above it) begins something that is not reported."""
    if token.dep in ("cc", "conj"):
        return token.dep == "cc" or analysis.tokens[token.i - 1].text == ","
    if token.head != verb.i and token.dep in _SUBJECTS:
        return min(t.i for t in frames.below(analysis, token)) > first
    if token.head != verb.i and token.dep == "punct":
        return verb.dep == "relcl"
    if token.dep in ("advcl", "prep") and token.head == verb.i:
        inner = token.lemma in ("accord", "according") or (token.tag == "VBG" and speaks(token))
        return inner and analysis.tokens[token.i - 1].text == ","
    return token.head != verb.i and token.dep in ("attr", "acomp") and verb.dep == "relcl"


def _before(analysis: Analysis, sentence: Sentence, verb: Token, clause: Token) -> tuple[Span, str] | None:
    """Content that stands before its verb: "the sale is off, the minister said"; or on both sides of it."""
    who = frames.child(analysis, verb, *_SUBJECTS)
    left = min(verb.i, who.i if who is not None else verb.i)
    if who is not None:
        left = min(left, *(t.i for t in frames.below(analysis, who)))
    inside = [t.i for t in frames.below(analysis, clause) if sentence.first <= t.i < left]
    if not inside:
        return None
    span = _trimmed(analysis, min(inside), left)
    return (span, "before") if span and len(inside) > 2 else None


def _bracketed(analysis: Analysis, verb: Token) -> bool:
    """Whether the verb and its subject stand between two commas, or between a comma and the end."""
    left = min(t.i for t in frames.below(analysis, verb))
    right = max(t.i for t in frames.below(analysis, verb))
    before = analysis.tokens[left].text if analysis.tokens[left].tag == "," else analysis.tokens[max(0, left - 1)].text
    after = analysis.tokens[min(right + 1, len(analysis.tokens) - 1)].text
    return before in (",", "—", "–", "(") and after in (",", ".", "—", "–", ")") and right - left < 12


def _around(analysis: Analysis, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """Content that the verb interrupts: "the plan, he said, is a trap"."""
    if frames.child(analysis, verb, "nsubj") is None:
        return None
    inside = [t.i for t in frames.below(analysis, verb)]
    left = _trimmed(analysis, sentence.first, min(inside), least=1)
    right = _trimmed(analysis, max(inside) + 1, sentence.last, least=1)
    if left is not None and right is not None and frames.of_teller(analysis, left, right):
        right = None
    if left is None or right is None:
        whole = left or right
        return (whole, "before") if whole else None
    return Span(left.start, right.end), "around"


def _smaller(analysis: Analysis, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """Content that is less than a clause: "claims to own it", "denied owning it", "rejected the claim that ..."."""
    for below in analysis.children(verb):
        if below.i < verb.i:
            as_what = _which_as(analysis, verb, below)
            if as_what is not None:
                return _rest(analysis, sentence, verb, as_what, "noun")
            continue
        if below.dep == "xcomp" and below.tag == "VB" and has("to", verb.lemma):
            return _rest(analysis, sentence, verb, below, "to")
        if below.dep in ("xcomp", "ccomp") and below.tag == "VBG" and has("gerund", verb.lemma):
            return _rest(analysis, sentence, verb, below, "gerund")
        if below.dep == "dobj" and has("message", below.lemma):
            return _message(analysis, sentence, verb, below)
        if below.dep == "dobj" and has("as_frame", verb.lemma) and _as(analysis, verb, below):
            return _rest(analysis, sentence, verb, below, "noun")
        if below.dep == "dobj" and verb.lemma == "deny" and below.pos == "NOUN":
            return None if below.text.lower() in _REFUSED else _rest(analysis, sentence, verb, below, "noun")
        if below.dep == "dobj" and has("accuse", verb.lemma) and _of(analysis, verb, below):
            return _rest(analysis, sentence, verb, below, "noun")
    return None


def _which_as(analysis: Analysis, verb: Token, which: Token) -> Token | None:
    """Of "which officials describe as an arm of the fund" what follows "as"."""
    if which.tag not in ("WDT", "WP", "IN") or not has("as_frame", verb.lemma):
        return None
    joint = next((c for c in analysis.children(verb) if c.i > verb.i and c.text.lower() == "as"), None)
    return frames.child(analysis, joint, "pobj", "pcomp", "amod") if joint is not None else None


def _as(analysis: Analysis, verb: Token, described: Token) -> bool:
    """Whether "as" follows what is described, near enough to go with it."""
    near = analysis.tokens[described.i + 1 : described.i + 12]
    found = next((t for t in near if t.text.lower() == "as"), None)
    return found is not None and found.head in (verb.i, described.i)


def _of(analysis: Analysis, verb: Token, accused: Token) -> bool:
    return any(c.lemma == "of" and c.i > accused.i for c in (*analysis.children(verb), *analysis.children(accused)))


def _rest(analysis: Analysis, sentence: Sentence, verb: Token, below: Token, kind: str) -> tuple[Span, str] | None:
    first = min(t.i for t in frames.below(analysis, below) if t.i > verb.i)
    span = _trimmed(analysis, first, _end(analysis, sentence, verb, first))
    return (span, kind) if span else None


def _message(analysis: Analysis, sentence: Sentence, verb: Token, noun: Token) -> tuple[Span, str] | None:
    """What a claim that is denied or repeated says: "rejected reports that ..."."""
    clause = next((c for c in analysis.children(noun) if c.dep in ("acl", "ccomp", "relcl") and c.i > noun.i), None)
    if clause is None:
        return None
    that = next((c for c in analysis.children(clause) if c.text.lower() == "that" and c.dep == "mark"), None)
    if that is None:
        return None
    span = _trimmed(analysis, that.i + 1, _end(analysis, sentence, verb, that.i + 1))
    return (span, "noun") if span else None


def _opener(token: Token) -> bool:
    return token.dep == "mark" and token.text.lower() == "that"


def _trimmed(analysis: Analysis, first: int, last: int, least: int = 2) -> Span | None:
    """The span from one token up to but without another, commas, stops and bare quote marks left off at its ends."""
    tokens = analysis.tokens
    while first < last and (
        tokens[first].text[0] in _STOPS or tokens[first].text[0] in _QUOTES or _opener(tokens[first])
    ):
        first += 1
    while last > first and (tokens[last - 1].text[0] in _STOPS or tokens[last - 1].text in ("and", "but")):
        last -= 1
    if last - first < least:
        return None
    return Span(tokens[first].start, tokens[last - 1].end)
