"""``cuibono cite``: the passages that a finding rests on."""

import click

from cuibono.cli.output import emit, finding_data, harmless, json_option, passage_data, passage_text, the_case
from cuibono.errors import UnknownName


@click.command("cite", short_help="Show the passages that a finding rests on.")
@click.argument("finding")
@click.option("--first", default=20, show_default=True, help="How many passages to show.")
@click.option("--skip", default=0, help="How many to leave out at the start.")
@json_option
def command(finding: str, first: int, skip: int) -> None:
    """Show the passages that a finding rests on, each with its source and place.

    FINDING may be the id of a claim of the docket: what its outcome rests on is shown then.
    """
    try:
        found = the_case().finding(finding)
    except UnknownName as unknown:
        _claim(finding, unknown, first=first, skip=skip)
        return
    passages = found.evidence.first(first, skip=skip)
    more = found.count - skip - len(passages)
    lines = [harmless(found.says), *(passage_text(p) for p in passages)]
    lines += [f"  ... and {more:,} more: cuibono cite {found.id} --skip {skip + len(passages)}"] if more > 0 else []
    emit(finding_data(found) | {"passages": [passage_data(p) for p in passages]}, "\n".join(lines))


def _claim(name: str, unknown: UnknownName, *, first: int, skip: int) -> None:
    """The passages that the kept outcome of a claim rests on."""
    try:
        line = the_case().claim(name)
    except UnknownName:
        raise unknown from None
    shown = line.rests_on[skip : skip + first]
    more = len(line.rests_on) - skip - len(shown)
    outcome = line.row.outcome or "to be tested: cuibono docket --run"
    lines = [harmless(line.row.claim.says), f"  {outcome}", *(passage_text(p) for p in shown)]
    lines += [f"  ... and {more:,} more: cuibono cite {line.row.id} --skip {skip + len(shown)}"] if more > 0 else []
    told = {"id": line.row.id, "claim": line.row.claim.says, "outcome": line.row.outcome}
    emit(told | {"passages": [passage_data(p) for p in shown]}, "\n".join(lines))
