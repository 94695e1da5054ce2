"""The report as Markdown: for editors' tools, wikis and version control."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import cuibono
from cuibono.model.counting import plural
from cuibono.model.docket import DocketLine
from cuibono.model.draft import QUOTED, Part
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding, Notice
from cuibono.model.passage import Passage
from cuibono.model.source import Source
from cuibono.reports import amounts, docket, stress, wording
from cuibono.reports.contract import PublicCase
from cuibono.reports.methods import Method, methods
from cuibono.reports.printable import one_line, printable

PASSAGES = QUOTED
ROWS = 200
_MARKUP = re.compile(r"([\\`*_\[\]#|~$@]|:(?=//|[a-z_+-]+:))", re.IGNORECASE)
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def write(public: PublicCase, path: Path) -> tuple[str, ...]:
    """Write the report of a case as one Markdown file; text from sources stands there as text."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for block in _blocks(public):
            file.write(block.rstrip() + "\n\n")
    return ()


def plain(text: str) -> str:
    """Text on one line that no Markdown reader takes for markup, HTML or a link."""
    return _escaped(one_line(text))


def _escaped(text: str) -> str:
    safe = _MARKUP.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = re.sub(r"\bwww\.", r"www\\.", safe, flags=re.IGNORECASE)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] in "-+=" else m[0] + "\\", safe)


def _blocks(public: PublicCase) -> Iterator[str]:
    yield f"# {plain(public.title)}"
    if marked := wording.simulated(public):
        yield f"> **Simulated.** {marked}"
    pressed = stress.shown(public)
    marks = pressed.marks if pressed else {}
    if public.parts is not None:
        yield from _drafted(public, public.parts, marks)
        return
    yield wording.summary(public)
    yield from _docket(public, marks)
    yield from _glance(public.findings)
    yield from _stress(pressed)
    described = methods([*(f.lens for f in public.findings), *(name for name, _ in public.notices)])
    if public.findings:
        yield "## Findings"
    for finding in public.findings:
        yield from _finding(finding, marks)
    yield from _notices(public.notices)
    if public.not_covered:
        yield "## Not covered\n\n" + "\n".join(f"- {plain(item)}" for item in public.not_covered)
    yield from _ending(public, described)


def _drafted(public: PublicCase, parts: Iterable[Part], marks: Mapping[str, str]) -> Iterator[str]:
    """What a person put together, in their order and with their words between."""
    yield wording.drafted(public)
    for part in parts:
        if part.kind == "heading" and part.text.strip():
            yield f"## {plain(part.text)}"
        elif part.kind == "text":
            yield from map(plain, part.paragraphs)
        elif part.finding:
            yield from _finding(part.finding, marks)
        elif part.line:
            yield from _claim(part.line, marks.get(part.line.number, ""))
    yield from _ending(public, methods([f.lens for f in public.findings]))


def _claim(line: DocketLine, mark: str) -> Iterator[str]:
    """A line of the docket as a section of its own."""
    cells = _cells(line, mark)
    yield f"### {plain(line.number)} · {plain(cells[1])}"
    names = ("Who says so", "Outcome", "Why", "Where")
    yield "\n".join(f"- {name}: {plain(cell)}" for name, cell in zip(names, cells[2:], strict=True) if cell)


def _ending(public: PublicCase, described: dict[str, Method]) -> Iterator[str]:
    yield "## Sources"
    yield "\n".join(_source(s) for s in public.sources) or "No source can be named in this report."
    yield from _methods(described)
    yield (
        f"---\n\nMade by cuibono {cuibono.__version__}, offline, from generation {public.generation} of the case, "
        f"on {public.exported:%Y-%m-%d %H:%M} UTC. A finding says what the sources bear out, not that they are right."
    )


def _docket(public: PublicCase, marks: Mapping[str, str]) -> Iterator[str]:
    shown = docket.shown(public)
    if shown is None:
        return
    rows = ["| | Claim | Who says so | Outcome | Why | Where |", "| --- | --- | --- | --- | --- | --- |"]
    rows += [_line(line, marks.get(line.number, "")) for line in shown.lines]
    yield "## The docket"
    yield "\n".join(rows)
    yield f"{shown.told} A claim is tested against what is recorded, never against other claims."


def _line(line: DocketLine, mark: str) -> str:
    return f"| {' | '.join(map(plain, _cells(line, mark)))} |"


def _cells(line: DocketLine, mark: str) -> tuple[str, ...]:
    row, tested = line.row, line.row.tested
    why = row.why + (f": {tested.measure}" if tested and tested.measure else "") + (f"; it {mark}" if mark else "")
    where = ", ".join(f"{p.source.id} {p.place}" for p in (*line.said_in, *line.rests_on))
    sources = [str(row.corroborated)] if row.corroborated.stated > 1 else []
    care = ", ".join([*sources, *row.marks])
    who = "; ".join(line.voices[:4]) + (f" ({care})" if care else "")
    return line.number, f"{row.claim.says} ({row.claim.kind})", who, row.outcome or "", why, where


def _glance(findings: tuple[Finding, ...]) -> Iterator[str]:
    if not findings:
        return
    rows = ["| | Finding | Measure | State |", "| --- | --- | --- | --- |"]
    for f in findings:
        state = ", ".join([f.state, *([f.verdict] if f.verdict else [])])
        rows.append(f"| {plain(f.id)} | {plain(f.says)} | {plain(amounts.measured(f.measure))} | {state} |")
    yield "\n".join(rows)


def _stress(pressed: stress.Shown | None) -> Iterator[str]:
    if pressed is None:
        return
    yield "## What carries the case"
    yield pressed.told
    if pressed.carried:
        named = ((" ".join(p for p in (c.key, c.name) if p), c) for c in pressed.carried)
        yield "\n".join(f"- {plain(name)} ({c.kind}): {c.falls} would fall without it" for name, c in named)


def _finding(finding: Finding, marks: Mapping[str, str]) -> Iterator[str]:
    yield f"### {plain(finding.id)} · {plain(finding.says)}"
    if finding.measure:
        p = amounts.chance(finding.measure.p)
        told = ", ".join(t for t in (f"**{plain(amounts.measured(finding.measure))}**", plain(p)) if t)
        yield f"{told}. {plain(finding.measure.meaning)}"
    if finding.figure and finding.figure.bars:
        yield _figure(finding.figure)
    if finding.caveats:
        yield "What this does not say:\n\n" + "\n".join(f"- {plain(c)}" for c in finding.caveats)
    yield from _evidence(finding)
    yield _record(finding, marks.get(finding.id, ""))


def _figure(figure: Figure) -> str:
    """The numbers of a figure as a table."""
    sides = figure.kind == "ranges"
    head = "| Who says it | Says | |" if sides else "| | Value | Interval | |"
    lines = [f"**{plain(figure.title)}**", "", head, "| --- | ---: | --- |" if sides else "| --- | ---: | --- | --- |"]
    lines += [_bar(bar, figure, sides=sides) for bar in figure.bars[:ROWS]]
    if len(figure.bars) > ROWS:
        lines.append(f"| and {len(figure.bars) - ROWS:,} more | | |" + ("" if sides else " |"))
    if figure.mark is not None:
        lines += ["", f"Threshold: {plain(amounts.amount(figure.mark, figure.unit))}."]
    return "\n".join(lines)


def _bar(bar: Bar, figure: Figure, *, sides: bool) -> str:
    between = plain(amounts.span(bar.low, bar.high, figure.unit))
    value = plain(amounts.amount(bar.value, figure.unit))
    cells = [between or value] if sides else [value, between]
    note = "" if amounts.repeats(bar.note, cells[0]) else plain(bar.note)
    return f"| {' | '.join([plain(bar.label), *cells, note])} |"


def _evidence(finding: Finding) -> Iterator[str]:
    passages, total = finding.evidence.first(PASSAGES), finding.evidence.count()
    yield f"Evidence: {plural(total, 'passage')}."
    for passage in passages:
        yield _quoted(passage)
    if total > len(passages):
        left = total - len(passages)
        yield f"{plural(left, 'further passage')} {'is' if left == 1 else 'are'} not quoted here."


def _quoted(passage: Passage) -> str:
    """A passage as a block quote, line by line, with its source below."""
    lines = [_escaped(line.strip()) for line in printable(passage.text).splitlines() if line.strip()]
    place = f", {plain(passage.place)}" if passage.place else ""
    mark = " (simulated)" if passage.source.simulated else ""
    source = f"{plain(passage.source.id)}, {plain(wording.cited(passage.source))}{place}{mark}"
    return "> " + "  \n> ".join([*lines, f"— {source}"])


def _record(finding: Finding, mark: str) -> str:
    lines = [f"- State: {finding.state}: {wording.STATES[finding.state]}"]
    note = f": “{plain(finding.note)}”" if finding.note else ""
    lines.append(f"- Judgement: {plain(wording.verdict(finding))}{note}")
    if mark:
        lines.append(f"- Stress: {plain(mark)}")
    if finding.lens:
        lines.append(f"- Method: {plain(finding.lens)}")
    if finding.settings:
        told = ", ".join(f"{plain(name)} {plain(str(value))}" for name, value in finding.settings.items())
        lines.append(f"- Settings: {told}")
    if finding.kept:
        lines.append(f"- Computed: {finding.kept:%Y-%m-%d %H:%M} UTC, from generation {finding.generation}")
    return "\n".join(lines)


def _notices(notices: tuple[tuple[str, Notice], ...]) -> Iterator[str]:
    if notices:
        yield "## What could not be answered"
    for name, notice in notices:
        helps = f" What would help: {plain(notice.what_would_help)}" if notice.what_would_help else ""
        yield f"- **{plain(notice.says)}** {plain(notice.why)}{helps} (asked by {plain(name)})"


def _source(source: Source) -> str:
    told = [plain(wording.cited(source)), plain(wording.origin(source))]
    if source.captured:
        told.append(f"captured {plain(source.captured)}")
    mark = " (simulated)" if source.simulated else ""
    return f"- **{plain(source.id)}** {', '.join(dict.fromkeys(told))}{mark}"


def _methods(described: dict[str, Method]) -> Iterator[str]:
    if described:
        yield "## Methods"
    for name, how in described.items():
        yield f"### {plain(name)}"
        yield from (plain(p) for p in (how.first, *how.paragraphs))
