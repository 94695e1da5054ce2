"""Recall: what a lens found is told again without running it, where all that it read is as it was.

A lens that is run sees the case through its queries alone. Those that read the case itself, and not an earlier step
of the lens, are noted with a fingerprint of their answers, and so is what the findings rest on. In another session
the same queries are asked first: if every answer is the same, the lens would find the same. A lens with a query that
reads the case and an earlier step at once is always run.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from cuibono.engine.duck import tables_in
from cuibono.store.weighing import Weight

if TYPE_CHECKING:
    from cuibono.model.finding import Finding
    from cuibono.store.findings import Run
    from cuibono.store.session import Session

T = TypeVar("T")
Kind = Literal["rows", "arrays", "step"]
_FINGERPRINT = """
    SELECT count(*) AS n, coalesce(bit_xor(md5_number_lower(j)), 0)::VARCHAR AS low,
           coalesce(sum(md5_number_upper(j)::HUGEINT), 0)::VARCHAR AS high
    FROM (SELECT CAST(to_json(t) AS VARCHAR) AS j FROM ({sql}) AS t) AS q
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A query that read the case, and a fingerprint of its answer."""

    kind: Kind
    sql: str
    params: Mapping[str, Any]
    answer: str


@dataclass(frozen=True, slots=True)
class Known:
    """A run of a lens: what it asked of the case (None: it mixes that with its steps), its tables, what it found."""

    questions: tuple[Question, ...] | None
    have: frozenset[str]
    run: "Run"


@dataclass(slots=True)
class Noting:
    """What is noted while a lens runs: its questions, the steps that it made, and whether one mixes the two."""

    questions: list[Question] = field(default_factory=list)
    steps: set[str] = field(default_factory=set)
    mixed: bool = False


class Recall:
    """Runs that were noted in one session, to be told again in others."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Known] = {}
        self._noting: Noting | None = None
        self._mine: set[int] = set()  # of findings that are held here, so that no other can come to have their number
        self._answers: dict[int, Any] = {}

    def note(self, session: "Session", kind: Kind, sql: str, params: Mapping[str, Any] | None, answer: Any) -> None:
        """Note a query of the lens that runs; ``answer`` is what it gave, for a step its name."""
        noting = self._noting
        if noting is None:
            return
        read = tables_in(sql)
        of_steps, of_case = read & noting.steps, read - noting.steps
        if kind == "step":
            noting.steps.add(str(answer))
        if of_steps and of_case:
            noting.mixed = True
        elif of_case and not noting.mixed:
            told = _of_sql(session, f'SELECT * FROM "{answer}"', {}) if kind == "step" else fingerprint(answer)
            noting.questions.append(Question(kind, sql, dict(params or {}), told))

    def of(self, session: "Session", key: tuple[str, str], tables: Sequence[str], make: "Callable[[], Run]") -> "Run":
        """What a lens finds: told again where nothing that it read has changed, else made."""
        known = self._known.get(key)
        have = frozenset(tables) & set(session.tables())
        if known is not None and known.have == have and _unchanged(session, known):
            return known.run
        if known is not None:
            return make()
        with self._noted() as noting:
            run = make()
        self._mine |= {id(f) for f in (*run.findings, *run.evens)}
        self._known[key] = Known(None if noting.mixed else tuple(noting.questions), have, run)
        return run

    def remembered(self, finding: "Finding", make: Callable[[], T]) -> T:
        """What is asked of a finding that was told again, once for all sessions; of any other it is made.

        A run that is told again tells the very findings that are held here, so that their identity is enough.
        """
        if id(finding) not in self._mine:
            return make()
        if id(finding) not in self._answers:
            self._answers[id(finding)] = make()
        answer: T = self._answers[id(finding)]
        return answer

    @contextmanager
    def _noted(self) -> Iterator[Noting]:
        self._noting = noting = Noting()
        try:
            yield noting
        finally:
            self._noting = None


def fingerprint(answer: Any) -> str:
    """A fingerprint of rows, or of arrays by name."""
    plain = {n: v.tolist() for n, v in answer.items()} if isinstance(answer, dict) else answer
    return hashlib.sha256(repr(plain).encode("utf-8", "surrogatepass")).hexdigest()


def _unchanged(session: "Session", known: Known) -> bool:
    """Whether every question has the answer that it had, and the findings rest on what they rested on."""
    if known.questions is None:
        return False
    session.need(*known.have)
    if any(_asked(session, q) != q.answer for q in known.questions):
        return False
    selections = [session.restore(f.evidence.to_json()) for f in known.run.findings]
    then: list[Weight] = list(known.run.weights)
    return session.weigh(selections) == then


def _asked(session: "Session", question: Question) -> str:
    engine, params = session.engine, question.params or None
    if question.kind == "step":
        return _of_sql(session, question.sql, question.params)
    if question.kind == "arrays":
        return fingerprint(engine.arrays(question.sql, params))
    return fingerprint(engine.rows(question.sql, params))


def _of_sql(session: "Session", sql: str, params: Mapping[str, Any]) -> str:
    return repr(session.engine.tuples(_FINGERPRINT.format(sql=sql), dict(params) or None))
