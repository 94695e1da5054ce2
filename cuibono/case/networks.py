"""Every tie of the case, at hand as arrays: who with whom, of which kind, when, how it stands and where it is written.

Read once from the table of relations after every change, in a second or two for a million statements; pages then ask
for a neighbourhood without a query. Ties of kin are left out unless both hold an office of record, as in lenses.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from cuibono.lenses import ties as rules
from cuibono.lenses.days import spans
from cuibono.measures.as_of import ALWAYS, ENDLESS
from cuibono.measures.stakes import Flags, Floats, Ints
from cuibono.model.passage import Passage
from cuibono.store import database
from cuibono.store.layout import Layout
from cuibono.store.session import Session, open_session
from cuibono.store.views import Scope

#: How a tie stands, the firmest first.
STANDINGS = ("recorded", "confirmed", "read", "proposed")
#: The words of a row that are kept as numbers into one list of words.
_WORDS = (
    "type",
    "role",
    "since",
    "until",
    "unit",
    "standing",
    "status",
    "polarity",
    "said_by",
    "asserted_by",
    "source",
)
#: So many cases are kept at hand: the one that is served, and its public side.
_KEPT = 4


@dataclass(frozen=True)
class Ties:
    """All ties of a case: row ``n`` of each array is one assertion of one tie.

    ``one`` and ``other`` are numbers of parties, in the direction of the tie; ``word[...]`` are numbers into ``words``
    (0 is the empty word). ``first`` and ``last`` are days, endless where nobody says. ``usable`` are those that a path
    may use: stated or alleged, not denied, not merely proposed; ``kinless`` counts ties of kin that were left out.
    """

    parties: tuple[str, ...]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    words: tuple[str, ...]
    one: Ints
    other: Ints
    word: dict[str, Ints]
    row: Ints
    share_low: Floats
    share_high: Floats
    strength: Floats
    first: Floats
    last: Floats
    begun: Floats
    ended: Floats
    kinless: int

    def __len__(self) -> int:
        return len(self.one)

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each party by its id."""
        return {party: n for n, party in enumerate(self.parties)}

    @cached_property
    def arcs(self) -> tuple[Ints, Ints, Ints]:
        """Ties from both ends, ordered by where they start: where each party's begin, where they lead, which they are.

        The last place of the first array is the number of arcs.
        """
        origin = np.concatenate((self.one, self.other))
        order = np.argsort(origin, kind="stable")
        start = np.concatenate(([0], np.cumsum(np.bincount(origin, minlength=len(self.parties)))))
        count = len(self.one)
        return start.astype(np.int64), np.concatenate((self.other, self.one))[order], order % max(count, 1)

    @property
    def dated(self) -> Flags:
        """Whether anything is said of when a tie held."""
        return np.asarray((self.word["since"] > 0) | (self.word["until"] > 0))

    @cached_property
    def denied(self) -> Flags:
        """Whether it is said that there is no such tie."""
        return self.is_("polarity", "-")

    @cached_property
    def usable(self) -> Flags:
        """Whether lenses would use a tie: stated or alleged, not denied, not merely proposed."""
        said = self.is_("status", "stated") | self.is_("status", "alleged") | (self.word["status"] == 0)
        return np.asarray(said & ~self.denied & ~self.is_("standing", "proposed"))

    def is_(self, column: str, value: str) -> Flags:
        """Which ties have this word in a column."""
        return np.asarray(self.word[column] == self._codes.get(value, -1))

    def values(self, column: str) -> list[tuple[str, int]]:
        """The words of a column with how many ties have them, the most frequent first."""
        counts = np.bincount(self.word[column], minlength=len(self.words))
        found = [(self.words[n], int(counts[n])) for n in np.flatnonzero(counts) if self.words[n]]
        return sorted(found, key=lambda c: (-c[1], c[0]))

    def rows(self, numbers: Sequence[int]) -> list[dict[str, Any]]:
        """What is said of some ties, in the order given, in the columns that lenses use for their words."""
        return [self._row(int(n)) for n in numbers]

    @cached_property
    def _codes(self) -> dict[str, int]:
        return {word: n for n, word in enumerate(self.words)}

    def _row(self, n: int) -> dict[str, Any]:
        said = {name: self.words[codes[n]] or None for name, codes in self.word.items()}
        one, other = int(self.one[n]), int(self.other[n])
        low, high = float(self.share_low[n]), float(self.share_high[n])
        return said | {
            "number": n,
            "one": self.parties[one],
            "one_name": self.names[one],
            "other": self.parties[other],
            "other_name": self.names[other],
            "row": int(self.row[n]),
            "share_low": None if np.isnan(low) else low,
            "share_high": None if np.isnan(high) else high,
            "denied": said["polarity"] == "-",
        }


_lock = threading.Lock()
_kept: "OrderedDict[tuple[str, bool], tuple[tuple[Any, ...], Ties]]" = OrderedDict()


def ties(layout: Layout, *, public: bool = False) -> Ties:
    """The ties of the case as it is now, proposed ones among them; ``public`` leaves out what protected sources say."""
    key = (str(layout.root), public)
    with open_session(layout, Scope(proposals=True, public=public)) as session:
        now = mark(session)
        with _lock:  # read once, however many ask at the same time
            kept = _kept.get(key)
            if kept and kept[0] == now:
                _kept.move_to_end(key)
                return kept[1]
            made = read(session)
            _kept[key] = (now, made)
            while len(_kept) > _KEPT:
                _kept.popitem(last=False)
            return made


def fresh(layout: Layout) -> bool:
    """Whether the ties at hand are those of the case as it is now: else asking for them may take long."""
    kept = _kept.get((str(layout.root), False))
    if not kept:
        return False
    with open_session(layout, Scope(proposals=True)) as session:
        return kept[0] == mark(session)


def heavy(layout: Layout) -> bool:
    """Whether the case is so large that its ties take more than a moment to read."""
    with database.reader(layout) as engine:
        return int(engine.value("SELECT count(*) FROM ev.statement") or 0) > 300_000


def mark(session: Session) -> tuple[Any, ...]:
    """What changes whenever a tie or who is the same as whom may have changed."""
    found = session.engine.tuples(
        "SELECT (SELECT value FROM ev.meta WHERE key = 'generation'), count(*), "
        "bit_xor(hash(entity_id, canonical_id)) FROM ev.canonical"
    )
    return tuple(found[0])


def read(session: Session) -> Ties:
    """All ties that a session sees."""
    session.need("relations")
    engine = session.engine
    engine.step("net_rows", _ROWS)
    engine.step("net_parties", _PARTIES)
    union = " UNION ALL ".join(f"SELECT {c} AS word FROM net_rows" for c in _WORDS)
    engine.step(
        "net_words",
        f"SELECT w.word AS word, row_number() OVER (ORDER BY w.word) - 1 AS number "
        f"FROM (SELECT '' AS word UNION SELECT word FROM ({union}) AS u WHERE word IS NOT NULL) AS w",
    )
    joins = " ".join(f"LEFT JOIN net_words AS w_{c} ON w_{c}.word = t.{c}" for c in _WORDS)
    codes = ", ".join(f"coalesce(w_{c}.number, 0) AS {c}" for c in _WORDS)
    cells = engine.arrays(
        f"""
        SELECT a.number AS one, b.number AS other, {codes}, t.row AS row, coalesce(t.strength, 'nan') AS strength,
               coalesce(t.share_low, 'nan') AS share_low, coalesce(t.share_high, 'nan') AS share_high, t.number AS n
        FROM net_rows AS t JOIN net_parties AS a ON a.party = t.one JOIN net_parties AS b ON b.party = t.other {joins}
        ORDER BY t.number
        """
    )
    words = tuple(w for (w,) in engine.tuples("SELECT word FROM net_words ORDER BY number"))
    parties = engine.tuples("SELECT party, name, coalesce(kind, '') FROM net_parties ORDER BY number")
    columns = {name: np.asarray(column) for name, column in cells.items()}
    offices = {b for (b,) in engine.tuples(_BODIES if "bodies" not in session.tables() else _bodies(session))}
    return _without_kin(_made(parties, words, columns), offices)


_ROWS = """
    SELECT coalesce(from_id, lower(from_name)) AS one, from_name AS one_name, from_kind AS one_kind,
           coalesce(to_id, lower(to_name)) AS other, to_name AS other_name, to_kind AS other_kind,
           lower(trim(type)) AS type, role, since, until, unit, standing, coalesce(status, 'stated') AS status,
           coalesce(polarity, '+') AS polarity,
           coalesce(attributed, CASE WHEN status = 'alleged' OR standing NOT IN ('recorded', 'confirmed')
                                     THEN coalesce(asserted_by, 'somebody who is not named') END) AS said_by,
           asserted_by, _source AS source, _row AS row, share_low, share_high,
           greatest(least(coalesce(strength, CASE WHEN attributed IS NOT NULL OR status = 'alleged' THEN 0.5
                                                  WHEN standing IN ('recorded', 'confirmed') THEN 1.0
                                                  ELSE 0.95 END), 1), 0.01) AS strength,
           row_number() OVER (ORDER BY _source, _row, from_name, to_name, type, role, asserted_by) - 1 AS number
    FROM relations
    WHERE from_name IS NOT NULL AND to_name IS NOT NULL AND type IS NOT NULL
      AND coalesce(from_id, lower(from_name)) <> coalesce(to_id, lower(to_name))
"""
_PARTIES = """
    SELECT p.party AS party, min(regexp_replace(trim(p.name), '\\s+', ' ', 'g')) AS name, min(p.kind) AS kind,
           row_number() OVER (ORDER BY p.party) - 1 AS number
    FROM (SELECT one AS party, one_name AS name, one_kind AS kind FROM net_rows
          UNION ALL SELECT other AS party, other_name AS name, other_kind AS kind FROM net_rows) AS p
    GROUP BY p.party
"""
_BODIES = "SELECT party FROM net_parties WHERE kind = 'PublicBody'"


def _bodies(session: Session) -> str:
    session.need("bodies")
    return f"{_BODIES} UNION SELECT coalesce(body_id, lower(body_name)) FROM bodies WHERE coalesce(polarity, '+') = '+'"


def _made(parties: Sequence[tuple[str, str, str]], words: tuple[str, ...], cells: dict[str, Any]) -> Ties:
    word = {name: cells[name].astype(np.int32) for name in _WORDS}
    dates = sorted({int(n) for c in ("since", "until") for n in np.unique(word[c])} - {0})
    place = np.full(len(words), -1, np.int64)
    place[dates] = np.arange(len(dates))
    held = spans([words[d] for d in dates], place[word["since"]], place[word["until"]])
    events = np.isin(word["type"], [n for n, w in enumerate(words) if w in rules.EVENTS])
    over = events & (held.ends_last == ENDLESS) & (held.begins_first > ALWAYS)
    return Ties(
        parties=tuple(p for p, _, _ in parties),
        names=tuple(name for _, name, _ in parties),
        kinds=tuple(kind for _, _, kind in parties),
        words=words,
        one=cells["one"].astype(np.int64),
        other=cells["other"].astype(np.int64),
        word=word,
        row=cells["row"].astype(np.int64),
        share_low=cells["share_low"].astype(float),
        share_high=cells["share_high"].astype(float),
        strength=cells["strength"].astype(float),
        first=held.begins_first,
        last=np.where(over, held.begins_last, held.ends_last),
        begun=held.begins_last,
        ended=np.where(over, held.begins_first, held.ends_first),
        kinless=0,
    )


def _without_kin(every: Ties, bodies: set[str]) -> Ties:
    """Ties of kin are kept only between people who both hold an office of record: director, a post, a public body."""
    codes = [n for n, w in enumerate(every.words) if w.lower() in rules.KIN]
    kin = np.isin(every.word["type"], codes) | np.isin(every.word["role"], codes)
    if not kin.any():
        return every
    sure = (every.word["said_by"] == 0) & every.usable
    office = np.isin(every.word["type"], [n for n, w in enumerate(every.words) if w in rules.OFFICES])
    place = np.isin(every.word["type"], [n for n, w in enumerate(every.words) if w in rules.IN_BODIES])
    public = np.array([p in bodies for p in every.parties], bool)
    holds = np.zeros(len(every.parties), bool)
    holds[every.one[sure & (office | (place & public[every.other]))]] = True
    kept = ~kin | (holds[every.one] & holds[every.other])
    return of_rows(every, kept, int((~kept).sum()))


def of_rows(every: Ties, kept: Flags, kinless: int = 0) -> Ties:
    """Some of the ties, of the same parties."""
    cells = {f: getattr(every, f)[kept] for f in _COLUMNS}
    return Ties(
        every.parties, every.names, every.kinds, every.words, word={n: c[kept] for n, c in every.word.items()},
        kinless=kinless, **cells,
    )  # fmt: skip


_COLUMNS = ("one", "other", "row", "share_low", "share_high", "strength", "first", "last", "begun", "ended")


def passages(layout: Layout, keys: Sequence[tuple[str, int]]) -> dict[tuple[str, int], Passage]:
    """The passages in which ties are written, by source and row."""
    if not keys:
        return {}
    with open_session(layout) as session:
        return {(p.source.id, p.seq): p for p in session.passages(list(dict.fromkeys(keys)))}
