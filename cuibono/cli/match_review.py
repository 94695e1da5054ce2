"""The review of proposed pairs at the terminal: what is shown, which key does what."""

from typing import TYPE_CHECKING

import click

from cuibono.cli.match import pair as pair_text
from cuibono.cli.output import harmless, printable
from cuibono.model.counting import plural

if TYPE_CHECKING:
    from cuibono.case import Case
    from cuibono.case.reviewing import Review
    from cuibono.model.proposal import Proposals, Side
    from cuibono.model.words import Verdict

_VERDICTS: "dict[str, Verdict]" = {"s": "same", "d": "different", "u": "unsure"}
_KEYS = "[s]ame  [d]ifferent  [u]nsure  [n]ext  [b]ack  [f]acts  [q]uit"
_STOP = ("\x03", "\x04", "\x1b")


def review(case: "Case", found: "Proposals", *, by: str) -> None:
    """Ask for one pair after the other until there is none, or the person leaves."""
    from cuibono.case.reviewing import Review

    walk = Review(case.layout, found, by=by)
    if walk.pair is None:
        click.echo("Nothing is proposed: no two entities share enough, or all pairs are decided.")
        return
    _show(walk)
    while walk.pair and (key := _key()) != "q":
        if key == "f":
            _facts(case, walk)
        elif _done(walk, key):
            _show(walk)
    left = len(walk.proposals) - walk.at + 1
    rest = f"; {plural(left, 'pair')} left for another time" if left > 0 else ""
    click.echo(f"\n{plural(walk.decided, 'pair')} decided by {by}{rest}.")


def _done(walk: "Review", key: str) -> bool:
    """Do what a key says; False for a key that says nothing."""
    if key in _VERDICTS:
        made = walk.decide(_VERDICTS[key])
        click.echo(f"   {made.verdict}.")
    elif key == "n":
        walk.leave()
    elif key == "b":
        back = walk.back()
        click.echo(f"   Taken back: {back.verdict}." if back else "   Back; nothing was decided there.")
    else:
        return False
    return True


def _key() -> str:
    """The next key in lower case; the end of input and an interrupt mean to leave."""
    try:
        key = click.getchar().lower()
    except (EOFError, KeyboardInterrupt):
        return "q"
    return "q" if not key or key in _STOP else key


def _show(walk: "Review") -> None:
    if walk.pair:
        text = f"\n{walk.at} of {len(walk.proposals)}. {pair_text(walk.pair)}\n   {_KEYS}"
        click.echo(printable(text))


def _facts(case: "Case", walk: "Review") -> None:
    """What the case says of both sides."""
    assert walk.pair
    for side in (walk.pair.left, walk.pair.right):
        click.echo(printable(f"   {harmless(side.name)}"))
        for line in _told(case, side):
            click.echo(printable(f"     {harmless(line)}"))
    click.echo(f"   {_KEYS}")


def _told(case: "Case", side: "Side") -> list[str]:
    from cuibono.case.matching import facts

    rows = [f"{plural(side.rows, 'row')} in {', '.join(side.tables)}"] if side.tables else []
    return [*facts(case.layout, side.id), *rows]
