"""A lens is asked about those only who stand in what it reads."""

from cuibono.case.docket.present import Present
from cuibono.lenses import registry
from tests.case.asked import case_of

HOLDINGS = "owner,asset,share_of,share,since,asserted_by\nThe Hu Trust,Acme Bank,capital,35 %,2015,Register\n"


def test_whoever_is_in_no_table_of_a_lens_is_not_asked_about() -> None:
    owners = registry.get("control.owners")
    with case_of({"holdings.csv": HOLDINGS}) as session:
        present = Present(session)
        assert present.has(owners, ["acme bank"])
        assert present.has(owners, ["nobody", "hu trust"])
        assert not present.has(owners, ["nobody"])
        assert not present.has(registry.get("dependence.concentration"), ["acme bank"])


def test_a_lens_is_told_by_its_source_to_answer_nothing_of_a_kind() -> None:
    named = {n: registry.get(n).answers for n in registry.lens_names()}
    for kind in ("share", "tie", "event date", "treatment"):
        assert all(registry.may_answer(n, kind) for n, answers in named.items() if kind in answers)
    assert not registry.may_answer("control.owners", "trend")
