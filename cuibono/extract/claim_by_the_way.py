"""Words of a claim that state nothing: they carry on the talk, lean on a verb, or say what sort of thing a name names.

"So Acme, in turn, did sell the company Lamps Ltd, as everybody knows" is that Acme sold Lamps Ltd. What narrows a
statement ("only", "still", "again") is no such word.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import lines, words
from cuibono.extract.records import Span

#: Where and by whom a report was sent: "PORT ELM (Strait Wire) - ".
_DATELINE = re.compile(r"\**[A-Z][A-Z .'’-]{2,30}\**(?:,? \(?[\w .]{2,30}\)?)? ?(?:[–—]|-(?= )) ?(?=[A-Z\d“\"])")
_ANSWER = re.compile(
    r"(?:No|Yes|Right|Well|Sure|Correct|Exactly|Absolutely|Indeed|Not at all|Of course)[.,!;:] +(?=\S)"
)
_FACT = re.compile(r"(?:(?:The )?(?:Fact|Truth|Record|Bottom line) ?(?:is|:) ?(?:that )?)(?=\S)", re.IGNORECASE)
_COMMENT = re.compile(
    r"(?:,|–|—) ?(?:(?:and )?(?:as )?(?:everybody|everyone|anybody|we all|all of us|you all|they all|any \w+)"
    r"(?: (?:here|there|else|in the [a-z]+|on the [a-z]+|of us)){0,2}"
    r" (?:knows?|remembers?|can see|sees?|agrees?)(?: that)?"
    r"|as (?:you|we|I)(?: all)? (?:may |might |surely |well )?(?:know|remember|said|see)"
    r"|(?:and )?(?:believe me|mind you|make no mistake|you know|by the way|I (?:can )?(?:tell|promise|assure) you"
    r"|no doubt about it|full stop|period|so there|that is all|that is a fact|and that is that|so|too|as well)"
    r"|that is what [^,;.]{2,60} (?:say|says|said|tell|tells|told)(?: (?:us|me|you))?"
    r"|(?:and |but )?not [^,;.\d]{2,40}, as)[.!]?$",
    re.IGNORECASE,
)
_MOST = 4  # words between an article and the name that it stands before
_ARTICLES = frozenset({"the", "its", "his", "her", "their", "our"})


def by_the_way(analysis: Analysis, view: ClaimView) -> Iterator[Span]:
    """The words of a claim that state nothing."""
    own = view.own
    for lead in (_DATELINE, _ANSWER, _FACT):
        if (found := lead.match(analysis.text, own.start, own.end)) is not None:
            yield Span(own.start, found.end())
    if (found := _COMMENT.search(analysis.text[own.start : own.end])) is not None:
        yield Span(own.start + found.start(), own.end)
    yield from _phrases(analysis, view)
    yield from _leaning(analysis, view.tokens)
    yield from _sorts(analysis, view)


def _phrases(analysis: Analysis, view: ClaimView) -> Iterator[Span]:
    """Words and phrases that only carry on the talk, with the commas around them."""
    text = analysis.text[view.own.start : view.own.end]
    for found in _carrying().finditer(text):
        yield Span(view.own.start + found.start(), view.own.start + found.end())


@cache
def _carrying() -> re.Pattern[str]:
    said = "|".join(re.escape(p) for p in lines("by_the_way", "carrying"))
    return re.compile(rf"(?:^(?:{said}),? (?=\S)|,? \b(?:{said}),?(?= \w)|,? \b(?:{said})$)", re.IGNORECASE)


def _leaning(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Span]:
    """The "did" of "did fall", where nothing is denied or asked."""
    for token in tokens:
        verb = analysis.tokens[token.head]
        if token.text.lower() not in ("did", "does", "do") or token.dep != "aux" or not token.i < verb.i:
            continue
        beside = list(analysis.children(verb))
        asked = any(c.dep in ("nsubj", "nsubjpass") and c.i > token.i for c in beside)
        if not asked and not any(c.dep == "neg" or c.text.lower() in ("not", "n't") for c in beside):
            yield Span(token.start, token.end)


def _sorts(analysis: Analysis, view: ClaimView) -> Iterator[Span]:
    """The noun before a name that says what it is: "the company Acme", "President Vex", "the minister, Ada Lind,"."""
    for span, name in view.names:
        before = [t for t in view.tokens if t.end <= span.start][-_MOST - 2 :]
        after = next((t for t in view.tokens if t.start >= span.end), None)
        if before and before[-1].text == "," and (after is None or after.text == ","):
            if (run := _described(before[:-1])) is not None:
                yield Span(run.start, span.start)
                if after is not None:
                    yield Span(after.start, after.end)
        elif before and _is_sort(before[-1]) and (before[-1].text.islower() or name.type == "Person"):
            yield Span(_first(before).start, span.start)


def _is_sort(token: Token) -> bool:
    return token.text.lower() in words("by_the_way", "sorts")


def _first(before: Sequence[Token]) -> Token:
    """Where the noun before a name begins, with its article and what stands between: "the insulin pen"."""
    for token in reversed(before):
        if token.text.lower() in _ARTICLES:
            return token
        if token.pos not in ("NOUN", "ADJ", "PROPN"):
            break
    return before[-1]


def _described(before: Sequence[Token]) -> Token | None:
    """Where a description in front of ", Ada Lind," begins: "the minister of transport"; None where there is none."""
    for at in range(len(before) - 1, -1, -1):
        if (word := before[at].text.lower()) in _ARTICLES:  # "its makers, Acme," are Acme
            return before[at] if word != "the" or any(map(_is_sort, before[at + 1 :])) else None
        if before[at].pos in ("VERB", "AUX", "PUNCT"):
            return None
    return None
