"""What speaks for and against a candidate, in numbers that a model can weigh."""

from itertools import islice

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.ties_draft import Draft
from cuibono.extract.ties_items import Row

_FAR = 12


def features(
    row: Row, draft: Draft, trigger: Token, *, negated: bool, modal: float, claimed: bool, in_turn: bool
) -> tuple[tuple[str, float], ...]:
    """The features by name, in order; what the rule told of itself goes before what is measured here."""
    one, two = sorted((draft.subject, draft.object), key=lambda i: i.first)
    between = row.items[one.at + 1 : two.at]
    measured = {
        "words_between": float(two.first - one.last),
        "mentions_between": float(sum(i.sort == "N" for i in between)),
        "commas_between": float(sum(i.sort == "," for i in between)),
        "verbs_between": float(sum(i.sort == "v" for i in between)),
        "path_length": float(path(row.analysis, one.last - 1, two.last - 1)),
        "same_clause": float(not any(i.sort in "w;:." for i in between)),
        "by_reference": float(one.by_reference or two.by_reference),
        "reference_confidence": min(one.sure, two.sure),
        "negated": float(negated),
        "modal": modal,
        "question": 0.0,
        "hypothetical": 0.0,
        "reported": float(claimed),
        "unnamed": float(one.unnamed or two.unnamed),
        "in_turn": float(in_turn),
        "type_fit": 1.0,
        "subject_by_model": float(draft.subject.by_model),
        "object_by_model": float(draft.object.by_model),
        "sentence_words": float(row.items[-1].last - row.items[0].first),
        "subject_first": float(draft.subject.first < draft.object.first),
        "trigger_distance": float(min(abs(trigger.i - one.last + 1), abs(trigger.i - two.first))),
        "quotes_between": float(any(i.sort == '"' for i in between)),
    }
    return tuple(sorted({**measured, **dict(draft.features)}.items()))


def path(analysis: Analysis, one: int, two: int) -> int:
    """How many steps of grammar lie between two tokens; the most that is counted where they share no root."""
    above = {one: 0}
    for steps, token in enumerate(islice(analysis.ancestors(analysis.tokens[one]), _FAR), 1):
        above.setdefault(token.i, steps)
    if two in above:
        return above[two]
    for steps, token in enumerate(islice(analysis.ancestors(analysis.tokens[two]), _FAR), 1):
        if token.i in above:
            return steps + above[token.i]
    return _FAR
