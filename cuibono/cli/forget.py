"""``cuibono forget``: remove a source and everything that came from it."""

import click

from cuibono.cli.output import emit, harmless, json_option, the_case
from cuibono.model.counting import plural


@click.command("forget", short_help="Remove a source and everything that came from it.")
@click.argument("source")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Only say what would go and what would fall.")
@json_option
def command(source: str, yes: bool, dry_run: bool) -> None:
    """Remove a source and everything that came from it: its bytes, passages, rows, statements.

    Says which findings fall. This cannot be undone: the case keeps no copy.
    """
    case = the_case()
    name = case.source(source)
    planned = case.would_forget(name.id)
    lines = [
        f"{harmless(name.name)}: {plural(len(planned.sources), 'source')}, "
        f"{plural(planned.passages, 'passage')}, "
        f"{plural(sum(planned.rows.values()), 'row')}, {plural(planned.statements, 'statement')}"
    ]
    lines += [f"  falls: {f.id}  {harmless(f.says)}" for f in planned.fell]
    if not (dry_run or yes):
        click.echo("\n".join(lines), err=True)
        if not click.confirm("Forget it for good?", err=True):
            click.echo("Nothing was changed.", err=True)
            click.get_current_context().exit(1)
    if not dry_run:
        case.forget(name.id)
    emit(
        {
            "forgotten": not dry_run,
            "sources": len(planned.sources),
            "passages": planned.passages,
            "rows": planned.rows,
            "statements": planned.statements,
            "fell": [f.id for f in planned.fell],
        },
        "\n".join([*lines, "Nothing was changed." if dry_run else "Forgotten."]),
    )
