"""``cuibono correct``: a person decides about a record."""

from typing import Any

import click

from cuibono.cli.output import emit, json_option, the_case
from cuibono.model.record import RECORD_KINDS


@click.command("correct", short_help="Correct what was found in a text: change, confirm, dismiss, merge, split, add.")
@click.argument("record", required=False)
@click.option("--set", "fields", multiple=True, metavar="FIELD=VALUE", help="Change a field; names go by id or words.")
@click.option("--confirm", is_flag=True, help="It is so: lenses rely on it from now on.")
@click.option("--dismiss", is_flag=True, help="It is not so; a dismissed name takes its ties along.")
@click.option("--merge", metavar="NAME", help="This other name of the text is the same one's.")
@click.option("--split", multiple=True, metavar="MENTION", help="This mention is somebody else's.")
@click.option("--add", "kind", type=click.Choice(RECORD_KINDS), help="Write down what was missed (--in, --quote).")
@click.option("--in", "source", metavar="SOURCE", help="The source in which it stands.")
@click.option("--quote", metavar="WORDS", help="The words exactly as they stand in the source.")
@click.option("--by", help="Who decides (always needed).")
@click.option("--note", default="", help="Why.")
@click.option("--undo", "taken", is_flag=True, help="Take back the newest judgement, or the one of --number.")
@click.option("--number", type=int, help="Which one to take back (see: cuibono records --corrections).")
@json_option
def command(record: str | None, fields: tuple[str, ...], by: str | None, note: str, **asked: Any) -> None:
    """Decide about one RECORD, by its id in cuibono records.

    Nothing is overwritten: a decision has a name and a time and can be taken back. When a text is read anew, it is
    put to the new records; where it finds none, it waits in: cuibono records --needs-person.

    \b
    Examples:
      cuibono records article.html
      cuibono correct 3f2a91 --set role="deputy director" --by "A. Editor"
      cuibono correct 77c01b --merge "Vex" --by "A. Editor"
      cuibono correct 77c01b --split 0aa2c9 --split d410f7 --set name="Pia Vex" --by "A. Editor"
      cuibono correct --add tie --in article.html --quote "his sister Pia" --set type=family \\
          --set subject="Oren Vex" --set object="Pia Vex" --set role=sister --by "A. Editor"
    """
    case = the_case()
    if asked["taken"] or asked["number"] is not None:
        back = case.undo(asked["number"])
        emit(back, f"Taken back: number {back.seq}, by {back.by}" if back else "There is nothing to take back.")
        return
    values = _values(fields)
    if asked["kind"]:
        if not (asked["source"] and asked["quote"]):
            raise click.UsageError("--add needs --in SOURCE and --quote WORDS.")
        made = case.add_record(asked["source"], asked["kind"], asked["quote"], by=by or "", note=note, **values)
    elif record is None:
        raise click.UsageError("Say which record: its id stands in cuibono records SOURCE.")
    else:
        made = case.correct(
            record,
            by=by or "",
            set=values,
            confirm=asked["confirm"],
            dismiss=asked["dismiss"],
            merge=asked["merge"],
            split=asked["split"],
            note=note,
        )
    emit(made, f"{made.target} is {made.verdict} by {made.by}. Take it back with: cuibono correct --undo")


def _values(fields: tuple[str, ...]) -> dict[str, str]:
    parted = [f.partition("=") for f in fields]
    wrong = [name for name, sign, _ in parted if not sign]
    if wrong:
        raise click.UsageError(f"--set takes FIELD=VALUE, not '{wrong[0]}'.")
    return {name.strip(): value for name, _, value in parted}
