"""How much of the first pages of search results do linked sites hold?"""

from collections.abc import Iterator

from cuibono.errors import BadSetting
from cuibono.lenses.campaigns import _pages_wording as wording
from cuibono.lenses.campaigns._pages import keep_pages, linked
from cuibono.lenses.contract import lens
from cuibono.measures.page_shares import share_interval
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import SearchResults, Shares


@lens(answers=["share"])
def first_pages(
    results: SearchResults, links: Shares | None = None, *, first: int = 10, popular: int = 20
) -> Iterator[Finding | Notice]:
    """First pages of search results that sites hold together which are linked by a shared id.

    Sites are linked when they carry the same analytics, advertising or publisher id or certificate: as the table of
    results says, or shares of the kind site_id. Of each group the places among the first `first` are counted over all
    pages (a page is one query, engine, region and day). The interval is that of a ratio between whole queries (Cochran
    1977, on the scale of log odds), since the pages of one query are alike. An id that more than `popular` sites
    carry belongs to a host or a network and ties nobody to anybody.

    It does not say that linked sites have one owner, that they set out to be found, or that what stands on them is
    false; and a first page is what one engine showed to one visitor on one day.

    Settings:
        first: how many places make a first page
        popular: how many sites may share an id before it says nothing of their owner
    """
    if first < 1:
        raise BadSetting(f"first is {first}; a page has at least one place.", try_="first=10")
    if popular < 2:
        raise BadSetting(f"popular is {popular}; two sites at least make a link.", try_="popular=20")
    keep_pages(results, links, first)
    found, common = linked(results, popular)
    for group in found:
        share, low, high = share_interval(group.held, group.places, group.query)
        yield wording.pages(group, (share, low, high), first, results)
    if common:
        yield wording.too_common(common, popular)
    if not found:
        yield Notice(
            f"No two sites that share an id stand among the first {first} results.",
            why="the table names no shared id, or only ids that everybody has",
            what_would_help="a column linked_by, or shares of object_type site_id with the site as account",
        )
