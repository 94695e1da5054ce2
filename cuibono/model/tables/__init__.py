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


TABLES: dict[str, type[Table]] = {
    t.name: t for t in (SupplyShares, Holdings, Claims, Figures, SameOwner, Assertions)
}
