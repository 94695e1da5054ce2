"""The public side: new ids, nothing that rests on protected material alone."""

from collections.abc import Callable

import pytest

from cuibono.model.finding import Finding, Notice
from cuibono.store.guarded import has_protected, secrets_of
from cuibono.store.layout import Layout
from cuibono.store.public import Public
from cuibono.store.session import open_session
from cuibono.store.views import Scope


@pytest.fixture
def mixed(layout: Layout, put: Callable[..., str], put_shares: Callable[..., str]) -> Layout:
    put("open.txt", ["Everyone may read this."])
    put("secret.txt", ["Ulla Brandauer met us by the silo and told us everything she knew about it."], protected=True)
    put_shares("shares.csv", [("Arland", 0.7), ("Borland", 0.3)])
    put_shares("hidden.csv", [("Vantage Smelting", 0.1), ("Arland", 0.6)], protected=True)
    return layout


def test_ids_are_of_the_export(mixed: Layout) -> None:
    with open_session(mixed, Scope(public=True)) as session:
        made = Finding("Arland leads", ("wafer",), session.select("supply_shares", "true", {}), id="abc")
        public = Public(session, "T", [made], [("a.lens", Notice("no answer"))], withheld_findings=1)
        (finding,) = public.findings
        passages = finding.evidence.first(9)
        assert finding.evidence.count() == 2
        rows = list(public.rows("supply_shares"))
    assert finding.id == "F1"
    assert [s.id for s in public.sources] == ["S1", "S2"]
    assert {p.source.id for p in passages} == {"S2"}
    assert {r["_source"] for r in rows} == {"S2"}
    assert (public.withheld.sources, public.withheld.findings, public.withheld.rows) == (2, 1, 2)


def test_passages_of_a_source(mixed: Layout) -> None:
    with open_session(mixed, Scope(public=True)) as session:
        public = Public(session, "T", [], [])
        assert [p.text for p in public.passages("S1")] == ["Everyone may read this."]


def test_an_export_refuses_the_whole_case(mixed: Layout) -> None:
    with open_session(mixed) as session, pytest.raises(AssertionError):
        Public(session, "T", [], [])


def test_what_is_guarded(mixed: Layout) -> None:
    with open_session(mixed) as everything, open_session(mixed, Scope(public=True)) as public:
        assert has_protected(everything)
        secrets = secrets_of(everything, public, "A case", [])
    assert secrets.within("we met ulla brandauer there")
    assert secrets.within("says Vantage Smelting of it")
    assert secrets.within("met us by the silo and told us everything she knew")
    assert not secrets.within("Arland leads, everyone may read this")
