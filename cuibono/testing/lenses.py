"""The promises that every lens keeps, whoever wrote it; plug-ins run them on their own lenses.

    from cuibono.testing.lenses import PROMISES, Example
    @pytest.mark.parametrize("promise", PROMISES)
    def test_my_lens(promise):
        promise("fruit.orchards", Example({"supply_shares": [...]}))

Each promise raises AssertionError with a sentence that says what was broken.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cuibono.engine.subset import faults, spark
from cuibono.errors import BadSetting, MissingTable, UnknownName
from cuibono.lenses import registry
from cuibono.lenses.settings import plain
from cuibono.model.finding import Finding, Notice
from cuibono.model.table import table_names
from cuibono.testing.desk import MemoryDesk, Rows, ask, findings

_EMPTY_WORDS = re.compile(r"\b(?:None|nan|NaN|null|NULL|inf)\b")
_LIMITS = re.compile(r"\b(?:does not|do not|is not|are not|cannot|never|no)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Example:
    """Invented rows on which a lens finds something, and the settings to run it with."""

    tables: Mapping[str, Rows | str]
    settings: Mapping[str, Any] = field(default_factory=dict)

    def run(self, lens: str) -> tuple[list[Finding | Notice], MemoryDesk]:
        """What the lens yields, and the desk it ran on."""
        desk = MemoryDesk(self.tables)
        return ask(lens, desk, **self.settings), desk


def explains_itself(lens: str, example: Example) -> None:
    """A first sentence for journalists, a paragraph on limits, a word on every setting, and an example that works."""
    spec = registry.get(lens)
    first, *rest = spec.doc.split("\n\n")
    assert len(first) <= 160, f"{lens}: the first sentence is {len(first)} characters long"
    assert first.rstrip().endswith("."), f"{lens}: the first sentence does not end"
    assert any(_LIMITS.search(p) for p in rest), f"{lens}: the docstring does not say what the lens does not say"
    mute = [s.name for s in spec.settings if not s.help and s.name != "seed"]
    assert not mute, f"{lens}: the docstring has no word on the settings {', '.join(mute)}"
    assert findings(example.run(lens)[0]), f"{lens}: finds nothing in its own example"


def finds_nothing_in_nothing(lens: str, example: Example) -> None:
    """Empty tables give no finding: a required one is asked for, an optional one is done without."""
    spec = registry.get(lens)
    lacking: MissingTable | None = None
    yielded: list[Finding | Notice] = []
    try:
        yielded = ask(lens, MemoryDesk({}), **example.settings)
    except MissingTable as error:
        lacking = error
    assert lacking is None or lacking.try_, f"{lens}: does not say how to get the table it lacks"
    assert not findings(yielded), f"{lens}: finds something in empty tables"
    only = {n: rows for n, rows in example.tables.items() if n in spec.needs}
    ask(lens, MemoryDesk(only), **example.settings)


def cites(lens: str, example: Example) -> None:
    """Every finding rests on at least one passage, and the passages can be fetched."""
    for found in findings(example.run(lens)[0]):
        count = found.evidence.count()
        assert count >= 1, f"{lens}: no passage for: {found.says}"
        first = found.evidence.first(5)
        assert len(first) == min(5, count), f"{lens}: passages are counted but not there: {found.says}"
        kept = found.evidence.to_json()
        parts = [kept, *kept.get("also", ())]
        assert all(p["table"] in table_names() for p in parts), f"{lens}: cites no lens table"


def same_answer_twice(lens: str, example: Example) -> None:
    """The same question to the same evidence gives the same answer, whatever order the rows come in."""
    first, again = (_answers(example.run(lens)[0]) for _ in range(2))
    assert first == again, f"{lens}: two runs differ"
    turned = {n: rows if isinstance(rows, str) else _numbered(rows) for n, rows in example.tables.items()}
    assert _answers(Example(turned, example.settings).run(lens)[0]) == first, f"{lens}: the order of rows matters"


def _numbered(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows from last to first, each with the number it had."""
    return [{"_row": n} | dict(row) for n, row in enumerate(rows, start=1)][::-1]


def _answers(items: Sequence[Finding | Notice]) -> list[Any]:
    return [
        (i.says, i.about, i.measure, i.caveats, i.figure, i.evidence.to_json(), i.evidence.count())
        if isinstance(i, Finding)
        else (i.says, i.why, i.what_would_help, tuple(i.about))
        for i in items
    ]


def settings_round_trip(lens: str, example: Example) -> None:
    """Settings survive being written down; findings carry all of them; unknown ones are refused."""
    spec = registry.get(lens)
    parsed = spec.parse(example.settings)
    assert set(parsed) == {s.name for s in spec.settings}
    assert spec.parse(plain(parsed)) == parsed, f"{lens}: settings change when they are written down"
    texts = {k: ",".join(v) if isinstance(v, list) else str(v) for k, v in plain(parsed).items()}
    assert spec.parse(texts) == parsed, f"{lens}: settings cannot be given as text"
    for found in findings(example.run(lens)[0]):
        assert found.lens == lens
        assert found.settings == plain(parsed)
    for refused in ({"no_such_setting": 1}, {s.name: object() for s in spec.settings}):
        _refused(lens, refused)


def _refused(lens: str, settings: Mapping[str, Any]) -> None:
    try:
        registry.get(lens).parse(settings)
    except (UnknownName, BadSetting):
        return
    assert not settings, f"{lens}: takes settings that are none: {settings}"


def speaks_plainly(lens: str, example: Example) -> None:
    """No sentence shows what a computer says for nothing; findings are told apart by what they are about."""
    items = example.run(lens)[0]
    for item in items:
        texts = [item.says, *item.about, *_words(item)]
        for text in texts:
            assert text, f"{lens}: an empty sentence beside: {item.says}"
            assert not _EMPTY_WORDS.search(text), f"{lens}: says {text!r}"
    keys = [(f.about, f.measure.name if f.measure else "") for f in findings(items)]
    assert len(keys) == len(set(keys)), f"{lens}: two findings are about the same: {keys}"


def _words(item: Finding | Notice) -> list[str]:
    if isinstance(item, Notice):
        return [item.why, item.what_would_help]
    bars = [b.label for b in item.figure.bars] if item.figure else []
    return [*item.caveats, *bars, *([item.measure.meaning] if item.measure else [])]


def numbers_explain_themselves(lens: str, example: Example) -> None:
    """Every measure has a name, a meaning and ends around its value; every finding has a caveat."""
    for found in findings(example.run(lens)[0]):
        assert found.caveats, f"{lens}: no caveat to: {found.says}"
        measure = found.measure
        if measure is None:
            continue
        assert measure.name, f"{lens}: a number without a name: {found.says}"
        assert measure.meaning, f"{lens}: a number without a meaning: {measure}"
        ends = [e for e in (measure.low, measure.value, measure.high) if e is not None]
        assert ends == sorted(ends), f"{lens}: the value lies outside its ends: {measure}"
        assert all(abs(e) < float("inf") for e in ends), f"{lens}: a number without end: {measure}"


def draws(lens: str, example: Example) -> None:
    """Something of what is found can be seen in a figure."""
    assert any(f.figure for f in findings(example.run(lens)[0])), f"{lens}: draws no figure of anything it finds"


def says_that_it_cannot_tell(lens: str, example: Example) -> None:
    """Where no row can be used, a notice says so: an answer is never empty."""
    denied = {
        n: [dict(r) | {"polarity": "-"} for r in rows[:1] if isinstance(r, Mapping)]
        for n, rows in example.tables.items()
    }
    assert ask(lens, MemoryDesk(denied), **example.settings), f"{lens}: says nothing where no row can be used"


def writes_shared_sql(lens: str, example: Example) -> None:
    """Every query stays in the SQL that both engines share and can be carried to Spark; none escapes."""
    _, desk = example.run(lens)
    assert desk.seen, f"{lens}: asked nothing of the evidence"
    conditions = [f"SELECT 1 AS x FROM t WHERE {c}" for c in desk.conditions]
    for sql in dict.fromkeys([*desk.seen, *conditions]):
        found = faults(sql)
        assert not found, f"{lens}: {'; '.join(found)}\n{sql}"
        assert spark(sql)


Promise = Callable[[str, Example], None]
PROMISES: tuple[Promise, ...] = (
    explains_itself,
    finds_nothing_in_nothing,
    cites,
    same_answer_twice,
    settings_round_trip,
    speaks_plainly,
    numbers_explain_themselves,
    draws,
    says_that_it_cannot_tell,
    writes_shared_sql,
)
