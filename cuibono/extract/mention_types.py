"""What each name of a text is, from its words, its neighbours and the model, all its places taken together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise
from math import sqrt

from cuibono.extract.analysis import Analysis
from cuibono.extract.lexicon import words
from cuibono.extract.mention_kinds import is_known, is_person_name, may_be_person, shape, sure_kind
from cuibono.extract.mention_signs import Signs, signs
from cuibono.extract.records import EntityType, Mention

#: The score of a proposal that nothing has given a kind yet, and what the words beside it must add up to.
OPEN = 0.0
_NEEDED = 1.5
_NEEDED_ALONE = 2.0
_TWO_WORDS = 1.2  # what two large words say of a person where only what is said speaks for one
_VOTES = 2.0  # what the model's word counts for at most
_SAME = 60  # whole names that share a word with a short one, so many are looked at
_DOUBT = 0.7  # of the model's word for a person whose one name is no name that we know
_PLACES = 12  # of a name that stands often, so many places are looked at
_JOINTS = frozenset({"and", ",", "or", "&", ", and", "、", "/"})


def typed(analysis: Analysis, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with the kind that is likeliest; open ones that nothing speaks for are left out."""
    forms: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        forms[mention.quote].append(mention)
    scores = {form: _score(analysis, form, found) for form, found in forms.items()}
    kinds: dict[str, EntityType | None] = {}
    edges: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda f: -len(f.split())):
        parts = form.split()
        near = chain(edges.get(parts[0], ()), edges.get(parts[-1], ()))
        _lean_on(form, near, kinds, scores[form])
        kinds[form] = _decide(form, forms[form], scores[form])
        for edge in {parts[0], parts[-1]} if len(parts) > 1 else ():
            edges.setdefault(edge, []).append(form)
    _join(analysis, mentions, kinds, scores)
    return [_with(m, kind) for m in mentions if (kind := kinds[m.quote]) is not None]


def _with(mention: Mention, kind: EntityType) -> Mention:
    if mention.score == OPEN:
        return replace(mention, type=kind, score=0.6)
    return mention if mention.type == kind else replace(mention, type=kind)


def _fixed(form: str, found: Sequence[Mention], score: Signs) -> EntityType | None:
    """The kind that is beyond doubt: a group, an event, or what the name's own words say."""
    if found[0].type in ("Group", "Event") and found[0].score != OPEN:
        return found[0].type
    kind = sure_kind(form)
    if kind == "Location" and form.split()[-1] in words("names", "sure_place"):
        return kind
    return None if kind == "Location" and not is_known(form) and score["Organization"] > _NEEDED else kind


def _score(analysis: Analysis, form: str, found: Sequence[Mention]) -> Signs:
    score: Signs = defaultdict(float)
    closed = [m for m in found if m.score != OPEN]
    for mention in closed:
        score[mention.type] += min(1.0, _VOTES / len(closed))
    if " " not in form and not may_be_person(form):
        score["Person"] *= _DOUBT
    for kind, weight in shape(form):
        score[kind] += weight
    for mention in found[:_PLACES]:
        for kind, weight in signs(analysis, mention.span).items():
            score[kind] += weight if len(found) < 3 else weight * 1.7 / sqrt(min(len(found), _PLACES))
    if (
        not closed
        and _may_speak(form)
        and score["Person"] > max((s for k, s in score.items() if k != "Person"), default=0.0)
    ):
        score["Person"] += _TWO_WORDS
    return score


def _may_speak(form: str) -> bool:
    """Whether two plain words may be a given and a family name: who "said" something under them is a person."""
    parts = form.split()
    return len(parts) == 2 and all(p.isalpha() and p.istitle() for p in parts)


def _lean_on(form: str, longer: Iterable[str], kinds: dict[str, EntityType | None], score: Signs) -> None:
    """A bare family name leans on the person written out, a short form on the firm's whole name."""
    for whole in islice(longer, _SAME):
        parts = whole.split()
        if kinds[whole] == "Person" and form == (parts[0] if is_person_name(whole) else parts[-1]):
            score["Person"] += 2.5
            return
        if kinds[whole] == "Organization" and whole.startswith(form + " ") and not is_known(form):
            score["Organization"] += 2.5
            return


def _decide(form: str, found: Sequence[Mention], score: Signs) -> EntityType | None:
    fixed = _fixed(form, found, score)
    if fixed is not None:
        return fixed
    if not score:
        return None
    kind, most = max(score.items(), key=lambda p: (p[1], p[0]))
    if all(m.score == OPEN for m in found):
        return kind if most >= (_NEEDED if " " in form else _NEEDED_ALONE) else None
    return kind


def _join(
    analysis: Analysis, mentions: Sequence[Mention], kinds: dict[str, EntityType | None], scores: dict[str, Signs]
) -> None:
    """Names in one list are of one kind, where a name's own signs leave that open."""
    for one, two in pairwise(mentions):
        if analysis.text[one.span.end : two.span.start].strip() not in _JOINTS:
            continue
        for unsure, sure in ((one.quote, two.quote), (two.quote, one.quote)):
            kind = kinds[sure]
            if kind not in ("Person", "Organization", "Location") or kinds[unsure] in (None, "Group", "Event"):
                continue
            if (
                sure_kind(unsure)
                or kinds[unsure] == kind
                or _margin(scores[unsure]) >= 1.5
                or _margin(scores[sure]) < 1.5
            ):
                continue
            scores[unsure][kind] += 1.0
            kinds[unsure] = max(scores[unsure].items(), key=lambda p: (p[1], p[0]))[0]


def _margin(score: Signs) -> float:
    most = sorted(score.values(), reverse=True)
    return (most[0] if most else 0.0) - (most[1] if len(most) > 1 else 0.0)
