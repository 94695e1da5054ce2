"""What happened when: dated events and ties of a case, each with the days between which it began and ended.

Read once after every change: ties from the network, events that stand in tables, and events that were read in texts.
A date of limited precision stays one: a year is all its days, and what has no end is open.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from cuibono.case import networks
from cuibono.case.networks import Ties
from cuibono.lenses.tie_words import share
from cuibono.measures.as_of import ALWAYS, ENDLESS
from cuibono.measures.stakes import Flags, Floats, Ints
from cuibono.model import dates
from cuibono.store.layout import Layout
from cuibono.store.session import Session, open_session
from cuibono.store.views import Scope

#: So many events are read of tables and of texts; what is more is said to be left out.
MOST = 200_000
_KEPT = 2


@dataclass(frozen=True)
class Moments:
    """Everything dated: ``first`` to ``begun`` are the days on which it may have begun, ``ended`` to ``last`` those on
    which it may have ended; an event begins and ends within the same days. ``tie`` is the number of a tie, or -1.

    ``ends`` are the parties of each, as pairs of an item and a party; ``names`` those of all parties.
    """

    first: Floats
    begun: Floats
    ended: Floats
    last: Floats
    tie: Ints
    said: tuple[dict[str, Any], ...]
    item: Ints
    party: Ints
    names: tuple[str, ...]
    ids: tuple[str, ...]
    ties: Ties
    left_out: int

    def __len__(self) -> int:
        return len(self.first)

    def told(self, numbers: Sequence[int]) -> list[dict[str, Any]]:
        """What some are: words, who is in it, when in EDTF, how it stands, on whose word and where."""
        return [self._told(int(n)) for n in numbers]

    def _told(self, n: int) -> dict[str, Any]:
        if (tie := int(self.tie[n])) < 0:
            return self.said[-tie - 1] | {"number": n}
        row = self.ties.rows([tie])[0]
        kind, role = str(row["type"]).replace("_", " "), str(row["role"] or "")
        what = f"{kind} ({role})" if role and role.lower() != kind else kind
        if row["type"] == "ownership":
            what = f"holds {share(row['share_low'], row['share_high'])}{f' of {role}' if role else ''}"
        return row | {
            "number": n,
            "what": what,
            "when": "/".join(str(row[c] or "..") for c in ("since", "until")),
            "parties": ((row["one"], row["one_name"]), (row["other"], row["other_name"])),
            "is_tie": True,
        }


_lock = threading.Lock()
_kept: "OrderedDict[str, tuple[tuple[Any, ...], Moments]]" = OrderedDict()


def moments(layout: Layout) -> Moments:
    """Everything dated in the case as it is now, what is merely proposed among it."""
    every = networks.ties(layout)
    with open_session(layout, Scope(proposals=True)) as session:
        mark = networks.mark(session)
        with _lock:
            kept = _kept.get(str(layout.root))
            if kept and kept[0] == mark:
                return kept[1]
            made = _read(session, every)
            _kept[str(layout.root)] = (mark, made)
            while len(_kept) > _KEPT:
                _kept.popitem(last=False)
            return made


def fresh(layout: Layout) -> bool:
    """Whether what is at hand is the case as it is now: else asking for it may take long."""
    kept = _kept.get(str(layout.root))
    if not kept:
        return False
    with open_session(layout, Scope(proposals=True)) as session:
        return kept[0] == networks.mark(session)


def within(every: Moments, since: float, until: float, *, standings: Sequence[str], entity: int | None = None) -> Flags:
    """Which may have been going on at some time between two days, stand so, and have this party."""
    kept = (every.first <= until) & (every.last >= since)
    kept &= np.isin(_standing(every), [networks.STANDINGS.index(s) for s in standings])
    if entity is not None:
        mine = np.zeros(len(every), bool)
        mine[every.item[every.party == entity]] = True
        kept &= mine
    return np.asarray(kept)


def busiest(every: Moments, kept: Flags, most: int, first: int | None = None) -> list[int]:
    """The parties of which most is told, ``first`` before all others."""
    counts = np.bincount(every.party[kept[every.item]], minlength=len(every.names))
    if first is not None:
        counts[first] = len(every) + 1
    order = np.argsort(-counts, kind="stable")[:most]
    return [int(n) for n in order if counts[n]]


def extent(every: Moments) -> tuple[date, date] | None:
    """The first and the last day of which anything is told."""
    known = np.concatenate([c[np.isfinite(c)] for c in (every.first, every.begun, every.ended, every.last)])
    return (date.fromordinal(int(known.min())), date.fromordinal(int(known.max()))) if len(known) else None


def _standing(every: Moments) -> Ints:
    codes = np.zeros(len(every), np.int64)
    ties = every.tie >= 0
    by_word = np.zeros(len(every.ties.words), np.int64)
    for number, word in enumerate(networks.STANDINGS):
        if word in every.ties.words:
            by_word[every.ties.words.index(word)] = number
    codes[ties] = by_word[every.ties.word["standing"][every.tie[ties]]]
    codes[~ties] = [networks.STANDINGS.index(s["standing"]) for s in every.said]
    return codes


def _read(session: Session, every: Ties) -> Moments:
    events = [*_told_in_tables(session), *_read_in_texts(session)]
    dated = [(e, *dates.bounds(e["when"])) for e in events if e["when"]]
    dated = [d for d in dated if d[1] is not None or d[2] is not None]
    ties = np.flatnonzero(every.dated & ((every.first > ALWAYS) | (every.last < ENDLESS)))
    names, ids = list(every.names), list(every.parties)
    number = dict(every.number)
    item = [np.repeat(np.arange(len(ties)), 2)]
    party = [np.stack((every.one[ties], every.other[ties]), axis=1).ravel()]
    for at, (event, _, _) in enumerate(dated, start=len(ties)):
        for key, name in event["parties"]:
            if key not in number:
                number[key] = len(names)
                names.append(name)
                ids.append(key)
            item.append(np.array([at]))
            party.append(np.array([number[key]]))
    first = np.array([ALWAYS if a is None else a.toordinal() for _, a, _ in dated], float)
    last = np.array([ENDLESS if b is None else b.toordinal() for _, _, b in dated], float)
    return Moments(
        first=np.concatenate((every.first[ties], first)),
        begun=np.concatenate((every.begun[ties], last)),
        ended=np.concatenate((every.ended[ties], first)),
        last=np.concatenate((every.last[ties], last)),
        tie=np.concatenate((ties, -1 - np.arange(len(dated)))).astype(np.int64),
        said=tuple(e for e, _, _ in dated),
        item=np.concatenate(item).astype(np.int64),
        party=np.concatenate(party).astype(np.int64),
        names=tuple(names),
        ids=tuple(ids),
        ties=every,
        left_out=max(0, len(events) - MOST),
    )


def _told_in_tables(session: Session) -> list[dict[str, Any]]:
    if "dated_events" not in session.tables():
        return []
    session.need("dated_events")
    rows = session.engine.rows(
        'SELECT coalesce(actor_id, lower(actor_name)) AS key, actor_name AS name, "when" AS "when", '
        "coalesce(what, kind, 'event') AS what, asserted_by, coalesce(status, 'stated') AS status, polarity, standing, "
        "_source AS source, _row AS row FROM dated_events WHERE actor_name IS NOT NULL "
        f"ORDER BY _source, _row LIMIT {MOST}"
    )
    return [_event(r, r["what"], ((r["key"], " ".join(r["name"].split())),)) for r in rows]


def _read_in_texts(session: Session) -> list[dict[str, Any]]:
    """Events of statements: those that were read in texts, and those that a FollowTheMoney file brought."""
    if not session.engine.value("SELECT 1 FROM ev.statement WHERE schema = 'Event' LIMIT 1"):
        return []
    rows = session.engine.rows(
        f"""
        SELECT s.entity_id AS event, max(s.value) FILTER (WHERE s.prop = 'name') AS what,
               min(s.value) FILTER (WHERE s.prop IN ('date', 'startDate')) AS "when",
               any_value(e.asserted_by) AS asserted_by, any_value(e.status) AS status,
               any_value(e.polarity) AS polarity, any_value(e.standing) AS standing,
               min(e.source) AS source, min(e.seq) AS row
        FROM statement AS s JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id
        WHERE s.schema = 'Event' GROUP BY s.entity_id
        HAVING min(s.value) FILTER (WHERE s.prop IN ('date', 'startDate')) IS NOT NULL
        ORDER BY s.entity_id LIMIT {MOST}
        """
    )
    ends = session.engine.tuples(
        """
        SELECT DISTINCT s.entity_id, coalesce(c.canonical_id, s.value) AS party, coalesce(n.name, s.value) AS name
        FROM statement AS s LEFT JOIN canonical AS c ON c.entity_id = s.value
        LEFT JOIN entity AS n ON n.id = coalesce(c.canonical_id, s.value)
        WHERE s.schema = 'Event' AND s.prop IN ('involved', 'organizer') ORDER BY ALL
        """
    )
    parties: dict[str, list[tuple[str, str]]] = {}
    for event, party, name in ends:
        parties.setdefault(event, []).append((party, " ".join(name.split())))
    return [_event(r, r["what"] or "event", tuple(parties.get(r["event"], ()))) for r in rows]


def _event(row: dict[str, Any], what: str, parties: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    return {
        "what": " ".join(what.split()),
        "when": row["when"],
        "parties": parties,
        "standing": row["standing"] or "recorded",
        "status": row["status"] or "stated",
        "denied": row["polarity"] == "-",
        "said_by": None if row["standing"] in ("recorded", "confirmed") else row["asserted_by"],
        "source": row["source"],
        "row": row["row"],
        "is_tie": False,
    }
