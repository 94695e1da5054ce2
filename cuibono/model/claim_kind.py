"""What kinds of claims there are: the kind decides which lens can test a claim, and with which data."""

from typing import Literal, get_args

ClaimKind = Literal[
    "share", "rank", "count", "amount", "trend", "tie", "role", "ownership", "control", "event date", "cause",
    "forecast", "treatment", "behaviour of an app", "behaviour of a feed", "coordination", "opinion", "other",
]  # fmt: skip
CLAIM_KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)
