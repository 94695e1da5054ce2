"""``cuibono demo``: cases of citable facts and invented ones, to try everything on."""

from typing import TYPE_CHECKING

import click

from cuibono.cli.output import emit, harmless, json_option, progress

if TYPE_CHECKING:
    from pathlib import Path


@click.command("demo", short_help="Build the demo cases and a report of each, and open the first in the browser.")
@click.argument("folder", type=click.Path(file_okay=False), default="demo-case")
@click.option("--only", "names", multiple=True, metavar="NAME", help="Build only this case; may be given again.")
@click.option("--no-serve", is_flag=True, help="Only build; for scripts. --json does the same.")
@json_option
def command(folder: str, names: tuple[str, ...], no_serve: bool) -> None:
    """Build the demo cases and a report of each, and serve the desk of the first until Ctrl-C.

    Two are of citable facts: solar (a supply chain) and alliance (a circle of carmakers). Five are invented, and every
    page of them says so: campaign, city, feed, owners and paper. The texts are cuibono's own. Building again changes
    nothing.
    """
    from pathlib import Path

    from cuibono.demo.build import build
    from cuibono.demo.recipe import NAMES
    from cuibono.errors import UnknownName

    for name in set(names) - set(NAMES):
        raise UnknownName.among("demo case", name, list(NAMES))
    with progress() as tell:
        made = build(Path(folder).expanduser(), names=[n for n in NAMES if n in (names or NAMES)], tell=tell)
    lines = []
    for b in made:
        lines += [
            harmless(b.title),
            f"  sources     {b.added:,} added" + (f", {b.known:,} already here" if b.known else ""),
            f"  findings    {b.findings:,} by {', '.join(b.lenses)}",
        ]
        lines += [f"  confirmed   {harmless(says)}" for says in b.confirmed]
        lines += [f"  {'report' if b.changed else 'unchanged':<10}  {b.report}", f"  took        {b.seconds:.1f} s"]
    lines += [f"The report is {made[0].report}.", f"Ask for yourself: cuibono -C {made[0].folder} findings"]
    emit([_data(b) for b in made], "\n".join(lines))
    if not (no_serve or click.get_current_context().ensure_object(dict).get("json")):
        _serve(made[0].folder)


def _serve(folder: "Path") -> None:
    """The desk of a case; on another port when the usual one is taken."""
    from cuibono.case import open_case
    from cuibono.web.serving import PORT, free, serve

    serve(open_case(folder, make=False), port=PORT if free(PORT) else 0, browser=True, tell=click.echo)


def _data(built: object) -> dict[str, object]:
    from cuibono.cli.output import plain

    return {key: str(value) if key in ("folder", "report") else value for key, value in dict(plain(built)).items()}
