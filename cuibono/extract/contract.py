"""What an extractor is: text in, records out, and a promise about the network.

An extractor module in ``extract/extractors`` holds one ``EXTRACTOR``; plug-ins join through the entry-point group
``cuibono.extractors``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from cuibono.extract.document import Document
from cuibono.extract.records import Found

Kind = Literal["turns", "mentions", "names", "references", "claims", "ties", "events", "amounts"]
Network = Literal["none", "loopback", "internet"]
EVERYTHING: frozenset[Kind] = frozenset(get_args(Kind))


@dataclass(frozen=True, slots=True)
class Extractor:
    """A way to read: its name, its version (raise it when its records change), what it finds and where it runs.

    ``read`` raises ``UnreadableSource`` or ``MissingExtra`` and nothing else, on any text. ``ready`` says what is
    missing and how to get it, or "" when it can run.
    """

    name: str
    version: str
    says: str
    provides: frozenset[Kind]
    network: Network
    read: Callable[[Document], Found]
    ready: Callable[[], str]
