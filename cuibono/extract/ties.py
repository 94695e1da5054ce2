"""Who stands how to whom: candidates by rules over grammar and words, with what speaks for and against each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cuibono.extract import ties_inner, ties_nominals, ties_nouns, ties_party, ties_places, ties_scope, ties_verbs
from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Tie
from cuibono.extract.ties_draft import Draft
from cuibono.extract.ties_features import features
from cuibono.extract.ties_items import Item, Row, Rows
from cuibono.extract.ties_scope import Scope
from cuibono.extract.ties_share import share
from cuibono.extract.ties_topic import Topic

_SYMMETRIC = frozenset({"associate_of", "partner_of", "opponent_of", "family"})


def find(document: Document, analysis: Analysis, found: Found) -> tuple[Tie, ...]:
    """Candidates in order of their evidence; nothing hypothetical becomes a tie.

    Each is what one rule reads in one sentence. What two rules read alike is kept once, from the surer of them.
    """
    scope = Scope(analysis, found)
    inner = ties_inner.Owners(found.names)
    ties: list[Tie] = []
    topic = Topic()
    for row in Rows(analysis, found):
        drafts = [
            *ties_nouns.told(row, topic.before(row)),
            *ties_verbs.told(row),
            *ties_nominals.told(row),
            *ties_places.told(row),
        ]
        drafts += [*ties_party.told(row), *inner.told(row)]
        topic.pass_on(row)
        ties += _ties(document, row, scope, _once(_each(drafts)))
    return tuple(ties)


def _each(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Of "both studied at Y" a tie for each of the two."""
    for draft in drafts:
        for subject in _ones(draft.subject):
            for object_ in _ones(draft.object):
                if subject.name != object_.name:
                    yield replace(draft, subject=subject, object=object_)


def _ones(item: Item) -> tuple[Item, ...]:
    return (item, *(item._replace(name=name) for name in item.more)) if item.more else (item,)


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """Each type between two names once a sentence: the grammar before mere words, the nearer before the farther."""
    best: dict[tuple[str, str | None, str | None], Draft] = {}
    for draft in drafts:
        ends = (draft.subject.name, draft.object.name)
        if draft.type in _SYMMETRIC and (draft.type, ends[1], ends[0]) in best:
            ends = (ends[1], ends[0])
        key = (draft.type, *ends)
        rival = best.get(key)
        if rival is None or _rank(draft) < _rank(rival):
            best[key] = draft
    return list(best.values())


def _rank(draft: Draft) -> tuple[bool, float, int]:
    told = dict(draft.features)
    return draft.rule.startswith("verb."), -told.get("agreed", 0.0), abs(draft.subject.at - draft.object.at)


def _ties(document: Document, row: Row, scope: Scope, drafts: list[Draft]) -> Iterator[Tie]:
    tokens = row.analysis.tokens
    for draft in sorted(drafts, key=lambda d: (d.subject.first, d.object.first, d.type)):
        trigger = tokens[draft.trigger]
        granted = draft.taken_for_granted
        state, modal = ties_scope.in_passing(row, trigger) if granted else ties_scope.status(row, trigger)
        if state == "hypothetical" or draft.subject.name is None or draft.object.name is None:
            continue
        denied = not granted and ties_scope.negated(row, trigger)
        claim = scope.claim(trigger.start)
        in_turn, speaker = scope.turn(trigger.start)
        if claim is not None and not granted:
            if claim.status == "hypothetical":
                continue
            denied = denied or claim.polarity == "-"
        if claim is not None and claim.status == "alleged" and state == "stated":
            state = "alleged"
        ends = (draft.subject.first, draft.object.first)
        yield Tie(
            draft.type, draft.subject.name, draft.object.name, row.span, row.span.of(document.text), draft.rule,
            role=draft.role, date=ties_scope.date(row, scope, trigger, ends), share=share(row, draft), status=state,
            polarity="-" if denied else "+", asserted_by=claim.speaker if claim is not None else speaker,
            features=features(
                row, draft, trigger, negated=denied, modal=modal, claimed=claim is not None, in_turn=in_turn
            ),
        )  # fmt: skip
