"""First pages of search results: which places sites hold that are linked by a shared id."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuibono.model.tables import SearchResults, Shares

Ints = NDArray[np.int64]
USABLE = "COALESCE(status, 'stated') IN ('stated', 'alleged') AND COALESCE(polarity, '+') = '+' AND rank IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Linked:
    """Sites tied by one id, and what they hold of each page: places held, places there, its query and day."""

    id: str
    sites: tuple[str, ...]
    held: Ints
    places: Ints
    query: Ints
    days: tuple[str, ...]
    first: int


def keep_pages(results: SearchResults, links: Shares | None, first: int) -> None:
    """First steps: the places of every first page, and the ids of every site."""
    results.step(
        "search_places",
        f"""
        SELECT query AS query, COALESCE(engine, '') AS engine, COALESCE(region, '') AS region,
               COALESCE(day, '') AS day, rank AS rank, MIN(LOWER(domain)) AS site
        FROM {{this}} WHERE {USABLE} AND rank BETWEEN 1 AND $first
        GROUP BY query, COALESCE(engine, ''), COALESCE(region, ''), COALESCE(day, ''), rank
        """,
        first=first,
    )
    own = f"""
        SELECT LOWER(domain) AS site, linked_by AS id FROM {{this}} WHERE {USABLE} AND linked_by IS NOT NULL
    """
    if links is None:
        results.step("search_ids", f"SELECT DISTINCT o.site AS site, o.id AS id FROM ({own}) AS o")
        return
    links.step(
        "search_given",
        """
        SELECT REPLACE(LOWER(account), 'site:', '') AS site, object AS id FROM {this}
        WHERE object_type = 'site_id' AND COALESCE(polarity, '+') = '+'
        """,
    )
    results.step(
        "search_ids",
        f"""
        SELECT DISTINCT o.site AS site, o.id AS id
        FROM ({own} UNION ALL SELECT g.site AS site, g.id AS id FROM search_given AS g
              JOIN (SELECT DISTINCT site FROM search_places) AS p ON p.site = g.site) AS o
        """,
    )


def linked(results: SearchResults, popular: int) -> tuple[list[Linked], list[tuple[str, int]]]:
    """Groups of two sites or more, by id, and the ids so common that they tie nobody to anybody."""
    ids = results.sql(
        """
        SELECT id AS id, COUNT(DISTINCT site) AS sites
        FROM search_ids GROUP BY id HAVING COUNT(DISTINCT site) > 1 ORDER BY id
        """
    )
    common = [(r["id"], int(r["sites"])) for r in ids if r["sites"] > popular]
    found = [_linked(results, r["id"]) for r in ids if r["sites"] <= popular]
    return _merged([f for f in found if f.held.any()]), common


def _linked(results: SearchResults, id_: str) -> Linked:
    rows = results.sql(
        """
        SELECT p.query AS query, p.engine AS engine, p.region AS region, p.day AS day, COUNT(*) AS places,
               COUNT(i.site) AS held, COUNT(CASE WHEN p.rank = 1 THEN i.site END) AS top
        FROM search_places AS p LEFT JOIN (SELECT DISTINCT site FROM search_ids WHERE id = $id) AS i ON i.site = p.site
        GROUP BY p.query, p.engine, p.region, p.day ORDER BY p.day, p.query, p.engine, p.region
        """,
        id=id_,
    )
    sites = results.sql("SELECT DISTINCT site FROM search_ids WHERE id = $id ORDER BY site", id=id_)
    queries = sorted({r["query"] for r in rows})
    return Linked(
        id_,
        tuple(r["site"] for r in sites),
        np.array([r["held"] for r in rows], dtype=np.int64),
        np.array([r["places"] for r in rows], dtype=np.int64),
        np.array([queries.index(r["query"]) for r in rows], dtype=np.int64),
        tuple(r["day"] for r in rows),
        sum(int(r["top"]) for r in rows),
    )


def _merged(found: list[Linked]) -> list[Linked]:
    """Of several ids that tie the very same sites one is told, with the others beside it."""
    by_sites: dict[tuple[str, ...], Linked] = {}
    for one in found:
        before = by_sites.get(one.sites)
        ids = one.id if before is None else f"{before.id}, {one.id}"
        by_sites[one.sites] = Linked(ids, one.sites, one.held, one.places, one.query, one.days, one.first)
    return sorted(by_sites.values(), key=lambda f: (-f.held.sum(), f.id))
