"""The report: one HTML page that opens anywhere, needs no script and asks nobody for anything."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import cuibono
from cuibono.model.counting import plural
from cuibono.model.draft import QUOTED
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding
from cuibono.model.passage import Passage
from cuibono.reports import amounts, docket, stress, voices, wording
from cuibono.reports.contract import PublicCase
from cuibono.reports.methods import Method, methods
from cuibono.reports.printable import printable
from cuibono.reports.svg import draw

PASSAGES = QUOTED
OPEN = 4
ROWS_OPEN = 10
ROWS = 200
LONGEST = 1500
_WIDE, _NARROW = 680, 330


#: How numbers, dates and sources are written, here and wherever else a case is shown.
FILTERS: Mapping[str, Callable[..., Any]] = {
    "amount": amounts.amount,
    "parts": amounts.parts,
    "digits": amounts.digits,
    "plural": plural,
    "cited": wording.cited,
    "named": wording.named,
    "origin": wording.origin,
    "is_address": wording.is_address,
    "day": wording.day,
    "minute": wording.minute,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with all that its article on the page shows; made one at a time, while writing."""

    finding: Finding
    method: Method | None
    quoted: int
    total: int
    first: tuple["Quoted", ...]
    rest: tuple["Quoted", ...]
    wide: Markup | None
    narrow: Markup | None

    @property
    def disagrees(self) -> bool:
        """Whether it sets side by side what different speakers say."""
        return bool(self.finding.figure and self.finding.figure.kind == "ranges")

    @property
    def more(self) -> int:
        """How many passages are not quoted."""
        return max(0, self.total - self.quoted)

    @property
    def hidden(self) -> int:
        """How many passages are folded away on the screen."""
        return sum(len(q.passages) for q in self.rest)


@dataclass(frozen=True, slots=True)
class Quoted:
    """One passage of text, or neighbouring rows of one table with the same columns."""

    passages: tuple[Passage, ...]
    columns: tuple[str, ...] = ()

    @property
    def filled(self) -> tuple[str, ...]:
        """The columns that are not empty in all of the rows."""
        return tuple(c for c in self.columns if any(p.data.get(c) not in (None, "") for p in self.passages))


def write(public: PublicCase, path: Path) -> tuple[str, ...]:
    """Write the report of a case as one HTML file; returns notes for the person who made it.

    The page holds everything: styles, figures, quotations. It is readable without a mouse, on a phone, on
    paper and in the dark. All text from sources is escaped; nothing in it can run.
    """
    drafted = public.parts is not None
    texts, more_texts = ([], 0) if drafted else voices.told(public.quotes())
    described = methods([*(f.lens for f in public.findings), *(name for name, _ in public.notices)])
    pieces = (
        _environment()
        .get_template("drafted.html" if drafted else "report.html")
        .generate(
            public=public,
            shown=lambda: _shown(public.findings, described),
            one=lambda finding: next(_shown((finding,), described)),
            methods=described,
            sources={s.id: s for s in public.sources},
            version=cuibono.__version__,
            marked=wording.simulated(public),
            kinds=_kinds(public.findings),
            rows=ROWS,
            docket=docket.shown(public),
            stress=stress.shown(public),
            texts=texts,
            more_texts=more_texts,
        )
    )
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for piece in pieces:
            file.write(piece)
    return ()


def _shown(findings: Sequence[Finding], described: Mapping[str, Method]) -> Iterator[Shown]:
    for finding in findings:
        figure = finding.figure if finding.figure and finding.figure.bars else None
        passages = finding.evidence.first(PASSAGES)
        opened = ROWS_OPEN if all(_columns(p) for p in passages) else OPEN
        yield Shown(
            finding,
            described.get(finding.lens),
            len(passages),
            finding.evidence.count(),
            quoted(passages[:opened]),
            quoted(passages[opened:]),
            Markup(draw(figure, width=_WIDE)) if figure else None,  # noqa: S704 - svg.py escapes every text
            Markup(draw(figure, width=_NARROW)) if figure else None,  # noqa: S704
        )


def quoted(passages: Sequence[Passage]) -> tuple[Quoted, ...]:
    """Passages as they are shown: each on its own, neighbouring rows of one table together."""
    groups = groupby(enumerate(passages), key=lambda p: (p[1].source.id, _columns(p[1])) if _columns(p[1]) else p[0])
    listed = [tuple(p for _, p in group) for _, group in groups]
    return tuple(Quoted(those, _columns(those[0])) for those in listed)


def _columns(passage: Passage) -> tuple[str, ...]:
    """The columns of a table row that has cells; none for a passage of text."""
    return tuple(map(str, passage.data)) if passage.start is None else ()


def _kinds(findings: tuple[Finding, ...]) -> tuple[tuple[str, list[Finding]], ...]:
    """Findings for the list of contents: answers, and what sources disagree on."""
    apart = [f for f in findings if f.figure and f.figure.kind == "ranges"]
    others = [f for f in findings if f not in apart]
    groups = [(says, those) for says, those in (("Findings", others), ("Where sources disagree", apart)) if those]
    return tuple(sorted(groups, key=lambda g: findings.index(g[1][0])))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("cuibono.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {**FILTERS, "verdict": wording.verdict, "cut": _cut, "setting": _setting, "said": _said}
    made.globals |= {
        "span": amounts.span,
        "interval": amounts.interval,
        "repeats": amounts.repeats,
        "chance": amounts.chance,
        "states": wording.STATES,
        "is_rate": amounts.is_rate,
        "summary": wording.summary,
        "drafted": wording.drafted,
    }
    return made


def _finalize(value: Any) -> Any:
    """Everything that a template prints passes here: no control characters, no "None"."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return ""
    return printable(value) if isinstance(value, str) else value


def _cut(text: str, most: int = LONGEST) -> str:
    """A long passage up to a space near the limit, and how much is left out."""
    if len(text) <= most + 200:
        return text
    kept = text[:most].rsplit(None, 1)[0] if " " in text[most - 200 : most] else text[:most]
    return f"{kept} … ({len(text) - len(kept):,} more characters)"


def _setting(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not set" if value in (None, "") else str(value)


def _said(bar: Bar, figure: Figure) -> str:
    """What one row of a figure says: a range where there is one, else a number."""
    return amounts.span(bar.low, bar.high, figure.unit) or amounts.amount(bar.value, figure.unit)
