"""The lens tables by name; the columns of each stand in the YAML file beside."""

from cuibono.model.table import Table


class SupplyShares(Table):
    """Who supplies which share of a market, at which stage, in which year, on which basis."""

    name = "supply_shares"


class Holdings(Table):
    """Who holds which share of whom, of capital or of votes, and since when."""

    name = "holdings"


class Claims(Table):
    """Who says what about whom: a value, a date, a rank, a tie, or that it is not so."""

    name = "claims"


class Figures(Table):
    """Numbers that somebody counted or measured: of whom or what, how much, for which time and place."""

    name = "figures"


class SameOwner(Table):
    """Which firms answer to the same owner; filled by a table or by another lens."""

    name = "same_owner"


class Assertions(Table):
    """Everything that any table or statement of the case asserts, one row per speaker and value."""

    name = "assertions"


class Sayings(Table):
    """Who says which claim or tie, where it stands and through whom it came, one row per speaker and place."""

    name = "sayings"


class Shares(Table):
    """Who shared what, when, in which post."""

    name = "shares"


class Posts(Table):
    """Posts: who, when, which words."""

    name = "posts"


class Accounts(Table):
    """Accounts, pages, groups and channels, and what they say of themselves."""

    name = "accounts"


class SearchInterest(Table):
    """How much a name was searched for, by region and period."""

    name = "search_interest"


class SearchResults(Table):
    """What a search engine answered, place by place."""

    name = "search_results"


class Decisions(Table):
    """Decisions under a rule: on a member of which group, in a case of which kind, with which end."""

    name = "decisions"


class Stages(Table):
    """The steps in making a good, and which steps each is made from."""

    name = "stages"


class Stocks(Table):
    """What lies in store behind a step, for how many days of normal use."""

    name = "stocks"


class Substitutes(Table):
    """Who could step in at a step, with how much, and how long that takes."""

    name = "substitutes"


class Sites(Table):
    """Works and sites that use the output of a step."""

    name = "sites"


class DatedEvents(Table):
    """Dated events, with whoever they are events of."""

    name = "dated_events"


class Relations(Table):
    """Who is tied to whom, in which way, since when; each kind of tie on its own."""

    name = "relations"


class Bodies(Table):
    """Which names are public bodies, parties or parts of armed forces, and of which country."""

    name = "bodies"


class MentionCounts(Table):
    """How often a name was mentioned, by outlet and day, and in how much."""

    name = "mention_counts"


class Likelihoods(Table):
    """Competing readings of a question, and how likely each makes each indicator."""

    name = "likelihoods"


class AppFacts(Table):
    """What an app declares, what is found in it, and what was seen of it."""

    name = "app_facts"


class Impressions(Table):
    """What a feed showed to which account, when, at which place."""

    name = "impressions"


class FeedAccounts(Table):
    """The accounts that a feed was shown to, and the arm of a test they belong to."""

    name = "feed_accounts"


class Catalogue(Table):
    """What a feed could have shown in a window of time."""

    name = "catalogue"


class Traces(Table):
    """Where a data holder saw an account, and when."""

    name = "traces"


class Inventory(Table):
    """What a data holder collects."""

    name = "inventory"


class Residents(Table):
    """The truth about the residents of an invented city."""

    name = "residents"


TABLES: dict[str, type[Table]] = {
    t.name: t
    for t in (
        Traces,
        Inventory,
        Residents,
        AppFacts,
        Impressions,
        FeedAccounts,
        Catalogue,
        Likelihoods,
        MentionCounts,
        DatedEvents,
        Stages,
        Stocks,
        Substitutes,
        Sites,
        Decisions,
        SupplyShares,
        Holdings,
        Relations,
        Bodies,
        Claims,
        Figures,
        SameOwner,
        Assertions,
        Sayings,
        Shares,
        Posts,
        Accounts,
        SearchInterest,
        SearchResults,
    )
}
