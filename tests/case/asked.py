"""Claims made by hand, and a case that they are put to."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cuibono.case import open_case
from cuibono.case.docket import gathering, routes, testing
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party, Tested
from cuibono.store.session import Session, open_session


def asked(kind: ClaimKind, subject: str, words: str, time: str | None = None, other: str = "", **more: Any) -> Asked:
    """A claim that Minister Vex makes; ``n`` is short for a number that is exact."""
    if "n" in more:
        more |= {"low": more["n"], "high": more.pop("n")}
    whom = Party(None, other) if other else None
    about = Party(None, subject) if subject else None
    says = f"{subject} {words} {other}".strip()
    return Asked(kind, says, says, ("s", 1), "Minister Vex", subject=about, object=whom, time=time, **more)


@contextmanager
def case_of(files: Mapping[str, str], published: str | None = None) -> Iterator[Session]:
    """A session on a case with these files: tables under the name of their table, registers as they are."""
    with TemporaryDirectory() as folder:
        case = open_case(Path(folder) / "case")
        for name, text in files.items():
            path = Path(folder) / name
            path.write_text(text, "utf-8")
            table = name.partition(".")[0] if name.endswith(".csv") else None
            case.add(path, published=published, **({"as_table": table} if table else {"outlet": "A register"}))
        with open_session(case.layout) as session:
            yield session


def put(session: Session, *claims: Asked) -> Tested:
    """What the test of a claim comes to, or of several that say the same."""
    have = gathering.have(session)
    bench = testing.bench(session, claims, have)
    tested = bench.tested(claims, routes.route(claims[0], have))
    assert tested is not None
    return tested


def in_texts(tables: Mapping[str, str], said: Sequence[str]) -> dict[str, set[str]]:
    """The outcomes of all claims of sentences, each in a text of its own, beside tables under the name of each."""
    with TemporaryDirectory() as folder:
        case, room = open_case(Path(folder) / "case"), Path(folder)
        for table, text in tables.items():
            (room / f"{table}.csv").write_text(text, "utf-8")
            case.add(room / f"{table}.csv", as_table=table, outlet="Yearbook")
        texts = {f"said{n:03}.txt": words for n, words in enumerate(said)}
        for name, words in texts.items():
            (room / name).write_text(f"{words}.\n", "utf-8")
        case.add([room / name for name in texts])
        names = {s.id: s.name for s in case.sources()}
        found: dict[str, set[str]] = {words: set() for words in said}
        for row in case.docket(run=True):
            for claim in row.claims:
                if row.outcome and (of := texts.get(names[claim.key[0]])):
                    found[of].add(row.outcome)
        return found
