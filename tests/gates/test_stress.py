"""Invented markets, claims and disputes of which it is known which file, outlet and speaker carries what.

Measured is how much of what falls and weakens is found, and how much of what is said to fall or weaken does.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cuibono.case import Case, open_case
from cuibono.model.stress import Stress, Stressed
from tests.gates.floors import below

FILES, OUTLETS, OFFICES, TOLD, MINISTERS = 12, 5, 4, 4, 6
_GOODS = """
    amber basalt cedar damask ebony flax garnet hemp indigo jasper kelp linen marble nickel onyx pumice quartz resin
    slate teak umber velvet walnut xenon yarrow zircon alum borax coral dulse ermine felt gypsum hops ivory jute
""".split()  # noqa: SIM905 - a list of words reads as one
_SHARES = "market,basis,year,supplier,share,asserted_by"
_CLAIMS = "subject,property,value,unit,when,asserted_by"


Pair = tuple[tuple[str, ...], str, str]


class Row(NamedTuple):
    """A row: in which file, on whose word, what it says."""

    file: str
    speaker: str
    line: str


class Unit(NamedTuple):
    """What is left out: its kind, its name, and which files and speakers go with it."""

    kind: str
    name: str
    files: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()

    def takes(self, row: Row) -> bool:
        return row.file in self.files or row.speaker in self.speakers


@dataclass(frozen=True)
class Planted:
    """A finding or a claim: the words that tell it apart, the rows that it cannot do without, and the others.

    ``needs`` are rows of which each must be there, ``helps`` those without which it weakens; a claim has ``records``,
    one of which must be left, and ``voices``.
    """

    words: tuple[str, ...]
    needs: tuple[Row, ...] = ()
    helps: tuple[Row, ...] = ()
    records: tuple[Row, ...] = ()
    voices: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return (*self.needs, *self.helps, *self.records, *self.voices)

    def without(self, unit: Unit) -> str:
        """What becomes of it."""
        if any(map(unit.takes, self.needs)):
            return "falls"
        if any(map(unit.takes, self.helps)):
            return "weakens"
        voices, records = _left(self.voices, unit), _left(self.records, unit)
        if self.voices and not voices:
            return "unsaid"
        if self.records and not records:
            return "falls"
        fewer = (len(records) == 1 < len(_by(self.records)), len(voices) == 1 < len(_by(self.voices)))
        return "weakens" if any(fewer) else ""


def _by(rows: Collection[Row]) -> set[str]:
    return {r.speaker for r in rows}


def _left(rows: Collection[Row], unit: Unit) -> set[str]:
    return _by([r for r in rows if not unit.takes(r)])


def _planted() -> Iterator[Planted]:
    random = Random(20240607)
    for number, good in enumerate(_GOODS):
        plant = (_alone, _spread, _disputed, _claimed)[number % 4]
        yield from plant(random, good, number)


def _share(random: Random, good: str, land: str, percent: int, office: int, file: int | None = None) -> Row:
    where = random.randrange(FILES) if file is None else file
    return Row(f"s{where}.csv", f"Office {office}", f"{good},production,2021,{land},{percent} %,Office {office}")


def _alone(random: Random, good: str, number: int) -> Iterator[Planted]:
    """One row of one office."""
    row = _share(random, good, "Norland", 80, number % OFFICES)
    yield Planted((good, row.speaker), needs=(row,))


def _spread(random: Random, good: str, number: int) -> Iterator[Planted]:
    """The largest supplier in one file, the others in another: without these the index is known less well."""
    first, rest = random.sample(range(FILES), 2)
    office = number % OFFICES
    top = _share(random, good, "Norland", 70, office, first)
    others = tuple(_share(random, good, f"Land {n}", p, office, rest) for n, p in enumerate((20, 10)))
    yield Planted((good, top.speaker), needs=(top,), helps=others)


def _disputed(random: Random, good: str, number: int) -> Iterator[Planted]:
    """Two offices that differ: each has its own account, and the dispute needs both."""
    one, other = random.sample(range(OFFICES), 2)
    rows = (_share(random, good, "Norland", 80, one), _share(random, good, "Norland", 62, other))
    yield from (Planted((good, r.speaker, "Herfindahl"), needs=(r,)) for r in rows)
    yield Planted((good, "disputed"), needs=rows)


def _claimed(random: Random, good: str, number: int) -> Iterator[Planted]:
    """A claim that one to three offices bear out, and one or two ministers make."""
    offices = random.sample(range(OFFICES), 1 + number // 4 % 3)
    rows = tuple(_share(random, good, "Norland", 75, o) for o in offices)
    files = random.sample(range(TOLD), 1 + number // 4 % 2)
    ministers = random.sample(range(MINISTERS), len(files))
    voices = tuple(
        Row(f"t{f}.csv", f"Minister {m}", f"Norland,share of {good} production,75,percent,2021,Minister {m}")
        for f, m in zip(files, ministers, strict=True)
    )
    yield from (Planted((good, r.speaker), needs=(r,)) for r in rows)
    yield Planted((good, "claimed"), records=rows, voices=voices)


def _units() -> list[Unit]:
    shares = [f"s{n}.csv" for n in range(FILES)]
    units = [Unit("source", name, frozenset({name})) for name in (*shares, *(f"t{n}.csv" for n in range(TOLD)))]
    units += [Unit("outlet", f"Outlet {n}", frozenset(shares[n::OUTLETS])) for n in range(OUTLETS)]
    names = [*(f"Office {n}" for n in range(OFFICES)), *(f"Minister {n}" for n in range(MINISTERS))]
    return [*units, *(Unit("speaker", name, speakers=frozenset({name})) for name in names)]


def _case(folder: Path, planted: Collection[Planted]) -> Case:
    lines = {(r.file, r.line) for p in planted for r in p.rows}
    case = open_case(folder / "planted")
    for file in sorted({f for f, _ in lines}):
        table, head = ("claims", _CLAIMS) if file.startswith("t") else ("supply_shares", _SHARES)
        rows = sorted(text for f, text in lines if f == file)
        (folder / file).write_text("\n".join([head, *rows]) + "\n", "utf-8")
        outlet = None if table == "claims" else f"Outlet {int(file[1:-4]) % OUTLETS}"
        case.add(folder / file, as_table=table, outlet=outlet)
    case.look("dependence.concentration")
    case.look("claims.contradictions")
    case.docket(run=True)
    return case


class Found(NamedTuple):
    """What stress came to, what was planted, and which is which."""

    stress: Stress
    pairs: tuple[tuple[Planted, Stressed | None], ...]


@cache
def found() -> Found:
    """The planted case under stress."""
    planted = tuple(_planted())
    with TemporaryDirectory() as folder:
        case = _case(Path(folder), planted)
        lenses = {f.id: f.lens for f in case.findings()}
        stress = case.stress()
    return Found(stress, tuple((p, _match(p, stress, lenses)) for p in planted))


def _match(planted: Planted, stress: Stress, lenses: dict[str, str]) -> Stressed | None:
    good, kind, *_ = planted.words
    lens = {"disputed": "claims.contradictions", "claimed": ""}.get(kind, "dependence.concentration")
    mine = [s for s in stress.stressed if good in s.says and lenses.get(s.target, "") == lens]
    mine = [s for s in mine if kind in ("disputed", "claimed") or kind in s.says]
    return mine[0] if len(mine) == 1 else None


def _effects(effect: str) -> tuple[set[Pair], set[Pair]]:
    """What should and what does come to that: pairs of a finding or claim and a unit."""
    units = _units()
    should: set[Pair] = {(p.words, u.kind, u.name) for p, _ in found().pairs for u in units if p.without(u) == effect}
    does: set[Pair] = {
        (p.words, c.unit.kind, c.unit.name)
        for p, s in found().pairs
        if s is not None
        for c in s.changes
        if c.effect == effect
    }
    return should, does


def measure() -> dict[str, float]:
    """How much of what falls, weakens or is not said is found, and how much of what is told is so."""
    told = {}
    for effect in ("falls", "weakens", "unsaid"):
        should, does = _effects(effect)
        told[f"{effect} recall"] = len(should & does) / len(should)
        told[f"{effect} precision"] = len(should & does) / len(does)
    return told


def test_everything_that_was_planted_is_looked_at() -> None:
    assert [p.words for p, s in found().pairs if s is None] == []
    assert len(found().pairs) >= 60
    assert len(_units()) == 31


def test_what_falls_and_weakens_stays_above_its_floors() -> None:
    assert below("stress", measure()) == []


def test_nothing_falls_that_stands() -> None:
    should, does = _effects("falls")
    assert does - should == set()


def test_what_carries_most_comes_first() -> None:
    should, _ = _effects("falls")
    for kind in ("source", "outlet", "speaker"):
        counts = {u.name: sum(name == u.name for _, _, name in should) for u in _units() if u.kind == kind}
        first = next(c for c in found().stress.carriers if c.unit.kind == kind)
        assert counts[first.unit.name] == max(counts.values())
