"""Who is named in front of a clause in a way that parsers miss: "a listener, Hu Wen, thinks it was sold".

By the words alone: a name between commas with what describes it and a verb of saying or thinking behind; who "tells
anyone who asks" or "never tires of saying"; and who is put in the middle, "the mill, Hu Wen complains, was sold". What
is told must be a whole clause.
"""

import re
from collections.abc import Iterator, Sequence

from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_behind import OPENERS, letter, whole
from cuibono.extract.claims_cues import has
from cuibono.extract.claims_draft import Draft
from cuibono.extract.claims_frames import pieces, trimmed
from cuibono.extract.claims_nobody import called_for
from cuibono.extract.records import Span

_QUOTES = frozenset('"\u201c\u201d')
#: Letters as in ``claims_behind``; "t" is "that".
_ROLE = r"[odjni]{0,7}"
_SAID = r"r?(?:Vt?|T[^,;]{0,6}t)"
_FRONTS = (
    re.compile(rf"[or]?,?{_ROLE}[jn],(?P<who>N)+,{_SAID}"),
    re.compile(rf"[or]?,?(?P<who>N)+,[odjNin]{{2,14}},{_SAID}"),
    re.compile(rf"[or]?,?{_ROLE}(?P<who>N)+,?r?T[^,;]{{1,6}}t"),
    re.compile(r"[or]?,?[odjni]{0,3}(?:(?P<who>N)+|(?P<he>p)),?(?P<wont>x?[Fn][ioS]{1,3})t"),
    re.compile(r"[or]?,?[odjn]{0,4}(?P<who>N)+r?Vt?"),
    re.compile(r"[or]?,?d?[jn]{0,2}(?P<who>n)id?[jnN]{1,4}(?P<noun>n)t"),
)
_MIDDLE = re.compile(rf"(?P<what>[dojniN]{{1,7}}),{_ROLE}(?:(?P<who>N)+|(?P<he>p))r?V,")
_TIRELESS = frozenset({"tire", "like", "love", "keep", "hasten", "continue", "go", "insist"})
#: Verbs that a tagger often takes for nouns.
_AS_NOUNS = ("post", "share", "act", "run")
_LEAST = 3  # words of a clause
_SURE = 0.6


def front(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for the clauses that somebody is named in front of, or in the middle of."""
    for sentence in pieces(analysis):
        tokens = [t for t in analysis.words(sentence) if not t.text.isspace()]
        if any(t.text in _QUOTES for t in tokens) or not tokens or tokens[0].text.lower() in OPENERS:
            continue
        letters = "".join("t" if t.text.lower() == "that" else letter(tokens, k) for k, t in enumerate(tokens))
        draft = _fronted(analysis, sentence, tokens, letters) or _amid(analysis, sentence, tokens, letters)
        if draft is not None:
            yield draft


def _fronted(analysis: Analysis, sentence: Sentence, tokens: Sequence[Token], letters: str) -> Draft | None:
    for pattern in _FRONTS:
        found = pattern.match(letters)
        if found is None:
            continue
        verb = tokens[found.end() - 2 if letters[found.end() - 1] == "t" else found.end() - 1]
        if pattern is _FRONTS[5] and not has("say", tokens[found.start("noun")].lemma.lower()):
            continue  # "the papers of the board claim that", where a parser took the verb for a noun
        if pattern is _FRONTS[3] and not _wont(tokens[found.start("wont") : found.end("wont")]):
            continue
        content = [t for t in tokens[found.end() :] if t.text not in (".", "!")]
        bare = pattern is _FRONTS[4] and letters[found.end() - 1] != "t"
        if bare and "_" not in "".join(t.text for t in content[:1]):
            continue  # parsers tell a bare clause, unless it begins with an account's handle
        if not _clause(content) or called_for(analysis.words(sentence), verb):
            continue
        span = trimmed(analysis, content[0].i, sentence.last)
        if span is not None:
            return Draft(span, "indirect", _who(tokens, found), Span(verb.start, verb.end), confidence=_SURE)
    return None


def _clause(content: Sequence[Token]) -> bool:
    """Whether it is a clause, also where a parser took its verb for a participle or a noun."""
    taken = any(t.tag == "VBN" or t.lemma.lower() in _AS_NOUNS for t in content[1:])
    opens = bool(content) and content[0].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ")
    return whole(content) or (taken and opens and len(content) > _LEAST)


def _wont(words: Sequence[Token]) -> bool:
    """ "Never tires of saying", "likes to point out"."""
    tireless = any(t.lemma.lower() in (_TIRELESS if t is words[0] else ("tire",)) for t in words[:2])
    return tireless and any(has("say", t.lemma.lower()) for t in words)


def _amid(analysis: Analysis, sentence: Sentence, tokens: Sequence[Token], letters: str) -> Draft | None:
    """ "The mill, Hu Wen complains, was sold": what goes on behind has a tense and no subject of its own."""
    found = _MIDDLE.match(letters)
    if found is None or not re.match(r"r?[FBVx]", letters[found.end() :]) or found["what"].startswith("i"):
        return None
    verb = tokens[found.end() - 2]
    span = trimmed(analysis, tokens[0].i, sentence.last)
    if span is None or called_for(analysis.words(sentence), verb):
        return None
    return Draft(span, "indirect", _who(tokens, found), Span(verb.start, verb.end), confidence=0.9)


def _who(tokens: Sequence[Token], found: re.Match[str]) -> int:
    return tokens[found.start("who") if found["who"] else found.start("he")].i
