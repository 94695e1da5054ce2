"""What does a holder of traces come to know, and what does joining add?"""

from collections.abc import Iterator

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.exposure import _holder_wording as wording
from cuibono.lenses.exposure import _traces
from cuibono.lenses.exposure._traces import Seen, Truth
from cuibono.measures.routine_places import Places, calibrated, calibration_error, homes, stated, works
from cuibono.measures.unicity import index, unicity, unique_share
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Inventory, Residents, Traces

#: Shares of fewer accounts than this could point at people.
SMALLEST = 10
_GRIDS = (1, 4)
_KNOWN = (1, 2, 3, 4)
_SAMPLE = 5_000


@lens(answers=["behaviour of an app"])
def holder(
    inventory: Inventory,
    traces: Traces | None = None,
    residents: Residents | None = None,
    *,
    holder: str = "",
    own: bool = False,
    sample: int = _SAMPLE,
    seed: int = 1,
) -> Iterator[Finding | Notice]:
    """What a data holder could infer from what it collects, how many people stand out in it, and whom it mislabels.

    From the inventory: what each item that is collected would let its holder infer. From traces: unicity, the share of
    accounts that a few of their own points single out (de Montjoye et al. 2013), by the number of points and by
    resolution; and what joining adds: the share alone in the cell of their home, and in home and work together. For an
    invented city, where the truth is known: how often home and work are inferred rightly (by distinct nights and
    working days), how far stated confidence and truth lie apart (fitted on half of the residents, measured on the
    other), whom the inference misses (night workers), how the classes of the system go with income, and how treatment
    follows the class. Everything is said of populations; coordinates are used on a grid of 500 m.

    It does not say anything of a person: there is no setting that names an account, no list of those who stand
    out, no search by place, and nothing below ten accounts is told. Traces of one account are taken only as one's own
    (own=true), and then nothing is inferred beyond how many points there are and how alone they stand in a day. What
    a holder could infer is not what it does.

    Settings:
        holder: only this holder; empty for all together
        own: the traces are one person's own export, of whoever asks
        sample: so many accounts are asked about by chance; 0 for all
        seed: fixes the chance by which they are chosen
    """
    if sample < 0:
        raise BadSetting(f"{sample} accounts cannot be asked about.", try_="sample=5000, or 0 for all")
    items = wording.collected(inventory, holder)
    if not items:
        yield wording.nothing(holder)
        return
    yield from wording.inferences(inventory, items)
    if traces is None:
        yield wording.no_traces()
        return
    accounts = _traces.numbers(traces, holder)
    _refuse(accounts, own)
    if accounts < SMALLEST:
        yield wording.one_s_own() if own else wording.too_few(accounts)
        return
    seen = _traces.seen(traces, holder, accounts)
    rng = np.random.default_rng(seed)
    yield _unicity(inventory, seen, holder, sample, rng)
    home = homes(seen.account, seen.cell, seen.time, accounts)
    work = works(seen.account, seen.cell, seen.time, accounts, home.cell)
    yield wording.linkage(
        inventory, holder, unique_share(home.cell), unique_share(_joined(home.cell, work.cell)), accounts
    )
    if residents is not None:
        truth = _traces.truth(residents)
        if truth.home.size == accounts:
            yield from _inferred(inventory, holder, truth, home, work)
        else:
            yield wording.no_truth(truth.home.size, accounts)


def _refuse(accounts: int, own: bool) -> None:
    """One account is somebody; somebody's own export holds one account."""
    if own and accounts > 1:
        raise BadSetting(
            f"These traces are of {accounts:,} accounts: they are not one person's own export.",
            try_="own=false for a population of which nobody is named, or add your own export alone",
        )
    if not own and accounts == 1:
        raise BadSetting(
            "These traces are of one account. cuibono follows nobody.",
            try_="own=true, if they are your own",
        )


def _unicity(inventory: Inventory, seen: Seen, holder: str, sample: int, rng: np.random.Generator) -> Finding:
    """The curve by number of points and resolution."""
    curves = {}
    for times in _GRIDS:
        cells = _traces.coarser(seen.cell, times)
        hours = seen.time // 3600
        points = np.unique(cells * 1_000_003 + hours, return_inverse=True)[1].ravel()
        made = index(seen.account, points)
        curves[times * _traces.GRID] = [unicity(made, k, rng, sample=sample) for k in _KNOWN]
    return wording.unicity(inventory, holder, curves, _KNOWN, seen.accounts, seen.account.size)


def _joined(home: np.ndarray, work: np.ndarray) -> np.ndarray:
    """One number for a pair of cells."""
    return np.unique(np.stack([home, work], axis=1), axis=0, return_inverse=True)[1].ravel()


def _inferred(
    inventory: Inventory, holder: str, truth: Truth, home: Places, work: Places
) -> Iterator[Finding | Notice]:
    """What an invented system gets right, for whom, and what follows from it."""
    half = np.arange(truth.home.size) % 2 == 0
    rows = {}
    for name, places, right, who in (
        ("home", home, home.cell == truth.home, np.ones(truth.home.size, dtype=bool)),
        ("work", work, work.cell == truth.work, truth.work >= 0),
    ):
        able = who & (places.cell >= 0)
        if min((able & half).sum(), (able & ~half).sum()) < SMALLEST:
            yield wording.too_few(int(able.sum()))
            continue
        table = calibrated(places.score[able & half], right[able & half])
        off = calibration_error(stated(table, places.score[able & ~half]), right[able & ~half])
        rows[name] = (
            float(right[who].mean()),
            off,
            {"by day": right[who & ~truth.nights], "by night": right[who & truth.nights]},
        )
    if rows:
        yield wording.inferred(inventory, holder, rows, int(truth.home.size))
    yield from wording.treated(inventory, holder, truth)
