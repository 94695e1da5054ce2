"""Which kinds of ties give somebody a say in a firm, in which direction, and who is a body of state, party or army."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

#: For each type of tie the way on which a say runs, and whether it is the first end of the tie that has the say.
SAY: Mapping[str, tuple[str, bool]] = {
    "ownership": ("shares", True),
    "owns_controls": ("shares", True),
    "owns": ("shares", True),
    "owner": ("shares", True),
    "shareholder": ("shares", True),
    "owned_by": ("shares", False),
    "subsidiary_of": ("shares", False),
    "control": ("stated control", True),
    "director": ("officers", True),
    "post": ("officers", True),
    "founded": ("founders", True),
    "founder": ("founders", True),
    "party_unit": ("party units", True),
    "funds": ("funding", True),
    "funder": ("funding", True),
    "funded_by": ("funding", False),
    "subsidises": ("funding", True),
    "payment": ("funding", True),
    "debt": ("funding", False),
    "code_from": ("code", False),
    "code_access": ("code", True),
    "data_access": ("data access", True),
    "data_to": ("data access", False),
    "part_of": ("belonging", False),
    "serves": ("belonging", False),
}
#: What ties a person to where it has its place; the say runs from there to the person.
PLACES: Mapping[str, str] = {
    "director": "offices",
    "post": "offices",
    "employment": "offices",
    "role": "offices",
    "member": "memberships",
    "member_of": "memberships",
}
#: Employment and membership give a say in a firm only with such a role.
LEADING = re.compile(
    r"\b(?:chief|president|chair\w*|secretary|director|ceo|cfo|cto|general manager|head|board|founder|committee)\b"
    r"|总裁|董事|书记|经理|主席|监事",
    re.IGNORECASE,
)
WAYS = (
    "shares", "stated control", "officers", "founders", "party units", "funding", "code", "data access", "belonging",
    "offices", "memberships",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """A public body: its kind, its country, and whether only its name says so."""

    kind: str
    country: str = ""
    hint: bool = False


_HINTS = (
    ("military", re.compile(
        r"\b(?:army|navy|naval|air force|armed forces|military|liberation army|ministry of defen[cs]e|national guard"
        r"|defen[cs]e (?:ministry|science|technology)|strategic support force)\b|解放军|国防|军区|军工|武警",
        re.IGNORECASE)),
    ("party", re.compile(
        r"\b(?:communist party|party (?:committee|branch|congress|school|cell)|central committee|politburo|united front"
        r"|discipline inspection)\b|党委|党支部|党组|中共|共产党|统战", re.IGNORECASE)),
    ("state", re.compile(
        r"\b(?:ministry|state council|government of|federal (?:agency|office|service)|state-owned assets|state assets"
        r"|public procurement|treasury|parliament|municipal government|provincial government|cyberspace administration"
        r"|national security|intelligence (?:service|agency))\b|国务院|国资委|财政部|工信部|人民政府|网信办|国家安全",
        re.IGNORECASE)),
)  # fmt: skip


def hinted(name: str) -> Body | None:
    """What a name reads like; a hint, and never more."""
    return next((Body(kind, hint=True) for kind, reads in _HINTS if reads.search(name)), None)
