"""``cuibono export``: findings as a report or as data."""

import click

from cuibono.cli.output import emit, json_option, the_case


@click.command("export", short_help="Write the findings with their passages to a file.")
@click.argument("path", type=click.Path())
@click.option("--format", "form", help="html, md, csv, parquet, ftm or graphml, when the suffix does not say.")
@json_option
def command(path: str, form: str | None) -> None:
    """Write the findings with their passages to a file; the suffix says which kind.

    Protected sources, and what rests on them alone, are in no export; the finished file is searched for
    them before you get it.

    \b
    Examples:
      cuibono export report.html       one page that opens anywhere
      cuibono export report.md
      cuibono export tables.csv.zip    tables and findings for a spreadsheet
      cuibono export entities.ftm.json FollowTheMoney
      cuibono export ties.graphml      for Gephi and yEd
    """
    written = the_case().export(path, format=form)
    emit(
        {"path": str(written.path), "notes": list(written.notes)},
        "\n".join([f"Written: {written.path}", *(f"  . {n}" for n in written.notes)]),
    )
