"""``cuibono new``: make a case."""

import click

from cuibono.cli.output import emit, json_option


@click.command("new", short_help="Make a case: a folder for sources, evidence and findings.")
@click.argument("folder", type=click.Path(file_okay=False))
@click.option("--title", help="The title that reports will carry (default: the name of the folder).")
@json_option
def command(folder: str, title: str | None) -> None:
    """Make a case: a folder with its sources, its evidence and its findings.

    A folder that already is a case is left as it is.
    """
    from pathlib import Path

    from cuibono.case import open_case

    known = (Path(folder) / "case.toml").is_file()
    case = open_case(folder, title=title)
    said = "is a case already" if known else "is a case now"
    emit(
        {"folder": str(case.layout.root), "title": case.title, "made": not known},
        f"{case.layout.root} {said}. Next: cuibono -C {folder} add FILE...",
    )
