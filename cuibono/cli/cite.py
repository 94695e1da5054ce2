"""``cuibono cite``: the passages that a finding rests on."""

import click

from cuibono.cli.output import emit, finding_data, harmless, json_option, passage_data, passage_text, the_case


@click.command("cite", short_help="Show the passages that a finding rests on.")
@click.argument("finding")
@click.option("--first", default=20, show_default=True, help="How many passages to show.")
@click.option("--skip", default=0, help="How many to leave out at the start.")
@json_option
def command(finding: str, first: int, skip: int) -> None:
    """Show the passages that a finding rests on, each with its source and place."""
    found = the_case().finding(finding)
    passages = found.evidence.first(first, skip=skip)
    more = found.count - skip - len(passages)
    lines = [harmless(found.says), *(passage_text(p) for p in passages)]
    lines += [f"  ... and {more:,} more: cuibono cite {found.id} --skip {skip + len(passages)}"] if more > 0 else []
    emit(finding_data(found) | {"passages": [passage_data(p) for p in passages]}, "\n".join(lines))
