"""The closed vocabularies: standing, status, polarity, speaker kinds, what a person may decide."""

from typing import Literal

Standing = Literal["recorded", "confirmed", "read", "proposed"]
Status = Literal["stated", "alleged", "hypothetical", "forecast"]
Polarity = Literal["+", "-"]
SpeakerKind = Literal["named", "partial", "pseudonymous", "anonymous", "nominal", "organisation"]
Verdict = Literal[
    "same", "different", "unsure", "confirmed", "dismissed", "corrected", "protected", "unprotected"
]  # fmt: skip
FindingState = Literal["fresh", "stale", "fell"]

#: Lenses use these by default; proposals are shown apart.
RELIED_ON: tuple[Standing, ...] = ("recorded", "confirmed", "read")
UNLINKABLE: tuple[SpeakerKind, ...] = ("anonymous", "pseudonymous")
