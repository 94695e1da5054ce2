"""What every verb shares: the case at hand, answers as text or JSON, progress on stderr."""

import dataclasses
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from cuibono.case import Case
    from cuibono.case.reading import TextsRead
    from cuibono.model.finding import Finding
    from cuibono.model.passage import Passage
    from cuibono.store.progress import Tell

F = TypeVar("F", bound=Callable[..., Any])


def json_option(function: F) -> F:
    """Give a verb the option ``--json``."""

    def note(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            ctx.ensure_object(dict)["json"] = True

    return click.option("--json", is_flag=True, expose_value=False, callback=note, help="Answer in JSON.")(function)


def the_case() -> "Case":
    """The case of ``-C FOLDER``, or the one that the current folder lies in."""
    from cuibono.case import open_case
    from cuibono.errors import NoCase
    from cuibono.store.layout import find_case

    told = click.get_current_context().ensure_object(dict).get("folder")
    if told:
        return open_case(told, make=False)
    here = find_case(Path.cwd())
    if here is None:
        raise NoCase(
            "There is no case here or in any folder above.", try_="cuibono new FOLDER, or cuibono -C FOLDER ..."
        )
    return open_case(here, make=False)


def emit(data: Any, text: str) -> None:
    """Answer: the data as JSON when that was asked for, else the text."""
    if click.get_current_context().ensure_object(dict).get("json"):
        click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=plain))
    elif text:
        click.echo(printable(text))


def fail(what: str, try_: str, *, code: int = 1) -> int:
    """Say an error on stderr (as JSON on stdout when asked for); returns the exit code."""
    if "--json" in sys.argv:
        click.echo(json.dumps({"error": what, "try": try_}, ensure_ascii=False))
    else:
        click.echo(printable(click.style("Error: ", fg="red") + what + (f"\n  Try: {try_}" if try_ else "")), err=True)
    return code


def plain(value: Any) -> Any:
    """Make what JSON does not know into what it knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if hasattr(value, "to_json"):
        return value.to_json()
    return str(value)


def printable(text: str) -> str:
    """Text from sources with its control characters made visible: a terminal must not obey them."""
    return "".join(c if c in "\n\t\x1b" or c.isprintable() or ord(c) > 0x9F else f"\\x{ord(c):02x}" for c in text)


def harmless(text: str) -> str:
    """A passage for the terminal: escape sequences in it show as text."""
    return text.replace("\x1b", "\\x1b")


def finding_data(finding: "Finding") -> dict[str, Any]:
    """A finding as plain data, its evidence as a count."""
    data = plain(finding)
    return {k: v for k, v in data.items() if k != "evidence"} | {"measure": finding.measure and plain(finding.measure)}


def passage_data(passage: "Passage") -> dict[str, Any]:
    """A passage as plain data, its source by name and hash."""
    return {
        "source": passage.source.name,
        "sha256": passage.source.id,
        "simulated": passage.source.simulated,
        "place": passage.place,
        "number": passage.seq,
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
    }


def passage_text(passage: "Passage", *, width: int = 400) -> str:
    """A passage for the terminal: where it stands, then its words."""
    words = harmless(" ".join(passage.text.split()))
    short = words if len(words) <= width else words[:width].rsplit(" ", 1)[0] + " ..."
    mark = " [protected]" * passage.source.protected + " [simulated]" * passage.source.simulated
    return f"  {harmless(passage.source.name)}, {passage.place}{mark}\n    {short}"


def texts_read(outcome: "TextsRead") -> list[str]:
    """What reading texts came to, a line each."""
    lines = [str(outcome)]
    lines += [f"! {e.what}" + (f"\n      Try: {e.try_}" if e.try_ else "") for _, e in outcome.refused[:20]]
    return lines + [f". {note}" for note in outcome.notes[:20]]


def texts_data(outcome: "TextsRead") -> dict[str, Any]:
    """The same as data."""
    return {
        "extractor": outcome.extractor,
        "documents": outcome.documents,
        "records": outcome.records,
        "refused": [{"name": n, "error": e.what, "try": e.try_} for n, e in outcome.refused],
        "notes": outcome.notes,
    }


@contextmanager
def progress() -> Iterator["Tell"]:
    """A bar with rate and time left on a terminal; a line every few seconds elsewhere; nothing with ``--json``."""
    from cuibono.store.progress import silent

    if click.get_current_context().ensure_object(dict).get("json") or os.environ.get("CUIBONO_QUIET"):
        yield silent
    elif sys.stderr.isatty():
        yield from _bar()
    else:
        yield _lines()


def _bar() -> Iterator["Tell"]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("starting", total=None)

        def tell(what: str, done: int, of: int) -> None:
            shown.update(task, description=escape(what[:60]), completed=done, total=of or None)

        yield tell


def _lines(every: float = 5.0) -> "Tell":
    from time import monotonic

    start = last = monotonic()

    def tell(what: str, done: int, of: int) -> None:
        nonlocal last
        now = monotonic()
        if now - last < every:
            return
        last = now
        rate = done / (now - start)
        left = f", {max(0, of - done) / rate:.0f} s left" if of and rate else ""
        speed = f"{rate:,.0f}/s" if rate >= 1 or not rate else f"{60 * rate:,.1f}/min"
        click.echo(f"{what}: {done:,} of {of:,} ({speed}{left})" if of else f"{what}: {done:,}", err=True)

    return tell
