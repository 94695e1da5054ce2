"""``cuibono add``: read files into the case."""

import click

from cuibono.cli.output import emit, harmless, json_option, progress, texts_data, texts_read, the_case
from cuibono.model.counting import plural


@click.command("add")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--as", "as_table", metavar="TABLE", help="The lens table that the rows become (see: cuibono lenses --tables)."
)
@click.option(
    "--mapping", type=click.Path(exists=True, dir_okay=False), help="A YAML file that says which column is which."
)
@click.option("--protect", is_flag=True, help="Never export these sources or anything that rests on them alone.")
@click.option("--origin", help="Where you have it from, in your words.")
@click.option("--outlet", help="Who published it.")
@click.option("--author", help="Who wrote it.")
@click.option("--published", metavar="DATE", help="When it was published, e.g. 2021, 2021-03, 2021-03-01.")
@click.option("--language", metavar="CODE", help="Its language, e.g. en, zh.")
@click.option("--simulated", is_flag=True, help="What they tell is invented: every page and export will say so.")
@click.option("--no-read", is_flag=True, help="Only take the files in; read texts for names and claims later.")
@json_option
def command(files: tuple[str, ...], no_read: bool, **told: object) -> None:
    """Read files and folders into the case, byte for byte.

    Texts are then read for names, who says what, ties, dates and amounts (see: cuibono read).

    Each file is in or out, never half; what cannot be read is listed with the reason. Adding the same bytes twice
    changes nothing. Long runs can be stopped: the same command goes on from there.

    \b
    Examples:
      cuibono add ~/filings 'articles/*.html'
      cuibono add shares.csv --as supply_shares
      cuibono add register.csv --mapping register.yaml
      cuibono add interview.docx --protect
    """
    case = the_case()
    with progress() as tell:
        added = case.add(list(files), tell=tell, read=not no_read, **told)  # type: ignore[arg-type]
    lines = [
        str(added)
        + (f": {plural(added.passages, 'passage')}, {plural(added.rows, 'row')}" if added.sources or added.rows else "")
    ]
    lines += [f"  + {harmless(s.name)}  ({s.reader}, {s.short})" for s in added.sources[:20]]
    lines += [f"  + and {len(added.sources) - 20:,} more"] if len(added.sources) > 20 else []
    lines += [f"  = {harmless(s.name)} is here already ({s.short}); nothing changed" for s in added.known[:20]]
    lines += [f"  ! {harmless(e.what)}" + (f"\n      Try: {e.try_}" if e.try_ else "") for _, e in added.refused[:20]]
    lines += [f"  ! and {len(added.refused) - 20:,} more"] if len(added.refused) > 20 else []
    lines += [f"  . {harmless(n)}" for n in added.notes[:40]]
    if added.texts is not None and (added.texts.documents or added.texts.refused):
        lines += [f"  {harmless(line)}" for line in texts_read(added.texts)]
    emit(
        {
            "added": [s.name for s in added.sources],
            "known": [s.name for s in added.known],
            "refused": [{"name": n, "error": e.what, "try": e.try_} for n, e in added.refused],
            "notes": added.notes,
            "passages": added.passages,
            "rows": added.rows,
            "read": added.texts and texts_data(added.texts),
        },
        "\n".join(lines),
    )
    if added.refused:
        click.get_current_context().exit(1)
