"""Exactly these rows of a table, as evidence: kept as a condition that is evaluated again later."""

from collections.abc import Sequence

import numpy as np

from cuibono.measures.close_pairs import Ints
from cuibono.model.finding import Evidence
from cuibono.model.table import Table


def rows(table: Table, names: Sequence[str], sources: Ints, numbers: Ints) -> Evidence:
    """The rows with these numbers, of sources given as places in ``names``."""
    parts, params = [], {}
    for place in np.unique(sources):
        parts.append(f"(_source = $source{place} AND _row IN (SELECT UNNEST($rows{place}) AS k))")
        params[f"source{place}"] = names[place]
        params[f"rows{place}"] = sorted(int(n) for n in np.unique(numbers[sources == place]))
    return table.where(" OR ".join(parts), **params)
