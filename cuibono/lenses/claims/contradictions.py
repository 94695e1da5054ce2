"""What do the sources say that cannot all be true?"""

from collections.abc import Iterator

from cuibono.errors import BadSetting
from cuibono.lenses.claims import _sides, _wording
from cuibono.lenses.claims._disputes import Dispute, disputes, evidence
from cuibono.lenses.contract import lens
from cuibono.model.finding import Finding, Notice
from cuibono.model.schemata import functional_names
from cuibono.model.tables import Assertions

NONE: list[str] = []
_ORDER = ("number", "date", "text", "tie")


@lens(answers=["share", "rank", "count", "ownership", "event date"])
def contradictions(
    assertions: Assertions, *, tolerance: float = 0.01, single_valued: list[str] = NONE
) -> Iterator[Finding | Notice]:
    """Statements about the same thing at the same time that cannot all be true.

    Statements about one property of one thing are compared in their unit. Numbers and dates are intervals, open
    on the side where nothing is said ("exceeds 80 %"); two of them conflict when a gap lies between them. A
    number printed as 45 stands for 44.5 to 45.5, and gaps below a relative tolerance are taken as rounding;
    years and dates are compared exactly. Words conflict only for properties with one true value at a time,
    such as a date of birth that could not be read. A denial conflicts with whoever affirms the same value.
    Statements meant for different times do not conflict; one without a time may be about any. Forecasts
    and hypothetical statements are left out, allegations are named as such. Each dispute is one finding, and
    a speaker who gives two figures is told apart from two who disagree. The comparison sorts, so its cost
    grows with n log n.

    It does not say who is right: nothing is averaged, weighed or resolved. Two accounts can be compatible after
    all, when they count different things under the same name, and real conflicts are missed where two
    sources name the same thing differently.

    Settings:
        tolerance: the relative gap between two numbers that is still taken as rounding
        single_valued: more properties whose words conflict when they differ, e.g. chairman,headquarters
    """
    if not 0 <= tolerance < 1:
        raise BadSetting(f"The tolerance {tolerance} is no part of a number.", try_="tolerance=0.01")
    _sides.keep_rows(assertions, [*functional_names(), *single_valued])
    _sides.keep_sides(assertions)
    for dispute in sorted(disputes(assertions, tolerance), key=_rank):
        yield _finding(assertions, dispute)
    yield from _nothing(assertions)


def _rank(dispute: Dispute) -> tuple[int, float, str, str]:
    """Numbers before dates before words, the widest gap first, relative to the largest number said."""
    size = max((abs(e) for s in dispute.sides for e in (s.low, s.high) if e is not None), default=1.0) or 1.0
    return _ORDER.index(dispute.kind), -dispute.gap / size, dispute.about_id, dispute.property


def _finding(assertions: Assertions, dispute: Dispute) -> Finding:
    more = (dispute.denied,) if dispute.denied is not None else ()
    return Finding(
        says=_wording.says(dispute),
        about=(dispute.about_id, dispute.property, dispute.unit or dispute.kind, *more),
        measure=_wording.measure(dispute),
        caveats=_wording.caveats(dispute),
        evidence=evidence(assertions, dispute),
        figure=_wording.figure(dispute),
    )


def _nothing(assertions: Assertions) -> Iterator[Notice]:
    """Where no two statements are about the same thing there was nothing to compare, which is no agreement."""
    pairs = assertions.sql(
        """
        SELECT COUNT(*) AS n FROM (
            SELECT about_id FROM contradictions_rows GROUP BY about_id, property, kind, unit HAVING COUNT(*) > 1 LIMIT 1
        ) AS g
        """
    )
    if not pairs[0]["n"]:
        yield Notice(
            "No two statements of the case are about the same property of the same thing",
            "there is nothing to compare, which is not the same as agreement",
            "a second source on the same thing, or a judgement that two names are the same",
        )
