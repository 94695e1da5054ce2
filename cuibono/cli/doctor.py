"""``cuibono doctor``: is everything here that cuibono works with?"""

from typing import TYPE_CHECKING

import click

from cuibono.cli.output import emit, harmless, json_option

if TYPE_CHECKING:
    from cuibono.cli.health import Check

_MARKS = {"ok": "ok", "note": "note", "wrong": "WRONG"}


@click.command("doctor")
@json_option
def command() -> None:
    """Say what is here, what is missing, and what to do about it.

    Looks at Python, DuckDB, search, the language model, readers, lenses, OCR, reading, disk, memory, and at the case
    in this folder if there is one. Exits with 1 when something that cuibono cannot do without is wrong.
    """
    from pathlib import Path

    from cuibono.cli import health
    from cuibono.store.layout import Layout, find_case

    told = click.get_current_context().ensure_object(dict).get("folder")
    folder = Path(told).expanduser().absolute() if told else find_case(Path.cwd())
    checks = health.examine(Layout(folder) if folder else None, Path.cwd())
    fine = health.healthy(checks)
    lines = [_line(c) for c in checks]
    lines.append("All is well." if fine else "Something is wrong: see above.")
    emit({"ok": fine, "checks": [_data(c) for c in checks]}, "\n".join(lines))
    if not fine:
        click.get_current_context().exit(1)


def _line(check: "Check") -> str:
    advice = f"\n{'':23}Try: {harmless(check.try_)}" if check.try_ else ""
    return f"{_MARKS[check.state]:<6}{check.name:<17}{harmless(check.says)}{advice}"


def _data(check: "Check") -> dict[str, str]:
    return {"name": check.name, "state": check.state, "says": check.says, "try": check.try_}
