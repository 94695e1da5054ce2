"""A setting that names an entity of the case."""

from typing import NewType

#: An entity's id, or a name that the case knows one entity by; pages offer a search for it.
EntityRef = NewType("EntityRef", str)
