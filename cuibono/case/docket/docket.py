"""``docket``: every claim of a case with who says so, what can test it, and what the test came to.

Claims are tested only against what is recorded, never against other claims, and never against rows of their own
speakers. Nothing is called true: "supported by X" is the most that it says.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from importlib import resources

from cuibono.case.docket import asking, gathering, grouping, keeping, routes, shown, testing
from cuibono.model.claim_kind import CLAIM_KINDS
from cuibono.model.docket import OUTCOMES, DocketLine, DocketRow, Outcome
from cuibono.model.table import spec, table_names
from cuibono.store import database, findings
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.session import Session, open_session


def docket(layout: Layout, *, run: bool = False, tell: Tell = silent) -> list[DocketRow]:
    """The docket of a case; with ``run`` each claim that can be tested is tested, and what came of it is kept.

    Without, the outcomes that are kept are told. A case that cannot be written to is tested, and keeps nothing.
    """
    with open_session(layout, at_hand=run) as session:
        rows, generation = of_session(session, run=run, tell=tell), database.generation(session.engine)
        if not run:
            return sorted(keeping.with_kept(session, rows), key=_order)
    if layout.writable():
        keeping.keep(layout, rows, generation)
    return rows


def test(layout: Layout, name: str) -> DocketRow:
    """Test one claim anew, by its id, and keep what came of it; the outcomes of the others stay as they are."""
    with open_session(layout, at_hand=True) as session:
        rows, generation = of_session(session, run=True, only={name}), database.generation(session.engine)
    row = keeping.found(rows, name)
    if layout.writable():
        keeping.keep(layout, [row], generation, only=True)
    return row


def line(layout: Layout, name: str) -> DocketLine:
    """One row of the docket by its id or the beginning of it, with all passages that say it or that it rests on."""
    return line_of(layout, docket(layout), name)


def line_of(layout: Layout, rows: Sequence[DocketRow], name: str) -> DocketLine:
    """The same, of a docket at hand."""
    row = keeping.found(rows, name)
    with open_session(layout) as session:
        said_in = session.passages(list(dict.fromkeys(c.key for c in row.claims)))
        rests_on = session.passages(list(row.tested.keys if row.tested else ()))
    return DocketLine(row.id, row, tuple(said_in), tuple(rests_on))


def tables(layout: Layout) -> frozenset[str]:
    """The tables that tests can read; "statements" among them stands for what registers state."""
    with open_session(layout) as session:
        return frozenset(gathering.have(session))


def of_session(
    session: Session, *, run: bool, only: Collection[str] | None = None, tell: Tell = silent
) -> list[DocketRow]:
    """The docket of what a session sees: what is contradicted, then supported, then the rest by what rests on it.

    With ``only`` none but the rows of these ids are tested.
    """
    asked = asking.claims(session)
    have = gathering.have(session)
    groups, against = grouping.grouped(asked, gathering.recorders(session, have))
    names = keeping.ids(groups)
    wanted = [c for n, g in zip(names, groups, strict=True) for c in g if n in only] if only is not None else asked
    bench = testing.bench(session, wanted, have) if run else None
    outlets = dict(session.engine.tuples("SELECT id, coalesce(outlet, author, title, name) FROM source"))
    resting = _resting(session)
    rows = []
    for number, (claims, others) in enumerate(zip(groups, against, strict=True), start=1):
        if bench:
            tell("testing claims", number - 1, len(groups))
        route = routes.route(claims[0], have)
        tested = bench.tested(claims, route) if bench and (only is None or names[number - 1] in only) else None
        rests = sum(resting[c.key] for c in claims) + len(claims) - 1
        sources = grouping.corroborated(claims)
        rows.append(
            DocketRow(
                number, tuple(map(shown.shown, claims)), route, tested, sources.count, others, rests,
                grouping.marks(claims, outlets, sources.count), tuple(dict.fromkeys(c.key[0] for c in claims)),
                names[number - 1], sources,
            )
        )  # fmt: skip
    return sorted(rows, key=_order)


def as_kept(session: Session) -> list[DocketRow] | None:
    """The docket as it was kept, where every outcome is of the evidence and of the program as they are now; else None.

    Only for a session that sees all that the test saw.
    """
    if not keeping.is_of_now(session):
        return None
    rows = [*keeping.with_kept(session, of_session(session, run=False))]
    whole = all(r.state == "fresh" and (r.tested is not None or _untested(r)) for r in rows)
    return sorted(rows, key=_order) if whole else None


def _untested(row: DocketRow) -> bool:
    """Whether a row has no outcome of a test, since nothing can test it; a forecast may have one by now."""
    return row.route.outcome is not None and row.claim.kind != "forecast"


def _resting(session: Session) -> Counter[tuple[str, int]]:
    """How many kept findings and read ties rest on each passage or row; a finding may rest on what is not public."""
    found: Counter[tuple[str, int]] = Counter()
    for keys in [] if session.scope.public else findings.first_keys(session):
        found.update(keys)
    ties = "SELECT source, seq, count(*) FROM record WHERE kind = 'tie' GROUP BY source, seq"
    for source, seq, count in session.engine.tuples(ties):
        found[source, seq] += count
    return found


def own_words() -> Iterator[str]:
    """What the docket says in its own voice, which is public by nature: rules, kinds, and where data is published."""
    for file in resources.files("cuibono.case.docket").iterdir():
        if file.name.endswith(".py"):
            yield file.read_text("utf-8")
    yield " ".join((*OUTCOMES, *CLAIM_KINDS, *(spec(n).get_it for n in table_names())))


def _order(row: DocketRow) -> tuple[int, int, int]:
    outcomes: tuple[Outcome | None, ...] = (OUTCOMES[1], OUTCOMES[0], OUTCOMES[2], None, *OUTCOMES[3:])
    return outcomes.index(row.outcome), -row.rests, row.number
