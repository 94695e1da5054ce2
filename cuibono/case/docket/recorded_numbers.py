"""All recorded numbers of a case, to be found by their time and by about how much they are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cuibono.case.docket.figures import content, indicator
from cuibono.case.docket.rows import Evidence, Figure, Share
from cuibono.case.docket.stages import stage_words
from cuibono.case.docket.units import unit_of
from cuibono.case.docket.words import folded, stems
from cuibono.model.docket import Party

#: In place of a time: the last that is recorded of each.
LAST = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A recorded number: whose, of what, how much in which unit, for which time; ``words`` are those that name it."""

    whose: Party
    what: str
    value: float
    unit: str
    time: str
    words: frozenset[str]
    row: Share | Figure

    @property
    def of(self) -> tuple[str, str]:
        """Whose it is, and of what."""
        return folded(self.whose.name), self.what


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers by their time and size, those of one thing at one time, and the words that name those of each body."""

    sized: Mapping[tuple[str, str], list[Number]] = field(default_factory=dict)
    same: Mapping[tuple[str, tuple[str, str]], list[Number]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def near(self, time: str, value: float) -> list[Number]:
        """The numbers of a time whose first two digits are those of a value, scales multiplied out."""
        return self.sized.get((time, _size(value)), [])


def numbers(evidence: Evidence) -> Numbers:
    """The recorded numbers of a case, as claims may be known by them."""
    found = [*_recorded(evidence)]
    last: dict[tuple[str, str], str] = {}
    words: dict[str, frozenset[str]] = defaultdict(frozenset)
    for n in found:
        last[n.of] = max(last.get(n.of, ""), n.time)
        words[n.of[0]] |= n.words
    sized, same = defaultdict(list), defaultdict(list)
    for n in found:
        for time in (n.time, LAST) if last[n.of] == n.time else (n.time,):
            sized[time, _size(n.value * unit_of(n.unit)[1])].append(n)
            same[time, n.of].append(n)
    return Numbers(sized, same, words)


def _size(value: float) -> str:
    return f"{value:.1e}"


def _recorded(evidence: Evidence) -> Iterator[Number]:
    """The figures and the amounts of markets; a share in percent is of a stage and a basis, and no number by itself."""
    for f in {r.key: r for rows in evidence.figures.values() for r in rows}.values():
        if f.low is not None and f.low == f.high and f.period:
            what = indicator(f)
            words = _naming(f"{what} {f.unit} {f.place} {f.subject.name}")
            yield Number(f.subject, what, f.low, f.unit, f.period, words, f)
    for s in {r.key: r for rows in evidence.shares.values() for r in rows}.values():
        if s.amount is not None and s.year:
            what = ", ".join((s.market, s.stage, s.basis))
            words = _naming(f"{what} {stage_words(s.stage)} {s.unit} {s.supplier.name}")
            yield Number(s.supplier, what, s.amount, s.unit, str(s.year), words, s)


def _naming(text: str) -> frozenset[str]:
    """The words of a wording in all forms in which claims have them."""
    return stems(text) | content(text)
