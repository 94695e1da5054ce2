"""Where shared links lead: one site that most of them belong to would explain much."""

from collections import Counter
from urllib.parse import urlsplit

import numpy as np

from cuibono.lenses.campaigns._groups import Group
from cuibono.model.table import Table

_LOOKED_AT = 2_000


def of_group(acts: Table, group: Group) -> list[str]:
    """The site that more than half of the shared links of a group lead to, when there are three links or more."""
    links = [(t, m) for t, m in group.ties if t.trace.name == "url" and t.trace.numbers.size]
    if not links:
        return []
    numbers = np.unique(np.concatenate([t.trace.numbers[t.trace.events.objects[t.rows_of(m)]] for t, m in links]))
    found = acts.sql(
        "SELECT object FROM cosharing_objects WHERE number IN (SELECT UNNEST($numbers) AS k)",
        numbers=numbers[:_LOOKED_AT].tolist(),
    )
    hosts = Counter(host for r in found if (host := site_of(r["object"])))
    top = hosts.most_common(1)
    return [top[0][0]] if top and len(found) >= 3 and top[0][1] > len(found) / 2 else []


def site_of(link: str) -> str:
    """The host of an address, without www; empty when there is none."""
    try:
        host = urlsplit(link if "//" in link else f"//{link}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
