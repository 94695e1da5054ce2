"""``cuibono match``: who may be the same as whom, and what a person decides about it."""

from typing import TYPE_CHECKING, Any

import click

from cuibono.cli.output import emit, harmless, json_option, plain, progress, the_case

if TYPE_CHECKING:
    from cuibono.case import Case
    from cuibono.model.judgement import Judgement
    from cuibono.model.proposal import Proposal, Proposals
    from cuibono.model.words import Verdict


@click.command("match", short_help="Propose entities that may be the same; judge, undo.")
@click.option("--same", nargs=2, metavar="A B", help="These two are the same.")
@click.option("--different", nargs=2, metavar="A B", help="These two are different.")
@click.option("--unsure", nargs=2, metavar="A B", help="Nobody can tell; do not offer them again.")
@click.option("--undo", is_flag=True, help="Take back the newest judgement about two entities.")
@click.option("--by", help="Who decides (needed to judge).")
@click.option("--note", default="", help="Why.")
@click.option("--limit", default=20, show_default=True, help="How many proposals to show.")
@click.option("--least", type=float, help="The lowest score to show, in bits (default: -3; 0 is even odds).")
@json_option
def command(
    same: tuple[str, str] | None,
    different: tuple[str, str] | None,
    unsure: tuple[str, str] | None,
    undo: bool,
    by: str | None,
    note: str,
    limit: int,
    least: float | None,
) -> None:
    """List pairs of entities that may be the same, or decide about one.

    Each pair has a score, the sum of what speaks for it and against it in bits (3 is eight to one), and every
    part of the sum is shown. Nothing is merged unless a person says so; every decision can be taken back.

    \b
    Examples:
      cuibono match                                     what is proposed, best first
      cuibono match --same 4f0c2a91 9be1d033 --by Ada   two ids, or names that only one entity has
      cuibono match --undo
    """
    case = the_case()
    told: list[tuple[Verdict, tuple[str, str] | None]] = [
        ("same", same), ("different", different), ("unsure", unsure),
    ]  # fmt: skip
    given = [(verdict, pair) for verdict, pair in told if pair]
    if len(given) + undo > 1:
        raise click.UsageError("Decide one thing at a time: --same, --different, --unsure or --undo.")
    if undo:
        _undo(case)
    elif given:
        verdict, (left, right) = given[0]
        made = case.judge_pair(left, right, verdict, by=by or "", note=note)
        emit(made, _judged(made))
    else:
        with progress() as tell:
            found = case.match(limit=limit, least=least, tell=tell)
        emit(_data(found), _text(found))


def _undo(case: "Case") -> None:
    from cuibono.case.matching import undo_pair

    back = undo_pair(case.layout)
    emit(back, f"Taken back: {_words(back)}, by {back.by}" if back else "There is nothing to take back.")


def _judged(made: "Judgement") -> str:
    return f"{_words(made)}, by {made.by}. Take it back with: cuibono match --undo"


def _words(made: "Judgement") -> str:
    says = {"same": "are the same", "different": "are different"}.get(made.verdict, "may be the same or not")
    return f"{made.target} and {made.other} {says}"


def _data(found: "Proposals") -> dict[str, Any]:
    """The proposals as plain data, each with its score and all that it is made of."""
    pairs = [
        {
            "left": plain(p.left),
            "right": plain(p.right),
            "score": round(p.score, 3),
            "reasons": [plain(r) | {"weight": round(r.weight, 3)} for r in p.reasons],
        }
        for p in found
    ]
    return {"proposals": pairs, "more": found.more, "notes": list(found.notes)}


def _text(found: "Proposals") -> str:
    parts = [_pair(number, p) for number, p in enumerate(found, start=1)]
    if not parts:
        parts.append("Nothing is proposed: no two entities share enough.")
    if found.more:
        parts.append(f"{found.more:,} more; ask for them with --limit.")
    return "\n".join([*parts, *(f"Note: {harmless(n)}." for n in found.notes)])


def _pair(number: int, proposal: "Proposal") -> str:
    one, other = proposal.left, proposal.right
    head = (
        f"{number}. {harmless(one.name)} ({one.schema} {one.id}) and {harmless(other.name)} ({other.schema} {other.id})"
    )
    parts = sorted(proposal.reasons, key=lambda r: -abs(r.weight))
    lines = [f"     {r.weight:+5.1f}  {r.feature}: {harmless(r.says)}" for r in parts]
    return "\n".join([head, f"   score {proposal.score:+.1f} bits", *lines])
