"""``cuibono judge``: a person decides about two entities, or about a finding."""

from typing import TYPE_CHECKING

import click

from cuibono.cli.output import emit, harmless, json_option, plain, the_case
from cuibono.model.counting import plural

if TYPE_CHECKING:
    from cuibono.case import Case
    from cuibono.model.judgement import Judgement
    from cuibono.model.words import Verdict

_PAIR: "dict[str, Verdict]" = {"same": "same", "different": "different", "unsure": "unsure"}
_FINDING: "dict[str, Verdict]" = {
    "confirm": "confirmed", "confirmed": "confirmed", "dismiss": "dismissed", "dismissed": "dismissed",
    "unsure": "unsure",
}  # fmt: skip


@click.command("judge", short_help="Decide: two entities are the same or not, a finding stands or not; list, undo.")
@click.argument("what", nargs=-1, metavar="[LEFT RIGHT | FINDING] [VERDICT]")
@click.option("--by", help="Who decides (always needed).")
@click.option("--note", default="", help="Why; it is kept with the decision.")
@click.option("--undo", is_flag=True, help="Take back the newest decision, or the one of --number.")
@click.option("--number", type=int, help="Which decision to take back.")
@json_option
def command(what: tuple[str, ...], by: str | None, note: str, undo: bool, number: int | None) -> None:
    """Decide about two entities (same, different, unsure) or about a finding (confirm, dismiss, unsure).

    A decision has a name and a time, changes nothing that a source says, and can be taken back. "Same" makes two
    entities one in every table, lens and export, until it is taken back; "unsure" only keeps the pair from being
    offered again. Who is anonymous in a source is never made the same as anybody. Without a word, all decisions are
    listed. Entities are named by their id in cuibono match, or by a name that only one has.

    \b
    Examples:
      cuibono judge                                                  who decided what, and when
      cuibono judge 4f0c2a91 9be1d033 same --by Ada --note "one passport number"
      cuibono judge "Wei Jinlong" "Wei Chin-lung" different --by Ada
      cuibono judge 77c01b confirm --by Ada                          a finding, by its id in cuibono findings
      cuibono judge --undo                                           the newest decision
      cuibono judge --undo --number 3                                the third
    """
    case = the_case()
    if undo or number is not None:
        back = case.undo(number)
        emit(back, f"Taken back: {_line(back)}" if back else "There is nothing to take back.")
    elif not what:
        _list(case)
    elif len(what) == 3:
        left, right, word = what
        made = case.judge_pair(left, right, _verdict(word, _PAIR), by=by or "", note=note)
        emit(made, f"{_line(made)}. Take it back with: cuibono judge --undo --number {made.seq}")
    elif len(what) == 2:
        finding, word = what
        made = case.judge(finding, _verdict(word, _FINDING), by=by or "", note=note)
        emit(made, f"{_line(made)}. Take it back with: cuibono judge --undo --number {made.seq}")
    else:
        raise click.UsageError("Say LEFT RIGHT and same, different or unsure; or FINDING and confirm or dismiss.")


def _verdict(word: str, known: "dict[str, Verdict]") -> "Verdict":
    """The verdict that a word means; the last of the words must be one."""
    if word.lower() not in known:
        listed = ", ".join(dict.fromkeys(known))
        raise click.UsageError(f"'{word}' is no verdict here; the last word must be one of: {listed}.")
    return known[word.lower()]


def _list(case: "Case") -> None:
    every = case.judgements()
    lines = [_line(j) + (f" (taken back {plain(j.undone)})" if j.undone else "") for j in every]
    head = f"{plural(sum(j.undone is None for j in every), 'decision')} in force"
    emit(every, "\n".join([head, *lines]) if lines else "Nobody has decided anything yet.")


def _line(made: "Judgement") -> str:
    about = f"{harmless(made.target)} and {harmless(made.other)}" if made.other else harmless(made.target)
    note = f': "{harmless(made.note)}"' if made.note else ""
    return f"{made.seq}. {about}: {made.verdict}, by {harmless(made.by)}, {plain(made.at)} UTC{note}"
