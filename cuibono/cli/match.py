"""``cuibono match``: who may be the same as whom, one after the other, and what a person decides about it."""

from typing import TYPE_CHECKING, Any

import click

from cuibono.cli.output import emit, harmless, json_option, plain, progress, the_case

if TYPE_CHECKING:
    from cuibono.case import Case
    from cuibono.model.judgement import Judgement
    from cuibono.model.proposal import Proposal, Proposals, Side
    from cuibono.model.words import Verdict


@click.command("match", short_help="Propose entities that may be the same; review them, judge, undo.")
@click.option("--review", is_flag=True, help="One pair at a time, decided by a key; leave it and come back any time.")
@click.option("--entity", metavar="NAME", help="Only the pairs of this one: a name, or an id.")
@click.option("--same", nargs=2, metavar="A B", help="These two are the same.")
@click.option("--different", nargs=2, metavar="A B", help="These two are different.")
@click.option("--unsure", nargs=2, metavar="A B", help="Nobody can tell; do not offer them again.")
@click.option("--undo", is_flag=True, help="Take back the newest judgement about two entities.")
@click.option("--by", help="Who decides (needed to judge).")
@click.option("--note", default="", help="Why.")
@click.option("--limit", default=20, show_default=True, help="How many proposals to show.")
@click.option("--least", type=float, help="The lowest score to show, in bits (default: -3; 0 is even odds).")
@json_option
def command(review: bool, entity: str | None, undo: bool, by: str | None, note: str, **asked: Any) -> None:
    """List pairs of entities that may be the same, or decide about one.

    Each pair has a score, the sum of what speaks for it and against it in bits (3 is eight to one), and every
    part of the sum is shown. Nothing is merged unless a person says so; every decision can be taken back.
    Parties that stand only in rows of tables are offered too. Whoever is anonymous in a source never is.

    \b
    Examples:
      cuibono match                                     what is proposed, best first
      cuibono match --review --by Ada                   one pair at a time: s same, d different, u unsure
      cuibono match --entity "Wei Jinlong"              who may be the same as this one
      cuibono match --same 4f0c2a91 9be1d033 --by Ada   two ids, or names that only one entity has
      cuibono match --undo
    """
    case = the_case()
    verdicts: tuple[Verdict, ...] = ("same", "different", "unsure")
    given = [(verdict, asked[verdict]) for verdict in verdicts if asked[verdict]]
    if len(given) + undo + review > 1:
        raise click.UsageError("Do one thing at a time: --review, --same, --different, --unsure or --undo.")
    if undo:
        _undo(case)
    elif given:
        verdict, (left, right) = given[0]
        made = case.judge_pair(left, right, verdict, by=by or "", note=note)
        emit(made, judged(made))
    elif review:
        _review(case, by, entity, asked["least"])
    else:
        with progress() as tell:
            found = case.match(limit=asked["limit"], least=asked["least"], entity=entity, tell=tell)
        emit(_data(found), _text(found))


def _undo(case: "Case") -> None:
    from cuibono.case.matching import undo_pair

    back = undo_pair(case.layout)
    emit(back, f"Taken back: {_words(back)}, by {back.by}" if back else "There is nothing to take back.")


def _review(case: "Case", by: str | None, entity: str | None, least: float | None) -> None:
    from cuibono.cli.match_review import review

    if click.get_current_context().ensure_object(dict).get("json"):
        raise click.UsageError("--review asks a person at a terminal; with --json list the pairs, and judge by ids.")
    if not (by or "").strip():
        raise click.UsageError('Say who decides: --review --by "YOUR NAME".')
    with progress() as tell:
        found = case.match(limit=None, least=least, entity=entity, tell=tell)
    review(case, found, by=str(by))


def judged(made: "Judgement") -> str:
    """A judgement about two entities as a sentence, and how to take it back."""
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
    parts = [f"{number}. {pair(p)}" for number, p in enumerate(found, start=1)]
    if not parts:
        parts.append("Nothing is proposed: no two entities share enough.")
    if found.more:
        parts.append(f"{found.more:,} more; ask for them with --limit, or go through them with --review.")
    return "\n".join([*parts, *(f"Note: {harmless(n)}." for n in found.notes)])


def pair(proposal: "Proposal") -> str:
    """A pair for the terminal: both sides, the score, and each part of it."""
    head = f"{_side(proposal.left)} and {_side(proposal.right)}"
    parts = sorted(proposal.reasons, key=lambda r: -abs(r.weight))
    lines = [f"     {r.weight:+5.1f}  {r.feature}: {harmless(r.says)}" for r in parts]
    return "\n".join([head, f"   score {proposal.score:+.1f} bits", *lines])


def _side(side: "Side") -> str:
    return f"{harmless(side.name)} ({side.kind} {harmless(side.id)})"
