"""Reads from a case what its claims are tested against: recorded rows and statements of those whom the claims name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from cuibono.case.docket.around_bodies import bodies_around, told_of_nobody
from cuibono.case.docket.around_names import wanted_around
from cuibono.case.docket.around_parties import wanted_near
from cuibono.case.docket.as_written import longer_names
from cuibono.case.docket.bodies import of_towns
from cuibono.case.docket.edges import STATED, edges, tied_in_tables
from cuibono.case.docket.moments import heads
from cuibono.case.docket.names import bears, holders, shorts, spellings
from cuibono.case.docket.no_majority import names_of
from cuibono.case.docket.rows import Dated, Edge, Evidence, Figure, Happening, Holding, Share, keys_of
from cuibono.case.docket.short_firms import begun_by
from cuibono.case.docket.spoken_names import last_words, set_beside
from cuibono.case.docket.things import claimed_days, things
from cuibono.case.docket.words import folded, voice
from cuibono.model.docket import Asked, Party
from cuibono.store.session import Session

_RECORDED = f"{STATED} AND coalesce(polarity, '+') = '+'"
#: Those who are looked up: many thousands, so that they are joined by hash and not gone through for each row.
_WANTED = "(SELECT unnest($wanted::VARCHAR[]))"
_DATES = ("incorporationDate", "dissolutionDate", "birthDate", "deathDate")
_NAMED = (("supply_shares", "supplier_name"), ("holdings", "owner_name"), ("holdings", "asset_name"))
_NO_NAMES: Mapping[str, frozenset[str]] = MappingProxyType({})
_FIRST = "regexp_extract(lower({}), '^[^ ]+')"
_NAMES = ("name", "alias", "weakAlias", "previousName")


def have(session: Session) -> set[str]:
    """The tables with rows, and "statements" where some are recorded."""
    found = set(session.tables())
    recorded = session.engine.value("SELECT 1 FROM evidence WHERE standing = 'recorded' LIMIT 1")
    recorded = recorded or ("relations" in found and next(tied_in_tables(session), None))
    return found | ({"statements"} if recorded else set())


def recorders(session: Session, tables: Collection[str]) -> frozenset[str]:
    """Those who keep records that claims are tested against, as speakers are compared."""
    there = [t for t in ("supply_shares", "holdings", "figures", "dated_events", "relations") if t in tables]
    session.need(*there)
    said = [f"SELECT asserted_by FROM {t} WHERE {_RECORDED}" for t in there]
    said += ["SELECT asserted_by FROM evidence WHERE standing = 'recorded'"] if "statements" in tables else []
    names = session.engine.tuples(f"SELECT DISTINCT asserted_by FROM ({' UNION ALL '.join(said)})") if said else []
    return frozenset(voice(str(name)) for (name,) in names if name)


def simulated(session: Session) -> frozenset[str]:
    """The sources that are simulated: what they record decides nothing about anybody else's claims."""
    return frozenset(s for (s,) in session.engine.tuples("SELECT id FROM source WHERE simulated"))


def gather(session: Session, asked: Iterable[Asked], tables: set[str]) -> Evidence:
    """What the case records of those whom the claims name."""
    asked = list(asked)
    parties = [p for a in asked for p in (a.subject, a.object) if p]
    names = (k for p in parties for k in (folded(p.name), p.name.casefold(), *_within(p), *of_towns(p), *keys_of(p)))
    named = {k for k in names if k}
    wanted = sorted(named | {f"the {k}" for k in named} | {folded(a.place) for a in asked if a.place})
    wanted += sorted({n for a in asked for n in (*set_beside(a), *last_words(a.subject), *last_words(a.object))})
    wanted += sorted(
        {folded(n) for a in asked for p in (a.subject, a.object) if p for n in longer_names(p.name, a.words)}
    )
    wanted += sorted(wanted_around(asked))
    stated = "statements" in tables
    ties = [*(edges(session) if stated else ()), *(tied_in_tables(session) if "relations" in tables else ())]
    told = _told(session, tables, ties)
    everybody = frozenset(told)
    wanted += sorted(wanted_near(asked, everybody) | begun_by(asked, everybody) | names_of(asked))
    unique = _unique(session) if "figures" in tables else {}
    wanted += sorted(told_of_nobody(asked, unique))
    wanted += _in_full(session, parties, asked) if "figures" in tables else []
    called = _called(session) if stated else {}
    borne = _borne(parties, called)
    wanted += sorted(borne)
    shares = list(_shares(session, wanted)) if "supply_shares" in tables else []
    markets: dict[tuple[str, str, str, int | None, str], list[Share]] = defaultdict(list)
    for s in shares:
        markets[s.market, s.stage, s.basis, s.year, s.by].append(s)
    holdings = list(_holdings(session, wanted)) if "holdings" in tables else []
    schemata = dict(session.engine.tuples("SELECT id, schema FROM entity")) if stated else {}
    begun = {folded(p.name).split()[0] for p in parties if not p.whole and folded(p.name)}
    rows = [a for a in asked if not (a.stated and a.stated.row)]  # a longer name in a table is of that table alone
    long = (*_longer(session, begun, tables), *(p.name for a in rows for p in (a.subject, a.object) if p and p.whole))
    longer = [n for n in long if folded(n).split()[:1] and folded(n).split()[0] in begun] if begun else []
    longer += [n for n in called if n.split()[0] in begun] if begun else []
    people = [n for n, ids in called.items() if any(schemata.get(i) == "Person" for i in ids)] if begun else []
    figures = _by_party(_figures(session, wanted), "subject") if "figures" in tables else {}
    return Evidence(
        shares=_by_party(shares, "supplier"),
        markets=markets,
        holdings=_by_party(holdings, "owner", borne=borne),
        held=_by_party(holdings, "asset", borne=borne),
        figures=figures,
        edges=_by_party(ties, "one", "other", borne=borne),
        dates=_by_party(_dates(session), "about") if stated else {},
        events=_by_party(_events(session, wanted, asked), "actor") if "dated_events" in tables else {},
        called=called,
        schemata=schemata,
        genders=_genders(session) if stated else {},
        said=_said(session, asked),
        shorts=shorts(longer, people),
        bodies=frozenset(k for k, rows in figures.items() if folded(rows[0].subject.name) == k),
        apps=_apps(session) if "app_facts" in tables else frozenset(),
        unique=unique,
        named=frozenset(folded(p.name) for p in parties),
        parties=everybody,
        parties_as_told=told,
        goods=_goods(session) if shares else frozenset(),
    )


def _told(session: Session, tables: set[str], ties: Iterable[Edge]) -> dict[str, str]:
    """The names of all who are recorded in shares, holdings, figures and ties, by the folded name."""
    names = {p.name for e in ties for p in (e.one, e.other) if p.whole}
    for table, column in (*_NAMED, ("figures", "subject_name")):
        if table in tables:
            session.need(table)
            sql = f"SELECT DISTINCT {column} FROM {table} WHERE {_RECORDED} AND {column} IS NOT NULL"
            names |= {str(name) for (name,) in session.engine.tuples(sql)}
    return {folded(n): n for n in sorted(names) if folded(n)}


def _said(session: Session, asked: Iterable[Asked]) -> dict[str, str]:
    """When each source was published; of a text that does not say it, the day in its head."""
    published = dict(session.engine.tuples("SELECT id, published FROM source WHERE published IS NOT NULL"))
    undated = {a.key[0] for a in asked if not (a.stated and a.stated.row)} - published.keys()
    return heads(session, undated) | published


def _within(party: Party) -> list[str]:
    """Those whom a wording may be of, which is no name of its own: "the rent in Norland", "Acme through Vex Trust"."""
    behind = [folded(party.name.partition(joint)[0]) for joint in (" through ", " via ") if joint in party.name]
    return behind if party.whole or party.id else [*behind, *(folded(n) for n in holders(party.name))]


def _by_party(
    things: Iterable[Any], *ends: str, borne: Mapping[str, frozenset[str]] = _NO_NAMES
) -> dict[str, list[Any]]:
    """Rows by whom they are of, under every name by which a claim calls them."""
    found: dict[str, list[Any]] = defaultdict(list)
    for thing in things:
        parties = [getattr(thing, end) for end in ends]
        keys = {k for p in parties for k in (*keys_of(p), *borne.get(p.id or "", ()))}
        for key in sorted(keys):
            found[key].append(thing)
    return found


def _borne(parties: Iterable[Party], called: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The names by which claims call an entity of the register, by its id, where nobody else there bears them."""
    found: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        for id_ in called.get(folded(party.name), ()):
            if bears(party, id_, called):
                found[id_].add(folded(party.name))
    return {id_: frozenset(names) for id_, names in found.items()}


def _longer(session: Session, begun: set[str], tables: set[str]) -> Iterator[str]:
    """The names in tables that begin with a word with which some claim has a part of a name."""
    words = sorted(begun)
    for table, column in _NAMED if words else ():
        if table in tables:
            session.need(table)
            sql = f"SELECT DISTINCT {column} AS name FROM {table} WHERE list_contains($words, {_FIRST.format(column)})"
            yield from (r["name"] for r in session.rows(sql, {"words": words}))


def _shares(session: Session, wanted: list[str]) -> Iterator[Share]:
    """The rows of every market in which one of those named supplies."""
    session.need("supply_shares")
    sql = f"""
        WITH mine AS (SELECT DISTINCT market, stage FROM supply_shares
                      WHERE supplier_id IN {_WANTED} OR lower(supplier_name) IN {_WANTED})
        SELECT t.* FROM supply_shares AS t JOIN mine AS m
          ON m.market IS NOT DISTINCT FROM t.market AND m.stage IS NOT DISTINCT FROM t.stage
        WHERE {_RECORDED} ORDER BY _source, _row
    """
    for r in session.rows(sql, {"wanted": wanted}):
        yield Share(
            Party(r["supplier_id"], r["supplier_name"]), r["market"] or "", r["stage"] or "", r["basis"] or "",
            r["year"], r["share_low"], r["share_high"], r["amount"], r["unit"] or "", r["asserted_by"] or "",
            (r["_source"], r["_row"]),
        )  # fmt: skip


def _goods(session: Session) -> frozenset[tuple[str, str]]:
    """Every market that the case has shares of, with each of its stages."""
    session.need("supply_shares")
    columns = "lower(trim(market)), lower(trim(coalesce(stage, '')))"
    sql = f"SELECT DISTINCT {columns} FROM supply_shares WHERE {_RECORDED} AND market IS NOT NULL"
    return frozenset((str(market), str(stage)) for market, stage in session.engine.tuples(sql))


def _naming(session: Session, table: str, wanted: list[str], *ends: str) -> list[dict[str, Any]]:
    """The recorded rows of a table that have one of those wanted, by id or by name, at one of these ends."""
    session.need(table)
    named = " OR ".join(f"{e}_id IN {_WANTED} OR lower({e}_name) IN {_WANTED}" for e in ends)
    sql = f"SELECT * FROM {table} WHERE {_RECORDED} AND ({named}) ORDER BY _source, _row"
    return session.rows(sql, {"wanted": wanted})


def _holdings(session: Session, wanted: list[str]) -> Iterator[Holding]:
    """The holdings of those named, and what is held of them."""
    for r in _naming(session, "holdings", wanted, "owner", "asset"):
        yield Holding(
            Party(r["owner_id"], r["owner_name"]), Party(r["asset_id"], r["asset_name"]), r["share_of"] or "",
            r["share_low"], r["share_high"], r["since"], r["until"], r["asserted_by"] or "", (r["_source"], r["_row"]),
        )  # fmt: skip


def _figures(session: Session, wanted: list[str]) -> Iterator[Figure]:
    for r in _naming(session, "figures", wanted, "subject"):
        yield Figure(
            Party(r["subject_id"], r["subject_name"]), r["indicator"] or "", r["value_low"], r["value_high"],
            r["unit"] or "", r["period"], r["place"] or "", r["asserted_by"] or "", (r["_source"], r["_row"]),
        )  # fmt: skip


def _in_full(session: Session, parties: Iterable[Party], asked: Iterable[Asked]) -> list[str]:
    """Names of figures that begin with the name of somebody, "Elm Road Hospital" of Elm Road, or stand around."""
    session.need("figures")
    short = {folded(p.name) for p in parties if p.whole}
    names = [name for (name,) in session.engine.tuples("SELECT DISTINCT lower(subject_name) FROM figures") if name]
    longer = [n for n in names if any(n[:at] in short for at, sign in enumerate(n) if sign == " ")]
    return [*longer, *sorted(bodies_around(asked, frozenset(names)))]


def _unique(session: Session) -> dict[str, str]:
    """The indicators that the case has of one body alone, and the name of that."""
    session.need("figures")
    sql = f"""
        SELECT lower(trim(indicator)), min(subject_name) FROM figures WHERE {_RECORDED} AND indicator IS NOT NULL
        GROUP BY 1 HAVING count(DISTINCT lower(subject_name)) = 1 ORDER BY 1
    """
    return {folded(str(name)): folded(str(body)) for name, body in session.engine.tuples(sql) if body}


def _apps(session: Session) -> frozenset[str]:
    """The names of the apps of which the case has facts."""
    session.need("app_facts")
    names = session.engine.tuples("SELECT DISTINCT app_name FROM app_facts WHERE app_name IS NOT NULL")
    return frozenset(folded(str(name)) for (name,) in names)


def _events(session: Session, wanted: list[str], asked: Iterable[Asked]) -> Iterator[Happening]:
    """The events of those named and at the places named, those in which one of them is named, and those of the days."""
    named, on = things(asked), claimed_days(asked)
    rows = _naming(session, "dated_events", wanted, "actor")
    there = f"SELECT * FROM dated_events WHERE {_RECORDED} AND lower(place) IN {_WANTED}"
    rows += session.rows(f"{there} ORDER BY _source, _row", {"wanted": wanted})
    among = "len(list_filter($named, lambda n: contains(lower(what), n))) > 0"
    sql = f"""
        SELECT * FROM dated_events WHERE {_RECORDED} AND ({among} OR list_contains($days, "when")
            OR list_contains($days, left("when", 7)) OR list_contains($days, left("when", 4)))
        ORDER BY _source, _row
    """
    rows += session.rows(sql, {"named": named, "days": on}) if named or on else []
    for r in {(r["_source"], r["_row"]): r for r in rows}.values():
        yield Happening(
            Party(r["actor_id"], r["actor_name"]), r["when"] or "", r["kind"] or "", r["what"] or "", r["place"] or "",
            r["asserted_by"] or "", (r["_source"], r["_row"]),
        )  # fmt: skip


def _dates(session: Session) -> Iterator[Dated]:
    sql = f"""
        SELECT s.canonical_id, n.name, s.prop, s.value, s.earliest, s.latest, e.source, e.seq, e.asserted_by
        FROM statement AS s JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id
        LEFT JOIN entity AS n ON n.id = s.canonical_id
        WHERE {_RECORDED} AND list_contains($props, s.prop) ORDER BY s.canonical_id, e.source, e.seq
    """
    for r in session.rows(sql, {"props": list(_DATES)}):
        yield Dated(
            Party(r["canonical_id"], r["name"] or ""), r["prop"], r["earliest"], r["latest"], r["value"],
            r["asserted_by"] or "", (r["source"], r["seq"]),
        )  # fmt: skip


def _called(session: Session) -> dict[str, frozenset[str]]:
    """The recorded entities that bear each name, in whatever spelling or order of its words."""
    sql = f"""
        SELECT DISTINCT s.canonical_id AS id, s.value AS name
        FROM statement AS s JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id
        WHERE {_RECORDED} AND list_contains($props, s.prop)
    """
    found: dict[str, set[str]] = defaultdict(set)
    for r in session.rows(sql, {"props": list(_NAMES)}):
        for spelling in spellings(r["name"]):
            found[spelling].add(r["id"])
    return {name: frozenset(ids) for name, ids in found.items()}


def _genders(session: Session) -> dict[str, str]:
    sql = f"""
        SELECT s.canonical_id AS id, min(s.value) AS gender, count(DISTINCT s.value) AS n
        FROM statement AS s JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id
        WHERE {_RECORDED} AND s.prop = 'gender' GROUP BY s.canonical_id
    """
    return {r["id"]: str(r["gender"]).lower() for r in session.rows(sql) if r["n"] == 1}
