"""Who the accounts are: names, handles, and what would explain without any campaign that they act alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cuibono.model.table import Table
from cuibono.model.tables import Accounts, SameOwner


@dataclass(frozen=True, slots=True)
class Account:
    """An account: its id, what people call it, and what it says of itself; ``owner`` is whom it answers to."""

    id: str
    name: str
    handle: str = ""
    affiliation: str = ""
    site: str = ""
    owner: str = ""

    @property
    def called(self) -> tuple[str, ...]:
        """Everything it is called by, each once."""
        return tuple(dict.fromkeys(n for n in (self.name, self.handle, self.id) if n))


def accounts(
    acts: Table, profiles: Accounts | None, owners: SameOwner | None, numbered: str, chosen: Iterable[int]
) -> dict[int, Account]:
    """The accounts with these numbers in the step ``numbered``, by number."""
    found = acts.sql(
        f"""
        SELECT n.number AS number, n.account AS id, MIN(s.account_name) AS name
        FROM {numbered} AS n LEFT JOIN {{this}} AS s ON s.account = n.account
        WHERE n.number IN (SELECT UNNEST($chosen) AS k) GROUP BY n.number, n.account
        """,
        chosen=sorted(chosen),
    )
    told = _profiles(profiles, [r["id"] for r in found]) if profiles else {}
    known = _owners(owners) if owners else {}
    return {int(r["number"]): _account(r["id"], r["name"], told.get(r["id"], {}), known) for r in found}


def _account(id_: str, name: str | None, told: dict[str, str | None], owners: dict[str, str]) -> Account:
    called = told.get("name") or name or told.get("handle") or id_
    handle = told.get("handle") or ""
    owner = next((owners[k] for k in (id_.lower(), called.lower(), handle.lower()) if k in owners), "")
    return Account(id_, called, handle, told.get("affiliation") or "", told.get("site") or "", owner)


def _profiles(profiles: Accounts, ids: list[str]) -> dict[str, dict[str, str | None]]:
    rows = profiles.sql(
        """
        SELECT account, MIN(account_name) AS name, MIN(handle) AS handle, MIN(affiliation) AS affiliation,
               MIN(site) AS site
        FROM {this} WHERE account IN (SELECT UNNEST($ids) AS k) GROUP BY account
        """,
        ids=ids,
    )
    return {r["account"]: r for r in rows}


def _owners(owners: SameOwner) -> dict[str, str]:
    """Whom a party answers to, by its id and by its name, where only one is named."""
    rows = owners.sql(
        """
        SELECT LOWER(party_id) AS id, LOWER(party_name) AS name, MIN(owner_name) AS owner,
               COUNT(DISTINCT COALESCE(owner_id, LOWER(owner_name))) AS known
        FROM {this} WHERE COALESCE(polarity, '+') = '+' GROUP BY LOWER(party_id), LOWER(party_name)
        """
    )
    return {key: r["owner"] for r in rows if r["known"] == 1 for key in (r["id"], r["name"]) if key}


def in_common(members: list[Account]) -> Iterator[tuple[str, str, list[Account]]]:
    """What two or more have in common: an owner, an affiliation, a site; with its name and who."""
    for kind in ("owner", "affiliation", "site"):
        alike: dict[str, list[Account]] = {}
        for member in members:
            if value := getattr(member, kind):
                alike.setdefault(value.lower(), []).append(member)
        for those in alike.values():
            if len(those) > 1:
                yield kind, getattr(those[0], kind), those
