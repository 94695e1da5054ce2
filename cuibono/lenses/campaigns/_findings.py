"""Groups of tied accounts become findings."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from cuibono.lenses.campaigns import _wording
from cuibono.lenses.campaigns._accounts import accounts
from cuibono.lenses.campaigns._edges import Ties
from cuibono.lenses.campaigns._groups import Group
from cuibono.lenses.campaigns._rows import rows
from cuibono.lenses.campaigns._wording import Told
from cuibono.model.counting import plural
from cuibono.model.finding import Finding, Notice
from cuibono.model.table import Table
from cuibono.model.tables import Accounts, SameOwner

_NAMED = 2_000


def findings(
    acts: Table,
    profiles: Accounts | None,
    owners: SameOwner | None,
    *,
    chosen: Sequence[Group],
    sources: Sequence[str],
    told: Told,
    numbered: str,
    sites: Callable[[Group], Sequence[str]] = lambda _: (),
    quote: Callable[[Group], str] = lambda _: "",
) -> Iterator[Finding]:
    """Each group with its evidence in the table of acts; ``numbered`` is the step that numbers the accounts.

    ``sites`` says where shared links lead, ``quote`` what the shared text says.
    """
    members = {n for group in chosen for n in group.accounts}
    who = accounts(acts, profiles, owners, numbered, members)
    for group in chosen:
        pairs = _wording.pairs_of(group, who)
        shared = {t.trace.name: int(np.unique(objects(t, m)).size) for t, m in group.ties}
        events = [(t.trace, t.rows_of(m)) for t, m in group.ties]
        yield Finding(
            says=_wording.says(group, pairs, shared, told, who) + quote(group),
            about=tuple(who[n].id for n in group.accounts),
            measure=_wording.measure(pairs),
            caveats=_wording.caveats(group, told, who, sites(group)),
            evidence=rows(
                acts,
                sources,
                np.concatenate([t.sources[e] for t, e in events]),
                np.concatenate([t.rows[e] for t, e in events]),
            ),
            figure=_wording.figure(pairs, told),
            bears=(_wording.bearing(group, who),) if told.tested else (),
        )


def untied(
    acts: Table, profiles: Accounts | None, *, chosen: Sequence[Group], there: int, told: Told, numbered: str
) -> list[Notice]:
    """Who was tested and is in no group, where they are few enough to be named; of them nothing is identified."""
    every = [int(r["number"]) for r in acts.sql(f"SELECT number FROM {numbered} ORDER BY number LIMIT {_NAMED + 1}")]
    rest = sorted(set(every) - {n for group in chosen for n in group.accounts})
    if not rest or len(every) > _NAMED or there > len(chosen):
        return []
    who = accounts(acts, profiles, None, numbered, rest)
    return [
        Notice(
            f"{plural(len(rest), 'account')} of {len(every)} shared nothing with anybody beyond chance within "
            f"{_wording.span(told.window)}: that they act together is not identified.",
            why="what they shared at the same times is no more than many people share",
            what_would_help="more days, a wider window, or other traces",
            about=tuple(dict.fromkeys(n for number in rest for n in who[number].called)),
        )
    ]


def objects(tie: Ties, mark: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The objects behind some of the ties, once for each close pair."""
    return tie.trace.events.objects[tie.behind.first[mark[tie.behind.which]]]
