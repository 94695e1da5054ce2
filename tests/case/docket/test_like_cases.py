"""Where like cases fared alike, what all cases together look like bears out nothing."""

import pytest

from tests.case.asked import asked, case_of, put

#: Tenants are refused as often as owners on steep plots and on flat ones; more of them apply for steep plots.
_COUNTS = (
    ("tenants", "steep", 72, 48),
    ("owners", "steep", 24, 16),
    ("tenants", "flat", 8, 32),
    ("owners", "flat", 24, 96),
)
DECISIONS = "group,outcome,stratum,rule,authority,when\n" + "".join(
    f"{group},{outcome},{plot} plot,building permit,Pell Council,2023\n" * times
    for group, plot, refused, granted in _COUNTS
    for outcome, times in (("refused", refused), ("granted", granted))
)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("refused tenants more often than owners on comparable plots in 2023", "not identified"),
        ("refused tenants more often than owners in 2023", "not identified"),
        ("refused tenants more often than owners on steep plots in 2023", "contradicted"),
    ],
)
def test_a_difference_that_like_cases_do_not_have_is_not_borne_out(words: str, outcome: str) -> None:
    with case_of({"decisions.csv": DECISIONS}) as session:
        assert put(session, asked("treatment", "Pell Council", f"Pell Council {words}", "2023")).outcome == outcome
