"""What speaks for and against a tie that was read in Chinese text: denied, foretold, supposed, far apart."""

from bisect import bisect_right
from collections.abc import Sequence

from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.ties_scene import Draft, Scene, ties_words
from cuibono.extract.records import Claim, Span, Tie


def weighed(reader: Scene, sentence: Sentence, draft: Draft, claims: Sequence[Claim]) -> Tie:
    """A draft as a tie, with all that its confidence is to be weighed by; ``claims`` are in their order."""
    span = Span(reader.line[sentence.first].start, reader.line[sentence.last - 1].end)
    here = Span(reader.line[min(draft.first, draft.last)].start, reader.line[max(draft.first, draft.last)].end)
    near = claims[max(0, bisect_right(claims, here.start, key=_begin) - 3) :][:4]
    inside = next((c for c in near if here.within(c.span)), None)
    clause = sentence.clause_at(draft.last)
    local = [w.text for w in reader.line[min(clause.first, draft.first) : clause.last]]
    negated = not ties_words("not").isdisjoint(local) or (inside is not None and inside.polarity == "-")
    question = reader.word(sentence.last - 1) in ("？", "?")
    supposed = any(w in ties_words("if") for w in local) or (inside is not None and inside.status == "hypothetical")
    modal = not ties_words("modal").isdisjoint(local)
    between = [
        a
        for a in range(min(draft.first, draft.last) + 1, max(draft.first, draft.last))
        if reader.line[a].start in reader.at
    ]
    features = {
        "words_between": float(max(0, abs(draft.last - draft.first) - 1)),
        "mentions_between": float(len(between)),
        "same_clause": float(sentence.clause_at(draft.first) == clause),
        "by_reference": float(draft.referred),
        "negated": float(negated),
        "modal": float(modal),
        "question": float(question),
        "hypothetical": float(supposed),
        "reported": float(inside is not None),
        "listed": float(any(w == "、" for w in local)),
        "type_fit": 1.0,
        "surface": 1.0,
        "sentence_words": float(sentence.last - sentence.first),
    }
    status = "hypothetical" if supposed else "forecast" if modal else inside.status if inside else "stated"
    return Tie(
        draft.type, draft.subject, draft.object, span, span.of(reader.text), draft.rule, draft.role,
        share=draft.share, status=status, polarity="-" if negated else "+",
        asserted_by=inside.speaker if inside else None, features=tuple(features.items()),
    )  # fmt: skip


def _begin(claim: Claim) -> int:
    return claim.span.start
