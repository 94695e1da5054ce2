"""The sheet of one question: readings by indicators, what was seen, what counts once, what is still open."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cuibono.measures.interval_posterior import Ends, Weighed, posterior, ratio
from cuibono.model import dates
from cuibono.model.finding import Evidence
from cuibono.model.tables import Likelihoods

_USABLE = "COALESCE(polarity, '+') = '+' AND COALESCE(status, 'stated') IN ('stated', 'alleged')"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that may be seen, with the ends of its likelihood under each reading; ``seen`` is yes, no or open."""

    name: str
    cells: tuple[Ends, ...]
    seen: str
    due: str
    rests_on: str

    @property
    def weight(self) -> tuple[Ends, ...]:
        """The likelihoods of what was seen: of its absence, where it was looked for and not seen."""
        return tuple((1 - high, 1 - low) for low, high in self.cells) if self.seen == "no" else self.cells

    def against(self, one: int, other: int) -> Ends:
        """How much it speaks for one reading against another."""
        return ratio(self.weight[one], self.weight[other])


@dataclass(frozen=True, slots=True)
class Sheet:
    """One question as one speaker weighs it."""

    question: str | None
    speaker: str | None
    readings: tuple[str, ...]
    priors: tuple[Ends, ...]
    indicators: tuple[Indicator, ...]
    came_true: tuple[bool, ...] | None
    gaps: int

    @property
    def counted(self) -> tuple[Indicator, ...]:
        """What was seen or not, of each set that rests on the same thing only the one that speaks most clearly."""
        kept: dict[str, Indicator] = {}
        for one in (i for i in self.indicators if i.seen != "open"):
            key = one.rests_on or f"\0{one.name}"
            if key not in kept or _clarity(one) > _clarity(kept[key]):
                kept[key] = one
        return tuple(kept.values())

    @property
    def open(self) -> tuple[Indicator, ...]:
        """What is still to be seen, the earliest first."""
        return tuple(sorted((i for i in self.indicators if i.seen == "open"), key=lambda i: (i.due or "9999", i.name)))

    def weighed(self, further: Indicator | None = None) -> Weighed:
        """The posterior, with one further indicator as if it had come."""
        counted = (*self.counted, further) if further else self.counted
        return posterior(self.priors, [i.weight for i in counted])

    def if_it_came(self, indicator: Indicator, *, seen: bool) -> Weighed:
        """The posterior if an open indicator were seen, or were looked for in vain."""
        return self.weighed(replace(indicator, seen="yes" if seen else "no"))


def _clarity(indicator: Indicator) -> float:
    """How far the middles of its likelihoods lie apart, as a ratio."""
    middles = [(low + high) / 2 for low, high in indicator.weight]
    return max(middles) / max(min(middles), 1e-12)


def sheets(likelihoods: Likelihoods, question: str) -> Iterator[Sheet]:
    """One sheet for each question and speaker."""
    rows = likelihoods.sql(
        f"""
        SELECT question AS question, asserted_by AS speaker, TRIM(reading_name) AS reading,
               TRIM(indicator) AS indicator, likely_low AS low, COALESCE(likely_high, likely_low) AS high,
               LOWER(TRIM(seen)) AS seen, due AS due,
               LOWER(TRIM(rests_on)) AS rests_on, prior_low AS prior_low, COALESCE(prior_high, prior_low) AS prior_high,
               LOWER(TRIM(came_true)) AS came_true
        FROM {{this}} WHERE {_USABLE} AND ($question = '' OR LOWER(question) = LOWER($question))
          AND reading_name IS NOT NULL AND indicator IS NOT NULL AND likely_low IS NOT NULL
        ORDER BY question, speaker, reading, indicator, low, high
        """,
        question=question,
    )
    groups: dict[tuple[str | None, str | None], list[dict[str, object]]] = {}
    for row in rows:
        groups.setdefault((row["question"], row["speaker"]), []).append(row)
    for (asked, speaker), found in groups.items():
        yield _sheet(asked, speaker, found)


def _sheet(question: str | None, speaker: str | None, rows: list[dict[str, object]]) -> Sheet:
    readings = tuple(sorted({str(r["reading"]) for r in rows}))
    names = sorted({str(r["indicator"]) for r in rows})
    cells = {(str(r["indicator"]), str(r["reading"])): _ends(r["low"], r["high"]) for r in rows}
    facts = {name: next(r for r in rows if r["indicator"] == name) for name in names}
    whole = [n for n in names if all((n, r) in cells for r in readings)]
    return Sheet(
        question, speaker, readings, _priors(readings, rows),
        tuple(_indicator(facts[n], tuple(cells[n, r] for r in readings)) for n in whole),
        _came_true(readings, rows), len(names) - len(whole),
    )  # fmt: skip


def _indicator(row: dict[str, object], cells: tuple[Ends, ...]) -> Indicator:
    seen = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}.get(str(row["seen"] or ""), "open")
    return Indicator(str(row["indicator"]), cells, seen, str(row["due"] or ""), str(row["rests_on"] or ""))


def _ends(low: object, high: object) -> Ends:
    one, other = sorted((float(str(low)), float(str(high if high is not None else low))))
    return max(one, 0.0), min(other, 1.0)


def _priors(readings: tuple[str, ...], rows: list[dict[str, object]]) -> tuple[Ends, ...]:
    """The priors as given; all alike where any is missing."""
    given = {str(r["reading"]): _ends(r["prior_low"], r["prior_high"]) for r in rows if r["prior_low"] is not None}
    if set(given) == set(readings):
        return tuple(given[r] for r in readings)
    even = 1 / len(readings)
    return ((even, even),) * len(readings)


def _came_true(readings: tuple[str, ...], rows: list[dict[str, object]]) -> tuple[bool, ...] | None:
    told = {str(r["reading"]): r["came_true"] == "yes" for r in rows if r["came_true"] in ("yes", "no")}
    return tuple(told.get(r, False) for r in readings) if sum(told.values()) == 1 else None


def overdue(indicator: Indicator, today: str) -> bool:
    """Whether the day by which an open indicator was to be known is over."""
    last = dates.bounds(indicator.due)[1] if indicator.due else None
    return last is not None and last.isoformat() < today


def evidence(likelihoods: Likelihoods, sheet: Sheet) -> Evidence:
    """The rows of a sheet."""
    return likelihoods.when(
        f"{_USABLE} AND reading_name IS NOT NULL AND indicator IS NOT NULL AND likely_low IS NOT NULL",
        question=sheet.question,
        asserted_by=sheet.speaker,
    )
