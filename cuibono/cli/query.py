"""``cuibono query``: one read-only SELECT over the case."""

import click

from cuibono.cli.output import emit, harmless, json_option, the_case


@click.command("query", short_help="One read-only SELECT over the tables of the case.")
@click.argument("sql")
@click.option("--limit", default=1000, show_default=True, help="The most rows to show.")
@click.option("--seconds", default=30.0, show_default=True, help="The longest it may take.")
@json_option
def command(sql: str, limit: int, seconds: float) -> None:
    """Run exactly one SELECT over the tables of the case; it can change nothing and read no other file.

    Beside the lens tables there are: source, passage, statement, evidence, entity, rows, assertions, judgement.

    \b
    Example:
      cuibono query "select supplier_name, share_low from supply_shares order by share_low desc limit 5"
    """
    result = the_case().query(sql, limit=limit, seconds=seconds)
    emit(
        {"columns": result.columns, "rows": [list(r) for r in result.rows], "more": result.more}, harmless(str(result))
    )
