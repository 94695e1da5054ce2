"""How outcomes are put into words: the rule that decided, what was measured, by whom, and where."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from cuibono.case.docket.in_words import recorded
from cuibono.case.docket.routes import get_it
from cuibono.case.docket.words import tokens
from cuibono.measures.claimed import Verdict
from cuibono.model.docket import Asked, Party, Tested

DECIDED = ("supported", "contradicted")
R = TypeVar("R", bound=Any)
_FLIPPED: dict[Verdict, Verdict] = {"supported": "contradicted", "contradicted": "supported"}


def unknown(why: str, table: str) -> Tested:
    """Nothing is recorded to test the claim with."""
    return Tested("no data", f"{why}; {get_it((table,))}")


def open_(why: str, rows: Sequence[Any] = ()) -> Tested:
    """What is recorded does not decide; it is told all the same."""
    told = recorded(rows)
    return Tested("not identified", f"{why}; recorded is: {told}" if told else why, "", _by(rows), _keys(rows))


def other_times(when: object, rows: Sequence[Any]) -> Tested:
    """What is recorded is of other times than a claim: the table is there, and decides nothing of this one."""
    return open_(f"nothing is recorded of it for {when}, only for other times", rows)


def agreed(claim: Asked, judged: Sequence[tuple[R, Verdict]], told: Callable[[R], str]) -> Tested:
    """The outcome that all records have in common; a denial is borne out by what contradicts what it denies."""
    rows = [r for r, _ in judged]
    outcomes = {v for _, v in judged}
    measure = "; ".join(dict.fromkeys(f"{told(r)} ({r.by})" for r in rows[:4]))
    measure += f"; and {len(rows) - 4:,} more" if len(rows) > 4 else ""
    if len(outcomes) > 1:
        return Tested("not identified", "the records do not all say the same of it", measure, _by(rows), _keys(rows))
    (outcome,) = outcomes
    if claim.polarity == "-":
        outcome = _FLIPPED.get(outcome, outcome)
    rule = {
        "supported": "what is recorded lies within what is claimed",
        "contradicted": "what is recorded lies outside of what is claimed, roundings allowed for",
        "not identified": "what is recorded lies neither clearly within nor clearly outside of what is claimed",
    }[outcome]
    if claim.polarity == "-" and outcome != "not identified":
        rule = f"it is a denial, and what it denies is {_FLIPPED[outcome]}"
    return Tested(outcome, rule, measure, _by(rows), _keys(rows))


def is_we(claim: Asked) -> bool:
    """Whether somebody speaks of a "we" that was read as himself: of his firm, or of all of us."""
    return bool(
        claim.subject and claim.subject.name == claim.speaker and {"we", "our", "us"} & set(tokens(claim.words))
    )


def nobody(party: Party | None, table: str) -> Tested:
    """What comes of a claim about something that no record can be looked up by."""
    if party is not None and party.id is None and party.name:
        return unknown(f"nothing is recorded of \u201c{party.name}\u201d", table)
    return open_("whom it is about is not named fully")


def _by(rows: Sequence[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.by for r in rows if r.by))


def _keys(rows: Sequence[Any]) -> tuple[tuple[str, int], ...]:
    return tuple(dict.fromkeys(r.key for r in rows))
