"""``cuibono demo``: cases of citable facts and invented ones, to try everything on."""

import click

from cuibono.cli.output import emit, harmless, json_option, progress


@click.command("demo", short_help="Build the demo cases and a report of each.")
@click.argument("folder", type=click.Path(file_okay=False), default="demo-case")
@click.option("--only", "names", multiple=True, metavar="NAME", help="Build only this case; may be given again.")
@click.option("--no-serve", is_flag=True, help="Only build; open nothing.")
@json_option
def command(folder: str, names: tuple[str, ...], no_serve: bool) -> None:
    """Build the demo cases and a report of each.

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
    lines += _next(made[0].report, str(made[0].folder), no_serve)
    emit([_data(b) for b in made], "\n".join(lines))


def _next(report: object, case: str, no_serve: bool) -> list[str]:
    desk = [] if no_serve else ["The desk in the browser is not part of this version yet; the report is a file."]
    return [*desk, f"Open {report} in a browser.", f"Then ask for yourself: cuibono -C {case} findings"]


def _data(built: object) -> dict[str, object]:
    from cuibono.cli.output import plain

    return {key: str(value) if key in ("folder", "report") else value for key, value in dict(plain(built)).items()}
