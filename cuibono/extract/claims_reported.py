"""Reported speech: verbs of saying, who speaks with them, and the clause that they report (``claims_content``)."""

from collections.abc import Iterator
from dataclasses import replace

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_content import reported_clause
from cuibono.extract.claims_cues import has, speaks
from cuibono.extract.claims_draft import Draft
from cuibono.extract.claims_nobody import called_for
from cuibono.extract.claims_open import opening_name, speaks_openly

#: Who says nothing in particular: "whoever tells you that", "nobody said that".
_NOBODY = frozenset({"whoever", "anybody", "anyone", "nobody", "none", "whosoever"})
_NO = frozenset({"no", "not", "hardly", "neither", "none", "nobody", "scarcely", "barely"})
_JOINTS = frozenset({"but", "and", "while", "though", "although", "yet", "whereas"})
#: With these a clause behind "he said" goes on with what was said, and not with who said it.
_THINGS = frozenset({"its", "it", "their", "they", "there", "these", "this", "that"})
#: What a body or a paper does when "it" speaks; a device that guesses does not.
_OF_BODIES = frozenset({
    "say", "add", "answer", "claim", "allege", "assert", "state", "write", "explain", "argue", "insist", "warn",
    "announce", "complain", "confirm", "acknowledge", "admit", "contend", "declare", "maintain", "reply", "respond",
    "reiterate", "repeat", "report", "stress", "emphasize", "emphasise", "predict", "forecast", "estimate", "note",
    "deny", "refute", "dispute", "reject", "tell", "inform", "conclude", "concede", "proclaim", "publish", "project",
    "reveal", "disclose", "affirm", "pledge", "promise", "vow",
})  # fmt: skip
#: Whom a feed shows something, and how far behind the verb they stand.
_VIEWERS = frozenset({"account", "user", "profile", "viewer", "teenager", "subscriber"})
_TO_WHOM = 7


def reported(analysis: Analysis) -> Iterator[Draft]:
    """One draft per verb of saying that reports a clause."""
    for sentence in frames.pieces(analysis):
        for token in analysis.words(sentence):
            listed = speaks(token) and token.dep not in ("amod", "compound")
            if listed or _noun_for_verb(analysis, token) or speaks_openly(analysis, token):
                draft = _of_verb(analysis, sentence, token)
                if draft is not None:
                    yield draft
                    if (more := _goes_on(analysis, sentence, token, draft)) is not None:
                        yield more


def _goes_on(analysis: Analysis, sentence: Sentence, verb: Token, told: Draft) -> Draft | None:
    """What a teller put in the middle goes on with: "it was second, Sorrow adds, but its share has fallen"."""
    behind = analysis.tokens[verb.i + 1 : verb.i + 4]
    if told.span.end > verb.start or len(behind) < 3 or behind[0].text != ",":
        return None
    joint, first = behind[1].text.lower(), behind[2].text.lower()
    if joint not in _JOINTS or first not in _THINGS or not has("say", verb.lemma):
        return None
    span = frames.trimmed(analysis, behind[2].i, sentence.last)
    inside = analysis.tokens_in(span) if span is not None else ()
    if span is None or not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in inside):
        return None
    return replace(told, span=span, confidence=0.7)


def _noun_for_verb(analysis: Analysis, token: Token) -> bool:
    """Whether a parser took "records show that ..." for a noun: the root of its sentence, what it tells beside it."""
    lemma = token.lemma if token.tag == "NN" else token.text.lower().removesuffix("s")
    forms = {token.lemma, lemma}
    if token.tag not in ("NN", "NNS") or token.dep != "ROOT" or not any(has("show", f) or has("say", f) for f in forms):
        return False
    behind = analysis.tokens[token.i + 1 : token.i + 2]
    clause = frames.child(analysis, token, "ccomp")
    if _named_before(analysis, token) is not None and bool(behind) and behind[0].text.lower() == "that":
        return True
    told = (bool(behind) and behind[0].text.lower() == "that") or (clause is not None and clause.i < token.i)
    return told and frames.child(analysis, token, "nsubj") is not None


def _named_before(analysis: Analysis, noun: Token) -> Token | None:
    """The name right before a verb that was taken for a noun: "Dover Securities forecast that ..."."""
    before = analysis.tokens[noun.i - 1] if noun.i else None
    named = before is not None and before.tag.startswith("NNP") and before.head == noun.i and before.dep == "compound"
    return before if named else None


def _of_verb(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    if frames.unsaid(analysis, verb) or called_for(analysis.words(sentence), verb):
        return None
    if has("relay", verb.lemma) or frames.passive(analysis, verb):
        return None  # of "quoted him as saying" the inner verb tells; of "it is said" nobody does
    content = reported_clause(analysis, sentence, verb)
    if content is None:
        return None
    span, kind = content
    who, relays, quoter = _source(analysis, verb)
    who = _named_before(analysis, verb) or who if verb.tag in ("NN", "NNS") else who
    who = who or (opening_name(analysis, sentence, verb) if kind == "that" else None)
    if who is None or not _credible(analysis, verb, who, kind):
        return None
    return Draft(
        span,
        "indirect",
        who.i,
        verb.span,
        tuple(r.i for r in relays),
        status="alleged" if has("alleged", verb.lemma) else "stated",
        polarity="-" if has("deny", verb.lemma) else "+",
        confidence=_confidence(verb, kind),
        quoter=quoter.i if quoter is not None else None,
    )


def _confidence(verb: Token, kind: str) -> float:
    sure = {"that": 0.95, "bare": 0.85, "before": 0.85, "around": 0.8, "to": 0.7, "gerund": 0.7, "noun": 0.7}[kind]
    return sure if has("say", verb.lemma) or has("told", verb.lemma) else sure - 0.15


def _credible(analysis: Analysis, verb: Token, who: Token, kind: str) -> bool:
    """Whether this subject with this verb says something: thoughts and findings need more than a bare word."""
    word = who.text.lower()
    if word in _NOBODY or _none(analysis, who):
        return False
    if word in ("i", "we", "you", "it", "this", "that", "these", "those", "what", "which", "one", "there", "let"):
        return word == "it" and verb.lemma in _OF_BODIES
    if has("dumb", who.lemma) and who.pos != "PROPN" and not has("paper", word):
        return False
    if has("think", verb.lemma):
        return kind in ("that", "bare", "before", "around") and who.pos in ("PROPN", "PRON", "NOUN")
    if has("show", verb.lemma) and not has("say", verb.lemma) and not has("told", verb.lemma):
        tells = kind == "before" and (has("paper", who.lemma) or who.tag in ("NN", "NNP"))
        return (
            tells
            or kind == "that"
            or (kind == "bare" and who.pos == "PROPN" and not _shows_things(analysis, who, verb))
        )
    return True


def _shows_things(analysis: Analysis, who: Token, verb: Token) -> bool:
    """Whether something is shown to somebody, and not that it is so: "Acme showed the test accounts posts"."""
    behind = analysis.tokens[verb.i + 1 : verb.i + _TO_WHOM]
    to = next((t for t in behind if t.lemma.lower() in _VIEWERS), None)
    between = behind[: to.i - verb.i - 1] if to is not None else ()
    shown = to is not None and all(t.pos not in ("VERB", "PUNCT") for t in between)
    return (shown and verb.lemma in ("show", "suggest")) or _of_what_it_shows(analysis, who)


def _of_what_it_shows(analysis: Analysis, who: Token) -> bool:
    """Whether a noun before says what is shown: "of the clips that Acme showed the boys a third were of football"."""
    first = frames.below(analysis, who)[0].i
    before = analysis.tokens[max(0, first - 2) : first]
    if before and before[-1].text.lower() in ("that", "which"):
        before = before[:-1]
    return bool(before) and before[-1].tag in ("NN", "NNS")


def _none(analysis: Analysis, who: Token) -> bool:
    """Whether a subject is nobody: "no serious person", "not one of them", "hardly anybody"."""
    first = frames.below(analysis, who)[0]
    return first.i < who.i and first.text.lower() in _NO


def _source(analysis: Analysis, verb: Token) -> tuple[Token | None, list[Token], Token | None]:
    """Who said it and who relays: in "A reported, citing B", "A learned from B" and "A quoted B saying" it is B."""
    who = _this_side(analysis, frames.subject(analysis, verb), verb)
    outlets = [t for t in frames.objects(analysis, verb) if who is None or t.i != who.i]
    relayer = _quoting(analysis, verb)
    if relayer is not None:
        return who, outlets, relayer
    heard = _heard_from(analysis, verb)
    if heard is not None and who is not None:
        return heard, outlets, who
    return who, outlets, None


def _this_side(analysis: Analysis, who: Token | None, verb: Token) -> Token | None:
    """The subject in the verb's own paragraph: a heading that was parsed into the sentence never speaks."""
    if who is None or "\n\n" not in analysis.text[who.end : verb.start]:
        return who
    near = [t for t in frames.below(analysis, who) if who.i < t.i < verb.i and t.dep in ("appos", "conj", "nsubj")]
    return next((t for t in reversed(near) if "\n\n" not in analysis.text[t.end : verb.start]), None)


def _quoting(analysis: Analysis, verb: Token) -> Token | None:
    """The subject of "quoted ... as saying", or the agent of "was quoted by"."""
    for above in frames.above(analysis, verb):
        if has("relay", above.lemma) and above.pos == "VERB":
            if frames.passive(analysis, above) or above.tag == "VBN":
                return frames.agent(analysis, above)
            return frames.subject(analysis, above)
        if (above.pos == "VERB" and above.dep not in ("acl", "relcl")) or verb.dep not in (
            "xcomp",
            "pcomp",
            "ccomp",
            "advcl",
            "acl",
        ):
            return None
    return None


def _heard_from(analysis: Analysis, verb: Token) -> Token | None:
    """The source behind a report: "reported from a source", "learned from insiders", "citing two officials"."""
    for below in analysis.children(verb):
        if below.lemma == "from" and below.i > verb.i and verb.lemma in ("report", "learn", "hear", "know"):
            return frames.child(analysis, below, "pobj")
        if has("relay", below.lemma) and below.tag == "VBG":
            return frames.child(analysis, below, "dobj")
        if below.dep in ("ccomp", "advcl") and below.i > verb.i:
            cited = [c for c in analysis.children(below) if has("relay", c.lemma) and c.tag == "VBG"]
            if cited and verb.i < cited[0].i <= verb.i + 3:
                return frames.child(analysis, cited[0], "dobj")
    return None
