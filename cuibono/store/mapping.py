"""Mappings, from end to end: read one, make one by matching columns, propose one, and apply it.

The parts: ``mapping_file`` (what a mapping says), ``column_names`` (matching and proposing),
``mapped_rows`` (rows of a lens table), ``mapped_entities`` (statements).
"""

from cuibono.store.column_names import Proposal, match_columns, propose
from cuibono.store.mapped_entities import build_entities
from cuibono.store.mapped_rows import Built, build_table
from cuibono.store.mapping_file import EntityRule, Field, Mapping, Property, dump_mapping, load_mapping, read_mapping

__all__ = [
    "Built",
    "EntityRule",
    "Field",
    "Mapping",
    "Property",
    "Proposal",
    "build_entities",
    "build_table",
    "dump_mapping",
    "load_mapping",
    "match_columns",
    "propose",
    "read_mapping",
]
