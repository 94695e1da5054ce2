"""``cuibono export``: findings as a report or as data."""

import click

from cuibono.cli.output import emit, json_option, the_case


@click.command("export", short_help="Write the findings with their passages to a file.")
@click.argument("path", type=click.Path())
@click.option("--format", "form", help="html, md, csv, parquet, ftm or graphml, when the suffix does not say.")
@click.option("--draft", is_flag=True, help="The report that was put together on the desk, not one of everything.")
@json_option
def command(path: str, form: str | None, draft: bool) -> None:
    """Write the findings with their passages to a file; the suffix says which kind.

    Protected sources, and what rests on them alone, are in no export; the finished file is searched for
    them before you get it.

    With --draft it is the report of the page Report of the desk, kept as report.json in the case folder: what was
    chosen, in that order, with the words between; as HTML or Markdown.

    \b
    Examples:
      cuibono export report.html       one page that opens anywhere
      cuibono export report.md
      cuibono export story.html --draft
      cuibono export tables.csv.zip    tables and findings for a spreadsheet
      cuibono export entities.ftm.json FollowTheMoney
      cuibono export ties.graphml      for Gephi and yEd
    """
    case = the_case()
    written = case.export(path, format=form, draft=draft)
    notes = list(written.notes)
    if not draft and written.path.suffix in (".html", ".md") and case.draft().blocks:
        notes.append("the case has a draft of a report, too: --draft exports that")
    emit({"path": str(written.path), "notes": notes}, "\n".join([f"Written: {written.path}", *_dotted(notes)]))


def _dotted(notes: list[str]) -> list[str]:
    return [f"  . {n}" for n in notes]
